"""The payroll tax of the federal government and a state's own, which the table of taxes has as one."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array, payroll
from mobcalc.schema import Assumption, Economy

PAYROLL, STATE_PAYROLL = "payroll_tax", "state_payroll_tax"
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

    def of_state(self, wages: Array, both: Callable[[Array], Array]) -> Array:
        """A state's own part, such as for paid leave, of what the table has for both governments.

        Args:
            wages: of a household [USD/year].
            both: what the table has on wages [USD/year], of the same shape.
        """
        # Above that there is a further federal tax, of employees alone.
        lower = np.minimum(wages, EMPLOYEES_ALONE)
        more = both(lower) - self.on(lower)
        return np.where(more > NOISE * lower, more, 0.0)


def payroll_tax(economy: Economy[Assumption, Assumption]) -> PayrollTax:
    """The rates of the year of the rules, or the nearest before it, in that year's dollars."""
    rates = economy.social_security_rate.value, economy.medicare_rate.value
    maximum, year = economy.social_security_maximum.value, economy.rules_year
    assert isinstance(maximum, dict)
    known = max((one for one in maximum if one <= year), default=min(maximum))
    social_security, medicare = (np.array([[rate]], dtype=np.float64) for rate in rates)
    return PayrollTax(social_security, medicare, np.array([[maximum[known]]]))
