"""From draws to what is said of them: amounts, chances, ranges, and the age by which most lives are ahead."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.model import Array, risk
from mobcalc.projection.case import Case
from mobcalc.projection.mixture import Side
from mobcalc.projection.outcomes import LEAST_DIFFERENCE
from mobcalc.projection.training_term import room
from mobcalc.results.chances import WELL_AHEAD, Chances, Layers, MeanGain
from mobcalc.results.notices import Notice
from mobcalc.sampling.monte_carlo import STRATA
from mobcalc.schema import Assumption, Training
from mobcalc.simulation.draws import Amounts, Layer, Mixed, ahead_by_year, share_of_draws

QUANTILES = np.array([[0.1, 0.5, 0.9]])
MOST = 0.8
"""The part of the lives that is meant by 8 of 10."""


class Asked(Struct, frozen=True):
    """What was drawn: of whom, at the values, how many lives, and with which random numbers."""

    case: Case
    sides: Sequence[Side]
    draws: int
    seed: int


def layers(asked: Asked, drawn: Mixed) -> dict[str, Layers]:
    """The chances of each pathway against the baseline, by id."""
    alone = [_of_amounts(one.amounts) for one in drawn.simulations]
    both, one_life, kept, kept_alone = (
        [getattr(one, name) for one in drawn.simulations] for name in ("together", "one_life", "kept", "kept_one_life")
    )
    by_name = {
        "together": _chances(both, drawn.weights),
        "parameter": _chances(alone, drawn.weights),
        "one_life": _chances(one_life, drawn.weights),
        "net_resources": _chances(kept, drawn.weights),
        "net_resources_one_life": _chances(kept_alone, drawn.weights),
    }
    found = {}
    for place, name in enumerate(asked.case.ids[1:]):
        of = {layer: chances[place] if chances else None for layer, chances in by_name.items()}
        for layer in ("together", "net_resources"):
            of[layer] = _with_age(of[layer], asked, drawn, place + 1, kept=layer == "net_resources")
        found[name] = Layers(**of)  # type: ignore[arg-type]  # those that every simulation has
    return found


def _of_amounts(amounts: Amounts) -> Layer:
    """Draws of the assumptions alone, each the average over lives."""
    return Layer(amounts.expected, _sets(len(amounts.expected)))


def _sets(count: int) -> NDArray[np.intp]:
    """Where each set of strata begins among draws; where all are of one set, each draw by itself."""
    return np.arange(0, count, STRATA if count > STRATA else 1)


def mean_gains(drawn: Mixed, ids: Sequence[str]) -> dict[str, MeanGain]:
    """What each pathway gains over the baseline on average over the draws of the assumptions, by id."""
    named = [("expected", drawn.weights), ("completer", drawn.completer), ("leaver", drawn.leaver)]
    named.append(("first_decade", drawn.weights))
    of = {name: [_gains(one.amounts, name) for one in drawn.simulations] for name, _ in named}
    found = {}
    for place, pathway in enumerate(ids[1:]):
        figures: dict[str, Array] = {
            name: sum(float(part) * gains[place] for part, gains in zip(parts[:, place + 1], of[name], strict=True))
            for name, parts in named
        }
        starts = _sets(len(figures["expected"]))
        error = risk.standard_error(figures["expected"][None, :], starts)[0, 0]
        found[pathway] = MeanGain(
            expected=float(figures["expected"].mean()),
            completer=_mean(figures["completer"]),
            leaver=_mean(figures["leaver"]),
            first_decade=float(figures["first_decade"].mean()),
            standard_error=float(error),
        )
    return found


def _gains(amounts: Amounts, name: str) -> Array:
    """The gain of a group of each pathway over all who start the baseline (pathways, draws)."""
    base = amounts.first_decade if name == "first_decade" else amounts.expected
    gains: Array = (getattr(amounts, name)[:, 1:] - base[:, [0]]).T
    return gains


def _mean(gain: Array) -> float | None:
    """The mean of draws; None where there is no such group."""
    return None if np.isnan(gain).all() else float(np.nanmean(gain))


def pairwise(drawn: Mixed, ids: Sequence[str]) -> dict[str, dict[str, float | None]]:
    """The part of the draws in which the first of two pathways ends well ahead of the second; null for one with itself.

    Men and women are mixed as among those who start either of the two, on average; against the baseline as among those
    who start the other.
    """
    worth = [np.ascontiguousarray(simulation.together.worth.T) for simulation in drawn.simulations]

    def chance(first: int, second: int) -> float:
        """The part of the draws in which one pathway ends well ahead of another, by their places."""
        weights = drawn.weights[:, [place or max(first, second) for place in (first, second)]].mean(axis=1)
        parts = [np.mean(own[first] - own[second] >= WELL_AHEAD) for own in worth]
        return float(np.sum(weights * parts))

    places = range(len(ids))
    return {ids[a]: {ids[b]: None if a == b else chance(a, b) for b in places} for a in places}


def pathway_notices(case: Case) -> dict[str, list[Notice]]:
    """What must be said of the draws of each pathway, by id: that training is in some longer than what fits."""
    fitting = float(room(case.arrays).min())
    longest = {name: _longest(case.settled.pathways[name].training) for name in case.ids}
    return {name: [Notice("cut_short")] if years > fitting else [] for name, years in longest.items()}


def _longest(part: Training[Assumption] | None) -> float:
    """How long training may take [years]."""
    if part is None:
        return 0.0
    if part.length is not None:
        return _end(part.length, 1)
    assert part.term_hours is not None and part.paid_hours is not None
    return _end(part.term_hours, 1) / _end(part.paid_hours, 0)


def _end(record: Assumption, side: int) -> float:
    """One end of the range of a number, or its value."""
    assert isinstance(record.value, float)
    return record.range[side] if record.range is not None else record.value


def _chances(layers: Sequence[Layer | None], weights: Array) -> list[Chances]:
    """Those of every pathway but the baseline; none without the layer.

    Args:
        layers: one for each sex.
        weights: the part of each sex among those who start each pathway (sexes, pathways).
    """
    known = [layer for layer in layers if layer is not None]
    if not known or weights.shape[1] == 1:  # the baseline alone
        return []
    gains = [np.ascontiguousarray(layer.worth[:, 1:].T - layer.worth[:, 0]) for layer in known]
    parts, starts = weights[:, 1:], known[0].starts
    draws = sum(own.shape[1] for own in gains)

    def mixed(of_each: Callable[[Array], Array]) -> Array:
        """A figure of every draw or of all, by the part of each sex (pathways, draws)."""
        figures = (part[:, None] * of_each(own) for part, own in zip(parts, gains, strict=True))
        return sum(figures, np.zeros((1, 1)))

    low, middle, high = _percentiles(gains, parts).T
    # Both sexes are drawn in the same assumptions and with the same luck, life by life.
    gain, well = mixed(lambda own: own), mixed(lambda own: (own >= WELL_AHEAD).astype(np.float64))
    errors, well_errors = (risk.standard_error(figures, starts)[:, 0] for figures in (gain, well))
    ahead, behind = (mixed(partial(_is_ahead, side=side)).mean(axis=1) for side in (1.0, -1.0))
    return [
        Chances(
            draws=draws,
            chance_ahead=float(ahead[place]),
            chance_well_ahead=float(well[place].mean()),
            chance_standard_error=float(well_errors[place]),
            chance_behind=float(behind[place]),
            gain_p10=float(low[place]),
            gain_p50=float(middle[place]),
            gain_p90=float(high[place]),
            gain_mean=float(gain[place].mean()),
            gain_standard_error=float(errors[place]),
            ahead_in_8_of_10_by_age=None,
        )
        for place in range(parts.shape[1])
    ]


def _is_ahead(gain: Array, side: float) -> Array:
    """1 where a gain, or a loss if `side` is -1, is a dollar or more."""
    return (side * gain >= LEAST_DIFFERENCE).astype(np.float64)


def _percentiles(gains: Sequence[Array], parts: Array) -> Array:
    """The percentiles of every pathway's gain, each sex by its part (pathways, percentiles)."""
    if len(gains) == 1:
        return risk.percentiles(gains[0], QUANTILES)
    weights = [np.full(own.shape[1], 1.0 / own.shape[1]) for own in gains]

    def of_one(place: int) -> Array:
        """Those of one pathway (1, percentiles); of all at once, a million lives would need much memory."""
        mixed = [weight * part for weight, part in zip(weights, parts[:, place], strict=True)]
        # Two orders are put together in less time than one is found.
        lives = np.concatenate([np.sort(own[place]) for own in gains])
        return risk.weighted_percentiles(lives[None, :], np.concatenate(mixed)[None, :], QUANTILES)

    return np.vstack([of_one(place) for place in range(parts.shape[1])])


def _with_age(chances: Chances | None, asked: Asked, drawn: Mixed, place: int, *, kept: bool) -> Chances | None:
    """The chances with the age from which on 8 of 10 lives are ahead, if so many are in the end.

    Lives are gone through again for it, year by year, since for hardly any pathway so many are.
    """
    if chances is None or chances.chance_ahead < MOST:
        return chances
    case, each = asked.case, share_of_draws(asked.case, asked.draws)
    sides = zip(case.runs, asked.sides, drawn.weights[:, place].tolist(), strict=True)
    shares = sum(
        (
            part * ahead_by_year(case, run, side.years, place, asked.draws, asked.seed, kept=kept) / each
            for run, side, part in sides
        ),
        np.zeros(1),
    )
    age = _age(shares >= MOST, int(case.arrays.person.start_age[0, 0]))
    return msgspec.structs.replace(chances, ahead_in_8_of_10_by_age=age)


def _age(enough: NDArray[np.bool_], start_age: int) -> int | None:
    """The age from which on enough draws are ahead at the end of every year of work; None where they never are.

    Args:
        enough: whether they are by the end of each year (years,).
        start_age: age at the decision [years].
    """
    short = np.flatnonzero(~enough)
    first = int(short[-1]) + 1 if len(short) else 0
    return start_age + first + 1 if first < len(enough) else None
