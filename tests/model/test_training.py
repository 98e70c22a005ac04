import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.model import training
from mobcalc.model.clock import year_numbers
from tests.conftest import column, row

shares = st.floats(0, 1)
lengths = st.floats(0.1, 8)
loadings = st.floats(0.05, 5)


def test_a_term_of_hours_takes_its_time():
    assert training.term_length(column(8000), column(2000)).item() == 4


def test_four_even_steps_over_four_years():
    steps = training.mean_wage_step(
        column(4), year_numbers(5), np.array([0, 0.25, 0.5, 0.75]), row(0.5, 0.6, 0.7, 0.8), column(4)
    )
    np.testing.assert_allclose(steps, [[0.5, 0.6, 0.7, 0.8, 0]])


def test_a_step_in_the_middle_of_a_year_is_averaged():
    # Two and a half years, half at 50 % and half at 80 %: the second year has a quarter year at 50, three at 80.
    steps = training.mean_wage_step(column(2.5), year_numbers(3), np.array([0, 0.5]), row(0.5, 0.8), column(2.5))
    np.testing.assert_allclose(steps, [[0.5, 0.25 * 0.5 + 0.75 * 0.8, 0.8]])


def test_somebody_who_leaves_is_paid_the_steps_reached():
    # Two years, a step every half year; leaving after a quarter year of the second, only its first step is reached.
    steps = training.mean_wage_step(
        column(2), year_numbers(2), np.array([0, 0.25, 0.5, 0.75]), row(0.4, 0.6, 0.8, 1), column(1.25)
    )
    np.testing.assert_allclose(steps, [[0.5, 0.8]])


@given(lengths)
def test_the_whole_term_pays_the_mean_of_even_steps(length):
    year = year_numbers(9)
    steps = training.mean_wage_step(
        column(length), year, np.array([0, 0.25, 0.5, 0.75]), row(0.5, 0.6, 0.7, 0.8), column(length)
    )
    fraction = np.clip(length - year, 0, 1)
    assert (steps * fraction).sum() / length == pytest.approx(0.65)


def test_an_apprentice_is_paid_for_hours_on_the_job():
    assert training.apprentice_earnings(row(0.5), row(62_400), column(2000)).item() == pytest.approx(30_000)


def test_share_still_in_by_hand():
    # W(0.5) = (1 - e^-0.7) / (1 - e^-1.4) = 0.6682; 0.42^0.6682 = 0.5601
    still = training.share_still_in(column(0.42), row(0, 0.5, 1), column(1.4))
    np.testing.assert_allclose(still, [[1, 0.5601, 0.42]], atol=1e-4)


def test_people_leave_in_the_middle_of_each_part_of_training():
    np.testing.assert_allclose(training.exit_times(column(3.2), 4), [[0.5, 1.5, 2.5, 3.1]])
    np.testing.assert_allclose(training.exit_times(column(0.5, 2), 2), [[0.25, 0.5], [0.5, 1.5]])


def test_years_of_training_to_leave_in():
    assert [training.exit_years(length) for length in (0.5, 1, 3.2, 4, 4 + 1e-12)] == [1, 1, 4, 4, 4]


@given(shares, lengths, loadings)
def test_chances_of_leaving_sum_to_one(completion, length, loading):
    count = training.exit_years(length)
    chances = training.exit_chances(column(completion), column(length), column(loading), count)
    assert chances.min() >= 0
    assert chances.sum() == pytest.approx(1)


def test_where_everybody_finishes_the_chances_are_those_of_nearly_everybody():
    sure, nearly = (training.exit_chances(column(c), column(4), column(1.4), 4) for c in (1.0, 1 - 1e-7))
    np.testing.assert_allclose(sure, nearly, atol=1e-6)


def test_most_leave_early():
    chances = training.exit_chances(column(0.42), column(4), column(1.4), 4)[0]
    assert list(chances) == sorted(chances, reverse=True)
    assert chances[:2].sum() > 0.7
