"""What a household keeps: taxes and benefits over earnings, looked up on lines between known points.

All money is yearly, in dollars of the year whose rules apply.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mobcalc.model import Array, rises

STEP = 5.0
"""Known points are multiples of this many dollars of earnings, so between two multiples there is one straight line."""
BLOCK = 1 << 14
"""So many earnings are looked up at a time, to stay in the processor's cache: half the time of all at once."""
LAST_STRETCH = 50_000.0
"""Above the last known point the line goes on with the slope over this many dollars below it."""


def net_resources(earnings: Array, benefits: Array, taxes: Array) -> Array:
    """Earnings and benefits less taxes.

    Args:
        earnings: earnings of the household [USD/year] (1, points).
        benefits: cash and near-cash benefits and refundable credits, one row each [USD/year] (benefits, points).
        taxes: taxes, positive where they are paid, one row each [USD/year] (taxes, points).

    Returns:
        Net resources [USD/year] (1, points).
    """
    total: Array = earnings + benefits.sum(axis=0, keepdims=True) - taxes.sum(axis=0, keepdims=True)
    return total


def marginal_rates(earnings: Array, net: Array) -> Array:
    """The share of a raise that is lost to taxes and to benefits that end, between each point and the next.

    Above 1 the raise leaves the household with less than before; below 0 it brings more than itself.

    Args:
        earnings: ascending earnings [USD/year] (1, points).
        net: net resources at those earnings [USD/year] (rows, points).

    Returns:
        1 - change in net resources / change in earnings [share] (rows, points - 1).
    """
    rates: Array = 1.0 - np.diff(net, axis=1) / np.diff(earnings, axis=1)
    return rates


def lines(points: Array, amounts: Array) -> Array:
    """The straight line from every point of an amount on.

    Args:
        points: ascending earnings, multiples of 5, the first 0 [USD/year] (points,).
        amounts: an amount at those earnings, such as net resources [USD/year] (1, points).

    Returns:
        Where each line would meet zero earnings [USD/year] and its slope, the last line for all that is above the last
        point (2, points).
    """
    last = points[-1]
    stretch = min(LAST_STRETCH, last)
    last_slope = (amounts[0, -1] - np.interp(last - stretch, points, amounts[0])) / stretch
    slopes = np.append(rises(amounts[0]) / rises(points), last_slope)
    return np.vstack([amounts[0] - slopes * points, slopes])


def line_of_steps(points: Array) -> NDArray[np.intp]:
    """Which line each step of 5 dollars is on, ready for looking up many earnings at once.

    Args:
        points: as for `lines` (points,).

    Returns:
        Numbers of lines, the last for all that is above the last point (steps + 1,).
    """
    # Every step between two points has their line, so its number is repeated and not looked up step by step.
    steps = np.append(np.rint(rises(points) / STEP), 1.0).astype(np.intp)
    return np.repeat(np.arange(len(points)), steps)


def amounts_at(earnings: Array, table: Array, line_of: NDArray[np.intp], out: Array | None = None) -> Array:
    """An amount at any earnings, on the lines made by `lines`.

    np.interp would search every cell's place among the points, at some twenty times the cost of drawing a random
    number; with steps of one width the place is a division.

    Args:
        earnings: earnings of the household [USD/year] (rows, years).
        table: lines (2, points).
        line_of: which of them each step is on, as made by `line_of_steps` (steps + 1,).
        out: where to put them; new memory if not given (rows, years).

    Returns:
        Amounts; above the last known point by the last slope, see `is_beyond` [USD/year] (rows, years).
    """
    if out is None:
        out = np.empty_like(earnings)
    # In the order of memory, so that nothing is moved that need not be.
    order: Literal["C", "F"] = "F" if earnings.flags.f_contiguous else "C"
    flat, into = earnings.ravel(order=order), out.reshape(-1, order=order)
    for start in range(0, len(flat), BLOCK):
        block, part = flat[start : start + BLOCK], into[start : start + BLOCK]
        line = line_of.take((block * (1.0 / STEP)).astype(np.intp), mode="clip")
        table[1].take(line, mode="clip", out=part)
        part *= block
        part += table[0].take(line)
    if not np.may_share_memory(into, out):
        out[:] = into.reshape(out.shape, order=order)
    return out


def is_beyond(earnings: Array, points: Array) -> Array:
    """Where earnings are above the last known point, so that an amount there is carried on by the last slope.

    Args:
        earnings: earnings of the household [USD/year] (rows, years).
        points: ascending earnings [USD/year] (points,).

    Returns:
        1 where they are above, 0 elsewhere (rows, years).
    """
    above: Array = (earnings > points[-1]).astype(np.float64)
    return above


def least_earnings(points: Array, kept: Array, needs: Array) -> Array:
    """The least earnings from which on a household always keeps what it needs.

    Where what is kept falls again at higher earnings, the least are those after the last fall below the needs. Above
    the last known point what is kept goes on with the slope of the last stretch.

    Args:
        points: ascending earnings of the household, the first 0 [USD/year] (points,).
        kept: what is kept of them [USD/year] (points,).
        needs: what has to be met [USD/year] (rows, years).

    Returns:
        [USD/year] (rows, years); 0 where the needs are met without earnings.
    """
    lowest_from = np.minimum.accumulate(kept[::-1])[::-1]
    place = np.searchsorted(lowest_from, needs, side="left")
    upper = np.clip(place, 1, len(points) - 1)
    rise = kept[upper] - kept[upper - 1]
    # Only where the line rises can it cross what is needed; elsewhere the value is not used.
    slope = np.where(rise > 0.0, rise, 1.0) / (points[upper] - points[upper - 1])
    inside = points[upper - 1] + (needs - kept[upper - 1]) / slope
    stretch = min(LAST_STRETCH, float(points[-1]))
    last_slope = (kept[-1] - np.interp(points[-1] - stretch, points, kept)) / stretch
    beyond = points[-1] + (needs - kept[-1]) / last_slope
    least: Array = np.where(place == 0, 0.0, np.where(place == len(points), beyond, inside))
    return least
