"""Training: its length and pay, and when those leave who do not finish."""

import numpy as np

from mobcalc.model import Array, rises
from mobcalc.model.earnings import interpolated
from mobcalc.units import FULL_TIME_YEAR

NOBODY = 1e-300
"""A share of starters that is none."""


def term_length(term_hours: Array, paid_hours: Array) -> Array:
    """How long an apprenticeship takes.

    Args:
        term_hours: hours on the job that the term asks for [hours] (rows, 1).
        paid_hours: hours worked in a year [hours/year] (rows, 1).

    Returns:
        Lengths [years] (rows, 1).
    """
    return term_hours / paid_hours


def mean_wage_step(length: Array, year: Array, starts: Array, steps: Array, until: Array) -> Array:
    """The wage step paid on average during the training part of each year.

    Args:
        length: length of training [years] (rows, 1).
        year: year numbers (years,).
        starts: when each step starts, as a share of the term, the first 0 (n,).
        steps: pay as a share of the journeyworker wage (1 or rows, n).
        until: when the person's training ends, by finishing or leaving [years] (rows, 1).

    Returns:
        Shares of the journeyworker wage, 0 in years without training (rows, years).
    """
    # What the steps add up to by each share of the term; a year's mean is what it adds over how much of the term it is.
    points = np.concatenate((starts, [1.0]))
    sums = np.zeros((*steps.shape[:-1], len(points)))
    np.cumsum(rises(points) * steps, axis=-1, out=sums[..., 1:])
    bounds = np.minimum(np.concatenate((year, year[-1:] + 1.0)), until)
    passed = np.minimum(np.divide(bounds, length, order="F"), 1.0)
    added, parts = rises(interpolated(passed, points, sums)), rises(passed)
    mean: Array = np.divide(added, parts, out=np.zeros_like(added), where=parts > 0.0)
    return mean


def apprentice_earnings(step: Array, journeyworker: Array, paid_hours: Array) -> Array:
    """A full year's earnings of an apprentice.

    Args:
        step: pay as a share of the journeyworker wage (rows, years).
        journeyworker: a journeyworker's earnings for 2,080 hours [USD/year] (rows, years or 1).
        paid_hours: hours worked in a year; class hours are unpaid [hours/year] (rows, 1).

    Returns:
        Earnings [USD/year] (rows, years).
    """
    return journeyworker * (step * paid_hours / FULL_TIME_YEAR)


def share_still_in(completion: Array, elapsed: Array, front_loading: Array) -> Array:
    """The share of starters still in training after a share of the term.

    Args:
        completion: starters who finish [share] (rows, 1).
        elapsed: share of the term that has passed, 0 to 1 (rows, k).
        front_loading: how much sooner rather than later people leave [ratio] (rows, 1).

    Returns:
        Shares, 1 at the start and `completion` at the end (rows, k).
    """
    # Much faster than a power; where nobody finishes the logarithm is cut off far below anything that counts.
    still: Array = np.exp(_passed(elapsed, front_loading) * np.log(np.maximum(completion, NOBODY)))
    return still


def _passed(elapsed: Array, front_loading: Array) -> Array:
    """How much of all leaving lies behind after a share of the term (rows, k)."""
    passed: Array = (1.0 - np.exp(-front_loading * elapsed)) / (1.0 - np.exp(-front_loading))
    return passed


def exit_years(length: float) -> int:
    """How many years of training there are to leave in, the last perhaps a part of a year."""
    return max(1, int(np.ceil(length - 1e-9)))


def exit_times(length: Array, count: int) -> Array:
    """When those who leave in each year of training do so: in the middle of its training part.

    Args:
        length: length of training [years] (rows, 1).
        count: years of training, at least the longest length (exits).

    Returns:
        Times from the start [years] (rows, exits).
    """
    begin = np.minimum(np.arange(count, dtype=np.float64), length)
    return 0.5 * (begin + np.minimum(begin + 1.0, length))


def exit_shares(still_in: Array) -> Array:
    """The share of starters that leaves in each year of training.

    Args:
        still_in: starters still in at the end of each year (rows, exits).

    Returns:
        Shares (rows, exits).
    """
    before = np.concatenate((np.ones((*still_in.shape[:-1], 1)), still_in[..., :-1]), axis=-1)
    return before - still_in


def exit_chances(completion: Array, length: Array, front_loading: Array, count: int) -> Array:
    """Among those who leave, the share that leaves in each year of training.

    Args:
        completion: starters who finish [share] (rows, 1).
        length: length of training [years] (rows, 1).
        front_loading: how much sooner rather than later people leave [ratio] (rows, 1).
        count: years of training, at least the longest length (exits).

    Returns:
        Shares that sum to 1, also where nobody leaves (rows, exits).
    """
    bounds = np.minimum(np.arange(count + 1, dtype=np.float64), length) / length
    leaving = -rises(share_still_in(completion, bounds, front_loading))
    # Where (nearly) everybody finishes the shares are 0 / 0; their limit is the change in passed time alone.
    limit = rises(_passed(bounds, front_loading))
    shares = np.where(completion < 1.0 - 1e-9, leaving, limit)
    chances: Array = shares / shares.sum(axis=-1, keepdims=True)
    return chances
