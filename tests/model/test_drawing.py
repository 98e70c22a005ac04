"""Draws are spread over a range with the value as their mean, as a beta distribution whose parameters add up to 6."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model.drawing import normal, spread

EVEN = (np.arange(200_000) + 0.5) / 200_000
inside = st.floats(0.001, 0.999)


@given(inside)
def test_the_value_is_the_mean_and_a_seventh_of_what_is_left_the_variance(share):
    drawn = spread(EVEN, share, 0.0, 1.0)
    assert drawn.mean() == pytest.approx(share, abs=2e-5)
    assert drawn.var() == pytest.approx(share * (1 - share) / 7, rel=1e-3, abs=2e-6)


@pytest.mark.parametrize("share", [0.01, 1 / 12, 0.3, 0.5, 0.9, 0.99])
def test_the_third_moment_is_that_of_a_beta_distribution(share):
    # A normal or triangular one of the same mean and variance would have another.
    first, second = 6 * share, 6 * (1 - share)
    skewness = 2 * (second - first) * math.sqrt(7) / (8 * math.sqrt(first * second))
    drawn = spread(EVEN, share, 0.0, 1.0)
    found = ((drawn - drawn.mean()) ** 3).mean() / drawn.std() ** 3
    assert found == pytest.approx(skewness, abs=0.002 * max(1, abs(skewness)))


@given(inside, st.floats(0, 1), st.floats(0, 1))
def test_draws_rise_with_their_number_from_one_end_to_the_other(share, a, b):
    low, high = sorted((a, b))
    first, below, above, last = spread(np.array([0.0, low, high, 1.0]), share, 0.0, 1.0)
    assert (first, last) == (0.0, 1.0)
    assert 0 <= below <= above <= 1


@given(inside, st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_a_range_moves_and_stretches_what_is_drawn(share, low, width):
    high = low + width
    value = low + share * (high - low)
    numbers = np.array([[0.1], [0.5], [0.9]])
    plain = spread(numbers, (value - low) / (high - low), 0.0, 1.0)
    np.testing.assert_allclose(spread(numbers, value, low, high), low + (high - low) * plain, rtol=1e-9, atol=1e-9)


@given(inside, inside)
def test_the_mirror_image(share, uniform):
    numbers = np.array([uniform])
    np.testing.assert_allclose(
        spread(1 - numbers, 1 - share, 0.0, 1.0), 1 - spread(numbers, share, 0.0, 1.0), atol=1e-6
    )


def test_normal_numbers_have_mean_0_and_variance_1():
    drawn = normal(EVEN)
    assert drawn.mean() == pytest.approx(0, abs=1e-9)
    assert drawn.var() == pytest.approx(1, abs=1e-4)
    assert (drawn**4).mean() == pytest.approx(3, abs=0.01)


@given(st.floats(1e-6, 1 - 1e-6))
def test_as_much_lies_below_a_normal_number_as_its_own_says(uniform):
    drawn = float(normal(np.array([uniform]))[0])
    assert 0.5 * (1 + math.erf(drawn / math.sqrt(2))) == pytest.approx(uniform, abs=1e-6)
