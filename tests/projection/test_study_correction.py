"""What a study puts on the gain that pay gives: by hand, and what it does not depend on."""

import numpy as np
import pytest

from mobcalc.loader.bundle import bundled_folder
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import case_of
from mobcalc.projection.exits import expected_earnings
from mobcalc.projection.leaving import mean_kept
from mobcalc.projection.pathway import projection, ways
from mobcalc.projection.person_years import life
from mobcalc.projection.study_correction import correction, informing, measured, weight_of
from mobcalc.projection.training_term import term
from mobcalc.sampling import for_person, point
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from mobcalc.store.places import county_of

TRADES, REED = "building-trades-apprenticeship", "reed-2012"
TRIMMED = {f"studies.{REED}.{part}": value for part, value in (("weight", 1), ("completion.rate", 0.433))}
OBSERVED = 9


def arrays_of(sex="male", paths=(), local=None, **values):
    flags = [Flag("--set", key, str(value)) for key, value in values.items()]
    given = load(Layers(paths=[str(path) for path in paths], flags=flags), local).assumptions
    return point(for_person(given, sex=sex, asked=[TRADES]))


def in_county(records):
    county = county_of("FIPS 36013", None, "")
    return localized(records, Place(county.state, county), None).records


def put_on(arrays, name=TRADES):
    return correction(arrays, life(arrays), arrays.pathways[name])


def both(arrays):
    (study,) = arrays.studies.values()
    return measured(arrays, study)


def test_the_effect_of_the_study_by_hand():
    found = both(arrays_of())
    # 6,595 and 5,839 dollars of 2011; three quarters of the first before, straight lines between.
    prices = 321.974 / 224.939
    six, nine = 6595 * prices, 5839 * prices
    expected = [0.75 * six] * 5 + [six, six - (six - nine) / 3, six - 2 * (six - nine) / 3, nine]
    np.testing.assert_allclose(found.study, [expected], rtol=1e-9)
    assert found.pay.shape == (1, OBSERVED)


def test_a_dollar_on_all_who_start_is_more_on_who_finishes():
    arrays = arrays_of()
    study, theirs = arrays.studies[REED], arrays.studies[REED].measured_pathway
    kept = mean_kept(arrays, theirs, term(arrays, theirs), study.completion.rate).item()
    # Of the term's four years leavers stay 0.38 on average, of which half is kept.
    assert kept == pytest.approx(0.5 * 0.35, abs=0.5 * 0.05)
    assert both(arrays).full.item() == pytest.approx(1 / (0.42 + 0.58 * kept))


def test_what_pay_says_of_the_same_people_is_what_it_says_of_a_man_who_starts_at_29():
    alone = arrays_of(**{"person.start_age": 29, f"studies.{REED}.weight": 0})
    years = life(alone)
    own = expected_earnings(ways(alone, years, TRADES)) - years.level * years.employed
    np.testing.assert_allclose(both(alone).pay, own[:, :OBSERVED], rtol=1e-9)


@pytest.mark.parametrize(
    "person",
    [
        {},
        {"sex": "female"},
        {"person.start_age": 45},
        {"person.wage": 31},
        {"person.education": "associate"},
        {"person.attachment": "population"},
        {"person.weekly_hours": 20},
        {"person.years_out": 3},
        {"person.planned_out": "{30: 2}"},
        {"person.loan": 5000},
        {"person.quit_after": 1},
        {"person.retire_age": 60},
        {"economy.minimum_wage": 20},
        {"local": in_county},
        {f"pathways.{TRADES}.completion.rate": 0.8, f"pathways.{TRADES}.earnings.percentiles": "[1, 2, 3, 4, 5]"},
    ],
)
def test_what_was_measured_does_not_depend_on_who_is_asked_about_or_where(person):
    usual, other = both(arrays_of()), both(arrays_of(**person))
    for one, two in zip(usual, other, strict=True):
        np.testing.assert_allclose(one, two, rtol=1e-9)


def test_it_does_depend_on_what_is_assumed_of_everybody():
    usual, other = both(arrays_of()), both(arrays_of(**{"careers.finisher_standing": 0.8}))
    assert (other.pay[0, 5:] > usual.pay[0, 5:] + 500).all()
    assert np.array_equal(usual.study, other.study)


def test_what_is_put_on_is_the_weighted_difference_and_fades_from_the_last_year_observed():
    arrays = arrays_of(**{f"studies.{REED}.weight": 0.3})
    found, total = both(arrays), put_on(arrays)
    expected = 0.3 * found.full * (found.study - found.pay)
    np.testing.assert_allclose(total[:, :OBSERVED], expected, rtol=1e-9)
    after = np.arange(1, total.shape[1] - OBSERVED + 1)
    np.testing.assert_allclose(total[0, OBSERVED:], expected[0, -1] * 0.96**after, rtol=1e-9)


def test_it_goes_with_the_weight():
    ones = put_on(arrays_of(**{f"studies.{REED}.weight": 1}))
    assert abs(ones).max() > 100
    np.testing.assert_allclose(put_on(arrays_of(**{f"studies.{REED}.weight": 0.25})), 0.25 * ones, atol=1e-9)


def test_a_study_that_counts_nothing_is_none():
    arrays = arrays_of(**{f"studies.{REED}.weight": 0})
    assert put_on(arrays) is None
    assert informing(arrays, arrays.pathways[TRADES]) == []


@pytest.mark.parametrize(("sex", "expected"), [("male", 0.4), ("female", 0.2), (None, 0.3)])
def test_a_study_of_men_counts_half_as_much_for_women(sex, expected):
    arrays = arrays_of(sex)
    assert weight_of(arrays, arrays.studies[REED]).item() == pytest.approx(expected)
    whole = both(arrays)
    np.testing.assert_allclose(put_on(arrays)[:, :9], expected * whole.full * (whole.study - whole.pay), rtol=1e-9)


def test_alone_it_gives_the_people_it_was_made_on_what_it_found():
    # Of a man who starts at 29, with the study's share who finish and nothing lost by leaving, nothing of pay is left.
    arrays = arrays_of(**TRIMMED, **{"person.start_age": 29, "careers.leaving_cost": 0})
    years = life(arrays)
    base = years.level * years.employed
    found = projection(arrays, years, TRADES)
    np.testing.assert_allclose((found.expected.earnings - base)[:, :OBSERVED], both(arrays).study, rtol=1e-6)
    # What is paid is what it was: a study moves what counts, not what stands on a pay slip.
    without = projection(
        arrays_of(**{"person.start_age": 29, "careers.leaving_cost": 0, f"studies.{REED}.weight": 0}), years, TRADES
    )
    assert np.array_equal(found.expected.paid, without.expected.paid)
    assert not np.array_equal(found.expected.earnings, without.expected.earnings)


def test_finishers_have_the_whole_of_it_and_leavers_their_dose():
    with_it, without = (arrays_of(**{f"studies.{REED}.weight": weight}) for weight in (0.4, 0))
    years, total = life(with_it), put_on(with_it)
    one, other = (projection(arrays, years, TRADES) for arrays in (with_it, without))
    more = one.completer.earnings - other.completer.earnings
    # In training too, but for years in which a loss is cut off at nothing.
    np.testing.assert_allclose(more[0, :3], total[0, :3], rtol=1e-6)
    np.testing.assert_allclose(more[0, 6:], total[0, 6:], rtol=1e-6)
    rate = with_it.pathways[TRADES].completion.rate
    kept = mean_kept(with_it, with_it.pathways[TRADES], term(with_it, with_it.pathways[TRADES]), rate).item()
    np.testing.assert_allclose((one.leaver.earnings - other.leaver.earnings)[0, 8:], kept * total[0, 8:], rtol=1e-6)


@pytest.mark.parametrize("name", ["certificate", "associate-degree", "digital-credential", "short-sectoral-training"])
def test_nothing_is_put_on_what_no_study_informs(name):
    arrays = arrays_of()
    assert informing(arrays, arrays.pathways[name]) == []
    assert put_on(arrays, name) is None


def test_nobody_gains_by_a_study_in_a_year_out():
    arrays = arrays_of(**{"person.planned_out": "{30: 1}"})
    out = 30 - 18
    assert put_on(arrays)[0, out] == pytest.approx(0, abs=1e-9)
    assert abs(put_on(arrays)[0, out + 1]) > 10


def test_two_studies_add_up(tmp_path):
    text = (bundled_folder() / "studies" / f"{REED}.yaml").read_text()
    twin = tmp_path / "twin.yaml"
    twin.write_text(text.replace("value: 0.4\n", "value: 0.2\n", 1))
    alone, together = arrays_of(), arrays_of(paths=[twin])
    assert len(informing(together, together.pathways[TRADES])) == 2
    np.testing.assert_allclose(put_on(together), 1.5 * put_on(alone), rtol=1e-9)


def test_a_study_of_an_own_pathway_informs_what_it_says(tmp_path):
    text = (bundled_folder() / "studies" / f"{REED}.yaml").read_text()
    own = tmp_path / "own.yaml"
    own.write_text(
        text.replace("family: apprenticeship", "family: training")
        .replace("informs: typically-apprenticeship 47 49 51", "informs: 31-1131")
        .replace(f"measured_on: {TRADES}", "measured_on: certificate")
    )
    arrays = arrays_of(paths=[own])
    assert len(informing(arrays, arrays.pathways[TRADES])) == 1
    assert informing(arrays, arrays.pathways["certificate"]) == []


@pytest.mark.parametrize("sex", ["male", "female", None])
def test_the_case_of_a_person_has_it(sex):
    values = [Flag("--set", "person.sex", sex)] if sex else []
    case = case_of(load(Layers(flags=values)).assumptions, [TRADES], None)
    assert len(case.runs) == (1 if sex else 2)
    for run in case.runs:
        assert abs(put_on(run.arrays)).max() > 10


@pytest.mark.parametrize(
    "words", [("-p", "apprenticeship-as-evaluated"), ("--baseline", "apprenticeship-as-evaluated")]
)
def test_the_pathway_that_the_study_was_is_refused_with_where_it_is_now(run, words):
    found = run("compare", *words)
    flag = "--pathway" if words[0] == "-p" else words[0]
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        f"error: {flag}: apprenticeship-as-evaluated: it is no pathway of its own any more\n"
        f"  hint: the study corrects what pay says of every trade: -p {TRADES} --show evidence has both\n"
    )
    # The hint holds.
    hinted = run("compare", "-p", TRADES, "--show", "evidence")
    assert (hinted.code, hinted.err) == (0, "")
    assert "Reed" in hinted.out


def test_it_counts_and_is_never_paid():
    with_it, without = (arrays_of(**{f"studies.{REED}.weight": weight, "person.quit_after": 2}) for weight in (0.4, 0))
    years = life(without, None)
    ours, theirs = (projection(arrays, years, TRADES) for arrays in (with_it, without))
    for group in ("expected", "completer", "leaver", "quitter"):
        one, other = getattr(ours, group), getattr(theirs, group)
        assert (one.earnings != other.earnings).any()
        for of in ("paid", "in_work", "forgone"):
            assert (getattr(one, of) == getattr(other, of)).all(), (group, of)


def test_two_years_after_training_a_loss_counts_as_none_whatever_a_study_found():
    # One that found a loss of 40,000 dollars a year: from the seventh year on nobody is held to it.
    loss = {f"studies.{REED}.effect.participant": "{6: -40000, 9: -40000}", f"studies.{REED}.weight": 1}
    arrays = arrays_of(**loss)
    years = life(arrays)
    gain = (projection(arrays, years, TRADES).completer.earnings - years.level * years.employed)[0]
    assert (gain[:4] < -10_000).all()
    assert (gain[6:] == 0).all()
