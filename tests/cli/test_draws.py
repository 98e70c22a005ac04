"""Chances and ranges in `compare` as people and scripts meet them."""

import json
import os
import re
import subprocess
import sys

import pytest

from mobcalc.loader.bundle import bundled_folder
from mobcalc.results.chances import LAYERS, TOGETHER, Chances
from mobcalc.wording.chances import in_words

TRADES, ASSOCIATE, SECTORAL = "building-trades-apprenticeship", "associate-degree", "short-sectoral-training"
FEW = ("--draws", "2000")


def answer(run, *arguments):
    found = run("compare", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def versus(found):
    return {p["id"]: p["versus_baseline"] for p in found["pathways"] if p["versus_baseline"]}


def said(run, *arguments):
    found = run("compare", "--details", *arguments)
    assert (found.code, found.err) == (0, "")
    return " ".join(found.out.split())


def test_the_json_has_both_layers_together_and_each_alone(run):
    found = answer(run, *FEW, "--seed", "3")
    assert (found["draws"], found["seed"]) == (2000, 3)
    for name, own in versus(found).items():
        assert own.keys() >= {*TOGETHER, *LAYERS}
        assert "chances" not in own
        assert own["net_resources"] is None
        for layer in (own, own["parameter"], own["one_life"]):
            assert layer.keys() >= set(TOGETHER), name
            assert 0 <= layer["chance_ahead"] + layer["chance_behind"] <= 1.000000001
            assert layer["gain_p10"] <= layer["gain_p50"] <= layer["gain_p90"]
            assert layer["gain_standard_error"] > 0
        assert own["parameter"].keys() == own["one_life"].keys() == set(Chances.__struct_fields__)


def test_pairs_are_a_matrix_of_ids(run):
    found = answer(run, *FEW)
    ids, pairs = [p["id"] for p in found["pathways"]], found["pairwise_chance_ahead"]
    assert list(pairs) == ids
    for first in ids:
        assert list(pairs[first]) == ids
        assert pairs[first][first] is None
        for second in ids:
            if first != second:
                assert 0 <= pairs[first][second] + pairs[second][first] <= 1
    assert pairs[TRADES]["no-postsecondary"] == versus(found)[TRADES]["chance_well_ahead"]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(run):
    first, again = (run("compare", *FEW, "--json").out for _ in range(2))
    assert first == again
    other = versus(answer(run, *FEW, "--seed", "1"))[TRADES]
    assert other["gain_mean"] != versus(json.loads(first))[TRADES]["gain_mean"]


def test_leaving_out_other_pathways_changes_nothing(run):
    every, one = versus(answer(run, *FEW)), versus(answer(run, *FEW, "-p", ASSOCIATE))
    assert one == {ASSOCIATE: every[ASSOCIATE]}


def test_a_further_pathway_file_changes_no_other_figure(run, tmp_path):
    mine = tmp_path / "evening-certificate.yaml"
    text = (bundled_folder() / "pathways" / "certificate.yaml").read_text()
    mine.write_text(text.replace("on_request: true\n", ""))
    before = versus(answer(run, *FEW))
    after = versus(answer(run, *FEW, "--assumptions", mine))
    assert after.pop("evening-certificate")
    assert after == before


def test_with_a_place_what_is_kept_is_simulated_too(run):
    found = answer(run, *FEW, "--state", "NY", "--child", "3", "-p", TRADES, "-p", ASSOCIATE)
    for name, own in versus(found).items():
        kept = own["net_resources"]
        assert kept.keys() == set(Chances.__struct_fields__), name
        assert kept["gain_p90"] < own["gain_p90"], "taxes and benefits take a part of a rise"
    shown = said(run, *FEW, "--state", "NY", "--child", "3")
    assert "How sure it is what the household keeps of the gain" in shown
    assert "as the mean over lives with luck alone" in shown
    every = versus(answer(run, *FEW, "--state", "NY", "--child", "3"))
    (kept,) = re.findall(r"The chance that the household keeps \$10,000 or more of the gain is ([a-z0-9 ]+)\.", shown)
    of = every[TRADES]["net_resources"]
    assert kept == in_words(of["chance_well_ahead"], of["chance_standard_error"])


def test_the_sentence_says_how_likely_it_is_in_words_and_the_table_in_percent(run):
    shown, found = said(run, *FEW), answer(run, *FEW)
    own = versus(found)[TRADES]
    # 2 in 3 is nearest to all that lie between 0.633 and 0.708.
    assert own["chance_well_ahead"] - 2 * own["chance_standard_error"] > 0.633
    assert 0.708 < own["chance_well_ahead"] + 2 * own["chance_standard_error"] < 0.775
    assert "The chance to end $10,000 or more ahead is between 2 in 3 and 3 in 4." in shown
    pair = found["pairwise_chance_ahead"][TRADES][ASSOCIATE]
    told = in_words(pair, own["chance_standard_error"])
    assert f"The chance to end $10,000 or more ahead of 'Associate degree' is {told}." in shown
    points = round(200 * own["chance_standard_error"])
    row = f"Building trades apprenticeship {100 * own['chance_well_ahead']:.0f}% {points} points"
    assert row in shown


def test_amounts_shown_are_means_of_draws_of_the_assumptions(run):
    shown, found = said(run, *FEW), versus(answer(run, *FEW))
    for name, title in ((TRADES, "Building trades apprenticeship 43%*"), (ASSOCIATE, "Associate degree 40%*")):
        own = found[name]
        means = [own[f"{of}gain_mean"] for of in ("", "completer_", "leaver_", "first_decade_")]
        cells = " ".join(f"{'+' if mean > 0 else '-'}${abs(round(mean, -2)):,.0f}" for mean in means)
        assert f"{title} {cells}" in shown
    error = 2 * max(own["gain_standard_error"] for own in found.values())
    assert f"known to ${round(error, -2):,.0f} or less" in shown


def test_means_of_lives_are_the_amounts_shown_within_their_errors(run):
    for name, own in versus(answer(run, "--draws", "20000", "--sex", "male")).items():
        # Of luck alone the amounts are those with every assumption at its value.
        lives, point = own["one_life"], own["gain"]["net_present_value"]
        assert abs(lives["gain_mean"] - point) < 4 * lives["gain_standard_error"], name
        assert own["gain_standard_error"] <= 1000, name


def test_how_many_draws_and_of_what_is_said(run):
    shown = said(run, *FEW)
    assert "How sure the gain is, by 2,000 simulated lives" in shown
    assert "2,000 random draws (seed 0)" in shown
    for words in ("ahead: by $10,000 or more", "Give or take: how far other random numbers", "Of the same 2,000 lives"):
        assert words in shown


def test_without_draws_there_is_only_the_point(run):
    found = answer(run, "--draws", "0", "--seed", "5")
    assert (found["draws"], found["seed"], found["pairwise_chance_ahead"]) == (0, 0, None)
    assert "Nothing was drawn at random (--draws 0), so no chances and ranges are given." in found["warnings"]
    for own in versus(found).values():
        assert [own[name] for name in (*TOGETHER, *LAYERS)] == [None] * len((*TOGETHER, *LAYERS))
    shown = said(run, "--draws", "0")
    assert "no random draws" in shown
    assert "simulated lives" not in shown
    every = versus(answer(run, *FEW))
    for name, own in versus(found).items():
        assert own["gain"] == every[name]["gain"]


def test_flat_rows_have_the_same_names(run):
    rows = [json.loads(line) for line in run("compare", *FEW, "--format", "jsonl").out.splitlines()]
    found = versus(answer(run, *FEW))
    for row in rows[1:]:
        own = found[row["id"]]
        assert row["versus_baseline.chance_ahead"] == own["chance_ahead"]
        assert row["versus_baseline.one_life.gain_p90"] == own["one_life"]["gain_p90"]
        assert row["versus_baseline.net_resources.gain_p90"] is None
        assert (row["draws"], row["seed"]) == (2000, 0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--draws", "50"), "error: --draws: 50 lives are too few\n  hint: give 0 for none, or 100 to 1000000\n"),
        (("--draws", "-1"), "error: --draws: -1 lives are too few\n  hint: give 0 for none, or 100 to 1000000\n"),
        (
            ("--draws", "2000000"),
            "error: --draws: 2000000 lives are too many\n  hint: give 0 for none, or 100 to 1000000\n",
        ),
        (
            ("--draws", "1e400"),
            "error: --draws: 1e400 is too large to be a number here\n  hint: write a finite number\n",
        ),
        (
            ("--draws", "10,000"),
            "error: --draws: '10,000' is not a number\n"
            "  hint: write it without spaces, commas or dollar signs: 10000\n",
        ),
        (("--draws", "200.5"), "error: --draws: 200.5 is not a whole number\n  hint: write it without a fraction\n"),
        (
            ("--draws", "nan"),
            "error: --draws: 'nan' is not a number\n  hint: write digits, such as 10000\n",
        ),
        (
            ("--seed", "-3"),
            "error: --seed: -3 cannot be a seed\n  hint: give a whole number from 0 to 9223372036854775807\n",
        ),
        (("--seed", "0.5"), "error: --seed: 0.5 is not a whole number\n  hint: write it without a fraction\n"),
    ],
)
def test_wrong_draws_and_seeds(arguments, message, run):
    found = run("compare", *arguments)
    assert (found.code, found.out, found.err) == (2, "", message)


def test_large_seeds_are_told_apart(run):
    first, second = (answer(run, "--draws", "200", "--seed", str(2**60 + step))["seed"] for step in (0, 1))
    assert (first, second) == (2**60, 2**60 + 1)


RATE = f"pathways.{ASSOCIATE}.completion.rate"
EXACT = ("--set", "careers.gain_error={value: 0, price_year: 2025}")
"""Nothing is added to what ranges alone spread."""


def spread(run, given):
    own = versus(answer(run, *FEW, "-p", ASSOCIATE, *EXACT, "--set", f"{RATE}={given}"))[ASSOCIATE]["parameter"]
    return own["gain_p90"] - own["gain_p10"]


def test_a_range_of_ones_own_is_drawn(run):
    assert spread(run, "{value: 0.4, range: [0.1, 0.7]}") > 1.1 * spread(run, "0.4")


def test_a_bound_is_not_drawn(run):
    assert spread(run, "{value: 0.4, range: [0.4, 0.9], bound: true}") == spread(run, "0.4")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "{value: 0.4, range: [0.4, 0.7]}",
            "the value 0.4 is an end of its range 0.4 to 0.7, of which it should be the mean\n"
            "  hint: widen the range, or add 'bound: true' where nothing lies beyond it",
        ),
        (
            "{value: 0.4, bound: true}",
            "a bound goes with a range, which the number has not\n  hint: give its range too",
        ),
        (
            "{value: 0.4, range: [0.1, 0.7], distribution: uniform}",
            "unknown key 'distribution'\n  hint: a record has value, unit, kind, source, price_year, range, population, "
            "note, period, bound",
        ),
    ],
)
def test_a_range_and_its_bound_are_checked(given, message, run):
    assert run("compare", "--set", f"{RATE}={given}") == (2, "", f"error: --set: {RATE}: {message}\n")


def test_what_a_gain_spreads_by_is_no_less_than_the_evidence_may_be_off(run):
    """With all ranges gone from it, an associate degree's gain a year is still off by 2,500 dollars or so."""
    sure, unsure = (versus(answer(run, *FEW, "-p", ASSOCIATE, *more))[ASSOCIATE]["parameter"] for more in (EXACT, ()))
    assert unsure["gain_p90"] - unsure["gain_p10"] > 1.05 * (sure["gain_p90"] - sure["gain_p10"])


def test_random_numbers_are_imported_only_where_they_are_drawn():
    script = (
        "import sys, contextlib\n"
        "from mobcalc.cli.main import main\n"
        "with open('/dev/null', 'w') as out, contextlib.redirect_stdout(out): main(sys.argv[1:])\n"
        "print('numpy.random' in sys.modules, 'numpy.ma' in sys.modules)"
    )

    def imports(*arguments):
        command = [sys.executable, "-c", script, *arguments]
        found = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
        return found.stdout.split()

    assert imports("compare", "--draws", "0") == ["False", "False"]
    assert imports("compare") == ["True", "False"]
    assert imports("timeline", "-p", TRADES) == ["False", "False"]
