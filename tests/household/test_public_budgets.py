"""What a household has of one tax or benefit alone, and that it is parted as `governments` parts it."""

import numpy as np
import pytest

from mobcalc.household import governments, public_budgets
from mobcalc.household.payroll_taxes import STATE_PAYROLL, payroll_tax
from mobcalc.household_types import HouseholdType
from tests.slices import made_up, slice_of

PARENT = HouseholdType(1, 1, 0)


@pytest.fixture
def tax(assumptions):
    return payroll_tax(assumptions.economy)


@pytest.mark.parametrize("postal", ["CA", "NY", "WA", "VA"])
def test_both_have_a_states_own_payroll_tax_alike(postal, tax):
    table = slice_of(postal, PARENT)
    there = governments.gains(table, table.earnings[:, None], tax)
    for name in ("payroll_tax", STATE_PAYROLL, "snap", "eitc", "state_income_tax"):
        ours = public_budgets.gains_of(table, name, tax)
        assert ours == pytest.approx(there[name][:, 0], abs=0.01), name
    assert (public_budgets.gains_of(table, STATE_PAYROLL, tax) < 0.0).any() == (postal != "VA")


def test_a_states_part_by_hand(tax):
    # 7.65 percent is federal; a state takes 1 percent more.
    earnings = np.array([0.0, 50_000.0])
    table = made_up(earnings, {"payroll_tax": 0.0865 * earnings}, {}, {})
    assert public_budgets.gains_of(table, STATE_PAYROLL, tax).tolist() == pytest.approx([0.0, -500.0])
    assert public_budgets.gains_of(table, "payroll_tax", tax).tolist() == pytest.approx([0.0, -3_825.0])
