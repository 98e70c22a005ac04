"""Collecting what is wrong, up to so many problems: who has that many mends them first."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from mobcalc.errors import Problem

MOST = 50
"""A hint at what was meant takes milliseconds, so that no file may have thousands of them looked for."""


class _EnoughError(Exception):
    """One problem more than are collected; caught where collecting began."""


class Problems(list[Problem]):
    """A list of problems that is full at so many; a further one ends `collecting`."""

    def __init__(self, most: int) -> None:
        """Start without any."""
        super().__init__()
        self.most = most

    def append(self, problem: Problem) -> None:
        """Add a problem."""
        if len(self) >= self.most:
            raise _EnoughError
        super().append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems one by one, so that those which are not collected need not be worked out."""
        for problem in problems:
            self.append(problem)


@contextmanager
def collecting(most: int = MOST) -> Iterator[Problems]:
    """A list to collect problems in; once it is full, the rest of the block is left out and the list says so."""
    problems = Problems(most)
    try:
        yield problems
    except _EnoughError:
        what = f"there are more problems than these {most}"
        list.append(problems, Problem("", "", what, "mend these first; then the others are named"))


def first(problems: Iterable[Problem]) -> list[Problem]:
    """The first problems, one more than are collected, so that it is known that there are more."""
    return list(islice(problems, MOST + 1))


def last_given(touched: dict[str, str], *names: str) -> str:
    """Where the user last gave something of the first of these names of which anything was given."""
    for prefix in names:
        for name, where in reversed(touched.items()):
            if name == prefix or name.startswith(f"{prefix}."):
                return where
    return ""
