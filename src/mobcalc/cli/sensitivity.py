"""`mobcalc sensitivity`."""

from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.draws import DRAWS
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
from mobcalc.cli.shell_words import pathway_ids, scenarios
from mobcalc.errors import input_error

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Case
    from mobcalc.questions.sensitivity import Question

HELP = """Show which assumptions matter most to a gain, and where another pathway would be better.

\b
Examples:
  mobcalc sensitivity
  mobcalc sensitivity --pathway associate-degree --versus building-trades-apprenticeship
  mobcalc sensitivity --state NY --child 3 --measure net_resources_present_value
  mobcalc sensitivity -p certificate --set "pathways.certificate.completion.rate={value: 0.5, range: [0.3, 0.6]}"
  mobcalc sensitivity -p associate-degree --measure chance
  mobcalc sensitivity --csv -o swings.csv

Every assumption with a range is moved from its low to its high end, one at a time, the others at their values. Without
--pathway it is the one that gains most among those that compare shows. The measure 'chance' is that to end $10,000 or
more ahead.
"""


@recorded
@serves
def sensitivity(
    *,
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.", autocompletion=scenarios)
    ] = None,
    pathway: Annotated[
        str | None,
        typer.Option(
            "--pathway", "-p", metavar="ID", help="The pathway whose gain is asked about.", autocompletion=pathway_ids
        ),
    ] = None,
    versus: Annotated[
        str | None,
        typer.Option(
            "--versus",
            "--baseline",
            metavar="ID",
            help="The pathway that it gains over [default: no-postsecondary].",
            autocompletion=pathway_ids,
        ),
    ] = None,
    measure: Annotated[
        str,
        typer.Option(
            "--measure",
            metavar="NAME",
            help="net_present_value, lifetime_earnings, first_decade_earnings, net_resources_present_value or chance.",
        ),
    ] = "net_present_value",
    top: Annotated[
        int | None, typer.Option("--top", metavar="N", min=1, help="Rows in the table; data formats have all.")
    ] = None,
    who: Who,
    program: Program,
    home: Home,
    place: Place,
    rate: Rate,
    values: Values,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print the sensitivity."""
    chosen_format(output)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, read_case
    from mobcalc.projection.measures import MEASURES
    from mobcalc.questions.sensitivity import sensitivity as swings_of
    from mobcalc.report import sensitivity as report
    from mobcalc.results.sensitivity import BY_CHANCE

    if measure not in (*MEASURES, BY_CHANCE):
        raise unknown_word("--measure", measure, (*MEASURES, BY_CHANCE))
    here = load_here(values, output, place, (who, program, home, rate), scenario)
    case = read_case(here, Pathways(pathway=[pathway] if pathway else None, baseline=versus), "--versus")
    loaded = case.loaded
    answer = swings_of(loaded.assumptions, loaded.bundled, case.provenance, _question(case, measure), slices(here))
    show(
        Forms(
            lambda: report.document(answer, top, has_details=much.details),
            lambda: report.contract(answer),
            lambda: report.flat_rows(answer),
        ),
        output,
    )
    return 0


def _question(case: "Case", measure: str) -> "Question":
    """Which gain is asked about.

    Raises:
        InputError: where several pathways are asked for, and for a measure that needs a place where there is none.
    """
    from mobcalc.cli.scenario import only_pathway
    from mobcalc.questions.basis import NO_DRAWS, Drawing
    from mobcalc.questions.sensitivity import OF_HOUSEHOLD, Question
    from mobcalc.results.sensitivity import BY_CHANCE

    if measure == OF_HOUSEHOLD and case.provenance.place is None:
        raise input_error("--measure", "", f"{measure} needs a place, for taxes and benefits", "add --state")
    drawn = Drawing(DRAWS, 0) if measure == BY_CHANCE else NO_DRAWS
    return Question(only_pathway(case, "sensitivity"), case.baseline, measure, case.loaded.choice.baseline, drawn)
