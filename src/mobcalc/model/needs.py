"""What a household has to pay for, at least: food, rooms, care, premiums. Money is yearly unless said otherwise."""

import numpy as np

from mobcalc.model import Array
from mobcalc.units import MONTHS_PER_YEAR, WEEKS_PER_YEAR


def food(adult: Array, older: Array, young: Array, people: Array, adjustments: Array) -> Array:
    """The cost of food for a household, each person's adjusted for how many eat together.

    Args:
        adult: food of one adult in a household of four [USD/week] (rows, 1).
        older: food of one child of 6 to 17 there [USD/week] (rows, 1).
        young: food of one child under 6 there [USD/week] (rows, 1).
        people: adults, older and young children in each year [people] (3, years).
        adjustments: what food costs each person more in a household of 1, 2, ... people, the last for all that are
            larger [share] (rows, sizes).

    Returns:
        [USD/year] (rows, years).
    """
    size = np.minimum(people.sum(axis=0), adjustments.shape[1]).astype(np.intp)
    weekly = adult * people[0] + older * people[1] + young * people[2]
    total: Array = weekly * WEEKS_PER_YEAR * (1.0 + adjustments[:, size - 1])
    return total


def premium(people: Array, one: Array, two: Array, family: Array) -> Array:
    """A worker's share of the premium of a health plan for a household.

    Args:
        people: in each year [people] (1, years).
        one: for one person [USD/year] (rows, 1).
        two: for two [USD/year] (rows, 1).
        family: for more [USD/year] (rows, 1).

    Returns:
        [USD/year] (rows, years).
    """
    paid: Array = np.where(people <= 1.0, one, np.where(people <= 2.0, two, family))
    return paid


def plan_premium(premiums: Array, ages: Array, counted: Array) -> Array:
    """What a health plan of their own costs people, by their ages, before any tax credit.

    Args:
        premiums: at the whole ages from 0, the last for all who are older [USD/month] (rows, ages).
        ages: of each person in each year [years] (people, years).
        counted: how many such people are to be paid for in a year (people, years).

    Returns:
        [USD/year] (rows, years).
    """
    place = np.minimum(ages, premiums.shape[1] - 1).astype(np.intp)
    paid: Array = (premiums[:, place] * counted).sum(axis=1) * MONTHS_PER_YEAR
    return paid


def bedrooms(children: Array, per_bedroom: Array) -> Array:
    """Bedrooms of a household: one for the adults, and children sharing theirs.

    Args:
        children: in each year [people] (years,).
        per_bedroom: how many children share one at most [people] (rows, 1).

    Returns:
        Whole numbers (rows, years).
    """
    rooms: Array = 1.0 + np.ceil(children[None, :] / per_bedroom)
    return rooms


def at_size(amounts: Array, sizes: Array) -> Array:
    """An amount by size, at the size of each year.

    Args:
        amounts: for sizes 0, 1, ..., the last for all that are larger (rows, sizes).
        sizes: whole numbers (rows, years).

    Returns:
        (rows, years).
    """
    place = np.minimum(sizes, amounts.shape[1] - 1).astype(np.intp)
    rows = max(len(amounts), len(place))
    wide = np.broadcast_to(amounts, (rows, amounts.shape[1]))
    prices: Array = np.take_along_axis(wide, np.broadcast_to(place, (rows, place.shape[1])), axis=1)
    return prices


def child_care(infant: Array, ages: Array, from_ages: Array, shares: Array) -> Array:
    """The cost of full-time care of all children while the adults work.

    Args:
        infant: the price for an infant [USD/week] (rows, 1).
        ages: of each child in each year, the whole years reached [years] (children, years).
        from_ages: ages from which a share holds, rising from 0 [years] (ages,).
        shares: price of care from each of those ages on, relative to an infant's [share] (rows, ages).

    Returns:
        [USD/year] (rows, years).
    """
    band = np.searchsorted(from_ages, ages, side="right") - 1
    cost: Array = infant * WEEKS_PER_YEAR * shares[:, band].sum(axis=1)
    return cost


def child_care_of_people(infant: Array, ages: Array, from_ages: Array, shares: Array) -> Array:
    """The cost of full-time care of the children of many people, as `child_care` for each.

    Args:
        infant: the price for an infant [USD/week] (people, 1).
        ages: of each child in each year [years] (people, children, years).
        from_ages: ages from which a share holds, rising from 0 [years] (ages,).
        shares: price of care from each of those ages on, relative to an infant's [share] (1, ages).

    Returns:
        [USD/year] (people, years).
    """
    band = np.searchsorted(from_ages, ages, side="right") - 1
    cost: Array = infant * WEEKS_PER_YEAR * shares[0, band].sum(axis=1)
    return cost
