"""`mobcalc help`."""

from typing import Annotated

import typer

from mobcalc.cli.shell_words import topics_and_commands

HELP = """Explain a topic, such as formats or places, or a command.

\b
Examples:
  mobcalc help
  mobcalc help formats
  mobcalc help compare
  mobcalc help assumptions show

Without a word it lists the topics. Of a topic that is named as a command is, the topic is printed.
"""


def help(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TOPIC|COMMAND]", help="What is explained.", autocompletion=topics_and_commands),
    ] = None,
) -> int:
    """Print a topic, the help of a command, or which topics there are."""
    from mobcalc.cli.app import COMMANDS
    from mobcalc.cli.help_topics import TOPICS, topics

    named = words or []
    if not named:
        typer.echo(topics(COMMANDS), nl=False)
        return 0
    if len(named) == 1 and named[0] in TOPICS:
        typer.echo(TOPICS[named[0]].text, nl=False)
        return 0
    return _help_of(named)


def _help_of(words: list[str]) -> int:
    """Print the help of a command.

    Raises:
        InputError: where there is none of this name, nor a topic.
    """
    from typer.main import get_command

    from mobcalc.cli.app import COMMANDS, application
    from mobcalc.cli.help_topics import TOPICS
    from mobcalc.cli.usage import command_meant
    from mobcalc.errors import input_error

    if words[0] not in COMMANDS:
        meant = command_meant(words[0], [*TOPICS, *COMMANDS])
        hint = f"did you mean 'mobcalc help {meant}'?" if meant else "'mobcalc help' lists the topics"
        raise input_error("", "", f"there is no topic or command '{words[0]}'", hint)
    get_command(application(words)).main([*words, "--help"], prog_name="mobcalc", standalone_mode=False)
    return 0
