"""Words for the parts of a basic-needs budget: what they are called, and how each is known."""

from collections.abc import Callable

from mobcalc.language import mark, say, say_count
from mobcalc.results.livingwage import Component, LivingWageBudget
from mobcalc.results.notices import NoticeCode
from mobcalc.wording.figures import area
from mobcalc.wording.numbers import percent

LABELS = {
    "housing": mark("Housing"),
    "food": mark("Food"),
    "child_care": mark("Child care"),
    "transport": mark("Transport"),
    "health": mark("Health"),
    "other": mark("Other"),
    "taxes": mark("Taxes"),
}
"""What the parts of the budget are called."""
ASSUMED = "*"
SHORT = {
    "housing": mark("HUD rents {period}, {area}"),
    "food": mark("USDA 2026; goods of {parity_area} {parity_period}"),
    "child_care": mark("Labor Dept. {period} (old), {area}"),
    "transport": mark("half of average spending (BLS 2023)"),
    "health": mark("employer plan (KFF 2025)"),
    "other": mark("a share of food and housing"),
    "taxes": mark("rules of {year}, {state}"),
}
"""Where each part is from, in a few words."""
SHORT_BY_CODE: dict[NoticeCode, str] = {
    "county_premium": mark("marketplace, before its credit"),
    "state_premium": mark("marketplace, before its credit"),
    "plan_credit": mark("rules of {year}; credit for the plan"),
}
"""The same where how a part is known makes it another source."""
RENTS: dict[NoticeCode, str] = {
    "county_rents": mark("Fair market rent with utilities, {rooms}, {area}, fiscal year {period}"),
    "town_rents": mark(
        "Fair market rent with utilities, {rooms}, the median of the towns of {area}, fiscal year {period}"
    ),
    "state_rents": mark(
        "Fair market rent with utilities, {rooms}, mean of the counties of {area}, fiscal year {period}"
    ),
}
CARE: dict[NoticeCode, str] = {
    "county_care": mark(
        "Full-time care of an infant {where}, the cheaper of two kinds, {area}, {period} (old), raised with the price "
        "index of day care"
    ),
    "state_care": mark(
        "Full-time care of an infant {where}, the cheaper of two kinds, mean of {area}, {period} (old), raised with "
        "the price index of day care"
    ),
    "national_care": mark(
        "Full-time care of an infant {where}, the cheaper of two kinds: none is published for {area}, so the country's "
        "mean of {period} (old) at its price level, raised with the price index of day care"
    ),
}
PREMIUMS: dict[NoticeCode, str] = {
    "county_premium": mark(
        "Premium of the second-cheapest silver plan on the marketplace, {area}, {period}, before the tax credit, and "
        "what insurance leaves to pay on average (MEPS, 2018, at prices of 2025)"
    ),
    "state_premium": mark(
        "Premium of the second-cheapest silver plan on the marketplace, mean of the counties of {area}, {period}, "
        "before the tax credit, and what insurance leaves to pay on average (MEPS, 2018, at prices of 2025)"
    ),
}
WHERE = {"infant_care_center": mark("in a center"), "infant_care_family": mark("in a family home")}
MEANS = {
    "state_rents": mark("average of {area}"),
    "town_rents": mark("towns of {area}"),
    "state_care": mark("average of {area}"),
    "national_care": mark("average of the country"),
}
"""How the area of a mean is said in a few words, by the rule that a figure was found by."""
AREAS = ("area", "parity_area")
NONE_PAID = ("no_children", "no_care", "partner_cares", "care_for_nothing")
OTHER: dict[NoticeCode, str] = {
    "no_children": mark("No children"),
    "care_for_nothing": mark("Somebody cares for the children for nothing, as you said"),
    "no_care": mark("No paid care at these ages"),
    "partner_cares": mark("The adult who does not work cares for the children"),
    "plan_credit": mark(
        "Income and payroll taxes less the credit for the health plan, EITC, child tax credit and state credits, rules "
        "of {year}"
    ),
    "own_premium": mark("Premiums of your own and what insurance leaves to pay on average, before the tax credit"),
    "taxes": mark("Income and payroll taxes less EITC, child tax credit and state credits, rules of {year}"),
    "credits": mark("Credits exceed taxes: EITC, child tax credit and state credits less taxes, rules of {year}"),
}


def caption() -> str:
    """What the mark in the table is."""
    return say("{mark} assumed in part or in whole, for want of a table; the reasons stand below.", mark=ASSUMED)


def short_source(part: Component, budget: LivingWageBudget) -> str:
    """Source, year and area of a part on one line."""
    if part.how.code == "own":
        return say("your figure ({places})", places=_from(part))
    if part.how.code in NONE_PAID:
        return say("none paid")
    if part.given:
        return say("partly your figures ({places})", places=_from(part))
    values = {"year": budget.household.rules_year, "state": _state(budget), **part.how.values}
    values |= {name: area(str(values[name])) for name in AREAS if name in values}
    if part.how.code in MEANS:
        values["area"] = say(MEANS[part.how.code], **values)
    return say(SHORT_BY_CODE.get(part.how.code, SHORT[part.name]), **values)


def _state(budget: LivingWageBudget) -> str:
    place = budget.provenance.place
    return "" if place is None else place.state


def known(part: Component, budget: LivingWageBudget) -> str:
    """How a part of the budget is known."""
    if part.how.code == "own":
        return say("Your figure ({figures})", figures=_given(part))
    if part.given:
        return say("Rests on your own figures: {figures}", figures=_given(part))
    return _known_from_table(part, budget)


def _from(part: Component) -> str:
    """The flags, or files and lines, that the user gave figures with."""
    return ", ".join(dict.fromkeys(given.given_by for given in part.given))


def _given(part: Component) -> str:
    """What the user gave, each with the flag or the file and line."""
    return ", ".join(say("{name} from {place}", name=given.name, place=given.given_by) for given in part.given)


def _known_from_table(part: Component, budget: LivingWageBudget) -> str:
    """How a part is known for which the user gave no total."""
    how = part.how
    if how.code in PREMIUMS:
        return say(PREMIUMS[how.code], **how.values)
    if how.code in OTHER:
        return say(OTHER[how.code], year=budget.household.rules_year)
    write = _rent if how.code in RENTS else _care if how.code in CARE else SAID[how.code]
    return write(part)


def _rent(part: Component) -> str:
    """How the rent is known, and how many children share a bedroom."""
    values = part.how.values
    rent = say(
        RENTS[part.how.code],
        rooms=say_count(float(values["bedrooms"]), "{count} bedroom", "{count} bedrooms"),
        area=values["area"],
        period=values["period"],
    )
    if float(values["children"]) <= 1:
        return rent
    shared = say_count(
        float(values["per_bedroom"]),
        "one bedroom for every {count} child",
        "one bedroom for every {count} children",
    )
    return f"{rent}; {shared}"


def _care(part: Component) -> str:
    """How the price of child care is known, and what part of it other ages than infants pay."""
    values = part.how.values
    price = say(
        CARE[part.how.code],
        where=say(WHERE[str(values["kind"])]),
        area=values["area"],
        period=values["period"],
    )
    children = float(values["children"])
    if "shares" in values:
        shares = say_count(
            children,
            "{share} of it for these ages, as prices fall with age in the country's counties",
            "{share} of it for the {count} children together, as prices fall with age in the country's counties",
            share=percent(float(values["shares"])),
        )
        return f"{price}; {shares}"
    return price if children == 1 else f"{price}; {say_count(children, 'for {count} child', 'for {count} children')}"


def _food(part: Component) -> str:
    values = part.how.values
    plan = say(
        "USDA low-cost plan of July 2026 for {people}, at the prices of goods in {area} (x {factor})",
        people=_people(part),
        **_goods(part),
    )
    if "young_ratio" not in values:
        return plan
    young = say(
        "a child under 6 at {share} of one of 9 to 11 is a guess",
        share=percent(float(values["young_ratio"])),
    )
    return f"{plan}; {young}"


def _people(part: Component) -> str:
    return say_count(float(part.how.values["people"]), "{count} person", "{count} people")


def _goods(part: Component) -> dict[str, str]:
    """Where prices of goods are of, and what they are times the country's."""
    values = part.how.values
    return {"area": area(str(values["parity_area"])), "factor": f"{float(values['parity']):.2f}"}


def _transport(part: Component) -> str:
    workers, others = (float(part.how.values[name]) for name in ("workers", "others"))
    if not others:
        return say_count(
            workers,
            "Assumed: one modest car to get to work, half of what a household spends on average (BLS, 2023), at the "
            "prices of goods in {area} (x {factor})",
            "Assumed: {count} modest cars to get to work, half of what a household spends on average (BLS, 2023) for "
            "each, at the prices of goods in {area} (x {factor})",
            **_goods(part),
        )
    return say_count(
        workers,
        "Assumed: one modest car to get to work, half of what a household spends on average (BLS, 2023), and something "
        "for {others}, at the prices of goods in {area} (x {factor})",
        "Assumed: {count} modest cars to get to work, half of what a household spends on average (BLS, 2023) for each, "
        "and something for {others}, at the prices of goods in {area} (x {factor})",
        others=say_count(others, "{count} other", "{count} others"),
        **_goods(part),
    )


def _health(part: Component) -> str:
    return say(
        "A worker's share of an employer's premium for {people} (KFF, 2025) and what insurance leaves to pay on "
        "average (MEPS, 2018, at prices of 2025); without an employer's plan it is more or less",
        people=_people(part),
    )


def _other(part: Component) -> str:
    return say(
        "Assumed: {share} of housing and food, for clothes, telephone, household and personal goods",
        share=percent(float(part.how.values["share"])),
    )


SAID: dict[NoticeCode, Callable[[Component], str]] = {
    "food_plan": _food,
    "transport": _transport,
    "health": _health,
    "other": _other,
}
"""What puts a part of the budget into words, by the code of how it is known."""
