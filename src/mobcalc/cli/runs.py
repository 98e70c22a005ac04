"""What a run lets be known of itself, where it is recorded, goes on from a record, or is repeated.

One run at a time in a process, so that commands need not hand through what only records want.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mobcalc.loader.layers import Loaded
    from mobcalc.results.provenance import FlagChange, Provenance


FROM, RECORD = "from_", "record"
"""What the two options of runs are called where they are handed on."""


class Start(NamedTuple):
    """The recorded case that a run goes on from.

    `file` is the record; `baseline` what it compares with, where the command has no option for that. `given` are the
    keys of what flags say now, `changed` what they say in place of recorded flags.
    """

    file: str
    baseline: str | None
    given: frozenset[str]
    changed: "Sequence[FlagChange]"


class CaseRead(NamedTuple):
    """A case that a run has read: the scenario file, None where flags alone describe it, and what is in force."""

    scenario: str | None
    loaded: "Loaded"
    provenance: "Provenance"


class Run:
    """A run that lets be known what it rests on and what it answers.

    Args:
        start: the recorded case that it goes on from.
        on_answer: makes of the run and its answer what is to be kept, and gives what keeps it once that is printed.
        is_silent: whether the answer is not printed.
    """

    def __init__(
        self,
        start: Start | None = None,
        on_answer: "Callable[[Run, dict[str, Any]], Callable[[], object]] | None" = None,
        *,
        is_silent: bool = False,
    ) -> None:
        self.start = start
        self.on_answer = on_answer
        self.is_silent = is_silent
        self.cases: list[CaseRead] = []

    def answer(self, content: Callable[[], dict[str, Any]]) -> Callable[[], object]:
        """Take the answer, where anybody wants it; what is given keeps it, for when it is printed.

        Args:
            content: gives the JSON object of the answer.
        """
        return _nothing if self.on_answer is None else self.on_answer(self, content())


def _nothing() -> None:
    """What is done where nothing is kept."""


class _Current:
    """The run that lets itself be known."""

    run: Run | None = None


def current() -> Run | None:
    """The run; None for one that nobody records and that goes on from none."""
    return _Current.run


@contextmanager
def running(run: Run) -> Iterator[None]:
    """What runs within is this run."""
    before = _Current.run
    _Current.run = run
    try:
        yield
    finally:
        _Current.run = before
