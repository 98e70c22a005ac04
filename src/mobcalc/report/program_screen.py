"""The one screen that `program` shows by default."""

from mobcalc.language import say
from mobcalc.report.shared.screen import fitting
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.program import LevelView, ProgramAnswer
from mobcalc.wording import program as text
from mobcalc.wording import program_screen as screen
from mobcalc.wording.numbers import NONE

FIRST, NUMBER = 18, 11


def document(answer: ProgramAnswer) -> Document:
    """The screen, the answer first."""
    said = [text.heading(answer), screen.answer(answer)]
    table = payers(answer)
    last = screen.basis(answer)
    notes = fitting(screen.notes(answer), [*said, *last.splitlines()], [table])
    return [*map(Paragraph, said), table, Paragraph("\n".join([*notes, last]))]


def payers(answer: ProgramAnswer) -> Table:
    """Who pays, and what comes back to whom and when."""
    first, *numbers = map(say, screen.COLUMNS)
    columns = (Column(first, FIRST, False), *(Column(title, NUMBER) for title in numbers))
    return Table("", columns, [_row(view) for view in shown(answer)])


def shown(answer: ProgramAnswer) -> list[LevelView]:
    """Those who pay or to whom something comes back, and all governments together."""
    views = [view for view in answer.levels if view.spent or any(view.parts_career.values())]
    return [*views, *([answer.public] if answer.public is not None else [])]


def _row(view: LevelView) -> tuple[str, ...]:
    is_known = "back" not in view.why and view.level not in ("employer", "private")
    return (
        text.level_name(view.level),
        text.money(view.spent),
        text.money(view.back.ten_years) if is_known else NONE,
        text.money(view.back.career) if is_known else NONE,
        text.per_dollar(view.returns_career) if is_known else NONE,
        text.payback(view) if is_known else NONE,
    )
