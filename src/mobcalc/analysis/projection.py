"""The projection of one pathway: what all who start, finishers and leavers earn, are paid and pay."""

import numpy as np

from mobcalc.analysis.branch import Projection, branch
from mobcalc.analysis.effects import from_impact
from mobcalc.analysis.levels import from_levels, level
from mobcalc.analysis.life import Life
from mobcalc.model import Array, earnings
from mobcalc.sampling import Arrays
from mobcalc.schema import COUNTERFACTUAL


def projection(arrays: Arrays, life: Life, name: str) -> Projection:
    """The projection of the pathway of this id for one person."""
    pathway = arrays.pathways[name]
    if name == COUNTERFACTUAL:
        return _untrained(life, life.level, life.employed)
    if pathway.evidence == "impact":
        return from_impact(arrays, life, pathway)
    if pathway.training is not None:
        return from_levels(arrays, life, pathway)
    part = pathway.earnings
    assert part is not None and part.unemployment_rate is not None
    return _untrained(life, level(arrays, life, part)(life.year), earnings.employed_share(part.unemployment_rate))


def _untrained(life: Life, in_work: Array, employed: Array) -> Projection:
    """A pathway of the family 'none': work from the first day."""
    paid = in_work * employed
    nothing = np.zeros_like(paid)
    start = np.zeros((1, 1))
    return Projection(
        branch(life, start, counted=paid, paid=paid, in_work=in_work, forgone=nothing, spent=nothing, stipends=nothing)
    )
