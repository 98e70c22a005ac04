"""What all pathways of one person share: the clock, survival, discounting, and earnings without training."""

from typing import NamedTuple

import numpy as np

from mobcalc.model import Array, clock, discounting, earnings, survival
from mobcalc.sampling import Arrays
from mobcalc.schema import COUNTERFACTUAL, AgeShape, Person


class Life(NamedTuple):
    """One person's years, shared by all pathways; arrays are (rows, years) unless said otherwise.

    `alive` weighs sums over a life, `present` the same sums discounted to the start age. `level` is what the person
    earns in work without training [USD/year], `employed` the part of a year in work then (rows, 1).
    """

    year: Array
    age: Array
    growth: Array
    alive: Array
    present: Array
    level: Array
    employed: Array


def life(arrays: Arrays) -> Life:
    """The clock, the weights and the earnings without training of the person in these assumptions."""
    person, economy = arrays.person, arrays.economy
    year = clock.year_numbers(int(np.max(person.retire_age - person.start_age)))
    working = clock.working(person.start_age, person.retire_age, year)
    table = getattr(arrays.people.survivors, person.sex or "both")
    alive = working * survival.survival(table, person.start_age, year + discounting.OFFSETS[economy.timing])
    unemployment = arrays.pathways[COUNTERFACTUAL].earnings.unemployment_rate  # type: ignore[union-attr]  # checked on loading
    age = clock.ages(person.start_age, year)
    growth = discounting.growth_factors(economy.real_wage_growth, year)
    return Life(
        year=year,
        age=age,
        growth=growth,
        alive=alive,
        present=alive * discounting.discount_factors(economy.discount_rate, year, economy.timing),
        level=_level_without_training(arrays, age) * growth,
        employed=earnings.employed_share(unemployment),  # type: ignore[arg-type]
    )


def _level_without_training(arrays: Arrays, age: Array) -> Array:
    """Earnings in work without training at wages of the first year: from the person's own wage if it is known."""
    person = arrays.person
    base = arrays.pathways[COUNTERFACTUAL].earnings
    assert base is not None and base.age_shape is not None and base.weekly_median is not None
    shape = arrays.people.age_shapes[base.age_shape]
    if person.wage is None:
        return (
            earnings.annual_from_weekly(base.weekly_median, person.weekly_hours)
            * shape_at(shape, age)
            * sex_ratio(arrays)
        )
    now = earnings.annual_from_hourly(person.wage, person.weekly_hours)
    return now * shape_at(shape, age) / shape_at(shape, person.start_age)


def shape_at(shape: AgeShape[Array], age: Array) -> Array:
    """Earnings at each age relative to the mean of ages 25 to 64 (rows, years)."""
    return earnings.age_shape(age, shape.ages[0], shape.medians, shape.sample_sizes)


def sex_ratio(arrays: Arrays) -> Array | float:
    """Earnings of the person's sex over everybody's; 1 when the sex is not given."""
    ratios = {"male": arrays.people.earnings_ratio_men, "female": arrays.people.earnings_ratio_women}
    return ratios.get(arrays.person.sex or "", 1.0)


def counterfactual(arrays: Arrays, life: Life, male_share: Array) -> Array:
    """Earnings in work that a pathway's level is set against (rows, years).

    Published wages of an occupation are those of the men and women in it. Where the person's sex is not given, they
    are set against the same mix of men and women without training, never against everybody. Where the person's own
    wage or sex is known, they are set against what this person earns.
    """
    person: Person[Array] = arrays.person
    if person.sex is not None or person.wage is not None:
        return life.level
    people = arrays.people
    return life.level * earnings.sex_mix(male_share, people.earnings_ratio_men, people.earnings_ratio_women)
