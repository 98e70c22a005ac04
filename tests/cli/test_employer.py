"""`employer` as people and scripts meet it."""

import csv
import io
import json

import pytest

ELECTRICIAN = "electrician-apprenticeship"
RUNS = {
    "employer.txt": (ELECTRICIAN,),
    "employer-there.txt": ("--occupation", "plumber", "--county", "Tacoma, WA"),
    "employer.md": (ELECTRICIAN, "--details", "--format", "markdown"),
}


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, "employer", *RUNS[name])


def test_the_json_contract(run):
    found = run("employer", ELECTRICIAN, "--json")
    assert (found.code, found.err) == (0, "")
    answer = json.loads(found.out)
    assert list(answer) == [
        *("format", "mobcalc", "price_year", "discount_rate", "assumptions_sha256", "overrides", "place", "occupation"),
        *("local_figures", "case", "surveys", "start_age", "pathway", "name", "length", "completion", "years_after"),
        *("journeyworker_wage", "benefits_rate", "steps", "starter", "finisher", "range", "gain_after"),
        *("needed_gain_after", "spent", "back", "reference", "reference_population", "assumed", "warnings"),
    ]
    assert answer["reference"] == 0.443
    for side in (answer["starter"], answer["finisher"]):
        assert side["benefit_cost_ratio"] == pytest.approx(1 + side["return_on_cost"])


def test_the_wages_are_those_of_the_pathway(run):
    answer = json.loads(run("employer", ELECTRICIAN, "--sex", "male", "--age", "18", "--json").out)
    # The same 59,420.85 dollars as in tests/cases/pathways, 28.57 an hour, and its steps.
    assert answer["journeyworker_wage"] == pytest.approx(59_420.85 / 2_080, abs=0.01)
    assert [step["wage_share"] for step in answer["steps"]] == [0.45, 0.5, 0.55, 0.65, 0.75, 0.85]
    assert [step["from_month"] for step in answer["steps"]] == [1, 7, 13, 22, 31, 40]


def test_a_row_for_each_month(run):
    rows = list(csv.DictReader(io.StringIO(run("employer", ELECTRICIAN, "--csv").out)))
    assert [row["month"] for row in rows] == [str(month) for month in range(1, 109)]
    assert rows[0]["wage"] and not rows[-1]["wage"]
    assert float(rows[-1]["spent"]) >= float(rows[0]["spent"])


def test_own_numbers_take_the_place_of_guesses(run):
    said = run("employer", ELECTRICIAN, "--set", "employer.gain_after=0.25", "--details").out
    assert "You set: " in said
    better = json.loads(run("employer", ELECTRICIAN, "--set", "employer.gain_after=0.25", "--json").out)
    usual = json.loads(run("employer", ELECTRICIAN, "--json").out)
    assert better["starter"]["net"] > usual["starter"]["net"]
    assert "employer.gain_after" not in better["assumed"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            (),
            "no apprenticeship was named\n  hint: write 'mobcalc employer electrician-apprenticeship', or add --occupation NAME",
        ),
        (
            ("certificate",),
            "'certificate' pays no wage steps, so there is no employer who trains\n  hint: name an apprenticeship, such as "
            "electrician-apprenticeship",
        ),
        (
            ("--set", "employer.mentor_hours=4", ELECTRICIAN),
            None,
        ),
        (("elecrician-apprenticeship",), None),
    ],
)
def test_what_cannot_be_answered(run, arguments, error):
    found = run("employer", *arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err == f"error: {error}\n" if error else "did you mean" in found.err


def test_no_persons_answer_rests_on_what_employers_have(run):
    """A guess about employers moves no gain of anybody."""
    flags = ("-p", ELECTRICIAN, "--draws", "200", "--json")
    before, after = (
        json.loads(run("compare", *flags, *more).out)["pathways"]
        for more in ((), ("--set", "employer.stay=0.5", "--set", "economy.medicare_rate=0.02"))
    )
    assert before == after
