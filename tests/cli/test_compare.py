"""`compare` as people and scripts meet it."""

import csv
import io
import json
import math
import os
import re
import subprocess
import sys

import pytest

from mobcalc.results.pathways import SUMS, Outcomes
from mobcalc.wording.notices import KEYS

TRADES = "building-trades-apprenticeship"
RUNS = {
    "compare.txt": ("compare", "--details"),
    "compare.md": ("compare", "--details", "--format", "markdown"),
    "compare.csv": ("compare", "--csv"),
}
# Tables and sentences of other cases, by how they begin.
PARTS = {
    "compare-older-woman.txt": (
        ("compare", "--details", "--age", "35", "--sex", "female"),
        ("What you gain or lose", "Answer", "How sure:", "Building trades apprenticeship:"),
    ),
    "compare-one.txt": (
        ("compare", "--details", "-p", TRADES, "--wage", "18.50", "--set", f"pathways.{TRADES}.completion.rate=0.6"),
        ("What you gain or lose", "You set"),
    ),
    "compare-baseline.txt": (
        ("compare", "--details", "--baseline", "certificate", "--discount-rate", "0.05"),
        ("What each pathway", "What you gain or lose", "Pay after finishing"),
    ),
    "compare-parent.txt": (
        ("compare", "--details", "--state", "NY", "--adults", "1", "--child", "3"),
        (
            "What the household keeps",
            "The worst training year",
            "How sure it is what the",
            "Training years",
            "Not counted, and perhaps",
        ),
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, *RUNS[name])


@pytest.mark.parametrize("name", PARTS)
def test_parts_of_the_output(name, as_golden):
    arguments, parts = PARTS[name]
    as_golden(name, *arguments, parts=parts)


@pytest.mark.parametrize("name", ["compare.txt", *PARTS])
def test_tables_fit_80_columns_of_ascii(name, run):
    lines = run(*(RUNS.get(name) or PARTS[name][0])).out.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert all(line.isascii() for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_price_year_and_discount_rate_stand_under_every_table(run):
    out = run("compare", "--details").out
    assert out.count("2025 dollars. Gains less training costs, discounted 3% a year to age 18.") == 1
    every = run("compare", "--details", "--show", "evidence", "--quit-after", "0.5").out
    blocks = [
        " ".join(block.split())
        for block in every.split("\n\n")
        if re.search(r"^Pathway|^start +Study", block, re.MULTILINE)
    ]
    assert len(blocks) == 9
    for block in blocks:
        assert "2025 dollars" in block or "discounted as above" in block
    assert "2025 dollars, not discounted (discount rate 3% above)." in out


def answer(run, *arguments):
    found = run("compare", "--json", *arguments)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def test_the_json_contract(run):
    found = answer(run)
    assert list(found)[:10] == [
        "format",
        "mobcalc",
        "price_year",
        "discount_rate",
        "start_age",
        "retire_age",
        "sex",
        "seed",
        "draws",
        "assumptions_sha256",
    ]
    assert (found["format"], found["price_year"], found["discount_rate"]) == (2, 2025, 0.03)
    assert (found["start_age"], found["retire_age"], found["seed"], found["draws"]) == (18, 65, 0, 10_000)
    assert len(found["assumptions_sha256"]) == 64
    assert found["overrides"] == []
    assert found["baseline"] == found["pathways"][0]["id"] == "no-postsecondary"
    assert list(found["ranking"]) == ["first_decade", "to_retirement", "by_chance"]
    for order in found["ranking"].values():
        assert sorted(order) == sorted(pathway["id"] for pathway in found["pathways"])
    assert answer(run, "--draws", "0")["ranking"]["by_chance"] == []


def test_every_pathway_has_every_key(run):
    # Of a man: men and women together are set against the same men and women, which are other ones in every row.
    pathways = answer(run, "--sex", "male")["pathways"]
    baseline = pathways[0]["expected"]
    for pathway in pathways:
        for key in (
            "id",
            "name",
            "family",
            "estimates",
            "evidence_agrees",
            "studies",
            "completion_rate",
            "expected",
            "completer",
            "leaver",
            "versus_baseline",
            "warnings",
        ):
            assert key in pathway
        assert "evidence" not in pathway
        assert pathway["rank"].keys() == {"first_decade", "to_retirement", "by_chance"}
        assert pathway["quitter"] is None
        groups = [pathway[g] for g in ("expected", "completer", "leaver") if pathway[g] is not None]
        for group in groups:
            assert tuple(group) == Outcomes.__struct_fields__
            assert len(group["earnings"]) == len(group["paid_earnings"]) == 65 - 18
        versus = pathway["versus_baseline"]
        if versus is not None:
            assert versus["gain"].keys() == groups[0].keys()
            for name in SUMS:
                ours, base = groups[0][name], baseline[name]
                if name.startswith("pay_"):
                    assert versus["gain"][name] < ours, "pay is compared at the same age"
                elif ours is not None:
                    assert versus["gain"][name] == pytest.approx(ours - base, abs=0.011)


def test_a_null_has_its_reason(run):
    for pathway in answer(run)["pathways"]:
        named = (
            "causal_share",
            "completion_rate",
            "completion_denominator",
            "training_length",
            "completer",
            "leaver",
            "quitter",
            "versus_baseline",
        )
        keys = {key for key in named if pathway[key] is None}
        keys |= {key for key, value in pathway["expected"].items() if value is None}
        optional = ("completer_gain", "leaver_gain", "quitter_gain", "share_beyond_evidence")
        optional += ("internal_rate_of_return",)
        keys |= {key for key in optional if pathway["versus_baseline"] and pathway["versus_baseline"][key] is None}
        assert keys == {key for key in pathway["why"] if key not in OF_PLACE_OR_DRAWS}
        for key in keys & KEYS.keys():
            assert any(pathway["why"][key] in warning for warning in pathway["warnings"])


OF_PLACE_OR_DRAWS = {
    *("versus_baseline.net_resources", "net_resources_one_life", "ahead_in_8_of_10_by_age"),
    *("parameter.ahead_in_8_of_10_by_age", "one_life.ahead_in_8_of_10_by_age"),
    *("completer_gain_mean", "leaver_gain_mean"),
}


def whys(run, *arguments):
    found = answer(run, *arguments)["pathways"]
    return {pathway["id"]: pathway["why"] for pathway in found}


def test_never_is_told_from_not_known(run):
    parent = ("--state", "NY", "--county", "Chautauqua", "--adults", "1", "--child", "3")
    found = whys(run, "--occupation", "electrician", *parent)["apprenticeship-47-2111"]
    assert found["ahead_in_8_of_10_by_age"] == "never: at no age are 8 of 10 ahead for good"
    assert found["one_life.ahead_in_8_of_10_by_age"].startswith("it is worked out for both layers")
    assert found["first_age_at_living_wage"] == "some finish and some leave; each group has its own age"
    poor = whys(run, "-p", "certificate", "--set", "living_wage.housing=90000", *parent)
    for key in ("first_age_at_living_wage", "age_at_living_wage_for_good"):
        assert poor["no-postsecondary"][key] == "pay never reaches the living wage"
        assert poor["certificate"][f"completer.{key}"] == "pay never reaches the living wage"
        assert poor["certificate"][f"completer_gain.{key}"] == "pay never reaches the living wage"
        assert poor["certificate"][f"leaver.{key}"] == "pay of some or all who leave never reaches the living wage"


def test_a_gain_that_is_not_known_of_the_baseline_says_so(run):
    arguments = ("-p", "certificate", "--state", "NY", "--set", "living_wage.housing=30000", "--draws", "0")
    found = whys(run, *arguments)["certificate"]
    assert found["completer_gain.first_age_at_living_wage"] == "it is not known of the baseline"
    assert found["completer_gain_mean"] == "no lives were drawn"
    assert found["versus_baseline.net_resources"] == "no lives were drawn"


def test_a_mean_of_nobody_says_so(run):
    found = whys(run, "-p", "certificate", "--set", "pathways.certificate.completion.rate=1")["certificate"]
    assert found["leaver_gain_mean"] == "nobody is in this group: all who start finish, or none of them does"
    assert "completer_gain_mean" not in found


def test_numbers_are_rounded_and_finite(run):
    def numbers(part):
        if isinstance(part, dict):
            part = list(part.values())
        if isinstance(part, list):
            return [n for item in part for n in numbers(item)]
        return [part] if isinstance(part, float) else []

    found = numbers(answer(run)["pathways"])
    assert len(found) > 1000
    assert all(math.isfinite(n) and round(n, 9) == n for n in found)


def test_overrides_are_echoed_with_their_origin(run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text("economy:\n  timing: end\n  real_wage_growth: 0.01\n")
    found = answer(run, "-a", file, "--set", "economy.discount_rate=0.05", "--age", "20")
    assert found["overrides"] == [
        {"name": "economy.timing", "value": "end", "from": f"{file}:2"},
        {"name": "economy.real_wage_growth", "value": 0.01, "from": f"{file}:3"},
        {"name": "person.start_age", "value": 20.0, "from": "--age"},
        {"name": "economy.discount_rate", "value": 0.05, "from": "--set"},
    ]
    assert found["assumptions_sha256"] != answer(run)["assumptions_sha256"]


def test_the_same_question_gives_the_same_bytes(run):
    assert run("compare", "--json").out == run("compare", "--json").out


def test_csv_has_a_row_for_each_pathway_with_raw_numbers(run):
    rows = list(csv.DictReader(io.StringIO(run("compare", "--csv").out)))
    pathways = answer(run)["pathways"]
    assert [r["id"] for r in rows] == [p["id"] for p in pathways]
    for line, pathway in zip(rows, pathways, strict=True):
        for name in SUMS:
            expected = pathway["expected"][name]
            assert line[f"expected.{name}"] == ("" if expected is None else str(expected))
        assert not any("$" in value for key, value in line.items() if key != "warnings")
    assert rows[1]["versus_baseline.break_even_ages"] == "19 ahead"
    assert rows[2]["versus_baseline.break_even_ages"] == "19 behind; 33 ahead"
    assert rows[0]["completer.present_value"] == ""


def test_csv_with_a_mark_for_excel(run):
    assert run("compare", "--csv", "--bom").out.startswith("\ufeffscenario,")


def test_output_to_a_file_is_the_same_as_on_screen(run, tmp_path):
    for number, flags in enumerate((["--json"], ["--csv"], [], ["--format", "markdown"])):
        target = tmp_path / str(number)
        assert run("compare", *flags, "-o", target) == (0, "", "")
        assert target.read_text() == run("compare", *flags, "-o", "-").out


def test_assumptions_from_the_environment(run, tmp_path, monkeypatch):
    file = tmp_path / "own.yaml"
    file.write_text("economy: {discount_rate: 0.05}\n")
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", str(file))
    assert answer(run)["discount_rate"] == 0.05
    assert answer(run, "--discount-rate", "0.04")["discount_rate"] == 0.04


def test_a_scenario_file(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text("person: {age: 30, wage: 17}\npathways: [certificate]\nbaseline: short-sectoral-training\n")
    found = answer(run, file)
    assert [p["id"] for p in found["pathways"]] == ["short-sectoral-training", "certificate"]
    assert found["start_age"] == 30
    assert [p["id"] for p in answer(run, file, "-p", TRADES, "--baseline", "certificate")["pathways"]] == [
        "certificate",
        TRADES,
    ]


def test_names_from_files_are_shown_as_they_are(run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text("pathways:\n  certificate:\n    name: '[red team] =1+1 Técnico'\n")
    assert "[red team] =1+1" in run("compare", "--details", "-a", file).out
    assert "\\[red team\\]" in run("compare", "--details", "-a", file, "--format", "markdown").out
    assert answer(run, "-a", file)["pathways"][3]["name"] == "[red team] =1+1 Técnico"


def test_an_ascii_terminal_gets_a_stand_in_for_what_it_cannot_show(tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text("pathways:\n  certificate:\n    name: 'Técnico'\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    found = subprocess.run(
        [sys.executable, "-m", "mobcalc", "compare", "-a", file], capture_output=True, env=environment
    )
    assert found.returncode == 0
    assert b"Tecnico" in found.stdout


@pytest.mark.parametrize(
    ("flag", "environment", "colours"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", {"GITHUB_ACTIONS": "true"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(flag, environment, colours, run, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    plain, found = run("compare", "--color", "never").out, run("compare", "--color", flag).out
    assert ("\x1b[" in found) == colours
    # Nothing is told by colour alone: without the colours the text is the same.
    assert "".join(found.split("\x1b")[:1]) == plain[: len(found.split("\x1b")[0])]


@pytest.mark.parametrize("width", ["20", "60", "80", "120"])
def test_any_width_shows_every_figure(width, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", width)
    found = run("compare", "--details")
    assert found.code == 0
    assert "\u2026" not in found.out
    for pathway in json.loads(run("compare", "--json").out)["pathways"][1:]:
        assert f"{round(pathway['versus_baseline']['gain_mean'], -2):,.0f}" in found.out.replace("\n", "")


@pytest.mark.parametrize(
    ("name", "start"), [("a.json", "{"), ("a.csv", "scenario,"), ("a.md", "What each"), ("a.txt", "What each")]
)
def test_a_files_name_chooses_the_format_where_no_flag_does(name, start, run, tmp_path):
    assert run("compare", "--details", "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text().startswith(start)
    assert run("compare", "--details", "-o", tmp_path / f"b-{name}", "--json").code == 0
    assert (tmp_path / f"b-{name}").read_text().startswith("{")


def test_only_what_is_assumed_is_marked(run):
    line = next(
        line for line in run("compare", "--details", "-p", "carpenter-apprenticeship").out.splitlines() if "36%" in line
    )
    assert "36%*" not in line
    assert "45%*" in run("compare", "--details").out
    out = run("compare", "--details", "--sex", "female").out
    assert "33% " in out
    assert "33%*" not in out


def test_a_baseline_with_training_says_whom_its_row_is_of(run):
    out = " ".join(run("compare", "--details", "--baseline", "certificate").out.split())
    assert "'Certificate (one year)': the average of all who start." in out
    assert "Certificate (one year) 45%* baseline" in out


def test_what_the_user_entered_is_explained(run):
    out = " ".join(
        run("compare", "--details", "--wage", "17.50", "--hours", "30", "--set", "person.child_care=6000").out.split()
    )
    assert "This person's own wage is $17.50; typical of people like this are" in out
    assert "Published earnings are scaled to 30 hours a week." in out
    assert "Assumes 30 hours a week of, year-round work" not in out
    assert "they should be what training adds" in out
    assert "Transport to training is not counted" in out
    assert "check the wage steps" not in out
    assert "only the transport and child care that you entered are counted" in out
    assert "117%" not in out


def test_costs_after_grants_are_said_to_be(run):
    out = " ".join(run("compare", "--details").out.split())
    assert "after average grants of $4,900 for a full-time year" in out
    assert "--set pathways.associate-degree.costs.grants=0" in out
    assert (
        "grants=0"
        not in run(
            "compare", "--details", "--set", "pathways.associate-degree.costs.grants=0", "-p", "associate-degree"
        ).out.split("You set")[0]
    )


def test_a_file_gets_no_colours_unless_they_are_asked_for(run, tmp_path, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("compare", "-o", tmp_path / "a.txt")
    assert "\x1b" not in (tmp_path / "a.txt").read_text()
    run("compare", "-o", tmp_path / "b.txt", "--color", "always")
    assert "\x1b" in (tmp_path / "b.txt").read_text()


def test_kinds_of_evidence_that_a_baseline_brings_together_are_told_apart(run):
    out = " ".join(run("compare", "--details", "--baseline", "intensive-youth-training").out.split())
    assert "The two are not on the same footing." in out
    assert "gains between them are not on the same footing" in out
    assert "The two are not" not in " ".join(run("compare", "--details").out.split())


def test_assumed_numbers_are_named_in_plain_words(run):
    from mobcalc.wording.fields import name_of

    assert [name for name in answer(run, "-p", "all")["assumed"] if name_of(name) is None] == []
    assert (
        "_"
        not in run("compare", "--details", "-p", "all").out.split("Assumed, not measured")[1].split("Where numbers")[0]
    )


def refused_constant(name):
    raise AssertionError(f"{name} stands in the answer")


def test_a_loan_where_training_drawn_longer_fills_the_rest_of_the_working_life(run):
    found = run("compare", "--age", "60", "--loan", "8000", "--json")
    assert (found.code, found.err) == (0, "")
    pathways = json.loads(found.out, parse_constant=refused_constant)["pathways"]
    assert max(one["expected"]["borrowed"] for one in pathways) > 0.0


BOOTCAMP = """
pathways:
  bootcamp:
    name: Bootcamp
    family: training
    evidence: levels
    summary: A year that ends in an occupation.
    earnings:
      percentiles:
        {value: [42000, 50000, 63000, 82000, 105000], unit: USD/year, price_year: 2025, kind: observed, source: oews-2025}
      causal_share: {value: 0.73, unit: share, kind: assumed, source: judgement, note: a test}
      male_share: {value: 0.5, unit: share, kind: assumed, source: judgement, note: a test}
    training:
      length: {value: 1, unit: years, kind: assumed, source: judgement, note: a test}
      student_earnings_share: {value: 0.2, unit: share, kind: assumed, source: judgement, note: a test}
    completion:
      rate: {value: 0.5, unit: share, kind: assumed, source: judgement, note: a test}
      denominator: those who start
    leavers_keep: {value: 0, unit: share, kind: assumed, source: judgement, note: a test}
"""


@pytest.mark.parametrize("command", ["compare", "timeline", "sensitivity", "solve"])
def test_training_for_an_occupation_beside_which_people_keep_a_part_of_their_pay(command, run, tmp_path):
    file = tmp_path / "bootcamp.yaml"
    file.write_text(BOOTCAMP)
    assert run("assumptions", "check", file).code == 0
    words = ("completion.rate",) if command == "solve" else ()
    found = run(command, *words, "-p", "bootcamp", "-a", file, "--json")
    assert (found.code, found.err) == (0, "")


def parts(out):
    """The paragraphs and tables of an output by how they begin, each in one line of words."""
    return [" ".join(block.split()) for block in out.split("\n\n")]


def amounts(text):
    """The amounts of a row."""
    return [int(amount.replace("$", "").replace(",", "")) for amount in re.findall(r"[+-]?\$[\d,]+", text)]


def test_the_evidence_is_shown_where_it_is_asked_for_and_adds_up(run):
    who = ("-p", TRADES, "-p", "associate-degree", "--sex", "female")
    (table,) = [part for part in parts(run("compare", *who, "--show", "evidence").out) if part.startswith("Evidence:")]
    assert not [part for part in parts(run("compare", *who).out) if part.startswith("Evidence:")]
    pay = re.search(r"Building trades apprenticeship what workers earn (\d+)% (\S+ \S+ \S+)", table)
    reed = re.search(r"Reed and others 2012 (\d+)% (\S+ \S+ \S+)", table)
    both = re.search(r"both together 100% (\S+ \S+ \S+)", table)
    weights = [int(pay[1]) / 100, int(reed[1]) / 100]
    assert weights == [0.8, 0.2]
    whole = amounts(both[1])
    for column, rounding in ((0, 100), (2, 100)):
        of_parts = [amounts(of[2])[column] for of in (pay, reed)]
        assert sum(w * a for w, a in zip(weights, of_parts, strict=True)) == pytest.approx(whole[column], abs=rounding)
    # What is one estimate has one row.
    assert re.search(r"Associate degree what workers earn 100% \S+ \$2,500 \S+ 2025 dollars;", table)
    # The gain in all is that with every assumption at its value.
    gains = [p["versus_baseline"]["gain"]["net_present_value"] for p in answer(run, *who)["pathways"][1:]]
    assert whole[2] == round(gains[0], -2)


def test_the_study_is_shown_year_by_year_as_published(run):
    out = run("compare", "-p", TRADES, "--show", "evidence").out
    (table,) = [part for part in parts(out) if part.startswith("Reed and others 2012, registered apprenticeship")]
    rows = {int(year): amounts(rest) for year, rest in re.findall(r"(?<![\d$,])(\d) ((?:[+-]\$[\d,]+ ?){3})", table)}
    assert list(rows) == list(range(1, 10))
    restated = 321.974 / 224.939
    assert rows[6][0] == round(6595 * restated, -2)
    assert rows[9][0] == round(5839 * restated, -2)
    assert rows[1][0] == round(0.75 * 6595 * restated, -2)
    for study, pay, difference in rows.values():
        assert difference == pytest.approx(study - pay, abs=100)
    apart = sum(rows[year][2] for year in range(5, 10)) / 5
    assert re.search(r"the study lies \$([\d,]+) above pay, no more than the two may differ by", table)
    assert int(re.search(r"lies \$([\d,]+) above", table)[1].replace(",", "")) == pytest.approx(apart, abs=100)


def test_only_studies_of_what_is_compared_are_shown(run):
    out = run("compare", "-p", "associate-degree", "--show", "evidence").out
    assert "Evidence: what each gain is made of" in out
    assert "the people it was made on" not in out
    # The baseline alone is made of nothing.
    assert "Evidence: what" not in run("compare", "-p", "no-postsecondary", "--show", "evidence").out


def test_evidence_that_disagrees_is_said_first_and_in_its_table(run):
    absurd = ("--set", "studies.reed-2012.effect.factor=4", "--show", "evidence")
    blocks = parts(run("compare", "--details", *absurd).out)
    (said,) = [part for part in blocks if part.startswith("Answer:")]
    assert said.startswith(
        "Answer: The evidence on 'Building trades apprenticeship' disagrees, so none is recommended (--show evidence). "
    )
    (study,) = [part for part in blocks if part.startswith("Reed and others 2012, registered")]
    assert "above pay, so the two disagree;" in study
    found = answer(run, *absurd)["pathways"]
    assert [one["evidence_agrees"] for one in found] == [True, False, True, True, True]
    assert [one["disagrees"] for one in found[1]["studies"]] == [True]


def test_estimates_in_json_come_to_the_gain(run):
    for pathway in answer(run, "-p", "all", "--sex", "male")["pathways"][1:]:
        weights = [one["weight"] for one in pathway["estimates"]]
        assert sum(weights) == pytest.approx(1.0)
        whole = sum(one["weight"] * one["gain"]["net_present_value"] for one in pathway["estimates"])
        assert whole == pytest.approx(pathway["versus_baseline"]["gain"]["net_present_value"], abs=0.02)
        assert bool(pathway["studies"]) == (len(weights) > 1) == (pathway["family"] == "apprenticeship")
    assert answer(run)["pathways"][0]["estimates"] == []


@pytest.mark.parametrize(("arguments", "width"), [((), 104), (("--state", "NY", "--child", "3"), 113)])
def test_a_wide_terminal_has_more_columns(arguments, width, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width - 1))
    narrow = run("compare", *arguments).out
    monkeypatch.setenv("COLUMNS", str(width))
    wide = run("compare", *arguments).out
    lines = next(block for block in wide.split("\n\n") if "Finish" in block).splitlines()
    assert lines[0].endswith("Chance to You pay    Ahead")
    assert lines[1].endswith("end ahead  in all from age")
    assert re.search(r" \d\d% +\$[0-9,]+ +\d\d$", lines[2])
    assert lines[-1].split()[-3:] == ["-", "-", "-"]
    assert max(map(len, lines)) <= width
    assert "Chance to You" not in narrow
