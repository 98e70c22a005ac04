"""Checks between the values that describe the person and the household."""

from collections.abc import Iterator

from mobcalc.errors import Problem
from mobcalc.household_types import GROWN, MOST_ADULTS, MOST_CHILDREN, MOST_YOUNG, HouseholdType, household_then
from mobcalc.household_types import nearest as nearest_household
from mobcalc.loader.number_checks import amount, numbers
from mobcalc.schema import LOWEST_OF_MINIMUM, Assumption, Records
from mobcalc.units import counted

YOUNGEST_AT_WORK = 14
LEAST_WAGE, LEAST_WAGE_YEAR, HALF_A_CENT = 10.0, 2025, 0.005
"""The least an hour's pay may be without a place and so a minimum wage [USD/hour], and the year of its dollars."""
LARGEST = f"{MOST_ADULTS} adults, {MOST_YOUNG} children under 6 and {MOST_CHILDREN} in all"
"""The largest household that the table of taxes and benefits has."""
TOLD_BY = {
    "adults": "person.adults",
    "young": "person.children",
    "older": "person.children",
    "disability": "person.disability",
}
"""What says each part of a type of household."""


def problems(assumptions: Records, touched: dict[str, str], *, keeps_low_wage: bool = False) -> Iterator[Problem]:
    """What is wrong with the person and the household."""
    person = assumptions.person
    start, retire = person.start_age, person.retire_age
    if amount(start) >= amount(retire):
        where = touched.get("person.start_age") or touched.get("person.retire_age") or start.where
        what = f"the start age {amount(start):g} is not below the retirement age {amount(retire):g}"
        yield Problem(where, "person.start_age", what, "give --age below --retire-age")
    out = person.years_out
    if out is not None and amount(out) > amount(start) - YOUNGEST_AT_WORK:
        spell = f"{counted(amount(out), 'year')} out of work until {amount(start):g}"
        what = f"{spell} would begin before age {YOUNGEST_AT_WORK}"
        yield Problem(out.where, "person.years_out", what, "count the years in which the person could have worked")
    if person.planned_out is not None:
        yield from _planned_out(person.planned_out, amount(start), amount(retire))
    if not keeps_low_wage:
        yield from _wage(assumptions)
    yield from _household(assumptions, touched)


def least_wage(assumptions: Records) -> float:
    """The minimum wage of the place; without one, a wage that only a slip of the pen is below.

    In dollars of the price year, as the person's wage is [USD/hour].
    """
    minimum, place = assumptions.economy.minimum_wage, assumptions.place
    least, of = (LEAST_WAGE, LEAST_WAGE_YEAR) if place is None else (amount(minimum), minimum.price_year)
    prices = assumptions.economy.consumer_prices.value
    assert isinstance(prices, dict)
    # A year without prices is refused elsewhere.
    now = prices.get(assumptions.economy.price_year, 1.0)
    return least * now / (prices.get(of, now) if isinstance(of, int) else now)


def _wage(assumptions: Records) -> Iterator[Problem]:
    """A wage is not below the least there can be."""
    wage, place, least = assumptions.person.wage, assumptions.place, least_wage(assumptions)
    # The minimum is the mean of a year in which it may have risen.
    lowest = least if place is None else LOWEST_OF_MINIMUM * least
    if wage is not None and amount(wage) < lowest - HALF_A_CENT:
        low = f"{amount(wage):.2f} dollars an hour is below"
        known = f"{least:.2f}, as few jobs pay" if place is None else f"the minimum wage of {place.state}, {least:.2f}"
        shell = "a shell takes the $1 out of $17.50: write 17.50; " if amount(wage) < LEAST_WAGE else ""
        hint = f"{shell}count tips in"
        hint += "" if place is not None else "; where it is true, give the place: --state"
        yield Problem(wage.where, "person.wage", f"{low} {known}", hint)


def _planned_out(record: Assumption, start: float, retire: float) -> Iterator[Problem]:
    """Spells out of work lie within the working life, one after another."""
    name, spells = "person.planned_out", record.value
    assert isinstance(spells, dict)
    ends = start
    for age, years in spells.items():
        if age < start or age + years > retire:
            life = f"the working life, {start:g} to {retire:g}"
            what = f"time out of work from {age} to {age + years:g} is not within {life}"
            yield Problem(record.where, name, what, "give ages from --age on, and spells that end by --retire-age")
        elif age < ends:
            what = f"the time out of work from {age} begins before the one before it ends, at {ends:g}"
            yield Problem(record.where, name, what, "join the two, or begin the second later")
        ends = age + years


def _household(assumptions: Records, touched: dict[str, str]) -> Iterator[Problem]:
    """Children are children, a partner's earnings need a partner, and the table knows the household."""
    person, adults = assumptions.person, amount(assumptions.person.adults)
    ages = [] if person.children is None else numbers(person.children)
    wrong = [*_grown(ages, touched.get("person.children", "")), *_partner(person.partner_earnings, adults)]
    yield from _help(assumptions, touched)
    yield from wrong[:1] or _type(household_then(adults, ages, person.disability), touched)


def _grown(ages: list[float], where: str) -> Iterator[Problem]:
    for age in ages:
        if age < 0:
            yield Problem(where, "person.children", f"a child cannot be {age:g} years old", "give ages from 0 to 17")
        if age >= GROWN:
            what = f"a child of {age:g} is no longer counted as one"
            hint = "give ages from 0 to 17; leave out grown children, who do not live on this person's earnings here"
            yield Problem(where, "person.children", what, hint)


def _partner(earnings: Assumption | None, adults: float) -> Iterator[Problem]:
    if earnings is not None and amount(earnings) > 0 and adults < 2:
        what = "a partner's earnings need a second adult in the household"
        yield Problem(earnings.where, "person.partner_earnings", what, "add --adults 2")


def _help(assumptions: Records, touched: dict[str, str]) -> Iterator[Problem]:
    """What is said of care, help and marriage is of somebody."""
    person, adults = assumptions.person, amount(assumptions.person.adults)
    if person.unmarried and adults < 2:
        yield Problem(touched.get("person.unmarried", ""), "person.unmarried", "there is one adult", "add --adults 2")
    if person.children is None:
        said = {"care": person.care != "paid", "tanf": person.tanf, "school_meals": person.school_meals}
        for name in (name for name, is_said in said.items() if is_said):
            where, what = f"person.{name}", "there is no child in the household"
            yield Problem(touched.get(where, ""), where, what, "add --child AGE, once for each child")
    own = assumptions.living_wage.child_care
    if person.care == "none" and own is not None and amount(own) > 0.0:
        what = f"nobody is paid for child care, and it costs {amount(own):g} dollars a year"
        hint = "leave out one of --child-care none and living_wage.child_care"
        yield Problem(touched.get("person.care", ""), "person.care", what, hint)


def _type(household: HouseholdType, touched: dict[str, str]) -> Iterator[Problem]:
    """The table has the household as it is now; then it has it in every later year, too."""
    known = nearest_household(household)
    if known != household:
        at = next(at for part, at in TOLD_BY.items() if getattr(known, part) != getattr(household, part))
        what = f"the table of taxes and benefits has no household of {household}"
        yield Problem(touched.get(at, ""), at, what, f"the nearest is {known}; it goes up to {LARGEST}")
