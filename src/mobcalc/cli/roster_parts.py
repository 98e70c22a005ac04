"""What some rows of a roster come to: the same bytes and sums in whatever process they are made."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from mobcalc.cli.roster_answer import Answered, answered
from mobcalc.cli.roster_files import BLANK, Chunk
from mobcalc.cli.roster_options import COLUMNS
from mobcalc.cli.roster_settings import Settings
from mobcalc.errors import Problem, input_error
from mobcalc.questions.basis import Drawing
from mobcalc.questions.roster_summary import Tally
from mobcalc.report import roster_rows as rows
from mobcalc.units import nearest

ERROR_NAMES = ("row", "id", "column", "what", "hint")
FIRST = 5
"""So many refused rows are printed where they are written nowhere."""


class Wanted(NamedTuple):
    """What is wanted of each part: of which file, how many lives and which, groups by which columns, and the format."""

    file: str
    drawn: tuple[int, int]
    by: Sequence[str]
    kind: str


class State(msgspec.Struct):
    """What is known of people, beside the rows that are written.

    How many there are, were refused, have a wage below the minimum, none at all, a household of which is not known what
    it keeps, one child of age 0 alone, and no weight. `shown` are the first that were refused.
    """

    people: int = 0
    refused: int = 0
    low_wages: int = 0
    not_kept: int = 0
    no_wages: int = 0
    babies: int = 0
    no_weights: int = 0
    shown: list[list[str]] = []
    tally: Tally = msgspec.field(default_factory=Tally)

    def add(self, other: "State") -> None:
        """Add what is known of the people who come next."""
        self.people += other.people
        self.refused += other.refused
        self.low_wages += other.low_wages
        self.not_kept += other.not_kept
        self.no_wages += other.no_wages
        self.babies += other.babies
        self.no_weights += other.no_weights
        self.shown = [*self.shown, *other.shown][:FIRST]
        self.tally.merge(other.tally)


class Part(NamedTuple):
    """What some rows of the input come to.

    `input_rows` is how many rows of the input, `names` are the columns of the answer, none where nobody is answered;
    `rows` and `errors` are as they are written, without the line of names.
    """

    input_rows: int
    names: list[str]
    rows: bytes
    errors: bytes
    state: State


def part_of(wanted: Wanted, settings: Settings, chunk: Chunk) -> Part:
    """What the people of a chunk gain."""
    _check_groups(wanted, chunk)
    carried = [name for name in wanted.by if name not in COLUMNS]
    answer = answered(chunk.columns, settings, Drawing(*wanted.drawn), carried, chunk.broken)
    refused = {row: problem for row, problem in sorted(answer.problems.items()) if problem != BLANK}
    wrong = rows.csv_rows(_errors(chunk, refused))
    written = _rows_of(wanted.kind, answer.columns)
    return Part(len(chunk.columns["id"]), list(answer.columns), written, wrong, _state(wanted, chunk, answer, refused))


def head_of(kind: str, names: Sequence[str]) -> bytes:
    """What stands above the first rows."""
    return rows.csv_head(names) if kind == "csv" and names else b""


def _check_groups(wanted: Wanted, chunk: Chunk) -> None:
    """Refuse groups by a column that is not there.

    Raises:
        InputError: naming the column.
    """
    for name in wanted.by:
        if name not in chunk.columns:
            hint = nearest(name, chunk.columns) or f"it has {', '.join(chunk.columns)}"
            raise input_error("--summary", "", f"{wanted.file} has no column '{name}'", hint)


def _rows_of(kind: str, columns: rows.Columns) -> bytes:
    if not columns:
        return b""
    made = {"csv": rows.csv_rows, "jsonl": rows.jsonl_rows, "parquet": rows.arrow_rows}
    return made[kind](columns)


def _state(wanted: Wanted, chunk: Chunk, answer: Answered, refused: Mapping[int, Problem]) -> State:
    """What is known of the people of a chunk."""
    people = answer.read.people
    state = State(
        people=len(answer.read.rows),
        refused=len(refused),
        not_kept=answer.not_kept,
        no_wages=int(np.isnan(people.wage).sum()),
        babies=sum(ages == (0,) for ages in people.children),
        no_weights=answer.read.no_weights,
        shown=[_said(chunk, row, problem) for row, problem in list(refused.items())[:FIRST]],
    )
    if answer.gains is not None:
        state.low_wages = int(answer.gains.low_wage.sum())
        ids, *by = ([chunk.columns[name][row] for row in answer.read.rows.tolist()] for name in ("id", *wanted.by))
        state.tally.add(ids, by, answer.read.weight, answer.gains)
    return state


def _said(chunk: Chunk, row: int, problem: Problem) -> list[str]:
    return [str(chunk.first + row), chunk.columns["id"][row], problem.name, problem.what, problem.hint]


def _errors(chunk: Chunk, problems: Mapping[int, Problem]) -> dict[str, list[str]]:
    """What is wrong, in columns."""
    each = [_said(chunk, row, problem) for row, problem in problems.items()]
    return {name: [one[place] for one in each] for place, name in enumerate(ERROR_NAMES)}
