"""The sentences and labels of `compare`."""

import math

from mobcalc.language import mark, say, say_count
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import BreakEven, Outcomes, PathwayResult, VersusBaseline
from mobcalc.wording import chances
from mobcalc.wording.figures import IN_SENTENCE
from mobcalc.wording.figures import occupation as title_of
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, percent
from mobcalc.wording.pathways import pathway_name

GAIN_COLUMNS = (
    mark("Pathway"),
    mark("Chance to finish"),
    mark("All who start"),
    mark("If you finish"),
    mark("If you leave"),
    mark("First 10 years"),
    mark("Ahead from age"),
)
PAY_COLUMNS = (
    mark("Pathway"),
    mark("From age"),
    mark("Year 1"),
    mark("Year 1 hourly"),
    mark("Year 5"),
    mark("Year 5 hourly"),
    mark("Cost to finish"),
)
QUITTING_COLUMNS = (
    mark("Pathway"),
    mark("Gain or loss"),
    mark("Pay in year 1"),
    mark("Pay the year after"),
    mark("Cost until then"),
)
STANDING_COLUMNS = (
    mark("Pathway"),
    mark("Good-job years, all who start"),
    mark("Good-job years if you finish"),
    mark("Pay above others at 30"),
    mark("Pay above others at 40"),
    mark("Pay above others at 50"),
    mark("Rate of return"),
)
ASSUMED_MARK = "*"
NOT_LISTED = mark("not listed")
BASELINE = mark("baseline")
NO_COST = mark("none")
NO_RATE = "n/a"
LOWEST_KNOWN, HIGHEST_KNOWN = 0.1, 0.9


def gain_heading(comparison: Comparison, baseline: PathwayResult) -> str:
    """What the first tables show."""
    return say(
        "What each pathway gains or loses against '{baseline}', starting at {age} and working to {to}.",
        baseline=pathway_name(baseline.name),
        age=comparison.start_age,
        to=comparison.retire_age,
    )


def gain_title() -> str:
    """The heading over the gains."""
    return say("What you gain or lose, as far as it is the training's doing")


def gain_caption(comparison: Comparison) -> str:
    """Prices and discounting of the gains."""
    return say(
        "{price_year} dollars. Gains less training costs, discounted {rate} a year to age {age}. First 10 years: "
        "earnings, undiscounted. {mark} assumed; all gains rest in part on assumed numbers, listed below.",
        price_year=comparison.price_year,
        rate=percent(comparison.discount_rate),
        age=comparison.start_age,
        mark=ASSUMED_MARK,
    )


def pay_title() -> str:
    """The heading over pay and cost."""
    return say("Pay after finishing, and what finishing costs you")


def pay_caption(comparison: Comparison) -> str:
    """Prices of pay and cost, and what the row of a baseline with training shows."""
    said = say(
        "{price_year} dollars, not discounted (discount rate {rate} above). A year's pay has time out of work and "
        "part-time work averaged in; the hourly wage is that in work, averaged over all who finish, in the occupation "
        "or not. Cost after grants. {mark} assumed in part. Rows are at different ages.",
        price_year=comparison.price_year,
        rate=percent(comparison.discount_rate),
        mark=ASSUMED_MARK,
    )
    baseline = comparison.pathways[0]
    if baseline.training_length is None:
        return said
    row = say("'{baseline}': the average of all who start.", baseline=pathway_name(baseline.name))
    return f"{said} {row}"


def standing_title() -> str:
    """The heading over the standing of pay."""
    return say("Where pay stands among all workers of the same age, if you finish and are in work")


def quitting_title(comparison: Comparison) -> str:
    """After how long somebody leaves."""
    case = comparison.provenance.case
    assert case is not None  # every comparison that is asked for has one
    years = float(case.person["quit_after"])
    return say_count(years, "If you leave after {count} year", "If you leave after {count} years")


def quitting_caption() -> str:
    """What leaving counts."""
    return say(
        "Gain or loss: to retirement, over no training, discounted as above. What leavers keep of a gain is assumed."
    )


def standing_caption(comparison: Comparison) -> str:
    """What a good job is, and whom pay is held against."""
    yardsticks = say(
        "{price_year} dollars. Good-job years: years lived, from 25 to 64, with pay while in work that a national "
        "study calls that of a good job (people.good_jobs). Pay above others: the share of full-time workers of that "
        "age who earn less (survey of 2024); nothing is known below 10% or above 90%.",
        price_year=comparison.price_year,
    )
    national = [say("Both yardsticks are national, whatever the place.")] if comparison.provenance.place else []
    returns = say(
        "Rate of return: the yearly rate at which training pays all who start back, where there is just one (n/a: "
        "ahead from the start, never, or more than once); compare it with the discount rate of {rate}.",
        rate=percent(comparison.discount_rate),
    )
    return " ".join([yardsticks, *national, returns])


def assumed_lead() -> str:
    """The words in front of what is assumed."""
    return say("Assumed, not measured ({mark} in the tables)", mark=ASSUMED_MARK)


def standing(share: float | None) -> str:
    """The share of workers who earn less, as far as it is known."""
    if share is None:
        return NOT_AVAILABLE
    if share <= LOWEST_KNOWN:
        return f"<{percent(LOWEST_KNOWN)}"
    return f">{percent(HIGHEST_KNOWN)}" if share >= HIGHEST_KNOWN else percent(round(share, 2))


def rate_of_return(rate: float | None) -> str:
    """The one rate of return, or that there is none."""
    return NO_RATE if rate is None else percent(round(rate, 3))


def crossing(ages: list[BreakEven]) -> str:
    """Where a pathway gets ahead for good: an age, or the plain fact."""
    if not ages:
        return say("even")
    last = ages[-1]
    if last.direction == "behind":
        return say("never") if len(ages) == 1 else say("until {age}", age=last.age)
    return str(last.age)


def gain(versus: VersusBaseline, of: str = "expected") -> float:
    """The gain that is shown: the mean over draws of the assumptions, or with every assumption at its value.

    Args:
        versus: a pathway against the baseline.
        of: `expected` for all who start, or `first_decade` for what they earn more in the first ten years.
    """
    if versus.mean_gain is not None:
        return float(getattr(versus.mean_gain, of))
    return versus.gain.net_present_value if of == "expected" else versus.gain.first_decade_earnings


def of_group(versus: VersusBaseline, of: str) -> float | None:
    """The gain shown of those who finish (`completer`) or leave (`leaver`); None where nobody tells them apart."""
    group: Outcomes | None = getattr(versus, f"{of}_gain")
    if group is None:
        return None
    shown: float | None = group.net_present_value if versus.mean_gain is None else getattr(versus.mean_gain, of)
    return shown


def unusual(comparison: Comparison, best: PathwayResult) -> str:
    """That the best pathway is an apprenticeship in an occupation that is not usually entered that way."""
    asked = comparison.provenance.occupation
    if asked is None or asked.is_listed or best.id != f"apprenticeship-{asked.code}":
        return ""
    return say(
        "But {occupation} are not usually entered through apprenticeship (usual entry: {entry}).",
        occupation=title_of(asked.title),
        entry=say(IN_SENTENCE[asked.entry_education] if asked.entry_education else NOT_LISTED),
    )


def is_even(versus: VersusBaseline, other: PathwayResult) -> bool:
    """Whether random numbers alone decide which of two gains is the larger."""
    against = other.versus_baseline
    if versus.mean_gain is None or against is None or against.mean_gain is None:
        return False
    error = math.hypot(versus.mean_gain.standard_error, against.mean_gain.standard_error)
    return gain(versus) - gain(against) < chances.SURE * error


def length(result: PathwayResult) -> str:
    """How long training takes."""
    if result.training_length is None:
        return ""
    # What is counted is the number as it is shown.
    years = float(f"{result.training_length:.2g}")
    return say_count(years, "Training takes {count} year.", "Training takes {count} years.")


def counted(result: PathwayResult) -> str:
    """How much of a gap in earnings counts."""
    if result.causal_share is None:
        return ""
    return say(
        "{share} of its lead in earnings over people without it (the same mix of men and women, if the sex is not "
        "given) counts as its doing; where it is behind, all of that counts.",
        share=percent(result.causal_share),
    )


def denominator(result: PathwayResult) -> str:
    """Whom the chance to finish is of."""
    people = result.completion_denominator
    return say("Chance to finish: of {people}.", people=say(people)) if people else ""


FORGONE = {
    True: mark(
        "While training, a finisher earns {amount} less than without it (not discounted), which the gain includes."
    ),
    False: mark(
        "While training, a finisher earns {amount} more than without it (not discounted), which the gain includes."
    ),
}
"""What training costs or brings in pay, by whether that is less than without it."""


def forgone(result: PathwayResult) -> str:
    """What finishers do not earn while they train, or earn more."""
    amount = result.completer.forgone_earnings if result.completer else None
    if amount is None or round(amount, -2) == 0:
        return ""
    return say(FORGONE[amount > 0], amount=dollars(abs(amount)))


def beyond_evidence(result: PathwayResult) -> str:
    """How much of a measured gain nobody observed."""
    versus = result.versus_baseline
    share = None if versus is None else versus.share_beyond_evidence
    if share is None:
        return ""
    if share >= 1:
        return say("All of the gain lies beyond the years that its study observed.")
    return say("{share} of the gain lies beyond the years that its study observed.", share=percent(round(share, 2)))
