"""The sentences of `diff`: what became of each figure between two answers, and what made it so."""

from collections.abc import Sequence
from typing import NamedTuple

from mobcalc.language import mark, say, say_count
from mobcalc.results.assumptions_diff import Difference
from mobcalc.results.diff import ClientDifference, PathwayChange, PathwayFigures, RunDifference
from mobcalc.wording.diff_names import (
    assumption_name,
    fact,
    figure,
    figure_name,
    files,
    names,
    owner_of,
    stated,
    versions,
)
from mobcalc.wording.lists import chained
from mobcalc.wording.numbers import NONE, dollars, signed_dollars
from mobcalc.wording.screen import NO_TRAINING, than

COLUMNS = (
    mark("Before -> now"),
    mark("Gain: all\nwho start"),
    mark("Chance to\nend ahead"),
    mark("Finish\nof 100"),
    mark("Pay in the year\nafter training"),
)
KEPT_COLUMNS = (COLUMNS[0], COLUMNS[1], mark("After\ntaxes"), *COLUMNS[2:4])
PAY = mark("Pay in the year after training")
FIGURE_COLUMNS = (mark("What"), mark("Before"), mark("Now"))
DETAIL_COLUMNS = (*FIGURE_COLUMNS, mark("Changes\na gain by"), mark("Most that of"))
CASE, NUMBERS, VERSIONS, TABLES = (
    mark("The case"),
    mark("The numbers it rests on"),
    mark("Versions"),
    mark("Published tables and rules, by checksum"),
)
STAYS = mark("From {first} to {second} the gain of {pathway} over {other} stays at about {after}.")
FALLS = mark(
    "From {first} to {second} the gain of {pathway} over {other} falls by about {change}: from {before} to {after} "
    "over a working life, as the average of all who start."
)
RISES = mark(
    "From {first} to {second} the gain of {pathway} over {other} rises by about {change}: from {before} to {after} "
    "over a working life, as the average of all who start."
)
THAT_FALLS = mark("That of {pathway} falls by about {change}, from {before} to {after}.")
THAT_RISES = mark("That of {pathway} rises by about {change}, from {before} to {after}.")
BEST_IS_ANOTHER = mark(
    "From {first} to {second} the way that gains most over {other} is no longer {best} ({before}) but {now} ({after}), "
    "over a working life, as the average of all who start."
)
KEPT_FALLS = mark(
    "From {first} to {second} the household keeps about {change} less of the gain of {pathway} over {other}, after "
    "taxes and benefits: {after} now, {before} before."
)
KEPT_RISES = mark(
    "From {first} to {second} the household keeps about {change} more of the gain of {pathway} over {other}, after "
    "taxes and benefits: {after} now, {before} before."
)
STILL = mark("Before them the gain stays at about {gain}.")
KEPT_TOO = mark("After taxes and benefits it goes from {before} to {after}.")
MOST_CAUSES, MOST_NAMED = 2, 4
"""So many causes, and so many differences of one kind, are named on a screen."""
STEP = 1000.0
"""Gains in sentences are to the nearest thousand [USD]."""
LEAST_EFFECT = 500.0
"""An effect on a gain below this many dollars is no cause [USD]."""


def nothing(run: RunDifference) -> str:
    """That two answers are the same."""
    first, second = files(run)
    return say("{first} and {second} hold the same answer, to the last digit.", first=first, second=second)


class _Move(NamedTuple):
    """An amount before and now, as sentences have both, so that the amounts go together on a screen [USD]."""

    before: float
    after: float

    @property
    def distance(self) -> float:
        """How far it moved [USD]."""
        return abs(self.after - self.before)

    def chosen(self, falls: str, rises: str) -> str:
        """The message for the way it moved."""
        return falls if self.after < self.before else rises

    def amounts(self) -> dict[str, str]:
        """The amounts in messages."""
        both = {"before": signed_dollars(self.before), "after": signed_dollars(self.after)}
        return {"change": dollars(self.distance), **both}


def change(client: ClientDifference, first: str, second: str) -> str:
    """What became of the pathway that gained most and, where its gain stays, of the one that moved most.

    Where another gains most now, that is said first; where only what is left after taxes and benefits changed, that.

    Args:
        client: with pathways side by side.
        first: the first answer, as it is called.
        second: the second.
    """
    over = than(say(NO_TRAINING)) if baseline_is_none(client) else say("what it is compared with")
    ends, called = {"first": first, "second": second, "other": over}, names(client)
    best, now, one, other = *_best(client), leading(client), told(client)
    if best is not None and now is not None and best.id != now.id:
        amounts = {"before": signed_dollars(_gain(best.before), 1000), "after": signed_dollars(_gain(now.after), 1000)}
        said = [say(BEST_IS_ANOTHER, **ends, best=called[best.id], now=called[now.id], **amounts)]
        one = None
    elif one is None:
        return say("No pathway has a gain in both answers.")
    else:
        said = _of_leading(one, called[one.id], ends)
    if other is not None and other != one and (move := _moved(other)).distance:
        said.append(say(move.chosen(THAT_FALLS, THAT_RISES), pathway=called[other.id], **move.amounts()))
    return " ".join(said)


def _of_leading(one: PathwayChange, name: str, ends: dict[str, str]) -> list[str]:
    """What became of the gain of the pathway that gained most, and of what is left of it after taxes and benefits."""
    gain, kept = _moved(one), _kept(one)
    if kept is not None and kept.distance and not gain.distance:
        said = say(kept.chosen(KEPT_FALLS, KEPT_RISES), pathway=name, **ends, **kept.amounts())
        return [said, say(STILL, gain=signed_dollars(gain.after))]
    message = gain.chosen(FALLS, RISES) if gain.distance else STAYS
    said = say(message, pathway=name, **ends, **gain.amounts())
    if kept is None or not kept.distance:
        return [said]
    return [said, say(KEPT_TOO, before=signed_dollars(kept.before), after=signed_dollars(kept.after))]


def _best(client: ClientDifference) -> tuple[PathwayChange | None, PathwayChange | None]:
    """The pathway that gained most in the first answer, and the one that does in the second; None without any."""
    before = [one for one in client.pathways if one.before is not None and one.before.gain is not None]
    after = [one for one in client.pathways if one.after is not None and one.after.gain is not None]
    return (
        max(before, key=lambda one: _gain(one.before), default=None),
        max(after, key=lambda one: _gain(one.after), default=None),
    )


def _gain(figures: PathwayFigures | None) -> float:
    """The gain among a pathway's figures [USD]."""
    return 0.0 if figures is None or figures.gain is None else figures.gain


def _moved(one: PathwayChange) -> _Move:
    """How the gain of a pathway moved."""
    return _Move(*(round(_gain(of) / STEP) * STEP for of in (one.before, one.after)))


def _kept(one: PathwayChange) -> _Move | None:
    """How what is left of the gain after taxes and benefits moved; None where one answer has no place."""
    sides = [None if of is None else of.kept_gain for of in (one.before, one.after)]
    rounded = [round(amount / STEP) * STEP for amount in sides if amount is not None]
    return _Move(*rounded) if len(rounded) == len(sides) else None


def told(client: ClientDifference) -> PathwayChange | None:
    """The pathway whose change is explained: the one that gained most or, where that stays, the one that moved most."""
    one = leading(client)
    if one is None or _moved(one).distance:
        return one
    most = max(_in_both(client), key=lambda each: _moved(each).distance)
    return most if _moved(most).distance else one


def _in_both(client: ClientDifference) -> list[PathwayChange]:
    """The pathways that have a gain in both answers."""
    sides = ((one, one.before, one.after) for one in client.pathways)
    return [one for one, *both in sides if all(of is not None and of.gain is not None for of in both)]


def baseline_is_none(client: ClientDifference) -> bool:
    """Whether gains are over no training."""
    return any(one.id == client.baseline and one.family == "none" for one in client.pathways)


def leading(client: ClientDifference) -> PathwayChange | None:
    """The pathway that gained most in the first answer, of those that have a gain in both; None without any."""
    return max(_in_both(client), key=lambda one: _gain(one.before), default=None)


def effect(difference: Difference, pathway: str) -> float | None:
    """What one difference alone does to the gain of a pathway [USD]; None where that is not known."""
    return next((one.change for one in difference.effects or [] if one.id == pathway), None)


def largest_effect(difference: Difference, client: ClientDifference) -> tuple[str, str]:
    """The largest effect that one difference alone has on a gain, and the pathway that it is on."""
    known = [(one.change, one.id) for one in difference.effects or [] if one.change is not None]
    amount, pathway = max(known, key=lambda of: abs(of[0]), default=(None, ""))
    return signed_dollars(amount), names(client).get(pathway, NONE) if amount else NONE


def causes(client: ClientDifference, run: RunDifference) -> str:
    """What made the gain that is told of change, as far as that can be told; empty where nothing is to be."""
    one = told(client)
    if one is None:
        return ""
    moving = [(amount, each) for each in client.differences if (amount := effect(each, one.id)) is not None]
    moving = sorted((of for of in moving if abs(of[0]) >= LEAST_EFFECT), key=lambda of: -abs(of[0]))
    said = [_cause(each, amount, client) for amount, each in moving[:MOST_CAUSES]]
    if len(moving) > MOST_CAUSES:
        said.append(
            say_count(
                len(moving) - MOST_CAUSES, "{count} more number moves it less.", "{count} more numbers move it less."
            )
        )
    said += _unexplained(one, run)
    return " ".join([*said, *(_of_values(one) if said else [])])


def _unexplained(one: PathwayChange, run: RunDifference) -> list[str]:
    """What is left of the change of a gain, and where it comes from."""
    if one.unexplained is None or abs(one.unexplained) < LEAST_EFFECT:
        return []
    return [
        say(
            "{amount} comes from no number, but from rules and equations ({versions}).",
            amount=signed_dollars(one.unexplained, 1000),
            versions=versions(run.versions[:1]),
        )
    ]


def _of_values(one: PathwayChange) -> list[str]:
    """That effects are in another measure than the gains beside them, where that shows."""
    points = [None if of is None else of.point_gain for of in (one.before, one.after)]
    known = [amount for amount in points if amount is not None]
    if len(known) < len(points) or round((known[1] - known[0]) / STEP) * STEP == _moved(one).after - _moved(one).before:
        return []
    return [say("That is with every number at its value; the gains are averages over ranges.")]


def _cause(difference: Difference, amount: float, client: ClientDifference) -> str:
    return say(
        "By itself, this changes it by {amount}: {name}, {before} before, {after} now.",
        name=assumption_name(difference.name, client),
        before=stated(difference, is_first=True),
        after=stated(difference, is_first=False),
        amount=signed_dollars(amount, 1000),
    )


def unknown(client: ClientDifference) -> list[str]:
    """That it cannot be said which numbers differ, where an answer does not say all of its own."""
    if client.has_assumptions:
        return []
    return [say("Which numbers made it so is not known: only records of --record say what they rest on.")]


def case_changes(client: ClientDifference) -> list[str]:
    """The facts that differ, in one line."""
    parts = [
        say(
            "{name} {before} -> {after}",
            name=assumption_name(one.name, client),
            before=fact(one.name, one.before),
            after=fact(one.name, one.after),
        )
        for one in client.case
    ]
    return [say("In the case: {changes}.", changes=_cut(parts))] if parts else []


def number_changes(client: ClientDifference) -> list[str]:
    """The numbers that differ besides the facts and what was set, in one line."""
    said = {one.name for one in client.case}
    others = sorted((one for one in client.differences if one.name not in said), key=_least_effect_last)
    parts = [
        say(
            "{name} {before} -> {after}",
            name=assumption_name(one.name, client),
            before=stated(one, is_first=True),
            after=stated(one, is_first=False),
        )
        for one in others
    ]
    return [say("In the numbers: {changes}.", changes=_cut(parts))] if parts else []


def _least_effect_last(difference: Difference) -> float:
    return -max((abs(one.change) for one in difference.effects or [] if one.change is not None), default=0.0)


def _cut(parts: Sequence[str]) -> str:
    """As many parts as there is room for."""
    left = len(parts) - MOST_NAMED
    named = [*parts[:MOST_NAMED], *([say("{number} more", number=left)] if left > 0 else [])]
    return "; ".join(named)


def made_by(run: RunDifference) -> list[str]:
    """Which versions and published tables changed."""
    changed = [one for one in run.versions if one.name in run.changed_versions]
    said = [say("In what computes it: {changes}.", changes=versions(changed))] if changed else []
    both = [one.name for one in run.tables if one.before is not None and one.after is not None]
    if both:
        names = chained(both[:MOST_NAMED])
        said.append(
            say_count(
                len(both),
                "{count} published table changed: {names}.",
                "{count} published tables changed, among them {names}.",
                names=names,
            )
        )
    return said


def more() -> str:
    """How to see more."""
    return say("Everything: --details")


def counted(run: RunDifference) -> str:
    """How many figures differ, and how to see more."""
    return say(
        "{changed} of {figures} figures differ. Everything: --details",
        changed=f"{run.changed_figures:,}",
        figures=f"{run.figures:,}",
    )


def main_change(client: ClientDifference) -> str:
    """The first main figure that differs, in a sentence."""
    changed = [one for one in client.figures if figure(one.before, one.unit) != figure(one.after, one.unit)]
    if not changed:
        return say("No main figure differs.")
    one = changed[0]
    return say(
        "{name}: {before} before, {after} now.",
        name=figure_name(one),
        before=figure(one.before, one.unit),
        after=figure(one.after, one.unit),
    )


def dropped(client: ClientDifference) -> list[str]:
    """The numbers that the second answer does not have, those of a pathway counted where they are many."""
    by_owner: dict[str | None, list[str]] = {}
    for name in client.dropped:
        by_owner.setdefault(owner_of(name), []).append(name)
    called, parts = names(client), list[str]()
    for owner, found in by_owner.items():
        if owner is None or len(found) <= MOST_NAMED:
            parts += found
        else:
            name = called.get(owner, owner)
            parts.append(
                say_count(len(found), "{count} number of {pathway}", "{count} numbers of {pathway}", pathway=name)
            )
    return [say("No longer there: {names}.", names="; ".join(parts))] if parts else []


def basis() -> str:
    """What the effects are."""
    return say(
        "Each number was put into the first answer alone, the others as they were there, so the changes need not add "
        "up. Shown is the pathway whose gain it changes most, every other number at its value; data formats have all."
    )
