import numpy as np

from mobcalc.model.clock import year_numbers
from mobcalc.model.survival import survival
from tests.conftest import column


def test_deaths_are_spread_evenly_over_a_year_of_age():
    # A table in which one of a hundred dies every year: 100, 99, 98 ... at ages 0, 1, 2 ...
    table = np.arange(101, 0, -1, dtype=float)[None, :]
    chances = survival(table, column(1), np.array([0.0, 0.5, 1.0, 2.5]))
    np.testing.assert_allclose(chances, [[1, 99.5 / 100, 99 / 100, 97.5 / 100]])


def test_rows_may_start_at_different_ages():
    table = np.arange(101, 0, -1, dtype=float)[None, :]
    chances = survival(table, column(1, 51), year_numbers(2))
    np.testing.assert_allclose(chances, [[1, 99 / 100], [1, 49 / 50]])


def test_beyond_the_table_the_last_age_stands():
    table = np.arange(101, 0, -1, dtype=float)[None, :]
    np.testing.assert_allclose(survival(table, column(99), np.array([1.0, 5.0])), [[0.5, 0.5]])


def test_men_die_sooner_than_women(assumptions):
    men, women = (np.array([getattr(assumptions.people.survivors, sex).value]) for sex in ("male", "female"))
    elapsed = year_numbers(47) + 0.5
    assert (survival(men, column(18), elapsed) < survival(women, column(18), elapsed)).all()
