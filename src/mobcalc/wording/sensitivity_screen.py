"""The sentences of the one screen that `sensitivity` shows by default."""

from collections.abc import Sequence

from mobcalc.results import BY_CHANCE, Sensitivity, SweptAssumption
from mobcalc.wording import sensitivity as details
from mobcalc.wording.chances import in_words
from mobcalc.wording.numbers import more_or_less, percent
from mobcalc.wording.screen import than

COLUMNS = ("If this were", "Low", "High", "Gain\nat low", "Gain\nat high")
CHANCE_COLUMNS = ("If this were", "Low", "High", "Chance\nat low", "Chance\nat high")
MEASURES = {
    "net_present_value": "over a working life, less training costs",
    "net_resources_present_value": "over a working life, after taxes and benefits",
    "lifetime_earnings": "over a working life, before training costs",
    "first_decade_earnings": "in the first ten years, before training costs",
}
"""Over what time, and after what, a gain is."""
MOST_SWITCHES = 2


def verdict(swings: Sensitivity, names: dict[str, str]) -> str:
    """The gain as it stands, and what turns it around."""
    ours, other = names[swings.pathway], than(names[swings.versus])
    if swings.outcome == BY_CHANCE:
        return f"A is {ours}. The chance that it ends at least $10,000 ahead of {other} is {in_words(swings.gain)}."
    said = f"A, {ours}, brings {more_or_less(swings.gain)} than B, {other}, {MEASURES[swings.outcome]}."
    return f"{said} {_switches(swings)}"


def _switches(swings: Sensitivity) -> str:
    """At which values the other one would be better."""
    found = [one for one in swings.sensitivity if one.switch_point is not None]
    if not found:
        return "No number turns that around by itself within its range; several together may."
    other = "B" if swings.gain > 0 else "A"
    said = [details.switch(swings, one) for one in found[:MOST_SWITCHES]]
    return f"{other} would be better with {', or with '.join(said)}."


def name(swings: Sensitivity, one: SweptAssumption) -> str:
    """What a number is called in the table; a mark where it is a guess."""
    return f"{details.row_words(swings, one)}{'*' if one.record_kind == 'assumed' else ''}"


def basis(swings: Sensitivity, shown: Sequence[SweptAssumption], more: int) -> str:
    """What the mark is, which dollars, and how to see more."""
    mark = "*: a guess. " if any(one.record_kind == "assumed" for one in shown) else ""
    later = f"later money counts {percent(swings.discount_rate)} less a year"
    rest = f"{more} more move it less, bars, what rests on what" if more else "Bars, what rests on what"
    return f"{mark}Each is moved alone. {swings.price_year} dollars, {later}.\n{rest}: --details"
