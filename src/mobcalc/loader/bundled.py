"""The assumptions shipped with mobcalc, from a compiled copy when it is up to date, otherwise from the YAML."""

import hashlib
import pickle
from pathlib import Path

from mobcalc import schema
from mobcalc.errors import InputError, Problem
from mobcalc.loader.files import bundled_folder, yaml_files
from mobcalc.schema import Records

COMPILED = Path(__file__).resolve().parents[1] / "bundled.pickle"


CHECKSUM_LENGTH = 64
"""Characters at the start of the copy that say what it was made from."""


def bundled() -> Records:
    """The bundled assumptions.

    Raises:
        InputError: when the YAML files beside the package have been edited into something wrong.
    """
    folder = bundled_folder()
    if not folder.is_dir():
        raise InputError([Problem(str(folder), "", "the bundled assumptions are missing", "install mobcalc again")])
    return compiled(folder) or from_yaml(folder)


def compiled(folder: Path) -> Records | None:
    """The assumptions in the compiled copy; None if there is none, or if it is not of these files."""
    try:
        data = COMPILED.read_bytes()
        if data[:CHECKSUM_LENGTH] != checksum(folder).encode():
            return None
        # It comes with the package and is trusted as its modules are; read in a tenth of the time of a checked format.
        found: Records = pickle.loads(data[CHECKSUM_LENGTH:])
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return found


def from_yaml(folder: Path) -> Records:
    """The assumptions of a folder that stands by itself, read from its YAML files.

    Raises:
        InputError: with all the problems of the folder.
    """
    from mobcalc.loader.stack import Stack

    problems: list[Problem] = []
    stack = Stack(None, problems)
    stack.add_path(str(folder), "bundled")
    stack.check()
    if problems:
        raise InputError(problems)
    return stack.assumptions


def checksum(folder: Path) -> str:
    """The SHA-256 of the YAML files of a folder and of the schema that reads them."""
    digest = hashlib.sha256()
    for module in sorted(Path(schema.__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    for file in yaml_files(folder):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def compiled_copy(folder: Path) -> bytes:
    """The compiled copy of a folder of assumptions, as the build writes it to `COMPILED`."""
    return checksum(folder).encode() + pickle.dumps(from_yaml(folder), protocol=5)
