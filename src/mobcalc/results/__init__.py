"""What analyses return: frozen, complete, free of presentation. JSON is written from these as they stand.

Every field that holds an amount says its unit, so that writers know how to round it.
"""

from mobcalc.results.amounts import Money, MoneyPerHour, MoneyPerYear, ShareOf, Years, unit
from mobcalc.results.answers import Comparison, OldFigures, Terms, Timeline
from mobcalc.results.differences import NEW_PATHWAY, WHOLE, Basis, Difference, Differences, GainChange, Stated
from mobcalc.results.household import NOT_MODELLED, HouseholdUsed, LivingWageNow, TrainingYear
from mobcalc.results.pathways import (
    AGES,
    BY_AGE,
    BY_YEAR,
    COST_NOT_GIVEN,
    GROUPS,
    OF_HOUSEHOLD,
    ONLY_OWN_COST,
    PAYS,
    SUMS,
    UPPER_BOUND,
    BreakEven,
    GainAtAge,
    GroupYears,
    Notice,
    OneYear,
    Outcomes,
    PathwayResult,
    PathwayYears,
    VersusBaseline,
)
from mobcalc.results.provenance import LocalUsed, OccupationUsed, OverrideUsed, PlaceUsed, Provenance

__all__ = [
    "NOT_MODELLED",
    "HouseholdUsed",
    "LivingWageNow",
    "TrainingYear",
    "AGES",
    "BY_AGE",
    "BY_YEAR",
    "OF_HOUSEHOLD",
    "Basis",
    "BreakEven",
    "COST_NOT_GIVEN",
    "Comparison",
    "Difference",
    "Differences",
    "GROUPS",
    "GainAtAge",
    "GainChange",
    "GroupYears",
    "LocalUsed",
    "Money",
    "MoneyPerHour",
    "MoneyPerYear",
    "NEW_PATHWAY",
    "Notice",
    "ONLY_OWN_COST",
    "OccupationUsed",
    "OldFigures",
    "OneYear",
    "Outcomes",
    "OverrideUsed",
    "PAYS",
    "PathwayResult",
    "PathwayYears",
    "PlaceUsed",
    "Provenance",
    "SUMS",
    "ShareOf",
    "Stated",
    "Terms",
    "Timeline",
    "UPPER_BOUND",
    "VersusBaseline",
    "WHOLE",
    "Years",
    "unit",
]
