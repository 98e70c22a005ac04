"""The file that a long run writes: whole chunks one after another, so that what is there can be gone on with.

Rows go to a file beside each one asked for, with a note of how far they go; when all are there it takes the name.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from mobcalc.errors import FileExistsAlreadyError, InputError, Problem, input_error
from mobcalc.report.files import refuse_existing, refuse_unwritable
from mobcalc.report.roster_rows import write_parquet

PART, NOTE = ".partial", ".progress"
"""What stands behind the name of the file for the rows so far, and for how far they go."""


class Progress(Struct):
    """How far a run has come.

    `question` is the checksum of what was asked. `rows` of the input are done; `sizes` has how long each file is then
    [bytes]. `state` is what else has to be known to go on.
    """

    question: str
    rows: int = 0
    sizes: list[int] = []
    state: dict[str, Any] = {}


class Work:
    """A run that writes rows to one file, and perhaps others to a second."""

    def __init__(self, target: str, beside: str | None, question: str, *, resume: bool, force: bool) -> None:
        """Begin, or go on where an earlier run has stopped.

        Args:
            target: the file asked for.
            beside: a second file, such as one of errors.
            question: the checksum of what is asked.
            resume: whether an earlier run is gone on with.
            force: whether files that are there are replaced.

        Raises:
            InputError: where a file is in the way, or another question was asked.
        """
        self.target, self.beside, self.force = Path(target), None if beside is None else Path(beside), force
        self.part, self.note = Path(target + PART), Path(target + NOTE)
        self.new_note = Path(f"{self.note}.new")
        self.part_beside = None if beside is None else Path(beside + PART)
        self.progress = Progress(question)
        named = [target] if beside is None else [target, beside]
        for name in named:
            refuse_unwritable(name)
        if resume and self.note.is_file():
            self._go_on(question)
        else:
            self._begin(named, resume=resume)

    def _begin(self, named: list[str], *, resume: bool) -> None:
        """Make the files, empty.

        Raises:
            InputError: where one is in the way.
        """
        # A run that ended before its first note has left nothing in it.
        left = self.part if self.part.exists() else self.note
        is_new = not left.exists() or (resume and not left.stat().st_size)
        if not is_new and not self.force:
            what = "an earlier run was interrupted and has left its rows"
            hint = "add --resume to go on with it, or --force to begin anew"
            if resume:
                what, hint = f"how far the earlier run came is not known without {self.note}", "begin anew with --force"
            raise FileExistsAlreadyError([Problem(str(left), "", what, hint)])
        for name in [] if self.force else named:
            refuse_existing(name)
        # What an earlier run noted holds for its own rows alone.
        self.note.unlink(missing_ok=True)
        for path in self.files:
            self._write(path, b"", "wb")
        self._keep()

    @property
    def files(self) -> list[Path]:
        """The files that grow."""
        return [self.part] if self.part_beside is None else [self.part, self.part_beside]

    def _go_on(self, question: str) -> None:
        """Cut files to what an earlier run had done for certain."""
        try:
            found = msgspec.json.decode(self.note.read_bytes(), type=Progress)
        except (msgspec.DecodeError, msgspec.ValidationError):
            raise input_error(str(self.note), "", "it is not what a run leaves", "begin anew with --force") from None
        if found.question != question or len(found.sizes) != len(self.files):
            what = "the earlier run was asked something else, or of another file or version"
            raise input_error(str(self.note), "", what, "ask the same, or begin anew with --force")
        self.progress = found
        for path, name, size in zip(self.files, (self.target, self.beside), found.sizes, strict=False):
            if not (path.is_file() and path.stat().st_size >= size) and not _is_named(path, name, size):
                raise input_error(str(path), "", "what the earlier run had written is gone", "begin anew with --force")
        self._cut()

    def _cut(self) -> None:
        for path, size in zip(self.files, self.progress.sizes, strict=True):
            # One that has its name already is whole.
            if path.is_file():
                os.truncate(path, size)

    def add(self, rows: int, data: bytes, beside: bytes, state: Mapping[str, Any]) -> None:
        """Write what some rows of the input have come to, all of it or nothing.

        Args:
            rows: of the input that are done with it, from the first on.
            data: for the file asked for.
            beside: for the second file.
            state: what else has to be known to go on.

        Raises:
            InputError: where there is no room; whole chunks are kept.
        """
        for path, more in zip(self.files, (data, beside), strict=False):
            self._write(path, more, "ab")
        self.progress = Progress(self.progress.question, rows, [], dict(state))
        self._keep()

    def _write(self, path: Path, data: bytes, mode: str) -> None:
        try:
            with path.open(mode) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._full(path, error) from None

    def _keep(self) -> None:
        """Note how far the files go; the note is whole or the one before."""
        self.progress.sizes = [path.stat().st_size for path in self.files]
        try:
            self.new_note.write_bytes(msgspec.json.encode(self.progress))
            self.new_note.replace(self.note)
        except OSError as error:
            raise self._full(self.new_note, error) from None

    def _full(self, path: Path, error: OSError) -> InputError:
        """The error that something cannot be written, the files cut to what is whole."""
        where, what = str(path), f"it cannot be written: {error.strerror}"
        if self.note.is_file():
            self.progress = msgspec.json.decode(self.note.read_bytes(), type=Progress)
            self._cut()
        if not self.note.is_file() or not self.progress.rows:
            return input_error(where, "", f"{what}; nothing was kept", "make room, or name another folder")
        kept = f"the first {self.progress.rows:,} rows of the input are whole in {self.part}"
        return input_error(where, "", f"{what}; {kept}", "make room and add --resume")

    def drop(self, *, keeps_second: bool = False) -> None:
        """Leave nothing of the rows, where there are none.

        Args:
            keeps_second: whether the second file is given its name.

        Raises:
            InputError: where that cannot be done.
        """
        if keeps_second:
            self._name_second()
        for path in (*self.files, self.note, self.new_note):
            path.unlink(missing_ok=True)

    def _name_second(self) -> None:
        """Give the second file its name, if there is one that has not got it.

        Raises:
            InputError: where that cannot be done.
        """
        if self.beside is None or self.part_beside is None or not self.part_beside.is_file():
            return
        try:
            self.part_beside.replace(self.beside)
        except OSError as error:
            raise self._full(self.beside, error) from None

    def finish(self, *, is_parquet: bool) -> None:
        """Give the rows their name, as far as an earlier run has not; wherever it stops, it can be gone on with.

        Raises:
            InputError: where that cannot be done; the rows are kept.
        """
        self._name_second()
        try:
            if self.part.is_file():
                self._name_rows(is_parquet=is_parquet)
        except OSError as error:
            raise self._full(self.target, error) from None

    def forget(self) -> None:
        """Leave no note of how far a run has come that is at its end."""
        for path in (self.new_note, self.note):
            path.unlink(missing_ok=True)

    def _name_rows(self, *, is_parquet: bool) -> None:
        if not is_parquet:
            self.part.replace(self.target)
            return
        whole = Path(f"{self.part}.parquet")
        try:
            write_parquet(self.part, whole)
            whole.replace(self.target)
        finally:
            whole.unlink(missing_ok=True)
        self.part.unlink()


def _is_named(path: Path, name: Path | None, size: int) -> bool:
    """Whether a file of rows, so long [bytes], was given its name already: by a run that ended before it said so."""
    if path.exists() or name is None or not name.is_file():
        return False
    return name.suffix.lower() == ".parquet" or name.stat().st_size == size
