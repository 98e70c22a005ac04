import csv
import io
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRADES, ASSOCIATE, CERTIFICATE = "building-trades-apprenticeship", "associate-degree", "certificate"
RATE = f"pathways.{ASSOCIATE}.completion.rate"


@pytest.fixture
def diff(run):
    """Runs `assumptions diff`."""
    return lambda *arguments: run("assumptions", "diff", *arguments)


@pytest.fixture
def as_json(diff):
    """The JSON of `assumptions diff`, and its differences by name."""

    def run_it(*arguments):
        found = diff("--json", *arguments)
        assert (found.code, found.err) == (0, "")
        content = json.loads(found.out)
        return content, {difference["name"]: difference for difference in content["differences"]}

    return run_it


def gains(run, *arguments):
    """The gain of all who start, by pathway, as `compare` gives it."""
    results = json.loads(run("compare", "--json", *arguments).out)["pathways"][1:]
    return {result["id"]: result["versus_baseline"]["gain"]["net_present_value"] for result in results}


def shown(amount):
    """An amount to the nearest ten dollars, as tables show it."""
    return f"{'-' if amount < 0 else '+'}${abs(round(amount, -1)):,.0f}"


def test_each_effect_is_the_difference_of_two_comparisons(as_json, run):
    content, by_name = as_json("--set", f"{RATE}=0.55", "--age", "25")
    assert list(by_name) == ["person.start_age", RATE]
    before = gains(run)
    for effects, arguments in (
        (by_name[RATE]["effects"], ["--set", f"{RATE}=0.55"]),
        (by_name["person.start_age"]["effects"], ["--age", "25"]),
        (content["together"]["effects"], ["--set", f"{RATE}=0.55", "--age", "25"]),
    ):
        after = gains(run, *arguments)
        assert {e["id"]: e["gain_before"] for e in effects} == before
        assert {e["id"]: e["gain_after"] for e in effects} == after
        for effect in effects:
            assert effect["change"] == pytest.approx(after[effect["id"]] - before[effect["id"]], abs=0.011)


def test_values_places_and_terms(as_json):
    content, by_name = as_json("--set", f"{RATE}=0.55", "--age", "25", "--set", "economy.timing=end")
    assert {key: content[key] for key in ("start_age", "price_year", "discount_rate", "baseline")} == {
        "start_age": 25,
        "price_year": 2025,
        "discount_rate": 0.03,
        "baseline": "no-postsecondary",
    }
    assert content["bundled"]["start_age"] == 18
    rate = by_name[RATE]
    assert rate["bundled"] == {"value": 0.4, "price_year": None, "range": [0.22, 0.5], "restated": None}
    assert rate["in_force"] == {"value": 0.55, "price_year": None, "range": None, "restated": None}
    assert (rate["unit"], rate["from"], rate["differs"]) == ("share", "--set", ["value", "range", "kind"])
    assert by_name["person.start_age"]["from"] == "--age"
    timing = by_name["economy.timing"]
    assert (timing["bundled"]["value"], timing["in_force"]["value"], timing["from"]) == ("mid", "end", "--set")


def test_in_the_terminal(diff, run):
    found = diff("--set", f"{RATE}=0.55", "-p", ASSOCIATE, "-p", CERTIFICATE)
    before, after = gains(run), gains(run, "--set", f"{RATE}=0.55")
    was, now = shown(before[ASSOCIATE]), shown(after[ASSOCIATE])
    change, other = shown(after[ASSOCIATE] - before[ASSOCIATE]), shown(before[CERTIFICATE])
    assert after[ASSOCIATE] - before[ASSOCIATE] > 10_000
    assert found.out == (
        "What differs from the bundled assumptions. The gain is that of all who start, to\n"
        "retirement, over 'No postsecondary': with the bundled set, and with the one\n"
        "difference put into it.\n"
        "\n"
        "pathways.associate-degree\n"
        "                          Pathway it moves      Gain      Gain\n"
        "What differs              most                before     after   Change\n"
        "completion.rate:\n"
        "0.55 share instead of 0.4\n"
        f"(--set)                   Associate degree {was:>9} {now:>9} {change:>8}\n"
        "\n"
        "All differences together: the bundled set before, the set in force after\n"
        "                           Gain      Gain\n"
        "Pathway                  before     after   Change\n"
        f"Associate degree       {was:>8} {now:>9} {change:>8}\n"
        f"Certificate (one year) {other:>8} {other:>9} {'$0':>8}\n"
        "2025 dollars, discounted 3% a year to age 18, work to 65. To the nearest $10.\n"
        "\n"
        "1 difference. A full name is the heading, a dot, and the name below it.\n"
    )


def test_every_line_fits(diff, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text((ROOT / "tests" / "cases" / "plain-world.yaml").read_text())
    out = diff("--assumptions", own, "--age", "19", "-p", "all").out
    assert max(len(line) for line in out.splitlines() if str(tmp_path)[:20] not in line) <= 80
    assert "$" in out


def test_no_difference_is_one_sentence(diff, as_json):
    assert diff().out == "Nothing differs from the bundled assumptions.\n"
    content, by_name = as_json()
    assert by_name == {}
    assert {effect["change"] for effect in content["together"]["effects"]} == {0}


def test_a_copy_of_the_bundled_folder_does_not_differ(diff, tmp_path):
    for file in (ROOT / "assumptions").rglob("*.yaml"):
        copy = tmp_path / file.relative_to(ROOT / "assumptions")
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(file.read_text())
    assert diff("--assumptions", tmp_path).out == "Nothing differs from the bundled assumptions.\n"


def test_a_range_or_note_alone_has_no_effect(diff, as_json, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("economy:\n  discount_rate: {value: 0.03, range: [0.01, 0.05]}\n")
    _, by_name = as_json("--assumptions", own)
    assert by_name["economy.discount_rate"]["differs"] == ["range", "kind"]
    assert by_name["economy.discount_rate"]["from"] == f"{own}:2"
    assert {effect["change"] for effect in by_name["economy.discount_rate"]["effects"]} == {0}
    out = " ".join(diff("--assumptions", own).out.split())
    assert "discount_rate: 0.03 share/year as bundled; only its range differs" in out
    assert "none" in out
    assert "18 years as bundled; only who gave it differs" in " ".join(diff("--age", "18").out.split())


def test_what_is_wrong_alone_says_why(diff, as_json):
    ages, least = "people.good_jobs.ages", "people.good_jobs.thresholds"
    lists = ("--set", f"{ages}=[25, 35, 45]", "--set", f"{least}={{value: [40000, 50000, 60000], price_year: 2022}}")
    _, by_name = as_json(*lists, "--age", "66", "--retire-age", "70")
    assert {name: difference["why"] for name, difference in by_name.items()} == {
        "person.start_age": "with this alone the bundled set would be wrong: person.start_age: the start age 66 is not "
        "below the retirement age 65",
        "person.retire_age": None,
        ages: "with this alone the bundled set would be wrong: people.good_jobs: these lists differ in length: ages 3, "
        "thresholds 2",
        least: "with this alone the bundled set would be wrong: people.good_jobs: these lists differ in length: ages 2, "
        "thresholds 3",
    }
    assert by_name[least]["effects"] is None
    assert by_name["person.retire_age"]["effects"] is not None
    out = " ".join(diff(*lists).out.split())
    assert f"{least}: with this alone the bundled set would be wrong" in out
    assert "not on its own" in out


def test_training_that_no_longer_fits_is_null_with_the_reason(diff, as_json):
    _, by_name = as_json("--age", "62")
    effects = {effect["id"]: effect for effect in by_name["person.start_age"]["effects"]}
    assert effects[TRADES] == {
        "id": TRADES,
        "gain_before": effects[TRADES]["gain_before"],
        "gain_after": None,
        "change": None,
        "why": "training takes 4 years, longer than the working life left (3)",
    }
    assert effects[CERTIFICATE]["change"] is not None
    out = " ".join(diff("--age", "62").out.split())
    assert "Building trades apprenticeship): training takes 4 years, longer than the working life left (3)." in out
    assert "not known, see below" in " ".join(diff("--age", "62", "-p", TRADES).out.split())


def test_a_new_pathway_is_listed_without_a_before(diff, as_json, run, tmp_path):
    own = tmp_path / "welding.yaml"
    own.write_text((ROOT / "assumptions" / "pathways" / "certificate.yaml").read_text().replace("name:", "name: My", 1))
    content, by_name = as_json("--assumptions", own)
    new = by_name["pathways.welding"]
    assert list(by_name) == ["pathways.welding"]
    assert (new["bundled"], new["in_force"]["value"]) == (None, "My Certificate (one year)")
    (effect,) = [effect for effect in new["effects"] if effect["id"] == "welding"]
    assert effect == {
        "id": "welding",
        "gain_before": None,
        "gain_after": gains(run)[CERTIFICATE],
        "change": None,
        "why": "the bundled set has no such pathway",
    }
    assert "welding" in content["pathways"]
    out = diff("--assumptions", own).out
    assert "a new pathway, 'My Certificate" in out
    assert f"  new {shown(gains(run)[CERTIFICATE])}" in out
    assert "not asked about" in diff("--assumptions", own, "-p", TRADES).out
    out = diff("--assumptions", own, "-p", TRADES, "--baseline", "welding").out
    assert "the baseline" in out
    assert "Not known (Building trades apprenticeship): the bundled set does not have the\nbaseline." in out


def test_a_scenario_file_chooses_and_differs(as_json, tmp_path):
    client = tmp_path / "client.yaml"
    client.write_text(
        "person: {age: 30, sex: female}\n"
        f"pathways: [{TRADES}]\n"
        f"baseline: {CERTIFICATE}\n"
        "set:\n"
        "  person.child_care: 2400\n"
    )
    content, by_name = as_json(client)
    assert content["pathways"] == [TRADES]
    assert content["baseline"] == CERTIFICATE
    assert {name: difference["from"] for name, difference in by_name.items()} == {
        "person.start_age": f"{client}:1",
        "person.child_care": f"{client}:5",
        "person.sex": f"{client}:1",
    }
    assert by_name["person.child_care"]["bundled"]["restated"] == 0
    assert by_name["person.child_care"]["in_force"]["restated"] == 2400


def test_dollars_of_another_year_are_restated(diff, as_json):
    grants = f"pathways.{CERTIFICATE}.costs.grants"
    value = ("--set", f"{grants}={{value: 4904.61, price_year: 2025}}", "-p", CERTIFICATE)
    _, by_name = as_json(*value)
    assert by_name[grants]["bundled"]["restated"] == by_name[grants]["in_force"]["restated"] == 4904.61
    assert by_name[grants]["effects"][0]["change"] == pytest.approx(0, abs=0.01)
    assert "4904.61 USD/year (2025 dollars) instead of 4458 (2022 dollars)" in " ".join(diff(*value).out.split())


def test_long_lists_and_maps_say_how_many_values_changed(diff, assumptions):
    survivors = assumptions.people.survivors.both.value
    prices = assumptions.economy.consumer_prices.value | {2020: 250.0, 2021: 260.0}
    changes = ("--set", f"people.survivors.both={[*survivors[:-1], survivors[-1] - 1]}")
    changes += ("--set", "economy.consumer_prices={" + ", ".join(f"{y}: {p}" for y, p in prices.items()) + "}")
    out = diff(*changes, "-p", TRADES, "--wage", "18", "--format", "markdown").out
    assert "| both: 1 of 101 values (people) changed (--set) |" in out
    assert f"prices: 2 of {len(prices)} values (ratio) changed (--set) |" in out
    assert "| wage: 18 USD/hour (the bundled set has none) (--wage) |" in out


def test_maps_and_switches_in_words(diff):
    name = "pathways.short-sectoral-training.impact.participant"
    points = "{1: 0, 2: 1945, 3: 1865, 9: 5}"
    changes = ("--set", f"{name}={points}", "--disability", "--set", "economy.price_year=2024")
    out = diff(*changes, "--format", "markdown").out
    assert "yes instead of no (--disability)" in out
    assert "price\\_year: 2024 instead of 2025 (--set)" in out
    assert "4 values by year USD/year (2013 dollars) instead of" in out
    assert (
        "Before: 2025 dollars, discounted 3% a year to age 18, work to 65. All differences together: 2024 dollars"
        in out
    )
    assert "3 differences. Each was tried alone" in out


def test_rows(diff):
    arguments = ("--set", f"{RATE}=0.55", "--age", "66", "--retire-age", "70", "--sex", "male", "-p", ASSOCIATE)
    rows = list(csv.DictReader(io.StringIO(diff("--csv", *arguments).out)))
    assert [(row["scope"], row["name"], row["pathway"]) for row in rows] == [
        ("one", "person.start_age", ""),
        ("one", "person.retire_age", ASSOCIATE),
        ("one", "person.sex", ASSOCIATE),
        ("one", RATE, ASSOCIATE),
        ("all", "", ASSOCIATE),
    ]
    assert (rows[2]["bundled.value"], rows[2]["in_force.value"]) == ("", "male")
    assert rows[3]["bundled.value"] == "0.4"
    assert rows[3]["bundled.low"] == "0.22"
    assert rows[3]["in_force.value"] == "0.55"
    assert rows[3]["from"] == "'--set"
    assert float(rows[3]["change"]) == pytest.approx(float(rows[3]["gain_after"]) - float(rows[3]["gain_before"]))
    assert rows[0]["why"].endswith("the start age 66 is not below the retirement age 65")
    lines = [json.loads(line) for line in diff("--format", "jsonl", *arguments).out.splitlines()]
    assert {tuple(line) for line in lines} == {tuple(rows[0])}
    assert diff("--format", "tsv", *arguments).out.splitlines()[0].split("\t") == list(rows[0])


def test_markdown(diff, run):
    out = diff("--format", "markdown", "--set", f"{RATE}=0.55").out
    before, after = gains(run)[ASSOCIATE], gains(run, "--set", f"{RATE}=0.55")[ASSOCIATE]
    amounts = f"{shown(before)} | {shown(after)} | {shown(after - before)}"
    assert f"| completion.rate: 0.55 share instead of 0.4 (--set) | Associate degree | {amounts} |\n" in out


def test_wrong_input_is_met_as_everywhere(diff):
    assert diff("--set", "economy.discount_rat=0.05") == (
        2,
        "",
        "error: --set: economy.discount_rat: there is no assumption of this name\n"
        "  hint: did you mean economy.discount_rate?\n",
    )
    assert diff("-p", "certificat") == (
        2,
        "",
        "error: --pathway: certificat: there is no pathway of this id\n  hint: did you mean certificate?\n",
    )
    assert diff("--baseline", "certificat").code == 2
    assert diff("--discount-rate", "5%").err == (
        "error: --discount-rate: economy.discount_rate: '5%' is not a number\n"
        "  hint: shares are written as decimals: 0.05\n"
    )
    assert diff("--json", "--csv").code == 2


def test_help_says_that_the_person_counts(diff):
    found = diff("-h")
    assert found.code == 0
    assert found.out.index("Examples:") < found.out.index("The output:")
    assert "What is said about the person" in found.out
