"""Time out of work, and what pay is after a return."""

import numpy as np

from mobcalc.model import Array


def share_at_work(begin: Array, length: Array, year: Array) -> Array:
    """The part of each year that lies outside the spells out of work.

    Args:
        begin: when each spell begins, from the start age; spells do not overlap [years] (rows, spells).
        length: how long each lasts [years] (rows, spells).
        year: year numbers (years,).

    Returns:
        Shares of a year (rows, years).
    """
    start, stop = begin[..., None], (begin + length)[..., None]
    out: Array = np.clip(np.minimum(stop, year + 1.0) - np.maximum(start, year), 0.0, None).sum(axis=-2)
    return 1.0 - out


def pay_after_return(since: Array, out: Array, loss: Array, phase_in: Array) -> Array:
    """Pay after a spell out of work relative to what it would have been without.

    A year out costs `loss` of what is left, so that the loss stays below everything however long the spell; it is made
    up in a straight line over `phase_in`.

    Args:
        since: time since the return, below 0 before it [years] (rows, years).
        out: years the spell lasted [years] (rows, 1).
        loss: pay lost for each year out [share/year] (rows, 1).
        phase_in: years until pay has caught up; with 0 nothing is lost [years] (rows, 1).

    Returns:
        Ratios, 1 before the spell and once pay has caught up (rows, years).
    """
    remaining = 1.0 - np.divide(
        since, phase_in, out=np.ones(np.broadcast_shapes(since.shape, phase_in.shape)), where=phase_in > 0.0
    )
    lost = 1.0 - (1.0 - loss) ** out
    ratio: Array = 1.0 - lost * np.clip(remaining, 0.0, 1.0) * (since >= 0.0)
    return ratio
