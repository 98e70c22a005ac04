"""Simulated lives: what must hold of every draw, and of many draws together."""

import msgspec
import numpy as np
import pytest

from mobcalc.household.taxes_and_benefits import net_resources
from mobcalc.projection.case import case_of
from mobcalc.projection.measures import MEASURES, worth
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.sampling import given_names
from mobcalc.sampling.monte_carlo import STRATA, monte_carlo
from mobcalc.schema import Assumption, with_leaf
from mobcalc.simulation.draws import (
    ALONE,
    ASSUMED,
    ahead_by_year,
    amounts_of,
    chance_well_ahead,
    drawn_for,
    drawn_in,
)
from mobcalc.store.codes import state_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from tests.simulation.worlds import (
    ALL_FINISH,
    ASSOCIATE,
    BY_PAY,
    CERTIFICATE,
    DEFAULT,
    PLAIN,
    SECTORAL,
    TRADES,
    certain,
    drawn,
    employed,
    error_of,
    finishing,
    lasting,
    loaded,
    point_worth,
    without,
)
from tests.slices import slices_in

LAYERS = ("together", "one_life")
GROUPS = ("expected", "completer", "leaver", "first_decade")


def test_without_ranges_the_amounts_are_the_point():
    found = drawn(certain(loaded()), *DEFAULT, draws=200)
    for place, name in enumerate(found.case.ids):
        np.testing.assert_allclose(
            found.simulation.amounts.expected[:, place], point_worth(found.case, name), rtol=1e-9
        )
    for place, name in enumerate(BY_PAY, start=1):
        for group in ("completer", "leaver"):
            amount = getattr(found.simulation.amounts, group)[:, place]
            np.testing.assert_allclose(amount, point_worth(found.case, name, group), rtol=1e-9)
    years = life(found.case.arrays)
    decade = MEASURES["first_decade_earnings"](years, projection(found.case.arrays, years, TRADES).expected)
    np.testing.assert_allclose(found.simulation.amounts.first_decade[:, 1], decade[0, 0], rtol=1e-9)


def test_a_copy_of_a_pathway_has_the_same_amounts_and_luck_of_its_own():
    known = certain(loaded())
    copies = {**known.pathways, "copy": known.pathways[TRADES]}
    found = drawn(msgspec.structs.replace(known, pathways=copies), TRADES, "copy", draws=20_000)
    assert (found.simulation.amounts.expected[:, 1] == found.simulation.amounts.expected[:, 2]).all()
    apart = np.diff(found.simulation.together.worth[:, 1:])[:, 0]
    assert np.mean(np.abs(apart) > 100) > 0.9
    assert abs(apart.mean()) < 4 * error_of(apart)


def test_other_pathways_change_nothing():
    known = loaded()
    alone = drawn(known, TRADES).simulation
    among = drawn(known, ASSOCIATE, SECTORAL, TRADES).simulation
    for layer in LAYERS:
        assert (getattr(alone, layer).worth[:, 1] == getattr(among, layer).worth[:, 3]).all()
    for group in GROUPS:
        assert (getattr(alone.amounts, group)[:, 1] == getattr(among.amounts, group)[:, 3]).all()


def test_an_added_pathway_moves_no_figure_of_any_other():
    known = loaded()
    added = {"another": known.pathways[ASSOCIATE], **known.pathways}
    more = msgspec.structs.replace(known, pathways=added)
    ours, theirs = (
        drawn(each, *names, draws=2000) for each, names in ((known, DEFAULT), (more, (*DEFAULT, "another")))
    )
    together, others = ours.together, theirs.together
    assert "another" in others
    assert {name: others[name] for name in together} == together
    assert {name: theirs.mean_gains[name] for name in together} == ours.mean_gains


def test_the_same_seed_gives_the_same_bytes_and_another_does_not():
    known = loaded()

    def said(seed):
        """All that is said of the draws."""
        found = drawn(known, *DEFAULT, draws=2000, seed=seed)
        return msgspec.json.encode([found.together, found.mean_gains])

    first = said(7)
    assert said(8) != first
    assert said(7) == first


def test_neighbours_live_in_the_same_draw_of_the_assumptions():
    # Without luck every life is the average life, so what is left of differences is that of the assumptions.
    sure = {f"pathways.{CERTIFICATE}.training.length": 1, **ALL_FINISH, **without("lasting", "spells", "death")}
    found = drawn(loaded(**sure, **{"careers.kept_outside": 1}), TRADES, CERTIFICATE, draws=10_003)
    draw = np.arange(10_003) * ASSUMED // 10_003
    assert len(found.simulation.amounts.expected) == ASSUMED
    np.testing.assert_allclose(found.simulation.together.worth, found.simulation.amounts.expected[draw], rtol=1e-9)
    assert (np.diff(found.simulation.together.starts) >= 25).all()
    assert (draw[found.simulation.together.starts] == np.arange(ASSUMED)).all()
    assert (np.abs(np.diff(found.simulation.amounts.expected[:, 1])) > 0.01).all()


def test_a_baseline_that_is_itself_a_training_is_compared_in_full():
    found = drawn(loaded(), SECTORAL, CERTIFICATE, draws=400, baseline=ASSOCIATE)
    other = drawn(loaded(), ASSOCIATE, SECTORAL, CERTIFICATE, draws=400)
    np.testing.assert_allclose(found.simulation.together.worth, other.simulation.together.worth[:, 1:], rtol=1e-12)


@pytest.mark.parametrize("draws", [100, 1000, 10_000, 12_003])
def test_luck_alone_has_a_fifth_of_the_lives_and_assumptions_at_most_so_many_rows(draws):
    found = drawn(loaded(), TRADES, draws=draws).simulation
    assert len(found.together.worth) == draws
    assert len(found.one_life.worth) == -(-draws // ALONE)
    assert len(found.amounts.expected) == min(draws, ASSUMED)


@pytest.mark.parametrize("name", ["person.start_age", "person.retire_age"])
def test_a_range_of_an_age_is_not_drawn(name):
    known = loaded()
    low, value, high = (16.0, 18.0, 30.0) if name.endswith("start_age") else (60.0, 65.0, 70.0)
    ranged = with_leaf(known, name, Assumption(value, "years", "user", "user", "test", range=(low, high)))
    plain, found = drawn(known, ASSOCIATE, draws=200), drawn(ranged, ASSOCIATE, draws=200)
    for run in found.case.runs:
        assert name not in drawn_in(found.case, run, 200)
    assert (found.simulation.together.worth == plain.simulation.together.worth).all()


def test_two_seeds_agree_within_their_standard_errors_and_not_better():
    first, second = (drawn(loaded(), *DEFAULT, draws=5000, seed=seed) for seed in (0, 1))
    for name, ours in first.together.items():
        theirs = second.together[name]
        assert ours.gain_mean != theirs.gain_mean
        error = np.hypot(ours.gain_standard_error, theirs.gain_standard_error)
        assert abs(ours.gain_mean - theirs.gain_mean) < 4 * error, name
        error = np.hypot(ours.chance_standard_error, theirs.chance_standard_error)
        assert abs(ours.chance_well_ahead - theirs.chance_well_ahead) < 4 * error, name


@pytest.mark.parametrize(
    "person",
    [
        {},
        {"person.sex": "female"},
        {"person.start_age": 29},
        {"person.sex": "female", "person.start_age": 35, "person.wage": 17.5},
        {"person.start_age": 45},
    ],
)
def test_means_of_lives_are_the_amounts_shown(person):
    found = drawn(loaded(**person), *DEFAULT, "bachelors-degree", draws=20_000, seed=2)
    for name, chances in found.together.items():
        shown = found.mean_gains[name]
        error = np.hypot(chances.gain_standard_error, shown.standard_error)
        assert abs(chances.gain_mean - shown.expected) < 4 * error, name
        assert 0 < shown.standard_error < 1000, name


def test_each_draw_of_the_assumptions_is_the_projection_of_its_row():
    found = drawn(loaded(), *DEFAULT, draws=150)
    run, names = found.case.runs[0], drawn_in(found.case, found.case.runs[0], 150)
    rows = monte_carlo(run.settled, 0, 150, names, given_names(found.case.given, run.settled))
    years = life(rows)
    for place, name in enumerate(found.case.ids):
        expected = np.broadcast_to(worth(rows, years, name), (150, 1))[:, 0]
        own = found.simulation.amounts.expected[:, place]
        # What the evidence may be off by, which ranges leave out, is on top of it and nothing on average.
        off = own - expected
        if name == found.case.ids[0]:
            np.testing.assert_allclose(own, expected, rtol=1e-9)
        else:
            assert abs(off.mean()) < 4 * error_of(off) + 1e-6, name
    # Where the assumptions alone are uncertain enough nothing is added.
    sure = drawn(loaded(**{"careers.gain_error": 1}), ASSOCIATE, draws=150)
    rows = monte_carlo(
        sure.case.runs[0].settled,
        0,
        150,
        drawn_in(sure.case, sure.case.runs[0], 150),
        given_names(sure.case.given, sure.case.runs[0].settled),
    )
    expected = worth(rows, life(rows), ASSOCIATE)[:, 0]
    np.testing.assert_allclose(sure.simulation.amounts.expected[:, 1], expected, rtol=1e-9)


def test_the_simulated_mean_of_what_is_kept_is_right_where_the_point_is_not():
    # One year, New York, a child: taxes and benefits bend, so the mean over lives is not that of the mean.
    values = {"person.start_age": 40, "person.retire_age": 41, "person.children": "[3]"} | lasting(0.5)
    known = certain(loaded(**values, **without("death")))
    known = certain(localized(known, Place(state_of("NY", ""), None, None), None).records)
    slices = slices_in("NY", known)
    found = drawn(known, SECTORAL, draws=60_000, slices=slices)
    years = life(found.case.arrays, slices)
    grid = np.linspace(-6, 6, 4001)
    weights = np.exp(-(grid**2) / 2)
    weights /= weights.sum()
    luck = np.exp(0.5 * grid - 0.125)
    share, length = years.employed[0, 0], 0.5
    chance = (1 - share) / length
    expected = 0.0
    for factor, part in ((1 / share, 1 - chance), ((1 - length) / share, chance)):
        earned = years.level[0, 0] * share * luck * factor
        kept = net_resources(years.household, earned[:, None])[:, 0]
        expected += part * float(weights @ kept)
    own = found.simulation.kept.worth[:, 0] / years.discount[0, 0]
    assert abs(own.mean() - expected) < 4 * error_of(own)
    of_the_mean = net_resources(years.household, years.level * years.employed)[0, 0]
    assert abs(of_the_mean - expected) > 20 * error_of(own)


def test_how_many_are_ahead_by_each_year_is_counted_life_by_life():
    # In the plain world without luck in pay a finisher is 3,000 behind after one year of training, 6,000 after two, and
    # 20,000 ahead after the third; half of them finish, and leavers never get ahead.
    known = certain(loaded([PLAIN], **lasting(0)))
    case = case_of(known, [TRADES], None)
    counts = ahead_by_year(case, case.runs[0], life(case.arrays), 1, 4000, 0, kept=False)
    assert counts.tolist() == pytest.approx([0, 0, *[2000] * 8], abs=1)


def test_the_chance_of_a_pair_is_that_of_the_comparison():
    found = drawn(loaded(), ASSOCIATE, draws=2500)
    assert chance_well_ahead(found.case, 2500, 0).share == found.together[ASSOCIATE].chance_well_ahead


def test_lives_in_the_same_assumptions_say_less_than_as_many_apart():
    # An effect is above zero or not by the assumptions alone where nobody's luck is of their own.
    name = f"pathways.{SECTORAL}.impact.factor"
    uncertain_sign = Assumption(0.0, "ratio", "assumed", "judgement", "test", range=(-9.0, 9.0))
    alike = {"people.luck_correlation": 1}
    known = with_leaf(loaded(**alike), name, uncertain_sign)
    of_assumptions = chance_well_ahead(case_of(known, [SECTORAL], None), 5000, 0)
    of_luck = chance_well_ahead(case_of(certain(loaded()), [SECTORAL], None), 5000, 0)
    assert of_assumptions.design_effect > 3
    assert of_luck.design_effect == pytest.approx(1, abs=0.15)


@pytest.mark.parametrize(
    "values",
    [
        {"person.start_age": 59},
        {"person.start_age": 61, "person.retire_age": 66},
        {"person.start_age": 60},
        {"person.start_age": 30, "person.planned_out": "{36: 2}"},
        finishing(0, TRADES, ASSOCIATE),
        {"person.loan": 4000, "person.start_age": 35},
        {"people.spell_length": 0.02, **employed(0.5)},
        {"person.wage": 11, "person.years_out": 6, "person.start_age": 40},
        {"careers.leaving_cost": 0.4, "careers.apprentice_leavers_keep": 1},
    ],
)
def test_odd_lives_have_a_worth_in_every_draw(values):
    with np.errstate(all="raise"):
        found = drawn(loaded(**values), *BY_PAY, draws=600)
    for layer in LAYERS:
        assert np.isfinite(getattr(found.simulation, layer).worth).all()
    assert np.isfinite(found.simulation.amounts.expected).all()


@pytest.mark.parametrize("age", [61, 62, 63])
def test_those_with_few_years_left_have_a_worth_in_every_draw(age):
    found = drawn(loaded(**{"person.start_age": age}), CERTIFICATE, SECTORAL, draws=300)
    assert np.isfinite(found.simulation.together.worth).all()
    assert np.isfinite(found.simulation.amounts.expected).all()


def test_half_of_the_draws_are_of_either_sex_and_each_is_drawn_as_for_a_person_of_it():
    found = drawn(loaded(**{"person.sex": None}), TRADES, ASSOCIATE, draws=4000)
    assert [len(one.together.worth) for one in found.drawn.simulations] == [2000, 2000]
    for sex, one in zip(("male", "female"), found.drawn.simulations, strict=True):
        alone = drawn(loaded(**{"person.sex": sex}), TRADES, ASSOCIATE, draws=2000)
        np.testing.assert_allclose(one.together.worth, alone.simulation.together.worth, rtol=1e-12)
        np.testing.assert_allclose(one.amounts.expected, alone.simulation.amounts.expected, rtol=1e-12)
    assert found.drawn.weights[0] == pytest.approx([0.5, 0.965, 0.487], abs=0.001)
    assert found.drawn.weights.sum(axis=0) == pytest.approx(1)
    # Of those who finish more are men where men finish more often.
    assert found.drawn.completer[0, 1] == pytest.approx(0.965 * 0.433 / (0.965 * 0.433 + 0.035 * 0.332))
    assert found.drawn.leaver[0, 1] == pytest.approx(0.965 * 0.567 / (0.965 * 0.567 + 0.035 * 0.668))


def test_the_amounts_are_spread_evenly_so_that_few_draws_settle_them():
    # Sets of rows apart from each other tell how far the mean may be off; rows that were not would say much more.
    found = drawn(loaded(), TRADES, draws=ASSUMED)
    gain = np.diff(found.simulation.amounts.expected)[:, 0]
    error = found.mean_gains[TRADES].standard_error
    sets = gain.reshape(-1, STRATA).mean(axis=1)
    assert error == pytest.approx(sets.std(ddof=1) / np.sqrt(len(sets)), rel=1e-9)
    assert error < 0.5 * error_of(gain)


def test_amounts_of_draws_are_those_of_the_simulation():
    found = drawn(loaded(), TRADES, draws=200)
    again = amounts_of(drawn_for(found.case, found.case.runs[0], 200, 0))
    assert (again.expected == found.simulation.amounts.expected).all()
