"""What all who enroll in a program bring and cost, year by year."""

from msgspec import Struct

from mobcalc.results.amounts import Money


class ProgramYear(Struct, frozen=True):
    """Cash of one year, of all who enroll: in dollars of the price year, later money counting in full.

    `people` is what they have more, kept or without a place earned, with the bills that supports pay in the first year.
    `paid` is by who pays, all of it in the first year; `back` by government, None where it is not known. `raises` is
    what employers pay in raises. `public_so_far` is what has come back of public money up to the end of the year less
    what was paid.
    """

    year: int
    people: Money
    raises: Money
    paid: dict[str, Money]
    back: dict[str, Money]
    public_paid: Money
    public_back: Money | None
    public_so_far: Money | None
