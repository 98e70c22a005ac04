"""Lives instead of averages: what luck makes of the earnings and costs of any pathway."""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.household.taxes_and_benefits import Household, net_resources
from mobcalc.model import Array, in_rows, onto, risk, training
from mobcalc.projection.exits import Moves, Ways, alike, net_flows
from mobcalc.projection.pay_path import lasting_luck, without_training
from mobcalc.projection.person_years import Life, spell_length
from mobcalc.sampling import Arrays
from mobcalc.sampling.luck import Luck


class Lives(Struct, frozen=True):
    """A block of lives, whatever their pathway.

    `rows` says which row of the assumptions each life is lived in (lives,). `weights` are 1 in years lived, discounted
    to the start age, and 0 after death. `work` is what spells without work multiply earnings with, weighted already
    unless there is a household (both lives, years). `pay` is what lasting luck multiplies pay without training with,
    `spread` the standard deviation of its logarithm, and `correlation` how much luck on another path has in common with
    it (all lives, 1). `luck` has the rest of it. `household` is None where what it keeps is not asked for.
    """

    rows: NDArray[np.intp]
    luck: Luck
    weights: Array
    work: Array
    pay: Array
    spread: Array
    correlation: Array
    household: Household | None


class Net(Struct, frozen=True):
    """What each year of a life adds, discounted, 0 after death [USD/year] (lives, years).

    `earned` is earnings that count and stipends less what is paid for training; `kept` is what the household keeps of
    it, None where that is not asked for.
    """

    earned: Array
    kept: Array | None


class Moved(NamedTuple):
    """What leaving the occupation puts on the average pay of who finishes [USD/year] (all rows, years).

    `stayed` is the part that is still in the occupation [share], `if_left` what is put on pay elsewhere, `more_if_in`
    how much more it is there.
    """

    stayed: Array
    if_left: Array
    more_if_in: Array


class Table(Struct, frozen=True):
    """All ways through a pathway, each in as many rows as the assumptions have.

    First those of who leaves, in order of time, last that of who finishes. `after` (ways x rows, years),
    `in_training` and `flows` (ways x rows, first years), `kept` and `stayed` (ways x rows, 1) as in `Way` and
    `net_flows`. `still_in` as in `Exits`, None where all go the same way; `luck` and `on_scale` as in `Ways`;
    `moved` None where nobody leaves an occupation; `by_scale` (ways x rows, first years) as in `Way`.
    """

    rows: int
    after: Array
    in_training: Array
    flows: Array
    kept: Array
    stayed: Array
    still_in: Array | None
    luck: Array | None
    on_scale: bool
    moved: Moved | None
    by_scale: Array | None

    @property
    def ways(self) -> int:
        """How many ways there are."""
        return len(self.after) // self.rows

    def of_way(self, way: int) -> slice:
        """The rows of one way."""
        return slice(way * self.rows, (way + 1) * self.rows)

    def chances(self) -> Array:
        """The part of those who start that goes each way [share] (1 or rows, ways)."""
        if self.still_in is None:
            return np.ones((1, 1))
        return np.concatenate((training.exit_shares(self.still_in), self.still_in[:, -1:]), axis=1)


def table(years: Life, of: Ways, shape: tuple[int, ...] | None = None) -> Table:
    """All ways through a pathway, in one row for all or in all rows, of which `shape` says how many each axis has."""
    finishes = of.way(of.term.length, True)
    ways = [*of.leaving(finishes), finishes]
    paid = [net_flows(of.term, end, years.year) for end in ends_of(of)]
    still_in = None if of.exits is None else of.exits.still_in
    rows = _rows([*itertools.chain(*ways), *paid, still_in], shape)
    return Table(
        rows=math.prod(rows),
        after=_stacked([way.after for way in ways], rows),
        in_training=_stacked([_or(way.in_training, 0.0) for way in ways], rows),
        flows=_stacked(paid, rows),
        kept=_stacked([_or(way.kept, 1.0) for way in ways], rows),
        stayed=_stacked([_or(way.stayed, 1.0) for way in ways], rows),
        still_in=_in_rows(still_in, rows),
        luck=_in_rows(of.luck, rows),
        on_scale=of.on_scale,
        moved=None if of.moves is None else _moved(ways[-1].gap, of.moves, rows),
        by_scale=None if finishes.by_scale is None else _stacked([_or(way.by_scale, 0.0) for way in ways], rows),
    )


def ends_of(of: Ways) -> list[Array]:
    """When training ends on each way, in the order of a table [years] (1 or rows, 1)."""
    times = [] if of.exits is None else np.split(of.exits.times, of.exits.times.shape[-1], axis=-1)
    return [*map(alike, times), of.term.length]


def _rows(parts: Sequence[Array | None], shape: tuple[int, ...] | None) -> tuple[int, ...]:
    """The rows on each axis of those parts that there are, or as many as there should be unless one is enough."""
    rows = np.broadcast_shapes(*{part.shape[:-1] for part in parts if part is not None})
    return rows if shape is None or math.prod(rows) == 1 else shape


def _in_rows(amounts: Array | None, rows: tuple[int, ...]) -> Array | None:
    return None if amounts is None else in_rows(amounts, rows)


def _or(amounts: Array | None, otherwise: float) -> Array:
    return np.full((1, 1), otherwise) if amounts is None else amounts


def _stacked(parts: list[Array], rows: tuple[int, ...]) -> Array:
    """Arrays of one row or so many under each other, those with fewer years filled up with zeros."""
    width = max(part.shape[-1] for part in parts)
    # In memory year by year, see `model.risk`.
    stack = np.empty((width, len(parts), *rows[::-1]))
    for place, part in enumerate(parts):
        years = part.shape[-1]
        stack[:years, place], stack[years:, place] = (part if part.ndim > len(rows) else part[None]).T, 0.0
    return stack.reshape(width, math.prod(stack.shape[1:])).T


def _moved(gap: Array | None, moves: Moves, rows: tuple[int, ...]) -> Moved:
    """What is put on the average pay of who finishes, in place of what is left of the gap on average."""
    assert gap is not None  # it comes with the moves
    ratios = (risk.gap_kept(np.full((1, 1), luck), *moves) for luck in (0.0, 1.0))
    if_in, if_left = (np.asfortranarray(gap * (ratio - 1.0)) for ratio in ratios)
    return Moved(*(in_rows(part, rows) for part in (moves.stayed, if_left, if_in - if_left)))


def average(of: Table, amounts: Array) -> Array:
    """An amount of all who start from that of each way (rows, columns).

    Args:
        of: the pathway.
        amounts: of every way (ways x rows, columns).
    """
    by_way = amounts.T.reshape(-1, of.ways, of.rows)
    total: Array = np.einsum("cwr,wr->cr", by_way, np.ascontiguousarray(of.chances().T)).T
    return total


def summed(of: Table, weights: tuple[Array, Array | None]) -> Array:
    """What every way adds up to [USD] (ways x rows, 1): earnings by the first weights, and flows by the second.

    Years beyond the weights count for nothing.
    """
    of_pay, of_flows = weights
    total = _weighted(of, of.after, of_pay) + _weighted(of, of.in_training, of_pay)
    return total if of_flows is None else total + _weighted(of, of.flows, of_flows)


def _weighted(of: Table, amounts: Array, weights: Array) -> Array:
    """Yearly amounts of every way added up (ways x rows, 1)."""
    first, amounts = weights[:, : amounts.shape[1]], amounts[:, : weights.shape[1]]
    if len(first) > 1 and of.ways > 1:
        first = np.tile(first, (of.ways, 1)) if of.rows > 1 else first
    total: Array = np.einsum("ij,ij->i", amounts, first)[:, None]
    return total


def lives_of(
    arrays: Arrays, years: Life, luck: Luck, rows: NDArray[np.intp], household: Household | None = None
) -> Lives:
    """The lives of a block.

    Args:
        arrays: the assumptions.
        years: the years of the person in these assumptions.
        luck: of each life.
        rows: which row of the assumptions each life is lived in (lives,).
        household: where what it keeps is asked for.
    """
    alive = risk.is_alive(_life_amounts(years.alive, rows), luck.death)
    weights = onto(np.multiply, alive, _life_amounts(years.discount, rows))
    lasts = _life_amounts(spell_length(arrays), rows)
    base = np.ones_like(weights) if household is not None else weights
    spread = _life_amounts(lasting_luck(arrays, arrays.pathways[without_training(arrays)].earnings), rows)
    return Lives(
        rows=rows,
        luck=luck,
        weights=weights,
        work=risk.with_spells(base, luck.work, _life_amounts(years.employed, rows), lasts),
        pay=risk.lasting_luck(luck.pay, spread),
        spread=spread,
        correlation=_life_amounts(arrays.people.luck_correlation, rows),
        household=household,
    )


def lives_of_people(
    arrays: Arrays, years: Life, luck: Luck, draw: NDArray[np.intp], shape: tuple[int, ...], whose: NDArray[np.intp]
) -> Lives:
    """Lives of people in draws of the assumptions, earned, those of each person after those of the one before.

    Args:
        arrays: the assumptions, with axes (people apart, draws, n).
        years: the years of the people in these assumptions.
        luck: of each life; `work` (years, people, lives), all else (people, lives).
        draw: which draw each of a person's lives is lived in (lives,).
        shape: how many people apart there are, and how many draws.
        whose: which of these each person is like (people,).
    """
    axes = (len(draw), len(whose))
    *once, work = luck
    # Of what a life rests on, only this differs between people of one age.
    if len(years.employed) > 1:
        years = msgspec.structs.replace(years, employed=years.employed.T.take(whose, axis=-1).T)
    in_columns = [np.ascontiguousarray(part).T[..., None] for part in once]
    these = lives_of(arrays, years, Luck._make([*in_columns, work.T]), draw)
    return Lives(
        rows=(draw * shape[0] + whose[:, None]).reshape(-1),
        # Spells without work are in `work` already.
        luck=Luck._make([*(in_rows(part, axes) for part in these.luck[:-1]), these.luck.work]),
        weights=in_rows(these.weights, axes),
        work=in_rows(these.work, axes),
        pay=in_rows(these.pay, axes),
        spread=in_rows(these.spread, axes),
        correlation=in_rows(these.correlation, axes),
        household=None,
    )


def _life_amounts(amounts: Array, rows: NDArray[np.intp]) -> Array:
    """What holds in the assumptions of each life (lives, years); one row that holds for all stays one.

    Of people in draws `rows` are the draws, and each person has such lives (1 or lives, 1 or people, years).
    """
    amounts = amounts if amounts.ndim == 2 else amounts.swapaxes(0, 1)
    each: Array = amounts if len(amounts) == 1 else amounts.T.take(rows, axis=-1).T
    return each


class _Taken(Struct, frozen=True):
    """Which way each life goes: its row in the table, the row of the assumptions, and who finishes; None for all."""

    which: NDArray[np.intp]
    rows: NDArray[np.intp]
    finishes: NDArray[np.bool_] | None


def _taken(lives: Lives, of: Table) -> _Taken:
    rows = lives.rows if of.rows > 1 else np.zeros_like(lives.rows)
    if of.still_in is None:
        return _Taken(rows, rows, None)
    stayed = risk.years_stayed(lives.luck.staying, _life_amounts(of.still_in, lives.rows)).astype(np.intp)[:, 0]
    return _Taken(rows + stayed * of.rows, rows, stayed == of.ways - 1)


def worth(lives: Lives, of: Table, own: Array) -> Array:
    """What lives without a household have of a pathway in all, as `net` has it year by year [USD] (lives,).

    Sums of products take much less time than the years themselves.
    """
    return worth_and_more(lives, of, own, None)[0]


def worth_and_more(lives: Lives, of: Table, own: Array, free: Array | None) -> tuple[Array, Array]:
    """What lives have of a pathway in all, and what each dollar that its yearly gain is off by adds to it.

    Args:
        lives: without a household.
        of: the pathway.
        own: their luck on it alone (lives, 1).
        free: what of each year is free of training for who finishes (1 or rows, years); None where no gain is off.

    Returns:
        [USD] and [years] (lives,) both.
    """
    way = _taken(lives, of)
    total = _summed(_life_amounts(of.after, way.which).T, lives.work.T)
    if of.moved is not None:
        some = _finishing(way)
        moved = _moved_by(lives, of.moved, way.rows.take(some), some)
        total[some] += _summed(moved, lives.work.T.take(some, axis=1))
    pay = _pay(lives, of, way, own)[:, 0]
    total *= pay
    more = np.zeros_like(total)
    if free is not None:
        more = _summed(_life_amounts(free, lives.rows).T, lives.work.T) * of.kept.take(way.which, axis=0)[:, 0] * pay
    first, paid = (_life_amounts(part, way.which).T for part in (of.in_training, of.flows))
    if of.on_scale:
        total += _summed(first, lives.weights.T)
    else:
        total += lives.pay[:, 0] * _summed(first, lives.work.T)
    if of.by_scale is not None:
        scale = _life_amounts(of.by_scale, way.which).T
        total += _summed(scale, lives.weights.T) - lives.pay[:, 0] * _summed(scale, lives.work.T)
    return total + _summed(paid, lives.weights.T), more


def _summed(amounts: Array, weights: Array) -> Array:
    """Amounts of the first years, weighted and added up (lives,).

    Args:
        amounts: (first years, 1 or lives).
        weights: (years, lives).
    """
    total: Array = np.einsum("ij,ij->j", amounts, weights[: len(amounts)])
    return total


def net(lives: Lives, of: Table, own: Array) -> Net:
    """What lives have of a pathway, each in its own way through it; `own` is their luck on it alone (lives, 1)."""
    way = _taken(lives, of)
    earned = of.after.T.take(way.which, axis=1).T
    if of.moved is not None:
        some = _finishing(way)
        earned.T[:, some] += _moved_by(lives, of.moved, way.rows.take(some), some)
    earned *= _pay(lives, of, way, own)
    earned *= lives.work
    first, paid = (part.T.take(way.which, axis=1).T for part in (of.in_training, of.flows))
    early = first.shape[1]
    if not of.on_scale:
        first *= lives.pay
        first *= lives.work[:, :early]
        if of.by_scale is not None:
            as_paid = np.ones((1, 1)) if lives.household is not None else lives.weights[:, :early]
            first += of.by_scale.T.take(way.which, axis=1).T * (as_paid - lives.pay * lives.work[:, :early])
    elif lives.household is None:
        first *= lives.weights[:, :early]
    earned[:, :early] += first
    if lives.household is None:
        earned[:, : paid.shape[1]] += paid * lives.weights[:, : paid.shape[1]]
        return Net(earned, None)
    # Taxes are by the year, so what is kept is looked up before anything is weighted.
    kept = net_resources(lives.household, earned)
    for amounts in (earned, kept):
        amounts[:, : paid.shape[1]] += paid
        np.multiply(amounts, lives.weights, out=amounts)
    return Net(earned, kept)


def _finishing(way: _Taken) -> NDArray[np.intp]:
    """The lives that finish (some,)."""
    return np.arange(len(way.rows)) if way.finishes is None else np.flatnonzero(way.finishes)


def _moved_by(lives: Lives, moved: Moved, rows: NDArray[np.intp], some: NDArray[np.intp]) -> Array:
    """What leaving the occupation, or staying in it, puts on the average pay of some who finish (years, some)."""
    stayed, if_left, more_if_in = (_life_amounts(part, rows).T for part in moved)
    # Arithmetic takes a third of the time of choosing.
    put_on: Array = (lives.luck.moving[some, 0] < stayed) * more_if_in
    put_on += if_left
    return put_on


def _pay(lives: Lives, of: Table, way: _Taken, own: Array) -> Array:
    """What lasting luck multiplies pay after training with (lives, 1)."""
    if of.luck is None:
        return lives.pay
    spread, correlation = _life_amounts(of.luck, lives.rows), lives.correlation
    if way.finishes is not None:
        # The longer somebody stayed, the more of the luck is of the new path.
        correlation = 1.0 - (1.0 - correlation) * of.stayed.take(way.which, axis=0)
        spread = np.where(way.finishes[:, None], spread, lives.spread)
    return risk.lasting_luck(risk.correlated(lives.luck.pay, own, correlation), spread)
