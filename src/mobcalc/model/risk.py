"""One life instead of the average: luck in earnings, spells without work, leaving training, and death.

Luck comes in as standard normal or uniform random numbers, so that these equations draw nothing themselves. On
average over it every one of them gives back what the projection has.

Lives are many and years few, so arrays of lives are best kept year by year in memory (Fortran order): each step then
goes along whole columns. Results have the order of what comes in.
"""

import numpy as np

from mobcalc.model import Array, onto


def random_walk(steps: Array) -> Array:
    """Lasting changes added up; the first year is where the person stands now, so it has none yet.

    Args:
        steps: standard normal numbers, one for each year (rows, years).

    Returns:
        Sums, 0 in the first year; after t years their variance is t (rows, years).
    """
    walk = steps.copy(order="K")
    walk[:, 0] = 0.0
    # Year by year takes less than half the time of cumsum.
    for year in range(1, walk.shape[1]):
        walk[:, year] += walk[:, year - 1]
    return walk


def earnings_luck(walk: Array, passing: Array, permanent: Array, transitory: Array, year: Array) -> Array:
    """What luck multiplies earnings with: 1 on average, whatever the spread.

    Log-normal: a lasting part, which is a random walk, and a part of each year alone. After t years the variance of its
    logarithm is t x permanent^2 + transitory^2.

    Args:
        walk: the sum of lasting changes so far, from `random_walk` (rows, years).
        passing: standard normal numbers, one for each year (rows, years).
        permanent: standard deviation of a year's lasting change in log earnings [ratio] (rows, 1).
        transitory: standard deviation of what passes with the year [ratio] (rows, 1).
        year: year numbers (years,).

    Returns:
        Factors (rows, years).

    Source:
        The process of Carroll and Samwick (1997), mean-preserving in each of its parts.
    """
    logarithm = walk * permanent
    logarithm += passing * transitory
    half_variance = np.multiply(0.5 * permanent**2, year, order="F")
    logarithm -= onto(np.add, half_variance, 0.5 * transitory**2)
    return np.exp(logarithm, out=logarithm)


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
    lasts = np.maximum(length, 1.0 - employed)
    chance = np.divide(1.0 - employed, lasts, out=np.zeros_like(lasts), where=lasts > 0.0)
    # Arithmetic on all years takes less time than to find those with a spell.
    since: Array = np.multiply(luck < chance, -lasts)
    since += 1.0
    since *= np.divide(1.0, employed, out=np.zeros_like(employed), where=employed > 0.0)
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
        draws: values in any order (rows, n).
        weights: of each draw, above 0 in sum (rows, n).
        shares: from 0 to 1 (1, k).

    Returns:
        Values (rows, k).
    """
    order = np.argsort(draws, axis=1)
    values, weighed = np.take_along_axis(draws, order, axis=1), np.take_along_axis(weights, order, axis=1)
    below = np.cumsum(weighed, axis=1) - 0.5 * weighed
    whole = weighed.sum(axis=1)
    known = weighed > 0.0
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


def standard_error(draws: Array, lives: int) -> Array:
    """How far the mean of draws may be off by chance.

    Args:
        draws: values, in groups that are drawn together (rows, n).
        lives: how many neighbours are such a group; 1 where each is drawn apart. The last may be smaller.

    Returns:
        Standard errors of the means, from how far the groups lie apart; not a number with one group only (rows, 1).
    """
    count = draws.shape[1]
    starts = np.arange(0, count, lives)
    sizes = np.minimum(lives, count - starts)
    off = np.add.reduceat(draws, starts, axis=1) - sizes * draws.mean(axis=1, keepdims=True)
    groups = len(starts)
    freedom = groups / (groups - 1.0) if groups > 1 else np.nan
    error: Array = np.sqrt(freedom * np.sum(off**2, axis=1, keepdims=True)) / count
    return error
