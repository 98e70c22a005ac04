"""`cliff` as people and scripts meet it."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import numpy as np
import pytest

from mobcalc.household_types import HouseholdType
from mobcalc.results.household import NOT_MODELLED, UNASKED
from mobcalc.wording.household import PROGRAMS
from tests.slices import slice_of

ELECTRICIAN = "electrician-apprenticeship"
MOTHER = ("--state", "NY", "--adults", "1", "--child", "3")
WITHOUT_CARE = (*MOTHER, "--child-care", "none")
COUPLE = ("--state", "TX", "--adults", "2", "--child", "3", "--child", "7", "--partner-earnings", "20000")
RUNS = {
    "cliff.txt": ("cliff", "--details", *MOTHER),
    "cliff.md": ("cliff", "--details", "--state", "FL", "--child", "9"),
}
# Tables and sentences of other cases, by how they begin.
PARTS = {
    "cliff-couple.txt": (
        ("cliff", "--details", *COUPLE),
        ("2 adults", "Earnings are the worker", "What is kept", "Health coverage that"),
    ),
    "cliff-disability.txt": (
        ("cliff", "--details", "--state", "CA", "--disability", "--with-coverage"),
        ("1 adult with a disability", "Cliff 1", "Health coverage that", "Benefits"),
    ),
    "cliff-along.txt": (
        (
            "cliff",
            "--details",
            *MOTHER,
            "--wage",
            "15.50",
            "--hours",
            "38",
            "-p",
            "no-postsecondary",
            "--retire-age",
            "36",
        ),
        ("Now:", "Along 'No post", "No raise from", "At 21 the child"),
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, *RUNS[name])


@pytest.mark.parametrize("name", PARTS)
def test_parts_of_the_output(name, as_golden):
    arguments, parts = PARTS[name]
    as_golden(name, *arguments, parts=parts)


@pytest.mark.parametrize("name", ["cliff.txt", *PARTS])
def test_tables_and_charts_fit_80_columns(name, run):
    assert max(len(line) for line in run(*(RUNS.get(name) or PARTS[name][0])).out.splitlines()) <= 80


def test_an_ascii_terminal_gets_letters_alone():
    command = [sys.executable, "-m", "mobcalc", *PARTS["cliff-along.txt"][0]]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode("ascii")
    assert "?" not in out
    drawn = [line.split("|", 1)[1] for line in out.splitlines() if re.match(r" *(\$[\d,]+ )?\|", line)]
    assert set("".join(drawn)) == set("LE ")


def answer(run, *arguments):
    found = run("cliff", "--details", "--json", *arguments)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


# The single parent of a three-year-old in New York

GUIDELINE_2025, GUIDELINE_2026 = 21_150, 21_640
"""Poverty guidelines for two people: the limits of SNAP and WIC are parts of them, new in October and in July."""


def test_a_single_parent_in_new_york_is_told_which_programs_end_and_where(run):
    found = answer(run, *WITHOUT_CARE)
    snap, wic = found["cliffs"]
    # New York: households with earnings get SNAP up to 150 percent of the guideline, WIC up to 185 percent.
    for cliff, name, limit in ((snap, "snap", 1.50), (wic, "wic", 1.85)):
        assert cliff["programs"] == cliff["ends"] == [name]
        limits = [limit * GUIDELINE_2025, limit * GUIDELINE_2026]
        assert [step["from_earnings"] for step in cliff["steps"]] == pytest.approx(limits, abs=5)
        assert cliff["from_earnings"] == pytest.approx(limits[0], abs=5)
        assert cliff["loss"] == pytest.approx(sum(step["loss"] for step in cliff["steps"]), abs=0.02)
    ends = {one["program"]: one["ends_at"] for one in found["program_ends"]}
    assert ends["snap"] == pytest.approx(1.50 * GUIDELINE_2026, abs=5)
    assert ends["wic"] == pytest.approx(1.85 * GUIDELINE_2026, abs=5)
    # The EITC for one child of 2026 ends at 51,593; the table has a point every 250 where nothing jumps.
    assert ends["eitc"] == 51_750
    # The child credit of 2,200 shrinks by 50 dollars for each 1,000 above 200,000.
    assert ends["ctc"] == pytest.approx(244_000, abs=5_000)
    # A parent has Medicaid up to 138 percent of the guideline, after that the Essential Plan.
    parent = found["coverage_losses"][0]
    assert parent["from_earnings"] == pytest.approx(1.38 * GUIDELINE_2026, abs=10)
    assert (parent["programs"], list(parent["replaced_by"])) == (["medicaid"], ["other_coverage"])


def test_the_same_by_hand_from_the_table(run):
    table = slice_of("NY", HouseholdType(1, 1))  # nobody is paid for care
    net = table.earnings + sum(table.cash.values()) - sum(table.taxes.values())
    snap = answer(run, *WITHOUT_CARE)["cliffs"][0]
    first, last = (np.searchsorted(table.earnings, snap[key]) for key in ("from_earnings", "to_earnings"))
    steps = [np.searchsorted(table.earnings, step["from_earnings"]) for step in snap["steps"]]
    assert snap["loss"] == pytest.approx(sum(net[s] - net[s + 1] for s in steps), abs=0.02)
    assert (table.cash["snap"][first] > 1_100, table.cash["snap"][last]) == (True, 0)
    whole = snap["whole_again_at"]
    assert np.interp(whole, table.earnings, net) == pytest.approx(net[first], abs=0.02)
    between = (table.earnings > table.earnings[last]) & (table.earnings < whole)
    assert between.any()
    assert (net[between] < net[first]).all()


# The contract


def test_the_json_contract(run):
    found = answer(run, *MOTHER)
    assert found["format"] == 2
    assert found["household"] == {
        "adults": 1,
        "children": [3],
        "partner_earnings": 0.0,
        "disability": False,
        "rules_year": 2026,
        "child_care": found["household"]["child_care"],
        "care": "paid",
        "health_plan": "employer",
        "unmarried": False,
        "voucher": False,
        "tanf": False,
        "school_meals": False,
    }
    assert found["place"]["postal"] == "NY"
    assert [point["earnings"] for point in found["grid"]] == [500.0 * n for n in range(301)]
    assert found["not_counted"] == [*UNASKED, *NOT_MODELLED]
    assert found["household"]["child_care"] > 5_000
    assert (found["along"], found["now"]) == (None, None)
    assert found["grid"][-1]["marginal_rate"] is None
    for point in found["grid"]:
        assert list(point["components"]) == list(PROGRAMS)
        assert not point["is_beyond_table"]


def test_components_sum_to_net_resources_and_rates_follow(run):
    for more in ((), ("--with-coverage",)):
        found = answer(run, *MOTHER, *more)
        plus = found["benefits"] + (found["coverage"] if more else [])
        for point in found["grid"]:
            parts = sum(point["components"][name] for name in plus)
            parts -= sum(point["components"][name] for name in found["taxes"])
            left = point["household_earnings"] + parts - found["household"]["child_care"]
            assert point["net_resources"] == pytest.approx(left, abs=0.1)
        for here, after in zip(found["grid"], found["grid"][1:], strict=False):
            kept = after["net_resources"] - here["net_resources"]
            assert here["marginal_rate"] == pytest.approx(1 - kept / 500, abs=1e-4)


def test_flat_rows_are_the_grid(run):
    found = answer(run, *MOTHER)
    rows = list(csv.DictReader(io.StringIO(run("cliff", "--details", *MOTHER, "--csv").out)))
    assert len(rows) == len(found["grid"])
    for row, point in zip(rows, found["grid"], strict=True):
        assert float(row["net_resources"]) == point["net_resources"]
        assert float(row["components.snap"]) == point["components"]["snap"]
    assert (rows[0]["state"], rows[0]["children"], rows[-1]["marginal_rate"]) == ("NY", "3", "")
    lines = run("cliff", "--details", *MOTHER, "--format", "jsonl").out.splitlines()
    assert json.loads(lines[1])["components.snap"] == found["grid"][1]["components"]["snap"]
    assert run("cliff", "--details", *MOTHER, "--format", "tsv").out.count("\n") == 302


# What is said


def test_no_cliff_is_said_plainly(run):
    found = run("cliff", "--details", "--state", "NY", "--adults", "2", "--partner-earnings", "200000")
    assert "No cliff found: up to $50,000 no raise lowers net resources by $100 a" in found.out
    assert "The table of taxes and benefits ends at $50,000 of the worker's earnings" in found.out


def test_many_steps_of_a_tax_share_a_sentence(run):
    taxes = {"state_income_tax", "federal_income_tax"}
    steps = [c for c in answer(run, "--state", "CO", "--child", "3")["cliffs"] if set(c["programs"]) <= taxes]
    out = " ".join(run("cliff", "--details", "--state", "CO", "--child", "3").out.split())
    said = "state income tax, federal income tax rise, or credits against them end"
    assert f"{said}, in {len(steps)} steps" in out
    assert all(f"${step['from_earnings']:,.0f} (${step['loss']:,.0f})" in out for step in steps)
    assert "Cliff 1: At $42,300 a year" in out


def test_a_raise_of_a_dollar_is_weighed(run):
    # 16 x 38 x 52 = 31,616, just below where SNAP ends.
    now = answer(run, *WITHOUT_CARE, "--wage", "16", "--hours", "38")["now"]
    assert (now["earnings"], now["raise_per_year"], now["next_cliff_from"]) == (31_616, 1976, 31_725)
    assert now["kept_of_raise"] < 0
    out = " ".join(run("cliff", "--details", *WITHOUT_CARE, "--wage", "16", "--hours", "38").out.split())
    assert "A raise of one dollar an hour, $1,976 a year, lowers them by" in out
    # 31,824 a year lies just behind that.
    out = " ".join(run("cliff", "--details", *WITHOUT_CARE, "--wage", "18", "--hours", "34").out.split())
    assert "the household is in a cliff now" in out


def test_along_a_pathway_pay_is_that_of_the_timeline(run):
    found = answer(run, *MOTHER, "-p", ELECTRICIAN)["along"]
    years = json.loads(run("timeline", "--json", *MOTHER, "-p", ELECTRICIAN).out)["pathways"][1]["groups"]
    assert (found["id"], found["group"]) == (ELECTRICIAN, "completer")
    # In dollars of 2026, the year of the rules.
    paid = [y["paid_earnings"] * 330.549 / 321.974 for y in years["completer"]["years"]]
    assert [y["earnings"] for y in found["years"]] == pytest.approx(paid, abs=0.02)
    assert [y["household"]["children"] for y in found["years"]][:4] == [[3], [4], [5], [6]]
    by_age = {year["age"]: year for year in found["years"]}
    # At 6 and at 13 years of the child care costs less, and nothing; at 18 the child is gone.
    changed = [age for age, year in by_age.items() if year["changed_by_household"] is not None]
    assert changed == [21, 28, 33]
    assert by_age[28]["changed_by_household"] > 5_000
    assert by_age[33]["changed_by_household"] < 0


def test_along_a_pathway_a_raise_that_loses_names_its_program(run):
    woman = ("--state", "MO", "--child", "3", "--sex", "female", "-p", "no-postsecondary")
    years = answer(run, *woman)["along"]["years"]
    lost = [(year["age"], year["raise_lost_to"]) for year in years if year["lost_by_raise"]]
    assert lost == [(24, ["snap"]), (25, ["snap"])]
    assert [year["age"] for year in years if year["in_cliff"]] == [24, 25, 26, 27]
    out = " ".join(run("cliff", "--details", *woman).out.split())
    assert "At 24 pay rises from" in out
    assert "Cause: SNAP" in out or "food benefits" in out


def test_an_occupation_is_followed_too(run):
    assert answer(run, *MOTHER, "--occupation", "electrician")["along"]["id"] == "apprenticeship-47-2111"


def test_a_group_that_a_study_does_not_tell_apart(run):
    out = run("cliff", "--details", *MOTHER, "-p", "short-sectoral-training", "-g", "leaver").out
    assert "All who start are shown: the study measured everybody offered" in out
    assert "Along 'Short sectoral training', all who start" in out


def test_a_scenario_gives_the_household_and_the_place(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text("person: {adults: 1, children: [3]}\nplace: NY\n")
    assert answer(run, file)["cliffs"] == answer(run, *MOTHER)["cliffs"]


def test_what_the_user_set_is_named(run):
    found = answer(run, *MOTHER)
    assert [one["name"] for one in found["overrides"]] == ["person.adults", "person.children"]
    assert "person.children = [3] (from --child)" in run("cliff", "--details", *MOTHER).out.replace("\n", " ")


WRONG = {
    (): "error: no state was given\n  hint: add --state, such as --state NY\n",
    ("--state", "XX"): ("error: --state: there is no state 'XX'\n  hint: 'mobcalc places search WORD' finds names\n"),
    ("--state", "NY", "--child", "-3"): (
        "error: --child: person.children: a child cannot be -3 years old\n  hint: give ages from 0 to 17\n"
    ),
    ("--state", "NY", "--wage", "0"): (
        "error: --wage: person.wage: 0 is out of range for a value in USD/hour\n  hint: give a number from 1 to 500\n"
    ),
    ("--state", "NY", "--wage", "1000"): (
        "error: --wage: person.wage: 1000 is out of range for a value in USD/hour\n"
        "  hint: give a number from 1 to 500\n"
    ),
    ("--state", "NY", "-p", "electrican-apprenticeship"): (
        "error: --pathway: electrican-apprenticeship: there is no pathway of this id\n"
        "  hint: did you mean electrician-apprenticeship?\n"
    ),
    ("--state", "NY", "-p", "certificate", "-g", "completers"): (
        "error: --group: unknown word 'completers'\n  hint: did you mean completer?\n"
    ),
    ("--state", "NY", "-g", "completer"): ("error: --group: there is no pathway to follow\n  hint: add --pathway ID\n"),
    ("--state", "NY", "--occupation", "electrician", "-p", "certificate"): (
        "error: --pathway: cliff is about one pathway, and these are asked for: certificate, apprenticeship-47-2111\n"
        "  hint: leave out --occupation or --pathway\n"
    ),
    ("--state", "NY", "--format", "xml"): (
        "error: --format: unknown word 'xml'\n  hint: write one of table, json, jsonl, csv, tsv, markdown, html\n"
    ),
    ("--state", "NY", "--json", "--csv"): (
        "error: --format: more than one format is asked for: csv, json\n  hint: keep one\n"
    ),
}


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_input_is_one_clear_error_and_nothing_is_written(arguments, run, tmp_path):
    file = tmp_path / "out.json"
    assert run("cliff", "--details", *arguments, "-o", file) == (2, "", WRONG[arguments])
    assert not file.exists()


def test_help_shows_examples_first(run):
    out = run("cliff", "--details", "-h").out
    assert out.index("Examples:") < out.index("The output:")
    assert out.isascii()
