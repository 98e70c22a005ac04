"""The Typer application: which commands there are."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

import mobcalc
from mobcalc.cli.command import Command, Group

HELP = """Lifetime earnings of registered apprenticeship, other training and no postsecondary, side by side.

\b
Examples:
  mobcalc compare
  mobcalc compare --age 35 --sex female --wage 17.50
  mobcalc compare --json -o result.json
  mobcalc timeline --pathway electrician-apprenticeship
  mobcalc cliff --state NY --adults 1 --child 3
  mobcalc livingwage --county "Kings, NY" --child 3 --wage 20
  mobcalc sensitivity
  mobcalc solve completion.rate --pathway building-trades-apprenticeship
  mobcalc handout -o ana.html --name Ana --lang es
  mobcalc roster people.csv -o gains.csv
  mobcalc case new ana.yaml --ask
  mobcalc validate
  mobcalc occupations search electrician
  mobcalc places show "Chautauqua, NY"
  mobcalc assumptions show pathways.associate-degree.completion.rate
  mobcalc help formats

Nothing is sent anywhere. Exit codes: 0 done, 1 a check found problems, 2 wrong input, 3 some rows
refused, 4 the output file exists, 130 interrupted.
"""
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

COMMANDS = (
    "compare",
    "timeline",
    "cliff",
    "livingwage",
    "sensitivity",
    "solve",
    "handout",
    "roster",
    "case",
    "validate",
    "assumptions",
    "occupations",
    "places",
    "help",
)
"""The commands in the order of the help, each a module of this package that is named after it."""


def application(words: Sequence[str]) -> typer.Typer:
    """The application with the command that the words begin with, or with all of them.

    To read the options of every command takes a tenth of the start-up time, and only one is ever run.
    """
    app = typer.Typer(
        cls=Group,
        help=HELP,
        no_args_is_help=True,
        add_completion=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
    )
    app.callback()(_root)
    for name in words[:1] if words and words[0] in COMMANDS else COMMANDS:
        module = import_module(f"mobcalc.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name, cls=Command, help=module.HELP)(getattr(module, name))
    return app


def _root(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Options before the command."""
    if version:
        typer.echo(f"mobcalc {mobcalc.__version__}")
        raise typer.Exit
