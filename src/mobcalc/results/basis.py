"""The terms that every answer states."""

from msgspec import Struct

from mobcalc.results.amounts import ShareOf
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.notices import Notice
from mobcalc.results.provenance import Provenance
from mobcalc.schema import Sex


class OldFigures(Struct, frozen=True):
    """Figures of one source that are more than three years older than the price year, and the years they are of."""

    source: str
    label: str
    years: list[int]


class Terms(Struct, frozen=True):
    """What an answer is about and rests on: prices, discounting, the person, the baseline, what is assumed.

    `household` is None without a place. `draws` is how many lives were drawn at random, 0 for none, and `seed` says
    which. `person_id` is that of somebody whose lives have luck of their own.
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
    household: HouseholdUsed | None
    draws: int = 0
    seed: int = 0
    person_id: str | None = None
