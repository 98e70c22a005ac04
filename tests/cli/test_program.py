"""`program` as a budget office and scripts meet it."""

import csv
import io
import json

import pytest

NAME = "missoula-partnership"
RUNS = {
    "program.txt": ("program", NAME),
    "program-details.txt": ("program", NAME, "--details"),
    "program.csv": ("program", NAME, "--csv"),
    "program-change.txt": ("program", NAME, "--without", "child_care_support=0", "--with", "completion=0.7"),
    "program-list.txt": ("program",),
}
OWN = """\
name: Mothers back to work
summary: Job readiness.
place: {county: "Missoula, MT"}
people: {enrolled: 25, finished: 15}
services: {course: {label: Course, share: 1, pathway: certificate}}
cost: {total: 300000}
funding: {act: {level: federal, amount: 200000}}
"""


@pytest.mark.parametrize("name", RUNS)
def test_output_is_what_it_was(name, as_golden):
    as_golden(name, *RUNS[name])


def test_scripts_read_who_pays_and_who_gains(run):
    answer = json.loads(run("program", NAME, "--json", "--draws", "0").out)
    assert (answer["format"], answer["id"], answer["cost"], answer["unfunded"]) == (2, NAME, 14550.0, 1350.0)
    assert [view["level"] for view in answer["levels"]] == ["federal", "state", "local"]
    rows = list(csv.DictReader(io.StringIO(run("program", NAME, "--csv", "--draws", "0").out)))
    assert [row["party"] for row in rows] == ["participant", "federal", "state", "local", "public", "society"]
    assert float(rows[1]["gained_ten_years"]) == answer["levels"][0]["back"]["ten_years"]


def test_an_own_file_and_what_is_not_paid_for(run, tmp_path):
    (tmp_path / "own.yaml").write_text(OWN)
    out = run("program", tmp_path / "own.yaml").out
    assert "Not yet paid for: $4,000 for each who enrolls, $100,000 in all." in " ".join(out.split())


def test_other_formats_hold_the_screen(run):
    assert "| Federal" in run("program", NAME, "--format", "markdown", "--draws", "0").out
    page = run("program", NAME, "--format", "html", "--draws", "0").out
    assert "<table" in page and "City or county" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("missoula",),
            "error: there is no program 'missoula'\n  hint: did you mean missoula-partnership?\n",
        ),
        (
            ("none.yaml",),
            "error: none.yaml: there is no such file or folder\n  hint: check the name and the folder you are in\n",
        ),
        (
            (NAME, "--with", "completion=55"),
            "error: --with: completion: 55 is out of range\n  hint: give a number from 0 to 1; 55 percent is 0.55\n",
        ),
        (
            (NAME, "--with", "childcare=100"),
            "error: --with: childcare: it cannot be changed\n  hint: did you mean child-care?\n",
        ),
        (
            (NAME, "--with", "completion"),
            "error: --with: 'completion' has no name and value\n  hint: write --with completion=0.55\n",
        ),
        (
            ("--with", "completion=0.5"),
            "error: --with: it is not said which program is changed\n"
            "  hint: name a program, such as 'mobcalc program missoula-partnership'\n",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(run, arguments, said):
    assert run("program", *arguments) == (2, "", said)


def test_wrong_input_writes_nothing(run, tmp_path):
    (tmp_path / "own.yaml").write_text(OWN.replace("200000", "400000"))
    found = run("program", tmp_path / "own.yaml", "--csv", "-o", tmp_path / "out.csv")
    assert found.code == 2
    assert found.err.count("error:") == 1
    assert not (tmp_path / "out.csv").exists()


def test_the_file_that_is_read_is_not_written_to(run, tmp_path):
    (tmp_path / "own.yaml").write_text(OWN)
    found = run("program", tmp_path / "own.yaml", "-o", tmp_path / "own.yaml", "--force", "--format", "table")
    assert (found.code, "read from" in found.err) == (2, True)
    assert (tmp_path / "own.yaml").read_text() == OWN


def test_an_occupation_without_such_a_route_is_refused(run, tmp_path):
    text = OWN.replace("pathway: certificate", "pathway: certificate, occupation: registered nurse")
    (tmp_path / "own.yaml").write_text(text)
    found = run("program", tmp_path / "own.yaml")
    assert (found.code, found.out) == (2, "")
    assert "own.yaml:5: programs.own.services.course: no certificate leads to registered nurses" in found.err


def test_a_support_pays_for_itself_where_enough_more_finish(run):
    asked = ("program", NAME, "--without", "child_care_support=0", "--json", "--draws", "0")
    change = json.loads(run(*asked, "--with", "child_care_support=6000").out)
    assert change["with"]["cost"] - change["without"]["cost"] == 3000.0
    needed = change["needed_completion"]["budgets"]
    assert change["without"]["people"]["finishing"] < needed < 0.99
    at_it = json.loads(run(*asked, "--with", f"child_care_support=6000,completion={needed}").out)
    gains = [at_it[side]["public"]["back"]["career"] - at_it[side]["cost"] for side in ("without", "with")]
    assert gains[0] == pytest.approx(gains[1], abs=10)
