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
            "error: --child: person.children: a child cannot be -1 years old\n  hint: give ages from 0 to 17\n",
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
            "  hint: the nearest is 2 adults, no children under 6 and no children of 6 to 17; it goes up to 2 adults, 2 children under 6 and 4 in all\n",
        ),
        (
            ("--child", "1", "--child", "2", "--child", "3"),
            "error: --child: person.children: the table of taxes and benefits has no household of 1 adult, 3 children "
            "under 6 and no children of 6 to 17\n"
            "  hint: the nearest is 1 adult, 2 children under 6 and 1 child of 6 to 17; it goes up to 2 adults, 2 children under 6 and 4 in all\n",
        ),
    ],
)
@pytest.mark.parametrize("command", [("compare",), ("timeline",), ("assumptions", "diff")])
def test_what_cannot_be_a_household(command, arguments, message, run):
    assert run(*command, *arguments) == (2, "", message)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--unmarried",), "error: --unmarried: person.unmarried: there is one adult\n  hint: add --adults 2\n"),
        (
            ("--tanf",),
            "error: --tanf: person.tanf: there is no child in the household\n"
            "  hint: add --child AGE, once for each child\n",
        ),
        (
            ("--child-care", "none", "--child", "3", "--set", "living_wage.child_care=9000"),
            "error: --child-care: person.care: nobody is paid for child care, and it costs 9000 dollars a year\n"
            "  hint: leave out one of --child-care none and living_wage.child_care\n",
        ),
        (
            ("--child-care", "free", "--child", "3"),
            "error: --child-care: person.care: unknown word 'free'\n  hint: write one of paid, subsidized, none\n",
        ),
        (("--rules", "1999"), "error: --rules: economy.rules_year: there are no rules of 1999\n  hint: give 2026\n"),
    ],
)
def test_what_cannot_be_said_of_help(arguments, message, run):
    assert run("cliff", "--state", "AK", *arguments) == (2, "", message)


def test_without_a_place_nothing_of_the_budget_is_said_to_be_assumed(run):
    assumed = json.loads(run("compare", "--json").out)["assumed"]
    assert not [name for name in assumed if name.startswith("living_wage") or name == "person.adults"]


PARENT = ("--state", "NY", "--adults", 1, "--child", 3)


def parent(run, *arguments):
    """The answer for a parent of a child of 3 in New York."""
    found = run("compare", "--json", *PARENT, *arguments)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def test_the_answer_says_what_the_household_keeps_and_what_the_worst_training_year_lacks(run):
    answer, shown = parent(run), " ".join(run("compare", "--details", *PARENT).out.split())
    assert answer["household"] == {
        "adults": 1,
        "children": [3],
        "partner_earnings": 0,
        "disability": False,
        "rules_year": 2026,
        "child_care": answer["household"]["child_care"],
        "care": "paid",
        "unmarried": False,
        "voucher": False,
        "tanf": False,
        "school_meals": False,
    }
    trade = next(one for one in answer["pathways"] if one["id"] == "building-trades-apprenticeship")
    worst = trade["completer"]["worst_training_year"]
    assert worst["help_needed"] > 0
    missing, kept = worst["help_needed"], trade["versus_baseline"]["gain"]["net_resources_present_value"]
    assert f"the worst training year is the one at {worst['age']}" in shown
    assert f"so ${round(missing, -2):,.0f} is missing" in shown
    assert f"the household keeps about ${round(kept, -3):,.0f} more in all" in shown
    assert f"${answer['living_wage']['hourly']:.2f} an hour full time now" in shown


def test_what_is_kept_is_less_than_what_is_gained_where_no_benefits_end_late(run):
    for pathway in parent(run)["pathways"][1:]:
        gain = pathway["versus_baseline"]["gain"]
        assert 0 < gain["net_resources_present_value"] < gain["net_present_value"]


def test_csv_has_the_worst_training_year(run):
    lines = run("compare", "--csv", *PARENT).out.splitlines()
    names = lines[0].split(",")
    assert "expected.net_resources_present_value" in names
    assert "completer.worst_training_year.help_needed" in names


@pytest.mark.parametrize(
    "arguments",
    [
        ("--state", "DC"),
        ("--state", "AK", "--adults", 2, "--child", 0, "--child", 1, "--partner-earnings", 60000),
        ("--state", "CA", "--disability"),
        ("--state", "TX", "--age", 50, "--child", 17),
        ("--county", "Hartford, CT", "--child", 12, "--out", "30:2"),
        ("--state", "HI", "--wage", 90, "--adults", 2),
        ("--state", "MS", "--hours", 20, "--pathway", "all", "--child", 2),
        ("--metro", "35620", "--state", "NJ", "--child", 9),
    ],
)
def test_any_household_anywhere_gets_figures_that_hold_together(arguments, run):
    found = run("compare", "--json", *arguments)
    assert (found.code, found.err) == (0, "")
    for pathway in json.loads(found.out)["pathways"]:
        for group in (pathway["expected"], pathway["completer"], pathway["leaver"]):
            if group is None:
                continue
            assert len(group["net_resources"]) == len(group["left_over"]) == len(group["earnings"])
            assert 0 <= group["years_below_living_wage"] <= len(group["earnings"])
            first, for_good = group["first_age_at_living_wage"], group["age_at_living_wage_for_good"]
            assert first is None or for_good is None or first <= for_good
            years = group["training_years"] or []
            assert group["worst_training_year"] == min(years, key=lambda y: y["left_over"], default=None)
    shown = run("compare", "--details", *arguments).out
    assert max(len(line) for line in shown.splitlines()) <= 80
    assert shown.isascii()
