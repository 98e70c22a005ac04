"""What an apprentice costs an employer and brings, month by month."""

import numpy as np

from mobcalc.model import Array
from mobcalc.units import MONTHS_PER_YEAR


def between(passed: Array, first: Array, last: Array) -> Array:
    """An amount that goes from its first value to its last in a straight line over the term.

    Args:
        passed: share of the term that has passed, 0 to 1 (rows, months).
        first: at the start, in any unit (rows, 1).
        last: at the end, in the same (rows, 1).

    Returns:
        Amounts (rows, months).
    """
    amounts: Array = first + (last - first) * passed
    return amounts


def step_in_force(passed: Array, starts: Array, steps: Array) -> Array:
    """The wage step that is paid at some time in the term.

    Args:
        passed: share of the term that has passed, 0 to 1 (rows, months).
        starts: when each step starts, as a share of the term, the first 0 (n,).
        steps: pay as a share of the journeyworker wage (1 or rows, n).

    Returns:
        Shares of the journeyworker wage (rows, months).
    """
    place = np.searchsorted(starts, passed, side="right") - 1
    rows = max(len(place), len(steps))
    shape = rows, place.shape[1]
    paid: Array = np.take_along_axis(
        np.broadcast_to(steps, (rows, steps.shape[1])), np.broadcast_to(place, shape), axis=1
    )
    return paid


def still_there(since: Array, stay: Array) -> Array:
    """The share of those who were there at some time that still are.

    Args:
        since: time since then, below 0 before it [months] (rows, months).
        stay: share that is still there after a year [share] (rows, 1).

    Returns:
        Shares, 0 before that time (rows, months).
    """
    left: Array = np.where(since >= 0.0, stay ** (np.maximum(since, 0.0) / MONTHS_PER_YEAR), 0.0)
    return left


def return_on_cost(benefit: Array, cost: Array) -> Array:
    """What comes back above what is spent, as a part of it; 1 more is the ratio of benefit to cost.

    Args:
        benefit: all that comes back [USD] (rows, 1).
        cost: all that is spent, above 0 [USD] (rows, 1).

    Returns:
        (benefit - cost) / cost [ratio] (rows, 1).
    """
    return (benefit - cost) / cost


def break_even_month(net: Array) -> Array:
    """The month by whose end what came back has caught up with what was spent, for good.

    Args:
        net: what comes back less what is spent in each month [USD/month] (rows, months).

    Returns:
        Month, 1 for the first; not a number where that is never (rows, 1).
    """
    behind = np.cumsum(net, axis=1) < 0.0
    # The month after the last in which it was behind; the first where it never was.
    last = net.shape[1] - np.argmax(behind[:, ::-1], axis=1)
    month = np.where(behind.any(axis=1), last + 1.0, 1.0)
    found: Array = np.where(behind[:, -1], np.nan, month)[:, None]
    return found
