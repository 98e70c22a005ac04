"""The sentences and labels of `sensitivity`."""

from collections.abc import Iterator, Sequence

from mobcalc.results import (
    BY_CHANCE,
    DOES_NOT_FIT,
    HAS_NO_RANGE,
    HOUSEHOLD_IS_FIXED,
    NO_SWITCH,
    NOT_KNOWN,
    NOT_LOOKED_FOR,
    RANGE_DROPPED,
    NotSwept,
    Sensitivity,
    SweptAssumption,
)
from mobcalc.wording.chances import chance
from mobcalc.wording.fields import words_for
from mobcalc.wording.numbers import NOT_AVAILABLE, in_unit, percent, signed_dollars

COLUMNS = ("Assumption", "Low", "High", "Gain at low", "Gain at high", "From least to most")
MOST_LEAD = "What matters most"
FLIP_LEAD = "What would change the answer"
WHERE_LEAD = "Where numbers come from"
MEASURES = {
    "net_present_value": "earnings and stipends less training costs, to retirement, discounted",
    "net_resources_present_value": (
        "what the household keeps after taxes and benefits, less training costs, to retirement, discounted"
    ),
    "lifetime_earnings": "earnings to retirement, not discounted, before training costs",
    "first_decade_earnings": "earnings of the first ten years, not discounted, before training costs",
}
REASONS = {
    DOES_NOT_FIT: "training does not fit into the working life with this value",
    NO_SWITCH: "no switch within the range",
    NOT_LOOKED_FOR: "not looked for where chances are asked about",
    NOT_KNOWN: "the gain is known at neither end",
    HAS_NO_RANGE: "no range is given for it",
    RANGE_DROPPED: "you gave a value without a range in place of one that had a range",
    HOUSEHOLD_IS_FIXED: "taxes and benefits are looked up for one household and what it pays for",
}
OWN_WORDS = {
    "length": "length of training in years",
}
"""What reads better in a row of its own than in a list."""


def heading(swings: Sensitivity) -> str:
    """Which gain is asked about, and how it stands."""
    return (
        f"What the gain of A, '{swings.names[swings.pathway]}', over B, '{swings.names[swings.versus]}', hangs on.\n"
        f"{_stands(swings)}{_footing(swings)}"
    )


def _stands(swings: Sensitivity) -> str:
    """The gain, or the chance to end well ahead, as it stands."""
    if swings.outcome == BY_CHANCE:
        return f"The chance that A ends $10,000 or more ahead of B: {chance(swings.gain)}."
    return f"The gain ({MEASURES[swings.outcome]}): {signed_dollars(swings.gain)}, so {_leader(swings)}."


def gain(swings: Sensitivity, amount: float | None) -> str:
    """A gain, or a chance, as tables and sentences show it."""
    if amount is None:
        return NOT_AVAILABLE
    return chance(amount) if swings.outcome == BY_CHANCE else signed_dollars(amount)


def columns(swings: Sensitivity) -> tuple[str, ...]:
    """The titles of the table."""
    what = "Chance" if swings.outcome == BY_CHANCE else "Gain"
    return tuple(title.replace("Gain", what) for title in COLUMNS)


def _leader(swings: Sensitivity) -> str:
    if round(swings.gain, 2) == 0.0:
        return "neither is better"
    return f"{'A' if swings.gain > 0 else 'B'} is better"


def _footing(swings: Sensitivity) -> str:
    """That the two are known from different kinds of evidence."""
    return "" if swings.same_footing else " The two are not on the same footing: one is a measured effect."


def row_name(swings: Sensitivity, one: SweptAssumption) -> str:
    """What an assumption is called in the table, whose it is, and how it is known."""
    choice = " (choice)" if one.kind == "scenario" else ""
    return f"{row_words(swings, one)}{'*' if one.record_kind == 'assumed' else ''}{choice}"


def row_words(swings: Sensitivity, one: SweptAssumption) -> str:
    """What an assumption is called, and whose it is."""
    return f"{_whose(swings, one.name)}{_words(one.name)}"


def _words(name: str) -> str:
    return OWN_WORDS.get(name.rpartition(".")[2]) or words_for(name)


def _whose(swings: Sensitivity, name: str) -> str:
    """The letter of the pathway that a number is of; nothing where it is of none."""
    parts = name.split(".")
    if parts[0] != "pathways":
        return ""
    letters = {swings.versus: "B", swings.pathway: "A"}
    return f"{letters.get(parts[1]) or swings.names.get(parts[1], parts[1])}: "


def amount(value: float | None, unit: str) -> str:
    """A value of an assumption, as its unit asks for."""
    return in_unit(value, unit, lambda other: f"{other:,.2f}".rstrip("0").rstrip("."))


def ends(swings: Sensitivity, one: SweptAssumption) -> tuple[str, str, str, str]:
    """The ends of an assumption's range, and the gain at each."""
    gains = (gain(swings, one.gain_at_low), gain(swings, one.gain_at_high))
    return (amount(one.low, one.unit), amount(one.high, one.unit), *gains)


def caption(swings: Sensitivity, shown: Sequence[SweptAssumption], scale: tuple[float, float]) -> str:
    """Dollars and discounting of the gains, how to read the bars, and the marks."""
    said = (
        f"Gains in {swings.price_year} dollars, discount rate {percent(swings.discount_rate)}. Each assumption is "
        f"moved alone. Bars run from {gain(swings, scale[0])} to {gain(swings, scale[1])}: L at low, "
        f"H at high, | as it stands{', 0 no gain' if scale[0] <= 0.0 <= scale[1] else ''}. * assumed, not measured."
    )
    if swings.outcome == BY_CHANCE:
        said += f" Of {swings.draws:,} simulated lives, the same for every value; a value moved counts as certain."
    return said + _marks(swings, shown)


def _marks(swings: Sensitivity, shown: Sequence[SweptAssumption]) -> str:
    """What marks in the rows shown mean."""
    said = ""
    if any(one.kind == "scenario" for one in shown):
        said += " (choice): a choice or an outlook, not a fact."
    if any(None in (one.gain_at_low, one.gain_at_high) for one in shown):
        said += f" {NOT_AVAILABLE}: {REASONS[DOES_NOT_FIT]}."
    years = sorted({one.value_price_year for one in shown if one.value_price_year not in (None, swings.price_year)})
    of = ", ".join(str(year) for year in years)
    return said + (f" Low and high of money may be in dollars of an earlier year ({of})." if years else "")


def left_out(swings: Sensitivity, more: int, still: Sequence[SweptAssumption]) -> Iterator[str]:
    """How many assumptions the table leaves out, for being less important than its rows or for moving nothing.

    Args:
        swings: the answer.
        more: how many move the gain less than those in the table.
        still: those that do not move it.
    """
    if more:
        yield f"{more} more {'moves' if more == 1 else 'move'} it less; --top shows more rows."
    if still:
        what = "chance by less than half a point" if swings.outcome == BY_CHANCE else "gain by less than a dollar"
        yield f"{len(still)} with a range moved the {what}: {_names(swings, still)}."


def _names(swings: Sensitivity, some: Sequence[SweptAssumption] | Sequence[NotSwept]) -> str:
    return ", ".join(f"{_whose(swings, one.name)}{_words(one.name)}" for one in some)


def most(swings: Sensitivity, three: Sequence[SweptAssumption]) -> str:
    """The assumptions that matter most, with the gain at their ends and the names to change them by."""
    if not three:
        return "Nothing that has a range moves this gain."
    said = [
        f"{number}. {_whose(swings, one.name)}{_words(one.name)}, {amount(one.low, one.unit)} to "
        f"{amount(one.high, one.unit)} ({amount(one.value, one.unit)} now): {_from_to(swings, one)} ({one.name})."
        for number, one in enumerate(three, 1)
    ]
    return "\n" + "\n".join(said)


def _from_to(swings: Sensitivity, one: SweptAssumption) -> str:
    """The gains at the ends, or at the one end at which there is one."""
    if one.gain_at_low is not None and one.gain_at_high is not None:
        what = "chance" if swings.outcome == BY_CHANCE else "gain"
        return f"the {what} goes from {gain(swings, one.gain_at_low)} to {gain(swings, one.gain_at_high)}"
    known = one.gain_at_high if one.gain_at_low is None else one.gain_at_low
    return (
        f"it goes from {gain(swings, swings.gain)} to {gain(swings, known)} "
        "at one end, and training does not fit at the other"
    )


def switches(swings: Sensitivity) -> str:
    """At which value of which assumption the other pathway becomes the better one."""
    if swings.outcome == BY_CHANCE:
        return "Not looked for: --measure net_present_value says at which values the average gain changes sides."
    switching = [one for one in swings.sensitivity if one.switch_point is not None]
    if not switching:
        return "No assumption does so alone within its range. Several together may."
    other = "B" if swings.gain > 0 else "A"
    said = [f"{switch(swings, one)} ({amount(one.value, one.unit)} now)" for one in switching]
    return (
        f"\n{other} would be better with any one of these, the rest as it is:\n"
        + ";\n".join(f"- {one}" for one in said)
        + ".\nSeveral together may do it sooner."
    )


def switch(swings: Sensitivity, one: SweptAssumption) -> str:
    """The assumption with the value from which on the other is better."""
    return f"{row_words(swings, one)} at {amount(one.switch_point, one.unit)} or {_side(one)}"


def _side(one: SweptAssumption) -> str:
    assert one.switch_point is not None
    return "more" if one.switch_point > one.value else "less"


def not_swept(swings: Sensitivity) -> Iterator[tuple[str, str]]:
    """What could not be moved, with its lead: assumed numbers without a range, then those whose range was dropped."""
    by_reason: dict[str, list[NotSwept]] = {}
    for one in swings.not_swept:
        by_reason.setdefault(one.why, []).append(one)
    if assumed := by_reason.get(HAS_NO_RANGE):
        yield (
            f"Not swept, no range given ({len(assumed)} assumed)",
            f"{_names(swings, assumed)}. Published figures without a range stay as they are, too.",
        )
    if dropped := by_reason.get(RANGE_DROPPED):
        first, names = dropped[0].name, ", ".join(one.name for one in dropped)
        yield (
            "Not swept, since your value came without a range",
            f'{names}. To sweep it, write --set "{first}={{value: VALUE, range: [LOW, HIGH]}}".',
        )
    if fixed := by_reason.get(HOUSEHOLD_IS_FIXED):
        yield "Not swept", f"{', '.join(one.name for one in fixed)}: {REASONS[HOUSEHOLD_IS_FIXED]}."


def measured_by(swings: Sensitivity) -> str:
    """That a gain after taxes is not one of earnings, for the basis."""
    return " This gain is after taxes and benefits." if swings.outcome == "net_resources_present_value" else ""
