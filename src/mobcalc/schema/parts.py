"""The shape itself: every part of the assumptions, generic in what fills it."""

# Types are made when somebody asks for them, which most runs do not: half of the time of making these classes.
from __future__ import annotations

from typing import Annotated, Generic, TypeAlias

from msgspec import Struct

from mobcalc.schema.employer import Employer
from mobcalc.schema.person import Person
from mobcalc.schema.record import (
    Assumption,
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
    """Prices, discounting and growth.

    `social_security_rate` and `medicare_rate` are what an employer and an employee pay each, the first of wages up to
    `social_security_maximum` in a year.
    """

    price_year: int
    rules_year: int
    timing: Timing
    discount_rate: SharePerYear[N]
    real_wage_growth: Annotated[N, limits("share/year", -0.05, 0.1)]
    fringe_rate: Share[N]
    minimum_wage: Annotated[N, limits("USD/hour", 0, 100)]
    substantial_work: Annotated[N, limits("USD/month")]
    able_limit: Annotated[N, limits("USD/year")]
    social_security_rate: Share[N]
    medicare_rate: Share[N]
    social_security_maximum: Annotated[M, limits("USD/year", form="by_year")]
    consumer_prices: Annotated[M, limits("ratio", 0.001, form="by_year")]


class PayByAge(Struct, Generic[N], frozen=True):
    """What people of one education earn over a working life, by sex.

    `full_time_*` are medians of full-time, year-round employees at each of `ages`. `employed_*` is what those in the
    labor force earn on average over what full-time, year-round workers do, `population_*` the same of everybody.
    `lasting_luck_*` is how far lasting pay differs among them, as a standard deviation of its logarithm. `male_share`
    is of the full-time workers.
    """

    ages: Annotated[N, limits("years", form="list")]
    full_time_men: Annotated[N, limits("USD/year", form="list")]
    full_time_women: Annotated[N, limits("USD/year", form="list")]
    employed_men: Annotated[N, limits("share", form="list")]
    employed_women: Annotated[N, limits("share", form="list")]
    population_men: Annotated[N, limits("share", form="list")]
    population_women: Annotated[N, limits("share", form="list")]
    lasting_luck_men: Annotated[N, limits("ratio", 0, 2)]
    lasting_luck_women: Annotated[N, limits("ratio", 0, 2)]
    male_share: Share[N]


class Workers(Struct, Generic[N], frozen=True):
    """What workers of each age earn, at five percentiles."""

    ages: Annotated[N, limits("years", form="list")]
    p10: Annotated[N, limits("USD/year", form="list")]
    p25: Annotated[N, limits("USD/year", form="list")]
    p50: Annotated[N, limits("USD/year", form="list")]
    p75: Annotated[N, limits("USD/year", form="list")]
    p90: Annotated[N, limits("USD/year", form="list")]


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

    `wage_persistence` is what is left after a year of the distance between a wage and the usual one, in logarithms.
    `hours_of_workers_*` is what all workers' hours a week come to of those of full-time, year-round workers.
    `luck_correlation` is how much alike a person's lasting luck is on two paths.
    """

    wage_persistence: Share[N]
    hours_of_workers_men: Annotated[N, limits("share", 0.1, 1)]
    hours_of_workers_women: Annotated[N, limits("share", 0.1, 1)]
    return_loss: SharePerYear[N]
    return_phase_in: Annotated[N, limits("years", 0, 40)]
    luck_correlation: Share[N]
    spell_length: Annotated[N, limits("years", 0.02, 1)]
    pay: dict[str, PayByAge[N]]
    workers: Workers[N]
    good_jobs: GoodJobs[N]
    survivors: Survivors[N]


class Careers(Struct, Generic[N], frozen=True):
    """How pay moves over a career in an occupation or with a credential, and how people leave training.

    Pay is read off at an age between the person's own and that of somebody with the same experience since
    `experience_age`, by `age_weight`. `finisher_standing` is where those who finish an apprenticeship stand among the
    workers of the occupation; others begin at `entry_standing` and come to `settled_standing` in `settling_years`.
    `trained_causal_share`, `trainee_pay` and `trainee_completion` are what pathways into an occupation are made from.
    `apprentice_leavers_keep` and `student_leavers_keep` are what leavers keep of a finisher's gain for each whole term
    that they stayed; leaving itself costs `leaving_cost` of earnings. `gain_error` is how far a year's gain made from
    pay may be from the truth.
    """

    experience_age: Annotated[N, limits("years", 14, 40)]
    age_weight: Share[N]
    finisher_standing: Annotated[N, limits("share", 0.1, 0.9)]
    entry_standing: Annotated[N, limits("share", 0.1, 0.9)]
    settled_standing: Annotated[N, limits("share", 0.1, 0.9)]
    settling_years: Annotated[N, limits("years", 0.1, 40)]
    field_share: Share[N]
    transfer_years: Annotated[N, limits("years", 0, 60)]
    later_transfers: Ratio[N]
    kept_outside: Share[N]
    wage_carried: Share[N]
    wage_carried_to_occupation: Share[N]
    trained_causal_share: Share[N]
    trainee_pay: Share[N]
    trainee_completion: Share[N]
    gain_error: DollarsPerYear[N]
    apprentice_leavers_keep: Share[N]
    student_leavers_keep: Share[N]
    leaving_cost: Annotated[N, limits("years", 0, 2)]
    leaving_front_loading: Annotated[N, limits("ratio", 0.01, 20)]


class WorkLife(Struct, Generic[N], frozen=True):
    """Pay over a working life in an occupation, relative to what it pays at all ages.

    `profile` is by age, `ratio_*` that of men and of women. `employed_*` and `lasting_luck_*` are as in `PayByAge`.
    `transfer_rate` is the part of the workers that leaves for another occupation in a year.
    """

    ages: Annotated[N, limits("years", form="list")]
    profile: Annotated[N, limits("ratio", 0.1, 10, form="list")]
    ratio_men: Annotated[N, limits("ratio", 0.1, 10)]
    ratio_women: Annotated[N, limits("ratio", 0.1, 10)]
    employed_men: Annotated[N, limits("share", form="list")]
    employed_women: Annotated[N, limits("share", form="list")]
    lasting_luck_men: Annotated[N, limits("ratio", 0, 2)]
    lasting_luck_women: Annotated[N, limits("ratio", 0, 2)]
    transfer_rate: SharePerYear[N]


class Earnings(Struct, Generic[N], frozen=True):
    """What people with an education earn, or those in an occupation, or both: then some work in it and others do not.

    `education` is one of those in `people.pay`, or `held` for what the person has; `premium` is over it. `percentiles`
    are of an occupation whose `work_life` is known, or of a job.
    """

    education: str | None = None
    premium: Annotated[N, limits("ratio", 0.1, 10)] | None = None
    percentiles: Annotated[N, limits("USD/year", low=1, form="list")] | None = None
    work_life: WorkLife[N] | None = None
    causal_share: Share[N] | None = None
    causal_share_men: Share[N] | None = None
    causal_share_women: Share[N] | None = None
    male_share: Share[N] | None = None


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

    `full_time_share` is how many full-time years of courses are paid for in a year of training; one without it.
    `college` says which public colleges the tuition is of, so that a state's own can take its place.
    """

    tuition_and_fees: DollarsPerYear[N] | None = None
    books_and_supplies: DollarsPerYear[N] | None = None
    tools: DollarsPerYear[N] | None = None
    grants: DollarsPerYear[N] | None = None
    college: College | None = None
    full_time_share: Share[N] | None = None


class Impact(Struct, Generic[N, M], frozen=True):
    """A measured effect on yearly earnings, by year since enrolment (1 = the first)."""

    last_observed_year: Annotated[N, limits("years", 1, 60)]
    participant: Annotated[M, limits("USD/year", -1e6, 1e6, form="by_year")] | None = None
    completer: Annotated[M, limits("USD/year", -1e6, 1e6, form="by_year")] | None = None
    factor: Ratio[N] | None = None
    before_first: Ratio[N] | None = None
    fade_out: SharePerYear[N] | None = None
    zero_by_year: Annotated[N, limits("years", 2, 100)] | None = None


class Pathway(Struct, Generic[N, M], frozen=True):
    """One pathway: a way into working life, from the day of the decision to retirement.

    `occupation` is the SOC code of the percentiles, or `typically-apprenticeship` for all occupations that are usually
    entered that way. `label` is short enough for a row. `after` is the id of a pathway that is finished first, as the
    first of two steps. `listed_as` is the id in whose place a pathway is listed. `leavers_keep` takes the place of what
    leavers keep in general. `name_if_held` and `summary_if_held` replace those of the counterfactual for a person who
    has an education already.
    """

    name: str
    family: Family
    evidence: Evidence
    summary: str
    label: str | None = None
    caution: str | None = None
    on_request: bool = False
    occupation: str | None = None
    after: str | None = None
    listed_as: str | None = None
    name_if_held: str | None = None
    summary_if_held: str | None = None
    earnings: Earnings[N] | None = None
    impact: Impact[N, M] | None = None
    training: Training[N] | None = None
    completion: Completion[N] | None = None
    leavers_keep: Share[N] | None = None
    gain_error: DollarsPerYear[N] | None = None
    costs: Costs[N] | None = None
    stipend: DollarsPerYear[N] | None = None
    fringe_rate: Share[N] | None = None
    participant_cost: Dollars[N] | None = None
    program_cost: Dollars[N] | None = None


class Study(Struct, Generic[N, M], frozen=True):
    """A measured effect of starting a pathway, which corrects what pay says of pathways like it.

    It was measured on people of `sex` who began `measured_on`, the id of a pathway, at `start_age` in the country as a
    whole; `measured_pathway` is that pathway as it came, whatever place or file lies over it since. `informs` names the
    occupations that it says something of: SOC codes, or the beginnings of them, of pathways of the family `family`.
    `weight` is how much it counts beside pay, of women times `weight_for_women`; `error` is how far its yearly effect
    may be from that on people like them now.
    """

    name: str
    summary: str
    family: Family
    informs: str
    measured_on: str
    sex: Sex
    start_age: Annotated[N, limits("years", 14, 90, whole=True)]
    effect: Impact[N, M]
    completion: Completion[N]
    weight: Share[N]
    weight_for_women: Ratio[N]
    error: DollarsPerYear[N]
    measured_pathway: Pathway[N, M] | None = None


class LivingWage(Struct, Generic[N], frozen=True):
    """What a household has to pay for, at least; food is for four people in one household.

    `food_size_adjustments` are for 1, 2, ... people. `child_care_shares` are parts of an infant's price from each of
    `child_care_ages` on. The premiums are a worker's share for one person, two, and more.
    `marketplace_shares` are of income, at incomes of `marketplace_incomes` times the poverty guideline. `other_share`
    is of food and housing. The last six are yearly totals of the user's own, for the household as it is now; each takes
    the place of the figure it is named after.
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
    health_premium_one: DollarsPerYear[N]
    health_premium_two: DollarsPerYear[N]
    health_premium_family: DollarsPerYear[N]
    marketplace_incomes: Annotated[N, limits("ratio", form="list")]
    marketplace_shares: Annotated[N, limits("share", form="list")]
    health_out_of_pocket_adult: DollarsPerYear[N]
    health_out_of_pocket_child: DollarsPerYear[N]
    other_share: Share[N]
    housing: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    food: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    child_care: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    transport: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    health: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    other: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None


class EarningsLevels(Struct, Generic[N], frozen=True):
    """What full-time workers of each education earn in a place over what they earn in the country."""

    less_than_high_school: Annotated[N, limits("ratio", 0.1, 10)]
    high_school: Annotated[N, limits("ratio", 0.1, 10)]
    some_college: Annotated[N, limits("ratio", 0.1, 10)]
    associate: Annotated[N, limits("ratio", 0.1, 10)]
    bachelors: Annotated[N, limits("ratio", 0.1, 10)]


class PlaceFacts(Struct, Generic[N], frozen=True):
    """What is known of the person's place; only there once a place is given.

    `rents` are for 0, 1, 2, 3 and 4 bedrooms. `poverty_guideline` is for one person and for each further one.
    `benchmark_premiums` are for people of 0 to 64 years, `family_premiums` for all children of one adult and of two,
    where plans are not priced by the age of each. What no table covers for a county is the state's, and what none
    covers for a state is the country's. `own_care` names the prices of care that are the user's own.
    """

    state: str
    earnings_levels: EarningsLevels[N]
    unemployment_rate: Share[N]
    price_parity: Annotated[N, limits("ratio", 0.1, 10)]
    goods_parity: Annotated[N, limits("ratio", 0.1, 10)]
    poverty_guideline: Annotated[N, limits("USD/year", form="list")]
    rents: Annotated[N, limits("USD/month", form="list")]
    benchmark_premiums: Annotated[N, limits("USD/month", form="list")]
    family_premiums: Annotated[N, limits("USD/month", form="list")]
    infant_care_center: Annotated[N, limits("USD/week")]
    infant_care_family: Annotated[N, limits("USD/week")]
    county: str | None = None
    metro: str | None = None
    own_care: tuple[str, ...] = ()


class Assumptions(Struct, Generic[N, M], frozen=True):
    """Everything a projection needs."""

    economy: Economy[N, M]
    person: Person[N, M]
    people: People[N]
    careers: Careers[N]
    living_wage: LivingWage[N]
    employer: Employer[N]
    pathways: dict[str, Pathway[N, M]]
    sources: dict[str, Source]
    studies: dict[str, Study[N, M]] = {}
    place: PlaceFacts[N] | None = None


Records: TypeAlias = Assumptions[Assumption, Assumption]
