"""Lives instead of averages: what luck makes of the earnings and costs of any pathway."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.household.taxes_and_benefits import Household, net_resources
from mobcalc.model import Array, risk
from mobcalc.projection.exits import Ways, net_flows
from mobcalc.projection.person_years import Life, shocks, spell_length
from mobcalc.sampling import Arrays
from mobcalc.sampling.monte_carlo import Luck


class Lives(NamedTuple):
    """A block of lives, whatever their pathway.

    `rows` says which row of the assumptions each life is lived in (lives,). `weights` are 1 in years lived, discounted
    to the start age, and 0 after death. `usual` is what luck multiplies earnings with, spells without work in it, and
    weighted already unless there is a household (both lives, years). `luck` has the rest of it. `household` is None
    where what it keeps is not asked for.
    """

    rows: NDArray[np.intp]
    luck: Luck
    usual: Array
    weights: Array
    household: Household | None


class Net(NamedTuple):
    """What each year of a life adds, discounted, 0 after death [USD/year] (lives, years).

    Only of `lives`, or of all if that is None, and of the first years, where something may differ from the baseline.
    `earned` is earnings that count and stipends less what is paid for training; `kept` is what the household keeps of
    it, None where that is not asked for.
    """

    lives: NDArray[np.intp] | None
    earned: Array
    kept: Array | None


class Table(NamedTuple):
    """All ways through a pathway, each in as many rows as the assumptions have.

    First those of who leaves, in order of time, last that of who finishes. `counted` (ways x rows, years), `flows`
    (ways x rows, first years). `still_in` as in `Exits`, None where all go the same way. From the year number `until`
    on nothing differs from the baseline, and nothing at all in the rows where `differs` is False (ways x rows,); it is
    None where all may differ.
    """

    rows: int
    until: int
    counted: Array
    flows: Array
    still_in: Array | None
    differs: NDArray[np.bool_] | None = None


def tables(years: Life, pathways: Sequence[Ways]) -> list[Table]:
    """All ways through each pathway.

    Args:
        years: the years of the person.
        pathways: in the same assumptions, the baseline first.
    """
    base, *others = (_table(years, of) for of in pathways)
    return [base, *(_apart(of, base) for of in others)]


def _apart(of: Table, base: Table) -> Table:
    """A pathway with where it differs from a baseline that all go through in the same way."""
    is_plain = base.still_in is None and not base.flows.any()
    if not is_plain or of.rows < base.rows:
        return of
    apart = of.counted.T.reshape(of.until, -1, of.rows) != base.counted.T[:, None, :]
    apart[: of.flows.shape[1]] |= of.flows.T.reshape(-1, *apart.shape[1:]) != 0.0
    differs, in_years = apart.any(axis=0), np.flatnonzero(apart.any(axis=(1, 2)))
    until = max(1, of.flows.shape[1], *(in_years[-1:] + 1).tolist())
    return of._replace(until=until, differs=None if differs.all() else differs.ravel())


def _table(years: Life, of: Ways) -> Table:
    """All ways through a pathway."""
    ends, still_in = [(of.term.length, True)], None
    if of.exits is not None:
        still_in = of.exits.still_in
        ends = [(_alike(time[:, None]), False) for time in of.exits.times.T] + ends
    counted = [of.counted(end, finishes) for end, finishes in ends]
    paid = [net_flows(of.term, end, years.year) for end, _ in ends]
    every = [*counted, *paid, *([] if still_in is None else [still_in])]
    rows = max(len(amounts) for amounts in every)
    return Table(
        rows=rows,
        until=len(years.year),
        counted=_stacked(counted, rows),
        flows=_stacked(paid, rows),
        still_in=still_in,
    )


def _alike(amounts: Array) -> Array:
    """One row in place of many that are the same: all but the last exit are, however long training is drawn to take."""
    return amounts[:1] if (amounts == amounts[0]).all() else amounts


def _stacked(parts: list[Array], rows: int) -> Array:
    """Arrays of one row or so many under each other, those with fewer years filled up with zeros."""
    width = max(part.shape[1] for part in parts)
    # In memory year by year, see `model.risk`.
    stack = np.zeros((width, len(parts), rows))
    for place, part in enumerate(parts):
        stack[: part.shape[1], place] = part.T
    return stack.reshape(width, len(parts) * rows).T


def average(years: Life, of: Table) -> Array:
    """What each year of a pathway adds on average over all ways through it, discounted [USD/year] (rows, years)."""
    first, ways = of.flows.shape[1], len(of.counted) // of.rows
    chances = np.ones((1, 1))
    if of.still_in is not None:
        chances = np.append(-np.diff(of.still_in, axis=1, prepend=1.0), of.still_in[:, -1:], axis=1)
    total = np.zeros((of.rows, of.counted.shape[1]), order="F")
    for way in range(ways):
        rows, chance = slice(way * of.rows, (way + 1) * of.rows), chances[:, [way]]
        total += chance * of.counted[rows]
        total[:, :first] += chance * of.flows[rows]
    total *= years.present
    return total


def lives_of(
    arrays: Arrays,
    years: Life,
    luck: Luck,
    walk: Array,
    rows: NDArray[np.intp],
    household: Household | None = None,
) -> Lives:
    """The lives of a block.

    Args:
        arrays: the assumptions.
        years: the years of the person in these assumptions.
        luck: of each life.
        walk: its lasting changes added up, from `risk.random_walk` (lives, years).
        rows: which row of the assumptions each life is lived in (lives,).
        household: where what it keeps is asked for.
    """
    permanent, transitory = (_life_amounts(part, rows) for part in shocks(arrays))
    factors = risk.earnings_luck(walk, luck.transitory, permanent, transitory, years.year)
    weights = risk.is_alive(_life_amounts(years.alive, rows), luck.death) * _life_amounts(years.discount, rows)
    lasts = _life_amounts(spell_length(arrays), rows)
    if household is None:
        factors *= weights
    return Lives(
        rows=rows,
        luck=luck,
        usual=risk.with_spells(factors, luck.work, _life_amounts(years.employed, rows), lasts),
        weights=weights,
        household=household,
    )


def _life_amounts(amounts: Array, rows: NDArray[np.intp]) -> Array:
    """What holds in the assumptions of each life (lives, years); one row that holds for all stays one."""
    each: Array = amounts if len(amounts) == 1 else amounts.T.take(rows, axis=1).T
    return each


def net(lives: Lives, of: Table) -> Net:
    """What lives have of a pathway that each goes through in its own way."""
    which, some = lives.rows if of.rows > 1 else np.zeros_like(lives.rows), None
    if of.still_in is not None:
        stayed = risk.years_stayed(lives.luck.staying, _life_amounts(of.still_in, lives.rows))
        which = which + stayed.astype(np.intp)[:, 0] * of.rows
    if of.differs is not None:
        some = np.flatnonzero(of.differs.take(which))
        which, usual, weights = which.take(some), _life_amounts(lives.usual, some), _life_amounts(lives.weights, some)
        lives = lives._replace(usual=usual, weights=weights)
    until, paid = of.until, _life_amounts(of.flows, which)
    counted = _life_amounts(of.counted, which)[:, :until]
    earned = lives.usual[:, :until] * counted
    first = paid.shape[1]
    if lives.household is None:
        earned[:, :first] += paid * lives.weights[:, :first]
        return Net(some, earned, None)
    # Taxes are by the year, so what is kept is looked up before anything is weighted.
    kept = net_resources(lives.household, earned)
    for amounts in (earned, kept):
        amounts[:, :first] += paid
        np.multiply(amounts, lives.weights[:, :until], out=amounts)
    return Net(some, earned, kept)
