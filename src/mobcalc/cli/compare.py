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
    from mobcalc.cli.scenario import Case, Here
    from mobcalc.report.tables import Document
    from mobcalc.results import Comparison
    from mobcalc.schema import Records

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
    scenario: Annotated[
        list[str] | None, typer.Argument(metavar="[SCENARIO]...", help="A scenario file; several for several clients.")
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="SCENARIO", help="Another client beside; repeat for more.")
    ] = None,
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
    files, others = scenario or [], also or []
    if headline and len(files) + len(others) > 1:
        raise input_error("--headline", "", "it is about one person, and several are given", "give one scenario")
    drawn, shown = drawing(draws), [*sections(show_also or []), *(["details"] if much.details else [])]
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, read_case
    from mobcalc.questions.basis import Drawing
    from mobcalc.questions.compare import comparison

    def case_of(file: str | None, *, is_described: bool) -> "tuple[Here, Case]":
        """One case: what a file says and, of the person that they describe, the flags."""
        said = (who, program, home, rate) if is_described else (rate,)
        here = load_here(values, output, place if is_described else Place(), said, file)
        return here, read_case(here, pathways if is_described else Pathways())

    def answer_of(here: "Here", case: "Case", asked: Sequence[str]) -> "Comparison":
        """The comparison of one case."""
        table = slices(here)
        return comparison(case.loaded.assumptions, case.provenance, asked, case.baseline, table, Drawing(*drawn))

    if len(files) + bool(not files) + len(others) > 1:
        described: list[str | None] = [*files] or [None]
        named = [*((file, True) for file in described), *((file, False) for file in others)]
        cases = [(file, *case_of(file, is_described=is_described)) for file, is_described in named]
        show(_of_several([(file, answer_of(here, case, case.pathways)) for file, here, case in cases], shown), output)
        return 0
    here, case = case_of(files[0] if files else None, is_described=True)
    answer = answer_of(here, case, [apprenticeship_in(case)] if headline else case.pathways)
    show(_of_one(answer, shown, case.loaded.assumptions if headline else None), output)
    return 0


def _of_one(answer: "Comparison", shown: Sequence[str], quoted_for: "Records | None") -> Forms:
    """The forms of one answer, the headline and its study first where they are asked about.

    Args:
        answer: the comparison.
        shown: sections that are shown besides.
        quoted_for: the assumptions, where the headline is asked about.
    """
    from mobcalc.report import compare as report

    def document() -> "Document":
        """What is printed."""
        if quoted_for is None:
            return report.document(answer, shown)
        from mobcalc.loader.validation_cases import validation_cases
        from mobcalc.questions.compare_headline import headline
        from mobcalc.report import compare_headline as screen

        first = screen.document(answer, headline(validation_cases(), quoted_for))
        return [*first, *report.document(answer, shown)] if shown else first

    return Forms(document, lambda: report.contract(answer), lambda: report.flat_rows(answer))


def _of_several(answers: "Sequence[tuple[str | None, Comparison]]", shown: Sequence[str]) -> Forms:
    """The forms of several clients' answers, each with the file of the case; None where flags alone describe one."""
    from pathlib import PurePath

    from mobcalc.report import compare_clients as report
    from mobcalc.wording.compare_clients import BY_FLAGS

    stems = [BY_FLAGS if file is None else PurePath(file).stem for file, _ in answers]
    names = [
        file if file is not None and stems.count(stem) > 1 else stem
        for stem, (file, _) in zip(stems, answers, strict=True)
    ]
    clients = [report.Client(name, answer) for name, (_, answer) in zip(names, answers, strict=True)]
    return Forms(
        lambda: report.document(clients, shown), lambda: report.contract(clients), lambda: report.flat_rows(clients)
    )


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
