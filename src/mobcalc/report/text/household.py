"""Words for the household: who lives in it, programs, and what is left out."""

from mobcalc.report.numbers import dollars
from mobcalc.results import HouseholdUsed

PROGRAMS = {
    "federal_income_tax": "federal income tax",
    "state_income_tax": "state income tax",
    "payroll_tax": "payroll tax",
    "eitc": "EITC",
    "ctc": "child tax credit",
    "snap": "SNAP (food)",
    "tanf": "TANF (cash)",
    "ssi": "SSI",
    "wic": "WIC (food)",
    "school_meals": "school meals",
    "medicaid": "Medicaid",
    "chip": "CHIP (children's coverage)",
    "premium_tax_credit": "premium tax credit",
    "other_coverage": "state coverage",
}
"""What taxes and benefits are called, by the names of the table."""
NOT_MODELLED = {
    "child_care_subsidy": "child-care subsidies",
    "housing_assistance": "housing vouchers and public housing",
    "energy_assistance": "energy assistance",
    "head_start": "Head Start",
    "child_support": "child support",
    "city_taxes": "city income taxes",
    "coverage_premiums": "premiums and co-payments of public coverage",
    "time_limits": "time limits such as TANF's",
    "local_rules": "local rules",
}
"""What the table of taxes and benefits leaves out."""


def described(household: HouseholdUsed) -> str:
    """Who lives together: `1 adult and a child of 3`."""
    adults = f"{household.adults} adult{'s' if household.adults > 1 else ''}"
    if household.disability:
        adults += " with a disability"
    partner = household.partner_earnings
    earns = f", the partner earning {dollars(partner)} a year" if partner else ""
    ages = household.children
    if not ages:
        return f"{adults} and no children{earns}"
    if len(ages) == 1:
        return f"{adults} and a child of {ages[0]}{earns}"
    said = ", ".join(str(age) for age in ages[:-1])
    return f"{adults} and {len(ages)} children of {said} and {ages[-1]}{earns}"


def not_modelled() -> str:
    """What is left out of taxes and benefits, as a list in words."""
    *first, last = NOT_MODELLED.values()
    return f"{', '.join(first)}, and {last}"
