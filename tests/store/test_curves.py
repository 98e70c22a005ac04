"""How tools/ finds the curves of taxes and benefits, and packs them: on rules that a hand can reckon."""

import sys
from pathlib import Path

import numpy as np
import pytest

from mobcalc.store import tax_rules

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import build_net_resources as building
import curves
import pack_net_resources as packing
from policy_rules import Household

PARENT, ALONE = curves.Kind(Household(1, 1, 0)), curves.Kind(Household(1, 0, 0))
LOST_AT, BENDS_AT = 12_345.0, 20_110.0


def rules(households, earnings, care):
    """A benefit of 3,000 that ends at once and a tax of a tenth above a limit, the benefit only with children."""
    has_children = np.array([float(bool(one.young + one.older)) for one in households])
    benefit = np.where(earnings <= LOST_AT, 3_000.0, 0.0) * has_children + care
    return np.array([benefit, 0.1 * np.maximum(earnings - BENDS_AT, 0.0)])


def found(kinds):
    ask = curves.Ask(rules, np.ones((2, 1)))
    return curves.refined(ask, dict.fromkeys(kinds, np.arange(0.0, 40_001.0, 250.0)))


def test_a_jump_lies_within_five_dollars_and_all_else_within_twelve():
    curve = found([PARENT])[PARENT]
    (ends,) = np.flatnonzero(np.diff(curve.values[0]) < -100.0)
    assert curve.earnings[ends : ends + 2].tolist() == [12_345.0, 12_350.0]
    every = np.arange(0.0, 40_001.0, 5.0)
    right = rules([PARENT.household], every[:, None], 0.0)[:, :, 0]
    off = [np.interp(every, curve.earnings, line) - exact for line, exact in zip(curve.values, right, strict=True)]
    assert np.abs(off).max() <= 12.0
    assert len(curve.earnings) < 8


def test_every_kind_is_asked_about_itself(monkeypatch):
    dear = PARENT._replace(care=4_000)
    together = found([PARENT, ALONE, dear])
    assert together[ALONE].values[0].max() == 0.0
    assert together[dear].values[0, 0] == 7_000.0
    # So few at once that each has a simulation of its own.
    monkeypatch.setattr(curves, "MOST_CELLS", 200)
    for kind, curve in found([PARENT, ALONE, dear]).items():
        np.testing.assert_array_equal(curve.values, together[kind].values)


def test_a_status_that_ends_at_a_threshold():
    below = curves.Curve(np.array([0.0, 50_000.0]), np.array([[100.0, 100.0]]))
    above = curves.Curve(np.array([0.0, 50_000.0]), np.array([[0.0, 50.0]]))
    both = packing.spliced(below, above, 20_003.0)
    assert both.earnings.tolist() == [0.0, 20_000.0, 20_005.0, 50_000.0]
    assert both.values[0].tolist() == pytest.approx([100.0, 100.0, 20.005, 50.0])


def test_thresholds_are_the_last_published_until_the_year():
    before, now = packing.thresholds(2025), packing.thresholds(2026)
    assert len(before) == len(now) == 51
    assert (before["NY"], now["NY"]) == (64_017.0, 68_654.0)
    assert before["AZ"] == now["AZ"] == 46_371.0


def test_what_is_packed_is_read_again(tmp_path, monkeypatch):
    shipped = found([PARENT, ALONE])
    monkeypatch.setattr(building, "PACKED", tmp_path)
    monkeypatch.setattr(packing, "AMOUNTS", {"base": ("benefit", "tax")})
    monkeypatch.setattr(packing, "parts_of", lambda *_: {"base": shipped})
    packing.write_state(tmp_path, 2026, "NY", "a package 1.0")
    monkeypatch.setattr(tax_rules, "folder", lambda: tmp_path)
    forget()
    read = tax_rules.part_of(2026, "NY", "base")
    assert tax_rules.package_of(2026, "NY") == "a package 1.0"
    forget()
    assert {(kind.household.key, kind.care) for kind in shipped} == set(read)
    for kind, curve in shipped.items():
        again = read[kind.household.key, kind.care]
        np.testing.assert_array_equal(again.earnings, curve.earnings)
        np.testing.assert_array_equal(again.amounts["benefit"], np.rint(curve.values[0]))
        np.testing.assert_array_equal(again.amounts["tax"], np.rint(curve.values[1]))


def forget():
    """What was read."""
    for function in (tax_rules.part_of, tax_rules._file, tax_rules.years, tax_rules.package_of):
        function.cache_clear()


@pytest.mark.parametrize(
    ("pays", "family", "of_10000", "most"),
    [
        (lambda price: min(price, 8_000.0) - 500.0, 500.0, 0.0, 7_500.0),  # a fee off the price up to a rate
        (lambda price: min(price - 500.0, 8_000.0), 500.0, 0.0, 8_000.0),  # the price less a fee, up to a rate
        (lambda price: 0.6 * min(price, 8_000.0), 0.0, 4_000.0, 4_800.0),  # a share of the price up to a rate
        (lambda price: max(min(price, 8_000.0) - 2_000.0, 0.0), 2_000.0, 0.0, 6_000.0),  # a fee above the lowest price
        (lambda price: 0.0, 12_000.0, 0.0, 0.0),
        (lambda price: min(price, 1_000.0), 500.0, 0.0, 1_000.0),
    ],
)
def test_what_a_family_with_help_pays(pays, family, of_10000, most):
    prices = np.array([1_500.0, 3_000.0, 6_000.0, 9_000.0, 12_000.0])[:, None, None]
    paid = np.array([[[pays(price)]] for price in prices.ravel()])
    found = building.familys_part(prices, paid, np.array([[pays(60_000.0)]]))
    assert [float(one[0, 0]) for one in found] == pytest.approx([family, of_10000, most])
