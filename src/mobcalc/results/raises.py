"""What `raise` finds: what a raise leaves a household, costs an employer, and brings or saves governments.

Modules are called `raises`, since Python keeps the word `raise` for itself.
"""

from typing import Literal

from msgspec import Struct

from mobcalc.results.amounts import MoneyPerHour, MoneyPerYear, ShareOf
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.provenance import Provenance

TargetKind = Literal["wage", "living_wage"]
"""Whether a wage is given as a number or is the living wage of the place."""


class KeptOfRaise(Struct, frozen=True):
    """A worker's raise: what the household keeps of it, and who has the rest.

    `kept` is `raise_per_year` with what `changes` add, taxes and benefits as the household has them more or less;
    `state_payroll_tax` is a state's own part of the payroll tax. `to_federal` and `to_state` are what those governments
    have more of these, the first with `employer_payroll_tax`, so that `employer_cost` is `kept`, both of them and what
    a health plan of one's own costs more or less. `coverage` is what public health coverage is worth more or
    less, and in none of these. `living_wage` is of the household, besides what a partner earns. `raised`: whether the
    wage was below the one that it is raised to. `is_beyond_table`: amounts are carried on beyond the last earnings of
    the table.
    """

    id: str
    household: HouseholdUsed
    age: int
    hours_per_week: float
    from_wage: MoneyPerHour
    to_wage: MoneyPerHour
    raised: bool
    living_wage: MoneyPerHour
    earnings: MoneyPerYear
    raise_per_year: MoneyPerYear
    net_before: MoneyPerYear
    net_after: MoneyPerYear
    kept: MoneyPerYear
    kept_share: ShareOf | None
    changes: dict[str, MoneyPerYear]
    coverage: dict[str, MoneyPerYear]
    employer_payroll_tax: MoneyPerYear
    employer_cost: MoneyPerYear
    to_federal: MoneyPerYear
    to_state: MoneyPerYear
    is_beyond_table: bool


class RaiseTotals(Struct, frozen=True):
    """All workers of a file together; amounts as in `KeptOfRaise`.

    `worse_off` are those whose household has less after the raise, `kept_half` those whose household keeps less than
    half of it, both among those `raised`. `at_living_wage_before` and `_after` are those whose wage is a living one for
    their household. `below_minimum` are paid less than the minimum wage of the place.
    """

    workers: int
    raised: int
    worse_off: int
    kept_less_than_half: int
    at_living_wage_before: int
    at_living_wage_after: int
    below_minimum: int
    raise_per_year: MoneyPerYear
    kept: MoneyPerYear
    changes: dict[str, MoneyPerYear]
    coverage: dict[str, MoneyPerYear]
    employer_payroll_tax: MoneyPerYear
    employer_cost: MoneyPerYear
    to_federal: MoneyPerYear
    to_state: MoneyPerYear


class Raises(Struct, frozen=True):
    """The answer of `raise`, in dollars of the year of the rules.

    `from_wage` is None where a file has a wage for each worker. `target`: what `to_wage` is; a living wage is that of
    the household asked about, otherwise of one adult, in dollars of the rules. `is_typical`: `households` are typical
    ones, since none was given; with `totals` they are those of the file. `benefits_rate` is what employers pay for
    benefits on top of earnings, in none of the amounts.
    """

    provenance: Provenance
    rules_year: int
    price_year: int
    from_wage: MoneyPerHour | None
    to_wage: MoneyPerHour
    target: TargetKind
    hours_per_week: float
    is_typical: bool
    households: list[KeptOfRaise]
    totals: RaiseTotals | None
    governments: dict[str, str]
    minimum_wage: MoneyPerHour
    benefits_rate: ShareOf
    benefits_range: tuple[float, float] | None
