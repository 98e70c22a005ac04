"""The place that was asked for, as look-ups take it and as results name it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mobcalc.cli.options import Area
from mobcalc.errors import input_error
from mobcalc.loader.layers import PLACE
from mobcalc.results.provenance import PlaceUsed

if TYPE_CHECKING:
    from mobcalc.store import place_figures
    from mobcalc.store.codes import State

Asked = Mapping[str, tuple[str, str]]
"""What was said of the place and the occupation, each with the flag or the file and line that said it."""


def place_flags(place: Area) -> Asked:
    """What flags say of the place and, where they can, of the occupation."""
    return {name: (text, f"--{name}") for name in PLACE if (text := getattr(place, name, None)) is not None}


def place_asked(asked: Asked) -> "place_figures.Place | None":
    """The place that was asked for; None for the country.

    Raises:
        InputError: for a place that is not known or not clear.
    """
    from mobcalc.store.codes import state_of
    from mobcalc.store.metros import metro_of
    from mobcalc.store.place_figures import Place as Where
    from mobcalc.store.places import county_of

    state = state_of(*asked["state"]) if "state" in asked else None
    county = county_of(asked["county"][0], state, asked["county"][1]) if "county" in asked else None
    state = county.state if county is not None else state
    metro = metro_of(*asked["metro"], state) if "metro" in asked else None
    if metro is not None:
        state = state_of_metro(metro.postals, state, asked["metro"])
    return None if state is None else Where(state, county, metro)


def state_of_metro(postals: tuple[str, ...], state: "State | None", asked: tuple[str, str]) -> "State":
    """The state of a metropolitan area, which may reach into several.

    Raises:
        InputError: when it does and none of them was given, or when another was.
    """
    from mobcalc.store.codes import state_of

    text, where = asked
    if state is None and len(postals) == 1:
        return state_of(postals[0], where)
    if state is None:
        raise input_error(
            where, "", f"'{text}' reaches into several states", f"add --state, one of {', '.join(postals)}"
        )
    if state.postal not in postals:
        raise input_error(where, "", f"'{text}' is not in {state.name}", f"it is in {', '.join(postals)}")
    return state


def place_used(place: "place_figures.Place | None") -> PlaceUsed | None:
    """The place as results name it."""
    if place is None:
        return None
    county, metro = place.county, place.metro
    return PlaceUsed(
        state=place.state.name,
        postal=place.state.postal,
        state_fips=place.state.fips,
        county=county.name if county else None,
        county_fips=county.fips if county else None,
        city=(county.city or None) if county else None,
        metro=metro.name if metro else None,
        metro_code=metro.code if metro else None,
    )
