"""What `diff` finds between two answers: what they rest on, and what became of each figure."""

from typing import Any, Literal

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerYear, ShareOf
from mobcalc.results.assumptions_diff import Difference, GainChange
from mobcalc.results.record import Recordable


class ValueChange(Struct, frozen=True):
    """Something by its name in two runs; None where a run does not have it."""

    name: str
    before: Any
    after: Any


class PathwayFigures(Struct, frozen=True):
    """The figures of a pathway that screens show: the gain of all who start, on average over draws where any are drawn.

    `point_gain` is that with every assumption at its value; `kept_gain` the same after taxes and benefits. `pay` is
    that of the first year after training, of those who finish where somebody does not.
    """

    gain: Money | None
    point_gain: Money | None
    kept_gain: Money | None
    chance_well_ahead: ShareOf | None
    completion_rate: ShareOf | None
    pay: MoneyPerYear | None


class PathwayChange(Struct, frozen=True):
    """A pathway in two answers; None in one that does not show it.

    `explained` is what the differences in assumptions do together to the gain at their values, `unexplained` what is
    left of its change: rules, equations and random numbers, which are no assumptions. Both are None where they cannot
    be told.
    """

    id: str
    name: str
    family: str
    label: str | None
    before: PathwayFigures | None
    after: PathwayFigures | None
    explained: Money | None
    unexplained: Money | None


FigureCode = Literal[
    "ahead_from",
    "whole_difference",
    "cliffs",
    "largest_loss",
    "living_wage",
    "needs",
    "swept_gain",
    "solved_value",
    "gain_now",
]
"""What a main figure of another command than `compare` is."""


class FigureChange(Struct, frozen=True):
    """A main figure of an answer; `of` and `group` are the pathway and the group that it is of, empty where of none.

    Of several solutions `of` is their place.
    """

    code: FigureCode
    of: str
    group: str
    unit: str
    before: float | None
    after: float | None


class ClientDifference(Struct, frozen=True):
    """What differs for one client: `name` is the case's in answers about several.

    `case` are the facts of the client and the question, `differences` all assumptions, the facts among them, each with
    what it alone does to the first answer's gains. `has_assumptions` is whether both answers say all of theirs, and
    `dropped` are the names that the second has no more.
    """

    name: str | None
    case: list[ValueChange]
    has_assumptions: bool
    differences: list[Difference]
    dropped: list[str]
    together: list[GainChange]
    baseline: str | None
    pathways: list[PathwayChange]
    figures: list[FigureChange]


class RunDifference(Struct, frozen=True):
    """The answer of `diff`: two answers of one command, the second against the first.

    `is_same` is whether nothing differs but the number of the version. `figures` are the numbers in the JSON of
    either, `changed_figures` those that one says otherwise or alone, `changed_texts` the same of all else.
    """

    files: tuple[str, str]
    command: Recordable
    is_same: bool
    figures: int
    changed_figures: int
    changed_texts: int
    versions: list[ValueChange]
    changed_versions: list[str]
    tables: list[ValueChange]
    clients: list[ClientDifference]
