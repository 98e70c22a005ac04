"""Documents in a terminal, through Rich, in ASCII and within the width given."""

import io
import textwrap

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from mobcalc.report.tables import Chart, Document, Paragraph, Table

BOLD, ITALIC, PLAIN = "\x1b[1m", "\x1b[3m", "\x1b[0m"
NARROW = 60
"""In a terminal with fewer columns a table that does not fit is shown as lines [characters]."""
MIN_TEXT = 15
"""The narrowest column of texts; below that a table is wider than the terminal, which wraps its lines."""


def terminal_text(document: Document, width: int, color: bool, dots: bool = False) -> str:
    """The document as text with terminal colours or without.

    Args:
        document: what to show.
        width: columns of the terminal [characters].
        color: whether to use bold and colours; nothing is told by them alone.
        dots: whether charts may use dots that are not ASCII.
    """
    file = io.StringIO()
    document = _for_width(document, width)
    needed = max((_needed_width(part) for part in document if isinstance(part, Table)), default=0)
    # Everything that Rich would otherwise guess from the environment is pinned: it treats some CI systems as terminals.
    console = Console(
        file=file,
        width=max(width, needed, MIN_TEXT),
        height=24,
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
            file.write(_paragraph(part, width, color))
        elif isinstance(part, Chart):
            file.write(_chart(part, width, color, dots))
        else:
            file.write(_styled(part.title, BOLD, width, color))
            _table(console, file, part, width)
            file.write(_styled(part.caption, ITALIC, width, color))
    # Rich pads tables to their width; trailing blanks only make copies and comparisons harder.
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _paragraph(part: Paragraph, width: int, color: bool) -> str:
    """A paragraph in lines; wrapped without Rich, which takes a tenth of the program's time for it."""
    lead = f"{part.lead}: " if part.lead else ""
    filled = _wrapped(lead + part.text, width)
    if not (color and lead):
        return filled
    # The lead may itself be wrapped, so its end is found by counting characters other than white space.
    end = _end_of(filled, len("".join(lead.split())))
    return f"{BOLD}{filled[:end]}{PLAIN}{filled[end:]}"


def _wrapped(text: str, width: int) -> str:
    """A text in lines, each with its end."""
    # Never at hyphens: a flag or a pathway's id must survive being copied.
    wrap = textwrap.TextWrapper(max(width, MIN_TEXT), break_on_hyphens=False).wrap
    return "\n".join(line for part in text.splitlines() for line in wrap(part)) + "\n"


def _styled(text: str, style: str, width: int, color: bool) -> str:
    """A text in lines, each in a style where there are colours; nothing where there is no text."""
    lines = _wrapped(text, width).splitlines() if text else []
    return "".join(f"{style}{line}{PLAIN}\n" if color else f"{line}\n" for line in lines)


def _end_of(text: str, count: int) -> int:
    """Where in a text its first `count` characters other than white space end."""
    seen = 0
    for place, character in enumerate(text):
        seen += not character.isspace()
        if seen == count:
            return place + 1
    return len(text)


def _chart(part: Chart, width: int, color: bool, dots: bool) -> str:
    """A chart under its title, with its caption below."""
    from mobcalc.report.formats.chart import chart_text  # few answers have one

    title = f"{BOLD}{part.title}{PLAIN}" if color else part.title
    caption = _paragraph(Paragraph(part.caption), width, color) if part.caption else ""
    return f"{title}\n{chart_text(part, width, dots)}{caption}"


def _for_width(document: Document, width: int) -> Document:
    """The document without the columns that a terminal of this width has no room for."""
    return [_columns_for(part, width) if isinstance(part, Table) else part for part in document]


def _columns_for(part: Table, width: int) -> Table:
    kept = [number for number, column in enumerate(part.columns) if column.terminal <= width]
    rows = [tuple(row[number] for number in kept) for row in part.rows]
    return part._replace(columns=tuple(part.columns[number] for number in kept), rows=rows)


def _table(console: Console, file: io.StringIO, part: Table, width: int) -> None:
    """A table, in a narrow terminal that it does not fit as lines."""
    if width < NARROW and width < _needed_width(part):
        file.write(_by_row(part, width))
        return
    table = RichTable(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="underline", expand=False)
    for column, wide in zip(part.columns, _widths(part, width), strict=True):
        table.add_column(
            Text(column.title),
            justify="right" if column.is_number else "left",
            width=wide,
            overflow="fold",
            vertical="bottom" if any(c.is_number for c in part.columns) else "top",
        )
    for row in part.rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table, width=max(width, _needed_width(part)))


def _by_row(part: Table, width: int) -> str:
    """A table as lines: the first cell of each row, and under it the others with what their columns are called."""
    first, *others = part.columns
    lines = []
    for name, *cells in part.rows:
        lines.append(_wrapped(f"{first.title}: {name}" if first.is_number else name, width))
        for column, cell in zip(others, cells, strict=True):
            title = " ".join(column.title.split())
            said = f"{title}: {cell}" if title else cell
            lines += [f"  {line}\n" for line in _wrapped(said, width - 2).splitlines() if cell]
    return "".join(lines)


def _widths(part: Table, width: int) -> list[int]:
    """The width of each column. Numbers get what they need, since half a number is another number; texts fold.

    What is left of the line goes to the columns of texts by their share in the width wished for; those that would get
    less than they can do with come first, so that the others share what is then left.
    """
    widths = _narrowest(part)
    texts = [number for number, column in enumerate(part.columns) if not column.is_number]
    left = max(width, _needed_width(part)) - _needed_width(part) + sum(widths[number] for number in texts)
    wished = sum(part.columns[number].width for number in texts)
    for number in sorted(texts, key=lambda number: part.columns[number].width / widths[number]):
        wish = part.columns[number].width
        longest = _longest([part.columns[number].title, *(row[number] for row in part.rows)])
        widths[number] = max(widths[number], min(longest, left * wish // wished))
        left, wished = left - widths[number], wished - wish
    return widths


def _narrowest(part: Table) -> list[int]:
    """How narrow each column may become: to its longest number, or to `MIN_TEXT` for texts."""
    widths = []
    for number, column in enumerate(part.columns):
        # A title with lines of its own keeps them.
        title = column.title.splitlines() if "\n" in column.title else column.title.split()
        longest = _longest(title + [row[number] for row in part.rows])
        widths.append(longest if column.is_number else min(longest, MIN_TEXT))
    return widths


def _longest(texts: list[str]) -> int:
    """The length of the longest line of some texts, at least 1."""
    return max((len(line) for text in texts for line in text.splitlines()), default=1)


def _needed_width(part: Table) -> int:
    """The width below which numbers would have to be broken."""
    return sum(_narrowest(part)) + len(part.columns) - 1
