"""`mobcalc cliff`."""

from typing import Annotated

import typer

from mobcalc.cli.options import Details, Home, Pathways, Place, ScreenOutput, Values, Who, serves, unknown_word
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.record_options import recorded
from mobcalc.cli.shell_words import pathway_ids, scenarios
from mobcalc.errors import input_error

HELP = """Show what a household keeps as earnings rise, and where a raise leaves it with less.

\b
Examples:
  mobcalc cliff --state NY --adults 1 --child 3
  mobcalc cliff --state TX --adults 2 --child 3 --child 7 --partner-earnings 20000
  mobcalc cliff --state NY --child 3 --wage 15.50 --hours 38
  mobcalc cliff --state NY --child 3 --pathway electrician-apprenticeship
  mobcalc cliff --state NY --child 3 --csv -o cliff.csv

Taxes and benefits are those of a state, so a place is needed.
"""


@recorded
@serves
def cliff(
    *,
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.", autocompletion=scenarios)
    ] = None,
    pathway: Annotated[
        str | None,
        typer.Option("--pathway", "-p", metavar="ID", help="A pathway to follow by age.", autocompletion=pathway_ids),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option("--group", "-g", metavar="NAME", help="expected, completer or leaver [default: completer]."),
    ] = None,
    with_coverage: Annotated[
        bool, typer.Option("--with-coverage", help="Count public health coverage as if it were cash.")
    ] = False,
    much: Details,
    who: Who,
    home: Home,
    place: Place,
    values: Values,
    output: ScreenOutput,
) -> int:
    """Print what is kept, and the cliffs."""
    chosen_format(output)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import beside, slices
    from mobcalc.cli.scenario import load_here, only_pathway, read_case
    from mobcalc.questions.cliff import cliffs
    from mobcalc.report import cliff as report

    here = load_here(values, output, place, (who, home), scenario)
    case = read_case(here, Pathways(pathway=[pathway] if pathway else None))
    followed = only_pathway(case, "cliff")
    _check_group(group, followed)
    table = slices(here, is_pay_of_rules=True)
    if table is None:
        raise input_error("", "", "no state was given", "add --state, such as --state NY")
    answer = cliffs(
        case.loaded.assumptions,
        table,
        case.provenance,
        beside(here),
        with_coverage=with_coverage,
        pathway=followed,
        group=group,
        baseline=case.baseline,
    )
    forms = Forms(
        lambda: report.document(answer, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
        lambda: [] if much.details else [report.chart(answer)],
    )
    show(forms, output)
    return 0


def _check_group(group: str | None, followed: str | None) -> None:
    """Refuse a group that there is none of, and one of no pathway."""
    from mobcalc.results.pathways import GROUPS

    if group is not None and group not in GROUPS:
        raise unknown_word("--group", group, GROUPS)
    if group is not None and followed is None:
        raise input_error("--group", "", "there is no pathway to follow", "add --pathway ID")
