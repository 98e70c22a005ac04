"""The entry point and the one boundary where errors become messages and exit codes."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from io import StringIO

import mobcalc
from mobcalc.characters import visible
from mobcalc.cli.interruption import INTERRUPTED
from mobcalc.errors import InputError, MobcalcError, Problem, ReaderGoneError, input_error

USAGE = 2
ASKS_FOR_HELP = {"-h", "--help", "--show-completion"}
COMPLETION = "_MOBCALC_COMPLETE"
"""What a shell sets to ask Typer how a word may go on."""
BASH_WORDS = "COMP_WORDS"
SHELL_WORDS = "_TYPER_COMPLETE_ARGS"
"""What Bash and other shells set to the command line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run mobcalc; the return value is the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(words)
    except (ReaderGoneError, BrokenPipeError):
        _discard_output()
        return 0
    except MobcalcError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _complain("error: interrupted")
        return INTERRUPTED
    except OSError as error:
        # Help and the version are written where no command is there to catch a full disk.
        _discard_output()
        where = error.filename if isinstance(error.filename, str) else "standard output"
        _complain(str(Problem(where, "", f"it cannot be used: {error.strerror}", "check that it exists and has room")))
        return USAGE


def _discard_output() -> None:
    """Send what is left in the buffers nowhere; Python would complain about it again when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str) -> None:
    if sys.stdout is None:
        raise InputError([Problem("standard output", "", "it is closed")])
    from mobcalc.report.files import write_text

    write_text(text)


def _run(words: list[str]) -> int:
    # Answered before anything is imported: scripts ask for the version in loops.
    if words in (["--version"], ["-V"]):
        _say(f"mobcalc {mobcalc.__version__}\n")
        return 0
    if COMPLETION in os.environ:
        return _help(words, _typed())
    if ASKS_FOR_HELP & set(words) or words[:1] == ["help"]:
        return _help(words, words)
    return _answered(words, words)


def _typed() -> list[str]:
    """The words after the program's name of a command line that a shell completes, as far as they are typed."""
    line = os.environ.get(BASH_WORDS) or os.environ.get(SHELL_WORDS) or ""
    return line.split()[1:]


def _help(words: list[str], typed: list[str]) -> int:
    """What Typer prints as help or to complete a word, written whole or not at all, as all other output is.

    Args:
        words: the arguments of the program.
        typed: the words that say which command it is about.
    """
    if sys.stdout is None:
        _say("")
    text = StringIO()
    with redirect_stdout(text):
        code = _answered(words, typed)
    _say(text.getvalue())
    return code


def _answered(words: list[str], typed: list[str]) -> int:
    from typer import BadParameter, Exit
    from typer.main import get_command

    from mobcalc.cli.app import application

    try:
        code = get_command(application(typed)).main(words, prog_name="mobcalc", standalone_mode=False)
    except Exit as stop:
        return stop.exit_code
    except SystemExit as stop:
        # So ends what completes words; what it printed is not written yet.
        return stop.code if isinstance(stop.code, int) else 0
    except _usage_error(BadParameter) as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            _say(error.format_message() + "\n")  # type: ignore[attr-defined]
            return 0
        _complain(str(_usage_problem(error)))
        return USAGE
    if code == INTERRUPTED:
        # So Typer ends what is interrupted, without a word.
        raise KeyboardInterrupt
    if sys.stdout is not None:
        sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _usage_error(bad_parameter: type[Exception]) -> type[Exception]:
    """The base of Typer's usage errors, which lies in another module from one version of Typer to the next."""
    return next(base for base in bad_parameter.__mro__ if base.__name__ == "ClickException")


def _usage_problem(error: BaseException) -> MobcalcError:
    """A usage error in the form of all other errors."""
    from mobcalc.cli.usage import no_option

    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "mobcalc"
    option = getattr(error, "option_name", None)
    if option and context is not None and type(error).__name__ == "NoSuchOption":
        known = [name for parameter in context.command.params for name in parameter.opts if name.startswith("--")]
        return no_option(option, known, command, is_group=hasattr(context.command, "commands"))
    message = error.format_message().splitlines()[0].rstrip(".")  # type: ignore[attr-defined]
    return input_error("", "", message[0].lower() + message[1:], f"'{command} -h' shows what it takes")


def _complain(message: str) -> None:
    """Print an error; what the user typed may hold control characters, which a terminal would obey."""
    shown = visible(message)
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    with suppress(OSError):
        sys.stderr.write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stderr.flush()


def run() -> None:
    """Run mobcalc and end the process."""
    # A short run leaves little garbage; to look for it costs a tenth of the time.
    gc.disable()
    code = main()
    # All output is written by now, so nothing is left to do. Python would take a tenth of the time again to free what
    # the system frees anyway.
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    os._exit(code)
