"""Help that is not counted, and work set against none, on taxes and benefits made by hand."""

import numpy as np
import pytest

from mobcalc.household.earnings_schedule import over_earnings
from mobcalc.household.rules_by_year import ASKED, WITHOUT_WORK
from mobcalc.household_types import HouseholdType
from mobcalc.questions.cliff_help import other_help, working_and_not
from tests.slices import made_up

POINTS = np.array([0.0, 20_000.0, 20_005.0, 40_000.0, 40_005.0, 250_000.0])
NOTHING = np.zeros(len(POINTS))
CASH = ("eitc", "ctc", "snap", "tanf", "ssi", "wic", "school_meals", "child_care_subsidy", "housing", "health_plan")
CARE = "child_care_subsidy"


def table(care=0.0, medicaid=0.0, taxed=0.1, **cash):
    """A tenth of earnings as tax, and benefits given at the points."""
    amounts = {name: np.asarray(cash.get(name, NOTHING), float) for name in CASH}
    taxes = {"federal_income_tax": POINTS * taxed, "state_income_tax": NOTHING, "payroll_tax": NOTHING}
    coverage = {"medicaid": medicaid + NOTHING, "chip": NOTHING, "premium_tax_credit": NOTHING}
    return made_up(POINTS, taxes, amounts, coverage, HouseholdType(1, 1), care=care)


HOME = over_earnings(table(care=9_000.0), 0.0, False)
KEPT = table(care=9_000.0, **{CARE: [6_000, 6_000, 6_000, 6_000, 0, 0]})
GIVEN = table(care=9_000.0, **{CARE: [6_000, 6_000, 0, 0, 0, 0]})


def test_help_with_care_is_given_and_kept_up_to_two_limits():
    (found,) = other_help(HOME, {WITHOUT_WORK: table(), CARE: KEPT, CARE + ASKED: GIVEN}, 10_000.0)
    assert (found.program, found.worth_now) == (CARE, 6_000)
    assert (found.asks_up_to, found.kept_up_to) == (20_000, 40_000)
    # 5 dollars more are earned, 50 cents of them taxed.
    assert found.most_lost_at == 40_000
    assert found.most_lost == pytest.approx(6_000 - 4.5)


def test_who_asks_too_late_gets_nothing():
    (found,) = other_help(HOME, {CARE: KEPT, CARE + ASKED: GIVEN}, 30_000.0)
    assert found.worth_now == pytest.approx(0.0)
    larger = KEPT._replace(cash=KEPT.cash | {CARE: np.array([9_000.0, 9_000, 3_000, 3_000, 0, 0])})
    (found,) = other_help(HOME, {CARE: larger, CARE + ASKED: GIVEN}, 10_000.0)
    assert (found.most_lost_at, found.kept_up_to) == (20_000, 40_000)
    # What lies below today's pay is lost already.
    (found,) = other_help(HOME, {CARE: larger, CARE + ASKED: GIVEN}, 30_000.0)
    assert found.most_lost_at == 40_000
    (found,) = other_help(HOME, {CARE: KEPT, CARE + ASKED: GIVEN}, None)
    assert found.worth_now is None


def test_help_that_nobody_of_the_kind_gets_is_left_out():
    assert other_help(HOME, {"tanf": table(care=9_000.0)}, 10_000.0) == []


def test_without_work_nobody_is_paid_for_care():
    ssi = [11_928, 1_000, 1_000, 0, 0, 0]
    without = table(snap=NOTHING + 3_000.0, ssi=ssi, medicaid=5_000.0)
    home = over_earnings(table(care=9_000.0, snap=NOTHING + 1_000.0, ssi=ssi, wic=NOTHING + 700.0), 0.0, False)
    at_home, at_work = working_and_not(home, without, 20_000.0)
    assert (at_home.earnings, at_home.child_care, at_home.taxes, at_home.has_medicaid) == (0, 0, 0, True)
    assert (at_home.snap, at_home.ssi, at_home.net_resources) == (3_000, 11_928, 14_928)
    assert (at_work.snap, at_work.ssi, at_work.other_benefits) == (1_000, 1_000, 700)
    assert (at_work.taxes, at_work.child_care, at_work.has_medicaid) == (2_000, 9_000, False)
    assert at_work.net_resources == 20_000 + 2_700 - 2_000 - 9_000


def test_a_partner_earns_in_both():
    home = over_earnings(table(care=9_000.0), 10_000.0, False)
    at_home, at_work = working_and_not(home, table(), 10_000.0)
    assert (at_home.earnings, at_home.taxes, at_home.net_resources) == (0, 1_000, 9_000)
    assert (at_work.taxes, at_work.net_resources) == (2_000, 20_000 - 2_000 - 9_000)
