"""Tables of a city's own figures, wages or prices, as CSV files: read and checked row by row, nothing half used."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from mobcalc.errors import InputError, Problem
from mobcalc.loader.files import text_of
from mobcalc.loader.problems import Problems, collecting
from mobcalc.units import FULL_TIME_YEAR, NotANumberError, nearest, number

POINTS = ("p10", "p25", "median", "p75", "p90")
YEARS = (2000, 2100)
"""Between these a year may be that of a survey."""
RANGES = {"year": (8_000.0, 1_000_000.0), "hour": (4.0, 500.0)}
"""Between these a wage may lie, a year and an hour [USD]."""
UNITS = {
    **dict.fromkeys(("year", "yearly", "annual", "annually", "a year", "per year"), "year"),
    **dict.fromkeys(("hour", "hourly", "an hour", "per hour"), "hour"),
}
"""What units of a wage are called."""
NOT_KNOWN = ("n/a", "na", "-", "--", "*", "**", "#", "n.a.", "none", "null")
"""What tables write in the cell of a number that they do not have."""
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What stands between cells in tables that are not CSV with commas."""
TABLE_FILES = (".xlsx", ".xls", ".ods", ".numbers")
"""The endings of spreadsheets, which have to be saved as CSV."""
WAGE_COLUMNS = ("soc", "occupation", "area", *POINTS, "year", "unit", "source", "note")
RENTS = "place.rents"
ITEMS = {
    **{f"rent_{rooms}br": (RENTS, (50.0, 10_000.0), "USD/month") for rooms in range(5)},
    "infant_care_center": ("place.infant_care_center", (10.0, 3_000.0), "USD/week"),
    "infant_care_family": ("place.infant_care_family", (10.0, 3_000.0), "USD/week"),
}
"""What a price may be of: the assumption it is, the bounds it may lie in, and its unit."""
PRICE_COLUMNS = ("item", "area", "amount", "year", "source", "note")


MOST_ROWS = 20_000
"""As many as a survey of one state may have by occupation and area; more take seconds to read."""


class WageRow(NamedTuple):
    """Wages of an occupation in an area, as they are written [USD/year], in the order of `POINTS`.

    `where` is the file and line; `soc` and `occupation` are empty where they are not given, `area` for every place. A
    percentile that is not given is None.
    """

    where: str
    soc: str
    occupation: str
    area: str
    points: tuple[float | None, ...]
    year: int


class PriceRow(NamedTuple):
    """The price of an item in an area, in the unit of `ITEMS`; `area` is empty for every place."""

    where: str
    item: str
    area: str
    amount: float
    year: int

    @property
    def named(self) -> str:
        """The dotted name of what it is the price of; a rent with the number of bedrooms."""
        name = ITEMS[self.item][0]
        return f"{name}.{self.item[len('rent_')]}" if name == RENTS else name


class _Line(NamedTuple):
    """One row of a file: where it is, and its cells by column, without the empty ones."""

    where: str
    cells: dict[str, str]


def wages_in(path: str) -> list[WageRow]:
    """The wages of a file.

    Raises:
        InputError: with every row and column that is wrong.
    """
    with collecting() as problems:
        lines = _lines(path, WAGE_COLUMNS, ("median", "year"), problems)
        found = [row for line in lines if (row := _wage_row(line, problems)) is not None]
    if problems:
        raise InputError(problems)
    return found


def prices_in(path: str) -> list[PriceRow]:
    """The prices of a file.

    Raises:
        InputError: with every row and column that is wrong.
    """
    with collecting() as problems:
        lines = _lines(path, PRICE_COLUMNS, ("item", "amount", "year"), problems)
        found = [row for line in lines if (row := _price_row(line, problems)) is not None]
    if problems:
        raise InputError(problems)
    return found


def _lines(path: str, known: Sequence[str], needed: Sequence[str], problems: Problems) -> list[_Line]:
    """The rows of a file under the names of its columns; none where the columns are wrong."""
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
    wrong = [] if len(problems) > before else list(_wrong_table(rows, known, needed, path))
    problems.extend(wrong)
    if wrong or len(problems) > before:
        return []
    header = [cell.strip().casefold() for cell in rows[0][1]]
    return list(_under(header, rows[1:], path, problems))


AS_CSV = "save it as CSV with commas: 'Save as', CSV (comma delimited)"


def _wrong_table(
    rows: Sequence[tuple[int, list[str]]], known: Sequence[str], needed: Sequence[str], path: str
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
        yield from _wrong_columns(header, known, needed, where)


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
    of_what = () if "item" in known or {"soc", "occupation"} & {*header} else ("occupation",)
    for name in (*of_what, *needed):
        if name not in header:
            yield Problem(where, name, "this column is missing", f"columns are {', '.join(known)}")
    if len(set(header)) < len(header):
        yield Problem(where, "", "a column is there twice", "leave one of them out")


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


def _under(header: list[str], rows: list[tuple[int, list[str]]], path: str, problems: Problems) -> Iterator[_Line]:
    """Rows with as many cells as there are columns."""
    for number_of_line, cells in rows:
        where = f"{path}:{number_of_line}"
        if len(cells) != len(header):
            what = f"there are {len(cells)} cells in {len(header)} columns"
            hint = 'write amounts without separators, 36000, and put texts with commas in quotes, "Jamestown, NY"'
            problems.append(Problem(where, "", what, hint))
            continue
        filled = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}
        yield _Line(where, filled)


def _wage_row(line: _Line, problems: Problems) -> WageRow | None:
    """The wages of one row; None where something in it is wrong."""
    before = len(problems)
    soc, occupation = line.cells.get("soc", ""), line.cells.get("occupation", "")
    if not soc and not occupation:
        problems.append(Problem(line.where, "occupation", "it is blank", "write a SOC code or a title"))
    given = line.cells.get("unit", "year").casefold()
    unit = UNITS.get(given)
    if unit is None:
        problems.append(Problem(line.where, "unit", f"'{given}' is no unit of a wage", "write year or hour"))
        return None
    points = tuple(_wage(line, name, unit, problems) for name in POINTS)
    year = _year(line, problems)
    if line.cells.get("median") is None:
        problems.append(Problem(line.where, "median", "it is blank", "write the median wage"))
    _check_rising(line, points, problems)
    if len(problems) > before or year is None:
        return None
    return WageRow(line.where, soc, occupation, line.cells.get("area", ""), points, year)


def _check_rising(line: _Line, points: Sequence[float | None], problems: Problems) -> None:
    """Find percentiles that are not above the one before."""
    known = [(name, point) for name, point in zip(POINTS, points, strict=True) if point is not None]
    for (low, lower), (high, higher) in pairwise(known):
        if lower >= higher:
            what = f"{high} is not above {low}"
            problems.append(Problem(line.where, high, what, "percentiles rise from p10 to p90; correct one"))


def _wage(line: _Line, name: str, unit: str, problems: Problems) -> float | None:
    """A wage of a row for a full year [USD/year]; None where it is blank or wrong."""
    amount = _amount(line, name, problems)
    if amount is None:
        return None
    low, high = RANGES[unit]
    if not low <= amount <= high:
        other = "hour" if unit == "year" else "year"
        fits = RANGES[other][0] <= amount <= RANGES[other][1]
        hint = f"it may be by the {other}: write {other} in a column unit" if fits else f"write {low:.0f} to {high:.0f}"
        what = f"{amount:.10g} dollars {'an hour' if unit == 'hour' else 'a year'} is no wage"
        problems.append(Problem(line.where, name, what, hint))
        return None
    return amount * (FULL_TIME_YEAR if unit == "hour" else 1.0)


def _price_row(line: _Line, problems: Problems) -> PriceRow | None:
    """The price of one row; None where something in it is wrong."""
    item = line.cells.get("item", "").casefold()
    if item not in ITEMS:
        hint = nearest(item, ITEMS) or f"items are {', '.join(ITEMS)}"
        problems.append(Problem(line.where, "item", f"there is no item '{item}'", hint))
        return None
    amount, year = _amount(line, "amount", problems), _year(line, problems)
    if "amount" not in line.cells:
        problems.append(Problem(line.where, "amount", "it is blank", f"write it in {ITEMS[item][2]}"))
    _, (low, high), unit = ITEMS[item]
    if amount is not None and not low <= amount <= high:
        what = f"{amount:.10g} is no price in {unit}"
        each = unit.removeprefix("USD/")
        is_total = amount > high and unit != "USD/year"
        why = f"it may be a year's total: write the price of a {each}" if is_total else f"write {low:.0f} to {high:.0f}"
        problems.append(Problem(line.where, "amount", what, why))
        return None
    return (
        None if amount is None or year is None else PriceRow(line.where, item, line.cells.get("area", ""), amount, year)
    )


def _amount(line: _Line, name: str, problems: Problems) -> float | None:
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


def _year(line: _Line, problems: Problems) -> int | None:
    """The year of a row; None where it is blank or none."""
    year = _amount(line, "year", problems)
    if "year" not in line.cells:
        problems.append(Problem(line.where, "year", "it is blank", "write the year of the dollars"))
    if year is None:
        return None
    if year != int(year) or not YEARS[0] <= year <= YEARS[1]:
        problems.append(Problem(line.where, "year", f"{year:g} is no year", f"write {YEARS[0]} or later"))
        return None
    return int(year)
