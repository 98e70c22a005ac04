"""What gain in pay would pay for a service of which nobody knows what it does."""

from collections.abc import Sequence

import numpy as np

from mobcalc.household.taxes_and_benefits import net_resources
from mobcalc.model import Array, public_value
from mobcalc.projection.mixture import Side, shares, sides_of
from mobcalc.projection.pathway import projection
from mobcalc.questions.program_effects import Part, case_for
from mobcalc.results.program import TEN, BreakEven
from mobcalc.schema import COUNTERFACTUAL

MOST, STEP = 60_000.0, 250.0
"""The highest gain in yearly pay that is tried, and how far apart those tried are [USD/year]."""


def break_even(parts: Sequence[Part], cost: float, public_cost: float, *, is_alone: bool) -> BreakEven:
    """The gain that would pay for the cost of one who enrolls in a service.

    Args:
        parts: the service in every kind of household.
        cost: of one who enrolls [USD].
        public_cost: what governments pay of it [USD].
        is_alone: whether the service has to pay for the whole program, so that the cost of one who has it is more.
    """
    gains = np.arange(0.0, MOST + STEP, STEP)[:, None]
    whole = sum(part.share for part in parts)
    if is_alone:
        cost, public_cost = cost / whole, public_cost / whole
    usual, weights, back = 0.0, np.zeros((1, 1)), np.zeros_like(gains)
    knows_taxes = True
    for part in parts:
        sides = sides_of(case_for(part), part.slices)
        for side, of in zip(sides, shares(sides, COUNTERFACTUAL), strict=True):
            weight = float(of[0, 0]) * part.share / whole
            base = projection(side.arrays, side.years, COUNTERFACTUAL).expected.earnings
            weights = weights + weight * side.years.present[:, :TEN]
            usual += weight * float(base[0, 0])
            knows_taxes &= side.years.household is not None
            if side.years.household is not None:
                back = back + weight * _back(side, base, gains)
    taxpayer = _first(gains, back, public_cost) if knows_taxes else None
    return BreakEven(
        cost=cost,
        society=float(public_value.even_gain(np.array([[cost]]), weights)[0, 0]),
        taxpayer=taxpayer,
        usual_pay=usual,
        is_alone=is_alone,
        why={} if taxpayer is not None else {"taxpayer": "never" if knows_taxes else "no_place"},
    )


def _back(side: Side, base: Array, gains: Array) -> Array:
    """What comes back in taxes and lower benefits for each gain over ten years [USD] (gains, 1)."""
    home = side.years.household
    assert home is not None
    raised = base + gains * (side.years.year < TEN)
    kept = net_resources(home, raised) - net_resources(home, np.broadcast_to(base, raised.shape).copy())
    back: Array = ((raised - base - kept) * side.years.present).sum(axis=1, keepdims=True)
    return back


def _first(gains: Array, back: Array, cost: float) -> float | None:
    """The least gain that brings a cost back [USD/year]; None where none of those tried does."""
    enough = np.flatnonzero(back[:, 0] >= cost)
    if not len(enough):
        return None
    at = int(enough[0])
    if at == 0:
        return 0.0
    low, high = back[at - 1, 0], back[at, 0]
    return float(gains[at - 1, 0] + (cost - low) / (high - low) * (gains[at, 0] - gains[at - 1, 0]))
