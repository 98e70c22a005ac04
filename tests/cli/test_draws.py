"""Chances and ranges in `compare` as people and scripts meet them."""

import json
import os
import re
import subprocess
import sys

import pytest

from mobcalc.loader.bundle import bundled_folder
from mobcalc.results import LAYERS, TOGETHER, Chances

TRADES, ASSOCIATE, SECTORAL = "building-trades-apprenticeship", "associate-degree", "short-sectoral-training"
EVALUATED = "apprenticeship-as-evaluated"
FEW = ("--draws", "2000")


def answer(run, *arguments):
    found = run("compare", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def versus(found):
    return {p["id"]: p["versus_baseline"] for p in found["pathways"] if p["versus_baseline"]}


def said(run, *arguments):
    found = run("compare", *arguments)
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
    assert pairs[TRADES]["no-postsecondary"] == versus(found)[TRADES]["chance_ahead"]


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
    assert re.search(r"The household keeps more in (more than )?\d+ of 100\.", shown)


def test_the_sentence_says_how_likely_the_better_pathway_is_to_be_better(run):
    shown, found = said(run, *FEW), versus(answer(run, *FEW))
    (of,) = re.findall(
        r"Answer: Going by what workers earn, [^.]*?; it ends ahead in (?:more than )?99 of 100 simulated lives, "
        r"by \$10,000 or more in (\d+) of 100\.",
        shown,
    )
    assert int(of) == round(100 * found[TRADES]["chance_well_ahead"])
    assert re.search(r"The pathway ends ahead of 'Associate degree' in \d+ of 100\.", shown)
    older = said(run, *FEW, "--age", "34", "--sex", "female")
    assert re.search(
        r"in 4\d of 100 simulated lives \(even in 5\d of 100\), by \$10,000 or more in 4\d of 100\. "
        r"\d+% of the gain lies beyond the years anybody measured. How sure: Half gain nothing \(those who leave are taken to gain nothing\) and one in ten gains more than",
        older,
    )


def test_what_the_chances_hang_on_is_said_where_it_matters(run):
    who = ("--age", "34", "--sex", "female", *FEW)
    shown, found = said(run, *who), versus(answer(run, *who))[TRADES]
    assert found["chance_ahead"] - found["one_life"]["chance_ahead"] > 0.1
    alone = said(run, *who, "-p", TRADES)
    assert re.search(
        r"With every assumption at its value, as in the first table, it ends ahead in \d\d of 100, by \$10,000 or more "
        r"in \d\d of 100: those who leave then keep 0% of what finishers gain, in the draws up to 35%, and no "
        r"study at hand says how much\.",
        alone,
    )
    # Her leavers lose, so nothing is said of how they end a little ahead.
    assert found["leaver_gain"]["net_present_value"] < 0
    assert "end a little ahead" not in shown
    assert "end a little ahead" in said(run, *FEW)
    assert "With every assumption at its value, as" not in said(run, *FEW, "-p", EVALUATED)


def test_an_age_that_other_draws_might_not_give_is_not_stated(run):
    rows = [
        line
        for line in run("compare", "--draws", "4000", "--age", "29", "-p", ASSOCIATE).out.splitlines()
        if "unsure" in line
    ]
    assert re.match(r"Associate degree +(79|80|81)% .* unsure$", rows[0])
    assert not [line for line in run("compare", *FEW, "-p", TRADES).out.splitlines() if line.endswith(" unsure")]


def test_point_mean_and_median_are_told_apart(run):
    shown = said(run, *FEW)
    for words in ("(median)", "both", "the first table has the point", "the mean of the draws away from the point"):
        assert words in shown
    assert "2,000 random draws (seed 0)" in shown


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


def test_a_range_of_ones_own_is_drawn(run):
    name = f"pathways.{ASSOCIATE}.completion.rate"
    fixed = answer(run, *FEW, "-p", ASSOCIATE, "--set", f"{name}=0.4")
    spread = answer(run, *FEW, "-p", ASSOCIATE, "--set", f"{name}={{value: 0.4, range: [0.1, 0.7]}}")
    ours, theirs = (versus(found)[ASSOCIATE]["parameter"] for found in (fixed, spread))
    assert theirs["gain_p90"] - theirs["gain_p10"] > 1.1 * (ours["gain_p90"] - ours["gain_p10"])


def test_distributions_are_checked(run):
    name = f"pathways.{ASSOCIATE}.completion.rate"
    found = run("compare", "--set", f"{name}={{value: 0.4, range: [0.1, 0.7], distribution: gaussian}}")
    assert (found.code, found.out) == (2, "")
    assert "unknown distribution 'gaussian'" in found.err
    assert "triangular, uniform, normal" in found.err
    found = run("compare", "--set", f"{name}={{value: 0.4, distribution: normal}}")
    assert (found.code, found.out) == (2, "")
    assert "a distribution goes with a range" in found.err
    assert "95 percent" in run("assumptions", "show", f"pathways.{SECTORAL}.impact.factor").out


def test_measured_averages_are_not_sold_as_chances_of_one_person(run):
    found = {p["id"]: p for p in answer(run, *FEW)["pathways"]}
    assert any("looks surer than it is" in text for text in found[SECTORAL]["warnings"])
    assert any("as many lives end ahead as finish" in text for text in found[EVALUATED]["warnings"])
    assert not any("looks surer" in text for text in found[TRADES]["warnings"])


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
