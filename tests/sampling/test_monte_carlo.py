"""Draws of uncertain assumptions: spread evenly, with the value as mean, each from a stream of its own."""

import numpy as np
import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.sampling import for_person
from mobcalc.sampling.monte_carlo import STRATA, even, lives, monte_carlo, own_luck, uncertain
from mobcalc.sampling.sweeps import SCENARIO, swept
from mobcalc.schema import field_at, records

REED = "studies.reed-2012"
KEEP = "careers.apprentice_leavers_keep"


def with_values(**values):
    return load(Layers(flags=[Flag("--set", name, str(value)) for name, value in values.items()])).assumptions


def at(arrays, name):
    """The rows under a dotted name."""
    for key in name.split("."):
        arrays = arrays[key] if isinstance(arrays, dict) else getattr(arrays, key)
    return arrays[:, 0]


def test_every_number_with_a_range_is_drawn_but_scenarios_and_bounds(assumptions):
    drawn = uncertain(assumptions)
    for name, record in records(assumptions):
        is_ranged = record.range is not None and record.range[0] < record.range[1]
        scenario = name in SCENARIO or name.endswith((".fade_out", ".zero_by_year"))
        assert (name in drawn) == (is_ranged and not scenario and not record.bound), name
    of_study = {name.removeprefix(f"{REED}.") for name in drawn if name.startswith(REED)}
    assert of_study == {"effect.factor", "effect.before_first", "weight", "weight_for_women"}
    assert {KEEP, "careers.student_leavers_keep", "careers.leaving_cost", "people.luck_correlation"} <= set(drawn)
    for bound in ("pathways.certificate.costs.grants", "living_wage.children_per_bedroom"):
        assert bound not in drawn


def test_what_is_not_drawn_is_swept_all_the_same(assumptions):
    names = {one.name for one in swept(assumptions)}
    assert {f"{REED}.effect.fade_out", "pathways.certificate.costs.grants", "economy.discount_rate"} <= names
    assert set(uncertain(assumptions)) < names


def test_the_mean_of_the_draws_is_the_value(assumptions):
    count = 4000
    arrays = monte_carlo(assumptions, 7, count)
    known = dict(records(assumptions))
    for name in uncertain(assumptions):
        record = known[name]
        low, high = record.range
        factor = 1.0
        if record.price_year is not None:
            prices = assumptions.economy.consumer_prices.value
            factor = prices[assumptions.economy.price_year] / prices[record.price_year]
        drawn, share = at(arrays, name) / factor, (record.value - low) / (high - low)
        assert len(drawn) == count
        assert low <= drawn.min() < drawn.max() <= high, name
        # Stratified: far closer than the 0.6 percent of the range that independent draws would be off.
        assert drawn.mean() == pytest.approx(record.value, abs=1e-3 * (high - low)), name
        variance = share * (1 - share) / 7 * (high - low) ** 2
        assert drawn.var() == pytest.approx(variance, rel=0.03), name


def test_bounds_and_scenarios_stay_as_they_are(assumptions):
    arrays = monte_carlo(assumptions, 7, 100)
    prices = assumptions.economy.consumer_prices.value
    assert arrays.pathways["certificate"].costs.grants.tolist() == [[pytest.approx(4458 * prices[2025] / prices[2022])]]
    assert arrays.studies["reed-2012"].effect.fade_out.tolist() == [[0.04]]
    assert arrays.economy.discount_rate.tolist() == [[0.03]]


@pytest.mark.parametrize("count", [1, 7, STRATA, 3 * STRATA, 2 * STRATA + 13])
def test_each_part_of_every_range_is_drawn_once_in_each_set(count):
    drawn = even(3, "a", count)
    assert drawn.shape == (count, 1)
    size = min(STRATA, count)
    for start in range(0, count - size + 1, size):
        parts = np.floor(drawn[start : start + size, 0] * size).astype(int)
        assert sorted(parts) == list(range(size))
    if count > STRATA:
        assert not np.array_equal(drawn[:13, 0], drawn[STRATA : STRATA + 13, 0])


def test_numbers_are_drawn_apart():
    first, second, again = even(3, "a", 5000), even(3, "b", 5000), even(3, "a", 5000)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, even(4, "a", 5000))
    assert abs(np.corrcoef(first[:, 0], second[:, 0])[0, 1]) < 0.05


def test_another_number_moves_no_draw_of_others(assumptions):
    wide = with_values(**{KEEP: "{value: 0.3, range: [0.1, 0.9]}", "economy.fringe_rate": 0.2})
    before, after = monte_carlo(assumptions, 1, 200), monte_carlo(wide, 1, 200)
    moved = {
        name
        for name in uncertain(assumptions)
        if name in uncertain(wide) and not np.array_equal(at(before, name), at(after, name))
    }
    assert moved == {KEEP}
    assert at(after, "economy.fringe_rate").tolist() == [0.2]


def test_only_what_is_named_is_drawn(assumptions):
    arrays = monte_carlo(assumptions, 1, 20, [KEEP])
    assert arrays.careers.apprentice_leavers_keep.shape == (20, 1)
    assert arrays.careers.leaving_cost.shape == (1, 1)
    assert arrays.studies["reed-2012"].weight.shape == (1, 1)


def test_a_number_of_one_sex_is_drawn_by_the_name_it_was_given_by(assumptions):
    name, own = "pathways.associate-degree.earnings.causal_share", "pathways.associate-degree.earnings.causal_share_men"
    settled = for_person(assumptions, sex="male")
    by_name = monte_carlo(settled, 1, 300, [name], {name: own})
    by_itself = monte_carlo(settled, 1, 300, [name])
    apart = monte_carlo(settled, 1, 300, [own])
    assert np.array_equal(at(by_name, name), at(apart, own))
    assert not np.array_equal(at(by_itself, name), at(by_name, name))


def test_no_range_of_the_shipped_numbers_reaches_beyond_what_its_field_accepts(assumptions):
    for name, record in records(assumptions):
        if record.range is not None:
            bounds = field_at(assumptions, name).limits.bounds
            assert bounds[0] <= record.range[0] <= record.value <= record.range[1] <= bounds[1], name


# The luck of lives


BLOCK = 1000


def test_luck_is_spread_evenly_over_a_block():
    (luck,) = lives(5, 4, BLOCK, BLOCK)
    for part in (luck.moving, luck.staying, luck.death):
        assert sorted(np.floor(part[:, 0] * BLOCK)) == list(range(BLOCK))
    assert luck.pay.mean() == pytest.approx(0, abs=1e-9)
    assert luck.pay.std() == pytest.approx(1, abs=0.005)
    assert len(np.unique(luck.pay)) == BLOCK
    assert luck.work.shape == (BLOCK, 4)
    assert 0 <= luck.work.min() < luck.work.max() < 1


def test_each_kind_of_luck_has_nothing_to_do_with_the_others():
    (luck,) = lives(5, 2, BLOCK, BLOCK)
    (own,), (other,) = (own_luck(5, name, BLOCK, BLOCK) for name in "ab")
    columns = [luck.pay, luck.moving, luck.staying, luck.death, luck.work[:, :1], luck.work[:, 1:], own, other]
    alike = np.corrcoef(np.hstack(columns).T) - np.eye(len(columns))
    # Four standard errors of a correlation of a thousand.
    assert abs(alike).max() < 4 / BLOCK**0.5


def test_a_pathways_own_luck_is_its_own():
    first, second = own_luck(5, "a", 2 * BLOCK, BLOCK)
    again = list(own_luck(5, "a", BLOCK + 10, BLOCK))
    assert [len(block) for block in again] == [BLOCK, 10]
    assert np.array_equal(first, again[0]) and np.array_equal(second[:10], again[1])
    (of_another_seed,), (of_another,) = own_luck(6, "a", BLOCK, BLOCK), own_luck(5, "b", BLOCK, BLOCK)
    # All have the same numbers, in another order.
    for block in (second, of_another_seed, of_another):
        assert not np.array_equal(first, block)
        assert np.array_equal(np.sort(first, axis=0), np.sort(block, axis=0))


def test_longer_lives_and_more_of_them_begin_alike():
    short = list(lives(5, 3, BLOCK + 200, BLOCK))
    long = list(lives(5, 40, 3 * BLOCK, BLOCK))
    assert [len(block.pay) for block in short] == [BLOCK, 200]
    for less, more in zip(short, long, strict=False):
        for kind in ("pay", "moving", "staying", "death"):
            assert np.array_equal(getattr(less, kind), getattr(more, kind)[: len(less.pay)])
        assert np.array_equal(less.work, more.work[: len(less.pay), :3])
