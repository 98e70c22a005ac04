"""The years of pathways as a document with a chart, as flat rows, and as the JSON object of the contract."""

from string import ascii_uppercase
from typing import Any, NamedTuple

from mobcalc.language import say
from mobcalc.report import timeline_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared import household
from mobcalc.report.shared.basis import closing, contract_of, opening
from mobcalc.report.shared.inputs import inputs_of
from mobcalc.report.tables import Chart, Column, Document, Line, Paragraph, Table
from mobcalc.results.pathways import GroupYears, OneYear, PathwayYears
from mobcalc.results.timeline import Timeline
from mobcalc.wording import notices
from mobcalc.wording import timeline as text
from mobcalc.wording.numbers import dollars, percent, signed_dollars
from mobcalc.wording.pathways import pathway_name

IN_DETAIL = 3
"""Up to so many lines besides the baseline are shown in a table each; more share one table."""
SIDE_BY_SIDE = 7
"""How many columns of dollars fit beside each other in 80 characters."""


class _Shown(NamedTuple):
    """One group of one pathway with the letter that marks it."""

    mark: str
    name: str
    pathway: PathwayYears
    group: GroupYears


def document(timeline: Timeline, *, has_details: bool) -> Document:
    """One screen; or a chart, the years in tables, where pathways get ahead, the basis, and what is assumed.

    Args:
        timeline: the answer.
        has_details: whether everything is shown.
    """
    if not has_details:
        return timeline_screen.document(timeline)
    baseline, *others = _shown(timeline)
    titles = {pathway.id: pathway.name for pathway in timeline.pathways}
    untold = [Paragraph(text.not_told_apart(pathway)) for pathway in timeline.pathways if text.is_untold(pathway)]
    parts: Document = [Paragraph(text.heading(timeline, baseline.name)), *untold]
    parts += [chart(timeline), *_tables(timeline, baseline, others)]
    parts += [Paragraph(text.two_kinds())] if _is_mixed(timeline) else []
    parts += [Paragraph(text.crossings(shown.name, shown.group.break_even_ages)) for shown in others]
    parts += opening(timeline, titles)
    said = [(pathway_name(pathway.name), " ".join(notices.warnings(pathway))) for pathway in timeline.pathways]
    parts += [Paragraph(warnings, name) for name, warnings in said if warnings]
    return parts + closing(timeline, titles, say(text.ASSUMED_LEAD))


def _tables(timeline: Timeline, baseline: _Shown, others: list[_Shown]) -> list[Table]:
    """A table for each of a few lines, or one for all of many."""
    if len(others) <= IN_DETAIL:
        detailed = others or [baseline]
        return [_years_table(timeline, shown) for shown in detailed] + household.training_tables(
            timeline, [(shown.name, shown.group) for shown in detailed]
        )
    return _side_by_side(timeline, [baseline, *others])


def _shown(timeline: Timeline) -> list[_Shown]:
    """Every group of every pathway, by kind of evidence after the baseline, marked by letters."""
    baseline, *others = timeline.pathways
    ordered = [baseline, *sorted(others, key=lambda pathway: pathway.evidence, reverse=True)]
    pairs = [(pathway, group) for pathway in ordered for group in pathway.groups]
    names = [text.line_name(pathway, group, _is_mixed(timeline)) for pathway, group in pairs]
    return [
        _Shown(ascii_uppercase[number % 26] if number < 26 else ascii_uppercase[number % 26].lower(), name, *pair)
        for number, (name, pair) in enumerate(zip(names, pairs, strict=True))
    ]


def _is_mixed(timeline: Timeline) -> bool:
    """Whether pathways besides the baseline are known from both kinds of evidence."""
    return len({pathway.evidence for pathway in timeline.pathways[1:]}) > 1


def chart(timeline: Timeline) -> Chart:
    """Paid earnings by age, a line for each group of each pathway."""
    lines = [
        Line(shown.mark, shown.name, [max(0.0, y.paid_earnings) for y in shown.group.years])
        for shown in _shown(timeline)
    ]
    return Chart(text.chart_title(), timeline.start_age, lines, say(text.AGE_AXIS), text.chart_caption(timeline))


def _years_table(timeline: Timeline, shown: _Shown) -> Table:
    """One line of the chart in numbers; stipends and repayments only where there are some."""
    years, extra = shown.group.years, _extra_columns(shown.group)
    *first, year_ahead, ahead = map(say, text.YEAR_COLUMNS)
    columns = [Column(title, 9) for title in [*first, *(say(text.EXTRA[name]) for name in extra), year_ahead]]
    columns += [Column(ahead, 10), Column("", 14, False)]
    changes = {change.age: text.crossing(change) for change in shown.group.break_even_ages}
    rows = [_year_row(year, extra, changes.get(year.age + 1, "")) for year in years]
    return Table(
        shown.name,
        tuple(columns),
        rows,
        text.years_caption(
            timeline, "" if text.is_untold(shown.pathway) or len(shown.pathway.groups) == 1 else shown.group.group
        ),
    )


def _extra_columns(group: GroupYears) -> list[str]:
    return [name for name in text.EXTRA if any(getattr(year, name) for year in group.years)]


def _year_row(year: OneYear, extra: list[str], change: str) -> tuple[str, ...]:
    return (
        str(year.age),
        percent(round(year.in_training, 2)) if year.in_training else "",
        dollars(year.paid_earnings),
        dollars(year.earnings),
        dollars(year.costs, 10) if year.costs else "",
        *(dollars(getattr(year, name), 10) for name in extra),
        signed_dollars(year.difference),
        signed_dollars(year.cumulative_difference),
        change,
    )


def _side_by_side(timeline: Timeline, everything: list[_Shown]) -> list[Table]:
    """Paid earnings, then the running difference, of many lines: a column for each, under its letter."""
    tables: list[Table] = []
    for begin in range(0, len(everything), SIDE_BY_SIDE):
        part = everything[begin : begin + SIDE_BY_SIDE]
        columns = (Column(say(text.AGE), 3), *(Column(shown.mark, 9) for shown in part))
        by_year = list(zip(*(shown.group.years for shown in part), strict=True))
        paid = [(str(ys[0].age), *(dollars(y.paid_earnings) for y in ys)) for ys in by_year]
        ahead = [(str(ys[0].age), *(signed_dollars(y.cumulative_difference) for y in ys)) for ys in by_year]
        tables.append(Table(text.paid_title(), columns, paid, text.paid_caption(timeline)))
        tables.append(Table(text.ahead_title(), columns, ahead, text.ahead_caption(timeline)))
    return tables


def contract(timeline: Timeline) -> dict[str, Any]:
    """The JSON object of `timeline --json`, without format and version."""
    pathways = [_pathway(pathway) for pathway in timeline.pathways]
    return contract_of(timeline, {"household": plain(timeline.household), "pathways": pathways})


def _pathway(pathway: PathwayYears) -> dict[str, Any]:
    content: dict[str, Any] = plain(pathway)
    content["groups"] = {group.pop("group"): group for group in content["groups"]}
    content["why"] = {key: notices.REASONS[reason] for key, reason in pathway.why.items()}
    content["warnings"] = notices.warnings(pathway)
    del content["caution"], content["label"]
    return content


def flat_rows(timeline: Timeline) -> list[dict[str, Any]]:
    """One row for each year of each group of each pathway."""
    inputs = inputs_of(timeline)
    return [
        {**inputs, "id": pathway.id, "name": pathway.name, "group": group.group, **plain(year)}
        for pathway in timeline.pathways
        for group in pathway.groups
        for year in group.years
    ]
