"""Tables that somebody else made, as CSV files: read and checked line by line."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from mobcalc.errors import Problem
from mobcalc.loader.files import text_of
from mobcalc.loader.problems import Problems
from mobcalc.units import NotANumberError, nearest, number

NOT_KNOWN = ("n/a", "na", "-", "--", "*", "**", "#", "n.a.", "none", "null")
"""What tables write in the cell of a number that they do not have."""
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What stands between cells in tables that are not CSV with commas."""
TABLE_FILES = (".xlsx", ".xls", ".ods", ".numbers")
"""The endings of spreadsheets, which have to be saved as CSV."""
MOST_ROWS = 20_000
"""As many as a survey of one state may have by occupation and area; more take seconds to read."""


class Line(NamedTuple):
    """One row of a file: where it is, and its cells by column, without the empty ones."""

    where: str
    cells: dict[str, str]


def lines(
    path: str, known: Sequence[str], needed: Sequence[str], problems: Problems, one_of: Sequence[str] = ()
) -> list[Line]:
    """The rows of a file under the names of its columns; none where the columns are wrong.

    Args:
        path: the file.
        known: the columns that there may be.
        needed: those that there have to be.
        problems: filled with what is wrong.
        one_of: columns of which one is needed; the last is named where none is there.
    """
    if path.casefold().endswith(TABLE_FILES):
        problems.append(Problem(path, "", "this is a spreadsheet", AS_CSV))
        return []
    text = text_of(Path(path), path, problems)
    if text is None:
        return []
    before = len(problems)
    rows = list(islice(_rows(text, path, problems), MOST_ROWS + 2))
    if len(rows) > MOST_ROWS + 1:
        problems.append(Problem(path, "", f"there are more than {MOST_ROWS:,} rows", "leave out those of other places"))
    wrong = [] if len(problems) > before else list(_wrong_table(rows, known, needed, one_of, path))
    problems.extend(wrong)
    if wrong or len(problems) > before:
        return []
    header = [cell.strip().casefold() for cell in rows[0][1]]
    return list(_under(header, rows[1:], path, problems))


AS_CSV = "save it as CSV with commas: 'Save as', CSV (comma delimited)"


def _wrong_table(
    rows: Sequence[tuple[int, list[str]]],
    known: Sequence[str],
    needed: Sequence[str],
    one_of: Sequence[str],
    path: str,
) -> Iterator[Problem]:
    """What is wrong with a table as a whole: nothing in it, other separators, a title, other columns."""
    if not rows:
        yield Problem(path, "", "there is nothing in the file", f"write columns {', '.join(needed)} and rows")
        return
    number_of_line, cells = rows[0]
    where = f"{path}:{number_of_line}"
    header = [cell.strip().casefold() for cell in cells]
    wrong = _wrong_form(cells, rows[1:], known)
    if wrong is not None:
        yield Problem(where, "", *wrong)
    else:
        yield from _wrong_columns(header, known, [*_missing_of(one_of, header), *needed], where)


def _wrong_form(
    first: Sequence[str], others: Sequence[tuple[int, list[str]]], known: Sequence[str]
) -> tuple[str, str] | None:
    """That cells are separated by something else, or that a title stands over the columns, and what to do."""
    separator = next((mark for mark in SEPARATORS if len(first) == 1 and mark in first[0]), None)
    if separator is not None:
        return f"cells are separated by {SEPARATORS[separator]}", AS_CSV
    later = [line for line, cells in others if not _unknown_columns(cells, known)]
    if _unknown_columns(first, known) and later:
        return f"the names of the columns stand in line {later[0]}, not in the first", "delete the lines above them"
    return None


def _unknown_columns(cells: Sequence[str], known: Sequence[str]) -> list[str]:
    """The cells of a line that are the name of no column."""
    return [cell for cell in cells if cell.strip().casefold() not in known]


def _wrong_columns(header: list[str], known: Sequence[str], needed: Sequence[str], where: str) -> Iterator[Problem]:
    """Columns that are not known, missing or there twice."""
    for number_of_column, name in enumerate(header, start=1):
        if not name:
            yield Problem(where, "", f"column {number_of_column} has no name", "name it, or delete it")
        elif name not in known:
            hint = nearest(name, known) or f"columns are {', '.join(known)}"
            yield Problem(where, name, "there is no column of this name", hint)
    for name in needed:
        if name not in header:
            hint = f"columns are {', '.join(known)}; needed: {', '.join(needed)}"
            yield Problem(where, name, "this column is missing", hint)
    if len(set(header)) < len(header):
        yield Problem(where, "", "a column is there twice", "leave one of them out")


def _missing_of(one_of: Sequence[str], header: list[str]) -> list[str]:
    """The last of some columns, where none of them is there."""
    return [] if {*one_of} & {*header} else [*one_of[-1:]]


def _rows(text: str, path: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the number of the line it ends on."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        what = f"this is not a table: {error}"
        problems.append(Problem(f"{path}:{reader.line_num}", "", what, "save it as CSV with commas"))


def _under(header: list[str], rows: list[tuple[int, list[str]]], path: str, problems: Problems) -> Iterator[Line]:
    """Rows with as many cells as there are columns."""
    for number_of_line, cells in rows:
        where = f"{path}:{number_of_line}"
        if len(cells) != len(header):
            what = f"there are {len(cells)} cells in {len(header)} columns"
            hint = 'write amounts without separators, 36000, and put texts with commas in quotes, "Jamestown, NY"'
            problems.append(Problem(where, "", what, hint))
            continue
        filled = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}
        yield Line(where, filled)


def number_in(line: Line, name: str, problems: Problems) -> float | None:
    """The number in a column; None where it is blank or none."""
    text = line.cells.get(name)
    if text is None:
        return None
    if text.casefold() in NOT_KNOWN:
        problems.append(Problem(line.where, name, f"'{text}' is not a number", "leave the cell blank"))
        return None
    try:
        return number(text)
    except NotANumberError as error:
        problems.append(Problem(line.where, name, error.what, error.hint))
        return None
