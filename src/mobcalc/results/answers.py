"""The answers of commands, and the terms that all of them state."""

from msgspec import Struct

from mobcalc.results.amounts import ShareOf
from mobcalc.results.household import HouseholdUsed, LivingWageNow
from mobcalc.results.notices import Notice
from mobcalc.results.pathways import PathwayResult, PathwayYears
from mobcalc.results.provenance import Provenance
from mobcalc.schema import Sex


class OldFigures(Struct, frozen=True):
    """Figures of one source that are more than three years older than the price year, and the years they are of."""

    source: str
    label: str
    years: list[int]


class Terms(Struct, frozen=True):
    """What an answer is about and rests on: prices, discounting, the person, the baseline, what is assumed.

    `draws` is how many lives were drawn at random, 0 for none, and `seed` says which.
    """

    price_year: int
    discount_rate: ShareOf
    start_age: int
    retire_age: int
    sex: Sex | None
    provenance: Provenance
    baseline: str
    assumed: list[str]
    old: list[OldFigures]
    warnings: list[Notice]
    draws: int = 0
    seed: int = 0


class Comparison(Terms, frozen=True, kw_only=True):
    """The answer of `compare`; `household` and `living_wage` are None without a place.

    `pairwise_chance_ahead` is the chance that a pathway ends ahead of another, by both ids; None without draws.
    """

    household: HouseholdUsed | None
    living_wage: LivingWageNow | None
    pathways: list[PathwayResult]
    ranking: dict[str, dict[str, list[str]]]
    pairwise_chance_ahead: dict[str, dict[str, ShareOf | None]] | None


class Timeline(Terms, frozen=True, kw_only=True):
    """The answer of `timeline`; `household` is None without a place."""

    household: HouseholdUsed | None
    pathways: list[PathwayYears]
