"""What a program is worth to those who pay for it: ratios of benefit and cost, the marginal value, payback.

All amounts are present values at the start, in which a cost counts in full.
"""

from math import erf, sqrt

import numpy as np

from mobcalc.model import Array


def benefit_cost_ratio(benefit: Array, cost: Array) -> Array:
    """Benefits over costs (rows, 1); not a number where there is no cost.

    Args:
        benefit: present value of what is gained [USD] (rows, 1).
        cost: present value of what is given up [USD] (rows, 1).
    """
    unknown = np.full(np.broadcast_shapes(benefit.shape, cost.shape), np.nan)
    ratio: Array = np.divide(benefit, cost, out=unknown, where=cost > 0.0)
    return ratio


def marginal_value(willingness: Array, net_cost: Array) -> Array:
    """The marginal value of public funds: what those served would pay over what governments pay in the end (rows, 1).

    Infinite where governments get their money back and those served gain; not a number where they get it back and those
    served lose.

    Args:
        willingness: what those served gain after taxes and benefits [USD] (rows, 1).
        net_cost: what governments spend less what comes back to them [USD] (rows, 1).

    Source:
        Policy Impacts, how the marginal value of public funds is calculated.
    """
    free = np.where(willingness > 0.0, np.inf, np.nan)
    value: Array = np.divide(willingness, net_cost, out=free, where=net_cost > 0.0)
    return value


def payback_year(cost: Array, back: Array) -> Array:
    """The first year, 1 for the first, by whose end a cost has come back (rows, 1); not a number where it never has.

    Args:
        cost: at the start [USD] (rows, 1).
        back: what comes back in each year, discounted [USD] (rows, years).
    """
    paid = np.cumsum(back, axis=1) >= cost
    first = np.argmax(paid, axis=1).astype(np.float64)[:, None] + 1.0
    year: Array = np.where(paid.any(axis=1, keepdims=True), first, np.nan)
    return year


def even_gain(cost: Array, weights: Array) -> Array:
    """The same gain in each of some years that is worth a cost [USD/year] (rows, 1).

    Args:
        cost: at the start [USD] (rows, 1).
        weights: what a dollar of each of these years is worth at the start (rows, years).
    """
    gain: Array = cost / weights.sum(axis=1, keepdims=True)
    return gain


def lasting(first: Array, years: Array, fade_out: Array, year: Array) -> Array:
    """A yearly change that lasts some years in full and then fades [USD/year] (rows, years).

    Args:
        first: while it lasts in full [USD/year] (rows, 1 or years).
        years: how long that is [years] (rows, 1).
        fade_out: part of it that is lost in each year after [share/year] (rows, 1).
        year: year numbers (years,).
    """
    full = np.clip(years - year, 0.0, 1.0)
    since = np.maximum(year + 0.5 - years, 0.0)
    left = np.where(fade_out < 1.0, (1.0 - np.minimum(fade_out, 1.0)) ** since, 0.0)
    change: Array = first * (full + (1.0 - full) * left)
    return change


def share_above(middle: Array, least: Array, spread: Array) -> Array:
    """The part of people whose pay is at least an amount, pay being log-normal around its middle [share] (rows, years).

    Args:
        middle: median pay [USD/year] (rows, years).
        least: the amount [USD/year] (rows, years).
        spread: standard deviation of the logarithm of pay [ratio] (rows, 1).
    """
    paid = np.maximum(middle, 1.0)
    place = (np.log(paid) - np.log(np.maximum(least, 1.0))) / np.maximum(spread, 1e-6)
    share: Array = 0.5 * (1.0 + np.vectorize(erf, otypes=[np.float64])(place / sqrt(2.0)))
    return share
