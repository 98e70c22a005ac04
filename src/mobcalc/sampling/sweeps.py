"""Rows in which assumptions with a range take its ends, or any other values, one at a time."""

from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct

from mobcalc.model import Array
from mobcalc.sampling.filling import Arrays, fill, numbers
from mobcalc.schema import Assumption, Records, records


class Swept(Struct, frozen=True):
    """An assumption swept over its range, and the rows that hold its low and its high end."""

    name: str
    low: float
    high: float
    row_low: int
    row_high: int


def has_range(record: Assumption) -> bool:
    """Whether a value is known as a range wider than a point."""
    return record.range is not None and isinstance(record.value, float) and record.range[0] < record.range[1]


SCENARIO = (
    "economy.discount_rate",
    "economy.real_wage_growth",
    "person.partner_earnings",
    "person.retire_age",
    "person.start_age",
)
"""Choices and outlooks rather than measured facts: no uncertainty to be drawn at random. Nor could years of work be, or
what a partner earns: all lives of an answer have the same years and the same household."""
SCENARIO_PARTS = (".fade_out", ".zero_by_year")


def is_scenario(name: str) -> bool:
    """Whether an assumption belongs to the scenario, and is no measured fact."""
    return name in SCENARIO or name.endswith(SCENARIO_PARTS)


def swept(assumptions: Records, names: Iterable[str] | None = None) -> list[Swept]:
    """The assumptions that have a range, each with the rows of `varied` that hold its ends.

    Args:
        assumptions: what is swept.
        names: only these; all with a range when not given.
    """
    known = {name: record.range for name, record in records(assumptions) if has_range(record)}
    wanted = known if names is None else {name: known[name] for name in names if name in known}
    return [
        Swept(name, *span, 1 + 2 * place, 2 + 2 * place)
        for place, (name, span) in enumerate(wanted.items())
        if span is not None
    ]


def ends(chosen: list[Swept]) -> dict[str, Array]:
    """The low and the high end of each assumption, as `varied` takes them."""
    return {one.name: np.array([one.low, one.high]) for one in chosen}


def varied(assumptions: Records, values: Mapping[str, Array], given_as: Mapping[str, str] | None = None) -> Arrays:
    """Row 0 holds the values themselves, then a row for each value of the first assumption, of the second and so on.

    Args:
        assumptions: what is varied.
        values: by dotted name what an assumption is set to, in the dollars it is written in (values,).
        given_as: the names that the user gives the numbers by, where the assumptions are settled for a person.
    """
    starts = dict(zip(values, np.cumsum([1, *(len(own) for own in values.values())]).tolist(), strict=False))
    count = 1 + sum(len(own) for own in values.values())

    def rows_of(name: str, record: Assumption) -> Array:
        """The rows of one number: its value, and in the rows that are its own the values asked for."""
        own = name if given_as is None else given_as.get(name, name)
        if own not in values:
            return np.array([numbers(record)])
        assert isinstance(record.value, float)
        rows = np.full((count, 1), record.value)
        rows[starts[own] : starts[own] + len(values[own]), 0] = values[own]
        return rows

    return fill(assumptions, rows_of)
