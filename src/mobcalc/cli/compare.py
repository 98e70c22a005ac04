"""`mobcalc compare`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mobcalc.cli.options import (
    Draws,
    Home,
    Output,
    Pathways,
    Place,
    ProgramAndQuitting,
    Rate,
    Values,
    Who,
    drawing,
    serves,
)
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.errors import input_error
from mobcalc.units import nearest

HELP = """Compare pathways for one person: what is gained or lost, when, and what that rests on.

\b
Examples:
  mobcalc compare
  mobcalc compare --age 35 --sex female --wage 17.50 --hours 30
  mobcalc compare -p building-trades-apprenticeship -p associate-degree
  mobcalc compare --set pathways.associate-degree.completion.rate=0.55
  mobcalc compare --state NY --county Chautauqua --occupation electrician
  mobcalc compare --baseline certificate --discount-rate 0.05
  mobcalc compare --draws 100000 --seed 7
  mobcalc compare --show evidence
  mobcalc compare --details
  mobcalc compare client.yaml --json -o client.json

A scenario file may give person, place, pathways, baseline and set; the README shows one.
"""


SECTIONS = ("pay", "standing", "chances", "household", "evidence", "assumptions", "sources")
"""What `--show` may name."""


def sections(named: Sequence[str]) -> list[str]:
    """The sections that are shown besides, one or several divided by commas in each text.

    Raises:
        InputError: for one that there is not.
    """
    wanted = [name.strip() for text in named for name in text.split(",")]
    for name in wanted:
        if name not in SECTIONS:
            hint = nearest(name, SECTIONS) or f"known: {', '.join(SECTIONS)}"
            raise input_error("--show", "", f"there is no section '{name}'", hint)
    return wanted


@serves
def compare(
    *,
    scenario: Annotated[str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.")] = None,
    who: Who,
    program: ProgramAndQuitting,
    home: Home,
    place: Place,
    pathways: Pathways,
    rate: Rate,
    values: Values,
    draws: Draws,
    show_also: Annotated[
        list[str] | None,
        typer.Option("--show", metavar="SECTION", help=f"Show a section besides: {', '.join(SECTIONS)}."),
    ] = None,
    details: Annotated[bool, typer.Option("--details", help="Show every table and note.")] = False,
    output: Output,
) -> int:
    """Print the comparison."""
    chosen_format(output)
    drawn, shown = drawing(draws), [*sections(show_also or []), *(["details"] if details else [])]
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, read_case
    from mobcalc.questions.basis import Drawing
    from mobcalc.questions.compare import comparison
    from mobcalc.report import compare as report

    here = load_here(values, output, place, (who, program, home, rate), scenario)
    case = read_case(here, pathways)
    assumptions = case.loaded.assumptions
    answer = comparison(assumptions, case.provenance, case.pathways, case.baseline, slices(here), Drawing(*drawn))
    show(
        Forms(
            lambda: report.document(answer, shown), lambda: report.contract(answer), lambda: report.flat_rows(answer)
        ),
        output,
    )
    return 0
