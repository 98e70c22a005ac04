"""`compare`: pathways side by side for one person, each against a baseline."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from mobcalc.household.taxes_and_benefits import household_used
from mobcalc.household_types import Slices
from mobcalc.model import Array
from mobcalc.model.clock import first_full_year
from mobcalc.projection import outcomes as measure
from mobcalc.projection.case import Case, case_of, misfits, unchecked, years_of
from mobcalc.projection.measures import gain as pair_gain
from mobcalc.projection.mixture import Side, sides_of
from mobcalc.projection.outcomes import Subject, subjects_of
from mobcalc.projection.person_years import Life
from mobcalc.projection.training_term import length_of
from mobcalc.questions import notices
from mobcalc.questions.basis import NO_DRAWS, Drawing, terms
from mobcalc.results import (
    Chances,
    Comparison,
    GainAtAge,
    Layers,
    LivingWageNow,
    Notice,
    Outcomes,
    PathwayResult,
    Provenance,
    ReasonCode,
    VersusBaseline,
)
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import COUNTERFACTUAL, Pathway, Records
from mobcalc.units import FULL_TIME_YEAR

MEASURES = {"first_decade": "first_decade_earnings", "to_retirement": "net_present_value"}


def comparison(
    assumptions: Records,
    provenance: Provenance,
    chosen: Sequence[str] = (),
    baseline: str | None = None,
    slices: Slices | None = None,
    drawing: Drawing = NO_DRAWS,
) -> Comparison:
    """The comparison of the chosen pathways for the person in the assumptions.

    Args:
        assumptions: everything that is assumed, the person included.
        provenance: which assumptions these are, passed on.
        chosen: pathway ids in the order wanted; 'all' for every one; none for those shown by default.
        baseline: the pathway to compare with; no postsecondary when not given.
        slices: taxes and benefits of the household as it changes over the years; none without a place.
        drawing: how many lives are drawn, and which.

    Raises:
        InputError: for an unknown pathway, and for training that is longer than the working life.
    """
    case = case_of(assumptions, chosen, baseline)
    sides = sides_of(case, slices)
    base, *others = subjects_of(sides, case.ids)
    at_studied_age = {other.name: _gain_at_studied_age(case, other, base) for other in others}
    drawn = _drawn(case, sides, drawing)
    results = [_baseline_result(case, base)]
    results += [_result(case, of, at_studied_age[of.name], drawn) for of in others]
    about = terms(case, provenance, drawing, with_needs=True)
    about["warnings"] += drawn.notices
    return Comparison(
        **about,
        household=None if slices is None else household_used(case.arrays, slices),
        living_wage=_living_wage(sides[0].years),
        pathways=_ranked(results),
        ranking=_ranking(results),
        pairwise_chance_ahead=drawn.pairwise,
    )


class _Drawn(NamedTuple):
    """What draws say: the chances of each pathway by id, and of each pair; nothing and None without draws.

    `notices` are about all draws, `by_pathway` about those of each pathway, by id.
    """

    layers: dict[str, Layers]
    pairwise: dict[str, dict[str, float | None]] | None
    notices: list[Notice]
    by_pathway: dict[str, list[Notice]]


def _drawn(case: Case, sides: Sequence[Side], drawing: Drawing) -> _Drawn:
    """The chances, where lives are drawn."""
    if not drawing.draws:
        return _Drawn({}, None, [Notice("no_draws")], {})
    # Random numbers take a while to import.
    from mobcalc.simulation import chances
    from mobcalc.simulation.draws import drawn_of, simulated

    mixture, drawn = simulated(case, sides, *drawing), drawn_of(case, drawing.draws)
    return _Drawn(
        chances.layers(mixture, case.ids, int(case.arrays.person.start_age[0, 0])),
        chances.pairwise(mixture, case.ids),
        chances.notices(case, drawn),
        chances.pathway_notices(case, drawn),
    )


def _living_wage(years: Life) -> LivingWageNow | None:
    """The living wage now and in the last year of work; None without a place."""
    if years.household is None:
        return None
    annual = years.household.living_wage[0]
    now, later = float(annual[0]), float(annual[-1])
    return LivingWageNow(hourly=now / FULL_TIME_YEAR, annual=now, hourly_later=later / FULL_TIME_YEAR)


def _baseline_result(case: Case, base: Subject) -> PathwayResult:
    """The baseline, which is compared with nothing and stands for all who start it."""
    why = notices.why(base) | dict.fromkeys(("completer", "leaver", "quitter", "versus_baseline"), notices.IS_BASELINE)
    return _as_result(case, base._replace(completer=None, leaver=None, quitter=None), None, why)


def _result(case: Case, subject: Subject, at_studied_age: GainAtAge | None, drawn: _Drawn) -> PathwayResult:
    """A pathway with what it gains or loses over the baseline."""
    arrays = case.arrays
    ours, theirs = subject.projection.expected, subject.against["expected"]
    beyond = None
    if subject.pathway.impact is not None:
        last = subject.pathway.impact.last_observed_year
        beyond = measure.share_beyond_evidence(theirs.years, ours, theirs.group, last)
    gain = _group_gain(subject, "expected")
    assert gain is not None
    layers = drawn.layers.get(subject.name)
    start = int(arrays.person.start_age[0, 0])
    versus = VersusBaseline(
        gain=gain,
        completer_gain=_group_gain(subject, "completer"),
        leaver_gain=_group_gain(subject, "leaver"),
        quitter_gain=_group_gain(subject, "quitter"),
        break_even_ages=measure.break_even_ages(theirs.years, ours, theirs.group, start),
        share_beyond_evidence=beyond,
        internal_rate_of_return=measure.rate_of_return(theirs.years, ours, theirs.group),
        gain_at_studied_age=at_studied_age,
        point_is_outside=None if layers is None else _is_outside(gain, layers.parameter),
        chances=layers,
    )
    result = _as_result(
        case,
        subject,
        versus,
        notices.why(subject) | notices.why_versus(subject, versus) | notices.why_quitter(arrays, subject),
    )
    also = [*notices.chance_notices(subject, versus), *drawn.by_pathway.get(subject.name, [])]
    return msgspec.structs.replace(result, warnings=[*result.warnings, *also])


def _is_outside(gain: Outcomes, alone: Chances) -> bool:
    """Whether the point lies outside the range of the assumptions alone."""
    return not alone.gain_p10 <= gain.net_present_value <= alone.gain_p90


def _group_gain(subject: Subject, name: str) -> Outcomes | None:
    """What a group gains over the same people on the baseline; None where the pathway has no such group."""
    own: Outcomes | None = getattr(subject, name)
    if own is None:
        return None
    theirs = subject.against[name]
    return measure.gain(own, theirs.outcomes, theirs.pays)


def _gain_at_studied_age(case: Case, subject: Subject, base: Subject) -> GainAtAge | None:
    """The gain of a measured program for somebody as old as the people it was measured on.

    Only against the baseline that the study compared with, and only where that age leaves the training its time.
    """
    given, impact = case.given, case.settled.pathways[subject.name].impact
    if impact is None or impact.participants_age is None or base.name != COUNTERFACTUAL:
        return None
    if given.person.planned_out is not None:
        return None
    person = msgspec.structs.replace(given.person, start_age=impact.participants_age)
    pair = (COUNTERFACTUAL, subject.name)
    studied = unchecked(msgspec.structs.replace(given, person=person), pair)
    if misfits(studied.arrays, pair):
        return None
    gained = pair_gain(sides_of(studied), (subject.name, COUNTERFACTUAL))
    return GainAtAge(int(studied.arrays.person.start_age[0, 0]), float(gained[0, 0]))


def _as_result(
    case: Case, subject: Subject, versus: VersusBaseline | None, why: dict[str, ReasonCode]
) -> PathwayResult:
    rate, completion = subject.projection.completion, subject.pathway.completion
    causal_share = subject.pathway.earnings.causal_share if subject.pathway.earnings else None
    age_after = _age_after(case.arrays, subject.pathway)
    if age_after is None:
        why = why | {"age_first_year_after_training": notices.BEYOND_RETIREMENT}
    return PathwayResult(
        id=subject.name,
        name=subject.pathway.name,
        family=subject.pathway.family,
        evidence=subject.pathway.evidence,
        summary=subject.pathway.summary,
        causal_share=None if causal_share is None else float(causal_share[0, 0]),
        completion_rate=None if rate is None else float(rate[0, 0]),
        completion_denominator=None if completion is None else completion.denominator,
        training_length=years_of(case.arrays, subject.name),
        age_first_year_after_training=age_after,
        rank={},
        expected=subject.expected,
        completer=subject.completer,
        leaver=subject.leaver,
        quitter=subject.quitter,
        versus_baseline=versus,
        why=why,
        marked=notices.marked(case.settled.pathways[subject.name], subject),
        warnings=notices.pathway_notices(case.arrays, subject),
        caution=subject.pathway.caution,
    )


def _age_after(arrays: Arrays, pathway: Pathway[Array, YearPoints]) -> int | None:
    """The age at the start of the first full year after training; null beyond the working life."""
    start = arrays.person.start_age
    length = length_of(arrays, pathway)
    age = start if length is None else start + first_full_year(length)
    return int(age[0, 0]) if age[0, 0] < arrays.person.retire_age[0, 0] else None


def _ranking(results: Sequence[PathwayResult]) -> dict[str, dict[str, list[str]]]:
    """Ids from best to worst by horizon, each kind of evidence apart."""
    return {
        horizon: {
            kind: [r.id for r in sorted(results, key=lambda r: -_gained(r, name)) if r.evidence == kind]
            for kind in ("levels", "impact")
        }
        for horizon, name in MEASURES.items()
    }


def _gained(result: PathwayResult, name: str) -> float:
    """What a pathway gains of an outcome, which is nothing for the baseline: pathways differ in their men and women."""
    return 0.0 if result.versus_baseline is None else float(getattr(result.versus_baseline.gain, name))


def _ranked(results: Sequence[PathwayResult]) -> list[PathwayResult]:
    """The pathways with their places by horizon, 1 for the best of its kind of evidence."""
    ranking = _ranking(results)
    places = {r.id: {horizon: kinds[r.evidence].index(r.id) + 1 for horizon, kinds in ranking.items()} for r in results}
    return [msgspec.structs.replace(r, rank=places[r.id]) for r in results]
