"""`compare`: pathways side by side for one person, each against a baseline."""

from collections.abc import Sequence

from mobcalc.analysis import outcomes as measure
from mobcalc.analysis.life import Life, life
from mobcalc.analysis.projection import Branch, Projection, projection, training_length
from mobcalc.errors import InputError, Problem, input_error
from mobcalc.model import Array
from mobcalc.model.clock import first_full_year
from mobcalc.results import COST_NOT_GIVEN, Comparison, Notice, Outcomes, PathwayResult, Provenance, VersusBaseline
from mobcalc.sampling import Arrays, YearPoints, for_person, point
from mobcalc.schema import COUNTERFACTUAL, Pathway, Records, records
from mobcalc.units import nearest

OLDER_START = 22
"""Above this age an 18-year-old's baseline is no longer a fair stand-in for the person's own wage."""
ALL = "all"
FAMILIES = ("none", "apprenticeship", "training")
PAYS = ("pay_first_year_after_training", "pay_five_years_after_training")
MEASURES = {"first_decade": "first_decade_earnings", "to_retirement": "net_present_value"}


def comparison(
    assumptions: Records, provenance: Provenance, chosen: Sequence[str] = (), baseline: str | None = None
) -> Comparison:
    """The comparison of the chosen pathways for the person in the assumptions.

    Args:
        assumptions: everything that is assumed, the person included.
        provenance: which assumptions these are, passed on.
        chosen: pathway ids in the order wanted; 'all' for every one; none for those shown by default.
        baseline: the pathway to compare with; no postsecondary when not given.

    Raises:
        InputError: for an unknown pathway, and for training that is longer than the working life.
    """
    baseline = baseline or COUNTERFACTUAL
    ids = _ids(assumptions, chosen, baseline)
    settled = for_person(assumptions)
    arrays = point(settled)
    _check_lengths(arrays, ids)
    years = life(arrays)
    projections = {name: projection(arrays, years, name) for name in ids}
    found = [_result(arrays, years, name, projections, baseline) for name in ids]
    return Comparison(
        price_year=arrays.economy.price_year,
        discount_rate=float(arrays.economy.discount_rate[0, 0]),
        start_age=int(arrays.person.start_age[0, 0]),
        retire_age=int(arrays.person.retire_age[0, 0]),
        sex=arrays.person.sex,
        provenance=provenance,
        baseline=baseline,
        pathways=found,
        ranking=_ranking(found),
        assumed=_assumed(settled, ids),
        warnings=_warnings(arrays, ids),
    )


def _ids(assumptions: Records, chosen: Sequence[str], baseline: str) -> list[str]:
    """The ids to compare, baseline first, each once."""
    known = assumptions.pathways
    in_order = sorted(known, key=lambda name: (FAMILIES.index(known[name].family), name))
    wanted = [baseline]
    for name in chosen or [n for n in in_order if not known[n].on_request]:
        wanted += in_order if name == ALL else [name]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        hint = nearest(unknown[0], known) or "known: " + ", ".join(in_order)
        raise input_error("", unknown[0], "there is no pathway of this id", hint)
    return list(dict.fromkeys(wanted))


def _check_lengths(arrays: Arrays, ids: Sequence[str]) -> None:
    years = float((arrays.person.retire_age - arrays.person.start_age).max())
    too_long = []
    for name in ids:
        part = arrays.pathways[name].training
        length = float(training_length(part).max()) if part is not None else 0.0
        if length > years:
            what = f"training takes {length:g} years, but only {years:g} years of working life are left"
            too_long.append(
                Problem(
                    "",
                    f"pathways.{name}",
                    what,
                    "choose other pathways with --pathway, or another --age or --retire-age",
                )
            )
    if too_long:
        raise InputError(too_long)


def _result(arrays: Arrays, years: Life, name: str, projections: dict[str, Projection], baseline: str) -> PathwayResult:
    pathway, own = arrays.pathways[name], projections[name]
    expected = _outcomes(arrays, years, pathway, own.expected)
    assert expected is not None
    is_baseline = name == baseline
    completer = None if is_baseline else _outcomes(arrays, years, pathway, own.completer)
    leaver = None if is_baseline else _outcomes(arrays, years, pathway, own.leaver)
    versus = None
    if not is_baseline:
        base = arrays.pathways[baseline], projections[baseline].expected
        versus = _versus(arrays, years, (pathway, own), base, (expected, completer, leaver))
    return PathwayResult(
        id=name,
        name=pathway.name,
        family=pathway.family,
        evidence=pathway.evidence,
        completion_rate=None if own.completion is None else float(own.completion[0, 0]),
        age_first_year_after_training=_age_after(arrays, years, pathway),
        expected=expected,
        completer=completer,
        leaver=leaver,
        versus_baseline=versus,
        why=_why(pathway, own, is_baseline, expected, versus),
        warnings=_pathway_warnings(arrays, pathway, own),
        caution=pathway.caution,
    )


def _outcomes(
    arrays: Arrays, years: Life, pathway: Pathway[Array, YearPoints], branch: Branch | None
) -> Outcomes | None:
    if branch is None:
        return None
    rate = arrays.economy.fringe_rate if pathway.fringe_rate is None else pathway.fringe_rate
    return measure.outcomes(years, branch, rate, arrays.person.weekly_hours)


def _age_after(arrays: Arrays, years: Life, pathway: Pathway[Array, YearPoints]) -> int | None:
    """The age at the start of the first full year after training; null beyond the working life."""
    year = 0 if pathway.training is None else int(first_full_year(training_length(pathway.training))[0, 0])
    return int(arrays.person.start_age[0, 0]) + year if year < len(years.year) else None


def _versus(
    arrays: Arrays,
    years: Life,
    ours: tuple[Pathway[Array, YearPoints], Projection],
    base: tuple[Pathway[Array, YearPoints], Branch],
    results: tuple[Outcomes, Outcomes | None, Outcomes | None],
) -> VersusBaseline:
    pathway, own = ours
    reference = _outcomes(arrays, years, *base)
    assert reference is not None
    expected, completer, leaver = results
    beyond = None
    if pathway.impact is not None:
        beyond = measure.share_beyond_evidence(years, own.expected, base[1], pathway.impact.last_observed_year)
    return VersusBaseline(
        gain=measure.gain(expected, reference),
        completer_gain=measure.gain(completer, reference) if completer else None,
        leaver_gain=measure.gain(leaver, reference) if leaver else None,
        break_even_ages=measure.break_even_ages(years, own.expected, base[1], int(arrays.person.start_age[0, 0])),
        share_beyond_evidence=beyond,
    )


def _why(
    pathway: Pathway[Array, YearPoints],
    own: Projection,
    is_baseline: bool,
    expected: Outcomes,
    versus: VersusBaseline | None,
) -> dict[str, str]:
    """For each key that is null, the code of the reason."""
    unmeasured = "no_training" if pathway.family == "none" else "all_offered"
    why: dict[str, str] = {}
    if is_baseline:
        why |= dict.fromkeys(("completer", "leaver", "versus_baseline"), "is_baseline")
    elif own.completer is None:
        why |= dict.fromkeys(("completer", "leaver"), unmeasured)
    if own.completion is None:
        why["completion_rate"] = unmeasured
    beyond = [n for n in PAYS if getattr(expected, n) is None]
    why |= dict.fromkeys(beyond, "beyond_retirement")
    if versus is not None and versus.share_beyond_evidence is None:
        why["share_beyond_evidence"] = "levels" if pathway.evidence == "levels" else "no_gain"
    return why


def _pathway_warnings(arrays: Arrays, pathway: Pathway[Array, YearPoints], own: Projection) -> list[Notice]:
    if pathway.impact is not None:
        return _impact_warnings(pathway, own)
    found: list[Notice] = []
    is_trade = pathway.earnings is not None and pathway.earnings.percentiles is not None
    if is_trade and arrays.person.sex == "female":
        found.append(Notice("woman_in_trade", {"ratio": float(arrays.people.trade_pay_ratio_women[0, 0])}))
    if own.completer is not None and own.last_training_pay is not None and is_trade:
        before, after = float(own.last_training_pay[0, 0]), float(own.completer.first_pay[0, 0])
        found += [Notice("pay_falls_on_finishing")] if after < before else []
    return found


def _impact_warnings(pathway: Pathway[Array, YearPoints], own: Projection) -> list[Notice]:
    found = [Notice("only_the_gain_is_evidence")]
    if not own.expected.costs.any():
        found.append(Notice(COST_NOT_GIVEN))
    if own.completer is not None and pathway.impact is not None and pathway.impact.participant is not None:
        found.append(Notice("upper_bound"))
    return found


def _ranking(found: Sequence[PathwayResult]) -> dict[str, dict[str, list[str]]]:
    """Ids from best to worst by horizon, each kind of evidence apart."""
    return {
        horizon: {
            kind: [r.id for r in sorted(found, key=lambda r: -getattr(r.expected, name)) if r.evidence == kind]
            for kind in ("levels", "impact")
        }
        for horizon, name in MEASURES.items()
    }


def _assumed(assumptions: Records, ids: Sequence[str]) -> list[str]:
    """Dotted names of the assumed numbers that these pathways rest on."""
    elsewhere = [n for n in assumptions.pathways if n not in ids]
    skipped = tuple(f"pathways.{name}." for name in elsewhere)
    return [name for name, record in records(assumptions) if record.kind == "assumed" and not name.startswith(skipped)]


def _warnings(arrays: Arrays, ids: Sequence[str]) -> list[Notice]:
    found: list[Notice] = []
    person = arrays.person
    if float(person.start_age[0, 0]) > OLDER_START and person.wage is None:
        found.append(Notice("older_start", {"age": float(person.start_age[0, 0])}))
    if not float((person.transport + person.child_care)[0, 0]) and any(arrays.pathways[n].training for n in ids):
        found.append(Notice("transport_and_child_care"))
    return found
