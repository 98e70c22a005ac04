"""The sentences and labels of `livingwage`."""

import msgspec

from mobcalc.language import mark, say, say_count
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.livingwage import Gap, GapYear, LivingWageBudget, Stage
from mobcalc.results.notices import Notice, NoticeCode
from mobcalc.results.provenance import PlaceUsed
from mobcalc.wording.basis import place_name
from mobcalc.wording.figures import area
from mobcalc.wording.household import STATE_ADDS, described
from mobcalc.wording.numbers import dollars, hourly, plain
from mobcalc.wording.pathways import pathway_name

GROUPS = {"expected": mark("all who start"), "completer": mark("if you finish"), "leaver": mark("if you leave")}
WHY = {
    "nothing_to_compare": "neither --wage nor --pathway was given",
    "no_wage": "no --wage was given",
    "no_pathway": "no --pathway was given",
    "group_not_told_apart": "the pathway does not tell these apart, so all who start are shown",
}
"""Why something is null or not as it was asked for, by its code."""
WARNINGS: dict[NoticeCode, str] = {
    "state_alone": mark(
        "What is said to be a mean is one over all of {state}, weighted by population; a county may be far from it. "
        "--county NAME gives its own."
    ),
    "metro_alone": mark(
        "What is said to be a mean is one over all of {state}, and only the prices of goods are the metropolitan "
        "area's; --county NAME gives a county's own."
    ),
    "partner_cares": mark(
        "With two adults and no --partner-earnings one adult works and the other cares for the children; for two who "
        "work give --partner-earnings."
    ),
    "partner_grows": mark(
        "The partner's earnings rise with wages in general, so the living wage falls a little every year."
    ),
    "beyond_table": mark(
        "The household would have to earn more than {most}, where the table of taxes ends; beyond it the last "
        "rate goes on, which is too low."
    ),
    "disability": mark(
        "What a disability costs, such as care or equipment, is not in the budget; put it in with living_wage.other."
    ),
    "housing_of_a_month": mark("Housing of {amount} a year is very little; if a month costs that, give {yearly}."),
    "child_care_of_a_month": mark(
        "Child care of {amount} a year is very little; if a month costs that, give {yearly}."
    ),
    "plan_state_adds": STATE_ADDS,
    "hours": mark("At {hours} a week it takes {hourly} an hour."),
}


def heading(budget: LivingWageBudget) -> str:
    """Who, where, and the living wage."""
    return say(
        _heading(budget),
        place=where(budget.provenance.place),
        household=described(budget.household),
        wage=hourly(budget.hourly),
        amount=dollars(budget.annual),
        needs=dollars(budget.needs),
        partner=dollars(budget.household.partner_earnings),
        left=dollars(budget.left_over),
    )


def _heading(budget: LivingWageBudget) -> str:
    """What is said of the living wage, by whether the partner earns all that is needed, a part, or nothing."""
    if budget.annual == 0.0:
        return mark(
            "{place}: {household}. The partner's earnings of {partner} a year pay for the basic needs, so this person "
            "needs to earn nothing: the living wage is $0, and {left} a year is left over. Child care and transport "
            "are counted as if both worked."
        )
    if budget.household.partner_earnings:
        return mark(
            "{place}: {household}. The living wage is {wage} an hour, full time all year (2,080 hours), which is "
            "{amount} a year besides what the partner earns: after taxes and refundable credits just enough for the "
            "basic needs of {needs}, without any other help."
        )
    return mark(
        "{place}: {household}. The living wage is {wage} an hour, full time all year (2,080 hours), which is {amount} "
        "a year: after taxes and refundable credits just enough for the basic needs of {needs}, without any other help."
    )


def where(place: PlaceUsed | None) -> str:
    """The place in words, with the county that a city stands for."""
    assert place is not None
    if not place.metro:
        return place_name(place)
    return say("{place} (goods at the prices of {area})", place=place_name(place), area=area(place.metro))


def budget_title(budget: LivingWageBudget) -> str:
    """The heading over the budget."""
    return say("Basic needs at that wage, {year} dollars", year=budget.price_year)


def total(budget: LivingWageBudget) -> str:
    """What the sum of the budget is, in its last row."""
    partner = budget.household.partner_earnings
    if budget.annual == 0.0:
        return say("less than the partner earns")
    if partner:
        return say(
            "earned: {amount}, and {partner} by the partner", amount=dollars(budget.annual), partner=dollars(partner)
        )
    return say("what the person has to earn")


MINIMUM_SET = {
    "nothing": mark("The minimum wage that you set is {wage}."),
    "enough": mark("The minimum wage that you set is {wage}, which is enough."),
    "short": mark("The minimum wage that you set is {wage}; the living wage is {times} times as much."),
}
MINIMUM_OF_AREA = {
    "nothing": mark("The minimum wage in {area} was {wage} in {year} ({note})."),
    "enough": mark("The minimum wage in {area} was {wage} in {year} ({note}), which is enough."),
    "short": mark(
        "The minimum wage in {area} was {wage} in {year} ({note}); the living wage is {times} times as much."
    ),
}
"""The minimum wage, by whether nothing has to be earned, it is enough, or falls short."""


def minimum_wage(budget: LivingWageBudget) -> str:
    """The living wage beside the minimum wage."""
    least = budget.minimum_wage
    note = say("local ones may be higher")
    if least.detail:
        note = say("the table says: {detail}; local ones may be higher", detail=least.detail)
    side = "enough" if budget.hourly <= least.hourly else "short"
    messages = MINIMUM_OF_AREA if least.area else MINIMUM_SET
    return say(
        messages["nothing" if budget.hourly == 0.0 else side],
        area=least.area,
        wage=hourly(least.hourly),
        year=least.year,
        note=note,
        times=f"{least.ratio:.1f}",
    )


POVERTY = {
    (False, False): mark(
        "The poverty guideline that you set is {amount} a year for {people}: basic needs are {needs} times that, and "
        "the household has to earn {earned} times that before taxes."
    ),
    (False, True): mark(
        "The poverty guideline that you set is {amount} a year for {people}: basic needs are {needs} times that, and "
        "the partner earns {earned} times that before taxes."
    ),
    (True, False): mark(
        "The poverty guideline for {people} is {amount} a year ({year}, {area}): basic needs are {needs} times that, "
        "and the household has to earn {earned} times that before taxes."
    ),
    (True, True): mark(
        "The poverty guideline for {people} is {amount} a year ({year}, {area}): basic needs are {needs} times that, "
        "and the partner earns {earned} times that before taxes."
    ),
}
"""The poverty guideline, by whether it is a published one, and whether the partner earns all that is needed."""


def poverty(budget: LivingWageBudget) -> str:
    """The budget beside the poverty guideline."""
    line = budget.poverty_guideline
    return say(
        POVERTY[bool(line.area), budget.annual == 0.0],
        people=say_count(line.people, "{count} person", "{count} people"),
        amount=dollars(line.annual, 10),
        year=line.year,
        area=line.area,
        needs=f"{line.needs_ratio:.1f}",
        earned=f"{line.earnings_ratio:.1f}",
    )


def warning(notice: Notice) -> str:
    """A notice in words."""
    return say(WARNINGS[notice.code], **{name: _shown(name, value) for name, value in notice.values.items()})


def _shown(name: str, value: float | str) -> str:
    """A value of a notice as it stands in the sentence."""
    if isinstance(value, str):
        return value
    if name == "hours":
        return hours(value)
    return hourly(value) if name == "hourly" else dollars(value, 1)


def hours(number: float) -> str:
    """A number of hours."""
    return say_count(number, "{count} hour", "{count} hours")


WAGE = {
    True: mark("A wage of {wage} is {difference} an hour above the living wage."),
    False: mark("A wage of {wage} is {difference} an hour short of the living wage."),
}
"""A wage beside the living wage, by whether it is at least as high."""
YEAR = {
    (True, True): mark(
        "At {hours} a week all year it brings {amount} a year more than that, before taxes; after taxes and refundable "
        "credits {left} is left over."
    ),
    (True, False): mark(
        "At {hours} a week all year it brings {amount} a year more than that, before taxes; after taxes and refundable "
        "credits {left} of the basic needs is not covered."
    ),
    (False, True): mark(
        "At {hours} a week all year it brings {amount} a year less than that, before taxes; after taxes and refundable "
        "credits {left} is left over."
    ),
    (False, False): mark(
        "At {hours} a week all year it brings {amount} a year less than that, before taxes; after taxes and refundable "
        "credits {left} of the basic needs is not covered."
    ),
}
"""A year's pay, by whether it is at least a living wage, and whether it covers the basic needs."""


def wage_gap(budget: LivingWageBudget, gap: Gap) -> str:
    """A wage beside the living wage."""
    assert gap.wage is not None and gap.hourly is not None and gap.annual is not None
    wage, of_week = hourly(gap.wage), hours(budget.weekly_hours)
    if budget.annual == 0.0:
        return say(
            "A wage of {wage} comes on top: {amount} a year at {hours}.",
            wage=wage,
            amount=dollars(gap.annual),
            hours=of_week,
        )
    left = gap.left_over or 0.0
    return " ".join(
        [
            say(WAGE[gap.hourly >= 0.0], wage=wage, difference=hourly(abs(gap.hourly))),
            say(
                YEAR[gap.annual >= 0.0, left >= 0.0],
                hours=of_week,
                amount=dollars(abs(gap.annual)),
                left=dollars(abs(left)),
            ),
            say(
                "Food benefits and health coverage that the household may be due are not in this; 'mobcalc cliff' "
                "shows them."
            ),
        ]
    )


def stages_title() -> str:
    """The heading over the living wage as children grow."""
    return say("As the children grow")


def stages_caption(budget: LivingWageBudget) -> str:
    """What the table of stages is."""
    return say(
        "{year} dollars, not discounted. The living wage from each age of the person on at which what the household "
        "needs changes.",
        year=budget.price_year,
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
    return say("{pathway}, {group}: pay against the living wage", **_named(gap))


def _named(gap: Gap) -> dict[str, str]:
    """What the pathway and the group whose pay is shown are called."""
    return {"pathway": pathway_name(gap.pathway_name or ""), "group": say(GROUPS[gap.group or "expected"])}


def years_caption(budget: LivingWageBudget, last: GapYear | None) -> str:
    """What the columns of a year are, and that later years are left out.

    Args:
        budget: the answer.
        last: the last year that is shown, if some are left out.
    """
    said = say(
        "{year} dollars, not discounted, a year and an hour of full time. Pay is before taxes, of somebody in work all "
        "year; stipends are not pay.",
        year=budget.price_year,
    )
    if last is None:
        return said
    later = say("After {age} the household stays the same and pay above; --csv has all years.", age=last.age)
    return f"{said} {later}"


NEVER = mark(
    "{pathway}, {group}, pays less than the living wage in {number} of {years}, by up to {amount} a year (at {age}); "
    "it never reaches it."
)
NOT_FOR_GOOD = mark(
    "{pathway}, {group}, pays less than the living wage in {number} of {years}, by up to {amount} a year (at {age}); "
    "it reaches it first at {first} and not for good."
)
AT_ONCE = mark(
    "{pathway}, {group}, pays less than the living wage in {number} of {years}, by up to {amount} a year (at {age}); "
    "it is reached for good from {good}."
)
LATER = mark(
    "{pathway}, {group}, pays less than the living wage in {number} of {years}, by up to {amount} a year (at {age}); "
    "it is reached first at {first} and for good from {good}."
)


def years_sentence(gap: Gap) -> str:
    """In how many years pay falls short, and from when on it no longer does."""
    short = [year for year in gap.years if year.gap_annual < 0.0]
    if not short:
        return say("{pathway} pays the living wage in every year.", **_named(gap))
    worst = min(short, key=lambda year: year.gap_annual)
    first = next((year.age for year in gap.years if year.gap_annual >= 0.0), None)
    return say(
        _reached(first, short[-1].age, gap.years[-1].age),
        number=len(short),
        years=say_count(len(gap.years), "{count} year", "{count} years"),
        amount=dollars(-worst.gap_annual),
        age=worst.age,
        first=first,
        good=short[-1].age + 1,
        **_named(gap),
    )


def _reached(first: int | None, last: int, end: int) -> str:
    """What is said of when pay reaches the living wage.

    Args:
        first: the first age at which it does, if it ever does.
        last: the last age at which it falls short.
        end: the last age of all.
    """
    if first is None:
        return NEVER
    if last == end:
        return NOT_FOR_GOOD
    return AT_ONCE if first == last + 1 else LATER


def not_told_apart() -> str:
    """That the group that was asked for is not shown."""
    return say("The pathway does not tell these apart, so all who start are shown.")


def not_counted() -> str:
    """What the budget and the taxes leave out."""
    return say(
        "means-tested help such as food benefits, Medicaid, child-care subsidies and housing vouchers, which a "
        "household below the living wage may get; savings, debts, eating out and holidays, which a basic budget does "
        "not have; city income taxes (New York City, Philadelphia, Louisville and others), with which the living wage "
        "is higher."
    )


def change_it(budget: LivingWageBudget) -> str:
    """How to put a local figure in."""
    dearest = max((part for part in budget.components if part.name != "taxes"), key=lambda part: part.annual)
    return say(
        "a local figure wins. Give a year's total for the household as it is now, such as --set "
        "living_wage.{part}={amount}; the names are housing, food, child_care, transport, health and other, and "
        "living_wage in a file given with --assumptions does the same. As children grow it changes in proportion to "
        "the computed one. 'Other' is a share of housing and food unless you give it.",
        part=dearest.name,
        amount=plain(round(dearest.annual, -2)),
    )
