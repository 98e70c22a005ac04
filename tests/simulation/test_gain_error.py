"""What ranges leave out of the spread of a gain is added, no more, and on average it is nothing."""

import numpy as np
import pytest

from mobcalc.projection.evidence import error_of, judged
from mobcalc.sampling.monte_carlo import STRATA
from mobcalc.simulation.draws import _drawn, drawn_for
from mobcalc.simulation.lives import average
from tests.simulation.worlds import ASSOCIATE, CERTIFICATE, DEFAULT, SECTORAL, TRADES, certain, drawn, loaded
from tests.simulation.worlds import error_of as error_of_mean

DRAWS = 10 * STRATA


def yearly_gains(drawn_tables, place):
    """What all who start gain a year, in the years in which evidence is judged (draws,)."""
    of = drawn_tables.tables[place]
    earned = average(of, of.after)
    earned[:, : of.in_training.shape[1]] += average(of, of.in_training)
    return judged(earned - drawn_tables.years.level * drawn_tables.years.employed)


def both(assumptions, name):
    """The yearly gains of a pathway by the ranges alone and with what is added, and how far they are to spread."""
    case = drawn(assumptions, name, draws=1).case
    run = case.runs[0]
    with_it = drawn_for(case, run, DRAWS, 0)
    ranges = _drawn(with_it.ids, with_it.arrays, with_it.years)
    return yearly_gains(ranges, 1), yearly_gains(with_it, 1), error_of(run.arrays, name).together


@pytest.mark.parametrize("sex", ["male", "female"])
@pytest.mark.parametrize("name", DEFAULT)
def test_a_gain_spreads_as_far_as_the_evidence_may_be_off(name, sex):
    ranges, gains, error = both(loaded(**{"person.sex": sex}), name)
    assert gains.std() == pytest.approx(max(error, ranges.std()), rel=0.08)
    # Nothing on average, as far as sets of rows that are spread evenly tell.
    sets = (gains - ranges).reshape(-1, STRATA).mean(axis=1)
    assert abs(sets.mean()) < 4 * error_of_mean(sets)
    assert abs(sets.mean()) < 0.02 * error


def test_nothing_is_added_where_the_ranges_spread_it_far_enough():
    ranges, gains, _ = both(loaded(**{"careers.gain_error": 100}), ASSOCIATE)
    assert ranges.std() > 400
    assert (gains == ranges).all()


def test_it_is_by_the_weight_of_the_evidence():
    # sqrt(0.6^2 x 2,500^2 + 0.4^2 x 3,100^2 + 0.6 x 0.4 x difference^2), a woman's study weighing half of 0.4.
    man, woman = (
        drawn(loaded(**{"person.sex": sex}), *DEFAULT, draws=1).case.runs[0].arrays for sex in ("male", "female")
    )
    # Of the study's people, years 5 to 9: the study less pay, by hand in the building trades' cases.
    difference = np.mean([7079.98 - 5487.26, 9439.97 - 5356.78, 9079.27 - 5223.0, 8718.56 - 5085.65, 8357.85 - 4943.26])
    for arrays, weight in ((man, 0.4), (woman, 0.2)):
        rest = 1 - weight
        squares = (rest * 2500) ** 2 + (weight * 3100) ** 2 + rest * weight * difference**2
        assert error_of(arrays, TRADES).together == pytest.approx(np.sqrt(squares), rel=1e-5)
    # One estimate has its own spread.
    assert error_of(man, CERTIFICATE) == (1500, 1500)
    assert error_of(man, ASSOCIATE) == (2500, 2500)
    assert error_of(man, SECTORAL) == (500, 500)


def test_with_every_assumption_at_its_value_nothing_is_added():
    ranges, gains, _ = both(certain(loaded()), TRADES)
    assert (gains == ranges).all() and len(gains) == 1


def test_finishers_are_off_by_more_than_all_who_start():
    values = {"careers.gain_error": 20_000, "studies.reed-2012.weight": 0}
    case = drawn(loaded(**values), TRADES, draws=1).case
    run = case.runs[0]
    with_it = drawn_for(case, run, DRAWS, 0)
    ranges = _drawn(with_it.ids, with_it.arrays, with_it.years)
    added = with_it.tables[1].after - ranges.tables[1].after
    of = with_it.tables[1]
    finishers, first_leavers = added[of.of_way(of.ways - 1)][:, 20], added[of.of_way(0)][:, 20]
    kept = of.kept[of.of_way(0)][:, 0]
    np.testing.assert_allclose(first_leavers, kept * finishers, rtol=1e-9)
    assert finishers.std() > 1.5 * np.sqrt(20_000**2)
    # The same in all years of a draw.
    np.testing.assert_allclose(added[of.of_way(of.ways - 1)][:, 40], finishers, rtol=1e-9)
