"""Where earnings stand: against what a good job pays, and among workers of the same age."""

import numpy as np

from mobcalc.model import Array, rises, share
from mobcalc.model.earnings import PERCENTILES

QUINTILES = 5


def least_pay_of_a_good_job(age: Array, begins: Array, thresholds: Array, until: Array) -> Array:
    """What a job must pay at each age to count as good.

    Args:
        age: ages [years] (rows, years).
        begins: ages at which each threshold begins, rising (n,).
        thresholds: the thresholds [USD/year] (1 or rows, n).
        until: age at which the last one ends [years] (rows, 1).

    Returns:
        Amounts, infinite at ages for which there is none [USD/year] (rows, years).

    Source:
        Georgetown University Center on Education and the Workforce, The Future of Good Jobs (2024): 43,000 at ages 25
        to 44 and 55,000 at 45 to 64, in dollars of 2022.
    """
    step = np.searchsorted(begins, age, side="right") - 1
    wide = np.broadcast_to(thresholds, (len(age), thresholds.shape[1]))
    least = np.take_along_axis(wide, np.maximum(step, 0), axis=1)
    return np.where((step >= 0) & (age < until), least, np.inf)


def standing_among(earnings: Array, reference: Array) -> Array:
    """The share of workers who earn less.

    Straight lines in the logarithm of earnings between five percentiles of the workers; not below the 10th or above
    the 90th, where nothing is known.

    Args:
        earnings: earnings, above 0 [USD/year] (rows, 1).
        reference: p10, p25, p50, p75 and p90 of the workers, rising [USD/year] (1 or rows, 5).

    Returns:
        Shares from 0.10 to 0.90; not a number without earnings (rows, 1).
    """
    at_work = earnings > 0.0
    amount, points = np.log(np.where(at_work, earnings, 1.0)), np.log(reference)
    passed = share((amount - points[:, :-1]) / rises(points))
    standing = PERCENTILES[0] + (passed * rises(PERCENTILES)).sum(axis=1, keepdims=True)
    return np.where(at_work, standing, np.nan)


def quintile(standing: Array) -> Array:
    """The fifth of the workers that a standing lies in.

    Args:
        standing: share of workers who earn less (rows, 1).

    Returns:
        1 for the lowest fifth to 5 for the highest (rows, 1).
    """
    return np.minimum(np.floor(standing * QUINTILES) + 1.0, float(QUINTILES))


def first_age_met(met: Array, age: Array) -> Array:
    """The age in the first year in which a yardstick is met.

    Args:
        met: 1 where it is met in a year of work, otherwise 0 (rows, years).
        age: in whole years (rows, years).

    Returns:
        Not a number where it never is [years] (rows, 1).
    """
    first = np.min(np.where(met > 0.0, age, np.inf), axis=1, keepdims=True)
    ages: Array = np.where(np.isfinite(first), first, np.nan)
    return ages


def age_met_for_good(met: Array, working: Array, age: Array) -> Array:
    """The age from which a yardstick is met in every year of work.

    Args:
        met: 1 where it is met in a year of work, otherwise 0 (rows, years).
        working: 1 where a year belongs to the working life, otherwise 0 (rows, years).
        age: in whole years (rows, years).

    Returns:
        Not a number where it is missed in the last year of work [years] (rows, 1).
    """
    last_missed = np.max(np.where(working > met, age, -np.inf), axis=1, keepdims=True)
    return first_age_met(met * (age > last_missed), age)
