"""From a scenario to its rows: the one place of `sweep` that asks for a comparison."""

import gc
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

import mobcalc
from mobcalc.cli.clients import Asked, answer_of, case_of
from mobcalc.cli.draws import DRAWS
from mobcalc.cli.memory import Memory
from mobcalc.cli.options import Output, Values
from mobcalc.cli.sweep_axes import NUMBERS, Value, flag
from mobcalc.cli.sweep_options import options_of
from mobcalc.cli.sweep_scenarios import Common, Said
from mobcalc.errors import InputError

if TYPE_CHECKING:
    from mobcalc.cli.sweep_people import Answer
    from mobcalc.results.compare import Comparison

PATHWAY, ERROR, ID, VERSION = "pathway", "error", "scenario_id", "mobcalc"
"""The columns that every sweep has besides what is given and what is asked for."""
CROWD = "crowd"
"""What the people and places of all scenarios are remembered by."""


class Layout(msgspec.Struct, frozen=True):
    """What a row has: what scenarios say, what is asked for of each pathway, and the format."""

    common: Common
    given: tuple[str, ...]
    columns: tuple[str, ...]
    format: str

    @property
    def names(self) -> list[str]:
        """The columns in their order."""
        return [*self.given, PATHWAY, *self.columns, ERROR, ID, VERSION]


class Batch(msgspec.Struct, frozen=True):
    """Rows as text, and how many scenarios they are of, some of them refused and some answered together."""

    text: str
    scenarios: int
    refused: int
    together: int = 0


def batch_of(layout: Layout, scenarios: Sequence[tuple[str, Said]], memory: Memory) -> Batch:
    """The rows of some scenarios as text."""
    rows: list[dict[str, Any]] = []
    refused, together = 0, _together(layout, [said for _, said in scenarios], memory)
    for number, (name, said) in enumerate(scenarios):
        found, is_refused = _rows(layout, name, said, memory, together.get(number))
        rows += found
        refused += is_refused
    # A comparison leaves arrays behind that point at each other; nothing else collects them in a long run.
    gc.collect()
    return Batch(text_of(layout, rows), len(scenarios), refused, len(together))


def text_of(layout: Layout, rows: Sequence[dict[str, Any]], *, with_names: bool = False) -> str:
    """Rows as lines, the line of names before them where it is asked for and the format has one."""
    from mobcalc.report.formats import rows as formats

    if layout.format == "jsonl":
        return formats.jsonl_text(rows)
    write = formats.csv_text if layout.format == "csv" else formats.tsv_text
    # A row that is there for its names alone.
    names, _, lines = write([*rows, dict.fromkeys(layout.names)]).partition("\n")
    lines = "".join(lines.splitlines(keepends=True)[:-1])
    return f"{names}\n{lines}" if with_names else lines


def comparison_of(common: Common, said: Said, memory: Memory) -> "Comparison":
    """The comparison of one scenario, as `compare` makes it.

    Raises:
        InputError: where the scenario is refused.
    """
    of = options_of(common, said)
    asked = Asked(of.values, Output(), of.place, of.said, of.rate, of.pathways, common.drawn)
    here, case = case_of(asked, common.client, is_described=True, kept=memory)
    return answer_of(asked, here, case, case.pathways)


def goes_together(layout: Layout) -> bool:
    """Whether scenarios may be rows of one calculation: without draws, where nothing but short columns is asked for."""
    from mobcalc.report.compare_columns import SHORT

    own = layout.common.values
    return not layout.common.drawn[0] and set(layout.columns) <= set(SHORT) and own.wages is None and own.prices is None


def _together(layout: Layout, scenarios: Sequence[Said], memory: Memory) -> "dict[int, Answer]":
    """The answers of those scenarios that are rows of one calculation, by their numbers."""
    if not goes_together(layout):
        return {}
    from mobcalc.cli.sweep_people import Crowd

    if CROWD not in memory.lasting:
        memory.lasting[CROWD] = Crowd(layout.common, memory)
    found: dict[int, Answer] = memory.lasting[CROWD].answers(scenarios)
    return found


def _rows(
    layout: Layout, name: str, said: Said, memory: Memory, known: "Answer | None"
) -> tuple[list[dict[str, Any]], bool]:
    """The rows of a scenario, whose answer may be known already, and whether it is refused."""
    first = {field: _cell(said.get(field)) for field in layout.given}
    if layout.format == "jsonl":
        first |= {field: float(text) for field, text in first.items() if field in NUMBERS and _is_number(text)}
    last = {ERROR: None, ID: name, VERSION: mobcalc.__version__}
    try:
        pathways = _figures(comparison_of(layout.common, said, memory), layout.columns) if known is None else known
    except InputError as error:
        nothing = dict.fromkeys((PATHWAY, *layout.columns))
        return [{**first, **nothing, **last, ERROR: _in_one_line(error)}], True
    names = layout.columns
    return [{**first, PATHWAY: id_, **{n: row[n] for n in names}, **last} for id_, row in pathways], False


def _figures(answer: "Comparison", columns: Sequence[str]) -> Iterable[tuple[str, dict[str, Any]]]:
    """What is asked for of each pathway of an answer."""
    from mobcalc.report.compare_columns import SHORT, figure_of
    from mobcalc.report.compare_data import flat_rows

    if all(name in SHORT for name in columns):
        for result in answer.pathways:
            yield result.id, {name: figure_of(result, name) for name in columns}
        return
    for result, row in zip(answer.pathways, flat_rows(answer), strict=True):
        yield result.id, {name: figure_of(result, name) if name in SHORT else row[name] for name in columns}


def _cell(value: Value | None) -> Any:
    """A value as a cell: what is said several times, with semicolons."""
    if isinstance(value, tuple):
        return "; ".join(map(_line, value))
    return _line(value) if isinstance(value, str) else value


def _is_number(text: Any) -> bool:
    """Whether a cell is a number as JSON writes them."""
    return isinstance(text, str) and re.fullmatch(r"-?\d{1,15}(\.\d+)?", text) is not None


def _line(text: str) -> str:
    return " ".join(text.split())


def _in_one_line(error: InputError) -> str:
    """What is wrong with a scenario, in one cell."""
    told = [": ".join(part for part in (one.where, one.name, one.what) if part) for one in error.problems]
    # A cell that began with the dashes of a flag would be taken for a formula.
    return _line("; ".join(told)).lstrip("-")


def columns_of(text: str | None, given: Sequence[str]) -> tuple[str, ...]:
    """The columns asked for, the short ones where none is; what every row says of its scenario is not repeated.

    Args:
        text: names of either kind or patterns of names, with commas between; None for the short ones.
        given: what scenarios say.

    Raises:
        InputError: for a name that no column has.
    """
    from mobcalc.cli.columns import columns_meant, named_columns
    from mobcalc.report.compare_columns import SHORT

    own = {*given, PATHWAY, ERROR, ID, VERSION}
    names = list(SHORT) if text is None else named_columns(text)
    known = list(SHORT) if set(names) <= set(SHORT) else [*SHORT, *_long_names()]
    meant = dict.fromkeys(column for name in names if name not in own for column in columns_meant(name, known))
    return tuple(column for column in meant if column not in own)


def _long_names() -> list[str]:
    """The names of the flat rows of `compare`, from those of somebody without a place."""
    from mobcalc.report.compare_data import flat_rows

    return list(flat_rows(comparison_of(Common(Values(), None, (0, 0)), {}, Memory()))[0])


def command_of(common: Common, said: Said) -> str:
    """The command that makes the comparison of one scenario, as a shell takes it."""
    from shlex import join

    values, (draws, seed) = common.values, common.drawn
    files = (("--assumptions", values.assumptions), ("--wages", values.wages), ("--prices", values.prices))
    drawn = (("--draws", None if draws == DRAWS else str(draws)), ("--seed", str(seed) if seed else None))
    given = [*files, *((flag(field), value) for field, value in said.items()), *drawn]
    client = [] if common.client is None else [common.client]
    return join(["mobcalc", "compare", *client, *(word for name, value in given for word in _words(name, value))])


def _words(name: str, value: Value | list[str] | None) -> list[str]:
    """A flag as it is typed, as often as it has values."""
    if value is None or isinstance(value, bool):
        return [name] if value else []
    texts = [value] if isinstance(value, str) else value
    return [word for text in texts for word in (name, text)]
