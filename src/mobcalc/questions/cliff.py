"""`cliff`: what a household keeps over the earnings of its worker, and where a raise leaves it with less."""

from collections.abc import Mapping

import msgspec
import numpy as np

from mobcalc.household.basic_needs import prices_used
from mobcalc.household.earnings_schedule import (
    OverEarnings,
    chief,
    is_beyond,
    looked_up,
    lost_over,
    net_at,
    over_earnings,
    shortfall,
)
from mobcalc.household.rules_by_year import WITHOUT_WORK
from mobcalc.household.taxes_and_benefits import household_used, table_in
from mobcalc.household_types import NetSlice, Slices
from mobcalc.model import Array, transfers
from mobcalc.model import cliffs as equations
from mobcalc.projection.case import ids_of, with_pathways
from mobcalc.questions.basis import resting
from mobcalc.questions.cliff_by_age import along
from mobcalc.questions.cliff_help import other_help, working_and_not
from mobcalc.results.cliff import (
    BEYOND_TABLE,
    LEAST_LOSS,
    NEVER_ENDS,
    PROGRAM_SHARE,
    Cliff,
    Cliffs,
    CoverageLoss,
    GridPoint,
    Kept,
    Now,
    ProgramEnd,
    Step,
)
from mobcalc.results.provenance import Provenance
from mobcalc.sampling import Arrays, hours_in_work, point
from mobcalc.schema import Assumption, Records
from mobcalc.units import WEEKS_PER_YEAR

GRID = np.arange(0.0, 150_001.0, 500.0)
"""The worker's earnings that the answer has a point at [USD/year]."""
SPLIT = ("snap", "wic", "school_meals")
"""Programs whose limits change within a year, so that an average over it shows one cliff as several."""
APART = 0.05
"""Falls of one such program so near to each other, as a part of earnings, are one cliff."""
WIDE = 20
"""The stretch over which the least is kept is so many points of the grid wide: 10,000 dollars."""
LEAST_BENEFIT = 1.0
"""Less than this is no benefit [USD/year]: monthly rounding leaves cents behind."""


def cliffs(
    assumptions: Records,
    slices: Slices,
    provenance: Provenance,
    others: Mapping[str, NetSlice],
    *,
    with_coverage: bool = False,
    pathway: str | None = None,
    group: str | None = None,
    baseline: str | None = None,
) -> Cliffs:
    """The household of the person in the assumptions, over the earnings of its worker.

    Args:
        assumptions: everything that is assumed, with a place.
        slices: taxes and benefits by year.
        provenance: which assumptions these are, passed on.
        others: taxes and benefits now without work and with help that is not counted, see `rules_by_year.beside`.
        with_coverage: whether public health coverage counts as if it were cash.
        pathway: the id of a pathway whose paid earnings are followed by age.
        group: of `expected`, `completer` and `leaver`; those who finish, if not given and told apart.
        baseline: the pathway that says what the person earns without training, where it is not the usual one.

    Raises:
        InputError: for an unknown pathway, and for training that does not fit into the working life.
    """
    person = msgspec.structs.replace(assumptions.person, weekly_hours=hours_in_work(assumptions.person.weekly_hours))
    arrays = point(with_pathways(msgspec.structs.replace(assumptions, person=person), ()))
    ids = [] if pathway is None else ids_of(assumptions, [pathway], baseline)
    used = household_used(arrays, slices)
    # What is said of pay in this year's rules is this year's pay.
    partner = used.partner_earnings
    start = float(arrays.person.start_age[0, 0])
    home = over_earnings(table_in(slices, 0, start), partner, with_coverage)
    ends, grid = _program_ends(home), _grid(home)
    all_cliffs = _cliffs(home, ends)
    now = _now(arrays, home, all_cliffs)
    return Cliffs(
        household=msgspec.structs.replace(used, child_care=home.table.care),
        age=int(start),
        provenance=resting(provenance, assumptions, ids, _prices(arrays)),
        is_with_coverage=with_coverage,
        hours_per_week=float(arrays.person.weekly_hours[0, 0]),
        minimum_wage=float(arrays.economy.minimum_wage[0, 0]),
        table_top=home.table.top - partner if home.table.top > partner else 0.0,
        taxes=[*home.table.taxes],
        benefits=[*home.table.cash],
        coverage=[*home.table.coverage],
        grid=grid,
        cliffs=all_cliffs,
        least_kept=_least_kept(grid),
        coverage_losses=_coverage_losses(home, ends),
        program_ends=ends,
        now=now,
        other_help=other_help(home, others, None if now is None else now.earnings),
        working_and_not=[] if now is None else working_and_not(home, others[WITHOUT_WORK], now.earnings),
        substantial_work=_as_said(assumptions.economy.substantial_work) if used.disability else None,
        able_limit=_as_said(assumptions.economy.able_limit) if used.disability else None,
        along=None if pathway is None else along(assumptions, slices, pathway, group, baseline, with_coverage),
    )


def _grid(home: OverEarnings) -> list[GridPoint]:
    """Every component and net resources at regular earnings of the worker."""
    table, household = home.table, (GRID + home.partner)[None, :]
    components = {
        name: looked_up(table, amount, household)[0].tolist()
        for name, amount in (table.taxes | table.cash | table.coverage).items()
    }
    net = transfers.amounts_at(household, home.net_lines, home.line_of)
    rates = [*transfers.marginal_rates(household, net)[0].tolist(), None]
    return [
        GridPoint(
            earnings=earnings,
            household_earnings=earnings + home.partner,
            net_resources=float(net[0, number]),
            marginal_rate=rates[number],
            is_beyond_table=is_beyond(home, earnings),
            components={name: amounts[number] for name, amounts in components.items()},
        )
        for number, earnings in enumerate(GRID.tolist())
    ]


def _least_kept(grid: list[GridPoint]) -> Kept | None:
    """Where the least is kept of a rise in earnings; null where the table has no room for it."""
    known = [point for point in grid if not point.is_beyond_table]
    rises = [
        Kept(first.earnings, last.earnings, last.net_resources - first.net_resources)
        for first, last in zip(known, known[WIDE:], strict=False)
    ]
    return min(rises, key=lambda rise: rise.kept, default=None)


def _cliffs(home: OverEarnings, ends: list[ProgramEnd]) -> list[Cliff]:
    """Every cliff in order, falls of one program that only the calendar parts taken together."""
    cliffs: list[list[list[float]]] = []
    for fall in equations.falls(home.points, home.net).T.tolist():
        near = next((falls for falls in cliffs if _is_one(home, falls, fall)), None)
        if near is None:
            cliffs.append([fall])
        else:
            near.append(fall)
    return [_cliff(home, falls, ends) for falls in cliffs if sum(loss for *_, loss in falls) >= LEAST_LOSS]


def _is_one(home: OverEarnings, falls: list[list[float]], fall: list[float]) -> bool:
    """Whether a fall belongs to those found before: of the same program that changes within the year, and near."""
    lead = _lead(home, fall)
    return lead in SPLIT and lead == _lead(home, falls[0]) and fall[0] <= falls[0][0] * (1.0 + APART)


def _lead(home: OverEarnings, fall: list[float]) -> str:
    return next(iter(lost_over(home, home.counted, _stretches([fall]))))


def _stretches(falls: list[list[float]]) -> Array:
    """The earnings before and after each fall (2, falls)."""
    return np.array(falls, dtype=np.float64)[:, :2].T


def _cliff(home: OverEarnings, falls: list[list[float]], ends: list[ProgramEnd]) -> Cliff:
    """The falls that make one cliff."""
    first, last = falls[0][0], falls[-1][1]
    lost = chief(lost_over(home, home.counted, _stretches(falls)), PROGRAM_SHARE)
    whole = float(equations.whole_again(home.points, home.net, np.array([[first], [last]]))[0, 0])
    return Cliff(
        from_earnings=first,
        to_earnings=last,
        loss=sum(loss for *_, loss in falls),
        programs=[*lost],
        lost=lost,
        ends=_ended(lost, ends, last),
        steps=[Step(*fall) for fall in falls],
        whole_again_at=None if np.isnan(whole) else whole,
        why=BEYOND_TABLE if np.isnan(whole) else None,
    )


def _ended(names: dict[str, float], ends: list[ProgramEnd], by: float) -> list[str]:
    """Those of some programs that the household no longer has from some earnings on."""
    ended = {one.program for one in ends if one.ends_at is not None and one.ends_at <= by}
    return [name for name in names if name in ended]


def _coverage_losses(home: OverEarnings, ends: list[ProgramEnd]) -> list[CoverageLoss]:
    """Where a raise costs more public health coverage than it brings, program by program; falls at one place together.

    By program and not for all coverage together: a parent who moves from one to another has to enrol, and what the
    table says either is worth is not what it is worth to that parent.
    """
    stretches: dict[tuple[float, float], dict[str, float]] = {}
    for name, worth in home.worth.items():
        for first, last, _ in equations.falls(home.points, (home.points + worth)[None, :]).T.tolist():
            lost = lost_over(home, {name: worth}, np.array([[first], [last]]))
            stretches.setdefault((first, last), {}).update(lost)
    losses = []
    for (first, last), lost in sorted(stretches.items()):
        over = np.array([[first], [last]])
        change = equations.changes(home.points, np.vstack(list(home.worth.values())), over)[:, 0]
        gained = {name: more for name, more in zip(home.worth, change.tolist(), strict=True) if more >= LEAST_LOSS}
        if (loss := sum(lost.values())) >= LEAST_LOSS:
            losses.append(CoverageLoss(first, last, loss, [*lost], _ended(lost, ends, last), gained))
    return losses


def _program_ends(home: OverEarnings) -> list[ProgramEnd]:
    """Where each benefit that the household has somewhere begins, is largest, and ends."""
    benefits = {name: home.gains[name] for name in home.table.cash} | home.worth
    return [_program_end(home, name, amount) for name, amount in benefits.items() if amount.max() >= LEAST_BENEFIT]


def _program_end(home: OverEarnings, name: str, amount: Array) -> ProgramEnd:
    has = np.flatnonzero(amount >= LEAST_BENEFIT)
    largest, after = int(amount.argmax()), int(has[-1]) + 1
    is_known = after < len(home.points)
    return ProgramEnd(
        program=name,
        begins_at=float(home.points[has[0]]),
        largest=float(amount[largest]),
        largest_at=float(home.points[largest]),
        ends_at=float(home.points[after]) if is_known else None,
        why=None if is_known else NEVER_ENDS,
    )


def _prices(arrays: Arrays) -> set[str]:
    """The dotted names of the prices of the place that the answer rests on: of care, and of rents with a voucher."""
    if arrays.place is None:
        return set()
    return {name for name in prices_used(arrays) if arrays.person.voucher or not name.startswith("place.rents")}


def _as_said(record: Assumption) -> float:
    """A limit in the dollars that it is written in: the law does not restate it."""
    assert isinstance(record.value, float)
    return record.value


def _now(arrays: Arrays, home: OverEarnings, cliffs: list[Cliff]) -> Now | None:
    """Where a known wage puts the household; null without one."""
    person = arrays.person
    if person.wage is None:
        return None
    wage, hours = float(person.wage[0, 0]), float(person.weekly_hours[0, 0])
    more = hours * WEEKS_PER_YEAR
    earnings = wage * more
    above = [s.from_earnings for cliff in cliffs for s in cliff.steps if s.from_earnings >= earnings]
    gap, best = shortfall(home, earnings)
    net = net_at(home, earnings)
    return Now(
        wage=wage,
        hours_per_week=hours,
        earnings=earnings,
        net_resources=net,
        raise_per_year=more,
        kept_of_raise=net_at(home, earnings + more) - net,
        shortfall=gap,
        better_at=best if gap else None,
        next_cliff_from=min(above, default=None),
    )
