"""From records to arrays: the same schema, filled with rows of numbers in dollars of the price year.

`point` makes one row of the values themselves. Sensitivity and simulation are further ways to make rows.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.model import Array
from mobcalc.schema import Assumption, Assumptions, Records
from mobcalc.units import is_money


class YearPoints(NamedTuple):
    """A map by year as arrays: years (n,) and values (rows, n)."""

    years: Array
    values: Array


Arrays: TypeAlias = Assumptions[Array, YearPoints]
Rows: TypeAlias = Callable[[str, Assumption], Array]
"""Makes the rows of one assumption from its dotted name and record: (rows, 1), or (rows, n) for lists and maps."""


def point(records: Records) -> Arrays:
    """All assumptions at their values, as one row.

    Parts that were filled before are the same objects again: of two cases most parts are.
    """
    key = (id(records.economy.consumer_prices), records.economy.price_year)
    known = _POINTS.setdefault(key, {})
    if sum(map(len, _POINTS.values())) > MOST_KEPT:
        _POINTS.clear()
        known = _POINTS.setdefault(key, {})
    # The index stays as long as what it restates, so that no other can have its place in memory.
    known[key[0]] = (records.economy.consumer_prices, None)
    return fill(records, lambda _, record: np.array([numbers(record)]), known)


Known: TypeAlias = dict[int, tuple[Any, Any]]
"""Parts of the schema that were filled, with their arrays, by where they are in memory, which nothing else then has."""
_POINTS: dict[tuple[int, int], Known] = {}
"""What `point` has filled, by the consumer prices and the price year."""
MOST_KEPT = 20_000
"""How many parts are kept."""


def fill(records: Records, rows: Rows, known: Known | None = None) -> Arrays:
    """All assumptions as arrays, money restated to the price year.

    Args:
        records: the assumptions.
        rows: makes the rows of one assumption, in the dollars the record is written in.
        known: what was filled before, where rows depend on the record alone; filled up on the way.

    Returns:
        The same tree with arrays in place of records.
    """
    restate = _Restating(records)

    def filled(part: Any, name: str) -> Any:
        """One part of the schema with arrays for records."""
        if isinstance(part, Assumption):
            values = rows(name, part) * restate.factors(part)
            return YearPoints(np.array(list(part.value), float), values) if isinstance(part.value, dict) else values
        if isinstance(part, Struct):
            if known is not None and id(part) in known:
                return known[id(part)][1]
            made = msgspec.structs.replace(
                part, **{key: filled(getattr(part, key), f"{name}.{key}") for key in part.__struct_fields__}
            )
            if known is not None:
                known[id(part)] = (part, made)
            return made
        if isinstance(part, dict):
            return {key: filled(item, f"{name}.{key}") for key, item in part.items()}
        return part

    parts = {key: filled(getattr(records, key), key) for key in records.__struct_fields__ if key != "sources"}
    return Assumptions(**parts, sources=records.sources)


def refill(arrays: Arrays, changed: Mapping[str, Array]) -> Arrays:
    """Filled assumptions with other rows under some dotted names; much faster than to fill all of them anew."""
    tree: dict[str, Any] = {}
    for name, rows in changed.items():
        *parts, last = name.split(".")
        branch = tree
        for part in parts:
            branch = branch.setdefault(part, {})
        branch[last] = rows
    filled: Arrays = _regrown(arrays, tree)
    return filled


def _regrown(part: Any, tree: Mapping[str, Any]) -> Any:
    """A part with what the tree has in place of what it had."""
    is_dict = isinstance(part, dict)
    new = {
        key: _regrown(part[key] if is_dict else getattr(part, key), item) if isinstance(item, dict) else item
        for key, item in tree.items()
    }
    return {**part, **new} if is_dict else msgspec.structs.replace(part, **new)


def restating_factor(records: Records, record: Assumption) -> float:
    """What turns the dollars that a single number is written in into those of the price year; 1 for other units."""
    return float(_Restating(records).factors(record))


def numbers(record: Assumption) -> list[float]:
    """The numbers of a record, a single one as a list of one."""
    if isinstance(record.value, dict):
        return list(record.value.values())
    return record.value if isinstance(record.value, list) else [record.value]


class _Restating:
    """Turns dollars of any year into dollars of the price year with the consumer price index."""

    def __init__(self, records: Records) -> None:
        index = records.economy.consumer_prices.value
        assert isinstance(index, dict)
        self.index = index
        self.price_year = records.economy.price_year

    def factors(self, record: Assumption) -> Any:
        """What to multiply the record's numbers with: one factor, or one for each point (n,)."""
        year = record.price_year
        if not is_money(record.unit) or year is None:
            return 1.0
        if isinstance(year, dict):
            return np.array([self.factor(y) for y in year.values()])
        return self.factor(year)

    def factor(self, year: int) -> float:
        """Consumer prices of the price year over those of the year."""
        return self.index[self.price_year] / self.index[year]


def restated(records: Records, record: Assumption) -> float | list[float]:
    """The value of a record in dollars of the price year; other units as they are."""
    values = [float(v) for v in np.array(numbers(record)) * _Restating(records).factors(record)]
    return values[0] if isinstance(record.value, float) else values
