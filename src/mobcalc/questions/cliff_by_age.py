"""A household along the paid earnings of one pathway: each year by its own household, and what raises cost it."""

from typing import NamedTuple

from mobcalc.household.earnings_schedule import (
    LEAST_CHANGE,
    OverEarnings,
    chief,
    is_beyond,
    lost_over,
    net_at,
    over_earnings,
    shortfall,
)
from mobcalc.household.taxes_and_benefits import CREDIT_AGES, in_rules_dollars, table_in, types_by_year
from mobcalc.household_types import GROWN, HouseholdType, Slices
from mobcalc.model import Array
from mobcalc.model import cliffs as equations
from mobcalc.projection.case import case_of
from mobcalc.projection.group import Group
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import Subject, subject_of
from mobcalc.questions import notices
from mobcalc.results.cliff import PROGRAM_SHARE, CliffByAge, CliffYear, HouseholdThen
from mobcalc.results.pathways import GROUPS
from mobcalc.sampling import Arrays
from mobcalc.schema import Records

RAISE = 1000.0
"""The raise that the marginal rate of a year is of [USD/year]."""


class _Year(NamedTuple):
    """One year: the age, the household, and the worker's earnings [USD/year]."""

    age: int
    of: HouseholdType
    then: HouseholdThen
    home: OverEarnings
    earnings: float


def along(
    assumptions: Records,
    slices: Slices,
    pathway: str,
    group: str | None,
    baseline: str | None,
    with_coverage: bool,
) -> CliffByAge:
    """The years of one pathway.

    Args:
        assumptions: everything that is assumed, the person included.
        slices: taxes and benefits by year.
        pathway: the id.
        group: of `expected`, `completer` and `leaver`; those who finish, if not given and told apart.
        baseline: the pathway that says what the person earns without training, where it is not the usual one.
        with_coverage: whether public health coverage counts as if it were cash.

    Raises:
        InputError: for an unknown pathway, and for training that does not fit into the working life.
    """
    case = case_of(assumptions, [pathway], baseline)
    arrays = case.arrays
    subject = subject_of(sides_of(case), pathway)
    shown, own = _group(subject, group)
    years = _years(arrays, slices, own.paid, subject.years.growth, with_coverage)
    reasons = notices.why(subject)
    return CliffByAge(
        id=subject.name,
        name=subject.pathway.name,
        evidence=subject.pathway.evidence,
        group=shown,
        is_average=shown != "completer" and subject.projection.completer is not None,
        years=[_year(year, before) for before, year in zip([None, *years], years, strict=False)],
        why=reasons[group] if group is not None and group != shown else None,
        caution=subject.pathway.caution,
    )


def _group(subject: Subject, wanted: str | None) -> tuple[str, Group]:
    """The group wanted if the pathway has it, otherwise all who start."""
    everybody, finishers, _ = GROUPS
    group: Group | None = getattr(subject.projection, wanted or finishers)
    return (everybody, subject.projection.expected) if group is None else (wanted or finishers, group)


def _years(arrays: Arrays, slices: Slices, paid: Array, growth: Array, with_coverage: bool) -> list[_Year]:
    """Every year with its household and its earnings, in dollars of the rules."""
    person, count = arrays.person, paid.shape[1]
    rules_year = slices[0].rules_year
    partner = 0.0 if person.partner_earnings is None else float(person.partner_earnings[0, 0])
    ages = [] if person.children is None else [int(age) for age in person.children[0]]
    start, factor = int(person.start_age[0, 0]), in_rules_dollars(arrays, 1.0, rules_year)
    homes: dict[tuple[int, float, bool], OverEarnings] = {}
    each = []
    for number, of in enumerate(types_by_year(arrays, count)):
        theirs = partner * float(growth[0, number])
        key = (id(slices[min(number, len(slices) - 1)]), theirs, start + number in CREDIT_AGES)
        if key not in homes:
            homes[key] = over_earnings(table_in(slices, number, start + number), theirs, with_coverage)
        children = [age + number for age in ages if age + number < GROWN]
        then = HouseholdThen(of.adults, children, theirs)
        each.append(_Year(start + number, of, then, homes[key], float(paid[0, number]) * factor))
    return each


def _year(year: _Year, before: _Year | None) -> CliffYear:
    """One year, against lower earnings in the same year and against the year before."""
    home, earnings = year.home, year.earnings
    net = net_at(home, earnings)
    gap, best = shortfall(home, earnings)
    in_cliff, lost = gap > 0.0, _lost_by_raise(year, before)
    return CliffYear(
        age=year.age,
        household=year.then,
        earnings=earnings,
        household_earnings=earnings + home.partner,
        net_resources=net,
        marginal_rate=1.0 - (net_at(home, earnings + RAISE) - net) / RAISE,
        is_beyond_table=is_beyond(home, earnings),
        in_cliff=in_cliff,
        shortfall=gap,
        better_at=best if in_cliff else None,
        lost_to=_lost_to(home, best, earnings) if in_cliff else [],
        lost_by_raise=lost,
        raise_lost_to=_lost_to(home, before.earnings, earnings) if before is not None and lost else [],
        changed_by_household=_changed_by_household(year, before),
    )


def _lost_to(home: OverEarnings, low: float, high: float) -> list[str]:
    """The programs that make net resources fall between two earnings; where they rise, slower losses do not count."""
    falls = equations.falls(home.points, home.net)[:2]
    between = falls[:, (falls[1] > low) & (falls[0] < high)].clip(low, high)
    return [*chief(lost_over(home, home.counted, between), PROGRAM_SHARE)]


def _lost_by_raise(year: _Year, before: _Year | None) -> float | None:
    """What would have been kept more at the earnings of the year before, by this year's household and rules.

    The household is this year's in both, so that nothing of a child's birthday is put down to the raise.
    """
    if before is None or year.earnings <= before.earnings:
        return None
    lost = net_at(year.home, before.earnings) - net_at(year.home, year.earnings)
    return lost if lost >= LEAST_CHANGE else 0.0


def _changed_by_household(year: _Year, before: _Year | None) -> float | None:
    """What another household makes of the same earnings; a partner's raise is none of it."""
    if before is None or (before.of == year.of and before.home.table.care == year.home.table.care):
        return None
    as_before = over_earnings(before.home.table, year.home.partner, year.home.is_with_coverage)
    return net_at(year.home, year.earnings) - net_at(as_before, year.earnings)
