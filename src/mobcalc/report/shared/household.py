"""What the household keeps, and its training years, as tables of the comparison."""

from mobcalc.language import say
from mobcalc.report.tables import NUMBER_WIDTH, Column, Document, Paragraph, Table, pathway_columns
from mobcalc.results.compare import Comparison
from mobcalc.results.household import TrainingYear
from mobcalc.results.pathways import GroupYears, Outcomes, PathwayResult
from mobcalc.results.timeline import Timeline
from mobcalc.wording import compare as words
from mobcalc.wording import household as text
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, signed_dollars, years
from mobcalc.wording.pathways import pathway_name

A_FEW = 3
"""Up to so many pathways have their worst training year told in a sentence each."""


def tables(comparison: Comparison) -> list[Table]:
    """What is kept, then the worst training years; none without a place."""
    if comparison.household is None:
        return []
    baseline = comparison.pathways[0]
    in_order = comparison.pathways
    kept = Table(
        text.keeps_title(comparison, comparison.household),
        pathway_columns(text.KEEPS_COLUMNS),
        [_keeps_row(result) for result in in_order],
        text.keeps_caption(comparison, comparison.household, baseline),
    )
    trained = [(result, year) for result in in_order if (year := _squeezed(result).worst_training_year)]
    rows = [_training_row(result, year, baseline) for result, year in trained]
    if not rows:
        return [kept]
    return [
        kept,
        Table(text.training_title(), pathway_columns(text.TRAINING_COLUMNS), rows, text.training_caption(comparison)),
    ]


def training_tables(timeline: Timeline, groups: list[tuple[str, GroupYears]]) -> list[Table]:
    """Every training year of some groups, each under its name; none without a place."""
    columns = tuple(Column(say(title), NUMBER_WIDTH) for title in text.EVERY_YEAR_COLUMNS)
    return [
        Table(
            text.every_year_title(name), columns, list(map(_every_year_row, years)), text.every_year_caption(timeline)
        )
        for name, group in groups
        if (years := group.training_years)
    ]


def _every_year_row(year: TrainingYear) -> tuple[str, ...]:
    return (
        str(year.age),
        dollars(year.paid_earnings + year.stipends + year.partner_earnings),
        signed_dollars(year.benefits - year.taxes),
        dollars(year.net_resources),
        dollars(year.basic_needs - year.needs_met_by_coverage),
        dollars(year.training_costs),
        signed_dollars(year.left_over),
    )


def _shown(result: PathwayResult) -> Outcomes:
    """Those who finish, where they are told apart."""
    return result.completer or result.expected


def _squeezed(result: PathwayResult) -> Outcomes:
    """Whose training years are shown: finishers', or all who start where only the effect on them was measured."""
    return result.expected if result.evidence == "impact" else _shown(result)


def _keeps_row(result: PathwayResult) -> tuple[str, ...]:
    below = result.expected.years_below_living_wage
    last = (NOT_AVAILABLE if below is None else years(below), _for_good(result))
    if result.versus_baseline is None:
        return (pathway_name(result.name), say(words.BASELINE), "", "", "", *last)
    versus = result.versus_baseline
    gain = versus.gain
    return (
        pathway_name(result.name),
        signed_dollars(words.gain(versus)),
        signed_dollars(gain.net_resources_present_value),
        signed_dollars(words.gain(versus, "first_decade")),
        signed_dollars(gain.first_decade_net_resources),
        *last,
    )


def _for_good(result: PathwayResult) -> str:
    """The age from which pay is a living wage in every year, if training is finished."""
    age = _shown(result).age_at_living_wage_for_good
    if age is not None:
        return f"{age:.0f}"
    # A measured effect is an average over people and no one person's pay.
    return NOT_AVAILABLE if result.evidence == "impact" else say(text.NEVER)


def _training_row(result: PathwayResult, year: TrainingYear, baseline: PathwayResult) -> tuple[str, ...]:
    otherwise = _otherwise(year, baseline)
    return (
        pathway_name(result.name),
        str(year.age),
        dollars(year.net_resources),
        dollars(year.basic_needs - year.needs_met_by_coverage),
        NOT_AVAILABLE if _is_unknown(result) else dollars(year.training_costs),
        signed_dollars(year.left_over),
        NOT_AVAILABLE if otherwise is None else signed_dollars(otherwise),
    )


def _is_unknown(result: PathwayResult) -> bool:
    """Whether nobody knows what training costs."""
    return any(notice.code == "cost_not_given" for notice in result.warnings)


def _otherwise(year: TrainingYear, baseline: PathwayResult) -> float | None:
    """What the baseline leaves over in the same year; None where it has training of its own."""
    left = baseline.expected.left_over
    return None if left is None or baseline.family != "none" else left[year.year - 1]


def sentences(comparison: Comparison) -> Document:
    """The worst training year, and the help that closes it, of a few pathways or of the best."""
    parts: Document = []
    for result in _told(comparison):
        year = _squeezed(result).worst_training_year
        if year is not None:
            otherwise = _otherwise(year, comparison.pathways[0])
            said = text.squeeze(pathway_name(result.name), year, otherwise, _is_unknown(result))
            parts.append(Paragraph(said, say("Training years")))
    if not parts or comparison.household is None:
        return parts
    said = text.not_in_squeeze(comparison.household)
    return [*parts, Paragraph(said)] if said else parts


def _told(comparison: Comparison) -> list[PathwayResult]:
    """The pathways whose worst training year is told in a sentence."""
    others = comparison.pathways[1:]
    if len(others) <= A_FEW:
        return others
    by_id = {result.id: result for result in others}
    return [by_id[name] for name in comparison.ranking["to_retirement"] if name in by_id][:1]
