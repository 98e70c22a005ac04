"""What `diff` calls pathways, assumptions, facts, versions and figures, and how it writes their values."""

import textwrap
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from mobcalc.language import mark, say
from mobcalc.results.assumptions_diff import Difference
from mobcalc.results.diff import (
    ClientDifference,
    FigureChange,
    PathwayChange,
    PathwayFigures,
    RunDifference,
    ValueChange,
)
from mobcalc.wording.chances import chance
from mobcalc.wording.fields import words_for
from mobcalc.wording.numbers import NONE, dollars, hourly, in_unit, percent, plain, thousands
from mobcalc.wording.pathways import pathway_name
from mobcalc.wording.screen import NO_TRAINING, WIDEST

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


def names(client: ClientDifference) -> dict[str, str]:
    """What pathways are called, by id: short where that tells them apart, with their occupation where it is another."""
    is_of_another = any(one.name == "occupation" for one in client.case)
    for name in (_with_occupation,) if is_of_another else (_short, _with_occupation):
        found = {one.id: name(one) for one in client.pathways}
        if len(set(found.values())) == len(found):
            return found
    return {one.id: pathway_name(one.name) for one in client.pathways}


def _short(change: PathwayChange) -> str:
    """A pathway's name for a row; of a route into an occupation the route alone."""
    if change.family == "none":
        return say(NO_TRAINING)
    route, colon, _ = change.name.partition(":")
    return say(route) if colon else pathway_name(change.label or change.name)


def _with_occupation(change: PathwayChange) -> str:
    """The same with as many words of the occupation as a row has room for."""
    return textwrap.wrap(pathway_name(change.name), WIDEST)[0].rstrip(",") if ":" in change.name else _short(change)


def files(run: RunDifference) -> tuple[str, str]:
    """The names of both files, without their folders where that tells them apart."""
    first, second = (PurePath(file).name for file in run.files)
    return run.files if first == second else (first, second)


def assumption_name(dotted: str, client: ClientDifference) -> str:
    """What an assumption is called, with the pathway that it is of; one that is not shown goes by its id."""
    if dotted in FACTS:
        return say(FACTS[dotted])
    owner, name = owner_of(dotted), words_for(dotted)
    return name if owner is None else say("{name} of {pathway}", name=name, pathway=names(client).get(owner, owner))


def owner_of(dotted: str) -> str | None:
    """The id of the pathway that an assumption is of; None for one of none."""
    first, _, rest = dotted.partition(".")
    return rest.partition(".")[0] if first == "pathways" else None


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


def figure_name(figure: FigureChange) -> str:
    """What a main figure is."""
    of = pathway_name(figure.of) if figure.group else figure.of
    named = say("{pathway}, {group}", pathway=of, group=say(GROUPS[figure.group])) if figure.group in GROUPS else of
    return say(FIGURES[figure.code], of=named).strip()


def figure(amount: float | None, unit: str) -> str:
    """A main figure in its unit."""
    return NONE if amount is None else in_unit(amount, unit, plain)


def both(before: str, after: str) -> str:
    """Two figures in a cell; one where they look the same."""
    return after if before == after else f"{before} -> {after}"


def cells(change: PathwayChange) -> tuple[str, ...]:
    """The figures of a pathway before and now: gain, after taxes, chance, who finishes, pay."""
    before, after = (_cells(one) for one in (change.before, change.after))
    return tuple(both(*pair) for pair in zip(before, after, strict=True))


def _cells(figures: PathwayFigures | None) -> tuple[str, ...]:
    if figures is None:
        return (NONE,) * 5
    ahead, finish = figures.chance_well_ahead, figures.completion_rate
    return (
        thousands(figures.gain),
        thousands(figures.kept_gain),
        NONE if ahead is None else chance(ahead),
        NONE if finish is None else f"{finish * 100:.0f}",
        pay(figures),
    )


def pay(figures: PathwayFigures | None) -> str:
    """The pay in the first year after training."""
    return NONE if figures is None or figures.pay is None else dollars(figures.pay)
