"""Who lives in the household, in flags."""

import json

import pytest

from tests.store.published import table


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
    said = f"error: --child: '{text}' is not an age\n  hint: write --child 3 for each child, or --kids 2,7, in whole years\n"
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
        (
            ("--health-plan", "union"),
            "error: --health-plan: person.health_plan: unknown word 'union'\n"
            "  hint: write one of employer, marketplace\n",
        ),
        (
            ("--wage", "7.50"),
            "error: --wage: person.wage: 7.50 dollars an hour is below the minimum wage of Alaska, 12.46\n"
            "  hint: a shell takes the $1 out of $17.50: write 17.50; count tips in\n",
        ),
        (
            ("--kids", "2,7", "--child", "3"),
            "error: --kids: --child gives the children's ages too\n  hint: give one of --kids and --child\n",
        ),
        (
            ("--kids", ""),
            "error: --kids: '' is not an age\n  hint: write --child 3 for each child, or --kids 2,7, in whole years\n",
        ),
        (
            ("--rules", "1999"),
            "error: --rules: economy.rules_year: there are no rules of 1999\n  hint: give 2025 or 2026\n",
        ),
        (
            ("--health-plan", "marketplace", "--rules", "2025"),
            "error: --health-plan: person.health_plan: premiums and credits of marketplace plans are those of 2026, the "
            "rules those of 2025\n  hint: leave out one of --health-plan and --rules\n",
        ),
    ],
)
def test_what_cannot_be_said_of_help(arguments, message, run):
    assert run("cliff", "--state", "AK", *arguments) == (2, "", message)


def test_all_children_in_one_option_are_those_of_one_option_each(run):
    given = [("--kids", "2, 7"), ("--child", "2", "--child", "7")]
    one, other = (json.loads(run("cliff", "--state", "WA", *flags, "--json").out) for flags in given)
    assert one["household"]["children"] == [2, 7]
    assert one["grid"] == other["grid"]


def test_ages_with_a_space_between_are_no_scenario(run):
    assert run("compare", "--kids", "2", "7") == (
        2,
        "",
        "error: 7: a scenario file cannot be called by a number alone\n"
        "  hint: ages of several children are written --kids 2,7\n",
    )


MISSOULA = ("--county", "Missoula, MT", "--age", "58")
OWN_PLAN = ("--health-plan", "marketplace")


def test_a_plan_of_their_own_is_dear_above_four_times_the_poverty_guideline(run):
    found, without = (json.loads(run("cliff", *MISSOULA, *plan, "--json").out) for plan in (OWN_PLAN, ()))
    # Below, the Medicaid of adults ends, and with it that the plan costs nothing.
    (_, dear) = (one for one in found["cliffs"] if one["programs"] == ["health_plan"])
    # Four times 15,650 dollars, the guideline of 2025 for one person.
    assert dear["from_earnings"] == 62_600
    at = next(row for row in found["grid"] if row["earnings"] == 62_500)
    above = next(row for row in found["grid"] if row["earnings"] == 63_000)
    assert at["components"]["health_plan"] == pytest.approx(-0.0996 * 62_500, abs=1)
    # All of the benchmark plan of rating area 3 at 58.
    whole = -12 * premium_at(58)
    assert above["components"]["health_plan"] == pytest.approx(whole, abs=2)
    assert at["net_resources"] - above["net_resources"] > 9_000
    assert not [one for one in without["cliffs"] if "health_plan" in str(one["programs"])]


def premium_at(age):
    """A month's premium in Missoula at an age, in dollars of 2026."""
    area = {row["county_fips"]: row["rating_area"] for row in table("aca_rating_area_by_county")}["30063"]
    (price,) = (
        float(row["age0_month_2026"])
        for row in table("aca_benchmark_silver_by_rating_area")
        if (row["state"], row["rating_area"]) == ("MT", area)
    )
    factors = {row["age_from"]: float(row["factor"]) for row in table("aca_age_factors") if row["curve"] == "default"}
    return price * factors[str(age)]


def test_a_living_wage_with_a_plan_of_their_own_has_its_premium_and_its_credit(run):
    found, usual = (json.loads(run("livingwage", *MISSOULA, *plan, "--json").out) for plan in (OWN_PLAN, ()))
    parts, others = found["budget"], usual["budget"]
    # In dollars of 2025 and with what insurance leaves to pay, 920 dollars.
    assert parts["health"] == pytest.approx(12 * premium_at(58) * 321.974 / 330.549 + 920, abs=5)
    earned = found["annual"]
    credit = parts["health"] - 920 - share_at(earned * 330.549 / 321.974 / 15_650) * earned
    assert others["taxes"] - parts["taxes"] == pytest.approx(credit, abs=1_000)
    assert found["household"]["health_plan"] == "marketplace"
    said = " ".join(run("livingwage", *MISSOULA, *OWN_PLAN, "--details").out.split())
    assert "second-cheapest silver plan on the marketplace, Missoula County, MT, 2026, before the tax credit" in said


def share_at(over_poverty):
    """The part of income that the benchmark plan costs from twice the guideline to three times."""
    assert 2.0 <= over_poverty <= 3.0
    if over_poverty < 2.5:
        return 0.066 + (over_poverty - 2.0) * 2 * (0.0844 - 0.066)
    return 0.0844 + (over_poverty - 2.5) * 2 * (0.0996 - 0.0844)


def test_in_the_coverage_gap_nobody_pays(run):
    grid = json.loads(run("cliff", "--state", "TX", *OWN_PLAN, "--json").out)["grid"]
    assert {row["components"]["health_plan"] for row in grid[:31]} == {0.0}
    assert grid[32]["components"]["health_plan"] == pytest.approx(-0.021 * 16_000, abs=1)


def test_the_rules_of_two_years(run):
    now, before = (
        json.loads(run("cliff", "--state", "NY", "--child", "3", *year, "--json").out)
        for year in ((), ("--rules", "2025"))
    )
    assert (now["household"]["rules_year"], before["household"]["rules_year"]) == (2026, 2025)
    # At 35,000 dollars the rules of 2026 leave a parent more.
    kept = [found["grid"][70]["net_resources"] + found["household"]["child_care"] for found in (now, before)]
    assert 0 < kept[0] - kept[1] < 1_500


def test_on_medicaid_nobody_pays_for_a_plan(run):
    grid = json.loads(run("cliff", "--state", "WA", "--kids", "3", *OWN_PLAN, "--json").out)["grid"]
    assert grid[20]["components"]["health_plan"] == 0.0
    assert grid[20]["components"]["medicaid"] > 0.0


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
        "health_plan": "employer",
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
