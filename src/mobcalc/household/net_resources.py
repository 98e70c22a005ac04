"""What the household of one group keeps and needs: net resources, the living wage, and the training years."""

import numpy as np
from msgspec import Struct

from mobcalc.household.taxes_and_benefits import (
    Household,
    health_paid_for,
    is_beyond,
    kept,
    net_resources,
    part_employed,
)
from mobcalc.model import Array, standing

ROUNDING = 0.5
"""Dollars a year by which pay may miss a living wage and still meet it."""


class Keeps(Struct, frozen=True):
    """What the household keeps; (rows, years) in USD/year unless said otherwise.

    `counted` is what it keeps of the earnings that count toward the comparison, with stipends, less what is paid for
    training. `has` is what it has to live on: net resources at what the person is paid, with stipends.
    `years_below` the living wage while alive (rows, 1); `first_age` at it and `age_for_good` (rows, 1), not a number
    where it is never met. `enrolled` is the chance to be in training in some part of a year; the series after it are
    of those who are, weighted by it, so that they can be averaged over groups. `health` is the part of the need for
    health care that public coverage meets. `beyond` is the number of years with earnings above those that the table of
    taxes and benefits goes to (rows, 1).
    """

    counted: Array
    has: Array
    left: Array
    years_below: Array
    first_age: Array
    age_for_good: Array
    enrolled: Array
    pay: Array
    stipends: Array
    taxes: Array
    benefits: Array
    health: Array
    costs: Array
    beyond: Array


def keeps(
    home: Household,
    age: Array,
    alive: Array,
    at_work: Array,
    *,
    fraction: Array,
    counted: Array,
    paid: Array,
    in_work: Array,
    stipends: Array,
    costs: Array,
) -> Keeps:
    """What the household keeps and needs if one group's training ends at one time.

    Args:
        home: the household.
        age: lived in each year [years] (rows, years).
        alive: survival within the working life, 0 outside it [share] (rows, years).
        at_work: the part of a year that is not planned out of work [share] (rows, years).
        fraction: part of a year in training [share] (rows, years).
        counted: earnings that count toward the comparison [USD/year] (rows, years).
        paid: what the person is paid [USD/year] (rows, years).
        in_work: the same before unemployment [USD/year] (rows, years).
        stipends: in training [USD/year] (rows, years).
        costs: paid for training, at once or as repayment of a loan [USD/year] (rows, years).
    """
    enrolled = (fraction > 0.0).astype(np.float64)
    part = part_employed(home, paid, in_work)
    per_part = kept(home, paid, part)
    has = paid + home.partner + per_part.benefits - per_part.taxes + stipends
    # Whoever is out of work is at home with the children.
    needed = home.needs.total() - (1.0 - at_work) * home.needs.child_care
    health = health_paid_for(home, per_part)
    working = (alive > 0.0).astype(np.float64)
    met = working * (in_work >= home.living_wage - ROUNDING)
    whole_age = np.floor(age)
    return Keeps(
        counted=net_resources(home, counted, part) + stipends - costs,
        has=has,
        left=has - (needed - health) - costs,
        years_below=np.sum((working - met) * alive, axis=1, keepdims=True),
        first_age=standing.first_age_met(met, whole_age),
        age_for_good=standing.age_met_for_good(met, working, whole_age),
        enrolled=enrolled,
        pay=enrolled * paid,
        stipends=enrolled * stipends,
        taxes=enrolled * per_part.taxes,
        benefits=enrolled * per_part.benefits,
        health=enrolled * health,
        costs=enrolled * costs,
        beyond=np.sum(working * is_beyond(home, paid), axis=1, keepdims=True),
    )
