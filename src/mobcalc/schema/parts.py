"""The shape itself: every part of the assumptions, generic in what fills it."""

from typing import Annotated, Generic, TypeAlias

from msgspec import Struct

from mobcalc.schema.record import (
    AgePattern,
    Assumption,
    Attachment,
    College,
    Dollars,
    DollarsPerYear,
    Evidence,
    Family,
    M,
    N,
    Ratio,
    Sex,
    Share,
    SharePerYear,
    Source,
    Timing,
    limits,
)


class Economy(Struct, Generic[N, M], frozen=True):
    """Prices, discounting and growth."""

    price_year: int
    timing: Timing
    discount_rate: SharePerYear[N]
    real_wage_growth: Annotated[N, limits("share/year", -0.05, 0.1)]
    fringe_rate: Share[N]
    minimum_wage: Annotated[N, limits("USD/hour", 0, 100)]
    consumer_prices: Annotated[M, limits("ratio", 0.001, form="by_year")]


class Person(Struct, Generic[N, M], frozen=True):
    """The person in front of the counselor; what may be None has no default.

    `attachment`: whether the person is in the labour market throughout, or as often as people of that education are.
    `education`: the pathway whose credential the person already has. `years_out`: out of work until now.
    `planned_out`: years out of work, by the age at which they begin. `adults`, `children` (their ages now) and
    `partner_earnings` describe the household, the person included.
    """

    start_age: Annotated[N, limits("years", 16, 90, whole=True, personal=True)]
    retire_age: Annotated[N, limits("years", 17, 100, whole=True, personal=True)]
    weekly_hours: Annotated[N, limits("hours/week", 1, 112, personal=True)]
    transport: Annotated[N, limits("USD/year", personal=True)]
    child_care: Annotated[N, limits("USD/year", personal=True)]
    adults: Annotated[N, limits("people", 1, 20, whole=True, personal=True)]
    loan_rate: Annotated[N, limits("share/year", 0, 0.5, personal=True)]
    loan_term: Annotated[N, limits("years", 1, 40, personal=True)]
    attachment: Attachment
    wage: Annotated[N, limits("USD/hour", 1, 500, personal=True)] | None = None
    sex: Sex | None = None
    education: str | None = None
    disability: bool = False
    years_out: Annotated[N, limits("years", 0, 60, personal=True)] | None = None
    planned_out: Annotated[M, limits("years", 0.05, 60, form="by_year", personal=True)] | None = None
    loan: Annotated[N, limits("USD", 0, 1e6, personal=True)] | None = None
    children: Annotated[N, limits("years", -150, 150, form="list", whole=True, personal=True)] | None = None
    partner_earnings: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None


class AgeShape(Struct, Generic[N], frozen=True):
    """Median earnings by age for one level of education; only their ratios are used."""

    ages: Annotated[N, limits("years", form="list")]
    medians: Annotated[N, limits("USD/year", form="list")]
    sample_sizes: Annotated[N, limits("people", form="list")]
    log_polynomial: str | None = None


class LogPolynomial(Struct, Generic[N], frozen=True):
    """The logarithm of earnings as a polynomial in age / 10, between two ages; only ratios between ages are used."""

    coefficients: Annotated[N, limits("ratio", -1e3, 1e3, form="list")]
    from_age: Annotated[N, limits("years", 0, 40)]
    to_age: Annotated[N, limits("years", 41, 100)]


class Workers(Struct, Generic[N], frozen=True):
    """What workers of each age earn, at five percentiles, and the median of all of them now, to scale it to."""

    ages: Annotated[N, limits("years", form="list")]
    p10: Annotated[N, limits("USD/year", form="list")]
    p25: Annotated[N, limits("USD/year", form="list")]
    p50: Annotated[N, limits("USD/year", form="list")]
    p75: Annotated[N, limits("USD/year", form="list")]
    p90: Annotated[N, limits("USD/year", form="list")]
    sample_sizes: Annotated[N, limits("people", form="list")]
    weekly_median: Annotated[N, limits("USD/week", low=1)]


class GoodJobs(Struct, Generic[N], frozen=True):
    """What a good job pays at least: a threshold from each age on, the last up to `until_age`."""

    ages: Annotated[N, limits("years", form="list")]
    thresholds: Annotated[N, limits("USD/year", form="list")]
    until_age: Annotated[N, limits("years", 17, 100)]


class Survivors(Struct, Generic[N], frozen=True):
    """Survivors of 100,000 born alive, at exact ages 0, 1, ... 100."""

    both: Annotated[N, limits("people", form="list")]
    male: Annotated[N, limits("people", form="list")]
    female: Annotated[N, limits("people", form="list")]


class People(Struct, Generic[N], frozen=True):
    """Facts about workers in general.

    The shocks are standard deviations of yearly changes in the logarithm of earnings, those that last and those that
    pass with the year.
    """

    earnings_ratio_men: Annotated[N, limits("ratio", 0.1, 10)]
    earnings_ratio_women: Annotated[N, limits("ratio", 0.1, 10)]
    trade_pay_ratio_women: Annotated[N, limits("ratio", 0.1, 10)]
    full_time_shortfall_men: Share[N]
    full_time_shortfall_women: Share[N]
    return_loss: SharePerYear[N]
    return_phase_in: Annotated[N, limits("years", 0, 40)]
    permanent_shock: Annotated[N, limits("ratio", 0, 1)]
    transitory_shock: Annotated[N, limits("ratio", 0, 1)]
    spell_length: Annotated[N, limits("years", 0.02, 1)]
    age_pattern: AgePattern
    age_shapes: dict[str, AgeShape[N]]
    log_polynomials: dict[str, LogPolynomial[N]]
    workers: Workers[N]
    good_jobs: GoodJobs[N]
    survivors: Survivors[N]


class Careers(Struct, Generic[N], frozen=True):
    """How earnings move in an occupation, and how people leave training."""

    position_years: Annotated[N, limits("years", form="list")]
    position: Annotated[N, limits("share", form="list")]
    position_shift: Annotated[N, limits("share", -0.4, 0.4)]
    leaving_front_loading: Annotated[N, limits("ratio", 0.01, 20)]
    unemployment_rate: Share[N]
    employment_ratio: Share[N]


class Earnings(Struct, Generic[N], frozen=True):
    """What people with a credential or in an occupation earn: `percentiles` or `weekly_median`."""

    percentiles: Annotated[N, limits("USD/year", low=1, form="list")] | None = None
    weekly_median: Annotated[N, limits("USD/week", low=1)] | None = None
    age_shape: str | None = None
    unemployment_rate: Share[N] | None = None
    employment_ratio: Share[N] | None = None
    causal_share: Share[N] | None = None
    male_share: Share[N] | None = None
    permanent_shock: Annotated[N, limits("ratio", 0, 1)] | None = None
    transitory_shock: Annotated[N, limits("ratio", 0, 1)] | None = None


class Training(Struct, Generic[N], frozen=True):
    """How long training takes and what it pays: wage steps, or a share of baseline earnings."""

    length: Annotated[N, limits("years", 0.01, 20)] | None = None
    term_hours: Annotated[N, limits("hours", 1, 40000)] | None = None
    paid_hours: Annotated[N, limits("hours/year", 1)] | None = None
    step_starts: Annotated[N, limits("share", form="list")] | None = None
    wage_steps: Annotated[N, limits("share", form="list")] | None = None
    student_earnings_share: Share[N] | None = None


class Completion(Struct, Generic[N], frozen=True):
    """The share of those who start that finishes; `denominator` says of whom."""

    rate: Share[N]
    denominator: str
    rate_men: Share[N] | None = None
    rate_women: Share[N] | None = None


class Costs(Struct, Generic[N], frozen=True):
    """What the person pays for a full-time year of training, and the grants against it.

    `college` says which public colleges the tuition is of, so that a state's own can take its place.
    """

    tuition_and_fees: DollarsPerYear[N] | None = None
    books_and_supplies: DollarsPerYear[N] | None = None
    tools: DollarsPerYear[N] | None = None
    grants: DollarsPerYear[N] | None = None
    college: College | None = None
    full_time_years: Annotated[N, limits("years", 0, 20)] | None = None


class Impact(Struct, Generic[N, M], frozen=True):
    """A measured effect on yearly earnings, by year since enrolment (1 = the first)."""

    last_observed_year: Annotated[N, limits("years", 1, 60)]
    participant: Annotated[M, limits("USD/year", -1e6, 1e6, form="by_year")] | None = None
    completer: Annotated[M, limits("USD/year", -1e6, 1e6, form="by_year")] | None = None
    factor: Ratio[N] | None = None
    before_first: Ratio[N] | None = None
    fade_out: SharePerYear[N] | None = None
    zero_by_year: Annotated[N, limits("years", 2, 100)] | None = None
    participants_age: Annotated[N, limits("years", 14, 90, whole=True)] | None = None


class Pathway(Struct, Generic[N, M], frozen=True):
    """One pathway: a way into working life, from the day of the decision to retirement.

    `occupation` is the SOC code of the percentiles, or `typically-apprenticeship` for all occupations that are usually
    entered that way. `listed_as` is the id in whose place a pathway is listed. `name_if_held` and `summary_if_held`
    replace name and summary of the counterfactual for a person who has an education already.
    """

    name: str
    family: Family
    evidence: Evidence
    summary: str
    caution: str | None = None
    on_request: bool = False
    occupation: str | None = None
    listed_as: str | None = None
    name_if_held: str | None = None
    summary_if_held: str | None = None
    earnings: Earnings[N] | None = None
    impact: Impact[N, M] | None = None
    training: Training[N] | None = None
    completion: Completion[N] | None = None
    leaver_gain_share: Share[N] | None = None
    costs: Costs[N] | None = None
    stipend: DollarsPerYear[N] | None = None
    fringe_rate: Share[N] | None = None
    participant_cost: Dollars[N] | None = None
    program_cost: Dollars[N] | None = None


class LivingWage(Struct, Generic[N], frozen=True):
    """What a household has to pay for, at least; food is for four people in one household.

    `food_size_adjustments` are for 1, 2, ... people. `child_care_shares` are parts of an infant's price from each of
    `child_care_ages` on. `other_share` is of food and housing. The last six are yearly totals of the user's own, for
    the household as it is now; each takes the place of the figure it is named after.
    """

    food_man: Annotated[N, limits("USD/week")]
    food_woman: Annotated[N, limits("USD/week")]
    food_child: Annotated[N, limits("USD/week")]
    food_young_child_ratio: Ratio[N]
    food_size_adjustments: Annotated[N, limits("share", -0.9, 2, form="list")]
    children_per_bedroom: Annotated[N, limits("people", 1, 4)]
    child_care_prices: Ratio[N]
    child_care_ages: Annotated[N, limits("years", form="list")]
    child_care_shares: Annotated[N, limits("share", form="list")]
    transport_worker: DollarsPerYear[N]
    transport_other: DollarsPerYear[N]
    health_adult: DollarsPerYear[N]
    health_child: DollarsPerYear[N]
    other_share: Share[N]
    housing: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    food: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    child_care: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    transport: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    health: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    other: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None


class PlaceFacts(Struct, Generic[N], frozen=True):
    """What is known of the person's place; only there once a place is given.

    `rents` are for 0, 1, 2, 3 and 4 bedrooms. `poverty_guideline` is for one person and for each further one. What no
    table covers for a county is the state's, and what none covers for a state is the country's.
    """

    state: str
    earnings_level: Annotated[N, limits("ratio", 0.1, 10)]
    unemployment_rate: Share[N]
    price_parity: Annotated[N, limits("ratio", 0.1, 10)]
    goods_parity: Annotated[N, limits("ratio", 0.1, 10)]
    poverty_guideline: Annotated[N, limits("USD/year", form="list")]
    rents: Annotated[N, limits("USD/month", form="list")]
    infant_care_center: Annotated[N, limits("USD/week")]
    infant_care_family: Annotated[N, limits("USD/week")]
    county: str | None = None
    metro: str | None = None


class Assumptions(Struct, Generic[N, M], frozen=True):
    """Everything a projection needs."""

    economy: Economy[N, M]
    person: Person[N, M]
    people: People[N]
    careers: Careers[N]
    living_wage: LivingWage[N]
    pathways: dict[str, Pathway[N, M]]
    sources: dict[str, Source]
    place: PlaceFacts[N] | None = None


Records: TypeAlias = Assumptions[Assumption, Assumption]
