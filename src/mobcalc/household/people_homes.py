"""The households of many people: who lives in each in each year, and what it keeps of any earnings.

The same tables as for one household, each made once for all people and years that it holds for.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.household.circumstances import Circumstances, net_slice, parts_for
from mobcalc.household.rules_by_year import PartOf
from mobcalc.household.taxes_and_benefits import CREDIT_AGES, in_rules_dollars, table_in
from mobcalc.household_types import GROWN, MOST_ADULTS, MOST_CHILDREN, MOST_YOUNG, SCHOOL_AGE, HouseholdType
from mobcalc.model import Array, needs, transfers
from mobcalc.sampling import Arrays

NOBODY = 999.0
"""The age of a child that there is not [years]."""
FAR = 1e8
"""Earnings beyond all others, to which lines go on [USD/year]."""
STRAIGHT = 1e-7
"""How far a point may lie off the line between its neighbours and be left out [USD/year]."""
MOST_CARE = 1_000_000
"""Above what child care costs [USD/year]."""


class HomePeople(Struct, frozen=True):
    """People and their households now, in columns (people,).

    `ages` of the children [years] (people, children), `NOBODY` where there is none. `partner` is what a partner earns
    [USD/year], `infant_care` the price of a place for an infant [USD/week], and `states` says which state.
    """

    adults: Array
    ages: Array
    partner: Array
    disability: NDArray[np.bool_]
    infant_care: Array
    states: NDArray[np.intp]


class Line(NamedTuple):
    """What a household keeps at some earnings, both in dollars of the rules' year [USD/year] (points,)."""

    earnings: Array
    net: Array


class Cells(Struct, frozen=True):
    """Years of people by the table that holds for them.

    `order` is where each cell stands in (people, years), table by table; `lines` has the tables with the cells of each.
    `partner` earns so much [USD/year] (people, years); tables are in dollars of which `dollars` are worth one.
    """

    order: NDArray[np.intp]
    lines: list[tuple[slice, Line]]
    partner: Array
    dollars: float


def is_covered(people: HomePeople) -> NDArray[np.bool_]:
    """Whether the table has the household as it is now; then it has it in every later year (people,)."""
    young, older = (count[:, 0] for count in _children(people.ages, 1))
    fits = (people.adults <= MOST_ADULTS) & (young <= MOST_YOUNG) & (young + older <= MOST_CHILDREN)
    covered: NDArray[np.bool_] = fits & (~people.disability | (people.adults == 1))
    return covered


def part_of_homes(people: HomePeople, where: slice | NDArray[np.intp]) -> HomePeople:
    """The households of some people."""
    return HomePeople(**{name: getattr(people, name)[where] for name in HomePeople.__struct_fields__})


def nearest_homes(people: HomePeople) -> HomePeople:
    """The households of the table that are nearest: two adults and the four youngest children at most."""
    ages = np.sort(people.ages, axis=1)[:, :MOST_CHILDREN]
    adults = np.clip(people.adults, 1, MOST_ADULTS)
    return HomePeople(
        adults, ages, people.partner, people.disability & (adults == 1), people.infant_care, people.states
    )


class Homes:
    """The tables that households of many people have needed so far."""

    def __init__(self, rules: Callable[[int], PartOf], year: int) -> None:
        """Begin without any.

        Args:
            rules: the parts of the rules of a state, by its number.
            year: of the rules.
        """
        self.rules, self.year = rules, year
        self.known: dict[int, Line] = {}

    def cells(self, arrays: Arrays, people: HomePeople, growth: Array) -> Cells:
        """The tables that hold for people in each year.

        Args:
            arrays: the assumptions at their values; of the person only what all of them have counts.
            people: of one age.
            growth: wages of each year over those of today, which a partner's follow (1, years).
        """
        years, dollars = growth.shape[1], in_rules_dollars(arrays, 1.0, self.year)
        codes = _codes(arrays, people, years, dollars).ravel()
        order = np.argsort(codes, kind="stable")
        starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
        ends = [*starts[1:].tolist(), len(order)]
        lines = [
            (slice(start, end), self._line(arrays, int(codes[order[start]])))
            for start, end in zip(starts.tolist(), ends, strict=True)
        ]
        return Cells(order, lines, people.partner[:, None] * growth, dollars)

    def _line(self, arrays: Arrays, code: int) -> Line:
        """The table of a code."""
        if code not in self.known:
            parts = _decoded(code)
            person = arrays.person
            given = Circumstances(
                care=float(parts.care),
                had_help=person.care == "subsidized",
                has_tanf=person.tanf,
                pays_for_meals=person.school_meals,
            )
            made = net_slice(parts_for(parts.of, given, self.rules(parts.state), self.year), given)
            # By the age alone, whichever it is, that is too young or old for a credit.
            made = table_in([made], 0, float(CREDIT_AGES.start if parts.has_credit else 0))
            cash, taxes = (sum(group.values(), np.zeros_like(made.earnings)) for group in (made.cash, made.taxes))
            self.known[code] = _straight(made.earnings, made.earnings + cash - taxes)
        return self.known[code]


class _Code(NamedTuple):
    """What a table is of."""

    state: int
    of: HouseholdType
    has_credit: bool
    care: int


def _codes(arrays: Arrays, people: HomePeople, years: int, dollars: float) -> NDArray[np.int64]:
    """A number for each table that holds for people in some year (people, years)."""
    young, older = _children(people.ages, years)
    # As `household_types.nearest`; the same where the table has the household.
    few = np.minimum(young, MOST_YOUNG)
    more = np.minimum(young + older - few, MOST_CHILDREN - few)
    start = int(arrays.person.start_age[0, 0])
    has_credit = np.array([[age in CREDIT_AGES for age in range(start, start + years)]]) | (few + more > 0)
    care = np.round(_care(arrays, people, years) * dollars).astype(np.int64)
    code = people.states[:, None].astype(np.int64)
    for part, count in (
        (people.adults[:, None].astype(np.int64) - 1, MOST_ADULTS),
        (few, MOST_YOUNG + 1),
        (more, MOST_CHILDREN + 1),
        (people.disability[:, None].astype(np.int64), 2),
        (has_credit.astype(np.int64), 2),
        (care, MOST_CARE),
    ):
        code = code * count + part
    return np.broadcast_to(code, (len(people.adults), years))


def _decoded(code: int) -> _Code:
    """What a number of `_codes` stands for."""
    rest, care = divmod(code, MOST_CARE)
    rest, has_credit = divmod(rest, 2)
    rest, disability = divmod(rest, 2)
    rest, older = divmod(rest, MOST_CHILDREN + 1)
    rest, young = divmod(rest, MOST_YOUNG + 1)
    state, adults = divmod(rest, MOST_ADULTS)
    return _Code(state, HouseholdType(adults + 1, young, older, bool(disability)), bool(has_credit), care)


def _children(ages: Array, years: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many children under 6, and of 6 to 17, there are in each year (people, years)."""
    then = ages[:, :, None] + np.arange(years)
    young = np.count_nonzero(then < SCHOOL_AGE, axis=1)
    return young, np.count_nonzero(then < GROWN, axis=1) - young


def _care(arrays: Arrays, people: HomePeople, years: int) -> Array:
    """What the care of the children costs, where it has to be paid for [USD/year] (people, years)."""
    prices = arrays.living_wage
    works = (people.adults < 2) | (people.partner > 0.0)
    if arrays.person.care == "none" or not people.ages.shape[1]:
        return np.zeros((len(people.adults), years))
    price = people.infant_care[:, None] * prices.child_care_prices
    then = people.ages[:, :, None] + np.arange(years)
    costs = needs.child_care_of_people(price, then, prices.child_care_ages[0], prices.child_care_shares)
    return np.where(works[:, None], costs, 0.0)


def _straight(earnings: Array, net: Array) -> Line:
    """A line through as few of its points as make it, carried on at both ends."""
    stretch = min(transfers.LAST_STRETCH, float(earnings[-1]))
    last = (net[-1] - np.interp(earnings[-1] - stretch, earnings, net)) / stretch
    first = (net[1] - net[0]) / (earnings[1] - earnings[0])
    slopes = np.diff(net) / np.diff(earnings)
    turns = np.abs(np.diff(slopes)) * np.diff(earnings)[1:] > STRAIGHT
    kept = np.concatenate(([True], turns, [True]))
    points, amounts = earnings[kept], net[kept]
    return Line(
        np.concatenate(([points[0] - FAR], points, [points[-1] + FAR])),
        np.concatenate(([amounts[0] - first * FAR], amounts, [amounts[-1] + last * FAR])),
    )


def kept_of(cells: Cells, earnings: Array) -> Array:
    """What households keep of the earnings of people, a partner's with them.

    Args:
        cells: years of the people.
        earnings: of the person, way after way (ways x people, years).

    Returns:
        [USD/year] (ways x people, years).
    """
    people, years = cells.partner.shape
    whole = (earnings.reshape(-1, people, years) + cells.partner) * cells.dollars
    flat = whole.reshape(len(whole), -1)[:, cells.order]
    net = np.empty_like(flat)
    for where, line in cells.lines:
        net[:, where] = np.interp(flat[:, where], line.earnings, line.net)
    back = np.empty_like(net)
    back[:, cells.order] = net
    kept: Array = back.reshape(earnings.shape) / cells.dollars
    return kept
