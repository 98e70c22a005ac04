"""Tables of a city's own figures, wages or prices, as CSV files: read and checked row by row, nothing half used."""

import csv
from collections.abc import Iterator, Sequence
from itertools import pairwise
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
WAGE_COLUMNS = ("soc", "occupation", "area", *POINTS, "year", "unit", "source", "note")
ITEMS = {
    **{f"rent_{rooms}br": ("place.rents", (50.0, 20_000.0), "USD/month") for rooms in range(5)},
    "infant_care_center": ("place.infant_care_center", (10.0, 3_000.0), "USD/week"),
    "infant_care_family": ("place.infant_care_family", (10.0, 3_000.0), "USD/week"),
}
"""What a price may be of: the assumption it is, the bounds it may lie in, and its unit."""
PRICE_COLUMNS = ("item", "area", "amount", "year", "source", "note")


class WageRow(NamedTuple):
    """Wages of an occupation in an area, as they are written [USD/year], in the order of `POINTS`.

    `where` is the file and line; `area` is empty for every place. A percentile that is not given is None.
    """

    where: str
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
    text = text_of(Path(path), path, problems)
    if text is None:
        return []
    rows = list(_rows(text, path, problems))
    if not rows:
        problems.append(
            Problem(path, "", "there is nothing in the file", f"write columns {', '.join(needed)} and rows")
        )
        return []
    header = [cell.strip().casefold() for cell in rows[0][1]]
    wrong = list(_wrong_columns(header, known, needed, f"{path}:1"))
    problems.extend(wrong)
    return [] if wrong else list(_under(header, rows[1:], path, problems))


def _wrong_columns(header: list[str], known: Sequence[str], needed: Sequence[str], where: str) -> Iterator[Problem]:
    """Columns that are not known, missing or there twice."""
    for name in header:
        if name not in known:
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
    occupation = line.cells.get("soc") or line.cells.get("occupation")
    if occupation is None:
        problems.append(Problem(line.where, "occupation", "it is blank", "write a SOC code or a title"))
    unit = line.cells.get("unit", "year").casefold()
    if unit not in RANGES:
        problems.append(Problem(line.where, "unit", f"'{unit}' is no unit of a wage", "write year or hour"))
        return None
    points = tuple(_wage(line, name, unit, problems) for name in POINTS)
    year = _year(line, problems)
    if line.cells.get("median") is None:
        problems.append(Problem(line.where, "median", "it is blank", "write the median wage"))
    _check_rising(line, points, problems)
    if len(problems) > before or occupation is None or year is None:
        return None
    return WageRow(line.where, occupation, line.cells.get("area", ""), points, year)


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
        problems.append(Problem(line.where, "amount", what, f"write {low:.0f} to {high:.0f}"))
        return None
    return (
        None if amount is None or year is None else PriceRow(line.where, item, line.cells.get("area", ""), amount, year)
    )


def _amount(line: _Line, name: str, problems: Problems) -> float | None:
    """The number in a column; None where it is blank or none."""
    text = line.cells.get(name)
    if text is None:
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
