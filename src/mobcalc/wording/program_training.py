"""What is said of what households are short of while people train in a program."""

from collections.abc import Sequence

from mobcalc.language import say
from mobcalc.results.program import HomeView
from mobcalc.results.program_training import TrainingGap
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import dollars

MONTHS = 12.0


def note(gaps: Sequence[TrainingGap], homes: Sequence[HomeView]) -> str:
    """What the household that is short of most has to find each month in training; nothing where none is."""
    worst = max(gaps, key=lambda one: one.missing, default=None)
    of = next((one for one in homes if worst is not None and one.id == worst.home), None)
    if worst is None or of is None or worst.missing < MONTHS:
        return ""
    return say(
        "In training, {missing} a month is missing to live on for {household}; with all the help here {helped}, "
        "without training {before}.",
        household=household(of),
        missing=a_month(worst.missing),
        helped=a_month(worst.with_help),
        before=a_month(worst.without_training),
    )


def household(home: HomeView) -> str:
    """Who lives in a household: `1 adult and a child of 3`."""
    people = say("1 adult") if home.adults == 1 else say("{count} adults", count=home.adults)
    if not home.children:
        return people
    ages = listed([str(age) for age in home.children])
    if len(home.children) == 1:
        return say("{adults} and a child of {age}", adults=people, age=ages)
    return say("{adults} and children of {ages}", adults=people, ages=ages)


def a_month(amount: float) -> str:
    """A yearly amount by month."""
    return dollars(amount / MONTHS, 10)
