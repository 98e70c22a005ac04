"""The ways through a pathway: one for each time at which training can end, by finishing or by leaving."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array, clock
from mobcalc.projection.training_term import Exits, Term, repaid


class Ways(NamedTuple):
    """What counts of a pathway, whichever way a life goes through it.

    `counted` gives the earnings that count toward the comparison (rows, years) of those whose training ends at a time
    [years] (rows, 1) by finishing, or else by leaving. `exits` are None where all go the same way.
    """

    term: Term
    exits: Exits | None
    counted: Callable[[Array, bool], Array]


def one_way(own: Term, counted: Array) -> Ways:
    """A pathway that everybody goes through in the same way."""
    return Ways(own, None, lambda _end, _finishes: counted)


def flows(own: Term, end: Array, year: Array) -> Array:
    """Stipends less what is paid for training, at once or as repayments, where training ends at `end` [years].

    Returns:
        [USD/year], of the years up to the last in which there is any of it (rows, first years).
    """
    if own.drawn.any():
        debt = repaid(own, year, end)
        return clock.training_fraction(end, year) * (own.stipend - own.cost + own.drawn) - debt.repayments
    last = min(int(np.ceil(end.max())), len(year))
    return clock.training_fraction(end, year[:last]) * (own.stipend - own.cost)
