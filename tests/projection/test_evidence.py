"""How far pay and studies lie apart, and how far either may be off: by hand."""

import numpy as np
import pytest

from mobcalc.loader.bundle import bundled_folder
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.evidence import Held, combined, disagrees, error_of, held, judged
from mobcalc.projection.study_correction import Measured
from mobcalc.sampling import for_person, point
from tests.conftest import row

TRADES = "building-trades-apprenticeship"


def arrays_of(sex="male", paths=(), **values):
    flags = [Flag("--set", key, str(value)) for key, value in values.items()]
    return point(for_person(load(Layers(paths=[str(path) for path in paths], flags=flags)).assumptions, sex=sex))


def held_at(study=0.0, pay=0.0, weight=0.4, error=3100.0, difference=None):
    """A study held against pay that both are the same in all years."""
    found = Measured(np.full((1, 9), study), np.full((1, 9), pay), np.ones((1, 1)))
    return Held(None, found, weight, study - pay if difference is None else difference, error)  # type: ignore[arg-type]


def test_years_five_to_ten_are_judged_as_far_as_they_are_there():
    # The fifth to the tenth of twelve are 5 to 10, whose mean is 7.5; of nine 5 to 9.
    assert judged(row(*range(1, 13))).tolist() == [7.5]
    assert judged(row(*range(1, 10))).tolist() == [7]
    assert judged(row(1, 2, 3, 4, 5)).tolist() == [5]
    # With fewer than five years left the last of them.
    assert judged(row(1, 2, 3, 4)).tolist() == [4]
    assert judged(row(6)).tolist() == [6]
    assert judged(np.array([[1.0, 2], [3, 4]])).tolist() == [2, 4]


@pytest.mark.parametrize(
    ("weight", "difference", "expected"),
    [
        # (0.6 x 2,500)^2 + (0.4 x 3,100)^2 + 0.6 x 0.4 x 5,000^2 = 9,787,600.
        (0.4, 5000, 3128.514),
        (0.4, -5000, 3128.514),
        # Where they agree both together are surer than either.
        (0.4, 0, 1946.176),
        # With a weight of 0 or 1 it is that of the one that counts.
        (0, 5000, 2500),
        (1, 5000, 3100),
        # 0.25 x (2,500^2 + 3,100^2 + 1,000^2).
        (0.5, 1000, 2053.047),
    ],
)
def test_how_far_two_estimates_together_may_be_off(weight, difference, expected):
    assert combined(2500, held_at(weight=weight, difference=difference)) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(
    ("study", "pay", "expected"),
    [
        # Twice the root of 2,500^2 + 3,100^2 is 7,964.9.
        (9000, 1000, True),
        (8900, 1000, False),
        (1000, 8970, True),
        # Of different signs, each by more than it may be off.
        (-3200, 2600, True),
        (3200, -2600, True),
        (-3000, 2600, False),
        (-3200, 2400, False),
        (3200, 2600, False),
    ],
)
def test_when_pay_and_a_study_cannot_both_be_right(study, pay, expected):
    assert disagrees(2500, held_at(study, pay)) is expected


def test_a_pathway_that_no_study_informs_may_be_off_by_its_own():
    arrays = arrays_of()
    # Its own, or that of all pathways known by pay; trials have theirs.
    for name, error in (("certificate", 1500), ("associate-degree", 2500), ("short-sectoral-training", 500)):
        assert held(arrays, name) == []
        assert error_of(arrays, name) == (error, error)


def test_the_trades_are_held_against_their_study():
    arrays = arrays_of()
    (one,) = held(arrays, TRADES)
    assert one.study is arrays.studies["reed-2012"]
    assert (one.weight, one.error) == (0.4, 3100)
    assert one.difference == pytest.approx((one.found.study - one.found.pay)[0, 4:9].mean())
    expected = (0.6 * 2500) ** 2 + (0.4 * 3100) ** 2 + 0.24 * one.difference**2
    assert error_of(arrays, TRADES) == (2500, pytest.approx(expected**0.5))
    (of_a_woman,) = held(arrays_of("female"), TRADES)
    assert (of_a_woman.weight, of_a_woman.difference) == (0.2, pytest.approx(one.difference))


def test_a_study_of_three_years_is_judged_by_its_last(tmp_path):
    text = (bundled_folder() / "studies" / "reed-2012.yaml").read_text()
    short = tmp_path / "short.yaml"
    short.write_text(
        text.replace("value: {6: 6595, 9: 5839}", "value: {1: 0, 3: 4000}").replace(
            "last_observed_year:\n    value: 9", "last_observed_year:\n    value: 3"
        )
    )
    arrays = arrays_of(paths=[short])
    one = next(one for one in held(arrays, TRADES) if one.found.study.shape[1] == 3)
    assert one.difference == pytest.approx(float((one.found.study - one.found.pay)[0, 2]))
    assert np.isfinite(error_of(arrays, TRADES)).all()


@pytest.mark.parametrize("age", [58, 60, 61, 62, 63])
def test_there_is_an_answer_however_few_years_are_left(run, age):
    found = run("compare", "--age", age, "-p", "certificate", "-p", "short-sectoral-training", "--json")
    assert (found.code, found.err) == (0, "")
    assert "NaN" not in found.out


@pytest.mark.parametrize("occupation", ["cashier", "17-3011", "51-8012"])
def test_there_is_an_answer_where_a_term_is_an_end_of_its_range(run, occupation):
    found = run("compare", "--occupation", occupation)
    assert (found.code, found.err) == (0, "")
    assert "nan" not in found.out
