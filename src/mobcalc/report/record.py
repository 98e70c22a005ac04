"""A record of a run as the text of its file."""

import hashlib
from typing import Any

import msgspec

from mobcalc.report.formats.json import encoded
from mobcalc.results.record import RunRecord


def record_text(record: RunRecord) -> str:
    """The JSON of a record, a line for each of its parts, so that a person finds a way in it."""
    parts = msgspec.to_builtins(record)
    return "{\n" + ",\n".join(f"{encoded(name)}: {encoded(part)}" for name, part in parts.items()) + "\n}\n"


def as_written(record: RunRecord) -> RunRecord:
    """A record as somebody reads it who reads its file, with the digits that are written."""
    return msgspec.json.decode(record_text(record), type=RunRecord)


def answer_sha256(answer: dict[str, Any]) -> str:
    """The SHA-256 of an answer's bytes as `--json` prints them.

    Args:
        answer: the whole JSON object, format and version in front.
    """
    return hashlib.sha256(f"{encoded(answer, indent=2)}\n".encode()).hexdigest()
