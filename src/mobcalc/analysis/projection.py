"""The projection of one pathway: what all who start, finishers and leavers earn, are paid and pay."""

import numpy as np

from mobcalc.analysis.branch import Projection, branch
from mobcalc.analysis.effects import from_impact
from mobcalc.analysis.levels import from_levels
from mobcalc.analysis.life import Life, at_least, employed, published, without_training
from mobcalc.analysis.term import term
from mobcalc.model import Array
from mobcalc.sampling import Arrays


def projection(arrays: Arrays, life: Life, name: str) -> Projection:
    """The projection of the pathway of this id for one person."""
    pathway = arrays.pathways[name]
    if name == without_training(arrays):
        return _untrained(arrays, life, name, life.level, life.employed)
    if pathway.evidence == "impact":
        return from_impact(arrays, life, pathway)
    if pathway.training is not None:
        return from_levels(arrays, life, pathway)
    assert pathway.earnings is not None
    path = published(arrays, pathway.earnings, life.age)((life.year + 0.5)[None, :])
    in_work = at_least(arrays, path * life.pay) * life.at_work
    return _untrained(arrays, life, name, in_work, employed(arrays, pathway.earnings))


def _untrained(arrays: Arrays, life: Life, name: str, in_work: Array, employed: Array) -> Projection:
    """A pathway of the family 'none': work from the first day."""
    paid = in_work * employed
    own, nothing = term(arrays, arrays.pathways[name]), np.zeros_like(paid)
    return Projection(branch(life, own, own.length, counted=paid, paid=paid, in_work=in_work, forgone=nothing))
