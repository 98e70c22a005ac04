"""What stands beside `livingwage`'s answer: which tier of a certification a wage meets, and what is missing."""

from typing import NamedTuple

from mobcalc.results.livingwage import LivingWageBudget
from mobcalc.results.livingwage_certification import Certified, TierMet
from mobcalc.schema import Assumption, Records
from mobcalc.schema.certification import CertificationRecords

HALF_A_CENT = 0.005
"""A wage that is nearer than that to what is asked meets it [USD/hour]."""


class Asked(NamedTuple):
    """An employer: id, file and county of the certification, the wage [USD/hour], and whether there is insurance."""

    id: str
    file: str
    county_fips: str
    wage: float
    has_insurance: bool


def certified(
    assumptions: Records, certification: CertificationRecords, asked: Asked, budget: LivingWageBudget
) -> Certified:
    """Which tier the wage meets.

    Args:
        assumptions: everything that is assumed, with its consumer prices and sources.
        certification: what is asked of employers.
        asked: the employer.
        budget: the living wage of the place.
    """
    factor = _prices(assumptions, certification.year)
    less = 0.0 if certification.less_with_insurance is None else _number(certification.less_with_insurance)
    tiers = sorted(
        (_tier(name, _number(tier.wage), less, factor, asked, budget) for name, tier in certification.tiers.items()),
        key=lambda tier: -tier.wage,
    )
    following = next((tier for tier in reversed(tiers) if not tier.met), None)
    title, address = _source(assumptions, next(iter(certification.tiers.values())).wage)
    place = budget.provenance.place
    return Certified(
        id=asked.id,
        name=certification.name,
        file=asked.file,
        year=certification.year,
        county=certification.county,
        is_elsewhere=place is not None and place.county_fips != asked.county_fips,
        wage=asked.wage,
        has_insurance=asked.has_insurance,
        less_with_insurance=less,
        tier=next((tier.name for tier in tiers if tier.met), None),
        next_tier=None if following is None else following.name,
        missing_to_next=None if following is None else following.missing,
        tiers=tiers,
        source=title,
        address=address,
        remark=certification.remark,
        budget=budget,
    )


def _source(assumptions: Records, record: Assumption) -> tuple[str | None, str | None]:
    """The title and the address of where a number is from; None for one of a city's own file."""
    source = assumptions.sources.get(record.source)
    return (None, None) if source is None else (source.title, source.address)


def _prices(assumptions: Records, year: int) -> float:
    """Prices of the price year over those of a year; 1 for a year without any, of a city's own file."""
    prices, now = assumptions.economy.consumer_prices.value, assumptions.economy.price_year
    assert isinstance(prices, dict)
    return prices[now] / prices.get(year, prices[now])


def _tier(name: str, wage: float, less: float, factor: float, asked: Asked, budget: LivingWageBudget) -> TierMet:
    """One tier beside a wage and a living wage."""
    needed = wage - less if asked.has_insurance else wage
    met = asked.wage >= needed - HALF_A_CENT
    return TierMet(
        name=name,
        wage=wage,
        with_insurance=wage - less,
        needed=needed,
        met=met,
        missing=0.0 if met else needed - asked.wage,
        restated=needed * factor,
        below_living_wage=budget.hourly - needed,
        is_below_minimum_wage=needed < budget.minimum_wage.hourly - HALF_A_CENT,
    )


def _number(record: Assumption) -> float:
    assert isinstance(record.value, float)
    return record.value
