"""The one screen that `sensitivity` shows by default."""

from collections.abc import Sequence

from mobcalc.language import say
from mobcalc.report.shared.screen import own_input
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.sensitivity import BY_CHANCE, Sensitivity, SweptAssumption
from mobcalc.wording import sensitivity as text
from mobcalc.wording import sensitivity_screen as screen
from mobcalc.wording.screen import asked, labels

ROWS, NAME, NUMBER = 8, 42, 9


def document(swings: Sensitivity, moving: Sequence[SweptAssumption], top: int | None) -> Document:
    """The screen, the answer first.

    Args:
        swings: the answer.
        moving: the numbers that move the gain, most first.
        top: how many to show; None for as many as fit.
    """
    shown = moving[: ROWS if top is None else top]
    said = [asked(swings), screen.verdict(swings, labels(swings, swings.titles))]
    last = "\n".join([*own_input(swings.provenance), screen.basis(swings, shown, len(moving) - len(shown))])
    return [*map(Paragraph, said), *([_table(swings, shown)] if shown else []), Paragraph(last)]


def _table(swings: Sensitivity, shown: Sequence[SweptAssumption]) -> Table:
    """The numbers that move the gain most."""
    first, *others = map(say, screen.CHANCE_COLUMNS if swings.outcome == BY_CHANCE else screen.COLUMNS)
    columns = (Column(first, NAME, False), *(Column(title, NUMBER) for title in others))
    return Table("", columns, [(text.marked(swings, one), *text.ends(swings, one)) for one in shown])
