"""Looking up places: those of a name, which one is meant, and what is published of it."""

import re
import sqlite3
from collections.abc import Iterator, Sequence

from mobcalc.errors import InputError, input_error
from mobcalc.results.lookups import Figure, PlaceFound, PlaceKind, PlaceSearch, PlaceShown
from mobcalc.store.codes import (
    MOST_CANDIDATES,
    PLANNING_REGIONS,
    County,
    Metro,
    State,
    county_of,
    metro_of,
    plain,
    state_of,
)
from mobcalc.store.place_figures import COLUMNS, LocalFigure, Place, area_of, minimum_wage, place_facts, tuition
from mobcalc.store.reference import row, rows
from mobcalc.store.wages import PERIOD, state_code
from mobcalc.units import nearest_word

KINDS: tuple[PlaceKind, ...] = ("state", "county", "city", "metro")


def place_search(text: str) -> PlaceSearch:
    """The places of a name or a code, and where there is none a name like it."""
    places = places_found(text)
    return PlaceSearch(text, places, None if places else nearest_place(text))


def nearest_place(text: str) -> str | None:
    """The name of a place most like a text, with its state; None where none is like it."""
    known = {close["named"]: close for close in rows("SELECT * FROM place_names") if not close["named"].isdigit()}
    close = nearest_word(plain(text.partition(",")[0]), known)
    return _listed([_place(known[close])]) if close else None


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
    each = " AND ".join(["instr(' ' || named || ' ', ?)"] * len(words))
    named = rows(f"SELECT *, MAX(named = ?) AS is_exact FROM place_names WHERE {each} GROUP BY number", wanted, *words)
    places = [_place(one, bool(one["is_exact"])) for one in named]
    within = [one for one in places if _is_inside(one, inside, states)]
    return sorted(within, key=lambda one: (not one.is_exact, KINDS.index(one.kind), one.name, one.postals))


def _place(named: sqlite3.Row, is_exact: bool = False) -> PlaceFound:
    """The place of a row of `place_names`."""
    return PlaceFound(named["kind"], named["name"], named["code"], named["postals"].split(), named["county"], is_exact)


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

    A state's name means the state. A county or a city wins over a metropolitan area, which may also be named by some
    of its words. A city stands for its county.

    Raises:
        InputError: naming the candidates when there are several or none.
    """
    if text.strip() in PLANNING_REGIONS:
        return county_of(text, state, "")
    places = [one for one in places_found(text) if state is None or state.postal in one.postals]
    meant = _meant(places)
    if len({one.code for one in meant}) != 1:
        raise _not_one(text, meant, places)
    return _as_place(meant)


def _as_place(meant: Sequence[PlaceFound]) -> State | County | Metro:
    """A place of one code as what other commands know it by; a county with the city that was named."""
    first = meant[0]
    if first.kind == "state":
        return state_of(first.code, "")
    if first.kind == "metro":
        return metro_of(first.code, "")
    city = next((one.name for one in meant if one.kind == "city"), "")
    return county_of(first.code, None, "")._replace(city=city)


def _meant(places: Sequence[PlaceFound]) -> list[PlaceFound]:
    """Those of the places found that a name means: the first kinds of which there is one."""
    exact = [one for one in places if one.is_exact]
    for kinds, among in ((("state",), exact), (("county", "city"), exact), (("metro",), exact), (("metro",), places)):
        meant = [one for one in among if one.kind in kinds]
        if meant:
            return meant
    return []


def _not_one(text: str, candidates: Sequence[PlaceFound], places: Sequence[PlaceFound]) -> InputError:
    """The error that several places are meant, or none."""
    if candidates:
        return input_error("", "", f"'{text.strip()}' is more than one place", f"it may be {_listed(candidates)}")
    what = f"there is no state, county, city or metropolitan area '{text.strip()}'"
    near = _listed(places) or nearest_place(text)
    hint = f"did you mean {near}?" if near else "'mobcalc places search WORDS' finds names and codes"
    return input_error("", "", what, hint)


def _listed(places: Sequence[PlaceFound]) -> str:
    """The first of some places, each as it can be typed."""
    names = list(dict.fromkeys(p.name if p.kind in ("state", "metro") else f"{p.name}, {p.postals[0]}" for p in places))
    more = f"; and {len(names) - MOST_CANDIDATES} more" if len(names) > MOST_CANDIDATES else ""
    return "; ".join(names[:MOST_CANDIDATES]) + more


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
        _figure(minimum_wage(state)._replace(name="minimum_wage", period="1 January 2025")),
        known["unemployment_rate"],
        known["price_parity"],
        known["goods_parity"],
        known["rents"],
        known["infant_care_center"],
        known["infant_care_family"],
        *(_tuition(state, college) for college in COLUMNS),
        *_wage_tables(place),
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
    elif where is not None:
        yield Figure(
            "occupations_in_area", None, None, where.name, PERIOD, "wages_published", "oews-areas-2025", why="no_area"
        )


def _occupations(name: str, code: int, area: str, source: str) -> Figure:
    counted = row("SELECT COUNT(*) FROM oews_wages WHERE area = ? AND occupation > 0 AND p50 IS NOT NULL", code)
    assert counted is not None
    return Figure(name, int(counted[0]), "occupations", area, PERIOD, "wages_published", source)


def _city_note(county: County | None) -> str | None:
    """What is to be said of a city's county, such as that the city lies in another one too."""
    if county is None or not county.city:
        return None
    query = "SELECT note FROM city_counties WHERE city = ? AND state = ? AND county_fips = ?"
    line = row(query, county.city, county.state.postal, county.fips)
    return line[0] if line is not None else None
