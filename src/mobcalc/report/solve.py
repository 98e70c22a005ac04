"""The answer of `solve` as a document, as the JSON object of the contract, and as flat rows."""

from typing import Any

import msgspec

from mobcalc.language import say
from mobcalc.report import solve_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import closing, contract_of, opening
from mobcalc.report.shared.inputs import inputs_of
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.solve import Solved, Tried
from mobcalc.wording import solve as text
from mobcalc.wording.pathways import pathway_name
from mobcalc.wording.solve_question import heading, value
from mobcalc.wording.timeline import ASSUMED_LEAD

ROWS = 9
"""How many of the values tried a table shows."""


def document(solved: Solved, *, has_details: bool) -> Document:
    """One screen; or the question, the answer, the value in force, values tried, and what it all rests on.

    Args:
        solved: the answer.
        has_details: whether everything is shown.
    """
    if not has_details:
        return solve_screen.document(solved, _table(solved, solve_screen.ROWS))
    names = {pathway: pathway_name(name) for pathway, name in solved.names.items()}
    named = msgspec.structs.replace(solved, names=names)
    shown: Document = [
        Paragraph(heading(named)),
        Paragraph(text.answer(named), say("Answer")),
        Paragraph(text.now(named), say("Now")),
        _table(named, ROWS),
    ]
    shown += [Paragraph(said, say("Note")) for said in text.cautions(solved)]
    shown += opening(solved, solved.names)
    said = " ".join(text.warnings(solved))
    shown += [Paragraph(said, names[solved.question.pathway])] if said else []
    return shown + closing(solved, solved.names, say(ASSUMED_LEAD))


def _table(solved: Solved, many: int) -> Table:
    question = solved.question
    columns = (
        Column(say(text.VALUE), 20),
        Column(say(text.AMOUNTS[question.target]), 16),
        Column(say(text.DOES), 8, False),
    )
    rows: list[tuple[str, ...]] = [
        (value(question, one.value), text.amount(question, one), _does(solved, one))
        for one in _evenly(solved.grid, many)
    ]
    return Table(text.table_title(solved), columns, rows, text.table_caption(solved))


def _evenly(grid: list[Tried], many: int) -> list[Tried]:
    """Some of the values tried, evenly spread, the first and the last among them."""
    last = len(grid) - 1
    places = dict.fromkeys(round(number * last / (many - 1)) for number in range(many))
    return [grid[place] for place in places]


def _does(solved: Solved, one: Tried) -> str:
    """Whether a value lies in one of the ranges found; nothing where it is not possible."""
    if not one.is_possible:
        return ""
    return say(text.YES if _is_met(solved, one) else text.NO)


def _is_met(solved: Solved, one: Tried) -> bool:
    return any(low <= one.value <= high for low, high in solved.ranges)


def contract(solved: Solved) -> dict[str, Any]:
    """The JSON object of `solve --json`, without format and version."""
    unit = solved.question.unit
    question = plain(solved.question)
    question |= {end: plain(getattr(solved.question, end), unit) for end in ("low", "high")}
    parts = {
        "household": plain(solved.household),
        "names": solved.names,
        "question": question,
        "matters": solved.matters,
        "now": {**plain(solved.now), "value": plain(solved.now.value, unit)},
        "answer": solved.answer,
        "solutions": [
            {**plain(one), "value": plain(one.value, unit), "within": plain(one.within, unit)}
            for one in solved.solutions
        ],
        "ranges": plain(solved.ranges, unit),
        "best": None if solved.best is None else _possible(solved.best, unit),
        "grid": [_possible(one, unit) for one in solved.grid],
        "chance_precision": plain(solved.chance_precision),
        "pathway_warnings": [*text.cautions(solved), *text.warnings(solved)],
    }
    return contract_of(solved, parts)


def _tried(one: Tried, unit: str) -> dict[str, Any]:
    return {**plain(one), "value": plain(one.value, unit)}


def _possible(one: Tried, unit: str) -> dict[str, Any]:
    """A value tried, and whether it can stand, since an amount may be null for another reason."""
    return {**_tried(one, unit), "is_possible": one.is_possible}


def flat_rows(solved: Solved) -> list[dict[str, Any]]:
    """One row for each value tried."""
    question = solved.question
    asked = {
        name: plain(getattr(question, name)) for name in ("target", "target_value", "pathway", "versus", "measure")
    }
    inputs = inputs_of(solved)
    return [
        {
            **inputs,
            "name": question.name,
            "unit": question.unit,
            **_tried(one, question.unit),
            "is_met": _is_met(solved, one) if one.is_possible else None,
            **asked,
            "draws": solved.draws,
            "seed": solved.seed,
        }
        for one in solved.grid
    ]
