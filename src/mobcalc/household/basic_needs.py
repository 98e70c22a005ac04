"""The basic-needs budget of a household, year by year: what it has to pay for apart from taxes."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mobcalc.household_types import GROWN, HouseholdType
from mobcalc.model import Array, needs
from mobcalc.sampling import Arrays
from mobcalc.units import MONTHS_PER_YEAR

PAID_FOR = 3
"""So many children of a family at most are paid for in a plan."""
CARE = ("infant_care_center", "infant_care_family")
"""Where the prices of infants' care stand in the figures of a place."""


class Budget(NamedTuple):
    """What has to be paid for, by kind [USD/year] (rows, years)."""

    housing: Array
    food: Array
    child_care: Array
    transport: Array
    health: Array
    other: Array

    def total(self) -> Array:
        """All of it [USD/year] (rows, years)."""
        return self.housing + self.food + self.child_care + self.transport + self.health + self.other


def budget(arrays: Arrays, types: Sequence[HouseholdType]) -> Budget:
    """The budget of the person's household, which is of these types year by year, at the prices of the place.

    Raises:
        InputError: for a county without published rents, unless the user gave what housing costs.
    """
    adults, older, young = (np.array([[float(getattr(t, n)) for t in types]]) for n in ("adults", "older", "young"))
    children = older + young
    housing = _housing(arrays, children)
    food = _own(arrays, "food", _food(arrays, np.vstack([adults, older, young])))
    return Budget(
        housing=housing,
        food=food,
        child_care=_child_care(arrays, children),
        transport=_own(arrays, "transport", _transport(arrays, adults, children)),
        health=_own(arrays, "health", _health(arrays, adults, children)),
        other=_own(arrays, "other", arrays.living_wage.other_share * (housing + food)),
    )


def all_work(arrays: Arrays) -> bool:
    """Whether every adult of the household works, so that somebody else has to care for the children."""
    partner = arrays.person.partner_earnings
    return bool(arrays.person.adults[0, 0] < 2 or (partner is not None and partner[0, 0] > 0.0))


def pays_for_care(arrays: Arrays) -> bool:
    """Whether the household pays for child care: every adult works, and nobody looks after the children for nothing."""
    return arrays.person.care != "none" and all_work(arrays)


def bedrooms(arrays: Arrays, children: Array) -> Array:
    """Bedrooms that the household needs with so many children in each year (rows, years)."""
    return needs.bedrooms(children[0], arrays.living_wage.children_per_bedroom)


def infant_care(arrays: Arrays) -> tuple[str, Array]:
    """The kind of care that is paid for, and its price for an infant in the price year.

    The cheaper kind in the place, but a price of the user's own wins over a published one of the other kind. How much
    care has become dearer than all else since the published survey is no part of the user's own.

    Returns:
        The name of the price in the place, and the price [USD/week] (rows, 1).
    """
    assert arrays.place is not None
    prices = {name: getattr(arrays.place, name) for name in arrays.place.own_care or CARE}
    cheaper = min(prices, key=lambda name: float(prices[name][0, 0]))
    price = np.minimum.reduce(list(prices.values()))
    return cheaper, price if arrays.place.own_care else price * arrays.living_wage.child_care_prices


def ages_then(arrays: Arrays, years: int) -> Array:
    """The age of each child in each year [years] (children, years)."""
    children = arrays.person.children
    now = np.zeros((0, 1)) if children is None else children[0][:, None]
    then: Array = now + np.arange(years)[None, :]
    return then


def care_shares(arrays: Arrays, years: int) -> Array:
    """Price of the care of each child over that of an infant [share] (children, years), at the values themselves."""
    prices = arrays.living_wage
    band = np.searchsorted(prices.child_care_ages[0], ages_then(arrays, years), side="right") - 1
    shares: Array = prices.child_care_shares[0, band]
    return shares


def prices_used(arrays: Arrays) -> set[str]:
    """The dotted names of the prices of the place that the budget rests on, a rent with the number of bedrooms.

    In any year to retirement. What the user gave a total of rests on none.
    """
    years, own = int(arrays.person.retire_age[0, 0] - arrays.person.start_age[0, 0]), arrays.living_wage
    assert arrays.place is not None
    names: set[str] = set()
    if own.housing is None:
        children = (ages_then(arrays, years) < GROWN).sum(axis=0)[None, :]
        largest = arrays.place.rents.shape[1] - 1
        names |= {f"place.rents.{min(int(size), largest)}" for size in bedrooms(arrays, children).ravel()}
    if own.child_care is None and pays_for_care(arrays) and care_shares(arrays, years).any():
        names.add(f"place.{infant_care(arrays)[0]}")
    return names


def _own(arrays: Arrays, name: str, amounts: Array, along: Array | None = None) -> Array:
    """The user's own total for the household as it is now, if there is one, in place of computed amounts.

    Args:
        arrays: the assumptions.
        name: of the kind of needs.
        amounts: what is computed [USD/year] (rows, years).
        along: what the user's total moves with over the years, in proportion; the amounts where not given.
    """
    own: Array | None = getattr(arrays.living_wage, name)
    if own is None:
        return amounts
    path = amounts if along is None else along
    now = path[:, :1]
    series: Array = own * np.divide(path, now, out=np.ones_like(path), where=now > 0.0)
    return series


def _housing(arrays: Arrays, children: Array) -> Array:
    assert arrays.place is not None
    return _own(arrays, "housing", needs.at_size(arrays.place.rents, bedrooms(arrays, children)) * MONTHS_PER_YEAR)


def _food(arrays: Arrays, people: Array) -> Array:
    prices, place = arrays.living_wage, arrays.place
    assert place is not None
    adult = (prices.food_man + prices.food_woman) / 2.0
    young = prices.food_child * prices.food_young_child_ratio
    return needs.food(adult, prices.food_child, young, people, prices.food_size_adjustments) * place.goods_parity


def _child_care(arrays: Arrays, children: Array) -> Array:
    """Care of all children, by the cheaper of the two kinds, where it has to be paid for."""
    prices, (_, infant) = arrays.living_wage, infant_care(arrays)
    ages = ages_then(arrays, children.shape[1])
    cost = needs.child_care(infant, ages, prices.child_care_ages[0], prices.child_care_shares)
    # A figure of the user's falls as children grow, whoever cares for them by the model; what is paid for children who
    # need no care by the table lasts until they are grown.
    along = cost if cost[0, 0] > 0.0 else np.where(children > 0.0, 1.0, 0.0)
    return _own(arrays, "child_care", cost if pays_for_care(arrays) else np.zeros_like(cost), along)


def _transport(arrays: Arrays, adults: Array, children: Array) -> Array:
    """A car or its like for each adult who works, and something for each other person."""
    prices, place = arrays.living_wage, arrays.place
    assert place is not None
    workers = adults if all_work(arrays) else np.ones_like(adults)
    others = adults - workers + children
    return (prices.transport_worker * workers + prices.transport_other * others) * place.goods_parity


def _health(arrays: Arrays, adults: Array, children: Array) -> Array:
    """The premiums of all of them, and what insurance leaves to pay.

    With an employer's plan the worker's share of the premium; otherwise that of the benchmark plan, before any credit.
    """
    prices = arrays.living_wage
    paid = prices.health_out_of_pocket_adult * adults + prices.health_out_of_pocket_child * children
    if arrays.person.health_plan == "marketplace":
        of_adults, of_children = _benchmark(arrays, adults, children)
        return of_adults + of_children + paid
    tiers = (prices.health_premium_one, prices.health_premium_two, prices.health_premium_family)
    return needs.premium(adults + children, *tiers) + paid


def benchmark_premiums(arrays: Arrays, types: Sequence[HouseholdType]) -> tuple[Array, Array]:
    """What the benchmark plan of the marketplace costs the adults, and the children, before any credit.

    Returns:
        [USD/year] (rows, years) both.
    """
    adults, children = (np.array([[float(getattr(one, name)) for one in types]]) for name in ("adults", "children"))
    return _benchmark(arrays, adults, children)


def _benchmark(arrays: Arrays, adults: Array, children: Array) -> tuple[Array, Array]:
    """Adults are taken as of the person's age; of the children the three oldest are paid for."""
    place, years = arrays.place, adults.shape[1]
    assert place is not None
    age, then = arrays.person.start_age[:1] + np.arange(years), ages_then(arrays, years)
    # Grown children are no longer counted, so they come last.
    oldest_first = -np.sort(-np.where(then < GROWN, then, 0.0), axis=0)
    paid_for = (np.arange(len(then))[:, None] < np.minimum(children, PAID_FOR)).astype(np.float64)
    of_adults = needs.plan_premium(place.benchmark_premiums, age, adults)
    of_children = needs.plan_premium(place.benchmark_premiums, oldest_first, paid_for)
    together = place.family_premiums[:, (adults[0] > 1).astype(np.intp)] * (children > 0.0)
    return of_adults, of_children + together * MONTHS_PER_YEAR


def adults_health(arrays: Arrays, types: Sequence[HouseholdType]) -> Array:
    """The adults' part of what the household needs for health care [share] (rows, years)."""
    adults, children = (np.array([[float(getattr(one, name)) for one in types]]) for name in ("adults", "children"))
    whole = _health(arrays, adults, children)
    part: Array = np.divide(_health(arrays, adults, 0.0 * children), whole, out=np.ones_like(whole), where=whole > 0.0)
    return part
