"""A person's household over the years: what it needs, and what it keeps after taxes and benefits such as SNAP."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.errors import input_error
from mobcalc.household.basic_needs import Budget, adults_health, budget
from mobcalc.household_types import HouseholdType, NetSlice, Slices, household_then
from mobcalc.model import Array, transfers
from mobcalc.results.household import HouseholdUsed
from mobcalc.sampling import Arrays


class Span(Struct, frozen=True):
    """Years in which the household stays as it is, with its taxes and benefits as lines over earnings.

    Lines are those of `transfers.lines`, and `line_of` which of them each step is on; `taxes` and `benefits` (cash and
    food) are all of them together, and `net` is earnings with the benefits less the taxes. `adults` and `children` are
    the part of them whose health care public coverage pays for.
    """

    years: slice
    table: NetSlice
    line_of: NDArray[np.intp]
    taxes: Array
    benefits: Array
    net: Array
    adults: Array
    children: Array


class Household(Struct, frozen=True):
    """A household over the years; arrays are (rows, years) in USD/year.

    `partner` is what the other adult earns, if any (`has_partner`), `needs` what has to be paid for apart from taxes,
    `living_wage` the least earnings of the person that pay for it, full time, after taxes and refundable credits and
    with the partner's. The tables of the spans are in dollars of the rules' year, `rules_dollars` of which are worth
    one of the price year. `adults_health` is the adults' part of the need for health care [share].
    """

    spans: tuple[Span, ...]
    rules_dollars: float
    partner: Array
    has_partner: bool
    needs: Budget
    adults_health: Array
    living_wage: Array
    counts_people_out_of_work: bool


class Kept(NamedTuple):
    """What becomes of earnings: taxes and benefits [USD/year] (rows, years).

    `adults_covered` and `children_covered` are the part whose health care public coverage pays for (rows, years).
    """

    taxes: Array
    benefits: Array
    adults_covered: Array
    children_covered: Array


def household(arrays: Arrays, slices: Slices, growth: Array) -> Household:
    """The household of the person in these assumptions.

    Args:
        arrays: the assumptions, with a place.
        slices: taxes and benefits by year.
        growth: wages of each year over those of today, which the partner's follow (rows, years).
    """
    years = growth.shape[1]
    types = types_by_year(arrays, years)
    partner = np.zeros_like(growth)
    if arrays.person.partner_earnings is not None:
        partner = arrays.person.partner_earnings * growth
    start = float(arrays.person.start_age[0, 0])
    spans = tuple(_spans(slices, start, years))
    dollars = in_rules_dollars(arrays, 1.0, slices[0].rules_year)
    needs = budget(arrays, types)
    total = needs.total()
    least = np.zeros(np.broadcast_shapes(total.shape, growth.shape))
    total = np.broadcast_to(total, least.shape)
    for span in spans:
        points = span.table.earnings
        least[:, span.years] = (
            transfers.least_earnings(points, span.table.after_tax, total[:, span.years] * dollars) / dollars
        )
    return Household(
        spans=spans,
        rules_dollars=dollars,
        partner=partner,
        has_partner=bool(partner.any()),
        needs=needs,
        adults_health=adults_health(arrays, types),
        living_wage=np.maximum(least - partner, 0.0),
        counts_people_out_of_work=arrays.person.attachment == "population",
    )


def in_rules_dollars(arrays: Arrays, amount: float, rules_year: int) -> float:
    """An amount in dollars of the price year in those of the year whose rules apply.

    Raises:
        InputError: where there are no consumer prices for that year.
    """
    index = arrays.economy.consumer_prices
    prices = dict(zip(index.years.tolist(), index.values[0].tolist(), strict=True))
    if rules_year not in prices:
        what = f"there are no consumer prices for {rules_year}, whose tax rules apply"
        raise input_error("", "economy.consumer_prices", what, "add that year")
    return amount * float(prices[rules_year] / prices[arrays.economy.price_year])


def household_used(arrays: Arrays, slices: Slices) -> HouseholdUsed:
    """The household as answers name it."""
    person = arrays.person
    partner = 0.0 if person.partner_earnings is None else float(person.partner_earnings[0, 0])
    return HouseholdUsed(
        adults=int(person.adults[0, 0]),
        children=[] if person.children is None else [int(age) for age in person.children[0]],
        partner_earnings=partner,
        disability=person.disability,
        rules_year=slices[0].rules_year,
        child_care=round(slices[0].care / in_rules_dollars(arrays, 1.0, slices[0].rules_year)),
        care=person.care,
        health_plan=person.health_plan,
        unmarried=person.unmarried,
        voucher=person.voucher,
        tanf=person.tanf,
        school_meals=person.school_meals,
    )


def types_by_year(arrays: Arrays, years: int) -> list[HouseholdType]:
    """The type of the household in each year, of row 0: all rows are of one household."""
    person = arrays.person
    ages = [] if person.children is None else person.children[0].tolist()
    return [household_then(person.adults[0, 0], ages, person.disability, year) for year in range(years)]


CREDIT_AGES = range(25, 65)
"""The ages at which somebody without children may get the EITC; the table is computed for people of 35."""


def table_in(slices: Slices, year: int, age: float) -> NetSlice:
    """The taxes and benefits of a year, of adults who may be too young or too old for the EITC without children.

    Args:
        slices: by year.
        year: from now, 0 for the first.
        age: of the person in that year [years].
    """
    table = slices[min(year, len(slices) - 1)]
    if int(age) in CREDIT_AGES or table.of.children:
        return table
    credit = table.cash["eitc"]
    return table._replace(cash=table.cash | {"eitc": np.zeros_like(credit)}, after_tax=table.after_tax - credit)


def _spans(slices: Slices, start: float, years: int) -> Iterator[Span]:
    """The stretches of years in which the household stays as it is."""

    def kind(year: int) -> tuple[int, bool]:
        """What makes one year like another."""
        return id(slices[min(year, len(slices) - 1)]), int(start) + year in CREDIT_AGES

    for _, group in groupby(range(years), kind):
        first, *further = group
        yield _span(table_in(slices, first, start + first), slice(first, first + 1 + len(further)))


def _span(table: NetSlice, years: slice) -> Span:
    """Years in which the household stays as it is."""
    points = table.earnings
    taxes, benefits = (sum(group.values(), np.zeros_like(points)) for group in (table.taxes, table.cash))
    net = transfers.net_resources(points[None, :], benefits[None, :], taxes[None, :])[0]
    amounts = (taxes, benefits, net, table.adults_covered, table.children_covered)
    each = (transfers.lines(points, amount[None, :]) for amount in amounts)
    return Span(years, table, transfers.line_of_steps(points), *each)


def health_paid_for(home: Household, kept: Kept) -> Array:
    """The part of the need for health care that public coverage pays for [USD/year] (rows, years)."""
    part = home.adults_health
    paid: Array = home.needs.health * (part * kept.adults_covered + (1.0 - part) * kept.children_covered)
    return paid


def part_employed(home: Household, paid: Array, in_work: Array) -> Array | None:
    """The part of people at work where those out of work are counted in (rows, years); None where they are not.

    Spells of unemployment are parts of somebody's year, and taxes are by the year; people out of the labour market are
    others, with earnings of none.
    """
    if not home.counts_people_out_of_work:
        return None
    part: Array = np.divide(paid, in_work, out=np.ones_like(paid), where=in_work > 0.0)
    return np.clip(part, 0.0, 1.0)


def kept(home: Household, earnings: Array, part: Array | None = None) -> Kept:
    """What becomes of the person's earnings, the partner's with them [USD/year] (rows, years).

    Args:
        home: the household.
        earnings: of the person, or the mean of those at work and those who are not [USD/year] (rows, years).
        part: the part of people at work, where the others are counted in [share] (rows, years).
    """
    if part is not None:
        at_work = kept(home, np.divide(earnings, part, out=np.zeros_like(earnings), where=part > 0.0))
        pairs = zip(at_work, kept(home, np.zeros_like(earnings)), strict=True)
        return Kept._make(part * working + (1.0 - part) * without for working, without in pairs)
    whole = _in_rules_dollars(home, earnings)
    whole_kept = Kept(*(np.empty_like(whole) for _ in Kept._fields))
    for span in home.spans:
        at = whole[:, span.years]
        for amounts, table in zip(whole_kept[:2], (span.taxes, span.benefits), strict=True):
            amounts[:, span.years] = transfers.amounts_at(at, table, span.line_of) / home.rules_dollars
        for shares, table in zip(whole_kept[2:], (span.adults, span.children), strict=True):
            shares[:, span.years] = np.clip(transfers.amounts_at(at, table, span.line_of), 0.0, 1.0)
    return whole_kept


def _in_rules_dollars(home: Household, earnings: Array) -> Array:
    """What the household earns, the partner's with it, in the dollars of the tables (rows, years)."""
    whole = earnings + home.partner[:, : earnings.shape[1]] if home.has_partner else earnings
    return whole if home.rules_dollars == 1.0 else whole * home.rules_dollars


def net_resources(home: Household, earnings: Array, part: Array | None = None) -> Array:
    """What the household has of the person's earnings, the partner's, benefits less taxes [USD/year] (rows, years).

    Args:
        home: the household.
        earnings: as for `kept`; of all years or of the first.
        part: as for `kept`.
    """
    if part is not None:
        looked_up = kept(home, earnings, part)
        mixed: Array = earnings + home.partner + looked_up.benefits - looked_up.taxes
        return mixed
    whole = _in_rules_dollars(home, earnings)
    net = np.empty_like(whole)
    for span in home.spans:
        transfers.amounts_at(whole[:, span.years], span.net, span.line_of, out=net[:, span.years])
    return net if home.rules_dollars == 1.0 else np.divide(net, home.rules_dollars, out=net)


def is_beyond(home: Household, earnings: Array) -> Array:
    """1 where the household earns more than the table of taxes and benefits goes to, otherwise 0 (rows, years)."""
    whole = _in_rules_dollars(home, earnings)
    beyond = np.empty_like(whole)
    for span in home.spans:
        beyond[:, span.years] = transfers.is_beyond(whole[:, span.years], np.array([span.table.top]))
    return beyond
