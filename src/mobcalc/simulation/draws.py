"""Simulated lives: what every pathway is worth in each of many draws.

All pathways share the assumptions and most of the luck of a life, so that the differences between them are paired.
"""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.household.taxes_and_benefits import Household
from mobcalc.model import Array, risk
from mobcalc.projection.case import Case, Run
from mobcalc.projection.mixture import Side, shares
from mobcalc.projection.pathway import ways
from mobcalc.projection.pay_path import without_training
from mobcalc.projection.person_years import Life, life
from mobcalc.results.chances import WELL_AHEAD
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.luck import Luck
from mobcalc.sampling.monte_carlo import STRATA, is_uncertain, lives, monte_carlo, own_luck
from mobcalc.schema import is_below, used
from mobcalc.simulation.gain_error import spread_tables
from mobcalc.simulation.lives import Lives, Net, Table, average, lives_of, net, summed, table, worth

BLOCK = 2000
"""So many lives are computed at a time: few enough for the processor's cache, enough to make Python's part small."""
ASSUMED = 300
"""So often the assumptions are drawn, for each sex; what a pathway is worth in all ways through it costs several times
as much as a life, and more draws would not make the amounts shown much surer."""
LIVES_EACH = 10
"""So many lives a person with an id has at least in each draw of the assumptions, where these are not more than a set
of strata: of people in a roster there are many, with few lives each."""
ALONE = 5
"""Luck alone is taken for one life in so many, since what it shares in the spread needs no more."""
DECADE = 10
NOT_IN_GAINS = ("economy.fringe_rate", "living_wage")
"""Names of numbers that no gain rests on, so that they need not be drawn."""


class Layer(Struct, frozen=True):
    """Draws of one layer of uncertainty.

    `worth` of each pathway [USD] (draws, pathways), the baseline first. Neighbouring draws that have something in
    common are a group; `starts` says where each begins (groups,).
    """

    worth: Array
    starts: NDArray[np.intp]


class Amounts(Struct, frozen=True):
    """What each draw of the assumptions makes each pathway worth on average over lives [USD] (draws, pathways).

    To all who start, to those who finish and to those who leave, over the working life; and the earnings of all who
    start in the first ten years, undiscounted.
    """

    expected: Array
    completer: Array
    leaver: Array
    first_decade: Array


class Simulation(Struct, frozen=True):
    """What was drawn: assumptions and lives together, each of them alone, and what the household keeps.

    In `amounts` the assumptions are drawn, and every draw is the average over lives as the projection has it; in
    `one_life` the assumptions stay at their values. `kept` is of both together and `kept_one_life` of luck alone, None
    without a place.
    """

    together: Layer
    amounts: Amounts
    one_life: Layer
    kept: Layer | None
    kept_one_life: Layer | None


class Drawn(Struct, frozen=True):
    """Draws of the assumptions, the person's years in them, and all ways through each pathway, the baseline first.

    `life_id` is the id of a person who has luck of their own; of nobody in particular where empty.
    """

    ids: Sequence[str]
    arrays: Arrays
    years: Life
    tables: list[Table]
    life_id: str = ""


class Mixed(Struct, frozen=True):
    """Draws of each sex that the person may be of, and the part of it among those who start each pathway.

    `weights` are (sexes, pathways), the baseline first, those of `completer` and `leaver` of those who finish and
    leave; at their values, so that all draws have the same mix.
    """

    simulations: list[Simulation]
    weights: Array
    completer: Array
    leaver: Array


def simulated(case: Case, sides: Sequence[Side], draws: int, seed: int) -> Mixed:
    """Draws of the pathways of a case; where the sex is not given, half of them of each.

    Args:
        case: one person and the pathways, the baseline first.
        sides: the sexes with the assumptions at their values; with a household where a place is given.
        draws: how many lives, 1 or more.
        seed: which random numbers.
    """
    keep_memory()
    each = share_of_draws(case, draws)
    few, homes = -(-each // ALONE), [side.years.household for side in sides]
    drawn = [drawn_for(case, run, draws, seed) for run in case.runs]
    points = [
        msgspec.structs.replace(_drawn(case.ids, side.arrays, side.years), life_id=case.life_id) for side in sides
    ]
    layers = zip(drawn, _lives(drawn, homes, each, seed), _lives(points, homes, few, seed), strict=True)
    simulations = [
        Simulation(both.earned, amounts_of(own), luck.earned, both.kept, luck.kept) for own, both, luck in layers
    ]
    weights = weights_of(case, sides)
    rates = np.array([finishing(run.arrays, case.ids) for run in case.runs])
    return Mixed(simulations, weights, *(_parts(weights, chance) for chance in (rates, 1.0 - rates)))


def weights_of(case: Case, sides: Sequence[Side]) -> Array:
    """The part of each sex among those who start each pathway of a case (sexes, pathways)."""
    return np.array([[float(weight[0, 0]) for weight in shares(sides, name, case.ids[0])] for name in case.ids]).T


def finishing(arrays: Arrays, ids: Sequence[str]) -> list[float]:
    """The chance to finish each pathway [share]; 0.5 where nobody tells."""
    rates = [arrays.pathways[name].completion for name in ids]
    return [0.5 if rate is None else float(rate.rate[0, 0]) for rate in rates]


def _parts(weights: Array, chances: Array) -> Array:
    """The part of each sex in a group that a sex belongs to by a chance (sexes, pathways)."""
    both = weights * chances
    total = both.sum(axis=0)
    return np.where(total > 0.0, both / np.where(total > 0.0, total, 1.0), weights)


def share_of_draws(case: Case, draws: int) -> int:
    """How many lives of each sex are drawn."""
    return -(-draws // len(case.runs))


def drawn_for(case: Case, run: Run, draws: int, seed: int) -> Drawn:
    """The assumptions of one sex in so many draws as so many lives of all need, with what they leave out of the spread.

    Somebody with an id has as many whether or not the sex is known: groups of people share their draws.
    """
    names, named = drawn_in(case, run, draws), given_names(case.given, run.settled)
    count = assumed_draws(draws if case.life_id else share_of_draws(case, draws), case.life_id)
    arrays = monte_carlo(run.settled, seed, count, names, named, run.arrays)
    drawn = _drawn(case.ids, arrays, life(arrays, is_compared=False))
    tables = spread_tables(drawn.ids, run.arrays, arrays, drawn.years, drawn.tables, seed)
    return msgspec.structs.replace(drawn, tables=tables, life_id=case.life_id)


def assumed_draws(draws: int, life_id: str) -> int:
    """How often the assumptions are drawn for so many lives, of somebody with an id or of nobody in particular."""
    return min(ASSUMED, max(STRATA, draws // LIVES_EACH) if life_id else draws, draws)


def _drawn(ids: Sequence[str], arrays: Arrays, years: Life) -> Drawn:
    return Drawn(ids, arrays, years, [table(years, ways(arrays, years, name)) for name in ids])


def rows_of(drawn: Drawn) -> int:
    """How many draws of the assumptions there are."""
    return max(of.rows for of in drawn.tables)


class Block(Struct, frozen=True):
    """The luck of a block of lives, with the number of the first, and on each of some pathways alone (lives, 1)."""

    luck: Luck
    first: int
    own: list[Array]


def _blocks(drawn: Drawn, places: Sequence[int], draws: int, seed: int) -> Iterator[Block]:
    """The luck of one block of lives after the other, whatever their sex; arguments as for `nets`."""
    own = [own_luck(seed, drawn.ids[place], draws, BLOCK, drawn.life_id) for place in places]
    for number, luck in enumerate(lives(seed, len(drawn.years.year), draws, BLOCK, drawn.life_id)):
        yield Block(luck, number * BLOCK, [next(of) for of in own])


def _lived(drawn: Drawn, block: Block, draws: int, household: Household | None) -> Lives:
    """The lives of a block; arguments as for `nets`."""
    which = (block.first + np.arange(len(block.luck.death))) * rows_of(drawn) // draws
    return lives_of(drawn.arrays, drawn.years, block.luck, which, household)


def nets(
    drawn: Drawn, places: Sequence[int], draws: int, seed: int, household: Household | None
) -> Iterator[list[Net]]:
    """What a block of lives after the other has of some pathways.

    Args:
        drawn: the assumptions.
        places: of the pathways, 0 the baseline.
        draws: how many lives, spread evenly over the draws of the assumptions, neighbours together.
        seed: which random numbers.
        household: where what it keeps is asked for.
    """
    for block in _blocks(drawn, places, draws, seed):
        yield _nets(drawn, places, _lived(drawn, block, draws, household), block.own)


def _nets(drawn: Drawn, places: Sequence[int], these: Lives, own: Sequence[Array]) -> list[Net]:
    """What lives have of some pathways, with their luck on each of them alone (lives, 1)."""
    return [net(these, drawn.tables[place], luck_on) for place, luck_on in zip(places, own, strict=True)]


def worths(drawn: Drawn, places: Sequence[int], draws: int, seed: int) -> Iterator[Array]:
    """What blocks of lives have of some pathways in all, earned [USD] (lives, pathways); arguments as for `nets`."""
    for block in _blocks(drawn, places, draws, seed):
        yield _worths(drawn, places, _lived(drawn, block, draws, None), block.own)


def _worths(drawn: Drawn, places: Sequence[int], these: Lives, own: Sequence[Array]) -> Array:
    """What lives have of some pathways in all, earned [USD] (lives, pathways); arguments as for `_nets`."""
    of_each = zip(places, own, strict=True)
    return np.column_stack([worth(these, drawn.tables[place], luck_on) for place, luck_on in of_each])


class Had(Struct, frozen=True):
    """What lives of one sex have of all pathways in all; `kept` is None without a household."""

    earned: Layer
    kept: Layer | None


def _lives(drawn: Sequence[Drawn], homes: Sequence[Household | None], draws: int, seed: int) -> list[Had]:
    """What lives have of all pathways in all, earned and kept.

    Args:
        drawn: the assumptions for each sex; the lives of both have the same luck, one by one.
        homes: the household of each, where what it keeps is asked for.
        draws: how many lives of each.
        seed: which random numbers.
    """
    blocks: list[list[tuple[Array, Array | None]]] = [[] for _ in drawn]
    for block in _blocks(drawn[0], range(len(drawn[0].ids)), draws, seed):
        for own, home, sums in zip(drawn, homes, blocks, strict=True):
            sums.append(_sums(own, _lived(own, block, draws, home), block.own))
    return [_had(sums, _starts(rows_of(own), draws)) for own, sums in zip(drawn, blocks, strict=True)]


def _sums(drawn: Drawn, these: Lives, own: Sequence[Array]) -> tuple[Array, Array | None]:
    """What a block of lives has of all pathways in all, earned and kept [USD] (lives, pathways); as for `_nets`."""
    places = range(len(drawn.ids))
    if these.household is None:
        return _worths(drawn, places, these, own), None
    each = _nets(drawn, places, these, own)
    kept = [one.kept.sum(axis=1) for one in each if one.kept is not None]
    return np.column_stack([one.earned.sum(axis=1) for one in each]), np.column_stack(kept)


def _had(sums: Sequence[tuple[Array, Array | None]], starts: NDArray[np.intp]) -> Had:
    """Blocks of lives one after the other; `starts` as in `Layer`."""
    kept = [block for _, block in sums if block is not None]
    return Had(
        Layer(np.concatenate([block for block, _ in sums]), starts),
        Layer(np.concatenate(kept), starts) if kept else None,
    )


def _starts(rows: int, draws: int) -> NDArray[np.intp]:
    """Where the lives of each draw of the assumptions begin; each alone where there is one draw."""
    if rows == 1:
        return np.arange(draws)
    starts = -(-np.arange(rows) * draws // rows)
    # They rise; np.unique would import numpy.ma, which takes as long as many draws.
    return starts[np.diff(starts, prepend=-1) > 0]


def amounts_of(drawn: Drawn) -> Amounts:
    """What each draw of the assumptions makes each pathway worth."""
    return Amounts(*(np.hstack(parts) for parts in zip(*(_amounts(drawn, of) for of in drawn.tables), strict=True)))


def _amounts(drawn: Drawn, of: Table) -> tuple[Array, Array, Array, Array]:
    """What one pathway is worth (all draws, 1): to all, to finishers and leavers, and in the first ten years.

    Not a number for a group that it has not.
    """
    years, count = drawn.years, rows_of(drawn)
    worth, early = (summed(of, weights) for weights in ((years.present, years.present), (_decade(years), None)))
    finish = worth[of.of_way(of.ways - 1)] if of.ways > 1 else np.full((1, 1), np.nan)
    chances = of.chances()[:, :-1]
    leaving = chances.sum(axis=1, keepdims=True)
    total = sum((chances[:, [way]] * worth[of.of_way(way)] for way in range(of.ways - 1)), np.zeros((1, 1)))
    leave = np.divide(total, leaving, out=np.full((count, 1), np.nan), where=leaving > 0.0)
    each = (average(of, worth), finish, leave, average(of, early))
    return tuple(np.broadcast_to(amount, (count, 1)) for amount in each)  # type: ignore[return-value]  # four of them


def _decade(years: Life) -> Array:
    """The weights of undiscounted sums over the first ten years (rows, years)."""
    return years.alive * (years.year < DECADE)


def ahead_by_year(case: Case, run: Run, years: Life, place: int, draws: int, seed: int, *, kept: bool) -> Array:
    """How many lives of one sex are ahead of the baseline by the end of each year, on one pathway (years,).

    Args:
        case: one person and the pathways.
        run: the assumptions of one sex.
        years: of the person at the values, with the household where what it keeps is asked for.
        place: of the pathway.
        draws: how many lives, as in `simulated`.
        seed: which random numbers.
        kept: whether what the household keeps is meant.
    """
    drawn, total = drawn_for(case, run, draws, seed), np.zeros(len(years.year))
    for base, own in nets(drawn, (0, place), share_of_draws(case, draws), seed, years.household if kept else None):
        ours, theirs = (own.kept, base.kept) if kept else (own.earned, base.earned)
        assert ours is not None and theirs is not None
        running = np.cumsum(ours - theirs, axis=1)
        total += np.count_nonzero(running >= 1.0, axis=0)
    return total


class Chance(Struct, frozen=True):
    """A chance from draws [share], and its variance over that of as many draws that have nothing in common."""

    share: float
    design_effect: float


def chance_well_ahead(case: Case, draws: int, seed: int) -> Chance:
    """The part of the draws in which the second pathway of a case ends well ahead of the first, as in `together`.

    Args:
        case: one person and the two pathways.
        draws: how many lives, 1 or more.
        seed: which random numbers.
    """
    keep_memory()
    sides = [Side(run.arrays, life(run.arrays, is_compared=False)) for run in case.runs]
    weights, each = weights_of(case, sides)[:, 1], share_of_draws(case, draws)
    ahead, starts = np.zeros((1, 1)), np.zeros(1, dtype=np.intp)
    drawn = [drawn_for(case, run, draws, seed) for run in case.runs]
    for had, weight in zip(_lives(drawn, [None] * len(drawn), each, seed), weights.tolist(), strict=True):
        layer = had.earned
        gain = layer.worth[:, 1] - layer.worth[:, 0]
        # Both sexes are drawn in the same assumptions and with the same luck, life by life.
        ahead, starts = ahead + weight * (gain >= WELL_AHEAD)[None, :], layer.starts
    share, error = float(ahead.mean()), float(risk.standard_error(ahead, starts)[0, 0])
    apart = share * (1.0 - share) / draws
    most = each / len(starts)
    # Where all are ahead, or none, nothing shows what they have in common; it is at most everything.
    return Chance(share, float(np.clip(error**2 / apart, 1.0, max(most, 1.0))) if apart > 0.0 else most)


def keep_memory() -> None:
    """Make the allocator keep the memory of arrays that are freed.

    It returns large arrays to the system, which then has to hand out their pages anew, a quarter of the whole time.
    Freeing one, even untouched, makes it keep what is smaller.
    """
    np.empty(31 << 20, dtype=np.uint8)


def drawn_in(case: Case, run: Run, draws: int) -> list[str]:
    """Names, in the assumptions of one sex, of what is drawn."""
    records = used(run.settled, (without_training(run.arrays), *case.ids), draws)
    return [name for name, one in records if is_uncertain(name, one) and not is_below(name, NOT_IN_GAINS)]
