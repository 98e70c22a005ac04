"""The one screen that `cliff` shows by default: what was asked, the answer, where a raise lowers it, a few notes."""

from mobcalc.language import say
from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.cliff import CliffByAge, Cliffs
from mobcalc.wording import cliff_along as along
from mobcalc.wording import cliff_screen as text
from mobcalc.wording.cliff import short_names
from mobcalc.wording.numbers import dollars
from mobcalc.wording.screen import followed

NAMES, NUMBER = 34, 9


def document(cliffs: Cliffs) -> Document:
    """The screen, the answer first."""
    said = [
        text.asked(cliffs),
        text.verdict(cliffs),
        *([_along(cliffs, cliffs.along)] if cliffs.along is not None else []),
    ]
    last = "\n".join([*own_input(cliffs.provenance), text.basis(cliffs)])
    table = [_table(cliffs)] if text.ahead(cliffs) else []
    notes = fitting(text.notes(cliffs), [*said, *last.splitlines()], table)
    return [*map(Paragraph, said), *table, Paragraph("\n".join([*notes, last]))]


def _along(cliffs: Cliffs, by_age: CliffByAge) -> str:
    """What a pathway's raises come to, and why it is that pathway."""
    return " ".join([along.worst(by_age), *followed(cliffs.provenance, by_age.id)])


def _table(cliffs: Cliffs) -> Table:
    """The largest places at which a raise lowers what is kept, in order."""
    largest = sorted(text.ahead(cliffs), key=lambda one: -one.loss)[: text.MOST_ROWS]
    first, *numbers = text.COLUMNS
    columns = (Column(say(first), NAMES, False), *(Column(say(title), NUMBER) for title in numbers))
    rows: list[tuple[str, ...]] = [
        (
            short_names(one.programs),
            dollars(one.from_earnings, 1),
            text.an_hour(one.from_earnings, cliffs),
            dollars(one.loss, 10),
            text.as_before(one, cliffs),
        )
        for one in sorted(largest, key=lambda one: one.from_earnings)
    ]
    return Table("", columns, rows)
