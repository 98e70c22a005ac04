"""Checks of single numbers and of lists, for the checks between values."""

from collections.abc import Iterator
from itertools import pairwise

from mobcalc.errors import Problem
from mobcalc.schema import Assumption


def amount(record: Assumption) -> float:
    """The single number of a record."""
    assert isinstance(record.value, float)
    return record.value


def numbers(record: Assumption) -> list[float]:
    """The numbers of a record that holds a list."""
    assert isinstance(record.value, list)
    return record.value


def same_length(name: str, **lists: Assumption) -> Iterator[Problem]:
    """A problem unless the lists are of one length."""
    lengths = {key: len(numbers(record)) for key, record in lists.items()}
    if len(set(lengths.values())) > 1:
        what = "these lists differ in length: " + ", ".join(f"{key} {n}" for key, n in lengths.items())
        # A list that the user gave is the one that made them differ.
        where = next((r.where for r in lists.values() if r.kind == "user"), next(iter(lists.values())).where)
        yield Problem(where, name, what, "give as many values in each")


def rising(name: str, record: Assumption) -> Iterator[Problem]:
    """A problem unless each value is above the one before."""
    if any(a >= b for a, b in pairwise(numbers(record))):
        yield Problem(record.where, name, "the values must rise from one to the next", "sort them and remove repeats")


def above_zero(name: str, record: Assumption) -> Iterator[Problem]:
    """A problem unless every value is above nothing."""
    if min(numbers(record)) <= 0:
        yield Problem(record.where, name, "every value must be above 0", "leave out what is not known")
