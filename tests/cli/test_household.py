"""Who lives in the household, in flags."""

import json

import pytest


def set_by(run, *arguments):
    """What the user is said to have set, by name."""
    found = run("compare", "--json", *arguments)
    assert (found.code, found.err) == (0, "")
    return {one["name"]: (one["value"], one["from"]) for one in json.loads(found.out)["overrides"]}


def test_each_child_is_a_flag_of_its_own(run):
    assert set_by(run, "--child", 3, "--child", 7) == {"person.children": ([3, 7], "--child")}


def test_a_couple(run):
    assert set_by(run, "--adults", 2, "--partner-earnings", 20000, "--child", 0) == {
        "person.adults": (2, "--adults"),
        "person.children": ([0], "--child"),
        "person.partner_earnings": (20000, "--partner-earnings"),
    }


@pytest.mark.parametrize("text", ["", " ", "3,5", "[3]", "a: b", "'3'", "3 5"])
def test_one_age_to_a_flag(text, run):
    said = f"error: --child: '{text}' is not an age\n  hint: write --child 3, in whole years, once for each child\n"
    assert run("compare", f"--child={text}") == (2, "", said)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--child", "-1"),
            "error: --child: person.children: -1 is out of range for a value in years\n"
            "  hint: give a number from 0 to 150\n",
        ),
        (
            ("--child", "4", "--child", "18"),
            "error: --child: person.children: a child of 18 is no longer counted as one\n  hint: give ages from 0 to 17; "
            "leave out grown children, who do not live on this person's earnings here\n",
        ),
        (
            ("--child", "2.5"),
            "error: --child: person.children: 2.5 is not a whole number\n  hint: give whole years\n",
        ),
        (
            ("--partner-earnings", "20000"),
            "error: --partner-earnings: person.partner_earnings: a partner's earnings need a second adult in the "
            "household\n  hint: add --adults 2\n",
        ),
        (
            ("--adults", "2", "--disability"),
            "error: --disability: person.disability: the table of taxes and benefits has no household of 2 adults with a "
            "disability, no children under 6 and no children of 6 to 17\n"
            "  hint: the nearest is 2 adults, no children under 6 and no children of 6 to 17\n",
        ),
        (
            ("--child", "1", "--child", "2", "--child", "3"),
            "error: --child: person.children: the table of taxes and benefits has no household of 1 adult, 3 children "
            "under 6 and no children of 6 to 17\n"
            "  hint: the nearest is 1 adult, 2 children under 6 and 1 child of 6 to 17\n",
        ),
    ],
)
@pytest.mark.parametrize("command", [("compare",), ("timeline",), ("assumptions", "diff")])
def test_what_cannot_be_a_household(command, arguments, message, run):
    assert run(*command, *arguments) == (2, "", message)


def test_without_a_place_nothing_of_the_budget_is_said_to_be_assumed(run):
    assumed = json.loads(run("compare", "--json").out)["assumed"]
    assert not [name for name in assumed if name.startswith("living_wage") or name == "person.adults"]
