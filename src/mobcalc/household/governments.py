"""Which government a tax is paid to and a benefit paid by, and what either has of a household's earnings.

Health coverage is not among these: what it costs is shared between federal and state governments, by rules that differ
from state to state, and its worth in the table is an average of those who have it.
"""

from collections.abc import Mapping

import numpy as np

from mobcalc.household import public_budgets
from mobcalc.household.earnings_schedule import looked_up
from mobcalc.household.payroll_taxes import PAYROLL, STATE_PAYROLL, PayrollTax
from mobcalc.household_types import NetSlice
from mobcalc.model import Array

FEDERAL, STATE = "federal", "state"
PLAN_PRICE = "health_plan"
GOVERNMENTS = {
    **{name: FEDERAL for name in public_budgets.FEDERAL if name != PLAN_PRICE},
    **dict.fromkeys(public_budgets.STATE, STATE),
}
"""Who has a tax and who pays a benefit.

Federal grants for TANF and child care are of a fixed size, so what one family no longer draws stays with the state. A
health plan of one's own is paid to an insurer, with a tax credit, and is neither's here.
"""


def gains(table: NetSlice, household: Array, tax: PayrollTax) -> dict[str, Array]:
    """What each tax and benefit adds to a household's earnings, below 0 for taxes that are paid.

    The payroll tax is parted into the federal one and a state's own, such as for paid leave.

    Args:
        table: taxes and benefits of the household.
        household: its earnings [USD of the rules/year] (rows, 1).
        tax: the federal payroll tax.

    Returns:
        By component [USD of the rules/year] (rows, 1); with the earnings and less what care costs they make net
        resources.
    """
    found = {name: -_at(table, amount, household) for name, amount in table.taxes.items()}
    found |= {name: _at(table, amount, household) for name, amount in table.cash.items()}
    found[PLAN_PRICE] = found[PLAN_PRICE] - _at(table, table.plan, household)
    own = tax.of_state(household, lambda wages: _at(table, table.taxes[PAYROLL], wages))
    return found | {PAYROLL: found[PAYROLL] + own, STATE_PAYROLL: -own}


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
