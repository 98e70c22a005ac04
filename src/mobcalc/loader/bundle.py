"""The assumptions shipped with mobcalc, from a compiled copy when it is up to date, otherwise from the YAML."""

import hashlib
from pathlib import Path

import msgspec

from mobcalc.errors import InputError, Problem
from mobcalc.loader.files import bundled_folder, yaml_files
from mobcalc.loader.packing import packed, unpacked
from mobcalc.loader.studies import with_measured
from mobcalc.schema import Records

PACKAGE = Path(__file__).resolve().parents[1]
COMPILED = PACKAGE / "bundled.msgpack"
CODE = ("characters.py", "errors.py", "household_types.py", "units.py", "loader/*.py", "schema/*.py")
"""The modules that make the copy, so that it is not taken for theirs once one of them has changed."""
CHECKSUM_LENGTH = 32
"""Bytes at the start of the copy that say what it was made from, and what it holds."""


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
    """The assumptions in the compiled copy; None if there is none, if it is damaged, or if it is not of these files."""
    try:
        data = COMPILED.read_bytes()
    except OSError:
        return None
    payload = data[CHECKSUM_LENGTH:]
    if data[:CHECKSUM_LENGTH] != checksum(folder, payload):
        return None
    try:
        return unpacked(payload)
    except (AttributeError, LookupError, TypeError, ValueError, msgspec.DecodeError):
        return None  # packed by another version of msgspec, perhaps


def from_yaml(folder: Path) -> Records:
    """The assumptions of a folder that stands by itself, read from its YAML files.

    Raises:
        InputError: with all the problems of the folder.
    """
    from mobcalc.loader.layer_stack import Stack

    problems: list[Problem] = []
    stack = Stack(None, problems)
    stack.add_path(str(folder), "bundled")
    stack.check()
    if problems:
        raise InputError(problems)
    return with_measured(stack.assumptions, {})


def checksum(folder: Path, payload: bytes) -> bytes:
    """The SHA-256 of the YAML files of a folder, of the code that reads them, and of what they were made into."""
    digest = hashlib.sha256(payload)
    for module in (module for pattern in CODE for module in sorted(PACKAGE.glob(pattern))):
        digest.update(module.read_bytes())
    for file in yaml_files(folder):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.digest()


def compiled_copy(folder: Path) -> bytes:
    """The compiled copy of a folder of assumptions, as the build writes it to `COMPILED`."""
    payload = packed(from_yaml(folder))
    return checksum(folder, payload) + payload
