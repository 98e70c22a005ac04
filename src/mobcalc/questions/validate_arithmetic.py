"""Cases that published inputs determine, or shipped numbers alone: no pathway is projected."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from mobcalc.model import Array, clock, discounting, impact, standing
from mobcalc.schema import Assumption, Records, leaves
from mobcalc.schema.validation import (
    Arithmetic,
    EffectSum,
    GoodJobs,
    Payments,
    Profile,
    ShippedNumbers,
    Stream,
    Variant,
)


class Computed(Struct, frozen=True):
    """A figure, and the amounts that it is made of by name, where it is made of any."""

    value: float
    parts: dict[str, float] = {}


def payments(given: Payments, _: Records) -> dict[str, Computed]:
    """The present value of each stream, and the differences asked for."""
    worth = {name: _present_value(stream) for name, stream in given.streams.items()}
    less = {
        name: Computed(worth[first] - worth[second], {first: worth[first], second: worth[second]})
        for name, (first, second) in given.less.items()
    }
    return {name: Computed(value) for name, value in worth.items()} | less


def _present_value(stream: Stream) -> float:
    year = clock.year_numbers(stream.years)
    amounts = stream.first * discounting.growth_factors(_column(stream.growth), year)
    return _sum(amounts, discounting.discount_factors(_column(stream.discount_rate), year, stream.timing))


def effect_sum(given: EffectSum, _: Records) -> dict[str, Computed]:
    """An effect path summed in each of the ways asked for."""
    return {name: _effect_in(given, variant) for name, variant in given.variants.items()}


def _effect_in(given: EffectSum, variant: Variant) -> Computed:
    year = clock.year_numbers(given.years)
    path = impact.effect_path(
        year,
        np.array(list(given.effects), dtype=np.float64),
        _row(list(given.effects.values())),
        _column(given.before_first),
        _column(variant.fade_out),
        None,
    )
    factors = discounting.discount_factors(_column(variant.discount_rate), year, given.timing)
    total = _sum(path, factors)
    if variant.share_after_year is None:
        return Computed(total * variant.kept)
    later = _sum(path, factors * (year >= variant.share_after_year))
    return Computed(later / total, {"present value": total, "present value after the year": later})


def profile(given: Profile, _: Records) -> dict[str, Computed]:
    """Earnings at each age of a polynomial profile, their sum and their present value at the first age."""
    first, last = given.ages
    year = clock.year_numbers(last - first + 1)
    decades = (first + year) / 10.0
    earnings = np.exp(sum(c * decades**power for power, c in enumerate(given.coefficients)))[None, :]
    by_age = {str(first + at): Computed(float(amount)) for at, amount in enumerate(earnings[0])}
    factors = discounting.discount_factors(_column(given.discount_rate), year, given.timing)
    return by_age | {
        "sum": Computed(_sum(earnings, np.ones_like(earnings))),
        "present value": Computed(_sum(earnings, factors)),
    }


def fractions(given: Arithmetic, _: Records) -> dict[str, Computed]:
    """Sums and ratios of published figures."""
    found = {}
    for name, fraction in given.results.items():
        of, over = (_signed_sum(names, given.figures) for names in (fraction.of, fraction.over))
        found[name] = Computed(of / over, {"of": of, "over": over}) if fraction.over else Computed(of)
    return found


def _signed_sum(names: Sequence[str], figures: dict[str, float]) -> float:
    return sum(-figures[name[1:]] if name.startswith("-") else figures[name] for name in names)


def good_jobs(given: GoodJobs, records: Records) -> dict[str, Computed]:
    """1 for workers whose pay is that of a good job, otherwise 0, in the dollars that the thresholds are given in."""
    jobs = records.people.good_jobs
    found = {}
    for name, (age, pay) in given.workers.items():
        least = standing.least_pay_of_a_good_job(
            _column(age), np.array(jobs.ages.value), _row(jobs.thresholds.value), _column(_number(jobs.until_age))
        ).item()
        found[name] = Computed(float(pay >= least), {"pay": pay, "least pay of a good job": least})
    return found


def shipped_numbers(given: ShippedNumbers, records: Records) -> dict[str, Computed]:
    """Shipped assumptions as they stand."""
    known = dict(leaves(records))
    return {name: Computed(_number(known[dotted])) for name, dotted in given.names.items()}


def _number(record: Assumption) -> float:
    assert isinstance(record.value, float)
    return record.value


def _sum(amounts: Array, weights: Array) -> float:
    return discounting.weighted_sum(amounts, weights).item()


def _column(value: float) -> Array:
    return np.array([[value]])


def _row(values: object) -> Array:
    return np.array([values], dtype=np.float64)
