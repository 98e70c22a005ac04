"""Ladders of two occupations, asked for in everyday words."""

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled
from mobcalc.store.ladders import goal_of, routes_to, with_goal


@pytest.mark.parametrize(
    "words", ["CNA to LPN", "cna then lpn", "31-1131 to 29-2061", " Nurse aide  TO practical nurse "]
)
def test_two_occupations_are_a_ladder(words):
    goal = goal_of(words, "--occupation")
    assert goal.first is not None
    assert (goal.first.code, goal.occupation.code) == ("31-1131", "29-2061")
    first, *others = routes_to(goal)
    assert (first.kind, first.pathway, first.reason) == ("ladder", "ladder-31-1131-29-2061", "steps")
    assert first.after == "Nursing Assistants" and first.exists
    assert others == routes_to(goal_of("LPN", ""))
    assert all(route.after is None for route in others)


def test_one_occupation_is_none():
    assert goal_of("electrician", "").first is None


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("CNA to LPN to RN", "has 3 steps"),
        ("RN to registered nurse", "both steps of 'RN to registered nurse' are registered nurses"),
        ("CNA to electrician", "no certificate or associate degree leads to electricians"),
        ("CNA to wizard", "there is no occupation 'wizard'"),
        ("IT to LPN", "'IT' may mean several occupations"),
        ("lawyer to LPN", "no apprenticeship, certificate or associate degree leads to lawyers"),
    ],
)
def test_steps_that_do_not_follow_each_other_are_refused(words, problem):
    with pytest.raises(InputError, match=problem):
        goal_of(words, "--occupation")


def test_the_ladder_is_the_second_step_after_the_first():
    known = with_goal(bundled(), goal_of("CNA to LPN", "")).pathways
    ladder, first, second = (
        known[name] for name in ("ladder-31-1131-29-2061", "certificate-31-1131", "certificate-29-2061")
    )
    assert ladder.after == "certificate-31-1131" and first.after is None
    assert (ladder.earnings, ladder.training, ladder.costs) == (second.earnings, second.training, second.costs)
    assert ladder.completion.rate == second.completion.rate
    assert "both" in ladder.completion.denominator
    # A degree is the second step where no certificate leads to an occupation.
    assert with_goal(bundled(), goal_of("LPN to RN", "")).pathways["ladder-29-2061-29-1141"].after == second_id(second)


def second_id(pathway):
    return f"certificate-{pathway.occupation}"
