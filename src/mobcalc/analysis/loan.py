"""Borrowing for training and paying it back."""

from typing import NamedTuple

import numpy as np

from mobcalc.analysis.term import Term
from mobcalc.model import Array, costs


class Debt(NamedTuple):
    """What is `borrowed`, the `interest` on it [USD], and what is repaid `yearly` [USD/year], all (rows, 1).

    `repayments` are those of each year [USD/year] (rows, years).
    """

    borrowed: Array
    interest: Array
    yearly: Array
    repayments: Array


def repaid(own: Term, year: Array, end: Array) -> Debt:
    """The debt of somebody in training until `end` (rows, 1), paid back from then on.

    Nobody repays beyond the working life: a term that would is shortened to it.
    """
    if not own.drawn.any():
        nothing = np.zeros_like(own.drawn)
        return Debt(nothing, nothing, nothing, np.zeros((len(nothing), len(year))))
    left = own.horizon - end
    # Training up to the end of the working life has no loan; any term serves for repaying nothing.
    term = np.minimum(own.loan_term, np.where(left > 0.0, left, own.loan_term))
    yearly = costs.yearly_repayment(costs.loan_balance(own.drawn, own.loan_rate, end), own.loan_rate, term)
    borrowed = own.drawn * end
    in_a_year = yearly * np.minimum(term, 1.0)
    return Debt(borrowed, yearly * term - borrowed, in_a_year, costs.repayments(yearly, end, term, year))
