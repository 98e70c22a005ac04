import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model import earnings
from tests.conftest import column, row

PERCENTILES = row(20_000, 30_000, 40_000, 60_000, 90_000)


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        # By experience alone: 22 and the years since finishing.
        (0, [22, 22, 27, 42]),
        # By age alone, which below 27.5 is 27.5 at most.
        (1, [18, 22, 45.5, 60.5]),
        # Half of each: (18 + 22) / 2, 22, (45.5 + 27) / 2 and (60.5 + 42) / 2.
        (0.5, [20, 22, 36.25, 51.25]),
    ],
)
def test_pay_is_read_off_between_age_and_experience(weight, expected):
    age, since = row(18, 22, 45.5, 60.5), row(0, 0, 5, 20)
    found = earnings.experience_age(age, since, column(22), column(weight))
    np.testing.assert_allclose(found, [expected])


def test_experience_never_makes_older_than_the_person_is_but_for_the_young():
    # Ten years after finishing at 18: 22 + 10 is more than 28.5, and 22 + 4 less than the 27.5 that pay begins to count.
    age, since = row(28.5, 22.5, 26.5), row(10, 4, 8)
    found = earnings.experience_age(age, since, column(22), column(0))
    np.testing.assert_allclose(found, [[28.5, 26, 27.5]])


@given(st.floats(16, 70), st.floats(0, 50), st.floats(0, 1))
def test_the_age_of_pay_rises_with_experience(age, since, weight):
    now, later = (
        earnings.experience_age(row(age), row(since + more), column(22), column(weight)).item() for more in (0, 1)
    )
    assert now <= later <= max(age, 27.5)


def test_people_leave_an_occupation_at_its_rate_and_later_at_half_of_it():
    found = earnings.share_in_occupation(row(0, 1, 10, 14), column(0.05), column(10), column(0.5))
    # exp(-0.05), exp(-0.5), and two years' worth more of leaving in four years: exp(-0.6).
    np.testing.assert_allclose(found, [[1, 0.951229, 0.606531, 0.548812]], rtol=1e-6)


def test_nobody_keeps_a_loss_for_longer_than_two_years():
    gaps, since = row(-100, -100, -100, -100, 50), row(0, 1.99, 2, 30, 30)
    assert earnings.gap_floored(gaps, since).tolist() == [[-100, -100, 0, 0, 50]]


def test_hourly_wages_become_a_year_at_the_persons_hours():
    assert earnings.annual_from_hourly(column(20), column(30)).item() == 31_200
    assert earnings.annual_from_hourly(column(20), column(40)).item() == 41_600


def test_part_time_work_of_others_is_not_taken_off_pay_at_ones_own_hours():
    # All workers' hours are 0.8 of full-time ones: 0.6 of pay on average is 0.75 of what is paid at such hours.
    found = [earnings.share_at_own_hours(row(0.6, 0.9), column(part), column(0.8)) for part in (1.2, 1, 0.9, 0.8, 0.5)]
    np.testing.assert_allclose([one[0, 0] for one in found], [0.6, 0.6, 0.6 / 0.9, 0.75, 0.75])
    assert [one[0, 1] for one in found] == pytest.approx([0.9, 0.9, 1, 1, 1])


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


def test_only_positive_gaps_are_shrunk():
    assert earnings.counted_gap(row(100, 0, -100), column(0.73)).tolist() == [[73, 0, -100]]
