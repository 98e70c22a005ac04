"""A household that pays for child care, gets help with it, draws TANF or has a voucher, on rules that a hand can reckon."""

import numpy as np
import pytest

from mobcalc.household.circumstances import Circumstances, Parts, net_slice, parts_for
from mobcalc.household.earnings_schedule import looked_up
from mobcalc.household_types import Curve, HouseholdType
from mobcalc.store.tax_rules import folder, part_of
from tests.slices import slice_of

GRID = np.arange(0.0, 250_001.0, 250.0)
LIMIT = 40_000.0
ENDS = 30_000.0


def snap(earnings, care, limit=LIMIT):
    """Six thousand less 24 cents of a dollar, of earnings lower by care over 0.8, up to a limit of gross income."""
    return np.where(earnings <= limit, np.clip(6_000.0 - 0.24 * np.maximum(earnings - care / 0.8, 0.0), 0.0, None), 0.0)


def curve(**amounts):
    return Curve(
        GRID, {name: np.broadcast_to(np.asarray(values, float), GRID.shape) for name, values in amounts.items()}
    )


def tax(care):
    """A tenth of what is above 20,000, less a credit of a quarter of care of at most 6,000, never below zero."""
    return np.clip(0.1 * (GRID - 20_000.0) - 0.25 * min(care, 6_000.0), 0.0, None)


ZERO = dict.fromkeys(("payroll_tax", "eitc", "ssi", "medicaid", "chip", "premium_tax_credit", "other_coverage"), 0.0)
COMMON = {
    **ZERO,
    "state_income_tax": 0.0,
    "ctc": 2_000.0,
    "tanf": 0.0,
    "school_meals": np.where(GRID <= 20_000, 900, 0),
}
PARTS = Parts(
    of=HouseholdType(1, 1),
    base=curve(**COMMON, federal_income_tax=tax(0), snap=snap(GRID, 0.0), wic=np.where(GRID <= 25_000, 600, 0)),
    voucher=curve(rent_paid=0.3 * GRID, snap=0.5 * snap(GRID, 0.0)),
    tanf=Curve(
        GRID[:101],
        {
            **{name: np.broadcast_to(np.asarray(value, float), GRID.shape)[:101] for name, value in COMMON.items()},
            "federal_income_tax": tax(0)[:101],
            "wic": np.full(101, 600.0),
            "tanf": np.clip(4_000.0 - 0.5 * GRID[:101], 0.0, None),
            "snap": np.clip(snap(GRID[:101], 0.0) - 1_000.0, 0.0, None),
        },
    ),
    subsidy=curve(
        family_pays=0.07 * GRID, family_pays_of_10000=0.0, state_pays_at_most=np.where(GRID < ENDS, 9_000.0, 0.0)
    ),
    subsidy_kept=curve(
        family_pays=0.07 * GRID,
        family_pays_of_10000=1_000.0,
        state_pays_at_most=np.where(GRID < 2 * ENDS, 9_000.0, 0.0),
    ),
    care={
        cost: curve(federal_income_tax=tax(cost), state_income_tax=0.0, ctc=2_000.0) for cost in (3_000, 6_000, 30_000)
    },
    care_snap={cost: curve(snap=snap(GRID, cost)) for cost in (3_000, 30_000)},
    rules_year=2026,
)


def at(earnings, name, parts=PARTS, **given):
    found = net_slice(parts, Circumstances(**given))
    amounts = found.taxes | found.cash | found.coverage
    return float(np.interp(earnings, found.earnings, amounts[name]))


def test_without_care_it_is_the_base():
    assert at(10_000, "snap") == pytest.approx(3_600)
    assert at(30_000, "federal_income_tax") == pytest.approx(1_000)
    assert at(10_000, "child_care_subsidy") == at(10_000, "housing") == 0.0


@pytest.mark.parametrize(
    ("earnings", "care", "expected"),
    [
        (30_000, 9_100, 6_000 - 0.24 * (30_000 - 11_375)),  # 1,530
        (20_000, 1_600, 6_000 - 0.24 * (20_000 - 2_000)),  # below all costs that are known
        (30_000, 1_600, 0.0),
        (10_000, 9_100, 6_000),  # care takes all that counts
        (39_999, 24_000, 6_000 - 0.24 * 9_999),
        (40_300, 24_000, 0.0),  # above the limit, whatever care costs
        (24_000, 0, 240),
    ],
)
def test_snap_is_that_of_earnings_lower_by_care_up_to_the_limit(earnings, care, expected):
    assert at(earnings, "snap", care=care) == pytest.approx(expected, abs=2.5)


def test_a_limit_that_is_higher_for_whoever_pays_for_care():
    lower = PARTS._replace(
        base=Curve(GRID, {**PARTS.base.amounts, "snap": snap(GRID, 0.0, limit=15_000.0)}),
    )
    assert at(18_000, "snap", lower) == 0.0
    # 20,000 less 3,000 / 0.8.
    assert at(20_000, "snap", lower, care=3_000) == pytest.approx(6_000 - 0.24 * 16_250, abs=2.5)
    assert at(20_000, "snap", lower, care=1_000) == pytest.approx(6_000 - 0.24 * 18_750, abs=2.5)


def test_a_part_of_the_year_above_the_limit():
    for_three_months = {
        cost: Curve(GRID, {"snap": snap(GRID, cost) + 0.25 * (snap(GRID, cost, 42_000.0) - snap(GRID, cost))})
        for cost in (3_000, 30_000)
    }
    found = at(41_000, "snap", PARTS._replace(care_snap=for_three_months), care=24_000)
    assert found == pytest.approx(0.25 * (6_000 - 0.24 * 11_000), abs=2.5)


def test_food_comes_with_snap():
    assert at(35_000, "snap", care=20_000) > 0.0
    assert at(35_000, "wic", care=20_000) == 600.0
    assert at(35_000, "school_meals", care=20_000, pays_for_meals=True) == 900.0
    assert at(35_000, "school_meals", care=20_000) == 0.0
    assert at(35_000, "wic") == 0.0


def test_credits_go_straight_between_costs_that_are_known():
    # Of 4,500 of care a quarter, 1,125, off a tax of 2,000; above 6,000 no more.
    assert at(40_000, "federal_income_tax", care=4_500) == pytest.approx(2_000 - 1_125)
    assert at(40_000, "federal_income_tax", care=20_000) == pytest.approx(2_000 - 1_500)
    assert at(40_000, "federal_income_tax", care=50_000) == pytest.approx(2_000 - 1_500)


def test_help_pays_what_is_above_the_familys_part_up_to_a_limit_of_earnings():
    assert at(20_000, "child_care_subsidy", care=8_000, has_help=True) == pytest.approx(8_000 - 1_400)
    assert at(20_000, "child_care_subsidy", care=12_000, has_help=True) == pytest.approx(9_000)
    assert at(20_000, "child_care_subsidy", care=1_000, has_help=True) == 0.0
    assert at(30_000, "child_care_subsidy", care=8_000, has_help=True) == 0.0
    assert at(30_000, "child_care_subsidy", care=8_000, had_help=True) == pytest.approx(8_000 - 2_100 - 800)
    # What the family still pays lowers what counts for SNAP: 1,400 of 20,000.
    expected = 6_000 - 0.24 * (20_000 - 1_400 / 0.8)
    assert at(20_000, "snap", care=8_000, has_help=True) == pytest.approx(expected, abs=2.5)


def test_tanf_changes_what_it_changes_and_nothing_falls_below_zero():
    assert at(2_000, "tanf") == 0.0
    assert at(2_000, "tanf", has_tanf=True) == pytest.approx(3_000)
    assert at(2_000, "snap", has_tanf=True) == pytest.approx(6_000 - 480 - 1_000)
    assert at(24_000, "snap", has_tanf=True) == 0.0
    assert at(30_000, "snap", has_tanf=True, care=9_100) == pytest.approx(1_530, abs=2.5)


def test_a_voucher_pays_the_rent_above_the_familys_part():
    assert at(20_000, "housing", rent=12_000.0) == pytest.approx(6_000)
    assert at(20_000, "housing", rent=12_000.0, care=5_000) == pytest.approx(12_000 - 0.3 * 15_000)
    assert at(45_000, "housing", rent=12_000.0) == 0.0
    assert at(10_000, "snap", rent=12_000.0) == pytest.approx(1_800)
    assert at(10_000, "snap", rent=1_000.0) == pytest.approx(3_600)


def test_a_credit_that_still_shrinks_at_the_last_earnings_ends_and_falls_no_further():
    # 5 cents of a dollar from 200,000 on: 3,500 are left at 250,000, so nothing at 320,000.
    credit = 6_000.0 - 0.05 * np.maximum(GRID - 200_000.0, 0.0)
    base = Curve(GRID, {**PARTS.base.amounts, "ctc": credit})
    found = net_slice(PARTS._replace(base=base), Circumstances())
    assert (found.top, found.earnings[-1]) == (250_000, 370_000)
    assert np.interp(300_000, found.earnings, found.cash["ctc"]) == pytest.approx(1_000)
    for earnings, left in ((260_000, 3_000), (320_000, 0), (370_000, 0)):
        assert np.interp(earnings, found.earnings, found.cash["ctc"]) == pytest.approx(left)
        tax = np.interp(earnings, found.earnings, found.taxes["federal_income_tax"])
        assert tax == pytest.approx(0.1 * (earnings - 20_000))
        assert np.interp(earnings, found.earnings, found.after_tax) == pytest.approx(earnings - tax + left)
    # Further on the last slope goes on, and the credit stays at nothing.
    assert looked_up(found, found.cash["ctc"], np.array([[500_000.0]]))[0, 0] == pytest.approx(0.0)
    assert net_slice(PARTS, Circumstances()).earnings[-1] == 250_000


def test_looking_up_many_is_looking_up_each():
    found = slice_of("NY", HouseholdType(1, 1, 0), care=9_100.0)
    net = found.earnings + sum(found.cash.values()) - sum(found.taxes.values())
    earnings = np.linspace(0.0, 250_000.0, 9_999).reshape(3, -1)
    np.testing.assert_allclose(looked_up(found, net, earnings), np.interp(earnings, found.earnings, net), atol=1e-6)


@pytest.mark.parametrize("key", [HouseholdType(1), HouseholdType(1, 1, 0), HouseholdType(1, 0, 2, disability=True)])
@pytest.mark.parametrize("file", sorted(file.stem for file in folder().glob("*.msgpack"))[::17])
def test_every_type_of_a_shipped_state_has_its_parts(key, file):
    year, _, postal = file.partition("-")
    given = Circumstances(care=8_000.0, has_help=True, has_tanf=True, rent=9_000.0)
    found = net_slice(parts_for(key, given, lambda name: part_of(int(year), postal, name), int(year)), given)
    assert found.rules_year == int(year)
    assert (np.diff(found.earnings) > 0).all()
    every = found.taxes | found.cash | found.coverage
    assert all((values >= 0).all() for name, values in every.items() if name != "state_income_tax")
    assert found.cash["child_care_subsidy"].any() == (key.young > 0)


def test_a_rent_that_nobody_pays_does_not_make_a_table_that_no_machine_holds():
    given = Circumstances(rent=1.2e8)
    found = net_slice(parts_for(HouseholdType(1), given, lambda name: part_of(2026, "NY", name), 2026), given)
    assert found.earnings[-1] == found.top + 4_000_000.0
    assert found.cash["housing"][-1] > 0.0
