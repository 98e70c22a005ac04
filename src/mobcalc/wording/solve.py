"""The sentences and labels of `solve`."""

from functools import reduce
from itertools import pairwise

from mobcalc.language import mark, say
from mobcalc.results.solve import Question, Solution, Solved, Tried
from mobcalc.wording import solve_chance
from mobcalc.wording.notices import notice
from mobcalc.wording.numbers import dollars, hourly, percent, signed_dollars
from mobcalc.wording.pathways import pathway_text
from mobcalc.wording.solve_question import at_first, is_of_full_time, kind, named, part_of, tried, value, wanted

AMOUNTS = {
    "gain": mark("Gain"),
    "by_age": mark("Ahead or behind"),
    "living_wage_by": mark("Above or below"),
    "chance": mark("Ends $10,000 ahead"),
}
IMPOSSIBLE = mark("not possible")
YES, NO = mark("yes"), mark("no")
VALUE, DOES = mark("Value"), mark("Does it")
OR_ELSE, AND, AND_AT = mark("{values}, or {last}"), mark("{values}, and {last}"), mark("{values} and at {last}")
"""How values stand in a row."""
CROSSINGS = {
    "worth": mark("{pathway} is worth it for all who start{going_by} if {what} is {values}."),
    "gain": mark("{pathway} gains {wanted} or more for all who start{going_by} if {what} is {values}."),
    "loss": mark("{pathway} loses no more than {loss} for all who start{going_by} if {what} is {values}."),
    "by_age": mark("{pathway} has broken even by age {age} for all who start if {what} is {values}."),
    "living_wage_by": mark("{pathway} pays those who finish a living wage at age {age} if {what} is {values}."),
    "chance": mark(
        "{pathway} ends $10,000 or more ahead of '{versus}' in at least {lives} lives if {what} is {values}."
    ),
}
"""The answer where some values do it, by what comes true."""
GOING_BY = {
    "net_resources_present_value": mark(", going by what the household keeps,"),
    "lifetime_earnings": mark(", going by lifetime earnings,"),
    "first_decade_earnings": mark(", going by the first ten years,"),
}
"""What a gain is measured in, where it is not the usual one."""
NO_DIFFERENCE = {
    "never": mark("{what} makes no difference here: no value does it, and {outcome} each time."),
    "always": mark("{what} makes no difference here: every value does it, and {outcome} each time."),
}
ALL_OR_NONE = {
    ("never", True): mark("No value from {low} to {high} does it: at best, at {value}, {outcome}."),
    ("never", False): mark("No value from {low} to {high} that is possible does it: at best, at {value}, {outcome}."),
    ("always", True): mark("Every value from {low} to {high} does it: even at {value}, {outcome}."),
    ("always", False): mark("Every value from {low} to {high} that is possible does it: even at {value}, {outcome}."),
}
"""The answer where all values do it or none, and whether all are possible."""


def answer(solved: Solved) -> str:
    """The answer in a sentence or two."""
    if not solved.matters:
        same = next(one for one in solved.grid if one.is_possible)
        said = NO_DIFFERENCE["never" if solved.answer == "never" else "always"]
        return say(said, what=at_first(solved), outcome=outcome(solved, same))
    if solved.answer == "crossings":
        said = say(
            CROSSINGS[kind(solved.question)],
            values=_values(solved),
            going_by=say(GOING_BY.get(solved.question.measure or "", "")),
            **named(solved),
        )
        return " ".join(filter(None, [said, _jumps(solved), _luck(solved)]))
    return _all_or_none(solved)


def _all_or_none(solved: Solved) -> str:
    """That every value does it, with the one that does least, or that none does, with the one that does most."""
    question, possible = solved.question, [one for one in solved.grid if one.is_possible]
    best = solved.best if solved.answer == "never" else None
    shown = best or min(possible, key=lambda one: one.reached)
    return say(
        ALL_OR_NONE["always" if best is None else "never", len(possible) == len(solved.grid)],
        low=value(question, question.low),
        high=tried(question, question.high),
        value=value(question, shown.value),
        outcome=outcome(solved, shown),
    )


OUTCOMES = {
    ("gain", True): mark("{pathway} gains {amount}"),
    ("gain", False): mark("{pathway} loses {amount}"),
    ("by_age", True): mark("{pathway} is {amount} ahead at age {age}"),
    ("by_age", False): mark("{pathway} is {amount} behind at age {age}"),
    ("living_wage_by", True): mark(
        "{pathway} pays those who finish {amount} more than a living wage in the year at age {age}"
    ),
    ("living_wage_by", False): mark(
        "{pathway} pays those who finish {amount} less than a living wage in the year at age {age}"
    ),
}
"""What a value brings, by what is asked for, and whether it is more than nothing."""


def outcome(solved: Solved, one: Tried) -> str:
    """What a value brings, as a part of a sentence."""
    question, pathway = solved.question, solved.names[solved.question.pathway]
    if question.target == "chance":
        return solve_chance.outcome(question, pathway, one.reached)
    amount = one.amount or 0.0
    said = OUTCOMES[question.target, amount >= 0.0]
    if question.target == "gain" and question.target_value > amount >= 0.0:
        said = mark("{pathway} gains {amount}, not {wanted}")
    return say(said, pathway=pathway, amount=dollars(abs(amount)), **wanted(question))


def _values(solved: Solved) -> str:
    """The ranges in which it comes true, and the value in force."""
    question, present = solved.question, solved.now
    values = _in_a_row(OR_ELSE, [_range(question, *ends) for ends in solved.ranges])
    if present.value is not None:
        return say("{values} (now {value})", values=values, value=value(question, present.value))
    if present.typical is None:
        return values
    wage = hourly(present.typical)
    return say("{values} (people like this are typically paid {wage})", values=values, wage=wage)


def _in_a_row(message: str, values: list[str]) -> str:
    return reduce(lambda before, last: say(message, values=before, last=last), values)


def _range(question: Question, low: float, high: float) -> str:
    """A range in which it comes true, open where it goes on to the end of what was searched."""
    first, last = tried(question, low), tried(question, high)
    if high == question.high:
        return say("{value} or more", value=first)
    if first == last and low > question.low:
        return first if low == high else say("about {value}", value=first)
    if low == question.low:
        return say("{value} or less", value=last)
    return say("from {low} to {high}", low=value(question, low), high=last)


JUMPS = {
    True: mark("At {values} the chance jumps, so a small step makes all the difference."),
    False: mark("At {values} the amount jumps, so a small step makes all the difference."),
}
"""Where it does not cross gradually, by whether it is a chance."""


def _jumps(solved: Solved) -> str:
    """Where the amount or chance does not cross gradually; nothing where it does everywhere."""
    at = [value(solved.question, one.value) for one in solved.solutions if one.is_jump]
    return say(JUMPS[solved.question.target == "chance"], values=_in_a_row(AND_AT, at)) if at else ""


def _luck(solved: Solved) -> str:
    """How far the values might move if other lives were drawn; nothing where they would hardly."""
    question, spans = solved.question, [one.within for one in solved.solutions if one.within]
    if any(earlier[1] > later[0] for earlier, later in pairwise(spans)):
        return say(
            "But from {low} to {high} the chance is so near to the one asked for that these lives cannot tell where it "
            "passes it; with others the values might be anywhere in between.",
            low=value(question, min(low for low, _ in spans)),
            high=value(question, max(high for _, high in spans)),
        )
    moved = [told for one in solved.solutions if (told := _moved(question, one))]
    return say("With other draws {changes}.", changes=_in_a_row(AND, moved)) if moved else ""


def _moved(question: Question, one: Solution) -> str:
    """How far one value might move; nothing where it would hardly."""
    at, ends = value(question, one.value), [value(question, end) for end in one.within or ()]
    if not set(ends) - {at}:
        return ""
    low, high = ends
    return say("{value} might be anything from {low} to {high}", value=at, low=low, high=high)


KINDS = {"observed": mark("observed"), "derived": mark("derived"), "assumed": mark("assumed"), "user": mark("yours")}


def now(solved: Solved) -> str:
    """The value in force, what it rests on, and what it gives."""
    question, present = solved.question, solved.now
    reached = Tried(0.0, present.amount, present.chance)
    given = (
        outcome(solved, reached) if reached.is_possible else say("with it training does not fit into the working life")
    )
    if present.value is not None and present.kind is not None:
        return say(
            mark("{value} ({kind}, from {source}); {outcome}.")
            if present.source
            else mark("{value} ({kind}); {outcome}."),
            value=tried(question, present.value),
            kind=say(KINDS[present.kind]),
            source=present.source,
            outcome=given,
        )
    if not present.typical:
        return say("Not given; {outcome}.", outcome=given)
    return say(
        "Not given, so that of people like this stands in, {wage}; {outcome}.",
        wage=hourly(present.typical),
        outcome=given,
    )


TITLES = {
    "USD/hour": mark("{name}, an hour"),
    "USD/week": mark("{name}, a week"),
    "USD/month": mark("{name}, a month"),
    "USD/year": mark("{name}, a year"),
}
"""What is asked for with the time that the money is for, by unit."""


def table_title(solved: Solved) -> str:
    """The heading over the values tried."""
    name = at_first(solved)
    if is_of_full_time(solved.question):
        return say("{name}, a full-time year", name=name)
    return say(TITLES.get(solved.question.unit, "{name}"), name=name)


def amount(question: Question, one: Tried) -> str:
    """The amount or chance of a value as a table shows it: `+$12,300`, `81%`."""
    if not one.is_possible:
        return say(IMPOSSIBLE)
    return signed_dollars(one.reached) if one.chance is None else solve_chance.shown(question, one.chance)


def table_caption(solved: Solved) -> str:
    """What the amounts or chances are, and which range was searched."""
    rate = percent(solved.discount_rate)
    basis = say("{price_year} dollars, discount rate {rate}.", price_year=solved.price_year, rate=rate)
    return f"{basis} {_amounts(solved)} {searched(solved)}"


GAINS = {
    "net_present_value": mark(
        "Gain of all who start over '{versus}' in earnings less training costs to retirement, discounted."
    ),
    "net_resources_present_value": mark(
        "Gain of all who start over '{versus}' in what the household keeps after taxes and benefits to retirement, "
        "discounted."
    ),
    "lifetime_earnings": mark(
        "Gain of all who start over '{versus}' in lifetime earnings before training costs, not discounted."
    ),
    "first_decade_earnings": mark(
        "Gain of all who start over '{versus}' in earnings of the first ten years before training costs, not "
        "discounted."
    ),
}
"""What a gain is, by what it is measured in."""
BY_AGE = mark(
    "Earnings and stipends less training costs of all who start, less those of '{versus}', summed up to age {age}; "
    "discounted {rate} a year to age {start_age} and weighted by the chance to be alive."
)
LIVING_WAGE_BY = mark(
    "Pay of those who finish, before unemployment, less the living wage of the household, in the year at age {age}, "
    "not discounted."
)


def _amounts(solved: Solved) -> str:
    """What the amounts or chances are."""
    question = solved.question
    if question.target == "chance":
        return solve_chance.counted(solved)
    if question.target == "living_wage_by":
        return say(LIVING_WAGE_BY, **wanted(question))
    return say(
        GAINS[question.measure or ""] if question.target == "gain" else BY_AGE,
        rate=percent(solved.discount_rate),
        start_age=solved.start_age,
        **named(solved),
    )


OTHERS = mark("Every other assumption stays at its value, also where in life the two would move together.")


def searched(solved: Solved) -> str:
    """The range that was searched, and what became of everything else."""
    question = solved.question
    said = [
        say(
            "Searched from {low} to {high}; --low and --high change that.",
            low=value(question, question.low),
            high=tried(question, question.high),
        ),
        say(solve_chance.OTHERS if question.target == "chance" else OTHERS),
    ]
    if not all(one.is_possible for one in solved.grid):
        said.append(
            say(
                "Where it says '{impossible}', training or the age asked about does not fit into the working life, or "
                "the value contradicts another.",
                impossible=say(IMPOSSIBLE),
            )
        )
    return " ".join(said)


CAUTIONS = {
    "stipend": mark(
        "A stipend is counted in full, while in training, for those who leave as well until they do: it is neither "
        "taxed nor set against benefits here. What it costs a funder is not counted."
    ),
    "costs.grants": mark("What a grant pays beyond the price of training is counted as money in hand."),
    "person.wage": mark(
        "Life without training, and pay as a student, follow the wage. What the pathway pays in the end follows it "
        "only in part (assumed), less where pay is an occupation's, so a high wage looks like a loss here and a low "
        "one like a gain."
    ),
    "completion.rate": mark(
        "Only the mix of those who finish and those who leave moves. What each of them earns stays, although people "
        "who are brought to finish may earn less than those who finish anyway."
    ),
}
SPLIT_ONLY = mark(
    "The effect was measured on all who start, those who leave among them, so the completion rate only divides it up."
)


def cautions(solved: Solved) -> list[str]:
    """What must be said of the assumption that was moved."""
    part = part_of(solved.question)
    if part == "completion.rate" and not solved.matters:
        return [] if solved.question.target == "chance" else [say(SPLIT_ONLY)]
    if any(one.code == "effect_shared" for one in solved.notes):
        return []
    return [say(CAUTIONS[part])] if part in CAUTIONS and solved.matters else []


def warnings(solved: Solved) -> list[str]:
    """What must be said with the pathway."""
    said = [pathway_text(solved.caution)] if solved.caution else []
    return said + [notice(one, solved.question.pathway) for one in solved.notes]
