"""Writes docs/cli.md: every command with its examples, and what every option does, from the commands themselves.

Run as `python tools/cli_reference.py > docs/cli.md`. The text at the top is in cli_reference.md beside this file.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from typer.core import TyperOption
from typer.main import get_command

from mobcalc.cli.app import application
from mobcalc.cli.headings import HEADINGS, under_headings
from mobcalc.cli.help_topics import TOPICS

HERE = Path(__file__).parent
EXAMPLES = "\b\nExamples:\n"
PROGRAM = "mobcalc"


@cache
def commands() -> dict[str, Any]:
    """Each command by its words, such as 'assumptions show', in the order of the help."""
    return dict(_within(get_command(application([])), ""))


def _within(group: Any, before: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        words = f"{before} {name}".strip()
        yield words, command
        if is_group(command):
            yield from _within(command, words)


def is_group(command: Any) -> bool:
    """Whether a command only leads to others."""
    return hasattr(command, "commands")


def flags_of(command: Any) -> list[str]:
    """The long and short names of the options that a command takes."""
    return [name for one in command.params for name in one.opts if name.startswith("-")]


def main() -> None:
    """Print the page."""
    sections = "\n".join(_section(words, command) for words, command in commands().items())
    topics = "\n".join(f"- `{PROGRAM} help {name}`: {topic.about}" for name, topic in TOPICS.items())
    text = (HERE / "cli_reference.md").read_text(encoding="utf-8")
    print(text.format(commands=sections, options=_options(), topics=topics), end="")


def _section(words: str, command: Any) -> str:
    """What is said of one command."""
    context = command.make_context(f"{PROGRAM} {words}", [], resilient_parsing=True)
    about, _, rest = command.help.partition(EXAMPLES)
    examples, _, after = rest.partition("\n\n")
    # Typer writes what is required in another way from one version to the next.
    given = (
        ["COMMAND"]
        if is_group(command)
        else [one.metavar for one in command.params if not isinstance(one, TyperOption)]
    )
    shown = "\n".join(line.strip() for line in examples.splitlines())
    parts = [
        f"### {words}",
        about,
        f"`{' '.join([PROGRAM, words, '[OPTIONS]', *given])}`",
        f"```sh\n{shown}\n```",
        after,
        _takes(command, context),
    ]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _takes(command: Any, context: Any) -> str:
    """The arguments of a command and what they are, then its options under their headings, by name alone."""
    if is_group(command):
        return ""
    arguments = [one.get_help_record(context) for one in command.params if not isinstance(one, TyperOption)]
    lines = [f"- `{name}`: {about}" for name, about in arguments]
    found = under_headings(one for one in command.params if isinstance(one, TyperOption))
    lines += [f"- {title}: {', '.join(f'`{one.opts[0]}`' for one in under)}" for title, under in found.items()]
    return "\n".join(lines)


def _options() -> str:
    """What every option does, under its heading; where it is not the same in all commands, once for each way."""
    said: dict[str, dict[tuple[str, str], list[str]]] = {heading: {} for heading in HEADINGS}
    for words, command in commands().items():
        if is_group(command):
            continue
        context = command.make_context(words, [], resilient_parsing=True)
        options = (one for one in command.params if isinstance(one, TyperOption))
        for heading, under in under_headings(options).items():
            for one in under:
                said[heading].setdefault(one.get_help_record(context), []).append(words)
    return "\n".join(_table(heading, rows) for heading, rows in said.items())


def _table(heading: str, rows: dict[tuple[str, str], list[str]]) -> str:
    lines = [f"| `{_cell(name)}` | {_cell(about)} | {_taken_by(words)} |" for (name, about), words in rows.items()]
    return "\n".join([f"### {heading}\n", "| option | what it does | commands |", "|---|---|---|", *lines, ""])


def _taken_by(words: list[str]) -> str:
    """The commands that take an option, or those that do not where these are fewer."""
    others = [one for one, command in commands().items() if not is_group(command) and one not in words]
    return ", ".join(words) if len(words) <= len(others) else f"all but {', '.join(others)}"


def _cell(text: str) -> str:
    """A text in a table, in which a bar would end its column."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
