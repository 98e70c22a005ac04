"""`sensitivity` as people and scripts meet it."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest

TRADES, ASSOCIATE, CERTIFICATE = "building-trades-apprenticeship", "associate-degree", "certificate"
RATE = f"pathways.{CERTIFICATE}.completion.rate"
RUNS = {
    "sensitivity.txt": ("sensitivity", "--details"),
    "sensitivity.csv": ("sensitivity", "-p", ASSOCIATE, "--versus", TRADES, "--csv"),
}
# Tables and sentences of other cases, by how they begin.
PARTS = {
    "sensitivity-parent.txt": (
        (
            *(
                "sensitivity",
                "--details",
                "--state",
                "NY",
                "--child",
                "3",
                "--measure",
                "net_resources_present_value",
                "--top",
                "5",
            ),
        ),
        ("What the gain", "Gain at", "What matters most"),
    ),
    "sensitivity-pair.txt": (
        ("sensitivity", "--details", "--pathway", "bachelors-degree", "--versus", TRADES),
        ("What the gain", "Gain at", "What matters most", "What would change"),
    ),
    "sensitivity-footing.txt": (
        (
            *(
                "sensitivity",
                "--details",
                "-p",
                CERTIFICATE,
                "--versus",
                "short-sectoral-training",
                "--set",
                f"{RATE}=0.5",
            ),
        ),
        ("What the gain", "Gain at", "Not swept, since"),
    ),
    "sensitivity-late.txt": (
        ("sensitivity", "--details", "-p", TRADES, "--age", "60", "--retire-age", "64"),
        ("What the gain", "Gain at", "What would change"),
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_golden_output(name, as_golden):
    as_golden(name, *RUNS[name])


@pytest.mark.parametrize("name", PARTS)
def test_parts_of_the_output(name, as_golden):
    arguments, parts = PARTS[name]
    as_golden(name, *arguments, parts=parts)


@pytest.mark.parametrize("name", ["sensitivity.txt", *PARTS])
def test_it_fits_80_columns_in_ascii(name, run):
    out = run(*(RUNS.get(name) or PARTS[name][0])).out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert out.isascii()


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR"])
def test_colours_change_nothing_else(variable, run, monkeypatch):
    plain = run("sensitivity", "--details").out.split()
    monkeypatch.setenv(variable, "1")
    assert re.sub(r"\x1b\[[0-9;]*m", "", run("sensitivity", "--details").out).split() == plain


def test_an_ascii_terminal_gets_the_same():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    command = [sys.executable, "-m", "mobcalc", "sensitivity"]
    assert b"?" not in subprocess.run(command, capture_output=True, check=True, env=environment).stdout


def answer(run, *arguments):
    found = run("sensitivity", "--json", *arguments)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def test_the_json_contract(run):
    found = answer(run)
    assert (found["format"], found["price_year"], found["discount_rate"]) == (2, 2025, 0.03)
    about = (found["outcome"], found["pathway"], found["versus"], found["baseline"])
    assert about == ("net_present_value", TRADES, "no-postsecondary", "no-postsecondary")
    assert {"overrides", "assumptions_sha256", "assumed", "old_figures", "warnings", "household"} <= set(found)
    for one in found["sensitivity"]:
        assert {"name", "low", "high", "gain_at_low", "gain_at_high", "swing", "switch_point"} <= set(one)
        assert set(one["why"]) == {key for key, value in one.items() if value is None and key != "value_price_year"}
    assert found["sensitivity"][0]["why"] == {"switch_point": "no switch within the range"}


def test_the_three_that_matter_most_and_where_the_answer_flips_are_said(run):
    found, out = answer(run, *PARTS["sensitivity-pair.txt"][0][1:]), run(*PARTS["sensitivity-pair.txt"][0]).out
    said = " ".join(out.split())
    for one in found["sensitivity"][:3]:
        assert f"({one['name']})" in said
    assert re.search(r"1\. [AB]?:? ?[a-z]", said)
    switching = [one for one in found["sensitivity"] if one["switch_point"] is not None]
    assert {one["name"] for one in switching} <= {one["name"] for one in found["sensitivity"][:12]}
    assert switching
    assert f"({switching[0]['name']})" in said or "would be better" in said
    assert "No assumption does so alone within its range." in run("sensitivity", "--details").out


@pytest.mark.parametrize(
    ("measure", "where"),
    [
        ("net_present_value", ()),
        ("lifetime_earnings", ()),
        ("first_decade_earnings", ()),
        ("net_resources_present_value", ("--state", "NY", "--child", "3")),
    ],
)
def test_ends_are_those_of_compare(measure, where, run):
    found = answer(run, "-p", ASSOCIATE, "--versus", TRADES, "--measure", measure, *where)
    compare = ("compare", "--json", "-p", ASSOCIATE, "--baseline", TRADES, *where)
    runs = [((), found["gain"])]
    for one in found["sensitivity"][:2]:
        runs += [(("--set", f"{one['name']}={one[end]}"), one[f"gain_at_{end}"]) for end in ("low", "high")]
    for setting, gain in runs:
        compared = json.loads(run(*compare, *setting).out)["pathways"][1]["versus_baseline"]["gain"]
        assert compared[measure] == pytest.approx(gain, abs=0.02)


def test_the_switch_point_that_is_printed_gives_no_gain(run):
    for one in answer(run, "-p", CERTIFICATE, "--versus", "short-sectoral-training")["sensitivity"]:
        if one["switch_point"] is not None:
            setting = ("--set", f"{one['name']}={one['switch_point']}")
            compared = answer(run, "-p", CERTIFICATE, "--versus", "short-sectoral-training", *setting)
            assert compared["gain"] == pytest.approx(0.0, abs=1.0)


def test_flat_rows_have_the_same_figures(run):
    rows = list(csv.DictReader(io.StringIO(run(*RUNS["sensitivity.csv"]).out)))
    swings = answer(run, "-p", ASSOCIATE, "--versus", TRADES)["sensitivity"]
    assert [row["name"] for row in rows] == [one["name"] for one in swings]
    for row, one in zip(rows, swings, strict=True):
        assert float(row["gain_at_low"]) == one["gain_at_low"]
        assert row["switch_point"] == ("" if one["switch_point"] is None else str(one["switch_point"]))
        assert row["price_year"] == "2025"


def test_the_table_is_cut_and_says_so(run):
    out = run("sensitivity", "--details", "--top", "3").out
    assert len(re.findall(r"[LH|=.0]{19}$", out, re.MULTILINE)) == 3
    assert "20 more move it less; --top shows more rows." in out
    assert "more move it less" not in run("sensitivity", "--details", "--top", "99").out


def test_a_range_of_the_users_is_swept(run):
    given = f"{RATE}={{value: 0.5, range: [0.4, 0.6]}}"
    (one,) = [s for s in answer(run, "-p", CERTIFICATE, "--set", given)["sensitivity"] if s["name"] == RATE]
    assert (one["low"], one["high"], one["record_kind"]) == (0.4, 0.6, "user")
    found = answer(run, "-p", CERTIFICATE, "--set", f"{RATE}=0.5")
    assert RATE not in [one["name"] for one in found["sensitivity"]]
    (why,) = [one["why"] for one in found["not_swept"] if one["name"] == RATE]
    assert why == "you gave a value without a range in place of one that had a range"


def test_an_occupation_means_its_apprenticeship(run):
    found = answer(run, "--occupation", "electrician")
    assert found["pathway"] == "apprenticeship-47-2111"


def test_a_scenario_file_says_which_pathway(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(f"person: {{age: 30}}\npathways: [{ASSOCIATE}]\nbaseline: {CERTIFICATE}\n")
    found = answer(run, file)
    assert (found["pathway"], found["versus"], found["start_age"]) == (ASSOCIATE, CERTIFICATE, 30)
    assert answer(run, file, "--versus", TRADES)["versus"] == TRADES


OWN_JOB = """name: Warehouse lead
family: none
evidence: levels
summary: The job held now.
earnings:
  percentiles: {value: [46000, 47000, 48880, 50000, 52000], unit: USD/year, kind: assumed, source: judgement, price_year: 2025, note: from pay slips}
"""


def test_a_job_of_ones_own_stays_the_life_without_training(run, tmp_path):
    (tmp_path / "pathways").mkdir()
    (tmp_path / "pathways" / "warehouse-lead.yaml").write_text(OWN_JOB)
    file = tmp_path / "client.yaml"
    file.write_text("person: {age: 30, sex: male}\nbaseline: warehouse-lead\n")
    own = ("--assumptions", tmp_path / "pathways" / "warehouse-lead.yaml")
    found = answer(run, file, *own, "-p", ASSOCIATE, "--versus", TRADES)
    assert (found["baseline"], found["versus"]) == ("warehouse-lead", TRADES)
    assert "careers.settled_standing" in [one["name"] for one in found["not_swept"]]
    compared = json.loads(run("compare", file, *own, "-p", ASSOCIATE, "-p", TRADES, "--json").out)["pathways"]
    ours, theirs = (p["expected"]["net_present_value"] for p in compared[1:])
    assert found["gain"] == pytest.approx(ours - theirs, abs=0.02)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("--pathway", "certificat"),
            "error: --pathway: certificat: there is no pathway of this id\n  hint: did you mean certificate?\n",
        ),
        (
            ("--versus", "certificat"),
            "error: --versus: certificat: there is no pathway of this id\n  hint: did you mean certificate?\n",
        ),
        (
            ("-p", CERTIFICATE, "--versus", CERTIFICATE),
            "error: --versus: 'certificate' would be compared with itself\n"
            "  hint: give another pathway to --pathway or to --versus\n",
        ),
        (
            ("--measure", "lifetime_earning"),
            "error: --measure: unknown word 'lifetime_earning'\n  hint: did you mean lifetime_earnings?\n",
        ),
        (
            ("--measure", "net_resources_present_value"),
            "error: --measure: net_resources_present_value needs a place, for taxes and benefits\n  hint: add --state\n",
        ),
        (
            ("--top", "0"),
            "error: invalid value for '--top': 0 is not in the range x>=1\n"
            "  hint: 'mobcalc sensitivity -h' shows what it takes\n",
        ),
        (
            ("--age", "62", "-p", ASSOCIATE),
            "error: pathways.associate-degree: training takes 3.2 years, longer than the working life left (3)\n"
            "  hint: give another --age, --retire-age or --out\n",
        ),
    ],
)
def test_wrong_input(arguments, error, run):
    assert run("sensitivity", *arguments) == (2, "", error)


def test_an_age_at_which_training_no_longer_fits_is_left_out(run):
    out = ("--out", "27:1", "--set", "person.start_age={value: 26, range: [25, 41]}")
    found = run("sensitivity", "-p", "digital-credential", *out, "--json")
    assert (found.code, found.err) == (0, "")
    (age,) = (one for one in json.loads(found.out)["sensitivity"] if one["name"] == "person.start_age")
    assert age["gain_at_low"] is not None
    assert age["gain_at_high"] is None


def test_the_price_of_care_is_not_swept_for_what_is_kept(run):
    name = "place.infant_care_family"
    flags = ("--state", "NY", "--child", "3", "--set", f"{name}={{value: 200, range: [100, 300]}}", "--json")
    kept = json.loads(run("sensitivity", "--details", *flags, "--measure", "net_resources_present_value").out)
    assert {one["name"]: one["why"] for one in kept["not_swept"]}[name].startswith("taxes and benefits are looked up")
    assert name not in [one["name"] for one in kept["sensitivity"]]
    earned = json.loads(run("sensitivity", "--details", *flags).out)
    assert name not in [one["name"] for one in (*earned["not_swept"], *earned["sensitivity"])]
