"""Lives instead of averages: what luck makes of the earnings and costs of any pathway."""

from typing import NamedTuple

import numpy as np

from mobcalc.analysis.household import Household, net_resources
from mobcalc.analysis.life import Life, shocks, spell_length
from mobcalc.analysis.ways import Ways, flows
from mobcalc.model import Array, risk
from mobcalc.sampling import Arrays
from mobcalc.sampling.monte_carlo import Luck


class Lives(NamedTuple):
    """As many lives as there are draws, whatever their pathway.

    `weights` are 1 in years lived, discounted to the start age, and 0 after death. `factors` is what luck multiplies
    earnings with, weighted already unless there is a household; `usual` is the same with spells as likely as without
    training (all rows, years). `luck` has the rest of it. `spell_length` [years] (rows, 1). `household` is None where
    what it keeps is not asked for.
    """

    years: Life
    luck: Luck
    factors: Array
    usual: Array
    weights: Array
    spell_length: Array
    household: Household | None


class Net(NamedTuple):
    """What each year of a life adds, discounted, 0 after death [USD/year] (rows, years).

    `earned` is earnings that count and stipends less what is paid for training; `kept` is what the household keeps of
    it, None where that is not asked for.
    """

    earned: Array
    kept: Array | None


class Table(NamedTuple):
    """All ways through a pathway with the assumptions at their values, one in each row.

    First those of who leaves, in order of time, last that of who finishes. `counted` (ways, years), `flows` (ways,
    first years), `employed` (ways, 1); `still_in` as in `Exits`, None where all go the same way.
    """

    counted: Array
    flows: Array
    employed: Array
    still_in: Array | None


def lives_of(arrays: Arrays, years: Life, luck: Luck, walk: Array, household: Household | None = None) -> Lives:
    """The lives of a block of draws.

    Args:
        arrays: the assumptions, in one row or in as many as there is luck.
        years: the years of the person in these assumptions.
        luck: of each life.
        walk: its lasting changes added up, from `risk.random_walk` (rows, years).
        household: where what it keeps is asked for.
    """
    permanent, transitory = shocks(arrays)
    factors = risk.earnings_luck(walk, luck.transitory, permanent, transitory, years.year)
    weights, lasts = risk.is_alive(years.alive, luck.death) * years.discount, spell_length(arrays)
    if household is None:
        factors *= weights
    return Lives(
        years=years,
        luck=luck,
        factors=factors,
        usual=risk.with_spells(factors, luck.work, years.employed, lasts),
        weights=weights,
        spell_length=lasts,
        household=household,
    )


def net(lives: Lives, of: Ways) -> Net:
    """What lives have of a pathway that each goes through in its own way, with the assumptions in rows."""
    end, finishes = of.term.length, np.ones((1, 1))
    if of.exits is not None:
        times, still_in = of.exits
        stayed, count = risk.years_stayed(lives.luck.staying, still_in), times.shape[1]
        leaves = np.take_along_axis(
            np.broadcast_to(times, (len(stayed), count)), np.minimum(stayed, count - 1.0).astype(np.intp), axis=1
        )
        finishes = (stayed == count).astype(np.float64)
        end = np.where(finishes > 0.0, of.term.length, leaves)
    return _net(lives, of.counted(end, finishes), flows(of.term, end, lives.years.year), of.employed(finishes))


def table(years: Life, of: Ways) -> Table:
    """All ways through a pathway with the assumptions in one row."""
    end, finishes, still_in = of.term.length, np.ones((1, 1)), None
    if of.exits is not None:
        still_in = of.exits.still_in
        end = np.concatenate([of.exits.times.T, end])
        finishes = np.zeros_like(end)
        finishes[-1] = 1.0
    counted = np.broadcast_to(of.counted(end, finishes), (len(end), len(years.year)))
    return Table(counted, flows(of.term, end, years.year), of.employed(finishes), still_in)


def net_from(lives: Lives, of: Table) -> Net:
    """What lives have of a pathway whose ways are known already, with the assumptions at their values."""
    if of.still_in is None:
        return _net(lives, of.counted, of.flows, of.employed)
    which = risk.years_stayed(lives.luck.staying, of.still_in).astype(np.intp)[:, 0]
    counted, paid = of.counted.take(which, axis=0), of.flows.take(which, axis=0)
    return _net(lives, counted, paid, of.employed if len(of.employed) == 1 else of.employed.take(which, axis=0))


def _net(lives: Lives, counted: Array, paid: Array, employed: Array) -> Net:
    """Luck, spells without work and death put on average earnings and on stipends less costs."""
    if employed is lives.years.employed:
        earned = lives.usual * counted
    else:
        earned = risk.with_spells(lives.factors * counted, lives.luck.work, employed, lives.spell_length)
    first = paid.shape[1]
    if lives.household is None:
        earned[:, :first] += paid * lives.weights[:, :first]
        return Net(earned, None)
    # Taxes are by the year, so what is kept is looked up before anything is weighted.
    kept = net_resources(lives.household, earned)
    for amounts in (earned, kept):
        amounts[:, :first] += paid
        np.multiply(amounts, lives.weights, out=amounts)
    return Net(earned, kept)
