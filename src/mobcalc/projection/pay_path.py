"""What the person is paid in work at every age without training, and what published pay is for a person like this."""

from typing import Any

import numpy as np

from mobcalc.model import Array, earnings, onto, time_out
from mobcalc.sampling import Arrays
from mobcalc.schema import COUNTERFACTUAL, LOWEST_OF_MINIMUM, Earnings
from mobcalc.units import FULL_TIME_WEEK, FULL_TIME_YEAR

HALF_A_CENT = 0.005


def without_training(arrays: Arrays) -> str:
    """The id of the pathway whose earnings the person has without training."""
    return arrays.person.education or COUNTERFACTUAL


def held_education(arrays: Arrays) -> str | None:
    """The education that the person's pay without training is of; None where that is a job's."""
    part = arrays.pathways[without_training(arrays)].earnings
    return None if part is None else part.education


def at_least(arrays: Arrays, level: Array) -> Array:
    """A full year's earnings in work, not below the minimum wage at the person's hours (rows, years).

    Args:
        arrays: the assumptions.
        level: earnings that nothing else refers to; they are overwritten.
    """
    least = earnings.annual_from_hourly(arrays.economy.minimum_wage, arrays.person.weekly_hours)
    return onto(np.maximum, level, least)


def of_sex(arrays: Arrays, men: Array, women: Array) -> Array:
    """The figure of the person's sex; the mean of both where it is not given."""
    if arrays.person.sex is None:
        return 0.5 * (men + women)
    return women if arrays.person.sex == "female" else men


def full_time_pay(arrays: Arrays, education: str, age: Array) -> Array:
    """What people of an education and the person's sex are paid full time where the person lives, at wages of today.

    Args:
        arrays: the assumptions.
        education: one of those in `people.pay`.
        age: at which it is read off [years] (rows, years).

    Returns:
        Earnings [USD/year] (rows, years).
    """
    national = national_pay(arrays, education, age)
    return national if arrays.place is None else np.multiply(national, local_level(arrays, education), order="F")


def national_pay(arrays: Arrays, education: str, age: Array) -> Array:
    """The same in the whole country [USD/year] (rows, years)."""
    pay = arrays.people.pay[education]
    return earnings.interpolated(age, pay.ages[0], of_sex(arrays, pay.full_time_men, pay.full_time_women))


def local_level(arrays: Arrays, education: str) -> Array:
    """Pay where the person lives over that in the whole country [ratio] (rows, 1); 1 without a place."""
    if arrays.place is None:
        return np.ones((1, 1))
    level: Array = getattr(arrays.place.earnings_levels, education.replace("-", "_"))
    return level


def at_own_hours(arrays: Arrays, full_time: Array) -> Array:
    """Full-time earnings at the person's own hours [USD/year] (rows, years)."""
    return full_time * (arrays.person.weekly_hours / FULL_TIME_WEEK)


def usual_pay(arrays: Arrays, part: Earnings[Array], age: Array) -> Array:
    """What is usually paid full time without further training, for the person's age [USD/year] (rows, years)."""
    if part.percentiles is None:
        assert part.education is not None
        return full_time_pay(arrays, part.education, age)
    settled = arrays.careers.settled_standing
    standing = np.broadcast_to(settled, (*settled.shape[:-1], age.shape[-1]))
    return earnings.wage_at(standing, part.percentiles)


def employed_share(arrays: Arrays, part: Earnings[Array] | None, age: Array) -> Array:
    """What somebody in a group earns on average over what a year of work at own hours brings (rows, years).

    Unemployment, part-year and part-time work in one number: of the occupation where pay is one's, otherwise of the
    education. Counting people out of the labor market too is about the person, so it is by what they have already.
    Hours below full time that are the person's own stand in the place of others' part-time work.
    """
    share = _share_at_all_hours(arrays, part, age)
    hours = arrays.person.weekly_hours / FULL_TIME_WEEK
    if np.all(hours >= 1.0):
        return share
    of_workers = of_sex(arrays, arrays.people.hours_of_workers_men, arrays.people.hours_of_workers_women)
    return earnings.share_at_own_hours(share, hours, of_workers)


def _share_at_all_hours(arrays: Arrays, part: Earnings[Array] | None, age: Array) -> Array:
    """What somebody in a group earns on average over what a full-time, year-round worker does (rows, years)."""
    own = arrays.pathways[without_training(arrays)].earnings
    if arrays.person.attachment == "population":
        pay = arrays.people.pay[_education(own)]
        return earnings.interpolated(age, pay.ages[0], of_sex(arrays, pay.population_men, pay.population_women))
    in_field = None if part is None or part.work_life is None else part.work_life
    if in_field is not None:
        by_age = of_sex(arrays, in_field.employed_men, in_field.employed_women)
        return earnings.interpolated(age, in_field.ages[0], by_age)
    pay = arrays.people.pay[_education(part)]
    return earnings.interpolated(age, pay.ages[0], of_sex(arrays, pay.employed_men, pay.employed_women))


def lasting_luck(arrays: Arrays, part: Earnings[Array] | None) -> Array:
    """How far lasting pay differs among people of a group, as a standard deviation of its logarithm (rows, 1)."""
    by_sex = arrays.people.pay[_education(part)] if part is None or part.work_life is None else part.work_life
    return of_sex(arrays, by_sex.lasting_luck_men, by_sex.lasting_luck_women)


def _education(part: Earnings[Array] | None) -> str:
    """The education of a group; a high school diploma where a job says nothing of it."""
    return "high-school" if part is None or part.education is None else part.education


def level_without_training(arrays: Arrays, part: Earnings[Array], age: Array, carried: Array | None) -> Array:
    """Earnings in work without training at wages of today; a wage that is known drifts back to the usual one.

    Args:
        arrays: the assumptions.
        part: the earnings of people like this person.
        age: lived in each year [years] (rows, years).
        carried: as from `wage_carried`.
    """
    usual = at_own_hours(arrays, usual_pay(arrays, part, age))
    return usual if carried is None else onto(np.multiply, np.exp(carried), usual)


def wage_carried(arrays: Arrays, year: Array) -> Array | None:
    """How far the person's own wage is from the usual one, in logarithms, as it fades (rows, years); None without one.

    Both are the minimum wage at least. A wage that is known is paid after the return from time out, so the loss is in
    it already.
    """
    wage, least = arrays.person.wage, arrays.economy.minimum_wage
    if wage is None:
        return None
    usual = np.maximum(_usual_wage(arrays) * _pay_on_return(arrays), least)
    distance = np.log(np.maximum(wage, least)) - np.log(usual)
    faded: Array = np.multiply(distance, arrays.people.wage_persistence**year, order="F")
    return faded


def is_low(wage: Any, least: Any) -> Any:
    """Whether a wage is below the least that the law allows [USD/hour], any shape: the mean of a year with steps."""
    return wage < LOWEST_OF_MINIMUM * least - HALF_A_CENT


def typical_wage(arrays: Arrays) -> float:
    """What people of the person's age, sex, education and place are paid in work [USD/hour], in row 0."""
    usual = np.maximum(_usual_wage(arrays) * _pay_on_return(arrays), arrays.economy.minimum_wage)
    return float(np.ravel(usual)[0])


def _usual_wage(arrays: Arrays) -> Array:
    """Usual pay in the first year [USD/hour] (rows, 1)."""
    part = arrays.pathways[without_training(arrays)].earnings
    assert part is not None
    return usual_pay(arrays, part, arrays.person.start_age + 0.5) / FULL_TIME_YEAR


def _pay_on_return(arrays: Arrays) -> Array | float:
    """Pay in the year of the return relative to what it would have been without years out (rows, 1)."""
    out, people = arrays.person.years_out, arrays.people
    if out is None:
        return 1.0
    return time_out.pay_after_return(np.full((1, 1), 0.5), out, people.return_loss, people.return_phase_in)
