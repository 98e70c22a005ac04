"""`mobcalc employer`."""

from typing import Annotated

import typer

from mobcalc.cli.options import Details, Pathways, Place, Rate, ScreenOutput, Starter, Values, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.shell_words import pathway_ids
from mobcalc.errors import input_error

HELP = """Show what an employer spends on an apprentice, and what comes back, step by step.

\b
Examples:
  mobcalc employer electrician-apprenticeship
  mobcalc employer --occupation plumber --county "Tacoma, WA"
  mobcalc employer carpenter-apprenticeship --set employer.mentor_hours_start=4 --set employer.stay=0.9
  mobcalc employer electrician-apprenticeship --details
  mobcalc employer electrician-apprenticeship --csv -o months.csv

Wages, length and finishing are those of the pathway. What an apprentice's work is worth, a mentor's time and who stays
are guesses with wide ranges, under employer.NAME; 'mobcalc assumptions list employer' has them. Put your own in.
"""


@serves
def employer(
    *,
    pathway: Annotated[
        str | None,
        typer.Argument(metavar="[PATHWAY]", help="An apprenticeship's id.", autocompletion=pathway_ids),
    ] = None,
    starter: Starter,
    place: Place,
    rate: Rate,
    values: Values,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print what is spent, and what comes back."""
    chosen_format(output)
    if not pathway and place.occupation is None:
        hint = "write 'mobcalc employer electrician-apprenticeship', or add --occupation NAME"
        raise input_error("", "", "no apprenticeship was named", hint)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.scenario import load_here, only_pathway, read_case
    from mobcalc.questions.employer import employer_return
    from mobcalc.report import employer as report

    here = load_here(values, output, place, (starter, rate))
    case = read_case(here, Pathways(pathway=[pathway] if pathway else None))
    chosen = only_pathway(case, "employer", "apprenticeship")
    if chosen is None:
        raise input_error("", "", "no apprenticeship was named", "write 'mobcalc employer electrician-apprenticeship'")
    answer = employer_return(case.loaded.assumptions, case.provenance, chosen, case.baseline)
    forms = Forms(
        lambda: report.document(answer, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
        lambda: [report.chart(answer)],
    )
    show(forms, output)
    return 0
