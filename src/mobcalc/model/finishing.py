"""How many finish each service of a program, where it is known how many finish all of them together."""

import numpy as np

from mobcalc.model import Array

CLOSE = 1e-15
"""How near to 0 and to 1 a share still has odds."""
REACH, ROUNDS = 60.0, 200
"""The largest logarithm of a factor of the odds that is tried, and how often the span is halved."""


def scaled(rates: Array, weights: Array, target: float) -> Array:
    """Shares that finish, the odds of each times the same factor, so that their mean is the target (1, services).

    Nobody finishes less than nothing or more than all, the order of the services stays, and a target that is the mean
    already changes nothing. Where no factor leads there, since some rates are 0 or 1, each is the target.

    Args:
        rates: the share that finishes each service now (1, services).
        weights: the part of people in each (1, services).
        target: the share that finishes in all.
    """
    parts = weights / weights.sum()
    if abs(float((parts * rates).sum()) - target) < CLOSE:
        return rates

    def by(log_factor: float) -> Array:
        """The shares with the odds times a factor."""
        better = rates * np.exp(log_factor)
        share: Array = better / (better + 1.0 - rates)
        return share

    low, high = -REACH, REACH
    for _ in range(ROUNDS):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if float((parts * by(middle)).sum()) < target else (low, middle)
    found = by(high)
    return found if abs(float((parts * found).sum()) - target) < 1e-9 else np.full_like(rates, target)
