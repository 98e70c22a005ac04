"""Tables of a city's own figures, wages or prices, as CSV files: read and checked row by row, nothing half used."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from mobcalc.errors import InputError, Problem
from mobcalc.loader.problems import Problems, collecting
from mobcalc.loader.table_lines import Line, lines, number_in
from mobcalc.units import FULL_TIME_YEAR, nearest

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
WAGE_COLUMNS = ("soc", "occupation", "area", *POINTS, "year", "unit", "source", "note")
RENTS = "place.rents"
ITEMS = {
    **{f"rent_{rooms}br": (RENTS, (50.0, 10_000.0), "USD/month") for rooms in range(5)},
    "infant_care_center": ("place.infant_care_center", (10.0, 3_000.0), "USD/week"),
    "infant_care_family": ("place.infant_care_family", (10.0, 3_000.0), "USD/week"),
}
"""What a price may be of: the assumption it is, the bounds it may lie in, and its unit."""
PRICE_COLUMNS = ("item", "area", "amount", "year", "source", "note")


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


def wages_in(path: str) -> list[WageRow]:
    """The wages of a file.

    Raises:
        InputError: with every row and column that is wrong.
    """
    with collecting() as problems:
        read = lines(path, WAGE_COLUMNS, ("median", "year"), problems, ("soc", "occupation"))
        found = [row for line in read if (row := _wage_row(line, problems)) is not None]
    if problems:
        raise InputError(problems)
    return found


def prices_in(path: str) -> list[PriceRow]:
    """The prices of a file.

    Raises:
        InputError: with every row and column that is wrong.
    """
    with collecting() as problems:
        read = lines(path, PRICE_COLUMNS, ("item", "amount", "year"), problems)
        found = [row for line in read if (row := _price_row(line, problems)) is not None]
    if problems:
        raise InputError(problems)
    return found


def _wage_row(line: Line, problems: Problems) -> WageRow | None:
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


def _check_rising(line: Line, points: Sequence[float | None], problems: Problems) -> None:
    """Find percentiles that are not above the one before."""
    known = [(name, point) for name, point in zip(POINTS, points, strict=True) if point is not None]
    for (low, lower), (high, higher) in pairwise(known):
        if lower >= higher:
            what = f"{high} is not above {low}"
            problems.append(Problem(line.where, high, what, "percentiles rise from p10 to p90; correct one"))


def _wage(line: Line, name: str, unit: str, problems: Problems) -> float | None:
    """A wage of a row for a full year [USD/year]; None where it is blank or wrong."""
    amount = number_in(line, name, problems)
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


def _price_row(line: Line, problems: Problems) -> PriceRow | None:
    """The price of one row; None where something in it is wrong."""
    item = line.cells.get("item", "").casefold()
    if item not in ITEMS:
        hint = nearest(item, ITEMS) or f"items are {', '.join(ITEMS)}"
        problems.append(Problem(line.where, "item", f"there is no item '{item}'", hint))
        return None
    amount, year = number_in(line, "amount", problems), _year(line, problems)
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


def _year(line: Line, problems: Problems) -> int | None:
    """The year of a row; None where it is blank or none."""
    year = number_in(line, "year", problems)
    if "year" not in line.cells:
        problems.append(Problem(line.where, "year", "it is blank", "write the year of the dollars"))
    if year is None:
        return None
    if year != int(year) or not YEARS[0] <= year <= YEARS[1]:
        problems.append(Problem(line.where, "year", f"{year:g} is no year", f"write {YEARS[0]} or later"))
        return None
    return int(year)
