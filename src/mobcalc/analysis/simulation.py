"""Simulated lives: what every pathway is worth in each of many draws, and how often it is ahead of the baseline.

All pathways share the draws of a row, so that the differences between them are paired.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.analysis.choice import Case
from mobcalc.analysis.household import Household
from mobcalc.analysis.life import Life, life, without_training
from mobcalc.analysis.lived import Net, Table, average, lives_of, net, table
from mobcalc.analysis.outcomes import LEAST_DIFFERENCE
from mobcalc.analysis.projection import ways
from mobcalc.analysis.terms import is_below, used
from mobcalc.households import Slices
from mobcalc.model import Array, risk
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.monte_carlo import Luck, is_uncertain, lives, monte_carlo
from mobcalc.schema import Assumption

BLOCK = 2000
"""So many lives, and draws of the assumptions, are computed at a time: few enough for the processor's cache, enough to
make Python's part small."""
LIVES = 5
"""So many lives are lived in each draw of the assumptions. What a pathway is worth in all ways through it costs several
times as much as a life, and luck moves a gain more than the assumptions do, so lives are what there should be more of.
Luck alone is taken for one life in so many, since what it shares in the spread needs no more."""
NOT_IN_GAINS = ("economy.fringe_rate", "living_wage")
"""Names of numbers that no gain rests on, so that they need not be drawn."""


class Layer(NamedTuple):
    """Draws of one layer of uncertainty.

    `worth` of each pathway [USD] (draws, pathways), the baseline first. `ahead` counts the draws in which a pathway is
    ahead of the baseline by the end of each year (pathways, years). So many neighbouring draws as `lives` are lived in
    the same assumptions, where these are drawn as well.
    """

    worth: Array
    ahead: Array
    lives: int


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


class _Drawn(NamedTuple):
    """So many draws of the assumptions, the person's years in them, and all ways through each pathway."""

    draws: int
    arrays: Arrays
    years: Life
    tables: list[Table]

    def nets(self, luck: Luck, walk: Array, rows: NDArray[np.intp], household: Household | None) -> list[Net]:
        """What lives in these assumptions have of each pathway; arguments as for `lives_of`."""
        these = lives_of(self.arrays, self.years, luck, walk, rows, household)
        return [net(these, of) for of in self.tables]


def simulated(case: Case, slices: Slices | None, draws: int, seed: int) -> Simulation:
    """Draws of the pathways of a case.

    Args:
        case: one person and the pathways, the baseline first.
        slices: taxes and benefits of the household, where a place is given.
        draws: how many lives, 1 or more.
        seed: which random numbers.
    """
    _keep_memory()
    point = _tables(case.ids, 1, case.arrays, life(case.arrays, slices))
    household = point.years.household
    found: list[list[Layer | None]] = []
    for drawn, blocks in _groups(case, len(point.years.year), draws, seed):
        parameter: Layer | None = _layer([average(drawn.years, of) for of in drawn.tables], drawn.draws, 1)
        for luck, rows in blocks:
            walk = risk.random_walk(luck.permanent)
            together, kept = _layers(drawn.nets(luck, walk, rows, household), LIVES)
            one_life, kept_alone = None, None
            if parameter is not None:
                one_life, kept_alone = _layers(point.nets(luck, walk, np.zeros_like(rows), household), 1)
            found.append([together, parameter, one_life, kept, kept_alone])
            parameter = None
    return Simulation._make(_joined(layers) for layers in zip(*found, strict=True))


def _layers(nets: Sequence[Net], lives: int) -> tuple[Layer, Layer | None]:
    """A block of draws of what is earned and, with a place, of what is kept."""
    kept = [of.kept for of in nets if of.kept is not None]
    count = len(nets[0].earned)
    return _layer([of.earned for of in nets], count, lives), _layer(kept, count, lives) if kept else None


class Chance(NamedTuple):
    """A chance from draws [share], and its variance over that of as many draws that have nothing in common."""

    share: float
    design_effect: float


def chance_ahead(case: Case, draws: int, seed: int) -> Chance:
    """The part of the draws in which the second pathway of a case ends ahead of the first, as in `together`.

    Args:
        case: one person and the two pathways.
        draws: how many lives, 1 or more.
        seed: which random numbers.
    """
    _keep_memory()
    found = []
    for drawn, blocks in _groups(case, len(life(case.arrays, is_compared=False).year), draws, seed):
        for luck, rows in blocks:
            first, second = (of.earned for of in drawn.nets(luck, risk.random_walk(luck.permanent), rows, None))
            found.append(np.sum(second - first, axis=1) >= LEAST_DIFFERENCE)
    ahead = np.concatenate(found)[None, :].astype(np.float64)
    share = float(ahead.mean())
    apart = share * (1.0 - share) / draws
    error = float(risk.standard_error(ahead, LIVES)[0, 0])
    # Where all are ahead, or none, nothing shows what they have in common; it is at most everything.
    return Chance(share, error**2 / apart if apart > 0.0 and draws > LIVES else float(LIVES))


def _keep_memory() -> None:
    """Make the allocator keep the memory of arrays that are freed.

    It returns large ones to the system, which then has to hand out their pages anew, a third of the whole time. Freeing
    one larger array, even untouched, makes it keep what is smaller.
    """
    np.empty(24 << 20, dtype=np.uint8)


def _groups(
    case: Case, years: int, draws: int, seed: int
) -> Iterator[tuple[_Drawn, Iterator[tuple[Luck, NDArray[np.intp]]]]]:
    """Groups of draws of the assumptions, each with the lives in them by blocks, and the row each life is lived in."""
    groups, blocks = (_sizes(count) for count in (-(-draws // LIVES), draws))
    names, named = drawn_of(case, draws), given_names(case.given, case.settled)
    luck = lives(seed, years, blocks)
    for count, arrays in zip(groups, monte_carlo(case.settled, seed, groups, names, named), strict=True):
        yield _tables(case.ids, count, arrays, life(arrays, is_compared=False)), _with_rows(islice(luck, LIVES))


def _with_rows(blocks: Iterator[Luck]) -> Iterator[tuple[Luck, NDArray[np.intp]]]:
    """Blocks of lives with the row of their group that each is lived in."""
    for place, luck in enumerate(blocks):
        yield luck, (place * BLOCK + np.arange(len(luck.death))) // LIVES


def _sizes(count: int) -> list[int]:
    """So many draws in blocks."""
    return [min(BLOCK, count - start) for start in range(0, count, BLOCK)]


def _tables(ids: Sequence[str], count: int, arrays: Arrays, years: Life) -> _Drawn:
    return _Drawn(count, arrays, years, [table(years, ways(arrays, years, name)) for name in ids])


def drawn_of(case: Case, draws: int) -> dict[str, Assumption]:
    """What is drawn: the uncertain assumptions that a gain of these pathways rests on, by dotted name."""
    records = used(case.settled, (without_training(case.arrays), *case.ids), draws)
    return {name: record for name, record in records if is_uncertain(name, record) and not is_below(name, NOT_IN_GAINS)}


def _layer(nets: Sequence[Array], count: int, lives: int) -> Layer:
    """A block of draws from what each year of the pathways adds (1 or draws, years), the baseline first.

    Args:
        nets: of each pathway [USD/year]; one row where all draws are alike.
        count: draws.
        lives: neighbouring draws lived in the same assumptions.
    """
    base = nets[0]
    worth, ahead = np.empty((count, len(nets))), np.zeros((len(nets), base.shape[1]))
    worth[:, 0] = base.sum(axis=1)
    running = np.empty((count, base.shape[1]), order="F")
    years = running.T
    for place, own in enumerate(nets[1:], start=1):
        np.subtract(own, base, out=running)
        # Year by year, each of them in one piece of memory: cumsum along short rows takes twice as long.
        for year in range(1, len(years)):
            years[year] += years[year - 1]
        ahead[place] = np.sum(years >= LEAST_DIFFERENCE, axis=1)
        worth[:, place] = years[-1] + worth[:, 0]
    return Layer(worth, ahead, lives)


def _joined(layers: Sequence[Layer | None]) -> Layer | None:
    """The blocks of one layer put together; None where no block has it."""
    found = [layer for layer in layers if layer is not None]
    if not found:
        return None
    worth, ahead = np.concatenate([layer.worth for layer in found]), np.sum([layer.ahead for layer in found], axis=0)
    return Layer(worth, ahead, found[0].lives)
