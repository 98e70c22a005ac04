"""The shape of all assumptions, written once and filled twice.

`Assumptions[Assumption, Assumption]` holds records as the YAML files give them: value, unit, source, range.
`Assumptions[Array, YearPoints]` holds the same names as arrays with rows first, ready to compute with.
`N` stands for a number or a list of numbers, `M` for a map by year.
"""

from collections.abc import Iterator
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec
from msgspec import Meta, Struct

N = TypeVar("N")
M = TypeVar("M")

Kind = Literal["observed", "derived", "assumed", "user"]
Sex = Literal["female", "male"]
Family = Literal["none", "apprenticeship", "training"]
Evidence = Literal["levels", "impact"]
Timing = Literal["begin", "mid", "end"]
Attachment = Literal["attached", "population"]
AgePattern = Literal["cps-2009", "cgm-2005"]

COUNTERFACTUAL = "no-postsecondary"
"""The pathway a person is taken to follow without any training; also the default baseline."""


class Assumption(Struct, frozen=True):
    """One record: a value with everything needed to judge it.

    `value` is in `unit` and, if that is money, in dollars of `price_year`. `where` is the file and line
    or the flag that gave the value; an override keeps `source` of the value it replaced out.
    """

    value: float | list[float] | dict[int, float]
    unit: str
    kind: Kind
    source: str
    where: str
    price_year: int | dict[int, int] | None = None
    range: tuple[float, float] | None = None
    population: str | None = None
    note: str | None = None


class Limits(NamedTuple):
    """What a field of the schema accepts: unit, bounds, and the form of its value."""

    unit: str
    low: float | None = None
    high: float | None = None
    form: Literal["number", "list", "by_year"] = "number"
    whole: bool = False
    personal: bool = False


def limits(unit: str, low: float | None = None, high: float | None = None, **more: Any) -> Meta:
    """The annotation that gives a field its `Limits`; bounds left out are those of the unit."""
    return Meta(extra={"limits": Limits(unit, low, high, **more)})


Dollars = Annotated[N, limits("USD")]
DollarsPerYear = Annotated[N, limits("USD/year")]
Share = Annotated[N, limits("share")]
SharePerYear = Annotated[N, limits("share/year")]
Ratio = Annotated[N, limits("ratio")]


class Source(Struct, frozen=True):
    """Where numbers come from. `quality`: primary, verified, secondary or judgement."""

    title: str
    publisher: str
    address: str
    as_of: str
    retrieved: str
    licence: str
    quality: Literal["verified", "primary", "secondary", "judgement"]
    table: str | None = None
    note: str | None = None


class Economy(Struct, Generic[N, M], frozen=True):
    """Prices, discounting and growth."""

    price_year: int
    timing: Timing
    discount_rate: SharePerYear[N]
    real_wage_growth: Annotated[N, limits("share/year", -0.05, 0.1)]
    fringe_rate: Share[N]
    consumer_prices: Annotated[M, limits("ratio", 0.001, form="by_year")]


class Person(Struct, Generic[N, M], frozen=True):
    """The person in front of the counselor; what may be None has no default.

    `attachment`: whether the person is in the labour market throughout, or as often as people of that education are.
    `education`: the pathway whose credential the person already has. `years_out`: out of work until now.
    `planned_out`: years out of work, by the age at which they begin.
    """

    start_age: Annotated[N, limits("years", 16, 90, whole=True, personal=True)]
    retire_age: Annotated[N, limits("years", 17, 100, whole=True, personal=True)]
    weekly_hours: Annotated[N, limits("hours/week", 1, 112, personal=True)]
    transport: Annotated[N, limits("USD/year", personal=True)]
    child_care: Annotated[N, limits("USD/year", personal=True)]
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
    """Facts about workers in general."""

    earnings_ratio_men: Annotated[N, limits("ratio", 0.1, 10)]
    earnings_ratio_women: Annotated[N, limits("ratio", 0.1, 10)]
    trade_pay_ratio_women: Annotated[N, limits("ratio", 0.1, 10)]
    full_time_shortfall_men: Share[N]
    full_time_shortfall_women: Share[N]
    return_loss: SharePerYear[N]
    return_phase_in: Annotated[N, limits("years", 0, 40)]
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
    """What the person pays for a full-time year of training, and the grants against it."""

    tuition_and_fees: DollarsPerYear[N] | None = None
    books_and_supplies: DollarsPerYear[N] | None = None
    tools: DollarsPerYear[N] | None = None
    grants: DollarsPerYear[N] | None = None
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

    `name_if_held` and `summary_if_held` replace name and summary of the counterfactual for a person who has an
    education already.
    """

    name: str
    family: Family
    evidence: Evidence
    summary: str
    caution: str | None = None
    on_request: bool = False
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


class Assumptions(Struct, Generic[N, M], frozen=True):
    """Everything a projection needs."""

    economy: Economy[N, M]
    person: Person[N, M]
    people: People[N]
    careers: Careers[N]
    pathways: dict[str, Pathway[N, M]]
    sources: dict[str, Source]


Records: TypeAlias = Assumptions[Assumption, Assumption]


class Field(NamedTuple):
    """One field of a Struct of the schema, as the loader meets it.

    `type` is `Assumption`, a Struct, a dict (of `item`), or the plain type of a setting.
    """

    name: str
    type: Any
    required: bool
    limits: Limits | None
    item: Any = None


def fields(struct: Any) -> dict[str, Field]:
    """The fields of a Struct of the schema by name, in the order written."""
    origin = get_origin(struct) or struct
    hints = get_type_hints(origin, include_extras=True)
    required = {f.name: f.required for f in msgspec.structs.fields(origin)}
    return {name: _field(name, hint, required[name]) for name, hint in hints.items()}


def _field(name: str, hint: Any, required: bool) -> Field:
    """The field that a type hint stands for, with `X | None` taken as `X`."""
    options = [o for o in get_args(hint) if o is not type(None)]
    if type(None) in get_args(hint) and len(options) == 1:
        hint = options[0]
    if get_origin(hint) is Annotated:
        return Field(name, Assumption, required, get_args(hint)[1].extra["limits"])
    if get_origin(hint) is dict:
        return Field(name, dict, required, None, get_args(hint)[1])
    return Field(name, hint, required, None)


def leaves(part: object, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every record and setting below a part of the schema, with its dotted name, in the order written.

    Sources are not numbers and are left out.
    """
    if isinstance(part, Assumption):
        yield prefix, part
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            if name != "sources":
                yield from leaves(getattr(part, name), f"{prefix}.{name}" if prefix else name)
    elif isinstance(part, dict):
        for key, item in part.items():
            yield from leaves(item, f"{prefix}.{key}")
    elif part is not None:
        yield prefix, part


def records(part: object, prefix: str = "") -> Iterator[tuple[str, Assumption]]:
    """Every record below a part of the schema, with its dotted name."""
    return ((name, leaf) for name, leaf in leaves(part, prefix) if isinstance(leaf, Assumption))


def with_leaf(part: Any, name: str, leaf: Any) -> Any:
    """A part of the schema with one leaf put in by its dotted name; None where more than this leaf is missing."""
    key, _, rest = name.partition(".")
    there = part.get(key) if isinstance(part, dict) else getattr(part, key)
    if rest and there is not None:
        leaf = with_leaf(there, rest, leaf)
    elif rest:
        leaf = None if isinstance(part, dict) else _only(fields(type(part))[key].type, rest, leaf)
    if leaf is None or isinstance(part, dict):
        return None if leaf is None else {**part, key: leaf}
    return msgspec.structs.replace(part, **{key: leaf})


def _only(kind: Any, name: str, leaf: Any) -> Any:
    """A Struct of the schema with this field alone; None if it requires others."""
    required = {field.name for field in fields(kind).values() if field.required}
    return (get_origin(kind) or kind)(**{name: leaf}) if required <= {name} else None


def is_struct(kind: Any) -> bool:
    """Whether a type in a hint is a Struct, with its parameters or without."""
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Struct)


def known_names(kind: Any, current: Any, prefix: str = "") -> Iterator[str]:
    """Every dotted name that can be set on these assumptions, including records that are not there yet."""
    for field in fields(kind).values():
        name = f"{prefix}.{field.name}" if prefix else field.name
        value = getattr(current, field.name)
        if field.name == "sources":
            continue
        if field.type is dict:
            for key, item in value.items():
                yield from known_names(type(item), item, f"{name}.{key}")
        elif is_struct(field.type) and field.type is not Assumption:
            if value is not None:
                yield from known_names(type(value), value, name)
        else:
            yield name
