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
    factors: Array = np.power(1.0 + rate, year, order="F")
    return factors


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
    factors: Array = np.power(1.0 + rate, -(year + OFFSETS[timing]), order="F")
    return factors


def weighted_sum(amounts: Array, weights: Array) -> Array:
    """The sum over years of amounts times weights.

    With survival as weights it is a lifetime total; with survival times discount factors a present value.

    Args:
        amounts: money of each year [USD/year] (rows, years).
        weights: weights of each year (rows, years).

    Returns:
        Sums [USD] (rows, 1).
    """
    total: Array = (amounts * weights).sum(axis=-1, keepdims=True)
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


def internal_rate(amounts: Array) -> Array:
    """The discount rate at which a stream of net gains is worth nothing, where there is exactly one.

    Only for a stream that begins with a loss: one that gains from the start has no rate of return, however good.
    Rates from -95 percent to +1,900 percent a year are searched.

    Args:
        amounts: net gain of each year [USD/year] (rows, years).

    Returns:
        Rates; not a number where there is none, or more than one [share/year] (rows, 1).
    """
    return np.array([[_only_rate(stream)] for stream in amounts])


def _only_rate(stream: Array) -> float:
    """The one rate of a single stream (years,)."""
    counting = stream[np.flatnonzero(stream)]
    if not len(counting) or counting[0] > 0.0:
        return float("nan")
    low, high, points = -3.0, 3.0, 241  # logarithms of 1 + rate
    for _ in range(7):
        force = np.linspace(low, high, points)
        worth = np.exp(-np.outer(force, np.arange(len(stream)))) @ stream
        changes = np.flatnonzero(np.diff(worth > 0.0))
        if len(changes) != 1:
            return float("nan")
        low, high, points = force[changes[0]], force[changes[0] + 1], 25
    return float(np.expm1(0.5 * (low + high)))
