import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model.clock import year_numbers
from mobcalc.model.impact import effect_path, finishers_effect
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


def test_finishers_gain_what_leavers_do_not():
    effect = finishers_effect(row(98_718), column(98_718 / 240_037))
    assert effect.item() == pytest.approx(240_037)
