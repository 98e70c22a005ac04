"""Words for the household: who lives in it, programs, and what is left out."""

from mobcalc.results import ADDING, Comparison, HouseholdUsed, PathwayResult, Terms, TrainingYear, not_counted
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
    "child_care_subsidy": "child-care subsidy",
    "housing": "housing voucher",
    "health_plan": "cheap health plan",
    "medicaid": "Medicaid",
    "chip": "CHIP (children's coverage)",
    "premium_tax_credit": "premium tax credit",
    "other_coverage": "state coverage",
}
"""What taxes and benefits are called, by the names of the table."""
NOT_COUNTED = {
    "child_care_subsidy": "child-care subsidies (--child-care subsidized)",
    "housing": "housing vouchers (--voucher)",
    "tanf": "TANF, which few working families draw (--tanf)",
    "school_meals": "school meals (--school-meals)",
    "public_housing": "public housing",
    "energy_assistance": "energy assistance",
    "head_start": "Head Start",
    "child_support": "child support",
    "city_taxes": "city income taxes",
    "coverage_premiums": "premiums and co-payments of public coverage",
    "time_limits": "time limits such as TANF's",
    "later_rules": "changes of rules after that year",
    "local_rules": "local rules",
}
"""What taxes and benefits leave out: help, with the flag that counts it, and what is not modelled."""


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
        old = counted(ages[0], "year") if ages[0] else "under 1 year"
        return f"{adults} and a child {'of ' if ages[0] else ''}{old}{earns}"
    said = ", ".join(str(age) for age in ages[:-1])
    return f"{adults} and {len(ages)} children of {said} and {ages[-1]}{earns}"


AGES_AS_COMPUTED = (
    "Children under 6 are computed as 3 and older ones as 10 years old, though WIC ends at 5 and most of the child tax "
    "credit at 17."
)
"""What the table of taxes and benefits takes for granted of children."""
MEDICAID_KEPT = (
    "Whom a job takes off SSI keeps Medicaid up to the state's threshold (section 1619(b)) and may buy into it beyond; "
    "SSDI and the limit on savings are not modelled. A benefits planner (WIPA) can go through it before a raise is "
    "refused; work expenses and an ABLE account can keep more."
)
"""What a person with a disability should know of work and Medicaid."""


def care_paid(household: HouseholdUsed) -> str:
    """Who pays for child care, and what it costs; nothing without children."""
    if not household.children:
        return ""
    if household.care == "none":
        return "No child care is paid for, as you said."
    if household.child_care == 0.0:
        return "No child care is paid for now."
    cost = f"{dollars(household.child_care)} a year"
    if household.care == "subsidized":
        return f"Child care costs {cost}, of which the state pays a part as long as it helps those whom it has helped."
    return f"The family pays for child care, {cost}, without help."


STATE_ADDS = "The state adds to the tax credit for a health plan, which is not counted, so a plan may cost less."
"""What is left out in some states."""


def paid_for(household: HouseholdUsed, age: int, state: str) -> list[str]:
    """Who pays for child care and for a health plan, as sentences.

    Args:
        household: whose they are.
        age: of the person, by which the plan is priced [years].
        state: its name.
    """
    own = f"The health plan is from the marketplace, at the price for age {age}; taxes are an employee's."
    more = f" {STATE_ADDS}" if state in ADDING else ""
    plan = [f"{own}{more}"] if household.health_plan == "marketplace" else []
    return [*([care] if (care := care_paid(household)) else []), *plan]


def left_out(household: HouseholdUsed) -> str:
    """What is left out of taxes and benefits, as the end of a sentence."""
    *first, last = (NOT_COUNTED[name] for name in not_counted(household))
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


def not_in_squeeze(household: HouseholdUsed) -> str:
    """Which help is not counted and may close a gap; empty where all of it is."""
    named = [NOT_COUNTED[name] for name in not_counted(household) if name in ("child_care_subsidy", "housing")]
    return f"Not counted, and perhaps part of the help: {' and '.join(named)}." if named else ""


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
