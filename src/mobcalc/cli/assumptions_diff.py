"""`mobcalc assumptions diff`."""

from typing import Annotated

import msgspec
import typer

from mobcalc.cli.options import Home, Output, Pathways, Place, Rate, Values, Who, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.record_options import goes_on
from mobcalc.cli.shell_words import scenarios

DIFF_HELP = """Show what differs from the bundled numbers, and what each difference alone does to the gains.

\b
Examples:
  mobcalc assumptions diff --set pathways.associate-degree.completion.rate=0.55
  mobcalc assumptions diff --assumptions my-county.yaml -p certificate
  mobcalc assumptions diff --age 35 --wage 17.50
  mobcalc assumptions diff client.yaml --json

What is said about the person, by flags or by a scenario file, differs from the bundled person and is listed too.
"""


@goes_on
@serves
def diff(
    *,
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.", autocompletion=scenarios)
    ] = None,
    who: Who,
    home: Home,
    place: Place,
    pathways: Pathways,
    rate: Rate,
    values: Values,
    output: Output,
) -> int:
    """Print the differences and their effects."""
    chosen_format(output)
    from mobcalc.cli.scenario import load_here, read_case
    from mobcalc.loader import checks
    from mobcalc.provenance import checksum
    from mobcalc.questions.assumptions_diff import differences
    from mobcalc.report import assumptions_diff as report

    here = load_here(values, output, place, (who, home, rate), scenario)
    loaded, case = here.loaded, read_case(here, pathways)
    difference = differences(
        loaded.bundled,
        loaded.assumptions,
        loaded.places,
        lambda records: checks.problems(records, {}),
        checksum(loaded.assumptions),
        case.pathways,
        case.baseline,
    )
    difference = msgspec.structs.replace(difference, place=case.provenance.place, case=case.provenance.case)
    forms = Forms(
        lambda: report.document(difference),
        lambda: report.contract(difference),
        lambda: report.flat_rows(difference),
    )
    show(forms, output)
    return 0
