"""The errors mobcalc raises on purpose: one tree, each with the exit code the program ends with."""

from collections.abc import Iterable
from typing import NamedTuple

MOST_SHOWN = 600
"""How long a part of an error may be [characters]."""


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
        text = ": ".join(_short(part) for part in (self.where, self.name, self.what) if part)
        return f"error: {text}" + (f"\n  hint: {_short(self.hint)}" if self.hint else "")


def _short(text: str) -> str:
    """The text on one line, or both ends of one that holds more than anybody reads, such as a file given as a value."""
    short = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN // 2]} ... {text[-MOST_SHOWN // 4 :]}"
    # A value with line ends in it would otherwise be read as further errors.
    return short.replace("\n", "\\n")


UNFIT = {
    "longer_than_life": "training takes {years}, longer than the working life left ({left})",
    "time_out_in_training": "training lasts to {until}, and the time out planned at {out} falls into it",
}
"""Why training does not fit into a working life, by its code: an error, or the reason that a gain is not known."""


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

    def __reduce__(self) -> tuple[type["InputError"], tuple[tuple[Problem, ...]]]:
        """What makes the same error in another process, where Python would take the text for the problems."""
        return type(self), (self.problems,)


class ReaderGoneError(MobcalcError):
    """What reads the output, such as head, has seen enough; nothing is wrong."""

    exit_code = 0


class SomeRefusedError(InputError):
    """Some of many people or scenarios could not be answered; the others were."""

    exit_code = 3


class FileExistsAlreadyError(InputError):
    """The file to write is there already, which a loop over many must be able to tell from wrong input."""

    exit_code = 4


class RowsRefusedError(MobcalcError):
    """Some rows of many were refused; the others are written."""

    exit_code = 3


class StoppedError(MobcalcError):
    """Somebody broke off while they were asked; nothing is wrong, and nothing was written."""

    exit_code = 130


class WorkersLostError(MobcalcError):
    """Those who shared the work are gone, or were lost over the same rows again and again."""


def input_error(where: str, name: str, what: str, hint: str = "") -> InputError:
    """An `InputError` with a single problem."""
    return InputError([Problem(where, name, what, hint)])
