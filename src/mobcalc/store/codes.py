"""From what people call places and occupations to the codes of the tables."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mobcalc.errors import InputError, input_error
from mobcalc.store.reference import row, rows

COUNTY_ENDINGS = (
    " city and borough",
    " county",
    " parish",
    " borough",
    " census area",
    " municipality",
    " city",
)
PLANNING_REGIONS = ("09110", "09120", "09130", "09140", "09150", "09160", "09170", "09180", "09190")
MOST_CANDIDATES = 6
LEAST_WORD = 3
"""Shorter words say too little to find an occupation by."""


COUNTY_OR_CITY = "county or city"
NICKNAMES = {"washingtondc": "dc"}


class State(NamedTuple):
    """A state or the District of Columbia: FIPS code, postal code and name."""

    fips: str
    postal: str
    name: str


class County(NamedTuple):
    """A county or what stands for one: FIPS code, name, state, and the city asked for, if it was one."""

    fips: str
    name: str
    state: State
    city: str = ""


class Metro(NamedTuple):
    """A metropolitan area: its code, its name, and the postal codes in it."""

    code: str
    name: str
    postals: tuple[str, ...]


class Occupation(NamedTuple):
    """A detailed occupation: SOC code and title."""

    code: str
    title: str


def plain(text: str) -> str:
    """A name without capitals, accents, punctuation and doubled spaces, and with 'St' for 'Saint'."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+", " ", bare.replace("'", "").replace("\u2019", "")).split()
    return " ".join("st" if word == "saint" else word for word in words)


def joined(text: str) -> str:
    """A name as one word, so that 'La Salle' is LaSalle."""
    return plain(text).replace(" ", "")


def state_of(text: str, where: str) -> State:
    """The state of a name, a postal code or a FIPS code.

    Raises:
        InputError: naming the states that were probably meant.
    """
    known = [State(*line) for line in rows("SELECT fips, postal, name FROM states ORDER BY name")]
    wanted = NICKNAMES.get(joined(text), joined(text))
    for state in known:
        if wanted in (joined(state.name), state.postal.casefold(), state.fips, state.fips.lstrip("0")):
            return state
    raise _unknown(where, text, "state", _near(plain(text), [state.name for state in known]))


def county_of(text: str, state: State | None, where: str) -> County:
    """The county of a FIPS code, a county's name or a city's, with the state beside it or after a comma.

    Raises:
        InputError: naming the candidates when there are several or none.
    """
    # Candidates are listed with their city in brackets, and may be pasted as they stand.
    name, _, after = text.partition(" (")[0].partition(",")
    words = name.split()
    if not after.strip() and len(words) > 1 and words[-1].upper() in _postal_codes():
        name, after = " ".join(words[:-1]), words[-1]
    state = _agreed(text, after, state, where)
    if re.fullmatch(r"\d{5}", text.strip()):
        return _by_code(text.strip(), state, where)
    inside, wanted = _counties(state), joined(name)
    exact = [county for county in inside if joined(county.name) == wanted]
    counties = exact if len(exact) == 1 else _meant(inside, wanted, _cities(wanted, state))
    return _only(counties, [_in_state(c) for c in inside], text, plain(name), where)


def _meant(inside: Sequence[County], wanted: str, cities: Sequence[County]) -> list[County]:
    """The counties that a name without 'county' may mean, which may also be that of a city elsewhere.

    A city that lies in a county of its name settles which of several counties is meant.
    """
    named = [county for county in inside if joined(without_kind(county.name)) == wanted]
    within = [city for city in cities if city._replace(city="") in named]
    if len(within) == 1 and len(cities) == 1:
        return within if len(named) > 1 else named
    return named + [city for city in cities if city not in within]


def _postal_codes() -> set[str]:
    return {postal for (postal,) in rows("SELECT postal FROM states")}


def _agreed(text: str, after: str, state: State | None, where: str) -> State | None:
    """The state given beside a county's name or after its comma; both must be the same."""
    named = state_of(after, where) if after.strip() else state
    if state is not None and state != named:
        raise input_error(where, "", f"'{text}' is not in {state.name}", "give one state")
    return named


def _only(counties: Sequence[County], known: Iterable[str], text: str, wanted: str, where: str) -> County:
    """The one that was found."""
    if len(counties) == 1:
        return counties[0]
    if not counties:
        raise _unknown(where, text, COUNTY_OR_CITY, _near(wanted, known))
    names = [_in_state(county) + (f" ({county.city})" if county.city else "") for county in counties]
    raise _ambiguous(where, text, names)


def _by_code(code: str, state: State | None, where: str) -> County:
    """The county of a FIPS code."""
    if code in PLANNING_REGIONS:
        hint = "name the old county, such as 09003 for Hartford: rents of 2025 and child care of 2018 are by those"
        raise input_error(where, "", f"{code} is a planning region of Connecticut", hint)
    named = [_county(counties) for counties in rows(f"{COUNTIES} WHERE c.county_fips = ?", code)]
    counties = [county for county in named if state is None or county.state == state]
    if not counties:
        inside = f" in {state.name}" if state else ""
        raise input_error(where, "", f"there is no county {code}{inside}", NO_CODE)
    return counties[0]


NO_CODE = "a ZIP code is not a county's; 'mobcalc places search NAME' finds codes"


COUNTIES = (
    "SELECT c.county_fips, c.county_name, s.fips, s.postal, s.name "
    "FROM ndcp_2018_infant_childcare_by_county c JOIN states s ON s.postal = c.state"
)


def _counties(state: State | None) -> list[County]:
    """All counties, or those of a state."""
    named = rows(f"{COUNTIES} WHERE c.state = ?", state.postal) if state else rows(COUNTIES)
    return [_county(line) for line in named]


def _county(line: sqlite3.Row) -> County:
    fips, name, *of = line
    return County(fips, name, State(*of))


def _cities(wanted: str, state: State | None) -> list[County]:
    """The counties of cities of this name."""
    query = (
        "SELECT a.county_fips, a.county_name, s.fips, s.postal, s.name, a.city "
        "FROM city_counties a JOIN states s ON s.postal = a.state"
    )
    lines = rows(query + " WHERE a.state = ?", state.postal) if state else rows(query)
    named = [County(f, n, State(*of), city) for f, n, *of, city in lines if joined(city) == wanted]
    # One city may stand there in two spellings.
    first: dict[str, County] = {}
    for city in named:
        first.setdefault(city.fips, city)
    return list(first.values())


def without_kind(county: str) -> str:
    """A county's name without what kind of county it is, and without capitals."""
    low = county.casefold()
    return low.removesuffix(next((ending for ending in COUNTY_ENDINGS if low.endswith(ending)), ""))


def _in_state(county: County) -> str:
    return f"{county.name}, {county.state.postal}"


def metro_of(text: str, where: str, state: State | None = None) -> Metro:
    """The metropolitan area of a code or a name, or of the first city in its name; one in the state if there is one.

    Raises:
        InputError: naming the candidates when there are several or none.
    """
    known = [Metro(code, name, _postals(name)) for code, name in rows(METROS)]
    metros = _metros(known, plain(text))
    within = [metro for metro in metros if state is not None and state.postal in metro.postals]
    # Outside the state it is still found, so that the refusal can say where it is.
    meant = within or metros
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise _ambiguous(where, text, [m.name for m in metros])
    raise _unknown(where, text, "metropolitan area", _near(plain(text), [m.name for m in known]))


def _metros(known: Sequence[Metro], wanted: str) -> list[Metro]:
    """The areas of a code or a whole name, otherwise those that begin with it, otherwise those that contain it."""
    exact = [m for m in known if wanted in (m.code, plain(m.name))]
    begins = [m for m in known if plain(m.name).startswith(wanted + " ")]
    words = set(wanted.split())
    return exact or begins or [m for m in known if words and words <= set(plain(m.name).split())]


METROS = "SELECT DISTINCT cbsa_code, area FROM bea_rpp_metro_2023 WHERE CAST(cbsa_code AS INTEGER) > 999 ORDER BY area"


def _postals(name: str) -> tuple[str, ...]:
    """The postal codes at the end of a metropolitan area's name."""
    match = re.search(r", ([A-Z]{2}(?:-[A-Z]{2})*)", name)
    return tuple(match[1].split("-")) if match else ()


def occupation_of(text: str, where: str) -> Occupation:
    """The detailed occupation of a SOC code, a title, an everyday name, or words of a title.

    An exact title, in the singular or the plural, wins over an everyday name, and both over a title that contains
    the words.

    Raises:
        InputError: naming the candidates when there are several or none.
    """
    if re.fullmatch(r"\d\d-?\d{4}(\.00)?", text.strip()):
        return _by_soc(text.strip().removesuffix(".00"), where)
    by_title, by_alias = ([Occupation(*o) for o in rows(NAMED, singular(text), kind)] for kind in (0, 1))
    meant = by_title or by_alias or containing(occupations(), text)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise _ambiguous(where, text, [f"{o.title} ({o.code})" for o in meant])
    raise _unknown(where, text, "occupation", _near(plain(text), [o.title for o in occupations()]))


def _by_soc(text: str, where: str) -> Occupation:
    """The occupation of a SOC code, with the hyphen or without."""
    code = text.replace("-", "")
    line = row(f"{OCCUPATIONS} AND occ_code = ?", f"{code[:2]}-{code[2:]}")
    if line is None:
        hint = "give a detailed one: 'mobcalc occupations search WORD' lists them"
        raise input_error(where, "", f"there is no detailed occupation {text}", hint)
    return Occupation(*line)


def occupations() -> list[Occupation]:
    """All detailed occupations, by title."""
    return [Occupation(*line) for line in rows(f"{OCCUPATIONS} ORDER BY occ_title")]


NAMED = (
    "SELECT o.occ_code, o.occ_title FROM occupation_names n JOIN oews_national_2025 o ON o.occ_code = n.occ_code "
    "WHERE n.name = ? AND n.is_alias = ? AND o.o_group = 'detailed'"
)
OCCUPATIONS = "SELECT occ_code, occ_title FROM oews_national_2025 WHERE o_group = 'detailed'"


def containing(known: Iterable[Occupation], text: str) -> list[Occupation]:
    """The occupations whose titles contain all the words, in the singular or the plural."""
    words = {word for word in singular(text).split() if len(word) >= LEAST_WORD}
    return [o for o in known if words and words <= set(singular(o.title).split())]


def singular(text: str) -> str:
    """A title with every word in the singular, as far as an ending shows it."""
    return " ".join(_singular_word(word) for word in plain(text).split())


def _singular_word(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _near(wanted: str, known: Iterable[str]) -> list[str]:
    """Known names like the one wanted, best first."""
    import difflib  # only needed once something is wrong

    by_plain = {plain(name): name for name in known}
    close = difflib.get_close_matches(wanted, by_plain, n=MOST_CANDIDATES, cutoff=0.6)
    inside = [name for name in by_plain if len(wanted) >= LEAST_WORD and wanted in name and name not in close]
    return [by_plain[name] for name in (close + inside)[:MOST_CANDIDATES]]


def _unknown(where: str, text: str, kind: str, near: Sequence[str]) -> InputError:
    command = "occupations" if kind == "occupation" else "places"
    elsewhere = "; of cities only the larger ones are known, so give the county" if kind == COUNTY_OR_CITY else ""
    hint = f"did you mean {'; '.join(near)}?" if near else f"'mobcalc {command} search WORD' finds names{elsewhere}"
    return input_error(where, "", f"there is no {kind} '{text.strip()}'", hint)


def _ambiguous(where: str, text: str, names: Sequence[str]) -> InputError:
    more = f"; and {len(names) - MOST_CANDIDATES} more" if len(names) > MOST_CANDIDATES else ""
    hint = f"it may be {'; '.join(names[:MOST_CANDIDATES])}{more}"
    return input_error(where, "", f"'{text.strip()}' is more than one", hint)
