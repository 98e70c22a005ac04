"""`mobcalc replay`."""

from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.options import Details, ScreenOutput, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.shell_words import records

if TYPE_CHECKING:
    from mobcalc.cli.runs import CaseRead
    from mobcalc.questions.diff import InForce
    from mobcalc.results.record import RunRecord

HELP = """Repeat a recorded run with this version, and say whether its answer is still the same.

\b
Examples:
  mobcalc replay run.json
  mobcalc replay run.json --details
  mobcalc replay run.json --json

A record is written by --record, as in 'mobcalc compare --record run.json', and nothing else is needed. Where the answer
differs, it is said which version, assumption, table or rule changed, and what each changed assumption does to gains.
Exit code: 0 the same to the last byte (but for the number of the version), 1 not the same, or a number or table in
the record is not the one that the answer rests on now, 2 no record.
"""


@serves
def replay(
    *,
    file: Annotated[str, typer.Argument(metavar="RECORD", help="A file that --record wrote.", autocompletion=records)],
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print whether the answers agree."""
    chosen_format(output)
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.cli.recording import check_answer, repeated_run
    from mobcalc.loader.run_records import answered_in, run_record
    from mobcalc.questions.replay import altered
    from mobcalc.questions.replay import replay as replayed
    from mobcalc.report import replay as report
    from mobcalc.report.record import as_written

    record = run_record(file)
    refuse_to_replace(output.output, (file,))
    check_answer(record, file)
    repeated, cases = repeated_run(record, file)
    answer = replayed(answered_in(record, file), answered_in(repeated, file), in_force(record, cases))
    others = altered(record, as_written(repeated))
    forms = Forms(
        lambda: report.document(answer, others, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )
    show(forms, output)
    return 0 if answer.agrees and not others else 1


def in_force(record: "RunRecord", cases: "list[CaseRead]") -> "list[InForce | None]":
    """The assumptions of each case as recorded, and as this version has them."""
    from mobcalc.cli.record_assumptions import in_both

    both = zip(record.cases, cases, strict=False)
    found = [in_both(read.loaded.assumptions, case, None) for case, read in both]
    return [*found, *[None] * (len(cases) - len(found))]
