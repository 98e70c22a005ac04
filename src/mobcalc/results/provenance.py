"""Which assumptions, place, occupation and case a result rests on."""

from typing import Annotated, Any, Literal

from msgspec import Struct

from mobcalc.results.amounts import ShareOf, unit


class OverrideUsed(Struct, frozen=True, rename={"given_by": "from"}):
    """A value that the user put in place of a bundled one."""

    name: str
    value: Any
    price_year: int | dict[int, int] | None
    given_by: str


class LocalUsed(Struct, frozen=True):
    """A figure of a place or an occupation: what took the place of a national one, for where, when, and how.

    `factor` is what a national figure was multiplied with; `detail` is what the table says beside the figure.
    """

    name: str
    value: Any
    unit: str
    price_year: int | dict[int, int] | None
    area: str
    period: str
    rule: str
    source: str
    factor: Annotated[float, unit("ratio")] | None = None
    detail: str = ""


class PlaceUsed(Struct, frozen=True):
    """Where the person lives: names and codes; `city` is what was asked for where a city stands for its county."""

    state: str
    postal: str
    state_fips: str
    county: str | None
    county_fips: str | None
    city: str | None
    metro: str | None
    metro_code: str | None


RouteReason = Literal[
    "on_list",
    "not_on_list",
    "award_is_entry",
    "award_is_guess",
    "college_is_entry",
    "no_award",
    "degree_is_entry",
    "degree_is_held",
    "degree_is_rare",
    "trained_on_the_job",
    "no_training",
    "entry_is_trained",
    "steps",
]
"""Why there is a route of a kind into an occupation, or why there is none."""


USUAL: tuple[RouteReason, ...] = ("award_is_entry", "college_is_entry", "degree_is_entry", "trained_on_the_job")
"""Why a route is the one by which BLS lists an occupation as usually entered."""


class Route(Struct, frozen=True):
    """A kind of route into an occupation: the pathway that it is, or None where it does not exist, and why.

    `entry_education` is what BLS lists as the usual entry, `associate` the share of workers with an associate degree.
    A ladder comes `after` the occupation of its first step.
    """

    kind: str
    pathway: str | None
    exists: bool
    reason: RouteReason
    entry_education: str | None
    associate: ShareOf
    after: str | None = None


class OccupationUsed(Struct, frozen=True):
    """The occupation asked for: how it is entered and how many it will need, as BLS projects 2024 to 2034.

    `is_listed` is whether BLS lists it as usually entered through apprenticeship. What is not projected is None.
    """

    code: str
    title: str
    routes: list[Route]
    is_listed: bool
    entry_education: str | None
    on_the_job_training: str | None
    annual_openings: float | None
    growth: ShareOf | None
    employment: float | None


class CaseUsed(Struct, frozen=True):
    """The case as every command reads it, whatever part of it the command uses.

    `person` holds what is known of the person and the household by the names of the schema, money in the dollars in
    which it was given. `pathways` are the ids asked for, 'all' among them; none where nothing was asked for.
    """

    person: dict[str, Any]
    pathways: list[str]
    baseline: str
    discount_rate: ShareOf


class SurveyUsed(Struct, frozen=True):
    """A file of a city's own wages or prices: how many rows it has, and how many of them the answer rests on.

    `figures` says for each of its figures, by dotted name and for a rent with the number of bedrooms, in which row it
    stands; `instead_of` of which smaller area the published figure was that a row of a state or the country stands for;
    `above_larger` holds the numbers of bedrooms whose own rent lies above that for more bedrooms; `dearer_care` is
    whether it prices the kind of child care that does not count, since the other is cheaper.
    """

    file: str
    rows: int
    used: int
    figures: dict[str, str] = {}
    instead_of: dict[str, str] = {}
    above_larger: list[int] = []
    dearer_care: bool = False


class FlagChange(Struct, frozen=True):
    """Something that a flag says in place of what a scenario file says."""

    key: str
    value: Any
    before: Any


class ClientUsed(Struct, frozen=True):
    """A client's scenario file: `name` is the file's without its ending, `changed` what flags say instead of it."""

    name: str
    file: str
    changed: list[FlagChange]


class Provenance(Struct, frozen=True):
    """Which assumptions a result rests on, which place and occupation they are of, and whose file gave them.

    `supports` are the names of the help that is counted in every training, `supports_left_out` of those of them that
    pay a bill which gains leave out.
    """

    assumptions_sha256: str
    overrides: list[OverrideUsed]
    place: PlaceUsed | None = None
    occupation: OccupationUsed | None = None
    local_figures: list[LocalUsed] = []
    case: CaseUsed | None = None
    surveys: list[SurveyUsed] = []
    client: ClientUsed | None = None
    supports: list[str] = []
    supports_left_out: list[str] = []
