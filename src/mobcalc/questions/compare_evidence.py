"""What the gain of a pathway is made of: pay, and the studies that correct it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.model import Array
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.evidence import Held, combined, disagrees, error_of, held, judged
from mobcalc.projection.exits import expected_earnings
from mobcalc.projection.levels import ways_of_levels
from mobcalc.projection.mixture import Side, shares
from mobcalc.projection.outcomes import Subject
from mobcalc.projection.study_correction import correction, correction_by
from mobcalc.results.evidence import Estimate, EstimateGain, StudyUsed, StudyYear
from mobcalc.sampling import Arrays


class Evidence(Struct, frozen=True):
    """The estimates that a pathway's gain is made of, and the studies that correct what pay says."""

    estimates: list[Estimate]
    studies: list[StudyUsed]


class Gained(NamedTuple):
    """What all who start gain, in a year [USD/year] and over the working life [USD]."""

    yearly: float
    gain: float


def gained(subject: Subject, gain: float) -> Gained:
    """What all who start a pathway gain, in the years in which evidence is judged too.

    Args:
        subject: the pathway, with every assumption at its value.
        gain: over the working life [USD].
    """
    yearly = subject.projection.expected.earnings - subject.against["expected"].group.earnings
    return Gained(float(judged(yearly)[0]), gain)


def evidence_on(sides: Sequence[Side], name: str, whole: Gained) -> Evidence:
    """What is known of a pathway with training.

    Args:
        sides: the sexes that the person may be of, with every assumption at its value.
        name: id of the pathway.
        whole: what all who start it gain.
    """
    each = [held(side.arrays, name) for side in sides]
    if not each[0]:
        return Evidence([_alone(sides[0].arrays, name, whole)], [])
    parts = [float(weight[0, 0]) for weight in shares(sides, name)]
    used = [_mixed(parts, of_sexes) for of_sexes in zip(*each, strict=True)]
    arrays = sides[0].arrays
    keys = [key for key, study in arrays.studies.items() if any(study is one.study for one in each[0])]
    error, named = error_of(arrays, name).pay, dict(zip(keys, used, strict=True))
    *by_study, together = _put_on_by_all(sides, name, parts, keys)
    put_on, by_pay = dict(zip(keys, by_study, strict=True)), _less(whole, together)
    estimates = _estimates(arrays.pathways[name].name, error, by_pay, put_on, named)
    return Evidence(estimates, [_used(key, one, error) for key, one in named.items()])


def _alone(arrays: Arrays, name: str, whole: Gained) -> Estimate:
    """The one estimate of a pathway that nothing corrects: by pay, or by a measured effect."""
    pathway, error, gain = arrays.pathways[name], error_of(arrays, name).pay, EstimateGain(whole.gain)
    if pathway.impact is not None:
        return Estimate(name, "study", pathway.name, 1.0, whole.yearly, error, gain)
    return Estimate(PAY, "pay", pathway.name, 1.0, whole.yearly, error, gain)


def _less(whole: Gained, part: Gained) -> Gained:
    return Gained(whole.yearly - part.yearly, whole.gain - part.gain)


def _estimates(
    title: str, error: float, by_pay: Gained, put_on: Mapping[str, Gained], used: Mapping[str, Held]
) -> list[Estimate]:
    """Pay, then the studies that correct it.

    Args:
        title: of the pathway.
        error: how far a year's gain by pay may be off [USD/year].
        by_pay: what all who start gain, studies left out.
        put_on: what each study has put on that, by id.
        used: the studies by id.
    """
    counted = sum(one.weight for one in used.values())
    pay = Estimate(PAY, "pay", title, 1.0 - counted, by_pay.yearly, error, EstimateGain(by_pay.gain))
    return [pay, *(_by_study(key, one, _alone_by(one, by_pay, put_on[key])) for key, one in used.items())]


def _alone_by(one: Held, by_pay: Gained, put_on: Gained) -> Gained:
    """What all who start gain by a study alone: carried over, so that parts by their weights come to the whole."""
    more = (part / one.weight if one.weight else 0.0 for part in put_on)
    return Gained(*(less + whole for less, whole in zip(by_pay, more, strict=True)))


def _by_study(key: str, one: Held, alone: Gained) -> Estimate:
    """A study as an estimate, with what all who start would gain by it alone."""
    return Estimate(
        id=key,
        kind="study",
        name=one.study.name,
        weight=one.weight,
        yearly_effect=alone.yearly,
        spread=one.error,
        gain=EstimateGain(alone.gain),
    )


PAY = "pay"


def _mixed(parts: Sequence[float], of_sexes: Sequence[Held]) -> Held:
    """A study by the part of men and women among those who start, for whom it may count differently."""
    return msgspec.structs.replace(
        of_sexes[0], weight=sum(part * one.weight for part, one in zip(parts, of_sexes, strict=True))
    )


def _put_on_by_all(sides: Sequence[Side], name: str, parts: Sequence[float], keys: Sequence[str]) -> list[Gained]:
    """What each study, and in the end all of them, put on the gain of all who start, by the part of each sex."""
    each = zip(parts, (_put_on(side, name, keys) for side in sides), strict=True)
    mixed = np.sum([np.multiply(part, gains) for part, gains in each], axis=0)
    return [Gained(*gains) for gains in mixed.tolist()]


def _put_on(side: Side, name: str, keys: Sequence[str]) -> list[Gained]:
    """What each study of these ids, and in the end all of them, put on the gain of all of one sex who start."""
    arrays, years = side.arrays, side.years
    pathway = arrays.pathways[name]
    without = expected_earnings(ways_of_levels(arrays, years, pathway))

    def gain_by(more: Array | None) -> Gained:
        """What a correction puts on it."""
        put_on = expected_earnings(ways_of_levels(arrays, years, pathway, more)) - without
        return Gained(float(judged(put_on)[0]), float(weighted_sum(put_on, years.present)[0, 0]))

    by_study = [gain_by(correction_by(arrays, years, arrays.studies[key])) for key in keys]
    return [*by_study, by_study[0] if len(keys) == 1 else gain_by(correction(arrays, years, pathway))]


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
