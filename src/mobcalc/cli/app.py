"""The Typer application: which commands there are."""

from typing import Annotated

import typer

import mobcalc
from mobcalc.cli import assumptions, cliff, compare, livingwage, occupations, places, sensitivity, solve, timeline

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
  mobcalc occupations search electrician
  mobcalc places show "Chautauqua, NY"
  mobcalc assumptions show pathways.associate-degree.completion.rate

Nothing is sent anywhere. Exit codes: 0 done, 1 a check found problems, 2 wrong input, 130 interrupted.
"""
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Options before the command."""
    if version:
        typer.echo(f"mobcalc {mobcalc.__version__}")
        raise typer.Exit


app.command("compare", help=compare.HELP)(compare.compare)
app.command("timeline", help=timeline.HELP)(timeline.timeline)
app.command("cliff", help=cliff.HELP)(cliff.cliff)
app.command("livingwage", help=livingwage.HELP)(livingwage.livingwage)
app.command("sensitivity", help=sensitivity.HELP)(sensitivity.sensitivity)
app.command("solve", help=solve.HELP)(solve.solve)
app.add_typer(assumptions.app, name="assumptions")
app.add_typer(occupations.app, name="occupations")
app.add_typer(places.app, name="places")
