"""What `compare` says in its short columns, of many cases that differ in numbers alone, as rows of one calculation."""

import math

import numpy as np
from msgspec import Struct

from mobcalc.household.people_homes import Homes
from mobcalc.model import Array
from mobcalc.projection.case import years_of
from mobcalc.questions.roster_people import Members
from mobcalc.simulation.people import Gains, group_gains


class PathwayFigures(Struct, frozen=True):
    """The figures of one pathway in every case of a group (people,); not a number where there is none.

    `gain` of all who start over the baseline, `gain_finish` of those who finish and `gain_leave` of those who leave,
    and `kept`, what the household keeps of it [USD]. `ahead_from` is the age from which on it is ahead for good
    [years]. `finish` is the part of those who start that finishes [share], `years` how long training takes [years], and
    `cost` what all who start pay for it [USD].
    """

    id: str
    gain: Array
    gain_finish: Array
    gain_leave: Array
    ahead_from: Array
    kept: Array
    finish: Array
    years: Array
    cost: Array


def can_be_rows(members: Members) -> bool:
    """Whether a group has all figures: training fits into life, and some finish each pathway and some leave it."""
    pathways = members.group.case.arrays.pathways
    rates = [one.completion.rate for one in pathways.values() if one.completion is not None]
    return not members.unfit and all(0.0 < float(rate[0, 0]) < 1.0 for rate in rates)


def pathway_figures(members: Members, homes: Homes | None) -> list[PathwayFigures]:
    """The figures of the pathways of a group that can be rows, the baseline first.

    Args:
        members: the group.
        homes: the tables of households, where what these keep is asked for.
    """
    gains = group_gains(members.group, homes, has_cost=True)
    return [_figures(members, gains, place, name) for place, name in enumerate(members.group.case.ids)]


def _figures(members: Members, gains: Gains, place: int, name: str) -> PathwayFigures:
    """The figures of a pathway by its place among the ids."""
    arrays = members.group.case.arrays
    length, nothing = years_of(arrays, name), np.full(members.group.size, math.nan)
    versus = {
        figure: nothing if place == 0 else amounts[:, place - 1]
        for figure, amounts in (
            ("gain", gains.expected),
            ("gain_finish", gains.completer),
            ("gain_leave", gains.leaver),
            ("ahead_from", gains.ahead_from),
            ("kept", gains.kept),
        )
    }
    return PathwayFigures(
        id=name,
        **versus,
        finish=nothing if arrays.pathways[name].completion is None else gains.finish[:, place],
        years=nothing if length is None else np.full(members.group.size, length),
        cost=gains.cost[:, place],
    )
