"""Files of people: CSV, JSON lines or Parquet, read a part at a time."""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from mobcalc.cli.roster_columns import Texts
from mobcalc.cli.roster_options import COLUMNS, NEEDED
from mobcalc.errors import Problem, input_error
from mobcalc.units import nearest

if TYPE_CHECKING:
    from types import ModuleType


CHUNK = 100_000
"""So many rows are in memory at a time: the more, the more people are alike and are calculated together."""
SEEN = 1 << 16
"""So much of a file says how long its rows are [bytes]."""
KINDS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
NEEDS_PYARROW = "install it with: pip install 'mobcalc[roster]'"


class Chunk(NamedTuple):
    """Some rows of a file: the number of the first as a spreadsheet counts, the columns, and rows that cannot be read.

    `columns` have the names of a roster, others their own. `broken` are places in the chunk.
    """

    first: int
    columns: dict[str, Texts]
    broken: dict[int, Problem]


def kind_of(file: str) -> str:
    """The format that the name of a file stands for.

    Raises:
        InputError: for another ending.
    """
    ending = Path(file).suffix.lower()
    if ending not in KINDS:
        raise input_error(file, "", f"there is no roster of the ending '{ending}'", f"name it {', '.join(KINDS)}")
    return KINDS[ending]


def chunks(file: str, renamed: Mapping[str, str], skipped: int = 0, size: int | None = None) -> Iterator[Chunk]:
    """The rows of a file, a part at a time.

    Args:
        file: its name.
        renamed: what a column of a roster is called in the file, where it has another name.
        skipped: so many rows at the start are left out.
        size: the rows of a part; `CHUNK` unless something else is asked for.

    Raises:
        InputError: for a file that cannot be read, or that has not the columns asked for.
    """
    readers = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
    try:
        yield from readers[kind_of(file)](file, renamed, skipped, size or CHUNK)
    except OSError as error:
        # What Parquet is broken within has no name in the system.
        what, hint = (error.strerror, "check the name") if error.strerror else (str(error), "check the file")
        raise input_error(file, "", f"it cannot be read: {what}", hint) from None
    except UnicodeDecodeError:
        raise input_error(file, "", "it is not in UTF-8", "save it as CSV UTF-8") from None


def rows_about(file: str) -> int | None:
    """About how many rows a file has, by the length of the first; None where that is not known."""
    path = Path(file)
    if not path.is_file():
        return None
    if kind_of(file) == "parquet":
        pyarrow(file)
        from pyarrow import parquet

        return int(parquet.read_metadata(file).num_rows)
    with path.open("rb") as opened:
        first = opened.read(SEEN)
    return path.stat().st_size * first.count(b"\n") // max(len(first), 1)


def pyarrow(file: str) -> "ModuleType":
    """The library that reads and writes Parquet.

    Raises:
        InputError: where it is not installed.
    """
    try:
        import pyarrow as library
    except ImportError:
        raise input_error(file, "", "Parquet needs pyarrow, which is not installed", NEEDS_PYARROW) from None
    found: ModuleType = library
    return found


def names_in(file: str, there: Sequence[str], renamed: Mapping[str, str]) -> dict[str, str]:
    """What each column of a file is called in a roster, by its name in the file.

    Raises:
        InputError: where a column that is needed or named is not there.
    """
    _check_names(file, there, renamed)
    of = {own: name for name, own in renamed.items()}
    # A column that another one is taken for is not meant any more.
    names = {own: of.get(own, own) for own in there if own in of or own not in renamed}
    for name in NEEDED:
        if name not in names.values():
            hint = f"say which it is with --map {name}=COLUMN; it has {', '.join(there)}"
            raise input_error(file, "", f"there is no column '{name}'", hint)
    return names


def _check_names(file: str, there: Sequence[str], renamed: Mapping[str, str]) -> None:
    """Refuse columns that are there twice, and such that are named and not there.

    Raises:
        InputError: naming the first.
    """
    twice = next((name for name in there if there.count(name) > 1), None)
    if twice is not None:
        raise input_error(file, "", f"two columns are called '{twice}'", "rename one of them")
    for name, own in renamed.items():
        if own not in there:
            hint = nearest(own, there) or f"it has {', '.join(there)}"
            raise input_error(f"--map {name}={own}", "", f"{file} has no column '{own}'", hint)


def _csv(file: str, renamed: Mapping[str, str], skipped: int, size: int) -> Iterator[Chunk]:
    with Path(file).open(encoding="utf-8-sig", newline="") as opened:
        lines = csv.reader(opened)
        try:
            header = [name.strip() for name in next(lines, [])]
            if not header:
                raise input_error(file, "", "there is no line of names", "begin it with: id,age,sex,...")
            names = names_in(file, header, renamed)
            for _ in islice(lines, skipped):
                pass
            first = skipped + 2
            while rows := list(islice(lines, size)):
                chunk = _of_rows(rows, [names.get(name, f"{name} in the file") for name in header], first)
                first += len(rows)
                # Neither is needed any longer than it takes to answer, and both take much room.
                rows.clear()
                yield chunk
                del chunk
        except csv.Error as error:
            raise input_error(f"{file}:{lines.line_num}", "", f"it is no CSV: {error}", "check the quotes") from None


def _of_rows(rows: list[list[str]], names: Sequence[str], first: int) -> Chunk:
    """Rows of texts as columns; those of another length than the line of names are broken."""
    width, broken = len(names), {}
    for place, row in enumerate(rows):
        if len(row) != width:
            what = f"it has {len(row)} cells and the first line {width}"
            broken[place] = Problem("", "", what, "quote cells that hold a comma")
            rows[place] = (row + [""] * width)[:width]
    return Chunk(first, dict(zip(names, map(_stripped, zip(*rows, strict=True)), strict=True)), broken)


def _stripped(column: Texts) -> Texts:
    """Texts without blanks around them."""
    whole = "".join(column)
    has_none = len(whole.split(None, 1)) < 2 and whole.strip() == whole
    return column if has_none else [text.strip() for text in column]


def _jsonl(file: str, renamed: Mapping[str, str], skipped: int, size: int) -> Iterator[Chunk]:
    with Path(file).open("rb") as opened:
        for _ in islice(opened, skipped):
            pass
        first = skipped + 1
        while lines := list(islice(opened, size)):
            broken: dict[int, Problem] = {}
            people = [_object(line, place, broken) for place, line in enumerate(lines)]
            yield Chunk(first, _of_objects(people, renamed), broken)
            first += len(lines)


def _of_objects(people: Sequence[Mapping[str, Any]], renamed: Mapping[str, str]) -> dict[str, Texts]:
    """Objects as columns; each may leave out what is not known."""
    own = {name: renamed.get(name, name) for name in COLUMNS}
    there = dict.fromkeys(name for person in people for name in person)
    names = {name: name for name in there if name not in own and name not in own.values()} | own
    return {name: [text_of(person.get(of)) for person in people] for name, of in names.items()}


def _object(line: bytes, place: int, broken: dict[int, Problem]) -> dict[str, Any]:
    try:
        return msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        broken[place] = Problem("", "", "it is no JSON object", "write one object on a line")
        return {}


def text_of(value: Any) -> str:
    """A value as it is written in a CSV; nothing for what is not a number."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, list | tuple):
        return ";".join(text_of(part) for part in value)
    if isinstance(value, float) and abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return str(value).strip()


def _parquet(file: str, renamed: Mapping[str, str], skipped: int, size: int) -> Iterator[Chunk]:
    library = pyarrow(file)
    from pyarrow import parquet

    try:
        opened = parquet.ParquetFile(file)
    except library.ArrowInvalid as error:
        raise input_error(file, "", f"it is no Parquet file: {error}", "check the file") from None
    with opened:
        names = names_in(file, opened.schema_arrow.names, renamed)
        first, left = 1, skipped
        for batch in opened.iter_batches(batch_size=size):
            if left >= batch.num_rows:
                left -= batch.num_rows
            else:
                some = batch.slice(left)
                columns = {of: _texts(file, name, some.column(name)) for name, of in names.items()}
                yield Chunk(first + left, columns, {})
                left = 0
            first += batch.num_rows


def _texts(file: str, name: str, column: Any) -> Texts:
    return [text_of(value) for value in arrow_values(file, name, column)]


def arrow_values(where: str, name: str, column: Any) -> list[Any]:
    """The values of a column of Arrow; those that Python has not, such as nanoseconds, as texts.

    Raises:
        InputError: for a column that is neither, naming it.
    """
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        raise input_error(where, "", f"column '{name}' is not in UTF-8", "write it as text in UTF-8") from None
    except (ValueError, OverflowError):
        try:
            values = column.cast("string").to_pylist()
        except (ValueError, OverflowError, NotImplementedError) as error:
            what = f"column '{name}' cannot be read: {error}"
            raise input_error(where, "", what, "write it as text, or leave it out") from None
    return values
