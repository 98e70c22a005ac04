"""Runs that are written down, go on from what was written down, or are repeated from it."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from inspect import signature
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Struct

import mobcalc
from mobcalc.cli.layers import refuse_to_replace
from mobcalc.cli.options import (
    Home,
    Output,
    Place,
    ProgramAndQuitting,
    Rate,
    Values,
    Who,
)
from mobcalc.cli.recorded_case import FILES, OF_PRINT, Arguments, going_on, repeated
from mobcalc.cli.runs import CaseRead, Run, running
from mobcalc.errors import InputError, Problem, input_error
from mobcalc.loader.texts import Texts, reading
from mobcalc.results.record import RECORD as FORMAT_NUMBER
from mobcalc.results.record import RecordedCase, RunRecord

if TYPE_CHECKING:
    from mobcalc.store.table_versions import RulesUsed

Command = Callable[..., int]
_Group = TypeVar("_Group", bound=Struct)


def known_run(command: Command, given: Arguments, record: str | None, start: str | None) -> int:
    """The exit code of a run that is recorded, or goes on from a record.

    Args:
        command: what is run.
        given: its arguments.
        record: the file that the record goes to, if any.
        start: the record that the run goes on from, if any.

    Raises:
        InputError: for what either cannot be.
    """
    texts, begun = Texts(), None
    if start is not None:
        from mobcalc.loader.run_records import run_record

        found = run_record(start)
        refuse_to_replace(given.get("output"), (start,))
        given, begun = going_on(found, start, given, signature(command).parameters)
        texts = Texts(found.files, found.environment)
    on_answer = None
    if record is not None:
        _check_target(record, start, given)
        on_answer = partial(_kept, command, given, record, texts)
    with reading(texts), running(Run(begun, on_answer)):
        return command(**given)


def repeated_run(record: RunRecord, file: str) -> tuple[RunRecord, list[CaseRead]]:
    """The record of a recorded run repeated by this version, from the record alone, and the cases in it.

    Args:
        record: the run.
        file: its name.

    Raises:
        InputError: where this version refuses what the record says, naming the record.
    """
    command = _command(record)
    given = repeated(record, file, signature(command).parameters)
    texts = Texts(record.files, record.environment, is_whole=True)
    made: list[RunRecord] = []

    def keep(run: Run, answer: dict[str, Any]) -> Callable[[], object]:
        """Make the record of the repeated run."""
        made.append(_record(command, given, texts, run, answer))
        return made.copy

    run = Run(None, keep, is_silent=True)
    try:
        with reading(texts), running(run):
            command(**given)
    except InputError as error:
        raise InputError(_within(problem, file) for problem in error.problems) from None
    return made[0], run.cases


def check_answer(record: RunRecord, file: str) -> None:
    """Refuse a record whose answer is no longer the one that was written.

    Raises:
        InputError: where its checksum is another.
    """
    from mobcalc.report.record import answer_sha256

    if answer_sha256(record.answer) != record.answer_sha256:
        what = "the answer in it is not the one of its checksum, so the file was changed"
        raise input_error(file, "answer_sha256", what, "take the file as --record wrote it")


def recorded_cases(record: RunRecord, file: str) -> list[CaseRead]:
    """The cases of a recorded run as this version reads them, without its answer.

    Args:
        record: the run.
        file: its name.

    Raises:
        InputError: where this version refuses what the record says, naming the record.
    """
    from mobcalc.cli.scenario import load_here

    given = repeated(record, file, signature(_command(record)).parameters)
    said = [_filled(group, given) for group in (Who, ProgramAndQuitting, Home, Rate)]
    place, values, run = _filled(Place, given), _filled(Values, given), Run()
    named = given.get("scenario") or [None]
    try:
        with reading(Texts(record.files, record.environment, is_whole=True)), running(run):
            for one in [named] if isinstance(named, str) else named:
                load_here(values, Output(), place, said, one)
            for one in given.get("also") or []:
                load_here(values, Output(), Place(), said[-1:], one)
    except InputError as error:
        raise InputError(_within(problem, file) for problem in error.problems) from None
    return run.cases


def _filled(group: type[_Group], given: Arguments) -> _Group:
    """A group of options as they were given, as far as the command has them."""
    return group(**{name: given[name] for name in group.__struct_fields__ if name in given})


def _command(record: RunRecord) -> Command:
    """The command of a record, whose name was checked when it was read."""
    command: Command = getattr(import_module(f"mobcalc.cli.{record.command}"), record.command)
    return command


def _within(problem: Problem, file: str) -> Problem:
    """A problem with what a record says, named after the record."""
    return problem._replace(where=f"{file}: {problem.where}" if problem.where else file)


def _check_target(record: str, start: str | None, given: Arguments) -> None:
    """Refuse a file for the record before anything is worked out, as far as that can be known.

    Raises:
        FileExistsAlreadyError: where it, or that of the answer, exists and is not to be replaced.
        InputError: where it is no file of its own.
    """
    from mobcalc.loader.files import is_among
    from mobcalc.report.files import refuse_existing

    output, replaces = given.get("output"), bool(given.get("force"))
    if not record.strip() or record == "-":
        raise input_error("--record", "", "the record goes to a file, beside the answer", "write --record run.json")
    refuse_to_replace(record, (*(name for _, name in _files(given)), start))
    if output not in (None, "-") and is_among(record, str(output)):
        raise input_error("--record", "", "the answer goes to this file", "give the record a file of its own")
    for file in (record, output or "-") if not replaces else ():
        refuse_existing(file)


def _kept(
    command: Command, given: Arguments, file: str, texts: Texts, run: Run, answer: dict[str, Any]
) -> Callable[[], None]:
    """What writes the record of a run, which is made and checked before.

    Raises:
        InputError: where it could not be read again or its file has no place.
    """
    from mobcalc.loader.run_records import MOST_BYTES
    from mobcalc.report.files import refuse_unwritable, write
    from mobcalc.report.record import record_text

    data = record_text(_record(command, given, texts, run, answer)).encode()
    if len(data) > MOST_BYTES:
        what = f"the record would be larger than {MOST_BYTES >> 20} MiB, the most that is read"
        raise input_error(file, "", what, "record fewer clients or pathways in one run")
    refuse_unwritable(file, allows_devices=True)
    return partial(write, data, file, bool(given.get("force")))


def _record(command: Command, given: Arguments, texts: Texts, run: Run, answer: dict[str, Any]) -> RunRecord:
    """The record of a run that has its answer."""
    import numpy as np

    from mobcalc.cli.layers import environment
    from mobcalc.report.formats.json import FORMAT, encoded
    from mobcalc.report.record import answer_sha256

    named = environment()
    names = _names([*(name for _, name in _files(given)), *([named] if named else [])])
    # As a reader of the JSON has it, and without what only this machine knows.
    whole = msgspec.json.decode(encoded({"format": FORMAT, "mobcalc": mobcalc.__version__, **answer}))
    whole = _renamed(whole, {typed: name for typed, name in names.items() if typed != name})
    drawn = whole.get("cases", [whole])[0]
    return RunRecord(
        record=FORMAT_NUMBER,
        mobcalc=mobcalc.__version__,
        python=".".join(map(str, sys.version_info[:3])),
        numpy=np.__version__,
        command=command.__name__,  # type: ignore[arg-type]
        arguments=dict(_arguments(command, given, names)),
        environment=names[named] if named else None,
        files={_moved(name, names): text for name, text in texts.read.items()},
        seed=drawn.get("seed", 0),
        draws=drawn.get("draws", 0),
        tables=_tables(run),
        cases=[_case(one, names) for one in run.cases],
        answer_sha256=answer_sha256(whole),
        answer=whole,
    )


def _arguments(command: Command, given: Arguments, names: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """What was said, but for how it is printed."""
    usual = signature(command).parameters
    for name, value in given.items():
        if name not in OF_PRINT and value != usual[name].default and value not in (None, []):
            yield name, _in_record(name, value, names)


def _case(case: CaseRead, names: dict[str, str]) -> RecordedCase:
    """What one client's answer rests on."""
    from mobcalc.provenance import effective

    rules = _rules(case)
    return RecordedCase(
        scenario=None if case.scenario is None else names[case.scenario],
        assumptions_sha256=case.provenance.assumptions_sha256,
        rules=None if rules is None else rules.package,
        assumptions=effective(case.loaded.assumptions),
    )


def _rules(case: CaseRead) -> "RulesUsed | None":
    """The taxes and benefits of a case; None without a place."""
    if case.provenance.place is None:
        return None
    from mobcalc.store.table_versions import rules_used

    return rules_used(case.loaded.assumptions.economy.rules_year, case.provenance.place.postal)


def _tables(run: Run) -> dict[str, str]:
    """The checksums of the tables that the answers may rest on."""
    known = [case.provenance for case in run.cases]
    if not any(one.place is not None or one.occupation is not None for one in known):
        return {}
    from mobcalc.store.table_versions import table_checksums

    rules = [found for case in run.cases if (found := _rules(case)) is not None]
    return table_checksums() | {one.file: one.sha256 for one in rules}


def _files(given: Arguments) -> Iterator[tuple[str, str]]:
    """The files and folders that arguments name, each with the argument."""
    for name in FILES:
        words = given.get(name) or []
        yield from ((name, word) for word in ([words] if isinstance(words, str) else words))


def _names(typed: list[str]) -> dict[str, str]:
    """What each file or folder is called in a record: as it was typed, or without the folders of this machine."""
    names: dict[str, str] = {}
    for word in dict.fromkeys(typed):
        name = PurePath(word).name if PurePath(word).is_absolute() else word
        taken = [str(Path(other)) for other in names.values()]
        free = (name if not number else f"{number}-{name}" for number in range(len(typed) + 1))
        names[word] = next(one for one in free if str(Path(one)) not in taken)
    return names


def _moved(file: str, names: dict[str, str]) -> str:
    """A file that was read under its name in the record, that of its folder in front."""
    for word, name in names.items():
        root = str(Path(word))
        if file == root or file.startswith(f"{root}/"):
            return str(Path(name)) + file.removeprefix(root)
    return file


def _in_record(name: str, value: Any, names: dict[str, str]) -> Any:
    """An argument as a record has it."""
    if name not in FILES:
        return value
    return names[value] if isinstance(value, str) else [names[word] for word in value]


def _renamed(part: Any, names: dict[str, str]) -> Any:
    """A part of an answer with other names of files in its texts."""
    if isinstance(part, str):
        for word in sorted(names, key=len, reverse=True):
            part = part.replace(str(Path(word)), str(Path(names[word])))
        return part
    if isinstance(part, dict):
        return {_renamed(key, names): _renamed(item, names) for key, item in part.items()}
    return [_renamed(item, names) for item in part] if isinstance(part, list) else part
