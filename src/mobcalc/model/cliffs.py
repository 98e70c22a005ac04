"""Where a rise in earnings leaves a household with less than before.

All money is yearly, in dollars of the year whose rules apply.
"""

import numpy as np

from mobcalc.model import Array


def falls(points: Array, amounts: Array) -> Array:
    """The stretches of earnings over which an amount falls all the way, each as long as it can be.

    Args:
        points: ascending earnings [USD/year] (points,).
        amounts: an amount at those earnings, such as net resources [USD/year] (1, points).

    Returns:
        The last earnings before each fall, the first after it, and what is lost between them [USD/year] (3, falls).
    """
    falling = np.diff(amounts[0]) < 0.0
    edges = np.diff(falling.astype(np.int8), prepend=0, append=0)
    begins, ends = np.flatnonzero(edges > 0), np.flatnonzero(edges < 0)
    each: Array = np.vstack([points[begins], points[ends], amounts[0, begins] - amounts[0, ends]])
    return each


def whole_again(points: Array, amounts: Array, stretches: Array) -> Array:
    """The least earnings after a stretch at which an amount is again the most that it was before and in it.

    Args:
        points: ascending earnings [USD/year] (points,).
        amounts: the amount at those earnings [USD/year] (1, points).
        stretches: the earnings before each stretch, which may rise and fall in it, and those after it [USD/year]
            (2, stretches).

    Returns:
        Earnings, on the line between two points; not a number where that is beyond the last point
        [USD/year] (1, stretches).
    """
    reached = [_reached(points, amounts[0], _most(points, amounts[0], pair), pair[1]) for pair in stretches.T]
    return np.array([reached], dtype=np.float64).reshape(1, -1)


def _most(points: Array, amount: Array, stretch: Array) -> float:
    """The most that an amount is from the beginning of a stretch to its end."""
    inside = amount[(points >= stretch[0]) & (points <= stretch[1])]
    return float(np.max(inside, initial=float(np.interp(stretch[0], points, amount))))


def _reached(points: Array, amount: Array, level: float, after: float) -> float:
    """The least earnings from `after` on at which an amount is at least a level."""
    if np.interp(after, points, amount) >= level:
        return after
    (high,) = np.nonzero((points > after) & (amount >= level))
    if not high.size:
        return np.nan
    upper = high[0]
    # Between the two points the amount rises to the level, so the line can be turned round.
    pair = slice(upper - 1, upper + 1)
    return float(np.interp(level, amount[pair], points[pair]))


def changes(points: Array, amounts: Array, stretches: Array) -> Array:
    """What becomes more or less over stretches of earnings.

    Args:
        points: ascending earnings [USD/year] (points,).
        amounts: amounts at those earnings, one row each [USD/year] (rows, points).
        stretches: the earnings before each stretch and those after it [USD/year] (2, stretches).

    Returns:
        Each amount after each stretch less what it was before [USD/year] (rows, stretches).
    """
    differences = [np.interp(stretches[1], points, row) - np.interp(stretches[0], points, row) for row in amounts]
    return np.array(differences, dtype=np.float64).reshape(len(amounts), stretches.shape[1])


def shortfall(points: Array, amounts: Array, earnings: Array) -> Array:
    """How far an amount at some earnings is below the most that it is at lower ones.

    Args:
        points: ascending earnings [USD/year] (points,).
        amounts: the amount at those earnings [USD/year] (1, points).
        earnings: earnings in question, at most the last point and rarely many [USD/year] (1, n).

    Returns:
        The shortfall, 0 where there is none, and the lowest earnings with that most, or the earnings themselves
        [USD/year] (2, n).
    """
    here = np.interp(earnings, points, amounts[0])
    # The place of the most among all points up to each one.
    most = np.maximum.accumulate(amounts[0])
    best = np.searchsorted(most, most, side="left")
    last = np.searchsorted(points, earnings[0], side="right") - 1
    gap = np.maximum(most[last] - here[0], 0.0)
    gap_and_best: Array = np.vstack([gap, np.where(gap > 0.0, points[best[last]], earnings[0])])
    return gap_and_best
