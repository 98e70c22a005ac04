"""Checks of the studies that correct what pay says."""

import re
from collections.abc import Iterator
from functools import partial

from mobcalc.errors import Problem
from mobcalc.loader.number_checks import amount
from mobcalc.loader.problems import last_given
from mobcalc.schema import Assumption, Impact, Records, Study, informs
from mobcalc.units import nearest


def problems(assumptions: Records, touched: dict[str, str]) -> Iterator[Problem]:
    """What a study was measured on exists, its effect is of all who start and fades, and its weight is a share.

    Args:
        assumptions: the assumptions after all layers.
        touched: file and line, or flag, of every name that a layer over the bundled ones gave.
    """
    for key, study in assumptions.studies.items():
        problem, measured = partial(_of_study, f"studies.{key}", touched), assumptions.pathways.get(study.measured_on)
        if measured is None:
            what = f"there is no pathway of the id '{study.measured_on}'"
            hint = nearest(study.measured_on, assumptions.pathways) or "give the id of a pathway"
            yield problem("measured_on", what, hint)
        elif measured.evidence == "impact" or measured.training is None or measured.after is not None:
            what = f"'{study.measured_on}' is not known by pay with one training"
            yield problem("measured_on", what, "name a pathway of the kind 'levels' with training")
        if (wrong := _wrong_effect(study.effect)) is not None:
            yield problem("effect", *wrong)
        yield from (problem(*wrong) for wrong in _wrongly_informed(study))
    yield from _weights(assumptions, touched)


def _wrongly_informed(study: Study[Assumption, Assumption]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with what a study is said to inform: the part, what it is, and what to do about it."""
    wrong = [code for code in study.informs.split() if not INFORMED.fullmatch(code)]
    if wrong:
        hint = "write codes such as 47 or 47-2111, with spaces between them"
        yield "informs", f"'{wrong[0]}' is no SOC code and no beginning of one", hint
    if study.family == "none":
        yield "family", "without training there is nothing to inform", "write apprenticeship or training"


INFORMED = re.compile(r"typically-apprenticeship|\d{2}(-\d{0,4})?")
"""What a study may say that it informs: an occupation's code, or the beginning of one."""


def _weights(assumptions: Records, touched: dict[str, str]) -> Iterator[Problem]:
    """Studies of one pathway do not count more than all of it."""
    for key, pathway in assumptions.pathways.items():
        informing = {name: study for name, study in assumptions.studies.items() if informs(study, pathway)}
        whole = sum(amount(study.weight) for study in informing.values())
        if whole > 1.0:
            what = f"the studies that inform pathways.{key} weigh {whole:g} together ({', '.join(informing)})"
            hint = "give weights that add up to 1 at most"
            yield _of_study(f"studies.{list(informing)[-1]}", touched, "weight", what, hint)
            return


def _wrong_effect(effect: Impact[Assumption, Assumption]) -> tuple[str, str] | None:
    """What is wrong with the effect of a study, and what to do about it; None where nothing is."""
    points = effect.participant
    if points is None or effect.completer is not None or effect.fade_out is None:
        what = "it must be of all who start, and say how it fades"
        return what, "give effect: participant and effect: fade_out"
    if isinstance(points.value, dict) and min(points.value) < 1:
        return "years since enrolment start at 1", "call the first year 1"
    return None


def _of_study(name: str, touched: dict[str, str], part: str, what: str, hint: str) -> Problem:
    return Problem(last_given(touched, f"{name}.{part}", name), f"{name}.{part}", what, hint)
