"""Taxes and benefits of the household of a case, by the rules of its place."""

from functools import partial
from typing import TYPE_CHECKING

from mobcalc.cli.scenario import Here
from mobcalc.errors import input_error

if TYPE_CHECKING:
    from mobcalc.household.rules_by_year import PartOf
    from mobcalc.household_types import NetSlice, Slices
    from mobcalc.results.household import HouseholdUsed
    from mobcalc.sampling import Arrays


def slices(here: Here, *, is_pay_of_rules: bool = False) -> "Slices | None":
    """Taxes and benefits of the household as it changes over the years; None without a place.

    Args:
        here: the assumptions in force.
        is_pay_of_rules: whether what the partner earns is in dollars of the rules' year, not of the price year.

    Raises:
        InputError: where the table of them is missing or damaged, or has no rules of the year asked for.
    """
    rules = _rules(here)
    if rules is None:
        return None
    from mobcalc.household.rules_by_year import rules_by_year

    return rules_by_year(*rules, is_pay_of_rules=is_pay_of_rules)


def household_of(here: Here) -> "HouseholdUsed | None":
    """Who lives together; None without a place.

    Raises:
        InputError: as for `slices`.
    """
    table = slices(here)
    if table is None:
        return None
    from mobcalc.household.taxes_and_benefits import household_used
    from mobcalc.projection.case import with_pathways
    from mobcalc.sampling import point

    return household_used(point(with_pathways(here.loaded.assumptions, ())), table)


def beside(here: Here) -> "dict[str, NetSlice]":
    """Taxes and benefits of the household now without work and with help that it is not said to have.

    None without a place.

    Raises:
        InputError: as for `slices`.
    """
    rules = _rules(here)
    if rules is None:
        return {}
    from mobcalc.household import rules_by_year

    return rules_by_year.beside(*rules)


def rules_of_place(here: Here) -> "tuple[PartOf, int]":
    """One part of the rules of the place by its name, and their year.

    Raises:
        InputError: as for `slices`, and without a place.
    """
    rules = _rules(here)
    if rules is None:
        raise input_error("", "", "no state was given", "add --state, such as --state NY, or --county")
    _, part_of, year = rules
    return part_of, year


def _rules(here: Here) -> "tuple[Arrays, PartOf, int] | None":
    """The assumptions at their values, the rules of the state and their year; None without a place."""
    place = here.provenance.place
    if place is None:
        _refuse_without_place(here)
        return None
    from mobcalc.projection.case import with_pathways
    from mobcalc.sampling import point
    from mobcalc.store.tax_rules import part_of, years

    year = here.loaded.assumptions.economy.rules_year
    if year not in years():
        known = " or ".join(map(str, years()))
        where = here.loaded.places.get("economy.rules_year", "")
        raise input_error(where, "economy.rules_year", f"there are no rules of {year}", f"give {known}")
    if here.loaded.assumptions.person.health_plan == "marketplace" and year != PLAN_YEAR:
        what = f"premiums and credits of marketplace plans are those of {PLAN_YEAR}, the rules those of {year}"
        where = here.loaded.places.get("person.health_plan", "")
        raise input_error(where, "person.health_plan", what, "leave out one of --health-plan and --rules")
    return point(with_pathways(here.loaded.assumptions, ())), partial(part_of, year, place.postal), year


PLAN_YEAR = 2026
"""The year of the premiums, and of the law, of marketplace plans."""
NEED_A_PLACE = (
    "person.care",
    "person.health_plan",
    "person.unmarried",
    "person.voucher",
    "person.tanf",
    "person.school_meals",
    "economy.rules_year",
)
"""What says nothing without taxes and benefits, which are those of a state."""


def _refuse_without_place(here: Here) -> None:
    """Refuse what is said of taxes and benefits where there are none.

    Raises:
        InputError: naming the flag or the line.
    """
    for name in NEED_A_PLACE:
        if name in here.loaded.places:
            what = "taxes and benefits depend on the place, and none is given"
            raise input_error(here.loaded.places[name], name, what, "add --state, --county or --metro")
