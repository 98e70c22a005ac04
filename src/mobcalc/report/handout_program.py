"""The page on a program: one sheet of letter paper for a council."""

import base64
from typing import NamedTuple

import mobcalc
from mobcalc.language import say
from mobcalc.report import program_screen
from mobcalc.report.formats.html import page_text
from mobcalc.report.handout import DOTS, Person
from mobcalc.results.program import LevelView, ProgramAnswer
from mobcalc.wording import handout_program as text
from mobcalc.wording import program as details

WORDS = ("QUESTIONS_TITLE", "UNKNOWN_TITLE", "NEXT_TITLE", "BARS")


class Payer(NamedTuple):
    """Who pays: the cells of a row, and what is spent and comes back as parts of the longest bar [percent]."""

    cells: tuple[str, ...]
    spent: int
    back: int


def page(answer: ProgramAnswer, person: Person) -> str:
    """The page as HTML.

    Args:
        answer: the answer it shows.
        person: who made it, a note, and a logo as the bytes of a PNG file.
    """
    table = program_screen.payers(answer)
    finishing = answer.people.finishing
    return page_text(
        "handout_program.html",
        title=say(answer.name),
        about=details.whom(answer),
        activities=details.activities(answer),
        logo=base64.b64encode(person.logo).decode() if person.logo else "",
        answer=text.answer(answer),
        figures=list(text.figures(answer)),
        columns=[column.title for column in table.columns],
        rows=_payers(answer, table.rows),
        dots=range(DOTS),
        dots_on=None if finishing is None else round(DOTS * finishing),
        finish=text.finish(answer),
        questions=list(map(say, text.QUESTIONS)),
        unknown=text.unknown(answer),
        words={name: say(getattr(text, name)) for name in WORDS},
        note=person.note,
        by=text.made_by(person.counselor) if person.counselor else "",
        basis=text.basis(answer, mobcalc.__version__),
    )


def _payers(answer: ProgramAnswer, rows: list[tuple[str, ...]]) -> list[Payer]:
    """The rows of the screen with bars."""
    shown = program_screen.shown(answer)
    most = max([1.0, *(max(view.spent, _back(view)) for view in shown)])

    def part(amount: float) -> int:
        """An amount over the longest bar [percent]."""
        return round(100.0 * max(amount, 0.0) / most)

    return [Payer(row, part(view.spent), part(_back(view))) for row, view in zip(rows, shown, strict=True)]


def _back(view: LevelView) -> float:
    """What comes back to a level by retirement; nothing where it is not known [USD]."""
    return 0.0 if view.back is None else view.back.career
