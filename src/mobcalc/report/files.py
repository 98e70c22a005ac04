"""Writing an output: whole or not at all, and never over something that was not meant."""

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from mobcalc.errors import FileExistsAlreadyError, InputError, Problem, ReaderGoneError, input_error

try:
    import fcntl
except ImportError:  # Windows, where nothing that was left is removed
    fcntl = None  # type: ignore[assignment]

TOKEN_BYTES = 8
TOKEN = r"[0-9a-f]{16}"
"""What tells the names of files apart that are being written."""
ROOM = "check that the folder exists and that the disk has room"


def write_text(text: str) -> None:
    """Write a text to standard output, as `write` does.

    Raises:
        InputError: when it cannot be written.
    """
    encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
    write(text.encode(encoding, "backslashreplace"), None, force=False)


def write(data: bytes, target: str | None, force: bool) -> None:
    """Write to a file, or to standard output when `target` is None or '-'.

    A regular file is written under another name beside it and moved into place, so that it is never half there. Without
    `force` one of two processes that write the same file fails. Devices and pipes are written through. Symbolic links
    to files are refused: renaming would replace the link.

    Raises:
        FileExistsAlreadyError: when the target exists and `force` is not set.
        InputError: when it cannot be written.
    """
    if target is not None and not target.strip():
        raise input_error("--output", "", "the name of the file is empty", "give a file name, or - for the screen")
    if target is None or target == "-":
        _to_standard_output(data)
        return
    try:
        _to_path(data, Path(target), force)
    except (OSError, ValueError) as error:
        raise _failed(target, error) from None


def refuse_existing(target: str) -> None:
    """Nothing, where a file would be new.

    Raises:
        FileExistsAlreadyError: where there is one already.
        InputError: where the name can be that of no file.
    """
    path = Path(target)
    try:
        is_there = target != "-" and path.is_file()
    except OSError as error:
        raise _failed(target, error) from None
    if is_there:
        raise _exists(path)


def refuse_unwritable(target: str, *, allows_devices: bool = False) -> None:
    """Nothing, where a file could be put or replaced; for who has still to be asked what goes into it.

    Args:
        target: the name of the file.
        allows_devices: whether devices and pipes will do.

    Raises:
        InputError: for a folder, a symbolic link, or a name in what is no folder.
    """
    path = Path(target)
    try:
        if target != "-" and (path.is_symlink() or not _is_fit(_mode(path), allows_devices)):
            raise input_error(target, "", "this is no regular file", "name the file itself")
        if target != "-" and not path.parent.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "its folder does not exist")
    except (OSError, ValueError) as error:
        raise _failed(target, error) from None


def _is_fit(mode: int | None, allows_devices: bool) -> bool:
    """Whether something of this kind can be written or replaced; None is a new file."""
    return mode is None or (not stat.S_ISDIR(mode) if allows_devices else stat.S_ISREG(mode))


def _to_path(data: bytes, path: Path, force: bool) -> None:
    """Write to what the path leads to, by its kind."""
    mode = _mode(path)
    if mode is None:
        _put_beside(path, data, None, _link if not force else Path.replace)
    elif stat.S_ISDIR(mode):
        raise input_error(str(path), "", "this is a folder", "give a file name")
    elif not stat.S_ISREG(mode):
        _through(path, data)
    elif path.is_symlink():
        raise input_error(str(path), "", "this is a symbolic link", "name the file itself")
    elif not force:
        raise _exists(path)
    else:
        # Only the permissions: a set-user bit would let anybody run what was written as its owner.
        _put_beside(path, data, stat.S_IMODE(mode) & 0o777, Path.replace)


def _exists(path: Path) -> FileExistsAlreadyError:
    what = "the file exists already"
    return FileExistsAlreadyError([Problem(str(path), "", what, "give --force to replace it, or another name")])


def _mode(path: Path) -> int | None:
    """The kind of what the path leads to; None when there is nothing."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise input_error(str(path), "", "this is a symbolic link to nothing", "name the file itself") from None
        return None


def _put_beside(path: Path, data: bytes, mode: int | None, move: Callable[[Path, Path], object]) -> None:
    """Write beside the path, then move onto it."""
    _discard_left(path)
    descriptor, partial = _partial_beside(path)
    # A lock holds until the last descriptor of the file is closed, so that it is still there while the file moves.
    lock = None if fcntl is None else os.dup(descriptor)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        partial.chmod(_usual_mode() if mode is None else mode)
        move(partial, path)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
        _partial.discard(partial)
        if lock is not None:
            os.close(lock)


_partial: set[Path] = set()
"""Files that this process is writing and has not moved into place yet."""


def discard_partial() -> None:
    """Remove what is half written, for who ends the process there and then."""
    for partial in list(_partial):
        with contextlib.suppress(OSError):
            partial.unlink()


def _partial_name(path: Path, token: str) -> str:
    """What a file is called while it is written; long names keep their beginning alone."""
    return f".{path.name[:50]}.mobcalc-{token}"


def _partial_beside(path: Path) -> tuple[int, Path]:
    """A new file beside a path, open and locked, for nobody else to read."""
    while True:
        partial = path.with_name(_partial_name(path, os.urandom(TOKEN_BYTES).hex()))
        _partial.add(partial)
        try:
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except OSError:
            _partial.discard(partial)
            raise
        # Between these two another process may have taken it for one that was left, and removed it.
        if _is_locked(descriptor) is not False and os.fstat(descriptor).st_nlink:
            return descriptor, partial
        os.close(descriptor)
        _partial.discard(partial)


def _is_locked(descriptor: int) -> bool | None:
    """Whether a file is this process's alone until it ends; None where the system has no locks of this kind.

    A lock says more than the number of a process, which another may have by now, or one on another machine.
    """
    if fcntl is None:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _discard_left(path: Path) -> None:
    """Remove what was left beside a path by processes that were killed while they wrote to it."""
    names = re.compile(rf"{re.escape(_partial_name(path, ''))}{TOKEN}")
    with contextlib.suppress(OSError), os.scandir(path.parent) as there:
        for one in there:
            if names.fullmatch(one.name):
                _discard(path.with_name(one.name))


def _discard(left: Path) -> None:
    """Remove a file that was left, unless it is another's who is still writing it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(left, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            if stat.S_ISREG(os.fstat(descriptor).st_mode) and _is_locked(descriptor):
                left.unlink()
        finally:
            os.close(descriptor)


def _link(partial: Path, path: Path) -> None:
    """Give a file its name, unless something has got that name meanwhile."""
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise _exists(path) from None
    except OSError:
        # Some file systems have no links; there the name is taken first, empty, and what is in it follows.
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            raise _exists(path) from None
        partial.replace(path)


def _usual_mode() -> int:
    """The permissions of a new file; the mask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _through(path: Path, data: bytes) -> None:
    """Write to a device or a pipe as it stands."""
    # O_NONBLOCK makes a pipe that nobody reads an error instead of a wait without end.
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        write_whole(descriptor, data)
    finally:
        os.close(descriptor)


def write_whole(descriptor: int, data: bytes) -> None:
    """Write all of it, however little the other end takes at a time."""
    left = memoryview(data)
    while left:
        try:
            left = left[os.write(descriptor, left) :]
        except BlockingIOError:
            import select  # slow readers that want no waiting are rare

            select.select([], [descriptor], [])


def _descriptor() -> int | None:
    """That of standard output; None where something else, such as a notebook, stands in for it."""
    try:
        return sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return None


def _to_standard_output(data: bytes) -> None:
    if sys.stdout is None:
        raise input_error("standard output", "", "it is closed", "write to a file with -o FILE")
    try:
        sys.stdout.flush()
        descriptor = _descriptor()
        if descriptor is None:
            sys.stdout.write(data.decode("utf-8", "replace"))
        else:
            # Python's own layers may give up in the middle, without a word, where the other end is slow or full.
            write_whole(descriptor, data)
    except BrokenPipeError:
        # Under another name, because Typer ends the program at this one.
        raise ReaderGoneError from None
    except OSError as error:
        # What is left in the buffer would fail again when Python ends.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise input_error("standard output", "", f"it cannot be written: {error.strerror}", ROOM) from None


def _failed(target: str, error: OSError | ValueError) -> InputError:
    reason = getattr(error, "strerror", None) or "the name is not a valid path"
    return input_error(target, "", f"it cannot be written: {reason}; nothing was kept", ROOM)
