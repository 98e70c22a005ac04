"""The row engine: many people as the rows of one calculation, by the equations of `compare`.

People who differ in numbers alone are a group: of one sex or none given, one education, one age, with a wage or
without. What differs between them stands in columns, the assumptions in one row; drawn, a few draws at a time are a
second axis of rows. `group_gains` is where a roster or a grid of scenarios comes in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.household.people_homes import Cells, HomePeople, Homes, kept_of, part_of_homes
from mobcalc.model import Array, in_rows
from mobcalc.model.clock import training_fraction
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.case import Case
from mobcalc.projection.exits import Ways
from mobcalc.projection.mixture import Side
from mobcalc.projection.outcomes import LEAST_DIFFERENCE
from mobcalc.projection.pathway import ways
from mobcalc.projection.person_years import Life, life
from mobcalc.projection.study_correction import Corrections
from mobcalc.projection.training_term import flows, repaid
from mobcalc.sampling import Arrays
from mobcalc.sampling.filling import refill
from mobcalc.simulation.draws import DECADE, finishing, keep_memory, weights_of
from mobcalc.simulation.lives import Table, ends_of, table

PEOPLE = 1024
"""So many people at most are rows of one calculation: few enough for the processor's cache."""


class Group(Struct, frozen=True):
    """People who differ in numbers alone.

    `case` is that of any of them. `columns` has by dotted name what differs (people, n), or what all of them have
    (1, n); `keys` are those of their random numbers. `home` are their households, None where what these keep is not
    asked for.
    """

    case: Case
    columns: Mapping[str, Array]
    keys: NDArray[np.uint64]
    home: HomePeople | None = None

    @property
    def size(self) -> int:
        """How many people."""
        return len(self.keys)


class Worth(NamedTuple):
    """What a pathway is worth [USD].

    `expected` to all who start, `completer` and `leaver` to those who finish and leave (all rows, 1); not a number for
    a group that it has not. `first_decade` are the earnings of all who start in the first ten years, undiscounted
    (rows, 1). `net` is what each year brings all who start, discounted [USD/year] (rows, years).
    """

    expected: Array
    completer: Array
    leaver: Array
    first_decade: Array
    net: Array


class Rows(Struct, frozen=True):
    """Assumptions in rows, the years of the people in them, and all ways through each pathway, the baseline first.

    `shape` is how many rows there are on each axis. `tables` are the `ways`, each in all rows, draw by draw. `free` is
    what of each year is free of training for who finishes a pathway (1 or rows, years).
    """

    shape: tuple[int, ...]
    arrays: Arrays
    years: Life
    ways: list[Ways]
    tables: list[Table]
    free: list[Array]


def parts_of(group: Group, most: int = PEOPLE) -> list[Group]:
    """A group as several, none of more than so many people."""
    return [some_of(group, slice(start, start + most)) for start in range(0, group.size, most)]


def some_of(group: Group, which: slice | NDArray[np.intp]) -> Group:
    """Some people of a group."""
    return Group(
        group.case,
        {name: column if len(column) == 1 else column[which] for name, column in group.columns.items()},
        group.keys[which],
        None if group.home is None else part_of_homes(group.home, which),
    )


def rows_of(ids: Sequence[str], arrays: Arrays, shape: tuple[int, ...], known: Corrections | None = None) -> Rows:
    """The years and the ways through pathways of people in these assumptions.

    Args:
        ids: of the pathways, the baseline first.
        arrays: assumptions in rows.
        shape: how many rows there are on each axis.
        known: what studies put on gains, where it is known already.
    """
    years = life(arrays, is_compared=False)
    each = [ways(arrays, years, name, known) for name in ids]
    fractions = [training_fraction(one.term.length, years.year) for one in each]
    free = [in_rows(np.asfortranarray((1.0 - part) * years.at_work), shape) for part in fractions]
    return Rows(shape, arrays, years, each, [table(years, one, shape) for one in each], free)


def worth(years: Life, of: Table) -> Worth:
    """What a pathway is worth in every row."""
    chances, nobody, decade = of.chances(), np.full((1, 1), np.nan), years.alive * (years.year < DECADE)
    finish, earned = _way(of, of.ways - 1)
    if of.ways == 1:
        net = finish * years.present
        return Worth(net.sum(axis=1, keepdims=True), nobody, nobody, weighted_sum(earned, decade), net)
    finishing, leave = chances[:, -1:], np.zeros_like(finish)
    earned = finishing * earned
    for place in range(of.ways - 1):
        flowing, pay = _way(of, place)
        leave += chances[:, [place]] * flowing
        earned += chances[:, [place]] * pay
    net = (finishing * finish + leave) * years.present
    leaving = chances[:, :-1].sum(axis=1, keepdims=True)
    left, anybody = weighted_sum(leave, years.present), leaving > 0.0
    return Worth(
        expected=net.sum(axis=1, keepdims=True),
        completer=weighted_sum(finish, years.present),
        leaver=np.where(anybody, left / np.where(anybody, leaving, 1.0), np.nan),
        first_decade=weighted_sum(earned, decade),
        net=net,
    )


def _way(of: Table, place: int) -> tuple[Array, Array]:
    """What one way brings in each year, and the earnings in it [USD/year] (rows, years) both."""
    rows = of.of_way(place)
    earned = of.after[rows].copy(order="F")
    early = of.in_training[rows]
    earned[:, : early.shape[1]] += early
    flowing, paid = earned.copy(order="F"), of.flows[rows]
    flowing[:, : paid.shape[1]] += paid
    return flowing, earned


class Gains(Struct, frozen=True):
    """What people gain from each pathway over the baseline, every assumption at its value [USD] (people, pathways).

    `expected` by all who start, `completer` and `leaver` by those who finish and leave. `first_decade` is in earnings
    of the first ten years, undiscounted. `ahead_from` is the age at the end of the year from which on the running gain
    is above the baseline's for good, not a number where it is behind in the end [years]. `baseline` is what life is
    worth without [USD] (people, 1). `kept` is what households keep of `expected`, not a number where it is
    not asked for. `finish` is the part of those who start that finishes [share], and `cost` what all who start pay for
    training [USD], of the baseline too (people, 1 + pathways); the cost has no columns where it is not asked for.
    """

    expected: Array
    completer: Array
    leaver: Array
    first_decade: Array
    ahead_from: Array
    baseline: Array
    kept: Array
    finish: Array
    cost: Array


def group_gains(group: Group, homes: Homes | None = None, *, has_cost: bool = False) -> Gains:
    """What a group gains from its pathways, at the values of all assumptions.

    Args:
        group: the people, with their households where what these keep is asked for.
        homes: the tables of households.
        has_cost: whether it is asked for what training costs.
    """
    keep_memory()
    parts = [_gains(part, homes, has_cost=has_cost) for part in parts_of(group)]
    return Gains(*(np.concatenate([getattr(one, name) for one in parts]) for name in Gains.__struct_fields__))


def _gains(group: Group, homes: Homes | None, *, has_cost: bool) -> Gains:
    """What some people gain."""
    case = group.case
    runs = [rows_of(case.ids, refill(run.arrays, group.columns), (group.size,)) for run in case.runs]
    each = [[worth(rows.years, one) for one in rows.tables] for rows in runs]
    by = _parts(case)
    kept, asked = [_kept(rows, group, homes) for rows in runs], runs if has_cost else []
    start, running = float(case.arrays.person.start_age[0, 0]), _running(group.size, each, by["expected"])
    return Gains(
        **{name: _mixed(group.size, each, parts, name) for name, parts in by.items()},
        ahead_from=_side_by_side(group.size, (_ahead_from(one, start) for one in running)),
        baseline=_sum(group.size, (w[0] * own[0].expected for w, own in zip(by["expected"], each, strict=True))),
        kept=sum(
            (w[1:] * (own[:, 1:] - own[:, :1]) for w, own in zip(by["expected"], kept, strict=True)), np.zeros((1, 1))
        ),
        finish=_of_training(group.size, runs, by["expected"], _finishing),
        cost=_of_training(group.size, asked, by["expected"], _cost),
    )


def _of_training(
    people: int, runs: Sequence[Rows], weights: Sequence[Array], figure: Callable[[Rows, int], Array]
) -> Array:
    """A figure of the training of every pathway, by the part of each sex (people, 1 + pathways); none without rows."""
    columns = (
        _sum(people, (w[place] * figure(rows, place) for w, rows in zip(weights, runs, strict=True)))
        for place in range(len(weights[0]) if runs else 0)
    )
    return _side_by_side(people, columns)


def _finishing(rows: Rows, place: int) -> Array:
    """The part of those who start a pathway that finishes [share] (1 or rows, 1)."""
    return rows.tables[place].chances()[:, -1:]


def _cost(rows: Rows, place: int) -> Array:
    """What all who start a pathway pay for training, out of pocket and by a loan [USD] (rows, 1)."""
    own, year, of = rows.ways[place].term, rows.years.year, rows.tables[place]
    chances, total = of.chances(), np.zeros((1, 1))
    for way, end in enumerate(ends_of(rows.ways[place])):
        costs, _ = flows(own, end, year)
        total = total + chances[:, [way]] * (costs.sum(axis=1, keepdims=True) + repaid(own, year, end).borrowed)
    return total


def _parts(case: Case) -> dict[str, list[Array]]:
    """The part of each sex in each pathway (pathways,), by the names of gains."""
    weights = part_of_each(case)
    rates = [np.array(finishing(run.arrays, case.ids)) for run in case.runs]
    finish = _normed([w * rate for w, rate in zip(weights, rates, strict=True)], weights)
    leave = _normed([w * (1.0 - rate) for w, rate in zip(weights, rates, strict=True)], weights)
    return {"expected": weights, "completer": finish, "leaver": leave, "first_decade": weights}


def _sum(people: int, parts: Iterable[Array]) -> Array:
    """A sum in so many rows, also where each part has but one."""
    return sum(parts, np.zeros((people, 1)))


def _side_by_side(people: int, columns: Iterable[Array]) -> Array:
    """Columns beside each other (people, columns)."""
    return np.hstack([np.zeros((people, 0)), *columns])


def _mixed(people: int, each: Sequence[Sequence[Worth]], parts: Sequence[Array], name: str) -> Array:
    """A gain by the part of each sex in each pathway [USD] (people, pathways)."""
    against = "first_decade" if name == "first_decade" else "expected"
    sexes = list(zip(parts, each, strict=True))
    gains = (
        _sum(people, (w[place] * (getattr(own[place], name) - getattr(own[0], against)) for w, own in sexes))
        for place in range(1, len(each[0]))
    )
    return _side_by_side(people, gains)


def _running(people: int, each: Sequence[Sequence[Worth]], weights: Sequence[Array]) -> Iterator[Array]:
    """The gain from each pathway by the end of each year [USD] (people, years), pathway after pathway."""
    for place in range(1, len(each[0])):
        sexes = zip(weights, each, strict=True)
        yearly = _sum(people, (w[place] * (own[place].net - own[0].net) for w, own in sexes))
        yield np.cumsum(yearly, axis=1)


def _kept(rows: Rows, group: Group, homes: Homes | None) -> Array:
    """What households keep of what pathways bring all who start [USD] (people, pathways); not a number if not asked."""
    if homes is None or group.home is None:
        return np.full((group.size, len(rows.tables)), np.nan)
    cells = homes.cells(group.case.arrays, group.home, rows.years.growth)
    return np.hstack([_kept_worth(rows.years, one, cells, group.size) for one in rows.tables])


def _kept_worth(years: Life, of: Table, cells: Cells, people: int) -> Array:
    """What households keep of what one pathway brings all who start [USD] (people, 1)."""
    whole = of.after.copy(order="K")
    whole[:, : of.in_training.shape[1]] += of.in_training
    shape = (of.ways, people, whole.shape[1])
    whole = np.broadcast_to(whole.reshape(of.ways, of.rows, -1), shape).reshape(of.ways * people, -1)
    kept, chances = kept_of(cells, whole).reshape(shape), of.chances()
    kept[:, :, : of.flows.shape[1]] += of.flows.reshape(of.ways, of.rows, -1)
    total = sum((chances[:, [way]] * kept[way] for way in range(of.ways)), np.zeros((1, 1)))
    return weighted_sum(total, years.present)


def _ahead_from(running: Array, start: float) -> Array:
    """The age from which on a running gain is a dollar or more for good (people, 1); not a number if it never is.

    Args:
        running: the gain by the end of each year [USD] (people, years).
        start: age at the decision [years].
    """
    years = np.arange(1.0, running.shape[1] + 1.0)
    last_behind = np.max(np.where(running <= -LEAST_DIFFERENCE, years, 0.0), axis=1, keepdims=True)
    is_ahead = (running >= LEAST_DIFFERENCE) & (years > last_behind)
    first = np.min(np.where(is_ahead, years, np.inf), axis=1, keepdims=True)
    return np.where(np.isfinite(first), start + first, np.nan)


def part_of_each(case: Case) -> list[Array]:
    """The part of each sex among those who start each pathway of a case (pathways,); all are of one that is known."""
    if len(case.runs) == 1:
        return [np.ones(len(case.ids))]
    sides = [Side(run.arrays, life(run.arrays, is_compared=False)) for run in case.runs]
    return list(weights_of(case, sides))


def _normed(amounts: Sequence[Array], otherwise: Sequence[Array]) -> list[Array]:
    """Each of some amounts over their sum; where there is none, other parts."""
    total = np.sum(amounts, axis=0)
    whole = np.where(total > 0.0, total, 1.0)
    return [np.where(total > 0.0, own / whole, other) for own, other in zip(amounts, otherwise, strict=True)]
