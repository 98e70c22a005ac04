"""What a program brings and costs year by year, what comes back from what, and who loses."""

import csv
import io
import json

import numpy as np
import pytest

NAME = "missoula-partnership"
TAXES = {"federal_income_tax", "payroll_tax", "state_income_tax", "state_payroll_tax"}
NO_PLACE = """\
name: A program
summary: One.
people: {enrolled: 20}
services: {course: {label: Course, share: 0.5, pathway: certificate}, visit: {label: V, share: 0.5, unknown: Not seen.}}
cost: {per_participant: 5000}
funding: {city: {level: local, amount: 60000}, state: {level: state, amount: 20000}}
"""


@pytest.fixture
def answer(run):
    """The JSON answer for a program."""

    def answer_of(name, *flags):
        found = run("program", name, "--json", *(flags or ("--draws", "0")))
        assert (found.code, found.err) == (0, "")
        return json.loads(found.out)

    return answer_of


def test_years_add_up_to_the_answer(answer):
    """Cash of all who enroll, later money counting less and shared out, is what the answer has for one of them."""
    found = answer(NAME)
    years, enrolled = found["by_year"], found["people"]["enrolled"]
    assert years[0]["paid"] == {"federal": 180_000.0, "state": 80_000.0, "local": 70_000.0}
    assert [one["public_paid"] for one in years[:3]] == [330_000.0, 0.0, 0.0]
    discount = 1.03 ** -(np.arange(len(years)) + 0.5)
    for level in ("federal", "state"):
        (view,) = [one for one in found["levels"] if one["level"] == level]
        back = np.array([one["back"][level] for one in years]) / enrolled * discount
        assert (back.sum(), back[:10].sum()) == pytest.approx(
            (view["back"]["career"], view["back"]["ten_years"]), abs=0.1
        )
    people = np.array([one["people"] for one in years]) / enrolled
    people[0] -= found["gained"]["in_hand"]
    assert (people * discount).sum() == pytest.approx(found["gained"]["kept"]["career"], abs=0.1)
    so_far = np.cumsum([one["public_back"] - one["public_paid"] for one in years])
    assert [one["public_so_far"] for one in years] == pytest.approx(so_far, abs=0.5)


def test_flat_rows_have_cash_by_year(answer, run):
    years = answer(NAME)["by_year"]
    rows = {row["party"]: row for row in csv.DictReader(io.StringIO(run("program", NAME, "--csv", "--draws", "0").out))}
    second = {party: float(row["cash_year_2"]) for party, row in rows.items()}
    assert second["public"] == pytest.approx(second["federal"] + second["state"] + second["local"], abs=0.02)
    assert second["local"] == 0.0
    assert second["society"] == pytest.approx(second["participant"] + second["public"], abs=0.02)
    assert float(rows["local"]["cash_year_1"]) == -70_000.0
    assert float(rows["public"]["cash_year_10"]) == pytest.approx(years[9]["public_back"])


def test_what_comes_back_is_more_tax_or_less_help(answer, run):
    found = answer(NAME)
    for view in (found["public"], *(one for one in found["levels"] if one["back"] is not None)):
        for horizon in ("ten_years", "career"):
            taxes = sum(amount for name, amount in view[f"parts_{horizon}"].items() if name in TAXES)
            assert view["from_taxes"][horizon] == pytest.approx(taxes, abs=0.03)
            less = view["back"][horizon] - taxes
            assert view["from_lower_benefits"][horizon] == pytest.approx(less, abs=0.03)
    said = " ".join(run("program", NAME, "--draws", "0").out.split())
    back, taxes, less = (
        round(found["public"][name]["ten_years"], -2) for name in ("back", "from_taxes", "from_lower_benefits")
    )
    assert (
        f"Of the ${back:,.0f} back in ten years ${less:,.0f} is help that these people lose (SNAP and EITC) and "
        f"${taxes:,.0f} more tax."
    ) in said


def test_who_loses_while_the_mean_gains_is_said(answer, run, tmp_path):
    """Four of five are single mothers, who keep less in the first ten years; without them nobody loses."""
    found = answer(NAME)
    least = min(found["homes"], key=lambda home: home["kept"]["ten_years"])
    assert found["gained"]["kept"]["ten_years"] > 0.0 > least["kept"]["ten_years"]
    loss = f"about ${round(-least['kept']['ten_years'], -2):,.0f} (1 adult and children of 4 and 8)."
    sentence = f"80% of them keep less in the first ten years; the largest loss is {loss}"
    assert sentence in " ".join(run("program", NAME, "--draws", "0").out.split())
    assert sentence in found["notes"]
    assert "of them keep less" not in run("program", "tacoma-training", "--draws", "0").out


def test_the_ranges_of_the_ratios_are_on_the_screen(answer, run):
    found = answer(NAME, "--draws", "600")
    said = " ".join(run("program", NAME, "--draws", "600").out.split())
    for key in ("taxpayer_range", "society_range"):
        spread = found["career"][key]
        assert spread["low"] < found["career"][key.removesuffix("_range")] < spread["high"]
        assert f"by retirement (likely ${spread['low']:,.2f} to ${spread['high']:,.2f})." in said
    assert found["ten_years"]["taxpayer_range"]["low"] == pytest.approx(
        found["public"]["back_range"]["low"] / found["public"]["spent"], abs=0.01
    )


def test_a_ratio_of_next_to_nothing_is_none(answer, run, tmp_path):
    """A city that pays a twentieth of the cost has no return on it; that of a tenth it has."""
    text = NO_PLACE.replace("people:", 'place: {county: "Missoula, MT"}\npeople:')
    file = tmp_path / "own.yaml"
    for amount, why in ((5_000, "little_paid"), (10_000, None)):
        file.write_text(text.replace("20000", str(amount)))
        (state,) = [one for one in answer(file)["levels"] if one["level"] == "state"]
        assert state["why"].get("returns_career") == why
        assert (state["returns_career"] is None) == (why is not None)
    file.write_text(
        text.replace("20000", "5000").replace("level: local, amount: 60000", "level: private, amount: 94000")
    )
    found = answer(file)
    assert found["public"]["returns_career"] is found["career"]["taxpayer"] is found["returns_with_gap"] is None
    assert found["why"]["returns_with_gap"] == "little_paid"
    assert "Governments pay $250 of the $5,000 each, too little to say what each public dollar brings back" in " ".join(
        run("program", file, "--draws", "0").out.split()
    )


def test_each_null_has_its_reason(answer, run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(NO_PLACE)
    found = answer(file)
    course, visit = found["services"]
    assert course["why"] == {"kept": "no_place"}
    assert visit["why"] == dict.fromkeys(("finishing", "earned", "kept"), "nothing_known")
    assert visit["break_even"]["why"] == {"taxpayer": "no_place"}
    readiness = answer(NAME)["services"][0]
    assert (readiness["finishing"], readiness["why"]) == (None, {"finishing": "finishing_not_known"})
    change = json.loads(run("program", file, "--with", "cost=90000", "--json", "--draws", "0").out)
    assert change["needed_completion"] == {
        "people_and_budgets": None,
        "budgets": None,
        "why": {"people_and_budgets": "no_share", "budgets": "no_place"},
    }


def test_what_has_no_room_is_counted(run):
    """Notes that a full screen leaves out are told of, and --details has all of them."""
    out = run("program", NAME, "--draws", "0").out
    details = " ".join(run("program", NAME, "--draws", "0", "--details").out.split())
    assert " more notes, and by tax and benefit, household and year: --details" in out
    assert "44% finish, so each finisher costs $33,100." in details
    assert "One more such job costs" in details
    assert "Not in it: public health coverage worth" in details
