"""A grid of scenarios in a file or on standard input: CSV with one column a flag, or a JSON object a line."""

import csv
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Any

import msgspec

from mobcalc.cli.sweep_axes import SWITCHES, Value, field_of, value_of
from mobcalc.errors import input_error

STANDARD_INPUT = "-"
FORM = "write CSV with one column a flag, or a JSON object a line"


class Grid:
    """The rows of a grid, read again each time they are gone through, so that any number of them fits."""

    def __init__(self, path: str) -> None:
        """Open a file, or keep what stands on standard input.

        Raises:
            InputError: where it cannot be read.
        """
        self.name = "standard input" if path == STANDARD_INPUT else path
        try:
            self._file = _standard_input() if path == STANDARD_INPUT else _opened(Path(path))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "the name is not a valid path"
            raise input_error(path, "", f"it cannot be read: {reason}", FORM) from None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def rows(self) -> Iterator[dict[str, Value]]:
        """What each scenario says, by name; empty cells say nothing.

        Raises:
            InputError: naming the file and the line of what is wrong.
        """
        try:
            self._file.seek(0)
            lines = (line.decode("utf-8-sig" if k == 0 else "utf-8") for k, line in enumerate(self._file))
            numbered = ((k, line) for k, line in enumerate(lines, 1) if line.strip())
            first = next(numbered, None)
            if first is None:
                raise input_error(self.name, "", "there is no scenario in it", FORM)
            is_json = first[1].lstrip().startswith("{")
            yield from self._of_json(first, numbered) if is_json else self._of_csv(first, numbered)
        except UnicodeDecodeError:
            raise input_error(self.name, "", "it is no text in UTF-8", "save it as CSV UTF-8") from None
        except OSError as error:
            raise input_error(self.name, "", f"it cannot be read: {error.strerror}", FORM) from None

    def _of_csv(self, first: tuple[int, str], rest: Iterator[tuple[int, str]]) -> Iterator[dict[str, Value]]:
        fields = self._fields(*first)
        is_empty = True
        for number, line in rest:
            where, is_empty = f"{self.name}:{number}", False
            cells = _cells(line, where)
            if len(cells) != len(fields):
                what = f"it has {len(cells)} cells under {len(fields)} columns"
                raise input_error(where, "", what, 'quote a cell that holds commas: "Jamestown, NY"')
            said = {f: value_of(f, cell, where) for f, cell in zip(fields, cells, strict=True) if cell.strip()}
            yield {field: value for field, value in said.items() if value is not False}
        if is_empty:
            raise input_error(self.name, "", "there is no scenario in it", "write a line for each under the columns")

    def _fields(self, number: int, line: str) -> list[str]:
        """What the columns of a CSV are called.

        Raises:
            InputError: for a column of no flag, and for two of one.
        """
        where = f"{self.name}:{number}"
        fields = [field_of(name, where) for name in _cells(line, where)]
        for field in fields:
            if fields.count(field) > 1:
                raise input_error(where, field, "two columns have this name", "keep one")
        return fields

    def _of_json(self, first: tuple[int, str], rest: Iterator[tuple[int, str]]) -> Iterator[dict[str, Value]]:
        for number, line in chain([first], rest):
            yield self._of_object(number, line)

    def _of_object(self, number: int, line: str) -> dict[str, Value]:
        where = f"{self.name}:{number}"
        try:
            said = msgspec.json.decode(line, type=dict[str, Any])
        except (msgspec.MsgspecError, RecursionError) as error:
            raise input_error(where, "", f"this is no JSON object: {error}", FORM) from None
        fields = {field_of(name, where): item for name, item in said.items() if item is not None}
        values = {field: _value(field, item, where) for field, item in fields.items()}
        return {field: value for field, value in values.items() if value not in (False, "", ())}


def _cells(line: str, where: str) -> list[str]:
    """The cells of a line of CSV.

    Raises:
        InputError: where a cell goes on in the next line.
    """
    if line.count('"') % 2:
        raise input_error(where, "", "a quoted cell does not end in its line", "keep a scenario in one line")
    (cells,) = csv.reader([line.rstrip("\r\n")])
    return cells


def _opened(path: Path) -> IO[bytes]:
    """A file, or what comes through a pipe of that name."""
    file = path.open("rb")
    if file.seekable():
        return file
    with file:
        return _kept(file)


def _standard_input() -> IO[bytes]:
    """What stands on standard input.

    Raises:
        OSError: where that is closed.
    """
    if sys.stdin is None:
        raise OSError(0, "it is closed")
    return _kept(sys.stdin.buffer)


def _kept(stream: IO[bytes]) -> IO[bytes]:
    """What comes through a pipe, in a file without a name."""
    import shutil
    import tempfile

    kept = tempfile.TemporaryFile()  # noqa: SIM115
    shutil.copyfileobj(stream, kept)
    return kept


def _value(field: str, item: Any, where: str) -> Value:
    """What a JSON value says.

    Raises:
        InputError: for what is neither a text, a number, a switch, nor a list of them.
    """
    if isinstance(item, bool) and field in SWITCHES:
        return item
    items = item if isinstance(item, list) else [item]
    if any(isinstance(one, bool | list | dict) for one in items):
        raise input_error(where, field, "a text or a number is needed here", FORM)
    return value_of(field, ("," if field == "kids" else ";").join(map(_text, items)), where)


def _text(item: Any) -> str:
    return item if isinstance(item, str) else msgspec.json.encode(item).decode()
