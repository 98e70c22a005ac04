"""What stands beside `cliff`'s answer: help that is not counted, and work set against no work for a person on SSI."""

from collections.abc import Mapping

import numpy as np

from mobcalc.household.earnings_schedule import HEALTH_PLAN, OverEarnings, looked_up, lost_over, net_at, over_earnings
from mobcalc.household.rules_by_year import ASKED, WITHOUT_WORK
from mobcalc.household_types import NetSlice
from mobcalc.model import cliffs as equations
from mobcalc.results.cliff import OtherHelp, WorkingAndNot

LEAD = 0.5
"""Help makes a fall where it takes at least this part of it."""
LEAST_HELP = 1.0
"""Less than this is no help [USD/year]."""


def other_help(home: OverEarnings, others: Mapping[str, NetSlice], earnings: float | None) -> list[OtherHelp]:
    """What each kind of help that is not counted would change.

    Args:
        home: the household without it.
        others: taxes and benefits with each, by its name; those of who asks for it now have `ASKED` behind it.
        earnings: of the worker now, if they are known [USD/year].
    """
    found = []
    for name, table in others.items():
        if name == WITHOUT_WORK or name.endswith(ASKED):
            continue
        with_it = over_earnings(table, home.partner, home.is_with_coverage)
        asked = others.get(name + ASKED)
        now = with_it if asked is None else over_earnings(asked, home.partner, home.is_with_coverage)
        if with_it.gains[name].max() < LEAST_HELP:
            continue
        until, most = _last(with_it, name), _largest_fall(with_it, name, earnings or 0.0)
        found.append(
            OtherHelp(
                program=name,
                worth_now=None if earnings is None else net_at(now, earnings) - net_at(home, earnings),
                asks_up_to=_last(now, name),
                kept_up_to=until,
                most_lost=most[1],
                most_lost_at=most[0],
            )
        )
    return found


def _largest_fall(home: OverEarnings, name: str, pay: float) -> tuple[float | None, float]:
    """The earnings above pay at which less help makes net resources fall most, and by how much; None where never."""
    most: tuple[float | None, float] = (None, 0.0)
    for first, last, loss in equations.falls(home.points, home.net).T.tolist():
        lost = lost_over(home, {name: home.gains[name]}, np.array([[first], [last]])).get(name, 0.0)
        if first >= pay and lost >= LEAD * loss and loss > most[1]:
            most = (first, loss)
    return most


def _last(home: OverEarnings, name: str) -> float | None:
    """The highest earnings with some of a benefit; None where it goes on beyond the table."""
    has = np.flatnonzero(home.gains[name] >= LEAST_HELP)
    if not has.size:
        return 0.0
    return float(home.points[has[-1]]) if has[-1] + 1 < len(home.points) else None


def working_and_not(home: OverEarnings, without: NetSlice, earnings: float) -> list[WorkingAndNot]:
    """The household without work and at some earnings of the worker.

    Args:
        home: the household.
        without: its taxes and benefits if the worker does not work, and cares for the children.
        earnings: of the worker [USD/year].
    """
    at_home = over_earnings(without, home.partner, home.is_with_coverage)
    return [_standing(at_home, 0.0), _standing(home, earnings)]


def _standing(home: OverEarnings, earnings: float) -> WorkingAndNot:
    table, at = home.table, np.array([[earnings + home.partner]])

    def amount(group: Mapping[str, np.ndarray], *names: str) -> float:
        """Some amounts of a group together [USD/year]."""
        return float(sum(looked_up(table, group[name], at)[0, 0] for name in names))

    others = [name for name in table.cash if name not in ("ssi", "snap", HEALTH_PLAN)]
    return WorkingAndNot(
        earnings=earnings,
        ssi=amount(table.cash, "ssi"),
        snap=amount(table.cash, "snap"),
        other_benefits=amount(table.cash, *others),
        taxes=amount(table.taxes, *table.taxes),
        child_care=table.care,
        # Among the cash stands its credit less its price.
        health_plan=0.0 - amount(table.cash, HEALTH_PLAN),
        net_resources=net_at(home, earnings),
        has_medicaid=amount(table.coverage, "medicaid") >= LEAST_HELP,
    )
