"""The projection of one pathway: what all who start, finishers and leavers earn, are paid and pay."""

import numpy as np

from mobcalc.model import Array
from mobcalc.projection.effect_paths import from_impact, ways_of_impact
from mobcalc.projection.exits import Ways, one_way
from mobcalc.projection.group import Projection, group_ending
from mobcalc.projection.ladder import from_ladder, ways_of_ladder
from mobcalc.projection.levels import from_levels, ways_of_levels
from mobcalc.projection.pay_path import (
    at_least,
    at_own_hours,
    employed_share,
    lasting_luck,
    usual_pay,
    without_training,
)
from mobcalc.projection.person_years import Life
from mobcalc.projection.study_correction import Corrections, correction
from mobcalc.projection.training_term import term
from mobcalc.sampling import Arrays


def projection(arrays: Arrays, life: Life, name: str) -> Projection:
    """The projection of the pathway of this id for one person."""
    pathway = arrays.pathways[name]
    if name != without_training(arrays):
        if pathway.evidence == "impact":
            return from_impact(arrays, life, pathway)
        if pathway.after is not None:
            return from_ladder(arrays, life, pathway)
        if pathway.training is not None:
            return from_levels(arrays, life, pathway, correction(arrays, life, pathway))
    return _untrained(arrays, life, name, *_work_from_the_first_day(arrays, life, name))


def ways(arrays: Arrays, life: Life, name: str, known: Corrections | None = None) -> Ways:
    """The ways through the pathway of this id; on average over them all who start have what `projection` says.

    `known` is what studies put on gains, where it is known already.
    """
    pathway = arrays.pathways[name]
    if name != without_training(arrays):
        if pathway.evidence == "impact":
            return ways_of_impact(arrays, life, pathway)
        if pathway.after is not None:
            return ways_of_ladder(arrays, life, pathway)
        if pathway.training is not None:
            by_studies = correction(arrays, life, pathway) if known is None else known[name]
            return ways_of_levels(arrays, life, pathway, by_studies)
    in_work, part = _work_from_the_first_day(arrays, life, name)
    luck = None if name == without_training(arrays) else lasting_luck(arrays, pathway.earnings)
    return one_way(term(arrays, pathway), in_work * part, luck)


def _work_from_the_first_day(arrays: Arrays, life: Life, name: str) -> tuple[Array, Array]:
    """Earnings in work and the part earned on average, on a pathway of the family 'none' (both rows, years)."""
    pathway = arrays.pathways[name]
    if name == without_training(arrays):
        return life.level, life.employed
    assert pathway.earnings is not None
    path = at_own_hours(arrays, usual_pay(arrays, pathway.earnings, life.age))
    level = at_least(arrays, path * life.pay) * life.at_work
    return level, employed_share(arrays, pathway.earnings, life.age)


def _untrained(arrays: Arrays, life: Life, name: str, in_work: Array, employed: Array) -> Projection:
    """A pathway of the family 'none': work from the first day."""
    paid = in_work * employed
    own, nothing = term(arrays, arrays.pathways[name]), np.zeros_like(paid)
    return Projection(group_ending(life, own, own.length, counted=paid, paid=paid, in_work=in_work, forgone=nothing))
