"""What people of a roster gain, as columns: the same rows for the command and for Python."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from mobcalc.cli.roster_columns import Read, read
from mobcalc.cli.roster_options import COLUMNS
from mobcalc.cli.roster_settings import Settings
from mobcalc.errors import Problem
from mobcalc.model import Array
from mobcalc.questions.basis import Drawing
from mobcalc.questions.roster import NO_PLACE, NOT_COVERED, Gains, gains
from mobcalc.report.roster_rows import Column, listed, rounded

MONEY, EXACT = 2, 9
"""Digits of money and ages, and of shares and chances."""
SHARES = ("completion_rate", "chance_ahead", "chance_well_ahead")
WHOLE = ("age", "adults")
LOW_WAGE = "wage_below_minimum"


class Answered(NamedTuple):
    """Some people of a roster: the columns of the answer, what was read, what they gain, and what is wrong by row.

    `not_kept` is of how many it is not known what their household keeps.
    """

    columns: dict[str, Column]
    read: Read
    gains: Gains | None
    problems: dict[int, Problem]
    not_kept: int = 0


def answered(
    columns: Mapping[str, Sequence[str]],
    settings: Settings,
    drawing: Drawing,
    carried: Sequence[str] = (),
    broken: Mapping[int, Problem] = MappingProxyType({}),
) -> Answered:
    """What people gain, a row for each person and pathway, in the order of the people.

    Args:
        columns: of texts, an empty one where something is not known.
        settings: places and occupations met so far.
        drawing: how many lives of each are drawn, and which.
        carried: further columns that go into the answer as they are.
        broken: rows that cannot be read, with what is wrong.
    """
    people = read(columns, settings, broken, has_lives=bool(drawing.draws))
    if not len(people.rows):
        return Answered({}, people, None, people.problems)
    found = gains(people.people, settings.shapes, drawing, takes_nearest=settings.kept.takes_nearest)
    shown = _given(columns, people, found, carried)
    shown["pathway"] = found.pathways
    shown |= {name: rounded(one, EXACT if name in SHARES else MONEY) for name, one in found.figures.items()}
    return _explained(Answered(shown, people, found, people.problems), found)


def _given(
    columns: Mapping[str, Sequence[str]], people: Read, found: Gains, carried: Sequence[str]
) -> dict[str, Column]:
    """What the file says of the person of each row, numbers as numbers."""
    shown: dict[str, Column] = {}
    rows = people.rows[found.people].tolist()
    for name in (*COLUMNS, *carried):
        if name not in columns or name in ("pathway", "weight"):
            continue
        if name in people.numbers:
            amounts = rounded(people.numbers[name][found.people], EXACT)
            shown[name] = _whole(amounts) if name in WHOLE else amounts
        else:
            shown[name] = list(map(columns[name].__getitem__, rows))
    return shown


def _whole(amounts: Array) -> Column:
    """Whole numbers without a decimal point."""
    if np.isnan(amounts).any():
        return [None if one is None else int(one) for one in listed(amounts)]
    return amounts.astype(np.int64)


def _explained(answer: Answered, found: Gains) -> Answered:
    """The same with columns that say why something is not known, and what is marked."""
    shown = answer.columns
    whose = found.people.tolist()
    shown["reason"] = found.unfit
    shown["kept_reason"] = list(map(found.kept.__getitem__, whose))
    shown["notes"] = [LOW_WAGE if is_low else "" for is_low in found.low_wage[found.people].tolist()]
    return answer._replace(not_kept=found.kept.count(NOT_COVERED) + found.kept.count(NO_PLACE))
