"""The ways through a pathway: one for each time at which training can end, by finishing or by leaving."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from mobcalc.model import Array
from mobcalc.projection.training_term import Exits, Term, flows, repaid


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


def net_flows(own: Term, end: Array, year: Array) -> Array:
    """Stipends less what is paid for training, at once or as repayments, where training ends at `end` [years].

    Returns:
        [USD/year], of the years up to the last in which there is any of it (rows, first years).
    """
    borrows = bool(own.drawn.any())
    last = len(year) if borrows else min(int(np.ceil(end.max())), len(year))
    costs, stipends = flows(own, end, year[:last])
    return stipends - costs - repaid(own, year, end).repayments if borrows else stipends - costs
