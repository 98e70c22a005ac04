"""The sentences and labels of the one screen that `compare` shows by default: plain words, the answer first."""

from collections.abc import Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.chances import Chances
from mobcalc.results.compare import Comparison
from mobcalc.results.pathways import PathwayResult
from mobcalc.results.provenance import OverrideUsed
from mobcalc.wording import chances
from mobcalc.wording.compare import crossing, gain, is_even
from mobcalc.wording.compare_notes import cost
from mobcalc.wording.fields import words_for
from mobcalc.wording.lists import listed
from mobcalc.wording.numbers import NONE, NOT_AVAILABLE, is_same, more_or_less, percent, short
from mobcalc.wording.screen import than

GUESS = "?"
AVERAGE = {
    (True, True): mark(
        "{pathway} gains most: {amount} over a working life as with {other}, as the average of all who start."
    ),
    (True, False): mark(
        "{pathway} gains most: {amount} over a working life than with {other}, as the average of all who start."
    ),
    (False, True): mark(
        "{pathway} brings {amount} over a working life as with {other}, as the average of all who start."
    ),
    (False, False): mark(
        "{pathway} brings {amount} over a working life than with {other}, as the average of all who start."
    ),
}
"""What is gained, by whether nothing was said yet of the best of several, and whether the amount is about the same."""
MOST_NAMED = 3
YEARS_ON, USUAL_AGE = 10, 30
"""Pay is compared at 30, or so many years on where that is later."""


def verdict(comparison: Comparison, best: list[PathwayResult], names: dict[str, str]) -> str:
    """What is gained, how likely that is, and how many finish.

    Args:
        comparison: the answer.
        best: all pathways but the one compared with, the largest gain first.
        names: what pathways are called, by id.
    """
    first = best[0]
    versus = first.versus_baseline
    assert versus is not None
    total, other = gain(versus), than(names[comparison.baseline])
    said = [_opening(comparison, best, names)]
    if total > 0.0 or len(best) == 1:
        average = AVERAGE[not said[0] and len(best) > 1, is_same(total)]
        said.append(say(average, pathway=names[first.id], amount=more_or_less(total), other=other))
    if versus.chances is not None:
        together = versus.chances.together
        said += [_chance(together, first.completion_rate), chances.middle_and_bad_case(together)]
    kept = versus.gain.net_resources_present_value
    if kept is not None:
        said.append(say("After taxes and benefits the household has {amount}.", amount=more_or_less(kept)))
    return " ".join(part for part in said if part)


def _chance(together: Chances, finish: float | None) -> str:
    """How likely it is to end ahead, and how many finish where that is known."""
    chance = chances.in_words(together.chance_well_ahead, together.chance_standard_error)
    if finish is None:
        return say("The chance to end at least $10,000 ahead is {chance}.", chance=chance)
    return say(
        "The chance to end at least $10,000 ahead is {chance}, and about {number} of 100 finish.",
        chance=chance,
        number=_of_100(finish),
    )


def is_unsure(comparison: Comparison, best: list[PathwayResult]) -> bool:
    """Whether none is recommended: studies and pay disagree, or another pathway is likelier to end ahead."""
    return any(not result.evidence_agrees for result in best) or _likelier(comparison, best) is not None


def _opening(comparison: Comparison, best: list[PathwayResult], names: dict[str, str]) -> str:
    """The first words: who gains most, or that nothing can be recommended."""
    first = best[0]
    doubted = [names[result.id] for result in best if not result.evidence_agrees]
    if doubted:
        return say(
            "What pay says and what studies say of {pathways} do not agree, so none is recommended.",
            pathways=listed(doubted),
        )
    likelier = _likelier(comparison, best)
    versus = first.versus_baseline
    assert versus is not None
    if gain(versus) <= 0.0 and len(best) > 1:
        return say(
            "None of these pays more on average than {other}; {pathway} comes nearest: {amount}.",
            other=than(names[comparison.baseline]),
            pathway=names[first.id],
            amount=more_or_less(gain(versus)),
        )
    if likelier is not None:
        return say(
            "{pathway} gains most on average, but {other} is likelier to end ahead, so none is recommended.",
            pathway=names[first.id],
            other=names[likelier.id],
        )
    if len(best) > 1 and is_even(versus, best[1]):
        return say("{pathway} and {other} gain about as much.", pathway=names[first.id], other=names[best[1].id])
    return ""


def _likelier(comparison: Comparison, best: list[PathwayResult]) -> PathwayResult | None:
    """Another pathway that is clearly likelier to end ahead than the one that gains most."""
    order, first = comparison.ranking["by_chance"], best[0]
    if not order or order[0] == first.id or first.versus_baseline is None:
        return None
    by_id = {result.id: result for result in best}
    other = by_id.get(order[0])
    if other is None or other.versus_baseline is None or other.versus_baseline.chances is None:
        return None
    assert first.versus_baseline.chances is not None
    ours, theirs = first.versus_baseline.chances.together, other.versus_baseline.chances.together
    apart = theirs.chance_well_ahead - ours.chance_well_ahead
    return other if apart >= chances.SURE * theirs.chance_standard_error else None


def _of_100(share: float) -> int:
    return round(100 * share)


def finish(share: float | None, is_guess: bool) -> str:
    """How many of 100 finish."""
    return NONE if share is None else f"{_of_100(share)}{GUESS if is_guess else ''}"


def age_of_pay(comparison: Comparison) -> int:
    """The age at which pay is compared: the same in every row."""
    return min(max(USUAL_AGE, comparison.start_age + YEARS_ON), comparison.retire_age - 1)


def columns(comparison: Comparison) -> tuple[str, ...]:
    """The heads of the columns, what the household keeps among them with a place."""
    kept = (say("After\ntaxes"),) if comparison.household is not None else ()
    return (
        "",
        say("Pay in\nyear 1"),
        say("Finish\nof 100"),
        say("Pay at {age}\nif done", age=age_of_pay(comparison)),
        say("Gain: all\nwho start"),
        *kept,
        say("if you\nfinish"),
        say("if you\nleave"),
    )


def wide_columns(comparison: Comparison) -> tuple[str, ...]:
    """The heads of the columns that a wide terminal has besides."""
    chance = (say("Chance to\nend ahead"),) if comparison.draws else ()
    return (*chance, say("You pay\nin all"), say("Ahead\nfrom age"))


def wide_cells(comparison: Comparison, result: PathwayResult) -> tuple[str, ...]:
    """What stands in them for a pathway."""
    versus = result.versus_baseline
    if versus is None:
        return (NONE,) * len(wide_columns(comparison))
    together = () if versus.chances is None else (versus.chances.together.chance_well_ahead,)
    return (*map(chances.chance, together), cost(result) or NOT_AVAILABLE, crossing(versus.break_even_ages))


def basis(comparison: Comparison) -> str:
    """Which dollars these are."""
    return say(
        "{price_year} dollars, time without work averaged in; later money counts {rate} less a year.",
        price_year=comparison.price_year,
        rate=percent(comparison.discount_rate),
    )


def yours(comparison: Comparison, names: dict[str, str]) -> str:
    """Which numbers are the user's own, besides those of the person; empty where none is."""
    own = [one for one in comparison.provenance.overrides if not one.name.startswith("person.")]
    shown = [one for one in own if _pathway(one.name) in (None, *names)]
    said = [say("Your own: {numbers}.", numbers=_listed(shown, names))] if shown else []
    # Nothing on the screen rests on those.
    if unused := _unused(own, shown):
        numbers = _listed(unused, names)
        said.append(say("Set for a pathway that is not shown, so not used: {numbers}.", numbers=numbers))
    return " ".join(said)


def _unused(own: Sequence[OverrideUsed], shown: Sequence[OverrideUsed]) -> list[OverrideUsed]:
    """Numbers of pathways that are not shown, but for those that a route has taken over."""
    taken_over = {(words_for(one.name), str(one.value)) for one in shown}
    return [one for one in own if one not in shown and (words_for(one.name), str(one.value)) not in taken_over]


def _listed(given: Sequence[OverrideUsed], names: dict[str, str]) -> str:
    """Numbers that the user gave, the first of them by name; empty where there are none."""
    named = list(dict.fromkeys(f"{words_for(one.name)}{_value(one.value)}{_of(one.name, names)}" for one in given))
    further = len(named) - MOST_NAMED
    numbers = ", ".join(named[:MOST_NAMED])
    if further <= 0:
        return numbers
    return say_count(further, "{numbers} and {count} other", "{numbers} and {count} others", numbers=numbers)


def _pathway(name: str) -> str | None:
    """The id of the pathway that a number is of, if of any."""
    parts = name.split(".")
    return parts[1] if parts[0] == "pathways" and len(parts) > 1 else None


def _value(value: object) -> str:
    """A number as it was given; nothing for a setting in words, nor for many numbers."""
    if isinstance(value, list | dict) and len(value) > MOST_NAMED:
        return ""
    return f" {short(value)}" if isinstance(value, float | list | dict) else ""


def _of(name: str, names: dict[str, str]) -> str:
    """The pathway that a number is of."""
    pathway = _pathway(name)
    is_whole = name == f"pathways.{pathway}"
    if pathway is None or (is_whole and pathway not in names):
        return ""
    return f" ({names.get(pathway, pathway)})"


def more(has_guess: bool, left: int = 0) -> str:
    """What the mark is, and how to see more.

    Args:
        has_guess: whether anything is marked as a guess.
        left: how many notes there was no room for.
    """
    if left:
        return _more_notes(left, has_guess)
    if has_guess:
        return say("?: a guess. Only part of a pay lead counts: --show assumptions. All: --details")
    return say("Only part of a pay lead counts: --show assumptions. All: --details")


def _more_notes(left: int, has_guess: bool) -> str:
    """The same where there was no room for some notes."""
    if has_guess:
        return say_count(
            left,
            "?: a guess. Pay leads count in part: --show assumptions. {count} more note: --details",
            "?: a guess. Pay leads count in part: --show assumptions. {count} more notes: --details",
        )
    return say_count(
        left,
        "Only part of a pay lead counts: --show assumptions. {count} more note: --details",
        "Only part of a pay lead counts: --show assumptions. {count} more notes: --details",
    )
