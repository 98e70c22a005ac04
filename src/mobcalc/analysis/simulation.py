"""Simulated lives: what every pathway is worth in each of many draws, and how often it is ahead of the baseline.

All pathways share the draws of a row, so that the differences between them are paired.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from mobcalc.analysis.choice import Case
from mobcalc.analysis.life import Life, life, without_training
from mobcalc.analysis.lived import Net, Table, lives_of, net, net_from, table
from mobcalc.analysis.outcomes import LEAST_DIFFERENCE
from mobcalc.analysis.projection import ways
from mobcalc.analysis.terms import is_below, used
from mobcalc.analysis.ways import Ways, flows
from mobcalc.households import Slices
from mobcalc.model import Array, risk
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.monte_carlo import Luck, is_uncertain, lives, monte_carlo
from mobcalc.schema import Assumption

BLOCK = 2000
"""So many draws are computed at a time: few enough for the processor's cache, enough to make Python's part small."""
ALONE_EVERY = 5
"""One block in so many is computed for each layer alone as well: what the layers share in the spread needs no such
precision, and the assumptions alone cost several times as much, since a draw of them is an average over all exits."""
NOT_IN_GAINS = ("economy.fringe_rate", "living_wage")
"""Names of numbers that no gain rests on, so that they need not be drawn."""


class Layer(NamedTuple):
    """Draws of one layer of uncertainty.

    `worth` of each pathway [USD] (draws, pathways), the baseline first. `ahead` counts the draws in which a pathway is
    ahead of the baseline by the end of each year (pathways, years).
    """

    worth: Array
    ahead: Array


class _Block(NamedTuple):
    """The layers of one block of draws; those alone are None in most of them."""

    together: Layer
    parameter: Layer | None
    one_life: Layer | None
    kept: Layer | None
    kept_one_life: Layer | None


class Simulation(NamedTuple):
    """What was drawn: assumptions and lives together, each of them alone, and what the household keeps.

    In `parameter` the assumptions are drawn, and every draw is the average over lives as the projection has it; in
    `one_life` the assumptions stay at their values. `kept` is of both together and `kept_one_life` of luck alone, None
    without a place.
    """

    together: Layer
    parameter: Layer
    one_life: Layer
    kept: Layer | None
    kept_one_life: Layer | None


def simulated(case: Case, slices: Slices | None, draws: int, seed: int) -> Simulation:
    """Draws of the pathways of a case.

    Args:
        case: one person and the pathways, the baseline first.
        slices: taxes and benefits of the household, where a place is given.
        draws: how many, 1 or more.
        seed: which random numbers.
    """
    _keep_memory()
    years = life(case.arrays, slices)
    point = _Point(case.arrays, years, [table(years, ways(case.arrays, years, name)) for name in case.ids])
    drawn = enumerate(_drawn(case, len(years.year), draws, seed))
    blocks = [_block(case.ids, point, arrays, luck, number % ALONE_EVERY == 0) for number, (arrays, luck) in drawn]
    together, parameter, one_life, kept, kept_alone = (_joined(layers) for layers in zip(*blocks, strict=True))
    assert together is not None and parameter is not None and one_life is not None  # the first block has them all
    return Simulation(together, parameter, one_life, kept, kept_alone)


class _Point(NamedTuple):
    """The assumptions at their values, the person's years in them, and all ways through each pathway."""

    arrays: Arrays
    years: Life
    tables: list[Table]


def _block(ids: Sequence[str], point: _Point, arrays: Arrays, luck: Luck, is_alone: bool) -> _Block:
    """A block of draws.

    Args:
        ids: of the pathways, the baseline first.
        point: the assumptions at their values.
        arrays: the assumptions in as many rows as there is luck.
        luck: of as many lives.
        is_alone: whether each layer is wanted alone as well.
    """
    walk, these = risk.random_walk(luck.permanent), life(arrays, is_compared=False)
    own = [ways(arrays, these, name) for name in ids]
    both = lives_of(arrays, these, luck, walk, point.years.household)
    nets = [net(both, of) for of in own]
    together, kept = _layers(nets)
    if not is_alone:
        return _Block(together, None, None, kept, None)
    alone = lives_of(point.arrays, point.years, luck, walk, point.years.household)
    one_life, kept_alone = _layers([net_from(alone, of) for of in point.tables])
    return _Block(together, _layer([_average(these, of, len(walk)) for of in own]), one_life, kept, kept_alone)


def _layers(nets: Sequence[Net]) -> tuple[Layer, Layer | None]:
    """A block of draws of what is earned and, with a place, of what is kept."""
    kept = [of.kept for of in nets if of.kept is not None]
    return _layer([of.earned for of in nets]), _layer(kept) if kept else None


def chance_ahead(case: Case, draws: int, seed: int) -> float:
    """The part of the draws in which the second pathway of a case ends ahead of the first, as in `together` [share].

    Args:
        case: one person and the two pathways.
        draws: how many, 1 or more.
        seed: which random numbers.
    """
    _keep_memory()
    years, ahead = len(life(case.arrays, is_compared=False).year), 0
    for arrays, luck in _drawn(case, years, draws, seed):
        these = life(arrays, is_compared=False)
        both = lives_of(arrays, these, luck, risk.random_walk(luck.permanent))
        first, second = (net(both, ways(arrays, these, name)).earned for name in case.ids)
        ahead += int(np.count_nonzero(np.sum(second - first, axis=1) >= LEAST_DIFFERENCE))
    return ahead / draws


def _keep_memory() -> None:
    """Make the allocator keep the memory of arrays that are freed.

    It returns large ones to the system, which then has to hand out their pages anew, a third of the whole time. Freeing
    one larger array, even untouched, makes it keep what is smaller.
    """
    np.empty(24 << 20, dtype=np.uint8)


def _drawn(case: Case, years: int, draws: int, seed: int) -> Iterator[tuple[Arrays, Luck]]:
    """The assumptions and the luck of lives in blocks; only what a gain rests on is drawn."""
    sizes = [min(BLOCK, draws - start) for start in range(0, draws, BLOCK)]
    names, named = drawn_of(case, draws), given_names(case.given, case.settled)
    return zip(monte_carlo(case.settled, seed, sizes, names, named), lives(seed, years, sizes), strict=True)


def drawn_of(case: Case, draws: int) -> dict[str, Assumption]:
    """What is drawn: the uncertain assumptions that a gain of these pathways rests on, by dotted name."""
    records = used(case.settled, (without_training(case.arrays), *case.ids), draws)
    return {name: record for name, record in records if is_uncertain(name, record) and not is_below(name, NOT_IN_GAINS)}


def _average(years: Life, of: Ways, rows: int) -> Array:
    """What each year of a pathway adds on average over all ways through it, discounted [USD/year] (rows, years)."""
    length, year = of.term.length, years.year
    total = np.empty((rows, len(year)))
    total[:] = of.counted(length, np.ones((1, 1)))
    paid = flows(of.term, length, year)
    total[:, : paid.shape[1]] += paid
    if of.exits is not None:
        times, still_in = of.exits
        finish = still_in[:, -1:]
        leave = -np.diff(still_in, axis=1, prepend=1.0)
        total *= finish
        others = 1.0 - finish
        chances = np.divide(leave, others, out=np.zeros_like(leave), where=others > 0.0)
        total += others * of.of_leavers(times, chances)
        for number in range(times.shape[1]):
            paid = leave[:, [number]] * flows(of.term, times[:, [number]], year)
            total[:, : paid.shape[1]] += paid
    total *= years.present
    return total


def _layer(nets: Sequence[Array]) -> Layer:
    """A block of draws from what each year of the pathways adds (rows, years); the baseline is the first of them."""
    base, count = nets[0], len(nets[0])
    worth, ahead = np.empty((count, len(nets))), np.zeros((len(nets), base.shape[1]))
    worth[:, 0] = base.sum(axis=1)
    running = np.empty_like(base, order="F")
    years = running.T
    for place, own in enumerate(nets[1:], start=1):
        np.subtract(own, base, out=running)
        # Year by year, each of them in one piece of memory: cumsum along short rows takes twice as long.
        for year in range(1, len(years)):
            years[year] += years[year - 1]
        ahead[place] = np.sum(years >= LEAST_DIFFERENCE, axis=1)
        worth[:, place] = years[-1] + worth[:, 0]
    return Layer(worth, ahead)


def _joined(layers: Sequence[Layer | None]) -> Layer | None:
    """The blocks of one layer put together; None where no block has it."""
    found = [layer for layer in layers if layer is not None]
    if not found:
        return None
    return Layer(np.concatenate([layer.worth for layer in found]), np.sum([layer.ahead for layer in found], axis=0))
