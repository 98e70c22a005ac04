"""The answer of `timeline`."""

from mobcalc.results.basis import Terms
from mobcalc.results.pathways import PathwayYears


class Timeline(Terms, frozen=True, kw_only=True):
    """The answer of `timeline`."""

    pathways: list[PathwayYears]
