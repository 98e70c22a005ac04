"""What `solve` is asked, in words: the number, its values, and what shall come true."""

from mobcalc.language import ENGLISH, mark, say, say_count, speaking
from mobcalc.results.solve import Question, Solved
from mobcalc.wording import solve_chance
from mobcalc.wording.fields import name_of, with_article
from mobcalc.wording.numbers import PER, dollars, in_unit, per

HOURS = ("hours", "hours/week", "hours/year")
AGES = ("person.start_age", "person.retire_age")


def value(question: Question, amount: float) -> str:
    """A value of the assumption asked for as its unit is shown: `31.2%`, `$18.40`, `3.2 years`."""

    def other(number: float) -> str:
        """An age, or a count with its noun."""
        if question.name in AGES:
            return f"{number:g}"
        count = round(number) if abs(number) >= 1000 else round(number, 2)
        if question.unit == "years":
            return say_count(count, "{count} year", "{count} years")
        return say_count(count, "{count} hour", "{count} hours") if question.unit in HOURS else f"{count:,g}"

    return in_unit(amount, question.unit, other)


def is_of_full_time(question: Question) -> bool:
    """Whether it is money for a year of full-time training."""
    return question.unit in PER and question.name.split(".")[-2] == "costs"


def tried(question: Question, amount: float) -> str:
    """A value with the time that money is for, where what it is called does not say so: `$18.40 an hour`."""
    shown = value(question, amount)
    if is_of_full_time(question):
        return say("{amount} a full-time year", amount=shown)
    return per(shown, question.unit)


def noun(question: Question, names: dict[str, str]) -> str:
    """What is asked for, with the pathway it is of where that is not the one asked about.

    Args:
        question: what was asked.
        names: titles of the pathways as they are shown, by id.
    """
    name = with_article(question.name)
    if not question.name.startswith("pathways."):
        return name
    pathway = question.name.split(".")[1]
    if pathway == question.pathway or name_of(question.name) is None:
        return name
    return say("{number} of '{pathway}'", number=name, pathway=names[pathway]) if pathway in names else question.name


def at_first(solved: Solved) -> str:
    """What is asked for, as a sentence or a title begins with it."""
    said = noun(solved.question, solved.names)
    with speaking(ENGLISH):
        has_capital = noun(solved.question, solved.names).startswith(("the ", "what "))
    return f"{said[0].upper()}{said[1:]}" if has_capital else said


def part_of(question: Question) -> str:
    """The dotted name of what is asked for, without the pathway it is of."""
    return question.name.split(".", 2)[-1] if question.name.startswith("pathways.") else question.name


HEADINGS = {
    "worth": mark("What would {what} have to be for '{pathway}' to be worth it, compared with '{versus}'?"),
    "gain": mark("What would {what} have to be for '{pathway}' to gain {wanted} or more over '{versus}'?"),
    "loss": mark("What would {what} have to be for '{pathway}' to gain {wanted} or more over '{versus}'?"),
    "by_age": mark("What would {what} have to be for '{pathway}' to have broken even with '{versus}' by age {age}?"),
    "living_wage_by": mark(
        "What would {what} have to be for '{pathway}' to pay those who finish a living wage at age {age}?"
    ),
    "chance": mark(
        "What would {what} have to be for '{pathway}' to end $10,000 or more ahead of '{versus}' in {lives} lives?"
    ),
}
"""The question, by what shall come true."""


def kind(question: Question) -> str:
    """What shall come true, by the key of its sentence."""
    if question.target != "gain":
        return question.target
    if question.target_value == 0.0:
        return "worth"
    return "gain" if question.target_value > 0.0 else "loss"


def wanted(question: Question) -> dict[str, str]:
    """What shall be reached, by its name in the sentences."""
    if question.target == "chance":
        return {"lives": solve_chance.wanted(question)}
    if question.target == "gain":
        return {"wanted": dollars(question.target_value, 1), "loss": dollars(-question.target_value, 1)}
    return {"age": f"{question.target_value:g}"}


def named(solved: Solved) -> dict[str, str]:
    """What stands for the names in a sentence about the question."""
    question, names = solved.question, solved.names
    return {
        "what": noun(question, names),
        "pathway": names[question.pathway],
        "versus": names[question.versus],
        **wanted(question),
    }


def heading(solved: Solved) -> str:
    """The question in words."""
    return say(HEADINGS[kind(solved.question)], **named(solved))
