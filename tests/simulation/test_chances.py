"""What is said of simulated lives: chances, ranges, ages, and what they must be whatever the numbers."""

import itertools

import numpy as np
import pytest

from mobcalc.projection.measures import gain
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.results.chances import WELL_AHEAD
from mobcalc.sampling import point
from mobcalc.simulation.chances import _age, layers, pairwise, pathway_notices
from mobcalc.simulation.draws import chance_well_ahead
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from tests.simulation.worlds import (
    ASSOCIATE,
    BACHELORS,
    BASE,
    BY_PAY,
    DEFAULT,
    PLAIN,
    SECTORAL,
    TRADES,
    certain,
    drawn,
    finishing,
    lasting,
    loaded,
    without,
)
from tests.store.published import states

LEAVERS_KEEP_NOTHING = {"careers.apprentice_leavers_keep": 0, "careers.student_leavers_keep": 0}
NOBODY_FINISHES = finishing(0.001, *BY_PAY)


def test_chances_are_of_the_gains():
    found = drawn(loaded(), TRADES, ASSOCIATE, draws=3000)
    gains, own = found.gains(), found.together
    for place, name in enumerate(found.case.ids[1:]):
        together = own[name]
        assert together.draws == 3000
        assert together.chance_ahead == pytest.approx(np.mean(gains[:, place] >= 1), rel=1e-12)
        assert together.chance_behind == pytest.approx(np.mean(gains[:, place] <= -1), rel=1e-12)
        assert together.chance_well_ahead == pytest.approx(np.mean(gains[:, place] >= 10_000), rel=1e-12)
        low, middle, high = np.quantile(gains[:, place], [0.1, 0.5, 0.9])
        assert (together.gain_p10, together.gain_p50, together.gain_p90) == pytest.approx((low, middle, high))
    pairs = pairwise(found.drawn, found.case.ids)
    assert pairs[TRADES][BASE] == own[TRADES].chance_well_ahead
    assert pairs[TRADES][TRADES] is None
    by_hand = np.mean(gains[:, 0] - gains[:, 1] >= WELL_AHEAD)
    assert pairs[TRADES][ASSOCIATE] == pytest.approx(by_hand, rel=1e-12)
    assert pairs[TRADES][ASSOCIATE] + pairs[ASSOCIATE][TRADES] <= 1


def test_standard_errors_are_how_far_other_seeds_lie_apart():
    stated, found = [], []
    for seed in range(60):
        one = drawn(loaded(), ASSOCIATE, draws=400, seed=seed).together[ASSOCIATE]
        stated.append((one.gain_standard_error, one.chance_standard_error))
        found.append((one.gain_mean, one.chance_well_ahead))
    # Luck is spread evenly over the lives, so that seeds agree a little better than is said.
    for apart, said in zip(np.std(found, axis=0, ddof=1), np.mean(stated, axis=0), strict=True):
        assert 0.5 * said < apart < 1.2 * said


def test_the_age_by_which_most_are_ahead_is_for_good():
    assert _age(np.array([True, False, True, True]), 18) == 21
    assert _age(np.array([True, True]), 18) == 19
    assert _age(np.array([True, False]), 18) is None


def test_the_age_is_computed_where_8_of_10_end_ahead_and_only_there():
    # All finish, and nobody has luck: 2,000 + 1,000 behind in each of two years, 26,000 ahead in the third.
    plain = certain(loaded([PLAIN], **lasting(0), **finishing(1, TRADES)))
    assert drawn(plain, TRADES, draws=200).together[TRADES].ahead_in_8_of_10_by_age == 23
    half = certain(loaded([PLAIN], **lasting(0)))
    assert drawn(half, TRADES, draws=200).together[TRADES].ahead_in_8_of_10_by_age is None


@pytest.mark.parametrize("age", [18, 29, 45])
@pytest.mark.parametrize("sex", ["male", "female"])
def test_where_nobody_finishes_hardly_more_than_half_end_well_ahead(sex, age):
    found = drawn(loaded(**NOBODY_FINISHES, **{"person.sex": sex, "person.start_age": age}), *DEFAULT, draws=4000)
    for name in BY_PAY:
        assert found.together[name].chance_well_ahead <= 0.6, name


@pytest.mark.parametrize("age", [18, 29, 45])
@pytest.mark.parametrize("sex", ["male", "female"])
def test_where_nobody_finishes_and_leavers_keep_nothing_no_year_after_training_gains(sex, age):
    values = {**NOBODY_FINISHES, **LEAVERS_KEEP_NOTHING, "careers.leaving_cost": 0}
    case = drawn(loaded(**values, **{"person.sex": sex, "person.start_age": age}), *BY_PAY, draws=1).case
    years = life(case.arrays)
    base = projection(case.arrays, years, BASE).expected.earnings
    for name in BY_PAY:
        own = projection(case.arrays, years, name)
        after = int(np.ceil(own.expected.training.sum() + 4))
        assert np.abs(own.expected.earnings - base)[:, after:].max() <= 100, name
        # With what they keep by default more is gained, but for a general certificate's next to nothing.
        keeping = drawn(
            loaded(**NOBODY_FINISHES, **{"person.sex": sex, "person.start_age": age}), *BY_PAY, draws=1
        ).case
        theirs = projection(keeping.arrays, life(keeping.arrays), name).expected.earnings
        if name == TRADES:
            assert np.abs(theirs - base)[:, after:].max() > 200


@pytest.mark.parametrize("age", [18, 29])
@pytest.mark.parametrize("sex", ["male", "female"])
def test_finishers_of_a_bachelors_degree_are_ahead_in_7_to_9_of_10(sex, age):
    sure = {**finishing(1, BACHELORS), "person.sex": sex, "person.start_age": age}
    ahead = drawn(loaded(**sure), BACHELORS, draws=20_000).together[BACHELORS]
    # Men of 29 stand at the lower bound itself.
    chance, error = ahead.chance_well_ahead, ahead.chance_standard_error
    assert 0.70 - 3 * error <= chance <= 0.90 + 3 * error


def test_no_chance_is_next_to_certain_in_any_state_at_any_age():
    for state, age, sex in itertools.product(states(), (18, 25, 35, 45), ("male", "female")):
        values = {"person.sex": sex, "person.start_age": age}
        known = localized(loaded(**values), Place(state), None).records
        found = drawn(known, draws=400)
        assert len(found.together) == len(DEFAULT)
        for name, chances in found.together.items():
            assert 0.03 <= chances.chance_well_ahead <= 0.97, (state.postal, age, sex, name)


@pytest.mark.parametrize("person", [{}, {"person.sex": "female", "person.start_age": 29}])
def test_no_other_seed_turns_the_order_of_chances_that_lie_apart(person):
    runs = [drawn(loaded(**person), *DEFAULT, BACHELORS, draws=2000, seed=seed).together for seed in range(20)]
    apart = 0
    for first, second in itertools.combinations(runs[0], 2):
        both = [(run[first], run[second]) for run in runs]
        more = np.array([a.chance_well_ahead - b.chance_well_ahead for a, b in both])
        error = np.hypot(both[0][0].chance_standard_error, both[0][1].chance_standard_error)
        if abs(more.mean()) > 3 * error:
            assert (np.sign(more) == np.sign(more.mean())).all(), (first, second)
            apart += 1
    assert apart >= 4


def test_luck_makes_far_more_of_a_life_than_uncertain_numbers_do():
    own = layers((found := drawn(loaded(), TRADES, draws=4000)).asked, found.drawn)[TRADES]
    spreads = [one.gain_p90 - one.gain_p10 for one in (own.parameter, own.one_life, own.together)]
    assert spreads[0] < spreads[1] < 1.05 * spreads[2]


def test_more_correlation_is_more_certainty():
    known = {"people.luck_correlation": 1, **without("moving")}
    alike, apart = (
        drawn(certain(loaded(**values)), TRADES, draws=4000).together[TRADES].chance_well_ahead
        for values in (known, {**known, "people.luck_correlation": 0})
    )
    assert alike > apart + 0.05


def test_what_is_said_of_men_and_women_together_is_mixed_by_their_shares():
    found = drawn(loaded(**{"person.sex": None}), TRADES, ASSOCIATE, draws=4000)
    own, simulations = found.together, found.drawn.simulations
    for place, name in enumerate(found.case.ids[1:], start=1):
        men = found.drawn.weights[0, place]
        gains = [one.together.worth[:, place] - one.together.worth[:, 0] for one in simulations]
        both = own[name]
        assert both.draws == 4000
        by_hand = men * np.mean(gains[0] >= 10_000) + (1 - men) * np.mean(gains[1] >= 10_000)
        assert both.chance_well_ahead == pytest.approx(by_hand)
        assert both.gain_mean == pytest.approx(men * gains[0].mean() + (1 - men) * gains[1].mean())
        for share, amount in ((0.1, both.gain_p10), (0.5, both.gain_p50), (0.9, both.gain_p90)):
            below = men * np.mean(gains[0] < amount) + (1 - men) * np.mean(gains[1] < amount)
            assert below == pytest.approx(share, abs=0.002)
        amounts = [one.amounts.expected[:, place] - one.amounts.expected[:, 0] for one in simulations]
        mixed = men * amounts[0].mean() + (1 - men) * amounts[1].mean()
        assert found.mean_gains[name].expected == pytest.approx(mixed)
    pairs = pairwise(found.drawn, found.case.ids)
    assert pairs[TRADES][BASE] == pytest.approx(own[TRADES].chance_well_ahead)
    assert pairs[TRADES][ASSOCIATE] + pairs[ASSOCIATE][TRADES] <= 1
    alone = drawn(loaded(**{"person.sex": None}), ASSOCIATE, draws=4000)
    assert chance_well_ahead(alone.case, 4000, 0).share == pytest.approx(own[ASSOCIATE].chance_well_ahead)


def test_mean_gains_are_of_finishers_and_leavers_too():
    found = drawn(certain(loaded()), TRADES, SECTORAL, draws=200)
    mean, expected = found.mean_gains[TRADES], gain(found.sides, (TRADES, BASE)).item()
    assert mean.expected == pytest.approx(expected, rel=1e-9)
    assert 0.433 * mean.completer + 0.567 * mean.leaver == pytest.approx(mean.expected, rel=1e-9)
    # The study of sectoral training tells nobody apart.
    sectoral = found.mean_gains[SECTORAL]
    assert (sectoral.completer, sectoral.leaver) == (None, None)


def test_training_drawn_longer_than_fits_is_cut_and_said():
    def codes(known):
        """What must be said of draws of the trades."""
        return [one.code for one in pathway_notices(drawn(known, TRADES, draws=400).case)[TRADES]]

    late = loaded(**{"person.start_age": 61})
    assert codes(late) == ["cut_short"]
    assert codes(certain(late)) == []
    assert codes(loaded()) == []
    before_time_out = loaded(**{"person.start_age": 30, "person.planned_out": "{34: 2}"})
    assert np.isfinite(drawn(before_time_out, TRADES, draws=400).simulation.together.worth).all()


def test_the_lives_of_these_tests_are_of_the_values_shipped():
    assert point(loaded()).people.luck_correlation[0, 0] == 0.7
    assert point(loaded(**NOBODY_FINISHES)).pathways[TRADES].completion.rate_men[0, 0] == 0.001
