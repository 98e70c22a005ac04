"""The entry point and the one boundary where errors become messages and exit codes."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import mobcalc
from mobcalc.errors import MobcalcError, Problem

INTERRUPTED = 130
USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run mobcalc; the return value is the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(words)
    except MobcalcError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _complain("error: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader, such as head, has seen enough. Python would complain again when it closes standard output.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(words: list[str]) -> int:
    # Answered before anything is imported: scripts ask for the version in loops.
    if words in (["--version"], ["-V"]):
        sys.stdout.write(f"mobcalc {mobcalc.__version__}\n")
        sys.stdout.flush()
        return 0
    from typer import Exit
    from typer.exceptions import TyperException
    from typer.main import get_command

    from mobcalc.cli.app import app

    try:
        code = get_command(app).main(words, prog_name="mobcalc", standalone_mode=False)
    except Exit as stop:
        return stop.exit_code
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            sys.stdout.write(error.format_message() + "\n")
            sys.stdout.flush()
            return 0
        _complain(str(_usage_problem(error)))
        return USAGE
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _usage_problem(error: BaseException) -> Problem:
    """A usage error in the form of all other errors."""
    from mobcalc.units import nearest

    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "mobcalc"
    message = error.format_message().splitlines()[0].rstrip(".")  # type: ignore[attr-defined]
    option = getattr(error, "option_name", None)
    hint = ""
    if option and context is not None:
        known = [name for parameter in context.command.params for name in parameter.opts if name.startswith("--")]
        hint = nearest(option, known)
        message = f"there is no option {option}"
    return Problem("", "", message[0].lower() + message[1:], hint or f"'{command} -h' shows what it takes")


def _complain(message: str) -> None:
    """Print an error; what the user typed may hold control characters, which a terminal would obey."""
    shown = "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in message)
    encoding = sys.stderr.encoding or "utf-8"
    with suppress(OSError):
        sys.stderr.write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stderr.flush()


def run() -> None:
    """What the `mobcalc` command calls."""
    sys.exit(main())
