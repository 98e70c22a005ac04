"""The equations: arrays in, arrays out, axes (row, year). No files, no printing, no checks.

Values are checked once, when they are loaded. A row is a draw, a variation of one assumption, or a person. People in
draws have two axes of rows, (people, draws, years), so that what depends on one of them alone is computed once.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]


def onto(operation: np.ufunc, fresh: Array, other: Array) -> Array:
    """An operation on an array that nobody else has, in its own memory where the result fits there.

    Args:
        operation: of two arrays.
        fresh: overwritten if the result is of its shape.
        other: the second array, of one row or of as many as the first if it has more than one.
    """
    result: Array
    try:
        result = operation(fresh, other, out=fresh)
    except ValueError:  # The result is larger.
        result = operation(fresh, other, order="F")
    return result


def in_rows(amounts: Array, rows: tuple[int, ...]) -> Array:
    """Amounts with one axis of rows, those of people in draws draw by draw (1 or rows, columns).

    Args:
        amounts: of one row for all, or of any axes of rows (..., columns).
        rows: how many there are on each axis.
    """
    columns = amounts.shape[-1]
    if amounts.size == columns:
        return amounts.reshape(1, columns)
    return amounts if amounts.ndim == 2 else np.broadcast_to(amounts, (*rows, columns)).T.reshape(columns, -1).T


def rises(amounts: Array) -> Array:
    """What each column has more than the one before (rows, columns - 1); numpy.diff takes ten times as long."""
    return amounts[..., 1:] - amounts[..., :-1]


def distinct(amounts: Array) -> Array:
    """Each of some amounts once, rising (columns,); numpy.unique would import numpy.ma first, which takes 5 ms."""
    ordered = np.sort(amounts, axis=None)
    return np.concatenate((ordered[:1], ordered[1:][rises(ordered) > 0.0]))


def share(part: Array) -> Array:
    """A part as a share from 0 to 1, cut where it lies outside (rows, columns); less time than numpy.clip takes."""
    return np.minimum(np.maximum(part, 0.0), 1.0)
