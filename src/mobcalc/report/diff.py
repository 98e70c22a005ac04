"""What differs between two answers as a document, as flat rows, and as the JSON object."""

from collections.abc import Iterator, Sequence
from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results import Difference
from mobcalc.results.diff import ClientDifference, FigureChange, PathwayChange, RunDifference
from mobcalc.wording import diff as text

NAME, WIDTHS = 22, (15, 15, 9, 19)
FIGURE_WIDTHS = (44, 16, 16)
DETAIL_WIDTHS = (30, 10, 10, 10, 16)


def document(run: RunDifference, *, has_details: bool = False) -> Document:
    """The differences, the answer first."""
    if run.is_same:
        return [Paragraph(text.nothing(run)), *([] if not has_details else details(run))]
    return body(run, *text.files(run), text.counted(run), has_details=has_details)


def body(run: RunDifference, first: str, second: str, last: str, *, has_details: bool) -> Document:
    """What differs: in one screen, or everything.

    Args:
        run: the differences.
        first: the first answer, as it is called in a sentence.
        second: the second.
        last: the line under everything else.
        has_details: whether everything is shown.
    """
    clients = run.clients
    one = max(clients, key=_moved)
    said = text.change(one, first, second) if one.pathways else text.main_change(one)
    said = f"{one.name}: {said}" if len(clients) > 1 else said
    notes = [*text.unknown(one), *text.case_changes(one), *text.number_changes(one), *text.made_by(run)]
    whole: Document = [Paragraph(" ".join(part for part in (said, text.causes(one, run)) if part))]
    whole += [_pathways(clients)] if one.pathways else _figures(one)
    return [*whole, Paragraph("\n".join([*notes, last])), *(details(run) if has_details else [])]


def _moved(client: ClientDifference) -> float:
    """How far the gain of a client's leading pathway moved [USD]."""
    one = text.leading(client)
    if one is None or one.before is None or one.after is None:
        return 0.0
    return abs((one.after.gain or 0.0) - (one.before.gain or 0.0))


def _pathways(clients: list[ClientDifference]) -> Table:
    """Each pathway's figures before and now; of several clients, the pathway that gained most for each."""
    rows: list[tuple[str, ...]]
    if len(clients) == 1:
        rows = [_row(text.short_name(one), one) for one in clients[0].pathways]
    else:
        leading = [(client.name, text.leading(client)) for client in clients]
        rows = [_row(f"{name}: {text.short_name(one)}", one) for name, one in leading if one is not None]
    first, *others = map(say, text.COLUMNS)
    columns = (Column(first, NAME, False), *(Column(*each) for each in zip(others, WIDTHS, strict=True)))
    return Table("", columns, rows)


def _row(name: str, change: PathwayChange) -> tuple[str, ...]:
    gain, _, chance, finish, pay = text.cells(change)
    return (name, gain, chance, finish, pay)


def _figures(client: ClientDifference) -> Document:
    """The main figures of an answer without pathways side by side."""
    rows = [_figure_row(one) for one in client.figures]
    heads = zip(map(say, text.FIGURE_COLUMNS), FIGURE_WIDTHS, (False, True, True), strict=True)
    return [Table("", tuple(Column(*head) for head in heads), rows)] if rows else []


def _figure_row(one: FigureChange) -> tuple[str, ...]:
    return (text.figure_name(one), text.figure(one.before, one.unit), text.figure(one.after, one.unit))


def details(run: RunDifference) -> Document:
    """Every fact, number, version and table that differs."""
    whole: Document = []
    for client in run.clients:
        if len(run.clients) > 1:
            whole.append(Paragraph(client.name or ""))
        whole += _client_details(client)
    rows = [(text.version_name(one.name), str(one.before), str(one.after)) for one in run.versions]
    whole.append(_table(text.VERSIONS, rows))
    if run.tables:
        whole.append(_table(text.TABLES, [(one.name, _cut(one.before), _cut(one.after)) for one in run.tables]))
    return whole


def _cut(checksum: Any) -> str:
    """The beginning of a checksum, by which it is known."""
    return str(checksum)[:12] if checksum is not None else say("none")


def _table(title: str, rows: Sequence[tuple[str, ...]]) -> Table:
    heads = zip(map(say, text.FIGURE_COLUMNS), FIGURE_WIDTHS, strict=True)
    return Table(say(title), tuple(Column(title, width, False) for title, width in heads), list(rows))


def _client_details(client: ClientDifference) -> Document:
    """The facts and the numbers of one client that differ, each number with what it does."""
    whole: Document = []
    facts = [
        (text.fact_name(one.name, client.pathways), text.fact(one.name, one.before), text.fact(one.name, one.after))
        for one in client.case
    ]
    if facts:
        whole.append(_table(text.CASE, facts))
    numbers: list[tuple[str, ...]] = [
        (
            one.name,
            text.stated(one, is_first=True),
            text.stated(one, is_first=False),
            *text.largest_effect(one, client),
        )
        for one in client.differences
    ]
    if numbers:
        heads = zip(map(say, text.DETAIL_COLUMNS), DETAIL_WIDTHS, (False, False, False, True, False), strict=True)
        columns = tuple(Column(*head) for head in heads)
        whole.append(Table(say(text.NUMBERS), columns, numbers, text.basis()))
    return [*whole, *map(Paragraph, text.dropped(client))]


def contract(run: RunDifference) -> dict[str, Any]:
    """The differences as a JSON object."""
    content: dict[str, Any] = plain(run)
    for one, client in zip(content["clients"], run.clients, strict=True):
        one["differences"] = [_assumption(difference) for difference in client.differences]
    return content


def _assumption(difference: Difference) -> dict[str, Any]:
    """An assumption that differs, in the words of two answers."""
    content: dict[str, Any] = plain(difference)
    renamed = {"bundled": "before", "in_force": "after"}
    return {renamed.get(name, name): value for name, value in content.items() if name != "given_by"}


def flat_rows(run: RunDifference) -> list[dict[str, Any]]:
    """A row for each difference: of which kind, of which client and pathway, and both values."""
    rows = [one for client in run.clients for one in _client_rows(client)]
    rows += [row("version", one.name, one.before, one.after) for one in run.versions if one.before != one.after]
    return [*rows, *(row("table", one.name, one.before, one.after) for one in run.tables)]


def _client_rows(client: ClientDifference) -> Iterator[dict[str, Any]]:
    name = client.name or ""
    for fact in client.case:
        yield row("case", fact.name, _cell(fact.before), _cell(fact.after), name)
    for one in client.differences:
        yield from _assumption_rows(one, name)
    for pathway in client.pathways:
        before, after = plain(pathway.before) or {}, plain(pathway.after) or {}
        for figure in after or before:
            yield row("pathway", figure, before.get(figure), after.get(figure), name, pathway.id)
    yield from (_figure_cells(main, name) for main in client.figures)


def _figure_cells(main: FigureChange, client: str) -> dict[str, Any]:
    """The flat row of a main figure."""
    of = f"{main.of}, {main.group}" if main.group else main.of
    return row("figure", main.code, plain(main.before), plain(main.after), client, of)


def _assumption_rows(one: Difference, client: str) -> Iterator[dict[str, Any]]:
    """An assumption that differs, with a row for each pathway whose gain is known with it alone."""
    before = None if one.bundled is None else _cell(one.bundled.value)
    after = _cell(one.in_force.value)
    if not one.effects:
        yield row("assumption", one.name, before, after, client)
    for effect in one.effects or []:
        yield row("assumption", one.name, before, after, client, effect.id, plain(effect.change, "USD"))


def row(
    kind: str, name: str, before: Any, after: Any, client: str = "", of: str = "", gain_change: float | None = None
) -> dict[str, Any]:
    """A flat row: a difference of a kind, by name, with what it alone does to the gain of a pathway [USD]."""
    return {
        "client": client,
        "kind": kind,
        "of": of,
        "name": name,
        "before": before,
        "after": after,
        "gain_change": gain_change,
    }


def _cell(value: Any) -> Any:
    """A value in one cell."""
    return text.fact("", value) if isinstance(value, list | dict) else plain(value)
