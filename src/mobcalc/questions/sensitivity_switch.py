"""Where a gain changes sides along an assumption, many assumptions at once."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.model import Array, solving

PARTS = 16
"""A stretch is looked at in so many parts; one that holds a change is as much narrower the next time."""
ROUNDS = 4
"""Times that a stretch is looked at more closely: 16 ** 4 parts, then a straight line."""


def switch_points(low: Array, high: Array, at: Array, gains_at: Callable[[NDArray[np.intp], Array], Array]) -> Array:
    """The value nearest to a value at which the gain changes sides, for each stretch.

    A gain of nothing counts as one above it; where a gain is not known there is no change.

    Args:
        low: where each stretch begins (n,).
        high: where it ends (n,).
        at: a value within it (n,).
        gains_at: gains of some stretches, by their numbers (m,), at values of each (m, values); not a number where a
            gain is not known.

    Returns:
        Values (n,), not a number where the gain keeps its side.
    """
    switches, stretches = np.full(len(low), np.nan), np.arange(len(low))
    bounds = np.column_stack([low, high])
    for closer in range(1 + ROUNDS):
        if not len(stretches):
            break
        values = solving.sections(bounds, PARTS)
        if not closer:
            values = np.sort(np.column_stack([values, at]), axis=1)
        nearest = _nearest_changes(values, gains_at(stretches, values), at)
        stretches, at, bounds = stretches[nearest.rows], at[nearest.rows], nearest.bounds
        switches[stretches] = nearest.crossings
    return switches


class _Changes(NamedTuple):
    """One change in each of some rows: between which values it lies (m, 2), and where a straight line crosses (m,)."""

    rows: NDArray[np.intp]
    bounds: Array
    crossings: Array


def _nearest_changes(values: Array, gains: Array, at: Array) -> _Changes:
    """Of the changes in each row the one that a straight line puts nearest to a value; none of rows without one."""
    numbers = np.broadcast_to(np.arange(len(values), dtype=np.float64)[:, None], values.shape)
    bounds, sides, of = (solving.brackets(each, gains) for each in (values, gains, numbers))
    is_known = np.isfinite(sides).all(axis=1)
    bounds, sides, rows = bounds[is_known], sides[is_known], of[is_known, 0].astype(np.intp)
    crossings = bounds[:, 0] + sides[:, 0] / (sides[:, 0] - sides[:, 1]) * (bounds[:, 1] - bounds[:, 0])
    order = np.lexsort((np.abs(crossings - at[rows]), rows))
    first = order[np.unique(rows[order], return_index=True)[1]]
    return _Changes(rows[first], bounds[first], crossings[first])
