"""Areas of a city's own figures: which place each is, however it is spelled, and which of them hold a case's place."""

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from mobcalc.errors import InputError

if TYPE_CHECKING:
    from mobcalc.store.place_figures import Place

AreaKey: TypeAlias = tuple[str, str]
"""The kind of an area and its code; no code for every place."""
EVERYWHERE = ("", "us", "usa", "unitedstates", "unitedstatesofamerica", "all", "nation", "national")
"""What stands for every place, as one word."""


def area_of(text: str, where: str) -> "Place | None":
    """The place that an area names; None for every place.

    Raises:
        InputError: for an area that is not known or not clear.
    """
    try:
        return _place_of(text)
    except InputError as error:
        raise InputError(problem._replace(where=where, name="area") for problem in error.problems) from None


@cache
def _place_of(text: str) -> "Place | None":
    """The place that a name means; None for every place."""
    from mobcalc.store.codes import State, joined, state_of
    from mobcalc.store.counties import County
    from mobcalc.store.place_figures import Place
    from mobcalc.store.place_lookup import place_named

    if joined(text) in EVERYWHERE:
        return None
    meant = place_named(text, None)
    if isinstance(meant, State):
        return Place(meant)
    if isinstance(meant, County):
        return Place(meant.state, meant)
    return Place(state_of(meant.postals[0], ""), metro=meant)


def area_key(area: "Place | None") -> AreaKey:
    """What tells an area from others: its kind and its code."""
    if area is None:
        return ("", "")
    if area.county is not None:
        return ("county", area.county.fips)
    return ("state", area.state.fips) if area.metro is None else ("metro", area.metro.code)


def closeness(area: "Place | None", place: "Place | None") -> int | None:
    """How close an area is to a place, the more the closer; None where it does not hold it."""
    if area is None:
        return 0
    if place is None:
        return None
    if area.county is not None:
        return 3 if place.county is not None and place.county.fips == area.county.fips else None
    if area.metro is not None:
        return 2 if _is_in_metro(place, area.metro.code) else None
    return 1 if place.state == area.state else None


def _is_in_metro(place: "Place", code: str) -> bool:
    """Whether a place is a metropolitan area or a county in it."""
    if place.metro is not None and place.metro.code == code:
        return True
    if place.county is None:
        return False
    from mobcalc.store.reference import row

    query = "SELECT cbsa_code FROM county_cbsa_2023 WHERE county_fips = ?"
    line = row(query, place.county.fips)
    return line is not None and str(line["cbsa_code"]) == code
