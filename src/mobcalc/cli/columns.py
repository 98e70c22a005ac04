"""Which columns the flat rows have, and in which order."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from mobcalc.errors import input_error
from mobcalc.units import nearest

FLAG = "--columns"
WILD = "*?"


def named_columns(text: str) -> list[str]:
    """The names in a list with commas.

    Raises:
        InputError: where there is none.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise input_error(FLAG, "", "no column is named", "name some, such as --columns id,name")
    return names


def with_columns(
    rows: Sequence[Mapping[str, Any]], text: str, also: Sequence[Mapping[str, Any]] = ()
) -> list[dict[str, Any]]:
    """The rows with the named columns alone, in the order of the names; `*` and `?` stand for any letters and any one.

    Args:
        rows: all of the same columns.
        text: names, or patterns of names, with commas between them.
        also: further columns of each row that are there for who names them.

    Raises:
        InputError: for a name that no column has.
    """
    rows = [{**more, **row} for row, more in zip(rows, also, strict=True)] if also else rows
    known = list(rows[0]) if rows else []
    chosen = dict.fromkeys(column for name in named_columns(text) for column in columns_meant(name, known) if known)
    return [{column: row[column] for column in chosen} for row in rows]


def columns_meant(name: str, known: Sequence[str]) -> list[str]:
    """The columns of a name or a pattern.

    Raises:
        InputError: where there is none.
    """
    if any(letter in name for letter in WILD):
        found = [column for column in known if fnmatchcase(column, name)]
    else:
        found = [column for column in known if column == name]
    if known and not found:
        hint = nearest(name, known) or f"the first line of --csv without {FLAG} has all names"
        raise input_error(FLAG, "", f"there is no column '{name}'", hint)
    return found
