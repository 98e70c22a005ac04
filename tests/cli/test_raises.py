"""`raise` as people and scripts meet it."""

import csv
import io
import json
import re

import pytest

RICHMOND = ("--county", "Richmond city, VA")
WORKERS = """id,wage,hours,adults,children,partner_earnings,disability
a,12.77,40,1,,,
b,14,40,1,3,,
c,15.5,32,2,3;7,24000,no
d,18,40,1,,,
e,13,25,1,,,yes
f,14,40,1,3;7,,
"""


@pytest.fixture
def workers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "workers.csv").write_text(WORKERS)
    return "workers.csv"


RUNS = {
    "raise.txt": ("--from", "14", "--to", "17.50"),
    "raise-family.txt": ("--from", "14", "--to", "17.50", "--child", "3", "--child", "7"),
    "raise-living-wage.txt": ("--from", "14", "--to", "living-wage"),
    "raise.md": ("--from", "14", "--to", "17.50", "--details", "--format", "markdown"),
    "raise.csv": ("--from", "14", "--to", "17.50", "--csv"),
}


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, "raise", *RICHMOND, *RUNS[name])


def test_golden_output_of_workers(as_golden, workers):
    as_golden("raise-workers.txt", "raise", *RICHMOND, "--to", "17.50", "--workers", workers)


def asked(run, *arguments):
    found = run("raise", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def test_a_dollar_more_keeps_what_cliff_says(run):
    for flags in (("--state", "NY", "--child", "3"), ("--state", "TX", "--adults", "2", "--partner-earnings", "20000")):
        now = json.loads(run("cliff", *flags, "--wage", "18", "--json").out)["now"]
        (one,) = asked(run, *flags, "--from", "18", "--to", "19")["households"]
        assert one["kept"] == pytest.approx(now["kept_of_raise"], abs=0.01)
        assert one["net_before"] == pytest.approx(now["net_resources"], abs=0.01)


def test_a_scenario_file_and_flags_say_the_same(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text("place: NY\nperson: {age: 30, wage: 18, hours: 35, children: [3, 7]}\n")
    flags = ("--state", "NY", "--age", "30", "--from", "18", "--hours", "35", "--kids", "3,7")
    by_file, by_flags = asked(run, file, "--to", "20"), asked(run, *flags, "--to", "20")
    assert by_file["households"] == by_flags["households"]
    assert by_file["case"] == by_flags["case"] == json.loads(run("compare", file, "--draws", "0", "--json").out)["case"]
    assert not by_file["is_typical"]
    assert run("raise", file, "--to", "20").out.startswith("client: New York, by the rules of 2026: from $18.00")


def test_the_json_contract(run):
    found = asked(run, *RICHMOND, "--from", "14", "--to", "17.50")
    assert list(found) == [
        *("format", "mobcalc", "place", "assumptions_sha256", "overrides", "case", "surveys", "rules_year"),
        *("price_year", "from_wage", "to_wage", "target", "hours_per_week", "is_typical", "governments"),
        *("minimum_wage", "benefits_rate", "benefits_range", "households", "totals", "not_counted", "warnings"),
    ]
    assert (found["from_wage"], found["to_wage"], found["target"], found["is_typical"]) == (14.0, 17.5, "wage", True)
    assert found["totals"] is None
    for one in found["households"]:
        assert one["employer_cost"] == pytest.approx(one["kept"] + one["to_federal"] + one["to_state"], abs=0.03)
        assert set(one["changes"]) <= set(found["governments"])


def test_rows_begin_with_what_was_asked_and_have_no_column_twice(run, workers):
    found = run("raise", *RICHMOND, "--to", "17.50", "--workers", workers, "--csv")
    (header, *rows) = csv.reader(io.StringIO(found.out))
    assert len(header) == len(set(header))
    assert header[:2] == ["scenario", "state"]
    assert header[header.index("assumptions_sha256") + 1 :][:3] == ["id", "child_care", "hours_per_week"]
    each = list(csv.DictReader(io.StringIO(found.out)))
    assert [one["id"] for one in each] == ["a", "b", "c", "d", "e", "f"]
    assert (each[2]["state"], each[2]["children"], each[3]["raised"], each[3]["kept"]) == ("VA", "3; 7", "false", "0.0")
    changes = [name for name in header if name.endswith("_change") and name.split("_change")[0] not in COVERAGE]
    for one in each:
        kept = float(one["raise_per_year"]) + sum(float(one[name]) for name in changes)
        assert kept == pytest.approx(float(one["kept"]), abs=0.05)
    assert len(rows) == 6


COVERAGE = ("medicaid", "chip", "premium_tax_credit", "other_coverage")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("--state", "VA", "--from", "14"),
            "--to: the wage after the raise is missing\n  hint: add --to 17.50 or --to living-wage",
        ),
        (("--state", "VA", "--to", "17"), "--from: the wage before the raise is missing\n  hint: add --from 14"),
        (("--from", "14", "--to", "17"), "no state was given\n  hint: add --state, such as --state NY, or --county"),
        (
            ("--state", "VA", "--from", "17", "--to", "17"),
            "--to: 17.00 dollars an hour is no raise of 17.00\n  hint: give a wage above --from",
        ),
        (
            ("--state", "VA", "--from", "14", "--to", "living"),
            "--to: 'living' is not a number\n  hint: did you mean living-wage?",
        ),
        (
            ("--state", "VA", "--from", "14", "--to", "17,50"),
            "--to: '17,50' is not a number\n  hint: write a point, not a comma: 17.50",
        ),
        (
            ("--state", "VA", "--from", "14", "--to", "1750"),
            "--to: 1750 dollars an hour is no wage\n  hint: give 1 to 500 dollars, or living-wage",
        ),
        (
            ("--state", "VA", "--from", "7.50", "--to", "15"),
            "--from: person.wage: 7.50 dollars an hour is below the minimum wage of Virginia, 12.41\n  hint: a shell takes "
            "the $1 out of $17.50: write 17.50; count tips in",
        ),
        (
            ("--state", "VA", "--from", "14", "--to", "17", "--hours", "0"),
            "--hours: nobody is paid for 0 hours a week\n  hint: give the hours at work",
        ),
    ],
)
def test_what_cannot_be_answered(run, arguments, error):
    assert run("raise", *arguments) == (2, "", f"error: {error}\n")


def test_a_wage_above_the_living_wage_is_not_raised_to_it(run):
    found = run("raise", "--state", "VA", "--from", "60", "--to", "living-wage")
    assert (found.code, found.out) == (2, "")
    assert re.fullmatch(
        r"error: --to: 60\.00 dollars an hour is the living wage, \d\d\.\d\d, or more\n  hint: give a wage above it, such as "
        r"--to 61\.00\n",
        found.err,
    )


def test_a_living_wage_beside_a_second_adults_pay_is_said_to_be_that(run):
    """With 60,000 dollars beside it two adults need hardly any, which is no wage that anybody could be raised to."""
    two = ("--from", "14", "--to", "living-wage", "--adults", "2", "--partner-earnings")
    found = run("raise", *RICHMOND, *two, "60000")
    assert (found.code, found.out) == (2, "")
    assert "14.00 dollars an hour is the living wage beside the second adult's pay, 1.86, or more" in found.err
    said = " ".join(run("raise", *RICHMOND, *two, "30000", "--child", "3").out.split())
    assert "That is the living wage of the household beside the second adult's pay." in said


def test_what_a_file_says_of_each_worker_is_not_said_in_flags(run, workers):
    for flag, value in (("--from", ("14",)), ("--child", ("3",)), ("--adults", ("2",)), ("--disability", ())):
        found = run("raise", *RICHMOND, "--to", "20", "--workers", workers, flag, *value)
        hint = f"  hint: leave out {flag}\n"
        assert found == (2, "", f"error: {flag}: the file of --workers says it of each worker\n{hint}")


def test_a_bad_row_writes_nothing(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "workers.csv").write_text("wage,hours\n14,40\n15,400\n")
    found = run("raise", *RICHMOND, "--to", "20", "--workers", "workers.csv", "-o", "out.csv")
    assert found == (2, "", "error: workers.csv:3: hours: it cannot be 400\n  hint: write 0.5 to 112\n")
    assert not (tmp_path / "out.csv").exists()


def test_the_file_of_workers_is_not_written_over(run, workers):
    found = run("raise", *RICHMOND, "--to", "20", "--workers", workers, "-o", workers, "--force")
    assert found.code == 2
    assert "this file is read from" in found.err


def test_workers_paid_less_than_the_minimum_are_named(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "workers.csv").write_text("wage\n11\n14\n")
    said = " ".join(run("raise", *RICHMOND, "--to", "20", "--workers", "workers.csv").out.split())
    assert re.search(r"1 worker is paid less than the minimum wage there, \$12\.\d\d: check the file\.", said)


def test_where_nobody_is_raised_nothing_changes(run, workers):
    said = run("raise", *RICHMOND, "--to", "12", "--workers", workers).out
    assert "0 of 6 workers are raised. Nobody is paid less, so nothing changes." in said


def test_details_have_what_is_left_out(run):
    said = " ".join(run("raise", *RICHMOND, "--from", "14", "--to", "17.50", "--details").out.split())
    for part in (
        "Who has it:",
        "Health coverage:",
        "Assumed:",
        "Not in the employer's cost: benefits.",
        "up to $1,860 a year",
    ):
        assert part in said
