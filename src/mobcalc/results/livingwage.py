"""The answer of `livingwage`: what a household needs, the wage that pays for it, and the gap to a wage or a pathway."""

from typing import Annotated

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerHour, MoneyPerYear, unit
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.notices import Notice
from mobcalc.results.provenance import OverrideUsed, Provenance


class Component(Struct, frozen=True):
    """One part of the budget and how it is known.

    `how` is a code with the numbers in it, which reports put into words. `names` are the dotted names of what it rests
    on, `given` those of them that the user gave. `sources` are keys, `areas` and `years` those of the figures;
    `price_year` is the year of the dollars they were in before they were restated, where there is one. `is_assumed`:
    no table covers it, or not all of it.
    """

    name: str
    annual: MoneyPerYear
    how: Notice
    names: list[str]
    given: list[OverrideUsed]
    sources: list[str]
    areas: list[str]
    years: list[str]
    price_year: int | None
    is_assumed: bool
    is_old: bool


class MinimumWage(Struct, frozen=True):
    """The statewide minimum wage, what the table says beside it, and the living wage over it."""

    hourly: MoneyPerHour
    area: str
    year: str
    detail: str
    ratio: Annotated[float, unit("ratio")]


class Poverty(Struct, frozen=True):
    """The poverty guideline for so many people.

    `needs_ratio` is what has to be paid for apart from taxes over it, `earnings_ratio` what the household has to earn.
    """

    annual: MoneyPerYear
    people: int
    area: str
    year: str
    needs_ratio: Annotated[float, unit("ratio")]
    earnings_ratio: Annotated[float, unit("ratio")]


class Stage(Struct, frozen=True):
    """The living wage from an age of the person on; `children` are their ages then, grown ones left out."""

    age: int
    children: list[int]
    child_care: MoneyPerYear
    annual: MoneyPerYear
    hourly: MoneyPerHour


class GapYear(Struct, frozen=True):
    """One year of a pathway: pay in work less the living wage of that year, negative where it falls short.

    `children` are the ages of those in the household; `gap_hourly` spreads the gap over full time.
    """

    age: int
    children: list[int]
    living_wage_annual: MoneyPerYear
    living_wage_hourly: MoneyPerHour
    pay: MoneyPerYear
    gap_annual: MoneyPerYear
    gap_hourly: MoneyPerHour


class Gap(Struct, frozen=True):
    """A wage, a pathway, or both, less the living wage: negative where they fall short.

    `hourly` is the wage less the living wage, `annual` the wage at the person's hours less a year's living wage, both
    before taxes. `left_over` is what remains of such a year after taxes, with refundable credits, and after the needs.
    """

    wage: MoneyPerHour | None = None
    hourly: MoneyPerHour | None = None
    annual: MoneyPerYear | None = None
    left_over: MoneyPerYear | None = None
    pathway: str | None = None
    pathway_name: str | None = None
    group: str | None = None
    years: list[GapYear] = []


class LivingWageBudget(Struct, frozen=True):
    """The living wage of a household now, and how it is made up.

    `annual` is what the person has to earn besides `partner_earnings`; the parts of the budget add up to both, less
    `left_over`, which is what the partner earns above all of it. `hourly` is for full time, `hourly_at_own_hours` for
    the person's `weekly_hours`.
    """

    price_year: int
    start_age: int
    household: HouseholdUsed
    provenance: Provenance
    weekly_hours: float
    hourly: MoneyPerHour
    hourly_at_own_hours: MoneyPerHour
    annual: MoneyPerYear
    needs: MoneyPerYear
    left_over: MoneyPerYear
    components: list[Component]
    minimum_wage: MinimumWage
    poverty_guideline: Poverty
    stages: list[Stage]
    gap: Gap | None
    assumed: list[str]
    why: dict[str, str]
    warnings: list[Notice]
