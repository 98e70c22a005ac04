"""Taxes and benefits of a person's household in each year: who lives in it then, what its care and rent cost then."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from mobcalc.household.basic_needs import benchmark_premiums, budget
from mobcalc.household.circumstances import Circumstances, net_slice, parts_for
from mobcalc.household.earnings_schedule import looked_up
from mobcalc.household.health_plan import Plan
from mobcalc.household.taxes_and_benefits import in_rules_dollars, types_by_year
from mobcalc.household_types import GROWN, Curve, HouseholdType, NetSlice, Slices
from mobcalc.model import Array, discounting, distinct
from mobcalc.sampling import Arrays
from mobcalc.schema import Person

PartOf = Callable[[str], Mapping[tuple[str, int], Curve]]
"""One part of a state's rules by its name."""
OF_EACH = ("eitc", "ctc")
"""Credits that two adults who are not married get each on a return of their own; so they pay taxes."""
CARE_PRICES = (
    "living_wage.child_care",
    "living_wage.child_care_prices",
    "place.infant_care_center",
    "place.infant_care_family",
)
"""Dotted names of what the cost of care is computed from."""
PLAN_PRICES = (
    "person.start_age",
    "living_wage.marketplace_incomes",
    "living_wage.marketplace_shares",
    "place.benchmark_premiums",
    "place.family_premiums",
    "place.poverty_guideline",
)
"""Dotted names of what the credit for a health plan is computed from."""
ASKED = "_asked"
"""Stands behind the name of help for those who ask for it now, where whoever has it keeps it longer."""


def made_with(person: Person[Any, Any], partner: float) -> tuple[str, ...]:
    """Dotted names of the numbers that the tables are made with: another value of theirs takes other tables.

    Args:
        person: whose household it is.
        partner: what a partner earns, with which child care begins to be paid for [USD/year].
    """
    has_children = person.children is not None
    care = CARE_PRICES if has_children and person.care != "none" else ()
    rents = ("living_wage.housing",) if person.voucher else ()
    pay = ("person.partner_earnings",) if person.unmarried or (has_children and not partner) else ()
    plan = PLAN_PRICES if person.health_plan == "marketplace" else ()
    return (*care, *rents, *pay, *plan)


def rules_by_year(arrays: Arrays, part_of: PartOf, rules_year: int, *, is_pay_of_rules: bool = False) -> Slices:
    """Taxes and benefits of the household, year by year until the end of the working life.

    In a shorter one until all children are grown, as other ages are tried and swept too. Prices of care and rents are
    taken at their values, however the assumptions vary them afterwards.

    Args:
        arrays: the assumptions at their values, with a place.
        part_of: one part of the state's rules by its name.
        rules_year: the year of the rules.
        is_pay_of_rules: whether what the partner earns is in dollars of the rules, not of the price year.

    Raises:
        InputError: where there are no consumer prices for the year of the rules.
    """
    person = arrays.person
    life = int(person.retire_age[0, 0] - person.start_age[0, 0])
    years = max(life, 0 if person.children is None else GROWN)
    dollars = 1.0 if is_pay_of_rules else in_rules_dollars(arrays, 1.0, rules_year)
    partner = np.zeros(years)
    if person.unmarried and person.partner_earnings is not None:
        growth = discounting.growth_factors(arrays.economy.real_wage_growth, np.arange(years, dtype=float))
        partner = (person.partner_earnings * growth)[0] * dollars
    made: dict[tuple[HouseholdType, Circumstances, float], NetSlice] = {}
    slices = []
    types, given = types_by_year(arrays, years), circumstances_by_year(arrays, years, rules_year)
    for key in zip(types, given, partner.tolist(), strict=True):
        if key not in made:
            made[key] = _made(*key, part_of, rules_year, is_unmarried=person.unmarried)
        slices.append(made[key])
    return slices


def _made(
    of: HouseholdType, given: Circumstances, partner: float, part_of: PartOf, rules_year: int, *, is_unmarried: bool
) -> NetSlice:
    """Taxes and benefits of a household in its circumstances, its two adults married or not.

    Args:
        of: who lives together.
        given: what the household pays for and draws.
        partner: what the partner earns [USD/year].
        part_of: one part of the state's rules by its name.
        rules_year: the year of the rules.
        is_unmarried: whether two adults file tax returns of their own.
    """
    together = net_slice(parts_for(of, given, part_of, rules_year), given)
    return _unmarried(together, partner, part_of, given) if is_unmarried else together


def circumstances_by_year(arrays: Arrays, years: int, rules_year: int) -> list[Circumstances]:
    """What the household pays for and draws in each year, in whole dollars of the rules.

    Args:
        arrays: the assumptions at their values, with a place.
        years: how many.
        rules_year: the year of the rules.
    """
    person = arrays.person
    needs = budget(arrays, types_by_year(arrays, years))
    dollars = in_rules_dollars(arrays, 1.0, rules_year)
    plans = _plans(arrays, years, rules_year)
    care, rents = (
        np.broadcast_to(part[0] * dollars, (years,)).round().tolist() for part in (needs.child_care, needs.housing)
    )
    return [
        Circumstances(
            care=paid,
            had_help=person.care == "subsidized",
            has_tanf=person.tanf,
            rent=rent if person.voucher else None,
            pays_for_meals=person.school_meals,
            plan=plan,
        )
        for paid, rent, plan in zip(care, rents, plans, strict=True)
    ]


def _plans(arrays: Arrays, years: int, rules_year: int) -> list[Plan | None]:
    """The health plan that the household buys in each year; none where it comes with the job."""
    if arrays.person.health_plan == "employer":
        return [None] * years
    assert arrays.place is not None
    dollars = in_rules_dollars(arrays, 1.0, rules_year)
    adults, children = (part[0] * dollars for part in benchmark_premiums(arrays, types_by_year(arrays, years)))
    first, further = arrays.place.poverty_guideline[0].tolist()
    # The law takes the guideline of the year before as it stands.
    nominal = in_rules_dollars(arrays, 1.0, rules_year - 1)
    incomes, shares = (tuple(part[0].tolist()) for part in _law(arrays))
    return [
        Plan(round(own), round(theirs), (first + further * (of.members - 1)) * nominal, incomes, shares)
        for own, theirs, of in zip(adults, children, types_by_year(arrays, years), strict=True)
    ]


def _law(arrays: Arrays) -> tuple[Array, Array]:
    """What a household pays itself of its plan: incomes over the guideline, and shares of income (1, n) both."""
    return arrays.living_wage.marketplace_incomes, arrays.living_wage.marketplace_shares


def taxes_now(arrays: Arrays, part_of: PartOf, rules_year: int) -> NetSlice:
    """Taxes and benefits of the household as it is now, what a partner earns being in dollars of the rules.

    Args:
        arrays: the assumptions at their values, with a place.
        part_of: one part of the state's rules by its name.
        rules_year: the year of the rules.
    """
    (of,), (given,) = types_by_year(arrays, 1), circumstances_by_year(arrays, 1, rules_year)
    person = arrays.person
    partner = 0.0 if person.partner_earnings is None else float(person.partner_earnings[0, 0])
    return _made(of, given, partner, part_of, rules_year, is_unmarried=person.unmarried)


WITHOUT_WORK = "without_work"
"""The name of the household whose worker does not work, so that nobody is paid to care for the children."""


def beside(arrays: Arrays, part_of: PartOf, rules_year: int) -> dict[str, NetSlice]:
    """Taxes and benefits of the household now without work, and with each kind of help that it is not said to have.

    What a partner earns is taken as in dollars of the rules.

    Args:
        arrays: the assumptions at their values, with a place.
        part_of: one part of the state's rules by its name.
        rules_year: the year of the rules.
    """
    (of,), (given,) = types_by_year(arrays, 1), circumstances_by_year(arrays, 1, rules_year)
    others = {WITHOUT_WORK: given._replace(care=0.0)}
    if given.care and not given.had_help and not of.disability:
        others["child_care_subsidy"] = given._replace(had_help=True)
        others["child_care_subsidy" + ASKED] = given._replace(has_help=True)
    if given.rent is None:
        rent = float(budget(arrays, [of]).housing[0, 0]) * in_rules_dollars(arrays, 1.0, rules_year)
        others["housing"] = given._replace(rent=round(rent))
    if of.children and not given.has_tanf:
        others["tanf"] = given._replace(has_tanf=True)
    person = arrays.person
    partner = 0.0 if person.partner_earnings is None else float(person.partner_earnings[0, 0])
    return {
        name: _made(of, other, partner, part_of, rules_year, is_unmarried=person.unmarried)
        for name, other in others.items()
    }


def _unmarried(couple: NetSlice, partner: float, part_of: PartOf, given: Circumstances) -> NetSlice:
    """Two adults who are not married: each on a tax return of their own, the children on the worker's.

    Benefits are those of the couple, who share a home and food.

    Args:
        couple: the same household, married.
        partner: what the partner earns [USD/year].
        part_of: one part of the state's rules by its name.
        given: what the household pays for and draws.
    """
    year = couple.rules_year
    parent = net_slice(parts_for(couple.of._replace(adults=1), given, part_of, year), given)
    alone = net_slice(parts_for(HouseholdType(1), Circumstances(), part_of, year), Circumstances())
    points = distinct(np.concatenate([couple.earnings, parent.earnings + np.round(partner / 5.0) * 5.0]))
    points = points[points <= couple.earnings[-1]]
    own = np.maximum(points - partner, 0.0)

    def apart(name: str, group: str) -> Array:
        """A tax or credit of both returns [USD/year] (points,)."""
        theirs = looked_up(alone, getattr(alone, group)[name], np.array([[partner]]))[0, 0]
        both: Array = np.interp(own, parent.earnings, getattr(parent, group)[name]) + theirs
        return both

    def together(amounts: Mapping[str, Array]) -> dict[str, Array]:
        """Amounts of the couple at the new points."""
        return {name: np.interp(points, couple.earnings, amount) for name, amount in amounts.items()}

    taxes = {name: apart(name, "taxes") for name in couple.taxes}
    cash = together(couple.cash) | {name: apart(name, "cash") for name in OF_EACH}
    left = np.interp(own, parent.earnings, parent.after_tax - parent.earnings) + own
    left += looked_up(alone, alone.after_tax, np.array([[partner]]))[0, 0] + (points - partner - own)
    plan, adults, children = (
        np.interp(points, couple.earnings, amount)
        for amount in (couple.plan, couple.adults_covered, couple.children_covered)
    )
    return couple._replace(
        earnings=points,
        taxes=taxes,
        cash=cash,
        coverage=together(couple.coverage),
        after_tax=left,
        plan=plan,
        adults_covered=adults,
        children_covered=children,
    )
