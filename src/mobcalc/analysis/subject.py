"""A pathway as it is compared: projected, and measured for all who start, finishers and leavers."""

from typing import NamedTuple

from mobcalc.analysis import outcomes as measure
from mobcalc.analysis.branch import Branch, Projection
from mobcalc.analysis.life import Life
from mobcalc.analysis.projection import projection
from mobcalc.model import Array
from mobcalc.results import Outcomes
from mobcalc.sampling import Arrays, YearPoints
from mobcalc.schema import Pathway


class Subject(NamedTuple):
    """One pathway with its projection and the outcomes of its groups."""

    name: str
    pathway: Pathway[Array, YearPoints]
    projection: Projection
    expected: Outcomes
    completer: Outcomes | None
    leaver: Outcomes | None


def subject_of(arrays: Arrays, years: Life, name: str) -> Subject:
    """A pathway, projected and measured."""
    pathway, projected = arrays.pathways[name], projection(arrays, years, name)
    rate = arrays.economy.fringe_rate if pathway.fringe_rate is None else pathway.fringe_rate

    def measured(branch: Branch, is_one_path: bool = True) -> Outcomes:
        return measure.outcomes(years, branch, rate, arrays.person.weekly_hours, is_one_path)

    return Subject(
        name,
        pathway,
        projected,
        # Of all who start some finish and some leave; only without training is there one path.
        measured(projected.expected, pathway.training is None),
        None if projected.completer is None else measured(projected.completer),
        None if projected.leaver is None else measured(projected.leaver),
    )
