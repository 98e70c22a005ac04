"""How much fits on the one screen that a command shows by default."""

import textwrap
from collections.abc import Sequence

from mobcalc.report.tables import Table
from mobcalc.results.provenance import Provenance
from mobcalc.wording.basis import survey
from mobcalc.wording.screen import flag_changes, supports

WIDTH, LINES, ROWS = 80, 23, 6
"""The size of a terminal, and the rows that it has room for; each further one may take one line more."""


FIRST = 12
"""So many finds of a search are shown, each on a line or two."""


def fitting(notes: Sequence[str], others: Sequence[str], tables: Sequence[Table]) -> list[str]:
    """As many notes, the most important first, as a terminal has lines for beside all else.

    Args:
        notes: what would be said, the most important first.
        others: the other texts of the screen.
        tables: its tables.
    """
    rows = sum(len(table.rows) for table in tables)
    # A blank line stands after each paragraph and table but the last.
    used = sum(map(_lines, others)) + 2 + sum(1 + _head(table) for table in tables) + rows
    room = LINES + max(rows - ROWS, 0) - used
    kept: list[str] = []
    for note in notes:
        room -= _lines(note)
        if room < 0:
            break
        kept.append(note)
    return kept


def own_input(provenance: Provenance) -> list[str]:
    """What no screen leaves out: what flags changed of a client's file, and how far own wages or prices count."""
    return [*flag_changes(provenance), *supports(provenance), *(survey(one) for one in provenance.surveys)]


def _lines(text: str) -> int:
    """How many lines a text takes on a terminal of the usual width."""
    return len(textwrap.wrap(text, WIDTH, break_on_hyphens=False))


def _head(table: Table) -> int:
    """How many lines the heads of the columns take."""
    return max(column.title.count("\n") + 1 for column in table.columns)
