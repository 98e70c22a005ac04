"""The sentences and labels of `solve`."""

from itertools import pairwise

from mobcalc.results import InForce, Question, Solution, Solved, Tried
from mobcalc.wording import solve_chance
from mobcalc.wording.fields import name_of, with_article
from mobcalc.wording.notices import notice
from mobcalc.wording.numbers import PER, dollars, hourly, in_unit, percent, signed_dollars

MEASURES = {
    "net_present_value": "earnings less training costs to retirement, discounted",
    "net_resources_present_value": "what the household keeps after taxes and benefits to retirement, discounted",
    "lifetime_earnings": "lifetime earnings before training costs, not discounted",
    "first_decade_earnings": "earnings of the first ten years before training costs, not discounted",
}
"""What a gain is measured in."""
GOING_BY = {
    "net_resources_present_value": ", going by what the household keeps,",
    "lifetime_earnings": ", going by lifetime earnings,",
    "first_decade_earnings": ", going by the first ten years,",
}
"""The same in a sentence, where it is not the usual one."""
AMOUNTS = {
    "gain": "Gain",
    "by_age": "Ahead or behind",
    "living_wage_by": "Above or below",
    "chance": "Ends $10,000 ahead",
}
UNITS = {"years": "year", "hours": "hour", "hours/week": "hour", "hours/year": "hour"}
AGES = ("person.start_age", "person.retire_age")
IMPOSSIBLE = "not possible"
YES, NO = "yes", "no"
VALUE, DOES = "Value", "Does it"


def value(question: Question, amount: float) -> str:
    """A value of the assumption asked for as its unit is shown: `31.2%`, `$18.40`, `3.2 years`."""
    unit = question.unit

    def other(number: float) -> str:
        """An age, or a count with its noun."""
        if question.name in AGES:
            return f"{number:g}"
        shown = f"{number:,.0f}" if abs(number) >= 1000 else f"{round(number, 2):g}"
        plural = "" if shown == "1" else "s"
        return f"{shown} {UNITS[unit]}{plural}" if unit in UNITS else shown

    return in_unit(amount, unit, other)


def per(question: Question) -> str:
    """The time that money is for, where what it is called does not say so: ` an hour`."""
    if question.unit not in PER:
        return ""
    return " a full-time year" if question.name.split(".")[-2] == "costs" else f" {PER[question.unit]}"


def noun(question: Question, names: dict[str, str]) -> str:
    """What is asked for, with the pathway it is of where that is not the one asked about.

    Args:
        question: what was asked.
        names: titles of the pathways, by id.
    """
    if not question.name.startswith("pathways."):
        return with_article(question.name)
    pathway = question.name.split(".")[1]
    if pathway == question.pathway or name_of(question.name) is None:
        return with_article(question.name)
    return f"{with_article(question.name)} of '{names[pathway]}'" if pathway in names else question.name


def heading(solved: Solved) -> str:
    """The question in words."""
    question, names = solved.question, solved.names
    aim = {
        "gain": f"gain {dollars(question.target_value, 1)} or more over '{names[question.versus]}'",
        "by_age": f"have broken even with '{names[question.versus]}' by age {question.target_value:g}",
        "living_wage_by": f"pay those who finish a living wage at age {question.target_value:g}",
        "chance": solve_chance.aim(question, names[question.versus]),
    }[question.target]
    if question.target == "gain" and question.target_value == 0.0:
        aim = f"be worth it, compared with '{names[question.versus]}'"
    return f"What would {noun(question, names)} have to be for '{names[question.pathway]}' to {aim}?"


def answer(solved: Solved) -> str:
    """The answer in a sentence or two."""
    question, title = solved.question, solved.names[solved.question.pathway]
    what = noun(question, solved.names)
    if not solved.matters:
        verdict = "no value does it" if solved.answer == "never" else "every value does it"
        same = said_of(question, next(one for one in solved.grid if one.is_possible))
        return f"{_upper(what)} makes no difference here: {verdict}, and {title} {same} each time."
    if solved.answer == "crossings":
        ranges = ", or ".join(_range(question, *ends) for ends in solved.ranges)
        said = f"{title} {_does(solved)} if {what} is {ranges}{_present(question, solved.now)}."
        return said + _jumps(solved) + _luck(solved)
    return _all_or_none(solved, title)


def _all_or_none(solved: Solved, title: str) -> str:
    """That every value does it, with the one that does least, or that none does, with the one that does most."""
    question, possible = solved.question, [one for one in solved.grid if one.is_possible]
    whole = f"from {_searched(question)}{' that is possible' if len(possible) < len(solved.grid) else ''}"
    best = solved.best
    if solved.answer == "never" and best is not None:
        return (
            f"No value {whole} does it: at best, at {value(question, best.value)}, {title} {said_of(question, best)}."
        )
    worst = min(possible, key=lambda one: one.reached)
    return f"Every value {whole} does it: even at {value(question, worst.value)}, {title} {said_of(question, worst)}."


def _searched(question: Question) -> str:
    return f"{value(question, question.low)} to {value(question, question.high)}{per(question)}"


def _upper(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}" if text.startswith(("the ", "what ")) else text


def _does(solved: Solved) -> str:
    """What comes true, as the end of a sentence about a pathway."""
    question = solved.question
    if question.target == "chance":
        return solve_chance.does(question, solved.names[question.versus])
    if question.target == "by_age":
        return f"has broken even by age {question.target_value:g} for all who start"
    if question.target == "living_wage_by":
        return f"pays those who finish a living wage at age {question.target_value:g}"
    going_by = GOING_BY.get(question.measure or "", "")
    if question.target_value == 0.0:
        return f"is worth it for all who start{going_by}"
    if question.target_value < 0.0:
        return f"loses no more than {dollars(-question.target_value, 1)} for all who start{going_by}"
    return f"gains {dollars(question.target_value, 1)} or more for all who start{going_by}"


def said_of(question: Question, one: Tried) -> str:
    """An amount or a chance as the end of a sentence about a pathway."""
    if question.target == "chance":
        return solve_chance.said(question, one.reached)
    amount = one.amount or 0.0
    shown, ahead = dollars(abs(amount)), amount >= 0.0
    if question.target == "by_age":
        return f"is {shown} {'ahead' if ahead else 'behind'} at age {question.target_value:g}"
    if question.target == "living_wage_by":
        than = f"{'more' if ahead else 'less'} than a living wage in the year at age {question.target_value:g}"
        return f"pays those who finish {shown} {than}"
    wanted = f", not {dollars(question.target_value, 1)}" if question.target_value > amount >= 0.0 else ""
    return f"{'gains' if ahead else 'loses'} {shown}{wanted}"


def _range(question: Question, low: float, high: float) -> str:
    """A range in which it comes true, open where it goes on to the end of what was searched."""
    first, last, each = value(question, low), value(question, high), per(question)
    if high == question.high:
        return f"{first}{each} or more"
    if first == last and low > question.low:
        return f"{'' if low == high else 'about '}{first}{each}"
    return f"{last}{each} or less" if low == question.low else f"from {first} to {last}{each}"


def _present(question: Question, now: InForce) -> str:
    if now.value is not None:
        return f" (now {value(question, now.value)})"
    return f" (people like this are typically paid {hourly(now.typical)})" if now.typical is not None else ""


def _jumps(solved: Solved) -> str:
    """Where the amount or chance does not cross gradually."""
    at = [value(solved.question, one.value) for one in solved.solutions if one.is_jump]
    what = "chance" if solved.question.target == "chance" else "amount"
    return f" At {' and at '.join(at)} the {what} jumps, so a small step makes all the difference." if at else ""


def _luck(solved: Solved) -> str:
    """How far the values might move if other lives were drawn; nothing where they would hardly."""
    spans = [one.within for one in solved.solutions if one.within]
    if any(earlier[1] > later[0] for earlier, later in pairwise(spans)):
        return _together(solved.question, spans)
    moved = [told for one in solved.solutions if (told := _moved(solved.question, one))]
    return f" With other draws {', and '.join(moved)}." if moved else ""


def _together(question: Question, spans: list[tuple[float, float]]) -> str:
    """That values cannot be told from one another."""
    low, high = value(question, min(s[0] for s in spans)), value(question, max(s[1] for s in spans))
    return (
        f" But from {low} to {high} the chance is so near to the one asked for that these lives cannot tell where it "
        "passes it; with others the values might be anywhere in between."
    )


def _moved(question: Question, one: Solution) -> str:
    """How far one value might move; nothing where it would hardly."""
    at, ends = value(question, one.value), [value(question, end) for end in one.within or ()]
    return f"{at} might be anything from {' to '.join(ends)}" if set(ends) - {at} else ""


KINDS = {"observed": "observed", "derived": "derived", "assumed": "assumed", "user": "yours"}


def now(solved: Solved) -> str:
    """The value in force, what it rests on, and what it gives."""
    question, present = solved.question, solved.now
    title = solved.names[question.pathway]
    said = "with it training does not fit into the working life"
    reached = Tried(0.0, present.amount, present.chance)
    if reached.is_possible:
        said = f"{title} {said_of(question, reached)}"
    if present.value is None or present.kind is None:
        typical = f", so that of people like this stands in, {hourly(present.typical)}" if present.typical else ""
        return f"Not given{typical}; {said}."
    source = f", from {present.source}" if present.source else ""
    return f"{value(question, present.value)}{per(question)} ({KINDS[present.kind]}{source}); {said}."


def table_title(solved: Solved) -> str:
    """The heading over the values tried."""
    each = per(solved.question)
    return f"{_upper(noun(solved.question, solved.names))}{',' if each else ''}{each}"


def amount(question: Question, one: Tried) -> str:
    """The amount or chance of a value as a table shows it: `+$12,300`, `81%`."""
    if not one.is_possible:
        return IMPOSSIBLE
    return signed_dollars(one.reached) if one.chance is None else solve_chance.shown(question, one.chance)


def table_caption(solved: Solved) -> str:
    """What the amounts or chances are, and which range was searched."""
    rate = f"discount rate {percent(solved.discount_rate)}"
    return f"{solved.price_year} dollars, {rate}. {_amounts(solved)}. {searched(solved)}"


def _amounts(solved: Solved) -> str:
    """What the amounts or chances are."""
    question = solved.question
    if question.target == "chance":
        return solve_chance.counted(solved)
    versus, age = solved.names[question.versus], f"{question.target_value:g}"
    if question.target == "gain":
        return f"Gain of all who start over '{versus}' in {MEASURES[question.measure or '']}"
    if question.target == "by_age":
        return (
            f"Earnings and stipends less training costs of all who start, less those of '{versus}', summed up to age "
            f"{age}; discounted {percent(solved.discount_rate)} a year to age {solved.start_age} and weighted by the "
            "chance to be alive"
        )
    return (
        "Pay of those who finish, before unemployment, less the living wage of the household, in the year at age "
        f"{age}, not discounted"
    )


OTHERS = "Every other assumption stays at its value, also where in life the two would move together."
GAPS = (
    "Where it says 'not possible', training or the age asked about does not fit into the working life, or the value "
    "contradicts another."
)


def searched(solved: Solved) -> str:
    """The range that was searched, and what became of everything else."""
    lacking = "" if all(one.is_possible for one in solved.grid) else f" {GAPS}"
    others = solve_chance.OTHERS if solved.question.target == "chance" else OTHERS
    return f"Searched from {_searched(solved.question)}; --low and --high change that. {others}{lacking}"


CAUTIONS = {
    "stipend": (
        "A stipend is counted in full, while in training, for those who leave as well until they do: it is neither "
        "taxed nor set against benefits here. What it costs a funder is not counted."
    ),
    "costs.grants": "What a grant pays beyond the price of training is counted as money in hand.",
    "person.wage": (
        "Life without training, and pay as a student, follow the wage. What the pathway pays in the end follows it "
        "only in part (assumed), less where pay is an occupation's, so a high wage looks like a loss here and a low "
        "one like a gain."
    ),
    "completion.rate": (
        "Only the mix of those who finish and those who leave moves. What each of them earns stays, although people "
        "who are brought to finish may earn less than those who finish anyway."
    ),
}
SPLIT_ONLY = (
    "The effect was measured on all who start, those who leave among them, so the completion rate only divides it up."
)


def cautions(solved: Solved) -> list[str]:
    """What must be said of the assumption that was moved."""
    question = solved.question
    part = question.name.split(".", 2)[-1] if question.name.startswith("pathways.") else question.name
    if part == "completion.rate" and not solved.matters:
        return [] if question.target == "chance" else [SPLIT_ONLY]
    if any(one.code == "effect_shared" for one in solved.notes):
        return []
    return [CAUTIONS[part]] if part in CAUTIONS and solved.matters else []


def warnings(solved: Solved) -> list[str]:
    """What must be said with the pathway."""
    said = [solved.caution] if solved.caution else []
    return said + [notice(one, solved.question.pathway) for one in solved.notes]
