"""A run through a file of people: read, answered and written a part at a time."""

import gc
import hashlib
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from mobcalc.cli.interruption import ended_by_signals
from mobcalc.cli.layers import refuse_to_replace
from mobcalc.cli.options import ScreenOutput
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.roster_files import chunks, kind_of, pyarrow, rows_about, rows_at_once, unread_columns
from mobcalc.cli.roster_ids import Ids
from mobcalc.cli.roster_options import RosterOutput, Shares
from mobcalc.cli.roster_parts import ERROR_NAMES, Part, State, Wanted, head_of, part_of
from mobcalc.cli.roster_settings import Kept, Question, Settings
from mobcalc.errors import (
    InputError,
    Problem,
    ReaderGoneError,
    SomeRefusedError,
    StoppedError,
    WorkersLostError,
    input_error,
)
from mobcalc.report import roster as report
from mobcalc.report import roster_rows as rows
from mobcalc.report.files import write
from mobcalc.report.roster_work import Work
from mobcalc.results.roster import Roster
from mobcalc.units import counted

SILENT = 1.0
"""How long a run says nothing of how far it is [s]."""


class Asked(NamedTuple):
    """What is asked: of which file, by which names, of whom, where everything goes, and who shares the work."""

    file: str
    renamed: Mapping[str, str]
    question: Question
    drawn: tuple[int, int]
    by: Sequence[str]
    kept: Kept
    output: RosterOutput
    shares: Shares = Shares()


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
    ids = _ids_before(asked, work.progress.rows)
    try:
        with ended_by_signals():
            _answer_all(asked, settings, state, work, ids, kind)
    except KeyboardInterrupt:
        raise StoppedError(_whole("error: interrupted", asked, work)) from None
    except WorkersLostError as error:
        raise WorkersLostError(_whole(str(error), asked, work)) from None
    except InputError:
        if not work.progress.rows:
            work.drop()
        raise
    if not state.people:
        work.drop(keeps_second=bool(state.refused))
        raise _refused(asked, state) if state.refused else _nobody(asked)
    _finish(asked, settings, state, work, ids)


def _whole(what: str, asked: Asked, work: Work) -> str:
    """An error, with what is there and how to go on."""
    kept = f"the first {work.progress.rows:,} rows of {asked.file} are whole in {work.part}"
    return f"{what}: {kept}\n  hint: add --resume to go on with it"


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


def _ids_before(asked: Asked, rows: int) -> Ids:
    """The ids of the rows that an earlier run has done."""
    ids = Ids()
    for chunk in chunks(asked.file, asked.renamed) if rows else ():
        own = chunk.columns["id"][:rows]
        ids.add(own)
        rows -= len(own)
        if not rows:
            break
    return ids


def _answer_all(asked: Asked, settings: Settings, state: State, work: Work, ids: Ids, kind: str) -> None:
    """Answer part after part and write what it comes to."""
    start, told = work.progress.rows, Told()
    wanted = Wanted(asked.file, asked.drawn, asked.by, kind)
    with closing(_parts(asked, settings, wanted, start, ids)) as parts:
        for part in parts:
            head = b"" if state.people else head_of(wanted.kind, part.names)
            head_of_errors = b"" if start else rows.csv_head(ERROR_NAMES)
            state.add(part.state)
            start += part.input_rows
            work.add(start, head + part.rows, head_of_errors + part.errors, msgspec.to_builtins(state))
            told.say(start)
            # The next is read with the room of this one.
            del part
    told.end()
    # Without anybody there is nothing to give a name.
    if state.people:
        work.finish(is_parquet=wanted.kind == "parquet")


def _parts(asked: Asked, settings: Settings, wanted: Wanted, start: int, ids: Ids) -> Generator[Part]:
    """What all rows from one on come to, a part at a time, made here or by others; ids are taken note of."""
    size = rows_at_once(asked.drawn[0])
    if not (asked.shares.workers or asked.shares.address):
        for chunk in ids.seen(chunks(asked.file, asked.renamed, start, size)):
            yield part_of(wanted, settings, chunk)
        return
    from mobcalc.cli.roster_cluster import crew

    with crew(asked.shares, asked.question, asked.kept, settings) as those:
        size = min(size, those.rows_of_parts(rows_about(asked.file)))
        yield from those.parts(wanted, ids.seen(chunks(asked.file, asked.renamed, start, size)))


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
    state, wanted, ids = State(), Wanted(asked.file, asked.drawn, asked.by, "csv"), Ids()
    with ended_by_signals(), closing(_parts(asked, settings, wanted, 0, ids)) as parts:
        for part in parts:
            write((b"" if state.people else head_of("csv", part.names)) + part.rows, None, False)
            state.add(part.state)
    if not state.people and not state.refused:
        raise _nobody(asked)
    _say_notes(asked, ids)
    if state.refused:
        raise _refused(asked, state)


def _say_notes(asked: Asked, ids: Ids) -> None:
    """Say what must be known of rows beside them."""
    if sys.stderr is not None:
        sys.stderr.write("".join(f"note: {note}\n" for note in _notes(asked, ids)))


def _notes(asked: Asked, ids: Ids) -> list[str]:
    """What must be known of rows that are printed without a summary for a screen."""
    unread = unread_columns(asked.file, asked.renamed, asked.by)
    likely = [f"nothing was read from '{name}', {hint}" for name, hint in unread.items() if hint]
    repeated = ids.repeated()
    if not repeated:
        return likely
    return [*likely, f"{counted(repeated, 'id comes', 'ids come')} more than once; each row is answered"]


def _finish(asked: Asked, settings: Settings, state: State, work: Work, ids: Ids) -> None:
    """Print the summary, which a run that ends before can be gone on with for.

    Raises:
        InputError: where it cannot be printed.
        SomeRefusedError: where some people were refused.
    """
    try:
        _show(asked, settings, state, ids)
    except InputError as error:
        hint = f"the rows are whole in {asked.output.output}; add --resume for the summary"
        raise InputError([problem._replace(hint=hint) for problem in error.problems]) from None
    except ReaderGoneError:
        work.forget()
        raise
    work.forget()
    if state.refused:
        raise _refused(asked, state)


def _show(asked: Asked, settings: Settings, state: State, ids: Ids) -> None:
    """Print the summary."""
    groups, left_out, people = state.tally.groups()
    draws, seed = asked.drawn
    answer = Roster(
        people=state.people,
        refused=state.refused,
        low_wages=state.low_wages,
        not_kept=state.not_kept,
        no_wages=state.no_wages,
        babies=state.babies,
        no_weights=state.no_weights,
        repeated_ids=ids.repeated(),
        unread=list(unread_columns(asked.file, asked.renamed, asked.by)),
        draws=draws,
        seed=seed if draws else 0,
        assumed_draws=state.tally.draws,
        price_year=settings.price_year,
        discount_rate=settings.discount_rate,
        baseline=settings.baseline,
        by=list(asked.by),
        groups=groups,
        left_out=len(left_out),
        left_out_people=people,
        left_out_groups=left_out,
        provenance=settings.provenance,
    )
    forms = Forms(
        lambda: report.document(
            answer, settings.names(one.pathway for one in groups), has_programs=bool(settings.programs)
        ),
        lambda: report.contract(answer),
        lambda: report.rows(answer),
    )
    show(forms, _screen(asked.output))
    if asked.output.csv:
        _say_notes(asked, ids)


def _nobody(asked: Asked) -> InputError:
    return input_error(asked.file, "", "there is nobody in it", "give a row for each person")


def _screen(output: RosterOutput) -> ScreenOutput:
    """How the summary is printed."""
    return ScreenOutput(json=output.json, csv=output.csv, lang=output.lang)


def _refused(asked: Asked, state: State) -> SomeRefusedError:
    """What was refused, as an error."""
    if asked.output.errors is not None:
        what = f"{state.refused:,} rows were refused" if state.refused > 1 else "1 row was refused"
        return SomeRefusedError([Problem(asked.file, "", what, f"{asked.output.errors} says why")])
    problems = [
        Problem(f"{asked.file}: row {row}", column, f"{what} (id {person})" if person else what, hint)
        for row, person, column, what, hint in state.shown
    ]
    if state.refused > len(problems):
        what = f"{state.refused - len(problems):,} more rows were refused"
        needs = "" if asked.output.output else "-o FILE.csv and "
        problems.append(Problem(asked.file, "", what, f"add {needs}--errors FILE.csv for all of them"))
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
