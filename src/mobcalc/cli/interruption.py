"""How the program ends when somebody, or the system, ends it: one line, no half a file, and a code of its own.

A signal ends the program where it is. An exception, as Python raises it, may be lost in an import or in what frees
memory, or be taken for something else by a library.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

INTERRUPTED = 130
HEEDED = ("SIGINT", "SIGTERM", "SIGHUP")
"""What Ctrl-C, a system that shuts down and a window that closes send, as far as a system has them."""
WRITES = "mobcalc.report.files"
"""The module that knows of files that are half written; it is not imported only to learn that there are none."""
_asking = False


def heed_signals() -> None:
    """From now on each signal ends the program, but those that it was started to ignore, as by nohup."""
    for name in HEEDED:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _end)


@contextmanager
def asking() -> Iterator[None]:
    """While somebody is asked: Ctrl-C raises KeyboardInterrupt, so that they can be told that nothing was written."""
    global _asking  # noqa: PLW0603 - a handler of signals takes no arguments of ours
    _asking = True
    try:
        yield
    finally:
        _asking = False


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """What a system ends a program with is taken as an interruption, so that the rows written stay whole."""
    known = [getattr(signal, name) for name in HEEDED if hasattr(signal, name)]
    heeded = [one for one in known if signal.getsignal(one) is not signal.SIG_IGN]
    try:
        before = {one: signal.signal(one, signal.default_int_handler) for one in heeded}
    except ValueError:  # only the first thread of a program may say what signals do
        yield
        return
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _end(number: int, _: FrameType | None) -> None:
    """End the program at once."""
    if _asking and number == signal.SIGINT:
        raise KeyboardInterrupt
    # A second signal would only do the same again, over what was begun.
    for name in HEEDED:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    # While the module is imported it is there without its functions, and nothing is written.
    discard = getattr(sys.modules.get(WRITES), "discard_partial", None)
    if discard is not None:
        discard()
    if sys.stderr is not None:
        with suppress(OSError, ValueError, AttributeError):
            os.write(sys.stderr.fileno(), b"error: interrupted\n")
    os._exit(INTERRUPTED)
