"""One number with everything needed to judge it, and what a field of the schema accepts."""

from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from msgspec import Meta, Struct

from mobcalc.units import UNITS, Bounds

N = TypeVar("N")
M = TypeVar("M")

Kind = Literal["observed", "derived", "assumed", "user"]
Sex = Literal["female", "male"]
Education = Literal["less-than-high-school", "high-school", "some-college", "associate", "bachelors"]
Family = Literal["none", "apprenticeship", "training"]
Evidence = Literal["levels", "impact"]
Timing = Literal["begin", "mid", "end"]
Attachment = Literal["attached", "population"]
Care = Literal["paid", "subsidized", "none"]
HealthPlan = Literal["employer", "marketplace"]

College = Literal["two-year", "four-year"]

ALL = "all"
"""Stands for every pathway among those asked for."""
COUNTERFACTUAL = "no-postsecondary"
"""The pathway a person is taken to follow without any training; also the default baseline."""
HELD = "held"
"""Stands for the education that the person has."""


class Assumption(Struct, frozen=True):
    """One record: a value with everything needed to judge it.

    `period` is the year the figure is of, where that is not the year of its source.

    `value` is in `unit` and, if that is money, in dollars of `price_year`. `where` is the file and line
    or the flag that gave the value; an override keeps `source` of the value it replaced out. Drawn at random, the value
    lies in its `range` with `value` as the mean, so it is no end of it; a `bound` is, and stays as it is.
    """

    value: float | list[float] | dict[int, float]
    unit: str
    kind: Kind
    source: str
    where: str
    price_year: int | dict[int, int] | None = None
    range: tuple[float, float] | None = None
    population: str | None = None
    note: str | None = None
    period: int | None = None
    bound: bool = False


OLD_AFTER = 3
"""A figure this many years older than the price year is still taken for one of today."""


def vintage(record: Assumption, source: "Source | None") -> int | None:
    """The year that a figure is of, as far as it is known; a value of the user's has none."""
    if record.kind == "user":
        return None
    return record.period or (source.year if source is not None else None)


class Limits(NamedTuple):
    """What a field of the schema accepts: unit, bounds, and the form of its value."""

    unit: str
    low: float | None = None
    high: float | None = None
    form: Literal["number", "list", "by_year"] = "number"
    whole: bool = False
    personal: bool = False

    @property
    def bounds(self) -> Bounds:
        """The lowest and the highest value allowed."""
        unit = UNITS[self.unit]
        return Bounds(unit.low if self.low is None else self.low, unit.high if self.high is None else self.high)


def limits(unit: str, low: float | None = None, high: float | None = None, **more: Any) -> Meta:
    """The annotation that gives a field its `Limits`; bounds left out are those of the unit."""
    return Meta(extra={"limits": Limits(unit, low, high, **more)})


Dollars = Annotated[N, limits("USD")]
DollarsPerYear = Annotated[N, limits("USD/year")]
Share = Annotated[N, limits("share")]
SharePerYear = Annotated[N, limits("share/year")]
Ratio = Annotated[N, limits("ratio")]


class Source(Struct, frozen=True):
    """Where numbers come from.

    `year` is the one most of its figures are of, None for judgement; `label` says in a few words what they are.
    """

    title: str
    publisher: str
    address: str
    as_of: str
    retrieved: str
    licence: str
    quality: Literal["verified", "primary", "secondary", "judgement"]
    table: str | None = None
    note: str | None = None
    year: int | None = None
    label: str | None = None
