"""The household that an answer is about, and what nobody has worked out for it."""

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerHour, MoneyPerYear
from mobcalc.schema import Care, HealthPlan

NOT_MODELLED = (
    "public_housing",
    "energy_assistance",
    "head_start",
    "child_support",
    "city_taxes",
    "coverage_premiums",
    "time_limits",
    "later_rules",
    "local_rules",
)
"""What the table of taxes and benefits leaves out, which is not the same as 0."""
ADDING = (
    "California",
    "Colorado",
    "Connecticut",
    "Maryland",
    "Massachusetts",
    "New Jersey",
    "New Mexico",
    "Vermont",
    "Washington",
)
"""States that add to the tax credit for a marketplace plan, by programs of their own, which is not counted."""
UNASKED = ("child_care_subsidy", "housing", "tanf", "school_meals")
"""Help that is counted only where the household is said to have it."""


class HouseholdUsed(Struct, frozen=True):
    """Who lives together now, the person included; `children` are their ages in whole years.

    `rules_year` is the year of the tax and benefit rules. `child_care` is what care costs before any help, and `care`
    who pays for it. The rest is as in `person`.
    """

    adults: int
    children: list[int]
    partner_earnings: MoneyPerYear
    disability: bool
    rules_year: int
    child_care: MoneyPerYear
    care: Care
    health_plan: HealthPlan
    unmarried: bool
    voucher: bool
    tanf: bool
    school_meals: bool


def not_counted(household: HouseholdUsed) -> list[str]:
    """What is left out for a household: help that it is not said to have, and what is not modelled."""
    could = {
        "child_care_subsidy": household.child_care > 0.0 and household.care != "subsidized",
        "housing": not household.voucher,
        "tanf": bool(household.children) and not household.tanf,
        "school_meals": bool(household.children) and not household.school_meals,
    }
    return [*(name for name in UNASKED if could[name]), *NOT_MODELLED]


class LivingWageNow(Struct, frozen=True):
    """The living wage of the household as it is now, and once the children are grown.

    `annual` is for 2,080 hours at `hourly`; the budget behind it is the answer of `livingwage`.
    """

    hourly: MoneyPerHour
    annual: MoneyPerYear
    hourly_later: MoneyPerHour


class TrainingYear(Struct, frozen=True):
    """A year with some training in it: what the household has, what it needs, and what is left or missing.

    `year` counts from 1. `net_resources` are pay, stipends, the partner's earnings and benefits less taxes.
    `basic_needs` are those without taxes; public coverage pays `needs_met_by_coverage` of them. `training_costs` are
    after grants and loans. `left_over` is what remains, below zero where money is missing; `help_needed` closes that.
    """

    year: int
    age: int
    paid_earnings: MoneyPerYear
    stipends: MoneyPerYear
    partner_earnings: MoneyPerYear
    benefits: MoneyPerYear
    taxes: MoneyPerYear
    net_resources: MoneyPerYear
    basic_needs: MoneyPerYear
    needs_met_by_coverage: MoneyPerYear
    training_costs: MoneyPerYear
    left_over: MoneyPerYear
    help_needed: MoneyPerYear
