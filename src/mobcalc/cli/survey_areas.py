"""Areas of a city's own figures: which place each is, however it is spelled, and which of them hold a case's place."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mobcalc.errors import InputError

if TYPE_CHECKING:
    from mobcalc.store.place_figures import Place

EVERYWHERE = ("", "us", "usa", "unitedstates", "unitedstatesofamerica", "all", "nation", "national")
"""What stands for every place, as one word."""
KINDS = ("", "state", "metro", "wage-area", "county")
"""The kinds of areas, the smaller the later; the first is every place."""

WIDE = KINDS[:2]
"""The country and states."""


class Area(NamedTuple):
    """An area by its kind and its code; two names of one place are the same area."""

    kind: str
    code: str


def area_of(text: str, where: str) -> Area:
    """The area that a name means.

    Raises:
        InputError: for an area that is not known or not clear.
    """
    try:
        return _area_of(text)
    except InputError as error:
        raise InputError(problem._replace(where=where, name="area") for problem in error.problems) from None


@cache
def _area_of(text: str) -> Area:
    """The area that a name means."""
    from mobcalc.store.codes import State, joined
    from mobcalc.store.counties import County
    from mobcalc.store.metros import counties_of_wage_area, is_metro, is_written_as_metro, wage_area_named
    from mobcalc.store.place_lookup import place_named
    from mobcalc.store.places import named_exactly

    if joined(text) in EVERYWHERE:
        return Area("", "")
    wage_area = wage_area_named(text)
    # Some metropolitan areas are in the wage survey alone, but a name that is a city's too means the city.
    is_other = is_metro(text) or (not is_written_as_metro(text) and named_exactly(text, None, ""))
    if wage_area is not None and not is_other and counties_of_wage_area(wage_area):
        return Area("wage-area", wage_area)
    meant = place_named(text, None)
    if isinstance(meant, State):
        return Area("state", meant.fips)
    return Area("county", meant.fips) if isinstance(meant, County) else Area("metro", meant.code)


def closeness(area: Area, place: "Place | None") -> int | None:
    """How close an area is to a place, the more the closer; None where it does not hold it."""
    if area.kind and (place is None or area.code not in _codes(place, area.kind)):
        return None
    return KINDS.index(area.kind)


def _codes(place: "Place", kind: str) -> tuple[str, ...]:
    """The codes of the areas of a kind that a place is or lies in."""
    if kind == "state":
        return (place.state.fips,)
    if kind == "metro":
        return _metros(place)
    fips = "" if place.county is None else place.county.fips
    if kind == "county":
        return (fips,)
    from mobcalc.store.reference import rows

    return tuple(code for (code,) in rows("SELECT area_code FROM county_oews_area WHERE county_fips = ?", fips))


def _metros(place: "Place") -> tuple[str, ...]:
    """The codes of the metropolitan areas that a place is or lies in."""
    from mobcalc.store.reference import rows

    named = () if place.metro is None else (place.metro.code,)
    fips = "" if place.county is None else place.county.fips
    return (
        *named,
        *(str(code) for (code,) in rows("SELECT cbsa_code FROM county_cbsa_2023 WHERE county_fips = ?", fips)),
    )
