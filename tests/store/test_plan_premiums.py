"""What the benchmark plan of a place costs, and that the credit for it is the one of policyengine-us."""

import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from mobcalc.household.circumstances import Circumstances, net_slice, parts_for
from mobcalc.household.health_plan import Plan
from mobcalc.household_types import HouseholdType
from mobcalc.loader.layers import Layers
from mobcalc.loader.loading import load
from mobcalc.store.counties import county_with
from mobcalc.store.plan_premiums import AGES, plan_premiums
from mobcalc.store.tax_rules import part_of
from tests.store.published import table

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import policy_rules

PRICES = {
    (row["state"], row["rating_area"]): float(row["age0_month_2026"])
    for row in table("aca_benchmark_silver_by_rating_area")
}
LIVING_WAGE = load(Layers()).assumptions.living_wage
# Of 2025, which the credit of 2026 goes by; the package's default for all but two states.
GUIDELINES = {"AK": (19_550.0, 6_880.0), "HI": (17_990.0, 6_330.0)}


# Youngest adults of states with curves of their own, which rise by more than a third from one birthday to the next.
@pytest.mark.parametrize(
    ("fips", "curve"), [("01073", "al"), ("25025", "ma"), ("27053", "mn"), ("49035", "ut"), ("36061", "ny")]
)
def test_each_age_pays_by_the_curve_of_the_state(fips, curve):
    county = county_with(fips)
    by_age = plan_premiums(county.state, county)["benchmark_premiums"][0].value
    factors = {int(row["age_from"]): float(row["factor"]) for row in table("aca_age_factors") if row["curve"] == curve}
    assert len(by_age) == len(AGES) == 65
    for age, premium in enumerate(by_age):
        factor = factors[max(start for start in factors if start <= age)]
        assert premium == pytest.approx(
            0.0 if curve == "ny" and age < 21 else by_age[-1] * factor / factors[max(factors)], abs=0.01
        )


def test_a_county_has_the_price_of_its_rating_area_times_the_factors_of_age():
    county = county_with("30063")
    by_age, rule, area = plan_premiums(county.state, county)["benchmark_premiums"]
    (code,) = (row["rating_area"] for row in table("aca_rating_area_by_county") if row["county_fips"] == "30063")
    assert (rule, area) == ("county_premium", "Missoula County, MT")
    values = by_age.value
    assert values[0] == PRICES["MT", code]
    assert values[21] == pytest.approx(1.3072 * values[0], abs=0.01)
    assert values[64] == pytest.approx(3.9216 * values[0], abs=0.01)


def test_adults_of_new_york_pay_the_same_at_every_age_and_children_together_a_part():
    county = county_with("36013")
    found = plan_premiums(county.state, county)
    adult = found["benchmark_premiums"][0].value[-1]
    assert set(found["benchmark_premiums"][0].value) == {0.0, adult}
    assert found["family_premiums"][0].value == [
        pytest.approx(0.70 * adult, abs=0.01),
        pytest.approx(0.85 * adult, abs=0.01),
    ]


def test_a_region_of_connecticut_is_between_the_counties_its_towns_were_in():
    county = county_with("09110")
    (price, rule, _) = plan_premiums(county.state, county)["benchmark_premiums"]
    assert rule == "county_premium"
    assert (
        min(PRICES["CT", str(area)] for area in range(1, 9))
        <= price.value[0]
        <= max(PRICES["CT", str(area)] for area in range(1, 9))
    )


def test_a_county_without_rating_area_has_the_mean_of_its_state():
    county = county_with("35013")  # Dona Ana
    found = plan_premiums(county.state, county)["benchmark_premiums"]
    assert found == plan_premiums(county.state, None)["benchmark_premiums"]
    assert found[1:] == ("state_premium", "New Mexico")


# Connecticut's own plan for households of little income is not the benchmark's.
@pytest.mark.parametrize("postal", sorted({*policy_rules.COUNTIES} - {"CT"}))
@pytest.mark.parametrize("key", ["1-0-0", "1-1-0", "2-0-0", "2-1-1", "1-0-2"])
def test_the_credit_is_the_packages(postal, key):
    """The shipped table has the package's credit for adults of 35 and children of 3 and 10 in its county of the state."""
    county = county_with(policy_rules.COUNTIES[postal])
    premiums = plan_premiums(county.state, county)
    by_age, of_family = (premiums[name][0].value for name in ("benchmark_premiums", "family_premiums"))
    adults, young, older = map(int, key.split("-"))
    of, ages = HouseholdType(adults, young, older), [3] * young + [10] * older
    one = by_age.__getitem__
    first, further = GUIDELINES.get(postal, (15_650.0, 5_500.0))
    plan = Plan(
        adults=12 * adults * one(35),
        children=12 * (sum(map(one, ages)) + of_family[adults - 1] * bool(ages)),
        poverty=first + further * (of.members - 1),
        incomes=tuple(LIVING_WAGE.marketplace_incomes.value),
        shares=tuple(LIVING_WAGE.marketplace_shares.value),
    )
    given = Circumstances(plan=plan)
    parts = parts_for(of, given, partial(part_of, 2026, postal), 2026)
    ours = net_slice(parts, given)
    earnings = np.arange(250.0, 150_000.0, 500.0)
    package = np.interp(earnings, parts.base.earnings, parts.base.amounts["premium_tax_credit"])
    gaps = np.abs(package - np.interp(earnings, ours.earnings, ours.cash["health_plan"]))[package > 0.0]
    # The package drops parts of a percent of the guideline, and limits change within a year.
    assert np.quantile(gaps, 0.95) <= 60.0
    assert not ours.coverage["premium_tax_credit"].any()
