import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model.clock import year_numbers
from mobcalc.model.impact import effect_path, full_dose
from tests.conftest import column, row

POINTS = np.array([2.0, 4.0])
EFFECTS = row(100, 200)


def test_nothing_before_the_first_point_unless_said():
    path = effect_path(year_numbers(4), POINTS, EFFECTS, column(0), column(0), None)
    np.testing.assert_allclose(path, [[0, 100, 150, 200]])
    path = effect_path(year_numbers(4), POINTS, EFFECTS, column(0.5), column(0), None)
    np.testing.assert_allclose(path, [[50, 100, 150, 200]])


def test_fade_out_after_the_last_point():
    path = effect_path(year_numbers(6), POINTS, EFFECTS, column(0), column(0.1), None)
    np.testing.assert_allclose(path[0, 4:], [180, 162])


def test_straight_to_nothing():
    path = effect_path(year_numbers(9), POINTS, EFFECTS, column(0), None, column(8))
    np.testing.assert_allclose(path[0, 3:], [200, 150, 100, 50, 0, 0])


def test_without_a_rule_it_stays():
    assert effect_path(year_numbers(9), POINTS, EFFECTS, column(0), None, None)[0, -1] == 200


def test_rows_are_apart():
    effects = np.array([[100.0, 200], [10, 20]])
    path = effect_path(year_numbers(5), POINTS, effects, column(0, 0), column(0, 0.5), None)
    np.testing.assert_allclose(path, [[0, 100, 150, 200, 200], [0, 10, 15, 20, 10]])


def test_a_first_year_may_be_negative():
    path = effect_path(year_numbers(2), np.array([1.0, 2]), row(-5778, 5181), column(0), column(0.05), None)
    assert path.tolist() == [[-5778, 5181]]


@given(st.floats(0, 1), st.floats(0, 1))
def test_faster_fading_never_leaves_more(a, b):
    slow, fast = sorted((a, b))
    path = effect_path(year_numbers(40), POINTS, np.repeat(EFFECTS, 2, axis=0), column(0, 0), column(slow, fast), None)
    assert (path[0] >= path[1]).all()


@given(st.floats(0.02, 1), st.floats(0, 1), st.floats(-1e5, 1e5))
def test_finishers_and_leavers_together_have_what_was_measured(completion, kept, effect):
    full = full_dose(row(effect), column(completion), column(kept)).item()
    together = completion * full + (1 - completion) * kept * full
    np.testing.assert_allclose(together, effect, rtol=1e-12, atol=1e-12)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_more_leavers_keep_the_less_finishers_have_of_the_same_effect(completion, a, b):
    less, more = sorted((a, b))
    sharp, flat = (full_dose(row(1000), column(completion), column(kept)).item() for kept in (less, more))
    assert 1000 * (1 - 1e-12) <= flat <= sharp <= 100_000
