"""The answer of `program --budget`: what a fixed budget does in each of some programs, and in the best mix of them."""

from typing import Annotated, Literal

from msgspec import Struct

from mobcalc.results.amounts import Money, ShareOf, unit
from mobcalc.results.program import Range
from mobcalc.results.provenance import Provenance

Aim = Literal["gain", "jobs"]
"""What is wanted most of: what people gain, or jobs that pay a living wage."""
Basis = Literal["kept", "earned"]
Ratio = Annotated[float, unit("ratio")]


class ProgramSeats(Struct, frozen=True):
    """One program: a seat, and as many as the whole budget pays for.

    `gain` of one who enrolls by retirement, with the `range` of 8 of 10 draws, None where nobody knows the effect or
    without draws; `jobs` is how many more have a living wage five years on, for each seat. `employers` is what those
    who pay them add in raises, by retirement, which is in the gain and not in the cost. `floor` and `seats` are of the
    mix.
    """

    id: str
    name: str
    file: str
    cost: Money
    gain: Money | None
    range: Range | None
    per_dollar: Ratio | None
    per_dollar_low: Ratio | None
    per_dollar_high: Ratio | None
    jobs: ShareOf | None
    employers: Money
    served: int
    gain_of_budget: Money | None
    jobs_of_budget: float | None
    floor: int
    seats: int


class Seats(Struct, frozen=True):
    """The programs in the order given, and the mix that is worth most.

    `basis` is what a gain is of. `low` and `high` of the mix are where all programs lie at the low or high end
    together, None where one of them has no range. `is_order_unsure`: the ranges of what a dollar gains in the two best
    programs overlap.
    """

    provenance: Provenance
    price_year: int
    discount_rate: ShareOf
    budget: Money
    aim: Aim
    basis: Basis
    programs: list[ProgramSeats]
    cost: Money
    left: Money
    served: int
    gain: Money
    low: Money | None
    high: Money | None
    jobs: float | None
    is_order_unsure: bool
