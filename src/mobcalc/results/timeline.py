"""The answer of `timeline`."""

from mobcalc.results.basis import Terms
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.pathways import PathwayYears


class Timeline(Terms, frozen=True, kw_only=True):
    """The answer of `timeline`; `household` is None without a place."""

    household: HouseholdUsed | None
    pathways: list[PathwayYears]
