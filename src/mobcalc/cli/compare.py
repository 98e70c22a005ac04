"""`mobcalc compare`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mobcalc.cli.clients import Asked, answer_of, case_of
from mobcalc.cli.draws import drawing
from mobcalc.cli.options import (
    Details,
    Draws,
    Home,
    Pathways,
    Place,
    ProgramAndQuitting,
    Rate,
    ScreenOutput,
    Supports,
    Values,
    Who,
    Words,
    serves,
)
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.record_options import recorded
from mobcalc.cli.shell_words import scenarios
from mobcalc.errors import input_error
from mobcalc.units import nearest

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Case
    from mobcalc.report.tables import Document
    from mobcalc.results.compare import Comparison
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
  mobcalc compare --support child-care --support transport
  mobcalc compare --headline
  mobcalc compare client.yaml --json -o client.json

A scenario file may give person, place, pathways, baseline and set; the README shows one.
"""


DATA = ("json", "csv", "tsv", "jsonl")
"""Formats for programs."""
SECTIONS = ("pay", "standing", "chances", "household", "evidence", "assumptions", "sources")
"""What `--show` may name."""


def sections(named: Words, much: Details) -> list[str]:
    """The sections that are shown besides, one or several divided by commas in each text; 'details' for all.

    Raises:
        InputError: for one that there is not.
    """
    wanted = [name.strip() for text in named or [] for name in text.split(",")]
    for name in wanted:
        if name not in SECTIONS:
            hint = nearest(name, SECTIONS) or f"known: {', '.join(SECTIONS)}"
            raise input_error("--show", "", f"there is no section '{name}'", hint)
    return [*wanted, *(["details"] if much.details else [])]


@recorded
@serves
def compare(
    *,
    scenario: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SCENARIO]...", help="A scenario file; several for several clients.", autocompletion=scenarios
        ),
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--also", metavar="SCENARIO", help="Another client beside; repeat for more.", autocompletion=scenarios
        ),
    ] = None,
    who: Who,
    program: ProgramAndQuitting,
    help_with: Supports,
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
    id_: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Draw the lives of the person of this id, as a roster does."),
    ] = None,
    headline: Annotated[
        bool, typer.Option("--headline", help="Is it $80,000 on finishing and over $300,000 in a lifetime?")
    ] = False,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print the comparison."""
    named, is_data = _named(scenario, also), chosen_format(output) in DATA
    if headline:
        _check_headline(len(named), is_data=is_data)
    drawn, shown = drawing(draws), sections(show_also, much)
    _check_id(id_, len(named))
    helps = tuple(help_with.support or ())
    asked = Asked(values, output, place, (who, program, home), rate, pathways, drawn, helps, id_)
    cases = [(file, *case_of(asked, file, is_described=is_described)) for file, is_described in named]
    if len(cases) > 1:
        answers = [(file, answer_of(asked, here, case, case.pathways)) for file, here, case in cases]
        show(_of_several(answers, shown), output)
        return 0
    ((_, here, case),) = cases
    answer = answer_of(asked, here, case, [apprenticeship_in(case)] if headline else case.pathways)
    show(_of_one(answer, shown, case.loaded.assumptions if headline else None), output)
    return 0


def _named(files: Words, others: Words) -> list[tuple[str | None, bool]]:
    """The cases asked about: a scenario file, or None, and whether the flags describe the person in it.

    Args:
        files: scenario files, over which flags win; without any, the flags are one case.
        others: scenario files of further clients, of whom the flags say nothing.
    """
    described: list[str | None] = [*(files or [])] or [None]
    return [*((file, True) for file in described), *((file, False) for file in others or [])]


def _check_headline(cases: int, *, is_data: bool) -> None:
    """Refuse the headline where it has no place.

    Args:
        cases: how many scenario files there are.
        is_data: whether a format for programs is asked for.

    Raises:
        InputError: saying why.
    """
    if is_data:
        raise input_error("--headline", "", "it is a screen to read, which data formats have not", "leave out one")
    if cases > 1:
        raise input_error("--headline", "", "it is about one person, and several are given", "give one scenario")


def _check_id(life_id: str | None, cases: int) -> None:
    """Refuse the id of a person where nobody or nobody alone can have it.

    Raises:
        InputError: saying why.
    """
    if life_id is not None and not life_id.strip():
        raise input_error("--id", "", "the id is empty", "give the id that the person has in the roster")
    if life_id is not None and cases > 1:
        raise input_error("--id", "", "it is of one person, and several are given", "give one scenario")


def _of_one(answer: "Comparison", shown: Sequence[str], quoted_for: "Records | None") -> Forms:
    """The forms of one answer, the headline and its study first where they are asked about.

    Args:
        answer: the comparison.
        shown: sections that are shown besides.
        quoted_for: the assumptions, where the headline is asked about.
    """

    def document() -> "Document":
        """What is printed."""
        from mobcalc.report import compare as report

        if quoted_for is None:
            return report.document(answer, shown)
        from mobcalc.loader.validation_cases import validation_cases
        from mobcalc.questions.compare_headline import headline
        from mobcalc.report import compare_headline as screen

        first = screen.document(answer, headline(validation_cases(), quoted_for))
        return [*first, *report.document(answer, shown)] if shown else first

    def content() -> "dict[str, Any]":
        """What scripts read."""
        from mobcalc.report.compare_data import contract

        return contract(answer)

    def rows() -> "Sequence[Mapping[str, Any]]":
        """The same as a row for each pathway."""
        from mobcalc.report.compare_data import flat_rows

        return flat_rows(answer)

    return Forms(document, content, rows, short=lambda: _short_rows([answer]))


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
        lambda: report.document(clients, shown),
        lambda: report.contract(clients),
        lambda: report.flat_rows(clients),
        short=lambda: _short_rows([answer for _, answer in answers]),
    )


def _short_rows(answers: "Sequence[Comparison]") -> "list[dict[str, Any]]":
    """The short columns of every row."""
    from mobcalc.report.compare_columns import short_row

    return [short_row(result) for answer in answers for result in answer.pathways]


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
