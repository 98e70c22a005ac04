"""What is said of the place of a program and of future jobs: for context, no part of any sum."""

from mobcalc.language import mark, say
from mobcalc.results.lookups import Figure
from mobcalc.wording import places

LABELS = {
    "good_jobs_beyond_high_school": mark("Good jobs held by people with more than high school"),
    "good_jobs_bachelors_or_more": mark("of which with a bachelor's degree or more"),
    "good_jobs_middle_skills": mark("of which with some college, a certificate or an associate degree"),
    "good_jobs_high_school_or_less": mark("Good jobs held by people with high school or less"),
    "low_income_child_rank": places.LABELS["low_income_child_rank"],
    "low_income_child_rank_us": places.LABELS["low_income_child_rank_us"],
}
"""What the figures are called."""
JOBS = mark(
    "Good jobs, by a projection to 2031, are those that pay $43,000 or more at 25 to 44 and $55,000 or more at 45 to "
    "64, in dollars of 2022. It says who will hold them, not what an employer will ask for, and nothing of what "
    "training does for pay."
)
RANK = mark(
    "The rank is of people born from 1978 to 1983 who grew up in the county with low-income parents: where they stood "
    "in 2014-15 by household income among all of their age, 100 the highest. It is not what the place or this program "
    "does, and no child of today is in it."
)


def title() -> str:
    """What the table is."""
    return say("Around the program, counted in nothing above")


def label(figure: Figure) -> str:
    """What a figure is called."""
    return say(LABELS[figure.name])


def rule(figure: Figure) -> str:
    """How a figure is known."""
    return say(JOBS) if figure.rule == "projected" else places.rule(figure)


def limits(figures: list[Figure]) -> list[str]:
    """What the figures are not."""
    said = [say(JOBS)] if any(one.rule == "projected" for one in figures) else []
    return [*said, say(RANK)] if any(one.rule == "child_rank" for one in figures) else said
