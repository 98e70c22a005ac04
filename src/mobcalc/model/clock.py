"""The one clock: which year is lived at which age, and how much of it is spent in training."""

import numpy as np

from mobcalc.model import Array


def year_numbers(horizon: int) -> Array:
    """Years 0, 1, ... of a projection.

    Args:
        horizon: how many years it covers.

    Returns:
        Year numbers (years,).
    """
    return np.arange(horizon, dtype=np.float64)


def ages(start_age: Array, year: Array) -> Array:
    """Age in the middle of each year.

    Args:
        start_age: age at the decision [years] (rows, 1).
        year: year numbers (years,).

    Returns:
        Ages [years] (rows, years).
    """
    return start_age + year + 0.5


def working(start_age: Array, retire_age: Array, year: Array) -> Array:
    """1 for years of working life, 0 for years that begin at or after the retirement age.

    Args:
        start_age: age at the decision [years] (rows, 1).
        retire_age: first age that is not worked [years] (rows, 1).
        year: year numbers (years,).

    Returns:
        Zeros and ones (rows, years).
    """
    return (start_age + year < retire_age).astype(np.float64)


def training_fraction(end: Array, year: Array) -> Array:
    """The part of each year that is spent in training.

    Args:
        end: time from the start to the end of training, by finishing or leaving [years] (rows, 1).
        year: year numbers (years,).

    Returns:
        Shares of a year (rows, years).
    """
    left = np.subtract(end, year, order="F")
    return np.minimum(np.maximum(left, 0.0, out=left), 1.0, out=left)


def years_since(end: Array, year: Array) -> Array:
    """Time from the end of training to the middle of each year, 0 before it.

    Args:
        end: time from the start to the end of training [years] (rows, 1).
        year: year numbers (years,).

    Returns:
        Times [years] (rows, years).
    """
    since = np.subtract(year + 0.5, end, order="F")
    return np.maximum(since, 0.0, out=since)


def first_full_year(end: Array) -> Array:
    """The first year with no training in it.

    Args:
        end: time from the start to the end of training [years], any shape.

    Returns:
        Year numbers of the same shape.
    """
    # A length such as 8000 / 2000 hours may miss a whole number by rounding.
    return np.ceil(end - 1e-9)
