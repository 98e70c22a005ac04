"""What all pathways of one person share: the clock, survival, discounting, and earnings without training."""

import numpy as np
from msgspec import Struct

from mobcalc.household.taxes_and_benefits import Household, household
from mobcalc.household_types import Slices
from mobcalc.model import Array, clock, discounting, onto, survival, time_out
from mobcalc.projection.pay_path import (
    at_least,
    employed_share,
    level_without_training,
    wage_carried,
    without_training,
)
from mobcalc.projection.yardsticks import Yardsticks, yardsticks
from mobcalc.sampling import Arrays


class Life(Struct, frozen=True):
    """One person's years, shared by all pathways; arrays are (rows, years) unless said otherwise.

    `alive` weighs sums over a life, `present` the same sums discounted to the start age by `discount`. `at_work` is the
    part of a year that is not planned out of work, and `is_always_at_work` whether none is; `pay` is what a wage of
    today is multiplied with: growth and the return from time out. `carried` is how far the person's own wage is from
    the usual one, None without one. `level` is what the person earns in work without training [USD/year], `employed`
    the part of it that is earned on average. `yardsticks` are None where pay is held against nothing, `household` where
    there is no place, so that nothing is known of taxes.
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
    carried: Array | None
    level: Array
    employed: Array
    yardsticks: Yardsticks | None
    household: Household | None


def life(arrays: Arrays, slices: Slices | None = None, *, is_compared: bool = True) -> Life:
    """The clock, the weights and the earnings without training of the person in these assumptions.

    Args:
        arrays: the assumptions.
        slices: taxes and benefits by year, where a place is given.
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
    carried = wage_carried(arrays, year)
    part, pay = arrays.pathways[without_training(arrays)].earnings, growth * after_return
    assert part is not None  # checked on loading
    level = onto(np.multiply, level_without_training(arrays, part, age, carried), pay)
    return Life(
        year=year,
        age=age,
        growth=growth,
        at_work=at_work,
        is_always_at_work=person.planned_out is None,
        pay=pay,
        alive=alive,
        discount=discount,
        present=alive * discount,
        carried=carried,
        # Year by year in memory, see `model.risk`; what is computed from it has the same order.
        level=np.asfortranarray(onto(np.multiply, at_least(arrays, level), at_work)),
        employed=employed_share(arrays, part, age),
        yardsticks=yardsticks(arrays, working, age, growth) if is_compared else None,
        household=None if slices is None else household(arrays, slices, growth),
    )


def spell_length(arrays: Arrays) -> Array:
    """How long a spell without work lasts [years] (rows, 1)."""
    # People out of the labour market are out of it all year.
    return np.ones((1, 1)) if arrays.person.attachment == "population" else arrays.people.spell_length


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
    for spell in range(lengths.shape[-1]):
        since = year + 0.5 - begins[..., [spell]] - lengths[..., [spell]]
        after_return = after_return * time_out.pay_after_return(
            since, lengths[..., [spell]], people.return_loss, people.return_phase_in
        )
    return time_out.share_at_work(begins, lengths, year), after_return
