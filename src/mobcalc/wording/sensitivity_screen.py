"""The sentences of the one screen that `sensitivity` shows by default."""

from collections.abc import Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.sensitivity import BY_CHANCE, Sensitivity, SweptAssumption
from mobcalc.wording import sensitivity as details
from mobcalc.wording.chances import in_words
from mobcalc.wording.numbers import dollars, is_same, percent
from mobcalc.wording.screen import than

COLUMNS = (mark("If this were"), mark("Low"), mark("High"), mark("Gain\nat low"), mark("Gain\nat high"))
CHANCE_COLUMNS = (*COLUMNS[:3], mark("Chance\nat low"), mark("Chance\nat high"))
MEASURES = {
    "net_present_value": mark("over a working life, less training costs"),
    "net_resources_present_value": mark("over a working life, after taxes and benefits"),
    "lifetime_earnings": mark("over a working life, before training costs"),
    "first_decade_earnings": mark("in the first ten years, before training costs"),
}
"""Over what time, and after what, a gain is."""
SAME = mark("A, {pathway}, brings about the same as B, {other}, {measure}.")
MORE = mark("A, {pathway}, brings about {amount} more than B, {other}, {measure}.")
LESS = mark("A, {pathway}, brings about {amount} less than B, {other}, {measure}.")


def verdict(swings: Sensitivity, names: dict[str, str]) -> str:
    """The gain as it stands, and what turns it around."""
    ours, other = names[swings.pathway], than(names[swings.versus])
    if swings.outcome == BY_CHANCE:
        return say(
            "A is {pathway}. The chance that it ends at least $10,000 ahead of {other} is {chance}.",
            pathway=ours,
            other=other,
            chance=in_words(swings.gain),
        )
    gain = say(
        SAME if is_same(swings.gain) else MORE if swings.gain > 0 else LESS,
        pathway=ours,
        amount=dollars(abs(swings.gain), 1000),
        other=other,
        measure=say(MEASURES[swings.outcome]),
    )
    return f"{gain} {_switches(swings)}"


def _switches(swings: Sensitivity) -> str:
    """At which values the other one would be better."""
    found = [details.switch(swings, one) for one in swings.sensitivity if one.switch_point is not None]
    if not found:
        return say("No number turns that around by itself within its range; several together may.")
    other, (first, *more) = "B" if swings.gain > 0 else "A", found
    if not more:
        return say("{pathway} would be better with {switch}.", pathway=other, switch=first)
    return say(
        "{pathway} would be better with {switch}, or with {second}.", pathway=other, switch=first, second=more[0]
    )


def basis(swings: Sensitivity, shown: Sequence[SweptAssumption], more: int) -> str:
    """What the mark is, which dollars, and how to see more."""
    guess = [say("*: a guess.")] if any(one.record_kind == "assumed" for one in shown) else []
    alone = say(
        "Each is moved alone; 'compare' averages over all ranges. {price_year} dollars, later money counts {rate} less "
        "a year.",
        price_year=swings.price_year,
        rate=percent(swings.discount_rate),
    )
    if more:
        rest = say_count(
            more,
            "{count} more moves it less; bars, what rests on what: --details",
            "{count} more move it less; bars, what rests on what: --details",
        )
    else:
        rest = say("Bars, what rests on what: --details")
    return f"{' '.join([*guess, alone])}\n{rest}"
