"""The ways through a pathway: one for each time at which training can end, by finishing or by leaving."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from mobcalc.model import Array, training
from mobcalc.projection.leaving import Exits
from mobcalc.projection.training_term import Term, flows, repaid


class Way(NamedTuple):
    """What counts of one way through a pathway [USD/year].

    Earnings `in_training` (rows, first years) and those `after` it (rows, years), of which `gap` is what the training
    makes of them; None where nothing of it can be lost again. `kept` is the part of a finisher's gain that this way
    has, and `stayed` the part of the term that it takes [share] (both rows, 1). `by_scale` is what of the earnings in
    training a scale pays where other training does not (rows, first years), None where all or none of it does.
    """

    after: Array
    in_training: Array | None = None
    gap: Array | None = None
    kept: Array | None = None
    stayed: Array | None = None
    by_scale: Array | None = None

    def whole(self) -> Array:
        """Earnings in all years (rows, years)."""
        if self.in_training is None:
            return self.after
        rows = np.broadcast_shapes(self.in_training.shape[:-1], self.after.shape[:-1])
        whole = np.array(np.broadcast_to(self.after, (*rows, self.after.shape[-1])))
        whole[..., : self.in_training.shape[-1]] += self.in_training
        return whole


class Moves(NamedTuple):
    """How those who finished leave the occupation for another.

    `stayed` is the part of them that is still in it in each year [share] (rows, years), `kept_outside` what those who
    left keep of the gap [share] (rows, 1).
    """

    stayed: Array
    kept_outside: Array


class Ways(Struct, frozen=True):
    """What counts of a pathway, whichever way a life goes through it.

    `way` is the one on which training ends at a time [years] (rows, 1) by finishing, or else by leaving. `exits` are
    None where all go the same way, `moves` where nobody leaves an occupation. `luck` is how far lasting pay differs
    among those who finish, as a standard deviation of its logarithm (rows, 1), None where it is that of life without
    training itself; `on_scale` is whether training pays a scale, which no luck moves.
    `of_leavers` are the numbers that leavers alone rest on (rows, 1), None where `way` takes only one time at once.
    """

    term: Term
    exits: Exits | None
    way: Callable[[Array, bool], Way]
    luck: Array | None = None
    on_scale: bool = False
    moves: Moves | None = None
    of_leavers: tuple[Array, ...] | None = None

    def leaving(self, finishes: Way) -> list[Way]:
        """The ways of those who leave, in order of time; `finishes` is that of those who do not."""
        if self.exits is None:
            return []
        times = self.exits.times
        if self.of_leavers is not None and _are_one_row([*finishes, times, *self.of_leavers]):
            # For one person all times are rows of one calculation.
            together = self.way(times.T, False)
            return [Way._make(_row(part, place) for part in together) for place in range(times.shape[1])]
        return [self.way(alike(times[..., [place]]), False) for place in range(times.shape[-1])]


def _are_one_row(parts: Sequence[Array | None]) -> bool:
    return all(part is None or part.size == part.shape[-1] for part in parts)


def _row(part: Array | None, place: int) -> Array | None:
    """One row of many, or the only one."""
    return part if part is None or len(part) == 1 else part[[place]]


def alike(amounts: Array) -> Array:
    """One row in place of many that are the same: all but the last exit are, however long training is drawn to take.

    Args:
        amounts: one in each row (rows, 1).
    """
    first = amounts.reshape(-1, 1)[:1]
    return first if (amounts == first).all() else amounts


def expected_earnings(of: Ways) -> Array:
    """What counts of the earnings of all who start, on average over the ways [USD/year] (rows, years)."""
    finishing = of.way(of.term.length, True)
    finishes = finishing.whole()
    if of.exits is None:
        return finishes
    still_in = of.exits.still_in
    chances = training.exit_shares(still_in)
    total = still_in[..., -1:] * finishes
    for place, way in enumerate(of.leaving(finishing)):
        total = total + chances[..., [place]] * way.whole()
    return total


def one_way(own: Term, counted: Array, luck: Array | None = None) -> Ways:
    """A pathway that everybody goes through in the same way."""
    return Ways(own, None, lambda _end, _finishes: Way(counted), luck)


def net_flows(own: Term, end: Array, year: Array) -> Array:
    """Stipends less what is paid for training, at once or as repayments, where training ends at `end` [years].

    Returns:
        [USD/year], of the years up to the last in which there is any of it (rows, first years).
    """
    borrows = bool(own.drawn.any())
    last = len(year) if borrows else min(int(np.ceil(end.max())), len(year))
    costs, stipends = flows(own, end, year[:last])
    return stipends - costs - repaid(own, year, end).repayments if borrows else stipends - costs
