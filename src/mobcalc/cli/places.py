"""`mobcalc places`: which there are, and what is known of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.command import Command, Group
from mobcalc.cli.options import Area, Details, ScreenOutput, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.shell_words import places
from mobcalc.errors import input_error

if TYPE_CHECKING:
    from mobcalc.store import place_figures


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
  mobcalc places show "Chautauqua, NY" --csv

A name may be a state, a county or a city with its state, a metropolitan area, or a code that 'search' gives.
"""

app = typer.Typer(cls=Group, help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


# What a command needs is imported when it runs: --help and completion need only these signatures.


@app.command("search", cls=Command, help=SEARCH_HELP)
@serves
def search(
    *,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words of a name, or a code.")],
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print the places that the words name."""
    chosen_format(output)
    from mobcalc.cli.scenario import search_words
    from mobcalc.report import places as report
    from mobcalc.store.place_lookup import place_search

    places = place_search(search_words(words, "mobcalc places search Buffalo"))
    forms = Forms(
        lambda: report.search_document(places, has_details=much.details),
        lambda: report.search_contract(places),
        lambda: report.search_rows(places),
    )
    show(forms, output)
    return 0


@app.command("show", cls=Command, help=SHOW_HELP)
@serves
def show_(
    *,
    name: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME|CODE]", help="A name or a code.", autocompletion=places)
    ] = None,
    area: Area,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print what is published of one place."""
    chosen_format(output)
    from mobcalc.cli.area import place_used
    from mobcalc.loader.bundle import bundled
    from mobcalc.report import places as report
    from mobcalc.report.shared.figures import cited
    from mobcalc.store.place_lookup import place_shown

    text = " ".join(name or []).strip()
    where = _named(text, area) if text else _by_options(area)
    used, shown = place_used(where), place_shown(where, text)
    assert used is not None
    sources = cited(shown.figures, bundled().sources)
    forms = Forms(
        lambda: report.show_document(used, shown, sources, has_details=much.details),
        lambda: report.show_contract(used, shown, sources),
        lambda: report.show_rows(used, shown),
    )
    show(forms, output)
    return 0


def _named(text: str, options: Area) -> "place_figures.Place":
    """The place of a name or a code, in a state if one is given beside it."""
    from mobcalc.cli.area import state_of_metro
    from mobcalc.store import place_figures
    from mobcalc.store.codes import State, state_of
    from mobcalc.store.counties import County
    from mobcalc.store.place_lookup import place_named

    for flag in ("county", "metro"):
        if getattr(options, flag) is not None:
            raise input_error(f"--{flag}", "", f"there is a name too: '{text}'", f"give the name or --{flag}, not both")
    state = state_of(options.state, "--state") if options.state is not None else None
    meant = place_named(text, state)
    if isinstance(meant, State):
        return place_figures.Place(meant)
    if isinstance(meant, County):
        return place_figures.Place(meant.state, meant)
    return place_figures.Place(state_of_metro(meant.postals, state, (text, "")), metro=meant)


def _by_options(options: Area) -> "place_figures.Place":
    """The place that options name."""
    from mobcalc.cli.area import place_asked, place_flags

    where = place_asked(place_flags(options))
    if where is None:
        raise input_error("", "", "no place was given", "name one, such as 'mobcalc places show \"Chautauqua, NY\"'")
    return where
