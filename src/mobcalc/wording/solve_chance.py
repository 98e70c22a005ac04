"""The sentences of `solve` where a chance to end ahead is asked for."""

import math

from mobcalc.results import Question, Solved
from mobcalc.wording.chances import chance, out_of_100
from mobcalc.wording.numbers import percent


def wanted(question: Question) -> str:
    """The chance asked for as a number of simulated lives: `8 of 10`."""
    share = question.target_value
    for whole in (10, 100, 1000):
        if math.isclose(share * whole, round(share * whole), abs_tol=1e-9):
            return f"{round(share * whole)} of {whole:,}"
    return f"{100.0 * share:.10g}% of all"


def shown(question: Question, share: float) -> str:
    """A chance as a table shows it, whole unless that would put it on the other side of the one asked for."""
    least, whole = question.target_value, round(100.0 * share)
    if share < least and whole >= 100.0 * least:
        return f"{math.floor(1000.0 * share) / 10.0:g}%"
    if share >= least and whole < 100.0 * least:
        return f"{math.ceil(1000.0 * share) / 10.0:g}%"
    return chance(share)


def said(question: Question, share: float) -> str:
    """A chance as the end of a sentence about a pathway."""
    of = (
        out_of_100(share) if shown(question, share) == chance(share) else f"{shown(question, share).rstrip('%')} of 100"
    )
    return f"ends $10,000 or more ahead in {of} lives"


def aim(question: Question, versus: str) -> str:
    """What is asked for, as the end of the question."""
    return f"end $10,000 or more ahead of '{versus}' in {wanted(question)} lives"


def does(question: Question, versus: str) -> str:
    """What comes true, as the end of a sentence about a pathway."""
    return f"ends $10,000 or more ahead of '{versus}' in at least {wanted(question)} lives"


def counted(solved: Solved) -> str:
    """What the chances are of, and how well they are known."""
    pathway, versus = (solved.names[name] for name in (solved.question.pathway, solved.question.versus))
    points = 100.0 * (solved.chance_precision or 0.0)
    return (
        f"Ends $10,000 ahead: the part of {solved.draws:,} simulated lives (seed {solved.seed}) in which '{pathway}' "
        f"ends so far ahead of '{versus}' in earnings less training costs to retirement, discounted. From so many "
        f"lives a chance near {percent(solved.question.target_value)} is known to about {points:.2g} points either "
        "way; more --draws narrow that"
    )


OTHERS = (
    "A value tried counts as certain. The rest is drawn where it is uncertain, the same lives at every value, and "
    "nothing else moves, also where in life the two would move together. The chance now is that of 'compare', which "
    "draws the value in force as well if it has a range."
)
"""What happens to all that is not asked for."""
