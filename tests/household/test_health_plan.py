"""Who is covered, and what the credit for a plan of their own leaves a household to pay."""

import numpy as np
import pytest

from mobcalc.household.health_plan import Plan, covered, credit, is_uninsured, price

LAW = ((1.0, 1.3299, 1.33, 1.5, 2.0, 2.5, 3.0, 4.0), (0.021, 0.021, 0.0314, 0.0419, 0.066, 0.0844, 0.0996, 0.0996))
ALONE = Plan(6_000.0, 0.0, 15_650.0, *LAW)
FAMILY = Plan(12_000.0, 8_000.0, 32_150.0, *LAW)
POINTS = np.array([0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0, 50_000.0])
NOBODY = (np.zeros(1), np.zeros(1))


def coverage(medicaid, credits, chip=0.0, other=0.0):
    given = {"medicaid": medicaid, "premium_tax_credit": credits, "chip": chip, "other_coverage": other}
    return {name: np.broadcast_to(np.asarray(each, float), POINTS.shape) for name, each in given.items()}


@pytest.mark.parametrize(
    ("given", "adults", "children"),
    [
        # Medicaid for all, then for the children, then CHIP for them.
        (coverage([9, 9, 3, 3, 0, 0], [0, 0, 5, 4, 3, 2], chip=[0, 0, 0, 0, 2, 0]), [1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 0]),
        # Parents whose Medicaid is worth less than that of those without children, as in California.
        (coverage([7, 7, 9, 3, 3, 0], [0, 0, 0, 5, 4, 3]), [1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 0]),
        # A state without Medicaid for adults: no credit below the poverty guideline, and nobody but the children covered.
        (coverage([3, 3, 3, 3, 0, 0], [0, 0, 6, 5, 4, 3]), [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 0, 0]),
        # The Basic Health Program up to where the credit begins.
        (coverage([9, 3, 3, 3, 0, 0], [0, 0, 0, 0, 4, 3], other=[0, 5, 5, 5, 0, 0]), [1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 0, 0]),
        # What a state adds to the credit covers nobody.
        (coverage([9, 9, 0, 0, 0, 0], [0, 0, 5, 4, 0, 0], other=[0, 0, 1, 1, 1, 0]), [1, 1, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0]),
        # Medicaid ends for the older of two children first.
        (coverage([9, 9, 4, 4, 2, 0], [0, 0, 5, 4, 3, 2]), [1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 0.5, 0]),
        # The poorest adults' Medicaid is worth no more than the children's, as in Arkansas.
        (coverage([4, 4, 9, 4, 4, 0], [0, 0, 0, 6, 5, 4]), [1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 0]),
        # Nobody has anything.
        (coverage([0] * 6, [0] * 6), [0] * 6, [0] * 6),
        # Medicaid without any credit above it.
        (coverage([9, 9, 9, 0, 0, 0], [0] * 6), [1, 1, 1, 0, 0, 0], [1, 1, 1, 0, 0, 0]),
    ],
)  # fmt: skip
def test_who_is_covered(given, adults, children):
    found = covered(POINTS, given)
    assert found[0].tolist() == adults
    assert found[1].tolist() == children


@pytest.mark.parametrize(
    ("plan", "earnings", "expected"),
    [
        (ALONE, 15_600, 0.0),  # below the guideline
        (ALONE, 15_650, 6_000 - 0.021 * 15_650),
        (ALONE, 31_300, 6_000 - 0.066 * 31_300),  # twice the guideline
        (ALONE, 27_387.5, 6_000 - 0.05395 * 27_387.5),  # midway from 1.5 to 2
        (ALONE, 46_950, 6_000 - 0.0996 * 46_950),
        (ALONE, 62_600, 0.0),  # 9.96 percent of it is more than the plan costs
        (FAMILY, 128_600, 20_000 - 0.0996 * 128_600),  # four times the guideline
        (FAMILY, 128_605, 0.0),  # and nothing above
    ],
)
def test_the_credit_is_what_the_plan_costs_beyond_a_part_of_income(plan, earnings, expected):
    assert credit(plan, np.array([float(earnings)]), NOBODY)[0] == pytest.approx(expected, abs=0.01)


def test_whom_public_coverage_covers_costs_nothing_and_brings_no_credit():
    children, adults = (np.zeros(1), np.ones(1)), (np.ones(1), np.zeros(1))
    assert price(FAMILY, NOBODY)[0] == 20_000
    assert price(FAMILY, children)[0] == 12_000
    assert price(FAMILY, adults)[0] == 8_000
    assert credit(FAMILY, np.array([80_000.0]), children)[0] == pytest.approx(
        credit(FAMILY, np.array([80_000.0]), NOBODY)[0] - 8_000
    )


def test_below_the_guideline_nobody_buys_one():
    assert is_uninsured(ALONE, np.array([0.0, 15_645.0, 15_650.0])).tolist() == [1.0, 1.0, 0.0]
