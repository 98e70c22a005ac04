"""The errors mobcalc raises on purpose: one tree, each with the exit code the program ends with."""

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong with what the user gave, and what to do about it.

    `where` is the file and line or the flag, `name` the dotted name of the value; either may be empty.
    """

    where: str
    name: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        """The error as printed: one line, then a hint on its own line."""
        text = ": ".join(part for part in (self.where, self.name, self.what) if part)
        return f"error: {text}" + (f"\n  hint: {self.hint}" if self.hint else "")


class MobcalcError(Exception):
    """The base of every error raised on purpose."""

    exit_code = 1


class InputError(MobcalcError):
    """Something the user gave cannot be used; holds every problem found, not only the first."""

    exit_code = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order they were found."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def input_error(where: str, name: str, what: str, hint: str = "") -> InputError:
    """An `InputError` with a single problem."""
    return InputError([Problem(where, name, what, hint)])
