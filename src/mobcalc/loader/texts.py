"""Where the texts of a user's files come from: the disk, or a record of a run that holds them.

One for the whole process, as the language spoken is: a run reads its files in one way from beginning to end.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class Texts:
    """The texts that are held, by the names of the files, and those that were read.

    Args:
        held: what stands in the place of files on the disk; None where nothing does.
        environment: the file or folder of assumptions that is read without being named, where texts are held.
        is_whole: whether nothing but what is held is read, as where a run is repeated.
    """

    def __init__(
        self, held: Mapping[str, str] | None = None, environment: str | None = None, *, is_whole: bool = False
    ) -> None:
        self.is_recorded = held is not None
        self.held = dict(held or {})
        self.environment = environment
        self.is_whole = is_whole
        self.read: dict[str, str] = {}

    def of(self, path: Path) -> str | None:
        """The text that is held under a name; None where none is."""
        return self.held.get(str(path))

    def within(self, folder: Path) -> list[Path]:
        """The files that are held under the name of a folder, in the order in which they were read."""
        return [Path(name) for name in self.held if name.startswith(f"{folder}/")]


class _Reading:
    """What is read from in this process."""

    texts: Texts | None = None


def current() -> Texts | None:
    """The texts of the run, where they are held or kept; None where files are read and forgotten."""
    return _Reading.texts


@contextmanager
def reading(texts: Texts) -> Iterator[None]:
    """What is read within comes from these texts, and is kept in them."""
    before = _Reading.texts
    _Reading.texts = texts
    try:
        yield
    finally:
        _Reading.texts = before
