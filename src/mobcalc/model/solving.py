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


def steadied(margins: Array, noise: float) -> Array:
    """Margins of rows whose ends differ in the answer, in which an answer that only flickers changes once.

    A margin counted in random draws may cross 0 back and forth while it passes it. Here each becomes the least of those
    from it to the end that is a yes, so that what counts as a yes is one from there to that end. A row in which this
    would take away more than the noise is left as it is: its changes are real.

    Args:
        margins: of rising values (rows, n).
        noise: by how much a margin may differ by chance, in its own unit.
    """
    first = np.fmin.accumulate(margins, axis=1)
    last = np.fmin.accumulate(margins[:, ::-1], axis=1)[:, ::-1]
    least = np.where(np.isnan(margins), np.nan, np.where(margins[:, :1] >= 0.0, first, last))
    taken = np.nanmax(margins - least, axis=1, keepdims=True)
    steady: Array = np.where(taken <= noise, least, margins)
    return steady


def is_jump(margins: Array, least: float = 0.0) -> Array:
    """Whether each change found by `brackets` is a jump rather than a gradual crossing.

    It is one where a single step makes up more than half of what the margin moves over the whole row. The more values
    a row has, the surer that is: a line has the same step everywhere. Beside a value that is not possible there is
    no jump to speak of.

    Args:
        margins: of rising values with equal steps (rows, n).
        least: no smaller step is a jump, in the unit of the margins.

    Returns:
        1 for a jump and 0 for none, in the order of `brackets` (changes, 1).
    """
    steps = np.abs(np.diff(margins, axis=1))
    whole = np.nansum(steps, axis=1, keepdims=True)
    jumps: Array = ((steps > 0.5 * whole) & (steps > least))[_changes(margins)].astype(np.float64)
    return jumps[:, None]


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


def reach(start: Array, values: Array, margins: Array, noise: float) -> Array:
    """The farthest value up to which a margin that starts from 0 stays within the noise, on straight lines between.

    Args:
        start: where the margin is 0 (rows, 1).
        values: on one side of it, from the nearest on (rows, n).
        margins: of each value; the first that is not possible ends the way (rows, n).
        noise: by how much a margin may differ from 0, in its own unit.

    Returns:
        A value for each row (rows, 1).
    """
    at, of = np.hstack([start, values]), np.hstack([np.zeros_like(start), margins])
    beyond = ~(np.abs(of) <= noise)
    end = at.shape[1] - 1
    after = np.where(beyond.any(axis=1, keepdims=True), beyond.argmax(axis=1, keepdims=True), end)
    before = np.where(np.take_along_axis(beyond, after, axis=1), after - 1, after)
    (near, far), (low, high) = ([np.take_along_axis(a, place, axis=1) for place in (before, after)] for a in (at, of))
    rise = high - low
    part = np.divide(np.copysign(noise, high) - low, rise, out=np.zeros_like(rise), where=rise != 0.0)
    furthest: Array = near + (far - near) * np.nan_to_num(part)
    return furthest


def _changes(margins: Array) -> NDArray[np.bool_]:
    """Whether the answer changes between each value and the next (rows, n - 1)."""
    changes: NDArray[np.bool_] = np.diff(margins >= 0.0, axis=1)
    return changes
