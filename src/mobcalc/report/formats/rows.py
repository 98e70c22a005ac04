"""Flat rows as CSV, TSV or JSON lines: raw numbers, and texts that no spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from mobcalc.characters import visible
from mobcalc.report.formats.json import encoded

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows under one line of names; null is an empty cell."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows[0].keys() if rows else [])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
    return visible(file.getvalue())


def tsv_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows with tabs between cells and nothing quoted; tabs and line ends within a text become spaces."""
    lines = [list(rows[0].keys()) if rows else []]
    lines += [
        ["" if (cell := _cell(value)) is None else " ".join(str(cell).split()) for value in row.values()]
        for row in rows
    ]
    return visible("".join("\t".join(line) + "\n" for line in lines))


def jsonl_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """One JSON object on a line for each row, with the names of the CSV."""
    return "".join(encoded(row) + "\n" for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
