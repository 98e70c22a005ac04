"""The reference store itself: opened read-only, and refused when it is not of the tables beside it."""

import hashlib
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mobcalc.errors import InputError, input_error

STORE = Path(__file__).resolve().parents[1] / "reference.sqlite"
VERSION = 9
"""Raised whenever what the store holds changes, so that an older one is refused and not misread."""
WHERE = "reference store"
"""Where a figure that was looked up is said to be set."""
REMEDY = "install mobcalc again, or run 'python tools/build_store.py' in a checkout"


@cache
def reference() -> sqlite3.Connection:
    """The store, open for reading alone.

    Raises:
        InputError: when it is missing, or older than the tables it was made from.
    """
    if not STORE.is_file():
        raise input_error(str(STORE), "", "the reference store is missing", REMEDY)
    try:
        connection = sqlite3.connect(f"{STORE.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            _check(connection)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise _unreadable(error) from None
    connection.row_factory = sqlite3.Row
    return connection


def _check(connection: sqlite3.Connection) -> None:
    """Refuse a store of another version or of other tables.

    Raises:
        InputError: when it is one.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        what = f"the reference store is of another version ({version} instead of {VERSION})"
        raise input_error(str(STORE), "", what, REMEDY)
    stale = _stale(connection, _tables())
    if stale:
        raise input_error(str(STORE), "", f"the reference store is not of the table {stale} as it is now", REMEDY)


def rows(query: str, *values: Any) -> list[sqlite3.Row]:
    """What a query finds."""
    try:
        return reference().execute(query, values).fetchall()
    except UnicodeEncodeError:
        return []  # halves of characters, which are part of no name
    except sqlite3.DatabaseError as error:
        raise _unreadable(error) from None


def row(query: str, *values: Any) -> sqlite3.Row | None:
    """The first of what a query finds."""
    return next(iter(rows(query, *values)), None)


def _unreadable(error: sqlite3.DatabaseError) -> InputError:
    return input_error(str(STORE), "", f"the reference store cannot be read: {error}", REMEDY)


def _tables() -> Path:
    """The folder of the tables, inside an installed package or two folders further up."""
    inside = STORE.parent / "assumptions" / "tables"
    return inside if inside.is_dir() else STORE.parents[2] / "assumptions" / "tables"


def _stale(connection: sqlite3.Connection, tables: Path) -> str:
    """The first table that is not what the store was made from; empty if there is none."""
    made = STORE.stat().st_mtime_ns
    return next((name for name in _changed(connection, tables, made)), "")


def _changed(connection: sqlite3.Connection, tables: Path, made: int) -> Iterator[str]:
    """Tables that differ. Reading them all takes time, so those older than the store are only measured."""
    for name, size, checksum in connection.execute("SELECT name, size, sha256 FROM files"):
        file = tables / name
        try:
            state = file.stat()
        except OSError:
            continue  # The store stands by itself where the tables were left out.
        newer = state.st_mtime_ns > made
        if state.st_size != size or (newer and hashlib.sha256(file.read_bytes()).hexdigest() != checksum):
            yield name
