"""`mobcalc places`: which there are, and what is known of them."""

from typing import Annotated

import typer

from mobcalc.cli.command import Command
from mobcalc.cli.options import Area, Output, serves
from mobcalc.cli.printing import chosen_format, show

HELP = """Look up states, counties, cities and metropolitan areas, and what is known of them.

\b
Examples:
  mobcalc places search Springfield
  mobcalc places show "Chautauqua, NY"
  mobcalc places show --state NY --metro Buffalo --json
"""
SEARCH_HELP = """List the states, counties, cities and metropolitan areas of a name, exact names first.

\b
Examples:
  mobcalc places search Springfield
  mobcalc places search "Orange, CA"
  mobcalc places search 36013 --json

After a comma stands the state. Where nothing is found the answer says so, and the exit code is 0.
"""
SHOW_HELP = """Show which figures there are of a place, for which year, how each is known, and what is not published.

\b
Examples:
  mobcalc places show NY
  mobcalc places show "Chautauqua, NY"
  mobcalc places show --state NY --county Erie --metro Buffalo
  mobcalc places show 36013 --csv

A name may be a state, a county or a city with its state, a metropolitan area, or a code that 'search' gives.
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


# The answers are imported when a command runs: --help and completion need only these signatures.


@app.command("search", cls=Command, help=SEARCH_HELP)
@serves(Output)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words of a name, or a code.")],
    output: Output = Output(),  # noqa: B008
) -> int:
    """Print the places that the words name."""
    chosen_format(output)
    from mobcalc.cli import looked_up

    show(looked_up.place_search(words), output)
    return 0


@app.command("show", cls=Command, help=SHOW_HELP)
@serves(Area, Output)
def show_(
    name: Annotated[list[str] | None, typer.Argument(metavar="[NAME|CODE]", help="A name or a code.")] = None,
    area: Area = Area(),  # noqa: B008
    output: Output = Output(),  # noqa: B008
) -> int:
    """Print what is published of one place."""
    chosen_format(output)
    from mobcalc.cli import looked_up

    show(looked_up.place(name or [], area), output)
    return 0
