"""Which level of government each tax, credit and benefit belongs to, and what a household has of one of them alone."""

from collections.abc import Mapping

import msgspec
import numpy as np

from mobcalc.household.payroll_taxes import PAYROLL, STATE_PAYROLL, PayrollTax
from mobcalc.household.taxes_and_benefits import Household, Span
from mobcalc.household_types import NetSlice
from mobcalc.model import Array, transfers

FEDERAL = (
    "federal_income_tax",
    PAYROLL,
    "eitc",
    "ctc",
    "health_plan",
    "snap",
    "wic",
    "school_meals",
    "ssi",
    "housing",
)
STATE = ("state_income_tax", "tanf", "child_care_subsidy", STATE_PAYROLL)
"""State credits are in the state's income tax. TANF and help with child care are block grants, of which the state keeps
what it does not spend."""
COVERAGE = ("medicaid", "chip", "premium_tax_credit", "other_coverage")
"""Public health coverage at what it is worth: shown beside the sums, since both levels pay for it."""
BUDGETS: Mapping[str, tuple[str, ...]] = {"federal": FEDERAL, "state": STATE, "local": ()}
COUNTED = (*FEDERAL, *STATE)
TAXES = ("federal_income_tax", PAYROLL, "state_income_tax", STATE_PAYROLL)
"""What is paid; all else is a credit or a benefit that is less."""
EARNINGS = np.array([[0.0], [1.0]])
"""The line of earnings themselves: where it begins, and its slope."""


def components(home: Household, tax: PayrollTax) -> list[str]:
    """The taxes, credits and benefits that a household has in some year at some earnings."""
    return [name for name in (*COUNTED, *COVERAGE) if any(gains_of(span.table, name, tax).any() for span in home.spans)]


def gains_of(table: NetSlice, name: str, tax: PayrollTax) -> Array:
    """What a tax, credit or benefit adds to a household, below 0 for a tax that is paid [USD/year] (points,).

    The table's payroll tax is parted into the federal one and a state's own, as in `governments`.

    Args:
        table: taxes and benefits of the household.
        name: which of them.
        tax: the federal payroll tax.
    """
    if name in (PAYROLL, STATE_PAYROLL):
        both = table.taxes[PAYROLL]
        own = tax.of_state(table.earnings, lambda wages: np.interp(wages, table.earnings, both))
        own = own.reshape(both.shape)
        return -own if name == STATE_PAYROLL else own - both
    if name in table.taxes:
        return -table.taxes[name]
    return table.cash[name] if name in table.cash else table.coverage.get(name, np.zeros_like(table.earnings))


def with_only(home: Household, name: str, tax: PayrollTax) -> Household:
    """The household as if there were no other tax, credit or benefit than one.

    What it keeps of earnings less the earnings is then what it has of that one.

    Args:
        home: the household.
        name: of the tax, credit or benefit.
        tax: the federal payroll tax.
    """
    return msgspec.structs.replace(
        home, spans=tuple(_alone(span, gains_of(span.table, name, tax)) for span in home.spans)
    )


def _alone(span: Span, gains_there: Array) -> Span:
    """Years in which a household has one tax, credit or benefit alone."""
    gains = transfers.lines(span.table.earnings, gains_there[None, :])
    # Earnings are a line of their own, from nothing with a slope of 1.
    return msgspec.structs.replace(span, taxes=np.zeros_like(gains), benefits=gains, net=gains + EARNINGS)
