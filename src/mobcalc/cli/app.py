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
  mobcalc raise --county "Richmond city, VA" --from 14 --to living-wage
  mobcalc employer electrician-apprenticeship
  mobcalc sweep --state all --occupation electrician,hvac --draws 0 -o states.csv
  mobcalc handout -o ana.html --name Ana --lang es
  mobcalc roster people.csv -o gains.csv
  mobcalc case new ana.yaml --ask
  mobcalc replay run.json
  mobcalc diff march.json april.json
  mobcalc program missoula-partnership
  mobcalc validate
  mobcalc occupations search electrician
  mobcalc places show "Chautauqua, NY"
  mobcalc assumptions show pathways.associate-degree.completion.rate
  mobcalc schema compare
  mobcalc help formats

Nothing is sent anywhere. Exit codes: 0 done, 1 a check found problems, 2 wrong input, 3 some scenarios or rows
were refused, 4 the output file exists, 130 interrupted.
"""
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

COMMANDS = (
    "compare",
    "timeline",
    "cliff",
    "livingwage",
    "sensitivity",
    "solve",
    "raise",
    "employer",
    "sweep",
    "handout",
    "roster",
    "case",
    "program",
    "replay",
    "diff",
    "validate",
    "assumptions",
    "occupations",
    "places",
    "schema",
    "help",
)
"""The commands in the order of the help, each a module of this package that is named after it."""
MODULES = {"raise": "raises"}
"""The modules of commands whose names Python keeps for itself."""


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
        of = MODULES.get(name, name)
        module = import_module(f"mobcalc.cli.{of}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name, cls=Command, help=module.HELP)(getattr(module, of))
    return app


def _root(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Options before the command."""
    if version:
        typer.echo(f"mobcalc {mobcalc.__version__}")
        raise typer.Exit
