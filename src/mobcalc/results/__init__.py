"""What analyses return: frozen, complete, free of presentation. JSON is written from these as they stand.

Every field that holds an amount says its unit, so that writers know how to round it.
"""

from mobcalc.results.amounts import Money, MoneyPerHour, MoneyPerYear, ShareOf, Years, unit
from mobcalc.results.answers import Comparison, OldFigures, Terms, Timeline
from mobcalc.results.differences import NEW_PATHWAY, WHOLE, Basis, Difference, Differences, GainChange, Stated
from mobcalc.results.household import NOT_MODELLED, HouseholdUsed
from mobcalc.results.living_wage import (
    Component,
    Gap,
    GapYear,
    LivingWageFound,
    MinimumWage,
    Poverty,
    Stage,
)
from mobcalc.results.pathways import (
    AGES,
    BY_AGE,
    COST_NOT_GIVEN,
    GROUPS,
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
    "AGES",
    "BY_AGE",
    "Basis",
    "BreakEven",
    "COST_NOT_GIVEN",
    "Comparison",
    "Component",
    "Difference",
    "Differences",
    "GROUPS",
    "GainAtAge",
    "GainChange",
    "Gap",
    "GapYear",
    "GroupYears",
    "LivingWageFound",
    "LocalUsed",
    "MinimumWage",
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
    "Poverty",
    "Provenance",
    "SUMS",
    "ShareOf",
    "Stage",
    "Stated",
    "Terms",
    "Timeline",
    "UPPER_BOUND",
    "VersusBaseline",
    "WHOLE",
    "Years",
    "unit",
]
