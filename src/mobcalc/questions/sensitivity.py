"""`sensitivity`: how far each assumption moves the gain of one pathway over another, and where it changes sides."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from mobcalc.errors import input_error
from mobcalc.household.rules_by_year import made_with
from mobcalc.household.taxes_and_benefits import household_used
from mobcalc.household_types import Slices
from mobcalc.model import Array
from mobcalc.projection.case import Case, case_of, fits, numbers_of, unchecked
from mobcalc.projection.measures import best_pathway, gain
from mobcalc.projection.mixture import Side
from mobcalc.projection.person_years import life
from mobcalc.questions.basis import NO_DRAWS, Drawing, terms, titles
from mobcalc.questions.sensitivity_switch import switch_points
from mobcalc.results.provenance import Provenance
from mobcalc.results.sensitivity import (
    BY_CHANCE,
    DOES_NOT_FIT,
    HAS_NO_RANGE,
    HOUSEHOLD_IS_FIXED,
    LEAST_SWING,
    NO_SWITCH,
    NOT_KNOWN,
    NOT_LOOKED_FOR,
    RANGE_DROPPED,
    NotSwept,
    Sensitivity,
    SweptAssumption,
)
from mobcalc.sampling import given_names
from mobcalc.sampling.sweeps import Swept, ends, has_range, is_scenario, swept, varied
from mobcalc.schema import COUNTERFACTUAL, Assumption, Assumptions, Records, is_below, limits_of, records, with_leaf

OF_HOUSEHOLD = "net_resources_present_value"
"""The measure that needs a place."""
NEVER_MEASURED = (
    "living_wage",
    "place.goods_parity",
    "place.poverty_guideline",
    "place.rents",
    "place.infant_care_center",
    "place.infant_care_family",
)
"""What no measure rests on but through the tables: basic needs change what is left over, not what is kept."""
HOUSEHOLD = ("person.adults", "person.children", "person.partner_earnings")
"""Who lives together, which matters to taxes and benefits alone."""


class Question(NamedTuple):
    """Which gain is asked about: of a pathway (the best without one) over another (the baseline without one).

    `baseline` is what a scenario file says of it, which may be a job of the person's own. By the measure `BY_CHANCE` it
    is the chance to end well ahead that is asked about, of lives drawn as `drawing` says.
    """

    pathway: str | None = None
    versus: str | None = None
    measure: str = "net_present_value"
    baseline: str | None = None
    drawing: Drawing = NO_DRAWS


OF_THE_BEST = Question()


class _Sweep(NamedTuple):
    """One pair in one case, by one measure."""

    case: Case
    pair: tuple[str, str]
    measure: str
    slices: Slices | None
    drawing: Drawing

    def gains(self, values: Mapping[str, Array]) -> Array:
        """The gain at the values themselves, then at each value of each assumption; not a number where none fits."""
        return self._chances(values) if self.measure == BY_CHANCE else self._amounts(values)

    def _chances(self, values: Mapping[str, Array]) -> Array:
        """The same as chances to end well ahead: each value counts as certain, the rest is drawn, the same lives."""
        # Random numbers take time to import, and no other measure needs them.
        from mobcalc.simulation.draws import chance_well_ahead

        amounts = self._replace(measure="net_present_value")._amounts(values)
        trials = [
            self.case.given,
            *(_put_in(self.case.given, name, value) for name, own in values.items() for value in own),
        ]
        versus, pathway = self.pair[1], self.pair[0]
        chances = [
            np.nan if np.isnan(amount) else chance_well_ahead(unchecked(given, (versus, pathway)), *self.drawing).share
            for given, amount in zip(trials, amounts.tolist(), strict=True)
        ]
        return np.array(chances)

    def _amounts(self, values: Mapping[str, Array]) -> Array:
        """The same in dollars."""
        count = 1 + sum(len(own) for own in values.values())
        slices = self.slices if self.measure == OF_HOUSEHOLD else None
        given = self.case.given
        all_varied = [varied(run.settled, values, given_names(given, run.settled)) for run in self.case.runs]
        # What becomes of training that does not fit is computed with the rest and left out, so nothing to warn of.
        with np.errstate(all="ignore"):
            sides = [Side(arrays, life(arrays, slices)) for arrays in all_varied]
            pair_gain = gain(sides, self.pair, self.measure)
        is_possible = fits(all_varied[0], self.pair) & np.isfinite(pair_gain)
        gains: Array = np.where(np.broadcast_to(is_possible, (count, 1)), pair_gain, np.nan)[:, 0]
        return gains


def sensitivity(
    assumptions: Records,
    bundled: Records,
    provenance: Provenance,
    question: Question = OF_THE_BEST,
    slices: Slices | None = None,
) -> Sensitivity:
    """How far each assumption that has a range moves the gain, one at a time, the largest swing first.

    Args:
        assumptions: everything that is assumed, the person included.
        bundled: the same before the user changed anything, for the ranges that were dropped.
        provenance: which assumptions these are, passed on.
        question: which gain.
        slices: taxes and benefits of the household as it changes over the years; none without a place.

    Raises:
        InputError: for an unknown pathway, one compared with itself, and training that does not fit.
    """
    sweep = _asked(assumptions, question, slices)
    case = sweep.case
    numbers = _numbers(sweep)
    fixed = {*HOUSEHOLD, *_made_with(sweep)}
    chosen = swept(case.given, [name for name in numbers if name not in fixed])
    gains = sweep.gains(ends(chosen))
    return Sensitivity(
        **terms(case, provenance, question.drawing),
        outcome=sweep.measure,
        pathway=sweep.pair[0],
        versus=sweep.pair[1],
        names=_titles(sweep, numbers),
        titles=titles(case.settled, sweep.pair),
        evidence={name: case.settled.pathways[name].evidence for name in sweep.pair},
        same_footing=_same_footing(case, sweep.pair),
        cautions={name: said for name in sweep.pair if (said := case.settled.pathways[name].caution)},
        household=None if slices is None else household_used(case.arrays, slices),
        gain=float(gains[0]),
        sensitivity=sorted(_found(sweep, numbers, chosen, gains), key=lambda one: (-(one.swing or 0.0), one.name)),
        not_swept=_not_swept(numbers, bundled, fixed),
    )


def _asked(assumptions: Records, question: Question, slices: Slices | None) -> _Sweep:
    """The pair asked about, in the case of the person.

    The pathway compared with is the baseline too, but where the person's life without training is a job of their own.
    """
    versus = question.versus or question.baseline or COUNTERFACTUAL
    own_slices = slices if question.measure == OF_HOUSEHOLD else None
    by = "net_present_value" if question.measure == BY_CHANCE else question.measure
    pathway = question.pathway or best_pathway(assumptions, question.baseline, versus, by, own_slices)
    if pathway == versus:
        what = f"'{pathway}' would be compared with itself"
        raise input_error("--versus", "", what, "give another pathway to --pathway or to --versus")
    own = question.baseline
    keeps_job = own is not None and _is_own_job(assumptions, own) and assumptions.pathways[versus].family != "none"
    case = case_of(assumptions, [versus, pathway], own if keeps_job else versus)
    return _Sweep(case, (pathway, versus), question.measure, slices, question.drawing)


def _put_in(given: Records, name: str, value: float) -> Records:
    """The assumptions with a value in its place, which is certain; figures of one sex do not take its place."""
    record = dict(records(given))[name]
    certain = msgspec.structs.replace(record, value=float(value), range=None, kind="user")
    changed: Records = with_leaf(given, name, certain)
    return changed


def _titles(sweep: _Sweep, numbers: Iterable[str]) -> dict[str, str]:
    """What the pathways are called that the answer names, be it only as the source of a number."""
    of_numbers = [name.split(".")[1] for name in numbers if name.startswith("pathways.")]
    known = {**sweep.case.given.pathways, **sweep.case.settled.pathways}
    return {name: known[name].name for name in dict.fromkeys((*sweep.pair, *sweep.case.ids, *of_numbers))}


def _same_footing(case: Case, pair: tuple[str, str]) -> bool:
    """Whether two pathways may be set against each other: a measured effect is one over no training."""
    ours, theirs = (case.settled.pathways[name] for name in pair)
    return ours.evidence == theirs.evidence or "none" in (ours.family, theirs.family)


def _is_own_job(assumptions: Records, name: str) -> bool:
    return name != COUNTERFACTUAL and assumptions.pathways[name].family == "none"


def _numbers(sweep: _Sweep) -> dict[str, Assumption]:
    """The numbers that the gain may rest on, by the names they were given by, each once."""
    unused = NEVER_MEASURED if sweep.measure == OF_HOUSEHOLD else (*NEVER_MEASURED, *HOUSEHOLD)
    numbers = numbers_of(sweep.case, sweep.pair, sweep.drawing.draws)
    return {n: record for n, record in numbers.items() if n in _made_with(sweep) or not is_below(n, unused)}


def _made_with(sweep: _Sweep) -> tuple[str, ...]:
    """The numbers with which the tables of taxes and benefits were made, where the gain rests on those."""
    partner = sweep.case.arrays.person.partner_earnings
    earns = 0.0 if partner is None else float(partner[0, 0])
    return made_with(sweep.case.arrays.person, earns) if sweep.measure == OF_HOUSEHOLD else ()


def _found(
    sweep: _Sweep, numbers: Mapping[str, Assumption], chosen: Sequence[Swept], gains: Array
) -> list[SweptAssumption]:
    """Each assumption with the gains at its ends, how far they lie apart, and where the gain changes sides."""
    point = float(gains[0])
    at_ends = [(_known(gains[one.row_low]), _known(gains[one.row_high])) for one in chosen]
    swings = [_swing(point, both) for both in at_ends]
    moving = [one for one, swing in zip(chosen, swings, strict=True) if swing is not None and swing >= LEAST_SWING]
    by_chance = sweep.measure == BY_CHANCE
    switches = {} if by_chance else _switches(sweep, numbers, moving)
    reasons = FIGURES | ({"switch_point": NOT_LOOKED_FOR} if by_chance else {})
    return [
        _swept(one, numbers[one.name], [*both, swing, switches.get(one.name)], reasons)
        for one, both, swing in zip(chosen, at_ends, swings, strict=True)
    ]


def _known(gain: float) -> float | None:
    return None if np.isnan(gain) else float(gain)


def _swing(point: float, at_ends: Sequence[float | None]) -> float | None:
    """The largest less the smallest of the gains at the ends and at the value; None where neither end is known."""
    known = [amount for amount in at_ends if amount is not None]
    return max(point, *known) - min(point, *known) if known else None


FIGURES = {
    "gain_at_low": DOES_NOT_FIT,
    "gain_at_high": DOES_NOT_FIT,
    "swing": NOT_KNOWN,
    "switch_point": NO_SWITCH,
}
"""What is found of an assumption, each with the reason if it is not known."""


def _swept(
    one: Swept, record: Assumption, figures: Sequence[float | None], reasons: Mapping[str, str]
) -> SweptAssumption:
    """One assumption with its figures, in the order of `FIGURES`, and the reason if one is not known."""
    assert isinstance(record.value, float) and not isinstance(record.price_year, dict)
    figures_by_name = dict(zip(reasons, figures, strict=True))
    return SweptAssumption(
        name=one.name,
        kind="scenario" if is_scenario(one.name) else "parameter",
        record_kind=record.kind,
        unit=record.unit,
        value_price_year=record.price_year,
        value=record.value,
        low=one.low,
        high=one.high,
        **figures_by_name,
        why={key: reasons[key] for key, figure in figures_by_name.items() if figure is None},
    )


def _switches(sweep: _Sweep, numbers: Mapping[str, Assumption], moving: Sequence[Swept]) -> dict[str, float]:
    """The value nearest to its own at which each assumption alone changes which pathway is better, if one does."""
    low, high = (np.array([getattr(one, end) for one in moving]) for end in ("low", "high"))
    at = np.array([numbers[one.name].value for one in moving], dtype=float)

    def gains_at(rows: NDArray[np.intp], values: Array) -> Array:
        """Gains of some of them at values of each, in one calculation."""
        own = {moving[row].name: _allowed(moving[row].name, some) for row, some in zip(rows, values, strict=True)}
        return sweep.gains(own)[1:].reshape(values.shape)

    switches = zip(moving, at.tolist(), switch_points(low, high, at, gains_at).tolist(), strict=True)
    return {one.name: _at_step(one.name, value, switch) for one, value, switch in switches if np.isfinite(switch)}


def _allowed(name: str, values: Array) -> Array:
    """The allowed values nearest to some: part of a year of age, say, is not one."""
    return np.rint(values) if _is_whole(name) else values


def _at_step(name: str, value: float, switch: float) -> float:
    """A switch point; for an assumption in whole numbers the first one beyond it."""
    if not _is_whole(name):
        return switch
    return float(np.ceil(switch) if switch > value else np.floor(switch))


@cache
def _is_whole(name: str) -> bool:
    limits = limits_of(Assumptions, name)
    return limits is not None and limits.whole


def _not_swept(numbers: Mapping[str, Assumption], bundled: Records, fixed: Collection[str]) -> list[NotSwept]:
    """The assumed numbers that have no range, those whose range the user's value put aside, and those of the tables."""
    ranged = {name for name, record in records(bundled) if has_range(record)}
    reasons = {name: _why_not(name, record, ranged, fixed) for name, record in numbers.items()}
    return [NotSwept(name, why) for name, why in reasons.items() if why]


def _why_not(name: str, record: Assumption, ranged: Collection[str], fixed: Collection[str]) -> str:
    """Why a number is not swept; nothing if it is, and for what is read from a source or is a fact of the person."""
    if has_range(record):
        return HOUSEHOLD_IS_FIXED if name in fixed else ""
    if record.kind == "assumed":
        return HAS_NO_RANGE
    return RANGE_DROPPED if record.kind == "user" and name in ranged else ""
