"""The one look-up of counties, cities and ZIP codes by the names people use.

A name that several places have is never settled by a rule of thumb: the candidates are named and asked back.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple, NoReturn

from mobcalc.errors import input_error
from mobcalc.store.codes import (
    COVERED,
    MOST_CANDIDATES,
    TERRITORIES,
    State,
    ambiguous,
    joined,
    near,
    plain,
    refuse_long,
    state_of,
)
from mobcalc.store.counties import OLD_NAMES, County, county_with
from mobcalc.store.metros import is_written_as_metro
from mobcalc.store.place_codes import NO_CODE, by_code, is_code, old_county, zip_counties
from mobcalc.store.reference import row, rows

BRACKET = re.compile(r"\s*\(([^)]*)\)")
ADDRESS = re.compile(r"(.*[,\s][A-Za-z][A-Za-z. ]*?),?\s+(\d{5})(?:-\d{4})?")
"""A place, its state and a ZIP code, as in an address."""
KIND_OF = re.compile(r"(city|town|village|borough|county|parish)\s+of\s+(.+)", re.IGNORECASE)
NICKNAMES = {
    "nyc": "New York city, NY",
    "sf": "San Francisco, CA",
    "philly": "Philadelphia, PA",
    "dc": "Washington, DC",
    "washingtondc": "Washington, DC",
    "vegas": "Las Vegas, NV",
    "nola": "New Orleans, LA",
}
"""What cities are called for short, as one word; what is the name of a place by itself stands for that."""
LEAST_SHARE = 0.9
"""A city stands for a county in which so much of it lives; otherwise the county is asked back (assumed)."""


class _Named(NamedTuple):
    """A county, or a city with the counties it lies in, most of its people first, and the part that lives in that."""

    is_city: bool
    name: str
    kind: str
    postal: str
    counties: tuple[str, ...]
    share: float
    people: float


def county_of(text: str, state: State | None, where: str) -> County:
    """The county of a name, a city's name, a ZIP code or a FIPS code, with the state beside it or in the text.

    Args:
        text: as it was typed.
        state: that it must lie in, where one was given.
        where: the flag, or the file and line, that it was given by.

    Raises:
        InputError: naming the candidates when there are several or none, or where to look.
    """
    refuse_long(text, where)
    _refuse_other(text, state, where)
    code, comma, after = text.partition(",")
    if is_code(code):
        return by_code(code.strip(), _agreed(text, after, state, where) if comma else state, where)
    if (address := ADDRESS.fullmatch(text.strip())) is not None:
        return _at_address(address, state, where)
    found, name, inside = _by_name(text, state, where)
    if not found:
        _refuse_unknown(text, name, inside, where)
    return _county_meant(text, found, where)


def _county_meant(text: str, found: Sequence[_Named], where: str) -> County:
    """The county that places of one name stand for.

    Raises:
        InputError: naming the candidates where it is not one.
    """
    counties = {code for one in found for code in _meant(one)}
    if len(counties) > 1:
        advice = ": add the state" if len({one.postal for one in found}) > 1 else ""
        raise ambiguous(where, text, "places", _candidates(found), advice)
    named = [one for one in found if not one.is_city]
    city = "" if named else found[0].name
    return county_with(counties.pop())._replace(city=city)


def _at_address(address: re.Match[str], state: State | None, where: str) -> County:
    """The county of a city, a state and a ZIP code that stand together.

    Raises:
        InputError: where they do not agree, or where they leave several counties.
    """
    text, digits = address[1].strip(), address[2]
    # A street may stand before the city, and there may be no comma before the state.
    found, _, inside = _by_name(text.replace(",", " "), state, where)
    zipped = zip_counties(digits, inside)
    if not found or not zipped:
        return by_code(f"ZIP {digits}", inside, where)
    codes = {county.fips for county in zipped}
    in_both = [one._replace(counties=shared) for one in found if (shared := _shared(one, codes))]
    if not in_both:
        names = "; ".join(county.in_state for county in zipped)
        raise input_error(where, "", f"'{text}' is not in ZIP code {digits}", f"the ZIP code is in {names}")
    return _county_meant(text, in_both, where)


def _shared(one: _Named, codes: Set[str]) -> tuple[str, ...]:
    """The counties of a place that are among some."""
    return tuple(fips for fips in one.counties if fips in codes)


def _refuse_other(text: str, state: State | None, where: str) -> None:
    """Refuse the name of a metropolitan area, and letters that are a state and a city, in the place of a county's."""
    if joined(text) == "la" and (state is None or state.postal == "CA"):
        what = f"'{text.strip()}' may be Los Angeles or Louisiana"
        raise input_error(where, "", what, "write 'Los Angeles city, CA', or --state LA")
    if is_written_as_metro(text):
        what = f"'{text.strip()}' is a metropolitan area"
        raise input_error(where, "", what, "give it with --metro, or name a county")


def _meant(one: _Named) -> Sequence[str]:
    """The counties that a name stands for: a city that lies in one of them almost whole, for that one."""
    return one.counties[:1] if one.share >= LEAST_SHARE else one.counties


def named_exactly(text: str, state: State | None, where: str) -> bool:
    """Whether a text is the name or the code of a county, a city or a ZIP code."""
    return is_code(text.partition(",")[0]) or bool(_by_name(text, state, where)[0])


def _by_name(text: str, state: State | None, where: str) -> tuple[list[_Named], str, State | None]:
    """The counties and cities of a name, the name without a state in the text, and the state.

    After a comma stands the state. Without one, a state at the end counts where the whole text is no place's name.
    """
    # Candidates are listed with their county in brackets, and may be pasted as they stand.
    text = in_full(text, state)
    bracket = BRACKET.search(text)
    whole, within = BRACKET.sub("", text), "" if bracket is None else bracket[1]
    name, comma, after = whole.rpartition(",")
    if comma and after.strip():
        state = _agreed(text, after, state, where)
        return _in_bracket(_named(name, state), within), name, state
    found = _in_bracket(_named(whole, state), within)
    if found:
        return found, whole, state
    split = [(shorter, _agreed(text, last, state, where)) for shorter, last in _with_state_at_the_end(whole)]
    for shorter, inside in split:
        if found := _named(shorter, inside):
            return found, shorter, inside
    return [], *(split[0] if split else (whole, state))


def in_full(text: str, state: State | None) -> str:
    """A text with what a nickname stands for, and with 'City of' or 'County of' behind the name."""
    name, comma, after = text.partition(",")
    full = NICKNAMES.get(joined(name))
    if full is not None and not comma and (state is None or full.endswith(state.postal)):
        return full
    kind = KIND_OF.fullmatch(name.strip())
    is_name = kind is not None and bool(_named(name, None))
    return text if kind is None or is_name else f"{kind[2]} {kind[1]}{comma}{after}"


def _in_bracket(found: list[_Named], within: str) -> list[_Named]:
    """Those of some places that lie in the county in brackets; all of them where there is none."""
    county = joined(within)
    return [one for one in found if county in {joined(county_with(fips).name) for fips in one.counties}] or found


def _with_state_at_the_end(name: str) -> Iterable[tuple[str, str]]:
    """A name without the state at its end, and that state; nothing where none stands there."""
    words = name.split()
    known = {joined(word) for line in rows("SELECT postal, name FROM states") for word in line}
    for count in (3, 2, 1):
        last = " ".join(words[-count:])
        if len(words) > count and joined(last) in known:
            yield " ".join(words[:-count]), last


def _agreed(text: str, after: str, state: State | None, where: str) -> State | None:
    """The state given beside a name or in its text; both must be the same."""
    named = state_of(after, where)
    if state is not None and state != named:
        raise input_error(where, "", f"'{text}' is not in {state.name}", "give one state")
    return named


def _named(name: str, state: State | None) -> list[_Named]:
    """The counties and cities that answer to a name, by what they are called with or without their kind."""
    postal = None if state is None else state.postal
    # 'La Salle' is LaSalle: without spaces all names have to be gone through, so only where none is like it.
    lines = rows(f"{NAMED} AND n.named = ?", postal, postal, plain(name)) or rows(
        f"{NAMED} AND replace(n.named, ' ', '') = ?", postal, postal, joined(name)
    )
    # What most people live in comes first; other names of large cities have no number of their own.
    return sorted(map(_as_named, lines), key=lambda one: (one.is_city, -one.people))


NAMED = """
SELECT DISTINCT p.* FROM places p JOIN place_names n USING (number)
WHERE p.kind IN ('county', 'city') AND (? IS NULL OR p.postals = ?)
"""


def _as_named(line: sqlite3.Row) -> _Named:
    return _Named(
        line["kind"] == "city",
        line["name"],
        line["type"],
        line["postals"],
        tuple(line["codes"].split()),
        line["share"],
        float("inf") if line["people"] is None else line["people"],
    )


def _candidates(found: Sequence[_Named]) -> list[str]:
    """What a name may mean, each as it can be typed: counties first, then cities with their county."""
    said: dict[str, str] = {}
    for one in found:
        meant = [county_with(fips) for fips in _meant(one)]
        is_plain = not one.is_city or len(meant) > 1
        kind = "" if one.kind == "CDP" or not one.kind else f" {one.kind}"
        for county in meant:
            as_city = f"{one.name}{kind}, {one.postal} ({county.name})"
            said.setdefault(county.fips, f"{county.in_state}{_borough(county)}" if is_plain else as_city)
    return list(said.values())


def _borough(county: County) -> str:
    """What a part of New York City is called, in brackets."""
    query = "SELECT alias FROM city_aliases WHERE county_fips = ? AND note LIKE '%borough%' ORDER BY length(alias)"
    line = row(query, county.fips)
    return "" if line is None else f" ({line[0]})"


def _refuse_unknown(text: str, name: str, state: State | None, where: str) -> NoReturn:
    """The error that there is no county or city of a name, with what helps."""
    if joined(name) in TERRITORIES or _ends_in_territory(name):
        raise input_error(where, "", f"'{name.strip()}' is not covered", COVERED)
    _refuse_old(text, name, state, where)
    old = row("SELECT fips FROM old_counties WHERE joined = ?", joined(name))
    if old is not None and (state is None or state.postal == "CT"):
        raise old_county(old[0], f"'{text.strip()}'", where)
    inside = f" in {state.name}" if state is not None else ""
    elsewhere = list(dict.fromkeys(one.postal for one in _named(name, None)))
    more = f" and {len(elsewhere) - MOST_CANDIDATES} more states" if len(elsewhere) > MOST_CANDIDATES else ""
    there = f"there is one in {', '.join(elsewhere[:MOST_CANDIDATES])}{more}. " if elsewhere else ""
    hint = f"{there}{_near_places(name, state)} {NOT_LISTED}"
    raise input_error(where, "", f"there is no county or city '{name.strip()}'{inside}", hint)


def _ends_in_territory(name: str) -> bool:
    """Whether the code or the name of a territory stands at the end of a name: 'San Juan PR'."""
    words = name.split()
    is_code = len(words) > 1 and words[-1].isupper() and words[-1].casefold() in TERRITORIES
    return is_code or (len(words) > 2 and joined(" ".join(words[-2:])) in TERRITORIES)


def _refuse_old(text: str, name: str, state: State | None, where: str) -> None:
    """Refuse the name of a county that has another name now."""
    words = plain(name).split()
    bare = "".join(word for word in words if word not in ("county", "census", "area"))
    for (old, postal), codes in OLD_NAMES.items():
        if bare == old and (state is None or state.postal == postal):
            names = "; ".join(county_with(fips).in_state for fips in codes)
            raise input_error(where, "", f"'{text.strip()}' is an old name of a county", f"it is now {names}")


def _near_places(name: str, state: State | None) -> str:
    """Which places may be meant by a name that none has."""
    postal = None if state is None else state.postal
    known = {plain(line["name"]): f"{line['name']}, {line['postals']}" for line in rows(NEARBY, postal, postal)}
    close = near(plain(name), known)
    return f"did you mean {'; '.join(close)}?" if close else f"{NO_CODE}."


NEARBY = "SELECT name, postals FROM places WHERE kind IN ('county', 'city') AND (? IS NULL OR postals = ?)"
NOT_LISTED = "Townships outside New England are not listed: give the county"
