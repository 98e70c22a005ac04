"""Effects of differences worked out by hand in a plain world, then what must hold of any."""

from pathlib import Path

import pytest

from mobcalc.loader import checks
from mobcalc.loader.bundle import bundled
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection import measures as module
from mobcalc.questions.assumptions_diff import differences
from mobcalc.questions.compare import comparison
from mobcalc.results.assumptions_diff import GainChange
from mobcalc.results.notices import Notice
from mobcalc.results.provenance import Provenance

PLAIN = str(Path(__file__).parents[1] / "cases" / "plain-world.yaml")
MEASURED_FILE = str(Path(__file__).parents[1] / "cases" / "measured.yaml")
TRADES, ASSOCIATE, MEASURED = "building-trades-apprenticeship", "associate-degree", "measured"
IMPACT = f"pathways.{MEASURED}.impact"
# Nobody leaves, so that finishers are all who start.
SURE = {f"pathways.{ASSOCIATE}.completion.rate": 1}


def loaded(values, files=(PLAIN, MEASURED_FILE)):
    return load(Layers(paths=files, flags=[Flag("--set", name, str(value)) for name, value in values.items()]))


def problems(records):
    return checks.problems(records, {})


def differing(changes, *chosen, base=None, baseline=None):
    """The differences by name, and all together, between a plain world and the same with changes."""
    base = base or {}
    now = loaded({**base, **changes})
    found = differences(loaded(base).assumptions, now.assumptions, now.places, problems, "", chosen, baseline)
    return {difference.name: difference for difference in found.differences}, found


def the_change(effects, name):
    """The two gains of a pathway and the change."""
    (effect,) = [effect for effect in effects if effect.id == name]
    return effect.gain_before, effect.gain_after, effect.change


def test_the_same_set_has_no_differences():
    by_name, found = differing({}, MEASURED)
    assert by_name == {}
    assert the_change(found.together, MEASURED) == pytest.approx((30_875, 30_875, 0))


def test_one_difference_by_hand():
    # 6,000 for two years less, of 30,875.
    by_name, found = differing({f"{IMPACT}.before_first": 0}, MEASURED)
    assert list(by_name) == [f"{IMPACT}.before_first"]
    (difference,) = found.differences
    assert the_change(difference.effects, MEASURED) == pytest.approx((30_875, 18_875, -12_000))
    assert (difference.bundled.value, difference.in_force.value, difference.unit) == (1, 0, "ratio")
    assert difference.given_by == "--set"


def test_a_degree_by_hand():
    # Two years at 13,000 and eight at 65,000, less 4,000, against 520,000: a gain of 22,000. With the whole gap of
    # 26,000 counted 13,000 a year more; without grants 1,500 for each of two years less.
    changes = {f"pathways.{ASSOCIATE}.earnings.causal_share": 1, f"pathways.{ASSOCIATE}.costs.grants": 0}
    by_name, found = differing(changes, ASSOCIATE, base=SURE)
    whole, without = (by_name[name].effects for name in changes)
    assert the_change(whole, ASSOCIATE) == pytest.approx((22_000, 126_000, 104_000))
    assert the_change(without, ASSOCIATE) == pytest.approx((22_000, 19_000, -3_000))
    assert the_change(found.together, ASSOCIATE) == pytest.approx((22_000, 123_000, 101_000))


def test_effects_that_meet_do_not_add_up():
    # Working life ends after year 5, or the effect does: either takes the last 3,875 away, and both take no more.
    changes = {"person.retire_age": 25, f"{IMPACT}.fade_out": 1}
    by_name, found = differing(changes, MEASURED)
    for name in changes:
        assert the_change(by_name[name].effects, MEASURED) == pytest.approx((30_875, 27_000, -3_875))
    assert the_change(found.together, MEASURED) == pytest.approx((30_875, 27_000, -3_875))


def test_what_the_baseline_earns_moves_the_gains_over_it():
    # 26,000 a year more for 10 years, a measured effect being added to whatever the baseline earns.
    name = "people.pay.high-school.full_time_men"
    more = {name: "{value: [78000, 78000], price_year: 2025}"}
    by_name, _ = differing(more, ASSOCIATE, MEASURED, base={**SURE, "person.sex": "male"})
    # Two years at 19,500 and eight at 78,000, less 4,000, against 780,000.
    assert the_change(by_name[name].effects, ASSOCIATE) == pytest.approx((22_000, -121_000, -143_000))
    assert the_change(by_name[name].effects, MEASURED) == pytest.approx((30_875, 30_875, 0))
    # Where the sex is not given 0.487 of those who start are men.
    by_name, _ = differing(more, ASSOCIATE, base=SURE)
    assert the_change(by_name[name].effects, ASSOCIATE)[2] == pytest.approx(-143_000 * 0.487)


def test_money_restated_to_the_same_dollars_changes_nothing():
    index = bundled().economy.consumer_prices.value
    name = f"pathways.{ASSOCIATE}.costs.books_and_supplies"
    by_name, _ = differing({name: f"{{value: {500 * index[2020] / index[2025]!r}, price_year: 2020}}"}, ASSOCIATE)
    assert by_name[name].in_force.restated == pytest.approx(500)
    assert by_name[name].differs[:2] == ["value", "price_year"]
    assert by_name[name].effects[0].change == pytest.approx(0, abs=1e-6)


def test_a_range_alone_does_nothing_and_costs_no_projection(monkeypatch):
    man = {"person.sex": "male", f"{IMPACT}.fade_out": 0.5}
    base, now = loaded(man), loaded({**man, f"{IMPACT}.fade_out": "{value: 0.5, range: [0.4, 0.6]}"})
    calls = []
    original = module.projection
    monkeypatch.setattr(
        module, "projection", lambda arrays, life, name: calls.append(name) or original(arrays, life, name)
    )
    found = differences(base.assumptions, now.assumptions, now.places, problems, "", [MEASURED])
    assert [d.differs for d in found.differences] == [["range"]]
    assert [d.effects[0].change for d in found.differences] == [0]
    # Once before and once with all together; nothing that nobody asked about.
    assert sorted(calls) == sorted(["no-postsecondary", MEASURED] * 2)


@pytest.mark.parametrize(("sex", "more"), [("female", True), ("male", False), (None, False)])
def test_a_rate_restated_by_the_user_beats_the_ones_by_sex(sex, more):
    # The same 0.42, but from now on it is about this person: more than the 0.332 of women and less than the 0.433 of men,
    # whose sex most of those have of whom it is not given.
    rate = f"pathways.{TRADES}.completion.rate"
    person = {} if sex is None else {"person.sex": sex}
    base, now = loaded(person, ()), loaded({**person, rate: "{value: 0.42, range: [0.35, 0.50]}"}, ())
    found = differences(base.assumptions, now.assumptions, now.places, problems, "", [TRADES])
    (difference,) = found.differences
    assert (difference.name, difference.differs) == (rate, ["kind"])
    change = the_change(difference.effects, TRADES)[2]
    assert abs(change) > 1_000
    assert (change > 0) == more


def test_what_cannot_stand_alone_says_why():
    changes = {
        "people.good_jobs.ages": [25, 35, 45],
        "people.good_jobs.thresholds": "{value: [40000, 50000, 60000], price_year: 2022}",
        "person.start_age": 31,
        "person.retire_age": 40,
    }
    by_name, found = differing(changes, MEASURED)
    what = "people.good_jobs: these lists differ in length: ages 3, thresholds 2"
    assert by_name["people.good_jobs.ages"].effects is None
    assert by_name["people.good_jobs.ages"].why == Notice("not_alone", {"problem": what})
    what = "person.start_age: the start age 31 is not below the retirement age 30"
    assert by_name["person.start_age"].why == Notice("not_alone", {"problem": what})
    assert by_name["person.retire_age"].effects[0].change is not None
    assert the_change(found.together, MEASURED)[2] is not None


def test_training_that_no_longer_fits_has_no_gain():
    by_name, found = differing({"person.retire_age": 21}, MEASURED, ASSOCIATE)
    why = Notice("longer_than_life", {"years": 2.0, "left": 1.0})
    effects = by_name["person.retire_age"].effects
    assert [(e.gain_after, e.change, e.why) for e in effects] == [(None, None, why)] * 2
    assert found.together == effects
    # The pathway that others are compared with must fit too.
    _, found = differing({"person.retire_age": 21}, "no-postsecondary", baseline=ASSOCIATE)
    assert found.together[0].why == why


def test_a_new_pathway_has_no_before(tmp_path):
    twin = tmp_path / "twin.yaml"
    twin.write_text((Path(__file__).parents[2] / "assumptions" / "pathways" / "certificate.yaml").read_text())
    base, now = loaded({}, ()), loaded({}, (str(twin),))
    found = differences(base.assumptions, now.assumptions, now.places, problems)
    (difference,) = found.differences
    assert (difference.name, difference.bundled, difference.differs) == ("pathways.twin", None, ["pathway"])
    by_id = {effect.id: effect for effect in difference.effects}
    assert by_id["twin"] == GainChange("twin", None, by_id["certificate"].gain_before, None, Notice("new_pathway"))
    assert {effect.change for name, effect in by_id.items() if name != "twin"} == {0}
    assert difference.given_by == str(twin)


def test_a_new_baseline_leaves_nothing_to_start_from(tmp_path):
    twin = tmp_path / "twin.yaml"
    twin.write_text((Path(__file__).parents[2] / "assumptions" / "pathways" / "certificate.yaml").read_text())
    base, now = loaded({}, ()), loaded({}, (str(twin),))
    found = differences(base.assumptions, now.assumptions, now.places, problems, "", ["certificate"], "twin")
    assert found.together == [GainChange("certificate", None, pytest.approx(0), None, Notice("new_baseline"))]


def test_new_parts_are_tried_alone_where_they_can_stand(tmp_path):
    own = tmp_path / "own.yaml"
    record = "kind: assumed, source: judgement, note: test"
    own.write_text(
        "people.pay.own:\n"
        f"  ages: {{value: [20, 60], unit: years, {record}}}\n"
        + "".join(
            f"  full_time_{sex}: {{value: [30000, 60000], unit: USD/year, price_year: 2025, {record}}}\n"
            f"  employed_{sex}: {{value: [1, 1], unit: share, {record}}}\n"
            f"  population_{sex}: {{value: [1, 1], unit: share, {record}}}\n"
            f"  lasting_luck_{sex}: {{value: 0.5, unit: ratio, {record}}}\n"
            for sex in ("men", "women")
        )
        + f"  male_share: {{value: 0.5, unit: share, {record}}}\n"
        f"pathways.{ASSOCIATE}.costs.tools: {{value: 100, unit: USD/year, price_year: 2025, {record}}}\n"
    )
    base, now = loaded(SURE), loaded(SURE, (PLAIN, str(own)))
    found = differences(base.assumptions, now.assumptions, now.places, problems, "", [ASSOCIATE])
    by_name = {difference.name: difference for difference in found.differences}
    assert by_name["people.pay.own.ages"].why == Notice("part_of_new", {"part": "people.pay.own"})
    tools = by_name[f"pathways.{ASSOCIATE}.costs.tools"]
    assert the_change(tools.effects, ASSOCIATE) == pytest.approx((22_000, 21_800, -200))
    assert tools.bundled is None


def test_a_record_may_cite_a_source_that_came_with_it(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(
        "sources.own: {title: T, publisher: P, address: A, as_of: '2025', retrieved: '2025', licence: L, "
        "quality: judgement}\n"
        f"pathways.{ASSOCIATE}.costs.tools: {{value: 100, unit: USD/year, price_year: 2025, kind: observed, source: own}}\n"
    )
    base, now = loaded(SURE), loaded(SURE, (PLAIN, str(own)))
    found = differences(base.assumptions, now.assumptions, now.places, problems, "", [ASSOCIATE])
    assert [(d.why, d.effects[0].change) for d in found.differences] == [(None, pytest.approx(-200))]


def test_pathways_that_a_difference_names_are_asked_about():
    _, found = differing({"pathways.digital-credential.completion.rate": 0.9})
    assert "digital-credential" in found.names
    assert the_change(found.differences[0].effects, "digital-credential")[2] != 0


def test_the_gains_are_those_of_the_comparison():
    changes = {"person.start_age": 35, "person.sex": "female", "person.education": ASSOCIATE, "person.loan": 5000}
    base, now = loaded({}, ()), loaded(changes, ())
    found = differences(base.assumptions, now.assumptions, now.places, problems, "", ["all"])
    for records, side in ((base.assumptions, "gain_before"), (now.assumptions, "gain_after")):
        results = comparison(records, Provenance("", []), ["all"]).pathways[1:]
        assert [getattr(effect, side) for effect in found.together] == pytest.approx(
            [result.versus_baseline.gain.net_present_value for result in results]
        )
