"""The sentences of `program --with --without`."""

from mobcalc.language import mark, say
from mobcalc.results.program import ProgramAnswer, ProgramChange
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, percent, signed_dollars

COLUMNS = (mark("For each who enrolls"), mark("Without"), mark("With"), mark("Change"))
ROWS = {
    "cost": mark("Cost"),
    "in_hand": mark("Bills that supports pay"),
    "kept": mark("People keep by retirement"),
    "earned": mark("People earn by retirement"),
    "federal": mark("Back to federal, by retirement"),
    "state": mark("Back to state, by retirement"),
    "net": mark("All gains less all costs"),
    "unfunded": mark("Not yet paid for"),
}


ROUNDING = 5.0
"""Costs that differ by less are the same [USD]."""


def heading(of: ProgramChange) -> str:
    """Which program, and what is changed."""
    return say(
        "{name}: with {changes} against {before}.",
        name=say(of.without.name).rstrip("."),
        changes=_said(of, of.changed_said),
        before=_said(of, of.without_said) if of.without_said else say("the program as it is"),
    )


def _said(of: ProgramChange, changes: dict[str, float]) -> str:
    return ", ".join(_one(of, name, amount) for name, amount in changes.items()) or say("nothing changed")


def _one(of: ProgramChange, name: str, amount: float) -> str:
    """One thing that is changed."""
    if name == "completion":
        return say("{share} finishing", share=_share(amount))
    if name == "cost":
        return say("a cost of {amount} before help", amount=dollars(amount, 10))
    supports = {one.id: one.name for answer in (of.changed, of.without) for one in answer.supports}
    return say("{support} at {amount}", support=say(supports[name]).lower(), amount=dollars(amount, 10))


def answer(of: ProgramChange) -> str:
    """What the change does, and how many would have to finish for it to pay."""
    costs_more = of.changed.cost - of.without.cost > ROUNDING
    return " ".join([_effect(of), *([_needed(of)] if costs_more else [])])


def _effect(of: ProgramChange) -> str:
    cost, gain = of.changed.cost - of.without.cost, signed_dollars(_gain(of.changed) - _gain(of.without))
    if abs(cost) < ROUNDING:
        return say("It costs the same and brings each who enrolls {gain} by retirement.", gain=gain)
    sentence = (
        mark("It costs {cost} more for each who enrolls and brings them {gain} by retirement.")
        if cost > 0.0
        else mark("It costs {cost} less for each who enrolls and brings them {gain} by retirement.")
    )
    return say(sentence, cost=dollars(abs(cost), 10), gain=gain)


def _gain(of: ProgramAnswer) -> float:
    """What people gain by retirement [USD]."""
    if of.gained is None:
        return 0.0
    return (of.gained.kept or of.gained.earned).career + of.gained.in_hand


def _needed(of: ProgramChange) -> str:
    start, needed = of.without.people.finishing, of.needed
    if start is None:
        return say("How many finish does not move the gain, so nothing can be said of how many must.")
    if needed.people_and_budgets is None:
        return say("No share finishing makes up for its cost.")
    share, now = _share(needed.people_and_budgets), _share(start)
    if needed.budgets is None:
        return say(
            "With it, {share} must finish (now {now}) for all gains to cover its cost. Public money alone does not "
            "come back at any share.",
            share=share,
            now=now,
        )
    return say(
        "With it, {share} must finish (now {now}) for all gains to cover its cost, and {budgets} for public money to "
        "come back alone.",
        share=share,
        now=now,
        budgets=_share(needed.budgets),
    )


def _share(share: float | None) -> str:
    return NOT_AVAILABLE if share is None else percent(round(share, 3))


def more_finish(of: ProgramChange) -> str:
    """How many more of a hundred finish; nothing where it is not known."""
    before, after = of.without.people.finishing, of.changed.people.finishing
    if before is None or after is None:
        return ""
    return say("{count} of 100", count=f"{round(100.0 * (after - before)):+d}")


def finish(of: ProgramAnswer) -> str:
    """How many finish."""
    return _share(of.people.finishing)


def basis(of: ProgramChange) -> str:
    """Which dollars, and how to see more."""
    return say(
        "{price_year} dollars, later money counts {rate} less a year.\nBoth answers as a whole: --details",
        price_year=of.without.price_year,
        rate=percent(of.without.discount_rate),
    )
