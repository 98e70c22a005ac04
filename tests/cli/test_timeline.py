"""`timeline` as people and scripts meet it."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest

ELECTRICIAN, ASSOCIATE, YOUTH = "electrician-apprenticeship", "associate-degree", "intensive-youth-training"
RUNS = {
    "timeline.txt": ("timeline", "--details", "-p", ELECTRICIAN),
    "timeline.md": (
        "timeline",
        "--details",
        "-p",
        ASSOCIATE,
        "--group",
        "completer",
        "--loan",
        "4000",
        "--retire-age",
        "40",
    ),
    "timeline.csv": ("timeline", "-p", "intensive-youth-training", "--retire-age", "25", "--csv"),
}
# Tables and sentences of other cases, by how they begin.
PARTS = {
    "timeline-returning-mother.txt": (
        (
            *("timeline", "--details", "--age", "35", "--sex", "female", "--years-out", "6"),
            *("-p", ELECTRICIAN, "-p", "certificate"),
        ),
        ("Year by year", "Electrician apprenticeship is behind", "Certificate (one year) is behind"),
    ),
    "timeline-side-by-side.txt": (
        ("timeline", "--details", "--retire-age", "30"),
        ("Year by year", "Paid earnings by age, un", "Ahead of the baseline so far", "Pathways marked"),
    ),
    "timeline-couple.txt": (
        (
            *(
                "timeline",
                "--details",
                "-p",
                ELECTRICIAN,
                "--group",
                "completer",
                "--county",
                "Kings, NY",
                "--retire-age",
                "30",
            ),
            *("--adults", "2", "--child", "5", "--child", "12", "--partner-earnings", "24000"),
        ),
        ("The training years of", "Electrician apprenticeship, if you finish is ahead"),
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, *RUNS[name])


@pytest.mark.parametrize("name", PARTS)
def test_parts_of_the_output(name, as_golden):
    arguments, parts = PARTS[name]
    as_golden(name, *arguments, parts=parts)


@pytest.mark.parametrize("name", ["timeline.txt", *PARTS])
def test_tables_and_charts_fit_80_columns(name, run):
    assert max(len(line) for line in run(*(RUNS.get(name) or PARTS[name][0])).out.splitlines()) <= 80


def test_an_ascii_terminal_gets_letters_alone():
    command = [sys.executable, "-m", "mobcalc", *RUNS["timeline.txt"]]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode("ascii")
    assert "?" not in out.split("Electrician apprenticeship, all who start\n")[0]
    drawn = [line.split("|", 1)[1] for line in out.splitlines() if re.match(r" *(\$[\d,]+ )?\|", line)]
    assert len(drawn) == 17
    assert set("".join(drawn)) == set("ABCD ")


def answer(run, *arguments):
    found = run("timeline", "--json", *arguments)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def test_the_json_contract(run):
    found = answer(run, "-p", ELECTRICIAN)
    assert (found["format"], found["price_year"], found["baseline"]) == (2, 2025, "no-postsecondary")
    base, electrician = found["pathways"]
    assert list(base["groups"]) == ["expected"]
    assert list(electrician["groups"]) == ["expected", "completer", "leaver"]
    for group in electrician["groups"].values():
        assert [year["age"] for year in group["years"]] == list(range(18, 65))


def test_it_says_what_compare_says(run):
    chosen = ("-p", ELECTRICIAN, "-p", YOUTH, "-p", ASSOCIATE, "--loan", "3000")
    compared = json.loads(run("compare", "--json", *chosen).out)["pathways"]
    for pathway, years in zip(compared, answer(run, *chosen, "--group", "all")["pathways"], strict=True):
        assert pathway["id"] == years["id"]
        for name, group in years["groups"].items():
            assert [year["paid_earnings"] for year in group["years"]] == pathway[name]["paid_earnings"]
            assert [year["earnings"] for year in group["years"]] == pathway[name]["earnings"]
        if pathway["versus_baseline"]:
            versus, expected = pathway["versus_baseline"], years["groups"]["expected"]
            assert expected["break_even_ages"] == versus["break_even_ages"]
            last = expected["years"][-1]["cumulative_difference"]
            assert last == pytest.approx(versus["gain"]["net_present_value"], abs=0.02)


def test_years_add_up(run):
    for pathway in answer(run, "-p", ASSOCIATE, "--loan", "3000")["pathways"]:
        for group in pathway["groups"].values():
            for year in group["years"]:
                net = year["earnings"] + year["stipends"] - year["costs"] - year["repayments"]
                assert year["net_earnings"] == pytest.approx(net, abs=0.03)


def test_crossings_stand_where_the_running_difference_changes_sides(run):
    for pathway in answer(run)["pathways"][1:]:
        group = pathway["groups"]["expected"]
        sides = [(y["age"] + 1, y["cumulative_difference"]) for y in group["years"]]
        sides = [(age, "ahead" if d > 0 else "behind") for age, d in sides if abs(d) >= 1]
        changes = [side for before, side in zip([(0, ""), *sides], sides, strict=False) if side[1] != before[1]]
        assert [(c["age"], c["direction"]) for c in group["break_even_ages"]] == changes


def test_groups_that_a_study_does_not_tell_apart_have_a_reason(run):
    (_, sectoral) = answer(run, "-p", "short-sectoral-training")["pathways"]
    assert list(sectoral["groups"]) == ["expected"]
    assert set(sectoral["why"]) == {"completer", "leaver", "training_years"}
    assert "does not tell finishers from leavers" in " ".join(sectoral["warnings"])


def test_flat_rows(run):
    rows = list(csv.DictReader(io.StringIO(run("timeline", "-p", ASSOCIATE, "--csv").out)))
    assert len(rows) == 47 * 4
    assert {row["group"] for row in rows} == {"expected", "completer", "leaver"}
    assert float(rows[0]["paid_earnings"]) > 0
    assert rows[0]["price_year"] == "2025"


def test_several_pathways_show_all_who_start_unless_asked(run):
    found = answer(run, "-p", ELECTRICIAN, "-p", ASSOCIATE)
    assert [list(p["groups"]) for p in found["pathways"]] == [["expected"]] * 3
    found = answer(run, "-p", ELECTRICIAN, "-p", ASSOCIATE, "-g", "leaver")
    assert [list(p["groups"]) for p in found["pathways"]] == [["expected"], ["leaver"], ["leaver"]]


def test_a_group_that_a_study_does_not_have_is_said_first_and_shown_for_all_who_start(run):
    out = run("timeline", "--details", "-p", "short-sectoral-training", "-g", "completer").out
    assert out.index("is shown for all who start: the study does not tell") < out.index("Paid earnings by age")
    assert "B = Short sectoral training, all who start" in out


def test_a_group_is_named_wherever_it_is_not_all_who_start(run):
    out = run("timeline", "--details", "-p", ELECTRICIAN, "-g", "completer").out
    assert "B = Electrician apprenticeship, if you finish" in out


def test_kinds_of_evidence_are_told_apart(run):
    out = run("timeline", "--details").out
    assert "(measured effect)" in out
    assert "The two are not on the same footing." in out
    assert "(measured effect)" not in run("timeline", "--details", "-p", YOUTH).out


def test_an_unknown_group(run):
    found = run("timeline", "--group", "completers")
    assert found == (2, "", "error: --group: unknown word 'completers'\n  hint: did you mean completer?\n")
