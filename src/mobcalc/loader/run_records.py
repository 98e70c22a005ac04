"""Records of runs as files: read strictly, since what is in one is run again and believed.

A file of moderate size, JSON in UTF-8, every key known and given once, every number finite.
"""

import json
import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from mobcalc.errors import input_error
from mobcalc.loader.files import bytes_of, unreadable
from mobcalc.results.record import RECORD, Answered, ClientAnswer, Recordable, RunRecord

MOST_BYTES = 3 << 20
"""The largest file that is read; a run of five clients with every pathway takes half of it."""
COMPARE: Recordable = "compare"
OF_COMPARE = ("pathways", "scenario")
"""What other commands' answers call by the same names and mean otherwise."""
HINT = "give a file that --record wrote"
HINT_PLAIN = "give files that --record wrote, or what 'compare --json' printed"
MOST_DIGITS = 20
"""So many characters has the longest whole number, a sign among them."""
MOST_LEVELS = 40
"""So deep lies nothing in a record; an answer has a dozen levels."""
NO_BRACKETS = bytes(one for one in range(256) if one not in b"[]{}")
_T = TypeVar("_T")


class _RefusedError(Exception):
    """Why a text is no record; caught where the file is known."""


def run_record(file: str) -> RunRecord:
    """The record in a file.

    Raises:
        InputError: for a file that cannot be read or is no record.
    """
    try:
        found = _content(_data(file))
        if not isinstance(found, dict) or "record" not in found:
            raise _RefusedError("this is no record of a run")
        return _record(found)
    except _RefusedError as refused:
        raise input_error(file, "", str(refused), HINT) from None


def answered(file: str) -> Answered:
    """What a file holds that can be set beside another: a record, or the plain JSON of `compare`.

    Raises:
        InputError: for a file that cannot be read or is neither.
    """
    try:
        found = _content(_data(file))
        if isinstance(found, dict) and "record" in found:
            return _answered(file, _record(found))
        if not isinstance(found, dict) or "format" not in found:
            raise _RefusedError("this is no record of a run")
        if "ranking" not in found and "cases" not in found:
            raise _RefusedError("of answers without a record only those of 'compare' can be set beside each other")
        return Answered(file, COMPARE, None, found, _clients(found, COMPARE))
    except _RefusedError as refused:
        raise input_error(file, "", str(refused), HINT_PLAIN) from None


def answered_in(record: RunRecord, file: str) -> Answered:
    """The answer in a record.

    Raises:
        InputError: where it is none of its command.
    """
    try:
        return _answered(file, record)
    except _RefusedError as refused:
        raise input_error(file, "", str(refused), HINT) from None


def _answered(file: str, record: RunRecord) -> Answered:
    return Answered(file, record.command, record, record.answer, _clients(record.answer, record.command))


def _clients(answer: dict[str, Any], command: str) -> list[ClientAnswer]:
    """The answers of all clients, or the one there is; pathways have figures of their own in `compare` alone.

    Raises:
        _RefusedError: where one has another form than answers have.
    """
    several = answer.get("cases")
    parts = [answer] if several is None else several
    if not isinstance(parts, list) or not parts or not all(isinstance(part, dict) for part in parts):
        raise _RefusedError("this is no record of a run: it has no answer")
    left_out = () if command == COMPARE else OF_COMPARE
    return [_shaped({n: value for n, value in part.items() if n not in left_out}, ClientAnswer) for part in parts]


def _data(file: str) -> bytes:
    """What is in a file, as far as it may be read.

    Raises:
        InputError: where it cannot be read.
    """
    try:
        data = bytes_of(Path(file), MOST_BYTES) if file.strip() else b""
    except (OSError, ValueError) as error:
        raise input_error(file, "", unreadable(error), "check the name and the folder you are in") from None
    if data is None:
        hint = "name a file on disk, not a folder, a device or a pipe"
        raise input_error(file, "", "this is not a regular file", hint)
    if len(data) > MOST_BYTES:
        raise _RefusedError(f"the file is larger than {MOST_BYTES >> 20} MiB, so it is no record")
    return data


def _content(data: bytes) -> Any:
    """The JSON in a file, every key given once.

    Raises:
        _RefusedError: saying why it is none.
    """
    try:
        if _is_deep(data):
            raise _RefusedError("its brackets are nested too deeply")
        found = msgspec.json.decode(data)
        # Of two equal keys a reader of JSON takes the last; who reads the file may have seen the first.
        json.loads(data, object_pairs_hook=_once, parse_int=_whole)
    except msgspec.DecodeError as error:
        raise _RefusedError(f"this is no JSON: {error}") from None
    except ValueError as error:
        raise _RefusedError(f"this is no JSON: {error}") from None
    return found


def _is_deep(data: bytes) -> bool:
    """Whether brackets are nested more deeply than in any answer: each pass takes the innermost pairs away."""
    left = re.sub(rb'"(?:[^"\\]|\\.)*"', b"", data).translate(None, NO_BRACKETS)
    for _ in range(MOST_LEVELS):
        if not left:
            return False
        left = left.replace(b"[]", b"").replace(b"{}", b"")
    # Brackets that are never closed are no JSON, which is said where it is read, but too many of them are not read.
    return b"[]" in left or b"{}" in left or len(left) > MOST_LEVELS


def _once(pairs: list[tuple[str, Any]]) -> None:
    """Nothing, where every key of an object is given once.

    Raises:
        _RefusedError: naming one that is given twice.
    """
    names = {name for name, _ in pairs}
    if len(names) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise _RefusedError(f"the key '{twice}' is given twice")


def _whole(text: str) -> None:
    """Nothing, for a whole number that a computer can work with.

    Raises:
        _RefusedError: for one that is larger.
    """
    if len(text) > MOST_DIGITS:
        raise _RefusedError(f"a number in it has {len(text):,} digits")


def _record(found: dict[str, Any]) -> RunRecord:
    """The record that a JSON object is.

    Raises:
        _RefusedError: saying which part of it is wrong.
    """
    number = found["record"]
    if isinstance(number, int) and number > RECORD:
        raise _RefusedError(f"it is a record of format {number}, and this version reads {RECORD}")
    if number is True or number != RECORD:
        raise _RefusedError(f"there is no record format {str(number)[:20]}")
    return _shaped(found, RunRecord)


def _shaped(found: dict[str, Any], shape: type[_T]) -> _T:
    """A JSON object as what it should be.

    Raises:
        _RefusedError: saying which part of it is something else.
    """
    try:
        return msgspec.convert(found, shape)
    except msgspec.ValidationError as error:
        raise _RefusedError(f"this is no record of a run: {error}") from None
