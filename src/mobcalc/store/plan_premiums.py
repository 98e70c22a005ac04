"""What the benchmark health plan of a place costs: the second-cheapest silver plan, before credits."""

from typing import Any

from mobcalc.schema import Assumption
from mobcalc.store.codes import State
from mobcalc.store.counties import County
from mobcalc.store.reference import WHERE, row, rows

YEAR = 2026
AGES = range(65)
"""The ages at which premiums are given."""
PREMIUM = "b.age0_month_2026 FROM aca_rating_area_by_county a JOIN aca_benchmark_silver_by_rating_area b"
OF_COUNTY = f"SELECT {PREMIUM} USING (state, rating_area) WHERE a.county_fips = ?"
# The rating areas of Connecticut are its old counties, whose towns make up the planning regions of today.
OF_REGION = """
SELECT SUM(b.age0_month_2026 * t.pop2020) / SUM(t.pop2020) FROM ct_town_oews_area t
JOIN aca_rating_area_by_county a ON a.county_fips = t.old_county_fips
JOIN aca_benchmark_silver_by_rating_area b USING (state, rating_area) WHERE t.planning_region_fips = ?
"""
OF_STATE = """
SELECT SUM(b.age0_month_2026 * n.population) / SUM(n.population) FROM aca_rating_area_by_county a
JOIN aca_benchmark_silver_by_rating_area b USING (state, rating_area)
JOIN ndcp_2018_infant_childcare_by_county n USING (county_fips) WHERE a.state = ?
"""
FACTORS = "SELECT age_from, factor FROM aca_age_factors WHERE curve = ? ORDER BY age_from"
TIERS = "SELECT children_together FROM aca_family_tiers WHERE state = ? ORDER BY adults"
GROWN = 21
"""From this age on nobody is priced as a child."""


def plan_premiums(state: State, county: County | None) -> dict[str, tuple[Assumption, str, str]]:
    """Premiums by age and for children together, each with the rule it was found by and the area it is of.

    Args:
        state: where.
        county: where in it; None takes the state's mean.
    """
    price, rule, area = _price(state, county)
    tiers = [float(share) for (share,) in rows(TIERS, state.postal)]
    if tiers:
        by_age = [price if age >= GROWN else 0.0 for age in AGES]
        how = "Adults of all ages pay the same, and children together a part of that."
    else:
        by_age = [price * factor for factor in _factors(state)]
        how = f"{price:.2f} at age 0 times the factors of age; three children at most are paid for."
    of_family = [price * share for share in tiers or (0.0, 0.0)]
    return {
        "benchmark_premiums": (_record(by_age, area, how), rule, area),
        "family_premiums": (_record(of_family, area, how), rule, area),
    }


def _record(values: list[float], area: str, note: str) -> Assumption:
    given: dict[str, Any] = {"kind": "derived", "source": "aca-benchmarks-2026", "where": WHERE}
    given |= {"population": area, "period": YEAR, "price_year": YEAR, "note": note}
    return Assumption(value=[round(value, 2) for value in values], unit="USD/month", **given)


def _price(state: State, county: County | None) -> tuple[float, str, str]:
    """The premium that others are multiples of [USD/month], how it was found, and of what area."""
    if county is not None:
        for query in (OF_COUNTY, OF_REGION):
            line = row(query, county.fips)
            if line is not None and line[0] is not None:
                return float(line[0]), "county_premium", county.in_state
    line = row(OF_STATE, state.postal)
    assert line is not None
    return float(line[0]), "state_premium", state.name


def _factors(state: State) -> list[float]:
    """What people of each age pay over what is paid at age 0; states may have their own."""
    lines = rows(FACTORS, state.postal.lower()) or rows(FACTORS, "default")
    return [max((from_age, factor) for from_age, factor in lines if from_age <= age)[1] for age in AGES]
