"""`mobcalc validate`."""

from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.options import Numbers, Place, ScreenOutput, Values, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.errors import input_error
from mobcalc.units import nearest

if TYPE_CHECKING:
    from mobcalc.schema.validation import PublishedCase

HELP = """Run published results through the engine: published, computed, tolerance or band, verdict.

\b
Examples:
  mobcalc validate
  mobcalc validate tamborini-npv-ratio
  mobcalc validate --details
  mobcalc validate --set pathways.bachelors-degree.training.length=4
  mobcalc validate --csv -o validation.csv

Figures with a tolerance are reproduced or missed; where only a band is justified they are within it or outside, which
is no reproduction. Exit code 1 if one fails.
"""


@serves
def validate(
    *,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[CASE]...", help="Only these cases, with all that is known of them.")
    ] = None,
    details: Annotated[
        bool,
        typer.Option("--details", help="Every figure, with sources, inputs and parts; data formats have them anyway."),
    ] = False,
    numbers: Numbers,
    output: ScreenOutput,
) -> int:
    """Print the verdicts."""
    chosen_format(output)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.scenario import load_here
    from mobcalc.loader.validation_cases import validation_cases
    from mobcalc.questions.validate import validation
    from mobcalc.report import validate as report
    from mobcalc.results.validate import failing

    cases = _chosen(validation_cases(), names or [])
    here = load_here(Values(assumptions=numbers.assumptions, set=numbers.set), output, Place())
    answer = validation(here.loaded.assumptions, here.provenance, cases)
    forms = Forms(
        lambda: report.document(answer, with_details=details or bool(names)),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )
    show(forms, output)
    return 1 if failing(answer.cases) else 0


def _chosen(cases: "dict[str, PublishedCase]", names: list[str]) -> "dict[str, PublishedCase]":
    """The cases of these names, in the order of the file; all of them where none is named.

    Raises:
        InputError: for a name that no case has.
    """
    for name in names:
        if name not in cases:
            hint = nearest(name, cases) or "'mobcalc validate' lists all"
            raise input_error("", "", f"there is no published case '{name}'", hint)
    return {name: case for name, case in cases.items() if name in names or not names}
