"""What look-ups return: frozen, complete, free of presentation. The store fills these, reports read them."""

from typing import Literal, TypeAlias

from msgspec import Struct

Value: TypeAlias = float | int | bool | str | list[str] | dict[str, float] | None
"""A figure's value: a number, a word, several words, or numbers by a name such as p50; None where none is published."""
PlaceKind = Literal["state", "county", "city", "metro"]


class Figure(Struct, frozen=True):
    """A published figure with what it takes to cite it.

    `value` is in `unit`, which is None for words; `price_year` is the year whose dollars money is in. `rule` is the
    code of how the figure was found and `source` the key of its source. Where `value` is None nothing is published or
    at hand, and `why` is the code of the reason.
    """

    name: str
    value: Value
    unit: str | None
    area: str
    period: str
    rule: str
    source: str
    price_year: int | None = None
    note: str | None = None
    why: str | None = None


class OccupationFound(Struct, frozen=True):
    """A detailed occupation that a search found.

    `everyday_name` is the one that holds the words where the title does not. Medians are national, of May 2025, in
    dollars a year and an hour, None where not published. `annual_openings` are people a year and `employment` jobs,
    both of the projections 2024 to 2034.
    """

    code: str
    title: str
    everyday_name: str | None
    is_exact: bool
    median_per_year: float | None
    median_per_hour: float | None
    entry_education: str
    on_the_job_training: str
    annual_openings: float
    employment: float


class OccupationSearch(Struct, frozen=True):
    """The answer of `occupations search`; `nearest` is a name like the words where nothing has them."""

    words: str
    found: list[OccupationFound]
    nearest: str | None


class OccupationShown(Struct, frozen=True):
    """The answer of `occupations show`: an occupation and its figures, in a state too if `state` names one."""

    code: str
    title: str
    everyday_names: list[str]
    is_listed: bool
    state: str | None
    figures: list[Figure]


class PlaceFound(Struct, frozen=True):
    """A place that a search found.

    `code` is what other commands take: the FIPS code of a state or a county, that of its county for a city, and the
    CBSA code of a metropolitan area. `postals` are the states it is in, `county` the county of a city.
    """

    kind: PlaceKind
    name: str
    code: str
    postals: list[str]
    county: str | None
    is_exact: bool


class PlaceSearch(Struct, frozen=True):
    """The answer of `places search`; `nearest` is a name like the words where nothing has them."""

    words: str
    found: list[PlaceFound]
    nearest: str | None


class PlaceShown(Struct, frozen=True):
    """The answer of `places show`: the figures of a place.

    `city_note` says what the city's county leaves out; `has_namesakes` is whether the state shares its name.
    """

    figures: list[Figure]
    city_note: str | None
    has_namesakes: bool
