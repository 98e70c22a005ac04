"""The sentences of the one screen that `places show` prints by default."""

import textwrap

from mobcalc.results import PlaceUsed
from mobcalc.results.lookups import Figure, PlaceFound, PlaceShown

LABELS = {
    "earnings_levels.high_school": "Pay with high school, over the US",
    "minimum_wage": "Minimum wage",
    "unemployment_rate": "Out of work, of all workers",
    "price_parity": "Prices over the US",
    "rents": "Rent",
    "infant_care_center": "Care of a baby, in a center",
    "infant_care_family": "Care of a baby, in a home",
    "tuition_two_year": "A year at a two-year college",
    "tuition_four_year": "A year at a four-year college",
}
"""What the figures of the screen are called."""
ROOMS = {"1": "Rent with utilities, 1 bedroom", "2": "Rent with utilities, 2 bedrooms"}
WHAT, FIGURE, OF = "What", "Figure", "Where and when"
KIND, NAME = "Kind", "Name"
NONE = "none published"
OF_WIDTH, NAME_WIDTH = 29, 61


def found(one: PlaceFound) -> str:
    """A place that a search found, with its state and county, on one line."""
    county = f" ({one.county})" if one.county else ""
    state = "-".join(one.postals)
    name = one.name if one.name.endswith(f", {state}") or f", {state} (" in one.name else f"{one.name}, {state}"
    return textwrap.shorten(f"{name}{county}", NAME_WIDTH, placeholder="...)")


def search_basis() -> str:
    """How to learn more of one."""
    return 'More of one: mobcalc places show "NAME, STATE". Codes: --details'


def title(place: PlaceUsed) -> str:
    """A place in full."""
    return ", ".join(part for part in (place.county, place.state, place.metro) if part) + "."


def over(ratio: float) -> str:
    """A ratio as what is more or less than usual: `8% less`."""
    points = round(100.0 * (ratio - 1.0))
    return "the same" if points == 0 else f"{abs(points)}% {'more' if points > 0 else 'less'}"


def of(figure: Figure) -> str:
    """Where and when a figure is of, as far as there is room."""
    period = figure.period.removeprefix("academic year ")
    return textwrap.shorten(figure.area, OF_WIDTH - len(period) - 2, placeholder="").rstrip(",;") + f", {period}"


def notes(place: PlaceUsed, shown: PlaceShown) -> list[str]:
    """The city's county, and other places of the name."""
    said = [f"{place.city} is in {place.county}, whose figures these are."] if place.city else []
    if shown.has_namesakes:
        said.append(f'Other places share the name: mobcalc places search "{place.state}"')
    return said


def basis() -> str:
    """Which dollars these are, and how to see more."""
    return "Dollars of the year beside each. How each is known, every figure, sources: --details"
