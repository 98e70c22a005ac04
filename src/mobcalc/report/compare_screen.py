"""The one screen that `compare` shows by default: what was asked, the answer, one table, a few notes."""

from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import PathwayResult
from mobcalc.wording import compare as figures
from mobcalc.wording import compare_screen as text
from mobcalc.wording.compare_notes import in_short, notes
from mobcalc.wording.numbers import NONE, dollars, thousands
from mobcalc.wording.screen import WIDEST, asked, labels

NUMBER, WIDE = 9, 104
"""The width of a number, and of a terminal that has room for three more of them [characters]."""


def document(comparison: Comparison) -> Document:
    """The screen, the answer first."""
    names = labels(comparison, comparison.pathways)
    by_id = {result.id: result for result in comparison.pathways}
    ranked = [by_id[name] for name in comparison.ranking["to_retirement"] if name != comparison.baseline]
    table = _table(comparison, [*ranked, by_id[comparison.baseline]], names)
    has_guess = any(cell.endswith(text.GUESS) for row in table.rows for cell in row)
    own = text.yours(comparison, names)
    last = [*own_input(comparison.provenance), *([own] if own else []), text.basis(comparison)]
    said = [asked(comparison), *([text.verdict(comparison, ranked, names)] if ranked else [])]
    noted, left = _noted(comparison, ranked, names, [*said, *last, text.more(has_guess)], table)
    return [*map(Paragraph, said), table, Paragraph("\n".join([*noted, *last, text.more(has_guess, left)]))]


def _noted(
    comparison: Comparison, ranked: list[PathwayResult], names: dict[str, str], others: list[str], table: Table
) -> tuple[list[str], int]:
    """The notes that a terminal has room for, what a decision needs before the others, and how many are left out."""
    if not ranked:
        return [], 0
    needed, further = notes(comparison, ranked, names)
    if len(fitting(needed, others, [table])) < len(needed):
        needed = in_short(comparison, ranked, names)
    all_notes = [*needed, *further]
    shown = fitting(all_notes, others, [table])
    return shown, len(all_notes) - len(shown)


def _table(comparison: Comparison, rows: list[PathwayResult], names: dict[str, str]) -> Table:
    """One line for each pathway."""
    first, *numbers = text.columns(comparison)
    columns = [Column(first, WIDEST, False), *(Column(title, NUMBER) for title in numbers)]
    wide = WIDE if comparison.household is None else WIDE + NUMBER
    columns += [Column(title, NUMBER, terminal=wide) for title in text.wide_columns(comparison)]
    cells = [(*_row(comparison, result, names[result.id]), *text.wide_cells(comparison, result)) for result in rows]
    return Table("", tuple(columns), cells)


def _row(comparison: Comparison, result: PathwayResult, name: str) -> tuple[str, ...]:
    """One pathway: pay at first, how many finish, pay later, and what is gained."""
    versus, done = result.versus_baseline, result.completer or result.expected
    later = text.age_of_pay(comparison) - comparison.start_age
    start = (
        name,
        dollars(result.expected.paid_earnings[0]),
        text.finish(result.completion_rate, "completion_rate" in result.marked),
        dollars(done.paid_earnings[later]),
    )
    if versus is None:
        return *start, *[NONE] * (3 + (comparison.household is not None))
    kept = [thousands(versus.gain.net_resources_present_value)] if comparison.household is not None else []
    finishers, leavers = (figures.of_group(versus, of) for of in ("completer", "leaver"))
    return (*start, thousands(figures.gain(versus)), *kept, thousands(finishers), thousands(leavers))
