"""The shipped programs: a table, a JSON object and flat rows."""

from collections.abc import Sequence
from typing import Any

from mobcalc.language import mark, say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.schema.program import ProgramRecords

COLUMNS = (mark("Program"), mark("Enrolled"), mark("What it is"))
NAME, NUMBER, REST = 24, 8, 46
Listed = Sequence[tuple[str, ProgramRecords]]


def document(programs: Listed) -> Document:
    """The programs with how many people are in them, and what they are."""
    first, number, rest = map(say, COLUMNS)
    columns = (Column(first, NAME, False), Column(number, NUMBER), Column(rest, REST, False))
    rows: list[tuple[str, ...]] = [(name, f"{one.people.enrolled.value:,.0f}", say(one.name)) for name, one in programs]
    last = say(
        "One of them: mobcalc program NAME. Your own: add --copy -o mine.yaml, change its numbers, and name that file."
    )
    return [Table("", columns, rows), Paragraph(last)]


def contract(programs: Listed) -> dict[str, Any]:
    """The JSON object of `program --json` without a name."""
    return {"programs": flat_rows(programs)}


def flat_rows(programs: Listed) -> list[dict[str, Any]]:
    """One row for each program."""
    return [
        {"id": name, "name": one.name, "summary": one.summary, "enrolled": plain(one.people.enrolled.value)}
        for name, one in programs
    ]
