"""`mobcalc compare`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.options import (
    Details,
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

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Case
    from mobcalc.report.tables import Document

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
  mobcalc compare --headline
  mobcalc compare client.yaml --json -o client.json

A scenario file may give person, place, pathways, baseline and set; the README shows one.
"""


DATA = ("json", "csv", "tsv", "jsonl")
"""Formats for programs."""
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
    headline: Annotated[
        bool, typer.Option("--headline", help="Is it $80,000 on finishing and over $300,000 in a lifetime?")
    ] = False,
    much: Details,
    output: Output,
) -> int:
    """Print the comparison."""
    if chosen_format(output) in DATA and headline:
        raise input_error("--headline", "", "it is a screen to read, which data formats have not", "leave out one")
    drawn, shown = drawing(draws), [*sections(show_also or []), *(["details"] if much.details else [])]
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, read_case
    from mobcalc.questions.basis import Drawing
    from mobcalc.questions.compare import comparison
    from mobcalc.report import compare as report

    here = load_here(values, output, place, (who, program, home, rate), scenario)
    case = read_case(here, pathways)
    assumptions = case.loaded.assumptions
    asked = [apprenticeship_in(case)] if headline else case.pathways
    answer = comparison(assumptions, case.provenance, asked, case.baseline, slices(here), Drawing(*drawn))

    def document() -> "Document":
        """What is printed: the headline and its study first where they are asked about."""
        if not headline:
            return report.document(answer, shown)
        from mobcalc.loader.validation_cases import validation_cases
        from mobcalc.questions.headline import headline as quoted
        from mobcalc.report import headline as screen

        first = screen.document(answer, quoted(validation_cases(), assumptions))
        return [*first, *report.document(answer, shown)] if shown else first

    show(Forms(document, lambda: report.contract(answer), lambda: report.flat_rows(answer)), output)
    return 0


def apprenticeship_in(case: "Case") -> str:
    """The first apprenticeship among the pathways asked about.

    Raises:
        InputError: where there is none.
    """
    from mobcalc.projection.case import ids_of

    assumptions = case.loaded.assumptions
    ids = ids_of(assumptions, case.pathways, case.baseline)
    found = [name for name in ids if assumptions.pathways[name].family == "apprenticeship"]
    if not found:
        what = "it is about apprenticeships, and none of the pathways asked for is one"
        raise input_error("--headline", "", what, "leave out --pathway, or name an apprenticeship")
    return found[0]
