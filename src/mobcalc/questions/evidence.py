"""What the gain of a pathway is made of: pay, and the studies that correct it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.evidence import JUDGED, Held, combined, disagrees, error_of, held
from mobcalc.projection.exits import expected_earnings
from mobcalc.projection.levels import ways_of_levels
from mobcalc.projection.mixture import Side, shares
from mobcalc.projection.pathway import ways
from mobcalc.projection.study_correction import correction
from mobcalc.results import Estimate, EstimateGain, StudyUsed, StudyYear
from mobcalc.sampling import Arrays


class Evidence(NamedTuple):
    """The estimates that a pathway's gain is made of, and the studies that correct what pay says."""

    estimates: list[Estimate]
    studies: list[StudyUsed]


def evidence_on(sides: Sequence[Side], name: str, gain: float) -> Evidence:
    """What is known of a pathway with training.

    Args:
        sides: the sexes that the person may be of, with every assumption at its value.
        name: id of the pathway.
        gain: of all who start it [USD].
    """
    parts = [float(weight[0, 0]) for weight in shares(sides, name)]
    both = zip(parts, sides, strict=True)
    whole = sum(part * _yearly(side, expected_earnings(ways(side.arrays, side.years, name))) for part, side in both)
    each = [held(side.arrays, name) for side in sides]
    if not each[0]:
        return Evidence([_alone(sides[0].arrays, name, whole, gain)], [])
    return _corrected(sides, name, parts, each, _Whole(whole, gain))


class _Whole(NamedTuple):
    """What all who start gain, in a year [USD/year] and over the working life [USD]."""

    yearly: float
    gain: float


def _alone(arrays: Arrays, name: str, yearly: float, gain: float) -> Estimate:
    """The one estimate of a pathway that nothing corrects: by pay, or by a measured effect."""
    pathway, error = arrays.pathways[name], error_of(arrays, name).pay
    if pathway.impact is not None:
        return Estimate(name, "study", pathway.name, 1.0, yearly, error, EstimateGain(gain))
    return Estimate(PAY, "pay", pathway.name, 1.0, yearly, error, EstimateGain(gain))


def _corrected(
    sides: Sequence[Side], name: str, parts: Sequence[float], each: Sequence[list[Held]], whole: _Whole
) -> Evidence:
    """Pay and the studies that correct it.

    Args:
        sides: the sexes.
        name: id of the pathway.
        parts: the part of each sex among those who start it.
        each: the studies held against pay, for each sex.
        whole: what all who start gain with them.
    """
    arrays = sides[0].arrays
    each_put_on = zip(parts, (_put_on(side, name) for side in sides), strict=True)
    put_on, yearly = np.sum([np.multiply(part, both) for part, both in each_put_on], axis=0).tolist()
    used = [_mixed(parts, of_sexes) for of_sexes in zip(*each, strict=True)]
    keys = [key for key, study in arrays.studies.items() if any(study is one.study for one in each[0])]
    counted, error, by_pay = sum(one.weight for one in used), error_of(arrays, name).pay, whole.gain - put_on
    title, less = arrays.pathways[name].name, whole.yearly - yearly
    pay = Estimate(PAY, "pay", title, 1.0 - counted, less, error, EstimateGain(by_pay))
    by_study = EstimateGain(by_pay + (put_on / counted if counted else 0.0))
    studies = [_by_study(key, one, by_study) for key, one in zip(keys, used, strict=True)]
    return Evidence([pay, *studies], [_used(key, one, error) for key, one in zip(keys, used, strict=True)])


def _by_study(key: str, one: Held, gain: EstimateGain) -> Estimate:
    """A study as an estimate."""
    return Estimate(
        id=key,
        kind="study",
        name=one.study.name,
        weight=one.weight,
        yearly_effect=float(one.found.study[0, JUDGED].mean()),
        spread=one.error,
        gain=gain,
    )


PAY = "pay"


def _mixed(parts: Sequence[float], of_sexes: Sequence[Held]) -> Held:
    """A study by the part of men and women among those who start, for whom it may count differently."""
    return of_sexes[0]._replace(weight=sum(part * one.weight for part, one in zip(parts, of_sexes, strict=True)))


def _yearly(side: Side, earned: Array) -> float:
    """The gain of a year from such earnings, on average over the years in which evidence is judged [USD/year]."""
    gain = earned - side.years.level * side.years.employed
    return float(gain[0, JUDGED].mean())


def _put_on(side: Side, name: str) -> tuple[float, float]:
    """What all studies put on the gain of all who start: over the working life [USD], and in a year [USD/year]."""
    arrays, years = side.arrays, side.years
    pathway = arrays.pathways[name]
    with_it, without = (
        expected_earnings(ways_of_levels(arrays, years, pathway, by))
        for by in (correction(arrays, years, pathway), None)
    )
    more = with_it - without
    return float(weighted_sum(more, years.present)[0, 0]), float(more[0, JUDGED].mean())


def _used(key: str, one: Held, pay_error: float) -> StudyUsed:
    """A study held against pay among the people that it was made on."""
    years = np.stack((one.found.study[0], one.found.pay[0]), axis=1).tolist()
    return StudyUsed(
        id=key,
        name=one.study.name,
        years=[StudyYear(number, study, pay, study - pay) for number, (study, pay) in enumerate(years, start=1)],
        difference=one.difference,
        error=combined(pay_error, one),
        disagrees=disagrees(pay_error, one),
    )
