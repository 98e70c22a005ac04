"""The training years of a group: what the household has, what it needs, and the help that closes the gap."""

import numpy as np

from mobcalc.household.net_resources import Keeps
from mobcalc.household.taxes_and_benefits import Household
from mobcalc.results.household import TrainingYear

SOMEBODY = 1e-9
"""The least chance to be in training in a year for which the year is given."""


def training_years(home: Household, keeps: Keeps, start_age: int) -> list[TrainingYear]:
    """Each year with some training in it, averaged over those in training then, at the values themselves (row 0)."""
    enrolled = keeps.enrolled[0]
    needs, partner = (np.broadcast_to(a, keeps.enrolled.shape)[0] for a in (home.needs.total(), home.partner))
    return [
        _year(int(year), start_age, keeps, float(needs[year]), float(partner[year]))
        for year in np.flatnonzero(enrolled > SOMEBODY)
    ]


def _year(year: int, start_age: int, keeps: Keeps, needs: float, partner: float) -> TrainingYear:
    share = keeps.enrolled[0, year]
    parts = (keeps.pay, keeps.stipends, keeps.benefits, keeps.taxes, keeps.health, keeps.costs)
    pay, stipends, benefits, taxes, health, costs = (float(part[0, year] / share) for part in parts)
    has = pay + stipends + partner + benefits - taxes
    left = has - (needs - health) - costs
    return TrainingYear(
        year=year + 1,
        age=start_age + year,
        paid_earnings=pay,
        stipends=stipends,
        partner_earnings=partner,
        benefits=benefits,
        taxes=taxes,
        net_resources=has,
        basic_needs=needs,
        needs_met_by_coverage=health,
        training_costs=costs,
        left_over=left,
        help_needed=max(0.0, -left),
    )


def worst(years: list[TrainingYear]) -> TrainingYear | None:
    """The year that leaves the least, to the cent, the first of several; None without training."""
    return min(years, key=lambda one: round(one.left_over, 2), default=None)
