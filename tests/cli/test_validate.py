"""`validate` as people and scripts meet it."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from mobcalc.loader import validation_cases as loader
from mobcalc.loader.bundle import bundled_folder
from mobcalc.schema.validation import PUBLISHED
from mobcalc.units import counted

HOLDING = ("growing-annuity", "good-job-thresholds", "wsipp-585", "reed-career-gain")
"""Cases of every kind that need no pathway."""
RUNS = {
    "validate.txt": ("validate", *HOLDING),
    "validate.md": ("validate", *HOLDING, "--format", "markdown"),
    "validate.csv": ("validate", *HOLDING, "--csv"),
}
FAILING = {
    "jepsen-associate-quarterly": {"women", "men"},
}
"""The bands that today's model is outside of: none may be added unseen, and what holds again is taken out here."""


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, *RUNS[name])


@pytest.fixture(scope="module")
def whole():
    """The whole answer, read as a script reads it."""
    found = subprocess.run(
        [sys.executable, "-m", "mobcalc", "validate", "--json"], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (1, "")
    return json.loads(found.stdout)


def test_which_published_results_hold(whole):
    failing = {
        case["id"]: {figure["name"] for figure in case["figures"] if figure["verdict"] in ("missed", "outside")}
        for case in whole["cases"]
        if case["verdict"] in ("missed", "outside")
    }
    assert failing == FAILING
    assert whole["ok"] is False
    assert len(whole["cases"]) >= 20


def test_all_exact_results_and_identities_are_reproduced(whole):
    verdicts = {case["kind"]: set() for case in whole["cases"]}
    for case in whole["cases"]:
        verdicts[case["kind"]] |= {figure["verdict"] for figure in case["figures"]}
    assert verdicts == {"exact": {"reproduced"}, "identity": {"reproduced"}, "band": {"within", "outside"}}


def test_the_json_contract(run):
    found = run("validate", "cew-2021-ratios", "--json")
    assert (found.code, found.err) == (0, "")
    content = json.loads(found.out)
    assert list(content) == [
        *("format", "mobcalc", "price_year", "assumptions_sha256", "overrides", "ok", "cases"),
    ]
    assert (content["price_year"], content["overrides"], content["ok"]) == (2025, [], True)
    (case,) = content["cases"]
    assert (case["kind"], case["verdict"], case["address"]) == ("band", "within", None)
    assert case["given"]["set"]["economy.real_wage_growth"] == 0.0
    (figure,) = case["figures"]
    assert (figure["name"], figure["unit"], figure["is_band"]) == ("ratio", "ratio", True)
    assert (figure["published"], figure["low"], figure["high"], figure["tolerance"]) == (1.25, 1.1, 1.3, None)
    graduates, others = figure["parts"]["associate-degree"], figure["parts"]["no-postsecondary"]
    assert figure["computed"] == pytest.approx(graduates / others)
    assert round(graduates, 2) == graduates


def test_the_flat_formats_have_a_row_for_each_figure(run, whole):
    rows = list(csv.DictReader(io.StringIO(run("validate", "--csv").out)))
    figures = [(case["id"], figure["name"]) for case in whole["cases"] for figure in case["figures"]]
    assert [(row["case"], row["figure"]) for row in rows] == figures
    row = next(row for row in rows if row["case"] == "wsipp-585" and row["figure"] == "ratio")
    assert (row["published"], row["verdict"], row["parts"]) == ("1.3", "reproduced", "of: 5368.0; over: 4142.0")
    assert json.loads(row["given"])["figures"]["others"] == -2011.0
    assert row["is_band"] == "false"


# What is said, and how


def test_the_screen_says_first_what_holds_and_names_what_does_not(run, whole):
    found = run("validate")
    assert (found.code, found.err) == (1, "")
    first = " ".join(found.out.split("\n\n")[0].split())
    kinds = [case["kind"] for case in whole["cases"]]
    exact, identities, bands = (kinds.count(kind) for kind in ("exact", "identity", "band"))
    assert first == (
        f"Published results: {len(kinds)} cases. {exact} of {exact} exact results reproduced. "
        f"{identities} of {identities} identities reproduced. {bands - len(FAILING)} of {bands} bands hold. "
        f"{counted(len(FAILING), 'case')} failed: {', '.join(FAILING)}."
    )


def test_a_band_is_called_a_band_and_never_reproduced(run):
    out = run("validate", "--details").out
    bands = out[out.index("Bands: a range is all that is justified") :].partition("\n\n")[0]
    assert "within band" in bands
    assert "outside band" in bands
    assert re.search(r"\breproduced\b|\bTolerance\b|\bmissed\b", bands) is None
    assert "A band, not a reproduction" in bands
    others = out[: out.index("Bands: a range")]
    assert "within" not in others
    assert re.search(r"^Case and figure +Published +Computed +Band +Verdict$", bands, re.MULTILINE)


def test_the_screen_has_bands_alone_and_what_fails(run, whole):
    out = run("validate").out
    table = out.split("\n\n")[1].splitlines()
    assert [line.split()[0] for line in table[1:]] == [case["id"] for case in whole["cases"] if case["kind"] == "band"]
    assert all(re.search(r"(within|outside) band$", line) for line in table[1:])
    assert "Basis: published figures are in the dollars of their source" in out
    assert len(out.splitlines()) <= 23


def test_details_are_those_of_all_or_of_the_cases_named(run):
    source, parts = "WSIPP benefit-cost results, program 585", "(of 5,368, over 4,142)"
    plain, all_of_them, one = (run("validate", *more).out for more in ((), ("--details",), ("wsipp-585",)))
    assert source not in plain
    assert "mobcalc validate CASE. All: --details" in " ".join(plain.split())
    for out in (all_of_them, one):
        assert source in out
        assert parts in out
    assert "Tamborini" in all_of_them
    assert "Tamborini" not in one


def test_one_case_of_one_figure(run):
    assert run("validate", "per-scholas-identity").out.startswith(
        "Published results: 1 case. 1 of 1 identity reproduced. None failed.\n"
    )


@pytest.mark.parametrize("arguments", [(), ("--details",)])
def test_it_fits_80_columns_in_ascii(arguments, run):
    out = run("validate", *arguments).out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert out.isascii()


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR"])
def test_colours_change_nothing_else(variable, run, monkeypatch):
    plain = run("validate", *HOLDING).out.split()
    monkeypatch.setenv(variable, "1")
    assert re.sub(r"\x1b\[[0-9;]*m", "", run("validate", *HOLDING).out).split() == plain


def test_an_ascii_terminal_gets_the_same(run):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    command = [sys.executable, "-m", "mobcalc", "validate", *HOLDING]
    out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert out.decode("ascii") == run("validate", *HOLDING).out


# The exit code


@pytest.fixture
def edited(tmp_path, monkeypatch):
    """Puts other words into a copy of the file of cases and has that read."""

    def edit(before, after):
        text = (bundled_folder() / PUBLISHED).read_text()
        assert text.count(before) == 1
        (tmp_path / "validation").mkdir()
        (tmp_path / PUBLISHED).write_text(text.replace(before, after))
        monkeypatch.setattr(loader, "bundled_folder", lambda: tmp_path)

    return edit


def test_without_a_failing_case_the_exit_code_is_0(run):
    assert run("validate", *HOLDING).code == 0


@pytest.mark.parametrize(
    ("case", "before", "after", "verdict"),
    [
        ("wsipp-585", "benefits: {published: 5368,", "benefits: {published: 5370,", "missed"),
        ("growing-annuity", "published: 27994.299830657783", "published: 27994.29990", "missed"),
        ("cgm-high-school-profile", '"65": {published: 27.3619', '"65": {published: 27.3639', "missed"),
        ("cew-2021-ratios", "band: [1.10, 1.30]", "band: [1.10, 1.20]", "outside"),
        ("reed-career-gain", "band: [98718, null]", "band: [198718, null]", "outside"),
    ],
)
def test_a_wrong_expectation_makes_the_exit_code_1(case, before, after, verdict, run, edited):
    assert run("validate", case).code == 0
    edited(before, after)
    found = run("validate", case, "--json")
    assert (found.code, found.err) == (1, "")
    content = json.loads(found.out)
    assert (content["ok"], content["cases"][0]["verdict"]) == (False, verdict)
    table = run("validate", case)
    assert table.code == 1
    assert f"1 case failed: {case}." in " ".join(table.out.split())
    # The others hold as before.
    assert run("validate", "per-scholas-identity").code == 0


def test_a_damaged_file_of_cases_is_wrong_input(run, edited):
    edited("kind: exact\n  question: Whose pay", "kind: perhaps\n  question: Whose pay")
    found = run("validate")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"error: {PUBLISHED}: good-job-thresholds: Invalid enum value 'perhaps'")


def test_an_unknown_case(run):
    assert run("validate", "wsipp-58") == (
        2,
        "",
        "error: there is no published case 'wsipp-58'\n  hint: did you mean wsipp-585?\n",
    )
    assert run("validate", "wsipp-585", "magic") == (
        2,
        "",
        "error: there is no published case 'magic'\n  hint: 'mobcalc validate' lists all\n",
    )


# Other assumptions


def test_a_number_of_ones_own_moves_the_pathways_and_is_named(run):
    name = "economy.fringe_rate"
    found = run("validate", "reed-shipped-numbers", "--set", f"{name}=0.3", "--json")
    assert (found.code, found.err) == (1, "")
    content = json.loads(found.out)
    assert [(one["name"], one["value"], one["from"]) for one in content["overrides"]] == [(name, 0.3, "--set")]
    assert [(one["computed"], one["verdict"]) for one in content["cases"][0]["figures"]] == [
        (0.3, "missed"),
    ]
    said = " ".join(run("validate", "reed-shipped-numbers", "--set", f"{name}=0.3").out.split())
    assert f"You set: {name} = 0.3 (from --set)." in said


def test_a_file_of_assumptions_counts_as_in_other_commands(run, tmp_path, monkeypatch):
    file = tmp_path / "own.yaml"
    file.write_text("pathways:\n  bachelors-degree:\n    earnings:\n      causal_share_men: 0.5\n")
    by_flag = run("validate", "tamborini-causal-share", "--assumptions", file, "--json")
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", str(file))
    by_environment = run("validate", "tamborini-causal-share", "--json")
    assert by_flag == by_environment
    (case,) = json.loads(by_flag.out)["cases"]
    assert [figure["verdict"] for figure in case["figures"]] == ["missed", "reproduced"]


def test_it_writes_to_a_file_and_not_over_the_cases(run, tmp_path):
    file = tmp_path / "cases.csv"
    assert run("validate", "wsipp-585", "-o", file) == (0, "", "")
    assert file.read_text() == run("validate", "wsipp-585", "--csv").out
    own = bundled_folder() / PUBLISHED
    copy = tmp_path / "copy.yaml"
    shutil.copy(own, copy)
    assert run("validate", "-o", own, "--force", "--format", "table").code == 2
    assert own.read_bytes() == copy.read_bytes()
