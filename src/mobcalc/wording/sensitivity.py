"""The sentences and labels of `sensitivity`."""

from collections.abc import Iterator, Sequence

from mobcalc.language import mark, say, say_count
from mobcalc.results.sensitivity import (
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
from mobcalc.wording.pathways import pathway_name

COLUMNS = (
    mark("Assumption"),
    mark("Low"),
    mark("High"),
    mark("Gain at low"),
    mark("Gain at high"),
    mark("From least to most"),
)
CHANCE_COLUMNS = (*COLUMNS[:3], mark("Chance at low"), mark("Chance at high"), *COLUMNS[5:])
MOST_LEAD = mark("What matters most")
FLIP_LEAD = mark("What would change the answer")
WHERE_LEAD = mark("Where numbers come from")
MEASURES = {
    "net_present_value": mark("earnings and stipends less training costs, to retirement, discounted"),
    "net_resources_present_value": mark(
        "what the household keeps after taxes and benefits, less training costs, to retirement, discounted"
    ),
    "lifetime_earnings": mark("earnings to retirement, not discounted, before training costs"),
    "first_decade_earnings": mark("earnings of the first ten years, not discounted, before training costs"),
}
REASONS = {
    DOES_NOT_FIT: mark("training does not fit into the working life with this value"),
    NO_SWITCH: mark("no switch within the range"),
    NOT_LOOKED_FOR: mark("not looked for where chances are asked about"),
    NOT_KNOWN: mark("the gain is known at neither end"),
    HAS_NO_RANGE: mark("no range is given for it"),
    RANGE_DROPPED: mark("you gave a value without a range in place of one that had a range"),
    HOUSEHOLD_IS_FIXED: mark("taxes and benefits are looked up for one household and what it pays for"),
}
OWN_WORDS = {
    "length": mark("length of training in years"),
}
"""What reads better in a row of its own than in a list."""
STANDS = {
    "A": mark("The gain ({measure}): {gain}, so A is better."),
    "B": mark("The gain ({measure}): {gain}, so B is better."),
    "": mark("The gain ({measure}): {gain}, so neither is better."),
}
"""The gain as it stands, by the letter of the better pathway."""


def heading(swings: Sensitivity) -> str:
    """Which gain is asked about, and how it stands."""
    asked = say(
        "What the gain of A, '{pathway}', over B, '{versus}', hangs on.",
        pathway=pathway_name(swings.names[swings.pathway]),
        versus=pathway_name(swings.names[swings.versus]),
    )
    said = f"{asked}\n{_stands(swings)}"
    if swings.same_footing:
        return said
    footing = say("The two are not on the same footing: one is a measured effect.")
    return f"{said} {footing}"


def _stands(swings: Sensitivity) -> str:
    """The gain, or the chance to end well ahead, as it stands."""
    if swings.outcome == BY_CHANCE:
        return say("The chance that A ends $10,000 or more ahead of B: {chance}.", chance=chance(swings.gain))
    better = "" if round(swings.gain, 2) == 0.0 else "A" if swings.gain > 0 else "B"
    return say(STANDS[better], measure=say(MEASURES[swings.outcome]), gain=signed_dollars(swings.gain))


def gain(swings: Sensitivity, amount: float | None) -> str:
    """A gain, or a chance, as tables and sentences show it."""
    if amount is None:
        return NOT_AVAILABLE
    return chance(amount) if swings.outcome == BY_CHANCE else signed_dollars(amount)


def columns(swings: Sensitivity) -> tuple[str, ...]:
    """The titles of the table."""
    return tuple(map(say, CHANCE_COLUMNS if swings.outcome == BY_CHANCE else COLUMNS))


def row_name(swings: Sensitivity, one: SweptAssumption) -> str:
    """What an assumption is called in the table, whose it is, and how it is known."""
    name = marked(swings, one)
    return say("{name} (choice)", name=name) if one.kind == "scenario" else name


def marked(swings: Sensitivity, one: SweptAssumption) -> str:
    """What an assumption is called, and whose it is, with a mark where it is a guess."""
    return f"{row_words(swings, one)}{'*' if one.record_kind == 'assumed' else ''}"


def row_words(swings: Sensitivity, one: SweptAssumption | NotSwept) -> str:
    """What an assumption is called, and whose it is."""
    own = OWN_WORDS.get(one.name.rpartition(".")[2])
    return f"{_whose(swings, one.name)}{words_for(one.name) if own is None else say(own)}"


def _whose(swings: Sensitivity, name: str) -> str:
    """The letter of the pathway that a number is of; nothing where it is of none."""
    parts = name.split(".")
    if parts[0] != "pathways":
        return ""
    letters = {swings.versus: "B", swings.pathway: "A"}
    return f"{letters.get(parts[1]) or pathway_name(swings.names.get(parts[1], parts[1]))}: "


def amount(value: float | None, unit: str) -> str:
    """A value of an assumption, as its unit asks for."""
    return in_unit(value, unit, lambda other: f"{other:,.2f}".rstrip("0").rstrip("."))


def ends(swings: Sensitivity, one: SweptAssumption) -> tuple[str, str, str, str]:
    """The ends of an assumption's range, and the gain at each."""
    gains = (gain(swings, one.gain_at_low), gain(swings, one.gain_at_high))
    return (amount(one.low, one.unit), amount(one.high, one.unit), *gains)


BARS = {
    True: mark("Bars run from {low} to {high}: L at low, H at high, | as it stands, 0 no gain."),
    False: mark("Bars run from {low} to {high}: L at low, H at high, | as it stands."),
}
"""How to read the bars, by whether no gain is among what they show."""


def caption(swings: Sensitivity, shown: Sequence[SweptAssumption], scale: tuple[float, float]) -> str:
    """Dollars and discounting of the gains, how to read the bars, and the marks."""
    low, high = scale
    said = [
        say(
            "Gains in {price_year} dollars, discount rate {rate}. Each assumption is moved alone.",
            price_year=swings.price_year,
            rate=percent(swings.discount_rate),
        ),
        say(BARS[low <= 0.0 <= high], low=gain(swings, low), high=gain(swings, high)),
        say("* assumed, not measured."),
    ]
    if swings.outcome == BY_CHANCE:
        said.append(
            say(
                "Of {lives} simulated lives, the same for every value; a value moved counts as certain.",
                lives=f"{swings.draws:,}",
            )
        )
    return " ".join([*said, *_marks(swings, shown)])


def _marks(swings: Sensitivity, shown: Sequence[SweptAssumption]) -> Iterator[str]:
    """What marks in the rows shown mean."""
    if any(one.kind == "scenario" for one in shown):
        yield say("(choice): a choice or an outlook, not a fact.")
    if any(None in (one.gain_at_low, one.gain_at_high) for one in shown):
        yield f"{NOT_AVAILABLE}: {say(REASONS[DOES_NOT_FIT])}."
    years = sorted({one.value_price_year for one in shown if one.value_price_year not in (None, swings.price_year)})
    if years:
        yield say(
            "Low and high of money may be in dollars of an earlier year ({years}).", years=", ".join(map(str, years))
        )


STILL = {
    True: mark("With a range, and moving the chance by less than half a point ({number}): {names}."),
    False: mark("With a range, and moving the gain by less than a dollar ({number}): {names}."),
}
"""What does not matter, by whether a chance is asked about."""


def left_out(swings: Sensitivity, more: int, still: Sequence[SweptAssumption]) -> Iterator[str]:
    """How many assumptions the table leaves out, for being less important than its rows or for moving nothing.

    Args:
        swings: the answer.
        more: how many move the gain less than those in the table.
        still: those that do not move it.
    """
    if more:
        yield say_count(
            more,
            "{count} more moves it less; --top shows more rows.",
            "{count} more move it less; --top shows more rows.",
        )
    if still:
        yield say(STILL[swings.outcome == BY_CHANCE], number=len(still), names=_names(swings, still))


def _names(swings: Sensitivity, some: Sequence[SweptAssumption] | Sequence[NotSwept]) -> str:
    return ", ".join(row_words(swings, one) for one in some)


FROM_TO = {
    "gain": mark("{assumption}, {low} to {high} ({value} now): the gain goes from {first} to {last} ({name})."),
    "chance": mark("{assumption}, {low} to {high} ({value} now): the chance goes from {first} to {last} ({name})."),
    "one end": mark(
        "{assumption}, {low} to {high} ({value} now): it goes from {first} to {last} at one end, and training does not "
        "fit at the other ({name})."
    ),
}
"""What an assumption does to the gain, by what that is, and where it is known at one end only."""


def most(swings: Sensitivity, three: Sequence[SweptAssumption]) -> str:
    """The assumptions that matter most, with the gain at their ends and the names to change them by."""
    if not three:
        return say("Nothing that has a range moves this gain.")
    return "".join(f"\n{number}. {_from_to(swings, one)}" for number, one in enumerate(three, 1))


def _from_to(swings: Sensitivity, one: SweptAssumption) -> str:
    """The gains at the ends, or as it stands and at the one end at which there is one."""
    said = "chance" if swings.outcome == BY_CHANCE else "gain"
    first, last = one.gain_at_low, one.gain_at_high
    if first is None or last is None:
        said, first, last = "one end", swings.gain, last if first is None else first
    return say(
        FROM_TO[said],
        assumption=row_words(swings, one),
        low=amount(one.low, one.unit),
        high=amount(one.high, one.unit),
        value=amount(one.value, one.unit),
        first=gain(swings, first),
        last=gain(swings, last),
        name=one.name,
    )


def switches(swings: Sensitivity) -> str:
    """At which value of which assumption the other pathway becomes the better one."""
    if swings.outcome == BY_CHANCE:
        return say("Not looked for: --measure net_present_value says at which values the average gain changes sides.")
    switching = [one for one in swings.sensitivity if one.switch_point is not None]
    if not switching:
        return say("No assumption does so alone within its range. Several together may.")
    better = say(
        "{pathway} would be better with any one of these, the rest as it is:", pathway="B" if swings.gain > 0 else "A"
    )
    said = [
        say("{switch} ({value} now)", switch=switch(swings, one), value=amount(one.value, one.unit))
        for one in switching
    ]
    sooner = say("Several together may do it sooner.")
    return f"\n{better}\n" + ";\n".join(f"- {one}" for one in said) + f".\n{sooner}"


SWITCHES = {True: mark("{assumption} at {value} or more"), False: mark("{assumption} at {value} or less")}
"""From which value on the other is better, by whether that is above the value in force."""


def switch(swings: Sensitivity, one: SweptAssumption) -> str:
    """The assumption with the value from which on the other is better."""
    assert one.switch_point is not None
    return say(
        SWITCHES[one.switch_point > one.value],
        assumption=row_words(swings, one),
        value=amount(one.switch_point, one.unit),
    )


def not_swept(swings: Sensitivity) -> Iterator[tuple[str, str]]:
    """What could not be moved, with its lead: assumed numbers without a range, then those whose range was dropped."""
    by_reason: dict[str, list[NotSwept]] = {}
    for one in swings.not_swept:
        by_reason.setdefault(one.why, []).append(one)
    if assumed := by_reason.get(HAS_NO_RANGE):
        yield (
            say("Not swept, no range given ({number} assumed)", number=len(assumed)),
            say("{names}. Published figures without a range stay as they are, too.", names=_names(swings, assumed)),
        )
    if dropped := by_reason.get(RANGE_DROPPED):
        yield (
            say("Not swept, since your value came without a range"),
            say(
                '{names}. To sweep it, write --set "{name}={{value: VALUE, range: [LOW, HIGH]}}".',
                names=", ".join(one.name for one in dropped),
                name=dropped[0].name,
            ),
        )
    if fixed := by_reason.get(HOUSEHOLD_IS_FIXED):
        yield say("Not swept"), f"{', '.join(one.name for one in fixed)}: {say(REASONS[HOUSEHOLD_IS_FIXED])}."


def measured_by(swings: Sensitivity) -> str:
    """That a gain after taxes is not one of earnings, for the basis."""
    is_after_taxes = swings.outcome == "net_resources_present_value"
    return f" {say('This gain is after taxes and benefits.')}" if is_after_taxes else ""
