"""The answer of `solve` as a document, as the JSON object of the contract, and as flat rows."""

from typing import Any

from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import closing, contract_of, flat_terms, opening
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results import Solved, Tried
from mobcalc.wording import solve as text
from mobcalc.wording.timeline import ASSUMED_LEAD

ROWS = 9
"""How many of the values tried a table shows."""


def document(found: Solved) -> Document:
    """The question, the answer, the value in force, some of the values tried, and what it all rests on.

    Args:
        found: the answer.
    """
    shown: Document = [
        Paragraph(text.heading(found)),
        Paragraph(text.answer(found), "Answer"),
        Paragraph(text.now(found), "Now"),
        _table(found),
    ]
    shown += [Paragraph(said, "Note") for said in text.cautions(found)]
    shown += opening(found, found.names)
    said = " ".join(text.warnings(found))
    shown += [Paragraph(said, found.names[found.question.pathway])] if said else []
    return shown + closing(found, found.names, ASSUMED_LEAD)


def _table(found: Solved) -> Table:
    question = found.question
    columns = (Column(text.VALUE, 20), Column(text.AMOUNTS[question.target], 16), Column(text.DOES, 8, False))
    rows: list[tuple[str, ...]] = [
        (text.value(question, one.value), text.amount(question, one), _does(found, one)) for one in _evenly(found.grid)
    ]
    return Table(text.table_title(found), columns, rows, text.table_caption(found))


def _evenly(grid: list[Tried]) -> list[Tried]:
    """Some of the values tried, evenly spread, the first and the last among them."""
    last = len(grid) - 1
    places = dict.fromkeys(round(number * last / (ROWS - 1)) for number in range(ROWS))
    return [grid[place] for place in places]


def _does(found: Solved, one: Tried) -> str:
    """Whether a value lies in one of the ranges found; nothing where it is not possible."""
    if not one.is_possible:
        return ""
    return text.YES if _is_met(found, one) else text.NO


def _is_met(found: Solved, one: Tried) -> bool:
    return any(low <= one.value <= high for low, high in found.ranges)


def contract(found: Solved) -> dict[str, Any]:
    """The JSON object of `solve --json`, without format and version."""
    unit = found.question.unit
    question = plain(found.question)
    question |= {end: plain(getattr(found.question, end), unit) for end in ("low", "high")}
    parts = {
        "household": plain(found.household),
        "names": found.names,
        "question": question,
        "matters": found.matters,
        "now": {**plain(found.now), "value": plain(found.now.value, unit)},
        "answer": found.answer,
        "solutions": [
            {**plain(one), "value": plain(one.value, unit), "within": plain(one.within, unit)}
            for one in found.solutions
        ],
        "ranges": plain(found.ranges, unit),
        "best": None if found.best is None else _tried(found.best, unit),
        "grid": [_tried(one, unit) for one in found.grid],
        "chance_precision": plain(found.chance_precision),
        "pathway_warnings": [*text.cautions(found), *text.warnings(found)],
    }
    return contract_of(found, parts)


def _tried(one: Tried, unit: str) -> dict[str, Any]:
    return {**plain(one), "value": plain(one.value, unit)}


def flat_rows(found: Solved) -> list[dict[str, Any]]:
    """One row for each value tried."""
    question = found.question
    asked = {
        name: plain(getattr(question, name)) for name in ("target", "target_value", "pathway", "versus", "measure")
    }
    return [
        {
            "name": question.name,
            "unit": question.unit,
            **_tried(one, question.unit),
            "is_met": _is_met(found, one) if one.is_possible else None,
            **asked,
            **flat_terms(found),
            "draws": found.draws,
            "seed": found.seed,
        }
        for one in found.grid
    ]
