import numpy as np
import pytest

from mobcalc.model import costs
from tests.conftest import column, row


def test_full_time_years_are_spread_over_the_time_it_takes():
    # 2.5 full-time years at 1,000 over 3.2 years: 781.25 a year, a fifth of it in the last.
    spent = costs.training_costs(row(1, 1, 1, 0.2, 0), column(1000), column(2.5), column(3.2))
    np.testing.assert_allclose(spent, [[781.25, 781.25, 781.25, 156.25, 0]])
    assert spent.sum() == pytest.approx(2500)


def test_grants_above_the_price_are_money_in_hand():
    assert costs.training_costs(row(1), column(-860), column(1), column(1)).item() == -860


def test_a_total_is_spread_over_training():
    np.testing.assert_allclose(costs.spread(column(600), row(1, 0.5, 0), column(1.5)), [[400, 200, 0]])


def test_fringe_is_a_share_of_earnings():
    assert costs.fringe(row(40_000), column(0.255)).item() == pytest.approx(10_200)
