"""What the person is paid in work at every age without training, and what published pay is for a person like this."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from mobcalc.model import Array, earnings, onto, time_out
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import COUNTERFACTUAL, AgeShape, Earnings, Person
from mobcalc.units import FULL_TIME_WEEK, WEEKS_PER_YEAR

OfTime: TypeAlias = Callable[[Array], Array]
"""Yearly amounts (rows, years) as a function of a time [years], (rows, 1) or (rows, years)."""


def without_training(arrays: Arrays) -> str:
    """The id of the pathway whose earnings the person has without training."""
    return arrays.person.education or COUNTERFACTUAL


def at_least(arrays: Arrays, level: Array) -> Array:
    """A full year's earnings in work, not below the minimum wage at the person's hours (rows, years).

    Args:
        arrays: the assumptions.
        level: earnings that nothing else refers to; they are overwritten.
    """
    least = earnings.annual_from_hourly(arrays.economy.minimum_wage, arrays.person.weekly_hours)
    return onto(np.maximum, level, least)


def level_without_training(arrays: Arrays, part: Earnings[Array], age: Array, year: Array) -> Array:
    """Earnings in work without training at wages of today: from the person's own wage if it is known."""
    person = arrays.person
    path = published(arrays, part, age)((year + 0.5)[None, :])
    if person.wage is None:
        return path
    # A wage that is known is paid after the return, so the loss is in it already and is caught up from there.
    now = earnings.annual_from_hourly(person.wage, person.weekly_hours) / _pay_on_return(arrays)
    return now * path / published(arrays, part, person.start_age)(np.zeros((1, 1)))


def _pay_on_return(arrays: Arrays) -> Array | float:
    """Pay on the day of the return relative to what it would have been without years out (rows, 1)."""
    out, people = arrays.person.years_out, arrays.people
    if out is None:
        return 1.0
    return time_out.pay_after_return(np.zeros((1, 1)), out, people.return_loss, people.return_phase_in)


def typical_wage(arrays: Arrays) -> float:
    """What people of the person's age, sex and education are paid in work [USD/hour], in row 0."""
    part = arrays.pathways[without_training(arrays)].earnings
    assert part is not None
    yearly = published(arrays, part, arrays.person.start_age)(np.zeros((1, 1)))
    hours = arrays.person.weekly_hours * WEEKS_PER_YEAR
    return float(np.ravel(yearly / hours)[0])


def published(arrays: Arrays, part: Earnings[Array], age: Array) -> OfTime:
    """Published earnings in work at wages of today as a function of the time since training or since the start."""
    if part.weekly_median is not None:
        assert part.age_shape is not None
        full = earnings.annual_from_weekly(part.weekly_median, arrays.person.weekly_hours)
        by_age = full * shape_at(arrays, part.age_shape, age) * sex_ratio(arrays)
        return lambda _: by_age
    assert part.percentiles is not None
    wages = part.percentiles * trade_ratio(arrays) * arrays.person.weekly_hours / FULL_TIME_WEEK
    careers = arrays.careers

    def by_standing(since: Array) -> Array:
        """Earnings at the worker's standing in the occupation's wages."""
        standing = earnings.position(since, careers.position_years[0], careers.position, careers.position_shift)
        return earnings.wage_at(standing, wages)

    return by_standing


def shape_at(arrays: Arrays, name: str, age: Array) -> Array:
    """Earnings at each age relative to the mean of ages 25 to 64 (rows, years)."""
    people = arrays.people
    shape: AgeShape[Array] = people.age_shapes[name]
    if people.age_pattern == "cgm-2005" and shape.log_polynomial is not None:
        polynomial = people.log_polynomials[shape.log_polynomial]
        return earnings.polynomial_shape(age, polynomial.coefficients, polynomial.from_age, polynomial.to_age)
    return earnings.age_shape(age, shape.ages[0], shape.medians, shape.sample_sizes)


def sex_ratio(arrays: Arrays) -> Array | float:
    """Earnings of the person's sex over everybody's; 1 when the sex is not given."""
    ratios = {"male": arrays.people.earnings_ratio_men, "female": arrays.people.earnings_ratio_women}
    return ratios.get(arrays.person.sex or "", 1.0)


def trade_ratio(arrays: Arrays) -> Array | float:
    """What this person earns in an occupation relative to its published wages."""
    return arrays.people.trade_pay_ratio_women if arrays.person.sex == "female" else 1.0


def counterfactual_ratio(arrays: Arrays, male_share: Array) -> Array:
    """What a pathway's level is set against, relative to what this person earns without training (rows, 1).

    Published wages of an occupation are those of the men and women in it. Where the person's sex is not given, they
    are set against the same mix of men and women without training, never against everybody. Where the person's own
    wage or sex is known, they are set against what this person earns.
    """
    person: Person[Array, YearPoints] = arrays.person
    if person.sex is not None or person.wage is not None:
        return np.ones((1, 1))
    part = arrays.pathways[without_training(arrays)].earnings
    mix = _mix(arrays, male_share)
    # Earnings of the holders of a credential are those of its own men and women already.
    return mix if part is None or part.male_share is None else mix / _mix(arrays, part.male_share)


def _mix(arrays: Arrays, male_share: Array) -> Array:
    people = arrays.people
    return earnings.sex_mix(male_share, people.earnings_ratio_men, people.earnings_ratio_women)
