"""`mobcalc diff`: what changed between two recorded answers."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
import textstat

from tests.cli.test_screens import BANNED, GRADE

QUICK = ("--draws", "0")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("ana.yaml").write_text("person: {age: 30, sex: female, wage: 17.50}\n")


@pytest.fixture
def recorded(run):
    """Records a run in a file."""

    def record_it(file, *arguments):
        found = run(*arguments, "--record", file, "--force")
        assert (found.code, found.err) == (0, "")

    return record_it


def difference(run, *files):
    found = run("diff", *files, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def test_two_equal_answers(recorded, run):
    recorded("a.json", "compare", "ana.yaml", *QUICK)
    recorded("b.json", "compare", "ana.yaml", *QUICK)
    assert run("diff", "a.json", "b.json") == (0, "a.json and b.json hold the same answer, to the last digit.\n", "")
    content = difference(run, "a.json", "b.json")
    assert (content["is_same"], content["changed_figures"], content["changed_texts"]) == (True, 0, 0)


def test_a_wage_that_rose_explains_the_gain_that_fell(recorded, run):
    recorded("march.json", "compare", "ana.yaml", *QUICK)
    recorded("april.json", "compare", "ana.yaml", "--wage", "21", *QUICK)
    content = difference(run, "march.json", "april.json")
    (client,) = content["clients"]
    assert client["case"] == [{"name": "person.wage", "before": 17.5, "after": 21.0}]
    (wage,) = client["differences"]
    assert (wage["name"], wage["before"]["value"], wage["after"]["value"]) == ("person.wage", 17.5, 21.0)
    effects = {effect["id"]: effect["change"] for effect in wage["effects"]}
    for pathway in client["pathways"]:
        if pathway["id"] != client["baseline"]:
            moved = pathway["after"]["point_gain"] - pathway["before"]["point_gain"]
            assert effects[pathway["id"]] == pytest.approx(moved, abs=0.02)
            assert pathway["explained"] == pytest.approx(moved, abs=0.02)
            assert pathway["unexplained"] == pytest.approx(0.0, abs=0.02)


def test_the_screen_says_first_what_became_of_the_gain(recorded, run):
    recorded("march.json", "compare", "ana.yaml", *QUICK)
    recorded(
        "april.json", "compare", "ana.yaml", "--wage", "21", "--set", "pathways.certificate.completion.rate=0.6", *QUICK
    )
    found = run("diff", "march.json", "april.json")
    assert (found.code, found.err) == (0, "")
    lines = found.out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    text = " ".join(found.out.split())
    assert text.startswith("From march.json to april.json the gain of Apprenticeship (trades) over no training falls")
    assert "By itself, this changes it by -$21,000: current wage, $17.50 before, $21.00 now." in text
    assert (
        "In the case: current wage $17.50 -> $21.00. In the numbers: chance to finish of Certificate (one year)" in text
    )
    assert "45 -> 60" in text
    details = run("diff", "march.json", "april.json", "--details").out
    assert "person.wage" in details


@pytest.mark.parametrize(
    "words", [("diff", "march.json", "april.json"), ("replay", "march.json")], ids=lambda words: words[0]
)
def test_the_screens_are_plain(words, recorded, run):
    recorded("march.json", "compare", "ana.yaml")
    recorded("april.json", "compare", "ana.yaml", "--wage", "21", "--hours", "30", "--seed", "3", "--state", "NY")
    screen = run(*words).out
    assert not set(re.findall(r"[A-Za-z-]+", screen)) & set(BANNED.split())
    assert "--details" in screen.splitlines()[-1]
    sentences = " ".join(line for line in screen.splitlines() if "  " not in line and "--" not in line)
    easy = re.sub(r"\(.*?\)", "", re.sub(r"(?i)apprenticeship", "training", re.sub(r"\S+\.json", "March", sentences)))
    assert textstat.flesch_kincaid_grade(easy) <= GRADE, easy


def test_what_one_answer_alone_has(recorded, run):
    recorded("a.json", "compare", "-p", "certificate", *QUICK)
    recorded("b.json", "compare", "-p", "associate-degree", "--wage", "15", *QUICK)
    (client,) = difference(run, "a.json", "b.json")["clients"]
    sides = {one["id"]: (one["before"] is None, one["after"] is None) for one in client["pathways"]}
    assert sides == {
        "associate-degree": (True, False),
        "no-postsecondary": (False, False),
        "certificate": (False, True),
    }
    assert run("diff", "a.json", "b.json").out.startswith(
        "From a.json to b.json the way that gains most over no training is no longer\nCertificate (one year) ("
    )
    (back,) = difference(run, "b.json", "a.json")["clients"]
    assert back["dropped"] == ["person.wage"]


def test_a_place_that_changed_is_a_change_of_the_case(recorded, run):
    recorded("a.json", "compare", "--state", "NY", "--child", "3", *QUICK)
    recorded("b.json", "compare", "--county", "Tacoma, WA", "--child", "3", *QUICK)
    (client,) = difference(run, "a.json", "b.json")["clients"]
    assert {"name": "place", "before": "New York", "after": "Tacoma, Pierce County, Washington"} in client["case"]
    assert client["has_assumptions"]
    assert "place New York -> Tacoma" in " ".join(run("diff", "a.json", "b.json").out.split())


def test_what_the_household_keeps_comes_first_where_it_alone_changed(recorded, run):
    recorded("one.json", "compare", "ana.yaml", "--county", "Tacoma, WA", "--child", "3", *QUICK)
    recorded("two.json", "compare", "ana.yaml", "--county", "Tacoma, WA", "--kids", "3,7", *QUICK)
    found = run("diff", "one.json", "two.json").out
    lines, (client,) = found.splitlines(), difference(run, "one.json", "two.json")["clients"]
    trades = next(one for one in client["pathways"] if one["id"] == "building-trades-apprenticeship")
    before, after = (round(trades[side]["kept_gain"] / 1000) for side in ("before", "after"))
    assert before != after
    text = " ".join(found.split())
    more = "more" if after > before else "less"
    assert text.startswith(
        f"From one.json to two.json the household keeps about ${abs(after - before)},000 {more} of the gain of "
        f"Apprenticeship (trades) over no training, after taxes and benefits: +${after},000 now, +${before},000 before."
    )
    assert "Before them the gain stays at about" in text
    row = next(line for line in lines if line.startswith("Apprenticeship (trades)  "))
    assert f"+{before}k -> +{after}k" in row
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 23
    assert "Pay in the year after training" in run("diff", "one.json", "two.json", "--details").out


def test_another_occupation_has_another_best_pathway_with_its_name(recorded, run):
    recorded("a.json", "compare", "ana.yaml", "--occupation", "hvac", *QUICK)
    recorded("b.json", "compare", "ana.yaml", "--occupation", "plumber", *QUICK)
    found = run("diff", "a.json", "b.json", "--details").out
    text = " ".join(found.split())
    assert re.match(
        r"From a.json to b.json the way that gains most over no training is no longer Apprenticeship: Heating "
        r"\(\+\$\d+,000\) but Apprenticeship: Plumbers \(\+\$\d+,000\), ",
        text,
    )
    (client,) = difference(run, "a.json", "b.json")["clients"]
    number = sum(name.startswith("pathways.apprenticeship-49-9021.") for name in client["dropped"])
    assert number > 4
    assert f"No longer there: {number} numbers of Apprenticeship: Heating; " in text
    assert "pathways.apprenticeship-49-9021." not in text
    # A number of a pathway that is not shown, and of a command that shows none, still says whose it is.
    recorded("c.json", "timeline", "-p", "certificate")
    recorded("d.json", "timeline", "-p", "certificate", "--set", "pathways.certificate.completion.rate=0.6")
    assert "chance to finish of certificate 45% -> 60%" in " ".join(run("diff", "c.json", "d.json").out.split())


def test_several_clients_are_told_apart_by_their_cases(recorded, run):
    Path("ben.yaml").write_text("person: {age: 22}\n")
    recorded("a.json", "compare", "ana.yaml", "ben.yaml", *QUICK)
    recorded("b.json", "compare", "ben.yaml", "ana.yaml", "--discount-rate", "0.04", *QUICK)
    content = difference(run, "a.json", "b.json")
    assert [client["name"] for client in content["clients"]] == ["ben", "ana"]
    for client in content["clients"]:
        assert [one["name"] for one in client["differences"]] == ["economy.discount_rate"]
    recorded("c.json", "compare", "--also", "ana.yaml", *QUICK)
    recorded("d.json", "compare", "ben.yaml", "--also", "ben.yaml", *QUICK)
    assert run("diff", "c.json", "d.json") == (
        2,
        "",
        "error: d.json: it has no client that c.json has\n  hint: give answers about one client\n",
    )


def test_a_client_alone_is_found_among_several_by_the_name_of_the_case(recorded, run):
    Path("ben.yaml").write_text("person: {age: 22}\n")
    recorded("ana.json", "compare", "ana.yaml", *QUICK)
    recorded("two.json", "compare", "ben.yaml", "ana.yaml", "--discount-rate", "0.04", *QUICK)
    for files in (("ana.json", "two.json"), ("two.json", "ana.json")):
        (client,) = difference(run, *files)["clients"]
        assert client["name"] == "ana"
        content = difference(run, *files)
        assert 0 < content["changed_figures"] < content["figures"]
        assert [one["name"] for one in client["differences"]] == ["economy.discount_rate"]
        assert run("diff", *files).out.startswith(f"ana: From {files[0]} to {files[1]} the gain of ")
    Path("ana.json").write_text(json.dumps(json.loads(Path("ana.json").read_text())["answer"]))
    assert run("diff", "ana.json", "two.json") == (
        2,
        "",
        "error: two.json: it has no client that ana.json has\n"
        "  hint: give two records; plain JSON about one client does not name it\n",
    )


def test_plain_answers_can_be_compared_but_not_explained(run):
    run("compare", "ana.yaml", *QUICK, "--json", "-o", "a.json")
    run("compare", "ana.yaml", "--wage", "21", *QUICK, "--json", "-o", "b.json")
    (client,) = difference(run, "a.json", "b.json")["clients"]
    assert (client["has_assumptions"], client["differences"]) == (False, [])
    assert {"name": "person.wage", "before": 17.5, "after": 21.0} in client["case"]
    text = " ".join(run("diff", "a.json", "b.json").out.split())
    assert "Which numbers made it so is not known: only records of --record say what they rest on." in text


@pytest.mark.parametrize(
    ("arguments", "other", "code"),
    [
        (("livingwage", "--state", "NY"), ("--child", "3"), "living_wage"),
        (("cliff", "--state", "NY", "--child", "3"), ("--voucher",), "largest_loss"),
        (("timeline", "-p", "certificate"), ("--wage", "20"), "whole_difference"),
        (("sensitivity", "-p", "certificate"), ("--age", "30"), "swept_gain"),
        (("solve", "completion.rate", "-p", "certificate"), ("--gain", "5000"), "solved_value"),
    ],
)
def test_other_commands_have_main_figures(arguments, other, code, recorded, run):
    recorded("a.json", *arguments)
    recorded("b.json", *arguments, *other)
    (client,) = difference(run, "a.json", "b.json")["clients"]
    figures = [one for one in client["figures"] if one["code"] == code]
    assert figures
    assert all(one["before"] != one["after"] for one in figures)
    found = run("diff", "a.json", "b.json")
    assert (found.code, found.err) == (0, "")
    assert len(found.out.splitlines()) <= 23


def test_the_living_wage_before_and_after(recorded, run):
    recorded("a.json", "livingwage", "--state", "NY")
    recorded("b.json", "livingwage", "--state", "NY", "--child", "3")
    (client,) = difference(run, "a.json", "b.json")["clients"]
    hourly = [
        json.loads(run("livingwage", "--state", "NY", *more, "--json").out)["hourly"] for more in ([], ["--child", "3"])
    ]
    figure = next(one for one in client["figures"] if one["code"] == "living_wage")
    assert [figure["before"], figure["after"]] == hourly


def test_a_pathway_that_one_record_lacks_leaves_the_rest_explained(recorded, run):
    recorded("a.json", "compare", *QUICK)
    recorded("b.json", "compare", "--occupation", "hvac", "--discount-rate", "0.04", *QUICK)
    (client,) = difference(run, "a.json", "b.json")["clients"]
    assert client["has_assumptions"]
    assert "economy.discount_rate" in [one["name"] for one in client["differences"]]


def test_answers_to_two_questions_are_refused(recorded, run):
    recorded("a.json", "compare", *QUICK)
    recorded("b.json", "livingwage", "--state", "NY")
    assert run("diff", "a.json", "b.json") == (
        2,
        "",
        "error: b.json: it answers 'livingwage', and a.json answers 'compare'\n"
        "  hint: give two answers of one command\n",
    )


def test_rows_of_a_difference(recorded, run):
    recorded("a.json", "compare", "-p", "certificate", *QUICK)
    recorded("b.json", "compare", "-p", "certificate", "--wage", "20", "--kids", "2,5", *QUICK)
    rows = list(csv.DictReader(io.StringIO(run("diff", "a.json", "b.json", "--csv").out)))
    assert {row["kind"] for row in rows} == {"case", "assumption", "pathway"}
    found = {(row["kind"], row["of"], row["name"]): row for row in rows}
    assert (found["case", "", "person.wage"]["before"], found["case", "", "person.wage"]["after"]) == ("", "20.0")
    assert found["case", "", "person.children"]["after"] == "2, 5"
    assert float(found["assumption", "certificate", "person.wage"]["gain_change"]) < 0


def test_a_record_of_another_version_is_still_explained(recorded, run):
    """Assumptions of which this version knows nothing, or that it would refuse, are left out of the explanation."""
    recorded("a.json", "compare", *QUICK)
    content = json.loads(Path("a.json").read_text())
    held = content["cases"][0]["assumptions"]
    held["people.no_such_number"] = {"value": 3.0, "unit": "share", "kind": "assumed", "source": "judgement"}
    held["pathways.associate-degree.completion.rate"]["value"] = 7.0
    held["economy.timing"]["value"] = "never"
    Path("b.json").write_text(json.dumps(content))
    found = run("diff", "b.json", "a.json", "--json")
    assert (found.code, found.err) == (0, "")
    (client,) = json.loads(found.out)["clients"]
    assert client["differences"] == []
    assert client["dropped"] == ["people.no_such_number"]
