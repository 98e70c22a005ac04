"""From yearly flows to what each who pays has of it: levels of government, ratios, payback."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from mobcalc.household.public_budgets import BUDGETS, COUNTED, COVERAGE, TAXES
from mobcalc.model import Array, public_value
from mobcalc.questions.program_effects import Flows
from mobcalc.results.program import TEN, ByHorizon, Gained, LevelView, Range, RatioByHorizon, Reason, Value
from mobcalc.schema.program import LEVELS, Level

GOVERNMENTS: tuple[Level, ...] = ("federal", "state", "local")
EMPLOYER_TAX, PAYROLL_TAX = "employer_payroll_tax", "payroll_tax"
STATE_MEDICAID, MEDICAID = "state_part_of_medicaid", "medicaid"
LEAST = 500.0
"""A gain that is too small for parts of it to be taken of its draws [USD]."""
LEAST_GAP = 1.0
"""A gap in the funding that is too small to speak of [USD]."""
LEAST_PAID = 0.1
"""A part of the cost that is too small for what comes back to be held against it [share]."""
GIVEN_UP = 100.0
"""What people give up that is too small to divide by [USD]."""
PERCENTS = (10.0, 90.0)
OF_SPENT = ("returns_ten_years", "returns_career", "payback_year")
"""What there is not of a level that spends nothing, or next to nothing."""
OF_BACK = ("back", "back_range", "from_taxes", "from_lower_benefits", *OF_SPENT)
"""What is not known of a level where it is not known what comes back to it."""


class Costs(Struct, frozen=True):
    """The cost of one who enrolls, what governments pay of it, and what people have in hand of supports [USD]."""

    cost: float
    public: float
    in_hand: float


class Combined(Struct, frozen=True):
    """Flows of several parts, each by its share; as in `Flows`."""

    earned: Array
    kept: Array | None
    parts: dict[str, Array]
    employers: Array
    discount: Array
    draws: Array | None
    living_wage: tuple[float, float] | None

    def back(self, names: Sequence[str] = COUNTED) -> Array:
        """What comes back to governments in some taxes, credits and benefits [USD/year] (years,)."""
        total: Array = -sum((self.parts[name] for name in names if name in self.parts), np.zeros_like(self.earned))
        return total


def is_drawn(of: Combined | None) -> bool:
    """Whether there are draws of which parts can be taken."""
    return of is not None and of.draws is not None and len(of.draws) > 1


def averaged(weighted: Sequence[tuple[float, Flows]]) -> Combined | None:
    """Flows together, on average over their shares; None where there are none."""
    whole = sum(share for share, _ in weighted)
    return combined([(share / whole, one) for share, one in weighted]) if weighted else None


def combined(weighted: Sequence[tuple[float, Flows]]) -> Combined:
    """Flows together, each by its share."""
    names = dict.fromkeys(name for _, one in weighted for name in one.parts)
    return Combined(
        earned=_total([(share, one.earned) for share, one in weighted]),
        kept=_kept(weighted),
        parts={name: _part(weighted, name) for name in names},
        employers=_total([(share, one.employers) for share, one in weighted]),
        discount=weighted[0][1].discount,
        draws=_drawn(weighted),
        living_wage=_mean_wages(weighted),
    )


def _kept(weighted: Sequence[tuple[float, Flows]]) -> Array | None:
    """What is kept of all parts together (years,); None without a place."""
    kept = [(share, one.kept) for share, one in weighted if one.kept is not None]
    return _total(kept) if kept else None


def _total(each: Sequence[tuple[float, Array]]) -> Array:
    """Yearly amounts by their shares (years,)."""
    return np.asarray(sum((share * amounts for share, amounts in each), np.zeros(1)))


def _part(weighted: Sequence[tuple[float, Flows]], name: str) -> Array:
    """One tax, credit or benefit by the shares of those who have it (years,)."""
    return _total([(share, one.parts[name]) for share, one in weighted if name in one.parts])


def _drawn(weighted: Sequence[tuple[float, Flows]]) -> Array | None:
    """Draws of all parts together, one by one; a part that is not drawn has one (draws,). None without draws."""
    each = [(share, one.draws) for share, one in weighted if one.draws is not None]
    if not each:
        return None
    rows = min((len(draws) for _, draws in each if len(draws) > 1), default=1)
    return _total([(share, draws[:rows]) for share, draws in each])


def _mean_wages(weighted: Sequence[tuple[float, Flows]]) -> tuple[float, float] | None:
    """The shares with a living wage of all parts together; None without a place."""
    known = [(share, one.living_wage) for share, one in weighted if one.living_wage is not None]
    if not known:
        return None
    with_program, without = (sum(share * pair[place] for share, pair in known) for place in (0, 1))
    return with_program, without


def by_horizon(of: Combined, yearly: Array) -> ByHorizon:
    """A yearly amount added up, later money counting less."""
    present = yearly * of.discount
    return ByHorizon(float(present[:TEN].sum()), float(present.sum()))


def gained(of: Combined | None, in_hand: float) -> Gained | None:
    """What one who enrolls gains; None where nothing is known of it."""
    if of is None:
        return None
    earned = by_horizon(of, of.earned)
    kept = None if of.kept is None else by_horizon(of, of.kept)
    return Gained(
        earned=earned,
        kept=kept,
        in_hand=in_hand,
        earned_range=_range(of, earned.career, 1.0),
        kept_range=None if kept is None else _range(of, kept.career, _rate(of, kept.career)),
    )


def employers(of: Combined | None) -> ByHorizon:
    """What raises cost those who pay them."""
    return ByHorizon(0.0, 0.0) if of is None else by_horizon(of, of.employers)


def _rate(of: Combined, amount: float) -> float | None:
    """How much of a further dollar earned by retirement an amount has; None where the gain is too small to tell."""
    earned = by_horizon(of, of.earned).career
    return amount / earned if abs(earned) >= LEAST else None


def _range(of: Combined, amount: float, rate: float | None) -> Range | None:
    """Between which amounts 8 of 10 draws lie, where one more dollar earned moves them by a rate.

    The middle of the draws is moved to the amount, which is the one with every assumption at its value.
    """
    if of.draws is None or rate is None or len(of.draws) < 2:
        return None
    low, high = np.percentile(of.draws - by_horizon(of, of.earned).career, PERCENTS) * rate + amount
    return Range(float(min(low, high)), float(max(low, high)))


def no_base(of: Combined, spent: float, cost: float) -> Reason | None:
    """Why nothing can be divided by what somebody spends; None where it can.

    What comes back is no return on a small part of the cost, nor on less than employers add in raises.

    Args:
        of: all flows.
        spent: on one who enrolls [USD].
        cost: of one who enrolls, whoever pays [USD].
    """
    if not spent:
        return "no_cost"
    return "little_paid" if spent < max(LEAST_PAID * cost, employers(of).career) else None


def levels(of: Combined | None, spent: Mapping[str, float], cost: float) -> list[LevelView]:
    """Each level of government, and each other kind of giver that gives something."""
    shown = [level for level in LEVELS if level in GOVERNMENTS or spent.get(level)]
    return [_level(of, level, spent.get(level, 0.0), cost) for level in shown]


def _level(of: Combined | None, level: Level, spent: float, cost: float) -> LevelView:
    names = BUDGETS.get(level, ())
    if of is None or of.kept is None:
        why: Reason = "nothing_known" if of is None else "no_place"
        return _unknown(level, spent, why)
    if not names:
        return _unknown(level, spent, "no_tax_in_it")
    yearly = of.back(names)
    parts = {name: by_horizon(of, -of.parts[name]) for name in names if name in of.parts}
    return _view(of, level, (spent, cost), yearly, parts)


def _unknown(level: Level, spent: float, why: Reason) -> LevelView:
    """A level of which it is not known what comes back to it."""
    return LevelView(level, spent, None, None, None, None, None, None, None, {}, {}, dict.fromkeys(OF_BACK, why))


def _view(
    of: Combined, level: str, money: tuple[float, float], yearly: Array, parts: Mapping[str, ByHorizon]
) -> LevelView:
    """A level from what comes back to it.

    Args:
        of: all flows.
        level: whose.
        money: what it spends on one who enrolls, and the whole cost [USD].
        yearly: what comes back to it [USD/year] (years,).
        parts: the same by tax, credit and benefit.
    """
    spent, cost = money
    back = by_horizon(of, yearly)
    spread = _range(of, back.ten_years, _rate(of, back.ten_years))
    base = no_base(of, spent, cost)
    year = None if base else _payback_year(spent, yearly * of.discount)
    why = _no_returns(base, year)
    if spread is None:
        why["back_range"] = "too_small" if is_drawn(of) else "no_draws"
    taxes = _from_taxes(parts)
    return LevelView(
        level=level,  # type: ignore[arg-type]  # one of the levels, or all of them
        spent=spent,
        back=back,
        back_range=spread,
        from_taxes=taxes,
        from_lower_benefits=ByHorizon(back.ten_years - taxes.ten_years, back.career - taxes.career),
        returns_ten_years=None if base else back.ten_years / spent,
        returns_career=None if base else back.career / spent,
        payback_year=year,
        parts_ten_years={name: part.ten_years for name, part in parts.items()},
        parts_career={name: part.career for name, part in parts.items()},
        why=why,
    )


def _no_returns(base: Reason | None, year: int | None) -> dict[str, Reason]:
    """Why what is told of a dollar is not known."""
    if base is not None:
        return dict.fromkeys(OF_SPENT, base)
    return {"payback_year": "never"} if year is None else {}


def _payback_year(spent: float, present: Array) -> int | None:
    """The year by whose end money is back, 1 the first; None where it never is."""
    year = public_value.payback_year(np.array([[spent]]), present[None, :])[0, 0]
    return None if np.isnan(year) else int(year)


def _from_taxes(parts: Mapping[str, ByHorizon]) -> ByHorizon:
    """The part of what comes back that is more tax."""
    taxes = [part for name, part in parts.items() if name in TAXES]
    return ByHorizon(sum(one.ten_years for one in taxes), sum(one.career for one in taxes))


def public(of: Combined | None, views: Sequence[LevelView], cost: float) -> LevelView | None:
    """All levels of government together; None where nothing is known of taxes."""
    if of is None or of.kept is None:
        return None
    spent = sum(view.spent for view in views if view.level in GOVERNMENTS)
    parts = {name: by_horizon(of, -of.parts[name]) for name in COUNTED if name in of.parts}
    return _view(of, "public", (spent, cost), of.back(), parts)


def returns_with_gap(of: Combined | None, views: Sequence[LevelView], gap: float, cost: float) -> RatioByHorizon | None:
    """What comes back of a public dollar if governments pay what nobody pays for yet.

    None without a gap, without a place, and where even then governments pay too little to divide by.

    Args:
        of: all flows.
        views: every level.
        gap: what nobody pays for yet, for one who enrolls [USD].
        cost: of one who enrolls, whoever pays [USD].
    """
    if of is None or of.kept is None or gap < LEAST_GAP:
        return None
    spent = gap + sum(view.spent for view in views if view.level in GOVERNMENTS)
    if no_base(of, spent, cost) is not None:
        return None
    back = by_horizon(of, of.back())
    return RatioByHorizon(back.ten_years / spent, back.career / spent)


class Values(Struct, frozen=True):
    """Benefit and cost over both horizons."""

    ten_years: Value | None
    career: Value | None


def values(of: Combined | None, costs: Costs) -> Values:
    """Benefit and cost over the first ten years and over the career; None where nothing is known."""
    if of is None:
        return Values(None, None)
    return Values(_value(of, costs, TEN), _value(of, costs, len(of.earned)))


def _value(of: Combined, costs: Costs, years: int) -> Value:
    weights = of.discount * (np.arange(len(of.earned)) < years)
    earned, paid = (float((yearly * weights).sum()) for yearly in (of.earned, of.employers))
    society = earned + costs.in_hand - paid
    spread = _range(of, society, _rate(of, earned - paid)) if costs.cost else None
    public = _public_value(of, costs, weights) if of.kept is not None else NO_PUBLIC_VALUE
    return Value(
        participant=_participant(of, weights, costs.in_hand),
        society=_ratio(public_value.benefit_cost_ratio, society, costs.cost),
        society_range=spread and Range(spread.low / costs.cost, spread.high / costs.cost),
        net_gain=society - costs.cost,
        taxpayer=public.taxpayer,
        taxpayer_range=public.taxpayer_range,
        net_cost=public.net_cost,
        marginal_value=public.marginal_value,
        is_free=public.is_free,
    )


class PublicValue(NamedTuple):
    """What public money is worth, as in `Value`."""

    taxpayer: float | None
    taxpayer_range: Range | None
    net_cost: float | None
    marginal_value: float | None
    is_free: bool


NO_PUBLIC_VALUE = PublicValue(None, None, None, None, is_free=False)


def _public_value(of: Combined, costs: Costs, weights: Array) -> PublicValue:
    """What public money is worth; nothing but its net cost where it is too little to divide by."""
    assert of.kept is not None
    back, kept = float((of.back() * weights).sum()), float((of.kept * weights).sum())
    net_cost = costs.public - back
    if no_base(of, costs.public, costs.cost) is not None:
        return PublicValue(None, None, net_cost, None, is_free=False)
    spread = _range(of, back, _rate(of, back))
    marginal = _ratio(public_value.marginal_value, kept + costs.in_hand, net_cost)
    is_free = marginal is not None and np.isposinf(marginal)
    return PublicValue(
        taxpayer=back / costs.public,
        taxpayer_range=spread and Range(spread.low / costs.public, spread.high / costs.public),
        net_cost=net_cost,
        marginal_value=None if is_free else marginal,
        is_free=bool(is_free),
    )


def _ratio(of: Callable[[Array, Array], Array], benefit: float, cost: float) -> float | None:
    """A ratio of two amounts by one of the equations; None where there is none."""
    found = float(of(np.array([[benefit]]), np.array([[cost]]))[0, 0])
    return None if np.isnan(found) else found


def _participant(of: Combined, weights: Array, in_hand: float) -> float | None:
    """What people gain over what they give up in the years that cost them pay; None where they give up nothing."""
    yearly = of.earned if of.kept is None else of.kept
    present = yearly * weights
    given_up = -float(np.minimum(present, 0.0).sum())
    return (float(np.maximum(present, 0.0).sum()) + in_hand) / given_up if given_up > GIVEN_UP else None


def memo(of: Combined | None, medicaid_of_state: float | None, *, ten: bool) -> dict[str, float]:
    """What stands beside the sums: the employer's half of the payroll tax, and less public health coverage.

    Args:
        of: all flows.
        medicaid_of_state: the part of Medicaid that the state pays [share].
        ten: whether over the first ten years, else over the career.
    """
    if of is None or of.kept is None:
        return {}
    names = {PAYROLL_TAX: EMPLOYER_TAX} | {name: name for name in COVERAGE}
    amounts = {said: by_horizon(of, -of.parts[name]) for name, said in names.items() if name in of.parts}
    beside = {name: amount.ten_years if ten else amount.career for name, amount in amounts.items()}
    if MEDICAID in beside and medicaid_of_state is not None:
        beside[STATE_MEDICAID] = beside[MEDICAID] * medicaid_of_state
    return beside
