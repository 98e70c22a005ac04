"""Names and values in a row, as they stand in a sentence."""

from collections.abc import Sequence
from functools import reduce

from mobcalc.language import say


def listed(names: Sequence[str]) -> str:
    """Some names in a sentence: `a, b and c`."""
    *others, last = names
    return say("{others} and {last}", others=", ".join(others), last=last) if others else last


def either(parts: Sequence[str]) -> str:
    """Some values of which each is of another row: `a, b or c`."""
    *others, last = parts
    return say("{others} or {last}", others=", ".join(others), last=last) if others else last


def chained(names: Sequence[str]) -> str:
    """Names of which some have commas of their own: `a and b and c`; nothing where there is none."""
    return reduce(lambda others, last: say("{others} and {last}", others=others, last=last), names) if names else ""
