"""Who leaves training: what they keep goes by how long they stayed, and leaving costs them some earnings. By hand."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.model.clock import year_numbers
from mobcalc.projection import leaving
from mobcalc.projection.case import case_of
from mobcalc.projection.exits import expected_earnings
from mobcalc.projection.pathway import projection, ways
from mobcalc.projection.person_years import life
from mobcalc.sampling import for_person, point
from tests.conftest import MEASURED, column

TRADES, DEGREE = "building-trades-apprenticeship", "associate-degree"


def careers(keep_paid=0.5, keep_students=0.4, cost=0.15, front=1.3862943611198906):
    """Assumptions of which only what is about leaving is there; unless said, people leave as (1 - 4^-x) / (1 - 1/4)."""
    numbers = {
        "apprentice_leavers_keep": keep_paid,
        "student_leavers_keep": keep_students,
        "leaving_cost": cost,
        "leaving_front_loading": front,
    }
    return SimpleNamespace(careers=SimpleNamespace(**{name: np.atleast_2d(n) for name, n in numbers.items()}))


def pathway(own=None, is_paid=True):
    steps = np.ones((1, 1)) if is_paid else None
    own = None if own is None else np.atleast_2d(own)
    return SimpleNamespace(leavers_keep=own, training=SimpleNamespace(wage_steps=steps))


def term(length, before=None):
    first = None if before is None else SimpleNamespace(length=np.atleast_2d(before))
    return SimpleNamespace(length=np.atleast_2d(length), before=first)


@pytest.mark.parametrize(
    ("cost", "end", "years", "expected"),
    [
        # From 1.5 to 1.65.
        (0.15, 1.5, 5, [[0, 0.15]]),
        # Over a birthday of the term: 0.1 of the first year and 0.3 of the second.
        (0.4, 0.9, 5, [[0.1, 0.3]]),
        # At the end of a year all of it is lost in the next.
        (0.4, 2.0, 5, [[0, 0, 0.4]]),
        # Who leaves after a tenth of a year has no more than that to lose.
        (0.4, 0.1, 5, [[0.1]]),
        (0.15, 0.0, 5, [[]]),
        (0, 1.5, 5, [[0, 0]]),
        # No years are lost after the working life.
        (0.4, 1.9, 2, [[0, 0.1]]),
        # More than a year.
        (1.25, 1.5, 5, [[0, 0.5, 0.75]]),
        # Rows of their own, as long as the longest of them.
        ([[0.15], [0.4]], [[0.5], [1.8]], 5, [[0.15, 0, 0], [0, 0.2, 0.2]]),
    ],
)
def test_what_leaving_costs(cost, end, years, expected):
    lost = leaving.lost_by_leaving(
        careers(cost=cost), SimpleNamespace(year=year_numbers(years)), np.atleast_2d(np.array(end, dtype=float))
    )
    np.testing.assert_allclose(lost, expected, atol=1e-12)


@given(st.floats(0, 2), st.floats(0, 4))
def test_no_more_is_lost_than_leaving_costs_nor_than_they_stayed(cost, end):
    lost = leaving.lost_by_leaving(careers(cost=cost), SimpleNamespace(year=year_numbers(9)), column(end))
    assert lost.sum() == pytest.approx(min(cost, end), abs=1e-9)
    assert lost.min(initial=0) >= -1e-12
    assert lost.max(initial=0) <= 1


@pytest.mark.parametrize(
    ("own", "end", "expected"),
    [
        (term(4), 1, 0.25),
        (term(4), 4, 1),
        (term(4), 0, 0),
        # Nobody stays longer than the term.
        (term(4), 5, 1),
        # Of the second step where there are two: nothing of it is done when it begins.
        (term(3, before=1), 1, 0),
        (term(3, before=1), 2, 0.5),
        (term(3, before=1), 3, 1),
        (term(3, before=1), 0.5, 0),
    ],
)
def test_the_share_of_a_term_that_was_stayed(own, end, expected):
    assert leaving.share_stayed(own, column(end)).item() == expected


def test_what_is_kept_for_a_whole_term():
    # Who is paid by wage steps keeps what apprentices do, all others what students do, unless a pathway has its own.
    assert leaving.keep_per_term(careers(), pathway()).item() == 0.5
    assert leaving.keep_per_term(careers(), pathway(is_paid=False)).item() == 0.4
    assert leaving.keep_per_term(careers(), pathway(own=0.05)).item() == 0.05
    assert leaving.keep_per_term(careers(), pathway(own=0.05, is_paid=False)).item() == 0.05
    assert leaving.keep_per_term(careers(), pathway(own=0)).item() == 0


@pytest.mark.parametrize(
    ("keep", "length", "end", "expected"),
    [(0.5, 4, 1, 0.125), (0.5, 4, 4, 0.5), (0.4, 2, 1.5, 0.3), (0, 4, 2, 0), (1, 4, 3, 0.75)],
)
def test_leavers_keep_by_the_dose(keep, length, end, expected):
    kept = leaving.kept_by_leavers(careers(keep_paid=keep), pathway(), term(length), column(end))
    assert kept.item() == pytest.approx(expected)


def test_what_leavers_keep_on_average():
    # Of two years' leavers 0.756757 go at 0.5 and 0.243243 at 1.5 (the cases of exit_chances), after 1/4 and 3/4 of the
    # term: 0.371622 of it on average, of which half is kept.
    kept = leaving.mean_kept(careers(), pathway(), term(2), column(0.421875))
    assert kept.item() == pytest.approx(0.5 * (0.756757 * 0.25 + 0.243243 * 0.75), abs=1e-6)


@given(st.floats(0, 1), st.floats(0.1, 6), st.floats(0.1, 5))
def test_leavers_keep_less_on_average_than_for_a_whole_term(completion, length, front):
    kept = leaving.mean_kept(careers(keep_paid=1, front=front), pathway(), term(length), column(completion))
    assert 0 < kept.item() < 1


def test_who_leaves_when_is_who_is_no_longer_in():
    found = leaving.exits(column(2.5), column(0.4), column(1.4))
    assert found.times.tolist() == [[0.5, 1.5, 2.25]]
    assert found.still_in[0, -1] == pytest.approx(0.4)
    chances = -np.diff(found.still_in, prepend=1.0)
    times, of_leavers = leaving.leavers(column(2.5), column(0.4), column(1.4))
    assert times.tolist() == found.times.tolist()
    np.testing.assert_allclose(chances / 0.6, of_leavers)


# In whole pathways


def arrays_of(name, sex="male", paths=(), **values):
    flags = [Flag("--set", key, str(value)) for key, value in values.items()]
    given = load(Layers(paths=[str(path) for path in paths], flags=flags)).assumptions
    return point(for_person(given, sex=sex, asked=[name]))


@pytest.mark.parametrize("name", [TRADES, DEGREE])
def test_with_nobody_finishing_and_nothing_kept_there_is_no_gain_after_training(name):
    zero = {"careers.apprentice_leavers_keep": 0, "careers.student_leavers_keep": 0}
    arrays = arrays_of(name, **zero, **{f"pathways.{name}.completion.rate": 0})
    years = life(arrays)
    found = projection(arrays, years, name)
    base = years.level * years.employed
    # From the fifth year on training and what leaving costs are over.
    gain = (found.expected.earnings - base)[0, 5:]
    assert abs(gain).max() < 1e-6
    kept = arrays_of(name, **{f"pathways.{name}.completion.rate": 0})
    assert (projection(kept, years, name).expected.earnings - base)[0, 5:].mean() > 500


@pytest.mark.parametrize("name", [TRADES, DEGREE, "certificate", "digital-credential"])
def test_leavers_have_their_dose_of_what_finishers_gain_in_the_years_after(name):
    arrays = arrays_of(name, **{"studies.reed-2012.weight": 0})
    years = life(arrays)
    base, of = years.level * years.employed, ways(arrays, years, name)
    keep = leaving.keep_per_term(arrays, arrays.pathways[name]).item()
    for end in of.exits.times[0]:
        share = keep * min(float(end / of.term.length[0, 0]), 1)
        left = of.way(column(end), False)
        # Somebody who finished a term as short as that one stayed, so that pay is read off as long after training.
        whole = of.way(column(end), True)
        later = int(np.ceil(end + 1))
        np.testing.assert_allclose((left.after - base)[0, later:], share * (whole.after - base)[0, later:], rtol=1e-9)
        assert left.kept.item() == pytest.approx(share)


def test_what_leavers_lose_is_a_part_of_what_they_would_earn_then():
    # Without the study, which is held against what its people lost by leaving.
    alone = {"studies.reed-2012.weight": 0}
    dear, free = (arrays_of(TRADES, **alone, **{"careers.leaving_cost": cost}) for cost in (0.4, 0))
    years = life(dear)
    before, after = (ways(arrays, years, TRADES).way(column(1.5), False).whole() for arrays in (free, dear))
    # From 1.5 to 1.9 nothing is earned: four fifths of what is earned in the half year after leaving.
    half = ways(free, years, TRADES).way(column(1.5), False).after[0, 1]
    assert (before - after)[0, 1] == pytest.approx(0.8 * half)
    np.testing.assert_allclose(before[0, 2:], after[0, 2:])


@pytest.mark.parametrize("name", [TRADES, DEGREE, "certificate", "digital-credential"])
def test_all_who_start_are_those_who_finish_and_those_who_leave(name):
    arrays = arrays_of(name)
    years = life(arrays)
    found = projection(arrays, years, name)
    rate = arrays.pathways[name].completion.rate.item()
    both = rate * found.completer.earnings + (1 - rate) * found.leaver.earnings
    np.testing.assert_allclose(found.expected.earnings, both, rtol=1e-12)
    np.testing.assert_allclose(expected_earnings(ways(arrays, years, name)), both, rtol=1e-9)


def test_an_effect_on_all_who_start_is_split_by_the_dose():
    name = MEASURED.stem
    arrays = arrays_of(name, paths=[MEASURED])
    years = life(arrays)
    found, base = projection(arrays, years, name), years.level * years.employed
    # 6,000 dollars of 2011 in the sixth year are 6,000 x 321.974 / 224.939 of 2025; in class students keep 0.4.
    effect = 6000 * 321.974 / 224.939
    assert (found.expected.earnings - base)[0, 5] == pytest.approx(effect)
    assert (found.expected.earnings - base)[0, 0] == pytest.approx(0.75 * effect)
    passed = [(1 - np.exp(-1.4 * at / 4)) / (1 - np.exp(-1.4)) for at in (0, 1, 2, 3, 4)]
    chances = -np.diff([0.4**share for share in passed])
    kept = 0.4 * sum(chances * np.array([0.125, 0.375, 0.625, 0.875])) / 0.6
    whole = effect / (0.4 + 0.6 * kept)
    assert whole < effect / 0.4
    assert (found.completer.earnings - base)[0, 5] == pytest.approx(whole)
    assert (found.leaver.earnings - base)[0, 5] == pytest.approx(kept * whole)


def test_what_was_measured_holds_what_leaving_costs():
    name = MEASURED.stem
    dear, free = (arrays_of(name, paths=[MEASURED], **{"careers.leaving_cost": cost}) for cost in (0.4, 0))
    years = life(dear)
    for one, other in zip(projection(dear, years, name)[:3], projection(free, years, name)[:3], strict=True):
        assert np.array_equal(one.earnings, other.earnings)


def test_somebody_who_quits_after_a_while_keeps_by_the_dose_too(assumptions):
    given = load(
        Layers(flags=[Flag("--set", "person.quit_after", "1"), Flag("--set", "person.sex", "male")])
    ).assumptions
    case = case_of(given, [TRADES], None)
    years = life(case.arrays)
    quitter = projection(case.arrays, years, TRADES).quitter
    way = ways(case.arrays, years, TRADES).way(column(1), False)
    np.testing.assert_allclose(quitter.earnings, way.whole(), rtol=1e-9)
    assert way.kept.item() == pytest.approx(0.5 * 0.25)
