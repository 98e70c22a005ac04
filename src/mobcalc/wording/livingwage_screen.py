"""The sentences of the one screen that `livingwage` shows by default: plain words, the answer first."""

from collections.abc import Callable

from mobcalc.results import Gap, LivingWageBudget
from mobcalc.units import counted
from mobcalc.wording import livingwage as details
from mobcalc.wording.household import described
from mobcalc.wording.numbers import dollars, hourly

MOST_NOTES = 3
MUCH = 0.5
"""A change of an hour's pay that is worth a line [USD/hour]."""


def heading(budget: LivingWageBudget) -> str:
    """The answer."""
    who = f"{details.where(budget.provenance.place)}, {described(budget.household)}."
    if budget.annual == 0.0:
        return f"{who} What the partner earns pays for the basic needs of {dollars(budget.needs)} a year."
    besides = " besides what the partner earns" if budget.household.partner_earnings else ""
    after = "taxes and the credit for the health plan" if budget.household.health_plan == "marketplace" else "taxes"
    return (
        f"{who} A living wage is {hourly(budget.hourly)} an hour, full time all year: "
        f"{dollars(budget.annual)}{besides}. After {after} that pays for basic needs of {dollars(budget.needs)}, with "
        "no other help."
    )


def wage_gap(budget: LivingWageBudget, gap: Gap) -> str:
    """A wage beside the living wage."""
    assert gap.wage is not None and gap.hourly is not None and gap.annual is not None
    if budget.annual == 0.0:
        return f"A wage of {hourly(gap.wage)} comes on top."
    left = gap.left_over or 0.0
    side = "more" if gap.hourly >= 0.0 else "less"
    if gap.hourly < 0.0 <= left:
        return (
            f"{hourly(gap.wage)} pays for them too, with {dollars(left)} over; but help that ends above it has to be "
            f"made up for, until {hourly(budget.hourly)}."
        )
    needs = f"leaves {dollars(left)} over" if left >= 0.0 else f"is {dollars(-left)} too little for them"
    hours = counted(budget.weekly_hours, "hour")
    return (
        f"{hourly(gap.wage)} is {hourly(abs(gap.hourly))} {side}; at {hours} a week, after taxes, a year's pay {needs}."
    )


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
        return f"At {last.age} it is {hourly(last.hourly)}, as a health plan gets dearer with age."
    then = f"In {counted(first.age - budget.start_age, 'year')} it is {hourly(first.hourly)}"
    if last.children or last is first:
        return f"{then}, as the children grow."
    return f"{then}, as the children grow, and {hourly(last.hourly)} when they have left home."


def _place(budget: LivingWageBudget) -> str:
    codes = {notice.code for notice in budget.warnings}
    return (
        "Rents and child care are averages of the state; a county's differ: --county NAME"
        if "state_alone" in codes
        else ""
    )


def _state_adds(budget: LivingWageBudget) -> str:
    return " ".join(details.warning(notice) for notice in budget.warnings if notice.code == "plan_state_adds")


def _of_a_month(budget: LivingWageBudget) -> str:
    return " ".join(
        details.warning(n) for n in budget.warnings if n.code in ("housing_of_a_month", "child_care_of_a_month")
    )


NOTES: tuple[Callable[[LivingWageBudget], str], ...] = (_of_a_month, _state_adds, _place, _grow, details.minimum_wage)
"""What may be noted, the most important first."""


def basis(budget: LivingWageBudget) -> str:
    """Which dollars, what the mark is, and how to see more."""
    mark = " *: a guess in part." if any(part.is_assumed for part in budget.components) else ""
    return (
        f"{budget.price_year} dollars, of one year, none counted less.{mark}\n"
        "Your own figures, how each part is known, what is left out: --details"
    )
