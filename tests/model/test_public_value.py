"""What programs are worth to those who pay, by hand."""

import numpy as np
import pytest

from mobcalc.model import public_value


def one(amount: float) -> np.ndarray:
    return np.array([[amount]])


def test_the_marginal_value_by_hand():
    # 3,635 after tax for 5,641 less 11 of tax and 940 of other training that is saved: 3,635 / 4,690 = 0.775.
    assert public_value.marginal_value(one(3635), one(5641 - 11 - 940))[0, 0] == pytest.approx(0.775, abs=0.001)


@pytest.mark.parametrize(("gain", "net", "value"), [(10, 0, np.inf), (10, -5, np.inf), (-10, -5, np.nan), (0, 5, 0)])
def test_the_marginal_value_where_money_comes_back(gain, net, value):
    assert public_value.marginal_value(one(gain), one(net))[0, 0] == pytest.approx(value, nan_ok=True)


def test_a_ratio_without_a_cost_is_no_number():
    assert public_value.benefit_cost_ratio(one(5368), one(4142))[0, 0] == pytest.approx(1.296, abs=0.001)
    assert np.isnan(public_value.benefit_cost_ratio(one(5), one(0))[0, 0])


def test_payback_is_the_year_by_whose_end_it_is_back():
    back = np.array([[-100.0, 300.0, 200.0, 1000.0]])
    assert public_value.payback_year(one(400), back)[0, 0] == 3
    assert public_value.payback_year(one(401), back)[0, 0] == 4
    assert np.isnan(public_value.payback_year(one(1401), back)[0, 0])


def test_an_even_gain_is_worth_its_cost():
    weights = np.array([[1.0, 0.5, 0.25]])
    assert public_value.even_gain(one(700), weights)[0, 0] == pytest.approx(400)


def test_a_change_lasts_and_fades():
    path = public_value.lasting(one(1000), one(1.5), one(0.19), np.arange(4.0))
    # Half of the second year in full and half of it at the start of fading; the third a year after the end: 0.81.
    assert path[0] == pytest.approx([1000, 1000, 1000 * 0.81**1.0, 1000 * 0.81**2.0], rel=1e-9)
    assert public_value.lasting(one(1000), one(2), one(1), np.arange(3.0))[0].tolist() == [1000, 1000, 0]


def test_half_are_paid_more_than_the_middle():
    shares = public_value.share_above(np.array([[40_000.0, 40_000.0]]), np.array([[40_000.0, 20_000.0]]), one(0.5))
    # ln 2 / 0.5 = 1.386 standard deviations: 0.917 of the normal distribution lies below.
    assert shares[0] == pytest.approx([0.5, 0.917], abs=0.001)
