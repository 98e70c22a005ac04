"""The comparison as a document, as flat rows, and as the JSON object of the contract."""

from collections.abc import Callable, Collection
from typing import Any

from mobcalc.language import say
from mobcalc.report import compare_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared import chances, evidence, household
from mobcalc.report.shared.basis import closing, contract_of, flat_terms, opening
from mobcalc.report.tables import Document, Paragraph, Table, pathway_columns
from mobcalc.results import (
    AGES,
    BY_AGE,
    SUMS,
    Comparison,
    Marked,
    Outcomes,
    PathwayResult,
    VersusBaseline,
)
from mobcalc.wording import compare as text
from mobcalc.wording import notices
from mobcalc.wording.compare_answer import answer
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, hourly, percent, signed_dollars, years
from mobcalc.wording.pathways import pathway_name, pathway_text

WORST_YEAR = ("age", "left_over", "help_needed")
"""What flat rows say of the worst training year."""


def document(comparison: Comparison, shown: Collection[str] = ()) -> Document:
    """One screen with the answer, and what else is asked for.

    Args:
        comparison: the answer.
        shown: sections that are shown besides, of `SECTIONS`; those of `DETAILS` in place of the screen.
    """
    if DETAILS in shown:
        return _details(comparison)
    more = [part for name, section in SECTIONS.items() if name in shown for part in section(comparison)]
    return [*compare_screen.document(comparison), *more]


def _details(comparison: Comparison) -> Document:
    """All tables, then the answer, the basis, and what is assumed."""
    baseline = next(result for result in comparison.pathways if result.id == comparison.baseline)
    parts: Document = [Paragraph(text.gain_heading(comparison, baseline)), _gain_table(comparison)]
    parts += [*_pay(comparison), *_standing(comparison), *_quitting_tables(comparison, comparison.pathways)]
    parts += [*household.tables(comparison), *chances.tables(comparison), *evidence.tables(comparison)]
    parts += [Paragraph(sentence, lead) for lead, sentence in answer(comparison)]
    return parts + household.sentences(comparison) + _notes(comparison)


def _pay(comparison: Comparison) -> Document:
    rows = [_pay_row(result) for result in comparison.pathways]
    return [Table(text.pay_title(), pathway_columns(text.PAY_COLUMNS), rows, text.pay_caption(comparison))]


def _standing(comparison: Comparison) -> Document:
    rows, columns = [_standing_row(result) for result in comparison.pathways], pathway_columns(text.STANDING_COLUMNS)
    return [Table(text.standing_title(), columns, rows, text.standing_caption(comparison))]


def _household(comparison: Comparison) -> Document:
    return [*household.tables(comparison), *household.sentences(comparison)]


def _assumed(comparison: Comparison) -> Document:
    titles = {result.id: result.name for result in comparison.pathways}
    return closing(comparison, titles, text.assumed_lead())


def _sources(comparison: Comparison) -> Document:
    titles = {result.id: result.name for result in comparison.pathways}
    return opening(comparison, titles)


DETAILS = "details"
SECTIONS: dict[str, Callable[[Comparison], Document]] = {
    "pay": _pay,
    "standing": _standing,
    "chances": lambda comparison: [*chances.tables(comparison)],
    "household": _household,
    "evidence": lambda comparison: [*evidence.tables(comparison)],
    "assumptions": _assumed,
    "sources": _sources,
}
"""What may be shown besides the screen, by name."""


def _gain_table(comparison: Comparison) -> Table:
    rows = [_gain_row(result) for result in comparison.pathways]
    return Table(text.gain_title(), pathway_columns(text.GAIN_COLUMNS), rows, text.gain_caption(comparison))


def _gain_row(result: PathwayResult) -> tuple[str, ...]:
    versus = result.versus_baseline
    mark = _mark(result, "completion_rate")
    chance = percent(result.completion_rate and round(result.completion_rate, 2)) + mark
    if versus is None:
        return (
            pathway_name(result.name),
            "" if result.completion_rate is None else chance,
            say(text.BASELINE),
            "",
            "",
            "",
            "",
        )
    done, left = (text.of_group(versus, of) for of in ("completer", "leaver"))
    return (
        pathway_name(result.name),
        chance,
        signed_dollars(text.gain(versus)) + _mark(result, "gain"),
        signed_dollars(done) + _mark(result, "completer_gain"),
        signed_dollars(left) + _mark(result, "leaver_gain"),
        signed_dollars(text.gain(versus, "first_decade")),
        text.crossing(versus.break_even_ages),
    )


def _mark(result: PathwayResult, figure: Marked) -> str:
    return text.ASSUMED_MARK if figure in result.marked else ""


def _pay_row(result: PathwayResult) -> tuple[str, ...]:
    shown = result.completer or result.expected
    return (
        pathway_name(result.name),
        str(result.age_first_year_after_training or NOT_AVAILABLE),
        dollars(shown.pay_first_year_after_training),
        hourly(shown.pay_first_year_after_training_per_hour),
        dollars(shown.pay_five_years_after_training),
        hourly(shown.pay_five_years_after_training_per_hour),
        _cost(result, shown.out_of_pocket_cost),
    )


def _standing_row(result: PathwayResult) -> tuple[str, ...]:
    shown, versus = result.completer or result.expected, result.versus_baseline
    return (
        pathway_name(result.name),
        years(result.expected.good_job_years),
        years(shown.good_job_years),
        *(text.standing(shown.earnings_percentile[str(age)]) for age in AGES),
        say(text.BASELINE) if versus is None else text.rate_of_return(versus.internal_rate_of_return),
    )


def _quitting_tables(comparison: Comparison, results: list[PathwayResult]) -> list[Table]:
    """What leaving after some time comes to, where that was asked about."""
    rows = [_quitting_row(result) for result in results if result.quitter is not None]
    if not rows:
        return []
    title = text.quitting_title(comparison)
    return [Table(title, pathway_columns(text.QUITTING_COLUMNS), rows, text.quitting_caption())]


def _quitting_row(result: PathwayResult) -> tuple[str, ...]:
    left, versus = result.quitter, result.versus_baseline
    assert left is not None and versus is not None and versus.quitter_gain is not None
    return (
        pathway_name(result.name),
        signed_dollars(versus.quitter_gain.net_present_value),
        dollars(left.paid_earnings[0]),
        dollars(left.pay_first_year_after_training),
        _cost(result, left.out_of_pocket_cost),
    )


def _cost(result: PathwayResult, amount: float) -> str:
    """The cost to finish; a cost that nobody stated is not shown as 0."""
    if any(notice.code == "cost_not_given" for notice in result.warnings):
        return NOT_AVAILABLE
    if result.family == "none":
        return say(text.NO_COST)
    return dollars(amount, 10) + _mark(result, "out_of_pocket_cost")


def _notes(comparison: Comparison) -> Document:
    """The paragraphs under the tables."""
    titles = {result.id: result.name for result in comparison.pathways}
    notes = opening(comparison, titles)
    for result in comparison.pathways:
        facts = (
            pathway_text(result.summary),
            text.length(result),
            text.counted(result),
            text.denominator(result),
            text.forgone(result),
            text.beyond_evidence(result),
        )
        said = " ".join(part for part in (*facts, *notices.warnings(result, notices.EVIDENT)) if part)
        notes.append(Paragraph(said, pathway_name(result.name)))
    return notes + _assumed(comparison)


def contract(comparison: Comparison) -> dict[str, Any]:
    """The JSON object of `compare --json`, without format and version."""
    pathways = [_pathway(result) for result in comparison.pathways]
    about = {"household": plain(comparison.household), "living_wage": plain(comparison.living_wage)}
    pairs = {"pairwise_chance_ahead": plain(comparison.pairwise_chance_ahead)}
    return contract_of(comparison, {**about, "pathways": pathways, "ranking": comparison.ranking, **pairs})


def _pathway(result: PathwayResult) -> dict[str, Any]:
    content: dict[str, Any] = plain(result)
    content["why"] = {key: notices.REASONS[reason] for key, reason in result.why.items()}
    content["warnings"] = notices.warnings(result)
    del content["caution"], content["evidence"]
    if result.versus_baseline is not None:
        del content["versus_baseline"]["chances"]
        del content["versus_baseline"]["mean_gain"]
        content["versus_baseline"] |= chances.contract(result.versus_baseline)
    return content


def flat_rows(comparison: Comparison) -> list[dict[str, Any]]:
    """One row per pathway with the names of the JSON, joined by dots; yearly lists are left to the JSON."""
    return [_flat(comparison, result) for result in comparison.pathways]


def _flat(comparison: Comparison, result: PathwayResult) -> dict[str, Any]:
    row: dict[str, Any] = {name: plain(getattr(result, name)) for name in ("id", "name", "family")}
    row |= {name: plain(getattr(result, name)) for name in ("completion_rate", "training_length")}
    row["age_first_year_after_training"] = result.age_first_year_after_training
    for name in ("expected", "completer", "leaver", "quitter"):
        row |= _sums(name, getattr(result, name))
    row |= _versus(result.versus_baseline)
    row |= {f"rank.{horizon}": place for horizon, place in result.rank.items()}
    row["warnings"] = " ".join(notices.warnings(result))
    return row | flat_terms(comparison) | {"draws": comparison.draws, "seed": comparison.seed}


def _versus(versus: VersusBaseline | None) -> dict[str, Any]:
    """The columns of the comparison with the baseline; empty for the baseline itself."""
    row: dict[str, Any] = {}
    for name in ("gain", "completer_gain", "leaver_gain", "quitter_gain"):
        row |= _sums(f"versus_baseline.{name}", getattr(versus, name, None))
    crossings = versus.break_even_ages if versus else []
    row["versus_baseline.break_even_ages"] = "; ".join(f"{c.age} {c.direction}" for c in crossings)
    for name in ("share_beyond_evidence", "internal_rate_of_return"):
        row[f"versus_baseline.{name}"] = plain(getattr(versus, name, None))
    return row | chances.flat(versus, "versus_baseline")


def _sums(prefix: str, outcomes: Outcomes | None) -> dict[str, Any]:
    values = plain(outcomes) if outcomes is not None else {}
    row = {f"{prefix}.{name}": values.get(name) for name in SUMS}
    for name in BY_AGE:
        row |= {f"{prefix}.{name}.{age}": values.get(name, {}).get(str(age)) for age in AGES}
    worst = values.get("worst_training_year") or {}
    return row | {f"{prefix}.worst_training_year.{name}": worst.get(name) for name in WORST_YEAR}
