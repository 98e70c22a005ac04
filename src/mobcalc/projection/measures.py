"""What a pathway is worth by one measure, in every row: what sensitivity and reverse questions move."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from mobcalc.errors import input_error
from mobcalc.household_types import Slices
from mobcalc.model import Array
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.case import check_terms, ids_of, misfits, unchecked
from mobcalc.projection.group import Group
from mobcalc.projection.mixture import Side, shares, sides_of
from mobcalc.projection.outcomes import FIRST_DECADE, net_earnings
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import Life
from mobcalc.sampling import Arrays
from mobcalc.schema import Records

Measured: TypeAlias = Callable[[Life, Group], Array]


def _net_present_value(life: Life, group: Group) -> Array:
    return weighted_sum(net_earnings(group), life.present)


def _lifetime_earnings(life: Life, group: Group) -> Array:
    return weighted_sum(group.earnings, life.alive)


def _first_decade_earnings(life: Life, group: Group) -> Array:
    return weighted_sum(group.earnings[:, :FIRST_DECADE], life.alive[:, :FIRST_DECADE])


def _net_resources_present_value(life: Life, group: Group) -> Array:
    assert group.keeps is not None  # checked where the measure is chosen
    return weighted_sum(group.keeps.counted, life.present)


MEASURES: dict[str, Measured] = {
    "net_present_value": _net_present_value,
    "net_resources_present_value": _net_resources_present_value,
    "lifetime_earnings": _lifetime_earnings,
    "first_decade_earnings": _first_decade_earnings,
}
"""The outcomes that a gain can be measured by, under the names of the outcomes; the second needs a place."""


def worth(arrays: Arrays, years: Life, name: str, measure: str = "net_present_value") -> Array:
    """What all who start a pathway have of it by one measure.

    Args:
        arrays: the assumptions in rows.
        years: the years of the person in these assumptions.
        name: id of the pathway.
        measure: one of `MEASURES`.

    Returns:
        [USD] (rows, 1), or one row where nothing of the pathway differs between rows.
    """
    return MEASURES[measure](years, projection(arrays, years, name).expected)


def gain(sides: Sequence[Side], pair: tuple[str, str], measure: str = "net_present_value") -> Array:
    """What all who start the first of two pathways have more than with the second [USD] (rows, 1).

    Men and women are mixed as among those who start the first, or the second where the first is no training.
    """
    total = np.zeros((1, 1))
    for weight, side in zip(shares(sides, *pair), sides, strict=True):
        first, second = (worth(side.arrays, side.years, name, measure) for name in pair)
        total = total + weight * (first - second)
    return total


def best_pathway(assumptions: Records, baseline: str | None, versus: str, measure: str, slices: Slices | None) -> str:
    """The id of the pathway that gains most, among those that `compare` shows by default and that fit into the life.

    Args:
        assumptions: everything that is assumed, the person included.
        baseline: id of the pathway that `compare` sets them against; no postsecondary when not given.
        versus: id of the pathway to gain over, which cannot be the best.
        measure: the outcome that a gain is in.
        slices: taxes and benefits of the household as it changes over the years; none without a place.

    Raises:
        InputError: for an unknown pathway, and where no training fits into the working life.
    """
    case = unchecked(assumptions, ids_of(assumptions, (), baseline))
    ids, arrays = case.ids, case.arrays
    unfit = misfits(arrays, ids)
    others = [name for name in ids if name not in unfit and name != versus]
    if not others:
        check_terms(arrays, ids)
        raise input_error("--pathway", "", f"there is no pathway besides '{versus}'", "add --pathway ID")
    sides = sides_of(unchecked(assumptions, list(dict.fromkeys((*ids, versus)))), slices)
    return max(others, key=lambda name: float(gain(sides, (name, versus), measure)[0, 0]))
