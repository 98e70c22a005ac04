"""What many cases share, such as the figures of a place: looked up for the first of them and kept for the others."""

from collections.abc import Callable, Hashable
from typing import Any, TypeAlias

Kept: TypeAlias = Callable[[Hashable, Callable[[], Any]], Any]
"""Gives what was made under a key before, where many cases share it; otherwise makes it."""


def anew(_: Hashable, made: Callable[[], Any]) -> Any:
    """What is made for one case alone."""
    return made()


MOST_KEPT = 64
"""How many things that scenarios share are kept, so that memory does not grow with their number."""


class Memory:
    """What scenarios share, such as local figures: made once, and given up where it was not asked for longest.

    `lasting` is what sees to its size itself, by its name.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[Hashable, Any] = {}
        self.lasting: dict[str, Any] = {}

    def __call__(self, key: Hashable, made: Callable[[], Any]) -> Any:
        """What was made under a key before, or what is made now."""
        if key in self._kept:
            self._kept[key] = self._kept.pop(key)
        else:
            self._kept[key] = made()
            if len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return self._kept[key]
