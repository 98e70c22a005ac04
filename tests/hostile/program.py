"""The program as hostile input meets it: every command and option that it has, and what must hold of every run."""

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, settings
from typer.main import get_command

from mobcalc.characters import obeyed
from mobcalc.cli.app import application
from mobcalc.cli.main import main

IS_LONG = os.environ.get("MOBCALC_HOSTILE") == "long"
"""Whether to look for as long as it takes, and at random, in place of what every run of the tests looks at."""
LONG_SEARCH = 50
"""How many times as long a search is then."""
EXIT_CODES = {0, 1, 2, 3, 4}
"""Those that interface and help promise to whoever is not interrupted."""
COLORS = re.compile(r"\x1b\[[0-9;]*m")


def searching(examples: int) -> settings:
    """How a search goes: through so many examples, the same on every machine; at random where it may take long."""
    return settings(
        max_examples=examples * LONG_SEARCH if IS_LONG else examples,
        derandomize=not IS_LONG,
        database=None,
        deadline=None,
        # To explain a failure takes minutes.
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )


class Command(NamedTuple):
    """A command: its words, its options and arguments as Typer has them, and the examples of its help."""

    words: tuple[str, ...]
    options: tuple[Any, ...]
    arguments: tuple[Any, ...]
    examples: tuple[tuple[str, ...], ...]

    def __str__(self):
        return " ".join(self.words)


@cache
def commands() -> tuple[Command, ...]:
    """Every command that the program has, so that a new one is met without a word here."""
    return tuple(_commands(get_command(application(())), ()))


def _commands(node: Any, words: tuple[str, ...]) -> Iterator[Command]:
    for name, inner in sorted(getattr(node, "commands", {}).items()):
        yield from _commands(inner, (*words, name))
    if not hasattr(node, "commands"):
        options = tuple(one for one in node.params if one.param_type_name == "option")
        arguments = tuple(one for one in node.params if one.param_type_name == "argument")
        yield Command(words, options, arguments, tuple(_examples(node.help or "", words)))


def _examples(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The command lines in a help text that are of the command, without its words."""
    for line in re.findall(r"^ *mobcalc (.+)$", text, re.MULTILINE):
        try:
            given = tuple(shlex.split(line))
        except ValueError:
            continue
        if given[: len(words)] == words and not set(given) & {"|", ">", ";", "&&", "<"}:
            yield given[len(words) :]


def usual(command: Command, without: Any = None, number: int = 0, arguments: bool = True) -> list[str]:
    """The words after the command in an example of its help, without lives to draw.

    Args:
        command: the command.
        without: an option to leave out.
        number: which example.
        arguments: whether the arguments are kept, too, such as the name of a file.
    """
    by_name = {name: one for one in command.options for name in (*one.opts, *one.secondary_opts)}
    words: list[str] = []
    example = iter(command.examples[number % len(command.examples)] if command.examples else ())
    for word in example:
        option = by_name.get(word)
        said = [word] if option is None or option.is_flag else [word, next(example)]
        if arguments if option is None else option is not without:
            words += said
    draws = next((one for one in command.options if one.name == "draws"), None)
    is_drawn = draws is not None and draws is not without and not set(draws.opts) & set(words)
    return [*words, *(("--draws", "0") if is_drawn else ())]


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


def outcome(words: Sequence[str], input_text: str = "") -> Outcome:
    """What a command line comes to, in this process but through real files, as it is outside of it."""
    before = sys.stdin, sys.stdout, sys.stderr
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="") as out, io.StringIO() as err:
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(input_text), out, err
        try:
            code = main(words)
        finally:
            sys.stdin, sys.stdout, sys.stderr = before
        return Outcome(code, Path(out.name).read_bytes().decode(), err.getvalue())


def kept(folder: Path) -> Mapping[str, tuple[int, bytes]]:
    """What is in a folder, its names and bytes."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def check(words: Sequence[str], folder: Path) -> Outcome:
    """What a command line comes to in a folder, where it keeps what every run must keep."""
    before = kept(folder)
    found = outcome(words)
    assert found.code in EXIT_CODES, found
    assert "Traceback" not in found.err
    assert found.err == "" or found.err.endswith("\n")
    assert not obeyed().search(found.err), found.err
    shown = COLORS.sub("", found.out) if "always" in " ".join(words) else found.out
    assert not obeyed().search(shown.replace("\r\n", "\n")), sorted(set(obeyed().findall(shown)))
    if found.code in {2, 4}:
        assert found.out == ""
        assert kept(folder) == before
        assert found.err.startswith("error: "), found.err
        for line in found.err.splitlines():
            assert line.startswith(("error: ", "  hint: ")), found.err
    if found.code == 0:
        assert found.err == ""
    return found
