"""How a study and pay are held against each other, and what the one puts on the other."""

import numpy as np
import pytest

from mobcalc.projection.case import case_of
from mobcalc.projection.evidence import disagrees, held
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.projection.study_correction import correction, measured, weight_of
from tests.simulation.worlds import TRADES, loaded

REED = "reed-2012"
WEIGHT = f"studies.{REED}.weight"
LADDER = "ladder-31-1131-29-2061"
FOUND = [7079.98] * 5 + [9439.97, 9079.27, 8718.56, 8357.85]
PAY = [-10470.28, -4124.25, -233.23, 2536.38, 5487.26, 5356.78, 5223.0, 5085.65, 4943.26]
"""What the study found and what pay says of its people, year by year, by hand: tests/cases/pathways has how."""


def known(name, records=None, **values):
    """The assumptions of a man, his years and a pathway."""
    arrays = case_of(loaded(**values) if records is None else records, [name], None).arrays
    return arrays, life(arrays), arrays.pathways[name]


def put_on(name, records=None, **values):
    """What studies put on the gain of who finishes (years,)."""
    found = correction(*known(name, records, **values))
    return None if found is None else found[0]


def test_it_is_the_weighed_difference_of_who_finishes_then_fades_once():
    path = put_on(TRADES)
    full = 1 / (0.42 + 0.58 * 0.5 * 0.334013)
    by_hand = 0.4 * full * (np.array(FOUND) - PAY)
    np.testing.assert_allclose(path[:9], by_hand, atol=0.05)
    np.testing.assert_allclose(path[9:] / path[8:-1], 0.96, rtol=1e-12)


def test_without_weight_nothing_of_it_counts():
    assert (put_on(TRADES, **{WEIGHT: 0}) == 0).all()
    path, ratio = put_on(TRADES, **{WEIGHT: 0.6}), 0.6 / 0.4
    np.testing.assert_allclose(path, ratio * put_on(TRADES), rtol=1e-12)


def test_it_is_counted_by_the_dose_and_never_paid():
    arrays, years, _ = known(TRADES, **{"person.quit_after": 2})
    without, same, _ = known(TRADES, **{WEIGHT: 0, "person.quit_after": 2})
    ours, theirs = projection(arrays, years, TRADES), projection(without, same, TRADES)
    path = put_on(TRADES)
    np.testing.assert_allclose((ours.completer.earnings - theirs.completer.earnings)[0], path, rtol=1e-9)
    left = (ours.quitter.earnings - theirs.quitter.earnings)[0]
    # Half of the term, a quarter of it; in the third year 0.15 of the year is lost.
    np.testing.assert_allclose(left[[0, 1, 3, 20]], 0.25 * path[[0, 1, 3, 20]], rtol=1e-9)
    assert left[2] == pytest.approx(0.85 * 0.25 * path[2], rel=1e-9)
    for group in ("expected", "completer", "leaver", "quitter"):
        for of in ("paid", "in_work"):
            assert (getattr(getattr(ours, group), of) == getattr(getattr(theirs, group), of)).all()


def test_two_years_after_training_a_loss_counts_as_none_whatever_the_study_found():
    # A study that found a loss of 50,000 a year: two years after finishing nobody is held to it.
    loss = {f"studies.{REED}.effect.participant": "{6: -40000, 9: -40000}", WEIGHT: 1}
    arrays, years, _ = known(TRADES, **loss)
    gain = (projection(arrays, years, TRADES).completer.earnings - years.level * years.employed)[0]
    assert (gain[:4] < -10_000).all()
    assert (gain[6:] == 0).all()


def test_a_study_and_pay_that_cannot_both_be_right_are_said_to_disagree():
    arrays, *_ = known(TRADES)
    (one,) = held(arrays, TRADES)
    # Years 5 to 9 by hand; far is twice sqrt(2,500^2 + 3,100^2) = 7,965.
    assert one.difference == pytest.approx(np.mean(np.array(FOUND[4:]) - PAY[4:]), abs=0.05)
    assert one.weight == weight_of(arrays, arrays.studies[REED])[0, 0] == 0.4
    assert not disagrees(2500, one)
    for factor, apart in ((1.4, False), (1.7, True), (-0.3, False), (-0.5, True)):
        effect = {year: factor * amount for year, amount in ((6, 6595), (9, 5839))}
        other, *_ = known(TRADES, **{f"studies.{REED}.effect.participant": effect})
        (found,) = held(other, TRADES)
        assert disagrees(2500, found) == apart, factor


def test_rows_of_the_study_are_held_against_each_other():
    arrays, *_ = known(TRADES)
    found = measured(arrays, arrays.studies[REED])
    np.testing.assert_allclose(found.study[0], FOUND, atol=0.01)
    np.testing.assert_allclose(found.pay[0], PAY, atol=0.01)
    assert found.full[0, 0] == pytest.approx(1.934746, abs=1e-6)
