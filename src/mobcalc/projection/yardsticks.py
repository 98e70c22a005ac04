"""What a person's pay is held against: other workers of the same age, and what a good job pays."""

from typing import NamedTuple

import numpy as np
from msgspec import Struct

from mobcalc.model import Array, earnings, standing
from mobcalc.results.pathways import AGES
from mobcalc.sampling import Arrays

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


class Yardsticks(Struct, frozen=True):
    """`good_job` is what a good job pays at least [USD/year] (rows, years).

    For each of `AGES`: `is_age` is 1 in the year lived at that age (rows, years), `workers` the five percentiles of
    the earnings of workers then [USD/year] (rows, 5).
    """

    good_job: Array
    is_age: tuple[Array, ...]
    workers: tuple[Array, ...]


class Standing(NamedTuple):
    """`good_years` in a good job while alive (rows, 1); `percentiles` and `quintiles` at each of `AGES` (rows, ages).

    Not a number at an age without work.
    """

    good_years: Array
    percentiles: Array
    quintiles: Array


def yardsticks(arrays: Arrays, working: Array, age: Array, growth: Array) -> Yardsticks:
    """The yardsticks for one person's years (rows, years)."""
    good = arrays.people.good_jobs
    is_age = tuple((np.floor(age) == at) * working for at in AGES)
    # Wages of other workers grow too, so a standing among them does not rise with growth alone.
    grown = [np.sum(chosen * growth, axis=1, keepdims=True) for chosen in is_age]
    return Yardsticks(
        good_job=standing.least_pay_of_a_good_job(age, good.ages[0], good.thresholds, good.until_age),
        is_age=is_age,
        workers=tuple(_workers(arrays, at + 0.5) * by for at, by in zip(AGES, grown, strict=True)),
    )


def _workers(arrays: Arrays, age: float) -> Array:
    """Percentiles of the earnings of workers of an age today [USD/year] (rows, 5)."""
    workers, at = arrays.people.workers, np.array([[age]])
    columns = [earnings.interpolated(at, workers.ages[0], getattr(workers, name)) for name in PERCENTILES]
    return np.concatenate(np.broadcast_arrays(*columns), axis=1)


def standing_of(yards: Yardsticks, in_work: Array, at_work: Array, alive: Array) -> Standing:
    """Where pay in work stands, at the rate of a whole year where a part is spent out of work (all rows, years)."""
    in_work = np.divide(in_work, at_work, out=np.zeros_like(in_work), where=at_work > 0.0)
    good_years = ((in_work >= yards.good_job) * at_work * alive).sum(axis=1, keepdims=True)
    at_ages = []
    for is_age, workers in zip(yards.is_age, yards.workers, strict=True):
        pay = (is_age * in_work).sum(axis=1, keepdims=True)
        at_ages.append(standing.standing_among(pay, np.where(workers > 0.0, workers, 1.0 + np.arange(5))))
    percentiles = np.concatenate(at_ages, axis=1)
    return Standing(good_years, percentiles, standing.quintile(percentiles))
