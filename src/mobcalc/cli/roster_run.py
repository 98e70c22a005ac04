"""A run through a file of people: read, answered and written a part at a time."""

import gc
import hashlib
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from mobcalc.cli.layers import refuse_to_replace
from mobcalc.cli.options import ScreenOutput
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.roster_answer import Answered, answered
from mobcalc.cli.roster_files import Chunk, chunks, kind_of, pyarrow
from mobcalc.cli.roster_options import COLUMNS, RosterOutput
from mobcalc.cli.roster_settings import Kept, Question, Settings
from mobcalc.errors import InputError, Problem, SomeRefusedError, StoppedError, input_error
from mobcalc.questions.basis import Drawing
from mobcalc.questions.roster_summary import Tally
from mobcalc.report import roster as report
from mobcalc.report import roster_rows as rows
from mobcalc.report.files import write
from mobcalc.report.roster_work import Work
from mobcalc.results.roster import Roster
from mobcalc.units import nearest

ERROR_NAMES = ("row", "id", "column", "what", "hint")
FIRST = 5
"""So many refused rows are printed where they are written nowhere."""
SILENT = 1.0
"""How long a run says nothing of how far it is [s]."""


class Asked(NamedTuple):
    """What is asked: of which file, what its columns are called, of whom, and where everything goes."""

    file: str
    renamed: Mapping[str, str]
    question: Question
    drawn: tuple[int, int]
    by: Sequence[str]
    kept: Kept
    output: RosterOutput


class State(msgspec.Struct):
    """What is known of the people so far, beside the rows that are written."""

    people: int = 0
    refused: int = 0
    low_wages: int = 0
    not_kept: int = 0
    shown: list[list[str]] = []
    tally: Tally = msgspec.field(default_factory=Tally)


def run(asked: Asked) -> None:
    """Answer all people.

    Raises:
        SomeRefusedError: where some people were refused.
        StoppedError: where somebody broke off; whole rows are kept.
    """
    # Much is made and thrown away in a long run, some of it in rings.
    gc.enable()
    chosen_format(_screen(asked.output))
    settings, output = Settings(asked.question, asked.kept), asked.output
    if output.output is None:
        _printed(asked, settings)
        return
    kind = kind_of(output.output)
    if kind == "parquet":
        pyarrow(output.output)
    _check_output(asked)
    work = Work(output.output, output.errors, _checksum(asked, settings), resume=output.resume, force=output.force)
    state = msgspec.convert(work.progress.state, State) if work.progress.state else State()
    try:
        _answer_all(asked, settings, state, work, kind)
    except KeyboardInterrupt:
        kept = f"the first {work.progress.rows:,} rows of {asked.file} are whole in {work.part}"
        raise StoppedError(f"error: interrupted: {kept}\n  hint: add --resume to go on with it") from None
    except InputError:
        if not work.progress.rows:
            work.drop()
        raise
    if not state.people:
        work.drop()
        nobody = input_error(asked.file, "", "there is nobody in it", "give a row for each person")
        raise _refused(asked, state) if state.refused else nobody
    work.finish(is_parquet=kind == "parquet")
    _shown(asked, settings, state)


def _check_output(asked: Asked) -> None:
    """Refuse to write over what is read, or two things to one file.

    Raises:
        InputError: naming the file.
    """
    output, question = asked.output, asked.question
    rows_file, errors = output.output, output.errors
    if rows_file and errors and Path(errors).resolve() == Path(rows_file).resolve():
        raise input_error("--errors", "", f"{errors} is where the rows go", "give another name")
    for written in (rows_file, errors):
        refuse_to_replace(written, (asked.file, *(question.values.assumptions or ())))


def _answer_all(asked: Asked, settings: Settings, state: State, work: Work, kind: str) -> None:
    """Answer chunk after chunk and write what it comes to."""
    start, told = work.progress.rows, Told()
    for chunk in chunks(asked.file, asked.renamed, start):
        had_any = state.people > 0
        answer = _added(asked, settings, state, chunk)
        data = _rows_of(kind, answer.columns, is_first=not had_any)
        wrong = rows.csv_rows(_errors(chunk, answer.problems))
        start, head = start + len(chunk.columns["id"]), b"" if start else rows.csv_head(ERROR_NAMES)
        work.add(start, data, head + wrong, msgspec.to_builtins(state))
        told.say(start)
        # The next is read with the room of this one.
        del chunk, answer, data, wrong
    told.end()


def _rows_of(kind: str, columns: Mapping[str, Sequence[Any]], *, is_first: bool) -> bytes:
    if not columns:
        return b""
    if kind == "jsonl":
        return rows.jsonl_rows(columns)
    if kind == "parquet":
        return rows.arrow_rows(columns)
    return (rows.csv_head(list(columns)) if is_first else b"") + rows.csv_rows(columns)


def _added(asked: Asked, settings: Settings, state: State, chunk: Chunk) -> Answered:
    """What the people of a chunk gain, counted in what is known so far."""
    for name in asked.by:
        if name not in chunk.columns:
            hint = nearest(name, chunk.columns) or f"it has {', '.join(chunk.columns)}"
            raise input_error("--summary", "", f"{asked.file} has no column '{name}'", hint)
    carried = [name for name in asked.by if name not in COLUMNS]
    answer = answered(chunk.columns, settings, Drawing(*asked.drawn), carried, chunk.broken)
    state.people += len(answer.read.rows)
    state.refused += len(answer.problems)
    for row, problem in sorted(answer.problems.items())[: max(FIRST - len(state.shown), 0)]:
        state.shown.append(_said(chunk, row, problem))
    if answer.gains is not None:
        state.low_wages += int(answer.gains.low_wage.sum())
        state.not_kept += answer.not_kept
        by = [[chunk.columns[name][row] for row in answer.read.rows.tolist()] for name in asked.by]
        state.tally.add(by, answer.read.weight, answer.gains)
    return answer


def _said(chunk: Chunk, row: int, problem: Problem) -> list[str]:
    return [str(chunk.first + row), chunk.columns["id"][row], problem.name, problem.what, problem.hint]


def _errors(chunk: Chunk, problems: Mapping[int, Problem]) -> dict[str, list[str]]:
    """What is wrong, in columns."""
    each = [_said(chunk, row, problem) for row, problem in sorted(problems.items())]
    return {name: [one[place] for one in each] for place, name in enumerate(ERROR_NAMES)}


def _checksum(asked: Asked, settings: Settings) -> str:
    """What a run that is gone on with must have in common with the earlier one."""
    size = Path(asked.file).stat().st_size if Path(asked.file).is_file() else 0
    question = asked.question
    parts = {
        "input": (asked.file, size, dict(asked.renamed)),
        "asked": (settings.chosen, settings.baseline, question.occupation, asked.drawn, asked.kept, list(asked.by)),
        "programs": dict(question.programs),
        "assumptions": settings.provenance.assumptions_sha256,
        "output": kind_of(asked.output.output or ""),
    }
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def _printed(asked: Asked, settings: Settings) -> None:
    """Rows as CSV on standard output.

    Raises:
        SomeRefusedError: where some people were refused.
    """
    state, is_first = State(), True
    for chunk in chunks(asked.file, asked.renamed):
        answer = _added(asked, settings, state, chunk)
        write(_rows_of("csv", answer.columns, is_first=is_first), None, False)
        is_first = False
    if state.refused:
        raise _refused(asked, state)


def _shown(asked: Asked, settings: Settings, state: State) -> None:
    """Print the summary.

    Raises:
        SomeRefusedError: where some people were refused.
    """
    groups, left_out, people = state.tally.groups()
    draws, seed = asked.drawn
    answer = Roster(
        people=state.people,
        refused=state.refused,
        low_wages=state.low_wages,
        not_kept=state.not_kept,
        draws=draws,
        seed=seed if draws else 0,
        price_year=settings.price_year,
        baseline=settings.baseline,
        by=list(asked.by),
        groups=groups,
        left_out=left_out,
        left_out_people=people,
    )
    forms = Forms(lambda: report.document(answer, settings.names()), lambda: report.contract(answer), list)
    show(forms, _screen(asked.output))
    if state.refused:
        raise _refused(asked, state)


def _screen(output: RosterOutput) -> ScreenOutput:
    """How the summary is printed."""
    return ScreenOutput(json=output.json, lang=output.lang)


def _refused(asked: Asked, state: State) -> SomeRefusedError:
    """What was refused, as an error."""
    if asked.output.errors is not None:
        what = f"{state.refused:,} rows were refused" if state.refused > 1 else "1 row was refused"
        return SomeRefusedError([Problem(asked.file, "", what, f"{asked.output.errors} says why")])
    problems = [
        Problem(f"{asked.file}: row {row}", column, f"{person}: {what}" if person else what, hint)
        for row, person, column, what, hint in state.shown
    ]
    if state.refused > len(problems):
        what = f"{state.refused - len(problems):,} more rows were refused"
        problems.append(Problem(asked.file, "", what, "add --errors FILE.csv for all of them"))
    return SomeRefusedError(problems)


class Told:
    """How far a long run is, on a terminal alone."""

    def __init__(self) -> None:
        """Begin in silence."""
        self.begun, self.has_said = time.monotonic(), False

    def say(self, people: int) -> None:
        """Say how many people are done, once it has taken a while."""
        if sys.stderr is not None and sys.stderr.isatty() and time.monotonic() - self.begun > SILENT:
            sys.stderr.write(f"\r{people:,} people")
            sys.stderr.flush()
            self.has_said = True

    def end(self) -> None:
        """Leave an empty line."""
        if self.has_said:
            sys.stderr.write("\r" + " " * 30 + "\r")
