"""What can be asked to come true: a gain, being ahead by an age, pay at the living wage at an age, a chance."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.measures import gain
from mobcalc.projection.mixture import Side, shares
from mobcalc.projection.outcomes import net_earnings
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import Life
from mobcalc.results.solve import Target
from mobcalc.sampling import Arrays

HALF_CENT = 0.005
"""Dollars by which an amount may miss what is wanted and still meet it."""


class Wanted(NamedTuple):
    """A target: its kind, the gain [USD], age [years] or chance [share] it is about, and the outcome of a gain."""

    kind: Target = "gain"
    value: float = 0.0
    measure: str = "net_present_value"

    @property
    def least(self) -> float:
        """The amount [USD] or the chance [share] from which on the target is met."""
        return self.value if self.kind in ("gain", "chance") else 0.0

    @property
    def tolerance(self) -> float:
        """What makes no difference: half a cent [USD]; nothing of a chance, since lives are counted."""
        return 0.0 if self.kind == "chance" else HALF_CENT


def amounts(wanted: Wanted, sides: Sequence[Side], ids: Sequence[str]) -> Array:
    """The amounts that a target other than a chance is about, not numbers where it does not apply.

    Args:
        wanted: the target.
        sides: the sexes that the person may be of; they are mixed as among those who start the pathway.
        ids: what is compared with, and the pathway.

    Returns:
        [USD] (rows, 1), or one row where nothing of it differs between rows.
    """
    versus, pathway = ids
    if wanted.kind == "gain":
        return gain(sides, (pathway, versus), wanted.measure)
    weights = shares(sides, pathway, versus)
    if wanted.kind == "by_age":
        each = [_ahead_by(wanted.value, side.arrays, side.years, pathway, versus) for side in sides]
    else:
        each = [_above_living_wage(wanted.value, side.arrays, side.years, pathway) for side in sides]
    return sum((weight * amount for weight, amount in zip(weights, each, strict=True)), np.zeros((1, 1)))


def _ahead_by(age: float, arrays: Arrays, years: Life, pathway: str, versus: str) -> Array:
    """The running net gain of all who start at the end of the year before an age, as in `break_even_ages` (rows, 1)."""
    ours, theirs = (net_earnings(projection(arrays, years, name).expected) for name in (pathway, versus))
    before = years.year < age - arrays.person.start_age
    gain: Array = np.where(
        before.any(axis=1, keepdims=True), weighted_sum((ours - theirs) * before, years.present), np.nan
    )
    return gain


def _above_living_wage(age: float, arrays: Arrays, years: Life, pathway: str) -> Array:
    """Pay in work less the living wage, of those who finish, in the year that begins at an age (rows, 1)."""
    assert years.household is not None  # checked where the question is put
    groups = projection(arrays, years, pathway)
    group = groups.completer or groups.expected  # without training there is one group
    that_year = (years.year == age - arrays.person.start_age) & (years.alive > 0.0)
    above = weighted_sum(group.in_work - years.household.living_wage, that_year.astype(np.float64))
    amount: Array = np.where(that_year.any(axis=1, keepdims=True), above, np.nan)
    return amount
