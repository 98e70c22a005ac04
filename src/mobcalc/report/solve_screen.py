"""The one screen that `solve` shows by default."""

import msgspec

from mobcalc.language import say
from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Document, Paragraph, Table
from mobcalc.results.solve import Solved
from mobcalc.wording import solve as text
from mobcalc.wording import solve_screen as screen
from mobcalc.wording.screen import asked, labels
from mobcalc.wording.solve_question import heading

ROWS = 5
"""How many of the values tried the table has."""


def document(solved: Solved, table: Table) -> Document:
    """The screen, the answer first.

    Args:
        solved: the answer.
        table: the values tried.
    """
    named = msgspec.structs.replace(solved, names=labels(solved, solved.titles))
    said = [asked(solved), f"{heading(named)} {text.answer(named)}"]
    first, amount, last_column = table.columns
    columns = (first, amount._replace(title=say(screen.AMOUNTS[solved.question.target])), last_column)
    small = Table("", columns, table.rows)
    last = "\n".join([*own_input(solved.provenance), screen.basis(named)])
    notes = fitting(screen.notes(named), [*said, *last.splitlines()], [small])
    return [*map(Paragraph, said), small, Paragraph("\n".join([*notes, last]))]
