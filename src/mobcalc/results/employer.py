"""What `employer` finds: what an employer spends on an apprentice, and what comes back."""

from typing import Annotated

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerHour, ShareOf, Years, unit
from mobcalc.results.provenance import Provenance

Ratio = Annotated[float, unit("ratio")]
MoneyPerMonth = Annotated[float, unit("USD/month")]
COSTS = ("wages", "mentors", "instruction", "start")
"""What is spent: wages with benefits and payroll tax, mentors' time, classes, and finding an apprentice."""
BENEFITS = ("output", "after", "hiring")
"""What comes back: an apprentice's work, a finisher's work above pay, and skilled workers who need not be found."""


class EmployerStep(Struct, frozen=True):
    """One wage step of an apprentice who is still there, on average over its months, in dollars of the first year.

    `from_month` and `to_month` count from 1, both included. `cost` is wages with benefits and payroll tax, a mentor's
    time and classes; `output` is what the work is worth, at what a journeyworker costs.
    """

    from_month: int
    to_month: int
    wage_share: ShareOf
    wage: MoneyPerHour
    output_share: Ratio
    mentor_hours: float
    cost: MoneyPerMonth
    output: MoneyPerMonth
    net: MoneyPerMonth


class EmployerSide(Struct, frozen=True):
    """Present values at the start for one who starts, or for one who finishes.

    `parts` are those of `COSTS` and `BENEFITS` by name. `net_in_program` leaves out what comes after the program.
    `benefit_cost_ratio` is 1 more than `return_on_cost`. `break_even_month` counts from 1; None where it never comes
    within the time counted.
    """

    parts: dict[str, Money]
    cost: Money
    benefit: Money
    net: Money
    net_in_program: Money
    return_on_cost: Ratio
    benefit_cost_ratio: Ratio
    break_even_month: int | None


class EmployerRange(Struct, frozen=True):
    """Between which 8 of 10 draws of the uncertain numbers lie, for one who starts, and the part with a gain."""

    draws: int
    net_low: Money
    net_high: Money
    return_low: Ratio
    return_high: Ratio
    ahead: ShareOf


class EmployerReturn(Struct, frozen=True):
    """The answer of `employer`: what an employer has of the apprentices of one pathway.

    `journeyworker_wage` is what wage steps are shares of. `gain_after` is what a finisher's work is taken to be worth
    above pay, and `needed_gain_after` what it would have to be for as much to come back as is spent on those who start;
    None where nobody stays. `spent` on one who starts and come `back` is all by the end of each month,
    discounted. `reference` is a published return, of the sample that
    `reference_population` names.
    """

    provenance: Provenance
    price_year: int
    discount_rate: ShareOf
    start_age: int
    pathway: str
    name: str
    length: Years
    completion: ShareOf
    years_after: Years
    journeyworker_wage: MoneyPerHour
    benefits_rate: ShareOf
    steps: list[EmployerStep]
    starter: EmployerSide
    finisher: EmployerSide
    range: EmployerRange
    gain_after: Ratio
    needed_gain_after: Ratio | None
    spent: list[Money]
    back: list[Money]
    reference: Ratio
    reference_population: str | None
    assumed: list[str]
