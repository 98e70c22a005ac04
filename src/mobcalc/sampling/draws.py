"""Random numbers, all of them: assumptions drawn within their ranges, and ranges swept one at a time.

Every assumption has a stream of its own, seeded by the seed and its dotted name, so that adding a pathway moves no
other figure. Draws are made by inverting a distribution at uniform numbers: where only a range changes, each row keeps
its place in it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array
from mobcalc.sampling.filling import Arrays, fill, numbers
from mobcalc.schema import Assumption, Records, records


class Swept(NamedTuple):
    """An assumption swept over its range, and the rows that hold its low and its high end."""

    name: str
    low: float
    high: float
    row_low: int
    row_high: int


def stream(seed: int, name: str) -> np.random.Generator:
    """The random numbers of one name, the same whatever else is drawn.

    Args:
        seed: of the whole run.
        name: dotted name of an assumption, or of a kind of shock.
    """
    words = np.frombuffer(hashlib.sha256(name.encode()).digest()[:16], dtype="<u4")
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence([seed, *words.tolist()])))


def triangular(uniform: Array, low: float, mode: float, high: float) -> Array:
    """Numbers of a triangular distribution from uniform ones, in the same order.

    Args:
        uniform: numbers from 0 to 1, of any shape.
        low: the lowest value.
        mode: the likeliest value; where it is an end of the range the triangle is one-sided.
        high: the highest value.
    """
    width = high - low
    if width == 0.0:
        return np.full_like(uniform, mode)
    split = (mode - low) / width
    rising = low + np.sqrt(uniform * width * (mode - low))
    falling = high - np.sqrt((1.0 - uniform) * width * (high - mode))
    found: Array = np.where(uniform < split, rising, falling)
    return found


def drawn(record: Assumption, uniform: Array) -> Array:
    """Draws of one assumption within its range, in the dollars it is written in (rows, 1)."""
    assert record.range is not None and isinstance(record.value, float)
    low, high = record.range
    if record.distribution == "uniform":
        return low + uniform * (high - low)
    return triangular(uniform, low, record.value, high)


def has_range(record: Assumption) -> bool:
    """Whether a value is known as a range wider than a point."""
    return record.range is not None and isinstance(record.value, float) and record.range[0] < record.range[1]


SCENARIO = ("economy.discount_rate", "economy.real_wage_growth")
"""Choices and outlooks rather than measured facts: swept one at a time, never drawn."""
SCENARIO_PARTS = (".impact.fade_out", ".impact.zero_by_year")


def is_scenario(name: str) -> bool:
    """Whether an assumption belongs to the scenario, so that it is swept and never drawn."""
    return name in SCENARIO or name.endswith(SCENARIO_PARTS)


class Draws:
    """Draws of all assumptions with a range, block after block, the same whatever the size of the blocks."""

    def __init__(self, assumptions: Records, seed: int) -> None:
        """Seed a stream for each assumption that is drawn."""
        self.assumptions = assumptions
        names = [name for name, record in records(assumptions) if has_range(record) and not is_scenario(name)]
        self.streams = {name: stream(seed, name) for name in names}

    def block(self, rows: int) -> Arrays:
        """The next rows of the assumptions; what is not drawn has one row."""

        def of(name: str, record: Assumption) -> Array:
            own = self.streams.get(name)
            return np.array([numbers(record)]) if own is None else drawn(record, own.random((rows, 1)))

        return fill(self.assumptions, of)


def swept(assumptions: Records, names: Iterable[str] | None = None) -> list[Swept]:
    """The assumptions that have a range, each with the rows of `one_at_a_time` that hold its ends.

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


def one_at_a_time(assumptions: Records, chosen: list[Swept]) -> Arrays:
    """Row 0 holds the values themselves, then two rows for each assumption: its low and its high end."""
    return varied(assumptions, ends(chosen))


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

    def of(name: str, record: Assumption) -> Array:
        own = name if given_as is None else given_as.get(name, name)
        if own not in values:
            return np.array([numbers(record)])
        assert isinstance(record.value, float)
        rows = np.full((count, 1), record.value)
        rows[starts[own] : starts[own] + len(values[own]), 0] = values[own]
        return rows

    return fill(assumptions, of)
