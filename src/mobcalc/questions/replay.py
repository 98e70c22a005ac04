"""`replay`: whether a recorded run gives the same answer again, and what changed where it does not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mobcalc.questions.diff import InForce, difference
from mobcalc.results.record import Answered, RunRecord
from mobcalc.results.replay import Replay


def replay(recorded: Answered, repeated: Answered, in_force: Sequence[InForce | None]) -> Replay:
    """A recorded run beside the same run repeated; both have records.

    Args:
        recorded: the answer in the record.
        repeated: that of this version.
        in_force: the assumptions of each case, as recorded and as this version has them.
    """
    assert recorded.record is not None
    assert repeated.record is not None
    found = difference(recorded, repeated, in_force)
    return Replay(
        file=recorded.file,
        agrees=found.is_same,
        recorded_sha256=recorded.record.answer_sha256,
        repeated_sha256=repeated.record.answer_sha256,
        difference=found,
    )


def altered(recorded: RunRecord, repeated: RunRecord) -> list[str]:
    """The names of what a record says its answer rests on, and the repeated run says otherwise.

    Where the answer is the same, those assumptions were changed in the file, or a table that it does not use is another
    now: a reader of the record would be told what is not so. Versions may differ and are no part of it.

    Args:
        recorded: the record in a file.
        repeated: that of the repeated run, as it would be read from its file.
    """
    return [*dict.fromkeys(_names(recorded, repeated))]


def _names(one: RunRecord, other: RunRecord) -> Iterator[str]:
    """Every such name, once for each client."""
    yield from _differing({"seed": one.seed, "draws": one.draws}, {"seed": other.seed, "draws": other.draws})
    yield from _differing(one.tables, other.tables)
    if len(one.cases) != len(other.cases):
        yield "cases"
    for case, again in zip(one.cases, other.cases, strict=False):
        yield from _differing(case.assumptions, again.assumptions)
        if case.assumptions_sha256 != again.assumptions_sha256:
            yield "assumptions_sha256"


def _differing(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    yield from (name for name in {**then, **now} if then.get(name) != now.get(name))
