"""Luck moves single lives and no mean."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model import risk
from mobcalc.model.drawing import normal
from mobcalc.sampling.streams import stream
from tests.conftest import column

EVEN = ((np.arange(20_000) + 0.5) / 20_000)[:, None]
shares = st.floats(0, 1)


@given(st.floats(0, 0.8))
def test_lasting_luck_is_1_on_average_whatever_the_spread(spread):
    luck = risk.lasting_luck(normal(EVEN), column(spread))
    assert luck.mean() == pytest.approx(1, abs=2e-4)
    assert np.log(luck).std() == pytest.approx(spread, abs=1e-3)


@pytest.mark.parametrize("correlation", [-0.5, 0, 0.5, 0.7, 0.9, 1])
def test_correlated_numbers_are_standard_normal_and_as_much_alike_as_they_should(correlation):
    first = normal(EVEN)
    own = first[stream(3, "luck").permutation(len(first))]
    own = own - (own * first).mean() / (first**2).mean() * first  # nothing to do with the first, exactly
    own = own / own.std()
    mixed = risk.correlated(first, own, column(correlation))
    assert mixed.std() == pytest.approx(1, abs=1e-3)
    assert np.corrcoef(mixed[:, 0], first[:, 0])[0, 1] == pytest.approx(correlation, abs=1e-4)


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=5), shares)
def test_what_is_left_of_a_gain_in_an_occupation_is_1_on_average(parts, kept_outside):
    stayed = np.array([sorted(parts, reverse=True)]) / 20_000
    ratios = risk.gap_kept(EVEN, stayed, column(kept_outside))
    np.testing.assert_allclose(ratios.mean(axis=0), 1, rtol=1e-9)


@given(shares, shares, shares)
def test_nobody_comes_back_to_an_occupation(luck, a, b):
    stayed = np.array([sorted((1.0, a, b), reverse=True)])
    kept = 0.5
    left = risk.gap_kept(column(luck), stayed, column(kept)) * (kept + (1 - kept) * stayed)
    assert list(np.round(left[0], 9)) == sorted(np.round(left[0], 9), reverse=True)
    assert set(np.round(left[0], 9)) <= {1.0, kept}


def test_the_standard_error_is_how_far_means_of_groups_scatter():
    # 2,000 times the mean of 40 groups of 5 that have something in common; the errors are right on average.
    numbers = stream(5, "luck")
    common, own = numbers.standard_normal((2000, 40, 1)), numbers.standard_normal((2000, 40, 5))
    draws = (common + 0.5 * own).reshape(2000, 200)
    errors = risk.standard_error(draws, np.arange(0, 200, 5))
    assert np.sqrt((errors**2).mean()) == pytest.approx(draws.mean(axis=1).std(), rel=0.05)
    # Taken for draws of their own they would seem far surer.
    assert risk.standard_error(draws, np.arange(200)).mean() < 0.55 * errors.mean()
