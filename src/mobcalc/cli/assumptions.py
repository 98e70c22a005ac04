"""`mobcalc assumptions`: what every number is, and where it comes from."""

from typing import Annotated

import typer

from mobcalc.cli.assumptions_diff import DIFF_HELP, diff
from mobcalc.cli.command import Command, Group
from mobcalc.cli.options import Output, Place, Values, serves
from mobcalc.cli.output import chosen_format, show
from mobcalc.cli.shell_words import names_in_force, scenarios

HELP = """Ask what every number is and where it comes from.

\b
Examples:
  mobcalc assumptions list pathways.associate-degree
  mobcalc assumptions list --kind assumed
  mobcalc assumptions show economy.discount_rate
  mobcalc assumptions check my-assumptions/
  mobcalc assumptions diff --assumptions my-assumptions/
  mobcalc assumptions sources --csv
"""
LIST_HELP = """List the numbers in force: value, unit, range and kind.

\b
Examples:
  mobcalc assumptions list
  mobcalc assumptions list pathways.certificate
  mobcalc assumptions list --kind assumed --csv
  mobcalc assumptions list place --county "Chautauqua, NY"
"""
SHOW_HELP = """Show everything known about one number: value, source, range, reason, and where it is set.

\b
Examples:
  mobcalc assumptions show economy.discount_rate
  mobcalc assumptions show pathways.building-trades-apprenticeship.completion.rate
"""
CHECK_HELP = """Check files of assumptions and report every problem; exit code 1 if there is any.

\b
Examples:
  mobcalc assumptions check
  mobcalc assumptions check my-assumptions/ my-pathway.yaml
  mobcalc assumptions check my-child-care.yaml --county "Chautauqua, NY"
"""
SOURCES_HELP = """List the sources: publisher, date, address, licence and quality.

\b
Examples:
  mobcalc assumptions sources
  mobcalc assumptions sources --json
"""

app = typer.Typer(cls=Group, help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


# What a command needs is imported when it runs: --help and completion need only these signatures.


@app.command("list", cls=Command, help=LIST_HELP)
@serves
def list_(
    *,
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="Only names below this one.", autocompletion=names_in_force)
    ] = "",
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="observed, derived, assumed or user only.")
    ] = None,
    place: Place,
    values: Values,
    output: Output,
) -> int:
    """Print the records below a name."""
    chosen_format(output)
    from mobcalc.cli import assumptions_answers

    show(assumptions_answers.listing(place, values, output, name, kind), output)
    return 0


@app.command("show", cls=Command, help=SHOW_HELP)
@serves
def show_(
    *,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A dotted name, as 'list' prints it.", autocompletion=names_in_force)
    ],
    place: Place,
    values: Values,
    output: Output,
) -> int:
    """Print one record with its source."""
    chosen_format(output)
    from mobcalc.cli import assumptions_answers

    show(assumptions_answers.one(place, values, output, name), output)
    return 0


@app.command("check", cls=Command, help=CHECK_HELP)
@serves
def check(
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|DIR]...", help="Files to check over the bundled ones.", autocompletion=scenarios),
    ] = None,
    place: Place,
    values: Values,
    output: Output,
) -> int:
    """Print every problem, or that there is none."""
    chosen_format(output)
    from mobcalc.cli import assumptions_answers

    values.assumptions = [*(values.assumptions or []), *(paths or [])]
    forms, is_sound = assumptions_answers.checked(place, values, output)
    show(forms, output)
    return 0 if is_sound else 1


app.command("diff", cls=Command, help=DIFF_HELP)(diff)


@app.command("sources", cls=Command, help=SOURCES_HELP)
@serves
def sources(
    *,
    place: Place,
    values: Values,
    output: Output,
) -> int:
    """Print the sources."""
    chosen_format(output)
    from mobcalc.cli import assumptions_answers

    show(assumptions_answers.sources(place, values, output), output)
    return 0
