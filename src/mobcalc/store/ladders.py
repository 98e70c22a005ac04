"""Ladders of two occupations, such as nursing assistant and then practical nurse, in the words people ask for them."""

import re
from typing import NamedTuple

import msgspec

from mobcalc.errors import InputError, input_error
from mobcalc.results.provenance import Route
from mobcalc.schema import Completion, Records
from mobcalc.store.codes import Occupation, occupation_of, refuse_long
from mobcalc.store.occupation_pathway import ONE_PATHWAY, pathways_of, with_routes
from mobcalc.store.routes import existing_routes, routes_into

BETWEEN = re.compile(r"\s+(?:to|then|->)\s+", re.IGNORECASE)
"""What stands between the steps of a ladder."""
FIRST = ("certificate", "degree", "on-the-job", "apprenticeship")
"""The kinds of routes that a first step may be, the likeliest first."""
SECOND = ("certificate", "degree")
"""The kinds of routes that a second step may be."""
KIND = "ladder"


class Goal(NamedTuple):
    """The occupation asked for, and the one that is a step on the way to it, if any is."""

    occupation: Occupation
    first: Occupation | None = None


def goal_of(text: str, where: str) -> Goal:
    """The occupation that is asked for, or a ladder of two: 'CNA to LPN'.

    Raises:
        InputError: for an occupation that is not known or not clear, and for steps that do not follow each other.
    """
    refuse_long(text, where)
    steps = BETWEEN.split(text.strip())
    if len(steps) == 1:
        return Goal(occupation_of(text, where))
    if len(steps) > 2:
        raise input_error(where, "", f"'{text.strip()}' has {len(steps)} steps", "ask about two at a time")
    first, second = (occupation_of(step, where) for step in steps)
    if first == second:
        raise input_error(where, "", f"both steps of '{text.strip()}' are {first.title.lower()}", "name one")
    goal = Goal(second, first)
    _routes(goal, where)
    return goal


def _routes(goal: Goal, where: str) -> tuple[Route, Route]:
    """The route that the first step is, and that which the second is.

    Raises:
        InputError: where there is none.
    """
    assert goal.first is not None
    found = []
    for occupation, kinds in ((goal.first, FIRST), (goal.occupation, SECOND)):
        known = {route.kind: route for route in existing_routes(occupation)}
        found.append(next((known[kind] for kind in kinds if kind in known), None))
    first, second = found
    if second is None:
        raise _no_second(goal.occupation, where)
    assert first is not None
    return first, second


def _no_second(occupation: Occupation, where: str) -> InputError:
    title = occupation.title
    what = f"no certificate or associate degree leads to {title.lower()}, which a second step would be"
    return input_error(where, "", what, f"--occupation '{title}' shows the routes there are")


def routes_to(goal: Goal) -> list[Route]:
    """Every kind of route to a goal, that by way of a first step before the others."""
    direct = routes_into(goal.occupation)
    if goal.first is None:
        return direct
    _, second = _routes(goal, "")
    ladder = msgspec.structs.replace(
        second, kind=KIND, pathway=_id(goal.first, goal.occupation), reason="steps", after=goal.first.title
    )
    return [ladder, *direct]


def with_goal(records: Records, goal: Goal) -> Records:
    """The assumptions with the routes to a goal in them, and the first step by itself.

    Raises:
        InputError: where no route leads there, and where wages are not published.
    """
    known = with_routes(records, goal.occupation)
    if goal.first is None:
        return known
    first, second = _routes(goal, "")
    made = dict(pathways_of(records, goal.first, [first]))
    assert first.pathway is not None and second.pathway is not None
    ladder = _ladder(goal.first, first.pathway, known.pathways[second.pathway])
    pathways = known.pathways | made | {_id(goal.first, goal.occupation): ladder}
    return msgspec.structs.replace(known, pathways=pathways)


def _id(first: Occupation, second: Occupation) -> str:
    return f"{KIND}-{first.code}-{second.code}"


def _ladder(first: Occupation, after: str, second: ONE_PATHWAY) -> ONE_PATHWAY:
    """The second step as a pathway that comes after the first."""
    assert second.completion is not None
    title = second.name.partition(": ")[2]
    return msgspec.structs.replace(
        second,
        name=f"Steps: {first.title}, then {title}",
        summary=f"{second.name}, begun by those who finished training for {first.title.lower()} and work there.",
        caution=BRIDGE,
        after=after,
        completion=Completion(
            second.completion.rate,
            f"those who start the first step and finish both; of each step: {second.completion.denominator}",
            second.completion.rate_men,
            second.completion.rate_women,
        ),
    )


BRIDGE = (
    "All who finish the first step are taken to begin the second, which takes as long as by itself, "
    "though programs that give credit for the first are shorter."
)
