"""Earnings by age, by standing in an occupation, and how a gap between two levels is counted."""

from itertools import pairwise

import numpy as np

from mobcalc.model import Array, onto
from mobcalc.units import FULL_TIME_WEEK, WEEKS_PER_YEAR

PERCENTILES = np.array([0.10, 0.25, 0.50, 0.75, 0.90])
"""The points of an occupation's wage distribution that BLS publishes."""


def interpolated(at: Array, points: Array, values: Array) -> Array:
    """Straight lines between points, flat outside them.

    Args:
        at: where to read off (rows, k).
        points: rising positions, the same for all rows (n,).
        values: values at the points (1 or rows, n).

    Returns:
        Values (rows, k).
    """
    if values.shape[0] == 1 and at.shape[0] == 1:
        read: Array = np.interp(at, points, values[0])
        return read
    return _along(at, points, values)


def _along(at: Array, points: Array, values: Array) -> Array:
    """Straight lines for many rows: every stretch adds its slope times what has been passed of it.

    To search for the stretch of each cell takes ten times as long.
    """
    lowest, highest = float(at.min()), float(at.max())
    slopes = np.diff(values, axis=1) / np.diff(points)
    rows: list[Array] = []
    level = values[:, :1]
    for stretch, (start, stop) in enumerate(pairwise(points.tolist())):
        slope = slopes[:, [stretch]]
        if stop <= lowest:
            level = level + slope * (stop - start)
        elif start < highest and slope.any():
            level = level - slope * start
            rows.append(onto(np.multiply, np.clip(at, start, stop), slope))
    if not rows:
        return np.array(np.broadcast_to(level, np.broadcast_shapes(level.shape, at.shape)))
    for part in [*rows[1:], level]:
        rows[0] = onto(np.add, rows[0], part)
    return rows[0]


def age_shape(age: Array, midpoints: Array, medians: Array, sizes: Array) -> Array:
    """Earnings at each age relative to the mean of ages 25 to 64.

    Args:
        age: ages [years] (rows, years).
        midpoints: middles of the age bands [years] (n,).
        medians: median earnings of the bands [USD/year] (1 or rows, n).
        sizes: people in the bands; the mean is weighted with them [people] (1 or rows, n).

    Returns:
        Ratios (rows, years).
    """
    prime = (midpoints >= 25) & (midpoints < 65)
    weights = sizes * prime
    mean = np.sum(medians * weights, axis=1, keepdims=True) / np.sum(weights, axis=1, keepdims=True)
    return interpolated(age, midpoints, medians / mean)


def polynomial_shape(age: Array, coefficients: Array, from_age: Array, to_age: Array) -> Array:
    """Earnings at each age relative to the mean of ages 25 to 64, from a polynomial in their logarithm.

    Args:
        age: ages [years] (rows, years).
        coefficients: of age / 10, lowest power first (1 or rows, n).
        from_age: below it the shape is flat [years] (rows, 1).
        to_age: above it the shape is flat; the polynomial would turn up again [years] (rows, 1).

    Returns:
        Ratios (rows, years).

    Source:
        Cocco, Gomes and Maenhout (2005); the form is theirs, the mean is taken in the middle of each year of age.
    """
    prime = np.arange(25.0, 65.0)[None, :] + 0.5
    mean = np.exp(_polynomial(prime, coefficients)).mean(axis=1, keepdims=True)
    shape: Array = np.exp(_polynomial(np.clip(age, from_age, to_age), coefficients)) / mean
    return shape


def _polynomial(age: Array, coefficients: Array) -> Array:
    """The polynomial in age / 10 (rows, ages)."""
    powers = range(coefficients.shape[1])
    total: Array = sum((coefficients[:, [k]] * (age / 10.0) ** k for k in powers), np.zeros((1, 1)))
    return total


def annual_from_weekly(weekly: Array, hours: Array) -> Array:
    """Full-time weekly earnings as a year's earnings at the person's own hours.

    Args:
        weekly: full-time weekly earnings [USD/week] (rows, 1).
        hours: the person's hours [hours/week] (rows, 1).

    Returns:
        Earnings [USD/year] (rows, 1).
    """
    return weekly * WEEKS_PER_YEAR * hours / FULL_TIME_WEEK


def annual_from_hourly(wage: Array, hours: Array) -> Array:
    """An hourly wage as a year's earnings.

    Args:
        wage: wage [USD/hour] (rows, 1).
        hours: hours worked [hours/week] (rows, 1).

    Returns:
        Earnings [USD/year] (rows, 1).
    """
    return wage * hours * WEEKS_PER_YEAR


def position(since: Array, points: Array, path: Array, shift: Array) -> Array:
    """Where a finisher stands in the occupation's wages.

    Args:
        since: time since finishing [years] (rows, years).
        points: times at which the path is given [years] (n,).
        path: standing at those times [share of workers who earn less] (1 or rows, n).
        shift: moves the whole path [share] (rows, 1).

    Returns:
        Standing [share] (rows, years).
    """
    return np.add(interpolated(since, points, path), shift, order="F")


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


def sex_mix(male_share: Array, ratio_men: Array, ratio_women: Array) -> Array:
    """Earnings of a group with this share of men relative to everybody's.

    Args:
        male_share: men among the group [share] (rows, 1).
        ratio_men: men's earnings over everybody's [ratio] (rows, 1).
        ratio_women: women's earnings over everybody's [ratio] (rows, 1).

    Returns:
        Ratios (rows, 1).
    """
    return ratio_men * male_share + ratio_women * (1.0 - male_share)


def employed_share(unemployment_rate: Array) -> Array:
    """The part of a year that somebody attached to the labour market is in work.

    Args:
        unemployment_rate: unemployed among the labour force [share] (rows, 1).

    Returns:
        Shares (rows, 1).
    """
    return 1.0 - unemployment_rate


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
