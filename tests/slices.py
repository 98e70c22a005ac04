"""Taxes and benefits for tests: made up by hand, or those of a state by the shipped rules."""

from functools import cache, partial

import numpy as np

from mobcalc.household.circumstances import Circumstances, net_slice, parts_for
from mobcalc.household.health_plan import covered
from mobcalc.household.rules_by_year import rules_by_year
from mobcalc.household.taxes_and_benefits import types_by_year
from mobcalc.household_types import GROUPS, GROWN, HouseholdType, NetSlice
from mobcalc.projection.case import with_pathways
from mobcalc.sampling import point
from mobcalc.store.tax_rules import part_of

RULES = 2026
ALONE = HouseholdType(1)


def made_up(earnings, taxes, cash, coverage, of=ALONE, care=0.0, rules_year=2025):
    """A slice of given amounts, the EITC and the CTC being the refundable credits."""
    earnings = np.asarray(earnings, dtype=float)
    kept = earnings - sum(taxes.values()) + cash.get("eitc", 0.0) + cash.get("ctc", 0.0)
    cash = cash if "health_plan" in cash else cash | {"health_plan": 0.0 * earnings}
    whole = dict.fromkeys(GROUPS["coverage"], 0.0 * earnings) | coverage
    public, top = covered(earnings, whole), float(earnings[-1])
    return NetSlice(of, earnings, taxes, cash, coverage, kept, 0.0 * earnings, *public, care, top, rules_year)


def types_of(records):
    """The types of the household of a person, year by year."""
    arrays = point(with_pathways(records, ()))
    years = int(arrays.person.retire_age[0, 0] - arrays.person.start_age[0, 0])
    return types_by_year(arrays, max(years, 0 if arrays.person.children is None else GROWN))


def slices_in(postal, records, year=RULES):
    """Taxes and benefits of the household of records with a place, by the rules of a state."""
    return rules_by_year(point(with_pathways(records, ())), partial(part_of, year, postal), year)


@cache
def slice_of(postal, household, year=RULES, **given):
    """Taxes and benefits of a type of household in its circumstances, by the rules of a state."""
    asked = Circumstances(**given)
    return net_slice(parts_for(household, asked, partial(part_of, year, postal), year), asked)
