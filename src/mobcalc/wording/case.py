"""The sentences of `case new`, `case set` and `case show`."""

from collections.abc import Sequence
from typing import Any

from mobcalc.language import mark, say

HEADS = (mark("What"), mark("Value"), mark("From"))
"""The heads of the table of `case show`."""
NOT_SAID = mark("not said; usual")
BOTH_SEXES = mark("both")


def value(given: Any) -> str:
    """What a key says, on one line."""
    if isinstance(given, dict):
        return "{" + ", ".join(f"{key}: {value(item)}" for key, item in given.items()) + "}"
    if isinstance(given, list):
        return ", ".join(map(value, given))
    if isinstance(given, float):
        return f"{given:.10g}"
    return str(given)


def from_where(given_by: str | None) -> str:
    """The file and line, or that the file does not say it."""
    return say(NOT_SAID) if given_by is None else given_by


def written(file: str) -> str:
    """That a new file is there, and what to do with it."""
    return say("{file} is written. Next: mobcalc compare {file}", file=file)


def not_written() -> str:
    """That somebody wanted no file."""
    return say("Nothing was written.")


def unchanged(file: str) -> str:
    """That a file says already what was to be set."""
    return say("{file} says so already; nothing was written.", file=file)


def changed(file: str, parts: Sequence[tuple[str, Any, Any]]) -> str:
    """What became of each key: its name, what stood there, and what stands there now."""
    said = "; ".join(_part(key, before, after) for key, before, after in parts if before != after)
    return say("{file} is changed: {changes}.", file=file, changes=said)


def _part(key: str, before: Any, after: Any) -> str:
    if before is None:
        return say("{key} {value} (new)", key=key, value=value(after))
    if after is None:
        return say("{key} taken out ({before} before)", key=key, before=value(before))
    return say("{key} {value} ({before} before)", key=key, value=value(after), before=value(before))


def basis(file: str) -> str:
    """How to change the case, and how to ask about it."""
    return say("Change it: mobcalc case set {file} wage=19. Ask: mobcalc compare {file}", file=file)
