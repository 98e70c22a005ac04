"""From draws to what is said of them: chances, ranges, and the age by which most lives are ahead."""

from collections.abc import Sequence

import numpy as np

from mobcalc.analysis.outcomes import LEAST_DIFFERENCE
from mobcalc.analysis.simulation import Layer, Simulation
from mobcalc.model import Array, risk
from mobcalc.results import Chances, Layers

QUANTILES = np.array([[0.1, 0.5, 0.9]])
MOST = 0.8
"""The part of the lives that is meant by 8 of 10."""


def layers(found: Simulation, ids: Sequence[str], start_age: int) -> dict[str, Layers]:
    """The chances of each pathway against the baseline, by id.

    Args:
        found: the draws.
        ids: of the pathways, the baseline first.
        start_age: age at the decision [years].
    """
    together, parameter, one_life = (
        _chances(layer, start_age) for layer in (found.together, found.parameter, found.one_life)
    )
    kept = None if found.kept is None else _chances(found.kept, start_age)
    return {
        name: Layers(together[place], parameter[place], one_life[place], None if kept is None else kept[place])
        for place, name in enumerate(ids[1:])
    }


def pairwise(found: Simulation, ids: Sequence[str]) -> dict[str, dict[str, float | None]]:
    """The part of the draws in which the first of two pathways ends ahead of the second; null for one with itself."""
    worth = np.ascontiguousarray(found.together.worth.T)
    return {
        name: {
            other: None if other == name else float(np.mean(own - theirs >= LEAST_DIFFERENCE))
            for other, theirs in zip(ids, worth, strict=True)
        }
        for name, own in zip(ids, worth, strict=True)
    }


def _chances(layer: Layer, start_age: int) -> list[Chances]:
    """Those of every pathway but the baseline."""
    gains = np.ascontiguousarray(layer.worth[:, 1:].T - layer.worth[:, 0])
    draws = gains.shape[1]
    low, middle, high = risk.percentiles(gains, QUANTILES).T
    errors = gains.std(axis=1, ddof=1) / np.sqrt(draws)
    return [
        Chances(
            draws=draws,
            chance_ahead=float(np.mean(own >= LEAST_DIFFERENCE)),
            chance_behind=float(np.mean(own <= -LEAST_DIFFERENCE)),
            gain_p10=float(low[place]),
            gain_p50=float(middle[place]),
            gain_p90=float(high[place]),
            gain_mean=float(own.mean()),
            gain_standard_error=float(errors[place]),
            ahead_in_8_of_10_by_age=_age(layer.ahead[place + 1] / draws, start_age),
        )
        for place, own in enumerate(gains)
    ]


def _age(shares: Array, start_age: int) -> int | None:
    """The age from which on most draws are ahead at the end of every year of work; None where they never are.

    Args:
        shares: the part of the draws that is ahead by the end of each year (years,).
        start_age: age at the decision [years].
    """
    short = np.flatnonzero(shares < MOST)
    first = int(short[-1]) + 1 if len(short) else 0
    return start_age + first + 1 if first < len(shares) else None
