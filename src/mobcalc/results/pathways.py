"""What is found of one pathway: outcomes, the comparison with the baseline, its years."""

from typing import Literal

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerHour, MoneyPerYear, ShareOf, Years
from mobcalc.results.chances import Layers, MeanGain
from mobcalc.results.evidence import Estimate, StudyUsed
from mobcalc.results.household import TrainingYear
from mobcalc.results.notices import Notice, ReasonCode
from mobcalc.schema import Evidence, Family


class Outcomes(Struct, frozen=True):
    """The outcomes of one pathway for one group: all who start, finishers, or leavers.

    Dollars of the price year. A pay is null where it lies beyond the working life. What the household keeps and needs
    is null without a place: `lifetime_net_resources` and the two after it are of the earnings that count toward the
    comparison, with stipends, less what is paid for training. Year by year, `net_resources` is what there is to live
    on before that is paid, and `left_over` what remains after basic needs and training costs.
    """

    lifetime_earnings: Money
    present_value: Money
    fringe_present_value: Money
    training_cost_present_value: Money
    net_present_value: Money
    first_decade_earnings: Money
    pay_first_year_after_training: MoneyPerYear | None
    pay_first_year_after_training_per_hour: MoneyPerHour | None
    pay_five_years_after_training: MoneyPerYear | None
    pay_five_years_after_training_per_hour: MoneyPerHour | None
    out_of_pocket_cost: Money
    forgone_earnings: Money | None
    borrowed: Money
    loan_repayment: MoneyPerYear
    loan_interest: Money
    good_job_years: Years
    lifetime_net_resources: Money | None
    net_resources_present_value: Money | None
    first_decade_net_resources: Money | None
    years_below_living_wage: Years | None
    first_age_at_living_wage: Years | None
    age_at_living_wage_for_good: Years | None
    earnings_percentile: dict[str, ShareOf | None]
    earnings_quintile: dict[str, float | None]
    earnings: list[MoneyPerYear]
    paid_earnings: list[MoneyPerYear]
    net_resources: list[MoneyPerYear] | None
    left_over: list[MoneyPerYear] | None
    worst_training_year: TrainingYear | None
    training_years: list[TrainingYear] | None


AGES = (30, 40, 50)
"""The ages at which pay is placed among workers of that age."""


BY_AGE = ("earnings_percentile", "earnings_quintile")
"""The outcomes that are given at some ages."""


BY_YEAR = ("earnings", "paid_earnings", "net_resources", "left_over", "worst_training_year", "training_years")
"""The outcomes that are given by year, or of one year."""
SUMS = tuple(n for n in Outcomes.__struct_fields__ if n not in (*BY_AGE, *BY_YEAR))
"""The outcomes that are single amounts."""
OF_HOUSEHOLD = (
    "lifetime_net_resources",
    "net_resources_present_value",
    "first_decade_net_resources",
    "years_below_living_wage",
    "first_age_at_living_wage",
    "age_at_living_wage_for_good",
    "net_resources",
    "left_over",
    "worst_training_year",
    "training_years",
)
"""The outcomes that need a place."""


PAYS = ("pay_first_year_after_training", "pay_five_years_after_training")
"""The outcomes that are pay in a year; each has a twin by the hour."""


class BreakEven(Struct, frozen=True):
    """An age at which a pathway gets ahead of the baseline, or falls behind it."""

    age: int
    direction: str


class VersusBaseline(Struct, frozen=True):
    """One pathway less the baseline; depends on these two alone. `chances` are None where nothing is drawn.

    `gain` and those of groups have every assumption at its value. `mean_gain` is the same on average over draws of the
    assumptions, and what tables show; null where nothing is drawn.
    """

    gain: Outcomes
    completer_gain: Outcomes | None
    leaver_gain: Outcomes | None
    quitter_gain: Outcomes | None
    break_even_ages: list[BreakEven]
    share_beyond_evidence: ShareOf | None
    internal_rate_of_return: ShareOf | None
    mean_gain: MeanGain | None
    chances: Layers | None


Marked = Literal["completion_rate", "out_of_pocket_cost", "gain", "completer_gain", "leaver_gain"]
"""The figures of a pathway that tables mark where they rest directly on an assumption."""


class PathwayResult(Struct, frozen=True):
    """Everything about one pathway. `why` gives for each key that is null the code of the reason.

    `label` is a short name. `quitter` are those who leave after so long as was asked about. `estimates` are what its
    gain is made of, and `studies` those that correct what pay says; `evidence_agrees` is whether none contradicts it.
    `marked` are the figures that rest directly on an assumed number, or on taking it that leavers gain nothing.
    """

    id: str
    name: str
    label: str | None
    family: Family
    evidence: Evidence
    summary: str
    causal_share: ShareOf | None
    completion_rate: ShareOf | None
    completion_denominator: str | None
    training_length: Years | None
    age_first_year_after_training: int | None
    rank: dict[str, int | None]
    expected: Outcomes
    completer: Outcomes | None
    leaver: Outcomes | None
    quitter: Outcomes | None
    versus_baseline: VersusBaseline | None
    why: dict[str, ReasonCode]
    marked: list[Marked]
    warnings: list[Notice]
    caution: str | None
    estimates: list[Estimate]
    evidence_agrees: bool
    studies: list[StudyUsed]


GROUPS = ("expected", "completer", "leaver")
"""The groups of a pathway: all who start, those who finish, those who leave."""


class OneYear(Struct, frozen=True):
    """One year of one group, in dollars of the price year.

    `in_training` is the part of the year spent in training. `net_earnings` are earnings and stipends less costs and
    repayments, `difference` is that less the baseline's. `cumulative_difference` is discounted and weighted by
    survival, and runs up to the end of the year: where it changes sides is a break-even age. `net_resources` and
    `left_over`, null without a place, are what the household has to live on and what remains after basic needs.
    """

    age: int
    in_training: ShareOf
    paid_earnings: MoneyPerYear
    earnings: MoneyPerYear
    stipends: MoneyPerYear
    costs: MoneyPerYear
    repayments: MoneyPerYear
    net_earnings: MoneyPerYear
    difference: MoneyPerYear
    cumulative_difference: Money
    net_resources: MoneyPerYear | None
    left_over: MoneyPerYear | None


class GroupYears(Struct, frozen=True):
    """The years of one group: `expected` (all who start), `completer` or `leaver`.

    `training_years` are null without training and without a place.
    """

    group: str
    years: list[OneYear]
    break_even_ages: list[BreakEven]
    training_years: list[TrainingYear] | None


class PathwayTitle(Struct, frozen=True):
    """What a pathway is called; `label` is a short name."""

    id: str
    name: str
    family: Family
    label: str | None


class PathwayYears(Struct, frozen=True):
    """The years of one pathway, for each group asked for that it has. `why`: reasons for those it has not."""

    id: str
    name: str
    family: Family
    label: str | None
    evidence: Evidence
    groups: list[GroupYears]
    why: dict[str, ReasonCode]
    warnings: list[Notice]
    caution: str | None
