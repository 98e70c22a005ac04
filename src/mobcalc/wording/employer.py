"""Sentences and labels of `employer`, those of its one screen first: plain words, the answer before all else."""

from collections.abc import Callable

from mobcalc.language import mark, say, say_count
from mobcalc.results.employer import EmployerReturn, EmployerSide, EmployerStep
from mobcalc.wording.basis import place_name
from mobcalc.wording.numbers import dollars, hourly, percent, signed_dollars
from mobcalc.wording.pathways import pathway_name
from mobcalc.wording.screen import COUNTRY, of_client

COLUMNS = (
    mark("Months"),
    mark("Pay an\nhour"),
    mark("Does, of\na skilled"),
    mark("Mentor,\na week"),
    mark("Costs\na month"),
    mark("Work\nworth"),
    mark("Left\nover"),
)
PARTS = {
    "wages": mark("wages, benefits, payroll tax"),
    "mentors": mark("mentors' time"),
    "instruction": mark("classes and records"),
    "start": mark("finding and equipping"),
    "output": mark("work during the program"),
    "after": mark("work above pay after it"),
    "hiring": mark("hires that are not needed"),
}
"""What is spent and what comes back, by name."""
PART_COLUMNS = (mark("For one apprentice"), mark("who starts"), mark("who finishes"))
SPENT, BACK, LEFT = mark("Spent in all"), mark("Comes back in all"), mark("Left over")
STEP = 100


def asked(answer: EmployerReturn) -> str:
    """The pathway and the place, how long it takes and who finishes."""
    place = answer.provenance.place
    said = say(
        "{pathway}, {place}, as an employer sees it: {years}, {finish} of 100 finish, a skilled worker is paid {wage}.",
        pathway=pathway_name(answer.name),
        place=say(COUNTRY) if place is None else place_name(place),
        years=say_count(round(answer.length, 1), "{count} year", "{count} years"),
        finish=f"{100 * answer.completion:.0f}",
        wage=hourly(answer.journeyworker_wage),
    )
    return of_client(answer.provenance, said)


def verdict(answer: EmployerReturn) -> str:
    """What is spent on one who starts, what comes back, and when."""
    side = answer.starter
    said = say(
        "For each apprentice who starts, {cost} is spent and {back} comes back up to {years} after the program.",
        cost=dollars(side.cost, 1000),
        back=dollars(side.benefit, 1000),
        years=say_count(answer.years_after, "{count} year", "{count} years"),
    )
    return " ".join([said, _return(side), _when(side), _of_finisher(answer.finisher)])


def _return(side: EmployerSide) -> str:
    """What comes back of each dollar."""
    each = hourly(side.benefit_cost_ratio)
    if side.net >= 0.0:
        return say("That is {each} for each dollar, {net} more.", each=each, net=dollars(side.net, 1000))
    return say("That is {each} for each dollar, {net} less.", each=each, net=dollars(-side.net, 1000))


def _when(side: EmployerSide) -> str:
    """What is missing at the end of the program, and when all of it is back."""
    if side.net_in_program >= 0.0:
        return say("By the end of the program all of it is back.")
    missing = dollars(-side.net_in_program, 1000)
    if side.break_even_month is None:
        return say("By the end of the program {missing} is missing.", missing=missing)
    return say(
        "By the end of the program {missing} is missing; all is back after {month} months.",
        missing=missing,
        month=side.break_even_month,
    )


def _of_finisher(side: EmployerSide) -> str:
    """The same in short of one who finishes."""
    each = hourly(side.benefit_cost_ratio)
    return say("Of one who finishes it is {each} for each dollar.", each=each)


def months(step: EmployerStep) -> str:
    """The months of a step, for a column."""
    return f"{step.from_month}-{step.to_month}"


def share(ratio: float) -> str:
    """A part of a skilled worker's work, for a column."""
    return percent(round(ratio, 2))


def notes(answer: EmployerReturn) -> list[str]:
    """What would change what somebody does, the most important first."""
    return [said for write in NOTES if (said := write(answer))]


def _guesses(answer: EmployerReturn) -> str:
    """How far the guesses reach."""
    found = answer.range
    return say(
        "Most of this is a guess (work, mentors, who stays): with other guesses {low} to {high} comes back for each "
        "dollar, and in {ahead} of 100 tries more than is spent.",
        low=hourly(1.0 + found.return_low),
        high=hourly(1.0 + found.return_high),
        ahead=f"{100 * found.ahead:.0f}",
    )


def _reference(answer: EmployerReturn) -> str:
    """The published return, which nothing rests on."""
    return say(
        "68 employers who chose to answer an evaluation (2022) had {each}, the middle one of them; it is not used "
        "here.",
        each=hourly(1.0 + answer.reference),
    )


def _needed(answer: EmployerReturn) -> str:
    """What a finisher's work would have to be worth for it to pay."""
    if answer.starter.net >= 0.0 or answer.needed_gain_after is None:
        return ""
    return say(
        "It would pay if a finisher's work were worth {needed} more than pay and benefits, not {taken}.",
        needed=percent(round(answer.needed_gain_after, 2)),
        taken=percent(round(answer.gain_after, 2)),
    )


NOTES: tuple[Callable[[EmployerReturn], str], ...] = (_guesses, _reference, _needed)
"""What may be noted, the most important first."""


def basis(answer: EmployerReturn) -> str:
    """Which dollars these are, and how to see more."""
    rate = percent(answer.discount_rate)
    said = say(
        "{year} dollars; later money counts {rate} less a year. Table: one who stays.",
        year=answer.price_year,
        rate=rate,
    )
    return f"{said}\n{say('Every part, each guess by its name, how to put in your own: --details')}"


def parts_caption(answer: EmployerReturn) -> str:
    """What the parts are."""
    return say(
        "{year} dollars at the start, later money counting {rate} less a year. An apprentice's work is worth what a "
        "skilled worker would cost for it, with benefits of {benefits} of pay and payroll tax. After the program "
        "{years} are counted.",
        year=answer.price_year,
        rate=percent(answer.discount_rate),
        benefits=percent(answer.benefits_rate),
        years=say_count(answer.years_after, "{count} year", "{count} years"),
    )


def guesses(answer: EmployerReturn) -> str:
    """The assumed numbers by name."""
    return say("{names}.", names=", ".join(answer.assumed))


def put_in() -> str:
    """How to put one's own numbers in."""
    return say(
        "--set employer.mentor_hours_start=4, or 'employer:' in a file given with --assumptions. 'mobcalc "
        "assumptions show employer.gain_after' says what each rests on."
    )


def not_counted() -> str:
    """What is left out."""
    return say(
        "public money for training, tax credits, overtime, tools the employer buys, mistakes and accidents, what "
        "apprentices do for the mood and the name of a firm, and that a union fund may pay for classes. No other "
        "employer's gain from those who leave is in it."
    )


def range_said(answer: EmployerReturn) -> str:
    """Between which amounts most draws lie."""
    found = answer.range
    return say(
        "in 8 of 10 draws of the uncertain numbers between {low} and {high} for one who starts, in dollars left over.",
        low=signed_dollars(found.net_low, 1000),
        high=signed_dollars(found.net_high, 1000),
    )


CHART, AXIS = mark("Spent on one who starts and come back, by month"), mark("months")
SPENT_SO_FAR, BACK_SO_FAR = mark("spent so far"), mark("come back so far")
