"""A program with a change and without it: a screen, the JSON object of the contract, and flat rows."""

from collections.abc import Callable
from typing import Any

from mobcalc.language import say
from mobcalc.report import program as one
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.program import ProgramAnswer, ProgramChange
from mobcalc.wording import program_change as text
from mobcalc.wording.numbers import dollars, signed_dollars

NAME, NUMBER = 32, 12
AMOUNTS: dict[str, Callable[[ProgramAnswer], float | None]] = {
    "cost": lambda of: of.cost,
    "in_hand": lambda of: None if of.gained is None else of.gained.in_hand,
    "kept": lambda of: None if of.gained is None or of.gained.kept is None else of.gained.kept.career,
    "earned": lambda of: None if of.gained is None else of.gained.earned.career,
    "federal": lambda of: _back(of, "federal"),
    "state": lambda of: _back(of, "state"),
    "net": lambda of: None if of.career is None else of.career.net_gain,
    "unfunded": lambda of: of.unfunded,
}
"""The amounts that are shown side by side."""


def _back(of: ProgramAnswer, level: str) -> float | None:
    """What comes back to a level of government by retirement; None where it is not known."""
    return next((one.back.career for one in of.levels if one.level == level and one.back is not None), None)


def document(change: ProgramChange, *, has_details: bool) -> Document:
    """One screen; or that and both answers.

    Args:
        change: the answer.
        has_details: whether both answers are shown too.
    """
    said: Document = [Paragraph(text.heading(change)), Paragraph(text.answer(change))]
    screen: Document = [*said, _table(change), Paragraph(text.basis(change))]
    if not has_details:
        return screen
    both = [one.document(of, has_details=True) for of in (change.without, change.changed)]
    return [*screen, *both[0], *both[1]]


def _table(change: ProgramChange) -> Table:
    first, *numbers = map(say, text.COLUMNS)
    columns = (Column(first, NAME, False), *(Column(title, NUMBER) for title in numbers))
    rows: list[tuple[str, ...]] = [
        (say("Finish"), text.finish(change.without), text.finish(change.changed), text.more_finish(change))
    ]
    for name, amount in AMOUNTS.items():
        before, after = amount(change.without), amount(change.changed)
        if before is None or after is None or (name == "earned" and change.without.public is not None):
            continue
        rows.append((say(text.ROWS[name]), dollars(before), dollars(after), signed_dollars(after - before)))
    return Table("", columns, rows)


def contract(change: ProgramChange) -> dict[str, Any]:
    """The JSON object of `program --with --json`, without format and version."""
    return {
        "without": {"changes": plain(change.without_said), **one.contract(change.without)},
        "with": {"changes": plain(change.changed_said), **one.contract(change.changed)},
        "needed_completion": plain(change.needed),
    }


def flat_rows(change: ProgramChange) -> list[dict[str, Any]]:
    """The rows of both answers."""
    sides = (("without", change.without), ("with", change.changed))
    return [{**row, "side": side} for side, answer in sides for row in one.flat_rows(answer)]
