"""Sentences and labels of `program --budget`: plain words, the answer first."""

from mobcalc.language import mark, say, say_count
from mobcalc.results.program_seats import ProgramSeats, Seats
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import NONE, dollars, hourly, percent

COLUMNS = (
    mark("Program"),
    mark("A seat\ncosts"),
    mark("Seats, all\nin it"),
    mark("Gain for\na dollar"),
    mark("Likely"),
    mark("More at a\nliving wage"),
    mark("Seats in\nthe mix"),
)
BASIS = {
    "kept": mark("Gains are what people keep after taxes and benefits, by retirement."),
    "earned": mark("Gains are what people earn before taxes, by retirement; a place is missing for more."),
}
BEST = {
    "gain": mark("Most is gained with {mix}: {served} people for {cost}, {left} left."),
    "jobs": mark("Most jobs with a living wage come of {mix}: {served} people for {cost}, {left} left."),
}
"""The best mix, by what is wanted most of."""


def asked(answer: Seats) -> str:
    """What was asked."""
    return say_count(
        len(answer.programs),
        "What {budget} does in {count} program.",
        "What {budget} does in {count} programs.",
        budget=dollars(answer.budget, 1),
    )


def verdict(answer: Seats) -> str:
    """The best mix, what it gains, and how sure that is."""
    mix = [
        say("{seats} in {program}", seats=f"{one.seats:,}", program=say(one.name))
        for one in answer.programs
        if one.seats
    ]
    said = say(
        BEST[answer.aim],
        mix=listed(mix),
        served=f"{answer.served:,}",
        cost=dollars(answer.cost, 1),
        left=dollars(answer.left, 1),
    )
    return " ".join([said, _gain(answer), *_jobs(answer)])


def _gain(answer: Seats) -> str:
    """What the mix gains, all people together."""
    gain = dollars(answer.gain, 1000)
    if answer.low is None or answer.high is None:
        return say("Together they gain {gain}.", gain=gain)
    return say(
        "Together they gain {gain} (likely {low} to {high}).",
        gain=gain,
        low=dollars(answer.low, 1000),
        high=dollars(answer.high, 1000),
    )


def _jobs(answer: Seats) -> list[str]:
    """How many more have a living wage."""
    if answer.jobs is None:
        return []
    more = round(answer.jobs)
    if more < 1:
        return [say("No more people are paid a living wage five years on, or less than 1.")]
    return [
        say_count(
            more,
            "About {count} more is paid a living wage five years on.",
            "About {count} more are paid a living wage five years on.",
        )
    ]


def likely(one: ProgramSeats) -> str:
    """Between which amounts the gain for a dollar lies, for a column."""
    if one.per_dollar_low is None or one.per_dollar_high is None:
        return NONE
    return f"{one.per_dollar_low:.2f}-{one.per_dollar_high:.2f}"


def per_dollar(one: ProgramSeats) -> str:
    """The gain for a dollar, for a column."""
    return say("not known") if one.per_dollar is None else hourly(one.per_dollar)


def more_jobs(one: ProgramSeats) -> str:
    """How many of 100 seats more have a living wage, for a column."""
    return NONE if one.jobs is None else percent(round(one.jobs, 3))


def notes(answer: Seats) -> list[str]:
    """What would change what somebody does, the most important first."""
    said = [
        say(
            "In {program} employers pay for the gain: {raises} a seat in raises, which are not in the cost.",
            program=say(one.name),
            raises=dollars(one.employers, 100),
        )
        for one in answer.programs
        if one.employers > 0.0
    ]
    if answer.is_order_unsure:
        said.append(say("What is likely of the two best overlaps, so which is better is not sure."))
    unknown = [say(one.name) for one in answer.programs if one.gain is None]
    if unknown:
        said.append(say("Nobody knows what {programs} gains, so it has its floor alone.", programs=listed(unknown)))
    return [*said, say(BASIS[answer.basis]), say(SAME)]


SAME = mark(
    "Every seat counts the same, so most of the money goes to one program; whether it finds so many people and keeps "
    "its quality is not in it. --floor ID=SEATS keeps seats for a program."
)


def basis(answer: Seats) -> str:
    """Which dollars these are, and how to see more."""
    said = say(
        "{year} dollars, later money counts {rate} less a year.",
        year=answer.price_year,
        rate=percent(answer.discount_rate),
    )
    return f"{said}\n{say('How the mix is found: --details. One program: mobcalc program FILE')}"


def method() -> str:
    """How the best mix is found."""
    return say(
        "all mixes of whole seats within the budget and the floors are looked through, but those that could not be "
        "better even if parts of seats could be bought; so none is better. The likely range of the mix takes all "
        "programs at their low or their high end together, since they rest on the same assumptions: it is rather too "
        "wide."
    )
