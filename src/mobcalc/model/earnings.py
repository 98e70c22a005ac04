"""Earnings by age, by standing in an occupation, and how a gap between two levels is counted."""

from itertools import pairwise

import numpy as np

from mobcalc.model import Array, onto, rises
from mobcalc.units import WEEKS_PER_YEAR

PERCENTILES = np.array([0.10, 0.25, 0.50, 0.75, 0.90])
"""The points of an occupation's wage distribution that BLS publishes."""
SETTLED_AGE = 27.5
"""The middle of the first age band in which people are no longer often students or apprentices."""
HELD_YEARS = 2.0
"""How long after training somebody may be paid less than without it."""


def interpolated(at: Array, points: Array, values: Array) -> Array:
    """Straight lines between points, flat outside them.

    Args:
        at: where to read off (rows, k).
        points: rising positions, the same for all rows (n,).
        values: values at the points (1 or rows, n).

    Returns:
        Values (rows, k).
    """
    if values.size == len(points):
        # What lies year by year in memory is read off so, and stays so.
        by_year = at.flags.f_contiguous
        read: Array = np.interp(at.T if by_year else at, points, values.ravel())
        return read.T if by_year else read
    return _along(at, points, values)


def _along(at: Array, points: Array, values: Array) -> Array:
    """Straight lines for many rows: every stretch adds its slope times what has been passed of it.

    To search for the stretch of each cell takes ten times as long.
    """
    lowest, highest = float(at.min()), float(at.max())
    slopes = rises(values) / rises(points)
    rows: list[Array] = []
    level = values[..., :1]
    for stretch, (start, stop) in enumerate(pairwise(points.tolist())):
        slope = slopes[..., stretch : stretch + 1]
        if stop <= lowest:
            level = level + slope * (stop - start)
        elif start < highest and slope.any():
            level = level - slope * start
            rows.append(onto(np.multiply, np.minimum(np.maximum(at, start), stop), slope))
    if not rows:
        return np.array(np.broadcast_to(level, np.broadcast_shapes(level.shape, at.shape)))
    for part in [*rows[1:], level]:
        rows[0] = onto(np.add, rows[0], part)
    return rows[0]


def experience_age(age: Array, since: Array, begin: Array, age_weight: Array) -> Array:
    """The age at which pay by age is read off for somebody with a credential: between age and experience.

    Args:
        age: lived in each year [years] (rows, years).
        since: time since finishing [years] (rows, years).
        begin: age at which people with the credential are taken to begin [years] (rows, 1).
        age_weight: of age beside experience [share] (rows, 1).

    Returns:
        Ages, never above the person's own where that is above 27.5 [years] (rows, years).
    """
    between = onto(np.multiply, begin + since, 1.0 - age_weight)
    between = onto(np.add, between, age_weight * age)
    return onto(np.minimum, between, np.maximum(age, SETTLED_AGE))


def share_in_occupation(since: Array, rate: Array, years: Array, later: Array) -> Array:
    """The share of those who finished that is still in the occupation and has not left it for another.

    Args:
        since: time since finishing [years] (rows, years).
        rate: part of the workers that leaves for another occupation in a year [share/year] (rows, 1).
        years: how long that rate holds [years] (rows, 1).
        later: the rate after that over it [ratio] (rows, 1).

    Returns:
        Shares, 1 at first (rows, years).
    """
    left: Array = rate * (np.minimum(since, years) + later * np.maximum(since - years, 0.0))
    return np.exp(-left)


def gap_floored(gap: Array, since: Array) -> Array:
    """A gap in earnings of which nobody keeps a loss for long.

    Nobody is held in work that pays less than what they left: from two years after training on, a loss counts as none.

    Args:
        gap: that counts, and that nothing else refers to; it is overwritten [USD/year] (rows, years).
        since: time since training [years] (rows, years).

    Returns:
        Gaps [USD/year] (rows, years).
    """
    return onto(np.maximum, gap, np.where(since >= HELD_YEARS, 0.0, -np.inf))


def share_at_own_hours(share: Array, hours: Array, of_workers: Array) -> Array:
    """What is earned on average over a year in work at one's own hours, part-time work in `share` not counted twice.

    Pay at own hours falls only once they are below those that people of the group work on average.

    Args:
        share: average earnings over those of full-time, year-round workers [share] (rows, years).
        hours: own hours over full time [share] (rows, 1).
        of_workers: hours of all workers over those of full-time, year-round workers [share] (rows, 1).

    Returns:
        Share of earnings at own hours (rows, years), 1 at most.
    """
    made_up = 1.0 / np.maximum(np.minimum(hours, 1.0), of_workers)
    at_own = np.multiply(share, made_up, order="F")
    return np.minimum(at_own, 1.0, out=at_own)


def annual_from_hourly(wage: Array, hours: Array) -> Array:
    """An hourly wage as a year's earnings.

    Args:
        wage: wage [USD/hour] (rows, 1).
        hours: hours worked [hours/week] (rows, 1).

    Returns:
        Earnings [USD/year] (rows, 1).
    """
    return wage * hours * WEEKS_PER_YEAR


def wage_at(standing: Array, percentiles: Array) -> Array:
    """Earnings at a standing in the occupation's wages.

    Straight lines in the logarithm of earnings between the published percentiles; not above the 90th or below
    the 10th, where nothing is published.

    Args:
        standing: share of workers who earn less (rows, years).
        percentiles: earnings at p10, p25, p50, p75, p90 [USD/year] (1 or rows, 5).

    Returns:
        Earnings [USD/year] (rows, years).
    """
    logarithm = interpolated(standing, PERCENTILES, np.log(percentiles))
    return np.exp(logarithm, out=logarithm)


def counted_gap(gap: Array, causal_share: Array) -> Array:
    """The part of a gap in earnings that counts as the training's doing.

    People with a credential differ from others in more than the credential, so a positive gap is shrunk; a
    negative one is kept whole, so that shrinking never flatters a pathway.

    Args:
        gap: earnings less what the person would have earned otherwise [USD/year] (rows, years).
        causal_share: part of a positive gap to keep [share] (rows, 1).

    Returns:
        Counted gaps [USD/year] (rows, years).
    """
    # The smaller of the two is the shrunk gain, or the loss; half the time of choosing by the sign.
    return onto(np.minimum, gap * causal_share, gap)
