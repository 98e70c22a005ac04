"""`solve` as people and scripts meet it."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs

from mobcalc.results.solve import Question
from mobcalc.wording import solve_chance
from mobcalc.wording.solve import _range

TRADES, ASSOCIATE, CERTIFICATE = "building-trades-apprenticeship", "associate-degree", "certificate"
HOME = ("--state", "NY", "--child", "3")
MEASURED = ("-p", "measured", "-a", str(Path(__file__).parents[1] / "cases" / "measured.yaml"))
RUNS = {
    "solve.txt": ("solve", "--details", "completion.rate", "--pathway", ASSOCIATE),
    "solve.md": (
        "solve",
        "--details",
        "hours",
        "-p",
        CERTIFICATE,
        *HOME,
        "--living-wage-by",
        "30",
        "--format",
        "markdown",
    ),
    "solve.csv": ("solve", "length", "-p", ASSOCIATE, "--age", "60", "--csv"),
}
# Tables and sentences of other cases, by how they begin.
PARTS = {
    "solve-wage.txt": (
        ("solve", "--details", "person.wage", "--pathway", TRADES, "--age", "30"),
        ("What would", "Answer", "Now", "The current wage"),
    ),
    "solve-grants.txt": (
        ("solve", "--details", f"pathways.{CERTIFICATE}.costs.grants", "--by-age", "30"),
        ("What would", "Answer", "Now"),
    ),
    "solve-stipend.txt": (
        (
            *("solve", "--details", f"pathways.{ASSOCIATE}.stipend", *HOME),
            *("--measure", "net_resources_present_value", "--gain", "50000"),
        ),
        ("What would", "Answer", "Now"),
    ),
    "solve-chance.txt": (
        ("solve", "--details", "completion.rate", "-p", ASSOCIATE, "--chance", "0.8"),
        ("What would", "Answer", "Now", "The chance to finish"),
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, *RUNS[name])


@pytest.mark.parametrize("name", PARTS)
def test_parts_of_the_output(name, as_golden):
    arguments, parts = PARTS[name]
    as_golden(name, *arguments, parts=parts)


@pytest.mark.parametrize("name", ["solve.txt", *PARTS])
def test_tables_fit_80_columns(name, run):
    assert max(len(line) for line in run(*(RUNS.get(name) or PARTS[name][0])).out.splitlines()) <= 80


def test_an_ascii_terminal_loses_nothing():
    command = [sys.executable, "-m", "mobcalc", *PARTS["solve-wage.txt"][0]]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode("ascii")
    assert "?" not in out.replace("compared with 'No postsecondary'?", "")


def solved(run, *arguments):
    found = run("solve", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def said(run, *arguments):
    found = run("solve", "--details", *arguments)
    assert (found.code, found.err) == (0, "")
    return " ".join(found.out.split())


def test_the_json_contract(run):
    found = solved(run, "person.wage", "-p", TRADES, "--age", "30")
    assert (found["format"], found["price_year"], found["baseline"]) == (2, 2025, "no-postsecondary")
    assert found["question"] == {
        "name": "person.wage",
        "unit": "USD/hour",
        "target": "gain",
        "target_value": 0,
        "pathway": TRADES,
        "versus": "no-postsecondary",
        "measure": "net_present_value",
        "low": 10.0,
        "high": 50,
        "is_whole": False,
    }
    assert set(found["now"]) == {"value", "amount", "chance", "kind", "source", "typical"}
    assert found["now"]["value"] is None
    assert found["now"]["typical"] > 10
    assert (found["answer"], found["matters"]) == ("crossings", True)
    (one,) = found["solutions"]
    assert (one["direction"], one["is_jump"], one["within"]) == ("up_to", False, None)
    assert found["ranges"] == [[10.0, one["value"]]]
    assert len(found["grid"]) == 65
    assert set(found["grid"][0]) == {"value", "amount", "chance", "is_possible"}
    assert all(one["is_possible"] for one in found["grid"])
    assert {tried["chance"] for tried in (*found["grid"], found["best"], found["now"])} == {None}
    assert (found["draws"], found["seed"], found["chance_precision"]) == (0, 0, None)
    assert found["best"] == max(found["grid"], key=lambda tried: tried["amount"])


def test_a_longer_life_is_tried_until_the_children_are_grown(run):
    found = solved(run, "age", "-p", CERTIFICATE, *HOME, "--age", "50", "--measure", "net_resources_present_value")
    young = solved(run, "age", "-p", CERTIFICATE, *HOME, "--measure", "net_resources_present_value")
    assert len(found["grid"]) == len(young["grid"]) > 40
    assert found["grid"][0]["amount"] == young["grid"][0]["amount"]


def test_flat_rows_are_the_values_tried(run):
    rows = list(csv.DictReader(io.StringIO(run("solve", "length", "-p", ASSOCIATE, "--age", "60", "--csv").out)))
    assert len(rows) == 65
    assert (rows[0]["name"], rows[0]["unit"]) == ("person.training_length", "years")
    assert (rows[0]["is_met"], rows[-1]["amount"], rows[-1]["is_met"]) == ("true", "", "")
    assert rows[0]["price_year"] == "2025"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("completion.rate", "-p", ASSOCIATE), f"pathways.{ASSOCIATE}.completion.rate"),
        (("stipend", "-p", ASSOCIATE), f"pathways.{ASSOCIATE}.stipend"),
        (("length", "-p", ASSOCIATE), "person.training_length"),
        (("cost", "-p", ASSOCIATE), "person.training_cost"),
        (("training.length", "-p", ASSOCIATE), f"pathways.{ASSOCIATE}.training.length"),
        (("student-earnings-share", "-p", ASSOCIATE), f"pathways.{ASSOCIATE}.training.student_earnings_share"),
        (("fringe_rate", "-p", ASSOCIATE), f"pathways.{ASSOCIATE}.fringe_rate"),
        (("wage",), "person.wage"),
        (("retire-age",), "person.retire_age"),
        (("weekly_hours",), "person.weekly_hours"),
        (("discount-rate",), "economy.discount_rate"),
    ],
)
def test_short_names(words, name, run):
    assert solved(run, *words)["question"]["name"] == name


def test_which_pathway_is_asked_about(run):
    def asked(*words):
        question = solved(run, *words)["question"]
        return question["pathway"], question["versus"]

    assert asked("wage") == (TRADES, "no-postsecondary")
    assert asked(f"pathways.{CERTIFICATE}.costs.grants") == (CERTIFICATE, "no-postsecondary")
    assert asked("wage", "--versus", CERTIFICATE) == (TRADES, CERTIFICATE)
    assert asked("completion.rate", "-p", ASSOCIATE, "--versus", TRADES) == (ASSOCIATE, TRADES)
    # The name belongs to what is compared with, so the best pathway is asked about.
    assert asked(f"pathways.{CERTIFICATE}.costs.grants", "--versus", CERTIFICATE) == (TRADES, CERTIFICATE)
    assert asked("wage", "--occupation", "electrician") == ("apprenticeship-47-2111", "no-postsecondary")


def test_a_scenario_file_chooses_too(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(f"person: {{age: 30}}\npathways: [{ASSOCIATE}]\nbaseline: {CERTIFICATE}\n")
    found = solved(run, "wage", file)
    assert (found["question"]["pathway"], found["question"]["versus"]) == (ASSOCIATE, CERTIFICATE)
    assert found["start_age"] == 30


def test_what_completion_rate_makes_it_worth_it(run):
    out = said(run, "completion.rate", "-p", "digital-credential")
    assert re.search(
        r"Answer: Digital credential \(badge\) is worth it for all who start if the chance to finish is [\d.]+% or more "
        r"\(now 50%\)\.",
        out,
    )


def test_never_and_always(run):
    out = said(run, "length", "-p", CERTIFICATE, "--age", "50", "--low", "5", "--high", "14")
    assert (
        "Answer: No value from 5 years to 14 years does it: at best, at 5 years, Certificate (one year) loses $" in out
    )
    out = said(run, "completion.rate", "-p", ASSOCIATE)
    assert "Answer: Every value from 0% to 100% does it: even at 0%, Associate degree gains $" in out
    assert "those who leave are taken to keep 40% of what finishers gain for each whole term that they stayed" in out


def test_what_does_not_matter_is_said(run):
    found = solved(run, "completion.rate", *MEASURED)
    assert (found["matters"], found["answer"]) == (False, "always")
    assert found["grid"][0]["amount"] is None
    out = said(run, "completion.rate", *MEASURED)
    assert "Answer: The chance to finish makes no difference here: every value does it" in out
    assert "the completion rate only divides it up" in out
    other = solved(run, f"pathways.{CERTIFICATE}.completion.rate", "-p", ASSOCIATE)
    assert (other["matters"], other["best"], found["best"]) == (False, None, None)


def test_a_rate_that_is_tried_counts_as_the_users_own(run):
    """Published rates by sex take the place of the general one, but not of what the user says."""
    found = solved(run, "completion.rate", "-p", "electrician-apprenticeship", "--sex", "female")
    assert found["matters"]
    rate = json.loads(run("compare", "-p", "electrician-apprenticeship", "--sex", "female", "--json").out)
    assert found["now"]["value"] == rate["pathways"][1]["completion_rate"]


def test_a_gain_that_is_not_reached(run):
    out = said(run, "completion.rate", "-p", ASSOCIATE, "--gain", "1000000")
    assert re.search(r"at best, at 100%, Associate degree gains \$[\d,]+, not \$1,000,000\.", out)


REFUSED = {
    "an unknown name": (
        ("person.wgae",),
        "error: NAME: person.wgae: there is no assumption of this name\n  hint: did you mean person.wage?\n",
    ),
    "a part that is not quite one": (
        ("stipnd", "-p", CERTIFICATE),
        "error: NAME: stipnd: there is no assumption of this name\n  hint: did you mean stipend?\n",
    ),
    "a part of no pathway": (
        ("completion.rate",),
        "error: NAME: completion.rate: it is part of a pathway, and none is named\n"
        "  hint: add --pathway ID, or write pathways.ID.completion.rate\n",
    ),
    "a setting": (
        ("sex",),
        "error: NAME: person.sex: it is a setting, not a number\n"
        "  hint: ask for a number; compare settings with --set\n",
    ),
    "a list": (
        (f"pathways.{TRADES}.earnings.percentiles",),
        f"error: NAME: pathways.{TRADES}.earnings.percentiles: it holds a list of numbers, not a single number\n"
        "  hint: careers.finisher_standing moves all of it\n",
    ),
    "a map": (
        ("participant", "-p", "short-sectoral-training"),
        "error: NAME: pathways.short-sectoral-training.impact.participant: it holds a map by year, not a single number\n"
        "  hint: pathways.short-sectoral-training.impact.factor moves all of it\n",
    ),
    "what holds others": (
        ("economy",),
        "error: NAME: economy: it holds several values\n  hint: ask for one of them: economy.discount_rate, "
        "economy.real_wage_growth, economy.fringe_rate ...\n",
    ),
    "a figure of the place": (
        ("place.rents", "--state", "NY"),
        "error: NAME: place.rents: it holds a list of numbers, not a single number\n  hint: ask for a single number\n",
    ),
    "a figure of the place without one": (
        ("place.goods_parity",),
        "error: NAME: place.goods_parity: there is no place, so it has no figures to set\n"
        "  hint: add --state, --county or --metro\n",
    ),
    "which place it is": (
        ("place.state", "--state", "NY"),
        "error: NAME: place.state: it says which place this is and is not set\n"
        "  hint: --state, --county and --metro choose the place\n",
    ),
    "adults": (
        ("adults",),
        "error: NAME: person.adults: it decides which kind of household this is, which has no values in between\n"
        "  hint: compare with --adults 1 and --adults 2\n",
    ),
    "nothing to compare with": (
        ("wage", "--versus", "certificates"),
        "error: --versus: certificates: there is no pathway of this id\n  hint: did you mean certificate?\n",
    ),
    "an unknown pathway": (
        ("wage", "-p", "asociate-degree"),
        "error: --pathway: asociate-degree: there is no pathway of this id\n  hint: did you mean associate-degree?\n",
    ),
    "a pathway against itself": (
        ("wage", "-p", CERTIFICATE, "--versus", CERTIFICATE),
        f"error: --pathway: {CERTIFICATE}: a pathway gains nothing over itself\n"
        "  hint: give another --pathway or another --versus\n",
    ),
    "more than anybody gains": (
        ("wage", "--gain", "1e308"),
        "error: --gain: 1e308 is out of range for a value in USD\n"
        "  hint: give a number from -10000000000 to 10000000000\n",
    ),
    "two questions": (
        ("wage", "--gain", "3", "--by-age", "30"),
        "error: --by-age: --gain and --by-age are two questions\n  hint: ask one at a time\n",
    ),
    "a measure that is not asked for": (
        ("wage", "--by-age", "30", "--measure", "lifetime_earnings"),
        "error: --measure: --by-age has a measure of its own, the running sum of net earnings\n  hint: leave out --measure or --by-age\n",
    ),
    "an unknown measure": (
        ("wage", "--measure", "lifetime_earning"),
        "error: --measure: unknown word 'lifetime_earning'\n  hint: did you mean lifetime_earnings?\n",
    ),
    "a measure that needs a place": (
        ("wage", "--measure", "net_resources_present_value"),
        "error: --measure: what the household keeps and needs depends on where it lives\n"
        "  hint: add --state, and --adults and --child AGE for who lives in it\n",
    ),
    "a living wage of nowhere": (
        ("wage", "--living-wage-by", "30"),
        "error: --living-wage-by: what the household keeps and needs depends on where it lives\n"
        "  hint: add --state, and --adults and --child AGE for who lives in it\n",
    ),
    "finishers that nobody knows": (
        ("wage", "--living-wage-by", "30", "--state", "NY", "-p", "short-sectoral-training"),
        "error: --living-wage-by: short-sectoral-training: the study does not tell those who finish from those who "
        "leave, so what they are paid is not known\n"
        "  hint: ask for --gain or --by-age, or name another --pathway\n",
    ),
    "an age after work": (
        ("wage", "--by-age", "80"),
        "error: --by-age: 80 is outside the working life\n  hint: give 19 to 65\n",
    ),
    "a chance in percent": (
        ("wage", "--chance", "80%"),
        "error: --chance: '80%' is not a number\n  hint: shares are written as decimals: 0.8\n",
    ),
    "a chance in percent without the sign": (
        ("wage", "--chance", "80"),
        "error: --chance: 80 is not strictly between 0 and 1\n  hint: shares are written as decimals: 0.8\n",
    ),
    "a chance of more than all": (
        ("wage", "--chance", "1.2"),
        "error: --chance: 1.2 is not strictly between 0 and 1\n  hint: give a decimal such as 0.8, for 8 of 10 lives\n",
    ),
    "a chance of nothing": (
        ("wage", "--chance", "0"),
        "error: --chance: 0 is not strictly between 0 and 1\n  hint: give a decimal such as 0.8, for 8 of 10 lives\n",
    ),
    "a certainty": (
        ("wage", "--chance", "1"),
        "error: --chance: 1 is not strictly between 0 and 1\n  hint: give a decimal such as 0.8, for 8 of 10 lives\n",
    ),
    "a chance that is no number": (
        ("wage", "--chance", "nan"),
        "error: --chance: 'nan' is not a number\n"
        "  hint: write digits with an optional decimal point, such as 0.03 or 36000\n",
    ),
    "a chance and a gain": (
        ("wage", "--gain", "3", "--chance", "0.8"),
        "error: --chance: --gain and --chance are two questions\n  hint: ask one at a time\n",
    ),
    "a chance and an age": (
        ("wage", "--by-age", "30", "--chance", "0.8"),
        "error: --chance: --by-age and --chance are two questions\n  hint: ask one at a time\n",
    ),
    "a chance and a living wage": (
        ("wage", "--living-wage-by", "30", "--chance", "0.8"),
        "error: --chance: --living-wage-by and --chance are two questions\n  hint: ask one at a time\n",
    ),
    "a chance in a measure": (
        ("wage", "--chance", "0.8", "--measure", "lifetime_earnings"),
        "error: --measure: --chance has a measure of its own, net earnings to retirement, discounted\n  hint: leave out --measure or --chance\n",
    ),
    "lives for nothing": (
        ("wage", "--draws", "5000"),
        "error: --draws: lives are drawn at random for --chance alone\n"
        "  hint: add --chance SHARE, or leave out --draws\n",
    ),
    "a seed for nothing": (
        ("wage", "--by-age", "30", "--seed", "0"),
        "error: --seed: lives are drawn at random for --chance alone\n"
        "  hint: add --chance SHARE, or leave out --seed\n",
    ),
    "both for nothing": (
        ("wage", "--gain", "5", "--seed", "1", "--draws", "0"),
        "error: --draws: lives are drawn at random for --chance alone\n"
        "  hint: add --chance SHARE, or leave out --draws and --seed\n",
    ),
    "a chance of no lives": (
        ("wage", "--chance", "0.8", "--draws", "0"),
        "error: --draws: 0 lives are too few\n  hint: give 100 to 1000000\n",
    ),
    "half an age": (
        ("wage", "--by-age", "30.5"),
        "error: --by-age: 30.5 is not a whole number\n  hint: give an age in whole years\n",
    ),
    "a gain with a comma": (
        ("wage", "--gain", "50,000"),
        "error: --gain: '50,000' is not a number\n  hint: write it without spaces, commas or dollar signs: 50000\n",
    ),
    "a range the wrong way round": (
        ("wage", "--low", "5", "--high", "4"),
        "error: --low: person.wage: the range from 5 to 4 has nothing in it\n  hint: give another --low, or --high too\n",
    ),
    "a range out of bounds": (
        ("wage", "--high", "600"),
        "error: --high: person.wage: 600 is out of range for a value in USD/hour\n  hint: give a number from 1 to 500\n",
    ),
    "a part of a year of age": (
        ("age", "--low", "18.5"),
        "error: --low: person.start_age: 18.5 is not a whole number\n  hint: give whole years\n",
    ),
    "a partner that nobody has": (
        ("partner_earnings",),
        "error: NAME: person.partner_earnings: a partner's earnings need a second adult in the household\n"
        "  hint: add --adults 2\n",
    ),
    "what contradicts the rest": (
        ("training.length", "-p", TRADES),
        f"error: NAME: pathways.{TRADES}.training: give either length, or term_hours and paid_hours\n"
        "  hint: keep one of the two\n",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_wrong_input(case, run):
    words, expected = REFUSED[case]
    found = run("solve", *words)
    assert (found.code, found.out) == (2, "")
    assert found.err == expected


def test_nothing_is_asked(run):
    found = run("solve")
    assert (found.code, found.out) == (2, "")
    assert "NAME" in found.err


def test_a_stretch_too_narrow_to_show_both_ends(run):
    """Around a benefit cliff a higher wage can make training worth it once more for a few cents."""
    who = ("--state", "FL", "--child", "12", "--child", "14", "--age", "32", "--sex", "female", "--child-care", "none")
    measure = ("--measure", "net_resources_present_value", "--high", "40")
    found = solved(run, "wage", "-p", CERTIFICATE, *who, *measure)
    narrow = [(low, high) for low, high in found["ranges"] if high - low < 0.025]
    assert narrow
    out = said(run, "wage", "-p", CERTIFICATE, *who, *measure)
    assert re.search(r"if the current wage is \$[\d.]+ an hour or less, or from \$[\d.]+ to", out)
    # Where both ends look alike one is enough.
    question = Question("person.wage", "USD/hour", "gain", 0.0, CERTIFICATE, "no-postsecondary", None, 8.0, 40.0, False)
    assert _range(question, 25.451, 25.453) == "about $25.45 an hour"
    assert _range(question, 25.45, 25.45) == "$25.45 an hour"
    assert _range(question, 25.446, 25.456) == "from $25.45 to $25.46 an hour"


FEW = ("--draws", "1000")


def test_the_json_contract_of_a_chance(run):
    found = solved(run, "completion.rate", "-p", ASSOCIATE, "--chance", "0.8", "--draws", "1000", "--seed", "7")
    assert (found["draws"], found["seed"]) == (1000, 7)
    question = found["question"]
    assert (question["target"], question["target_value"], question["measure"]) == ("chance", 0.8, "net_present_value")
    assert len(found["grid"]) == 33
    assert {tried["amount"] for tried in (*found["grid"], found["best"], found["now"])} == {None}
    assert found["best"] == max(found["grid"], key=lambda tried: tried["chance"])
    # Two standard errors of 1,000 lives, and up to two and a half times as much as five share their assumptions.
    assert 1 < found["chance_precision"] / (2 * (0.8 * 0.2 / 1000) ** 0.5) < 5**0.5
    for one in found["solutions"]:
        low, high = one["within"]
        assert low < one["value"] < high
    given = run("compare", "-p", ASSOCIATE, "--draws", "1000", "--seed", "7", "--json")
    versus = json.loads(given.out)["pathways"][1]["versus_baseline"]
    assert found["now"]["chance"] == versus["chance_well_ahead"]


def test_flat_rows_of_a_chance(run):
    out = run("solve", "length", "-p", ASSOCIATE, "--age", "60", "--chance", "0.5", *FEW, "--csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (rows[0]["amount"], rows[0]["is_met"], rows[0]["draws"]) == ("", "true", "1000")
    assert float(rows[0]["chance"]) >= 0.5
    assert (rows[-1]["amount"], rows[-1]["chance"], rows[-1]["is_met"]) == ("", "", "")


def test_a_place_does_not_change_a_chance_but_by_its_figures(run):
    asked = ("completion.rate", "-p", ASSOCIATE, "--chance", "0.8", *FEW, "--state", "NY")
    one, family = solved(run, *asked), solved(run, *asked, "--adults", "2", "--child", "3", "--child", "5")
    for key in ("grid", "solutions", "now"):
        assert one[key] == family[key]


def test_a_scenario_file_and_a_chance(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(f"person: {{age: 30}}\npathways: [{ASSOCIATE}]\nbaseline: {CERTIFICATE}\n")
    found = solved(run, "completion.rate", file, "-p", ASSOCIATE, "--chance", "0.5", *FEW)
    assert (found["question"]["pathway"], found["question"]["versus"]) == (ASSOCIATE, CERTIFICATE)
    assert (found["start_age"], found["draws"]) == (30, 1000)


def test_a_chance_in_words(run):
    out = said(run, "wage", "-p", TRADES, "--age", "30", "--chance", "0.6", *FEW)
    assert (
        "What would the current wage have to be for 'Building trades apprenticeship' to end $10,000 or more ahead "
        "of 'No postsecondary' in 6 of 10 lives?" in out
    )
    assert re.search(
        r"Answer: Building trades apprenticeship ends \$10,000 or more ahead of 'No postsecondary' in at least 6 of 10 "
        r"lives if the current wage is \$([\d.]+) an hour or less \(people like this are typically paid \$[\d.]+\)\. "
        r"With other draws \$\1 might be anything from \$[\d.]+ to \$[\d.]+\.",
        out,
    )
    assert re.search(r"Building trades apprenticeship ends \$10,000 or more ahead in \d+ of 100 lives\.", out)
    assert "1,000 simulated lives (seed 0)" in out
    assert re.search(r"a chance near 60% is known to about [2-5](?:\.\d)? points either way", out)
    assert "Every other assumption stays at its value" not in out


def test_a_chance_that_none_or_all_have(run):
    out = said(run, "completion.rate", "-p", ASSOCIATE, "--chance", "0.99", *FEW)
    assert re.search(
        r"No value from 0% to 100% does it: at best, at \d+%, Associate degree ends \$10,000 or more ahead in \d\d of 100 lives\.",
        out,
    )
    out = said(run, "completion.rate", "-p", ASSOCIATE, "--chance", "0.3", *FEW)
    assert re.search(
        r"Every value from 0% to 100% does it: even at [\d.]+%, Associate degree ends \$10,000 or more ahead in \d\d of 100 lives\.",
        out,
    )
    # If nobody finishes it is no likelier than not, which takes no explaining; in the trades it is likelier.
    assert "Even if nobody finishes" not in out
    out = said(run, "completion.rate", "-p", TRADES, "--chance", "0.3", *FEW)
    assert "Even if nobody finishes there is a gain, because those who leave are taken to keep 50%" in out
    out = said(run, f"pathways.{CERTIFICATE}.costs.grants", "-p", ASSOCIATE, "--chance", "0.99", *FEW)
    assert re.search(
        r"makes no difference here: no value does it, and Associate degree ends \$10,000 or more ahead in \d\d of 100",
        out,
    )


def test_a_measured_effect_is_divided_among_those_who_finish(run):
    asked = ("completion.rate", *MEASURED, "--chance", "0.5", *FEW)
    assert solved(run, *asked)["matters"]
    out = said(run, *asked)
    assert "the more of them finish, the less each finisher gains" in out
    assert "Only the mix of those who finish and those who leave moves" not in out
    assert "0% not possible" in out


QUESTION = Question(
    "person.wage", "USD/hour", "chance", 0.8, ASSOCIATE, CERTIFICATE, "net_present_value", 1.0, 50.0, False
)


@pytest.mark.parametrize(
    ("least", "share", "expected"),
    [
        (0.8, 0.8, "80%"),
        (0.8, 0.8149, "81%"),
        (0.8, 0.7999, "79.9%"),
        (0.8, 0.7949, "79%"),
        (0.794, 0.7942, "79.5%"),
        (0.8, 0.9999, ">99%"),
        (0.8, 0.0001, "<1%"),
        (0.999, 0.9985, "99.8%"),
        (0.003, 0.004, "0.4%"),
    ],
)
def test_a_chance_is_never_shown_on_the_wrong_side(least, share, expected):
    question = structs.replace(QUESTION, target_value=least)
    assert solve_chance.shown(question, share) == expected
    said = expected.rstrip("%").replace(">", "more than ").replace("<", "fewer than ")
    assert solve_chance.outcome(question, "It", share) == f"It ends $10,000 or more ahead in {said} of 100 lives"


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.5, "5 of 10"), (0.85, "85 of 100"), (0.999, "999 of 1,000"), (0.7766, "77.66% of all"), (0.29, "29 of 100")],
)
def test_the_chance_asked_for_in_words(share, expected):
    assert solve_chance.wanted(structs.replace(QUESTION, target_value=share)) == expected


PARENT = ("--state", "NY", "--child", "3", "-p", CERTIFICATE)
OF_TABLES = "taxes and benefits are looked up for one household and what it pays for"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("living_wage.child_care", ("--measure", "net_resources_present_value")),
        ("place.infant_care_family", ("--measure", "net_resources_present_value")),
        ("living_wage.child_care", ("--living-wage-by", "40")),
        ("living_wage.housing", ("--voucher", "--measure", "net_resources_present_value")),
        ("partner_earnings", ("--adults", "2", "--measure", "net_resources_present_value")),
    ],
)
def test_what_the_tables_are_made_with_is_not_tried(name, more, run):
    found = run("solve", name, *PARENT, *more)
    assert (found.code, found.out) == (2, "")
    assert OF_TABLES in found.err
    assert f"--set {'person.' if name == 'partner_earnings' else ''}{name}=VALUE" in found.err


def test_care_moves_what_is_kept(run):
    def kept(care):
        flags = ("--draws", "0", "--json", "--set", f"living_wage.child_care={care}")
        pathway = json.loads(run("compare", *PARENT, *flags).out)["pathways"][1]
        return pathway["versus_baseline"]["gain"]["net_resources_present_value"]

    assert kept(3_000) != kept(9_000)
