"""The work of a sweep, in this process or divided among several, its results in the order of the scenarios."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import NamedTuple

from mobcalc.cli.memory import Memory
from mobcalc.cli.sweep_rows import Batch, Layout, batch_of, goes_together
from mobcalc.cli.sweep_scenarios import Said
from mobcalc.errors import MobcalcError

Some = Sequence[tuple[str, Said]]
AHEAD = 2
"""Batches that a worker is given before the first of them is asked back."""
DRAWN, UNDRAWN = 4, 16
"""Scenarios of a batch that are answered one by one, with lives drawn and without."""
FIRST, FACTOR, MOST = 64, 4, 4096
"""Scenarios of the first batch where they may be rows of one calculation, how many times as many come next, at most."""


class WorkerLostError(MobcalcError):
    """A worker ended before its work was done, such as when the system ran out of memory."""


class _Worker(NamedTuple):
    """A process and the line to it."""

    process: BaseProcess
    line: Connection


def batches(layout: Layout, scenarios: Iterable[tuple[str, Said]], jobs: int) -> Iterator[Batch]:
    """The rows of all scenarios, some scenarios at a time, in the order of the scenarios.

    Raises:
        WorkerLostError: where a worker ended before it was done.
    """
    size = _Size(layout)
    parts = _parts(scenarios, size)
    if jobs == 1:
        memory = Memory()
        for part in parts:
            yield size.learnt(batch_of(layout, part, memory))
        return
    with _team(layout, jobs) as team:
        waiting = deque[_Worker]()
        for number, part in enumerate(parts):
            if len(waiting) == AHEAD * jobs:
                yield size.learnt(_answer(waiting.popleft()))
            worker = team[number % jobs]
            _ask(worker, part)
            waiting.append(worker)
        while waiting:
            yield _answer(waiting.popleft())


class _Size:
    """How many scenarios the next batch has: many, the more alike are among them, where these are answered together."""

    def __init__(self, layout: Layout) -> None:
        """Begin with so few that the first rows do not wait."""
        self.alone = DRAWN if layout.common.drawn[0] else UNDRAWN
        self.next = FIRST if goes_together(layout) else self.alone
        self._may_grow = self.next > self.alone

    def learnt(self, batch: Batch) -> Batch:
        """The same batch, whose share of scenarios that were answered together says how many come next."""
        if self._may_grow:
            is_quick = 2 * batch.together >= batch.scenarios
            self.next = min(FACTOR * max(self.next, FIRST), MOST) if is_quick else self.alone
        return batch


def _parts(scenarios: Iterable[tuple[str, Said]], size: _Size) -> Iterator[Some]:
    left = iter(scenarios)
    while part := list(islice(left, size.next)):
        yield part


@contextmanager
def _team(layout: Layout, jobs: int) -> Iterator[list[_Worker]]:
    """Workers, which are ended with the work, however that ends."""
    import multiprocessing

    # Started anew and not forked: a fork takes along threads' locks and no threads.
    context = multiprocessing.get_context("spawn")
    team: list[_Worker] = []
    try:
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(layout, theirs), daemon=True)
            process.start()
            # The worker has it now; ours is closed, so that its end is noticed.
            theirs.close()
            team.append(_Worker(process, ours))
        yield team
    finally:
        for worker in team:
            worker.line.close()
            worker.process.terminate()
        for worker in team:
            worker.process.join()


def _work(layout: Layout, line: Connection) -> None:
    """What a worker does: rows for scenarios, until the line is closed."""
    import signal

    # An interruption is for the first process, which ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory = Memory()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            line.send(_answered(layout, line.recv(), memory))


def _answered(layout: Layout, part: Some, memory: Memory) -> Batch | MobcalcError:
    try:
        return batch_of(layout, part, memory)
    except MobcalcError as error:
        return error


def _ask(worker: _Worker, part: Some) -> None:
    try:
        worker.line.send(part)
    except OSError:
        raise _lost(worker) from None


def _answer(worker: _Worker) -> Batch:
    try:
        answer = worker.line.recv()
    except (EOFError, OSError):
        raise _lost(worker) from None
    if isinstance(answer, MobcalcError):
        raise answer
    assert isinstance(answer, Batch)
    return answer


def _lost(worker: _Worker) -> WorkerLostError:
    worker.process.join(1.0)
    code = worker.process.exitcode
    how = f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"
    hint = "the rows before are written; the same command with --resume goes on, with --jobs 1 if memory is short"
    return WorkerLostError(f"error: --jobs: a worker was ended {how}\n  hint: {hint}")
