"""The sentences and labels of `livingwage`."""

import msgspec

from mobcalc.results import Gap, GapYear, HouseholdUsed, LivingWageBudget, Notice, NoticeCode, PlaceUsed, Stage
from mobcalc.units import counted
from mobcalc.wording.basic_needs import area
from mobcalc.wording.basis import place_name
from mobcalc.wording.household import STATE_ADDS, described
from mobcalc.wording.numbers import dollars, hourly, plain

STAGE_COLUMNS = ("From age", "Who lives together", "Child care", "A year", "An hour")
YEAR_COLUMNS = ("Age", "Children of", "Living wage", "An hour", "Pay in work", "Over or short", "An hour")
GROUPS = {"expected": "all who start", "completer": "if you finish", "leaver": "if you leave"}
WHY = {
    "nothing_to_compare": "neither --wage nor --pathway was given",
    "no_wage": "no --wage was given",
    "no_pathway": "no --pathway was given",
    "group_not_told_apart": "the pathway does not tell these apart, so all who start are shown",
}
"""Why something is null or not as it was asked for, by its code."""
WARNINGS: dict[NoticeCode, str] = {
    "state_alone": (
        "What is said to be a mean is one over all of {state}, weighted by population; a county may be far from it. "
        "--county NAME gives its own."
    ),
    "metro_alone": (
        "What is said to be a mean is one over all of {state}, and only the prices of goods are the metropolitan "
        "area's; --county NAME gives a county's own."
    ),
    "partner_cares": (
        "With two adults and no --partner-earnings one adult works and the other cares for the children; for two who "
        "work give --partner-earnings."
    ),
    "partner_grows": "The partner's earnings rise with wages in general, so the living wage falls a little every year.",
    "beyond_table": (
        "The household would have to earn more than ${most:,.0f}, where the table of taxes ends; beyond it the last "
        "rate goes on, which is too low."
    ),
    "disability": (
        "What a disability costs, such as care or equipment, is not in the budget; put it in with living_wage.other."
    ),
    "housing_of_a_month": (
        "Housing of ${amount:,.0f} a year is very little; if a month costs that, give ${yearly:,.0f}."
    ),
    "child_care_of_a_month": (
        "Child care of ${amount:,.0f} a year is very little; if a month costs that, give ${yearly:,.0f}."
    ),
    "plan_state_adds": STATE_ADDS,
    "hours": "At {hours} a week it takes ${hourly:,.2f} an hour.",
}


def heading(budget: LivingWageBudget) -> str:
    """Who, where, and the living wage."""
    who = f"{where(budget.provenance.place)}: {described(budget.household)}."
    partner = budget.household.partner_earnings
    if budget.annual == 0.0:
        return (
            f"{who} The partner's earnings of {dollars(partner)} a year pay for the basic needs, so this person needs "
            f"to earn nothing: the living wage is $0, and {dollars(budget.left_over)} a year is left over. Child care "
            "and transport are counted as if both worked."
        )
    besides = " besides what the partner earns" if partner else ""
    return (
        f"{who} The living wage is {hourly(budget.hourly)} an hour, full time all year (2,080 hours), which is "
        f"{dollars(budget.annual)} a year{besides}: after taxes and refundable credits just enough for the basic needs "
        f"of {dollars(budget.needs)}, without any other help."
    )


def where(place: PlaceUsed | None) -> str:
    """The place in words, with the county that a city stands for."""
    assert place is not None
    return place_name(place) + (f" (goods at the prices of {area(place.metro)})" if place.metro else "")


def budget_title(budget: LivingWageBudget) -> str:
    """The heading over the budget."""
    return f"Basic needs at that wage, {budget.price_year} dollars"


def total(budget: LivingWageBudget) -> str:
    """What the sum of the budget is, in its last row."""
    if budget.annual == 0.0:
        return "less than the partner earns"
    if budget.household.partner_earnings:
        return f"earned: {dollars(budget.annual)}, and {dollars(budget.household.partner_earnings)} by the partner"
    return "what the person has to earn"


def minimum_wage(budget: LivingWageBudget) -> str:
    """The living wage beside the minimum wage."""
    least = budget.minimum_wage
    said = f"The minimum wage that you set is {hourly(least.hourly)}"
    if least.area:
        detail = f"the table says: {least.detail}; " if least.detail else ""
        said = (
            f"The minimum wage in {least.area} was {hourly(least.hourly)} in {least.year} ({detail}"
            "local ones may be higher)"
        )
    if budget.hourly == 0.0:
        return f"{said}."
    if budget.hourly <= least.hourly:
        return f"{said}, which is enough."
    return f"{said}; the living wage is {least.ratio:.1f} times as much."


def poverty(budget: LivingWageBudget) -> str:
    """The budget beside the poverty guideline."""
    line = budget.poverty_guideline
    people = counted(line.people, "person", "people")
    needs = f"basic needs are {line.needs_ratio:.1f} times that"
    earned = f"and the household has to earn {line.earnings_ratio:.1f} times that before taxes"
    if budget.annual == 0.0:
        earned = f"and the partner earns {line.earnings_ratio:.1f} times that before taxes"
    said = f"The poverty guideline for {people} is {dollars(line.annual, 10)} a year ({line.year}, {line.area})"
    if not line.area:
        said = f"The poverty guideline that you set is {dollars(line.annual, 10)} a year for {people}"
    return f"{said}: {needs}, {earned}."


def warning(notice: Notice) -> str:
    """A notice in words."""
    hours = {key: counted(float(value), "hour") for key, value in notice.values.items() if key == "hours"}
    return WARNINGS[notice.code].format(**{**notice.values, **hours})


def wage_gap(budget: LivingWageBudget, gap: Gap) -> str:
    """A wage beside the living wage."""
    assert gap.wage is not None and gap.hourly is not None and gap.annual is not None
    if budget.annual == 0.0:
        hours = counted(budget.weekly_hours, "hour")
        return f"A wage of {hourly(gap.wage)} comes on top: {dollars(gap.annual)} a year at {hours}."
    side = "above" if gap.hourly >= 0.0 else "short of"
    more = "more than" if gap.annual >= 0.0 else "less than"
    left = gap.left_over or 0.0
    needs = f"{dollars(left)} is left over" if left >= 0.0 else f"{dollars(-left)} of the basic needs is not covered"
    return (
        f"A wage of {hourly(gap.wage)} is {hourly(abs(gap.hourly))} an hour {side} the living wage. At "
        f"{counted(budget.weekly_hours, 'hour')} a week all year it brings {dollars(abs(gap.annual))} a year {more} "
        f"that, before taxes; after taxes and refundable credits {needs}. Food benefits and health coverage that the "
        "household may be due are not in this; 'mobcalc cliff' shows them."
    )


def stages_title() -> str:
    """The heading over the living wage as children grow."""
    return "As the children grow"


def stages_caption(budget: LivingWageBudget) -> str:
    """What the table of stages is."""
    return (
        f"{budget.price_year} dollars, not discounted. The living wage from each age of the person on at which what "
        "the household needs changes."
    )


def together(household: HouseholdUsed, stage: Stage) -> str:
    """Who lives together from an age on; no partner's earnings, which are said once."""
    return described(msgspec.structs.replace(household, children=stage.children, partner_earnings=0.0))


def household_then(household: HouseholdUsed, year: GapYear) -> str:
    """Who lives together in a year."""
    return described(msgspec.structs.replace(household, children=year.children, partner_earnings=0.0))


def ages(children: list[int]) -> str:
    """Ages of children for a column: `3, 7`."""
    return ", ".join(str(age) for age in children) or "-"


def years_title(gap: Gap) -> str:
    """The heading over the years of a pathway."""
    return f"{gap.pathway_name}, {GROUPS[gap.group or 'expected']}: pay against the living wage"


def years_caption(budget: LivingWageBudget, last: GapYear | None) -> str:
    """What the columns of a year are, and that later years are left out.

    Args:
        budget: the answer.
        last: the last year that is shown, if some are left out.
    """
    later = (
        "" if last is None else f" After {last.age} the household stays the same and pay above; --csv has all years."
    )
    return (
        f"{budget.price_year} dollars, not discounted, a year and an hour of full time. "
        f"Pay is before taxes, of somebody in work all year; stipends are not pay.{later}"
    )


def years_sentence(gap: Gap) -> str:
    """In how many years pay falls short, and from when on it no longer does."""
    short = [year for year in gap.years if year.gap_annual < 0.0]
    if not short:
        return f"{gap.pathway_name} pays the living wage in every year."
    last, end = short[-1].age, gap.years[-1].age
    worst = min(short, key=lambda year: year.gap_annual)
    said = (
        f"{gap.pathway_name}, {GROUPS[gap.group or 'expected']}, pays less than the living wage in {len(short)} of "
        f"{counted(len(gap.years), 'year')}, at most {dollars(-worst.gap_annual)} a year (at {worst.age})"
    )
    first = next((year.age for year in gap.years if year.gap_annual >= 0.0), None)
    if first is None:
        return f"{said}; it never reaches it."
    if last == end:
        return f"{said}; it reaches it first at {first} and not for good."
    return (
        f"{said}; it is reached for good from {last + 1}."
        if first == last + 1
        else (f"{said}; it is reached first at {first} and for good from {last + 1}.")
    )


def not_counted() -> str:
    """What the budget and the taxes leave out."""
    return (
        "means-tested help such as food benefits, Medicaid, child-care subsidies and housing vouchers, which a "
        "household below the living wage may get; savings, debts, eating out and holidays, which a basic budget does "
        "not have; city income taxes (New York City, Philadelphia, Louisville and others), with which the living wage "
        "is higher."
    )


def change_it(budget: LivingWageBudget) -> str:
    """How to put a local figure in."""
    dearest = max((part for part in budget.components if part.name != "taxes"), key=lambda part: part.annual)
    return (
        "a local figure wins. Give a year's total for the household as it is now, such as "
        f"--set living_wage.{dearest.name}={plain(round(dearest.annual, -2))}; the names are housing, food, "
        "child_care, transport, health and other, and living_wage in a file given with --assumptions does the same. "
        "As children grow it changes in proportion to the computed one. 'Other' is a share of housing and food unless "
        "you give it."
    )
