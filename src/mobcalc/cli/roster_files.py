"""Files of people: CSV, JSON lines or Parquet, read a part at a time."""

import csv
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
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
FEWEST_ROWS = 5_000
"""Of fewer rows people are too few to be alike, and take longer each."""
LIVES = 10_000_000
"""So many lives of all people are drawn at a time, as far as that leaves rows enough: the fewer, the less is done again
where a run is interrupted."""
SOME = 500
"""So many rows of a CSV become columns at once: few, since Python looks again and again at all that live long."""
SEEN = 1 << 16
"""So much of a file says how long its rows are [bytes]."""
IN_FILE = " in the file"
"""What a column is called beside its own name where another one is taken for it."""
PARTED = {";": "semicolons", "\t": "tabs"}
"""What other programs put between cells."""
KINDS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
NEEDS_PYARROW = "install it with: pip install 'mobcalc[roster]'"


BLANK = Problem("", "", "it is empty", "")
"""What is wrong with an empty line: it is nobody, so nobody is refused either."""


class Chunk(NamedTuple):
    """Some rows of a file: the number of the first as a spreadsheet counts, the columns, and rows that cannot be read.

    `columns` have the names of a roster, others their own. `broken` are places in the chunk; those of empty lines are
    `BLANK`.
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


def rows_at_once(lives: int) -> int:
    """How many rows make a part, where each person has so many lives."""
    return min(CHUNK, max(LIVES // max(lives, 1), FEWEST_ROWS))


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
    names = {own: of.get(own, _meant(own, there)) for own in there if own in of or own not in renamed}
    for name in NEEDED:
        if name not in names.values():
            hint = f"say which it is with --map {name}=COLUMN; it has {', '.join(there)}"
            raise input_error(file, "", f"there is no column '{name}'", hint)
    return names


def _meant(own: str, there: Sequence[str]) -> str:
    """The column of a roster that one of a file is but for large letters, if no other is; otherwise its own name."""
    alike = [name for name in there if name.lower() == own.lower()]
    return own.lower() if own.lower() in COLUMNS and len(alike) == 1 else own


def unread_columns(file: str, renamed: Mapping[str, str], by: Sequence[str]) -> dict[str, str]:
    """The columns of a file that nothing is read from, each with which one of a roster it may be meant for.

    Of JSON lines they are those of the first.

    Args:
        file: its name.
        renamed: what a column of a roster is called in the file, where it has another name.
        by: the columns that make a group, by the names of a roster.
    """
    there = next((list(chunk.columns) for chunk in chunks(file, renamed, size=1)), [])
    missing = [name for name in COLUMNS if name not in there]
    unread = [name.removesuffix(IN_FILE) for name in there if name not in COLUMNS and name not in by]
    return {name: _likely(name.lower(), missing) for name in unread}


def _likely(name: str, missing: Sequence[str]) -> str:
    """Which of the columns that are not there may be meant by another, such as wage by hourly_wage."""
    part = next((one for one in missing if one in re.split("[^a-z]+", name)), None)
    return nearest(name, missing) if part is None else f"did you mean {part}?"


def _check_names(file: str, there: Sequence[str], renamed: Mapping[str, str]) -> None:
    """Refuse columns that are there twice or are one, and such that are named and not there.

    Raises:
        InputError: naming the first.
    """
    twice = next((name for name in there if there.count(name) > 1), None)
    if twice is not None:
        raise input_error(file, "", f"two columns are called '{twice}'", "rename one of them")
    for sign, parted in PARTED.items():
        if len(there) == 1 and sign in there[0]:
            hint = "save it with commas between cells, and with points in numbers"
            raise input_error(file, "", f"its cells are parted by {parted}", hint)
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
            own = [names.get(name, name + IN_FILE) for name in header]
            while (chunk := _chunk_of(lines, size, own, first)) is not None:
                first += len(chunk.columns["id"])
                yield chunk
                # It is not needed any longer than it takes to answer, and takes much room.
                del chunk
        except csv.Error as error:
            raise input_error(f"{file}:{lines.line_num}", "", f"it is no CSV: {error}", "check the quotes") from None


def _chunk_of(lines: Iterator[list[str]], size: int, names: Sequence[str], first: int) -> Chunk | None:
    """The next rows of texts as columns; None behind the last.

    A text that comes again in a column is the same object, which takes less room and is found faster.
    """
    broken: dict[int, Problem] = {}
    columns: list[list[str]] = [[] for _ in names]
    same: list[dict[str, str]] = [{} for _ in names]
    done = 0
    while rows := list(islice(lines, min(SOME, size - done))):
        _mend(rows, len(names), done, broken)
        for column, known, cells in zip(columns, same, zip(*rows, strict=True), strict=True):
            column.extend(map(known.setdefault, cells, cells))
        done += len(rows)
    return Chunk(first, dict(zip(names, map(_stripped, columns, same), strict=True)), broken) if done else None


def _mend(rows: list[list[str]], width: int, done: int, broken: dict[int, Problem]) -> None:
    """Give rows of another length than the line of names, which are broken, the same length."""
    if set(map(len, rows)) == {width}:
        return
    for place, row in enumerate(rows):
        if not row:
            broken[done + place] = BLANK
        elif len(row) != width:
            what = f"it has {len(row)} cells and the first line {width}"
            broken[done + place] = Problem("", "", what, "quote cells that hold a comma")
        if len(row) != width:
            rows[place] = (row + [""] * width)[:width]


def _stripped(column: Texts, different: Collection[str]) -> Texts:
    """Texts without blanks around them; each is one of the different ones."""
    whole = "".join(different)
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
