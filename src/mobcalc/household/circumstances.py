"""Taxes and benefits of a household in its circumstances: child care that is paid for, help with it, TANF, a voucher.

The parts (tools/build_net_resources.py) are not crossed with each other; how one moves another is reckoned here. Care
lowers the income that counts for SNAP by itself, and a dollar of earnings counts for 80 cents, so SNAP with care is
SNAP without it at earnings lower by the care over 0.8, up to the limit of gross income. Whoever gets SNAP gets WIC and
school meals too. A voucher's tenant pays by what is left of earnings after care.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from mobcalc.household.health_plan import Plan, covered, credit, is_uninsured, price
from mobcalc.household_types import GROUPS, Curve, HouseholdType, NetSlice
from mobcalc.model import Array, distinct, transfers

COUNTED = 0.8
"""The part of earnings that counts for SNAP."""
STEP, POINT = 250.0, 5.0
"""Earnings between which amounts are straight lines at most, and of which all points are multiples [USD/year]."""
LEAST_SLOPE = 0.01
"""A benefit that falls by less than a cent of a dollar at the last earnings is rounded."""
FURTHEST = 4_000_000.0
"""Beyond the table amounts are carried on so far at most: a person and a partner cannot earn more [USD/year]."""
WHOLE = 0.97
"""A share of the year's SNAP from which on it is all of it: the rest is rounding."""
COMPONENTS = {**GROUPS, "cash": (*GROUPS["cash"], "child_care_subsidy", "housing", "health_plan")}
"""The components of a slice by group: with the cash of the rules the help that pays for care and rent."""
PLAN, PUBLIC = "plan", ("adults_covered", "children_covered")
"""What a slice has besides the components."""
FOLLOWING_SNAP = ("wic", "school_meals")
REFUNDABLE = ("eitc", "ctc")
"""The benefits that come with the tax return, which a living wage counts."""


class Circumstances(NamedTuple):
    """What a household pays for and draws, in dollars of the rules' year.

    `care` is what child care costs before any help [USD/year]; `has_help` whether the state pays a part of it, to those
    who ask now, or `had_help` to those whom it has helped so far. `has_tanf`: TANF is drawn already. `rent` is the
    home's with a voucher, up to the payment standard [USD/year], None without one. `pays_for_meals`: the school does
    not feed everybody free, so meals depend on earnings. `plan` is the health plan that the household buys, None where
    it comes with the job.
    """

    care: float = 0.0
    has_help: bool = False
    had_help: bool = False
    has_tanf: bool = False
    rent: float | None = None
    pays_for_meals: bool = False
    plan: Plan | None = None


class Parts(NamedTuple):
    """The parts of the rules for one type of household `of`; lines by what care costs for `care` and `care_snap`.

    Those of care and of help with it are missing for households without children and for adults with a disability,
    `tanf` for households without children, and all that the circumstances do not ask for.
    """

    of: HouseholdType
    base: Curve
    voucher: Curve | None
    tanf: Curve | None
    subsidy: Curve | None
    subsidy_kept: Curve | None
    care: dict[int, Curve]
    care_snap: dict[int, Curve]
    rules_year: int


def parts_for(
    household: HouseholdType, given: Circumstances, part_of: Callable[[str], Mapping[tuple[str, int], Curve]], year: int
) -> Parts:
    """The parts for one type of household that its circumstances ask for.

    Args:
        household: the type.
        given: what it pays for and draws.
        part_of: one part of a state's rules by its name.
        year: of the rules.
    """
    key = household.key

    def part(name: str, is_asked: bool) -> Curve | None:
        """A part that is the same whatever care costs."""
        return part_of(name).get((key, 0)) if is_asked else None

    def by_cost(name: str) -> dict[int, Curve]:
        """A part by what care costs."""
        lines = part_of(name) if given.care else {}
        return {cost: lines[of, cost] for of, cost in lines if of == key}

    return Parts(
        of=household,
        base=part_of("base")[key, 0],
        voucher=part("voucher", given.rent is not None),
        tanf=part("tanf", given.has_tanf),
        subsidy=part("subsidy", given.has_help),
        subsidy_kept=part("subsidy_kept", given.had_help),
        care=by_cost("care"),
        care_snap=by_cost("care_snap"),
        rules_year=year,
    )


def net_slice(parts: Parts, given: Circumstances) -> NetSlice:
    """Taxes and benefits of a household over its earnings in its circumstances.

    `cash` has `child_care_subsidy`, what the state pays of the care, `housing`, what the voucher pays of the rent, and
    `health_plan`, the tax credit for a plan that the household buys; `coverage` has no such credit.
    """
    earnings = _points(parts, given)
    help_with_care = _help(parts, given, earnings)
    no_help = np.zeros_like(earnings)
    own_care = given.care - help_with_care
    amounts = {name: _at(parts.base, name, earnings) for name in parts.base.amounts}
    amounts |= _taxes_with_care(parts, earnings, own_care)
    unaided = amounts if not help_with_care.any() else amounts | _taxes_with_care(parts, earnings, given.care + no_help)
    after_tax = _after_tax(earnings, unaided)
    amounts["snap"], part = _snap_with_care(parts, earnings, own_care)
    for name in FOLLOWING_SNAP:
        amounts[name] = amounts[name] + part * np.maximum(parts.base.amounts[name][0] - amounts[name], 0.0)
    amounts = _with_tanf(parts, earnings, amounts) if given.has_tanf else amounts
    housing, amounts["snap"] = _with_voucher(parts.voucher, given.rent, earnings, own_care, amounts["snap"])
    if not given.pays_for_meals:
        amounts["school_meals"] = no_help
    amounts |= {"child_care_subsidy": help_with_care, "housing": housing, "health_plan": no_help}
    public = covered(earnings, amounts)
    amounts |= {PLAN: no_help, **dict(zip(PUBLIC, public, strict=True))}
    if given.plan is not None:
        whole, paid = price(given.plan, public), credit(given.plan, earnings, public)
        # Who buys none pays nothing: as if a credit paid for all of it.
        paid = np.where(is_uninsured(given.plan, earnings) > 0.0, whole, paid)
        amounts |= {PLAN: whole, "health_plan": paid}
        after_tax = after_tax + credit(given.plan, earnings, (no_help, no_help))
    # Beside an employer's affordable plan there is none (26 USC 36B(c)(2)); that of a plan of one's own is above.
    amounts["premium_tax_credit"] = no_help
    top = float(earnings[-1])
    earnings, after_tax, amounts = _carried_on(earnings, after_tax, amounts)
    taxes, cash, coverage = ({name: amounts[name] for name in group} for group in COMPONENTS.values())
    return NetSlice(
        of=parts.of,
        earnings=earnings,
        taxes=taxes,
        cash=cash,
        coverage=coverage,
        after_tax=after_tax,
        plan=amounts[PLAN],
        adults_covered=amounts[PUBLIC[0]],
        children_covered=amounts[PUBLIC[1]],
        care=given.care,
        top=top,
        rules_year=parts.rules_year,
    )


def _carried_on(earnings: Array, after_tax: Array, amounts: dict[str, Array]) -> tuple[Array, Array, dict[str, Array]]:
    """The same with the end of a benefit that shrinks over the last earnings: it ends and does not fall below zero.

    Everything else goes on by its slope over the last stretch, up to as far again beyond that end.
    """
    last = earnings[-1] - transfers.LAST_STRETCH

    def slope(amount: Array) -> float:
        """Of an amount over the last stretch [share]."""
        return float((amount[-1] - np.interp(last, earnings, amount)) / transfers.LAST_STRETCH)

    benefits = (*COMPONENTS["cash"], *COMPONENTS["coverage"])
    shrinking = [amounts[name] for name in benefits if slope(amounts[name]) < -LEAST_SLOPE]
    if not shrinking:
        return earnings, after_tax, amounts
    # One that has ended already ends at the next point.
    ends = [max(np.ceil(amount[-1] / -slope(amount) / POINT), 1.0) * POINT for amount in shrinking]
    more = distinct(np.minimum([*ends, max(ends) + transfers.LAST_STRETCH], FURTHEST))

    def on(amount: Array, name: str = "") -> Array:
        """An amount with its values at the further earnings."""
        further = amount[-1] + slope(amount) * more
        return np.append(amount, np.maximum(further, 0.0) if name in benefits else further)

    lost = sum(on(amounts[name], name) - on(amounts[name]) for name in REFUNDABLE)
    carried = {name: on(amount, name) for name, amount in amounts.items()}
    return np.append(earnings, earnings[-1] + more), on(after_tax) + lost, carried


def _after_tax(earnings: Array, amounts: Mapping[str, Array]) -> Array:
    """What taxes and refundable credits leave of earnings [USD/year] (points,)."""
    taxes = sum((amounts[name] for name in GROUPS["taxes"]), np.zeros_like(earnings))
    left: Array = earnings - taxes + sum((amounts[name] for name in REFUNDABLE), np.zeros_like(earnings))
    return left


def _at(curve: Curve, name: str, earnings: Array) -> Array:
    """An amount at other earnings (n,), beyond the ends of the curve that of the end [USD/year] (n,)."""
    found: Array = np.interp(earnings, curve.earnings, curve.amounts[name])
    return found


def _points(parts: Parts, given: Circumstances) -> Array:
    """All earnings at which some amount may turn or jump [USD/year] (points,)."""
    lines = [parts.base, *parts.care.values(), *parts.care_snap.values()] if given.care else [parts.base]
    lines += [line for line in (_subsidy(parts, given), parts.tanf if given.has_tanf else None) if line is not None]
    lines += [parts.voucher] if parts.voucher is not None else []
    top = parts.base.earnings[-1]
    more = [] if given.plan is None else _turns(given.plan)
    known = distinct(np.concatenate([*(line.earnings for line in lines), np.arange(0.0, top + 1.0, STEP), more]))
    if not given.care:
        return known
    # Where SNAP turns at lower earnings, it turns here.
    lower = known - (given.care - _help(parts, given, known)) / COUNTED
    turns = [parts.base.earnings, *(line.earnings - cost / COUNTED for cost, line in parts.care_snap.items())]
    moved = np.interp(np.concatenate(turns), lower, known)
    moved = np.round(moved / POINT) * POINT
    around = np.concatenate([known, moved - POINT, moved, moved + POINT])
    return distinct(around[(around >= 0.0) & (around <= top)])


def _turns(plan: Plan) -> list[float]:
    """Earnings around which the credit for a plan turns or jumps [USD/year]."""
    at = [*(income * plan.poverty for income in plan.incomes), plan.ends()]
    return [(np.floor(one / POINT) + more) * POINT for one in at for more in (0.0, 1.0)]


def _subsidy(parts: Parts, given: Circumstances) -> Curve | None:
    """What the family and the state pay of its care, where the state does."""
    if given.had_help:
        return parts.subsidy_kept
    return parts.subsidy if given.has_help else None


def _help(parts: Parts, given: Circumstances, earnings: Array) -> Array:
    """What the state pays of the care [USD/year] (points,)."""
    line = _subsidy(parts, given)
    if line is None:
        return np.zeros_like(earnings)
    family = _at(line, "family_pays", earnings) + _at(line, "family_pays_of_10000", earnings) * given.care / 10_000.0
    paid = np.minimum(given.care - family, _at(line, "state_pays_at_most", earnings))
    return np.clip(paid, 0.0, given.care)


def _taxes_with_care(parts: Parts, earnings: Array, care: Array) -> dict[str, Array]:
    """The taxes and credits that care moves, straight between the costs that are known [USD/year] (points,)."""
    if not parts.care:
        return {}
    costs = np.array([0.0, *sorted(parts.care)])
    lines = [parts.base, *(parts.care[cost] for cost in sorted(parts.care))]
    place = np.clip(np.searchsorted(costs, care, side="right") - 1, 0, len(costs) - 2)
    part = np.clip((care - costs[place]) / (costs[place + 1] - costs[place]), 0.0, 1.0)
    found = {}
    for name in lines[-1].amounts:
        known = np.array([_at(line, name, earnings) for line in lines])
        column = np.arange(len(earnings))
        found[name] = (1.0 - part) * known[place, column] + part * known[place + 1, column]
    return found


def _snap_with_care(parts: Parts, earnings: Array, care: Array) -> tuple[Array, Array]:
    """SNAP of a household that pays for care [USD/year], and the part of the year in which care brings it (points,)."""
    without = _at(parts.base, "snap", earnings - care / COUNTED)
    if not parts.care_snap:
        return without, ((care > 0.0) & (without > 0.0)).astype(np.float64)
    least, most = min(parts.care_snap), max(parts.care_snap)
    low, high = parts.care_snap[least], parts.care_snap[most]
    end, limit = _last_paid(low), _last_paid(high)

    def reckoned(at: Array, cost: Array) -> Array:
        """From the lowest costs of care that are known; where these end at the limit of gross income, as just there."""
        place = at - (cost - least) / COUNTED
        return _at(low, "snap", np.minimum(place, end) if end >= limit - STEP else place)

    unlimited = np.maximum(without, reckoned(earnings, care))
    dear = reckoned(earnings, np.full_like(earnings, float(most)))
    in_year = np.divide(_at(high, "snap", earnings), dear, out=np.ones_like(dear), where=dear > 0.0)
    share = np.where(in_year > WHOLE, 1.0, in_year)
    found: Array = np.where(care > 0.0, unlimited * share, without)
    return found, np.where((care > 0.0) & (found > 0.0), share, 0.0)


def _last_paid(snap: Curve) -> float:
    """The highest earnings with some SNAP [USD/year]; 0 if there are none."""
    return float(snap.earnings[snap.amounts["snap"] > 0.0].max(initial=0.0))


def _with_tanf(parts: Parts, earnings: Array, amounts: dict[str, Array]) -> dict[str, Array]:
    """All amounts with what TANF changes of them, none of them below zero that cannot be [USD/year] (points,)."""
    if parts.tanf is None:
        return amounts
    inside = earnings <= parts.tanf.earnings[-1]
    change = {name: inside * (_at(parts.tanf, name, earnings) - _at(parts.base, name, earnings)) for name in amounts}
    moved = {name: amounts[name] + change[name] for name in amounts}
    return {name: one if name == "state_income_tax" else np.maximum(one, 0.0) for name, one in moved.items()}


def _with_voucher(
    voucher: Curve | None, rent: float | None, earnings: Array, care: Array, snap: Array
) -> tuple[Array, Array]:
    """What the voucher pays of the rent, and SNAP beside it [USD/year] (points,) both."""
    if voucher is None or rent is None:
        return np.zeros_like(earnings), snap
    housing = np.maximum(rent - _at(voucher, "rent_paid", np.maximum(earnings - care, 0.0)), 0.0)
    with_voucher = _at(voucher, "snap", earnings - care / COUNTED)
    return housing, np.where(housing > 0.0, np.minimum(snap, with_voucher), snap)
