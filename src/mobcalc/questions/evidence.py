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
    first, pathway = sides[0].arrays, sides[0].arrays.pathways[name]
    errors, each = error_of(first, name), [held(side.arrays, name) for side in sides]
    whole = sum(
        part * _yearly(side, expected_earnings(ways(*side[:2], name))) for part, side in zip(parts, sides, strict=True)
    )
    if not each[0]:
        is_study = pathway.impact is not None
        alone = Estimate(
            id=name if is_study else PAY,
            kind="study" if is_study else "pay",
            name=pathway.name,
            weight=1.0,
            yearly_effect=whole,
            spread=errors.pay,
            gain=EstimateGain(gain),
        )
        return Evidence([alone], [])
    each_put_on = zip(parts, (_put_on(side, name) for side in sides), strict=True)
    put_on, yearly = np.sum([np.multiply(part, both) for part, both in each_put_on], axis=0).tolist()
    used = [_mixed(parts, of_sexes) for of_sexes in zip(*each, strict=True)]
    keys = [key for key, study in first.studies.items() if any(study is one.study for one in each[0])]
    counted = sum(one.weight for one in used)
    pay = Estimate(PAY, "pay", pathway.name, 1.0 - counted, whole - yearly, errors.pay, EstimateGain(gain - put_on))
    studies = [
        Estimate(
            id=key,
            kind="study",
            name=one.study.name,
            weight=one.weight,
            yearly_effect=float(one.found.study[0, JUDGED].mean()),
            spread=one.error,
            gain=EstimateGain(gain - put_on + put_on / counted if counted else gain),
        )
        for key, one in zip(keys, used, strict=True)
    ]
    held_up = [_used(key, one, errors.pay) for key, one in zip(keys, used, strict=True)]
    return Evidence([pay, *studies], held_up)


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
