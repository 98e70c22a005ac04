"""Where a gain changes sides along an assumption, many assumptions at once."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mobcalc.model import Array

POINTS = 17
"""Values at which a stretch is looked at; one that holds a change is 16 times as narrow the next time."""
ROUNDS = 4
"""Times that a stretch is looked at more closely: 16 ** 4 parts, then a straight line."""


def grid(low: Array, high: Array, through: Array | None = None) -> Array:
    """Rising values over each stretch, ends included.

    Args:
        low: where each stretch begins (n,).
        high: where it ends (n,).
        through: a value within each stretch that shall be among them (n,).

    Returns:
        (n, `POINTS`).
    """
    even = POINTS if through is None else POINTS - 1
    values = low[:, None] + (high - low)[:, None] * np.linspace(0.0, 1.0, even)
    # The sum may miss the end by rounding, and an end may be all that is allowed.
    values[:, -1] = high
    return values if through is None else np.sort(np.column_stack([values, through]), axis=1)


def nearest_change(values: Array, gains: Array, at: Array) -> tuple[Array, Array, Array]:
    """The stretch between two neighbouring values in which the gain changes sides, the one nearest to a value.

    A gain of nothing counts as one above it; where a gain is not known there is no change.

    Args:
        values: rising (n, values).
        gains: at these values, not a number where it is not known (n, values).
        at: the value that the change should be near to (n,).

    Returns:
        Both ends and the place between them where a straight line crosses zero; not a number without a change (n,).
    """
    before, after = gains[:, :-1], gains[:, 1:]
    changes = np.isfinite(before) & np.isfinite(after) & ((before >= 0.0) != (after >= 0.0))
    part = np.divide(before, before - after, out=np.zeros_like(before), where=changes)
    crossings = values[:, :-1] + part * np.diff(values, axis=1)
    apart = np.where(changes, np.abs(crossings - at[:, None]), np.inf)
    rows, best = np.arange(len(values)), np.argmin(apart, axis=1)
    is_change = changes[rows, best]
    low, high, crossing = (np.where(is_change, a[rows, best], np.nan) for a in (values, values[:, 1:], crossings))
    return low, high, crossing


def switch_points(low: Array, high: Array, at: Array, gains_at: Callable[[NDArray[np.intp], Array], Array]) -> Array:
    """The value nearest to a value at which the gain changes sides, for each stretch.

    Args:
        low: where each stretch begins (n,).
        high: where it ends (n,).
        at: a value within it (n,).
        gains_at: gains of some stretches, by their numbers (m,), at values of each (m, values); not a number where a
            gain is not known.

    Returns:
        Values (n,), not a number where the gain keeps its side.
    """
    switches, rows = np.full(len(low), np.nan), np.arange(len(low))
    for closer in range(1 + ROUNDS):
        if not len(rows):
            break
        values = grid(low, high, None if closer else at)
        low, high, crossing = nearest_change(values, gains_at(rows, values), at)
        crosses = np.isfinite(crossing)
        rows, low, high, at = rows[crosses], low[crosses], high[crosses], at[crosses]
        switches[rows] = crossing[crosses]
    return switches
