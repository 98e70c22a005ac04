"""From draws to what is said of them: chances, ranges, and the age by which most lives are ahead."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from mobcalc.model import Array, risk
from mobcalc.projection.case import Case
from mobcalc.projection.outcomes import LEAST_DIFFERENCE
from mobcalc.projection.training_term import room
from mobcalc.results import WELL_AHEAD, Chances, Layers, Notice
from mobcalc.schema import Assumption
from mobcalc.simulation.draws import Layer, Mixed

QUANTILES = np.array([[0.1, 0.5, 0.9]])
MOST = 0.8
"""The part of the lives that is meant by 8 of 10."""


def layers(drawn: Mixed, ids: Sequence[str], start_age: int) -> dict[str, Layers]:
    """The chances of each pathway against the baseline, by id.

    Args:
        drawn: the draws.
        ids: of the pathways, the baseline first.
        start_age: age at the decision [years].
    """
    both, parameter, one_life, kept, kept_alone = (
        _chances(layers, drawn.weights, start_age) for layers in zip(*drawn.simulations, strict=True)
    )
    return {
        name: Layers(
            together=both[place],
            parameter=parameter[place],
            one_life=one_life[place],
            net_resources=kept[place] if kept else None,
            net_resources_one_life=kept_alone[place] if kept_alone else None,
        )
        for place, name in enumerate(ids[1:])
    }


def pairwise(drawn: Mixed, ids: Sequence[str]) -> dict[str, dict[str, float | None]]:
    """The part of the draws in which the first of two pathways ends ahead of the second; null for one with itself.

    Men and women are mixed as among those who start either of the two, on average; against the baseline as among those
    who start the other.
    """
    worth = [np.ascontiguousarray(simulation.together.worth.T) for simulation in drawn.simulations]

    def chance(first: int, second: int) -> float:
        """The part of the draws in which one pathway ends ahead of another, by their places."""
        weights = drawn.weights[:, [place or max(first, second) for place in (first, second)]].mean(axis=1)
        parts = [np.mean(own[first] - own[second] >= LEAST_DIFFERENCE) for own in worth]
        return float(np.sum(weights * parts))

    places = range(len(ids))
    return {ids[a]: {ids[b]: None if a == b else chance(a, b) for b in places} for a in places}


def notices(case: Case, drawn: Mapping[str, Assumption]) -> list[Notice]:
    """What must be said of all draws: which ranges pull their mean away from the point.

    Args:
        case: one person and the pathways.
        drawn: what is drawn, from `simulation.drawn_of`.
    """
    ends = [name for name, r in drawn.items() if r.range is not None and r.value in r.range]
    said = [Notice("one_sided", {"names": " ".join(ends)})] if ends else []
    kinds = {case.arrays.pathways[name].evidence for name in case.ids[1:]}
    return [*said, Notice("pairs_of_kinds")] if len(kinds) > 1 else said


def pathway_notices(case: Case, drawn: Mapping[str, Assumption]) -> dict[str, list[Notice]]:
    """What must be said of the draws of each pathway, by id; `drawn` as in `notices`."""
    return {
        name: [*_effect_notices(case, name), *_leaver_notices(drawn, name), *_length_notices(case, drawn, name)]
        for name in case.ids
    }


def _effect_notices(case: Case, name: str) -> list[Notice]:
    """What the chances of a measured effect do not say."""
    pathway = case.arrays.pathways[name]
    if pathway.impact is None:
        return []
    return [Notice("chance_of_average" if pathway.completion is None else "chance_is_completion")]


def _leaver_notices(drawn: Mapping[str, Assumption], name: str) -> list[Notice]:
    """That leavers keep more in the draws than at the point."""
    share = drawn.get(f"pathways.{name}.leaver_gain_share")
    if share is None or share.range is None or share.value != share.range[0]:
        return []
    low, high = share.range
    return [Notice("leavers_drawn", {"share": low, "high": high})]


def _length_notices(case: Case, drawn: Mapping[str, Assumption], name: str) -> list[Notice]:
    """That training is in some draws longer than what fits, and cut to it."""
    part = case.arrays.pathways[name].training
    if part is None:
        return []

    def end(of: str, value: Array | None, side: int) -> float:
        """One end of the range of a number, or its value."""
        record = drawn.get(f"pathways.{name}.training.{of}")
        return float(record.range[side]) if record and record.range else float(0.0 if value is None else value[0, 0])

    longest = end("length", part.length, 1)
    if part.length is None:
        longest = end("term_hours", part.term_hours, 1) / end("paid_hours", part.paid_hours, 0)
    return [Notice("cut_short")] if longest > float(room(case.arrays).min()) else []


def _chances(layers: Sequence[Layer | None], weights: Array, start_age: int) -> list[Chances]:
    """Those of every pathway but the baseline; none without the layer.

    Args:
        layers: one for each sex.
        weights: the part of each sex among those who start each pathway (sexes, pathways).
        start_age: age at the decision [years].
    """
    known = [layer for layer in layers if layer is not None]
    if not known:
        return []
    gains = [np.ascontiguousarray(layer.worth[:, 1:].T - layer.worth[:, 0]) for layer in known]
    parts = weights[:, 1:]
    draws = sum(own.shape[1] for own in gains)

    def mixed(of_each: Callable[[Array], Array]) -> Array:
        """A figure of every pathway, by the part of each sex (pathways,)."""
        figures: Array = np.sum([part * of_each(own) for part, own in zip(parts, gains, strict=True)], axis=0)
        return figures

    low, middle, high = _percentiles(gains, parts).T
    # Both sexes are drawn in the same assumptions and with the same luck, life by life.
    paired = sum((part[:, None] * own for part, own in zip(parts, gains, strict=True)), np.zeros((1, 1)))
    errors = risk.standard_error(paired, known[0].lives)[:, 0]
    ahead, well, behind, means = (
        mixed(of)
        for of in (
            lambda own: np.mean(own >= LEAST_DIFFERENCE, axis=1),
            lambda own: np.mean(own >= WELL_AHEAD, axis=1),
            lambda own: np.mean(own <= -LEAST_DIFFERENCE, axis=1),
            lambda own: own.mean(axis=1),
        )
    )
    by_age = sum(
        (part[:, None] * layer.ahead[1:] / own.shape[1] for part, own, layer in zip(parts, gains, known, strict=True)),
        np.zeros((1, 1)),
    )
    return [
        Chances(
            draws=draws,
            chance_ahead=float(ahead[place]),
            chance_well_ahead=float(well[place]),
            chance_behind=float(behind[place]),
            gain_p10=float(low[place]),
            gain_p50=float(middle[place]),
            gain_p90=float(high[place]),
            gain_mean=float(means[place]),
            gain_standard_error=float(errors[place]),
            ahead_in_8_of_10_by_age=_age(by_age[place], start_age),
            is_near_8_of_10=_is_near(float(ahead[place]), draws),
        )
        for place in range(parts.shape[1])
    ]


def _percentiles(gains: Sequence[Array], parts: Array) -> Array:
    """The percentiles of every pathway's gain, each sex by its part (pathways, percentiles)."""
    if len(gains) == 1:
        return risk.percentiles(gains[0], QUANTILES)
    weights = [np.full(own.shape, 1.0 / own.shape[1]) * part[:, None] for own, part in zip(gains, parts, strict=True)]
    return risk.weighted_percentiles(np.hstack(gains), np.hstack(weights), QUANTILES)


def _is_near(chance_ahead: float, draws: int) -> bool:
    """Whether the chance to end ahead is within two standard errors of 8 of 10.

    The variance is taken as twice that of lives drawn apart, since several share the assumptions.
    """
    return bool(abs(chance_ahead - MOST) < 2.0 * np.sqrt(2.0 * MOST * (1.0 - MOST) / draws))


def _age(shares: Array, start_age: int) -> int | None:
    """The age from which on most draws are ahead at the end of every year of work; None where they never are.

    Args:
        shares: the part of the draws that is ahead by the end of each year (years,).
        start_age: age at the decision [years].
    """
    short = np.flatnonzero(shares < MOST)
    first = int(short[-1]) + 1 if len(short) else 0
    return start_age + first + 1 if first < len(shares) else None
