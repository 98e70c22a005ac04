"""Swings and switch points: each end is what setting that value gives, and a switch point gives nothing to gain."""

import json

import msgspec
import numpy as np
import pytest

from mobcalc.errors import InputError
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.measures import gain
from mobcalc.projection.mixture import Side
from mobcalc.projection.person_years import life
from mobcalc.questions.sensitivity import Question, sensitivity
from mobcalc.questions.sensitivity_switch import _nearest_changes, switch_points
from mobcalc.results.provenance import Provenance
from mobcalc.results.sensitivity import DOES_NOT_FIT, HAS_NO_RANGE, NO_SWITCH, RANGE_DROPPED
from mobcalc.sampling import for_person, given_names, point
from mobcalc.sampling.sweeps import ends, swept, varied
from mobcalc.schema import records, with_leaf

TRADES, ASSOCIATE, CERTIFICATE = "building-trades-apprenticeship", "associate-degree", "certificate"
SECTORAL, YOUTH, DIGITAL = "short-sectoral-training", "intensive-youth-training", "digital-credential"
BACHELORS = "bachelors-degree"
NOWHERE = Provenance(assumptions_sha256="", overrides=[])


def loaded(**values):
    flags = [Flag("--set", name.replace("__", "."), str(value)) for name, value in values.items()]
    return load(Layers(flags=flags)).assumptions


def with_value(assumptions, name, value):
    """What `--set NAME=VALUE` gives, without reading all files again."""
    record = dict(records(assumptions))[name]
    return with_leaf(assumptions, name, msgspec.structs.replace(record, value=value, range=None, kind="user"))


def swings(assumptions, question=Question(), bundled=None):  # noqa: B008
    found = sensitivity(assumptions, bundled or assumptions, NOWHERE, question)
    return found, {one.name: one for one in found.sensitivity}


def test_the_first_row_of_a_sweep_is_the_point(assumptions):
    both = [for_person(assumptions, sex=sex) for sex in ("male", "female")]
    chosen = ends(swept(both[0]))
    rows = [Side(of, life(of)) for of in (varied(settled, chosen) for settled in both)]
    one = [Side(of, life(of)) for of in map(point, both)]
    for pair in ((TRADES, "no-postsecondary"), (ASSOCIATE, TRADES), (CERTIFICATE, SECTORAL)):
        together, alone = gain(rows, pair), gain(one, pair)
        assert together[0, 0] == pytest.approx(alone[0, 0], rel=1e-12)


def test_the_gain_is_that_of_compare(assumptions, run):
    compared = json.loads(run("compare", "-p", TRADES, "--json").out)["pathways"][1]
    found, _ = swings(assumptions)
    assert found.pathway == TRADES
    assert found.gain == pytest.approx(compared["versus_baseline"]["gain"]["net_present_value"], abs=0.006)


@pytest.mark.parametrize(
    ("pathway", "versus", "person"),
    [
        (TRADES, "no-postsecondary", {}),
        (ASSOCIATE, TRADES, {"person__sex": "male"}),
        (TRADES, "no-postsecondary", {"person__sex": "female", "person__education": "associate"}),
        (YOUTH, CERTIFICATE, {"person__start_age": 30, "person__years_out": 4, "person__loan": 3000}),
    ],
)
def test_each_end_is_what_setting_it_gives(pathway, versus, person):
    question = Question(pathway, versus)
    given = loaded(**person)
    found, by_name = swings(given, question)
    assert len(by_name) > 12
    for one in by_name.values():
        for value, gain_there in ((one.low, one.gain_at_low), (one.high, one.gain_at_high)):
            there, _ = swings(with_value(given, one.name, value), question)
            assert there.gain == pytest.approx(gain_there, abs=1e-6), (one.name, value)
        assert one.swing == pytest.approx(
            max(one.gain_at_low, one.gain_at_high, found.gain) - min(one.gain_at_low, one.gain_at_high, found.gain)
        )


@pytest.mark.parametrize(
    "question",
    [Question(BACHELORS, TRADES), Question(CERTIFICATE, SECTORAL), Question(DIGITAL), Question(CERTIFICATE, DIGITAL)],
)
def test_nothing_is_gained_at_a_switch_point(question, assumptions):
    found, by_name = swings(assumptions, question)
    switching = [one for one in by_name.values() if one.switch_point is not None]
    assert switching
    for one in switching:
        assert one.low <= one.switch_point <= one.high
        there, _ = swings(with_value(assumptions, one.name, one.switch_point), question)
        assert there.gain == pytest.approx(0.0, abs=1.0), one.name
        between = one.switch_point + 0.02 * (one.value - one.switch_point)
        nearer, _ = swings(with_value(assumptions, one.name, between), question)
        assert nearer.gain * found.gain > 0


def test_without_a_switch_the_reason_is_given(assumptions):
    found, by_name = swings(assumptions)
    for one in by_name.values():
        assert (one.switch_point is None) == (one.why.get("switch_point") == NO_SWITCH)
        if one.gain_at_low * found.gain > 0 and one.gain_at_high * found.gain > 0:
            assert one.switch_point is None


def test_the_largest_swing_comes_first(assumptions):
    found, _ = swings(assumptions, Question(ASSOCIATE, TRADES))
    sizes = [one.swing for one in found.sensitivity]
    assert sizes == sorted(sizes, reverse=True)


def test_a_copy_gains_nothing_whatever_is_moved(assumptions):
    copied = {**assumptions.pathways, "copy": assumptions.pathways[TRADES]}
    twice = msgspec.structs.replace(assumptions, pathways=copied)
    found, by_name = swings(twice, Question("copy", TRADES))
    assert found.gain == 0.0
    for name, one in by_name.items():
        if not name.startswith("pathways."):
            assert (one.swing, one.switch_point) == (0.0, None)
    for name in (name for name in by_name if name.startswith("pathways.copy.")):
        mirrored = by_name[name.replace("pathways.copy.", f"pathways.{TRADES}.")]
        assert by_name[name].gain_at_low == pytest.approx(-mirrored.gain_at_low, abs=1e-6)


def test_turned_around_the_gains_change_sign_and_the_switches_stay():
    # Of men alone: pathways with other shares of men are mixed as among those who start the first.
    man = loaded(person__sex="male")
    _, there = swings(man, Question(CERTIFICATE, SECTORAL))
    _, back = swings(man, Question(SECTORAL, CERTIFICATE))
    for name, one in there.items():
        assert back[name].gain_at_low == pytest.approx(-one.gain_at_low)
        assert back[name].switch_point == (one.switch_point and pytest.approx(one.switch_point, rel=1e-6))


def test_only_what_the_two_rest_on_is_swept(assumptions):
    _, by_name = swings(assumptions, Question(ASSOCIATE))
    pathways = {name.split(".")[1] for name in by_name if name.startswith("pathways.")}
    assert pathways == {ASSOCIATE}
    assert not {"person.loan_rate", "people.return_loss", "careers.finisher_standing"} & set(by_name)
    _, borrowing = swings(loaded(person__loan=3000), Question("bachelors-degree"))
    assert borrowing["person.loan_rate"].swing > 1.0


def test_scenarios_are_told_from_facts(assumptions):
    _, by_name = swings(assumptions, Question(YOUTH))
    scenario = {name for name, one in by_name.items() if one.kind == "scenario"}
    assert scenario == {
        "economy.discount_rate",
        "economy.real_wage_growth",
        f"pathways.{YOUTH}.impact.fade_out",
    }


def test_a_range_of_the_users_is_swept_and_a_dropped_one_is_named(assumptions):
    name = f"pathways.{TRADES}.completion.rate"
    _, by_name = swings(loaded(**{name: "{value: 0.4, range: [0.2, 0.6]}"}), bundled=assumptions)
    assert (by_name[name].low, by_name[name].high, by_name[name].record_kind) == (0.2, 0.6, "user")
    found, by_name = swings(loaded(**{name: 0.4}), bundled=assumptions)
    assert name not in by_name
    assert {one.name: one.why for one in found.not_swept}[name] == RANGE_DROPPED
    assert {one.name: one.why for one in found.not_swept}["careers.experience_age"] == HAS_NO_RANGE


def test_an_end_that_does_not_fit_has_a_reason(assumptions):
    short = loaded(person__start_age=60, person__retire_age=64)
    _, by_name = swings(short, Question(TRADES))
    hours = by_name[f"pathways.{TRADES}.training.term_hours"]
    assert hours.gain_at_high is None
    assert hours.why["gain_at_high"] == DOES_NOT_FIT
    assert hours.gain_at_low is not None and hours.swing > 1.0
    out = loaded(person__planned_out="{22: 1}")
    _, by_name = swings(out, Question(TRADES))
    assert by_name[f"pathways.{TRADES}.training.term_hours"].why["gain_at_high"] == DOES_NOT_FIT


def test_whole_numbers_switch_at_whole_numbers():
    question = Question(CERTIFICATE)
    found, by_name = swings(loaded(person__start_age="{value: 20, range: [18, 60]}"), question)
    switch = by_name["person.start_age"].switch_point
    assert switch == int(switch)
    assert swings(loaded(person__start_age=int(switch)), question)[0].gain * found.gain < 0
    assert swings(loaded(person__start_age=int(switch) - 1), question)[0].gain * found.gain > 0


def test_names_are_those_that_the_user_sets(assumptions):
    person = msgspec.structs.replace(assumptions.person, sex="female", education="associate")
    given = msgspec.structs.replace(assumptions, person=person)
    names = given_names(given, for_person(given))
    assert names[f"pathways.{TRADES}.completion.rate"] == f"pathways.{TRADES}.completion.rate_women"
    causal_share = f"pathways.{ASSOCIATE}.earnings.causal_share"
    assert names[causal_share] == f"{causal_share}_women"
    assert "economy.discount_rate" not in names
    assert set(names.values()) <= {name for name, _ in records(given)}


def test_a_pathway_is_not_compared_with_itself(assumptions):
    with pytest.raises(InputError, match="compared with itself"):
        swings(assumptions, Question(TRADES, TRADES))


def test_kinds_of_evidence_are_on_the_same_footing_only_over_no_training(assumptions):
    assert swings(assumptions, Question(YOUTH))[0].same_footing
    assert swings(assumptions, Question(ASSOCIATE, TRADES))[0].same_footing
    assert not swings(assumptions, Question(YOUTH, TRADES))[0].same_footing


def test_the_nearest_change_of_several():
    values = np.array([[0.0, 1.0, 2.0, 3.0]] * 4)
    gains = np.array([[-1.0, 1.0, 1.0, -1.0], [1.0, 0.0, 1.0, 2.0], [np.nan, -1.0, np.nan, 1.0], [0.0, 0.0, 0.0, 0.0]])
    nearest = _nearest_changes(values, gains, np.array([1.5 + 0.1] * 4))
    assert nearest.rows.tolist() == [0]
    assert nearest.bounds.tolist() == [[2.0, 3.0]]
    assert nearest.crossings.tolist() == [2.5]


def test_switch_points_of_curves_known_by_hand():
    curves = (lambda x: x**2 - 2.0, lambda x: x + 10.0, lambda x: np.where(x < 1.25, 1.0, -5.0))

    def gains_at(rows, values):
        return np.array([curves[row](own) for row, own in zip(rows, values, strict=True)])

    low, high, at = np.zeros(3), np.full(3, 3.0), np.full(3, 2.5)
    found = switch_points(low, high, at, gains_at)
    assert found[0] == pytest.approx(2.0**0.5, abs=1e-8)
    assert np.isnan(found[1])
    assert found[2] == pytest.approx(1.25, abs=1e-4)
    assert switch_points(low[:0], high[:0], at[:0], gains_at).shape == (0,)
