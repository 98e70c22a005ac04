"""The chance to be alive."""

import numpy as np

from mobcalc.model import Array, share


def survival(survivors: Array, start_age: Array, elapsed: Array) -> Array:
    """The chance that somebody alive at the start age is alive some time later.

    Deaths within a year of age are spread evenly over it.

    Args:
        survivors: survivors at exact ages 0, 1, ... 100 of a life table [people] (1 or rows, 101).
        start_age: age at the decision [years] (rows, 1).
        elapsed: time since then [years] (years,).

    Returns:
        Chances [share] (rows, years).
    """
    return _survivors_at(survivors, start_age + elapsed) / _survivors_at(survivors, start_age)


def _survivors_at(survivors: Array, age: Array) -> Array:
    """Survivors at exact ages, by straight lines between the ages of the table."""
    last = survivors.shape[1] - 1
    whole = np.minimum(np.maximum(np.floor(age).astype(np.intp), 0), last - 1)
    row = np.arange(len(survivors))[:, None]
    below, above = survivors[row, whole], survivors[row, whole + 1]
    chances: Array = below + share(age - whole) * (above - below)
    return chances
