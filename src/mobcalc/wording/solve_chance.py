"""The sentences of `solve` where a chance to end ahead is asked for."""

import math

from mobcalc.language import mark, say
from mobcalc.results.solve import Question, Solved
from mobcalc.wording.chances import chance, out_of_100
from mobcalc.wording.numbers import percent


def wanted(question: Question) -> str:
    """The chance asked for as a number of simulated lives: `8 of 10`."""
    share = question.target_value
    for whole in (10, 100, 1000):
        if math.isclose(share * whole, round(share * whole), abs_tol=1e-9):
            return say("{number} of {whole}", number=round(share * whole), whole=f"{whole:,}")
    return say("{share} of all", share=f"{100.0 * share:.10g}%")


def shown(question: Question, share: float) -> str:
    """A chance as a table shows it, whole unless that would put it on the other side of the one asked for."""
    least, whole = question.target_value, round(100.0 * share)
    if share < least and whole >= 100.0 * least:
        return f"{math.floor(1000.0 * share) / 10.0:g}%"
    if share >= least and whole < 100.0 * least:
        return f"{math.ceil(1000.0 * share) / 10.0:g}%"
    return chance(share)


def outcome(question: Question, pathway: str, share: float) -> str:
    """How many lives end well ahead, as a part of a sentence."""
    number = shown(question, share)
    return say(
        "{pathway} ends $10,000 or more ahead in {chance} lives",
        pathway=pathway,
        chance=out_of_100(share) if number == chance(share) else say("{number} of 100", number=number.rstrip("%")),
    )


def counted(solved: Solved) -> str:
    """What the chances are of, and how well they are known."""
    return say(
        "Ends $10,000 ahead: the part of {lives} simulated lives (seed {seed}) in which '{pathway}' ends so far ahead "
        "of '{versus}' in earnings less training costs to retirement, discounted. From so many lives a chance near "
        "{chance} is known to about {points} points either way; more --draws narrow that.",
        lives=f"{solved.draws:,}",
        seed=solved.seed,
        pathway=solved.names[solved.question.pathway],
        versus=solved.names[solved.question.versus],
        chance=percent(solved.question.target_value),
        points=points(solved),
    )


def points(solved: Solved) -> str:
    """How many points of 100 a chance may be off to either side."""
    return f"{100.0 * (solved.chance_precision or 0.0):.2g}"


OTHERS = mark(
    "A value tried counts as certain. The rest is drawn where it is uncertain, the same lives at every value, and "
    "nothing else moves, also where in life the two would move together. The chance now is that of 'compare', which "
    "draws the value in force as well if it has a range."
)
"""What happens to all that is not asked for."""
