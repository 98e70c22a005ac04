"""The household that an answer is about, and what nobody has worked out for it."""

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerHour, MoneyPerYear

NOT_MODELLED = (
    "child_care_subsidy",
    "housing_assistance",
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


class HouseholdUsed(Struct, frozen=True):
    """Who lives together now, the person included; `children` are their ages in whole years.

    `rules_year` is the year of the tax and benefit rules, whose dollars those are in too.
    """

    adults: int
    children: list[int]
    partner_earnings: MoneyPerYear
    disability: bool
    rules_year: int


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
