"""What those who finish training are paid, by the time since they finished."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.model import Array, earnings
from mobcalc.projection.pay_path import at_least, at_own_hours, employed_share, full_time_pay, held_education, of_sex
from mobcalc.projection.person_years import Life
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Earnings, Pathway

OfTime: TypeAlias = Callable[[Array], Array]
"""Yearly amounts (rows, years) as a function of a time [years], (rows, 1) or (rows, years)."""


class Strand(Struct, frozen=True):
    """Some of those who finish: those who work in the occupation they trained for, or those who do not.

    `share` of all who finish (rows, 1). `level` is what they earn in work [USD/year], `employed` the part of it that
    they earn on average, and `kept` what is left of their gap as some leave for another occupation (all rows, years).
    """

    share: Array
    level: Array
    employed: Array
    kept: Array


def strands(arrays: Arrays, life: Life, pathway: Pathway[Array, YearPoints], since: Array) -> list[Strand]:
    """Those who finished a pathway so long ago [years] (rows, years), by where they work."""
    part = pathway.earnings
    assert part is not None
    everybody, nothing_lost = np.ones((1, 1)), np.ones((1, 1))
    if part.percentiles is None:
        pay = _in_general(arrays, part, _age_read(arrays, part, life.age, since), life.carried)
        return [Strand(everybody, _at_work(arrays, life, pay), employed_share(arrays, part, life.age), nothing_lost)]
    in_field = in_occupation(arrays, pathway, life.age, since, life.carried)
    kept = _kept(arrays, part, since)
    works = Strand(everybody, _at_work(arrays, life, in_field), employed_share(arrays, part, life.age), kept)
    if part.education is None:
        return [works]
    share = arrays.careers.field_share
    pay = _in_general(arrays, part, _age_read(arrays, part, life.age, since), life.carried)
    general = Earnings[Array](education=part.education)
    elsewhere = Strand(
        1.0 - share, _at_work(arrays, life, pay), employed_share(arrays, general, life.age), nothing_lost
    )
    return [msgspec.structs.replace(works, share=share), elsewhere]


def _at_work(arrays: Arrays, life: Life, full_time: Array) -> Array:
    """Full-time pay at wages of today as what is earned in work in each year [USD/year] (rows, years)."""
    level = at_least(arrays, at_own_hours(arrays, full_time) * life.pay)
    return level if life.is_always_at_work else level * life.at_work


def _age_read(arrays: Arrays, part: Earnings[Array], age: Array, since: Array) -> Array:
    """The age at which pay by education is read off (rows, years)."""
    # Who has the education already has its experience too.
    return age if part.education == held_education(arrays) else _experience(arrays, age, since)


def _experience(arrays: Arrays, age: Array, since: Array) -> Array:
    careers = arrays.careers
    return earnings.experience_age(age, since, careers.experience_age, careers.age_weight)


def _in_general(arrays: Arrays, part: Earnings[Array], at: Array, carried: Array | None) -> Array:
    """Full-time pay of people with the education that a credential is [USD/year] (rows, years)."""
    assert part.education is not None
    usual = full_time_pay(arrays, part.education, at)
    if part.premium is not None:
        usual = usual * part.premium
    return usual if carried is None else usual * np.exp(arrays.careers.wage_carried * carried)


def in_occupation(
    arrays: Arrays, pathway: Pathway[Array, YearPoints], age: Array, since: Array, carried: Array | None
) -> Array:
    """Full-time pay in the occupation of a pathway of those who finished it, at wages of today.

    Args:
        arrays: the assumptions.
        pathway: that was finished.
        age: lived in each year [years] (rows, years).
        since: time since finishing [years] (rows, years).
        carried: how far the person's own wage is from the usual one, as from `pay_path.wage_carried`.

    Returns:
        Earnings [USD/year] (rows, years), or (rows, 1) where they are the same in all years.
    """
    careers, part = arrays.careers, pathway.earnings
    assert part is not None and part.percentiles is not None
    if pathway.family == "apprenticeship":
        standing = careers.finisher_standing
    else:
        settled = np.minimum(since / careers.settling_years, 1.0)
        standing = careers.entry_standing + (careers.settled_standing - careers.entry_standing) * settled
    pay, course = earnings.wage_at(standing, part.percentiles), part.work_life
    if course is not None:
        ratio, at = of_sex(arrays, course.ratio_men, course.ratio_women), _experience(arrays, age, since)
        pay = pay * ratio * earnings.interpolated(at, course.ages[0], course.profile)
    if carried is not None:
        pay = pay * np.exp(careers.wage_carried_to_occupation * carried)
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
