"""Households, and what the table of taxes and benefits says of one: shared by what reads the table and what uses it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from mobcalc.units import counted

if TYPE_CHECKING:  # loading needs no NumPy, and it takes half of the start-up time
    import numpy as np
    from numpy.typing import NDArray

MOST_ADULTS, MOST_YOUNG, MOST_CHILDREN = 2, 2, 4
"""The largest household of the table; its types are such that children who grow older never lead out of it."""
SCHOOL_AGE, GROWN = 6, 18
GROUPS = {
    "taxes": ("federal_income_tax", "state_income_tax", "payroll_tax"),
    "cash": ("eitc", "ctc", "snap", "tanf", "ssi", "wic", "school_meals"),
    "coverage": ("medicaid", "chip", "premium_tax_credit", "other_coverage"),
}
"""The components by group, in the order in which slices hold them."""
Amounts: TypeAlias = "NDArray[np.float64]"


class HouseholdType(NamedTuple):
    """Who lives together: adults, children under 6, of 6 to 17, and whether the only adult has a disability."""

    adults: int
    young: int = 0
    older: int = 0
    disability: bool = False

    @property
    def key(self) -> str:
        """The name of the type in the table."""
        return f"{self.adults}-{self.young}-{self.older}" + ("-d" if self.disability else "")

    @property
    def children(self) -> int:
        """How many children."""
        return self.young + self.older

    @property
    def members(self) -> int:
        """How many people."""
        return self.adults + self.children

    def __str__(self) -> str:
        """The household in words."""
        adults = counted(self.adults, "adult") + (" with a disability" * self.disability)
        return f"{adults}, {_children(self.young)} under 6 and {_children(self.older)} of 6 to 17"


def _children(number: int) -> str:
    return counted(number, "child", "children") if number else "no children"


class Curve(NamedTuple):
    """Amounts by name (points,) over ascending earnings of a household (points,), all [USD of the rules' year/year]."""

    earnings: Amounts
    amounts: Mapping[str, Amounts]


class NetSlice(NamedTuple):
    """Taxes and benefits of one household in one state and year, at ascending earnings of the household.

    Every array is yearly, in dollars of `rules_year` (points,). Earnings are multiples of 5, closer together where an
    amount jumps. `taxes` are positive where they are paid; the state's is negative where it is refunded. `cash` is
    credits, cash, food, and help that pays for child care or rent; `coverage` is what public health coverage is worth,
    which is not cash. `after_tax` is what taxes and refundable credits leave of earnings where no help pays for a part
    of the care. `plan` is what a health plan of their own costs those whom no public coverage covers, before the credit
    for it, which is in `cash`. `adults_covered` and `children_covered` are the part of them whose health care public
    coverage pays for [share]. `care` is what child care costs before any help, and `top` the last earnings that were
    computed: points above it carry amounts on [USD/year].
    """

    of: HouseholdType
    earnings: Amounts
    taxes: dict[str, Amounts]
    cash: dict[str, Amounts]
    coverage: dict[str, Amounts]
    after_tax: Amounts
    plan: Amounts
    adults_covered: Amounts
    children_covered: Amounts
    care: float
    top: float
    rules_year: int


Slices: TypeAlias = Sequence[NetSlice]
"""Taxes and benefits year by year from now on, the last for all that come after it."""


def nearest(household: HouseholdType) -> HouseholdType:
    """The type of the table that is nearest to a household; the same one where the table has it."""
    adults = min(max(household.adults, 1), MOST_ADULTS)
    young = min(max(household.young, 0), MOST_YOUNG)
    # Young children beyond those count among the older ones, so that the number of children stays if it can.
    older = min(max(household.children - young, 0), MOST_CHILDREN - young)
    return HouseholdType(adults, young, older, household.disability and adults == 1)


def household_then(adults: float, ages: Sequence[float], disability: bool, year: int = 0) -> HouseholdType:
    """The type of a household in a year, children having grown older by as many years; at 18 they no longer count.

    Args:
        adults: how many.
        ages: of the children now [years].
        disability: whether the only adult has one.
        year: years from now, 0 for the first.
    """
    then = [int(age) + year for age in ages]
    older = sum(SCHOOL_AGE <= age < GROWN for age in then)
    return HouseholdType(int(adults), sum(age < SCHOOL_AGE for age in then), older, disability)
