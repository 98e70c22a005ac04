"""The shipped rules against policyengine-us itself: `python -m pytest -m policy -s`, where `mobcalc[policy]` is installed.

It takes some minutes; without the package it is skipped.
"""

import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from mobcalc.household.circumstances import Circumstances, net_slice, parts_for
from mobcalc.household_types import HouseholdType
from mobcalc.store.tax_rules import folder, part_of

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import build_net_resources as tool
import curves
import policy_rules

pytestmark = [pytest.mark.policy, pytest.mark.filterwarnings("ignore")]
SHIPPED = sorted(tuple(file.stem.split("-")) for file in folder().glob("*.msgpack"))
STATES = 3
EACH = 10
SINGLE = 20
NEAR_A_JUMP = 5.0
MOST = {"base": 95_000.0, "tanf": 60_000.0, "voucher": 60_000.0, "care": 95_000.0, "care_snap": 95_000.0}
"""The parts, and up to which earnings households are drawn [USD/year]."""


@pytest.fixture(scope="module")
def drawn():
    """Some years and states, and a source of luck."""
    pytest.importorskip("policyengine_us")
    draw = np.random.default_rng(20260101)  # noqa: TID251
    return [SHIPPED[place] for place in draw.choice(len(SHIPPED), min(STATES, len(SHIPPED)), replace=False)], draw


@pytest.mark.parametrize("part", MOST)
def test_random_households_between_the_points(drawn, part, capsys):
    states, draw = drawn
    off = []
    for year, postal in states:
        shipped = part_of(int(year), postal, part)
        kinds = {kind: draw.uniform(0.0, highest(part, kind), EACH).round(2) for kind in kinds_of(shipped)}
        ask, _ = tool.PARTS[part](postal, int(year), tool.HOUSEHOLDS)
        for kind, curve in curves.computed(ask, kinds).items():
            known = shipped[kind.household.key, kind.care]
            place = np.searchsorted(known.earnings, curve.earnings)
            apart = np.diff(known.earnings)[place - 1] > NEAR_A_JUMP
            for name, direct in zip(known.amounts, curve.values, strict=True):
                table = np.interp(curve.earnings, known.earnings, known.amounts[name])
                weight = 0.2 if name in curves.COVERAGE else 1.0
                off += [(weight * gap, postal, kind.key, name) for gap in np.abs(table - direct)[apart]]
    gaps = np.array([one[0] for one in off])
    with capsys.disabled():
        quantiles = np.quantile(gaps, [0.5, 0.95, 0.99]).round(1)
        print(f"\n{part}: {len(off)} amounts, p50, p95, p99 {quantiles}, largest {max(off)}")
    assert np.quantile(gaps, 0.99) <= 15.0
    # Straight lines between costs of care and earnings, of two amounts that turn at once.
    assert gaps.max() <= (60.0 if part == "care" else 50.0)


def highest(part, kind):
    """Up to which earnings a kind is drawn: adults with a disability up to where they keep the status of SSI."""
    return min(MOST[part], 34_000.0 if kind.household.disability else np.inf)


def kinds_of(shipped):
    by_key = {one.key: one for one in tool.HOUSEHOLDS}
    return [curves.Kind(by_key[key], care) for key, care in shipped]


HELPED = {
    "care": (tool.Circumstances(), {}),
    "help": (tool.Circumstances(asks_for_subsidy=True), {"has_help": True}),
    "help so far": (tool.Circumstances(asks_for_subsidy=True, keeps_subsidy=True), {"had_help": True}),
}


@pytest.mark.parametrize("how", HELPED)
def test_families_that_pay_for_care_or_get_help_with_it(drawn, how, capsys):
    states, draw = drawn
    families = [one for one in tool.HOUSEHOLDS if one.young + one.older and not one.disability]
    asked, given = HELPED[how]
    off = []
    for year, postal in states:
        some = [families[place] for place in draw.integers(len(families), size=20)]
        earnings = draw.uniform(0.0, MOST["care"], (EACH, len(some))).round(2)
        care = draw.uniform(1_500.0, 24_000.0, len(some)).round()
        made = tool.simulation(
            some, [postal] * len(some), earnings, int(year), asked, np.broadcast_to(care, earnings.shape)
        )
        direct = kept_of(made, [postal] * len(some), int(year)).reshape(earnings.shape)
        for column, one in enumerate(some):
            circumstances = Circumstances(care=float(care[column]), **given)
            rules = partial(part_of, int(year), postal)
            found = net_slice(parts_for(HouseholdType(*one), circumstances, rules, int(year)), circumstances)
            kept = found.cash["snap"] + found.cash["wic"] + found.cash["child_care_subsidy"] + found.cash["ctc"]
            kept = kept - found.taxes["federal_income_tax"] - found.taxes["state_income_tax"]
            place = np.searchsorted(found.earnings, earnings[:, column])
            apart = np.diff(found.earnings)[place - 1] > NEAR_A_JUMP
            gap = np.abs(np.interp(earnings[:, column], found.earnings, kept) - direct[:, column])
            off += [(float(one_gap), postal, one.key) for one_gap in gap[apart]]
    gaps = np.array([one[0] for one in off])
    with capsys.disabled():
        print(
            f"\n{how}: {len(off)} families, p50, p95, p99 {np.quantile(gaps, [0.5, 0.95, 0.99]).round(1)}, {max(off)}"
        )
    # The package splits a family's price evenly among children, so where their rates differ help may be far off.
    assert np.quantile(gaps, 0.95 if how == "care" else 0.9) <= (25.0 if how == "care" else 150.0)


def kept_of(made, postals, year):
    """What care moves of what is kept: food, help, credits and taxes [USD/year]."""
    found = tool.taxes(made, postals, year)
    kept = found["ctc"] - found["federal_income_tax"] - found["state_income_tax"]
    for name in ("snap", "wic", "child_care_subsidies"):
        kept = kept + np.asarray(made.calculate(name, year, map_to="household"), dtype=float)
    return kept


def test_single_households_given_in_words(drawn):
    """A household described by itself, nothing set afterwards, gives what the base has at its points."""
    from policyengine_us import Simulation

    states, draw = drawn
    families = [one for one in tool.HOUSEHOLDS if not one.disability]
    for _ in range(SINGLE):
        year, postal = states[draw.integers(len(states))]
        household = families[draw.integers(len(families))]
        known = part_of(int(year), postal, "base")[household.key, 0]
        earned = float(draw.choice(known.earnings[known.earnings < MOST["care"]]))
        told = policy_rules.situation([household], 1, int(year))
        adult = told["people"]["home0adult0"]
        adult["employment_income"] = {year: earned}
        adult["pre_subsidy_rent"] = {year: policy_rules.rents(int(year))[postal, household.bedrooms]}
        adult["ak_permanent_fund_dividend"] = {year: 0}
        county = policy_rules.COUNTIES[postal]
        told["households"]["home0"] |= {"state_code": {year: postal}, "county_fips": {year: county}}
        made = Simulation(situation=told)
        for name in ("eitc", "snap", "wic", "chip", "assigned_aca_ptc"):
            alone = float(made.calculate(name, int(year), map_to="household")[0])
            found = known.amounts[{"assigned_aca_ptc": "premium_tax_credit"}.get(name, name)]
            # Amounts are shipped in whole dollars.
            shipped = float(found[known.earnings == earned][0])
            assert shipped == pytest.approx(alone, abs=0.51), (postal, household, earned, name)
