"""The luck of people's lives: each person has luck of their own, whoever else is in the calculation."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.model import Array, drawing
from mobcalc.sampling.streams import uniforms_of_people

LIVES = "lives"
"""The name of the numbers that all pathways share; a pathway's own go by its id, which is no such word."""
KINDS = 4
"""Kinds of luck that a life has once: those of `Luck` but for work."""


class Luck(NamedTuple):
    """The luck of lives; in memory year by year, see `model.risk`.

    `pay` is standard normal (rows, 1), what lasts of luck without training. `moving` out of the occupation, `staying`
    in training and `death` are uniform (rows, 1), `work` in each year (rows, years).
    """

    pay: Array
    moving: Array
    staying: Array
    death: Array
    work: Array


def blocks(draws: int, block: int) -> Iterator[tuple[int, int]]:
    """The first life of each block, and how many are in it."""
    return ((start, min(block, draws - start)) for start in range(0, draws, block))


def luck_of_people(seed: int, keys: NDArray[np.uint64], block: int, lives: int, years: int) -> Luck:
    """The luck of so many lives of each person, each kind spread evenly over a person's lives.

    Longer lives begin with the same luck.

    Args:
        seed: which random numbers.
        keys: of the people, as from `streams.person_keys`.
        block: which block of their lives.
        lives: of each person in the block.
        years: of a working life.

    Returns:
        As in `Luck`, but `work` (years, people, lives) and all else (people, lives).
    """
    drawn = uniforms_of_people(seed, keys, LIVES, block, (2 * KINDS - 1 + years, lives)).swapaxes(0, 1)
    (pay, *others), within, work = map(_order, drawn[:KINDS]), drawn[KINDS : 2 * KINDS - 1], drawn[2 * KINDS - 1 :]
    moving, staying, death = ((order + rest) / lives for order, rest in zip(others, within, strict=True))
    return Luck(middles(lives).take(pay), moving, staying, death, work)


def own_luck_of_people(seed: int, keys: NDArray[np.uint64], pathway: str, block: int, lives: int) -> Array:
    """What is a pathway's own of the luck of people's lives, standard normal (people, lives)."""
    return middles(lives).take(_order(uniforms_of_people(seed, keys, pathway, block, (lives,))))


def _order(numbers: Array) -> NDArray[np.intp]:
    """An order of each person's lives in which any other is as likely (people, lives)."""
    return np.argsort(numbers, axis=1)


@lru_cache(maxsize=4)
def middles(size: int) -> Array:
    """The middles of so many equally likely parts of the normal distribution (size,)."""
    return drawing.normal((np.arange(size) + 0.5) / size)
