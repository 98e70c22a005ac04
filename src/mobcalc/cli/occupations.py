"""`mobcalc occupations`: which there are, what they pay, and how they are entered."""

from typing import Annotated

import typer

from mobcalc.cli.command import Command, Group
from mobcalc.cli.options import Area, Details, ScreenOutput, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.shell_words import occupations

HELP = """Look up occupations: wages, entry, openings, and whether they are usually entered by apprenticeship.

\b
Examples:
  mobcalc occupations search electrician
  mobcalc occupations show electrician --state NY
  mobcalc occupations show 49-9021 --json
"""
SEARCH_HELP = """List the occupations whose title or everyday name holds all the words, the exact name first.

\b
Examples:
  mobcalc occupations search electrician
  mobcalc occupations search home health
  mobcalc occupations search repairers --csv

Where nothing is found the answer says so, and the exit code is 0.
"""
SHOW_HELP = """Show what is published of an occupation, each figure with its period and source.

\b
Examples:
  mobcalc occupations show electrician
  mobcalc occupations show electrician --state NY
  mobcalc occupations show electrician --county "Jamestown, NY"
  mobcalc occupations show 47-2111 --json
"""

app = typer.Typer(cls=Group, help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


# What a command needs is imported when it runs: --help and completion need only these signatures.


@app.command("search", cls=Command, help=SEARCH_HELP)
@serves
def search(
    *,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words of a name, or a SOC code.")],
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print the occupations that the words name."""
    chosen_format(output)
    from mobcalc.cli.scenario import search_words
    from mobcalc.loader.bundle import bundled
    from mobcalc.report import occupations as report
    from mobcalc.store.occupation_lookup import PROJECTIONS_SOURCE, occupations_found

    occupations = occupations_found(search_words(words, "mobcalc occupations search electrician"))
    sources = {key: bundled().sources[key] for key in ("oews-2025", PROJECTIONS_SOURCE)}
    forms = Forms(
        lambda: report.search_document(occupations, has_details=much.details),
        lambda: report.search_contract(occupations, sources),
        lambda: report.search_rows(occupations),
    )
    show(forms, output)
    return 0


@app.command("show", cls=Command, help=SHOW_HELP)
@serves
def show_(
    *,
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME|SOC", help="A title, an everyday name or a SOC code.", autocompletion=occupations),
    ],
    area: Area,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print what is published of one occupation."""
    chosen_format(output)
    from mobcalc.cli.area import place_asked, place_flags
    from mobcalc.cli.scenario import search_words
    from mobcalc.loader.bundle import bundled
    from mobcalc.report import occupations as report
    from mobcalc.report.shared.figures import cited
    from mobcalc.store.codes import occupation_of
    from mobcalc.store.occupation_lookup import occupation_shown

    meant = occupation_of(search_words(name, "mobcalc occupations show electrician"), "")
    shown = occupation_shown(meant, place_asked(place_flags(area)))
    records = bundled()
    pathway = next((id_ for id_, one in records.pathways.items() if one.occupation == meant.code), None)
    sources = cited(shown.figures, records.sources)
    forms = Forms(
        lambda: report.show_document(shown, pathway, sources, has_details=much.details),
        lambda: report.show_contract(shown, pathway, sources),
        lambda: report.show_rows(shown),
    )
    show(forms, output)
    return 0
