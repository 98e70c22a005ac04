"""The sentences and labels of `handout`, the page to take home."""

from collections.abc import Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.compare import Comparison
from mobcalc.results.household import HouseholdUsed, not_counted
from mobcalc.results.pathways import PathwayResult
from mobcalc.wording import chances
from mobcalc.wording.compare import gain, of_group, unusual
from mobcalc.wording.compare_screen import age_of_pay
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import dollars, percent, signed_dollars

GUESS = "*"
"""What marks a number that nobody measured."""
HELP = {
    "child_care_subsidy": mark("help with child care"),
    "housing": mark("help with the rent"),
    "tanf": mark("cash help (TANF)"),
    "school_meals": mark("school meals"),
}
"""Help that is not counted unless it is said to be there, in words for those who may ask for it."""


def title() -> str:
    """What the page is called."""
    return say("Your ways to earn more")


def prepared_for(name: str) -> str:
    """For whom the page is."""
    return say("For {name}", name=name)


def pay(comparison: Comparison, result: PathwayResult) -> str:
    """What the bar of a pathway shows."""
    age = age_of_pay(comparison)
    if result.completer is None:
        return say("Pay a year at {age}:", age=age)
    return say("Pay a year at {age}, if you finish:", age=age)


def finish(result: PathwayResult) -> str:
    """How many of 100 finish, as far as that is known."""
    if result.family == "none":
        return ""
    if result.completion_rate is None:
        return say("how many finish: not known")
    number = f"{round(100 * result.completion_rate)}{GUESS if 'completion_rate' in result.marked else ''}"
    return say("{number} of 100 finish", number=number)


def facts(result: PathwayResult) -> list[tuple[str, str]]:
    """What else there is to know of a pathway: labels and values."""
    first = (say("Pay in year 1"), dollars(result.expected.paid_earnings[0]))
    versus = result.versus_baseline
    if versus is None:
        return [first]
    rows = [first, (say("You pay in all"), _cost(result)), (say("Average gain"), _gain(gain(versus)))]
    left = of_group(versus, "leaver")
    if left is not None:
        rows.append((say("Gain if you leave"), _gain(left)))
    kept = versus.gain.net_resources_present_value
    if kept is not None:
        rows.append((say("Average after taxes"), _gain(kept)))
    if versus.chances is not None:
        together = versus.chances.together
        said = chances.in_words(together.chance_well_ahead, together.chance_standard_error)
        rows.append((say("Chance to end ahead"), said))
    return rows


def _gain(amount: float) -> str:
    return signed_dollars(amount, 1000)


def _cost(result: PathwayResult) -> str:
    if any(notice.code == "cost_not_given" for notice in result.warnings):
        return say("not known: ask")
    amount = dollars((result.completer or result.expected).out_of_pocket_cost, 10)
    return f"{amount}{GUESS if 'out_of_pocket_cost' in result.marked else ''}"


def more_pathways(number: int) -> str:
    """That not all pathways have room."""
    return say_count(number, "{count} more way is in 'mobcalc compare'.", "{count} more ways are in 'mobcalc compare'.")


def enough(household: HouseholdUsed) -> str:
    """That no year of training leaves too little, and the help without which it may."""
    left_out = not_counted(household)
    counted = [say(words) for name, words in HELP.items() if name not in left_out and _could_have(household, name)]
    if not counted:
        return say("In no year of training is there too little for what you need to live on.")
    return say(
        "In no year of training is there too little to live on, as long as you have {help}. Without it money may be "
        "missing: ask first.",
        help=listed(counted),
    )


def _could_have(household: HouseholdUsed, name: str) -> bool:
    """Whether the household can have a kind of help at all."""
    if name == "child_care_subsidy":
        return household.care == "subsidized" and household.child_care > 0.0
    return name == "housing" or bool(household.children)


def help_for(household: HouseholdUsed) -> str:
    """The help that may close it, so far as it is not counted."""
    names = [say(HELP[name]) for name in not_counted(household) if name in HELP]
    if not names:
        return say("Ask for help with transport, tools and fees before you start.")
    return say(
        "Not counted here, and it may close that: {help}. Ask before you start; there may be a waiting list.",
        help=listed(names),
    )


QUESTIONS_TITLE = mark("Three questions to ask a program")
QUESTIONS = (
    mark("Of 100 people who start here, how many finish, and what are they paid a year later?"),
    mark("What do I pay in all, with tools and fees, and what am I paid while I learn?"),
    mark("What do I have to show if I must leave early, and who helps me to stay?"),
)
UNKNOWN_TITLE = mark("What this page does not know")
UNKNOWN = (
    mark("These are averages, not a promise: some gain much more, some gain nothing or lose."),
    mark("How work and pay will change."),
)
GUESSED = mark("* is a guess: nobody has measured it.")
NOT_LOCAL = mark("What your town pays, and your taxes, benefits and child care: ask for a page with your county.")
MIXED = mark("Men and women are taken together here; for a woman or a man alone the numbers differ.")
FEW_ENTER = mark("Whether there is an apprenticeship near you: few enter this work that way.")
HOUSEHOLD_TITLE = mark("Your household")
NEXT_TITLE = mark("My next step")
WHEN, COUNSELOR = mark("By when"), mark("Counselor")


def unknown(comparison: Comparison, *, has_guess: bool) -> list[str]:
    """What is not known, of this answer."""
    local = (NOT_LOCAL,) if comparison.provenance.place is None else ()
    mixed = (MIXED,) if comparison.sex is None else ()
    few = (FEW_ENTER,) if any(unusual(comparison, one) for one in comparison.pathways) else ()
    return list(map(say, (*UNKNOWN, *few, *mixed, *local, *((GUESSED,) if has_guess else ()))))


AHEAD = {
    True: mark(
        "Average gain: of all who start, over a working life, compared with {other}. Average after taxes: what "
        "the household keeps of it. Ahead: by $10,000 or more."
    ),
    False: mark(
        "Average gain: of all who start, over a working life, compared with {other}. Ahead: by $10,000 or more."
    ),
}
"""What gains are, by whether the household's are shown."""
APPRENTICESHIP = mark("Apprenticeship: a paid job in which you learn a trade, with classes.")


def legend(comparison: Comparison, shown: Sequence[PathwayResult], other: str) -> str:
    """What gains are over, what being ahead is, and what an apprenticeship is where there is one.

    Args:
        comparison: the answer.
        shown: the pathways on the page.
        other: what they are compared with, as it stands in a sentence.
    """
    said = say(AHEAD[comparison.household is not None], other=other)
    return f"{said} {say(APPRENTICESHIP)}" if any(one.family == "apprenticeship" for one in shown) else said


def basis(comparison: Comparison, version: str) -> str:
    """Which dollars these are, and what made the page."""
    return say(
        "{price_year} dollars, time without work averaged in; later money counts {rate} less a year. "
        "Made by mobcalc {version}, offline.",
        price_year=comparison.price_year,
        rate=percent(comparison.discount_rate),
        version=version,
    )
