"""A city's own wages and prices over the published ones: which rows of its files hold for a case."""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mobcalc.cli.survey_areas import WIDE, Area, area_of, closeness
from mobcalc.errors import InputError, Problem
from mobcalc.loader.layers import Flag
from mobcalc.loader.problems import collecting
from mobcalc.loader.survey_files import ITEMS, POINTS, RENTS, PriceRow, WageRow, prices_in, wages_in
from mobcalc.results.provenance import SurveyUsed
from mobcalc.schema import Assumption, Records

if TYPE_CHECKING:
    from mobcalc.store.place_figures import Place

Row = TypeVar("Row", WageRow, PriceRow)
SIZES = [item for item in ITEMS if ITEMS[item][0] == RENTS]
"""The items that are rents, by the number of bedrooms."""
MOST_UNKNOWN = 2
"""To find which place a wrong name is like takes a quarter of a second, so that few are said at once."""
MOST_OVER_PUBLISHED = 3.0
"""A rent that is so many times the published one is taken for a mistake, such as a total of a year (assumed)."""


class Surveys(NamedTuple):
    """The rows of the files that were given, by their kind, of which some are for the case's place and occupations."""

    files: dict[str, str]
    wages: Sequence[tuple[str, WageRow]]
    prices: Sequence[PriceRow]

    def used(self, place: "Place | None", records: Records, areas: Mapping[str, str]) -> list[SurveyUsed]:
        """For each file how many rows it has, and which of them the assumptions in force have their figures from.

        Args:
            place: where the case is.
            records: the assumptions in force, in which a value that was set by name lies over that of a row.
            areas: of which area each published figure of the place is, by its dotted name.
        """
        held = {"wages": self._wages_held(place, records), "prices": self._prices_held(place, records)}
        rows = {"wages": len(self.wages), "prices": len(self.prices)}
        return [
            SurveyUsed(
                file=file,
                rows=rows[kind],
                used=len({*held[kind].values()}),
                figures=held[kind],
                instead_of=self._instead_of(held[kind], place, areas),
                above_larger=_above_larger(held[kind], records),
            )
            for kind, file in self.files.items()
        ]

    def _wages_held(self, place: "Place | None", records: Records) -> dict[str, str]:
        """The rows that wages in force are from, by dotted names."""
        return {
            f"pathways.{name}.earnings.percentiles": row.where
            for name, row in self._own_wages(place, records).items()
            if _percentiles(records, name).where == row.where
        }

    def _prices_held(self, place: "Place | None", records: Records) -> dict[str, str]:
        """The rows that prices in force are from, by dotted names, for a rent with the number of bedrooms."""
        if records.place is None:
            return {}
        given = self._priced(place)
        rents = _rows_named([row for item, row in given.items() if item in SIZES])
        held = {}
        for item, row in given.items():
            record: Assumption = getattr(records.place, ITEMS[item][0].partition(".")[2])
            if record.where == (rents if item in SIZES else row.where):
                held[row.named] = row.where
        return held

    def _instead_of(self, held: dict[str, str], place: "Place | None", areas: Mapping[str, str]) -> dict[str, str]:
        """By dotted names the smaller areas whose published figures rows of a state or the country stand for."""
        rows: list[WageRow | PriceRow] = [*(row for _, row in self.wages), *self.prices]
        if place is None:
            return {}
        wide = {row.where for row in rows if _area(row).kind in WIDE}
        published = {name: areas.get(_without_size(name), "") for name, where in held.items() if where in wide}
        return {name: area for name, area in published.items() if area not in ("", place.state.name)}

    def flags(self, place: "Place | None", records: Records) -> list[Flag]:
        """What the rows say of this case, as values for dotted names.

        Args:
            place: where the case is.
            records: the assumptions with published figures of the place and the occupation in them.

        Raises:
            InputError: for rows of a year without consumer prices, and for rents that cannot be.
        """
        _check_years([*(row for _, row in self.wages), *self.prices], records)
        return [*self._wages(place, records), *self._prices(place, records)]

    def _wages(self, place: "Place | None", records: Records) -> Iterator[Flag]:
        """The wages of every pathway whose occupation a row is of."""
        for name, row in self._own_wages(place, records).items():
            points = _filled(row.points, _percentiles(records, name))
            about = f"{row.occupation or row.soc}{_in(row)}, own survey of {row.year}"
            yield Flag(
                row.where, f"pathways.{name}.earnings.percentiles", _written(points, row.year, about, _from_row(row))
            )

    def _own_wages(self, place: "Place | None", records: Records) -> dict[str, WageRow]:
        """The row for each pathway that has wages of an occupation and a row of them."""
        with_wages = {
            name: pathway.occupation
            for name, pathway in records.pathways.items()
            if pathway.earnings is not None and pathway.earnings.percentiles is not None
        }
        closest = {
            code: _closest([row for own, row in self.wages if own == code], place) for code in {*with_wages.values()}
        }
        return {name: row for name, code in with_wages.items() if (row := closest[code]) is not None}

    def _prices(self, place: "Place | None", records: Records) -> Iterator[Flag]:
        """The prices of the place."""
        if records.place is None:
            return
        given = self._priced(place)
        rents = {item: row for item, row in given.items() if item in SIZES}
        if rents:
            _check_rents(rents, records.place.rents)
            yield _rents(rents, records.place.rents, records)
        for item, row in given.items():
            if item not in rents:
                about = f"{item}{_in(row)}, own prices of {row.year}"
                yield Flag(row.where, ITEMS[item][0], _written(row.amount, row.year, about, f"From {row.where}."))

    def _priced(self, place: "Place | None") -> dict[str, PriceRow]:
        """The row of each item that holds for a place, where there is one."""
        of_item = {item: _closest([row for row in self.prices if row.item == item], place) for item in ITEMS}
        return {item: row for item, row in of_item.items() if row is not None}


def surveys(wages: str | None, prices: str | None) -> Surveys | None:
    """What is in the files that were given; None without any.

    Raises:
        InputError: with every row and column that is wrong.
    """
    if wages is None and prices is None:
        return None
    waged = [] if wages is None else wages_in(wages)
    priced = [] if prices is None else prices_in(prices)
    coded = _checked(waged, _code) if waged else []
    _refuse_twice([(code, area, row) for (code, row), (area, _) in zip(coded, _checked(waged, _area), strict=True)])
    _refuse_twice([(row.item, area, row) for area, row in _checked(priced, _area)])
    files = {kind: file for kind, file in (("wages", wages), ("prices", prices)) if file is not None}
    return Surveys(files, coded, priced)


Looked = TypeVar("Looked")


def _checked(rows: Sequence[Row], look_up: Callable[[Row], Looked]) -> list[tuple[Looked, Row]]:
    """What each row is of.

    Raises:
        InputError: with every row for which there is nothing.
    """
    checked = []
    with collecting(MOST_UNKNOWN) as problems:
        for row in rows:
            try:
                checked.append((look_up(row), row))
            except InputError as error:
                problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return checked


def _without_size(name: str) -> str:
    """The dotted name of what a price is of, without the number of bedrooms of a rent."""
    return RENTS if name.startswith(f"{RENTS}.") else name


def _area(row: WageRow | PriceRow) -> Area:
    """The area of a row, however it is spelled."""
    return area_of(row.area, row.where)


def _code(row: WageRow) -> str:
    """The SOC code of a row.

    Raises:
        InputError: where the code and the title beside it are those of different occupations.
    """
    from mobcalc.store.codes import SOC, coded, occupation_of

    if row.soc and row.occupation and re.fullmatch(SOC, row.soc):
        return coded(row.soc, row.occupation, row.where).code
    return occupation_of(row.soc or row.occupation, row.where).code


def _refuse_twice(named: Sequence[tuple[str, Area, WageRow | PriceRow]]) -> None:
    """Refuse two rows for one thing in one area.

    Raises:
        InputError: naming each row that comes after another.
    """
    first: dict[tuple[str, Area], str] = {}
    with collecting() as problems:
        for name, area, row in named:
            if (name, area) in first:
                what = f"there is a row for the same in the same area already: {first[name, area]}"
                problems.append(Problem(row.where, "", what, "leave one of them out"))
            first.setdefault((name, area), row.where)
    if problems:
        raise InputError(problems)


def _closest(rows: Sequence[Row], place: "Place | None") -> Row | None:
    """The row of the smallest area that holds the place: its county, metropolitan area or state, or every place."""
    ranked = [(near, row) for row in rows if (near := closeness(_area(row), place)) is not None]
    return max(ranked, key=lambda one: one[0])[1] if ranked else None


def _percentiles(records: Records, pathway: str) -> Assumption:
    """The percentiles of pay of a pathway that has some."""
    part = records.pathways[pathway].earnings
    assert part is not None and part.percentiles is not None
    return part.percentiles


def _check_years(rows: Sequence[WageRow | PriceRow], records: Records) -> None:
    """Refuse rows in the dollars of a year whose consumer prices are not known.

    Raises:
        InputError: naming each.
    """
    index = records.economy.consumer_prices.value
    assert isinstance(index, dict)
    hint = f"write a year from {min(index)} to {max(index)}"
    with collecting() as problems:
        problems.extend(
            Problem(row.where, "year", f"there are no consumer prices for {row.year}", hint)
            for row in rows
            if row.year not in index
        )
    if problems:
        raise InputError(problems)


def _check_rents(own: dict[str, PriceRow], published: Assumption) -> None:
    """Refuse rents that cannot be meant: far above the published ones, or above those of more bedrooms.

    Raises:
        InputError: naming each.
    """
    assert isinstance(published.value, list)
    problems = []
    for item, amount in zip(SIZES, published.value, strict=True):
        if item in own and own[item].amount > MOST_OVER_PUBLISHED * amount:
            row = own[item]
            what = f"{row.amount:.10g} a month is {row.amount / amount:.1f} times the published rent of {amount:.0f}"
            hint = f"of a total for a year write the part of a month, {row.amount / 12:.0f}"
            problems.append(Problem(row.where, "amount", what, hint))
    for smaller, larger in combinations(own.values(), 2):
        # Rows of different areas or years may differ, but those of one were written together.
        is_alike = (_area(smaller), smaller.year) == (_area(larger), larger.year)
        if is_alike and smaller.amount > larger.amount:
            what = f"{smaller.item} is {smaller.amount:.10g} and {larger.item} {larger.amount:.10g} ({larger.where})"
            hint = "rents do not fall with more bedrooms; correct one of the two, or leave it out"
            problems.append(Problem(smaller.where, "amount", what, hint))
    if problems:
        raise InputError(problems)


def _above_larger(held: dict[str, str], records: Records) -> list[int]:
    """The numbers of bedrooms of which one's own rent lies above another for more of them."""
    sizes = [size for size in range(len(SIZES)) if f"{RENTS}.{size}" in held]
    if not sizes or records.place is None:
        return []
    rents = records.place.rents.value
    assert isinstance(rents, list)
    return [size for size in sizes if rents[size] > min(rents[size:])]


def _rents(own: dict[str, PriceRow], published: Assumption, records: Records) -> Flag:
    """All rents in the dollars of the latest row, of which those that are not one's own are the published ones."""
    assert isinstance(published.value, list) and isinstance(published.price_year, int)
    latest = max(row.year for row in own.values())
    known = [(amount, published.price_year) for amount in published.value]
    rows = [(own[item].amount, own[item].year) if item in own else old for item, old in zip(SIZES, known, strict=True)]
    amounts = [_restated(amount, year, latest, records) for amount, year in rows]
    about, note = _said_of_rents(own, published)
    note = f"{note} All are in dollars of {latest}."
    return Flag(_rows_named([*own.values()]), RENTS, _written(amounts, latest, about, note))


def _said_of_rents(own: dict[str, PriceRow], published: Assumption) -> tuple[str, str]:
    """Of where rents are, and which of them are one's own."""
    said = ", ".join(f"{item} of {row.year}{_in(row)} from {row.where}" for item, row in own.items())
    areas = " and".join(dict.fromkeys(_in(row) for row in own.values()))
    if len(own) == len(SIZES):
        return f"own rents{areas}", f"Own are {said}."
    return f"own rents{areas}, otherwise {published.population or 'published rents'}", (
        f"Own are {said}; the others are published."
    )


def _rows_named(rows: Sequence[PriceRow]) -> str:
    """Where several rows stand, as one text."""
    return ", ".join(row.where for row in rows)


def _restated(amount: float, year: int, to: int, records: Records) -> float:
    """An amount in the dollars of another year."""
    prices = records.economy.consumer_prices.value
    assert isinstance(prices, dict)
    return amount * prices[to] / prices[year]


def _filled(points: Sequence[float | None], published: Assumption) -> list[float]:
    """Percentiles of which those that are not given lie among those that are as the published ones lie among theirs.

    In logarithms: between two that are given in proportion, and beyond the outermost as far from it as published.
    """
    import numpy as np

    assert isinstance(published.value, list)
    usual = [math.log(there) for there in published.value]
    given = [(there, math.log(here)) for here, there in zip(points, usual, strict=True) if here is not None]
    lowest, highest = given[0][0], given[-1][0]
    inside = np.interp(usual, [there for there, _ in given], [here for _, here in given])
    # Beyond the ends np.interp stays at the ends, to which the published distance comes.
    beyond = [min(there - lowest, 0.0) + max(there - highest, 0.0) for there in usual]
    return [
        float(math.exp(one + more)) if here is None else here
        for here, one, more in zip(points, inside, beyond, strict=True)
    ]


def _from_row(row: WageRow) -> str:
    """Which row wages are from, and which percentiles it does not give and how they are found."""
    missing = [point for point, given in zip(POINTS, row.points, strict=True) if given is None]
    given = [point for point, given in zip(POINTS, row.points, strict=True) if given is not None]
    if not missing:
        return f"From {row.where}."
    among = "as far from the median" if len(given) == 1 else f"among {', '.join(given)}, in logarithms,"
    return f"From {row.where}. {', '.join(missing)} lie {among} as in the published wages."


def _in(row: WageRow | PriceRow) -> str:
    """The area of a row as a part of a sentence."""
    return f" in {row.area}" if row.area else ""


def _written(values: Sequence[float] | float, year: int, population: str, note: str) -> str:
    """A record in the form in which values are set by name, with what it is of."""
    rounded = [round(value, 2) for value in values] if isinstance(values, Sequence) else values
    # JSON is YAML too, with every text in quotes.
    return json.dumps({"value": rounded, "price_year": year, "population": population, "note": note})
