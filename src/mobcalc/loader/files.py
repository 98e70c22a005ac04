"""Reading the files a user names: only regular ones, only small ones, only UTF-8 text."""

import os
import stat
from pathlib import Path

from mobcalc.errors import Problem
from mobcalc.loader.texts import current

MAX_BYTES = 1 << 20
SUFFIXES = (".yaml", ".yml")
OF_ONE = ("pathways", "studies")
"""The folders inside one of assumptions in which every file is of one pathway or one study."""


def text_of(path: Path, shown: str, problems: list[Problem]) -> str | None:
    """The text of a YAML file, or None with the reason added to `problems`."""
    texts = current()
    if texts is None:
        return _on_disk(path, shown, problems)
    held = texts.of(path)
    if held is None and texts.is_whole and not _is_bundled(path):
        problems.append(Problem(shown, "", "the record does not hold this file", "record the run again"))
        return None
    text = _on_disk(path, shown, problems) if held is None else _decoded(held.encode(), shown, problems)
    if text is not None and not _is_bundled(path):
        texts.read[str(path)] = text
    return text


def _is_bundled(path: Path) -> bool:
    """Whether a file is one of the assumptions that come with mobcalc."""
    return path.is_relative_to(bundled_folder())


def _with_other_ending(shown: str) -> str:
    """What to do where a file is not there: name the one that differs in how YAML files end, if there is one."""
    for ending, other in ((".yml", ".yaml"), (".yaml", ".yml")):
        if shown.endswith(ending) and Path(named := shown.removesuffix(ending) + other).is_file():
            return f"did you mean {named}?"
    return "check the name and the folder you are in"


def _on_disk(path: Path, shown: str, problems: list[Problem]) -> str | None:
    """The text of a file on the disk, or None with the reason added to `problems`."""
    try:
        data = bytes_of(path)
    except (OSError, ValueError) as error:
        problems.append(Problem(shown, "", unreadable(error), _with_other_ending(shown)))
        return None
    if data is None:
        what = "this is not a regular file"
        problems.append(Problem(shown, "", what, "name a file on disk, not a folder, a device or a pipe"))
        return None
    return _decoded(data, shown, problems)


def bytes_of(path: Path, most: int = MAX_BYTES) -> bytes | None:
    """What is in a regular file, up to one byte more than may be read; None for anything else."""
    # O_NONBLOCK so that opening a FIFO nobody writes to does not wait for ever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most + 1)
    finally:
        os.close(descriptor)


def _decoded(data: bytes, shown: str, problems: list[Problem]) -> str | None:
    """The text that the bytes of a file stand for."""
    if len(data) > MAX_BYTES:
        problems.append(
            Problem(shown, "", "the file is larger than 1 MiB", "split it, or leave out what is not an assumption")
        )
        return None
    if b"\0" in data:
        problems.append(
            Problem(shown, "", "the file contains a NUL byte, so it is not a text", "save it as UTF-8 text")
        )
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.append(Problem(f"{shown}:{line}", "", "the file is not in UTF-8", "save it with the encoding UTF-8"))
        return None


def unreadable(error: OSError | ValueError) -> str:
    """Why a path cannot be read, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be read: {error.strerror}"
    return "it cannot be read: the name is not a valid path"


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder of assumptions: those directly in it, then its pathways and studies, by name."""
    folders = [folder, *(inside for name in OF_ONE if (inside := folder / name).is_dir())]
    files = [f for one in folders for f in one.iterdir() if f.suffix.lower() in SUFFIXES]
    return sorted(files, key=lambda f: (f.parent != folder, f.name))


def bundled_folder() -> Path:
    """The folder of the assumptions shipped with mobcalc.

    Installed from a wheel it lies inside the package; in a checkout two folders further up.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "assumptions"
    return inside if inside.is_dir() else package.parents[1] / "assumptions"


def shipped_ids(folder: str) -> list[str]:
    """The ids of the files in a folder shipped beside the assumptions, sorted."""
    there = bundled_folder() / folder
    return sorted(file.stem for file in there.glob("*.yaml")) if there.is_dir() else []


def shipped_or_own(asked: str, folder: str) -> tuple[Path, str] | None:
    """The file of an id, or the one that is named, and how it is called in messages; None where it is neither.

    Args:
        asked: the id of a shipped file, or the name of one of the user's own.
        folder: where shipped ones lie beside the assumptions.
    """
    if asked in shipped_ids(folder):
        return bundled_folder() / folder / f"{asked}.yaml", f"assumptions/{folder}/{asked}.yaml"
    return (Path(asked), asked) if Path(asked).suffix.lower() in SUFFIXES else None


def is_among(file: str, read: str) -> bool:
    """Whether a file is one that is read, be it by another name or in a folder, or would be read the next time."""
    try:
        folder = Path(read)
        if not folder.is_dir():
            return _is_same(Path(file), folder)
        if any(_is_same(Path(file), one) for one in yaml_files(folder)):
            return True
        parents = [one for one in (folder, *(folder / name for name in OF_ONE)) if _is_same(Path(file).parent, one)]
        return bool(parents) and Path(file).suffix.lower() in SUFFIXES
    except (OSError, ValueError):
        return False  # what cannot be read, or written, is said where that is tried


def is_shipped(file: str) -> bool:
    """Whether a file is there and came with mobcalc: code, assumptions, or tables and stores beside them."""
    try:
        real = Path(os.path.realpath(file))
        shipped = (Path(__file__).parents[1], bundled_folder())
        return real.is_file() and any(real.is_relative_to(os.path.realpath(folder)) for folder in shipped)
    except (OSError, ValueError):
        return False  # as above


def _is_same(file: Path, other: Path) -> bool:
    if file.exists() and other.exists():
        return file.samefile(other)
    return os.path.realpath(file) == os.path.realpath(other)
