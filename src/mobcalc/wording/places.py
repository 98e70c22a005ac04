"""Sentences about places that are looked up."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.lookups import Figure, PlaceSearch, PlaceShown
from mobcalc.results.provenance import PlaceUsed
from mobcalc.wording.figures import area, period

LABELS = {
    "earnings_levels.high_school": mark("Earnings level"),
    "minimum_wage": mark("Minimum wage"),
    "unemployment_rate": mark("Unemployment"),
    "price_parity": mark("Price level"),
    "goods_parity": mark("Price level of goods"),
    "rents": mark("Rent"),
    "infant_care_center": mark("Infant care, center"),
    "infant_care_family": mark("Infant care, family"),
    "tuition_two_year": mark("Tuition, two-year"),
    "tuition_four_year": mark("Tuition, four-year"),
    "occupations_in_state": mark("Occupations with wages, state"),
    "occupations_in_area": mark("Occupations with wages, area"),
    "pay_over_state": mark("Pay in the area over the state's"),
    "low_income_child_rank": mark("Low-income children's rank, grown up"),
    "low_income_child_rank_us": mark("The same rank in the country"),
}
"""What the figures of a place are called."""
RENTS = {
    "0": mark("Rent, no bedroom"),
    "1": mark("Rent, 1 bedroom"),
    "2": mark("Rent, 2 bedrooms"),
    "3": mark("Rent, 3 bedrooms"),
    "4": mark("Rent, 4 bedrooms"),
}
"""What rents are called, by the number of bedrooms."""
RULES = {
    "level_of_state": mark("Full-time earnings with a high-school diploma in the state over the country's."),
    "level_of_county": mark("Full-time earnings with a high-school diploma in the county over the country's."),
    "level_of_metro": mark("Full-time earnings with a high-school diploma in the area around over the country's."),
    "minimum_wage": mark("The mean over the days of the year; local ones may be higher."),
    "unemployment": mark("Of all workers in the state, seasonally adjusted."),
    "price_parity": mark("Prices of all items, the country as 1."),
    "goods_parity": mark("Prices of goods, the country as 1."),
    "state_rents": mark(
        "Fair market rents, fiscal year {period}, utilities included; the mean of the state's counties."
    ),
    "county_rents": mark("Fair market rent of the county, fiscal year {period}, utilities included."),
    "town_rents": mark("Fair market rents, fiscal year {period}, utilities included; in New England they are by town."),
    "county_care": mark("Full-time care, the price published for the county."),
    "state_care": mark("Full-time care, the mean of the state."),
    "national_care": mark("Full-time care, the country's mean at the state's prices, for want of any price there."),
    "state_tuition": mark("Public colleges, residents of the state, with required fees."),
    "area_pay": mark("Median pay of all occupations in {area} over the state's."),
    "wages_published": mark("Detailed occupations whose median wage is published for {area}."),
    "child_rank": mark(
        "Mean rank in household income, 0 to 100 among all of their age, at 31 to 37, of people born from 1978 to 1983 "
        "who grew up in the county with parents at rank 25."
    ),
    "ranks": mark("The mean of the counties, weighted by their children below the middle of parents' income."),
}
"""How a figure was found, by the code of its rule."""
WHY = {
    "no_tuition": mark("no tuition published"),
    "no_area": mark("not in the survey"),
    "no_mobility": mark("none published"),
    "few_children": mark("too few children"),
}
"""Why there is no figure, by its code."""
KINDS = {
    "state": mark("state"),
    "county": mark("county"),
    "city": mark("city"),
    "metro": mark("metropolitan area"),
}


def rule(figure: Figure) -> str:
    """How a figure of a place was found."""
    return say(RULES[figure.rule], period=period(figure.period), area=area(figure.area))


def why(figure: Figure) -> str:
    """Why there is no figure."""
    return say(WHY[figure.why or ""])


def title(place: PlaceUsed) -> str:
    """A place in full, with its codes."""
    county = f"{place.county} ({place.county_fips}), " if place.county else ""
    metro = f"; {place.metro}, {place.metro_code}" if place.metro else ""
    return f"{county}{place.state} ({place.postal}, {place.state_fips}){metro}"


def notes(place: PlaceUsed, shown: PlaceShown) -> list[str]:
    """What must be known to read the figures: the city's county, and other places of the name."""
    sentences = []
    if place.city:
        reach = [say("The city: {note}.", note=shown.city_note)] if shown.city_note else []
        sentences.append(" ".join([whose(place), *reach]))
    if shown.has_namesakes:
        sentences.append(
            say(
                "Other places share the name: 'mobcalc places search \"{state}\"' lists them.",
                state=place.state,
            )
        )
    return sentences


def whose(place: PlaceUsed) -> str:
    """The county whose figures stand for those of a city."""
    return say("{city} is in {county}, whose figures these are.", city=place.city, county=place.county)


def matches(search: PlaceSearch) -> str:
    """How many places a search matches, or that it found nothing."""
    if search.found:
        return say_count(
            len(search.found),
            "{count} place; 'mobcalc places show NAME, STATE' tells what is known of one. A city has the code of its "
            "county.",
            "{count} places; 'mobcalc places show NAME, STATE' tells what is known of one. A city has the code of its "
            "county.",
        )
    if search.nearest:
        return say(
            "No state, county, city or metropolitan area has '{words}' in its name; did you mean {place}?",
            words=search.words,
            place=search.nearest,
        )
    return say("No state, county, city or metropolitan area has '{words}' in its name.", words=search.words)
