"""`raise`: what a raise leaves households of each kind, costs the employer, and brings or saves governments.

Everything is in dollars of the year of the rules, wages too, as in `cliff`: a raise is of this year's pay.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from mobcalc.household import governments
from mobcalc.household.basic_needs import prices_used
from mobcalc.household.governments import GOVERNMENTS
from mobcalc.household.payroll_taxes import PayrollTax, payroll_tax
from mobcalc.household.rules_by_year import PartOf, taxes_now
from mobcalc.household.taxes_and_benefits import (
    CREDIT_AGES,
    Household,
    household,
    household_used,
    in_rules_dollars,
    table_in,
)
from mobcalc.household_types import NetSlice
from mobcalc.model import Array
from mobcalc.projection.case import with_pathways
from mobcalc.questions.basis import resting
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.provenance import Provenance
from mobcalc.results.raises import KeptOfRaise, Raises, RaiseTotals, TargetKind
from mobcalc.sampling import Arrays, point
from mobcalc.schema import Assumption, Records
from mobcalc.schema.worker import Worker
from mobcalc.units import FULL_TIME_YEAR, WEEKS_PER_YEAR

TYPICAL = ((1, ()), (2, ()), (1, (3,)), (1, (3, 7)), (2, (3, 7)))
"""Adults and ages of children of the households shown where none is asked about; a partner works as the worker does."""
HALF = 0.5
LEAST_LOSS = 1.0
"""Who has less by so much after a raise is worse off [USD/year]."""
LEAST_CHANGE = 0.005
"""What changes by less is left out [USD/year]."""
CENT = 0.01


class Rules(NamedTuple):
    """The taxes and benefits of a place: one part of them by its name, and their year."""

    part_of: PartOf
    year: int


class Target(NamedTuple):
    """What wages are raised to [USD/hour], None for the living wage."""

    wage: float | None


class _Group(NamedTuple):
    """Workers whose households have the same taxes and benefits: theirs, and what each earns (rows, 1).

    `places` are the workers' places in the order asked about.
    """

    places: list[int]
    arrays: Arrays
    table: NetSlice
    age: int
    partner: Array
    hours: Array
    wage: Array


class _Raised(NamedTuple):
    """What a raise is to a group of workers [USD/year] (rows, 1) each; wages in USD/hour."""

    to_wage: Array
    earnings: Array
    more: Array
    net: Array
    changes: dict[str, Array]
    coverage: dict[str, Array]
    employer_tax: Array
    living_wage: Array


def raises(
    assumptions: Records,
    provenance: Provenance,
    rules: Rules,
    target: Target,
    workers: Sequence[Worker] | None = None,
    *,
    is_typical: bool = False,
) -> Raises:
    """What a raise is to households, employer and governments.

    Args:
        assumptions: everything that is assumed, with a place, and with a wage unless there are workers.
        provenance: which assumptions these are, passed on.
        rules: taxes and benefits of the place.
        target: what wages are raised to.
        workers: those of an employer; None for the person of the assumptions.
        is_typical: whether typical households are shown in place of the person's.
    """
    asked = list(workers) if workers is not None else _asked(assumptions, is_typical)
    tax = payroll_tax(assumptions.economy)
    groups = _groups(assumptions, rules, asked)
    own = _worker(assumptions)
    to_wage = _living_wage(assumptions, rules, own) if target.wage is None else target.wage
    kind: TargetKind = "living_wage" if target.wage is None else "wage"
    households = _in_order([pair for group in groups for pair in _kept(group, asked, to_wage, tax)])
    prices = set().union(*(prices_used(group.arrays) for group in groups))
    arrays = groups[0].arrays
    fringe = assumptions.economy.fringe_rate
    minimum = in_rules_dollars(arrays, float(arrays.economy.minimum_wage[0, 0]), rules.year)
    return Raises(
        provenance=resting(provenance, assumptions, [], prices),
        rules_year=rules.year,
        price_year=arrays.economy.price_year,
        from_wage=None if workers is not None else own.wage,
        to_wage=to_wage,
        target=kind,
        hours_per_week=own.hours,
        is_typical=is_typical,
        households=households,
        totals=None if workers is None else _totals(households, minimum),
        governments=dict(GOVERNMENTS),
        minimum_wage=minimum,
        benefits_rate=_number(fringe),
        benefits_range=fringe.range,
    )


def _number(record: Assumption) -> float:
    assert isinstance(record.value, float)
    return record.value


def _worker(assumptions: Records) -> Worker:
    """The person of the assumptions as a worker; the wage is 0 where it is not known."""
    person, children = assumptions.person, assumptions.person.children
    ages = [] if children is None or not isinstance(children.value, list) else children.value
    partner = 0.0 if person.partner_earnings is None else _number(person.partner_earnings)
    return Worker(
        id="",
        wage=0.0 if person.wage is None else _number(person.wage),
        hours=_number(person.weekly_hours),
        adults=int(_number(person.adults)),
        children=tuple(map(int, ages)),
        partner_earnings=partner,
        disability=person.disability,
        care=person.care,
        age=int(_number(person.start_age)),
    )


def _asked(assumptions: Records, is_typical: bool) -> list[Worker]:
    """The person, or typical households with the person's wage, hours and age."""
    own = _worker(assumptions)
    if not is_typical:
        return [own]
    pay = own.wage * own.hours * WEEKS_PER_YEAR
    return [
        msgspec.structs.replace(
            own, adults=adults, children=children, partner_earnings=pay if adults > 1 else 0.0, disability=False
        )
        for adults, children in TYPICAL
    ]


def _records(assumptions: Records, worker: Worker) -> Records:
    """The assumptions with the household of a worker in the place of the person's."""
    known, year = assumptions.person, assumptions.economy.price_year
    children = [float(age) for age in worker.children]
    person = msgspec.structs.replace(
        known,
        start_age=known.start_age if worker.age is None else _given(float(worker.age), "years"),
        adults=_given(float(worker.adults), "people"),
        children=_given(children, "years") if children else None,
        partner_earnings=_given(worker.partner_earnings, "USD/year", year) if worker.partner_earnings else None,
        disability=worker.disability,
        care=worker.care,
        unmarried=known.unmarried and worker.adults > 1,
        tanf=known.tanf and bool(children),
        school_meals=known.school_meals and bool(children),
    )
    return with_pathways(msgspec.structs.replace(assumptions, person=person), ())


def _given(value: float | list[float], unit: str, year: int | None = None) -> Assumption:
    return Assumption(value, unit, "user", "", "", price_year=year)


def _groups(assumptions: Records, rules: Rules, asked: Sequence[Worker]) -> list[_Group]:
    """The workers by what their households' taxes and benefits depend on."""
    places: dict[tuple[object, ...], list[int]] = {}
    for place, worker in enumerate(asked):
        partner = worker.partner_earnings if assumptions.person.unmarried else worker.partner_earnings > 0.0
        age = int(_number(assumptions.person.start_age)) if worker.age is None else worker.age
        home = worker.adults, worker.children, worker.disability, worker.care, partner
        places.setdefault((*home, age if not worker.children else age in CREDIT_AGES), []).append(place)
    return [_group(assumptions, rules, [asked[place] for place in of], of) for of in places.values()]


def _group(assumptions: Records, rules: Rules, workers: Sequence[Worker], places: list[int]) -> _Group:
    arrays = point(_records(assumptions, workers[0]))
    age = int(arrays.person.start_age[0, 0])

    def column(name: str) -> Array:
        """A number of each worker (rows, 1)."""
        return np.array([[getattr(worker, name)] for worker in workers], dtype=np.float64)

    return _Group(
        places=places,
        arrays=arrays,
        table=table_in([taxes_now(arrays, rules.part_of, rules.year)], 0, age),
        age=age,
        partner=column("partner_earnings"),
        hours=column("hours"),
        wage=column("wage"),
    )


def _home(group: _Group) -> Household:
    """The household of each worker of a group in this year alone."""
    partner = group.partner / in_rules_dollars(group.arrays, 1.0, group.table.rules_year)
    person = msgspec.structs.replace(group.arrays.person, partner_earnings=partner if partner.any() else None)
    arrays = msgspec.structs.replace(group.arrays, person=person)
    return household(arrays, [group.table], np.ones_like(group.partner))


def _living_wage(assumptions: Records, rules: Rules, worker: Worker) -> float:
    """The living wage of a worker's household, to the cent [USD of the rules/hour]."""
    return round(float(_hourly_living_wage(_group(assumptions, rules, [worker], [0]))[0, 0]), 2)


def _hourly_living_wage(group: _Group) -> Array:
    """The living wage of each worker's household, besides what a partner earns [USD of the rules/hour] (rows, 1)."""
    home = _home(group)
    hourly: Array = home.living_wage * home.rules_dollars / FULL_TIME_YEAR
    return hourly


def _raised(group: _Group, to_wage: float, tax: PayrollTax) -> _Raised:
    """What the raise is to each worker of a group."""
    year = group.hours * WEEKS_PER_YEAR
    goal = np.maximum(group.wage, to_wage)
    before, after = group.wage * year, goal * year
    gains, gains_after = (governments.gains(group.table, pay + group.partner, tax) for pay in (before, after))
    worth, worth_after = (governments.coverage(group.table, pay + group.partner) for pay in (before, after))
    return _Raised(
        to_wage=goal,
        earnings=before,
        more=after - before,
        net=before + group.partner + np.sum([*gains.values()], axis=0) - group.table.care,
        changes={name: gains_after[name] - gains[name] for name in gains},
        coverage={name: worth_after[name] - worth[name] for name in worth},
        employer_tax=tax.on(after) - tax.on(before),
        living_wage=_hourly_living_wage(group),
    )


def _kept(group: _Group, asked: Sequence[Worker], to_wage: float, tax: PayrollTax) -> list[tuple[int, KeptOfRaise]]:
    """What each worker of a group keeps, with the worker's place in the order asked about."""
    found = _raised(group, to_wage, tax)
    kept = found.more + np.sum([*found.changes.values()], axis=0)
    federal, state = (governments.of_government(found.changes, who) for who in (governments.FEDERAL, governments.STATE))
    top = group.table.top
    used = household_used(group.arrays, [group.table])
    each = []
    for row, place in enumerate(group.places):
        more, own, pay = (float(one[row, 0]) for one in (found.more, kept, found.earnings))
        net, employer_tax = float(found.net[row, 0]), float(found.employer_tax[row, 0])
        each.append(
            (
                place,
                KeptOfRaise(
                    id=asked[place].id,
                    household=_of(used, asked[place], group.table.care),
                    age=group.age,
                    hours_per_week=asked[place].hours,
                    from_wage=asked[place].wage,
                    to_wage=float(found.to_wage[row, 0]),
                    raised=more > 0.0,
                    living_wage=float(found.living_wage[row, 0]),
                    earnings=pay,
                    raise_per_year=more,
                    net_before=net,
                    net_after=net + own,
                    kept=own,
                    kept_share=own / more if more > 0.0 else None,
                    changes=_row(found.changes, row),
                    coverage=_row(found.coverage, row),
                    employer_payroll_tax=employer_tax,
                    employer_cost=more + employer_tax,
                    to_federal=float(federal[row, 0]) + employer_tax,
                    to_state=float(state[row, 0]),
                    is_beyond_table=pay + more + asked[place].partner_earnings > top,
                ),
            )
        )
    return each


def _of(used: HouseholdUsed, worker: Worker, care: float) -> HouseholdUsed:
    """The household of a worker, what it pays for care in dollars of the rules."""
    return msgspec.structs.replace(used, partner_earnings=worker.partner_earnings, child_care=care)


def _row(amounts: dict[str, Array], row: int) -> dict[str, float]:
    """The amounts of one row, those left out that are nothing."""
    each = {name: float(amount[row, 0]) for name, amount in amounts.items()}
    return {name: amount for name, amount in each.items() if abs(amount) >= LEAST_CHANGE}


def _in_order(pairs: list[tuple[int, KeptOfRaise]]) -> list[KeptOfRaise]:
    return [found for _, found in sorted(pairs, key=lambda pair: pair[0])]


SUMMED: tuple[str, ...] = ("raise_per_year", "kept", "employer_payroll_tax", "employer_cost", "to_federal", "to_state")
"""What the amounts of all workers are added up of."""

COUNTED: dict[str, Callable[[KeptOfRaise], bool]] = {
    "raised": lambda one: one.raised,
    "worse_off": lambda one: one.raised and one.kept <= -LEAST_LOSS,
    "kept_less_than_half": lambda one: one.raised and one.kept < HALF * one.raise_per_year,
    "at_living_wage_before": lambda one: one.from_wage >= one.living_wage - CENT,
    "at_living_wage_after": lambda one: one.to_wage >= one.living_wage - CENT,
}
"""Which workers are counted as what."""


def _totals(households: Sequence[KeptOfRaise], minimum: float) -> RaiseTotals:
    """All workers together."""
    counts = {name: sum(map(is_so, households)) for name, is_so in COUNTED.items()}
    return RaiseTotals(
        workers=len(households),
        raised=counts["raised"],
        worse_off=counts["worse_off"],
        kept_less_than_half=counts["kept_less_than_half"],
        at_living_wage_before=counts["at_living_wage_before"],
        at_living_wage_after=counts["at_living_wage_after"],
        below_minimum=sum(one.from_wage < minimum - CENT for one in households),
        changes=_together([one.changes for one in households]),
        coverage=_together([one.coverage for one in households]),
        **{name: float(sum(getattr(one, name) for one in households)) for name in SUMMED},
    )


def _together(each: Sequence[dict[str, float]]) -> dict[str, float]:
    """The sums of amounts by name, in the order of first mention."""
    names = dict.fromkeys(name for one in each for name in one)
    return {name: sum(one.get(name, 0.0) for one in each) for name in names}
