"""The basic-needs budget of a household, year by year: what it has to pay for apart from taxes."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mobcalc.households import HouseholdType
from mobcalc.model import Array, needs
from mobcalc.sampling import Arrays

MONTHS = 12


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
    """The budget of the person's household, which is of these types year by year, at the prices of the place."""
    assert arrays.place is not None
    adults, older, young = (np.array([[float(getattr(t, n)) for t in types]]) for n in ("adults", "older", "young"))
    housing, food = _housing(arrays, older + young), _food(arrays, np.vstack([adults, older, young]))
    known = {"housing": housing, "food": food, "child_care": _child_care(arrays, len(types))}
    known |= {"transport": _transport(arrays, adults, older + young), "health": _health(arrays, adults, older + young)}
    local = {name: _local(arrays, name, amount) for name, amount in known.items()}
    other = arrays.living_wage.other_share * (local["housing"] + local["food"])
    return Budget(**local, other=_local(arrays, "other", other))


def all_work(arrays: Arrays) -> bool:
    """Whether every adult of the household works, so that somebody else has to care for the children."""
    partner = arrays.person.partner_earnings
    return bool(arrays.person.adults[0, 0] < 2 or (partner is not None and partner[0, 0] > 0.0))


def _local(arrays: Arrays, name: str, amounts: Array) -> Array:
    """The user's own total in place of a computed one, moving with it as the household changes."""
    own: Array | None = getattr(arrays.living_wage, name)
    if own is None:
        return amounts
    now = amounts[:, :1]
    moves = np.divide(amounts, now, out=np.ones_like(amounts), where=now > 0.0)
    found: Array = own * moves
    return found


def _housing(arrays: Arrays, children: Array) -> Array:
    place = arrays.place
    assert place is not None
    if place.rents is None:
        return np.full_like(children, np.nan)  # no such county; checked before
    rooms = needs.bedrooms(children[0], arrays.living_wage.children_per_bedroom)
    return needs.at_size(place.rents, rooms) * MONTHS


def _food(arrays: Arrays, people: Array) -> Array:
    prices, place = arrays.living_wage, arrays.place
    assert place is not None
    adult = (prices.food_man + prices.food_woman) / 2.0
    young = prices.food_child * prices.food_young_child_ratio
    return needs.food(adult, prices.food_child, young, people, prices.food_size_adjustments) * place.goods_parity


def _child_care(arrays: Arrays, years: int) -> Array:
    """Care of all children, by the cheaper of the two kinds, where every adult works."""
    place, prices, children = arrays.place, arrays.living_wage, arrays.person.children
    assert place is not None
    if children is None or not all_work(arrays):
        return np.zeros((1, years))
    kinds = [price for price in (place.infant_care_center, place.infant_care_family) if price is not None]
    infant = np.minimum.reduce(kinds) * prices.child_care_prices
    ages = children[0][:, None] + np.arange(years)[None, :]
    return needs.child_care(infant, ages, prices.child_care_ages[0], prices.child_care_shares)


def _transport(arrays: Arrays, adults: Array, children: Array) -> Array:
    """A car or its like for each adult who works, and something for each other person."""
    prices, place = arrays.living_wage, arrays.place
    assert place is not None
    workers = adults if all_work(arrays) else np.ones_like(adults)
    others = adults - workers + children
    return (prices.transport_worker * workers + prices.transport_other * others) * place.goods_parity


def _health(arrays: Arrays, adults: Array, children: Array) -> Array:
    prices = arrays.living_wage
    return prices.health_adult * adults + prices.health_child * children
