"""What a pathway changes in each tax, credit and benefit of the household, year by year."""

from collections.abc import Sequence

import msgspec
import numpy as np

from mobcalc.household.payroll_taxes import PayrollTax
from mobcalc.household.public_budgets import components, with_only
from mobcalc.household.taxes_and_benefits import Household
from mobcalc.model import Array
from mobcalc.projection.mixture import Side
from mobcalc.projection.outcomes import net_earnings
from mobcalc.projection.pathway import projection


def public_paths(side: Side, name: str, baseline: str, tax: PayrollTax) -> dict[str, Array]:
    """What all who start a pathway have more of each tax, credit and benefit than on the baseline.

    Below 0 where they pay more tax or have less of a benefit. Nothing without a place.

    Args:
        side: one sex, with the household where there is a place.
        name: id of the pathway.
        baseline: id of the one it is set against.
        tax: the federal payroll tax.

    Returns:
        [USD/year] (rows, years) by name.
    """
    home = side.years.household
    if home is None:
        return {}
    return {
        of: _path(side, name, with_only(home, of, tax)) - _path(side, baseline, with_only(home, of, tax))
        for of in components(home, tax)
    }


def _path(side: Side, name: str, home: Household) -> Array:
    """What the household has of its one tax, credit or benefit, a partner's earnings added [USD/year] (rows, years)."""
    group = projection(side.arrays, msgspec.structs.replace(side.years, household=home), name).expected
    assert group.keeps is not None
    path: Array = group.keeps.counted - net_earnings(group)
    return path


def mixed(weights: Sequence[Array], each: Sequence[dict[str, Array]]) -> dict[str, Array]:
    """Paths of men and women by their parts; what only one has is nothing to the other."""
    names = dict.fromkeys(name for paths in each for name in paths)
    return {
        name: sum(
            (weight * paths[name] for weight, paths in zip(weights, each, strict=True) if name in paths),
            np.zeros((1, 1)),
        )
        for name in names
    }
