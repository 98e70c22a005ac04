"""Sentences about places that are looked up."""

from mobcalc.results import PlaceUsed
from mobcalc.results.lookups import Figure, PlaceSearch, PlaceShown
from mobcalc.units import counted

LABELS = {
    "earnings_levels.high_school": "Earnings level",
    "minimum_wage": "Minimum wage",
    "unemployment_rate": "Unemployment",
    "price_parity": "Price level",
    "goods_parity": "Price level of goods",
    "rents": "Rent",
    "infant_care_center": "Infant care, center",
    "infant_care_family": "Infant care, family",
    "tuition_two_year": "Tuition, two-year",
    "tuition_four_year": "Tuition, four-year",
    "occupations_in_state": "Occupations with wages, state",
    "occupations_in_area": "Occupations with wages, area",
    "pay_over_state": "Pay in the area over the state's",
}
"""What the figures of a place are called."""
SIZES = {"0": "no bedroom", "1": "1 bedroom", "2": "2 bedrooms", "3": "3 bedrooms", "4": "4 bedrooms"}
RULES = {
    "level_of_state": "Full-time earnings with a high-school diploma in the state over the country's.",
    "level_of_county": "Full-time earnings with a high-school diploma in the county over the country's.",
    "level_of_metro": "Full-time earnings with a high-school diploma in the area around over the country's.",
    "minimum_wage": "The mean over the days of the year; local ones may be higher.",
    "unemployment": "Of all workers in the state, seasonally adjusted.",
    "price_parity": "Prices of all items, the country as 1.",
    "goods_parity": "Prices of goods, the country as 1.",
    "state_rents": "Fair market rents, fiscal year {period}, utilities included; the mean of the state's counties.",
    "county_rents": "Fair market rent of the county, fiscal year {period}, utilities included.",
    "town_rents": "Fair market rents, fiscal year {period}, utilities included; in New England they are by town.",
    "county_care": "Full-time care, the price published for the county.",
    "state_care": "Full-time care, the mean of the state.",
    "national_care": "Full-time care, the country's mean at the state's prices, for want of any price there.",
    "state_tuition": "Public colleges, residents of the state, with required fees.",
    "area_pay": "Median pay of all occupations in {area} over the state's.",
    "wages_published": "Detailed occupations whose median wage is published for {area}.",
}
"""How a figure was found, by the code of its rule."""
WHY = {
    "no_tuition": "no tuition published",
    "no_area": "not in the survey",
}
"""Why there is no figure, by its code."""
KINDS = {"state": "state", "county": "county", "city": "city", "metro": "metropolitan area"}


def rule(figure: Figure) -> str:
    """How a figure of a place was found."""
    return RULES[figure.rule].format(period=figure.period, area=figure.area)


def why(figure: Figure) -> str:
    """Why there is no figure."""
    return WHY[figure.why or ""]


def title(place: PlaceUsed) -> str:
    """A place in full, with its codes."""
    county = f"{place.county} ({place.county_fips}), " if place.county else ""
    metro = f"; {place.metro}, {place.metro_code}" if place.metro else ""
    return f"{county}{place.state} ({place.postal}, {place.state_fips}){metro}"


def notes(place: PlaceUsed, shown: PlaceShown) -> list[str]:
    """What must be known to read the figures: the city's county, and other places of the name."""
    sentences = []
    if place.city:
        more = f" The city: {shown.city_note}." if shown.city_note else ""
        sentences.append(f"{place.city} is in {place.county}, whose figures these are.{more}")
    if shown.has_namesakes:
        sentences.append(f"Other places share the name: 'mobcalc places search \"{place.state}\"' lists them.")
    return sentences


def matches(search: PlaceSearch) -> str:
    """How many places a search matches, or that it found nothing."""
    if not search.found:
        near = f"; did you mean {search.nearest}?" if search.nearest else "."
        return f"No state, county, city or metropolitan area has '{search.words}' in its name{near}"
    return (
        f"{counted(len(search.found), 'place')}; 'mobcalc places show NAME, STATE' tells what is known of one. A city "
        "has the code of its county."
    )
