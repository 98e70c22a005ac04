"""A file that grows by whole lines, whatever happens on the way; a disk that fills up or a signal leaves whole ones."""

import contextlib
import os
import stat
from pathlib import Path
from types import TracebackType

from mobcalc.errors import InputError, ReaderGoneError, input_error
from mobcalc.report.files import ROOM, refuse_existing, refuse_unwritable, write, write_whole

ANOTHER = "wait for it, or name another file"


class GrowingFile:
    """Where lines go, chunk by chunk: a regular file, a device or a pipe, or standard output."""

    def __init__(self, target: str | None, *, force: bool = False, end: int | None = None) -> None:
        """Open a file.

        Args:
            target: its name; None or '-' for standard output.
            force: whether what is in a regular file is replaced.
            end: where a regular file that is there is gone on with [bytes]; None to begin a new one.

        Raises:
            FileExistsAlreadyError: where there is one, and it is neither to be replaced nor to be gone on with.
            InputError: where it cannot be written.
        """
        self.name = target or "-"
        self._descriptor: int | None = None
        self._end: int | None = None
        if self.name == "-":
            return
        path = Path(self.name)
        if not _is_through(path):
            refuse_unwritable(self.name)
            if end is None and not force:
                refuse_existing(self.name)
        try:
            self._descriptor, self._end = _opened(path, end, force=force)
        except FileExistsError:
            refuse_existing(self.name)
            raise
        except OSError as error:
            raise input_error(self.name, "", f"it cannot be written: {error.strerror}", ROOM) from None

    def __enter__(self) -> "GrowingFile":
        """The file itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)

    def add(self, text: str, encoding: str = "utf-8") -> None:
        """Add whole lines; where not all of them can be written, none is.

        Raises:
            InputError: where they cannot be written, such as on a full disk.
        """
        data = text.encode(encoding, "backslashreplace")
        if self._descriptor is None:
            write(data, None, force=False)
            return
        try:
            write_whole(self._descriptor, data)
        except BaseException as error:
            self._take_back()
            if isinstance(error, BrokenPipeError):
                raise ReaderGoneError from None
            if isinstance(error, OSError):
                raise self._failed(error) from None
            raise
        if self._end is not None:
            self._end += len(data)

    def _take_back(self) -> None:
        """Cut off what was written of the last lines."""
        if self._end is not None and self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self._end)

    @property
    def keeps_rows(self) -> bool:
        """Whether rows stay where they were written, so that they can be gone on with: not on a device or a screen."""
        return self._end is not None

    def _failed(self, error: OSError) -> InputError:
        what = f"it cannot be written: {error.strerror}"
        if not self.keeps_rows:
            return input_error(self.name, "", what, "name a file; one can be gone on with")
        hint = "make room; the same command with --resume goes on"
        return input_error(self.name, "", f"{what}; the rows before are whole", hint)


def _is_through(path: Path) -> bool:
    """Whether a path leads to a device or a pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _opened(path: Path, end: int | None, *, force: bool) -> tuple[int, int | None]:
    """The descriptor of a file, and where its next line goes; None where nothing can be taken back."""
    if _is_through(path):
        return os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)), None
    new = os.O_CREAT if force or end is not None else os.O_CREAT | os.O_EXCL
    descriptor = os.open(path, os.O_WRONLY | new, 0o666)
    try:
        _lock(descriptor, path)
        os.ftruncate(descriptor, end or 0)
        os.lseek(descriptor, 0, os.SEEK_END)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, end or 0


def _lock(descriptor: int, path: Path) -> None:
    """Take a file for this process alone, where the system can do that.

    Raises:
        InputError: where another process has it.
    """
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise input_error(str(path), "", "another process is writing to it", ANOTHER) from None
    except OSError:
        return  # Some file systems have no locks.
