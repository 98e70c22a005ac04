"""Which government has a household's taxes and pays its benefits."""

import numpy as np
import pytest

from mobcalc.household import governments
from mobcalc.household.circumstances import COMPONENTS
from mobcalc.household.payroll_taxes import STATE_PAYROLL, payroll_tax
from mobcalc.household_types import HouseholdType
from tests.slices import made_up, slice_of

PARENT = HouseholdType(1, 1, 0)


@pytest.fixture
def tax(assumptions):
    return payroll_tax(assumptions.economy)


def test_every_tax_and_benefit_is_somebodys():
    counted = {*COMPONENTS["taxes"], *COMPONENTS["cash"], STATE_PAYROLL}
    assert counted - {governments.PLAN_PRICE} == set(governments.GOVERNMENTS)


def test_the_employers_tax_by_hand(tax):
    # 2026: 6.2 percent of at most 184,500 dollars, and 1.45 percent of all.
    wages = np.array([[30_000.0], [200_000.0]])
    assert tax.on(wages)[:, 0] == pytest.approx([2_295.0, 0.062 * 184_500.0 + 2_900.0])


def test_the_maximum_is_that_of_the_year_of_the_rules(assumptions):
    import msgspec

    economy = msgspec.structs.replace(assumptions.economy, rules_year=2025)
    assert payroll_tax(economy).maximum[0, 0] == 176_100.0


def test_gains_are_taxes_taken_off_and_benefits_added(tax):
    earnings = np.array([0.0, 100_000.0])
    taxes = {
        "federal_income_tax": 0.1 * earnings,
        "state_income_tax": 0.05 * earnings,
        "payroll_tax": 0.0765 * earnings,
    }
    table = made_up(earnings, taxes, {"snap": np.array([3_000.0, 1_000.0])}, {})
    found = governments.gains(table, np.array([[20_000.0], [50_000.0]]), tax)
    by_hand = {
        "federal_income_tax": [-2_000.0, -5_000.0],
        "state_income_tax": [-1_000.0, -2_500.0],
        "payroll_tax": [-1_530.0, -3_825.0],
        "state_payroll_tax": [0.0, 0.0],
        "snap": [2_600.0, 2_000.0],
        "health_plan": [0.0, 0.0],
    }
    assert {name: amount[:, 0].tolist() for name, amount in found.items()} == {
        name: pytest.approx(amount) for name, amount in by_hand.items()
    }
    changes = {name: amount[1:] - amount[:1] for name, amount in found.items()}
    assert governments.of_government(changes, "federal")[0, 0] == pytest.approx(3_000 + 2_295 + 600)
    assert governments.of_government(changes, "state")[0, 0] == pytest.approx(1_500.0)


# Disability insurance of California, 1.3 percent of wages in 2026; New York takes 0.432 percent for paid family leave.
OWN = {"VA": 0.0, "TX": 0.0, "CA": 0.013, "NY": 0.00432}


@pytest.mark.parametrize("postal", OWN)
def test_a_states_own_payroll_tax_is_told_apart(postal, tax):
    pay = np.array([[30_000.0]])
    found = governments.gains(slice_of(postal, PARENT), pay, tax)
    own = -found["state_payroll_tax"][0, 0]
    assert own == pytest.approx(OWN[postal] * 30_000.0, abs=35.0)
    assert (own > 0.0) == (OWN[postal] > 0.0)
    assert -found["payroll_tax"][0, 0] == pytest.approx(2_295.0, abs=2.0)


@pytest.mark.parametrize("postal", ["VA", "CA", "NY", "WA"])
def test_they_make_net_resources_with_the_earnings(postal, tax):
    table = slice_of(postal, PARENT, care=8_000.0)
    pay = np.array([[12_000.0], [31_000.0], [90_000.0]])
    found = governments.gains(table, pay, tax)
    whole = pay + np.sum([*found.values()], axis=0)
    taxes, cash = (sum(amounts.values()) for amounts in (table.taxes, table.cash))
    assert whole[:, 0] == pytest.approx(np.interp(pay[:, 0], table.earnings, table.earnings - taxes + cash), abs=0.01)
