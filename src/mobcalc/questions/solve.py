"""`solve`: at which values of one assumption something comes true."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from mobcalc.errors import InputError, Problem, input_error
from mobcalc.household.taxes_and_benefits import household_used
from mobcalc.household_types import Slices
from mobcalc.model import Array, solving
from mobcalc.projection.case import Case, fits, ids_of, unchecked
from mobcalc.projection.leaving import keep_per_term
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import subject_of
from mobcalc.projection.pay_path import typical_wage
from mobcalc.questions import notices
from mobcalc.questions.basis import NO_DRAWS, Drawing, terms, titles
from mobcalc.questions.solve_targets import Wanted, amounts
from mobcalc.questions.solve_trials import Check, Trial, chance_at, chance_in, tried
from mobcalc.results.notices import Notice
from mobcalc.results.provenance import Provenance
from mobcalc.results.solve import InForce, Question, Solution, Solved, Tried
from mobcalc.sampling import restated
from mobcalc.schema import Records, records


class Steps(NamedTuple):
    """How a range is searched: in how many parts at first, and how often in how many each stretch with a change."""

    grid: int
    sections: int
    refinements: int


CLOSE = Steps(64, 128, 2)
"""For amounts: 64 x 128 x 128 is more than a million, so a value is found to a millionth of the range."""
COARSE = Steps(32, 4, 4)
"""For chances, each of which takes as long as ten thousand lives: 33 of them and 12 for each change are computed in
about two seconds. 32 x 4 x 4 x 4 x 4 is more than 8,000 parts, far finer than what so many lives can tell apart; two
times 16 parts would be as fine and take 30 for each change."""
EVEN_CHANCE = 0.5
"""A chance above this is one of gaining rather than of losing."""
ROUNDING = 1e-9
"""Amounts that differ by no more than this part of the largest are equal but for rounding."""
WAGE = "person.wage"
"""The name of the person's own wage; until it is given, that of people like this one stands for it."""


class Asked(NamedTuple):
    """A question as it is put: the name with its unit, the range, the target, the two pathways, and lives drawn.

    `design_effect` is how much more a chance varies than if every life were drawn in assumptions of its own [ratio].
    """

    name: str
    unit: str
    is_whole: bool
    low: float
    high: float
    wanted: Wanted
    pathway: str
    versus: str
    drawing: Drawing = NO_DRAWS
    design_effect: float = 1.0

    @property
    def steps(self) -> Steps:
        """How closely the range is searched."""
        return COARSE if self.wanted.kind == "chance" else CLOSE

    @property
    def noise(self) -> float:
        """Two standard errors of a chance of the size wanted [share]; 0 for amounts, which are exact."""
        if self.wanted.kind != "chance":
            return 0.0
        chance = self.wanted.value
        return 2.0 * math.sqrt(self.design_effect * chance * (1.0 - chance) / self.drawing.draws)


class _Change(NamedTuple):
    """A value at which the answer changes: whether to yes from there on, whether beyond it no value is possible."""

    value: float
    rises: bool
    is_edge: bool
    is_jump: bool


def solved(
    assumptions: Records, provenance: Provenance, asked: Asked, check: Check, slices: Slices | None = None
) -> Solved:
    """The values of one assumption at which a target is met, everything else at its value.

    Args:
        assumptions: everything that is assumed, the person included.
        provenance: which assumptions these are, passed on.
        asked: the question.
        check: finds what is wrong with a whole set; values that do not pass it are not possible.
        slices: taxes and benefits of the household as it changes over the years; none without a place.

    Raises:
        InputError: for an unknown pathway, where no value is possible, and where nobody knows what finishers are paid.
    """
    case = _case(assumptions, asked)
    trial = Trial(assumptions, asked.name, asked.unit, (asked.versus, asked.pathway), slices, check, asked.drawing)
    values = _grid(asked)
    amounts = tried(trial, asked.wanted, values)
    _refuse_impossible(trial, asked, amounts)
    if asked.wanted.kind == "chance":
        asked = asked._replace(design_effect=_design_effect(trial, asked, values, amounts))
    return Solved(
        **terms(case, provenance, asked.drawing, with_needs=asked.wanted.kind == "living_wage_by"),
        **_answer(asked, values, amounts, _search(trial, asked, values, amounts)),
        household=None if slices is None else household_used(case.arrays, slices),
        names={name: case.arrays.pathways[name].name for name in case.ids},
        titles=titles(case.settled, case.ids),
        question=_question(asked),
        now=_now(case, asked, _at_present(case, asked, slices)),
        notes=[
            *_effect_notices(case, asked),
            *_leaver_notices(case, asked, amounts),
            *_pathway_notices(case, asked.pathway, slices),
        ],
        caution=case.arrays.pathways[asked.pathway].caution,
    )


def _answer(asked: Asked, values: Array, amounts: Array, changes: Sequence[_Change]) -> dict[str, Any]:
    """What the values tried, and the changes between them, say, under the names of the answer."""
    is_met, possible = _margins(asked, amounts) >= 0.0, ~np.isnan(amounts)
    ranges = _ranges(asked, bool(is_met[0]), changes)
    solutions = [_solution(asked, values, amounts, change) for change in changes if not change.is_edge]
    grid = [Tried(v, **_reached(asked, at)) for v, at in zip(values.tolist(), amounts.tolist(), strict=True)]
    is_always, best = is_met[possible].all() and not solutions, _best(asked, amounts)
    return {
        "matters": best is not None,
        "answer": "always" if is_always else "crossings" if ranges else "never",
        "solutions": solutions,
        "ranges": ranges,
        "best": None if best is None else grid[best],
        "grid": grid,
        "chance_precision": asked.noise or None,
    }


def _best(asked: Asked, amounts: Array) -> int | None:
    """The place of the largest amount or chance, the first of those equal to it; None where it is the same everywhere.

    What differs by rounding alone is equal: which of it is largest is another with each version of NumPy.
    """
    noise = ROUNDING * float(np.nanmax(np.abs(amounts)))
    if np.nanmax(amounts) - np.nanmin(amounts) <= max(asked.wanted.tolerance, noise):
        return None
    return int(np.flatnonzero(amounts >= np.nanmax(amounts) - noise)[0])


def _solution(asked: Asked, values: Array, amounts: Array, change: _Change) -> Solution:
    """A change as a solution, with how far to both sides the lives drawn cannot tell it from others."""
    within = None
    if asked.wanted.kind == "chance":
        margins, below, start = _margins(asked, amounts), values < change.value, np.array([[change.value]])
        low, high = (
            float(solving.reach(start, values[None, side], margins[None, side], asked.noise)[0, 0])
            for side in (np.flatnonzero(below)[::-1], np.flatnonzero(~below))
        )
        # Between whole numbers nothing can stand.
        within = (float(math.ceil(low)), float(math.floor(high))) if asked.is_whole else (low, high)
    return Solution(change.value, "from" if change.rises else "up_to", change.is_jump, within)


def _reached(asked: Asked, amount: float) -> dict[str, Any]:
    """What a target is about, as an amount or as a chance; neither where it is not a number."""
    name, other = ("chance", "amount") if asked.wanted.kind == "chance" else ("amount", "chance")
    return {name: None if np.isnan(amount) else amount, other: None}


def _case(assumptions: Records, asked: Asked) -> Case:
    """The case of the two pathways; whether they fit into the working life is asked of each value instead."""
    ids = ids_of(assumptions, [asked.pathway], asked.versus)
    if len(ids) == 1:
        what = "a pathway gains nothing over itself"
        raise input_error("--pathway", asked.pathway, what, "give another --pathway or another --versus")
    pathway = assumptions.pathways[asked.pathway]
    if asked.wanted.kind == "living_wage_by" and pathway.evidence == "impact" and pathway.completion is None:
        what = "the study does not tell those who finish from those who leave, so what they are paid is not known"
        raise input_error(
            "--living-wage-by", asked.pathway, what, "ask for --gain or --by-age, or name another --pathway"
        )
    return unchecked(assumptions, ids)


def _question(asked: Asked) -> Question:
    wanted = asked.wanted
    return Question(
        name=asked.name,
        unit=asked.unit,
        target=wanted.kind,
        target_value=wanted.value,
        pathway=asked.pathway,
        versus=asked.versus,
        measure=None if wanted.kind == "living_wage_by" else wanted.measure,
        low=asked.low,
        high=asked.high,
        is_whole=asked.is_whole,
    )


def _grid(asked: Asked) -> Array:
    """The values tried at first, both ends included: every whole number, or equal steps (n,)."""
    if asked.is_whole:
        return np.array([float(number) for number in range(int(asked.low), int(asked.high) + 1)])
    return solving.sections(np.array([[asked.low, asked.high]]), asked.steps.grid).ravel()


def _refuse_impossible(trial: Trial, asked: Asked, amounts: Array) -> None:
    """Refuse a question for which at most one value is possible, with the reason at an end of the range.

    Raises:
        InputError: when that is so.
    """
    if np.isfinite(amounts).sum() > 1:
        return
    problems = trial.problems(asked.low) or trial.problems(asked.high)
    if problems:
        raise InputError(Problem("NAME", problem.name, problem.what, problem.hint) for problem in problems)
    whole = f"from {asked.low:g} to {asked.high:g}"
    what = f"no value {whole} is possible: training or the age asked about lies outside the working life"
    raise input_error("NAME", asked.name, what, "give another --low or --high, another --age, or another --pathway")


def _search(trial: Trial, asked: Asked, values: Array, amounts: Array) -> list[_Change]:
    """Every change of the answer along the values, in rising order, each found as closely as the steps go."""
    margins = _margins(asked, amounts)[None, :]
    changes, sides = solving.brackets(values[None, :], margins), solving.brackets(margins, margins)
    is_jump = np.zeros((len(changes), 1))
    for _ in range(0 if asked.is_whole else asked.steps.refinements):
        if not len(changes):
            break
        rows = solving.sections(changes, asked.steps.sections)
        between = _margins(asked, tried(trial, asked.wanted, rows[:, 1:-1].ravel())).reshape(len(rows), -1)
        # The ends of each stretch are known already. Where a chance passes what is wanted, its noise is no change.
        margins = solving.steadied(np.hstack([sides[:, :1], between, sides[:, 1:]]), asked.noise)
        is_jump = solving.is_jump(margins, asked.noise)
        changes, sides = solving.brackets(rows, margins), solving.brackets(margins, margins)
    rises, edges = (sides[:, 1] >= 0.0).tolist(), np.isnan(sides.sum(axis=1)).tolist()
    return [
        # The end that is a yes, so that what is said holds at the very value.
        _Change(float(pair[int(rise)]), rise, edge, jump == 1.0)
        for pair, rise, edge, jump in zip(changes, rises, edges, is_jump[:, 0].tolist(), strict=True)
    ]


def _margins(asked: Asked, amounts: Array) -> Array:
    """By how much amounts [USD] or chances [share] are above what is wanted; 0 or more is a yes."""
    return amounts - asked.wanted.least + asked.wanted.tolerance


def _ranges(asked: Asked, starts: bool, changes: Sequence[_Change]) -> list[tuple[float, float]]:
    """Where the answer is yes, from the first to the last value tried.

    Args:
        asked: the question.
        starts: whether the answer is yes at the lowest value.
        changes: where it changes, in rising order, to yes and back in turn.
    """
    bounds = [asked.low] * starts + [change.value for change in changes]
    bounds += [asked.high] * (len(bounds) % 2)
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _now(case: Case, asked: Asked, present: float) -> InForce:
    """The value in force for this person, and its amount or chance."""
    record = dict(records(case.settled)).get(asked.name) or dict(records(case.given)).get(asked.name)
    reached = _reached(asked, present)
    is_wage = record is None and asked.name == WAGE
    typical = typical_wage(case.arrays) if is_wage else None
    if record is None:
        return InForce(None, **reached, kind=None, source=None, typical=typical)
    value = restated(case.given, record)
    assert isinstance(value, float)  # only single numbers can be asked for
    return InForce(value, **reached, kind=record.kind, source=record.source, typical=None)


def _at_present(case: Case, asked: Asked, slices: Slices | None) -> float:
    """What the target is about with everything as it is; not a number where training does not fit."""
    if not fits(case.arrays, case.ids)[0, 0]:
        return float("nan")
    if asked.wanted.kind == "chance":
        return chance_in(case, asked.drawing).share
    return float(amounts(asked.wanted, sides_of(case, slices), (asked.versus, asked.pathway))[0, 0])


def _design_effect(trial: Trial, asked: Asked, values: Array, amounts: Array) -> float:
    """That of the value tried whose chance is nearest to the one wanted, where it is needed."""
    nearest = values[np.nanargmin(np.abs(_margins(asked, amounts)))]
    return chance_at(trial, float(nearest)).design_effect


def _effect_notices(case: Case, asked: Asked) -> list[Notice]:
    """That a measured effect is divided among those who finish, where a chance to finish is what moves it."""
    is_asked = asked.name == f"pathways.{asked.pathway}.completion.rate"
    is_effect = case.arrays.pathways[asked.pathway].evidence == "impact"
    by_group = asked.wanted.kind in ("chance", "living_wage_by")
    return [Notice("effect_shared")] if is_asked and is_effect and by_group else []


def _leaver_notices(case: Case, asked: Asked, amounts: Array) -> list[Notice]:
    """Why a pathway that nobody finishes gains all the same, where that is an assumption about those who leave."""
    pathway, kind = case.arrays.pathways[asked.pathway], asked.wanted.kind
    is_asked = asked.name == f"pathways.{asked.pathway}.completion.rate" and kind in ("gain", "chance")
    if not is_asked or pathway.completion is None:
        return []
    kept = keep_per_term(case.arrays, pathway)
    least = 0.0 if kind == "gain" else EVEN_CHANCE
    gains = asked.low == 0.0 and amounts[0] > least and kept[0, 0] > 0.0
    return [Notice("leavers_gain", {"share": float(kept[0, 0])})] if gains else []


def _pathway_notices(case: Case, name: str, slices: Slices | None) -> list[Notice]:
    """What must be said of the pathway as it is now, as far as it fits into the working life."""
    if not fits(case.arrays, case.ids)[0, 0]:
        return []
    return notices.pathway_notices(case.arrays, subject_of(sides_of(case, slices), name))
