"""What a worker does with rows of a roster: the same as the process that hands them on, from what comes with them."""

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import NamedTuple

import msgspec
import numpy as np

import mobcalc
from mobcalc.cli.roster_files import Chunk
from mobcalc.cli.roster_parts import Part, Wanted, part_of
from mobcalc.cli.roster_settings import Held, Kept, Question, Settings
from mobcalc.errors import InputError, Problem
from mobcalc.store.table_versions import table_checksums

REMEDY = "install the same mobcalc and NumPy for the scheduler and all workers"
MOST_KNOWN = 4
"""Of so many questions a worker keeps the assumptions, where several people use a cluster."""
SHOWN = 12
"""So much of a checksum is shown."""


class Lent(NamedTuple):
    """What a worker has to know to answer rows; `key` stands for all of it, and `surroundings` must be its own."""

    key: str
    question: Question
    kept: Kept
    held: Held
    surroundings: Mapping[str, str]


def surroundings(settings: Settings) -> dict[str, str]:
    """What must be the same wherever rows are answered, by what it is called."""
    tables = hashlib.sha256(msgspec.json.encode(table_checksums())).hexdigest()
    return {
        "mobcalc": mobcalc.__version__,
        "NumPy": np.__version__,
        "assumptions": settings.provenance.assumptions_sha256,
        "tables": tables,
    }


def difference(where: str, name: str, here: str, there: str) -> Problem:
    """The first problem of two surroundings that differ."""
    what = f"it has {there[:SHOWN]} and this computer {here[:SHOWN]}"
    return Problem(where, name, what, REMEDY)


def part_elsewhere(lent: Lent, wanted: Wanted, data: bytes) -> Part | tuple[Problem, ...]:
    """What rows come to, made on a worker; the problems where they cannot be answered at all.

    Args:
        lent: what is asked, and the assumptions.
        wanted: what is wanted of the rows.
        data: the chunk, packed.
    """

    def made() -> Part | tuple[Problem, ...]:
        problem, settings = _settings_of(lent)
        if problem is not None:
            return (problem._replace(where="--cluster"),)
        return part_of(wanted, settings, msgspec.msgpack.decode(data, type=Chunk))

    try:
        return _alone().submit(made).result()
    except InputError as error:
        return error.problems


def problem_elsewhere(lent: Lent) -> Problem | None:
    """What a worker has that differs from what this process has; None where nothing does."""
    try:
        return _alone().submit(_settings_of, lent).result()[0]
    except InputError as error:
        return error.problems[0]


@cache
def _alone() -> ThreadPoolExecutor:
    """The one thread of a process that answers: SQLite is read by one, and places are put together by one."""
    return ThreadPoolExecutor(max_workers=1)


_known: dict[str, tuple[Problem | None, Settings]] = {}
"""The assumptions of the last questions, in a worker."""


def _settings_of(lent: Lent) -> tuple[Problem | None, Settings]:
    """The assumptions that are lent, and what makes them another's, if anything does."""
    if lent.key not in _known:
        if len(_known) == MOST_KNOWN:
            del _known[next(iter(_known))]
        settings = Settings(lent.question, lent.kept, lent.held)
        own = surroundings(settings)
        different = [name for name, here in lent.surroundings.items() if own[name] != here]
        problems = [difference("", name, lent.surroundings[name], own[name]) for name in different]
        _known[lent.key] = (next(iter(problems), None), settings)
    return _known[lent.key]
