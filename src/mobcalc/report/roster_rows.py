"""The rows of a roster's answer as bytes: CSV, JSON lines, or parts of a Parquet file."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from mobcalc.characters import visible
from mobcalc.report.formats.rows import FORMULA_STARTS

Columns = Mapping[str, Sequence[Any]]
"""Equally long columns by name: of texts, empty where there is none, or of numbers and None."""


BLOCK = 10_000
"""So many rows are made into lines at once."""
QUOTE = '"'
ENDS_CELL = (",", QUOTE, "\n", "\r")


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


def _lines(columns: Sequence[Sequence[Any]]) -> bytes:
    """Some rows as lines."""
    lines = map(",".join, zip(*map(_cells, columns), strict=True))
    return visible("".join(f"{line}\n" for line in lines)).encode()


def _csv(rows: Any) -> bytes:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return visible(file.getvalue()).encode()


def _cells(column: Sequence[Any]) -> Sequence[str]:
    """A column as its cells; texts are looked at once for each that is different."""
    if not _are_texts(column):
        return ["" if one is None else repr(one) for one in column]
    cells = {text: _cell(text) for text in set(column)}
    return [cells[text] for text in column]


def _cell(text: str) -> str:
    """A text as a cell of several: no formula, and in quotes where it holds what ends a cell."""
    safe = f"'{text}" if text.startswith(FORMULA_STARTS) else text
    return f'"{safe.replace(QUOTE, 2 * QUOTE)}"' if any(sign in safe for sign in ENDS_CELL) else safe


def _are_texts(column: Sequence[Any]) -> bool:
    return bool(column) and isinstance(column[0], str)


def _nullable(column: Sequence[Any]) -> Sequence[Any]:
    """A column with null for an empty text."""
    return [one or None for one in column] if _are_texts(column) else column


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


def arrow_column(column: Sequence[Any]) -> Any:
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


def rounded(amounts: Any, digits: int) -> list[float | None]:
    """Amounts as they are written; null where one is not a number."""
    # Zero may come out below zero, which nobody writes.
    whole: list[float | None] = (amounts.round(digits) + 0.0).tolist()
    for place in np.flatnonzero(np.isnan(amounts)).tolist():
        whole[place] = None
    return whole
