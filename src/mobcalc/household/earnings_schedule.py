"""A household of one type over the earnings of its worker: every component, net resources, and what falls."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mobcalc.household_types import NetSlice
from mobcalc.model import Array, cliffs, transfers

HEALTH_PLAN = "health_plan"
LEAST_CHANGE = 1.0
"""Smaller differences in net resources come from rounding and are none [USD/year]."""


class OverEarnings(NamedTuple):
    """A household over its worker's earnings, from 0 to the end of the table less what a partner earns.

    `points` are those earnings [USD/year] (points,). `gains` is what each tax, credit and benefit adds there, below 0
    for taxes that are paid, and `worth` the same for health coverage [USD/year] (points,) each. `counted` are those of
    both that `net`, net resources, is made of besides earnings, less what child care costs [USD/year] (1, points);
    a health plan of their own is among them, its credit less its price;
    `net_lines` is that over the household's earnings, made by `transfers.lines`, and `line_of` which of them each step
    is on. `partner` is what is added before
    looking up [USD/year].
    """

    table: NetSlice
    partner: float
    is_with_coverage: bool
    points: Array
    gains: dict[str, Array]
    worth: dict[str, Array]
    counted: dict[str, Array]
    net: Array
    net_lines: Array
    line_of: NDArray[np.intp]


def over_earnings(table: NetSlice, partner: float, with_coverage: bool) -> OverEarnings:
    """A household over its worker's earnings.

    Args:
        table: its taxes and benefits.
        partner: what the other adult earns, looked up as if the worker earned it too [USD/year].
        with_coverage: whether public health coverage counts as if it were cash.
    """
    if table.plan.any():
        own = table.cash[HEALTH_PLAN] - table.plan
        table = table._replace(cash=table.cash | {HEALTH_PLAN: own}, plan=np.zeros_like(table.plan))
    above = table.earnings > partner

    def over(amounts: dict[str, Array], sign: float = 1.0) -> dict[str, Array]:
        # A partner who earns more than the table has leaves one point, over which nothing can fall.
        """Amounts over the worker's earnings, from what the partner earns on."""
        start = {name: np.interp(partner, table.earnings, amount) for name, amount in amounts.items()}
        return {name: sign * np.append(start[name], amount[above]) for name, amount in amounts.items()}

    points = np.append(partner, table.earnings[above]) - partner
    gains, worth = over(table.taxes, -1.0) | over(table.cash), over(table.coverage)
    counted = gains | worth if with_coverage else gains
    net = (points + partner + sum(counted.values()))[None, :] - table.care
    benefits = [*table.cash.values(), *(table.coverage.values() if with_coverage else ())]
    whole = transfers.net_resources(table.earnings[None, :], np.array(benefits), np.array([*table.taxes.values()]))
    net_lines = transfers.lines(table.earnings, whole - table.care)
    line_of = transfers.line_of_steps(table.earnings)
    return OverEarnings(table, partner, with_coverage, points, gains, worth, counted, net, net_lines, line_of)


def looked_up(table: NetSlice, amount: Array, household: Array) -> Array:
    """A component at the household's earnings (1, n), beyond the table by its last slope [USD/year]."""
    points = table.earnings
    lines = transfers.lines(points, amount[None, :])
    return transfers.amounts_at(household, lines, transfers.line_of_steps(points))


def net_at(home: OverEarnings, earnings: float) -> float:
    """Net resources at the worker's earnings, beyond the table by its last slope [USD/year]."""
    at = np.array([[earnings + home.partner]])
    return float(transfers.amounts_at(at, home.net_lines, home.line_of)[0, 0])


def is_beyond(home: OverEarnings, earnings: float) -> bool:
    """Whether amounts at the worker's earnings are carried on beyond the table."""
    return earnings + home.partner > home.table.top


def shortfall(home: OverEarnings, earnings: float) -> tuple[float, float]:
    """How far net resources are below the most at lower earnings, and the lowest earnings with that most [USD/year].

    Where they are not below it, 0 and the earnings themselves.
    """
    inside = np.array([[min(earnings, home.points[-1])]])
    gap, best = cliffs.shortfall(home.points, home.net, inside)[:, 0].tolist()
    # Beyond the table they go on rising, so that part of the shortfall has been made up.
    gap += net_at(home, float(inside[0, 0])) - net_at(home, earnings)
    return (gap, best) if gap >= LEAST_CHANGE else (0.0, earnings)


def lost_over(home: OverEarnings, components: dict[str, Array], stretches: Array) -> dict[str, float]:
    """What each component loses over some stretches together, those that lose nothing left out, largest first.

    Args:
        home: the household.
        components: what each adds at its points [USD/year] (points,).
        stretches: earnings before and after [USD/year] (2, stretches).
    """
    change = cliffs.changes(home.points, np.vstack(list(components.values())), stretches).sum(axis=1)
    lost = {name: -amount for name, amount in zip(components, change.tolist(), strict=True) if amount < 0.0}
    return dict(sorted(lost.items(), key=lambda item: -item[1]))


def chief(lost: dict[str, float], share: float) -> dict[str, float]:
    """Those that make at least a share of all that is lost."""
    whole = sum(lost.values())
    return {name: amount for name, amount in lost.items() if amount >= share * whole}
