"""Which pathways an answer is about, for which person, and whether they fit into the working life."""

from collections.abc import Sequence

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.errors import UNFIT, InputError, Problem, input_error
from mobcalc.projection.training_term import length_of, room
from mobcalc.results.notices import Notice
from mobcalc.sampling import Arrays, for_person, given_names, point
from mobcalc.schema import ALL, COUNTERFACTUAL, Assumption, Pathway, Records, Sex, used, with_steps
from mobcalc.units import counted, nearest

FAMILIES = ("none", "apprenticeship", "training")


FORMER = {
    "apprenticeship-as-evaluated": "the study corrects what pay says of every trade: -p building-trades-apprenticeship "
    "--show evidence has both",
}
"""Ids that there were, and where to find what they had."""
SEXES: tuple[Sex, ...] = ("male", "female")


class Run(Struct, frozen=True):
    """The assumptions settled for one sex, and the same as one row of numbers."""

    settled: Records
    arrays: Arrays


class Case(Struct, frozen=True):
    """One person and the pathways in question, the baseline first.

    `given` are the assumptions as they came, `settled` the same with what depends on the person put in its place,
    `arrays` these as one row of numbers. `runs` are what is computed: the person's own sex, or a man and a woman where
    the sex is not given. `life_id` is the id of a person whose lives have luck of their own; empty for nobody's.
    """

    given: Records
    settled: Records
    arrays: Arrays
    ids: list[str]
    runs: tuple[Run, ...]
    life_id: str = ""


def case_of(assumptions: Records, chosen: Sequence[str], baseline: str | None) -> Case:
    """The case of the chosen pathways for the person in the assumptions.

    Args:
        assumptions: everything that is assumed, the person included.
        chosen: pathway ids in the order wanted; 'all' for every one; none for those shown by default.
        baseline: the pathway to compare with; no postsecondary when not given.

    Raises:
        InputError: for an unknown pathway, and for training that does not fit into the working life.
    """
    case = unchecked(assumptions, ids_of(assumptions, chosen, baseline))
    check_terms(case.arrays, case.ids)
    return case


def unchecked(assumptions: Records, ids: Sequence[str]) -> Case:
    """The case of these pathways, the baseline first, whether or not training fits into the working life."""
    settled = settled_for(assumptions, ids)
    arrays = point(settled)
    sexes = sexes_of(assumptions)
    by_sex = [settled_for(assumptions, ids, sex) for sex in sexes] if len(sexes) > 1 else [settled]
    runs = tuple(Run(one, arrays if one is settled else point(one)) for one in by_sex)
    return Case(assumptions, settled, arrays, list(ids), runs)


def numbers_of(case: Case, ids: Sequence[str], draws: int = 0) -> dict[str, Assumption]:
    """The numbers that pathways of a case rest on, by the names they were given by.

    Args:
        case: one person and the pathways.
        ids: of the pathways.
        draws: how many lives are drawn; without any, nothing rests on how far lives differ.
    """
    ids = (case.settled.person.education or COUNTERFACTUAL, *ids)
    numbers = {
        names.get(name, name): record
        for run in case.runs
        for names in [given_names(case.given, run.settled)]
        for name, record in used(run.settled, ids, draws)
    }
    # What men and women are mixed by is of no one run.
    mixed = {name: one for name, one in used(case.settled, ids) if name.endswith(".male_share")}
    return numbers | mixed


def sexes_of(assumptions: Records) -> tuple[Sex, ...]:
    """The sexes that a person may be of: the own one, or both where it is not given."""
    return SEXES if assumptions.person.sex is None else (assumptions.person.sex,)


def years_of(arrays: Arrays, name: str) -> float | None:
    """How long the training of a pathway takes [years]; null without any."""
    length = length_of(arrays, arrays.pathways[name])
    return None if length is None else float(length[0, 0])


def settled_for(assumptions: Records, ids: Sequence[str], sex: Sex | None = None) -> Records:
    """The assumptions for this person and these pathways, the baseline first; the others are left out.

    The pathway that says what the person earns without training always stays.

    Args:
        assumptions: as they came.
        ids: of the pathways.
        sex: that the person is taken to be of; the person's own when not given, which may be unknown.
    """
    settled = for_person(assumptions, ids[0], sex, ids[1:])
    return with_pathways(settled, (settled.person.education or COUNTERFACTUAL, COUNTERFACTUAL, *ids))


def with_pathways(assumptions: Records, ids: Sequence[str]) -> Records:
    """The assumptions with these pathways, and those that are finished before them, alone."""
    pathways = {name: assumptions.pathways[name] for name in with_steps(assumptions, ids)}
    return msgspec.structs.replace(assumptions, pathways=pathways)


def ids_of(assumptions: Records, chosen: Sequence[str], baseline: str | None) -> list[str]:
    """The ids to compare, baseline first, each once.

    Raises:
        InputError: for an id that no pathway has.
    """
    known = assumptions.pathways
    in_order = sorted(known, key=lambda name: (FAMILIES.index(known[name].family), known[name].listed_as or name, name))
    wanted = [COUNTERFACTUAL if baseline is None else baseline]
    for name in chosen or _shown_by_default(assumptions, in_order, wanted[0]):
        wanted += in_order if name == ALL else [name]
    check_ids(assumptions, wanted)
    if assumptions.person.education is not None and _is_own_job(assumptions, wanted[0]):
        what = "the education held and the baseline both say what the person earns without training"
        raise input_error("", "person.education", what, "leave out --education, or the baseline")
    return list(dict.fromkeys(wanted))


def _is_own_job(assumptions: Records, baseline: str) -> bool:
    """Whether the baseline is a job of the person's own in place of the usual life without training."""
    return baseline != COUNTERFACTUAL and assumptions.pathways[baseline].family == "none"


def _shown_by_default(assumptions: Records, in_order: Sequence[str], baseline: str) -> list[str]:
    """What nobody has to ask for: not what the person has already, nor a second life without training."""
    held = assumptions.person.education
    unwanted = {
        name for name, pathway in assumptions.pathways.items() if held is not None and _adds_nothing(pathway, held)
    }
    if baseline in assumptions.pathways and _is_own_job(assumptions, baseline):
        unwanted.add(COUNTERFACTUAL)
    return [name for name in in_order if not assumptions.pathways[name].on_request and name not in unwanted]


def _adds_nothing(pathway: Pathway[Assumption, Assumption], held: str) -> bool:
    """Whether a pathway leads to no more than an education that is held."""
    part = pathway.earnings
    return pathway.family != "none" and part is not None and part.percentiles is None and part.education == held


def check_ids(assumptions: Records, ids: Sequence[str], where: str = "") -> None:
    """Refuse ids that no pathway has.

    Raises:
        InputError: naming where the first of them was given.
    """
    known = assumptions.pathways
    for name in ids:
        if name not in known:
            if name in FORMER:
                raise input_error(where, name, "it is no pathway of its own any more", FORMER[name])
            hint = nearest(name, known) or "known: " + ", ".join(known)
            raise input_error(where, name, "there is no pathway of this id", hint)


def check_terms(arrays: Arrays, ids: Sequence[str]) -> None:
    """Refuse training that is longer than the working life or that time out falls into, naming pathways that fit.

    Raises:
        InputError: with a problem for each pathway that does not fit.
    """
    problems = misfits(arrays, ids)
    if not problems:
        return
    trained = [name for name in ids if years_of(arrays, name) is not None]
    fitting = " ".join(f"--pathway {name}" for name in trained if name not in problems)
    hint = f"these fit: {fitting}" if fitting else "give another --age, --retire-age or --out"
    raise InputError(Problem("", f"pathways.{name}", _said(why), hint) for name, why in problems.items())


def _said(why: Notice) -> str:
    numbers = {name: counted(float(n), "year") if name == "years" else f"{n:g}" for name, n in why.values.items()}
    return UNFIT[why.code].format(**numbers)


def misfits(arrays: Arrays, ids: Sequence[str]) -> dict[str, Notice]:
    """Why training does not fit into the person's working life, for each pathway where it does not."""
    trained = {name: length for name in ids if (length := years_of(arrays, name)) is not None}
    return {name: why for name, length in trained.items() if (why := _misfit(arrays, length)) is not None}


def fits(arrays: Arrays, ids: Sequence[str]) -> NDArray[np.bool_]:
    """Whether training fits into the working life, ahead of any time out, in each row (rows, 1)."""
    all_fit: NDArray[np.bool_] = np.ones((1, 1), dtype=np.bool_)
    for length in (length_of(arrays, arrays.pathways[name]) for name in ids):
        if length is not None:
            all_fit = all_fit & (length <= room(arrays))
    return all_fit


def _misfit(arrays: Arrays, length: float) -> Notice | None:
    """Why training of a length does not fit into the person's working life; None if it does."""
    start, retire = (float(a.max()) for a in (arrays.person.start_age, arrays.person.retire_age))
    if length > retire - start:
        return Notice("longer_than_life", {"years": length, "left": retire - start})
    outs = arrays.person.planned_out
    first = float("inf") if outs is None else float(outs.years.min())
    if first < start + length:
        return Notice("time_out_in_training", {"until": start + length, "out": first})
    return None
