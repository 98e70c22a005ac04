"""Several clients' comparisons in one table, as JSON, and as flat rows."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from mobcalc.language import say
from mobcalc.report import compare, compare_data
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.compare import Comparison
from mobcalc.wording import chances
from mobcalc.wording import compare_clients as text
from mobcalc.wording import compare_screen as screen
from mobcalc.wording.compare import gain
from mobcalc.wording.numbers import NONE, thousands
from mobcalc.wording.screen import flag_changes_of_several, labels

NAME, WAY, NUMBER = text.NAME_WIDTH, 24, 9


class Client(NamedTuple):
    """One client: the name of the case, and the answer."""

    name: str
    comparison: Comparison


def document(clients: Sequence[Client], shown: Collection[str] = ()) -> Document:
    """A line for each client; then each one's own answer where that is asked for.

    Args:
        clients: in the order asked for.
        shown: sections of each client's own answer, as for `compare.document`.
    """
    first, way, *numbers = map(say, text.COLUMNS)
    columns = (Column(first, NAME, False), Column(way, WAY, False), *(Column(title, NUMBER) for title in numbers))
    rows = [_row(one) for one in clients]
    is_unsure = any(row[1].endswith(text.UNSURE) for row in rows)
    changed = flag_changes_of_several([one.comparison.provenance for one in clients])
    last = "\n".join([*text.notes(is_unsure), *changed, text.basis([one.comparison for one in clients])])
    whole: Document = [
        Paragraph(text.heading(len(clients), is_changed=bool(changed))),
        Table("", columns, rows),
        Paragraph(last),
    ]
    for one in clients if shown else ():
        whole += [Paragraph(one.name), *compare.document(one.comparison, shown)]
    return whole


def _row(one: Client) -> tuple[str, ...]:
    """The pathway that gains most for one client."""
    comparison = one.comparison
    by_id = {result.id: result for result in comparison.pathways}
    ranked = [by_id[name] for name in comparison.ranking["to_retirement"] if name != comparison.baseline]
    name = text.client(one.name, comparison)
    if not ranked:
        return (name, *[NONE] * (len(text.COLUMNS) - 1))
    best = ranked[0]
    versus = best.versus_baseline
    assert versus is not None
    doubt = text.UNSURE if screen.is_unsure(comparison, ranked) else ""
    kept = versus.gain.net_resources_present_value
    together = None if versus.chances is None else versus.chances.together
    return (
        name,
        f"{labels(comparison, comparison.pathways)[best.id]}{doubt}",
        screen.finish(best.completion_rate, "completion_rate" in best.marked),
        thousands(gain(versus)),
        thousands(kept),
        NONE if together is None else chances.chance(together.chance_well_ahead),
    )


def contract(clients: Sequence[Client]) -> dict[str, Any]:
    """The answer of each client as `compare --json` has it, under the name of the case."""
    return {"cases": [{"scenario": one.name, **compare_data.contract(one.comparison)} for one in clients]}


def flat_rows(clients: Sequence[Client]) -> list[dict[str, Any]]:
    """The rows of each client, the name of the case first."""
    return [{**row, "scenario": one.name} for one in clients for row in compare_data.flat_rows(one.comparison)]
