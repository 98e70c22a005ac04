import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model import discounting
from mobcalc.model.clock import year_numbers
from tests.conftest import column, row


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        ("begin", [1, 1 / 1.03, 1 / 1.0609]),
        ("mid", [1.03**-0.5, 1.03**-1.5, 1.03**-2.5]),
        ("end", [1 / 1.03, 1 / 1.0609, 1.03**-3]),
    ],
)
def test_three_timings_of_a_years_money(timing, expected):
    factors = discounting.discount_factors(column(0.03), year_numbers(3), timing)
    np.testing.assert_allclose(factors, [expected], rtol=1e-12)


def test_growth_starts_at_one():
    np.testing.assert_allclose(
        discounting.growth_factors(column(0, 0.005), year_numbers(3)), [[1, 1, 1], [1, 1.005, 1.010025]]
    )


def test_zero_rate_gives_the_plain_sum():
    factors = discounting.discount_factors(column(0.0), year_numbers(3))
    assert discounting.weighted_sum(row(10, 20, 30), factors).tolist() == [[60]]


def test_running_sum_ends_at_the_sum():
    assert discounting.running_sum(row(1, -2, 4), row(1, 1, 0.5)).tolist() == [[1, -1, 1]]


@given(st.floats(0, 0.2), st.floats(0, 0.2))
def test_a_higher_rate_never_raises_a_present_value(low, high):
    low, high = sorted((low, high))
    factors = discounting.discount_factors(column(low, high), year_numbers(40))
    values = discounting.weighted_sum(np.ones((2, 40)), factors)
    assert values[0, 0] >= values[1, 0]
