"""What a gain is made of: weights that add up to 1, parts that come to the whole, and evidence that contradicts itself."""

import math
from pathlib import Path

import pytest

from mobcalc.loader.bundle import bundled, bundled_folder
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.basis import Drawing
from mobcalc.questions.compare import comparison
from mobcalc.results.provenance import Provenance
from mobcalc.wording.compare_answer import answer

TRADES, ELECTRICIAN, ASSOCIATE = "building-trades-apprenticeship", "electrician-apprenticeship", "associate-degree"
YOUTH, REED = "intensive-youth-training", "studies.reed-2012"
CPI = bundled().economy.consumer_prices.value
PAID = {name for name, pathway in bundled().pathways.items() if pathway.evidence == "levels" and pathway.training}


def compared(*pathways, files=(), draws=0, **values):
    flags = [Flag("--set", name, str(value)) for name, value in values.items()]
    known = load(Layers(paths=[str(file) for file in files], flags=flags)).assumptions
    return comparison(known, Provenance("", []), pathways, drawing=Drawing(draws))


def the(name, **more):
    return compared(name, **more).pathways[1]


PEOPLE = {
    "both": {},
    "man": {"person.sex": "male"},
    "woman of 45": {"person.sex": "female", "person.start_age": 45},
    "man of 60": {"person.sex": "male", "person.start_age": 60},
}


@pytest.mark.parametrize("who", PEOPLE)
def test_weights_add_up_to_1_and_the_parts_by_them_to_the_whole(who):
    for result in compared("all", **PEOPLE[who]).pathways[1:]:
        parts, versus = result.estimates, result.versus_baseline
        assert math.fsum(one.weight for one in parts) == pytest.approx(1.0)
        gain = sum(one.weight * one.gain.net_present_value for one in parts)
        assert gain == pytest.approx(versus.gain.net_present_value)
        yearly = sum(one.weight * one.yearly_effect for one in parts)
        # Of one sex, whose baseline is the one that is shown: from the fifth to the tenth year.
        if who != "both":
            base = compared("all", **PEOPLE[who]).pathways[0].expected.earnings
            years = [a - b for a, b in zip(result.expected.earnings, base, strict=True)][4:10]
            assert yearly == pytest.approx(sum(years) / len(years))


def test_the_study_corrects_apprenticeships_in_the_trades_alone():
    for result in compared("all").pathways[1:]:
        kinds = [one.kind for one in result.estimates]
        if result.family == "apprenticeship":
            assert (kinds, [one.id for one in result.studies]) == (["pay", "study"], ["reed-2012"])
        else:
            assert (kinds, result.studies) == (["pay"] if result.id in PAID else ["study"], [])
        assert result.evidence_agrees


def test_without_a_weight_pay_is_all_there_is_and_with_all_of_it_the_study_is():
    none, some, all_of_it = (the(TRADES, **{f"{REED}.weight": weight, "person.sex": "male"}) for weight in (0, 0.4, 1))
    pay, study = (one.gain.net_present_value for one in some.estimates)
    assert none.versus_baseline.gain.net_present_value == pytest.approx(pay)
    assert all_of_it.versus_baseline.gain.net_present_value == pytest.approx(study)
    assert some.versus_baseline.gain.net_present_value == pytest.approx(0.6 * pay + 0.4 * study)
    assert study > pay


def test_for_women_the_study_counts_half():
    weights = {
        sex: the(TRADES, **({"person.sex": sex} if sex else {})).estimates[1].weight for sex in ("male", "female", None)
    }
    men = bundled().pathways[TRADES].earnings.male_share.value
    assert weights == pytest.approx({"male": 0.4, "female": 0.2, None: men * 0.4 + (1 - men) * 0.2})
    assert the(TRADES, **{"person.sex": "female", f"{REED}.weight_for_women": 1}).estimates[1].weight == 0.4


def test_the_study_year_by_year_is_as_published():
    (study,) = the(TRADES).studies
    sixth, ninth = (amount * CPI[2025] / CPI[2011] for amount in (6595, 5839))
    assert [year.year for year in study.years] == list(range(1, 10))
    found = [year.study for year in study.years]
    assert found == pytest.approx([0.75 * sixth] * 5 + [sixth, (2 * sixth + ninth) / 3, (sixth + 2 * ninth) / 3, ninth])
    for year in study.years:
        assert year.difference == pytest.approx(year.study - year.pay)
    assert study.difference == pytest.approx(sum(year.difference for year in study.years[4:]) / 5)
    assert study.difference > 0


def test_what_the_study_is_held_against_is_the_same_whoever_asks():
    # It is pay of the people that it was made on, wherever the person lives and whatever the person earns.
    here = the(TRADES, **{"person.sex": "male"}).studies[0]
    there = the(TRADES, **{"person.sex": "female", "person.start_age": 40, "person.wage": 25}).studies[0]
    assert here.years == there.years


def test_how_far_both_together_may_be_off():
    # The root of (0.6 x 2,500)^2 + (0.4 x 3,100)^2 + 0.6 x 0.4 x the difference^2.
    (study,) = the(TRADES, **{"person.sex": "male"}).studies
    expected = math.sqrt((0.6 * 2500) ** 2 + (0.4 * 3100) ** 2 + 0.24 * study.difference**2)
    assert study.error == pytest.approx(expected)


def study_of(effects):
    return f"{{value: {effects}, unit: USD/year, price_year: 2025, kind: assumed, source: judgement, note: a test}}"


# The pay of the study's people is known: an effect that lies so much above it in every judged year.
FAR = 2 * math.hypot(2500, 3100)


@pytest.mark.parametrize(("more", "agrees"), [(-FAR + 1, True), (FAR - 1, True), (FAR + 1, False), (-FAR - 1, False)])
def test_evidence_disagrees_where_the_two_lie_further_apart_than_chance_has_them(more, agrees):
    years = the(TRADES).studies[0].years[4:]
    effects = {year.year: round(year.pay + more, 6) for year in years}
    result = the(TRADES, **{f"{REED}.effect.participant": study_of(effects), f"{REED}.effect.factor": 1})
    assert result.studies[0].difference == pytest.approx(more, abs=0.01)
    assert result.evidence_agrees is agrees
    assert result.studies[0].disagrees is not agrees


@pytest.mark.parametrize(("loss", "error", "agrees"), [(3200, 5300, True), (3200, 3100, False), (3000, 3100, True)])
def test_evidence_of_opposite_sign_disagrees_where_each_is_beyond_its_own_error(loss, error, agrees):
    # Pay says 5,200 more a year; with these errors the distance alone would be no contradiction.
    values = {"careers.gain_error": f"{{value: {4500 if error < 4000 else 1000}, price_year: 2025}}"}
    values |= {f"{REED}.error": f"{{value: {error}, price_year: 2025}}"}
    values |= {f"{REED}.effect.participant": study_of(f"{{5: -{loss}, 9: -{loss}}}")}
    result = the(TRADES, **values)
    pay = sum(year.pay for year in result.studies[0].years[4:]) / 5
    assert abs(result.studies[0].difference) < 2 * math.hypot(4500 if error < 4000 else 1000, error)
    assert pay > 4500
    assert result.evidence_agrees is agrees


def test_the_first_sentence_says_that_the_evidence_disagrees_and_recommends_none():
    found = compared(TRADES, ASSOCIATE, draws=200, **{f"{REED}.effect.factor": 3})
    assert not found.pathways[1].evidence_agrees
    first = answer(found)[0][1].split(". ")[0]
    assert first.startswith("The evidence on 'Building trades apprenticeship' disagrees, so none is recommended (")
    assert "disagree" not in answer(compared(TRADES, ASSOCIATE, draws=200))[0][1]
    # A pathway that nothing contradicts has an answer of its own.
    assert "disagree" not in answer(compared(ASSOCIATE, draws=200, **{f"{REED}.effect.factor": 3}))[0][1]


def test_a_study_of_ones_own_is_one_file(tmp_path):
    text = (bundled_folder() / "studies" / "reed-2012.yaml").read_text()
    mine = tmp_path / "our-trial.yaml"
    mine.write_text(
        text.replace("{6: 6595, 9: 5839}", "{6: -6595, 9: -5839}").replace("name: Reed", "name: Ours, after Reed")
    )
    found = compared(ELECTRICIAN, files=[mine], draws=200, **{"person.sex": "male"})
    result = found.pathways[1]
    assert {one.id: one.disagrees for one in result.studies} == {"our-trial": True, "reed-2012": False}
    assert [one.weight for one in result.estimates] == pytest.approx([0.2, 0.4, 0.4])
    whole = sum(one.weight * one.gain.net_present_value for one in result.estimates)
    assert whole == pytest.approx(result.versus_baseline.gain.net_present_value)
    assert answer(found)[0][1].startswith("The evidence on 'Electrician apprenticeship' disagrees")


@pytest.mark.parametrize("age", [61, 62, 63])
def test_with_fewer_than_five_years_of_work_left_the_last_one_is_judged(age):
    values = {"person.start_age": age, "person.sex": "male"}
    base, result = compared("certificate", draws=200, **values).pathways
    last = result.expected.earnings[-1] - base.expected.earnings[-1]
    assert result.estimates[0].yearly_effect == pytest.approx(last)
    assert math.isfinite(result.versus_baseline.chances.together.gain_p50)


def test_with_the_least_draws_standard_errors_are_known():
    for result in compared(draws=100).pathways[1:]:
        versus = result.versus_baseline
        assert 0 < versus.mean_gain.standard_error < 100_000
        assert 0 < versus.chances.parameter.gain_standard_error < 100_000


def test_a_pathway_known_by_a_study_alone_is_that_study(tmp_path):
    measured = Path(__file__).parents[1] / "cases" / "measured.yaml"
    for result in compared(YOUTH, "measured", files=[measured]).pathways[1:]:
        (one,) = result.estimates
        assert (one.kind, one.weight, one.id, result.studies) == ("study", 1.0, result.id, [])
        assert one.gain.net_present_value == result.versus_baseline.gain.net_present_value


def test_each_of_two_studies_says_what_it_found_itself(tmp_path):
    text = (bundled_folder() / "studies" / "reed-2012.yaml").read_text()
    file = tmp_path / "twice.yaml"
    file.write_text(text.replace("6595", "13190").replace("5839", "11678").replace("value: 0.4\n", "value: 0.2\n", 1))
    man = {"person.sex": "male"}
    alone, result = the(TRADES, **man), the(TRADES, files=[file], **man)
    pay, reed, twice = result.estimates
    assert [round(one.weight, 9) for one in result.estimates] == [0.4, 0.4, 0.2]
    # What pay says, and what a study finds, is the same whatever else is known.
    for one, other in zip((pay, reed), alone.estimates, strict=True):
        assert one.gain.net_present_value == pytest.approx(other.gain.net_present_value)
        assert one.yearly_effect == pytest.approx(other.yearly_effect)
    assert twice.yearly_effect - reed.yearly_effect > 5000
    parts = sum(one.weight * one.gain.net_present_value for one in result.estimates)
    assert parts == pytest.approx(result.versus_baseline.gain.net_present_value)
