"""What analyses return: frozen, complete, free of presentation. JSON is written from these as they stand.

Every field that holds an amount says its unit, so that writers know how to round it.
"""

from typing import Annotated, Any

from msgspec import Meta, Struct

from mobcalc.schema import Evidence, Family, Sex


def unit(name: str) -> Meta:
    """The annotation that gives a field its unit."""
    return Meta(extra={"unit": name})


Money = Annotated[float, unit("USD")]
MoneyPerYear = Annotated[float, unit("USD/year")]
MoneyPerHour = Annotated[float, unit("USD/hour")]
ShareOf = Annotated[float, unit("share")]
Years = Annotated[float, unit("years")]


class Outcomes(Struct, frozen=True):
    """The outcomes of one pathway for one group: all who start, finishers, or leavers.

    Dollars of the price year. A pay is null where it lies beyond the working life.
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
    earnings_percentile: dict[str, ShareOf | None]
    earnings_quintile: dict[str, float | None]
    earnings: list[MoneyPerYear]
    paid_earnings: list[MoneyPerYear]


AGES = (30, 40, 50)
"""The ages at which pay is placed among workers of that age."""
BY_AGE = ("earnings_percentile", "earnings_quintile")
"""The outcomes that are given at some ages."""
SUMS = tuple(n for n in Outcomes.__struct_fields__ if n not in (*BY_AGE, "earnings", "paid_earnings"))
"""The outcomes that are single amounts."""
PAYS = ("pay_first_year_after_training", "pay_five_years_after_training")
"""The outcomes that are pay in a year; each has a twin by the hour."""


class BreakEven(Struct, frozen=True):
    """An age at which a pathway gets ahead of the baseline, or falls behind it."""

    age: int
    direction: str


class GainAtAge(Struct, frozen=True):
    """The gain in net present value of all who start, for somebody who starts at another age."""

    age: int
    net_present_value: Money


class VersusBaseline(Struct, frozen=True):
    """One pathway less the baseline; depends on these two alone."""

    gain: Outcomes
    completer_gain: Outcomes | None
    leaver_gain: Outcomes | None
    break_even_ages: list[BreakEven]
    share_beyond_evidence: ShareOf | None
    internal_rate_of_return: ShareOf | None
    gain_at_studied_age: GainAtAge | None


COST_NOT_GIVEN = "cost_not_given"
"""The notice that nothing is known of what the person pays, so that no cost is counted."""
UPPER_BOUND = "upper_bound"
"""The notice that finishers and leavers of a measured program are told apart by an assumption."""
ONLY_OWN_COST = "only_own_cost"
"""The notice that nothing is known of it, so that only what the user entered is counted."""


class Notice(Struct, frozen=True):
    """Something the reader must be told: a code and the numbers in it; reports put it into words."""

    code: str
    values: dict[str, float | str] = {}


class PathwayResult(Struct, frozen=True):
    """Everything about one pathway. `why` gives for each key that is null the code of the reason."""

    id: str
    name: str
    family: Family
    evidence: Evidence
    summary: str
    causal_share: ShareOf | None
    completion_rate: ShareOf | None
    completion_denominator: str | None
    training_length: Years | None
    age_first_year_after_training: int | None
    rank: dict[str, int]
    expected: Outcomes
    completer: Outcomes | None
    leaver: Outcomes | None
    versus_baseline: VersusBaseline | None
    why: dict[str, str]
    warnings: list[Notice]
    caution: str | None


GROUPS = ("expected", "completer", "leaver")
"""The groups of a pathway: all who start, those who finish, those who leave."""


class OneYear(Struct, frozen=True):
    """One year of one group, in dollars of the price year.

    `in_training` is the part of the year spent in training. `net_earnings` are earnings and stipends less costs and
    repayments, `difference` is that less the baseline's. `cumulative_difference` is discounted and weighted by
    survival, and runs up to the end of the year: where it changes sides is a break-even age.
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


class GroupYears(Struct, frozen=True):
    """The years of one group: `expected` (all who start), `completer` or `leaver`."""

    group: str
    years: list[OneYear]
    break_even_ages: list[BreakEven]


class PathwayYears(Struct, frozen=True):
    """The years of one pathway, for each group asked for that it has. `why`: reasons for those it has not."""

    id: str
    name: str
    family: Family
    evidence: Evidence
    groups: list[GroupYears]
    why: dict[str, str]
    warnings: list[Notice]
    caution: str | None


class OverrideUsed(Struct, frozen=True, rename={"given_by": "from"}):
    """A value that the user put in place of a bundled one."""

    name: str
    value: Any
    price_year: int | dict[int, int] | None
    given_by: str


class LocalUsed(Struct, frozen=True):
    """A figure of a place or an occupation: what took the place of a national one, for where, when, and how.

    `factor` is what a national figure was multiplied with; `detail` is what the table says beside the figure.
    """

    name: str
    value: Any
    unit: str
    price_year: int | dict[int, int] | None
    area: str
    period: str
    rule: str
    source: str
    factor: Annotated[float, unit("ratio")] | None = None
    detail: str = ""


class PlaceUsed(Struct, frozen=True):
    """Where the person lives: names and codes; `city` is what was asked for where a city stands for its county."""

    state: str
    postal: str
    state_fips: str
    county: str | None
    county_fips: str | None
    city: str | None
    metro: str | None
    metro_code: str | None


class OccupationUsed(Struct, frozen=True):
    """The occupation asked for: how it is entered and how many it will need, as BLS projects 2024 to 2034.

    `is_listed` is whether BLS lists it as usually entered through apprenticeship. What is not projected is None.
    """

    code: str
    title: str
    is_listed: bool
    entry_education: str | None
    on_the_job_training: str | None
    annual_openings: float | None
    growth: ShareOf | None
    employment: float | None


class Provenance(Struct, frozen=True):
    """Which assumptions a result rests on, and which place and occupation they are of."""

    assumptions_sha256: str
    overrides: list[OverrideUsed]
    place: PlaceUsed | None = None
    occupation: OccupationUsed | None = None
    local_figures: list[LocalUsed] = []


class Stated(Struct, frozen=True):
    """A value as it stands in a set of assumptions; `restated` is money in dollars of that set's price year."""

    value: Any
    price_year: int | dict[int, int] | None
    range: tuple[float, float] | None
    restated: Money | list[Money] | None


class GainChange(Struct, frozen=True):
    """The gain of all who start a pathway, to retirement, without a difference and with it; null with a reason."""

    id: str
    gain_before: Money | None
    gain_after: Money | None
    change: Money | None
    why: Notice | None


NEW_PATHWAY = "new_pathway"
"""The reason that a gain is not known: the set without the difference has no such pathway."""
WHOLE = "pathway"
"""What differs where a whole pathway is not bundled."""


class Difference(Struct, frozen=True):
    """One name whose record or setting is not the bundled one, and what it alone does to the bundled answer.

    `bundled` is null for what is new; `differs` names the parts that differ. Where `effects` is null, `why` says why.
    """

    name: str
    unit: str | None
    bundled: Stated | None
    in_force: Stated
    given_by: str
    differs: list[str]
    effects: list[GainChange] | None
    why: Notice | None


class Basis(Struct, frozen=True):
    """The dollars, the discounting and the working life of the answers from one set of assumptions."""

    price_year: int
    discount_rate: ShareOf
    start_age: int
    retire_age: int


class Differences(Struct, frozen=True):
    """The answer of `assumptions diff`; `names` are the titles of the pathways asked about, the baseline first."""

    assumptions_sha256: str
    bundled: Basis
    in_force: Basis
    baseline: str
    names: dict[str, str]
    differences: list[Difference]
    together: list[GainChange]
    place: PlaceUsed | None = None


class OldFigures(Struct, frozen=True):
    """Figures of one source that are more than three years older than the price year, and the years they are of."""

    source: str
    label: str
    years: list[int]


class Terms(Struct, frozen=True):
    """What an answer is about and rests on: prices, discounting, the person, the baseline, what is assumed."""

    price_year: int
    discount_rate: ShareOf
    start_age: int
    retire_age: int
    sex: Sex | None
    provenance: Provenance
    baseline: str
    assumed: list[str]
    old: list[OldFigures]
    warnings: list[Notice]


class Comparison(Terms, frozen=True, kw_only=True):
    """The answer of `compare`."""

    pathways: list[PathwayResult]
    ranking: dict[str, dict[str, list[str]]]


class Timeline(Terms, frozen=True, kw_only=True):
    """The answer of `timeline`."""

    pathways: list[PathwayYears]
