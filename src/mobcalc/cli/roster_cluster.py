"""The work of a roster on the workers of a Dask cluster, its results in the order of the rows.

Each worker has mobcalc installed and nothing of the files: rows, assumptions and what is asked come with the task.
"""

import logging
import math
import signal
import time
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from multiprocessing import resource_tracker
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import msgspec

import mobcalc
from mobcalc.cli.roster_files import CHUNK, FEWEST_ROWS, Chunk
from mobcalc.cli.roster_options import Shares
from mobcalc.cli.roster_parts import Part, Wanted
from mobcalc.cli.roster_settings import Kept, Question, Settings
from mobcalc.cli.roster_worker import REMEDY, Lent, difference, part_elsewhere, problem_elsewhere, surroundings
from mobcalc.errors import InputError, WorkersLostError, input_error

NEEDS_DISTRIBUTED = "install it with: pip install 'mobcalc[cluster]'"
AHEAD = 2
"""Parts that each worker has before the first of them is asked back."""
MOST_ROWS = CHUNK
"""More are too much to do again."""
SLACK = 0.04
"""By about this share a file may have more rows than its first tell, without a part more that is nearly empty."""
PATIENCE = 5.0
"""How long an address may say nothing, or a cluster have no worker [s]."""
RECOVERY = 60.0
"""How long workers may take to come back [s]."""
LOOK = 1.0
"""How often it is looked whether there are workers, while they work [s]."""
RETRIES = 3
"""So often rows are given to another worker, where one is lost over them."""
NOTHING = logging.CRITICAL + 1
"""A level that no message of a worker has."""


class Crew:
    """Workers that are ready for work."""

    def __init__(self, client: Any, lent: Lent) -> None:
        """Take those that a client of Dask has."""
        self.client, self.lent = client, lent

    def rows_of_parts(self, rows: int | None) -> int:
        """How many rows a part should have, so that all workers have some and people in it are alike.

        Args:
            rows: about how many there are; None where that is not known.
        """
        if rows is None:
            return MOST_ROWS
        # As few rounds as there can be, all workers with as much to do in each.
        of_round = MOST_ROWS * self._workers()
        rounds = max(math.ceil(rows / of_round - SLACK), 1)
        size = math.ceil(rows / rounds / self._workers() * (1.0 + SLACK / 2))
        return min(max(size, FEWEST_ROWS), MOST_ROWS)

    def _workers(self) -> int:
        return max(len(self.client.nthreads()), 1)

    def parts(self, wanted: Wanted, chunks: Iterable[Chunk]) -> Iterator[Part]:
        """What all rows come to, in their order; few parts are under way at a time.

        Raises:
            InputError: for what a chunk alone shows to be wrong.
            WorkersLostError: where workers are gone for good.
        """
        waiting = deque[Any]()
        with _losses_told():
            for chunk in chunks:
                while len(waiting) >= AHEAD * self._workers():
                    yield self._part(waiting.popleft())
                data = msgspec.msgpack.encode(chunk)
                waiting.append(self.client.submit(part_elsewhere, self.lent, wanted, data, pure=False))
            while waiting:
                yield self._part(waiting.popleft())

    def _part(self, future: Any) -> Part:
        """One part, once it is there.

        Raises:
            InputError: as above.
            WorkersLostError: as above.
        """
        there = time.monotonic()
        while True:
            try:
                found = future.result(timeout=LOOK)
                break
            except TimeoutError:
                there = time.monotonic() if self.client.nthreads() else there
                if time.monotonic() - there > RECOVERY:
                    raise WorkersLostError("error: no worker is left") from None
        if isinstance(found, Part):
            return found
        raise InputError(found)


@contextmanager
def _losses_told() -> Iterator[None]:
    """Say in words of ours how Dask says that workers, or all of the cluster, are lost.

    Raises:
        WorkersLostError: in those words.
    """
    from distributed import KilledWorker

    try:
        yield
    except KilledWorker:
        what = "workers were lost over the same rows again and again; memory may be short"
        raise WorkersLostError(f"error: {what}") from None
    except (MemoryError, ImportError) as error:
        raise WorkersLostError(f"error: a worker cannot do the work: {error or type(error).__name__}") from None
    except Exception as error:
        if not isinstance(error, OSError | CancelledError) and not type(error).__module__.startswith("distributed."):
            raise
        raise WorkersLostError(f"error: the connection to the cluster is lost ({type(error).__name__})") from None


@contextmanager
def crew(shares: Shares, question: Question, kept: Kept, settings: Settings) -> Iterator[Crew]:
    """Workers on this machine, or those of a cluster, which all have what this process has.

    Args:
        shares: how many workers, or where.
        question: what is asked of everybody.
        kept: whether what households keep is asked for.
        settings: the assumptions in force here.

    Raises:
        InputError: where there are none, or they have something else.
    """
    flag = "--cluster" if shares.address else "--workers"
    try:
        import cryptography  # noqa: F401 - Dask makes certificates with it
        import dask
        import distributed
    except ImportError:
        raise input_error(flag, "", "it needs Dask, which is not installed", NEEDS_DISTRIBUTED) from None
    # Its own objects are handed on by pickle, which takes no view of a mapping.
    question = question._replace(programs=dict(question.programs))
    lent = Lent(uuid4().hex, question, kept, settings.held, surroundings(settings))
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        folder = stack.enter_context(TemporaryDirectory(prefix="mobcalc-", ignore_cleanup_errors=True))
        stack.enter_context(dask.config.set({**CONFIG, "temporary-directory": folder}))
        with _interruptions_held():
            if shares.address:
                client = stack.enter_context(_client(distributed, shares.address))
            else:
                local = stack.enter_context(_local(distributed, shares.workers, folder))
                client = stack.enter_context(distributed.Client(local, set_as_default=False))
        if shares.address:
            _check(client, lent, shares.address)
        yield Crew(client, lent)


KEEPS_MEMORY = {"MALLOC_TRIM_THRESHOLD_": 1 << 28, "MALLOC_MMAP_THRESHOLD_": 1 << 25, "MALLOC_ARENA_MAX": 1}
"""What has the allocator of Linux keep the memory of arrays that are freed, also in threads [bytes, bytes, count]."""
CONFIG = {
    "distributed.scheduler.allowed-failures": RETRIES,
    # Nothing is served to browsers, and nothing is measured.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,
    # Rows are meant to go with the task, so that they are there when it is done again.
    "distributed.admin.large-graph-warning-threshold": "1 GiB",
    # Dask has workers hand memory back at once, and to ask for it again is half of the whole time.
    **{f"distributed.nanny.pre-spawn-environ.{name}": value for name, value in KEEPS_MEMORY.items()},
}


def _local(distributed: Any, workers: int, folder: str) -> Any:
    """Workers on this machine, which listen to nobody else and have as much of its memory each.

    Raises:
        WorkersLostError: where they do not start.
    """
    try:
        return distributed.LocalCluster(**_local_options(distributed, workers, folder))
    except (OSError, RuntimeError) as error:
        raise WorkersLostError(f"error: --workers: they did not start ({error})") from None


def _local_options(distributed: Any, workers: int, folder: str) -> dict[str, Any]:
    """How workers on this machine are started."""
    return dict(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        # What listens to this machine listens to all who use it: certificates of this run alone keep others out.
        protocol="tls://",
        security=distributed.Security.temporary(),
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False},
        memory_limit="auto",
        worker_dashboard_address=None,
        local_directory=folder,
        silence_logs=NOTHING,
    )


def _client(distributed: Any, address: str) -> Any:
    """What hands work to a cluster.

    Raises:
        InputError: where there is none at an address.
    """
    try:
        return distributed.Client(address, timeout=PATIENCE, set_as_default=False, direct_to_workers=False)
    except (OSError, TimeoutError):
        hint = "start one with 'dask scheduler', which says its address"
        raise input_error("--cluster", "", f"no scheduler of Dask answers at {address}", hint) from None
    except ValueError as error:
        what = f"{address} is no address: {error}"
        raise input_error("--cluster", "", what, "give one such as tcp://10.0.0.5:8786") from None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask says of itself off standard error."""
    before = logging.root.manager.disable
    # Some of its loggers have levels of their own.
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


@contextmanager
def _interruptions_held() -> Iterator[None]:
    """Hold back Ctrl-C for a moment, and for good in all threads and processes that begin in it.

    A terminal sends it to the workers too, which would die of it noisily, and be started again; they are ended by this
    process instead.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # What Python starts beside the first process lets signals through again in the thread that starts it.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _check(client: Any, lent: Lent, address: str) -> None:
    """Refuse a cluster without workers, or of which one has something else.

    Raises:
        InputError: naming the worker and what differs.
    """
    deadline = time.monotonic() + PATIENCE
    while not client.nthreads():
        if time.monotonic() > deadline:
            what, hint = f"the scheduler at {address} has no workers", f"start some with 'dask worker {address}'"
            raise input_error("--cluster", "", what, hint)
        time.sleep(LOOK / 10)
    _check_versions(client, address)
    for worker, found in sorted(client.run(problem_elsewhere, lent, on_error="return").items()):
        if isinstance(found, Exception):
            raise input_error(f"--cluster: {worker}", "", f"it cannot work: {found}", REMEDY)
        if found is not None:
            where = ": ".join(part for part in ("--cluster", worker, found.where) if part)
            raise InputError([found._replace(where=where)])


def _check_versions(client: Any, address: str) -> None:
    """Refuse another version of mobcalc: it need not know anything of what is lent.

    Raises:
        InputError: naming who has it.
    """
    versions = {address: _of_scheduler(client), **client.run(getattr, mobcalc, "__version__", on_error="return")}
    for where, version in versions.items():
        if isinstance(version, Exception):
            raise input_error(f"--cluster: {where}", "mobcalc", f"it has none ({version})", REMEDY)
        if version != mobcalc.__version__:
            raise InputError([difference(f"--cluster: {where}", "mobcalc", mobcalc.__version__, version)])


def _of_scheduler(client: Any) -> str | Exception:
    """The version of mobcalc that the scheduler has, which reads what the workers are handed."""
    try:
        return str(client.run_on_scheduler(getattr, mobcalc, "__version__"))
    except (ImportError, AttributeError) as error:
        return error
