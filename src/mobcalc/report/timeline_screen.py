"""The one screen that `timeline` shows by default."""

from mobcalc.language import say
from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.timeline import Timeline
from mobcalc.wording import timeline_screen as text
from mobcalc.wording.numbers import dollars, thousands
from mobcalc.wording.screen import asked, labels

NUMBER, AGE, LAST = 14, 3, 10


def document(timeline: Timeline) -> Document:
    """The screen, the answer first."""
    names = labels(timeline, timeline.pathways)
    others = timeline.pathways[1:]
    table = _of_one(timeline, names) if len(others) == 1 else _of_several(timeline, names)
    said = [part for part in (asked(timeline), text.verdict(timeline, names)) if part]
    last = "\n".join([*own_input(timeline.provenance), text.basis(timeline)])
    notes = text.notes(others[0]) if len(others) == 1 else text.not_shown(len(others) - text.MOST_COLUMNS)
    notes = fitting(notes, [*said, *last.splitlines()], [table])
    return [*map(Paragraph, said), table, Paragraph("\n".join([*notes, last]))]


def _of_one(timeline: Timeline, names: dict[str, str]) -> Table:
    """Pay of the groups of one pathway at some ages, and how far ahead the first is by then."""
    baseline, one = timeline.pathways
    heads = [text.head(names[baseline.id]), *(say(text.HEADS[group.group]) for group in one.groups), say(text.SO_FAR)]
    groups = [baseline.groups[0], *one.groups]
    rows: list[tuple[str, ...]] = [
        (
            str(timeline.start_age + year),
            *(dollars(group.years[year].paid_earnings) for group in groups),
            thousands(one.groups[0].years[year].cumulative_difference),
        )
        for year in text.years_shown(timeline)
    ]
    return Table("", (Column(say(text.AGE), AGE), *(Column(head, NUMBER) for head in heads)), rows)


def _of_several(timeline: Timeline, names: dict[str, str]) -> Table:
    """Pay of all who start each of some pathways."""
    shown = timeline.pathways[: text.MOST_COLUMNS + 1]
    rows: list[tuple[str, ...]] = [
        (
            str(timeline.start_age + year),
            *(dollars(one.groups[0].years[year].paid_earnings) for one in shown),
        )
        for year in text.years_shown(timeline)
    ]
    first, *others = shown
    if others:
        rows.append((say(text.AHEAD_FROM), "", *map(text.ahead_from, others)))
    columns = (Column(say(text.AGE), LAST), *(Column(text.head(names[one.id]), NUMBER) for one in (first, *others)))
    return Table("", columns, rows)
