"""The table against policyengine-us itself: `python -m pytest -m policy -s`, where `mobcalc[policy]` is installed.

It takes some minutes; without the package it is skipped.
"""

import sys
import time
from pathlib import Path

import numpy as np
import pytest

from mobcalc.household_types import HouseholdType
from mobcalc.store.net_resources import contents, slice_of

pytestmark = [pytest.mark.policy, pytest.mark.filterwarnings("ignore")]
TOOLS = Path(__file__).parents[2] / "tools"
EACH = 20
SINGLE = 20
NEAR_A_CLIFF = 5.0


@pytest.fixture(scope="module")
def rules():
    pytest.importorskip("policyengine_us")
    sys.path.insert(0, str(TOOLS))
    import policy_rules

    return policy_rules


def looked_up(names, postal, household, earnings):
    """Components by straight lines, and whether the earnings are in the 5 dollars of a cliff."""
    found = slice_of(postal, HouseholdType(*household))
    amounts = found.taxes | found.cash | found.coverage
    place = np.searchsorted(found.earnings, earnings)
    in_cliff = np.diff(found.earnings)[place - 1] <= NEAR_A_CLIFF
    return [np.interp(earnings, found.earnings, amounts[name]) for name in names], in_cliff


def net_cash(rules, components):
    by_name = dict(zip(rules.COMPONENTS, components, strict=True))
    return sum(by_name[n] for n in rules.CASH) - sum(by_name[n] for n in rules.TAXES)


def test_random_households_between_the_points(rules, capsys):
    draw = np.random.default_rng(20250101)  # noqa: TID251
    households = [one for one in rules.HOUSEHOLDS for _ in range(EACH)]
    postals = [str(postal) for postal in draw.choice(list(rules.COUNTIES), len(households))]
    earnings = draw.uniform(0, 150_000, (1, len(households))).round(2)
    earnings[0, ::2] /= 3.0
    start = time.perf_counter()
    direct = rules.components(households, postals, earnings, contents().rules_year)[:, 0]
    seconds = time.perf_counter() - start
    rows = []
    for column, (household, postal) in enumerate(zip(households, postals, strict=True)):
        table, in_cliff = looked_up(rules.COMPONENTS, postal, household, earnings[0, column])
        off = np.array(table) - direct[:, column]
        rows.append((postal, household.key, earnings[0, column], in_cliff, net_cash(rules, off), off))
    cash = np.abs([row[4] for row in rows if not row[3]])
    coverage = np.abs([row[5][-len(rules.COVERAGE) :].sum() for row in rows if not row[3]])
    with capsys.disabled():
        report(rules, rows, seconds, cash, coverage)
    assert len(rows) >= 300
    assert np.quantile(cash, 0.99) <= 15.0
    assert cash.max() <= 50.0


def report(rules, rows, seconds, cash, coverage):
    """Say how far the table is off, and where most."""
    print(
        f"\n{len(rows)} households, {len(rows) - len(cash)} of them within a cliff; {seconds:.0f} s with policyengine-us"
    )
    for words, off in (("net resources", cash), ("health coverage", coverage)):
        quantiles = np.quantile(off, [0.5, 0.9, 0.99])
        print(f"{words}: largest {off.max():.2f}, p50, p90, p99 {quantiles.round(2)}, mean {off.mean():.2f} USD")
    for row in sorted(rows, key=lambda row: -abs(row[4]))[:5]:
        print(row[:5], dict(zip(rules.COMPONENTS, row[5].round(1), strict=True)))


def test_single_households_given_in_words(rules):
    """A household described by itself, nothing set afterwards, gives what the table has at a regular step."""
    from policyengine_us import Simulation

    draw = np.random.default_rng(7)  # noqa: TID251
    year, rents = contents().rules_year, rules.rents(2025)
    for _ in range(SINGLE):
        household = rules.HOUSEHOLDS[draw.integers(len(rules.HOUSEHOLDS))]
        postal, earned = str(draw.choice(list(rules.COUNTIES))), float(draw.choice(contents().regular[:120]))
        told = rules.situation([household], 1, year)
        adult = told["people"]["home0adult0"]
        adult["employment_income"] = {year: earned}
        adult["pre_subsidy_rent"] = {year: rents[postal, household.bedrooms]}
        adult["ak_permanent_fund_dividend"] = {year: 0}
        told["households"]["home0"] |= {"state_code": {year: postal}, "county_fips": {year: rules.COUNTIES[postal]}}
        made = Simulation(situation=told)
        table, _ = looked_up(rules.COMPONENTS, postal, household, earned)
        by_name = dict(zip(rules.COMPONENTS, table, strict=True))
        for name in ("eitc", "snap", "tanf", "wic", "chip", "assigned_aca_ptc", "state_income_tax"):
            if name == "state_income_tax" and postal in rules.COUNTY_TAX:
                continue
            alone = float(made.calculate(name, year, map_to="household")[0])
            found = by_name[{"assigned_aca_ptc": "premium_tax_credit"}.get(name, name)]
            assert found == pytest.approx(alone, abs=0.02), (postal, household, earned, name)
