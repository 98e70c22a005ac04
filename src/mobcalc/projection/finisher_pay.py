"""What those who finish training are paid, by the time since they finished."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.model import Array, earnings, onto
from mobcalc.projection.pay_path import (
    at_least,
    at_own_hours,
    employed_share,
    held_education,
    local_level,
    national_pay,
    of_sex,
)
from mobcalc.projection.person_years import Life
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Earnings, Pathway
from mobcalc.units import FULL_TIME_WEEK

OfTime: TypeAlias = Callable[[Array], Array]
"""Yearly amounts (rows, years) as a function of a time [years], (rows, 1) or (rows, years)."""


class Strand(Struct, frozen=True):
    """Some of those who finish: those who work in the occupation they trained for, or those who do not.

    `share` of all who finish (rows, 1). By the time since finishing, `level` is what they earn in work [USD/year], and
    `kept` what is left of their gap as some leave for another occupation; `employed` is the part of `level` that they
    earn on average (all rows, years).
    """

    share: Array
    level: OfTime
    employed: Array
    kept: OfTime


def strands(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints]) -> list[Strand]:
    """Those who finished a pathway, by where they work."""
    part = pathway.earnings
    assert part is not None
    everybody = np.ones((1, 1))
    if part.percentiles is None:
        return [_elsewhere(arrays, life, part, everybody)]
    pay = in_occupation(arrays, pathway, life.age, life.carried, arrays.person.weekly_hours / FULL_TIME_WEEK, life.pay)
    share = everybody if part.education is None else arrays.careers.field_share
    works = Strand(
        share=share,
        level=lambda since: _in_work(arrays, life, pay(since)),
        employed=employed_share(arrays, part, life.age),
        kept=lambda since: _kept(arrays, part, since),
    )
    if part.education is None:
        return [works]
    elsewhere = _elsewhere(arrays, life, part, 1.0 - share)
    general = Earnings[Array](education=part.education)
    return [works, msgspec.structs.replace(elsewhere, employed=employed_share(arrays, general, life.age))]


def _elsewhere(arrays: Arrays, life: Life, part: Earnings[Array], share: Array) -> Strand:
    """Those who are paid by the education that the credential is."""
    pay = _in_general(arrays, life, part)
    return Strand(
        share=share,
        level=lambda since: _in_work(arrays, life, pay(since)),
        employed=employed_share(arrays, part, life.age),
        kept=lambda _since: np.ones((1, 1)),
    )


def _in_work(arrays: Arrays, life: Life, level: Array) -> Array:
    """Yearly pay, which nothing else refers to, as what is earned in work in each year [USD/year] (rows, years)."""
    level = at_least(arrays, level)
    return level if life.is_always_at_work else level * life.at_work


def _age_read(arrays: Arrays, part: Earnings[Array], age: Array, since: Array) -> Array:
    """The age at which pay by education is read off (rows, years)."""
    # Who has the education already has its experience too.
    return age if part.education == held_education(arrays) else _experience(arrays, age, since)


def _experience(arrays: Arrays, age: Array, since: Array) -> Array:
    careers = arrays.careers
    return earnings.experience_age(age, since, careers.experience_age, careers.age_weight)


def _in_general(arrays: Arrays, life: Life, part: Earnings[Array]) -> OfTime:
    """Pay at own hours of people with the education that a credential is, before any least wage [USD/year]."""
    education = part.education
    assert education is not None
    own = at_own_hours(arrays, local_level(arrays, education))
    if life.carried is not None:
        own = onto(np.multiply, np.exp(arrays.careers.wage_carried * life.carried), own)
    rise = life.pay if part.premium is None else life.pay * part.premium

    def pay(since: Array) -> Array:
        """What all have in common is put together first: it has few rows."""
        national = national_pay(arrays, education, _age_read(arrays, part, life.age, since))
        return np.multiply(national * rise, own, order="F")

    return pay


def in_occupation(
    arrays: Arrays,
    pathway: Pathway[Array, YearPoints],
    age: Array,
    carried: Array | None,
    hours: Array | float = 1.0,
    rise: Array | float = 1.0,
) -> OfTime:
    """Pay in the occupation of a pathway of those who finished it.

    Args:
        arrays: the assumptions.
        pathway: that was finished.
        age: lived in each year [years] (rows, years).
        carried: how far the person's own wage is from the usual one, as from `pay_path.wage_carried`.
        hours: worked, over full time [share] (rows, 1).
        rise: what pay at wages of today is multiplied with (rows, years).

    Returns:
        Earnings [USD/year] (rows, years) by the time since finishing; (rows, 1) where they are the same in all years.
    """
    careers, part = arrays.careers, pathway.earnings
    assert part is not None and part.percentiles is not None
    percentiles, course = part.percentiles, part.work_life
    own = np.ones((1, 1)) * hours
    if carried is not None:
        own = onto(np.multiply, np.exp(careers.wage_carried_to_occupation * carried), own)
    is_settled = pathway.family == "apprenticeship"
    settled = own * earnings.wage_at(careers.finisher_standing, percentiles) if is_settled else None

    def standing(since: Array) -> Array:
        """How finishers stand among those in the occupation (rows, years)."""
        so_far = np.minimum(since / careers.settling_years, 1.0)
        return careers.entry_standing + (careers.settled_standing - careers.entry_standing) * so_far

    def pay(since: Array) -> Array:
        """What all have in common is put together first: it has few rows."""
        earned = earnings.wage_at(standing(since), percentiles) * own if settled is None else settled
        if course is None:
            return np.multiply(earned, rise, order="F")
        ratio, at = of_sex(arrays, course.ratio_men, course.ratio_women), _experience(arrays, age, since)
        return np.multiply(earned, ratio * earnings.interpolated(at, course.ages[0], course.profile) * rise, order="F")

    return pay


def _kept(arrays: Arrays, part: Earnings[Array], since: Array) -> Array:
    """What is left of a finisher's gap as people leave the occupation for others (rows, years)."""
    if part.work_life is None:
        return np.ones((1, 1))
    outside = arrays.careers.kept_outside
    return outside + (1.0 - outside) * stayed_in(arrays, part, since)


def stayed_in(arrays: Arrays, part: Earnings[Array], since: Array) -> Array:
    """The part of those who finished that has not left the occupation for another yet (rows, years)."""
    assert part.work_life is not None
    careers = arrays.careers
    return earnings.share_in_occupation(
        since, part.work_life.transfer_rate, careers.transfer_years, careers.later_transfers
    )
