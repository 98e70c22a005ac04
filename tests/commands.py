"""The commands as Typer reads them, those within a command among them."""

from functools import cache

from typer.main import get_command

from mobcalc.cli.app import application


def _within(group, before):
    for name, command in group.commands.items():
        words = f"{before} {name}".strip()
        yield words, command
        if hasattr(command, "commands"):
            yield from _within(command, words)


@cache
def commands():
    """Each command by its words, such as 'assumptions show', in the order of the help."""
    return dict(_within(get_command(application([])), ""))


def flags_of(command):
    """The long and short names of the options that a command takes."""
    return [name for one in command.params for name in one.opts if name.startswith("-")]
