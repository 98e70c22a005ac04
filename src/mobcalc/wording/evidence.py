"""The sentences and labels of what a pathway's gain is made of."""

from mobcalc.results import Comparison, Estimate, StudyUsed
from mobcalc.wording.numbers import dollars, percent

ESTIMATE_COLUMNS = ("Pathway and estimate", "Weight", "Gain a year", "May be off by", "Gain in all")
STUDY_COLUMNS = ("Year since the start", "Study", "Pay", "Study less pay")
TOGETHER = "  both together"


def estimates_title() -> str:
    """The heading over the estimates."""
    return "Evidence: what each gain is made of"


def estimate_name(estimate: Estimate) -> str:
    """What an estimate goes by."""
    if estimate.kind == "pay":
        return "  what workers earn"
    return "  the measured effect" if estimate.weight == 1.0 else f"  {estimate.name.partition(',')[0]}"


def estimates_caption(comparison: Comparison) -> str:
    """What the columns are."""
    return (
        f"{comparison.price_year} dollars; of all who start, every assumption at its value. Gain a year: on average "
        "from the fifth to the tenth year. May be off by: a standard deviation (assumed). Gain in all: to retirement, "
        f"less training costs, discounted {percent(comparison.discount_rate)} a year; the mean over draws in the first "
        "table differs a little. Pay is of this person; a study is carried over from its own people by how far it "
        "lies from pay there."
    )


def study_title(study: StudyUsed) -> str:
    """The heading over a study's years."""
    return f"{study.name}: the people it was made on"


def study_caption(comparison: Comparison, study: StudyUsed) -> str:
    """What the difference is, how far it is from chance, and what is done with it."""
    verdict = "so the two disagree" if study.disagrees else "no more than the two may differ by"
    side = "above" if study.difference > 0 else "below"
    return (
        f"{comparison.price_year} dollars a year, of all who start, not discounted. From the fifth year on the study "
        f"lies {dollars(abs(study.difference))} {side} pay, {verdict}; together they may be off by "
        f"{dollars(study.error)} a year. The study's weight of the difference is put on pay of everybody whom it "
        "informs, after its last year fading as its effect does; who leaves gets a part of it by how long they stayed."
    )
