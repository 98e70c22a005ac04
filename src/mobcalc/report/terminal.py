"""Documents in a terminal, through Rich, in ASCII and within the width given."""

import io

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from mobcalc.report.tables import Document, Paragraph, Table

MIN_WIDTH = 40


def terminal_text(document: Document, width: int, color: bool) -> str:
    """The document as text with terminal colours or without.

    Args:
        document: what to show.
        width: columns of the terminal [characters].
        color: whether to use bold and colours; nothing is told by them alone.
    """
    file = io.StringIO()
    # Everything that Rich would otherwise guess from the environment is pinned: it treats some CI systems as terminals.
    console = Console(
        file=file,
        width=max(width, MIN_WIDTH),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for number, part in enumerate(document):
        if number:
            console.print()
        if isinstance(part, Paragraph):
            _paragraph(console, part)
        else:
            _table(console, part)
    # Rich pads tables to their width; trailing blanks only make copies and comparisons harder.
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _paragraph(console: Console, part: Paragraph) -> None:
    text = Text()
    if part.lead:
        text.append(f"{part.lead}: ", style="bold")
    text.append(part.text)
    console.print(text)


def _table(console: Console, part: Table) -> None:
    if part.title:
        console.print(Text(part.title, style="bold"))
    table = RichTable(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="underline", expand=False)
    for column in part.columns:
        # The width is a wish: on a narrow terminal Rich may go below it, and texts fold instead of being cut.
        table.add_column(
            Text(column.title),
            justify="right" if column.is_number else "left",
            max_width=column.width,
            min_width=min(column.width, 5),
            overflow="fold",
            vertical="bottom" if any(c.is_number for c in part.columns) else "top",
        )
    for row in part.rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
    if part.caption:
        console.print(Text(part.caption, style="italic"))
