"""The answer of `program`: who pays, who gains, when, and how sure that is, for one who enrolls."""

from typing import Annotated, Literal

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerYear, ShareOf, Years, unit
from mobcalc.results.basis import Terms
from mobcalc.results.lookups import Figure
from mobcalc.results.program_training import TrainingGap
from mobcalc.results.program_years import ProgramYear
from mobcalc.schema.program import Level

TEN = 10
"""The first horizon: so many years after the start [years]."""
ProgramNotice = Literal[
    "no_place",
    "nothing_known",
    "some_lose",
    "partly_unknown",
    "finishing_is_not_in_effect",
    "paid_bill_is_no_gain",
    "raise_is_paid_by_employers",
    "nobody_trains_otherwise",
    "some_beyond_evidence",
]
EffectKind = Literal["pathway", "effect", "job", "unknown"]
"""How the effect on pay is known."""
Reason = Literal[
    "no_place",
    "nothing_known",
    "no_cost",
    "no_draws",
    "too_small",
    "no_difference",
    "never",
    "no_local_money",
    "nobody_gives_up",
    "comes_back",
    "finishing_not_known",
    "no_tax_in_it",
    "little_paid",
    "no_gap",
    "no_share",
]
"""Why a figure is not known."""
Ratio = Annotated[float, unit("ratio")]


class Range(Struct, frozen=True):
    """Between which amounts 8 of 10 draws of the assumptions lie."""

    low: Money
    high: Money


class Served(Struct, frozen=True):
    """How many people, and how many of those enrolled finish: as counted, or as usual."""

    enrolled: float
    reached: float | None
    finished: float | None
    finishing: ShareOf | None


class FundUsed(Struct, frozen=True):
    """Money from one source, in all, for one who enrolls, and for one who finishes."""

    id: str
    label: str | None
    level: Level
    amount: Money
    per_enrollee: Money
    per_finisher: Money | None


class SupportUsed(Struct, frozen=True):
    """Help beside the training: how many take it up, its cost, and the part of that which they have in hand.

    `is_in_gains` is whether gains have the bill that it pays; where they leave it out, nothing is in hand.
    """

    id: str
    name: str
    share: ShareOf
    cost: Money
    per_enrollee: Money
    in_hand: Money
    is_in_gains: bool


class ByHorizon(Struct, frozen=True):
    """An amount over the first ten years and over the career."""

    ten_years: Money
    career: Money


class Gained(Struct, frozen=True):
    """What one who enrolls gains: earned, kept after taxes and benefits, in hand from supports; each by horizon.

    `range` is of what is kept, over the career, or of what is earned without a place; None without draws.
    """

    earned: ByHorizon
    kept: ByHorizon | None
    in_hand: Money
    earned_range: Range | None
    kept_range: Range | None


class RatioByHorizon(Struct, frozen=True):
    """A ratio over the first ten years and over the career."""

    ten_years: Ratio
    career: Ratio


class LevelView(Struct, frozen=True):
    """What one level of government, or other giver, spends on one who enrolls, and what comes back to it.

    `parts` are the taxes, credits and benefits that come back, by name: more tax and less benefit above 0;
    `from_taxes` and `from_lower_benefits` are `back` in two, what people pay more and what they get less. `back` is
    None where nothing is known of it, and for a level of whose taxes none are in the sums. `returns` is what comes back
    of a dollar, None where a level pays too little to divide by; `payback_year` is the year by whose end the money is
    back, 1 the first.
    """

    level: Level | Literal["public"]
    spent: Money
    back: ByHorizon | None
    back_range: Range | None
    from_taxes: ByHorizon | None
    from_lower_benefits: ByHorizon | None
    returns_ten_years: Ratio | None
    returns_career: Ratio | None
    payback_year: int | None
    parts_ten_years: dict[str, Money]
    parts_career: dict[str, Money]
    why: dict[str, Reason]


class Value(Struct, frozen=True):
    """Benefit and cost over one horizon, for one who enrolls.

    `participant` is the gain over what is given up in the years that cost pay; `taxpayer` what comes back of public
    money; `society` all gains over all costs, whoever has and pays them. `marginal_value` is that of public funds, the
    gain of those served over `net_cost`; `is_free` where nothing is left to pay in the end, so that it has no number.
    """

    participant: Ratio | None
    taxpayer: Ratio | None
    taxpayer_range: Range | None
    society: Ratio | None
    society_range: Range | None
    net_gain: Money | None
    net_cost: Money | None
    marginal_value: Ratio | None
    is_free: bool


class BreakEven(Struct, frozen=True):
    """The gain in yearly pay over ten years that would pay for the cost of one who enrolls.

    `society` pays for all of it by itself; `taxpayer` brings public money back in taxes and lower benefits. `usual_pay`
    is what the same people are paid without the program in the first year. `is_alone` where the effect of nothing in
    the program is known, so that `cost` is all of it for each who has this service, as if it alone had to pay for it.
    """

    cost: Money
    society: MoneyPerYear
    taxpayer: MoneyPerYear | None
    usual_pay: MoneyPerYear
    is_alone: bool
    years: int = TEN
    why: dict[str, Reason] = {}


class ServiceView(Struct, frozen=True):
    """One service: how its effect is known, how many have it, and what each of them gains.

    `why_unknown` says why nobody knows the effect; then there is a `break_even` in place of a gain.
    """

    id: str
    label: str
    share: ShareOf
    kind: EffectKind
    pathway: str | None
    occupation: str | None
    why_unknown: str | None
    finishing: ShareOf | None = None
    earned: ByHorizon | None = None
    kept: ByHorizon | None = None
    last_observed_year: Years | None = None
    break_even: BreakEven | None = None
    why: dict[str, Reason] = {}


class HomeView(Struct, frozen=True):
    """One kind of household: how many live in it, and what one who enrolls from it gains."""

    id: str
    share: ShareOf
    adults: int
    children: list[int]
    earned: ByHorizon
    kept: ByHorizon | None
    back: ByHorizon | None


class LivingWageJobs(Struct, frozen=True):
    """Who is paid a living wage five years on, with the program and without it, and the cost of one more."""

    with_program: ShareOf
    without: ShareOf
    cost_of_one: Money | None


class OwnNumber(Struct, frozen=True):
    """A number of the program's file as it stands there: its name, value and unit, how it is known, and from where."""

    name: str
    value: float | list[float] | dict[int, float]
    unit: str
    price_year: int | None
    kind: str
    source: str
    note: str | None


class ProgramAnswer(Terms, frozen=True, kw_only=True):
    """The answer of `program`; amounts are for one who enrolls, in dollars of the price year, at the start.

    `returns_with_gap` is what comes back of a public dollar if what nobody pays for yet is public money too. `by_year`
    has what all who enroll bring and cost year by year. `own_numbers` are those of the program's file. `memo_*` stand
    beside the sums: the employer's half of the payroll tax, and public health coverage, more of which costs governments
    more (below 0). `employers` is what raises cost those who pay them. `training` is what households are short of while
    people train; `context` what is published of the place and of future jobs, no part of any sum.
    """

    id: str
    name: str
    summary: str
    file: str
    caution: str | None
    people: Served
    cost: Money
    cost_total: Money
    cost_per_finisher: Money | None
    funding: list[FundUsed]
    unfunded: Money
    unfunded_total: Money
    supports: list[SupportUsed]
    services: list[ServiceView]
    homes: list[HomeView]
    gained: Gained | None
    levels: list[LevelView]
    public: LevelView | None
    returns_with_gap: RatioByHorizon | None
    employers: ByHorizon
    ten_years: Value | None
    career: Value | None
    leverage: Ratio | None
    living_wage: LivingWageJobs | None
    by_year: list[ProgramYear]
    training: list[TrainingGap]
    context: list[Figure]
    memo_ten_years: dict[str, Money]
    memo_career: dict[str, Money]
    own_numbers: list[OwnNumber]
    notes: list[ProgramNotice]
    why: dict[str, Reason]


class Needed(Struct, frozen=True):
    """The share that would have to finish for what is changed to pay for itself; None where no share does."""

    people_and_budgets: ShareOf | None
    budgets: ShareOf | None
    why: dict[str, Reason]


class ProgramChange(Struct, frozen=True):
    """A program without a change and with it, and the share that would have to finish with it; by what was changed."""

    without: ProgramAnswer
    changed: ProgramAnswer
    without_said: dict[str, float]
    changed_said: dict[str, float]
    needed: Needed
