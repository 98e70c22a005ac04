"""Every table and note of the comparison, and the sections that `--show` picks."""

from collections.abc import Callable

from mobcalc.language import say
from mobcalc.report.shared import chances, evidence, household
from mobcalc.report.shared.basis import closing, opening
from mobcalc.report.tables import Document, Paragraph, Table, pathway_columns
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import AGES, Marked, PathwayResult
from mobcalc.wording import compare as text
from mobcalc.wording import notices
from mobcalc.wording.compare_answer import answer
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, hourly, percent, signed_dollars, years
from mobcalc.wording.pathways import pathway_name, pathway_text


def everything(comparison: Comparison) -> Document:
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
