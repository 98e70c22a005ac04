"""The household that an answer is about, and what nobody has worked out for it."""

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerYear

NOT_MODELLED = (
    "child_care_subsidy",
    "housing_assistance",
    "energy_assistance",
    "head_start",
    "child_support",
    "city_taxes",
    "coverage_premiums",
    "time_limits",
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
