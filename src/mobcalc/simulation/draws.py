"""Simulated lives: what every pathway is worth in each of many draws, and how often it is ahead of the baseline.

All pathways share the draws of a row, so that the differences between them are paired.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.household.taxes_and_benefits import Household
from mobcalc.model import Array, risk
from mobcalc.projection.case import Case, Run, numbers_of
from mobcalc.projection.mixture import Side, shares
from mobcalc.projection.outcomes import LEAST_DIFFERENCE
from mobcalc.projection.pathway import ways
from mobcalc.projection.pay_path import without_training
from mobcalc.projection.person_years import Life, life
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.monte_carlo import Luck, is_uncertain, lives, monte_carlo
from mobcalc.schema import Assumption, is_below, used
from mobcalc.simulation.lives import Net, Table, average, lives_of, net, tables

BLOCK = 2000
"""So many lives, and draws of the assumptions, are computed at a time: few enough for the processor's cache, enough to
make Python's part small."""
LIVES = 5
"""So many lives are lived in each draw of the assumptions. What a pathway is worth in all ways through it costs several
times as much as a life, and luck moves a gain more than the assumptions do, so lives are what there should be more of.
Luck alone is taken for one life in so many, since what it shares in the spread needs no more."""
NOT_IN_GAINS = ("economy.fringe_rate", "living_wage")
"""Names of numbers that no gain rests on, so that they need not be drawn."""
MIX = ".male_share"
"""The last part of the names of numbers that men and women are mixed by, which stay at their values."""


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


class _Block(NamedTuple):
    """The same of a block of draws; each layer alone is in the first block of a group only."""

    together: Layer
    parameter: Layer | None
    one_life: Layer | None
    kept: Layer | None
    kept_one_life: Layer | None


class _Drawn(NamedTuple):
    """So many draws of the assumptions, the person's years in them, and all ways through each pathway."""

    draws: int
    arrays: Arrays
    years: Life
    tables: list[Table]

    def nets(self, luck: Luck, walk: Array, rows: NDArray[np.intp], household: Household | None) -> Iterator[Net]:
        """What lives in these assumptions have of each pathway in turn; arguments as for `lives_of`."""
        these = lives_of(self.arrays, self.years, luck, walk, rows, household)
        return (net(these, of) for of in self.tables)


class Mixed(NamedTuple):
    """Draws of each sex that the person may be of, and the part of it among those who start each pathway.

    `weights` are (sexes, pathways), the baseline first; at their values, so that all draws have the same mix.
    """

    simulations: list[Simulation]
    weights: Array


def simulated(case: Case, sides: Sequence[Side], draws: int, seed: int) -> Mixed:
    """Draws of the pathways of a case; where the sex is not given, half of them of each.

    Args:
        case: one person and the pathways, the baseline first.
        sides: the sexes with the assumptions at their values; with a household where a place is given.
        draws: how many lives, 1 or more.
        seed: which random numbers.
    """
    _keep_memory()
    each = _share_of_draws(case, draws)
    simulations = [_simulated(case, run, side.years, each, seed) for run, side in zip(case.runs, sides, strict=True)]
    return Mixed(simulations, weights_of(case, sides))


def weights_of(case: Case, sides: Sequence[Side]) -> Array:
    """The part of each sex among those who start each pathway of a case (sexes, pathways)."""
    return np.array([[float(weight[0, 0]) for weight in shares(sides, name, case.ids[0])] for name in case.ids]).T


def _share_of_draws(case: Case, draws: int) -> int:
    """How many lives of each sex are drawn."""
    return -(-draws // len(case.runs))


def _simulated(case: Case, run: Run, years: Life, draws: int, seed: int) -> Simulation:
    """Draws of one sex."""
    point = _tables(case.ids, 1, run.arrays, years)
    all_blocks = []
    for drawn, blocks in _groups(case, run, len(years.year), draws, seed):
        for number, (luck, rows) in enumerate(blocks):
            walk = risk.random_walk(luck.permanent)
            together, kept = _layers(drawn.nets(luck, walk, rows, years.household), LIVES)
            parameter, one_life, kept_alone = (None, None, None) if number else _each_alone(point, drawn, luck, walk)
            all_blocks.append(_Block(together, parameter, one_life, kept, kept_alone))
    return Simulation._make(_joined(layers) for layers in zip(*all_blocks, strict=True))


def _each_alone(point: _Drawn, drawn: _Drawn, luck: Luck, walk: Array) -> tuple[Layer, Layer, Layer | None]:
    """The assumptions of a group alone, and the luck of as many lives alone: what they earn, and what they keep."""
    few, rows = Luck._make(part[: drawn.draws] for part in luck), np.zeros(drawn.draws, dtype=np.intp)
    one_life, kept = _layers(point.nets(few, walk[: drawn.draws], rows, point.years.household), 1)
    return _averages(drawn), one_life, kept


def _layers(nets: Iterator[Net], lives: int) -> tuple[Layer, Layer | None]:
    """A block of draws of what is earned and, with a place, of what is kept; the baseline comes first."""
    base = next(nets)
    earned, kept = [], []
    # One pathway after the other, each while it is in the processor's cache.
    for own in nets:
        earned.append(_gained(own.earned, base.earned, own.lives))
        if own.kept is not None and base.kept is not None:
            kept.append(_gained(own.kept, base.kept, own.lives))
    return _layer(base.earned, earned, lives), None if base.kept is None else _layer(base.kept, kept, lives)


def _averages(drawn: _Drawn) -> Layer:
    """Draws of the assumptions, each of them the average over all ways through a pathway."""
    shape = (drawn.draws, len(drawn.years.year))
    base, *others = (np.broadcast_to(average(drawn.years, of), shape) for of in drawn.tables)
    return _layer(base, [_gained(own, base) for own in others], 1)


class Chance(NamedTuple):
    """A chance from draws [share], and its variance over that of as many draws that have nothing in common, 1 to 5."""

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
    sides = [Side(run.arrays, life(run.arrays, is_compared=False)) for run in case.runs]
    weights = weights_of(case, sides)[:, 1]
    ahead = np.zeros((1, 1))
    for run, side, weight in zip(case.runs, sides, weights.tolist(), strict=True):
        counts = []
        for drawn, blocks in _groups(case, run, len(side.years.year), _share_of_draws(case, draws), seed):
            for luck, rows in blocks:
                base, own = drawn.nets(luck, risk.random_walk(luck.permanent), rows, None)
                counts.append(_gained(own.earned, base.earned, own.lives).worth >= LEAST_DIFFERENCE)
        # Both sexes are drawn in the same assumptions and with the same luck, life by life.
        ahead = ahead + weight * np.concatenate(counts)[None, :]
    share, error = float(ahead.mean()), float(risk.standard_error(ahead, LIVES)[0, 0])
    apart = share * (1.0 - share) / draws
    # Where all are ahead, or none, nothing shows what they have in common; it is at most everything.
    return Chance(share, float(np.clip(error**2 / apart, 1.0, LIVES)) if apart > 0.0 else float(LIVES))


def _keep_memory() -> None:
    """Make the allocator keep the memory of arrays that are freed.

    It returns large arrays to the system, which then has to hand out their pages anew, a quarter of the whole time.
    Freeing one, even untouched, makes it keep what is smaller.
    """
    np.empty(31 << 20, dtype=np.uint8)


def _groups(
    case: Case, run: Run, years: int, draws: int, seed: int
) -> Iterator[tuple[_Drawn, Iterator[tuple[Luck, NDArray[np.intp]]]]]:
    """Groups of draws of the assumptions, each with the lives in them by blocks, and the row each life is lived in."""
    groups = _sizes(-(-draws // LIVES))
    names, named = _drawn_in(case, run, draws), given_names(case.given, run.settled)
    luck = lives(seed, years, draws, BLOCK)
    for count, arrays in zip(groups, monte_carlo(run.settled, seed, groups, names, named), strict=True):
        yield _tables(case.ids, count, arrays, life(arrays, is_compared=False)), _with_rows(islice(luck, LIVES))


def _with_rows(blocks: Iterator[Luck]) -> Iterator[tuple[Luck, NDArray[np.intp]]]:
    """Blocks of lives with the row of their group that each is lived in."""
    for place, luck in enumerate(blocks):
        yield luck, (place * BLOCK + np.arange(len(luck.death))) // LIVES


def _sizes(count: int) -> list[int]:
    """So many draws in blocks."""
    return [min(BLOCK, count - start) for start in range(0, count, BLOCK)]


def _tables(ids: Sequence[str], count: int, arrays: Arrays, years: Life) -> _Drawn:
    return _Drawn(count, arrays, years, tables(years, [ways(arrays, years, name) for name in ids]))


def drawn_of(case: Case, draws: int) -> dict[str, Assumption]:
    """What is drawn: the uncertain assumptions that a gain of these pathways rests on, by dotted name."""
    numbers = numbers_of(case, case.ids, draws)
    drawn = {name: one for name, one in numbers.items() if is_uncertain(name, one) and not name.endswith(MIX)}
    return {name: one for name, one in drawn.items() if not is_below(name, NOT_IN_GAINS)}


def _drawn_in(case: Case, run: Run, draws: int) -> list[str]:
    """Names, in the assumptions of one sex, of what is drawn."""
    records = used(run.settled, (without_training(run.arrays), *case.ids), draws)
    return [name for name, one in records if is_uncertain(name, one) and not is_below(name, NOT_IN_GAINS)]


class _Gained(NamedTuple):
    """What draws gain over the baseline [USD] (draws,), and how many are ahead by the end of each year (years,)."""

    worth: Array
    ahead: Array


def _gained(own: Array, base: Array, some: NDArray[np.intp] | None = None) -> _Gained:
    """The gain of a pathway over the baseline from what each year of them adds.

    Args:
        own: of the pathway, up to the last year in which it differs from the baseline [USD/year] (some, first years).
        base: of the baseline [USD/year] (draws, years).
        some: the draws in which the pathway differs from the baseline; None for all.
    """
    until = own.shape[1]
    first = base.T[:until]
    running = np.subtract(own.T, first if some is None else first.take(some, axis=1), order="C")
    # Year by year, each of them in one piece of memory: cumsum takes several times as long.
    for year in range(1, until):
        running[year] += running[year - 1]
    ahead = np.empty(base.shape[1])
    ahead[:until] = [np.count_nonzero(year) for year in running >= LEAST_DIFFERENCE]
    ahead[until:] = ahead[until - 1]
    if some is None:
        return _Gained(running[-1], ahead)
    worth = np.zeros(len(base))
    worth[some] = running[-1]
    return _Gained(worth, ahead)


def _layer(base: Array, gained: Sequence[_Gained], lives: int) -> Layer:
    """A block of draws.

    Args:
        base: what each year of the baseline adds [USD/year] (draws, years).
        gained: over it, by each other pathway.
        lives: neighbouring draws lived in the same assumptions.
    """
    worth = base.sum(axis=1)
    ahead = [np.zeros(base.shape[1]), *(own.ahead for own in gained)]
    return Layer(np.column_stack([worth, *(worth + own.worth for own in gained)]), np.array(ahead), lives)


def _joined(layers: Sequence[Layer | None]) -> Layer | None:
    """The blocks of one layer put together; None where no block has it."""
    known = [layer for layer in layers if layer is not None]
    if not known:
        return None
    worth, ahead = np.concatenate([layer.worth for layer in known]), np.sum([layer.ahead for layer in known], axis=0)
    return Layer(worth, ahead, known[0].lives)
