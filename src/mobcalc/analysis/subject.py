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

    # A measured effect is an average over people, and no one person's pay.
    is_of_one = pathway.impact is None
    known = knows_training_pay(pathway)

    def measured(branch: Branch, is_one_path: bool = is_of_one) -> Outcomes:
        told = measure.Told(is_one_path=is_one_path, training_years=known)
        return measure.outcomes(years, branch, rate, arrays.person.weekly_hours, told)

    return Subject(
        name,
        pathway,
        projected,
        # Of all who start some finish and some leave; only without training is there one path.
        measured(projected.expected, pathway.training is None),
        None if projected.completer is None else measured(projected.completer),
        None if projected.leaver is None else measured(projected.leaver),
    )


def knows_training_pay(pathway: Pathway[Array, YearPoints]) -> bool:
    """Whether pay in training is known: by contract, or because an effect was measured from the first year on."""
    effect = pathway.impact
    if effect is None:
        return True
    points = effect.participant or effect.completer
    return points is not None and float(points.years.min()) <= 1.0
