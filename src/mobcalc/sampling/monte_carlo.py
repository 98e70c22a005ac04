"""Rows in which every uncertain assumption is drawn at random, and the luck of lives."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

import numpy as np

from mobcalc.model import Array, drawing
from mobcalc.sampling.filling import Arrays, point, refill, restating_factor
from mobcalc.sampling.luck import Luck, blocks, luck_of_people, middles, own_luck_of_people
from mobcalc.sampling.streams import Generator, person_keys, stream
from mobcalc.sampling.sweeps import has_range, is_scenario
from mobcalc.schema import Assumption, Records, record_at, records

STRATA = 30
"""Rows in which each part of every range, of as many equal ones, is drawn once; such sets of rows are independent."""


def uncertain(assumptions: Records) -> list[str]:
    """Dotted names of the assumptions that are drawn: those with a range that are no choice of scenario."""
    return [name for name, record in records(assumptions) if is_uncertain(name, record)]


def is_uncertain(name: str, record: Assumption) -> bool:
    """Whether an assumption is drawn at random."""
    return has_range(record) and not record.bound and not is_scenario(name)


def monte_carlo(
    assumptions: Records,
    seed: int,
    count: int,
    names: Collection[str] | None = None,
    given_as: Mapping[str, str] | None = None,
    values: Arrays | None = None,
) -> Arrays:
    """The assumptions in rows, every uncertain one drawn from its own stream.

    Args:
        assumptions: what is drawn; scenario numbers stay as they are.
        seed: which random numbers.
        count: how many rows.
        names: only these are drawn; all that are uncertain when not given.
        given_as: the names that the user gives the numbers by, where the assumptions are settled for a person. Numbers
            given by one name are drawn alike.
        values: the assumptions at their values, where these are known.
    """
    drawn = uncertain(assumptions) if names is None else names
    rows = rows_of_draws(assumptions, seed, count, drawn, given_as or {})
    return refill(point(assumptions) if values is None else values, rows)


def rows_of_draws(
    assumptions: Records, seed: int, count: int, names: Collection[str], given_as: Mapping[str, str]
) -> dict[str, Array]:
    """Draws of some assumptions by dotted name (count, 1); arguments as for `monte_carlo`."""
    return {
        name: _drawn(assumptions, record_at(assumptions, name), even(seed, given_as.get(name, name), count))
        for name in names
    }


@lru_cache(maxsize=200)
def even(seed: int, name: str, count: int) -> Array:
    """Uniform numbers that belong to a name, spread evenly over each set of `STRATA` rows (count, 1)."""
    numbers, size = stream(seed, name), min(STRATA, count)
    return _evens(numbers, size, -(-count // size))[:count]


def _even(numbers: Generator, size: int) -> Array:
    """Uniform numbers, one in each of so many equal parts from 0 to 1, in any order (size, 1)."""
    return _evens(numbers, size, 1)


def _evens(numbers: Generator, size: int, sets: int) -> Array:
    """The same for so many sets, one after the other (sets x size, 1)."""
    parts = [(numbers.permutation(size), numbers.random(size)) for _ in range(sets)]
    places, within = (np.concatenate(of) for of in zip(*parts, strict=True))
    uniform: Array = (places + within) / size
    return uniform[:, None]


def _drawn(assumptions: Records, record: Assumption, uniform: Array) -> Array:
    """Draws of one assumption in dollars of the price year (rows, 1)."""
    assert record.range is not None and isinstance(record.value, float)
    return drawing.spread(uniform, record.value, *record.range) * restating_factor(assumptions, record)


def lives(seed: int, years: int, draws: int, block: int, person: str = "") -> Iterator[Luck]:
    """The luck of lives in blocks, each kind of luck spread evenly over each block.

    Longer lives begin with the same luck: a life has it in the years that it shares with a shorter one.

    Args:
        seed: which random numbers.
        years: of a working life.
        draws: how many lives.
        block: how many of them in a block; the last block may be cut short.
        person: the id of a person who has luck of their own; of nobody in particular where empty.
    """
    if person:
        yield from _lives_of(seed, person, years, draws, block)
        return
    once = [stream(seed, f"one life: {kind}") for kind in Luck._fields[:-1]]
    for number, start in enumerate(range(0, draws, block)):
        pay, *others = once
        whole = Luck(
            pay=_normal(pay, block),
            moving=_even(others[0], block),
            staying=_even(others[1], block),
            death=_even(others[2], block),
            work=stream(seed, f"one life: work {number}").random((years, block)).T,
        )
        yield Luck._make(part[: min(block, draws - start)] for part in whole)


def _lives_of(seed: int, person: str, years: int, draws: int, block: int) -> Iterator[Luck]:
    """The luck of a person's lives in blocks; in none of them more than there are lives."""
    for start, size in blocks(draws, block):
        luck = luck_of_people(seed, person_keys([person]), start // block, size, years)
        yield Luck(*(part.reshape(-1, size).T for part in luck))


def own_luck(seed: int, pathway: str, draws: int, block: int, person: str = "") -> Iterator[Array]:
    """What is a pathway's own of the luck of lives in blocks, standard normal (lives, 1).

    Args:
        seed: which random numbers.
        pathway: its id, so that a further pathway changes the luck of no other.
        draws: how many lives.
        block: how many of them in a block.
        person: as for `lives`.
    """
    if person:
        for start, size in blocks(draws, block):
            yield own_luck_of_people(seed, person_keys([person]), pathway, start // block, size).T
        return
    numbers = stream(seed, f"one life: on {pathway}")
    for start in range(0, draws, block):
        yield _normal(numbers, block)[: min(block, draws - start)]


def _normal(numbers: Generator, size: int) -> Array:
    """Standard normal numbers, the middle of each of so many equally likely parts, in any order (size, 1)."""
    return middles(size).take(numbers.permutation(size))[:, None]
