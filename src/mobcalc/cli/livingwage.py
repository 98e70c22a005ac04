"""`mobcalc livingwage`."""

from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.options import (
    Details,
    HomeWithoutHelp,
    Pathways,
    Place,
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
    from mobcalc.cli.scenario import Here
    from mobcalc.results.livingwage import LivingWageBudget

HELP = """Show the basic-needs budget of a household by county, and the wage that pays for it.

\b
Examples:
  mobcalc livingwage --county "Kings, NY" --child 3
  mobcalc livingwage --state MS --adults 2 --child 3 --child 7 --wage 15
  mobcalc livingwage --state CA --child 4 --pathway electrician-apprenticeship
  mobcalc livingwage --county "Chautauqua, NY" --set living_wage.housing=9600
  mobcalc livingwage --certify richmond-2017 --wage 14.50 --insurance

The living wage is what an hour has to pay, full time, so that earnings less taxes, with refundable credits, meet the
basic needs; other benefits are not counted. --wage gives the gap of a wage, --pathway that of each year of a pathway.
--certify says which tier of a city's certification a wage meets, and ends with 1 where it meets none.
"""


@recorded
@serves
def livingwage(
    *,
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.", autocompletion=scenarios)
    ] = None,
    pathway: Annotated[
        str | None,
        typer.Option(
            "--pathway",
            "-p",
            metavar="ID",
            help="A pathway whose pay is set against it year by year.",
            autocompletion=pathway_ids,
        ),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option("--group", "-g", metavar="NAME", help="expected, completer (those who finish) or leaver."),
    ] = None,
    certify: Annotated[
        str | None,
        typer.Option("--certify", metavar="ID|FILE", help="A city's certification: which tier does --wage meet?"),
    ] = None,
    insurance: Annotated[
        bool, typer.Option("--insurance", help="The employer provides health insurance (with --certify).")
    ] = False,
    much: Details,
    who: Who,
    home: HomeWithoutHelp,
    place: Place,
    values: Values,
    output: ScreenOutput,
) -> int:
    """Print the budget and the wage."""
    chosen_format(output)
    if certify is None and insurance:
        raise input_error("--insurance", "", "it is asked about with a certification", "add --certify richmond-2017")
    if certify is not None:
        _check_no_pathway(pathway, group)
        from mobcalc.cli.livingwage_certification import certification

        return certification(
            certify,
            scenario=scenario,
            has_insurance=insurance,
            much=much,
            who=who,
            home=home,
            place=place,
            values=values,
            output=output,
        )
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.scenario import load_here
    from mobcalc.results.pathways import GROUPS

    if group is not None and group not in GROUPS:
        raise unknown_word("--group", group, GROUPS)
    here = load_here(values, output, place, (who, home), scenario)
    answer = _answer(here, Pathways(pathway=[pathway] if pathway else None), group)
    from mobcalc.report import livingwage as report

    forms = Forms(
        lambda: report.document(answer, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
        lambda: report.charts(answer),
    )
    show(forms, output)
    return 0


def _answer(here: "Here", pathways: Pathways, group: str | None) -> "LivingWageBudget":
    """The budget of the household, beside a pathway where one is asked about.

    Raises:
        InputError: without a place, and for a group without a pathway.
    """
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import only_pathway, read_case
    from mobcalc.questions.livingwage import living_wage

    table = slices(here)
    if table is None:
        raise input_error("", "", "no state was given", "add --state, such as --state NY, or --county")
    case = read_case(here, pathways)
    chosen = only_pathway(case, "livingwage")
    if group is not None and chosen is None:
        raise input_error("--group", "", "a group needs a pathway", "add --pathway ID, or leave out --group")
    return living_wage(case.loaded.assumptions, case.provenance, table, chosen, group, case.baseline)


def _check_no_pathway(pathway: str | None, group: str | None) -> None:
    """Refuse to certify a pathway: a certification is about what an employer pays.

    Raises:
        InputError: naming the flag.
    """
    for flag, given in (("--pathway", pathway), ("--group", group)):
        if given is not None:
            raise input_error(flag, "", "a certification is about an employer's wage", f"leave out {flag}")
