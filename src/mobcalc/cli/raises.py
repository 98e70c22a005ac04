"""`mobcalc raise`; Python keeps the word `raise` for itself, so the modules of this command are called `raises`."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from mobcalc.cli.options import Area, AtWork, Details, Home, Pathways, Place, ScreenOutput, Values, serves
from mobcalc.cli.output import Forms, chosen_format, show
from mobcalc.cli.shell_words import scenarios
from mobcalc.errors import input_error
from mobcalc.units import NotANumberError, nearest, number

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Here
    from mobcalc.schema.worker import Worker

HELP = """Show what a raise leaves households, what it costs the employer, and what it saves governments.

\b
Examples:
  mobcalc raise --county "Richmond city, VA" --from 14 --to living-wage
  mobcalc raise --county "Richmond city, VA" --from 14 --to 17.50 --adults 1 --child 3 --child 7
  mobcalc raise --state NY --from 16.50 --to 20 --hours 30 --details
  mobcalc raise --state VA --from 15 --to 18 --csv -o raise.csv

Without a household there is a line for each of five typical ones. --to living-wage is the wage that pays for the basic
needs of the household asked about, otherwise of one adult. --workers FILE.csv has a line for each worker, with columns
wage, hours, adults, children (3;7), partner_earnings, disability, child_care, age and id, of which wage has to be
there; nobody's pay is lowered. Wages are in dollars of the year of the rules.
"""
LIVING_WAGE = "living-wage"
LOWEST, HIGHEST = 1.0, 500.0
"""Between these a wage may lie [USD/hour]."""
OF_HOUSEHOLD = ("person.adults", "person.children", "person.partner_earnings", "person.disability")
"""What says that one household is asked about."""


class Paid(Struct):
    """What the worker is paid before the raise."""

    from_: str | None


@serves
def raises(
    *,
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.", autocompletion=scenarios)
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", "--wage", metavar="USD", help="Hourly wage before the raise, in this year's dollars."),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="USD|living-wage", help="Hourly wage after the raise.")
    ] = None,
    workers: Annotated[
        str | None, typer.Option("--workers", metavar="FILE.csv", help="Your workers, a line each.")
    ] = None,
    work: AtWork,
    much: Details,
    home: Home,
    place: Area,
    values: Values,
    output: ScreenOutput,
) -> int:
    """Print what is kept, what it costs and what it saves."""
    chosen_format(output)
    wage, paid = _target(to), Paid(from_)
    if workers is not None:
        _check_alone(paid, work, home)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import rules_of_place
    from mobcalc.cli.layers import refuse_to_replace
    from mobcalc.cli.scenario import load_here, read_case
    from mobcalc.questions.raises import Rules, Target
    from mobcalc.questions.raises import raises as question
    from mobcalc.report import raises as report

    refuse_to_replace(output.output, (workers,))
    where = Place(state=place.state, county=place.county, metro=place.metro)
    here = load_here(values, output, where, (paid, work, home), scenario)
    rules = Rules(*rules_of_place(here))
    case = read_case(here, Pathways())
    of_employer = None if workers is None else _workers(workers, here)
    if of_employer is None:
        _check_wage(here, wage)
    answer = question(
        case.loaded.assumptions,
        case.provenance,
        rules,
        Target(wage),
        of_employer,
        is_typical=of_employer is None and not set(OF_HOUSEHOLD) & set(here.loaded.places),
    )
    has_partner = bool(answer.households[0].household.partner_earnings)
    _check_rise(answer.from_wage, answer.to_wage, wage, has_partner=has_partner)
    forms = Forms(
        lambda: report.document(answer, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )
    show(forms, output)
    return 0


def _target(to: str | None) -> float | None:
    """The wage to rise to [USD/hour]; None for the living wage.

    Raises:
        InputError: where it is neither that word nor a wage.
    """
    if to is None:
        raise input_error("--to", "", "the wage after the raise is missing", f"add --to 17.50 or --to {LIVING_WAGE}")
    word = to.strip().lower().replace("_", "-").replace(" ", "-")
    if word == LIVING_WAGE:
        return None
    try:
        wage = number(to.strip())
    except NotANumberError as error:
        raise input_error("--to", "", error.what, nearest(word, [LIVING_WAGE]) or error.hint) from None
    if not LOWEST <= wage <= HIGHEST:
        hint = f"give {LOWEST:g} to {HIGHEST:g} dollars, or {LIVING_WAGE}"
        raise input_error("--to", "", f"{wage:g} dollars an hour is no wage", hint)
    return wage


def _check_alone(paid: Paid, work: AtWork, home: Home) -> None:
    """Refuse flags that say of one worker what the file says of each.

    Raises:
        InputError: naming the flag.
    """
    said: dict[str, Struct] = {"from_": paid, "age": work, "adults": home, "child": home, "kids": home}
    said |= {"partner_earnings": home, "disability": home, "child_care": home}
    for name, group in said.items():
        if getattr(group, name):
            flag = f"--{name.rstrip('_').replace('_', '-')}"
            raise input_error(flag, "", "the file of --workers says it of each worker", f"leave out {flag}")


def _workers(path: str, here: "Here") -> "list[Worker]":
    """The workers of a file, who work as many hours as the person where a line does not say how many."""
    from mobcalc.loader.worker_file import workers_in
    from mobcalc.sampling import hours_in_work

    hours = hours_in_work(here.loaded.assumptions.person.weekly_hours).value
    assert isinstance(hours, float)
    return workers_in(path, hours)


def _check_wage(here: "Here", wage: float | None) -> None:
    """Refuse a raise of a wage that nobody gave, and of no hours.

    Raises:
        InputError: naming what is missing.
    """
    person = here.loaded.assumptions.person
    if person.wage is None:
        raise input_error("--from", "", "the wage before the raise is missing", "add --from 14")
    if person.weekly_hours.value == 0.0:
        raise input_error(person.weekly_hours.where, "", "nobody is paid for 0 hours a week", "give the hours at work")
    before = person.wage.value
    assert isinstance(before, float)
    _check_rise(before, before + 1.0 if wage is None else wage, wage)


def _check_rise(before: float | None, after: float, wage: float | None, *, has_partner: bool = False) -> None:
    """Refuse a raise to no more than is paid.

    Args:
        before: the wage, if it is one [USD/hour].
        after: what it is raised to [USD/hour].
        wage: what was asked for; None for the living wage.
        has_partner: whether a second adult is paid too, beside which the living wage is less.

    Raises:
        InputError: naming both.
    """
    if before is None or after > before:
        return
    if wage is None:
        beside = "the living wage beside the second adult's pay" if has_partner else "the living wage"
        what = f"{before:.2f} dollars an hour is {beside}, {after:.2f}, or more"
        raise input_error("--to", "", what, f"give a wage above it, such as --to {before + 1.0:.2f}")
    what = f"{after:.2f} dollars an hour is no raise of {before:.2f}"
    raise input_error("--to", "", what, "give a wage above --from")
