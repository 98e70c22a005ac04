"""Growth, discounting and sums over a life, all in real dollars."""

from typing import Literal

import numpy as np

from mobcalc.model import Array

OFFSETS = {"begin": 0.0, "mid": 0.5, "end": 1.0}
"""When within a year its money counts, in years from its beginning."""


def growth_factors(rate: Array, year: Array) -> Array:
    """How much higher real wages are in each year than in year 0.

    Args:
        rate: real wage growth [share/year] (rows, 1).
        year: year numbers (years,).

    Returns:
        Factors, 1 in year 0 (rows, years).
    """
    return (1.0 + rate) ** year


def discount_factors(rate: Array, year: Array, timing: Literal["begin", "mid", "end"] = "mid") -> Array:
    """What a dollar of each year is worth at the start age.

    Args:
        rate: real discount rate [share/year] (rows, 1).
        year: year numbers (years,).
        timing: when in the year the dollar counts.

    Returns:
        Factors (rows, years).

    Source:
        Published work differs in timing: the Policy Impacts library discounts WorkAdvance's first year by nothing
        (`begin`), others by a whole year (`end`).
    """
    return (1.0 + rate) ** -(year + OFFSETS[timing])


def weighted_sum(amounts: Array, weights: Array) -> Array:
    """The sum over years of amounts times weights.

    With survival as weights it is a lifetime total; with survival times discount factors a present value.

    Args:
        amounts: money of each year [USD/year] (rows, years).
        weights: weights of each year (rows, years).

    Returns:
        Sums [USD] (rows, 1).
    """
    total: Array = np.sum(amounts * weights, axis=1, keepdims=True)
    return total


def running_sum(amounts: Array, weights: Array) -> Array:
    """The weighted sum up to and including each year.

    Args:
        amounts: money of each year [USD/year] (rows, years).
        weights: weights of each year (rows, years).

    Returns:
        Sums [USD] (rows, years).
    """
    return np.cumsum(amounts * weights, axis=1)
