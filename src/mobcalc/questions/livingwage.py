"""`livingwage`: the basic needs of a household, the wage that pays for them, and the gap to a wage or a pathway."""

from typing import NamedTuple

import msgspec
import numpy as np

from mobcalc.household.basic_needs import prices_used
from mobcalc.household.taxes_and_benefits import Household, household, household_used
from mobcalc.household_types import GROWN, Slices
from mobcalc.model import Array, transfers
from mobcalc.projection.case import Case, case_of
from mobcalc.projection.group import Group
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import subject_of
from mobcalc.projection.person_years import Life, life
from mobcalc.questions.basis import resting
from mobcalc.questions.livingwage_sources import components
from mobcalc.questions.notices import of_a_month, state_adds
from mobcalc.results.livingwage import Component, Gap, GapYear, LivingWageBudget, MinimumWage, Poverty, Stage
from mobcalc.results.notices import Notice
from mobcalc.results.provenance import Provenance
from mobcalc.schema import COUNTERFACTUAL, Records, records
from mobcalc.units import FULL_TIME_WEEK, FULL_TIME_YEAR, WEEKS_PER_YEAR

MEANS = ("state_rents", "state_care", "national_care")
"""The rules by which figures of a whole state are found."""
LEAST_CHANGE = 0.5
"""Needs that change by less than this many dollars a year from one year to the next have not changed."""


class _Own(NamedTuple):
    """One household over the years with what all parts of the answer are taken from."""

    case: Case
    years: Life
    home: Household
    provenance: Provenance


def living_wage(
    assumptions: Records,
    provenance: Provenance,
    slices: Slices,
    pathway: str | None = None,
    group: str | None = None,
    baseline: str | None = None,
) -> LivingWageBudget:
    """The living wage of the person's household.

    Args:
        assumptions: everything that is assumed, the person and the place included.
        provenance: which assumptions these are, passed on.
        slices: taxes and benefits by year.
        pathway: the id of a pathway whose pay is set against it year by year; none when not given.
        group: `expected`, `completer` or `leaver`; finishers when not given, all who start where there are none.
        baseline: the pathway that says what the person earns without training.

    Raises:
        InputError: for an unknown pathway, training that does not fit, and a county without rents.
    """
    case = case_of(assumptions, [pathway or COUNTERFACTUAL], baseline if pathway else None)
    years = life(case.arrays)
    own = _Own(case, years, household(case.arrays, slices, years.growth), provenance)
    annual, partner = (float(amount[0, 0]) for amount in (own.home.living_wage, own.home.partner))
    needs = float(own.home.needs.total()[0, 0])
    kept = _kept_now(own.home, annual + partner)
    parts = components(case, provenance, own.home, annual + partner - kept)
    hours = float(case.arrays.person.weekly_hours[0, 0])
    gap, why = _gap(own, annual, pathway, group)
    return LivingWageBudget(
        price_year=case.arrays.economy.price_year,
        start_age=int(case.arrays.person.start_age[0, 0]),
        household=household_used(case.arrays, slices),
        provenance=resting(provenance, case.settled, case.ids, prices_used(case.arrays)),
        weekly_hours=hours,
        hourly=annual / FULL_TIME_YEAR,
        hourly_at_own_hours=annual / (hours * WEEKS_PER_YEAR),
        annual=annual,
        needs=needs,
        # At a living wage above 0 nothing is left; what differs then are the last bits of a number.
        left_over=0.0 if annual > 0.0 else kept - needs,
        components=parts,
        minimum_wage=_minimum_wage(own, annual / FULL_TIME_YEAR),
        poverty_guideline=_poverty(own, needs, annual + partner),
        stages=_stages(own),
        gap=gap,
        assumed=_assumed(own, parts),
        why=why,
        warnings=_warnings(own, parts, annual),
    )


def _kept_now(home: Household, earned: float) -> float:
    """What the household keeps now of what it earns, after taxes and with refundable credits [USD/year]."""
    span = home.spans[0]
    lines = transfers.lines(span.table.earnings, span.table.after_tax[None, :])
    dollars = home.rules_dollars
    return float(transfers.amounts_at(np.array([[earned * dollars]]), lines, span.line_of)[0, 0]) / dollars


def _minimum_wage(own: _Own, hourly: float) -> MinimumWage:
    """The minimum wage in force; of the state unless the user set another."""
    least = float(own.case.arrays.economy.minimum_wage[0, 0])
    local = [figure for figure in own.provenance.local_figures if figure.name == "economy.minimum_wage"]
    area, year, detail = (local[0].area, local[0].period, local[0].detail) if local else ("", "", "")
    return MinimumWage(least, area, year, detail, hourly / least if least else 0.0)


def _poverty(own: _Own, needs: float, earned: float) -> Poverty:
    """The poverty guideline for as many people as live in the household now; the place's unless the user set one."""
    place, people = own.case.arrays.place, own.home.spans[0].table.of.members
    assert place is not None
    one, further = place.poverty_guideline[0].tolist()
    annual = one + (people - 1) * further
    local = [figure for figure in own.provenance.local_figures if figure.name == "place.poverty_guideline"]
    area, year = (local[0].area, local[0].period) if local else ("", "")
    return Poverty(annual, people, area, year, needs / annual, earned / annual)


def _children(own: _Own, year: int) -> list[int]:
    """The ages of the children in the household in a year."""
    ages = own.case.arrays.person.children
    then = [] if ages is None else [int(age) + year for age in ages[0]]
    return [age for age in then if age < GROWN]


def _stages(own: _Own) -> list[Stage]:
    """The living wage now and from each age on at which the household or what it needs changes."""
    needs, start = own.home.needs, int(own.case.arrays.person.start_age[0, 0])
    columns = np.vstack([np.broadcast_to(part, own.home.living_wage.shape)[0] for part in needs])
    changed = np.any(np.abs(np.diff(columns, axis=1)) >= LEAST_CHANGE, axis=0)
    leaving = [len(_children(own, year)) != len(_children(own, year + 1)) for year in range(len(changed))]
    changed |= np.array(leaving, dtype=np.bool_)
    changes = [0, *(int(year) + 1 for year in np.flatnonzero(changed) if own.years.alive[0, year + 1] > 0.0)]
    stages = []
    for year in changes:
        annual = float(own.home.living_wage[0, year])
        care = float(columns[needs._fields.index("child_care"), year])
        stages.append(Stage(start + year, _children(own, year), care, annual, annual / FULL_TIME_YEAR))
    return stages


def _gap(own: _Own, annual: float, pathway: str | None, group: str | None) -> tuple[Gap | None, dict[str, str]]:
    """A wage, a pathway or both less the living wage, and the reasons for what is missing."""
    person = own.case.arrays.person
    if person.wage is None and pathway is None:
        return None, {"gap": "nothing_to_compare"}
    gap, why = Gap(), {}
    if person.wage is None:
        why["gap.wage"] = "no_wage"
    else:
        wage, hours = float(person.wage[0, 0]), float(person.weekly_hours[0, 0])
        year = wage * hours * WEEKS_PER_YEAR
        left = _kept_now(own.home, year + float(own.home.partner[0, 0])) - float(own.home.needs.total()[0, 0])
        gap = Gap(wage, wage - annual / FULL_TIME_YEAR, year - annual, left)
    if pathway is None:
        return gap, {**why, "gap.pathway": "no_pathway"}
    of = subject_of(sides_of(own.case), pathway).projection
    named: dict[str, Group | None] = {"expected": of.expected, "completer": of.completer, "leaver": of.leaver}
    asked = group or "completer"
    shown = asked if named[asked] is not None else "expected"
    chosen = named[shown] or of.expected
    if shown != asked and group is not None:
        why["gap.group"] = "group_not_told_apart"
    name = own.case.arrays.pathways[pathway].name
    years = _gap_years(own, chosen.in_work)
    return msgspec.structs.replace(gap, pathway=pathway, pathway_name=name, group=shown, years=years), why


def _gap_years(own: _Own, in_work: Array) -> list[GapYear]:
    """Pay in work less the living wage, year by year."""
    start, least = int(own.case.arrays.person.start_age[0, 0]), own.home.living_wage[0]
    pay = np.broadcast_to(in_work, own.home.living_wage.shape)[0]
    return [
        GapYear(
            age=start + year,
            children=_children(own, year),
            living_wage_annual=float(least[year]),
            living_wage_hourly=float(least[year]) / FULL_TIME_YEAR,
            pay=float(pay[year]),
            gap_annual=float(pay[year] - least[year]),
            gap_hourly=float(pay[year] - least[year]) / FULL_TIME_YEAR,
        )
        for year in range(len(pay))
    ]


def _assumed(own: _Own, parts: list[Component]) -> list[str]:
    """Dotted names of the assumed numbers that the budget now rests on."""
    known = dict(records(own.case.settled))
    used = dict.fromkeys(name for part in parts for name in part.names)
    return [name for name in used if known[name].kind == "assumed"]


def _warnings(own: _Own, parts: list[Component], annual: float) -> list[Notice]:
    """What must be said with the budget: of the place, of the household, of the wage."""
    of_household = [*of_a_month(own.case.arrays), *_household_notices(own, parts, annual)]
    return [*_place_notices(own, parts), *of_household, *_wage_notices(own, annual)]


def _place_notices(own: _Own, parts: list[Component]) -> list[Notice]:
    """What figures of a state leave open."""
    place = own.provenance.place
    assert place is not None
    if place.county is not None or not any(part.how.code in MEANS for part in parts):
        return []
    return [Notice("metro_alone" if place.metro else "state_alone", {"state": place.state})]


def _household_notices(own: _Own, parts: list[Component], annual: float) -> list[Notice]:
    """Who cares, what the partner earns, and the ends of the table of taxes."""
    arrays, span, partner = own.case.arrays, own.home.spans[0], float(own.home.partner[0, 0])
    notices = []
    if any(part.how.code == "partner_cares" for part in parts):
        notices.append(Notice("partner_cares"))
    if partner > 0.0:
        notices.append(Notice("partner_grows"))
    if (annual + partner) * own.home.rules_dollars > span.table.top:
        notices.append(Notice("beyond_table", {"most": span.table.top}))
    if arrays.person.disability:
        notices.append(Notice("disability"))
    return notices + state_adds(arrays)


def _wage_notices(own: _Own, annual: float) -> list[Notice]:
    """Hours that are not full time."""
    hours = float(own.case.arrays.person.weekly_hours[0, 0])
    if hours == FULL_TIME_WEEK:
        return []
    return [Notice("hours", {"hours": hours, "hourly": annual / (hours * WEEKS_PER_YEAR)})]
