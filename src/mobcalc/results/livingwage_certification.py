"""The answer of `livingwage --certify`: which tier a wage meets, and how the tiers stand beside a living wage."""

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerHour
from mobcalc.results.livingwage import LivingWageBudget


class TierMet(Struct, frozen=True):
    """One tier: what it asks, `needed` of this employer, and the wage that is `missing`, 0 where it is met.

    `restated` is `needed` in dollars of the price year. `below_living_wage` is the living wage less `needed`, below
    zero where the tier asks for more.
    """

    name: str
    wage: MoneyPerHour
    with_insurance: MoneyPerHour
    needed: MoneyPerHour
    met: bool
    missing: MoneyPerHour
    restated: MoneyPerHour
    below_living_wage: MoneyPerHour
    is_below_minimum_wage: bool


class Certified(Struct, frozen=True):
    """A wage beside a certification; tiers from the highest on, as they were published in `year`.

    `tier` is the highest that is met, `next_tier` the one above it; None where there is none. `source` and `address`
    are where the tiers are from, None for a file of the user's own. `budget` is the living wage of the place today,
    which `is_elsewhere` where it is not that of the certification.
    """

    id: str
    name: str
    file: str
    year: int
    county: str
    is_elsewhere: bool
    wage: MoneyPerHour
    has_insurance: bool
    less_with_insurance: MoneyPerHour
    tier: str | None
    next_tier: str | None
    missing_to_next: MoneyPerHour | None
    tiers: list[TierMet]
    source: str | None
    address: str | None
    remark: str | None
    budget: LivingWageBudget
