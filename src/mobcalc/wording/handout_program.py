"""The words of the page on a program."""

from collections.abc import Iterator

from mobcalc.language import mark, say
from mobcalc.results.program import ProgramAnswer
from mobcalc.wording import program as details
from mobcalc.wording import program_notes
from mobcalc.wording import program_screen as screen
from mobcalc.wording.numbers import dollars, percent

QUESTIONS_TITLE = mark("Questions to ask")
UNKNOWN_TITLE = mark("What is not known")
NEXT_TITLE = mark("Next step")
PEOPLE, PUBLIC, TOGETHER = mark("People"), mark("Public money"), mark("All together")
BARS = mark("Pays (striped) and back by retirement (full)")
QUESTIONS = (
    mark("How many of those who start finish, and where do they work a year later?"),
    mark("What would the same people have done without the program?"),
    mark("Which help would let more of them finish, and what does it cost?"),
)
"""What a council may ask."""
LEFT_OUT = mark(
    "Sales and property taxes, jobs that others lose, crime, health and children's later lives are left out."
)
MOST = 4
"""So much that is not known has room."""


def figures(of: ProgramAnswer) -> Iterator[tuple[str, str]]:
    """The figures on top, each with what it is."""
    if of.cost:
        yield details.money(of.cost), say("what one place costs")
    if of.gained is not None and of.gained.kept is not None:
        yield dollars(of.gained.kept.career, 1000), say("more kept by each who enrolls, by retirement")
    elif of.gained is not None:
        yield dollars(of.gained.earned.career, 1000), say("more earned by each who enrolls, by retirement")
    if of.public is not None and of.public.returns_career is not None:
        yield details.per_dollar(of.public.returns_career), say("of each public dollar comes back by retirement")
    if of.career is not None and of.career.society is not None:
        yield details.per_dollar(of.career.society), say("all gains together for each dollar spent")


def finish(of: ProgramAnswer) -> str:
    """How many finish, below the dots."""
    share = percent(round(of.people.finishing or 0.0, 2))
    if of.cost_per_finisher is None:
        return say("{share} finish", share=share)
    return say("{share} finish: {cost} for each of them", share=share, cost=details.money(of.cost_per_finisher))


def unknown(of: ProgramAnswer) -> list[str]:
    """What is not known, the most important first."""
    said = [say(of.caution)] if of.caution is not None else []
    said += [program_notes.unfunded(of)] if of.unfunded_total >= 1.0 else []
    said += [details.own_numbers(of)] if details.guesses(of) else []
    said += [coverage] if (coverage := program_notes.coverage(of)) else []
    return [*[*said, *program_notes.notes(of, leave_out="some_lose")][:MOST], say(LEFT_OUT)]


def answer(of: ProgramAnswer) -> list[tuple[str, str]]:
    """Who gains and how much: what is said, each below a heading; one without a heading where nothing is known."""
    if of.gained is None:
        return [("", screen.answer(of))]
    people = " ".join(filter(None, [screen.people(of), program_notes.losers(of)]))
    parts = ((PEOPLE, people), (PUBLIC, screen.public_money(of)), (TOGETHER, screen.together(of)))
    return [(say(title), said) for title, said in parts if said]


def made_by(name: str) -> str:
    """Who made the page."""
    return say("Prepared by {name}", name=name)


def basis(of: ProgramAnswer, version: str) -> str:
    """Which dollars, and what made the page."""
    return say(
        "{price_year} dollars, later money counts {rate} less a year, amounts are for each who enrolls. mobcalc "
        "{version}",
        price_year=of.price_year,
        rate=percent(of.discount_rate),
        version=version,
    )
