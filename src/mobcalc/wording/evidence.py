"""The sentences and labels of what a pathway's gain is made of."""

from mobcalc.language import mark, say
from mobcalc.results.compare import Comparison
from mobcalc.results.evidence import Estimate, StudyUsed
from mobcalc.wording.numbers import dollars, percent

ESTIMATE_COLUMNS = (
    mark("Pathway and estimate"),
    mark("Weight"),
    mark("Gain a year"),
    mark("May be off by"),
    mark("Gain in all"),
)
STUDY_COLUMNS = (mark("Year since the start"), mark("Study"), mark("Pay"), mark("Study less pay"))
TOGETHER = mark("both together")
LIES = {
    (True, True): mark(
        "From the fifth year on the study lies {difference} above pay, so the two disagree; together they may be off "
        "by {error} a year."
    ),
    (True, False): mark(
        "From the fifth year on the study lies {difference} above pay, no more than the two may differ by; together "
        "they may be off by {error} a year."
    ),
    (False, True): mark(
        "From the fifth year on the study lies {difference} below pay, so the two disagree; together they may be off "
        "by {error} a year."
    ),
    (False, False): mark(
        "From the fifth year on the study lies {difference} below pay, no more than the two may differ by; together "
        "they may be off by {error} a year."
    ),
}
"""How far a study is from pay, by whether it is above it, and whether the two disagree."""


def estimates_title() -> str:
    """The heading over the estimates."""
    return say("Evidence: what each gain is made of")


def estimate_name(estimate: Estimate) -> str:
    """What an estimate goes by."""
    if estimate.kind == "pay":
        return say("what workers earn")
    return say("the measured effect") if estimate.weight == 1.0 else say(estimate.name).partition(",")[0]


def estimates_caption(comparison: Comparison) -> str:
    """What the columns are."""
    return say(
        "{price_year} dollars; of all who start, every assumption at its value. Gain a year: on average from the fifth "
        "to the tenth year. May be off by: a standard deviation (assumed). Gain in all: to retirement, less training "
        "costs, discounted {rate} a year; the mean over draws in the first table differs a little. Pay is of this "
        "person; a study is carried over from its own people by how far it lies from pay there.",
        price_year=comparison.price_year,
        rate=percent(comparison.discount_rate),
    )


def study_title(study: StudyUsed) -> str:
    """The heading over a study's years."""
    return say("{study}: the people it was made on", study=say(study.name))


def study_caption(comparison: Comparison, study: StudyUsed) -> str:
    """What the difference is, how far it is from chance, and what is done with it."""
    prices = say("{price_year} dollars a year, of all who start, not discounted.", price_year=comparison.price_year)
    apart, error = dollars(abs(study.difference)), dollars(study.error)
    lies = say(LIES[study.difference > 0, study.disagrees], difference=apart, error=error)
    used = say(
        "The study's weight of the difference is put on pay of everybody whom it informs, after its last year fading "
        "as its effect does; who leaves gets a part of it by how long they stayed."
    )
    return f"{prices} {lies} {used}"
