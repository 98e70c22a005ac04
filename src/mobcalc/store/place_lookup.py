"""Looking up places: those of a name, which one is meant, and what is published of it."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache

from mobcalc.errors import InputError, input_error
from mobcalc.results.lookups import Figure, PlaceFound, PlaceKind, PlaceSearch, PlaceShown
from mobcalc.store.codes import COVERED, TERRITORIES, State, joined, plain, refuse_long, state_of
from mobcalc.store.counties import County
from mobcalc.store.metros import Metro, is_metro, is_written_as_metro, metro_of, wage_area_named
from mobcalc.store.minimum_wages import minimum_wage
from mobcalc.store.mobility import mobility
from mobcalc.store.place_codes import NO_CODE, zip_counties
from mobcalc.store.place_figures import COLUMNS, LocalFigure, Place, area_of, place_facts, tuition
from mobcalc.store.places import county_of, in_full, named_exactly
from mobcalc.store.reference import row, rows
from mobcalc.store.wages import ALL_OCCUPATIONS, PERIOD, median_of, state_code
from mobcalc.units import nearest_word

KINDS: tuple[PlaceKind, ...] = ("state", "county", "city", "metro")


def place_search(text: str) -> PlaceSearch:
    """The places of a name or a code, and where there is none a name like it."""
    # What a city is called for short may be a state's code too, so it counts only where nothing has the name.
    places = places_found(text) or places_found(in_full(text, None))
    return PlaceSearch(text, places, None if places else nearest_place(text))


def largest_places(text: str) -> list[PlaceFound]:
    """The states, counties and cities of a name, the largest first; exact names alone where there are any."""
    found = [one for one in place_search(text).found if one.kind != "metro"]
    return sorted([one for one in found if one.is_exact] or found, key=lambda one: -_people(one))


def _people(place: PlaceFound) -> float:
    """How many people live in a place; 0 where that is not known."""
    query = "SELECT people FROM places WHERE kind = ? AND name = ? AND postals = ?"
    line = row(query, place.kind, place.name, " ".join(place.postals))
    return 0.0 if line is None else float(line["people"] or 0.0)


def nearest_place(text: str) -> str | None:
    """The name of a place most like a text, with its state; None where none is like it."""
    known = _places_by_name()
    close = nearest_word(plain(text.partition(",")[0]), known)
    if close is None:
        return None
    place = known[close]
    return place["name"] if place["kind"] in ("state", "metro") else f"{place['name']}, {place['postals']}"


@cache
def _places_by_name() -> dict[str, sqlite3.Row]:
    """Every place by each of its names, kept because a file may have many wrong ones."""
    lines = rows("SELECT p.*, n.named FROM place_names n JOIN places p USING (number) ORDER BY p.people")
    return {line["named"]: line for line in lines if not line["named"].isdigit()}


def places_found(text: str) -> list[PlaceFound]:
    """The states, counties, cities and metropolitan areas whose name holds the words, or that have the code.

    After a comma stands the state that a place must be in. Exact names come first, then states, counties, cities and
    metropolitan areas, by name.
    """
    name, _, after = re.sub(r"\(.*?\)", "", text).partition(",")
    wanted, inside = plain(name), plain(after)
    if not wanted:
        return []
    states = {postal: plain(full) for postal, full in rows("SELECT postal, name FROM states")}
    # A name is words with a space between them, so each word is looked for with a space on both sides.
    words = [f" {word} " for word in wanted.split()]
    each = " AND ".join(["instr(' ' || n.named || ' ', ?)"] * len(words))
    query = f"SELECT p.*, MAX(n.named = ?) AS is_exact FROM place_names n JOIN places p USING (number) WHERE {each}"
    places = [_place(one) for one in rows(f"{query} GROUP BY p.number", wanted, *words)]
    within = [one for one in places if _is_inside(one, inside, states)]
    return sorted(within, key=lambda one: (not one.is_exact, KINDS.index(one.kind), one.name, one.postals))


def _place(line: sqlite3.Row) -> PlaceFound:
    """The place of a row of `places`; a city has the code of the county that most of it lies in."""
    codes, county = line["codes"].split(), None
    if line["kind"] == "city":
        county = "; ".join(_county_name(code) for code in codes)
    return PlaceFound(line["kind"], line["name"], codes[0], line["postals"].split(), county, bool(line["is_exact"]))


def _county_name(fips: str) -> str:
    """The name of a county that is known."""
    line = row("SELECT name FROM counties WHERE fips = ?", fips)
    assert line is not None
    return str(line["name"])


def _is_inside(place: PlaceFound, inside: str, states: dict[str, str]) -> bool:
    """Whether a place is in the state, or in all the states, that the words after the comma name.

    A state is in none: 'New York, NY' is the city.
    """
    if not inside or place.kind == "state":
        return not inside
    codes = {postal.casefold() for postal in place.postals}
    return inside in {states[postal] for postal in place.postals} or set(inside.split()) <= codes


def place_named(text: str, state: State | None) -> State | County | Metro:
    """The place that a name or a code means.

    A state's name means the state. A county, a city or a ZIP code wins over a metropolitan area, which may also be
    named by some of its words. A city stands for its county.

    Raises:
        InputError: naming the candidates when there are several or none.
    """
    refuse_long(text, "")
    if state is None and (line := row(STATE, plain(text))) is not None:
        return state_of(line["codes"], "")
    _refuse_two_codes(text, state)
    if is_written_as_metro(text):
        return metro_of(text, "", state)
    if named_exactly(text, state, "") and row(METRO, text.strip()) is None:
        return county_of(text, state, "")
    if is_metro(text) or wage_area_named(text) is not None:
        return metro_of(text, "", state)
    if "county" in plain(text).split():
        return county_of(text, state, "")  # which says what is wrong
    raise _no_place(text)


def _refuse_two_codes(text: str, state: State | None) -> None:
    """Refuse digits that are the code of a metropolitan area and a ZIP code, where the state does not settle it."""
    line = row(METRO, text.strip())
    in_zip = [] if line is None else zip_counties(text, state)
    if line is not None and in_zip and (state is None or state.postal in line["postals"].split()):
        zipped = "; ".join(county.in_state for county in in_zip)
        what = f"{text.strip()} is the code of {line['name']}, and a ZIP code in {zipped}"
        raise input_error("", "", what, f"write 'ZIP {text.strip()}', or the name of the area")


def _no_place(text: str) -> InputError:
    """The error that no place has a name."""
    if joined(text) in TERRITORIES:
        return input_error("", "", f"'{text.strip()}' is not covered", COVERED)
    near = nearest_place(text)
    what = f"there is no state, county, city or metropolitan area '{text.strip()}'"
    return input_error("", "", what, f"did you mean {near}?" if near else NO_CODE)


STATE = "SELECT p.codes FROM place_names n JOIN places p USING (number) WHERE p.kind = 'state' AND n.named = ?"
METRO = "SELECT name, postals FROM places WHERE kind = 'metro' AND codes = ?"


def place_shown(place: Place, name: str) -> PlaceShown:
    """What is published of a place, and what is not.

    Args:
        place: where.
        name: what it was called; empty where options named it.
    """
    known = {figure.name.removeprefix("place."): _figure(figure) for figure in place_facts(place)[1]}
    state, county = place.state, place.county
    figures = [
        known["earnings_levels.high_school"],
        _figure(minimum_wage(place)._replace(name="minimum_wage")),
        known["unemployment_rate"],
        known["price_parity"],
        known["goods_parity"],
        known["rents"],
        known["infant_care_center"],
        known["infant_care_family"],
        *(_tuition(state, college) for college in COLUMNS),
        *_wage_tables(place),
        *mobility(county),
    ]
    is_only_state = county is None and place.metro is None
    namesakes = [one for one in places_found(name) if one.is_exact and one.kind != "state"] if name else []
    return PlaceShown(figures, _city_note(county), is_only_state and bool(namesakes))


def _figure(local: LocalFigure) -> Figure:
    """A record of a place as a figure; rents are by the number of bedrooms."""
    record = local.record
    value = record.value
    assert isinstance(value, (float, list))
    by_size = {str(number): each for number, each in enumerate(value)} if isinstance(value, list) else value
    return Figure(
        name=local.name.removeprefix("place."),
        value=by_size,
        unit=record.unit,
        area=local.area,
        period=local.period,
        rule=local.rule,
        source=record.source,
        price_year=record.price_year if isinstance(record.price_year, int) else None,
        note=record.note,
    )


def _tuition(state: State, college: str) -> Figure:
    """Tuition and fees of a state's public colleges of a kind, for its residents."""
    name, period = f"tuition_{college.replace('-', '_')}", "academic year 2022-23"
    record = tuition(state, college)
    if record is not None:
        return _figure(LocalFigure(name, record, "state_tuition", state.name, period))
    return Figure(name, None, "USD/year", state.name, period, "state_tuition", "nces-330-20", why="no_tuition")


def _wage_tables(place: Place) -> Iterator[Figure]:
    """Of how many occupations the wages are published in the state, and in the area of the wage survey."""
    state = place.state
    yield _occupations("occupations_in_state", state_code(state), state.name, "oews-states-2025")
    where, area = place.county or place.metro, area_of(place)
    if area is not None:
        yield _occupations("occupations_in_area", area.code, area.name, "oews-areas-2025")
        whole, own = (median_of(ALL_OCCUPATIONS, code) for code in (state_code(state), area.code))
        note = f"Median of all occupations: {own:,.0f} USD a year against {whole:,.0f} in {state.name}."
        yield Figure(
            "pay_over_state",
            round(own / whole, 4),
            "ratio",
            area.name,
            PERIOD,
            "area_pay",
            "oews-areas-2025",
            note=note,
        )
    elif where is not None:
        yield Figure(
            "occupations_in_area", None, None, where.name, PERIOD, "wages_published", "oews-areas-2025", why="no_area"
        )


def _occupations(name: str, code: int, area: str, source: str) -> Figure:
    counted = row("SELECT COUNT(*) FROM oews_wages WHERE area = ? AND occupation > 0 AND p50 IS NOT NULL", code)
    assert counted is not None
    return Figure(name, int(counted[0]), "occupations", area, PERIOD, "wages_published", source)


def _city_note(county: County | None) -> str | None:
    """That a city reaches into other counties than the one it stands for."""
    if county is None or not county.city:
        return None
    line = row(
        "SELECT codes, share FROM places WHERE kind = 'city' AND name = ? AND postals = ? AND codes LIKE ?",
        *(county.city, county.state.postal, f"{county.fips} %"),
    )
    if line is None:
        return None
    names = [_county_name(fips) for fips in line["codes"].split()[1:]]
    return f"{line['share']:.1%} of its people live in this county, the others in {', '.join(names)}"
