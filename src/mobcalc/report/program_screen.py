"""The one screen that `program` shows by default."""

from mobcalc.language import say
from mobcalc.report.shared.screen import fitting
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.program import LevelView, ProgramAnswer
from mobcalc.wording import program as text
from mobcalc.wording import program_screen as screen
from mobcalc.wording.numbers import NONE

FIRST, NUMBER = 18, 11
GOVERNMENTS = ("federal", "state", "local")


def document(answer: ProgramAnswer) -> Document:
    """The screen, the answer first."""
    said = [text.heading(answer), screen.answer(answer)]
    table = payers(answer)
    tables = [table] if table.rows else []
    notes = screen.notes(answer)
    kept = fitting(notes, [*said, *screen.basis(answer, 0).splitlines()], tables)
    last = screen.basis(answer, len(notes) - len(kept))
    return [*map(Paragraph, said), *tables, Paragraph("\n".join([*kept, last]))]


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
    start = text.level_name(view.level), text.money(view.spent)
    if view.back is None:
        is_modelled = view.level not in GOVERNMENTS or "no_tax_in_it" not in view.why.values()
        return (*start, *([NONE] * 4 if is_modelled else [say(text.NOT_COUNTED), "", "", ""]))
    return (
        *start,
        text.money(view.back.ten_years),
        text.money(view.back.career),
        text.per_dollar(view.returns_career),
        text.payback(view),
    )
