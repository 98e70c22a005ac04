"""Metropolitan areas by the names that any of the tables has for them, and areas of the wage survey that are none."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from mobcalc.errors import InputError, input_error
from mobcalc.store.codes import State, ambiguous, near, plain, refuse_long
from mobcalc.store.counties import county_with
from mobcalc.store.place_codes import NO_CODE
from mobcalc.store.reference import row, rows

KIND = re.compile(
    r"\s*\(metropolitan statistical area\)\s*\*?\s*$|\s+metro(politan)?( statistical)? area\s*$", re.IGNORECASE
)
"""What stands behind the names of metropolitan areas."""
OVER_STATE_LINES = re.compile(r",\s*[A-Za-z]{2}(\s*[-\u2013]\s*[A-Za-z]{2})+\s*$")
MOST_COUNTIES = 4


class Metro(NamedTuple):
    """A metropolitan area: its code, its name, and the postal codes in it."""

    code: str
    name: str
    postals: tuple[str, ...]


class _Known(NamedTuple):
    """A metropolitan area, and its names in the form in which they are looked up."""

    metro: Metro
    names: tuple[str, ...]


def is_written_as_metro(text: str) -> bool:
    """Whether a text has the form of a metropolitan area's name, which no city's has."""
    return KIND.search(text) is not None or OVER_STATE_LINES.search(KIND.sub("", text)) is not None


def is_metro(text: str) -> bool:
    """Whether some metropolitan area has the code or answers to the name."""
    return bool(_answering(_known(), text))


def metro_of(text: str, where: str, state: State | None = None) -> Metro:
    """The metropolitan area of a code or a name, or of the first city in its name; one in the state if there is one.

    Raises:
        InputError: naming the candidates when there are several or none.
    """
    refuse_long(text, where)
    known = _known()
    metros = _answering(known, text)
    # Outside the state it is still found, so that the refusal can say where it is.
    meant = _in_state(metros, state) or metros
    if len(meant) > 1:
        raise ambiguous(where, text, "metropolitan areas", [m.name for m in metros])
    if meant:
        return meant[0]
    wage_area = wage_area_named(text)
    if wage_area is not None:
        raise _is_wage_area(text, wage_area, where)
    close = near(plain(text), {one.names[0]: one.metro.name for one in known})
    hint = f"did you mean {'; '.join(close)}?" if close else NO_CODE
    raise input_error(where, "", f"there is no metropolitan area '{text.strip()}'", hint)


@cache
def _known() -> list[_Known]:
    """All metropolitan areas with their names: those of the table of prices, and the newer ones of the wage survey.

    They are kept because a file may name an area in every row.
    """
    others = {code[2:]: name for code, name in rows(RENAMED)}
    return [
        _Known(Metro(code, name, _postals(name)), (plain(KIND.sub("", name)), plain(others.get(code, ""))))
        for code, name in rows(METROS)
    ]


def _in_state(metros: Sequence[Metro], state: State | None) -> list[Metro]:
    """Those that reach into a state; none without one."""
    return [] if state is None else [metro for metro in metros if state.postal in metro.postals]


def _answering(known: Sequence[_Known], text: str) -> list[Metro]:
    """The areas of a code or a whole name, otherwise those that begin with it, otherwise those that contain it."""
    wanted = plain(KIND.sub("", text))
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: name.startswith(f"{wanted} "),
        lambda name: set(wanted.split()) <= set(name.split()),
    )
    by_way = ([one.metro for one in known if any(map(fits, (one.metro.code, *one.names)))] for fits in ways)
    return next(filter(None, by_way), []) if wanted else []


METROS = "SELECT DISTINCT cbsa_code, area FROM bea_rpp_metro_2023 WHERE CAST(cbsa_code AS INTEGER) > 999 ORDER BY area"
RENAMED = "SELECT area_code, area_name FROM oews_area_names_2025 WHERE kind = 'metropolitan'"


def _postals(name: str) -> tuple[str, ...]:
    """The postal codes at the end of a metropolitan area's name."""
    match = re.search(r", ([A-Z]{2}(?:-[A-Z]{2})*)", name)
    return tuple(match[1].split("-")) if match else ()


def wage_area_named(text: str) -> str | None:
    """The code of the area of the wage survey that has a name; None where none has it."""
    known = {plain(name): str(code) for code, name in rows("SELECT area_code, area_name FROM oews_area_names_2025")}
    return known.get(plain(text))


def counties_of_wage_area(code: str) -> list[str]:
    """The FIPS codes of the counties in an area of the wage survey; none where the tables do not name them."""
    return [fips for (fips,) in rows("SELECT county_fips FROM county_oews_area WHERE area_code = ?", code)]


def _is_wage_area(text: str, code: str, where: str) -> InputError:
    """The error that only wages are published of an area, with counties in it."""
    known = [fips for fips in counties_of_wage_area(code) if row("SELECT fips FROM counties WHERE fips = ?", fips)]
    names = [county_with(fips).in_state for fips in known[:MOST_COUNTIES]]
    more = f"; and {len(known) - MOST_COUNTIES} more" if len(known) > MOST_COUNTIES else ""
    hint = f"give a county in it: {'; '.join(names)}{more}" if names else "give a county in it"
    return input_error(where, "", f"'{text.strip()}' is an area of the wage survey alone", hint)
