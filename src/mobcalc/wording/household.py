"""Words for the household: who lives in it, programs, and what is left out."""

from mobcalc.results import Comparison, HouseholdUsed, PathwayResult, Terms, TrainingYear
from mobcalc.units import counted
from mobcalc.wording.numbers import dollars, hourly, more_or_less, percent

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
    "later_rules": "changes of rules after that year",
    "local_rules": "local rules",
}
"""What the table of taxes and benefits leaves out."""


def described(household: HouseholdUsed) -> str:
    """Who lives together: `1 adult and a child of 3`."""
    adults = counted(household.adults, "adult")
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


AS_COMPUTED = (
    "Benefits and taxes are computed as if no child care were paid; who pays for it may get more SNAP, in some states "
    "up to higher earnings, and a tax credit. Children under 6 are computed as 3 and older ones as 10 years old, "
    "though WIC ends at 5 and most of the child tax credit at 17. TANF is counted for all who are due it, although few "
    "working families draw it."
)
"""What the table of taxes and benefits takes for granted of a household with children."""
MEDICAID_KEPT = (
    "Medicaid is shown to end with SSI, but most people whom a job takes off SSI may keep it at much higher earnings "
    "(section 1619(b)) or buy into it; that, SSDI and the limit on savings are not modelled. Ask a benefits planner "
    "before a raise is refused."
)
"""What the table leaves out for a person with a disability."""


def not_modelled() -> str:
    """What is left out of taxes and benefits, as the end of a sentence."""
    *first, last = NOT_MODELLED.values()
    return f"{', '.join(first)}, and {last}"


KEEPS_COLUMNS = (
    "Pathway",
    "Gain: earned",
    "Gain: kept",
    "10 years: earned",
    "10 years: kept",
    "Years below living wage, all",
    "At it for good from, if you finish",
)
TRAINING_COLUMNS = (
    "Pathway",
    "Worst year, at age",
    "Has, after taxes and benefits",
    "Basic needs",
    "Training costs",
    "Left over or short",
    "Without training",
)
NEVER = "never"
NO_TRAINING = "none"


def keeps_title(comparison: Comparison, household: HouseholdUsed) -> str:
    """The heading over what the household keeps."""
    place = comparison.provenance.place
    where = "" if place is None else f", {place.county or place.state}"
    return f"What the household keeps after taxes and benefits: {described(household)}{where}"


def keeps_caption(comparison: Comparison, household: HouseholdUsed, baseline: PathwayResult) -> str:
    """Prices and rules, what the baseline keeps, and the living wage."""
    shown, wage = baseline.expected, comparison.living_wage
    assert wage is not None
    living = f" Living wage{ASSUMED_IN_PART}: {hourly(wage.hourly)} an hour full time now"
    if wage.hourly < CENT:
        living = f" What the partner earns covers the basic needs{ASSUMED_IN_PART}"
    elif abs(wage.hourly_later - wage.hourly) >= CENT:
        living += f", {hourly(wage.hourly_later)} at the end of working life"
    return (
        f"{comparison.price_year} dollars, rules of {household.rules_year}. Gains of all who start, to age "
        f"{comparison.retire_age}, discounted {percent(comparison.discount_rate)} a year; 10 years: not discounted. "
        "Earned: earnings less training costs (10 years: before them). Kept: earnings and benefits less taxes and "
        "training costs, if the household takes up all it is due; it can be more than is earned where benefits make up "
        f"for low pay. With '{baseline.name}' it keeps {dollars(shown.net_resources_present_value)} in all"
        f"{_of(household, shown.present_value)}. Health coverage that a higher wage may end is not in this: 'mobcalc "
        f"cliff' shows where.{living}. Kept counts the same part of a lead in earnings as earned does, the last two "
        f"columns go by what is paid. For good: in every year of work from that age. Years "
        "below: the average of all who start."
    )


def _of(household: HouseholdUsed, earned: float) -> str:
    """What the baseline earns, next to what the household keeps, which has a partner's earnings in it."""
    return (
        f", the partner's earnings in it, where this person earns {dollars(earned)}"
        if (household.partner_earnings)
        else f" of {dollars(earned)} earned"
    )


ASSUMED_IN_PART = " (assumed in part; 'mobcalc livingwage' shows the budget)"
CENT = 0.005


def training_title() -> str:
    """The heading over the worst training years."""
    return "The worst training year, if you finish (measured programs: of all who start)"


def training_caption(comparison: Comparison) -> str:
    """What the columns hold."""
    return (
        f"{comparison.price_year} dollars a year, not discounted, living costs in part assumed. Has: pay, stipends, a "
        "partner's earnings, cash and food benefits and refundable credits, less taxes. Basic needs: without what "
        "public health coverage pays. Training costs below zero: grants are more. Without training: what would be left "
        "over or short at the same age with the baseline. 'mobcalc timeline' with one --pathway shows every year."
    )


def squeeze(name: str, year: TrainingYear, otherwise: float | None, is_cost_unknown: bool) -> str:
    """The worst training year of a pathway in a sentence, and the help that closes it.

    Args:
        name: of the pathway.
        year: the worst.
        otherwise: what would be left over without training at that age [USD/year].
        is_cost_unknown: whether nobody knows what training costs.
    """
    costs = f"training costs of {dollars(year.training_costs)}"
    if is_cost_unknown:
        costs = "training costs, which are not known"
    elif year.training_costs < 0.0:
        costs = "training costs, which grants more than cover"
    if year.help_needed <= 0.0:
        return (
            f"With '{name}' every training year covers basic needs and training costs; the tightest, at {year.age}, "
            f"leaves {dollars(year.left_over)}."
        )
    said = (
        f"With '{name}' the worst training year is the one at {year.age}: the household has "
        f"{dollars(year.net_resources)} for basic needs of "
        f"{dollars(year.basic_needs - year.needs_met_by_coverage)} and {costs}, so {dollars(year.help_needed)} is "
        "missing. Help worth that much in the year would close it, if benefits do not count it as income"
    )
    if otherwise is not None and otherwise < 0.0:
        less = year.help_needed + otherwise
        compared = "as much" if abs(less) < NEARLY else f"{dollars(-otherwise)}"
        said += f"; without training {compared} would be missing at that age"
    return f"{said}."


def not_in_squeeze() -> str:
    """What may be part of the help."""
    return "Child-care subsidies and housing vouchers are not counted above and may be part of the help."


EVERY_YEAR_COLUMNS = (
    "Age",
    "Pay, stipend, partner",
    "Benefits less taxes",
    "Has to live on",
    "Basic needs",
    "Training costs",
    "Left over or short",
)


def every_year_title(name: str) -> str:
    """The heading over the training years of one group."""
    return f"The training years of the household: {name}"


def every_year_caption(terms: Terms) -> str:
    """What the columns hold, and what closes a gap."""
    return (
        f"{terms.price_year} dollars a year, not discounted; living costs in part assumed, training costs as far as "
        "they are known. Basic needs: without what public health coverage pays. What is short is the help that the "
        "year needs. Of those still in training at that age."
    )


NEARLY = 50.0
"""Dollars a year that are not worth telling apart."""


def kept(amount: float) -> str:
    """How much of a gain the household keeps, for the end of a sentence."""
    return f" After taxes and benefits the household keeps {more_or_less(amount)} in all."
