"""`mobcalc timeline`."""

from typing import Annotated

import typer

from mobcalc.cli.options import (
    Details,
    Home,
    Pathways,
    Place,
    Program,
    Rate,
    ScreenOutput,
    Values,
    Who,
    serves,
    unknown_word,
)
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.record_options import recorded
from mobcalc.cli.shell_words import scenarios

HELP = """Show when a pathway gets ahead, and pay at some ages; --details has every year and a chart.

\b
Examples:
  mobcalc timeline --pathway electrician-apprenticeship
  mobcalc timeline -p associate-degree --group completer --loan 4000
  mobcalc timeline --age 35 --sex female --years-out 6 -p certificate
  mobcalc timeline --csv -o years.csv

Groups are expected (all who start), completer (those who finish) and leaver (those who leave). One pathway shows
all of them unless --group says otherwise, several show all who start.
"""
ALL_GROUPS = "all"


@recorded
@serves
def timeline(
    *,
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.", autocompletion=scenarios)
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option("--group", "-g", metavar="NAME|all", help="expected, completer or leaver; repeat for more."),
    ] = None,
    who: Who,
    program: Program,
    home: Home,
    place: Place,
    pathways: Pathways,
    rate: Rate,
    values: Values,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print the years."""
    chosen_format(output)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, read_case
    from mobcalc.questions.timeline import timeline as years_of
    from mobcalc.report import timeline as report
    from mobcalc.results.pathways import GROUPS
    from mobcalc.schema import ALL

    asked_for = _groups(group or [], GROUPS)
    here = load_here(values, output, place, (who, program, home, rate), scenario)
    case = read_case(here, pathways)
    assumptions, chosen = case.loaded.assumptions, case.pathways
    groups = asked_for or (GROUPS if len(chosen) == 1 and ALL not in chosen else GROUPS[:1])
    answer = years_of(assumptions, case.provenance, chosen, case.baseline, groups, slices(here))
    show(
        Forms(
            lambda: report.document(answer, has_details=much.details),
            lambda: report.contract(answer),
            lambda: report.flat_rows(answer),
            lambda: [] if much.details else [report.chart(answer)],
        ),
        output,
    )
    return 0


def _groups(given: list[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """The groups asked for, in the usual order; none if nothing was said."""
    for name in given:
        if name not in (*known, ALL_GROUPS):
            raise unknown_word("--group", name, (*known, ALL_GROUPS))
    return known if ALL_GROUPS in given else tuple(name for name in known if name in given)
