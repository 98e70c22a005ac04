"""One life instead of the average: each kind of luck keeps the mean, and luck is a path's own as far as it says."""

import numpy as np
import pytest

from mobcalc.projection.pathway import ways
from mobcalc.projection.person_years import life
from mobcalc.projection.training_term import term
from mobcalc.sampling.monte_carlo import lives, own_luck
from mobcalc.simulation.draws import Drawn, nets, worths
from mobcalc.simulation.lives import lives_of, net, table
from tests.simulation.worlds import (
    ALL_FINISH,
    ASSOCIATE,
    BASE,
    BY_PAY,
    CERTIFICATE,
    DEFAULT,
    KINDS,
    NOBODY_MOVES,
    PLAIN,
    SECTORAL,
    TRADES,
    certain,
    drawn,
    error_of,
    finishing,
    lasting,
    loaded,
    point_worth,
    without,
)

SAME_SPREAD = lasting(0.45)
ONE_PATH = {"people.luck_correlation": 1, **SAME_SPREAD, **ALL_FINISH, **NOBODY_MOVES}


def tables_of(case):
    """Every assumption at its value, as draws are of them."""
    years = life(case.arrays)
    return Drawn(case.ids, case.arrays, years, [table(years, ways(case.arrays, years, name)) for name in case.ids])


@pytest.mark.parametrize("layer", ["together", "one_life"])
@pytest.mark.parametrize(("rate", "group"), [(1, "completer"), (1e-12, "leaver")])
def test_without_ranges_and_luck_every_life_is_the_point(layer, rate, group):
    one_exit = {f"pathways.{name}.training.length": 1 for name in (ASSOCIATE, CERTIFICATE)}
    one_exit |= {f"pathways.{TRADES}.training.term_hours": 2000}
    values = without("lasting", "spells", "death", "moving") | finishing(rate, *BY_PAY) | one_exit
    found = drawn(certain(loaded(**values)), *BY_PAY, draws=200)
    worth = getattr(found.simulation, layer).worth
    np.testing.assert_allclose(worth[:, 0], point_worth(found.case, BASE), rtol=1e-9)
    for place, name in enumerate(BY_PAY, start=1):
        np.testing.assert_allclose(worth[:, place], point_worth(found.case, name, group), rtol=1e-9)


@pytest.mark.parametrize("sex", ["male", "female"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_luck_by_itself_keeps_the_mean(kind, sex):
    others = without(*(other for other in KINDS if other != kind)) | {"person.sex": sex}
    found = drawn(certain(loaded(**others)), *BY_PAY, draws=20_000, seed=3)
    moved = 0
    for place, name in enumerate(found.case.ids):
        own, point = found.simulation.together.worth[:, place], point_worth(found.case, name)
        if np.ptp(own) > 1.0:
            assert abs(own.mean() - point) < 4 * error_of(own), name
            moved += 1
        else:
            assert own.mean() == pytest.approx(point, rel=1e-9), name
    # Leaving is of the three trainings, and only one of them leads into an occupation that can be left.
    assert moved == {"leaving": 3, "moving": 1}.get(kind, 4)


def test_all_kinds_of_luck_together_keep_the_mean():
    found = drawn(certain(loaded()), *DEFAULT, draws=40_000, seed=3)
    for place, name in enumerate(found.case.ids):
        own = found.simulation.together.worth[:, place]
        assert abs(own.mean() - point_worth(found.case, name)) < 4 * error_of(own), name


def test_in_a_plain_world_a_life_finishes_or_leaves_in_one_of_two_years():
    # Two years of training: finishers have 2 x 50,000 + 8 x 78,000; 0.7416 of leavers go after half a year.
    found = drawn(certain(loaded([PLAIN], **lasting(0))), TRADES, draws=4000)
    assert found.simulation.together.worth[:, 0] == pytest.approx(520_000)
    early, late = 0.5 * 50_000 + 9.5 * 52_000 - 500, 1.5 * 50_000 + 8.5 * 52_000 - 1_500
    own = found.simulation.together.worth[:, 1]
    expected = {724_000 - 2_000: 0.5, early: 0.5 * 0.7416, late: 0.5 * 0.2584}
    shares = {amount: np.mean(np.abs(own - amount) < 0.01) for amount in expected}
    assert sum(shares.values()) == pytest.approx(1)
    assert shares == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("sex", ["male", "female"])
def test_with_one_luck_on_both_paths_a_life_is_the_average_path_times_its_luck(sex):
    # Correlation 1, the same spread, and no way out: nothing of a path's own luck is left, life by life.
    case = drawn(certain(loaded(**ONE_PATH, **{"person.sex": sex})), *BY_PAY, draws=1).case
    point = tables_of(case)
    (luck,) = lives(5, len(point.years.year), 1000, 1000)
    these = lives_of(point.arrays, point.years, luck, np.zeros(1000, dtype=np.intp))
    for place, name in enumerate(case.ids):
        own = next(own_luck(5, name, 1000, 1000))
        assert own.std() == pytest.approx(1, abs=0.01)
        ours = net(these, point.tables[place], own).earned
        np.testing.assert_allclose(ours, net(these, point.tables[place], np.zeros_like(own)).earned, rtol=1e-9)
        after = int(np.ceil(point.tables[place].in_training.shape[1]))
        path = point.tables[place].after[-1, after:]
        np.testing.assert_allclose(ours[:, after:], path * these.pay * these.work[:, after:], rtol=1e-9)


@pytest.mark.parametrize(
    "apart", [{"people.luck_correlation": 0.9}, {f"people.pay.{ASSOCIATE.split('-')[0]}.lasting_luck_men": 0.3}]
)
def test_otherwise_a_path_has_luck_of_its_own(apart):
    # The same comparison fails as soon as the correlation is below 1 or the spreads differ.
    alike, own = (
        drawn(certain(loaded(**{**ONE_PATH, **values})), ASSOCIATE, draws=500).gains()[:, 0] for values in ({}, apart)
    )
    assert np.mean(np.abs(alike - own) > 100) > 0.9


def test_luck_on_two_paths_correlates_as_far_as_somebody_stayed():
    # Finishers 0.7; who left after a share of the term 1 - 0.3 x that share, at the spread of life without training.
    values = {"people.luck_correlation": 0.7} | without("spells", "death", "moving")
    case = drawn(certain(loaded(**values)), ASSOCIATE, draws=1).case
    point = tables_of(case)
    (luck,) = lives(1, len(point.years.year), 20_000, 20_000)
    these = lives_of(point.arrays, point.years, luck, np.zeros(20_000, dtype=np.intp))
    of, last = point.tables[1], -1
    earned = np.log(net(these, of, next(own_luck(1, ASSOCIATE, 20_000, 20_000))).earned[:, last])
    stayed = np.sum(luck.staying < of.still_in, axis=1)
    # 3.2 years: exits after 0.5, 1.5, 2.5 and 3.1 years, and those who finish.
    high_school, associate = 0.4671, float(of.luck[0, 0])
    shares = [0.5 / 3.2, 1.5 / 3.2, 2.5 / 3.2, 3.1 / 3.2, 1.0]
    for way, share in enumerate(shares):
        some = stayed == way
        correlation = np.corrcoef(luck.pay[some, 0], earned[some])[0, 1]
        assert correlation == pytest.approx(1 - 0.3 * share, abs=4 * 0.51 / np.sqrt(some.sum())), share
        spread = associate if way == len(shares) - 1 else high_school
        assert earned[some].std() == pytest.approx(spread, rel=4 / np.sqrt(2 * some.sum())), share


def test_pay_on_a_scale_has_no_luck_and_a_students_has_that_of_the_baseline():
    free = {f"pathways.{ASSOCIATE}.costs.{price}": 0 for price in ("tuition_and_fees", "books_and_supplies", "grants")}
    case = drawn(certain(loaded(**free, **without("spells", "death"))), TRADES, ASSOCIATE, draws=1).case
    point = tables_of(case)
    (luck,) = lives(0, len(point.years.year), 500, 500)
    these = lives_of(point.arrays, point.years, luck, np.zeros(500, dtype=np.intp))
    stays = luck.staying[:, 0] < 0.3
    earned = [net(these, point.tables[place], np.zeros((500, 1))).earned[stays, 0] for place in (1, 2)]
    assert np.ptp(earned[0]) == pytest.approx(0, abs=1e-6)
    np.testing.assert_allclose(earned[1] / these.pay[stays, 0], (earned[1] / these.pay[stays, 0])[0], rtol=1e-9)
    assert np.ptp(earned[1]) > 5_000


def test_what_a_life_is_worth_is_what_its_years_add_up_to():
    found = drawn(loaded(), *DEFAULT, draws=10)
    point = tables_of(found.case)
    places = range(len(found.case.ids))
    for ours, years in zip(worths(point, places, 4500, 2), nets(point, places, 4500, 2, None), strict=True):
        np.testing.assert_allclose(ours, np.column_stack([one.earned.sum(axis=1) for one in years]), rtol=1e-9)


def test_a_longer_life_begins_like_a_shorter_one():
    for longer, shorter in zip(lives(3, 47, 25, 10), lives(3, 40, 25, 10), strict=True):
        assert (longer.work[:, :40] == shorter.work).all()
        for kind in ("pay", "moving", "staying", "death"):
            assert (getattr(longer, kind) == getattr(shorter, kind)).all()


def test_leavers_who_keep_nothing_have_the_spells_of_the_baseline():
    # So they are where they would be without training, but for training pay, the time lost and what it cost.
    nothing = {"careers.apprentice_leavers_keep": 0, "careers.leaving_cost": 0, "people.luck_correlation": 1}
    values = nothing | finishing(0, TRADES) | {f"pathways.{TRADES}.training.term_hours": 2000}
    found = drawn(certain(loaded(**values)), TRADES, draws=500)
    assert np.abs(found.gains()).max() < 45_000
    # With time lost each is behind that by 0.15 years of the pay that is theirs.
    lost = drawn(certain(loaded(**{**values, "careers.leaving_cost": 0.15})), TRADES, draws=500)
    less = found.gains() - lost.gains()
    assert less.min() >= 0 and less.mean() == pytest.approx(0.15 * 24_803.47, rel=0.03)


def test_nobody_at_work_earns_nothing():
    nobody = {"people.pay.high-school.employed_men": [0.000001] * 11}
    assert np.isfinite(drawn(loaded(**nobody), TRADES, SECTORAL, draws=300).simulation.together.worth).all()


def test_people_out_of_work_are_out_for_the_year():
    found = drawn(certain(loaded(**{"person.attachment": "population"}, **without("death"))), TRADES, draws=4000)
    own = found.simulation.together.worth[:, 0]
    assert abs(own.mean() - point_worth(found.case, BASE)) < 4 * error_of(own)


def test_who_leaves_an_occupation_loses_of_the_gain_from_training_alone():
    case = drawn(certain(loaded()), TRADES, draws=100).case
    years, trades = life(case.arrays), tables_of(case).tables[1]
    gain = trades.after[trades.of_way(trades.ways - 1)] - years.level * years.employed
    outside = case.arrays.careers.kept_outside
    left = outside / (outside + (1.0 - outside) * trades.moved.stayed)
    trained = int(np.ceil(term(case.arrays, case.arrays.pathways[TRADES]).length.item()))
    assert gain[0, -1] > 0.0
    np.testing.assert_allclose((gain + trades.moved.if_left)[:, trained:], (gain * left)[:, trained:], rtol=1e-9)
