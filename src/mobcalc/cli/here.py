"""Loading the assumptions for the place and the occupation that a command is asked about."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from mobcalc.cli.options import Output, Place, Values, layers
from mobcalc.errors import input_error
from mobcalc.loader.given import PLACE, Layers, Loaded
from mobcalc.loader.layers import load, place_in
from mobcalc.provenance import provenance
from mobcalc.results import LocalUsed, OccupationUsed, PlaceUsed, Provenance
from mobcalc.schema import Records

if TYPE_CHECKING:
    from mobcalc.households import Slices
    from mobcalc.store import facts
    from mobcalc.store.names import Occupation, State

Asked = Mapping[str, tuple[str, str]]
"""What was said of the place and the occupation, each with the flag or the file and line that said it."""


class Here(NamedTuple):
    """Assumptions in force, and where they came from."""

    loaded: Loaded
    provenance: Provenance


def load_here(
    values: Values, output: Output, place: Place, said: Sequence[Struct] = (), scenario: str | None = None
) -> Here:
    """The assumptions for what the flags and the scenario file say, local figures in them.

    Args:
        values: assumptions by name or by file.
        output: where the answer goes.
        place: where, and which occupation.
        said: what else was said in flags, of the person, the household or the rate.
        scenario: a scenario file.

    Raises:
        InputError: for a place or an occupation that is not known or not clear, and for all that loading refuses.
    """
    given = layers(values, output, said, scenario)
    flags = {name: (text, f"--{name}") for name in PLACE if (text := getattr(place, name)) is not None}
    asked = {**_kept(place_in(scenario), flags), **flags}
    if not asked:
        loaded = load(given)
        return Here(loaded, provenance(loaded))
    return _local(given, asked)


def slices(here: Here) -> "Slices | None":
    """Taxes and benefits of the household as it changes over the years; None without a place.

    Raises:
        InputError: where the table of them is missing or damaged.
    """
    place = here.provenance.place
    if place is None:
        return None
    from mobcalc.households import households_of
    from mobcalc.store.net_resources import slice_of

    return {one: slice_of(place.postal, one) for one in dict.fromkeys(households_of(here.loaded.assumptions.person))}


def _kept(said: Asked, flags: Asked) -> Asked:
    """What a file says of the place that holds beside the flags: a county belongs to its own state."""
    if "state" not in flags:
        return said
    from mobcalc.store.names import state_of

    if "state" in said and state_of(*said["state"]) == state_of(*flags["state"]):
        return said
    return {name: of for name, of in said.items() if name not in ("county", "metro")}


def _local(given: Layers, asked: Asked) -> Here:
    """The assumptions of a place or an occupation."""
    # The store takes SQLite with it, which only these answers need.
    from mobcalc.store.facts import LocalFigure
    from mobcalc.store.local import localized

    where, occupation = place_asked(asked), _occupation(asked)
    figures: list[LocalFigure] = []

    def put(records: Records) -> Records:
        found = localized(records, where, occupation)
        figures.extend(found.figures)
        return found.records

    loaded = load(given, put)
    used = [
        LocalUsed(
            name=f.name,
            value=f.record.value,
            unit=f.record.unit,
            price_year=f.record.price_year,
            area=f.area,
            period=f.period,
            rule=f.rule,
            source=f.record.source,
            factor=f.factor,
            detail=f.detail,
        )
        for f in figures
    ]
    return Here(loaded, provenance(loaded, place_used(where), _occupation_used(occupation), used))


def place_asked(asked: Asked) -> "facts.Place | None":
    """The place that was asked for; None for the country.

    Raises:
        InputError: for a place that is not known or not clear.
    """
    from mobcalc.store.facts import Place as Where
    from mobcalc.store.names import county_of, metro_of, state_of

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
    from mobcalc.store.names import state_of

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


def _occupation(asked: Asked) -> "Occupation | None":
    from mobcalc.store.names import occupation_of

    return occupation_of(*asked["occupation"]) if "occupation" in asked else None


def place_used(place: "facts.Place | None") -> PlaceUsed | None:
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


def _occupation_used(occupation: "Occupation | None") -> OccupationUsed | None:
    if occupation is None:
        return None
    from mobcalc.store.occupations import APPRENTICESHIP
    from mobcalc.store.wages import demand_of

    demand = demand_of(occupation)
    return OccupationUsed(
        code=occupation.code,
        title=occupation.title,
        is_listed=demand.training == APPRENTICESHIP,
        entry_education=demand.entry_education,
        on_the_job_training=demand.training,
        annual_openings=demand.openings,
        growth=demand.growth,
        employment=demand.employment,
    )
