"""Writing an output: whole or not at all, and never over something that was not meant."""

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path

from mobcalc.errors import InputError, input_error

ROOM = "check that the folder exists and that the disk has room"


def write(data: bytes, target: str | None, force: bool) -> None:
    """Write to a file, or to standard output when `target` is None or '-'.

    A regular file is written under another name beside it and renamed, so that it is never half there. Devices and
    pipes are written through. Symbolic links to files are refused: renaming would replace the link.

    Raises:
        InputError: when the target exists and `force` is not set, or cannot be written.
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


def _to_path(data: bytes, path: Path, force: bool) -> None:
    """Write to what the path leads to, by its kind."""
    mode = _mode(path)
    if mode is None:
        _replace(path, data, None)
    elif stat.S_ISDIR(mode):
        raise input_error(str(path), "", "this is a folder", "give a file name")
    elif not stat.S_ISREG(mode):
        _through(path, data)
    elif path.is_symlink():
        raise input_error(str(path), "", "this is a symbolic link", "name the file itself")
    elif not force:
        raise input_error(str(path), "", "the file exists already", "give --force to replace it, or another name")
    else:
        _replace(path, data, stat.S_IMODE(mode))


def _mode(path: Path) -> int | None:
    """The kind of what the path leads to; None when there is nothing."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise input_error(str(path), "", "this is a symbolic link to nothing", "name the file itself") from None
        return None


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    """Write beside the path and rename onto it."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        Path(name).chmod(_usual_mode() if mode is None else mode)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _usual_mode() -> int:
    """The permissions of a new file; the mask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _through(path: Path, data: bytes) -> None:
    """Write to a device or a pipe as it stands."""
    # O_NONBLOCK makes a pipe that nobody reads an error instead of a wait without end.
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def _to_standard_output(data: bytes) -> None:
    if sys.stdout is None:
        raise input_error("standard output", "", "it is closed", "write to a file with -o FILE")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would fail again when Python ends.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise input_error("standard output", "", f"it cannot be written: {error.strerror}", ROOM) from None


def _failed(target: str, error: OSError | ValueError) -> InputError:
    reason = getattr(error, "strerror", None) or "the name is not a valid path"
    return input_error(target, "", f"it cannot be written: {reason}; nothing was kept", ROOM)
