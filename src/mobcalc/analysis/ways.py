"""The ways through a pathway: one for each time at which training can end, by finishing or by leaving."""

from collections.abc import Callable
from typing import NamedTuple

from mobcalc.analysis.term import Term
from mobcalc.model import Array


class Ways(NamedTuple):
    """What counts of a pathway, whichever way a life goes through it.

    `counted` gives the earnings that count toward the comparison (rows, years), and `employed` the part of a year in
    work after training (rows, 1); both take for each row when training ends [years] and whether it is by finishing, 1
    or 0 (rows, 1). `completion` is None where there is one way only (rows, 1).
    """

    term: Term
    completion: Array | None
    counted: Callable[[Array, Array], Array]
    employed: Callable[[Array], Array]
