"""The rows of a roster's answer as bytes: CSV, JSON lines, or parts of a Parquet file."""

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard

import msgspec
import numpy as np
from numpy.typing import NDArray

from mobcalc.characters import visible
from mobcalc.model import Array
from mobcalc.report.formats.rows import FORMULA_STARTS

Column = Sequence[Any] | NDArray[Any]
"""Texts, empty where there is none, or numbers: an array, not a number where there is none, or a list with None."""
Columns = Mapping[str, Column]
"""Equally long columns by name."""


BLOCK = 10_000
"""So many rows are made into lines at once."""
QUOTE = '"'
ENDS_CELL = (",", QUOTE, "\n", "\r")
UNSAFE = (",", QUOTE, *(f"\n{start}" for start in FORMULA_STARTS))
"""What no line of texts has that are cells as they are."""
PLAIN = (1e-4, 1e15)
"""Amounts from here to there are written without an exponent."""


def csv_head(names: Sequence[str]) -> bytes:
    """The line of names."""
    return _csv([names])


def csv_rows(columns: Columns) -> bytes:
    """Rows of CSV; null is an empty cell, and no text is taken for a formula."""
    rows = len(next(iter(columns.values()), ()))
    # Some at a time, since cells take more room than what they are of.
    return b"".join(
        _lines([column[start : start + BLOCK] for column in columns.values()]) for start in range(0, rows, BLOCK)
    )


def _lines(columns: Sequence[Column]) -> bytes:
    """Some rows as lines."""
    lines = "\n".join(map(",".join, zip(*map(_cells, columns), strict=True)))
    return f"{lines}\n".encode()


def _csv(rows: Any) -> bytes:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return visible(file.getvalue()).encode()


def _cells(column: Column) -> Sequence[str]:
    """A column as its cells; texts are looked at once for each that is different."""
    if not _are_texts(column):
        return _cells_of_numbers(column)
    different = set(column)
    if _are_safe(different):
        return column
    cells = {text: visible(_cell(text)) for text in different}
    return [cells[text] for text in column]


def _cells_of_numbers(column: Column) -> Sequence[str]:
    """Numbers as Python writes them; msgspec writes those without an exponent alike, and several times as fast."""
    if isinstance(column, np.ndarray) and _are_plain(column):
        return msgspec.json.encode(column.tolist()).decode()[1:-1].replace("null", "").split(",")
    return ["" if one is None else repr(one) for one in listed(column)]


def _are_plain(amounts: NDArray[Any]) -> bool:
    """Whether all amounts are written without an exponent."""
    size, (least, most) = np.abs(amounts), PLAIN
    return bool((((size >= least) & (size < most)) | (size == 0.0) | np.isnan(size)).all())


def _are_safe(texts: Collection[str]) -> bool:
    """Whether texts are cells as they are: no formulas, nothing that ends a cell, nothing that a terminal obeys."""
    lines = "\n".join(("", *texts))
    has_unsafe = lines.count("\n") > len(texts) or any(sign in lines for sign in UNSAFE)
    return not has_unsafe and lines.replace("\n", "").isprintable()


def _cell(text: str) -> str:
    """A text as a cell of several: no formula, and in quotes where it holds what ends a cell."""
    safe = f"'{text}" if text.startswith(FORMULA_STARTS) else text
    return f'"{safe.replace(QUOTE, 2 * QUOTE)}"' if any(sign in safe for sign in ENDS_CELL) else safe


def _are_texts(column: Column) -> TypeGuard[Sequence[str]]:
    return len(column) > 0 and isinstance(column[0], str)


def listed(column: Column) -> Sequence[Any]:
    """A column as a list, with None where a number is not known."""
    if not isinstance(column, np.ndarray):
        return column
    amounts: list[Any] = column.tolist()
    for place in np.flatnonzero(np.isnan(column)).tolist():
        amounts[place] = None
    return amounts


def _nullable(column: Column) -> Sequence[Any]:
    """A column with null for an empty text, and where a number is not known."""
    return [one or None for one in column] if _are_texts(column) else listed(column)


def jsonl_rows(columns: Columns) -> bytes:
    """One JSON object on a line for each row."""
    names, encoder = list(columns), msgspec.json.Encoder()
    rows = zip(*(_nullable(column) for column in columns.values()), strict=True)
    return b"".join(encoder.encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows)


def arrow_rows(columns: Columns) -> bytes:
    """Rows as a part of a Parquet file: a stream of Arrow behind its length."""
    import pyarrow

    table = pyarrow.table({name: arrow_column(column) for name, column in columns.items()})
    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return len(data).to_bytes(8, "little") + data


def arrow_column(column: Column) -> Any:
    """A column of texts or of numbers, also where all of it is null."""
    import pyarrow

    return pyarrow.array(_nullable(column), type=pyarrow.string() if _are_texts(column) else pyarrow.float64())


def write_parquet(parts: Path, target: Path) -> None:
    """Write the parts that a run has left one after another as a Parquet file."""
    import pyarrow
    from pyarrow import parquet

    writer: Any = None
    with parts.open("rb") as opened:
        while size := opened.read(8):
            data = opened.read(int.from_bytes(size, "little"))
            table = pyarrow.ipc.open_stream(data).read_all()
            writer = writer or parquet.ParquetWriter(str(target), table.schema)
            writer.write_table(table)
    if writer is not None:
        writer.close()


def rounded(amounts: Array, digits: int) -> Array:
    """Amounts as they are written."""
    # Zero may come out below zero, which nobody writes.
    return amounts.round(digits) + 0.0
