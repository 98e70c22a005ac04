"""What all pathways of one person share: the clock, survival, discounting, and earnings without training."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np

from mobcalc.analysis.yardsticks import Yardsticks, yardsticks
from mobcalc.household.taxes_and_benefits import Household, household
from mobcalc.household_types import Slices
from mobcalc.model import Array, clock, discounting, earnings, onto, survival, time_out
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import COUNTERFACTUAL, AgeShape, Earnings, Person
from mobcalc.units import FULL_TIME_WEEK, WEEKS_PER_YEAR

OfTime: TypeAlias = Callable[[Array], Array]
"""Yearly amounts (rows, years) as a function of a time [years], (rows, 1) or (rows, years)."""


class Life(NamedTuple):
    """One person's years, shared by all pathways; arrays are (rows, years) unless said otherwise.

    `alive` weighs sums over a life, `present` the same sums discounted to the start age by `discount`. `at_work` is the
    part of a year that is not planned out of work, and `is_always_at_work` whether none is; `pay` is what a wage of
    today is multiplied with: growth and the return from time out. `level` is what the person earns in work without
    training [USD/year], `employed` the part of a year in work then (rows, 1). `yardsticks` are None where pay is held
    against nothing, `household` where there is no place, so that nothing is known of taxes.
    """

    year: Array
    age: Array
    growth: Array
    at_work: Array
    is_always_at_work: bool
    pay: Array
    alive: Array
    discount: Array
    present: Array
    level: Array
    employed: Array
    yardsticks: Yardsticks | None
    household: Household | None


def life(arrays: Arrays, slices: Slices | None = None, *, is_compared: bool = True) -> Life:
    """The clock, the weights and the earnings without training of the person in these assumptions.

    Args:
        arrays: the assumptions.
        slices: taxes and benefits of every type of household that the person's will be of, where a place is given.
        is_compared: whether pay is held against that of others.
    """
    person, economy = arrays.person, arrays.economy
    year = clock.year_numbers(int(np.max(person.retire_age - person.start_age)))
    working = clock.working(person.start_age, person.retire_age, year)
    table = getattr(arrays.people.survivors, person.sex or "both")
    alive = working * survival.survival(table, person.start_age, year + discounting.OFFSETS[economy.timing])
    age = clock.ages(person.start_age, year)
    growth = discounting.growth_factors(economy.real_wage_growth, year)
    at_work, after_return = _time_out(arrays, year)
    discount = discounting.discount_factors(economy.discount_rate, year, economy.timing)
    part = arrays.pathways[without_training(arrays)].earnings
    assert part is not None  # checked on loading
    return Life(
        year=year,
        age=age,
        growth=growth,
        at_work=at_work,
        is_always_at_work=person.planned_out is None,
        pay=growth * after_return,
        alive=alive,
        discount=discount,
        present=alive * discount,
        # Year by year in memory, see `model.risk`; what is computed from it has the same order.
        level=np.asfortranarray(
            at_least(arrays, _level_without_training(arrays, part, age, year) * growth * after_return) * at_work
        ),
        employed=employed(arrays, part),
        yardsticks=yardsticks(arrays, working, age, growth) if is_compared else None,
        household=None if slices is None else household(arrays, slices, growth),
    )


def without_training(arrays: Arrays) -> str:
    """The id of the pathway whose earnings the person has without training."""
    return arrays.person.education or COUNTERFACTUAL


def employed(arrays: Arrays, part: Earnings[Array] | None) -> Array:
    """The part of a year in work (rows, 1), by the person's attachment to the labour market.

    Args:
        arrays: the assumptions.
        part: the earnings of the group; where it has no rate of its own, and for None, the general one.
    """
    if arrays.person.attachment == "population":
        ratio = None if part is None else part.employment_ratio
        return arrays.careers.employment_ratio if ratio is None else ratio
    return attached(arrays, part)


def attached(arrays: Arrays, part: Earnings[Array] | None) -> Array:
    """The part of a year in work of somebody in the labour market throughout (rows, 1); as for `employed`."""
    rate = None if part is None else part.unemployment_rate
    return earnings.employed_share(arrays.careers.unemployment_rate if rate is None else rate)


def shocks(arrays: Arrays) -> tuple[Array, Array]:
    """How far lasting and passing changes move log earnings in a year, by the person's education (both rows, 1)."""
    people, part = arrays.people, arrays.pathways[without_training(arrays)].earnings
    lasting, passing = (None, None) if part is None else (part.permanent_shock, part.transitory_shock)
    return (
        people.permanent_shock if lasting is None else lasting,
        people.transitory_shock if passing is None else passing,
    )


def spell_length(arrays: Arrays) -> Array:
    """How long a spell without work lasts [years] (rows, 1)."""
    # People out of the labour market are out of it all year.
    return np.ones((1, 1)) if arrays.person.attachment == "population" else arrays.people.spell_length


def at_least(arrays: Arrays, level: Array) -> Array:
    """A full year's earnings in work, not below the minimum wage at the person's hours (rows, years).

    Args:
        arrays: the assumptions.
        level: earnings that nothing else refers to; they are overwritten.
    """
    least = earnings.annual_from_hourly(arrays.economy.minimum_wage, arrays.person.weekly_hours)
    return onto(np.maximum, level, least)


def _time_out(arrays: Arrays, year: Array) -> tuple[Array, Array]:
    """The part of each year not planned out of work, and pay after returns from time out, relative to none."""
    person, people = arrays.person, arrays.people
    at_work, after_return = np.ones((1, len(year))), np.ones((1, len(year)))
    if person.years_out is not None:
        since = (year + 0.5)[None, :]
        after_return = time_out.pay_after_return(since, person.years_out, people.return_loss, people.return_phase_in)
    if person.planned_out is None:
        return at_work, after_return
    begins, lengths = person.planned_out.years[None, :] - person.start_age, person.planned_out.values
    for spell in range(lengths.shape[1]):
        since = year + 0.5 - begins[:, [spell]] - lengths[:, [spell]]
        after_return = after_return * time_out.pay_after_return(
            since, lengths[:, [spell]], people.return_loss, people.return_phase_in
        )
    return time_out.share_at_work(begins, lengths, year), after_return


def _level_without_training(arrays: Arrays, part: Earnings[Array], age: Array, year: Array) -> Array:
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
