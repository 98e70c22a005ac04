"""The options of `roster` alone, and the columns of its files; light enough to import for `--help`."""

from typing import Annotated, NamedTuple

import typer
from msgspec import Struct

from mobcalc.cli.options import Draws

COLUMNS = (
    *("id", "age", "sex", "education", "wage", "hours", "state", "county", "adults", "children"),
    *("partner_earnings", "disability", "years_out", "program", "pathway", "weight"),
)
"""The columns that mean something; a file may have others."""
NEEDED = ("id", "age")
LIVES = "100"
"""How many lives of each person are drawn unless something else is asked for."""


class RosterOutput(Struct):
    """Where rows and what is wrong go."""

    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Rows as .csv, .jsonl or .parquet; CSV on screen without."),
    ] = None
    errors: Annotated[
        str | None, typer.Option("--errors", metavar="FILE.csv", help="Write the rows that cannot be used, with why.")
    ] = None
    summary: Annotated[
        str | None,
        typer.Option("--summary", metavar="by=COLUMNS", help="Averages by columns, such as by=program,county."),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False
    csv: Annotated[bool, typer.Option("--csv", help="Print the summary as CSV, a row a group and pathway.")] = False
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="en|es", help="The language of the summary on screen.")
    ] = None
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")] = False
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False


MOST_WORKERS = 256
"""More processes are no help on one machine."""


class Shares(NamedTuple):
    """Who shares the work: so many processes of this machine, or the workers of the cluster at an address."""

    workers: int = 0
    address: str = ""


class Sharing(Struct):
    """Who shares the work, with Dask."""

    workers: Annotated[
        str | None,
        typer.Option("--workers", metavar="N", help="Processes of this machine that share the work, with Dask."),
    ] = None
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADDRESS", help="A Dask cluster that does it, such as tcp://10.0.0.5:8786."),
    ] = None


class RosterDraws(Draws):
    """Lives drawn at random for each person."""

    draws: Annotated[
        str | None,
        typer.Option("--draws", metavar="N", help=f"Lives drawn for each person [default: {LIVES}]; 0 for none."),
    ] = None
