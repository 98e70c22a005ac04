"""Simulated lives: what each pathway is worth in every one of many draws, and how often one is ahead of another.

Two layers of uncertainty, and both together. `parameter`: the assumptions are drawn and every draw is the average over
lives, as the projection has it. `one_life`: the assumptions stay at their values and lives are drawn. All pathways
share the draws of a row, so that differences between them are paired.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from mobcalc.analysis.choice import Case
from mobcalc.analysis.life import Life, life, without_training
from mobcalc.analysis.loan import repaid
from mobcalc.analysis.projection import ways
from mobcalc.analysis.term import Term
from mobcalc.analysis.terms import is_below, used
from mobcalc.analysis.ways import Ways
from mobcalc.model import Array, clock, risk, training
from mobcalc.sampling import Arrays, given_names
from mobcalc.sampling.monte_carlo import Luck, is_uncertain, lives, monte_carlo

BLOCK = 2000
"""So many draws are computed at a time."""
LAYERS = ("together", "parameter", "one_life")
NOT_IN_GAINS = ("economy.fringe_rate", "living_wage")
"""Names of numbers that no gain rests on, so that they need not be drawn."""


class Simulated(NamedTuple):
    """What draws have: `worth` of each pathway [USD] (draws, pathways); `ahead` draws by year (pathways, years)."""

    worth: Array
    ahead: Array


def simulated(case: Case, draws: int, seed: int) -> dict[str, Simulated]:
    """Draws of the pathways of a case, for each of `LAYERS`.

    Args:
        case: one person and the pathways, the baseline first.
        draws: how many.
        seed: which random numbers.
    """
    years = life(case.arrays)
    count, shape = len(years.year), (draws, len(case.ids))
    found = {layer: Simulated(np.empty(shape), np.zeros((shape[1], count))) for layer in LAYERS}
    sizes = [min(BLOCK, draws - start) for start in range(0, draws, BLOCK)]
    table = [_table(case.arrays, years, name) for name in case.ids]
    begin = 0
    for arrays, luck in zip(_drawn(case, seed, sizes), lives(seed, count, sizes), strict=True):
        size = len(luck.death)
        rows = slice(begin, begin + size)
        begin += size
        walk = risk.random_walk(luck.permanent)
        these = life(arrays)
        together = _Lived(arrays, these, luck, walk)
        point = _Lived(case.arrays, years, luck, walk)
        own = [ways(arrays, these, name) for name in case.ids]
        _count(found["together"], rows, (together.net(arrays, of) for of in own))
        _count(found["parameter"], rows, (_expected(arrays, these, of, size) for of in own))
        _count(found["one_life"], rows, (point.net_from(of) for of in table))
    return found


def _drawn(case: Case, seed: int, sizes: Sequence[int]) -> Iterator[Arrays]:
    """The assumptions in blocks of rows, as far as a gain rests on them."""
    ids = (without_training(case.arrays), *case.ids)
    names = {
        name
        for name, record in used(case.settled, ids)
        if is_uncertain(name, record) and not is_below(name, NOT_IN_GAINS)
    }
    return monte_carlo(case.settled, seed, sizes, names, given_names(case.given, case.settled))


def _count(found: Simulated, rows: slice, nets: Iterator[Array]) -> None:
    """Put what a block of draws has in its place, and count the draws that are ahead by the end of each year."""
    base = next(nets)
    found.worth[rows, 0] = base.sum(axis=1)
    for place, net in enumerate(nets, start=1):
        net = net - base
        running = np.zeros(len(net))
        for year in range(net.shape[1]):
            running += net[:, year]
            found.ahead[place, year] += np.count_nonzero(running >= 1.0)
        found.worth[rows, place] = running


class _Table(NamedTuple):
    """All the ways through a pathway with the assumptions at their values; the first is to finish.

    `counted` and `flows` of each way (ways, years), `employed` (ways, 1), `still_in` at the end of each year of
    training (1, exits).
    """

    counted: Array
    flows: Array
    employed: Array
    still_in: Array


def _table(arrays: Arrays, years: Life, name: str) -> _Table:
    of = ways(arrays, years, name)
    if of.completion is None:
        end, finishes = of.term.length, np.ones((1, 1))
        still = np.ones((1, 0))
    else:
        times, still = _exits(arrays, of)
        end = np.concatenate([times[0], of.term.length[0]])[:, None]
        finishes = np.zeros_like(end)
        finishes[-1] = 1.0
    counted = np.broadcast_to(of.counted(end, finishes), (len(end), len(years.year)))
    flows = _flows(of.term, years, end)
    return _Table(counted, flows, np.broadcast_to(of.employed(finishes), end.shape), still)


def _exits(arrays: Arrays, of: Ways) -> tuple[Array, Array]:
    """When leavers leave, and who is still in at the end of each year of training (rows, exits)."""
    length, rate = of.term.length, of.completion
    count = training.exit_years(float(length.max()))
    passed = np.minimum(np.arange(1.0, count + 1.0), length) / length
    return training.exit_times(length, count), training.share_still_in(
        rate, passed, arrays.careers.leaving_front_loading
    )


def _flows(own: Term, years: Life, end: Array) -> Array:
    """Stipends less what is paid for training, up to the last year with any (rows, first years)."""
    debt = repaid(own, years.year, end)
    if debt.repayments.any():
        return clock.training_fraction(end, years.year) * (own.stipend - own.cost + own.drawn) - debt.repayments
    last = min(int(np.ceil(end.max())), len(years.year))
    return clock.training_fraction(end, years.year[:last]) * (own.stipend - own.cost)


class _Lived:
    """Lives: what luck makes of the earnings and costs of any pathway."""

    def __init__(self, arrays: Arrays, years: Life, luck: Luck, walk: Array) -> None:
        self.luck, self.years = luck, years
        permanent, transitory = shocks(arrays)
        self.weights = risk.is_alive(years.alive, luck.death) * years.discount
        factors = risk.earnings_luck(walk, luck.transitory, permanent, transitory, years.year)
        factors *= self.weights
        self.earned = factors
        self.spell = arrays.people.spell_length

    def net(self, arrays: Arrays, of: Ways) -> Array:
        if of.completion is None:
            end, finishes = of.term.length, np.ones((1, 1))
        else:
            times, still = _exits(arrays, of)
            stayed = risk.years_stayed(self.luck.staying, still)
            finishes = (stayed == still.shape[1]).astype(np.float64)
            which = np.minimum(stayed, still.shape[1] - 1.0).astype(np.intp)
            times = np.broadcast_to(times, (len(which), times.shape[1]))
            end = np.where(finishes > 0.0, of.term.length, np.take_along_axis(times, which, axis=1))
        return self._lived(of.counted(end, finishes), _flows(of.term, self.years, end), of.employed(finishes))

    def net_from(self, of: _Table) -> Array:
        if not of.still_in.shape[1]:
            return self._lived(of.counted, of.flows, of.employed)
        which = risk.years_stayed(self.luck.staying, of.still_in).astype(np.intp)[:, 0]
        return self._lived(of.counted.take(which, axis=0), of.flows.take(which, axis=0), of.employed.take(which, axis=0))

    def _lived(self, counted: Array, flows: Array, employed: Array) -> Array:
        net = self.earned * counted
        net *= risk.spells(self.luck.work, employed, self.spell)
        count = flows.shape[1]
        net[:, :count] += flows * self.weights[:, :count]
        return net


def shocks(arrays: Arrays) -> tuple[Array, Array]:
    part = arrays.pathways[without_training(arrays)].earnings
    permanent = None if part is None else part.permanent_shock
    transitory = None if part is None else part.transitory_shock
    people = arrays.people
    return (
        people.permanent_shock if permanent is None else permanent,
        people.transitory_shock if transitory is None else transitory,
    )


def _expected(arrays: Arrays, years: Life, of: Ways, rows: int) -> Array:
    def net(end: Array, finishes: Array) -> Array:
        counted, flows = of.counted(end, finishes), _flows(of.term, years, end)
        total = np.empty((rows, len(years.year)))
        total[:] = counted
        total[:, : flows.shape[1]] += flows
        return total

    if of.completion is None:
        return net(of.term.length, np.ones((1, 1))) * years.present
    times, still = _exits(arrays, of)
    chances = -np.diff(still, axis=1, prepend=1.0)
    total = of.completion * net(of.term.length, np.ones((1, 1)))
    for j in range(times.shape[1]):
        total += chances[:, [j]] * net(times[:, [j]], np.zeros((1, 1)))
    return total * years.present
