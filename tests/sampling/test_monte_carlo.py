"""Draws of uncertain assumptions: their value is their mean, they are spread evenly, and each has its own stream."""

import numpy as np
import pytest

from mobcalc.model import drawing
from mobcalc.projection.case import case_of
from mobcalc.sampling import given_names, point
from mobcalc.sampling.monte_carlo import STRATA, even, lives, monte_carlo, own_luck, uncertain
from mobcalc.schema import Assumption, records, with_leaf
from tests.simulation.worlds import TRADES, loaded

RATE = f"pathways.{TRADES}.completion.rate"


def drawn_rate(assumptions, value, low, high, count=50_000):
    """Draws of a chance to finish."""
    record = Assumption(value, "share", "assumed", "judgement", "test", range=(low, high))
    return monte_carlo(with_leaf(assumptions, RATE, record), 0, count, [RATE]).pathways[TRADES].completion.rate


def test_scenario_numbers_and_bounds_are_not_drawn(assumptions):
    names = uncertain(assumptions)
    assert "careers.finisher_standing" in names
    assert not {"economy.discount_rate", "economy.real_wage_growth"} & set(names)
    assert not [name for name in names if name.endswith((".fade_out", ".zero_by_year"))]
    # What a grant may be at most is no middle of anything.
    assert not [name for name in names if name.endswith("costs.grants")]


@pytest.mark.parametrize(("value", "low", "high"), [(0.6, 0.5, 0.7), (0.55, 0.5, 0.7), (0.9, 0.1, 0.95), (0.5, 0, 1)])
def test_a_draw_is_a_beta_with_the_value_as_mean(assumptions, value, low, high):
    values = drawn_rate(assumptions, value, low, high)[:, 0]
    share = (value - low) / (high - low)
    # alpha + beta = 6, so the variance is share x (1 - share) / 7.
    assert values.mean() == pytest.approx(value, abs=2e-4 * (high - low))
    assert values.std() == pytest.approx((high - low) * np.sqrt(share * (1 - share) / 7), rel=0.005)
    assert low <= values.min() and values.max() <= high
    # Symmetrical only in the middle: the third moment of a beta is 2 (beta - alpha) sqrt(7) / (8 sqrt(alpha beta)).
    alpha, beta = 6 * share, 6 - 6 * share
    skewness = np.mean(((values - values.mean()) / values.std()) ** 3)
    assert skewness == pytest.approx(2 * (beta - alpha) * np.sqrt(7) / (8 * np.sqrt(alpha * beta)), abs=0.03)


def at(arrays, name):
    """The rows of an assumption by its dotted name."""
    for part in name.split("."):
        arrays = arrays[part] if isinstance(arrays, dict) else getattr(arrays, part.replace("-", "_"))
    return arrays


def test_all_that_is_drawn_keeps_its_value_on_average(assumptions):
    rows, one, known = monte_carlo(assumptions, 1, 400), point(assumptions), dict(records(assumptions))
    names = uncertain(assumptions)
    assert len(names) > 60
    for name in names:
        drawn, value, record = at(rows, name), at(one, name)[0, 0], known[name]
        low, high = (end * value / record.value for end in record.range) if record.value else record.range
        # 400 rows in eight sets that are each spread evenly over the range.
        assert abs(drawn.mean() - value) < 0.002 * abs(high - low), name
        assert drawn.std() > 0.1 * abs(high - low), name


def test_each_part_of_a_range_is_drawn_once_in_every_set():
    uniform = even(3, "some.number", 4 * STRATA)[:, 0]
    for start in range(0, len(uniform), STRATA):
        assert sorted(np.floor(uniform[start : start + STRATA] * STRATA)) == list(range(STRATA))
    # The sets are independent of one another, and what is left over is a part of one.
    assert abs(np.corrcoef(uniform[:STRATA], uniform[STRATA : 2 * STRATA])[0, 1]) < 0.5
    assert (even(3, "some.number", 70)[:, 0] == uniform[:70]).all()


def test_each_assumption_has_its_own_stream(assumptions):
    names = ["careers.finisher_standing", f"pathways.{TRADES}.earnings.causal_share"]
    together = monte_carlo(assumptions, 7, 50, names)
    alone = monte_carlo(assumptions, 7, 50, names[1:])
    ours, theirs = (rows.pathways[TRADES].earnings.causal_share for rows in (together, alone))
    assert (ours == theirs).all()
    assert abs(np.corrcoef(together.careers.finisher_standing[:, 0], ours[:, 0])[0, 1]) < 0.5
    assert alone.careers.finisher_standing.shape == (1, 1)


def test_money_is_drawn_in_dollars_of_the_price_year(assumptions):
    name = f"pathways.{TRADES}.costs.tools"
    record = Assumption(250.0, "USD/year", "assumed", "judgement", "test", 2011, range=(0.0, 1000.0))
    tools = monte_carlo(with_leaf(assumptions, name, record), 0, 20_000, [name]).pathways[TRADES].costs.tools
    assert tools.mean() == pytest.approx(250 * 321.974 / 224.939, rel=0.001)
    assert tools.min() >= 0 and tools.max() <= 1000 * 321.974 / 224.939


def test_what_one_name_gives_is_drawn_once():
    # A woman's chance to finish stands under two names once the assumptions are hers.
    case = case_of(loaded(**{"person.sex": "female"}), [TRADES], None)
    named = given_names(case.given, case.settled)
    completion = monte_carlo(case.settled, 0, 50, None, named).pathways[TRADES].completion
    assert np.ptp(completion.rate) > 0.01
    assert (completion.rate == completion.rate_women).all()


def test_luck_is_spread_evenly_over_a_block_and_each_kind_is_its_own():
    (luck,) = lives(0, 10, 2000, 2000)
    for kind in ("moving", "staying", "death"):
        assert sorted(np.floor(getattr(luck, kind)[:, 0] * 2000)) == list(range(2000))
    (own,), (other,) = (list(own_luck(0, name, 2000, 2000)) for name in ("one", "two"))
    middles = drawing.normal((np.arange(2000) + 0.5) / 2000)
    for numbers in (luck.pay, own, other):
        np.testing.assert_allclose(np.sort(numbers[:, 0]), middles, atol=1e-12)
    kinds = np.hstack([luck.pay, own, other, luck.moving, luck.staying, luck.death, luck.work])
    assert np.abs(np.corrcoef(kinds.T) - np.eye(kinds.shape[1])).max() < 0.1


def test_a_pathways_own_luck_is_the_same_whatever_else_is_drawn():
    whole = np.concatenate(list(own_luck(4, "one", 4500, 2000)))
    assert whole.shape == (4500, 1)
    assert (np.concatenate(list(own_luck(4, "one", 2500, 2000))) == whole[:2500]).all()
    assert not (np.concatenate(list(own_luck(5, "one", 4500, 2000))) == whole).all()
