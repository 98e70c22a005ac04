"""The sentences of the one screen that `solve` shows by default."""

from mobcalc.results import Solved, Tried
from mobcalc.wording import solve as details
from mobcalc.wording.numbers import hourly, percent

MEASURES = {
    "net_present_value": "earnings to retirement less training costs",
    "net_resources_present_value": "what the household keeps to retirement",
    "lifetime_earnings": "earnings to retirement, before training costs, later money counting in full",
    "first_decade_earnings": "earnings of the first ten years, before training costs",
}
"""What a gain is in."""
AMOUNTS = {**details.AMOUNTS, "chance": "Ends well\nahead"}
"""What a value brings, over its column."""
CAUTIONS = {
    "stipend": "It counts in full while in training, before taxes. What it costs who pays it is not in it.",
    "costs.grants": "What a grant pays beyond the price of training counts as money in hand.",
    "person.wage": "Pay after training follows the wage only in part (a guess): a high wage makes training look worse.",
    "completion.rate": "Only the mix of those who finish and those who leave moves, not what either earns.",
}
"""What must be known of what was moved."""


def notes(solved: Solved) -> list[str]:
    """What would change what somebody does."""
    name = solved.question.name
    part = name.split(".", 2)[-1] if name.startswith("pathways.") else name
    said = [_now(solved)] if solved.matters and _now(solved) else []
    said += [CAUTIONS[part]] if part in CAUTIONS and solved.matters else []
    if solved.question.target == "chance":
        points = 100.0 * (solved.chance_precision or 0.0)
        said.append(f"The chances are known to about {points:.2g} points of 100 either way.")
    return said


def _now(solved: Solved) -> str:
    """What the value in force gives; empty where it gives nothing."""
    question, present = solved.question, solved.now
    reached = Tried(0.0, present.amount, present.chance)
    if not reached.is_possible:
        return ""
    at = "As it is,"
    if present.value is not None:
        at = f"Now, at {details.value(question, present.value)},"
    elif present.typical is not None:
        at = f"At the {hourly(present.typical)} that people like this are paid,"
    return f"{at} {solved.names[question.pathway]} {details.said_of(question, reached)}."


def basis(solved: Solved) -> str:
    """Which dollars, what the amounts are, which values were tried, and how to see more."""
    question = solved.question
    later = f"later money counts {percent(solved.discount_rate)} less a year"
    what = ""
    if question.target == "gain":
        what = f"Gain: {MEASURES[question.measure or '']}. "
    elif question.target == "living_wage_by":
        what, later = "Pay of those who finish less what the household needs. ", "of one year, none counted less"
    ends = f"{details.value(question, question.low)} to {details.value(question, question.high)}"
    return (
        f"{what}{solved.price_year} dollars, {later}.\n"
        f"Tried from {ends}{details.per(question)} (--low, --high). What it rests on: --details"
    )
