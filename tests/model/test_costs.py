import numpy as np
import pytest

from mobcalc.model import costs
from tests.conftest import column, row


def test_a_total_is_spread_over_training():
    spent = costs.spread(column(600), row(1, 0.5, 0), column(1.5))
    np.testing.assert_allclose(spent, [[400, 200, 0]])
    assert spent.sum() == pytest.approx(600)


def test_fringe_is_a_share_of_earnings():
    assert costs.fringe(row(40_000), column(0.255)).item() == pytest.approx(10_200)
