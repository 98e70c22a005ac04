"""The sentences and labels of `compare`."""

import math
from typing import NamedTuple

from mobcalc import units
from mobcalc.results import BreakEven, Comparison, NoticeCode, Outcomes, PathwayResult, VersusBaseline
from mobcalc.wording import chances
from mobcalc.wording.household import kept
from mobcalc.wording.numbers import NOT_AVAILABLE, SAME, dollars, more_or_less, percent

GAIN_COLUMNS = (
    "Pathway",
    "Chance to finish",
    "All who start",
    "If you finish",
    "If you leave",
    "First 10 years",
    "Ahead from age",
)
PAY_COLUMNS = ("Pathway", "From age", "Year 1", "Year 1 hourly", "Year 5", "Year 5 hourly", "Cost to finish")
QUITTING_COLUMNS = ("Pathway", "Gain or loss", "Pay in year 1", "Pay the year after", "Cost until then")
STANDING_COLUMNS = (
    "Pathway",
    "Good-job years, all who start",
    "Good-job years if you finish",
    "Pay above others at 30",
    "Pay above others at 40",
    "Pay above others at 50",
    "Rate of return",
)
ASSUMED_MARK = "*"
BASELINE = "baseline"
NO_COST = "none"
NO_RATE = "n/a"
LOWEST_KNOWN, HIGHEST_KNOWN = 0.1, 0.9


def gain_heading(comparison: Comparison, baseline: PathwayResult) -> str:
    """What the first tables show."""
    return (
        f"What each pathway gains or loses against '{baseline.name}', starting at {comparison.start_age} and working "
        f"to {comparison.retire_age}."
    )


def gain_title() -> str:
    """The heading over the gains."""
    return "What you gain or lose, as far as it is the training's doing"


def gain_caption(comparison: Comparison) -> str:
    """Prices and discounting of the gains."""
    return (
        f"{comparison.price_year} dollars. Gains less training costs, discounted {percent(comparison.discount_rate)} a "
        f"year to age {comparison.start_age}. First 10 years: earnings, undiscounted. {ASSUMED_MARK} assumed; all "
        "gains rest in part on assumed numbers, listed below."
    )


def pay_title() -> str:
    """The heading over pay and cost."""
    return "Pay after finishing, and what finishing costs you"


def pay_caption(comparison: Comparison) -> str:
    """Prices of pay and cost."""
    return (
        f"{comparison.price_year} dollars, not discounted (discount rate {percent(comparison.discount_rate)} above). "
        "A year's pay has time out of work and part-time work averaged in; the hourly wage is that in work, averaged "
        f"over all who finish, in the occupation or not. Cost after grants. {ASSUMED_MARK} assumed in part. Rows are "
        "at different ages."
        f"{_baseline_row(comparison.pathways[0])}"
    )


NATIONAL_YARDSTICKS = "Both yardsticks are national, whatever the place. "


def standing_title() -> str:
    """The heading over the standing of pay."""
    return "Where pay stands among all workers of the same age, if you finish and are in work"


def quitting_title(comparison: Comparison) -> str:
    """After how long somebody leaves."""
    case = comparison.provenance.case
    assert case is not None  # every comparison that is asked for has one
    return f"If you leave after {units.counted(float(case.person['quit_after']), 'year')}"


def quitting_caption() -> str:
    """What leaving counts."""
    return "Gain or loss: to retirement, over no training, discounted as above. What leavers keep of a gain is assumed."


def standing_caption(comparison: Comparison) -> str:
    """What a good job is, and whom pay is held against."""
    return (
        f"{comparison.price_year} dollars. Good-job years: years lived, from 25 to 64, with pay while in work that a "
        "national study calls that of a good job (people.good_jobs). Pay above others: the share of full-time workers "
        "of that age who earn less (survey of 2024); nothing is known below 10% or above 90%. "
        f"{NATIONAL_YARDSTICKS if comparison.provenance.place else ''}"
        "Rate of return: the yearly rate at which training pays all who start back, where there is just one (n/a: "
        "ahead from the start, never, or more than once); compare it with the discount rate of "
        f"{percent(comparison.discount_rate)}."
    )


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


def _baseline_row(baseline: PathwayResult) -> str:
    """What the row of a baseline with training shows."""
    return "" if baseline.training_length is None else f" '{baseline.name}': the average of all who start."


def crossing(ages: list[BreakEven]) -> str:
    """Where a pathway gets ahead for good: an age, or the plain fact."""
    if not ages:
        return "even"
    if ages[-1].direction == "behind":
        return "never" if len(ages) == 1 else f"until {ages[-1].age}"
    return str(ages[-1].age)


def answer(comparison: Comparison) -> list[tuple[str, str]]:
    """The answer and how sure it is, with lead-in words; nothing where there is the baseline alone."""
    by_id = {result.id: result for result in comparison.pathways}
    ranked = [by_id[name] for name in comparison.ranking["to_retirement"] if name != comparison.baseline]
    if not ranked:
        return []
    paragraphs = [("Answer", _sentence(comparison, ranked))]
    if sure := _how_sure(comparison, ranked):
        paragraphs.append((chances.HOW_SURE, sure))
    return paragraphs


def _sentence(comparison: Comparison, ranked: list[PathwayResult]) -> str:
    """What the best pathway gains over the baseline, how likely it is to, and what speaks against it."""
    by_id = {result.id: result for result in comparison.pathways}
    baseline, best = by_id[comparison.baseline], ranked[0]
    versus = best.versus_baseline
    assert versus is not None
    total, decade = gain(versus), gain(versus, "first_decade")
    codes = {notice.code for notice in comparison.warnings}
    likely = f" {chances.likely(versus.chances.together)}" if versus.chances else ""
    than = "as" if more_or_less(total) == SAME else "than"
    about = (
        f"Somebody starting at {comparison.start_age} {_verdict(ranked)} '{best.name}': {more_or_less(total)} by age "
        f"{comparison.retire_age} {than} with '{baseline.name}' as the average of all who start{_groups(versus)}, and "
        f"{more_or_less(decade)} in the first 10 years{_other_leader(comparison, best, by_id)}."
    )
    # What a study of one program says of itself may decide whether it is for this person at all.
    caution = f" {best.caution}" if best.evidence == "impact" and best.caution else ""
    reserves = (_footing(codes, best, baseline), unusual(comparison, best), _reservations(comparison, versus), caution)
    chance = f"{likely}{_by_chance(comparison, best, by_id)}"
    return f"{_disagreement(ranked)}{about}{chance}{_kept(versus)}{''.join(reserves)}"


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


def _disagreement(ranked: list[PathwayResult]) -> str:
    """That pay and a study contradict each other on a pathway; empty where they do not."""
    names = [f"'{result.name}'" for result in ranked if not result.evidence_agrees]
    if not names:
        return ""
    return f"The evidence on {' and '.join(names)} disagrees, so none is recommended (--show evidence). "


def _by_chance(comparison: Comparison, best: PathwayResult, by_id: dict[str, PathwayResult]) -> str:
    """That another pathway is likelier to end ahead, or that more end behind than ahead in spite of the average."""
    order, versus = comparison.ranking["by_chance"], best.versus_baseline
    assert versus is not None
    if not order or versus.chances is None or order[0] == best.id:
        return ""
    other = by_id[order[0]].versus_baseline
    if other is None:
        if gain(versus) <= 0.0:
            return ""
        return " So no more than half of those who start end that far ahead; those who gain most lift the average."
    assert other.chances is not None
    ours, theirs = versus.chances.together, other.chances.together
    if theirs.chance_well_ahead - ours.chance_well_ahead < chances.SURE * theirs.chance_standard_error:
        return f" '{by_id[order[0]].name}' is as likely to."
    said = chances.in_words(theirs.chance_well_ahead, theirs.chance_standard_error)
    return f" But '{by_id[order[0]].name}' is likelier to: {said}."


def _how_sure(comparison: Comparison, ranked: list[PathwayResult]) -> str:
    """The range of the best pathway's gain, and its chance against the next best; empty without draws."""
    best, *others = ranked
    pairs, versus = comparison.pairwise_chance_ahead, best.versus_baseline
    if pairs is None or versus is None or versus.chances is None:
        return ""
    next_best = (others[0].name, pairs[best.id][others[0].id] or 0.0) if others else None
    return chances.how_sure(versus.chances, next_best)


def _kept(versus: VersusBaseline) -> str:
    """What the household keeps of the gain, where that is known."""
    amount = versus.gain.net_resources_present_value
    return "" if amount is None else kept(amount)


def unusual(comparison: Comparison, best: PathwayResult) -> str:
    """That the best pathway is an apprenticeship in an occupation that is not usually entered that way."""
    asked = comparison.provenance.occupation
    if asked is None or asked.is_listed or best.id != f"apprenticeship-{asked.code}":
        return ""
    entry = (asked.entry_education or "not listed").lower()
    return f" But {asked.title} are not usually entered through apprenticeship (usual entry: {entry})."


def _reservations(comparison: Comparison, versus: VersusBaseline) -> str:
    """What the answer rests on besides training: the person's own wage or hours, and years nobody observed."""
    values = {notice.code: notice.values for notice in comparison.warnings}
    share = versus.share_beyond_evidence
    if share is not None:
        return f" {_part(share)} of the gain lies beyond the years that its study observed."
    return " Part of it is hours, since training pays its own." if "hours" in values else ""


def _part(share: float) -> str:
    return "All" if share >= 1 else percent(round(share, 2))


def _verdict(ranked: list[PathwayResult]) -> str:
    """Whether a pathway gains or loses, as the best of several or alone; hardly more than the next where that is so."""
    best, *others = ranked
    versus = best.versus_baseline
    assert versus is not None
    agree = all(result.evidence_agrees for result in ranked)
    words = GAINS if gain(versus) > 0 else LOSES
    # Where the evidence disagrees, this is what it comes to and no advice.
    verb = f"{words.verb}s" if agree else f"would {words.verb}"
    if not others:
        return f"{verb} {words.alone}"
    hardly = f", if hardly {words.than} than with '{others[0].name}'," if is_even(versus, others[0]) else ""
    return f"{verb} {words.most}{hardly} {words.alone}"


class _Verdict(NamedTuple):
    """The words for a gain, or for a loss."""

    verb: str
    most: str
    than: str
    alone: str


GAINS, LOSES = _Verdict("gain", "most", "more", "from"), _Verdict("lose", "least", "less", "with")


def is_even(versus: VersusBaseline, other: PathwayResult) -> bool:
    """Whether random numbers alone decide which of two gains is the larger."""
    against = other.versus_baseline
    if versus.mean_gain is None or against is None or against.mean_gain is None:
        return False
    error = math.hypot(versus.mean_gain.standard_error, against.mean_gain.standard_error)
    return gain(versus) - gain(against) < chances.SURE * error


def _footing(codes: set[NoticeCode], best: PathwayResult, baseline: PathwayResult) -> str:
    """That a pathway and a baseline with training are known from different kinds of evidence."""
    differ = "other_footing" in codes and best.evidence != baseline.evidence
    return " The two are not on the same footing." if differ else ""


def _groups(versus: VersusBaseline) -> str:
    """What finishers and leavers gain, where the study tells them apart."""
    if versus.completer_gain is None or versus.leaver_gain is None:
        return ""
    finish, leave = of_group(versus, "completer"), of_group(versus, "leaver")
    if finish is None or leave is None:
        return ""
    return f" ({more_or_less(finish)} if they finish, {more_or_less(leave)} if they leave)"


def _other_leader(comparison: Comparison, best: PathwayResult, by_id: dict[str, PathwayResult]) -> str:
    """Who leads in the first ten years, if it is another pathway."""
    leader = comparison.ranking["first_decade"][0]
    return "" if leader == best.id else f" ('{by_id[leader].name}' is ahead of it over those years)"


def length(result: PathwayResult) -> str:
    """How long training takes."""
    years = result.training_length
    # What is counted is the number as it is shown.
    return "" if years is None else f"Training takes {units.counted(float(f'{years:.2g}'), 'year')}."


def counted(result: PathwayResult) -> str:
    """How much of a gap in earnings counts."""
    share = result.causal_share
    if share is None:
        return ""
    return (
        f"{percent(share)} of its lead in earnings over people without it (the same mix of men and women, if the sex "
        "is not given) counts as its doing; where it is behind, all of that counts."
    )


def denominator(result: PathwayResult) -> str:
    """Whom the chance to finish is of."""
    return f"Chance to finish: of {result.completion_denominator}." if result.completion_denominator else ""


def forgone(result: PathwayResult) -> str:
    """What finishers do not earn while they train, or earn more."""
    amount = result.completer.forgone_earnings if result.completer else None
    if amount is None or round(amount, -2) == 0:
        return ""
    side = "less" if amount > 0 else "more"
    return (
        f"While training, a finisher earns {dollars(abs(amount))} {side} than without it (not discounted), which the "
        "gain includes."
    )


def beyond_evidence(result: PathwayResult) -> str:
    """How much of a measured gain nobody observed."""
    versus = result.versus_baseline
    if versus is None or versus.share_beyond_evidence is None:
        return ""
    return f"{_part(versus.share_beyond_evidence)} of the gain lies beyond the years that its study observed."
