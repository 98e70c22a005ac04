"""`mobcalc sensitivity`."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated

import typer

from mobcalc.cli.options import Home, Output, Pathways, Place, Rate, Values, Who, serves
from mobcalc.cli.printing import Forms, chosen_format, show
from mobcalc.errors import input_error
from mobcalc.units import nearest

if TYPE_CHECKING:
    from mobcalc.analysis.sensitivity import Question
    from mobcalc.cli.here import Here

HELP = """Show which assumptions matter most to a gain, and where another pathway would be better.

\b
Examples:
  mobcalc sensitivity
  mobcalc sensitivity --pathway associate-degree --versus building-trades-apprenticeship
  mobcalc sensitivity --state NY --child 3 --measure net_resources_present_value
  mobcalc sensitivity -p certificate --set "pathways.certificate.completion.rate={value: 0.5, range: [0.3, 0.6]}"
  mobcalc sensitivity --csv -o swings.csv

Every assumption with a range is moved from its low to its high end, one at a time, the others at their values. Without
--pathway it is the one that ranks best in compare by what workers earn.
"""


@serves(Who, Home, Place, Rate, Values, Output)
def sensitivity(
    scenario: Annotated[str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.")] = None,
    pathway: Annotated[
        str | None, typer.Option("--pathway", "-p", metavar="ID", help="The pathway whose gain is asked about.")
    ] = None,
    versus: Annotated[
        str | None,
        typer.Option("--versus", metavar="ID", help="The pathway that it gains over [default: the baseline]."),
    ] = None,
    measure: Annotated[
        str,
        typer.Option(
            "--measure",
            metavar="NAME",
            help="net_present_value, lifetime_earnings, first_decade_earnings or net_resources_present_value.",
        ),
    ] = "net_present_value",
    top: Annotated[
        int, typer.Option("--top", metavar="N", min=1, help="Rows in the table; data formats have all.")
    ] = 12,
    who: Who = Who(),  # noqa: B008
    home: Home = Home(),  # noqa: B008
    place: Place = Place(),  # noqa: B008
    rate: Rate = Rate(),  # noqa: B008
    values: Values = Values(),  # noqa: B008
    output: Output = Output(),  # noqa: B008
) -> int:
    """Print the sensitivity."""
    chosen_format(output)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.analysis.sensitivity import sensitivity as swings_of
    from mobcalc.analysis.worth import MEASURES
    from mobcalc.cli.here import load_here, slices
    from mobcalc.report import sensitivity as report
    from mobcalc.report.terms import shortfalls

    if measure not in MEASURES:
        hint = nearest(measure, MEASURES) or f"write one of {', '.join(MEASURES)}"
        raise input_error("--measure", "", f"unknown word '{measure}'", hint)
    here = load_here(values, output, place, (who, home, rate), scenario)
    question = _question(here, pathway, versus, measure)
    loaded = here.loaded
    found = swings_of(loaded.assumptions, loaded.bundled, here.provenance, question, slices(here))
    missing = shortfalls(loaded.assumptions)
    show(
        Forms(
            lambda: report.document(found, missing, top),
            lambda: report.contract(found),
            lambda: report.flat_rows(found),
        ),
        output,
    )
    return 0


def _question(here: "Here", pathway: str | None, versus: str | None, measure: str) -> "Question":
    """Which gain is asked about; an occupation that was asked for means its apprenticeship.

    Raises:
        InputError: for a pathway that is not known, and for a measure that needs a place where there is none.
    """
    from mobcalc.analysis.choice import check_ids
    from mobcalc.analysis.sensitivity import OF_HOUSEHOLD, Question
    from mobcalc.cli.asked import asked

    known = here.loaded.assumptions
    for flag, name in (("--pathway", pathway), ("--versus", versus)):
        if name is not None:
            check_ids(known, [name], flag)
    if measure == OF_HOUSEHOLD and here.provenance.place is None:
        raise input_error("--measure", "", f"{measure} needs a place, for taxes and benefits", "add --state")
    chosen, baseline = asked(here.loaded, Pathways(), here.provenance.occupation)
    occupation = here.provenance.occupation
    own = None if occupation is None else f"apprenticeship-{occupation.code}"
    return Question(pathway or _if_known(own, known.pathways), versus, measure, chosen, baseline)


def _if_known(name: str | None, known: Collection[str]) -> str | None:
    return name if name in known else None
