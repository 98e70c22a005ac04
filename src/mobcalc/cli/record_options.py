"""The options of runs that are recorded or go on from a record, which commands need not know."""

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from mobcalc.cli.runs import FROM, RECORD
from mobcalc.cli.shell_words import records

OPTIONS: dict[str, Any] = {
    FROM: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="RECORD",
            help="Go on from a recorded case; flags win over it.",
            autocompletion=records,
        ),
    ],
    RECORD: Annotated[
        str | None,
        typer.Option("--record", metavar="FILE", help="Write beside the answer all that it takes to repeat it."),
    ],
}


def goes_on(command: Callable[..., int]) -> Callable[..., int]:
    """The command with `--from`."""
    return _with_options(command, (FROM,))


def recorded(command: Callable[..., int]) -> Callable[..., int]:
    """The command with `--from` and `--record`."""
    return _with_options(command, (FROM, RECORD))


def _with_options(command: Callable[..., int], names: Sequence[str]) -> Callable[..., int]:
    """The command with some of the two options, which it need not know."""
    own = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=OPTIONS[name])
        for name in names
    ]
    parameters = list(inspect.signature(command).parameters.values())

    @functools.wraps(command)
    def wrapper(**given: Any) -> int:
        """Run the command, as a run that is known where that is asked for."""
        record, start = given.pop(RECORD, None), given.pop(FROM, None)
        if record is None and start is None:
            return command(**given)
        from mobcalc.cli.recording import known_run

        return known_run(command, given, record, start)

    wrapper.__signature__ = inspect.Signature([*parameters, *own])  # type: ignore[attr-defined]
    return wrapper
