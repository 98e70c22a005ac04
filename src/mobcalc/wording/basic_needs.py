"""Words for the parts of a basic-needs budget: what they are called, and how each is known."""

from collections.abc import Callable

from mobcalc.results import Component, LivingWageBudget, NoticeCode
from mobcalc.units import counted
from mobcalc.wording.numbers import percent

LABELS = {
    "housing": "Housing",
    "food": "Food",
    "child_care": "Child care",
    "transport": "Transport",
    "health": "Health",
    "other": "Other",
    "taxes": "Taxes",
}
"""What the parts of the budget are called."""
BUDGET_COLUMNS = ("A year", "A month", "Source")
KNOWN_COLUMNS = ("What", "How it is known")
ASSUMED = "*"
SHORT = {
    "housing": "HUD rents {period}, {area}",
    "food": "USDA 2026; goods of {parity_area} {parity_period}",
    "child_care": "Labor Dept. {period} (old), {area}",
    "transport": "half of average spending (BLS 2023)",
    "health": "employer plan (KFF 2025)",
    "other": "a share of food and housing",
    "taxes": "rules of {year}, {state}",
}
"""Where each part is from, in a few words."""
SHORT_BY_CODE: dict[NoticeCode, str] = {
    "county_premium": "marketplace, before its credit",
    "state_premium": "marketplace, before its credit",
    "plan_credit": "rules of {year}; credit for the plan",
}
"""The same where how a part is known makes it another source."""
RENTS: dict[NoticeCode, str] = {
    "county_rents": "Fair market rent with utilities, {rooms}, {area}, fiscal year {period}",
    "town_rents": "Fair market rent with utilities, {rooms}, the median of the towns of {area}, fiscal year {period}",
    "state_rents": "Fair market rent with utilities, {rooms}, mean of the counties of {area}, fiscal year {period}",
}
CARE: dict[NoticeCode, str] = {
    "county_care": "Full-time care of an infant {where}, the cheaper of two kinds, {area}, {period} (old)",
    "state_care": "Full-time care of an infant {where}, the cheaper of two kinds, mean of {area}, {period} (old)",
    "national_care": (
        "Full-time care of an infant {where}, the cheaper of two kinds: none is published for {area}, so the country's "
        "mean of {period} (old) at its price level"
    ),
}
PREMIUMS: dict[NoticeCode, str] = {
    "county_premium": (
        "Premium of the second-cheapest silver plan on the marketplace, {area}, {period}, before the tax credit, and "
        "what insurance leaves to pay on average (MEPS, 2018, at prices of 2025)"
    ),
    "state_premium": (
        "Premium of the second-cheapest silver plan on the marketplace, mean of the counties of {area}, {period}, "
        "before the tax credit, and what insurance leaves to pay on average (MEPS, 2018, at prices of 2025)"
    ),
}
WHERE = {"infant_care_center": "in a center", "infant_care_family": "in a family home"}
MEANS = {
    "state_rents": "average of {area}",
    "town_rents": "towns of {area}",
    "state_care": "average of {area}",
    "national_care": "average of the country",
}
"""How the area of a mean is said in a few words, by the rule that a figure was found by."""
AREAS = ("area", "parity_area")
NONE_PAID = ("no_children", "no_care", "partner_cares", "care_for_nothing")
OTHER: dict[NoticeCode, str] = {
    "no_children": "No children",
    "care_for_nothing": "Somebody cares for the children for nothing, as you said",
    "no_care": "No paid care at these ages",
    "partner_cares": "The adult who does not work cares for the children",
    "plan_credit": (
        "Income and payroll taxes less the credit for the health plan, EITC, child tax credit and state credits, rules "
        "of {year}"
    ),
    "own_premium": "Premiums of your own and what insurance leaves to pay on average, before the tax credit",
    "taxes": "Income and payroll taxes less EITC, child tax credit and state credits, rules of {year}",
    "credits": "Credits exceed taxes: EITC, child tax credit and state credits less taxes, rules of {year}",
}


def area(name: str) -> str:
    """An area without what its name says of its kind."""
    return name.removesuffix(" (Metropolitan Statistical Area)")


def caption() -> str:
    """What the mark in the table is."""
    return f"{ASSUMED} assumed in part or in whole, for want of a table; the reasons stand below."


def short_source(part: Component, budget: LivingWageBudget) -> str:
    """Source, year and area of a part on one line."""
    if part.how.code == "own":
        return f"your figure ({_from(part)})"
    if part.how.code in NONE_PAID:
        return "none paid"
    if part.given:
        return f"partly your figures ({_from(part)})"
    values = {"year": budget.household.rules_year, "state": _state(budget), **part.how.values}
    values |= {name: area(str(values[name])) for name in AREAS if name in values}
    if part.how.code in MEANS:
        values["area"] = MEANS[part.how.code].format(**values)
    return SHORT_BY_CODE.get(part.how.code, SHORT[part.name]).format(**values)


def _state(budget: LivingWageBudget) -> str:
    place = budget.provenance.place
    return "" if place is None else place.state


def known(part: Component, budget: LivingWageBudget) -> str:
    """How a part of the budget is known."""
    if part.how.code == "own":
        return f"Your figure ({_given(part)})"
    return f"Rests on your own figures: {_given(part)}" if part.given else _known_from_table(part, budget)


def _from(part: Component) -> str:
    """The flags, or files and lines, that the user gave figures with."""
    return ", ".join(dict.fromkeys(given.given_by for given in part.given))


def _given(part: Component) -> str:
    """What the user gave, each with the flag or the file and line."""
    return ", ".join(f"{given.name} from {given.given_by}" for given in part.given)


def _known_from_table(part: Component, budget: LivingWageBudget) -> str:
    """How a part is known for which the user gave no total."""
    how, values = part.how, part.how.values
    if how.code in RENTS:
        rooms = float(values["bedrooms"])
        said = counted(rooms, "bedroom")
        shared = (
            f"; one bedroom for every {counted(float(values['per_bedroom']), 'child', 'children')}"
            if float(values["children"]) > 1
            else ""
        )
        return RENTS[how.code].format(rooms=said, area=values["area"], period=values["period"]) + shared
    if how.code in CARE:
        return _care(part)
    if how.code in PREMIUMS:
        return PREMIUMS[how.code].format(**values)
    if how.code in OTHER:
        return OTHER[how.code].format(year=budget.household.rules_year)
    return SAID[how.code](part)


def _care(part: Component) -> str:
    """How the price of child care is known, and what part of it other ages than infants pay."""
    values = part.how.values
    said = CARE[part.how.code].format(where=WHERE[str(values["kind"])], area=values["area"], period=values["period"])
    said += ", raised with the price index of day care"
    children = float(values["children"])
    if "shares" in values:
        of = "of it for these ages" if children == 1 else f"of it for the {children:g} children together"
        return f"{said}; {percent(float(values['shares']))} {of}, as prices fall with age in the country's counties"
    return said if children == 1 else f"{said}; for {children:g} children"


def _food(part: Component) -> str:
    values = part.how.values
    people = float(values["people"])
    young = (
        f"; a child under 6 at {percent(float(values['young_ratio']))} of one of 9 to 11 is a guess"
        if "young_ratio" in values
        else ""
    )
    of = counted(people, "person", "people")
    return f"USDA low-cost plan of July 2026 for {of}, {_goods(part)}{young}"


def _goods(part: Component) -> str:
    values = part.how.values
    return f"at the prices of goods in {area(str(values['parity_area']))} (x {float(values['parity']):.2f})"


def _transport(part: Component) -> str:
    workers, others = (float(part.how.values[name]) for name in ("workers", "others"))
    cars = "one modest car" if workers == 1 else f"{workers:g} modest cars"
    each = " for each" if workers > 1 else ""
    rest = f", and something for {counted(others, 'other')}" if others else ""
    return (
        f"Assumed: {cars} to get to work, half of what a household spends on average (BLS, 2023){each}{rest}, "
        f"{_goods(part)}"
    )


def _health(part: Component) -> str:
    people = counted(float(part.how.values["people"]), "person", "people")
    return (
        f"A worker's share of an employer's premium for {people} (KFF, 2025) and what insurance leaves to pay on "
        "average (MEPS, 2018, at prices of 2025); without an employer's plan it is more or less"
    )


def _other(part: Component) -> str:
    share = percent(float(part.how.values["share"]))
    return f"Assumed: {share} of housing and food, for clothes, telephone, household and personal goods"


SAID: dict[NoticeCode, Callable[[Component], str]] = {
    "food_plan": _food,
    "transport": _transport,
    "health": _health,
    "other": _other,
}
"""What puts a part of the budget into words, by the code of how it is known."""
