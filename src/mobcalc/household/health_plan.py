"""Who pays for health care: public coverage, and the tax credit for a plan that a household buys on the marketplace."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array

ADULTS_PART = 0.25
"""Medicaid that is worth more than the children's by so much of the rest is the adults' too: months are averaged."""
SETTLED = 1.05
"""At earnings higher by this factor a limit that changes within the year has been passed in all of its months."""


class Plan(NamedTuple):
    """The benchmark plan of a household, in dollars of the rules' year.

    `adults` and `children` are what theirs costs before the credit, and `poverty` the guideline for the household
    [USD/year]. At `incomes` over the guideline `shares` of income are to be paid by the household itself; there is no
    credit below the first and above the last of them.
    """

    adults: float
    children: float
    poverty: float
    incomes: tuple[float, ...]
    shares: tuple[float, ...]

    def ends(self) -> float:
        """The last income with a credit [USD/year]."""
        return self.incomes[-1] * self.poverty


def covered(earnings: Array, coverage: Mapping[str, Array]) -> tuple[Array, Array]:
    """The part of the adults, and of the children, whose health care public coverage pays for [share] (points,) each.

    The table has what coverage is worth and not who has it. The premium tax credit begins where the adults are no
    longer covered or, in states that cover few of them, at the poverty guideline; what Medicaid is worth there is the
    children's. Below, more than that, or the Basic Health Program, covers the adults. Children have Medicaid wherever
    anybody has it, and CHIP. What states add to the credit, among the other coverage above, covers nobody.

    Args:
        earnings: of the household, rising [USD/year] (points,).
        coverage: what each kind is worth there [USD/year] (points,).
    """
    medicaid, has_credit = coverage["medicaid"], coverage["premium_tax_credit"] > 0.0
    begins = int(has_credit.argmax()) if has_credit.any() else len(earnings)
    after = (np.arange(len(earnings)) >= begins) & (earnings <= SETTLED * earnings[min(begins, len(earnings) - 1)])
    of_children = float(medicaid[after].min(initial=medicaid.max())) if after.any() else 0.0
    more = of_children + ADULTS_PART * (float(medicaid.max()) - of_children)
    is_below = np.arange(len(earnings)) < begins
    known = (medicaid > more) | (is_below & (coverage["other_coverage"] > 0.0))
    # Medicaid of the poorest adults may be worth as little as that of children; who is covered at more is at less.
    adults = np.flip(np.logical_or.accumulate(np.flip(known)))
    # Medicaid may end for older children before it ends for younger ones, and no CHIP follow.
    part = np.clip(medicaid / of_children, 0.0, 1.0) if of_children > 0.0 else (medicaid > 0.0).astype(np.float64)
    return adults.astype(np.float64), np.where(coverage["chip"] > 0.0, 1.0, part)


def price(plan: Plan, public: tuple[Array, Array]) -> Array:
    """What the plan of those whom no public coverage covers costs, before the credit [USD/year] (points,).

    Args:
        plan: of the household.
        public: 1 where the adults have public coverage, and where the children have it (points,) both.
    """
    adults, children = public
    paid: Array = plan.adults * (1.0 - adults) + plan.children * (1.0 - children)
    return paid


def is_uninsured(plan: Plan, earnings: Array) -> Array:
    """1 where nobody buys a plan, otherwise 0: below the poverty guideline, where there is no credit.

    A plan would cost all of income there; in states whose Medicaid covers few adults that is the coverage gap.

    Args:
        plan: of the household.
        earnings: of the household [USD/year] (points,).
    """
    return (earnings < plan.incomes[0] * plan.poverty).astype(np.float64)


def credit(plan: Plan, earnings: Array, public: tuple[Array, Array]) -> Array:
    """The tax credit for the plan of those whom no public coverage covers [USD/year] (points,).

    Args:
        plan: of the household.
        earnings: of the household [USD/year] (points,).
        public: 1 where the adults have public coverage, and where the children have it (points,) both.
    """
    over_poverty = earnings / plan.poverty
    own = np.interp(over_poverty, plan.incomes, plan.shares) * earnings
    is_within = (over_poverty >= plan.incomes[0]) & (earnings <= plan.ends())
    paid: Array = np.where(is_within, np.maximum(price(plan, public) - own, 0.0), 0.0)
    return paid
