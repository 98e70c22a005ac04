"""`program` as a budget office and scripts meet it."""

import csv
import io
import json
from pathlib import Path

import pytest

from mobcalc.loader.files import bundled_folder
from tests.cli.test_screens import test_it_fits_a_terminal as check_it_fits
from tests.cli.test_screens import test_it_uses_no_word_of_the_trade as check_words
from tests.cli.test_screens import test_its_sentences_are_plain as check_sentences

CASES = Path(__file__).parents[1] / "cases" / "programs"
SAID = {
    "supported-work": "Federal $0",
    "certified-employers": "employers $18,400 in raises, so what comes back is no return on public money",
    "career-days": "Nobody has measured what it does to pay, so nothing is added up.",
    "several-occupations": "What nobody has measured is not in the gains, but its cost is in the cost.",
    "without-a-place": "No place is given, so nothing is known of taxes and benefits.",
}
"""Programs of other kinds, and what must be said of each."""
NAME = "missoula-partnership"
RUNS = {
    "program.txt": ("program", NAME),
    "program-details.txt": ("program", NAME, "--details"),
    "program.csv": ("program", NAME, "--csv"),
    "program-change.txt": ("program", NAME, "--without", "child_care_support=0", "--with", "completion=0.7"),
    "program-list.txt": ("program",),
    "program-unknown.txt": ("program", "jamestown-dream-it-do-it"),
    "program-raise.txt": ("program", "richmond-living-wage"),
    "program-training.txt": ("program", "tacoma-training"),
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


def test_a_shipped_file_is_copied_changed_and_asked_about(run, tmp_path):
    mine = tmp_path / "mine.yaml"
    assert tuple(run("program", NAME, "--copy", "-o", mine)) == (0, "", "")
    assert run("program", NAME, "--copy", "-o", mine).code == 4
    mine.write_text(mine.read_text().replace("value: 9000", "value: 9500"))
    answer = json.loads(run("program", mine, "--json", "--draws", "0").out)
    assert (answer["id"], answer["cost"], answer["unfunded"]) == ("mine", 15050.0, 1850.0)


def test_funding_of_the_copy_that_is_above_the_cost_is_refused(run, tmp_path):
    mine = tmp_path / "mine.yaml"
    run("program", NAME, "--copy", "-o", mine)
    mine.write_text(mine.read_text().replace("value: 9000", "value: 6000"))
    assert "the funding, $330,000, is above the cost of $288,750" in run("program", mine).err


def test_what_is_not_shipped_is_not_copied(run):
    said = "error: --copy: it is not said which program is copied\n  hint: name one that 'mobcalc program' lists\n"
    assert run("program", "--copy") == (2, "", said)
    assert "no program 'missoula' is shipped" in run("program", "missoula", "--copy").err


def test_every_key_of_the_json_is_described(run):
    text = (bundled_folder().parent / "docs" / "json.md").read_text()
    section = text[text.index("## `mobcalc program --json`") : text.index("## `mobcalc validate --json`")]
    answer = json.loads(run("program", NAME, "--json", "--draws", "0").out)
    shared = text[: text.index("## `mobcalc program --json`")]
    parts = (answer, answer["people"], answer["gained"], answer["public"], answer["career"], answer["living_wage"])
    for name in {key for part in parts for key in part} - {"format", "mobcalc"}:
        known = name.replace("returns_ten_years", "returns_career")
        assert f"`{known}`" in section or f"`{name}`" in section or f"`{name}`" in shared, name


@pytest.mark.parametrize("kind", SAID)
def test_every_kind_of_program_has_one_plain_screen(kind, run):
    found = run("program", CASES / f"{kind}.yaml", "--draws", "200")
    assert (found.code, found.err) == (0, "")
    assert SAID[kind] in " ".join(found.out.split())
    for check in (check_it_fits, check_words, check_sentences):
        check(found.out)
    details = run("program", CASES / f"{kind}.yaml", "--details", "--draws", "0")
    assert (details.code, details.err) == (0, "")


def test_what_nobody_has_measured_says_the_gain_that_would_pay(run):
    said = " ".join(run("program", CASES / "career-days.yaml", "--draws", "0").out.split())
    # All of it for eight of ten: 350 / 0.8 = 440 dollars, over ten years 440 / 8.6 = 50; for two of ten four times that.
    for cost, gain in (("$440", "$50"), ("$1,800", "$200")):
        assert f"To be worth the whole cost alone, {cost} each, pay would have to rise by {gain} a year for 10" in said
    assert "of the $26,300 usual now" in said


def test_small_amounts_of_the_answer_are_to_a_hundred_dollars(run):
    """In ten years 794 dollars, not "about $1,000"; and less health coverage stands beside the answer."""
    answer = json.loads(run("program", NAME, "--json", "--draws", "0").out)
    said = " ".join(run("program", NAME, "--draws", "0").out.split())
    ten = round(answer["gained"]["kept"]["ten_years"], -2)
    assert 0 < ten < 1000
    assert f"in ten years about ${ten:,.0f} more." in said
    less = sum(answer["memo_career"].get(name, 0.0) for name in ("medicaid", "chip", "premium_tax_credit"))
    assert f"Not in it: public health coverage worth ${round(less, -2):,.0f} a person less." in said


def test_badges_alone_are_held_against_the_whole_cost(run):
    """250,000 dollars over 264 people, as docs/programs.md has it."""
    answer = json.loads(run("program", "jamestown-dream-it-do-it", "--json", "--draws", "0").out)
    badges = answer["services"][0]["break_even"]
    assert (badges["is_alone"], badges["cost"]) == (True, pytest.approx(250_000 / 264, abs=0.01))
    page = (bundled_folder().parent / "docs" / "programs.md").read_text()
    assert "by the badges alone ($250,000 / 264 people, $950 each)" in page
