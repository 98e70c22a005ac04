import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model import clock
from tests.conftest import column


def test_age_is_taken_in_the_middle_of_the_year():
    assert clock.ages(column(18), clock.year_numbers(3)).tolist() == [[18.5, 19.5, 20.5]]


def test_working_life_ends_on_the_birthday_of_retirement():
    assert clock.working(column(63, 64), column(65, 65), clock.year_numbers(2)).tolist() == [[1, 1], [1, 0]]


def test_fractional_training_fills_part_of_its_last_year():
    fraction = clock.training_fraction(column(3.2), clock.year_numbers(5))
    np.testing.assert_allclose(fraction, [[1, 1, 1, 0.2, 0]])


@given(st.floats(0, 20))
def test_the_parts_of_years_in_training_add_up_to_its_length(length):
    np.testing.assert_allclose(clock.training_fraction(column(length), clock.year_numbers(20)).sum(), length, atol=1e-9)


def test_years_since_count_from_the_end_to_the_middle_of_the_year():
    since = clock.years_since(column(3.2), clock.year_numbers(6))
    np.testing.assert_allclose(since, [[0, 0, 0, 0.3, 1.3, 2.3]])


def test_first_full_year_is_not_moved_by_rounding():
    lengths = np.array([0.0, 1.0, 3.2, 4.0 + 1e-12, 4.0 - 1e-12])
    assert clock.first_full_year(lengths).tolist() == [0, 1, 4, 4, 4]
