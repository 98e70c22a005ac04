"""The answer of `compare`."""

from mobcalc.results.amounts import ShareOf
from mobcalc.results.basis import Terms
from mobcalc.results.household import LivingWageNow
from mobcalc.results.pathways import PathwayResult


class Comparison(Terms, frozen=True, kw_only=True):
    """The answer of `compare`; `living_wage` is None without a place.

    `pairwise_chance_ahead` is the chance that a pathway ends ahead of another, by both ids; None without draws.
    """

    living_wage: LivingWageNow | None
    pathways: list[PathwayResult]
    ranking: dict[str, list[str]]
    pairwise_chance_ahead: dict[str, dict[str, ShareOf | None]] | None
