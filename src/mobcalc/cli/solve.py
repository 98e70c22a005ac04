"""`mobcalc solve`."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from mobcalc.cli.draws import drawing
from mobcalc.cli.options import (
    Details,
    Draws,
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
from mobcalc.cli.shell_words import names_to_solve, pathway_ids, scenarios
from mobcalc.errors import input_error
from mobcalc.units import NotANumberError, number

if TYPE_CHECKING:
    from mobcalc.cli.scenario import Case, Here
    from mobcalc.cli.solve_names import Named
    from mobcalc.household_types import Slices
    from mobcalc.questions.basis import Drawing
    from mobcalc.questions.solve_targets import Wanted

HELP = """Ask the question backwards: at which value of one assumption does a pathway become worth it?

\b
Examples:
  mobcalc solve completion.rate --pathway building-trades-apprenticeship
  mobcalc solve wage --pathway associate-degree --age 30
  mobcalc solve pathways.certificate.costs.grants --by-age 30
  mobcalc solve stipend -p associate-degree --state NY --child 3 --gain 50000
  mobcalc solve completion.rate -p certificate --versus building-trades-apprenticeship
  mobcalc solve person.weekly_hours -p certificate --county Kings,NY --living-wage-by 30
  mobcalc solve completion.rate -p associate-degree --chance 0.85

NAME is any single number that 'mobcalc assumptions list' names, or one that is not there yet such as a stipend. Every
other assumption stays at its value. Money is tried in dollars of the price year. --draws and --seed go with --chance.
"""
LEAST_PERCENT = 2.0
"""From this on a number given as a chance is taken to be meant in percent."""
OWN_MEASURES = {
    "--by-age": "the running sum of net earnings",
    "--living-wage-by": "the pay of finishers at that age",
    "--chance": "net earnings to retirement, discounted",
}
"""What targets other than a gain are about."""
MOST_GAINED = 1e10
"""No gain that can be asked for is larger [USD]."""
AGES = ("person.start_age", "person.retire_age")
"""The names that move the working life itself, so that it sets no limits to the age asked for."""


class Aim(Struct):
    """What shall come true, and between which values it is looked for."""

    gain: Annotated[
        str | None, typer.Option("--gain", metavar="USD", help="It gains at least so much [default: 0, worth it].")
    ] = None
    measure: Annotated[
        str | None,
        typer.Option("--measure", metavar="NAME", help="The outcome to gain in [default: net_present_value]."),
    ] = None
    by_age: Annotated[
        str | None, typer.Option("--by-age", metavar="AGE", help="Instead: it has broken even by this age.")
    ] = None
    living_wage_by: Annotated[
        str | None,
        typer.Option("--living-wage-by", metavar="AGE", help="Instead: finishers are paid a living wage at this age."),
    ] = None
    chance: Annotated[
        str | None,
        typer.Option(
            "--chance", metavar="SHARE", help="Instead: it ends $10,000 ahead in this share of simulated lives."
        ),
    ] = None
    low: Annotated[str | None, typer.Option("--low", metavar="VALUE", help="Look from this value on.")] = None
    high: Annotated[str | None, typer.Option("--high", metavar="VALUE", help="Look up to this value.")] = None


@recorded
@serves
def solve(
    *,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="The assumption whose value is asked for.", autocompletion=names_to_solve),
    ],
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A scenario file.", autocompletion=scenarios)
    ] = None,
    pathway: Annotated[
        str | None,
        typer.Option(
            "--pathway",
            "-p",
            metavar="ID",
            help="Which pathway [default: the one NAME is of, or the best].",
            autocompletion=pathway_ids,
        ),
    ] = None,
    versus: Annotated[
        str | None,
        typer.Option(
            "--versus",
            "--baseline",
            metavar="ID",
            help="What to compare with [default: no-postsecondary].",
            autocompletion=pathway_ids,
        ),
    ] = None,
    aim: Aim,
    who: Who,
    program: Program,
    home: Home,
    place: Place,
    rate: Rate,
    values: Values,
    draws: Draws,
    much: Details,
    output: ScreenOutput,
) -> int:
    """Print the values at which it comes true."""
    chosen_format(output)
    # NumPy takes half of the start-up time, so it comes in only once the flags are known to be sound.
    from mobcalc.cli.household import slices
    from mobcalc.cli.scenario import load_here, only_pathway, read_case
    from mobcalc.cli.solve_names import named, search_range
    from mobcalc.loader import checks
    from mobcalc.loader.person_checks import least_wage
    from mobcalc.questions.solve import Asked, solved
    from mobcalc.report import solve as report

    wanted = _wanted(aim)
    drawn = _drawn(wanted, draws)
    here = load_here(values, output, place, (who, program, home, rate), scenario)
    assumptions = here.loaded.assumptions
    _check(wanted, here)
    own = pathway or _pathway_in(name, here, versus)
    case = read_case(here, Pathways(pathway=[own] if own else None, baseline=versus), "--versus")
    one = only_pathway(case, "solve")
    of = named(assumptions, name, one)
    least = least_wage(assumptions) if of.name == "person.wage" else 0.0
    ends = search_range(of, _present(here, of), aim.low, aim.high, least)
    household = slices(here)
    _refuse_fixed(of.name, wanted, case)
    chosen = one or _best(case, wanted, household)
    wanted = _within(wanted, here, of.name)
    question = Asked(of.name, of.limits.unit, of.limits.whole, *ends, wanted, chosen, case.baseline, drawn)
    answer = solved(assumptions, case.provenance, question, lambda tried: checks.problems(tried, {}), household)
    forms = Forms(
        lambda: report.document(answer, has_details=much.details),
        lambda: report.contract(answer),
        lambda: report.flat_rows(answer),
    )
    show(forms, output)
    return 0


def _wanted(aim: Aim) -> "Wanted":
    """The one target that the flags ask for; to be worth it where they ask for none.

    Raises:
        InputError: when they ask for more than one, or for none that exists.
    """
    from mobcalc.questions.solve_targets import Wanted

    targets = {
        "--gain": aim.gain,
        "--by-age": aim.by_age,
        "--living-wage-by": aim.living_wage_by,
        "--chance": aim.chance,
    }
    asked = [(flag, text) for flag, text in targets.items() if text is not None]
    if len(asked) > 1:
        raise input_error(asked[1][0], "", f"{asked[0][0]} and {asked[1][0]} are two questions", "ask one at a time")
    flag, text = asked[0] if asked else ("--gain", "0")
    if flag == "--gain":
        return Wanted("gain", _gain(text), _measure(aim.measure))
    if aim.measure is not None:
        raise input_error(
            "--measure", "", f"{flag} has a measure of its own, {OWN_MEASURES[flag]}", f"leave out --measure or {flag}"
        )
    if flag == "--chance":
        return Wanted("chance", _chance(flag, text))
    return Wanted("by_age" if flag == "--by-age" else "living_wage_by", _age(flag, text))


def _drawn(wanted: "Wanted", asked: Draws) -> "Drawing":
    """Which lives a chance is of; none for other targets.

    Raises:
        InputError: when lives are asked for where none are drawn, or none where they are needed.
    """
    from mobcalc.questions.basis import Drawing

    if wanted.kind != "chance":
        given = [flag for flag, text in (("--draws", asked.draws), ("--seed", asked.seed)) if text is not None]
        if given:
            hint = f"add --chance SHARE, or leave out {' and '.join(given)}"
            raise input_error(given[0], "", "lives are drawn at random for --chance alone", hint)
        return Drawing()
    return Drawing(*drawing(asked, are_needed=True))


def _measure(given: str | None) -> str:
    """The outcome that a gain is in; the first that there is if none is given."""
    from mobcalc.projection.measures import MEASURES

    if given is not None and given not in MEASURES:
        raise unknown_word("--measure", given, tuple(MEASURES))
    return given or next(iter(MEASURES))


def _number(flag: str, text: str) -> float:
    try:
        return number(text)
    except NotANumberError as error:
        raise input_error(flag, "", error.what, error.hint) from None


def _gain(text: str) -> float:
    """A gain that could be: less than the highest pay that can be entered, over the longest life."""
    amount = _number("--gain", text)
    if abs(amount) > MOST_GAINED:
        hint = f"give a number from {-MOST_GAINED:.0f} to {MOST_GAINED:.0f}"
        raise input_error("--gain", "", f"{text} is out of range for a value in USD", hint)
    return amount


def _age(flag: str, text: str) -> float:
    age = _number(flag, text)
    if age != int(age):
        raise input_error(flag, "", f"{text} is not a whole number", "give an age in whole years")
    return age


def _chance(flag: str, text: str) -> float:
    """A chance that can be more or less: a share strictly between 0 and 1."""
    share = _number(flag, text)
    if not 0.0 < share < 1.0:
        meant = f"{share / 100:.10g}" if LEAST_PERCENT <= share < 100.0 else ""
        hint = f"shares are written as decimals: {meant}" if meant else "give a decimal such as 0.8, for 8 of 10 lives"
        raise input_error(flag, "", f"{text} is not strictly between 0 and 1", hint)
    return share


def _check(wanted: "Wanted", here: "Here") -> None:
    """Refuse a target that needs a place where none is given."""
    flag = {"living_wage_by": "--living-wage-by"}.get(wanted.kind)
    if wanted.measure == "net_resources_present_value":
        flag = "--measure"
    if flag is not None and here.provenance.place is None:
        what = "what the household keeps and needs depends on where it lives"
        raise input_error(flag, "", what, "add --state, and --adults and --child AGE for who lives in it")


def _within(wanted: "Wanted", here: "Here", name: str) -> "Wanted":
    """The target, once it is sure that its age lies within the working life.

    Raises:
        InputError: when it does not.
    """
    if wanted.kind in ("gain", "chance") or name in AGES:
        return wanted
    person = here.loaded.assumptions.person
    start, retire = (int(record.value) for record in (person.start_age, person.retire_age))  # type: ignore[arg-type]
    flag, first, last = ("--by-age", start + 1, retire)
    if wanted.kind == "living_wage_by":
        flag, first, last = ("--living-wage-by", start, retire - 1)
    if not first <= wanted.value <= last:
        raise input_error(flag, "", f"{wanted.value:g} is outside the working life", f"give {first} to {last}")
    return wanted


def _pathway_in(name: str, here: "Here", versus: str | None) -> str | None:
    """The pathway that the name of an assumption is of; None where it is of none, or of what is compared with."""
    from mobcalc.schema import COUNTERFACTUAL

    parts = name.strip().split(".")
    known = here.loaded.assumptions.pathways
    is_own = parts[0] == "pathways" and len(parts) > 1 and parts[1] in known
    return parts[1] if is_own and parts[1] != (versus or here.loaded.choice.baseline or COUNTERFACTUAL) else None


def _refuse_fixed(name: str, wanted: "Wanted", case: "Case") -> None:
    """Refuse a number that the tables of taxes and benefits are made with where the target rests on those.

    Raises:
        InputError: naming it.
    """
    from mobcalc.household.rules_by_year import made_with
    from mobcalc.loader.number_checks import amount

    person = case.loaded.assumptions.person
    partner = 0.0 if person.partner_earnings is None else amount(person.partner_earnings)
    rests = wanted.measure == "net_resources_present_value" or wanted.kind == "living_wage_by"
    if rests and case.provenance.place is not None and name in made_with(person, partner):
        what = "taxes and benefits are looked up for one household and what it pays for"
        raise input_error("NAME", name, what, f"compare values with --set {name}=VALUE")


def _best(case: "Case", wanted: "Wanted", household: "Slices | None") -> str:
    """The pathway that gains most where none is named."""
    from mobcalc.projection.measures import best_pathway

    of_household = household if wanted.measure == "net_resources_present_value" else None
    return best_pathway(case.loaded.assumptions, case.baseline, case.baseline, wanted.measure, of_household)


def _present(here: "Here", of: "Named") -> float | None:
    """The value in force, in dollars of the price year if it is money."""
    from mobcalc.sampling import restated

    value = None if of.record is None else restated(here.loaded.assumptions, of.record)
    return value if isinstance(value, float) else None
