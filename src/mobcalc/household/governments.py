"""Which government a tax is paid to and a benefit paid by, and what either has of a household's earnings.

Health coverage is not among these: what it costs is shared between federal and state governments, by rules that differ
from state to state, and its worth in the table is an average of those who have it.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from mobcalc.household import public_budgets
from mobcalc.household.earnings_schedule import looked_up
from mobcalc.household_types import NetSlice
from mobcalc.model import Array, payroll
from mobcalc.schema import Assumption, Economy

FEDERAL, STATE = "federal", "state"
PAYROLL, STATE_PAYROLL, PLAN_PRICE = "payroll_tax", "state_payroll_tax", "health_plan"
GOVERNMENTS = {
    **{name: FEDERAL for name in public_budgets.FEDERAL if name != PLAN_PRICE},
    **dict.fromkeys((*public_budgets.STATE, STATE_PAYROLL), STATE),
}
"""Who has a tax and who pays a benefit.

Federal grants for TANF and child care are of a fixed size, so what one family no longer draws stays with the state. A
health plan of one's own is paid to an insurer, with a tax credit, and is neither's here.
"""
NOISE = 0.001
"""A part of earnings by which the table's payroll tax may miss the federal one: the points of its lines are rounded."""


EMPLOYEES_ALONE = 200_000.0
"""Wages above which an employee pays a further Medicare tax, and the employer does not [USD/year]."""


class PayrollTax(NamedTuple):
    """Rates of social security and Medicare taxes [share], and the wages that the first are paid on [USD/year]."""

    social_security: Array
    medicare: Array
    maximum: Array

    def on(self, wages: Array) -> Array:
        """What an employer pays on wages [USD/year] (rows, years)."""
        return payroll.social_insurance(wages, *self)


def payroll_tax(economy: Economy[Assumption, Assumption]) -> PayrollTax:
    """The rates of the year of the rules, or the nearest before it, in that year's dollars."""
    rates = economy.social_security_rate.value, economy.medicare_rate.value
    maximum, year = economy.social_security_maximum.value, economy.rules_year
    assert isinstance(maximum, dict)
    known = max((one for one in maximum if one <= year), default=min(maximum))
    social_security, medicare = (np.array([[rate]], dtype=np.float64) for rate in rates)
    return PayrollTax(social_security, medicare, np.array([[maximum[known]]]))


def gains(table: NetSlice, household: Array, tax: PayrollTax) -> dict[str, Array]:
    """What each tax and benefit adds to a household's earnings, below 0 for taxes that are paid.

    The payroll tax is parted into the federal one and a state's own, such as for paid leave.

    Args:
        table: taxes and benefits of the household.
        household: its earnings [USD of the rules/year] (rows, 1).
        tax: the federal payroll tax.

    Returns:
        By component [USD of the rules/year] (rows, 1); with the earnings and less what care costs they make net
        resources, but for the payroll tax of the table, which misses that of the law by up to `NOISE`.
    """
    found = {name: -_at(table, amount, household) for name, amount in table.taxes.items()}
    found |= {name: _at(table, amount, household) for name, amount in table.cash.items()}
    found[PLAN_PRICE] = found[PLAN_PRICE] - _at(table, table.plan, household)
    # Above that there is a further federal tax, of employees alone.
    lower = np.minimum(household, EMPLOYEES_ALONE)
    by_law, by_table = tax.on(lower), _at(table, table.taxes[PAYROLL], lower)
    own = np.where(by_table - by_law > NOISE * lower, by_table - by_law, 0.0)
    # On the same pay a worker pays what the employer does, to the cent: the table's lines between points do not.
    return found | {PAYROLL: found[PAYROLL] + by_table - by_law, STATE_PAYROLL: -own}


def coverage(table: NetSlice, household: Array) -> dict[str, Array]:
    """What public health coverage of each program is worth [USD of the rules/year] (rows, 1)."""
    return {name: _at(table, amount, household) for name, amount in table.coverage.items()}


def _at(table: NetSlice, amount: Array, household: Array) -> Array:
    """A component at earnings (rows, 1)."""
    if not amount.any():
        return np.zeros_like(household)
    return looked_up(table, amount, household)


def of_government(changes: Mapping[str, Array], government: str) -> Array:
    """What a government has more, where households have more or less of its taxes and benefits.

    Args:
        changes: of what households have, by component [USD/year] (rows, 1).
        government: `FEDERAL` or `STATE`.
    """
    theirs = [amount for name, amount in changes.items() if GOVERNMENTS.get(name) == government]
    whole: Array = -np.sum(theirs, axis=0)
    return whole
