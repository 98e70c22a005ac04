"""What a file of a sweep that was broken off has already."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

import mobcalc
from mobcalc.cli.sweep_rows import ERROR, ID, PATHWAY, VERSION, Layout, text_of
from mobcalc.cli.sweep_scenarios import Said
from mobcalc.errors import InputError, input_error

ELSEWHERE = "write to another file, or begin anew with --force"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Found(NamedTuple):
    """What a file holds: how often each scenario, where its whole part ends [bytes], and how many are refused."""

    scenarios: Counter[str]
    end: int
    refused: int


class _Row(NamedTuple):
    """A row of a file: where it begins [bytes], its scenario, its pathway, and whether that is refused."""

    begins: int
    scenario: str
    pathway: str
    refused: bool


def found_in(path: str, layout: Layout) -> Found | None:
    """The scenarios that a file has whole; None where it has none. The last one is taken as not whole.

    Raises:
        InputError: where the file is not of a sweep with these columns, or of another version.
    """
    found, refused = Counter[str](), 0
    last: _Row | None = None
    try:
        for row in _rows(path, layout):
            # Of one scenario twice, the second begins where the first pathway comes again.
            if last is None or row.scenario != last.scenario or row.pathway == last.pathway:
                if last is not None:
                    found[last.scenario] += 1
                    refused += last.refused
                last = row
    except OSError as error:
        raise input_error(path, "", f"it cannot be read: {error.strerror}", ELSEWHERE) from None
    return None if last is None else Found(found, last.begins, refused)


def left(scenarios: Iterator[tuple[str, Said]], found: Counter[str]) -> Iterator[tuple[str, Said]]:
    """The scenarios that a file does not have yet."""
    there = Counter(found)
    for name, said in scenarios:
        if there[name] > 0:
            there[name] -= 1
        else:
            yield name, said


def refuse_foreign(path: str, scenarios: Iterator[tuple[str, Said]], found: Counter[str]) -> None:
    """Nothing, where a file has scenarios of this sweep alone.

    Raises:
        InputError: where it has others.
    """
    foreign = Counter(found)
    foreign.subtract(name for name, _ in scenarios if name in foreign)
    count = sum(more for more in foreign.values() if more > 0)
    if count:
        what = f"{count} of its {found.total()} scenarios are not of this sweep"
        raise input_error(path, "", what, f"give the same flags, draws and assumptions, or {ELSEWHERE}")


def _rows(path: str, layout: Layout) -> Iterator[_Row]:
    """The whole rows of a file."""
    if not Path(path).exists():
        return
    begins, is_first = 0, True
    names = text_of(layout, [], with_names=True)
    with Path(path).open("rb") as file:
        for line in file:
            text = line.removeprefix(BYTE_ORDER_MARK if is_first else b"").decode("utf-8", "replace")
            is_names, is_whole = is_first and bool(names), text.endswith("\n")
            if is_names and (text != names if is_whole else not names.startswith(text)):
                raise _other_columns(path, _cells(text, layout), layout.names)
            if not is_whole:
                return
            if not is_names:
                yield _row(path, layout, begins, text)
            begins, is_first = begins + len(line), False


def _row(path: str, layout: Layout, begins: int, text: str) -> _Row:
    if layout.format == "jsonl":
        try:
            row = msgspec.json.decode(text, type=dict[str, object])
        except msgspec.MsgspecError:
            row = {}
        names: Sequence[str] = list(row)
        cells = ["" if value is None else str(value) for value in row.values()]
    else:
        names, cells = layout.names, _cells(text, layout)
    if list(names) != layout.names or len(cells) != len(names):
        raise _other_columns(path, names if layout.format == "jsonl" else cells, layout.names)
    said = dict(zip(names, cells, strict=True))
    if said[VERSION] != mobcalc.__version__:
        what = f"it was begun by mobcalc {said[VERSION]}, and this is {mobcalc.__version__}"
        raise input_error(path, "", what, ELSEWHERE)
    return _Row(begins, said[ID], said[PATHWAY], bool(said[ERROR]))


def _cells(text: str, layout: Layout) -> list[str]:
    line = text.removesuffix("\n")
    if layout.format == "tsv":
        return line.split("\t")
    return next(csv.reader([line]), [])


def _other_columns(path: str, theirs: Sequence[str], ours: Sequence[str]) -> InputError:
    what = f"it has other columns: {','.join(theirs)}; this sweep has {','.join(ours)}"
    return input_error(path, "", what, f"give the same flags and --columns, or {ELSEWHERE}")
