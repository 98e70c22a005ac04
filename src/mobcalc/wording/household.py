"""Words for the household: who lives in it, programs, and what is left out."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.basis import Terms
from mobcalc.results.compare import Comparison
from mobcalc.results.household import ADDING, HouseholdUsed, LivingWageNow, TrainingYear, not_counted
from mobcalc.results.pathways import PathwayResult
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import dollars, hourly, more_or_less, percent
from mobcalc.wording.pathways import pathway_name

PROGRAMS = {
    "federal_income_tax": mark("federal income tax"),
    "state_income_tax": mark("state income tax"),
    "payroll_tax": mark("payroll tax"),
    "eitc": mark("EITC"),
    "ctc": mark("child tax credit"),
    "snap": mark("SNAP (food)"),
    "tanf": mark("TANF (cash)"),
    "ssi": mark("SSI"),
    "wic": mark("WIC (food)"),
    "school_meals": mark("school meals"),
    "child_care_subsidy": mark("child-care subsidy"),
    "housing": mark("housing voucher"),
    "health_plan": mark("cheap health plan"),
    "medicaid": mark("Medicaid"),
    "chip": mark("CHIP (children's coverage)"),
    "premium_tax_credit": mark("premium tax credit"),
    "other_coverage": mark("state coverage"),
}
"""What taxes and benefits are called, by the names of the table."""
NOT_COUNTED = {
    "child_care_subsidy": mark("child-care subsidies (--child-care subsidized)"),
    "housing": mark("housing vouchers (--voucher)"),
    "tanf": mark("TANF, which few working families draw (--tanf)"),
    "school_meals": mark("school meals (--school-meals)"),
    "public_housing": mark("public housing"),
    "energy_assistance": mark("energy assistance"),
    "head_start": mark("Head Start"),
    "child_support": mark("child support"),
    "city_taxes": mark("city income taxes"),
    "coverage_premiums": mark("premiums and co-payments of public coverage"),
    "time_limits": mark("time limits such as TANF's"),
    "later_rules": mark("changes of rules after that year"),
    "local_rules": mark("local rules"),
}
"""What taxes and benefits leave out: help, with the flag that counts it, and what is not modelled."""


def described(household: HouseholdUsed) -> str:
    """Who lives together: `1 adult and a child of 3`."""
    partner, said = household.partner_earnings, _members(household)
    if not partner:
        return said
    return say("{household}, the partner earning {amount} a year", household=said, amount=dollars(partner))


def _members(household: HouseholdUsed) -> str:
    """The adults and the children."""
    adults, ages = _adults(household), household.children
    if not ages:
        return say("{adults} and no children", adults=adults)
    if ages == [0]:
        return say("{adults} and a child under 1 year", adults=adults)
    one = say_count(ages[0], "{count} year", "{count} years")
    return say_count(
        len(ages),
        "{adults} and a child of {ages}",
        "{adults} and {count} children of {ages}",
        adults=adults,
        ages=one if len(ages) == 1 else listed([str(age) for age in ages]),
    )


def _adults(household: HouseholdUsed) -> str:
    if household.disability:
        return say_count(household.adults, "{count} adult with a disability", "{count} adults with a disability")
    return say_count(household.adults, "{count} adult", "{count} adults")


AGES_AS_COMPUTED = mark(
    "Children under 6 are computed as 3 and older ones as 10 years old, though WIC ends at 5 and most of the child tax "
    "credit at 17."
)
"""What the table of taxes and benefits takes for granted of children."""
TAKEN_FOR_GRANTED = mark(
    "everybody takes up all they are due, which many do not; one adult earns, the same every month; no savings, no "
    "other income; the health plan comes with the job, so there is no premium tax credit, unless it is from the "
    "marketplace; the rent is the middle one of the state's counties, and the county, where a rule needs one, its most "
    "populous."
)
"""What the table takes for granted of everybody."""
MEDICAID_KEPT = mark(
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
        return say("No child care is paid for, as you said.")
    if household.child_care == 0.0:
        return say("No child care is paid for now.")
    cost = dollars(household.child_care)
    if household.care == "subsidized":
        return say(
            "Child care costs {cost} a year, of which the state pays a part up to the pay at which families with this "
            "help lose it.",
            cost=cost,
        )
    return say("The family pays for child care, {cost} a year, without help.", cost=cost)


STATE_ADDS = mark("The state adds to the tax credit for a health plan, which is not counted, so a plan may cost less.")
"""What is left out in some states."""


def paid_for(household: HouseholdUsed, age: int, state: str) -> list[str]:
    """Who pays for child care and for a health plan, as sentences.

    Args:
        household: whose they are.
        age: of the person, by which the plan is priced [years].
        state: its name.
    """
    said = [care] if (care := care_paid(household)) else []
    if household.health_plan != "marketplace":
        return said
    own = say("The health plan is from the marketplace, at the price for age {age}; taxes are an employee's.", age=age)
    return [*said, own, *([say(STATE_ADDS)] if state in ADDING else [])]


def left_out(household: HouseholdUsed) -> str:
    """What is left out of taxes and benefits, as the end of a sentence."""
    *others, last = (say(NOT_COUNTED[name]) for name in not_counted(household))
    return say("{others}, and {last}", others=", ".join(others), last=last)


KEEPS_COLUMNS = (
    mark("Pathway"),
    mark("Gain: earned"),
    mark("Gain: kept"),
    mark("10 years: earned"),
    mark("10 years: kept"),
    mark("Years below living wage, all"),
    mark("At it for good from, if you finish"),
)
TRAINING_COLUMNS = (
    mark("Pathway"),
    mark("Worst year, at age"),
    mark("Has, after taxes and benefits"),
    mark("Basic needs"),
    mark("Training costs"),
    mark("Left over or short"),
    mark("Without training"),
)
NEVER = mark("never")


def keeps_title(comparison: Comparison, household: HouseholdUsed) -> str:
    """The heading over what the household keeps."""
    place = comparison.provenance.place
    who = ", ".join([described(household), *([] if place is None else [place.county or place.state])])
    return say("What the household keeps after taxes and benefits: {household}", household=who)


def keeps_caption(comparison: Comparison, household: HouseholdUsed, baseline: PathwayResult) -> str:
    """Prices and rules, what the baseline keeps, and the living wage."""
    wage = comparison.living_wage
    assert wage is not None
    gains = say(
        "{price_year} dollars, rules of {rules_year}. Gains of all who start, to age {age}, discounted {rate} a year; "
        "10 years: not discounted. Earned: earnings less training costs (10 years: before them). Kept: earnings and "
        "benefits less taxes and training costs, if the household takes up all it is due; it can be more than is "
        "earned where benefits make up for low pay.",
        price_year=comparison.price_year,
        rules_year=household.rules_year,
        age=comparison.retire_age,
        rate=percent(comparison.discount_rate),
    )
    coverage = say("Health coverage that a higher wage may end is not in this: 'mobcalc cliff' shows where.")
    columns = say(
        "Kept counts the same part of a lead in earnings as earned does, the last two columns go by what is paid. For "
        "good: in every year of work from that age. Years below: the average of all who start."
    )
    return " ".join([gains, _baseline_keeps(household, baseline), coverage, _living_wage(wage), columns])


def _baseline_keeps(household: HouseholdUsed, baseline: PathwayResult) -> str:
    """What the household keeps with the baseline, which has a partner's earnings in it, next to what is earned."""
    shown = baseline.expected
    values = {
        "baseline": pathway_name(baseline.name),
        "kept": dollars(shown.net_resources_present_value),
        "earned": dollars(shown.present_value),
    }
    if not household.partner_earnings:
        return say("With '{baseline}' it keeps {kept} in all of {earned} earned.", **values)
    return say(
        "With '{baseline}' it keeps {kept} in all, the partner's earnings in it, where this person earns {earned}.",
        **values,
    )


def _living_wage(wage: LivingWageNow) -> str:
    """The living wage now and later."""
    now, later = hourly(wage.hourly), hourly(wage.hourly_later)
    if wage.hourly < CENT:
        return say(
            "What the partner earns covers the basic needs (assumed in part; 'mobcalc livingwage' shows the budget)."
        )
    if abs(wage.hourly_later - wage.hourly) < CENT:
        return say(
            "Living wage (assumed in part; 'mobcalc livingwage' shows the budget): {now} an hour full time now.",
            now=now,
        )
    return say(
        "Living wage (assumed in part; 'mobcalc livingwage' shows the budget): {now} an hour full time now, {later} at "
        "the end of working life.",
        now=now,
        later=later,
    )


CENT = 0.005


def training_title() -> str:
    """The heading over the worst training years."""
    return say("The worst training year, if you finish (measured programs: of all who start)")


def training_caption(comparison: Comparison) -> str:
    """What the columns hold."""
    return say(
        "{price_year} dollars a year, not discounted, living costs in part assumed. Has: pay, stipends, a partner's "
        "earnings, cash and food benefits and refundable credits, less taxes. Basic needs: without what public health "
        "coverage pays. Training costs below zero: grants are more. Without training: what would be left over or short "
        "at the same age with the baseline. 'mobcalc timeline' with one --pathway shows every year.",
        price_year=comparison.price_year,
    )


def squeeze(name: str, year: TrainingYear, otherwise: float | None, is_cost_unknown: bool) -> str:
    """The worst training year of a pathway in a sentence, and the help that closes it.

    Args:
        name: of the pathway, as it is said.
        year: the worst.
        otherwise: what would be left over without training at that age [USD/year].
        is_cost_unknown: whether nobody knows what training costs.
    """
    if year.help_needed <= 0.0:
        return say(
            "With '{pathway}' every training year covers basic needs and training costs; the tightest, at {age}, "
            "leaves {amount}.",
            pathway=name,
            age=year.age,
            amount=dollars(year.left_over),
        )
    cost = "unknown" if is_cost_unknown else "covered" if year.training_costs < 0.0 else "paid"
    short = say(
        SHORT[cost],
        pathway=name,
        age=year.age,
        resources=dollars(year.net_resources),
        needs=dollars(year.basic_needs - year.needs_met_by_coverage),
        costs=dollars(year.training_costs),
        help=dollars(year.help_needed),
    )
    return f"{short} {_help(year, otherwise)}"


SHORT = {
    "paid": mark(
        "With '{pathway}' the worst training year is the one at {age}: the household has {resources} for basic needs "
        "of {needs} and training costs of {costs}, so {help} is missing."
    ),
    "covered": mark(
        "With '{pathway}' the worst training year is the one at {age}: the household has {resources} for basic needs "
        "of {needs} and training costs, which grants more than cover, so {help} is missing."
    ),
    "unknown": mark(
        "With '{pathway}' the worst training year is the one at {age}: the household has {resources} for basic needs "
        "of {needs} and training costs, which are not known, so {help} is missing."
    ),
}
"""What is missing in a training year, by how far its costs are known and paid."""


def _help(year: TrainingYear, otherwise: float | None) -> str:
    """What would close the gap, and what would be missing without training."""
    if otherwise is None or otherwise >= 0.0:
        return say("Help worth that much in the year would close it, if benefits do not count it as income.")
    if abs(year.help_needed + otherwise) < NEARLY:
        return say(
            "Help worth that much in the year would close it, if benefits do not count it as income; without training "
            "as much would be missing at that age."
        )
    return say(
        "Help worth that much in the year would close it, if benefits do not count it as income; without training "
        "{amount} would be missing at that age.",
        amount=dollars(-otherwise),
    )


def not_in_squeeze(household: HouseholdUsed) -> str:
    """Which help is not counted and may close a gap; empty where all of it is."""
    named = [say(NOT_COUNTED[name]) for name in not_counted(household) if name in ("child_care_subsidy", "housing")]
    return say("Not counted, and perhaps part of the help: {help}.", help=listed(named)) if named else ""


EVERY_YEAR_COLUMNS = (
    mark("Age"),
    mark("Pay, stipend, partner"),
    mark("Benefits less taxes"),
    mark("Has to live on"),
    mark("Basic needs"),
    mark("Training costs"),
    mark("Left over or short"),
)


def every_year_title(name: str) -> str:
    """The heading over the training years of one group."""
    return say("The training years of the household: {group}", group=name)


def every_year_caption(terms: Terms) -> str:
    """What the columns hold, and what closes a gap."""
    return say(
        "{price_year} dollars a year, not discounted; living costs in part assumed, training costs as far as they are "
        "known. Basic needs: without what public health coverage pays. What is short is the help that the year needs. "
        "Of those still in training at that age.",
        price_year=terms.price_year,
    )


NEARLY = 50.0
"""Dollars a year that are not worth telling apart."""


def kept(amount: float) -> str:
    """How much of a gain the household keeps, for the end of a sentence."""
    said = say("After taxes and benefits the household keeps {amount} in all.", amount=more_or_less(amount))
    return f" {said}"
