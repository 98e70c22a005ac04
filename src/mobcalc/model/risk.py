"""One life instead of the average: luck in pay, spells without work, leaving training or an occupation, and death.

Luck comes in as standard normal or uniform random numbers, so that these equations draw nothing themselves. On
average over it every one of them gives back what the projection has.

Lives are many and years few, so arrays of lives are best kept year by year in memory (Fortran order): each step then
goes along whole columns. Results have the order of what comes in.
"""

import numpy as np
from numpy.typing import NDArray

from mobcalc.model import Array, onto

NO_TIME = 1e-300
"""A part of a year that is none."""


def lasting_luck(normal: Array, spread: Array) -> Array:
    """What lasting luck multiplies earnings with: 1 on average, whatever the spread.

    Args:
        normal: standard normal numbers (rows, 1).
        spread: standard deviation of the logarithm of lasting pay [ratio] (1 or rows, 1).

    Returns:
        Factors, log-normal (rows, 1).
    """
    return np.exp(spread * normal - 0.5 * spread**2)


def correlated(first: Array, own: Array, correlation: Array) -> Array:
    """Standard normal numbers that are partly others.

    Args:
        first: standard normal numbers (rows, 1).
        own: standard normal numbers that have nothing to do with them (rows, 1).
        correlation: of the result with `first` [share] (1 or rows, 1).

    Returns:
        Standard normal numbers (rows, 1).
    """
    mixed: Array = correlation * first + np.sqrt(1.0 - correlation**2) * own
    return mixed


def gap_kept(luck: Array, stayed: Array, kept_outside: Array) -> Array:
    """What is left of a gain in an occupation in each year of one life, over what is left of it on average.

    Args:
        luck: uniform numbers from 0 to 1; the higher, the sooner somebody leaves the occupation (rows, 1).
        stayed: part of those who finished that is still in it, falling or level [share] (rows, years).
        kept_outside: what those keep who left [share] (rows, 1).

    Returns:
        Ratios; their mean is 1 (rows, years).
    """
    average = kept_outside + (1.0 - kept_outside) * stayed
    left: Array = np.where(luck < stayed, 1.0, kept_outside)
    # Where nobody keeps anything there is no gap left to divide.
    ratio: Array = np.divide(left, average, out=np.ones_like(left), where=average > 0.0)
    return ratio


def is_alive(survival: Array, luck: Array) -> Array:
    """1 in the years that one life reaches, then 0.

    Args:
        survival: the chance to reach each year, falling or level [share] (1 or rows, years).
        luck: uniform numbers from 0 to 1; the higher, the sooner the end (rows, 1).

    Returns:
        Zeros and ones; their mean is `survival` (rows, years).
    """
    return np.less(luck, survival, order="F").astype(np.float64)


def with_spells(earnings: Array, luck: Array, employed: Array, length: Array) -> Array:
    """Earnings with spells without work, in place of earnings that have unemployment averaged in.

    A year has a spell or none; how likely one is follows from its length, so that over all years the part in work is
    `employed`.

    Args:
        earnings: with unemployment averaged in [USD/year] (rows, years).
        luck: uniform numbers from 0 to 1, one for each year; low ones bring a spell (rows, years).
        employed: part of the time in work on average; with none there are no earnings [share] (1 or rows, 1).
        length: how long a spell lasts; never shorter than the time out of work on average [years] (1 or rows, 1).

    Returns:
        Earnings [USD/year] (rows, years).
    """
    out_of_work = 1.0 - employed
    # To be out of work for no time at all has no chance, but must not be divided by.
    lasts = np.maximum(length, NO_TIME)
    # As a rule no spell is too short, and lengths stay as few as they are.
    if lasts.min() < out_of_work.max():
        lasts = np.maximum(lasts, out_of_work, order="F")
    most = np.divide(1.0, employed, out=np.zeros_like(employed), where=employed > 0.0)
    # Arithmetic on all years takes less time than to find those with a spell, and on numbers less than on truths.
    since = np.less(luck, out_of_work / lasts, order="F").astype(np.float64)
    since = onto(np.multiply, since, lasts)
    since = onto(np.multiply, np.subtract(1.0, since, out=since), most)
    return onto(np.multiply, since, earnings)


def percentiles(draws: Array, shares: Array) -> Array:
    """The values below which shares of the draws lie, with straight lines between neighbouring draws.

    Args:
        draws: values in any order (rows, n).
        shares: from 0 to 1 (1, k).

    Returns:
        Values (rows, k). The same as numpy.quantile, which imports masked arrays first and takes ten times as long.
    """
    place = shares[0] * (draws.shape[1] - 1)
    below = np.floor(place).astype(np.intp)
    above = np.minimum(below + 1, draws.shape[1] - 1)
    ordered = np.partition(draws, sorted({*below.tolist(), *above.tolist()}), axis=1)
    low = ordered[:, below]
    values: Array = low + (place - below) * (ordered[:, above] - low)
    return values


def weighted_percentiles(draws: Array, weights: Array, shares: Array) -> Array:
    """The values below which shares of the weight lie, with straight lines between the middles of neighbouring draws.

    Args:
        draws: values in any order, in less time where some neighbours rise (rows, n).
        weights: of each draw, above 0 in sum (rows, n).
        shares: from 0 to 1 (1, k).

    Returns:
        Values (rows, k).
    """
    order = np.argsort(draws, axis=1, kind="stable")
    values, weighed = np.take_along_axis(draws, order, axis=1), np.take_along_axis(weights, order, axis=1)
    below = np.cumsum(weighed, axis=1) - 0.5 * weighed
    whole = weighed.sum(axis=1)
    known = weighed > 0.0
    if known.all():
        return np.array([np.interp(shares[0] * all_of, *of) for all_of, *of in zip(whole, below, values, strict=True)])
    return np.array(
        [np.interp(shares[0] * whole[row], below[row, of], values[row, of]) for row, of in enumerate(known)]
    )


def years_stayed(luck: Array, still_in: Array) -> Array:
    """At the end of how many years of training somebody is still in it.

    Args:
        luck: uniform numbers from 0 to 1; the higher, the sooner somebody leaves (rows, 1).
        still_in: starters still in at the end of each year of training, the last of them those who finish [share]
            (1 or rows, exits).

    Returns:
        Numbers of years; all of them for somebody who finishes (rows, 1).
    """
    stayed: Array = np.sum(np.less(luck, still_in, order="F"), axis=1, keepdims=True, dtype=np.float64)
    return stayed


def standard_error(draws: Array, starts: NDArray[np.intp]) -> Array:
    """How far the mean of draws may be off by chance.

    Args:
        draws: values, in groups of neighbours that have something in common (rows, n).
        starts: where each group begins, the first at 0 (groups,).

    Returns:
        Standard errors of the means, from how far the groups lie apart; not a number with one group only (rows, 1).
    """
    count, groups = draws.shape[1], len(starts)
    sizes = np.diff(np.append(starts, count))
    off = np.add.reduceat(draws, starts, axis=1) - sizes * draws.mean(axis=1, keepdims=True)
    freedom = groups / (groups - 1.0) if groups > 1 else np.nan
    error: Array = np.sqrt(freedom * np.sum(off**2, axis=1, keepdims=True)) / count
    return error
