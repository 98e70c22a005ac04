"""A tree of texts with their places, as files and flags give them.

Nothing is guessed from a text: whether `NO` is Norway, a boolean or an error is decided by the schema field
that it is meant for.
"""

from typing import TypeAlias


class Scalar:
    """A single value as written; `quoted` tells `"3"` from `3`."""

    __slots__ = ("quoted", "text", "where")

    def __init__(self, text: str, quoted: bool, where: str) -> None:
        """Keep the text and its place."""
        self.text = text
        self.quoted = quoted
        self.where = where

    def is_null(self) -> bool:
        """Whether nothing was written."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


class Listing:
    """A YAML list."""

    __slots__ = ("items", "where")

    def __init__(self, where: str) -> None:
        """Start with no items."""
        self.items: list[Node] = []
        self.where = where


class Mapping:
    """A YAML mapping; `where` is its first line, `lines` the place of each key."""

    __slots__ = ("items", "lines", "where")

    def __init__(self, where: str) -> None:
        """Start with no items."""
        self.items: dict[str, Node] = {}
        self.lines: dict[str, str] = {}
        self.where = where


Node: TypeAlias = Scalar | Listing | Mapping
