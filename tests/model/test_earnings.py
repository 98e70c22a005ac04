import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model import earnings
from tests.conftest import column, row

PERCENTILES = row(20_000, 30_000, 40_000, 60_000, 90_000)


def test_age_shape_is_relative_to_the_mean_of_25_to_64():
    # Mean of ages 25-64 weighted by size: (30,000 x 1 + 40,000 x 3) / 4 = 37,500; 17.5 does not count in it.
    shape = earnings.age_shape(
        row(17.5, 27.5, 32.5, 80), np.array([17.5, 27.5, 37.5]), row(15_000, 30_000, 40_000), row(9, 1, 3)
    )
    np.testing.assert_allclose(shape, [[15 / 37.5, 30 / 37.5, 35 / 37.5, 40 / 37.5]])


def test_weekly_earnings_become_a_year_at_the_persons_hours():
    assert earnings.annual_from_weekly(column(1000), column(40)).item() == 52_000
    assert earnings.annual_from_weekly(column(1000), column(30)).item() == 39_000
    assert earnings.annual_from_hourly(column(20), column(30)).item() == 31_200


def test_position_rises_after_ten_years_and_shifts_as_a_whole():
    since = row(0, 10, 17.5, 25, 40)
    path = earnings.position(since, np.array([0, 10, 25.0]), row(0.5, 0.5, 0.55), column(0.05))
    np.testing.assert_allclose(path, [[0.55, 0.55, 0.575, 0.6, 0.6]])


def test_wages_between_percentiles_are_straight_in_logarithms():
    # Halfway from p50 to p75 lies the geometric mean of 40,000 and 60,000.
    np.testing.assert_allclose(earnings.wage_at(row(0.5, 0.625), PERCENTILES), [[40_000, (40_000 * 60_000) ** 0.5]])


def test_nothing_is_made_up_outside_the_published_percentiles():
    np.testing.assert_allclose(earnings.wage_at(row(0.01, 0.99), PERCENTILES), [[20_000, 90_000]])


@given(st.lists(st.floats(0, 1), min_size=2, max_size=2).map(sorted))
def test_a_higher_standing_never_earns_less(pair):
    low, high = earnings.wage_at(np.array([pair]), PERCENTILES)[0]
    assert low <= high * (1 + 1e-12)


@given(st.floats(0, 70))
def test_many_rows_read_off_like_one(at):
    points, values = np.array([0.0, 10, 25]), row(1, 2, 5)
    alone = earnings.interpolated(row(at), points, values)
    among = earnings.interpolated(row(at), points, np.repeat(values, 3, axis=0))
    np.testing.assert_allclose(among, np.repeat(alone, 3, axis=0))


def test_one_point_is_the_same_everywhere():
    values = np.array([[3.0], [4.0]])
    assert earnings.interpolated(row(1, 9), np.array([5.0]), values).tolist() == [[3, 3], [4, 4]]


def test_sex_mix_of_a_trade():
    # 1.15 x 0.965 + 0.83 x 0.035 = 1.1388
    assert earnings.sex_mix(column(0.965), column(1.15), column(0.83)).item() == pytest.approx(1.1388)


def test_the_unemployed_part_of_a_year_earns_nothing():
    assert earnings.employed_share(column(0.042)).item() == pytest.approx(0.958)


def test_only_positive_gaps_are_shrunk():
    assert earnings.counted_gap(row(100, 0, -100), column(0.73)).tolist() == [[73, 0, -100]]
