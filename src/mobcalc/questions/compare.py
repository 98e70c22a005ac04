"""`compare`: pathways side by side for one person, each against a baseline."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from mobcalc.household.taxes_and_benefits import household_used
from mobcalc.household_types import Slices
from mobcalc.model import Array
from mobcalc.model.clock import first_full_year
from mobcalc.projection import outcomes as measure
from mobcalc.projection.case import Case, case_of, years_of
from mobcalc.projection.mixture import Side, sides_of
from mobcalc.projection.outcomes import Subject, subjects_of
from mobcalc.projection.person_years import Life
from mobcalc.projection.study_correction import informing
from mobcalc.projection.training_term import length_of
from mobcalc.questions import notices
from mobcalc.questions.basis import NO_DRAWS, Drawing, terms
from mobcalc.questions.compare_evidence import evidence_on, gained
from mobcalc.questions.compare_reasons import reasons
from mobcalc.results.chances import Layers, MeanGain
from mobcalc.results.compare import Comparison
from mobcalc.results.household import LivingWageNow
from mobcalc.results.notices import Notice, ReasonCode
from mobcalc.results.pathways import Outcomes, PathwayResult, VersusBaseline
from mobcalc.results.provenance import Provenance
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway, Records
from mobcalc.units import FULL_TIME_YEAR

HORIZONS = {
    "first_decade": ("first_decade_earnings", "first_decade"),
    "to_retirement": ("net_present_value", "expected"),
}
"""What is ranked by: an outcome at the values of all assumptions, or where these are drawn the mean of the draws."""
BY_CHANCE = "by_chance"
EVEN = 0.5


def comparison(
    assumptions: Records,
    provenance: Provenance,
    chosen: Sequence[str] = (),
    baseline: str | None = None,
    slices: Slices | None = None,
    drawing: Drawing = NO_DRAWS,
    life_id: str | None = None,
) -> Comparison:
    """The comparison of the chosen pathways for the person in the assumptions.

    Args:
        assumptions: everything that is assumed, the person included.
        provenance: which assumptions these are, passed on.
        chosen: pathway ids in the order wanted; 'all' for every one; none for those shown by default.
        baseline: the pathway to compare with; no postsecondary when not given.
        slices: taxes and benefits of the household as it changes over the years; none without a place.
        drawing: how many lives are drawn, and which.
        life_id: of a person whose lives have luck of their own, as in a roster.

    Raises:
        InputError: for an unknown pathway, and for training that is longer than the working life.
    """
    case = msgspec.structs.replace(case_of(assumptions, chosen, baseline), life_id=life_id or "")
    sides = sides_of(case, slices)
    base, *others = subjects_of(sides, case.ids)
    drawn = _drawn(case, sides, drawing)
    results = [_baseline_result(case, base)]
    results += [_result(case, sides, of, drawn) for of in others]
    about = terms(case, provenance, drawing, with_needs=True)
    about["person_id"] = life_id
    about["warnings"] += [] if drawing.draws else [Notice("no_draws")]
    return Comparison(
        **about,
        household=None if slices is None else household_used(case.arrays, slices),
        living_wage=_living_wage(sides[0].years),
        pathways=_ranked(results),
        ranking=_ranking(results),
        pairwise_chance_ahead=drawn.pairwise,
    )


class _Drawn(Struct, frozen=True):
    """What draws say: chances and gains of each pathway by id, chances of each pair; nothing and None without draws.

    `by_pathway` has what must be said of the draws of each pathway, by id.
    """

    layers: dict[str, Layers]
    mean_gains: dict[str, MeanGain]
    pairwise: dict[str, dict[str, float | None]] | None
    by_pathway: dict[str, list[Notice]]


def _drawn(case: Case, sides: Sequence[Side], drawing: Drawing) -> _Drawn:
    """The chances, where lives are drawn."""
    if not drawing.draws:
        return _Drawn({}, {}, None, {})
    # Random numbers take a while to import.
    from mobcalc.simulation import chances
    from mobcalc.simulation.draws import simulated

    mixture = simulated(case, sides, *drawing)
    return _Drawn(
        chances.layers(chances.Asked(case, sides, *drawing), mixture),
        chances.mean_gains(mixture, case.ids),
        chances.pairwise(mixture, case.ids),
        chances.pathway_notices(case),
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
    return _as_result(case, msgspec.structs.replace(base, completer=None, leaver=None, quitter=None), None, why)


def _result(case: Case, sides: Sequence[Side], subject: Subject, drawn: _Drawn) -> PathwayResult:
    """A pathway with what it gains or loses over the baseline."""
    arrays = case.arrays
    ours, theirs = subject.projection.expected, subject.against["expected"]
    last = _last_observed(arrays, subject)
    beyond = None if last is None else measure.share_beyond_evidence(theirs.years, ours, theirs.group, last)
    gain = _group_gain(subject, "expected")
    assert gain is not None
    start = int(arrays.person.start_age[0, 0])
    versus = VersusBaseline(
        gain=gain,
        completer_gain=_group_gain(subject, "completer"),
        leaver_gain=_group_gain(subject, "leaver"),
        quitter_gain=_group_gain(subject, "quitter"),
        break_even_ages=measure.break_even_ages(theirs.years, ours, theirs.group, start),
        share_beyond_evidence=beyond,
        internal_rate_of_return=measure.rate_of_return(theirs.years, ours, theirs.group),
        mean_gain=drawn.mean_gains.get(subject.name),
        chances=drawn.layers.get(subject.name),
    )
    result = _as_result(
        case,
        subject,
        versus,
        reasons(arrays, subject, versus),
    )
    also = drawn.by_pathway.get(subject.name, [])
    known = evidence_on(sides, subject.name, gained(subject, gain.net_present_value))
    return msgspec.structs.replace(
        result,
        warnings=[*result.warnings, *also],
        estimates=known.estimates,
        studies=known.studies,
        evidence_agrees=not any(study.disagrees for study in known.studies),
    )


def _last_observed(arrays: Arrays, subject: Subject) -> Array | None:
    """The last year since the start that a study of the pathway has observed (rows, 1); None without one."""
    if subject.pathway.impact is not None:
        return subject.pathway.impact.last_observed_year
    known = [study.effect.last_observed_year for study in informing(arrays, subject.pathway)]
    return max(known, key=lambda year: float(year[0, 0])) if known else None


def _group_gain(subject: Subject, name: str) -> Outcomes | None:
    """What a group gains over the same people on the baseline; None where the pathway has no such group."""
    own: Outcomes | None = getattr(subject, name)
    if own is None:
        return None
    theirs = subject.against[name]
    return measure.gain(own, theirs.outcomes, theirs.pays)


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
        label=subject.pathway.label,
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
        estimates=[],
        evidence_agrees=True,
        studies=[],
    )


def _age_after(arrays: Arrays, pathway: Pathway[Array, YearPoints]) -> int | None:
    """The age at the start of the first full year after training; null beyond the working life."""
    start = arrays.person.start_age
    length = length_of(arrays, pathway)
    age = start if length is None else start + first_full_year(length)
    return int(age[0, 0]) if age[0, 0] < arrays.person.retire_age[0, 0] else None


def _ranking(results: Sequence[PathwayResult]) -> dict[str, list[str]]:
    """Ids from best to worst: by the average gain of all who start, by horizon, and by chance where lives are drawn."""
    by_amount = {horizon: [r.id for r in sorted(results, key=lambda r: -_gained(r, horizon))] for horizon in HORIZONS}
    chances = {r.id: v.chances for r in results if (v := r.versus_baseline) is not None}
    if any(layers is None for layers in chances.values()):
        return by_amount | {BY_CHANCE: []}
    # The baseline stands where a chance is no better than even.
    ahead = {name: EVEN if layers is None else layers.together.chance_well_ahead for name, layers in chances.items()}
    ids = [r.id for r in results]
    return by_amount | {BY_CHANCE: sorted(ids, key=lambda name: -ahead.get(name, EVEN))}


def _gained(result: PathwayResult, horizon: str) -> float:
    """What a pathway gains over a horizon; nothing for the baseline, since pathways differ in their men and women."""
    versus = result.versus_baseline
    if versus is None:
        return 0.0
    amount, of_draws = HORIZONS[horizon]
    shown = getattr(versus.gain, amount) if versus.mean_gain is None else getattr(versus.mean_gain, of_draws)
    return float(shown)


def _ranked(results: Sequence[PathwayResult]) -> list[PathwayResult]:
    """The pathways with their places in every ranking, 1 for the best."""
    ranking = _ranking(results)
    places = {r.id: {of: ids.index(r.id) + 1 if ids else None for of, ids in ranking.items()} for r in results}
    return [msgspec.structs.replace(r, rank=places[r.id]) for r in results]
