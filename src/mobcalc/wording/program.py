"""The sentences and labels of `program`."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.program import (
    BreakEven,
    FundUsed,
    HomeView,
    LevelView,
    ProgramAnswer,
    Range,
    ServiceView,
    Value,
)
from mobcalc.wording.basis import place_name
from mobcalc.wording.household import PROGRAMS
from mobcalc.wording.numbers import NONE, NOT_AVAILABLE, dollars, percent
from mobcalc.wording.program_training import household

LEVELS = {
    "federal": mark("Federal"),
    "state": mark("State"),
    "local": mark("City or county"),
    "employer": mark("Employers"),
    "private": mark("Private givers"),
    "public": mark("All public money"),
}
"""Who pays."""
PARTS = {
    **PROGRAMS,
    "health_plan": mark("credit for a marketplace plan"),
    "premium_tax_credit": mark("credit for a marketplace plan"),
    "state_payroll_tax": mark("state payroll tax"),
    "employer_payroll_tax": mark("employer's half of the payroll tax"),
    "state_part_of_medicaid": mark("of Medicaid, the state's part"),
}
"""What comes back, by the names of the table."""
RECORD_KINDS = {
    "observed": mark("observed"),
    "derived": mark("derived"),
    "assumed": mark("guess"),
    "user": mark("yours"),
}
"""How a number of the program's file is known."""
KINDS = {
    "pathway": mark("as in compare"),
    "effect": mark("stated effect"),
    "job": mark("change of job"),
    "unknown": mark("not known"),
}
"""How the effect of a service is known."""
NEVER = mark("never")
NOT_COUNTED = mark("not counted")
LEAST = 50.0
"""What is said of money that comes back, from so much on [USD]."""
FINE = 1000.0
"""Amounts below it are shown to ten dollars [USD]."""
COSTS = {
    (False, False): mark("It costs {cost} for each who enrolls."),
    (True, False): mark("It costs {cost} for each who enrolls, {help} of it help beside the training."),
    (False, True): mark("It costs {cost} for each who enrolls, {gap} of it not yet paid for."),
    (True, True): mark(
        "It costs {cost} for each who enrolls: {help} of it is help beside the training, {gap} not yet paid for."
    ),
}
"""What it costs: whether help is in it, and whether a part is not paid for."""
WORTH_THE_COST = mark(
    "Pay would have to rise by {gain} a year for {years} years, {share} of the {pay} usual now, to be worth the cost "
    "of {cost} each."
)
WORTH_ALONE = mark(
    "To be worth the whole cost alone, {cost} each, pay would have to rise by {gain} a year for {years} years, {share} "
    "of the {pay} usual now."
)
"""What gain would pay for a service by itself, and for all of a program."""
YEARS = mark("Cash by year, all who enroll together")
CASH = mark(
    "Dollars of the price year, later money counted in full. All of the cost falls in the first year. Public so far is "
    "what has come back of public money less what was paid."
)
NOT_MODELLED = mark(
    "Not counted: sales, property and city income taxes, so nothing comes back to a city; jobs that others lose to "
    "those who finish (displacement), and what many more trained people do to wages in the place; crime, health and "
    "children's later lives; the employer's return. TANF and help with child care are block grants, of which the state "
    "keeps what it does not spend."
)
COUNTED_ONCE = mark(
    "Money is counted once: a bill that a support pays is a cost to who pays it, and a gain to people where it is in "
    "what they pay. The cost counts in full at the start; later money counts {rate} less a year."
)


def heading(answer: ProgramAnswer) -> str:
    """Which program, where, and how many people."""
    return say("{name}. {about}.", name=say(answer.name).rstrip("."), about=whom(answer))


def whom(answer: ProgramAnswer) -> str:
    """Where, and how many people."""
    place = answer.provenance.place
    people = answer.people
    counted = [say_count(people.reached, "{count} reached", "{count} reached")] if people.reached is not None else []
    counted.append(say_count(people.enrolled, "{count} enrolled", "{count} enrolled"))
    if people.finished is not None:
        counted.append(say_count(round(people.finished), "{count} finished", "{count} finished"))
    where = [] if place is None else [place_name(place)]
    return ", ".join([*where, *counted])


def activities(answer: ProgramAnswer) -> str:
    """What people do, and how many."""
    return "; ".join(service_name(service) for service in answer.services)


def level_name(level: str) -> str:
    """Who pays, at the beginning of a row."""
    return say(LEVELS[level])


def fund_name(fund: FundUsed) -> str:
    """A source of money at the beginning of a row."""
    return level_name(fund.level) if fund.label is None else say(fund.label)


def per_dollar(ratio: float | None) -> str:
    """What comes of a dollar: `$0.57`."""
    if ratio is None:
        return NONE
    return f"-${-ratio:,.2f}" if round(ratio, 2) < 0 else f"${ratio:,.2f}"


def payback(view: LevelView) -> str:
    """In which year the money is back."""
    if view.payback_year is not None:
        return str(view.payback_year)
    return NONE if view.why.get("payback_year") != "never" else say(NEVER)


def marginal_value(value: Value) -> str:
    """The marginal value of public funds."""
    if value.is_free:
        return say("without end: public money comes back")
    return NOT_AVAILABLE if value.marginal_value is None else f"{value.marginal_value:,.2f}"


def ratio(amount: float | None) -> str:
    """A ratio with two decimals."""
    return NOT_AVAILABLE if amount is None else f"{amount:,.2f}"


def between(spread: Range | None) -> str:
    """Between which ratios 8 of 10 draws are."""
    if spread is None:
        return NOT_AVAILABLE
    return say("{low} to {high}", low=ratio(spread.low), high=ratio(spread.high))


def part_name(name: str) -> str:
    """A tax, credit or benefit at the beginning of a row."""
    said = say(PARTS[name])
    return said[:1].upper() + said[1:]


def service_name(service: ServiceView) -> str:
    """A service with the part of people who have it."""
    return say("{service} ({share})", service=say(service.label), share=percent(service.share))


def home_name(home: HomeView) -> str:
    """A kind of household with the part of people who live in it."""
    return say("{household} ({share})", household=household(home), share=percent(home.share))


def break_even(of: BreakEven) -> str:
    """What gain would pay for what nobody knows the effect of."""
    said = say(
        WORTH_ALONE if of.is_alone else WORTH_THE_COST,
        gain=dollars(of.society, 10),
        years=of.years,
        share=percent(of.society / of.usual_pay) if of.usual_pay else NOT_AVAILABLE,
        pay=dollars(of.usual_pay),
        cost=money(of.cost),
    )
    if of.taxpayer is None:
        return said
    return f"{said} " + say("For public money to come back: by {gain} a year.", gain=dollars(of.taxpayer, 10))


def cost(of: ProgramAnswer) -> str:
    """What one who enrolls costs, how much of it is help beside the training, and how much nobody pays for yet."""
    if not of.cost:
        return say("No cost is given for those who enroll.")
    helped, gap = sum(one.per_enrollee for one in of.supports), of.unfunded
    sentence = COSTS[helped >= LEAST, of.unfunded_total >= 1.0]
    return say(sentence, cost=money(of.cost), help=money(helped), gap=dollars(gap, 10))


def likely(spread: Range | None) -> str:
    """Behind a ratio, between which ones it most likely is; nothing where that is not known."""
    if spread is None or per_dollar(spread.low) == per_dollar(spread.high):
        return ""
    return " " + say("(likely {low} to {high})", low=per_dollar(spread.low), high=per_dollar(spread.high))


def money(amount: float | None) -> str:
    """An amount for each person: to ten dollars below a thousand, else to a hundred."""
    return dollars(amount, 10 if amount is not None and abs(amount) < FINE else 100)


def guesses(answer: ProgramAnswer) -> int:
    """How many of the program's own numbers are guesses or examples."""
    return sum(one.kind == "assumed" for one in answer.own_numbers)


def own_numbers(answer: ProgramAnswer) -> str:
    """How many of the program's own numbers are guesses or examples."""
    total, assumed = len(answer.own_numbers), guesses(answer)
    if total == assumed:
        return say("All {total} numbers in the program's file are guesses or examples.", total=total)
    return say_count(
        assumed,
        "Of the {total} numbers in the program's file {count} is a guess or an example.",
        "Of the {total} numbers in the program's file {count} are guesses or examples.",
        total=total,
    )
