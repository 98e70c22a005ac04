"""Rows in which every uncertain assumption is drawn at random, and the luck of as many lives."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array
from mobcalc.sampling.filling import Arrays, point, refill, restating_factor
from mobcalc.sampling.streams import Generator, stream
from mobcalc.sampling.sweeps import has_range, is_scenario
from mobcalc.schema import Assumption, Records, limits_of, records

INTERVAL = 1.959963984540054
"""Standard deviations on either side of the middle of a normal distribution that hold 95 percent of it."""


def uncertain(assumptions: Records) -> list[str]:
    """Dotted names of the assumptions that are drawn: those with a range that are no choice of scenario."""
    return [name for name, record in records(assumptions) if is_uncertain(name, record)]


def is_uncertain(name: str, record: Assumption) -> bool:
    """Whether an assumption is drawn at random."""
    return has_range(record) and not is_scenario(name)


def monte_carlo(
    assumptions: Records,
    seed: int,
    sizes: Iterable[int],
    names: Collection[str] | None = None,
    given_as: Mapping[str, str] | None = None,
) -> Iterator[Arrays]:
    """The assumptions in blocks of rows, every uncertain one drawn from its own stream.

    Args:
        assumptions: what is drawn; scenario numbers stay as they are.
        seed: which random numbers.
        sizes: how many rows each block has; how rows are divided into blocks changes none of them.
        names: only these are drawn; all that are uncertain when not given.
        given_as: the names that the user gives the numbers by, where the assumptions are settled for a person. Numbers
            given by one name are drawn alike.
    """
    drawn = uncertain(assumptions) if names is None else names
    known, named = dict(records(assumptions)), given_as or {}
    draws = {name: _draw(assumptions, known[name], stream(seed, named.get(name, name)), name) for name in drawn}
    values = point(assumptions)
    for size in sizes:
        yield refill(values, {name: draw(size) for name, draw in draws.items()})


def _draw(assumptions: Records, record: Assumption, numbers: Generator, name: str) -> Callable[[int], Array]:
    """Draws so many values of one assumption, in dollars of the price year (size, 1)."""
    assert record.range is not None and isinstance(record.value, float)
    (low, high), value = record.range, record.value
    factor = restating_factor(assumptions, record)
    if record.distribution == "uniform":
        return lambda size: numbers.uniform(low, high, (size, 1)) * factor
    if record.distribution == "triangular":
        return lambda size: numbers.triangular(low, value, high, (size, 1)) * factor
    limits, spread = limits_of(Records, name), (high - low) / (2.0 * INTERVAL)
    assert limits is not None  # it has a record
    # Beyond what the field accepts nothing can be computed.
    return lambda size: np.clip(numbers.normal(value, spread, (size, 1)), *limits.bounds) * factor


class Luck(NamedTuple):
    """The luck of lives, the same whatever the pathway; in memory year by year, see `model.risk`.

    `permanent` and `transitory` are standard normal (rows, years), `work` uniform (rows, years), `staying` in training
    and `death` uniform (rows, 1).
    """

    permanent: Array
    transitory: Array
    work: Array
    staying: Array
    death: Array


def lives(seed: int, years: int, draws: int, block: int) -> Iterator[Luck]:
    """The luck of lives in blocks, each kind of luck in each block from its own stream.

    More lives begin with the same ones, and so do longer ones: a life has the same luck in the years that it shares
    with a shorter one.

    Args:
        seed: which random numbers.
        years: of a working life.
        draws: how many lives.
        block: how many of them in a block; the last block may be cut short.
    """
    for number, start in enumerate(range(0, draws, block)):
        size = min(block, draws - start)
        permanent, transitory, work, staying, death = (
            stream(seed, f"one life: {kind} {number}") for kind in Luck._fields
        )
        yield Luck(
            permanent=permanent.standard_normal((years, block))[:, :size].T,
            transitory=transitory.standard_normal((years, block))[:, :size].T,
            work=work.random((years, block))[:, :size].T,
            staying=staying.random((block, 1))[:size],
            death=death.random((block, 1))[:size],
        )
