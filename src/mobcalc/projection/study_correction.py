"""What studies add to or take from the gain that pay alone gives, by how far apart the two were where both are known.

A study measured what starting a pathway is worth to the people in it. What pay says of the same people is computed in
the same assumptions; a part of the difference, by the study's weight, is put on what pay says of everybody whom the
study informs, after the last year observed fading as the measured effect does.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import msgspec
import numpy as np

from mobcalc.model import Array, impact
from mobcalc.projection.effect_paths import effect_of
from mobcalc.projection.exits import expected_earnings
from mobcalc.projection.leaving import mean_kept
from mobcalc.projection.levels import ways_of_levels
from mobcalc.projection.pay_path import of_sex
from mobcalc.projection.person_years import Life, life
from mobcalc.projection.training_term import term
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import COUNTERFACTUAL, Earnings, Pathway, Study, informs
from mobcalc.units import FULL_TIME_WEEK

Corrections: TypeAlias = Mapping[str, Array | None]
"""By the id of a pathway what studies put on the yearly gain of those who finish it (rows, years); None for nothing."""
STUDIED = "studied"
"""The id of the pathway of a study's people in assumptions of their own."""


class Measured(NamedTuple):
    """What is known of the people of a study in each year up to the last that was observed [USD/year] (rows, years).

    `study` is the effect on all who start, `pay` what pay says it is, and `full` what one dollar of difference between
    them, of all who start, is for somebody who finishes [ratio] (rows, 1).
    """

    study: Array
    pay: Array
    full: Array


def informing(arrays: Arrays, pathway: Pathway[Array, YearPoints]) -> list[Study[Array, YearPoints]]:
    """The studies that say something of a pathway and count for something."""
    return [s for s in arrays.studies.values() if informs(s, pathway) and bool((s.weight > 0.0).any())]


def weight_of(arrays: Arrays, study: Study[Array, YearPoints]) -> Array:
    """How much a study counts beside pay for a person of this sex [share] (rows, 1)."""
    return study.weight * of_sex(arrays, np.ones((1, 1)), study.weight_for_women)


def corrections(arrays: Arrays, own: Life, ids: Sequence[str]) -> Corrections:
    """What studies put on the yearly gain of those who finish each of some pathways, by id."""
    return {name: correction(arrays, own, arrays.pathways[name]) for name in ids}


def correction(arrays: Arrays, own: Life, pathway: Pathway[Array, YearPoints]) -> Array | None:
    """What studies put on the yearly gain of those who finish a pathway [USD/year] (rows, years); None without any."""
    paths = [correction_by(arrays, own, study) for study in informing(arrays, pathway)]
    return np.asfortranarray(sum(paths[1:], paths[0])) if paths else None


def correction_by(arrays: Arrays, own: Life, study: Study[Array, YearPoints]) -> Array:
    """What one study puts on the yearly gain of those who finish a pathway it informs [USD/year] (rows, years)."""
    found = measured(arrays, study)
    points = np.arange(1.0, found.study.shape[1] + 1.0)
    fade, everything = study.effect.fade_out, np.ones((1, 1))
    gap = weight_of(arrays, study) * found.full * (found.study - found.pay)
    path = impact.effect_path(own.year, points, gap, everything, fade, None)
    return path if own.is_always_at_work else path * own.at_work


class _Asked:
    """A study and what of some assumptions it rests on: the same only if these are the very same objects.

    Who the person is, and where, is no part of it, so that many people may share it.
    """

    def __init__(self, arrays: Arrays, study: Study[Array, YearPoints]) -> None:
        self.arrays, self.study = arrays, study
        self.parts = (arrays.people, arrays.careers, arrays.economy.real_wage_growth, study)

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and all(one is two for one, two in zip(self.parts, other.parts, strict=True))


def measured(arrays: Arrays, study: Study[Array, YearPoints]) -> Measured:
    """What a study found, and what pay says of the same people."""
    return _measured(_Asked(arrays, study))


@lru_cache(maxsize=32)
def _measured(asked: _Asked) -> Measured:
    """The same; every pathway that the study informs needs it, some of them several times."""
    arrays, study = asked.arrays, asked.study
    theirs = _assumptions_of(arrays, study)
    years, pathway = life(theirs, is_compared=False), theirs.pathways[STUDIED]
    rate, own = study.completion.rate, term(theirs, pathway)
    kept = mean_kept(theirs, pathway, own, rate)
    return Measured(
        study=effect_of(years, study.effect),
        pay=expected_earnings(ways_of_levels(theirs, years, pathway)) - years.level * years.employed,
        full=impact.full_dose(np.ones((1, 1)), rate, kept),
    )


def _assumptions_of(arrays: Arrays, study: Study[Array, YearPoints]) -> Arrays:
    """The assumptions about the people of a study: the same, but for who and where they are."""
    start = study.start_age
    person = msgspec.structs.replace(
        arrays.person,
        start_age=start,
        retire_age=start + study.effect.last_observed_year,
        weekly_hours=np.full((1, 1), float(FULL_TIME_WEEK)),
        sex=study.sex,
        attachment="attached",
        wage=None,
        education=None,
        disability=False,
        years_out=None,
        planned_out=None,
        loan=None,
        quit_after=None,
        children=None,
        partner_earnings=None,
    )
    assert study.measured_pathway is not None  # put in on loading
    without = msgspec.structs.replace(
        arrays.pathways[COUNTERFACTUAL], earnings=Earnings[Array](education="high-school")
    )
    # Studied people are paid by the country's scale, which lies above the minimum wage of any one place.
    economy = msgspec.structs.replace(arrays.economy, minimum_wage=np.zeros((1, 1)))
    pathways = {COUNTERFACTUAL: without, STUDIED: study.measured_pathway}
    return msgspec.structs.replace(arrays, person=person, economy=economy, place=None, pathways=pathways, studies={})
