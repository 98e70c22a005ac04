"""The sentences of the one screen that `places show` prints by default."""

import textwrap

from mobcalc.language import mark, say
from mobcalc.results.lookups import Figure, PlaceFound, PlaceShown
from mobcalc.results.provenance import PlaceUsed
from mobcalc.wording.figures import area, period
from mobcalc.wording.places import whose

LABELS = {
    "earnings_levels.high_school": mark("Pay with high school, over the US"),
    "minimum_wage": mark("Minimum wage"),
    "unemployment_rate": mark("Out of work, of all workers"),
    "price_parity": mark("Prices over the US"),
    "rents": mark("Rent"),
    "infant_care_center": mark("Care of a baby, in a center"),
    "infant_care_family": mark("Care of a baby, in a home"),
    "tuition_two_year": mark("A year at a two-year college"),
    "tuition_four_year": mark("A year at a four-year college"),
    "low_income_child_rank": mark("Low-income child's rank, grown up"),
}
"""What the figures of the screen are called."""
ROOMS = {"1": mark("Rent with utilities, 1 bedroom"), "2": mark("Rent with utilities, 2 bedrooms")}
OF_WIDTH, NAME_WIDTH = 29, 61


def found(one: PlaceFound) -> str:
    """A place that a search found, with its state and county, on one line."""
    county = f" ({one.county})" if one.county else ""
    state = "-".join(one.postals)
    name = one.name if one.name.endswith(f", {state}") or f", {state} (" in one.name else f"{one.name}, {state}"
    return textwrap.shorten(f"{name}{county}", NAME_WIDTH, placeholder="...)")


def search_basis() -> str:
    """How to learn more of one."""
    return say('More of one: mobcalc places show "NAME, STATE". Codes: --details')


def title(place: PlaceUsed) -> str:
    """A place in full."""
    return ", ".join(part for part in (place.county, place.state, area(place.metro or "")) if part) + "."


def over(ratio: float) -> str:
    """A ratio as what is more or less than usual: `8% less`."""
    points = round(100.0 * (ratio - 1.0))
    if points == 0:
        return say("the same")
    share = f"{abs(points)}%"
    return say("{share} more", share=share) if points > 0 else say("{share} less", share=share)


def rank(own: float, country: float) -> str:
    """A mean rank of 100, beside the country's: `42 of 100, US 41`."""
    return say("{rank} of 100, US {country}", rank=f"{own:.0f}", country=f"{country:.0f}")


def of(figure: Figure) -> str:
    """Where and when a figure is of, as far as there is room."""
    when = period(figure.period.removeprefix("academic year "))
    return textwrap.shorten(area(figure.area), OF_WIDTH - len(when) - 2, placeholder="").rstrip(",;") + f", {when}"


def notes(place: PlaceUsed, shown: PlaceShown) -> list[str]:
    """The city's county, what a rank is, and other places of the name."""
    said = [whose(place)] if place.city else []
    if any(one.name == "low_income_child_rank" and one.value is not None for one in shown.figures):
        said.append(say("Rank: household income at 31 to 37, 100 the highest; people born 1978 to 1983."))
    if shown.has_namesakes:
        said.append(say('Other places share the name: mobcalc places search "{state}"', state=place.state))
    return said


def basis() -> str:
    """Which dollars these are, and how to see more."""
    return say("Dollars of the year beside each. How each is known, every figure, sources: --details")
