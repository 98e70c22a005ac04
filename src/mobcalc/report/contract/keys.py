"""Keys and objects of the JSON: what they mean, in which unit, and what null means."""

from typing import Any, NamedTuple

from msgspec import Struct

WHY = "with the reason in `why`"
"""Null has several meanings: the nearest object with a `why` has the one that holds, under the key or its path."""
NO_PLACE = "without a place"
NO_WAGE = "without `--wage`"
NO_DRAWS = "where nothing is drawn (`--draws 0`)"


class Key(NamedTuple):
    """A key of the JSON.

    `says` is what it means, `empty` when it is null, and `empty_within` when a value of the map under it is. `unit` and
    `type` are those of the field of its result unless they are given; a text in a type names an object.
    `is_left_out`: where it says nothing it is missing.
    """

    says: str
    empty: str = ""
    unit: str = ""
    type: Any = None
    empty_within: str = ""
    is_left_out: bool = False


class Thing(NamedTuple):
    """An object of the JSON.

    Its keys have the types of the fields of `structs`, the results that it is made of; `without` are fields of these
    that the JSON has not.
    """

    name: str
    says: str
    keys: dict[str, Key]
    structs: tuple[type[Struct], ...] = ()
    without: tuple[str, ...] = ()


def thing(struct: type[Struct], says: str, keys: dict[str, Key], without: tuple[str, ...] = ()) -> Thing:
    """An object that is one result, by whose name others refer to it."""
    return Thing(struct.__name__, says, keys, (struct,), without)
