"""What training costs the person, year by year, loans for it, and employer-paid benefits."""

import numpy as np

from mobcalc.model import Array


def spread(total: Array, fraction: Array, length: Array) -> Array:
    """A sum of money spread evenly over the time in training.

    Args:
        total: the whole amount [USD] (rows, 1).
        fraction: part of each year in training [share] (rows, years).
        length: years that training takes [years] (rows, 1).

    Returns:
        Amounts [USD/year] (rows, years).
    """
    return total * fraction / length


def fringe(earnings: Array, rate: Array) -> Array:
    """Employer-paid benefits that come with earnings; never part of them.

    Args:
        earnings: earnings [USD/year] (rows, years).
        rate: benefits as a share of earnings [share] (rows, 1).

    Returns:
        Benefits [USD/year] (rows, years).
    """
    return earnings * rate


def loan_balance(drawn: Array, rate: Array, end: Array) -> Array:
    """What is owed at the end of training on a loan that is drawn evenly until then.

    Interest runs from the day each dollar is drawn.

    Args:
        drawn: amount drawn in a year [USD/year] (rows, 1).
        rate: real interest rate [share/year] (rows, 1).
        end: time from the start to the end of training [years] (rows, 1).

    Returns:
        Balances [USD] (rows, 1).
    """
    force = np.log1p(rate)
    # Without interest both forms below are 0 / 0, so their limits stand in.
    years_of_drawing: Array = np.where(force > 0.0, np.expm1(force * end) / np.where(force > 0.0, force, 1.0), end)
    return drawn * years_of_drawing


def yearly_repayment(balance: Array, rate: Array, term: Array) -> Array:
    """What is repaid in a year, in equal parts spread evenly over the term.

    Args:
        balance: what is owed at the beginning [USD] (rows, 1).
        rate: real interest rate [share/year] (rows, 1).
        term: years of repayment, above 0 [years] (rows, 1).

    Returns:
        Repayments [USD/year] (rows, 1).
    """
    force = np.log1p(rate)
    part: Array = np.where(force > 0.0, force, 1.0) / np.where(force > 0.0, -np.expm1(-force * term), term)
    return balance * part


def repayments(yearly: Array, begin: Array, term: Array, year: Array) -> Array:
    """Repayments in each year.

    Args:
        yearly: what is repaid in a whole year [USD/year] (rows, 1).
        begin: time from the start to the first repayment [years] (rows, 1).
        term: years of repayment [years] (rows, 1).
        year: year numbers (years,).

    Returns:
        Amounts [USD/year] (rows, years).
    """
    paid: Array = yearly * np.clip(np.minimum(begin + term, year + 1.0) - np.maximum(begin, year), 0.0, None)
    return paid
