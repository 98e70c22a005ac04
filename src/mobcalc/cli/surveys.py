"""A city's own wages and prices over the published ones: which rows of its files hold for a case."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mobcalc.errors import InputError, Problem, input_error
from mobcalc.loader.layers import Flag
from mobcalc.loader.survey_files import ITEMS, POINTS, PriceRow, WageRow, prices_in, wages_in
from mobcalc.results import SurveyUsed
from mobcalc.schema import Assumption, Records

if TYPE_CHECKING:
    from mobcalc.store.place_figures import Place

Row = TypeVar("Row", WageRow, PriceRow)
MEDIAN = POINTS.index("median")
RENTS = "place.rents"


class Surveys(NamedTuple):
    """The rows of the files that were given, by their kind, of which some are for the case's place and occupations."""

    files: dict[str, str]
    wages: Sequence[tuple[str, WageRow]]
    prices: Sequence[PriceRow]

    def used(self, place: "Place | None", records: Records) -> list[SurveyUsed]:
        """How many rows of each file hold for a case; arguments as for `flags`."""
        codes = {pathway.occupation for pathway in records.pathways.values()}
        wages = {code: _closest([row for own, row in self.wages if own == code], place) for code in codes}
        counts = {"wages": sum(row is not None for row in wages.values()), "prices": len(self._priced(place))}
        rows = {"wages": len(self.wages), "prices": len(self.prices)}
        return [SurveyUsed(file, rows[kind], counts[kind]) for kind, file in self.files.items()]

    def flags(self, place: "Place | None", records: Records) -> list[Flag]:
        """What the rows say of this case, as values for dotted names.

        Args:
            place: where the case is.
            records: the assumptions with published figures of the place and the occupation in them.
        """
        return [*self._wages(place, records), *self._prices(place, records)]

    def _wages(self, place: "Place | None", records: Records) -> Iterator[Flag]:
        """The wages of every pathway whose occupation a row is of."""
        for name, pathway in records.pathways.items():
            own = _closest([row for code, row in self.wages if code == pathway.occupation], place)
            part = pathway.earnings
            if own is None or part is None or part.percentiles is None:
                continue
            points = _filled(own.points, part.percentiles)
            scaled = [point for point, given in zip(POINTS, own.points, strict=True) if given is None]
            note = f" {', '.join(scaled)} lie as far from the median as in the published wages." if scaled else ""
            about = f"{own.occupation}{_in(own)}, own survey of {own.year}"
            yield Flag(own.where, f"pathways.{name}.earnings.percentiles", _written(points, own, about, note))

    def _prices(self, place: "Place | None", records: Records) -> Iterator[Flag]:
        """The prices of the place."""
        if records.place is None:
            return
        given = self._priced(place)
        rents = {item: row for item, row in given.items() if ITEMS[item][0] == RENTS}
        if rents:
            yield _rents(rents, records.place.rents, records)
        for item, row in given.items():
            if item not in rents:
                about = f"{item}{_in(row)}, own prices of {row.year}"
                yield Flag(row.where, ITEMS[item][0], _written(row.amount, row, about))

    def _priced(self, place: "Place | None") -> dict[str, PriceRow]:
        """The row of each item that holds for a place, where there is one."""
        of_item = {item: _closest([row for row in self.prices if row.item == item], place) for item in ITEMS}
        return {item: row for item, row in of_item.items() if row is not None}


def _rents(own: dict[str, PriceRow], published: Assumption, records: Records) -> Flag:
    """All rents, of which those that are not one's own are the published ones in the same dollars."""
    first = next(iter(own.values()))
    assert isinstance(published.value, list) and isinstance(published.price_year, int)
    sizes = [item for item in ITEMS if ITEMS[item][0] == RENTS]
    known = [(amount, published.price_year) for amount in published.value]
    rows = [(own[item].amount, own[item].year) if item in own else old for item, old in zip(sizes, known, strict=True)]
    amounts = [_restated(amount, year, first.year, records) for amount, year in rows]
    note = f" Own are {', '.join(f'{item} of {row.where}' for item, row in own.items())}; the others are published."
    about = f"rents{_in(first)}, own prices of {first.year}"
    return Flag(first.where, RENTS, _written(amounts, first, about, note))


def surveys(wages: str | None, prices: str | None) -> Surveys | None:
    """What is in the files that were given; None without any.

    Raises:
        InputError: with every row and column that is wrong.
    """
    if wages is None and prices is None:
        return None
    found = [] if wages is None else wages_in(wages)
    priced = [] if prices is None else prices_in(prices)
    coded = _checked(found, _code) if found else []
    _refuse_twice([(f"{code} {row.area.casefold()}", row) for code, row in coded])
    _refuse_twice([(f"{row.item} {row.area.casefold()}", row) for row in priced])
    _checked(found, lambda row: _area(row.area, row.where))
    _checked(priced, lambda row: _area(row.area, row.where))
    files = {kind: file for kind, file in (("wages", wages), ("prices", prices)) if file is not None}
    return Surveys(files, coded, priced)


Found = TypeVar("Found")


def _checked(rows: Sequence[Row], look_up: Callable[[Row], Found]) -> list[tuple[Found, Row]]:
    """What each row is of.

    Raises:
        InputError: with every row for which there is nothing.
    """
    problems: list[Problem] = []
    found = []
    for row in rows:
        try:
            found.append((look_up(row), row))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return found


def _code(row: WageRow) -> str:
    """The SOC code of a row."""
    from mobcalc.store.codes import occupation_of

    return occupation_of(row.occupation, row.where).code


def _refuse_twice(named: Sequence[tuple[str, WageRow | PriceRow]]) -> None:
    """Refuse two rows for one thing in one area.

    Raises:
        InputError: naming both.
    """
    first: dict[str, str] = {}
    for name, row in named:
        if name in first:
            what = f"there is a row for the same in the same area already: {first[name]}"
            raise input_error(row.where, "", what, "leave one of them out")
        first[name] = row.where


def _area(text: str, where: str) -> "Place | None":
    """The place that an area names; None for every place.

    Raises:
        InputError: for an area that is not known or not clear.
    """
    try:
        return _place_of(text)
    except InputError as error:
        raise InputError(problem._replace(where=where, name="area") for problem in error.problems) from None


@cache
def _place_of(text: str) -> "Place | None":
    """The place that a name means; None for every place."""
    from mobcalc.store.codes import State, state_of
    from mobcalc.store.counties import County
    from mobcalc.store.place_figures import Place
    from mobcalc.store.place_lookup import place_named

    if not text or text.casefold() in ("us", "united states", "all"):
        return None
    meant = place_named(text, None)
    if isinstance(meant, State):
        return Place(meant)
    if isinstance(meant, County):
        return Place(meant.state, meant)
    return Place(state_of(meant.postals[0], ""), metro=meant)


def _closest(rows: Sequence[Row], place: "Place | None") -> Row | None:
    """The row of the smallest area that holds the place: its county, metropolitan area or state, or every place."""
    ranked = [(closeness, row) for row in rows if (closeness := _closeness(row, place)) is not None]
    return max(ranked, key=lambda one: one[0])[1] if ranked else None


def _closeness(row: WageRow | PriceRow, place: "Place | None") -> int | None:
    """How close an area is to the place, the more the closer; None where it does not hold it."""
    area = _area(row.area, row.where)
    if area is None:
        return 0
    if place is None:
        return None
    if area.county is not None:
        return 3 if place.county is not None and place.county.fips == area.county.fips else None
    if area.metro is not None:
        return 2 if _is_in_metro(place, area.metro.code) else None
    return 1 if place.state == area.state else None


def _is_in_metro(place: "Place", code: str) -> bool:
    """Whether a place is a metropolitan area or a county in it."""
    if place.metro is not None and place.metro.code == code:
        return True
    if place.county is None:
        return False
    from mobcalc.store.reference import row

    query = "SELECT cbsa_code FROM county_cbsa_2023 WHERE county_fips = ?"
    line = row(query, place.county.fips)
    return line is not None and str(line["cbsa_code"]) == code


def _restated(amount: float, year: int, to: int, records: Records) -> float:
    """An amount in the dollars of another year; as it is where no prices are known of either, which loading refuses."""
    prices = records.economy.consumer_prices.value
    assert isinstance(prices, dict)
    return amount * prices[to] / prices[year] if year in prices and to in prices else amount


def _filled(points: Sequence[float | None], published: Assumption) -> list[float]:
    """Percentiles of which those that are not given lie as far from the median as the published ones."""
    usual, median = published.value, points[MEDIAN]
    assert isinstance(usual, list) and median is not None
    return [median * there / usual[MEDIAN] if here is None else here for here, there in zip(points, usual, strict=True)]


def _in(row: WageRow | PriceRow) -> str:
    """The area of a row as a part of a sentence."""
    return f" in {row.area}" if row.area else ""


def _written(values: Sequence[float] | float, row: WageRow | PriceRow, population: str, note: str = "") -> str:
    """A record in the form in which values are set by name, with what it is of."""
    rounded = [round(value, 2) for value in values] if isinstance(values, Sequence) else values
    record = {"value": rounded, "price_year": row.year, "population": population, "note": f"From {row.where}.{note}"}
    # JSON is YAML too, with every text in quotes.
    return json.dumps(record)
