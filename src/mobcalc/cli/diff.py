"""`mobcalc diff`."""

from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.options import Details, ScreenOutput, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.shell_words import records
from mobcalc.errors import InputError, input_error

if TYPE_CHECKING:
    from mobcalc.questions.diff import InForce
    from mobcalc.results.record import Answered, RunRecord

HELP = """Show what changed between two recorded answers: the case, the assumptions, and each figure.

\b
Examples:
  mobcalc diff march.json april.json
  mobcalc diff march.json april.json --details
  mobcalc diff march.json april.json --csv -o changes.csv

Records are written by --record, as in 'mobcalc compare ana.yaml --record march.json'. Two files that 'compare --json'
printed can be set beside each other too; they do not say which assumptions they rest on. Exit code: 0 whether or not
something differs; to check that an answer still holds is what 'mobcalc replay' does.
"""
File = Annotated[str, typer.Argument(metavar="RECORD", help="A file that --record wrote.", autocompletion=records)]


@serves
def diff(*, first: File, second: File, much: Details, output: ScreenOutput) -> int:
    """Print what changed."""
    chosen_format(output)
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.cli.recording import check_answer
    from mobcalc.loader.run_records import answered
    from mobcalc.questions.diff import difference
    from mobcalc.report import diff as report

    before, after = answered(first), answered(second)
    refuse_to_replace(output.output, (first, second))
    for one in (before, after):
        if one.record is not None:
            check_answer(one.record, one.file)
    _check(before, after)
    answer = difference(before, after, _in_force(before, after))
    forms = Forms(
        lambda: report.document(answer, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )
    show(forms, output)
    return 0


def _check(before: "Answered", after: "Answered") -> None:
    """Refuse answers to two questions.

    Raises:
        InputError: saying which.
    """
    from mobcalc.questions.diff import place_of

    if before.command != after.command:
        what = f"it answers '{after.command}', and {before.file} answers '{before.command}'"
        raise input_error(after.file, "", what, "give two answers of one command")
    if all(place_of(before, after, index) is None for index, _ in enumerate(after.clients)):
        is_plain = before.record is None or after.record is None
        hint = (
            "give two records; plain JSON about one client does not name it"
            if is_plain
            else "give answers about one client"
        )
        raise input_error(after.file, "", f"it has no client that {before.file} has", hint)


def _in_force(before: "Answered", after: "Answered") -> "list[InForce | None]":
    """The assumptions of each client of the second answer in both, as far as both answers say theirs."""
    first, second = before.record, after.record
    if first is None or second is None or len(first.cases) != len(before.clients):
        return [None] * len(after.clients)
    try:
        return _both(before, first, after, second)
    except InputError:
        return [None] * len(after.clients)  # a case that this version refuses; its recorded figures stand


def _both(before: "Answered", first: "RunRecord", after: "Answered", second: "RunRecord") -> "list[InForce | None]":
    """The assumptions in both answers.

    Raises:
        InputError: for a case that this version refuses.
    """
    from mobcalc.cli.record_assumptions import in_both
    from mobcalc.cli.recording import recorded_cases
    from mobcalc.questions.diff import place_of

    read = recorded_cases(second, after.file)
    found: list[InForce | None] = []
    for index, _ in enumerate(after.clients):
        place = place_of(before, after, index)
        is_there = place is not None and index < min(len(read), len(second.cases))
        base = read[index].loaded.assumptions if is_there else None
        found.append(None if base is None else in_both(base, first.cases[place or 0], second.cases[index]))
    return found
