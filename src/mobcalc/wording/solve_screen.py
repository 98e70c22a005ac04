"""The sentences of the one screen that `solve` shows by default."""

from mobcalc.language import mark, say
from mobcalc.results.solve import Solved, Tried
from mobcalc.wording import solve as details
from mobcalc.wording.numbers import hourly, percent
from mobcalc.wording.solve_chance import points
from mobcalc.wording.solve_question import part_of, tried, value

GAINS = {
    "net_present_value": mark("Gain: earnings to retirement less training costs."),
    "net_resources_present_value": mark("Gain: what the household keeps to retirement."),
    "lifetime_earnings": mark("Gain: earnings to retirement, before training costs, later money counting in full."),
    "first_decade_earnings": mark("Gain: earnings of the first ten years, before training costs."),
}
"""What a gain is, by what it is measured in."""
AMOUNTS = {**details.AMOUNTS, "chance": mark("Ends well\nahead")}
"""What a value brings, over its column."""
CAUTIONS = {
    "stipend": mark("It counts in full while in training, before taxes. What it costs who pays it is not in it."),
    "costs.grants": mark("What a grant pays beyond the price of training counts as money in hand."),
    "person.wage": mark(
        "Pay after training follows the wage only in part (a guess): a high wage makes training look worse."
    ),
    "completion.rate": mark("Only the mix of those who finish and those who leave moves, not what either earns."),
}
"""What must be known of what was moved."""


def notes(solved: Solved) -> list[str]:
    """What would change what somebody does."""
    part = part_of(solved.question)
    said = [_now(solved)] if solved.matters and _now(solved) else []
    said += [say(CAUTIONS[part])] if part in CAUTIONS and solved.matters else []
    if solved.question.target == "chance":
        said.append(say("The chances are known to about {points} points of 100 either way.", points=points(solved)))
    return said


def _now(solved: Solved) -> str:
    """What the value in force gives; empty where it gives nothing."""
    present = solved.now
    reached = Tried(0.0, present.amount, present.chance)
    if not reached.is_possible:
        return ""
    outcome = details.outcome(solved, reached)
    if present.value is not None:
        return say("Now, at {value}, {outcome}.", value=value(solved.question, present.value), outcome=outcome)
    if present.typical is None:
        return say("As it is, {outcome}.", outcome=outcome)
    return say(
        "At the {wage} that people like this are paid, {outcome}.", wage=hourly(present.typical), outcome=outcome
    )


def basis(solved: Solved) -> str:
    """Which dollars, what the amounts are, which values were tried, and how to see more."""
    searched = say(
        "Tried from {low} to {high} (--low, --high). What it rests on: --details",
        low=value(solved.question, solved.question.low),
        high=tried(solved.question, solved.question.high),
    )
    return f"{' '.join(_amounts(solved))}\n{searched}"


def _amounts(solved: Solved) -> list[str]:
    """What the amounts are, and which dollars they are in."""
    year, rate = solved.price_year, percent(solved.discount_rate)
    if solved.question.target == "living_wage_by":
        return [
            say("Pay of those who finish less what the household needs."),
            say("{price_year} dollars, of one year, none counted less.", price_year=year),
        ]
    gain = [say(GAINS[solved.question.measure or ""])] if solved.question.target == "gain" else []
    said = say(
        "All else at its value ('compare' averages over ranges). {price_year} dollars, later money counts {rate} less "
        "a year.",
        price_year=year,
        rate=rate,
    )
    return [*gain, said]
