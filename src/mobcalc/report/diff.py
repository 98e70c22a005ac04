"""What differs between two answers as a document, as flat rows, and as the JSON object."""

from collections.abc import Iterator, Sequence
from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.assumptions_diff import Difference
from mobcalc.results.diff import ClientDifference, FigureChange, PathwayChange, RunDifference
from mobcalc.wording import diff as text
from mobcalc.wording import diff_names as called

NAME, WIDTHS, PAY_WIDTH = 22, (15, 15, 9), 19
KEPT_WIDTHS = (15, 14, 13, 9)
FIGURE_WIDTHS = (44, 16, 16)
DETAIL_WIDTHS = (30, 10, 10, 10, 16)


def document(run: RunDifference, *, has_details: bool = False) -> Document:
    """The differences, the answer first."""
    if run.is_same:
        return [Paragraph(text.nothing(run)), *([] if not has_details else details(run))]
    return body(run, *called.files(run), text.counted(run), has_details=has_details)


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
    said = f"{one.name}: {said}" if one.name is not None else said
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
    """Each pathway's figures before and now; of several clients, the pathway that gained most for each.

    With a place, what is left after taxes stands where pay does without one, which has room among the details then.
    """
    named = [(client, one) for client in clients for one in _shown(client, len(clients) > 1)]
    has_kept = _has_kept(clients)
    columns, widths = (text.KEPT_COLUMNS, KEPT_WIDTHS) if has_kept else (text.COLUMNS, (*WIDTHS, PAY_WIDTH))
    rows: list[tuple[str, ...]] = []
    for client, one in named:
        gain, kept, chance, finish, pay = called.cells(one)
        name = called.names(client)[one.id]
        name = f"{client.name}: {name}" if len(clients) > 1 else name
        rows.append((name, gain, kept, chance, finish) if has_kept else (name, gain, chance, finish, pay))
    first, *others = map(say, columns)
    return Table("", (Column(first, NAME, False), *(Column(*each) for each in zip(others, widths, strict=True))), rows)


def _shown(client: ClientDifference, is_one_of_several: bool) -> list[PathwayChange]:
    """The pathways of a client that have a row."""
    one = text.leading(client)
    return client.pathways if not is_one_of_several else [] if one is None else [one]


def _has_kept(clients: Sequence[ClientDifference]) -> bool:
    """Whether an answer says what is left after taxes, as those with a place do."""
    sides = (side for client in clients for one in client.pathways for side in (one.before, one.after))
    return any(side is not None and side.kept_gain is not None for side in sides)


def _figures(client: ClientDifference) -> Document:
    """The main figures of an answer without pathways side by side."""
    rows = [_figure_row(one) for one in client.figures]
    heads = zip(map(say, text.FIGURE_COLUMNS), FIGURE_WIDTHS, (False, True, True), strict=True)
    return [Table("", tuple(Column(*head) for head in heads), rows)] if rows else []


def _figure_row(one: FigureChange) -> tuple[str, ...]:
    return (called.figure_name(one), called.figure(one.before, one.unit), called.figure(one.after, one.unit))


def details(run: RunDifference) -> Document:
    """Every fact, number, version and table that differs."""
    whole: Document = []
    for client in run.clients:
        if len(run.clients) > 1:
            whole.append(Paragraph(client.name or ""))
        whole += [*([_pay(client)] if _has_kept([client]) else []), *_client_details(client)]
    rows = [(called.version_name(one.name), str(one.before), str(one.after)) for one in run.versions]
    whole.append(_table(text.VERSIONS, rows))
    if run.tables:
        whole.append(_table(text.TABLES, [(one.name, _cut(one.before), _cut(one.after)) for one in run.tables]))
    return whole


def _pay(client: ClientDifference) -> Table:
    """The pay of each pathway, for which a screen about a place has no room."""
    sides = ((one.id, one.before, one.after) for one in client.pathways)
    rows = [(called.names(client)[name], *(called.pay(side) for side in both)) for name, *both in sides]
    return _table(text.PAY, rows)


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
        (called.assumption_name(one.name, client), called.fact(one.name, one.before), called.fact(one.name, one.after))
        for one in client.case
    ]
    if facts:
        whole.append(_table(text.CASE, facts))
    numbers: list[tuple[str, ...]] = [
        (
            one.name,
            called.stated(one, is_first=True),
            called.stated(one, is_first=False),
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
    return called.fact("", value) if isinstance(value, list | dict) else plain(value)
