"""`mobcalc compare`."""

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
  mobcalc compare client.yaml --json -o client.json

A scenario file may give person, place, pathways, baseline and set; the README shows one.
"""


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
    output: Output,
) -> int:
    """Print the comparison."""
    chosen_format(output)
    drawn = drawing(draws)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.scenario import load_here, read_case, slices
    from mobcalc.questions.basis import Drawing
    from mobcalc.questions.compare import comparison
    from mobcalc.report import compare as report

    here = load_here(values, output, place, (who, program, home, rate), scenario)
    case = read_case(here, pathways)
    assumptions = case.loaded.assumptions
    answer = comparison(assumptions, case.provenance, case.pathways, case.baseline, slices(here), Drawing(*drawn))
    show(
        Forms(lambda: report.document(answer), lambda: report.contract(answer), lambda: report.flat_rows(answer)),
        output,
    )
    return 0
