"""The training asked about on the person's own terms: its price, its length, no aid, and leaving it after a while."""

import json

import pytest

from mobcalc.loader.bundle import bundled
from mobcalc.model.discounting import discount_factors
from tests.conftest import column

ASSOCIATE, CERTIFICATE, TRADES = "associate-degree", "certificate", "building-trades-apprenticeship"
WELDER, WELDING = ("--occupation", "welder"), "certificate-51-4121"


def answer(run, *arguments):
    found = run("compare", "--json", "--draws", "0", *arguments)
    assert (found.code, found.err) == (0, "")
    return {pathway["id"]: pathway for pathway in json.loads(found.out)["pathways"]}


def test_a_price_is_the_whole_price_to_the_person_and_aid_changes_nothing_with_it(run):
    found = answer(run, "-p", ASSOCIATE, "--cost", "6000")[ASSOCIATE]
    assert found["completer"]["out_of_pocket_cost"] == 6000
    again = answer(run, "-p", ASSOCIATE, "--cost", "6000", "--no-aid")[ASSOCIATE]
    assert again["versus_baseline"] == found["versus_baseline"]
    # Travel to class comes on top.
    more = answer(run, "-p", CERTIFICATE, "--cost", "6000", "--set", "person.transport=500")[CERTIFICATE]
    assert more["completer"]["out_of_pocket_cost"] == 6500


def test_with_an_occupation_the_price_is_of_its_classroom_training(run):
    found, without = answer(run, *WELDER, "--cost", "6000"), answer(run, *WELDER)
    assert found[WELDING]["completer"]["out_of_pocket_cost"] == 6000
    for name in set(found) - {WELDING}:
        assert found[name] == without[name], name


def test_without_aid_grants_are_gone_on_every_pathway(run):
    found = answer(run, "--no-aid")
    costs = bundled().pathways[CERTIFICATE].costs
    year = costs.tuition_and_fees.value * 321.974 / 292.655 + costs.books_and_supplies.value
    whole = year * costs.full_time_share.value
    assert found[CERTIFICATE]["completer"]["out_of_pocket_cost"] == pytest.approx(whole, abs=1)
    assert found[TRADES] == answer(run)[TRADES]


def test_tuition_goes_with_the_length(run):
    whole, half = (answer(run, "-p", ASSOCIATE, "--length", years)[ASSOCIATE] for years in ("4", "2"))
    costs = [of["completer"]["out_of_pocket_cost"] for of in (whole, half)]
    assert costs[0] == pytest.approx(2 * costs[1], abs=0.02)
    assert half["training_length"] == 2
    term = answer(run, "-p", TRADES, "--length", "3")[TRADES]
    assert (term["training_length"], term["age_first_year_after_training"]) == (3, 21)


@pytest.mark.parametrize("flag", ["--cost", "--length"])
def test_a_price_or_a_length_of_nothing_is_refused(flag, run):
    for more in ((), ("-p", "all")):
        found = run("compare", flag, "2", *more)
        assert (found.code, found.out) == (2, "")
        assert "it is not said which training it is for" in found.err
        assert "hint: add --occupation NAME, or name one with --pathway ID" in found.err


def test_a_length_that_does_not_fit_is_refused(run):
    found = run("compare", "-p", CERTIFICATE, "--length", "12", "--age", "55")
    assert found.code == 2
    assert "training takes 12 years" in found.err


KEEPS, COST = "careers.apprentice_leavers_keep", "careers.leaving_cost"


def test_leaving_after_a_year_worked_by_hand(run):
    nothing = ("-p", TRADES, "--sex", "male", "--set", f"{KEEPS}=0", "--set", f"{COST}=0")
    found = answer(run, *nothing, "--quit-after", "1")
    quitter, base = found[TRADES]["quitter"], found["no-postsecondary"]["expected"]
    done = found[TRADES]["completer"]
    # The first wage step for a year, then the baseline again: nothing is kept, and leaving costs nothing.
    assert quitter["paid_earnings"][0] == done["paid_earnings"][0]
    assert quitter["paid_earnings"][1:] == base["paid_earnings"][1:]
    assert quitter["out_of_pocket_cost"] == pytest.approx(550 + 400 + 250)
    first = discount_factors(column(0.03), column(0.0)[0], "mid")[0, 0]
    gained = (quitter["paid_earnings"][0] - base["paid_earnings"][0] - 1200) * first
    # But for those of 18 who die in the first half year.
    assert found[TRADES]["versus_baseline"]["quitter_gain"]["net_present_value"] == pytest.approx(gained, rel=1e-3)
    # All who start are as they were without the question.
    plain = answer(run, *nothing)[TRADES]
    for key in ("expected", "completer", "leaver", "completion_rate"):
        assert found[TRADES][key] == plain[key]
    assert plain["quitter"] is None


def test_what_leaving_after_a_year_costs_and_keeps(run):
    """Of 4 years one is a quarter of the term, and 0.15 of the second year is lost."""
    by_pay = ("--set", "studies.reed-2012.weight=0")
    asked = ("-p", TRADES, "--sex", "male", "--quit-after", "1", *by_pay)

    def paid(keeps, cost):
        return answer(run, *asked, "--set", f"{KEEPS}={keeps}", "--set", f"{COST}={cost}")[TRADES]["quitter"]

    none, lost, half, whole = (paid(*of)["earnings"] for of in ((0, 0), (0, 0.15), (0.5, 0), (1, 0)))
    assert lost[0] == none[0]
    assert lost[1] == pytest.approx(0.85 * none[1], abs=0.01)
    assert lost[2:] == none[2:]
    # All that is kept is by the share of a term: twice as much with all of it as with half.
    assert half[0] == whole[0] == none[0]
    for year in (1, 2, 5, 20, 40):
        assert half[year] > none[year]
        assert whole[year] - none[year] == pytest.approx(2 * (half[year] - none[year]), abs=0.05)


def test_who_would_have_finished_by_then_has_no_such_row(run):
    out = run("compare", "--details", "-p", TRADES, "-p", CERTIFICATE, "--quit-after", "1").out
    assert "If you leave after 1 year" in out
    table = out[out.index("If you leave after 1 year") :].split("\n\n")[0]
    assert "Building trades" in table
    assert "Certificate" not in table
    found = answer(run, "-p", CERTIFICATE, "--quit-after", "1")[CERTIFICATE]
    assert found["quitter"] is None
    assert found["why"]["quitter"] == "training is over by then"


def test_a_scenario_file_says_the_same(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(f"person: {{cost: 6000, no_aid: true, quit_after: 0.5}}\npathways: [{CERTIFICATE}]\n")
    said = answer(run, file)[CERTIFICATE]
    assert said == answer(run, "-p", CERTIFICATE, "--cost", "6000", "--no-aid", "--quit-after", "0.5")[CERTIFICATE]
    assert said["quitter"] is not None


def test_out_of_work_now(run):
    plain, idle = (json.loads(run("compare", "--json", "--draws", "0", *more).out) for more in ((), ("--hours", "0")))
    for ours, theirs in zip(plain["pathways"], idle["pathways"], strict=True):
        assert ours["expected"] == theirs["expected"]
    assert any("Out of work now" in warning for warning in idle["warnings"])


def test_prices_can_be_asked_backwards(run):
    found = run("solve", "cost", "-p", CERTIFICATE, "--sex", "male", "--low", "0", "--high", "60000", "--json")
    (one,) = json.loads(found.out)["solutions"]
    gain = answer(run, "-p", CERTIFICATE, "--sex", "male", "--cost", f"{one['value']:.4f}")[CERTIFICATE]
    assert gain["versus_baseline"]["gain"]["net_present_value"] == pytest.approx(0, abs=1)


LADDER, PRACTICAL = "ladder-31-1131-29-2061", ("--occupation", "CNA to LPN")


def test_a_ladder_stands_beside_each_of_its_steps(run):
    found = answer(run, *PRACTICAL, "--sex", "female", "--age", "30")
    steps = ("certificate-31-1131", "certificate-29-2061")
    assert {LADDER, *steps} <= set(found)
    rates = [found[name]["completion_rate"] for name in steps]
    assert found[LADDER]["completion_rate"] == pytest.approx(rates[0] * rates[1], abs=1e-6)
    assert found[LADDER]["training_length"] == pytest.approx(sum(found[name]["training_length"] for name in steps))
    costs = [found[name]["completer"]["out_of_pocket_cost"] for name in (*steps, LADDER)]
    assert costs[2] == pytest.approx(costs[0] + costs[1], abs=0.02)


def test_a_ladder_of_unknown_sex_gains_between_men_and_women(run):
    gains = [
        answer(run, *PRACTICAL, *sex)[LADDER]["versus_baseline"]["gain"]["net_present_value"]
        for sex in (("--sex", "male"), (), ("--sex", "female"))
    ]
    assert min(gains[0], gains[2]) < gains[1] < max(gains[0], gains[2])


@pytest.mark.parametrize("flag", ["--cost", "--length"])
def test_a_price_or_a_length_of_two_steps_is_refused(flag, run):
    found = run("compare", *PRACTICAL, flag, "2")
    assert (found.code, found.out) == (2, "")
    assert "it is not said which of the two steps it is for" in found.err


def test_a_command_about_one_pathway_takes_the_ladder(run):
    found = run("timeline", "--details", *PRACTICAL)
    assert found.code == 0
    assert "a ladder of two steps (nursing assistants first)" in " ".join(
        run("compare", "--details", *PRACTICAL).out.split()
    )
    assert "Steps: Nursing Assistants, then" in " ".join(found.out.split())
    solved = run("solve", f"pathways.{LADDER}.completion.rate", *PRACTICAL, "--by-age", "40", "--json")
    assert solved.code in (0, 4), solved.err


def test_a_route_that_is_named_is_the_only_one_of_the_occupation(run):
    assert [*answer(run, *WELDER, "-p", WELDING)] == ["no-postsecondary", WELDING]
    assert len(answer(run, *WELDER, "-p", ASSOCIATE)) == 5
    found = run("solve", f"pathways.{WELDING}.completion.rate", *WELDER, "--gain", "10000")
    assert found.code == 0, found.err


def test_assumed_numbers_of_a_first_step_that_is_not_shown_are_listed(run):
    found = run(
        "compare", "--details", "-p", ASSOCIATE, "--set", f"pathways.{ASSOCIATE}.after={CERTIFICATE}", "--draws", "0"
    )
    assert (found.code, found.err) == (0, "")
    assert f"{CERTIFICATE}: part of a pay lead" in " ".join(found.out.split())
