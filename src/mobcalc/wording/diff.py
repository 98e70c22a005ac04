"""The sentences of `diff`: what became of each figure between two answers, and what made it so."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from mobcalc.language import mark, say, say_count
from mobcalc.results import Difference
from mobcalc.results.diff import ClientDifference, FigureChange, PathwayChange, RunDifference, ValueChange
from mobcalc.wording.chances import chance
from mobcalc.wording.fields import words_for
from mobcalc.wording.lists import chained
from mobcalc.wording.numbers import NONE, dollars, hourly, in_unit, percent, plain, signed_dollars, thousands
from mobcalc.wording.pathways import pathway_name
from mobcalc.wording.screen import NO_TRAINING, than

COLUMNS = (
    mark("Before -> now"),
    mark("Gain: all\nwho start"),
    mark("Chance to\nend ahead"),
    mark("Finish\nof 100"),
    mark("Pay in the year\nafter training"),
)
KEPT_COLUMN = mark("After\ntaxes")
FIGURE_COLUMNS = (mark("What"), mark("Before"), mark("Now"))
DETAIL_COLUMNS = (*FIGURE_COLUMNS, mark("Changes\na gain by"), mark("Most that of"))
CASE, NUMBERS, VERSIONS, TABLES = (
    mark("The case"),
    mark("The numbers it rests on"),
    mark("Versions"),
    mark("Published tables and rules, by checksum"),
)
FACTS = {
    "place": mark("place"),
    "occupation": mark("occupation"),
    "pathways": mark("pathways asked for"),
    "baseline": mark("compared with"),
    "draws": mark("number of lives drawn"),
    "seed": mark("which random numbers"),
    "person.sex": mark("sex"),
    "person.education": mark("education"),
    "person.children": mark("ages of children"),
    "person.weekly_hours": mark("hours a week"),
    "person.start_age": mark("age"),
}
"""What facts of a case are called that are no assumptions, or have a shorter name than those."""
MONEY = ("partner_earnings", "training_cost", "loan", "child_care", "transport")
"""Facts of a person that are money."""
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
STAYS = mark("From {first} to {second} the gain of {pathway} over {other} stays at about {after}.")
FIGURES = {
    "ahead_from": mark("ahead for good from age: {of}"),
    "whole_difference": mark("difference at the end: {of}"),
    "cliffs": mark("raises that leave less to live on"),
    "largest_loss": mark("most that such a raise takes"),
    "living_wage": mark("living wage an hour"),
    "needs": mark("basic needs a year"),
    "swept_gain": mark("the gain asked about"),
    "solved_value": mark("value at which it comes true {of}"),
    "gain_now": mark("gain with the number as it is"),
}
"""Main figures of answers without pathways side by side."""
GROUPS = {"expected": mark("all who start"), "completer": mark("if you finish"), "leaver": mark("if you leave")}
"""The groups of a pathway on a screen."""
MOST_CAUSES, MOST_NAMED = 2, 4
"""So many causes, and so many differences of one kind, are named on a screen."""
STEP = 1000.0
"""Gains in sentences are to the nearest thousand [USD]."""
LEAST_EFFECT = 500.0
"""An effect on a gain below this many dollars is no cause [USD]."""


def short_name(change: PathwayChange) -> str:
    """A pathway's name for a row."""
    if change.family == "none":
        return say(NO_TRAINING)
    route, colon, _ = change.name.partition(":")
    return say(route) if colon else pathway_name(change.label or change.name)


def files(run: RunDifference) -> tuple[str, str]:
    """The names of both files, without their folders where that tells them apart."""
    first, second = (PurePath(file).name for file in run.files)
    return run.files if first == second else (first, second)


def nothing(run: RunDifference) -> str:
    """That two answers are the same."""
    first, second = files(run)
    return say("{first} and {second} hold the same answer, to the last digit.", first=first, second=second)


def change(client: ClientDifference, first: str, second: str) -> str:
    """What became of the gain of the pathway that gained most and, where that stays, of the one that moved most.

    Args:
        client: with pathways side by side.
        first: the first answer, as it is called.
        second: the second.
    """
    one, other = leading(client), told(client)
    if one is None or other is None:
        return say("No pathway has a gain in both answers.")
    over = than(say(NO_TRAINING)) if baseline_is_none(client) else say("what it is compared with")
    said = say(_chosen(one, FALLS, RISES), first=first, second=second, other=over, **_move(one))
    return said if one == other else f"{said} {say(_chosen(other, THAT_FALLS, THAT_RISES), **_move(other))}"


def _chosen(one: PathwayChange, falls: str, rises: str) -> str:
    """The message for what became of a gain."""
    before, after = _rounded(one)
    return STAYS if before == after else falls if after < before else rises


def _move(one: PathwayChange) -> dict[str, str]:
    """The parts of that message: the pathway, how far its gain moved, and both gains."""
    before, after = _rounded(one)
    amounts = {"before": signed_dollars(before), "after": signed_dollars(after)}
    return {"pathway": short_name(one), "change": dollars(abs(after - before)), **amounts}


def _rounded(one: PathwayChange) -> tuple[float, float]:
    """Both gains of a pathway as sentences have them, so that the amounts go together on a screen [USD]."""
    gains = (0.0 if of is None else of.gain or 0.0 for of in (one.before, one.after))
    before, after = (round(gain / STEP) * STEP for gain in gains)
    return before, after


def told(client: ClientDifference) -> PathwayChange | None:
    """The pathway whose change is explained: the one that gained most or, where that stays, the one that moved most."""
    one = leading(client)
    moves = {each.id: abs(_rounded(each)[1] - _rounded(each)[0]) for each in _in_both(client)}
    if one is None or moves[one.id]:
        return one
    most = max(_in_both(client), key=lambda each: moves[each.id])
    return most if moves[most.id] else one


def _in_both(client: ClientDifference) -> list[PathwayChange]:
    """The pathways that have a gain in both answers."""
    sides = ((one, one.before, one.after) for one in client.pathways)
    return [one for one, *both in sides if all(of is not None and of.gain is not None for of in both)]


def baseline_is_none(client: ClientDifference) -> bool:
    """Whether gains are over no training."""
    return any(one.id == client.baseline and one.family == "none" for one in client.pathways)


def leading(client: ClientDifference) -> PathwayChange | None:
    """The pathway that gained most in the first answer, of those that have a gain in both; None without any."""
    return max(_in_both(client), key=lambda one: one.before.gain if one.before else 0.0, default=None)  # type: ignore[return-value,arg-type]


def effect(difference: Difference, pathway: str) -> float | None:
    """What one difference alone does to the gain of a pathway [USD]; None where that is not known."""
    return next((one.change for one in difference.effects or [] if one.id == pathway), None)


def largest_effect(difference: Difference, client: ClientDifference) -> tuple[str, str]:
    """The largest effect that one difference alone has on a gain, and the pathway that it is on."""
    known = [(one.change, one.id) for one in difference.effects or [] if one.change is not None]
    amount, pathway = max(known, key=lambda of: abs(of[0]), default=(None, ""))
    name = next((short_name(one) for one in client.pathways if one.id == pathway), NONE)
    return signed_dollars(amount), name if amount else NONE


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
    if one.unexplained is not None and abs(one.unexplained) >= LEAST_EFFECT:
        said.append(
            say(
                "{amount} comes from no number, but from rules and equations ({versions}).",
                amount=signed_dollars(one.unexplained, 1000),
                versions=versions(run.versions[:1]),
            )
        )
    return " ".join(said)


def _cause(difference: Difference, amount: float, client: ClientDifference) -> str:
    return say(
        "By itself, this changes it by {amount}: {name}, {before} before, {after} now.",
        name=assumption_name(difference.name, client.pathways),
        before=stated(difference, is_first=True),
        after=stated(difference, is_first=False),
        amount=signed_dollars(amount, 1000),
    )


def unknown(client: ClientDifference) -> list[str]:
    """That it cannot be said which numbers differ, where an answer does not say all of its own."""
    if client.has_assumptions:
        return []
    return [say("Which numbers made it so is not known: only records of --record say what they rest on.")]


def assumption_name(dotted: str, pathways: Sequence[PathwayChange]) -> str:
    """What an assumption is called, with the pathway that it is of."""
    if dotted in FACTS:
        return say(FACTS[dotted])
    first, _, rest = dotted.partition(".")
    owner = next((short_name(one) for one in pathways if first == "pathways" and rest.startswith(f"{one.id}.")), None)
    name = words_for(dotted)
    return name if owner is None else say("{name} of {pathway}", name=name, pathway=owner)


def stated(difference: Difference, *, is_first: bool) -> str:
    """The value of an assumption in one of the two answers."""
    before = difference.bundled
    found = before if is_first else difference.in_force
    if found is None:
        return say("none")
    value, other = found.value, difference.in_force if is_first else before
    if isinstance(value, list | dict) and other is not None and isinstance(other.value, type(value)):
        return _of_many(value, other.value)
    unit = difference.unit
    return in_unit(value, unit, plain) if isinstance(value, float) and unit else fact(difference.name, value)


def _of_many(value: Any, other: Any) -> str:
    """Values of which only some differ, counted."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    differing = [key for key in keys if _at(value, key) != _at(other, key)]
    if len(differing) == 1:
        return plain(_at(value, differing[0]))
    return ", ".join(plain(_at(value, key)) for key in differing[:3]) + (" ..." if len(differing) > 3 else "")


def _at(values: Any, key: Any) -> Any:
    if isinstance(values, dict):
        return values.get(key)
    return values[key] if key < len(values) else None


def fact(name: str, value: Any) -> str:
    """A fact of a case on one line."""
    if value is None:
        return say("not said")
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list):
        return ", ".join(fact(name, one) for one in value) or say("none")
    if isinstance(value, dict):
        return ", ".join(f"{age}: {fact(name, one)}" for age, one in value.items())
    return _amount(name.rpartition(".")[2], value) if isinstance(value, int | float) else str(value)


def _amount(key: str, value: float) -> str:
    """A number of a case."""
    if key in MONEY:
        return dollars(value, 1)
    return hourly(value) if key == "wage" else percent(value) if key == "discount_rate" else plain(value)


def fact_name(name: str, pathways: Sequence[PathwayChange]) -> str:
    """What a fact of a case is called."""
    return say(FACTS[name]) if name in FACTS else assumption_name(name, pathways)


def case_changes(client: ClientDifference) -> list[str]:
    """The facts that differ, in one line."""
    parts = [
        say(
            "{name} {before} -> {after}",
            name=fact_name(one.name, client.pathways),
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
            name=assumption_name(one.name, client.pathways),
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


def versions(changes: Sequence[ValueChange]) -> str:
    """Versions that made the answers, those that changed with both."""
    return "; ".join(
        f"{version_name(one.name)} {one.after}"
        if one.before == one.after
        else say("{name} {before} -> {after}", name=version_name(one.name), before=one.before, after=one.after)
        for one in changes
    )


def version_name(name: str) -> str:
    """What a version is of."""
    return say("taxes and benefits by") if name == "rules" else name


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


def both(before: str, after: str) -> str:
    """Two figures in a cell; one where they look the same."""
    return after if before == after else f"{before} -> {after}"


def cells(change: PathwayChange) -> tuple[str, ...]:
    """The figures of a pathway before and now: gain, after taxes, chance, who finishes, pay."""
    before, after = (_cells(one) for one in (change.before, change.after))
    return tuple(both(*pair) for pair in zip(before, after, strict=True))


def _cells(figures: Any) -> tuple[str, ...]:
    if figures is None:
        return (NONE,) * 5
    ahead, finish = figures.chance_well_ahead, figures.completion_rate
    return (
        thousands(figures.gain),
        thousands(figures.kept_gain),
        NONE if ahead is None else chance(ahead),
        NONE if finish is None else f"{finish * 100:.0f}",
        NONE if figures.pay is None else dollars(figures.pay),
    )


def figure_name(figure: FigureChange) -> str:
    """What a main figure is."""
    of = pathway_name(figure.of) if figure.group else figure.of
    named = say("{pathway}, {group}", pathway=of, group=say(GROUPS[figure.group])) if figure.group in GROUPS else of
    return say(FIGURES[figure.code], of=named).strip()


def figure(amount: float | None, unit: str) -> str:
    """A main figure in its unit."""
    return NONE if amount is None else in_unit(amount, unit, plain)


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
    """The numbers that the second answer does not have."""
    return [say("No longer there: {names}.", names=", ".join(client.dropped))] if client.dropped else []


def basis() -> str:
    """What the effects are."""
    return say(
        "Each number was put into the first answer alone, the others as they were there, so the changes need not add "
        "up. Shown is the pathway whose gain it changes most, every other number at its value; data formats have all."
    )
