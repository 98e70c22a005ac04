"""The sentences of the one screen that `livingwage` shows by default: plain words, the answer first."""

from collections.abc import Callable

from mobcalc.language import mark, say, say_count
from mobcalc.results.livingwage import Gap, LivingWageBudget
from mobcalc.wording import livingwage as details
from mobcalc.wording.household import described
from mobcalc.wording.numbers import dollars, hourly
from mobcalc.wording.screen import of_client

MOST_NOTES = 3
MUCH = 0.5
"""A change of an hour's pay that is worth a line [USD/hour]."""


def heading(budget: LivingWageBudget) -> str:
    """The answer."""
    who = say(
        "{place}, {household}.",
        place=details.where(budget.provenance.place),
        household=described(budget.household),
    )
    return of_client(budget.provenance, " ".join([who, *_answer(budget)]))


def _answer(budget: LivingWageBudget) -> list[str]:
    """The living wage, and what it pays for."""
    needs = dollars(budget.needs)
    if budget.annual == 0.0:
        return [say("What the partner earns pays for the basic needs of {needs} a year.", needs=needs)]
    has_credit = budget.household.health_plan == "marketplace"
    wage, amount = hourly(budget.hourly), dollars(budget.annual)
    return [
        say(BESIDES if budget.household.partner_earnings else ALONE, wage=wage, amount=amount),
        say(AFTER_CREDIT if has_credit else AFTER_TAXES, needs=needs),
    ]


ALONE = mark("A living wage is {wage} an hour, full time all year: {amount}.")
BESIDES = mark("A living wage is {wage} an hour, full time all year: {amount} besides what the partner earns.")
AFTER_TAXES = mark("After taxes that pays for basic needs of {needs}, with no other help.")
AFTER_CREDIT = mark(
    "After taxes and the credit for the health plan that pays for basic needs of {needs}, with no other help."
)


def wage_gap(budget: LivingWageBudget, gap: Gap) -> str:
    """A wage beside the living wage."""
    assert gap.wage is not None and gap.hourly is not None and gap.annual is not None
    wage, left = hourly(gap.wage), gap.left_over or 0.0
    if budget.annual == 0.0:
        return say("A wage of {wage} comes on top.", wage=wage)
    return say(
        GAPS[gap.hourly >= 0.0, left >= 0.0],
        wage=wage,
        difference=hourly(abs(gap.hourly)),
        hours=details.hours(budget.weekly_hours),
        amount=dollars(abs(left)),
        living_wage=hourly(budget.hourly),
    )


GAPS = {
    (True, True): mark(
        "{wage} is {difference} more; at {hours} a week, after taxes, a year's pay leaves {amount} over."
    ),
    (True, False): mark(
        "{wage} is {difference} more; at {hours} a week, after taxes, a year's pay is {amount} too little for them."
    ),
    (False, True): mark(
        "{wage} pays for them too, with {amount} over; but help that ends above it has to be made up for, until "
        "{living_wage}."
    ),
    (False, False): mark(
        "{wage} is {difference} less; at {hours} a week, after taxes, a year's pay is {amount} too little for them."
    ),
}
"""A wage, by whether it is at least the living wage, and whether it pays for the basic needs."""


def notes(budget: LivingWageBudget) -> list[str]:
    """What would change what somebody does, the most important first, and no more than three."""
    return [said for write in NOTES if (said := write(budget))][:MOST_NOTES]


def _grow(budget: LivingWageBudget) -> str:
    """The living wage as children grow."""
    later = [stage for stage in budget.stages[1:] if abs(stage.hourly - budget.hourly) >= MUCH]
    if not later:
        return ""
    first, last = later[0], budget.stages[-1]
    if not budget.household.children:
        return say(
            "At {age} it is {wage}, as a health plan gets dearer with age.", age=last.age, wage=hourly(last.hourly)
        )
    grow, leave = (
        mark("In {years} it is {wage}, as the children grow."),
        mark("In {years} it is {wage}, as the children grow, and {later} when they have left home."),
    )
    return say(
        grow if last.children or last is first else leave,
        years=say_count(first.age - budget.start_age, "{count} year", "{count} years"),
        wage=hourly(first.hourly),
        later=hourly(last.hourly),
    )


def _place(budget: LivingWageBudget) -> str:
    codes = {notice.code for notice in budget.warnings}
    if "state_alone" not in codes:
        return ""
    return say("Rents and child care are averages of the state; a county's differ: --county NAME")


def _state_adds(budget: LivingWageBudget) -> str:
    return " ".join(details.warning(notice) for notice in budget.warnings if notice.code == "plan_state_adds")


def _of_a_month(budget: LivingWageBudget) -> str:
    return " ".join(
        details.warning(n) for n in budget.warnings if n.code in ("housing_of_a_month", "child_care_of_a_month")
    )


def _without_help(budget: LivingWageBudget) -> str:
    """That help with child care, which the household has, does not change a living wage."""
    if budget.household.care != "subsidized":
        return ""
    return say("A living wage counts no help with child care; what it leaves: mobcalc cliff")


NOTES: tuple[Callable[[LivingWageBudget], str], ...] = (
    _without_help,
    _of_a_month,
    _state_adds,
    _place,
    _grow,
    details.minimum_wage,
)
"""What may be noted, the most important first."""


def basis(budget: LivingWageBudget) -> str:
    """Which dollars, what the mark is, and how to see more."""
    said = [say("{year} dollars, of one year, none counted less.", year=budget.price_year)]
    if any(part.is_assumed for part in budget.components):
        said.append(say("*: a guess in part."))
    more = say("Your own figures, how each part is known, what is left out: --details")
    return f"{' '.join(said)}\n{more}"


CHART = {
    True: mark("Pay in work and the living wage a year, by age"),
    False: mark("The living wage a year, by age"),
}
"""The heading over the chart, by whether a pathway is asked about."""
LIVING_WAGE, PAY = mark("living wage"), mark("pay in work")


def chart_caption(budget: LivingWageBudget) -> str:
    """Which dollars the chart is in."""
    return say("{year} dollars, of one year, none counted less.", year=budget.price_year)
