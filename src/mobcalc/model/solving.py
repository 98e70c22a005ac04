"""Reverse questions: between which values an answer changes from no to yes or back.

A question is put as a margin: 0 or more is a yes, less is a no, not a number is a value that is not possible.
"""

import numpy as np
from numpy.typing import NDArray

from mobcalc.model import Array


def brackets(values: Array, margins: Array) -> Array:
    """Neighbouring values between which the answer changes, in the order of the rows.

    A value that is not possible counts as a no, so that the last possible yes beside it is found as well.

    Args:
        values: what was tried, rising in each row (rows, n).
        margins: of each value (rows, n).

    Returns:
        The value before and the value after each change (changes, 2).
    """
    before = _changes(margins)
    return np.stack([values[:, :-1][before], values[:, 1:][before]], axis=1)


def is_jump(margins: Array) -> Array:
    """Whether each change found by `brackets` is a jump rather than a gradual crossing.

    It is one where a single step makes up more than half of what the margin moves over the whole row. The more values
    a row has, the surer that is: a line has the same step everywhere. Beside a value that is not possible there is
    no jump to speak of.

    Args:
        margins: of rising values with equal steps (rows, n).

    Returns:
        1 for a jump and 0 for none, in the order of `brackets` (changes, 1).
    """
    steps = np.abs(np.diff(margins, axis=1))
    whole = np.nansum(steps, axis=1, keepdims=True)
    found: Array = (steps > 0.5 * whole)[_changes(margins)].astype(np.float64)
    return found[:, None]


def sections(bounds: Array, count: int) -> Array:
    """Values that divide each pair of bounds into equal parts, the bounds themselves included.

    Args:
        bounds: lower and upper value (pairs, 2).
        count: how many parts.

    Returns:
        Values (pairs, count + 1).
    """
    low, high = bounds[:, :1], bounds[:, 1:]
    inside = low + (high - low) * np.arange(count)[None, :] / count
    # The upper bound exactly, which low + (high - low) need not be.
    return np.concatenate([inside, high], axis=1)


def _changes(margins: Array) -> NDArray[np.bool_]:
    """Whether the answer changes between each value and the next (rows, n - 1)."""
    found: NDArray[np.bool_] = np.diff(margins >= 0.0, axis=1)
    return found
