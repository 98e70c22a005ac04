"""The mix of seats that is worth most is the best of all mixes there are."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mobcalc.model.seats import best_mix

PROGRAM = st.tuples(st.integers(3, 20), st.integers(-5, 40), st.integers(0, 2))


def rows(numbers):
    return np.array([numbers], dtype=float)


@settings(deadline=None, max_examples=150)
@given(st.lists(PROGRAM, min_size=1, max_size=4), st.integers(0, 60))
def test_no_mix_is_better(programs, more):
    costs, worths, floors = zip(*programs, strict=True)
    budget = sum(cost * floor for cost, _, floor in programs) + more
    found = best_mix(rows(costs), rows(worths), rows(floors), float(budget))[0]
    best = max(
        sum(count * worth for count, worth in zip(counts, worths, strict=True))
        for counts in product(*(range(floor, floor + more // cost + 1) for cost, _, floor in programs))
        if sum(count * cost for count, cost in zip(counts, costs, strict=True)) <= budget
    )
    assert (found >= rows(floors)[0]).all()
    assert found @ np.array(costs) <= budget + 1e-9
    assert found @ np.array(worths) == best
    assert (found == found.round()).all()


def test_many_seats_of_many_programs_take_no_time():
    costs = [9_000.0, 14_000.0, 12_000.0, 700.0, 5_641.0, 28_290.0, 8_111.0, 3_333.0]
    worths = [7_651.0, 66_480.0, 12_000.0, 900.0, 9_000.0, 60_000.0, 20_001.0, 4_000.0]
    found = best_mix(rows(costs), rows(worths), rows([0.0] * 8), 50e6)[0]
    # Nearly all of it goes to the one with most for a dollar, and less than the cheapest seat is left.
    assert found[1] >= 3_569
    assert 50e6 - found @ np.array(costs) < 700.0
