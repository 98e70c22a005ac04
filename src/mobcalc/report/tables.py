"""A document that knows nothing of terminals or files: headings, tables, paragraphs."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from mobcalc.characters import visible
from mobcalc.language import say


class Column(NamedTuple):
    """A column: its title, its width, whether it holds numbers, and how wide a terminal has to be to show it."""

    title: str
    width: int
    is_number: bool = True
    terminal: int = 0


PATHWAY_WIDTH, NUMBER_WIDTH = 31, 9
"""Columns of a terminal for the name of a pathway, and for a number."""


def pathway_columns(titles: Sequence[str]) -> tuple[Column, ...]:
    """A column for the pathway, then columns of numbers.

    Args:
        titles: messages.
    """
    first, *numbers = map(say, titles)
    return (Column(first, PATHWAY_WIDTH, False), *(Column(title, NUMBER_WIDTH) for title in numbers))


class Table(NamedTuple):
    """A table with a title above and a caption below; cells are texts ready to show."""

    title: str
    columns: tuple[Column, ...]
    rows: list[tuple[str, ...]]
    caption: str = ""


class Paragraph(NamedTuple):
    """A paragraph with an optional lead-in word, such as 'Basis'."""

    text: str
    lead: str = ""


class Line(NamedTuple):
    """One line of a chart: the letter that marks it, its name, and its heights, one for each place along the chart."""

    mark: str
    name: str
    heights: list[float]


class Chart(NamedTuple):
    """Heights along whole numbers such as ages; lines are told apart by their marks, never by colour.

    The numbers written along it are `every` apart, or a multiple of that; where dots are shown, so are the marks.
    """

    title: str
    first: int
    lines: list[Line]
    along: str
    caption: str = ""
    every: int = 1


Document: TypeAlias = list[Table | Paragraph | Chart]


def harmless(part: Any) -> Any:
    """A document, or a part of one, without what a terminal would obey: texts may hold what somebody typed."""
    if isinstance(part, str):
        return visible(part)
    if isinstance(part, list):
        return [harmless(one) for one in part]
    if isinstance(part, tuple):
        ones = map(harmless, part)
        return type(part)(*ones) if hasattr(part, "_fields") else tuple(ones)
    return part
