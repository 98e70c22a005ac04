"""A funder's program: whom it serves, what they do, what it costs and who pays.

Filled with records, as the YAML files give them. Every number may be given bare in a file of the user's own.
"""

# Types are made when somebody asks for them, as in `parts`.
from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeAlias

from msgspec import Struct

from mobcalc.schema.record import Assumption, Care, Education, HealthPlan, M, N, Sex, Source, limits

Level = Literal["federal", "state", "local", "employer", "private"]
"""Who pays: the three levels of government, employers, and private givers."""
LEVELS: tuple[Level, ...] = ("federal", "state", "local", "employer", "private")
MOST_SERVED = 10_000_000


class Served(Struct, Generic[N], frozen=True):
    """How many people: reached by the program, enrolled in it, and finished."""

    enrolled: Annotated[N, limits("people", 1, MOST_SERVED, whole=True, personal=True)]
    reached: Annotated[N, limits("people", 1, MOST_SERVED, whole=True, personal=True)] | None = None
    finished: Annotated[N, limits("people", 0, MOST_SERVED, whole=True, personal=True)] | None = None


class Participant(Struct, Generic[N], frozen=True):
    """The person who takes part, in the words of a client's file; what is not given is as everywhere else."""

    age: Annotated[N, limits("years", 16, 90, whole=True, personal=True)] | None = None
    sex: Sex | None = None
    education: Education | None = None
    wage: Annotated[N, limits("USD/hour", 1, 500, personal=True)] | None = None
    hours: Annotated[N, limits("hours/week", 0, 112, personal=True)] | None = None
    years_out: Annotated[N, limits("years", 0, 60, personal=True)] | None = None
    retire_age: Annotated[N, limits("years", 17, 100, whole=True, personal=True)] | None = None
    cost: Annotated[N, limits("USD", 0, 1e6, personal=True)] | None = None
    length: Annotated[N, limits("years", 0.01, 20, personal=True)] | None = None
    no_aid: bool = False


class Home(Struct, Generic[N], frozen=True):
    """A kind of household among the participants, and the part of them that lives in one."""

    share: Annotated[N, limits("share", personal=True)]
    adults: Annotated[N, limits("people", 1, 20, whole=True, personal=True)] | None = None
    children: Annotated[N, limits("years", 0, 17, form="list", whole=True, personal=True)] | None = None
    partner_earnings: Annotated[N, limits("USD/year", 0, 1e6, personal=True)] | None = None
    child_care: Care | None = None
    health_plan: HealthPlan | None = None
    disability: bool = False
    unmarried: bool = False
    voucher: bool = False
    tanf: bool = False
    school_meals: bool = False


class Effect(Struct, Generic[N, M], frozen=True):
    """A stated effect on the yearly pay of all who start, by year since enrolment (1 = the first).

    Straight lines between points; after the last it fades by `fade_out` a year, or falls to nothing in `zero_by_year`.
    """

    yearly: Annotated[M, limits("USD/year", -1e6, 1e6, form="by_year", personal=True)]
    last_observed_year: Annotated[N, limits("years", 1, 60, personal=True)] | None = None
    factor: Annotated[N, limits("ratio", personal=True)] | None = None
    fade_out: Annotated[N, limits("share/year", personal=True)] | None = None
    zero_by_year: Annotated[N, limits("years", 2, 100, personal=True)] | None = None


class Job(Struct, Generic[N], frozen=True):
    """A change of the job that people have: a raise, more hours, or work where there was none.

    `due` is the part of those enrolled who have the change because of the program and would not have had it otherwise.
    It lasts `years` in full and then fades by `fade_out` a year, or ends where none is given. `paid_by_employers`:
    nothing more is made for it, as with a raise, so that what the worker gains is a cost to the employer.
    """

    wage: Annotated[N, limits("USD/hour", 1, 500, personal=True)]
    hours: Annotated[N, limits("hours/week", 0.1, 112, personal=True)]
    years: Annotated[N, limits("years", 0.1, 60, personal=True)]
    due: Annotated[N, limits("share", personal=True)]
    wage_before: Annotated[N, limits("USD/hour", 1, 500, personal=True)] | None = None
    hours_before: Annotated[N, limits("hours/week", 0, 112, personal=True)] | None = None
    fade_out: Annotated[N, limits("share/year", personal=True)] | None = None
    paid_by_employers: bool = False


class Service(Struct, Generic[N, M], frozen=True):
    """One thing that people do in a program, and the part of those enrolled who do it.

    What it does for pay is known from one of four: a `pathway` by its id or, with an `occupation`, the route into it
    (apprenticeship, certificate, degree, on-the-job); a stated `effect`; a change of `job`; or it is `unknown`, with
    the reason. `finishing` is the share that finishes; else it is that of the whole program, or the pathway's own.
    `due` is the part of those on a pathway who would have had no training without the program; all, if not given.
    """

    label: str
    share: Annotated[N, limits("share", personal=True)]
    pathway: str | None = None
    occupation: str | None = None
    effect: Effect[N, M] | None = None
    job: Job[N] | None = None
    unknown: str | None = None
    finishing: Annotated[N, limits("share", personal=True)] | None = None
    due: Annotated[N, limits("share", personal=True)] | None = None


class Cost(Struct, Generic[N], frozen=True):
    """What the program costs without its supports: for each who enrols, or in all."""

    per_participant: Annotated[N, limits("USD", 0, 1e6, personal=True)] | None = None
    total: Annotated[N, limits("USD", 0, 1e8, personal=True)] | None = None


class Fund(Struct, Generic[N], frozen=True):
    """Money from one source: who gives it, and how much in all."""

    level: Level
    amount: Annotated[N, limits("USD", 0, 1e8, personal=True)]
    label: str | None = None


class Support(Struct, Generic[N], frozen=True):
    """Help beside the training, such as child care: what it costs, what of it reaches people, what it is said to do.

    `cost` is for one who takes it up; `worth` is the part of a dollar of it that the participant has in money or in a
    bill that is paid. `completion` is how many more of those who take it up finish [share], 0 unless measured.
    """

    name: str
    summary: str
    cost: Annotated[N, limits("USD", 0, 1e6, personal=True)]
    worth: Annotated[N, limits("share", personal=True)]
    completion: Annotated[N, limits("share", -1, 1, personal=True)]


class Taken(Struct, Generic[N], frozen=True):
    """A support in a program: the part of those enrolled who take it up, and what it costs here for each of them.

    One that is not shipped gives its `name`, `cost` and `worth` itself.
    """

    share: Annotated[N, limits("share", personal=True)]
    cost: Annotated[N, limits("USD", 0, 1e6, personal=True)] | None = None
    worth: Annotated[N, limits("share", personal=True)] | None = None
    name: str | None = None


class Where(Struct, frozen=True):
    """The place of a program, in words."""

    state: str | None = None
    county: str | None = None
    metro: str | None = None


class Program(Struct, Generic[N, M], frozen=True):
    """A program: its people, their households, what they do, what it costs and who pays."""

    name: str
    summary: str
    people: Served[N]
    services: dict[str, Service[N, M]]
    cost: Cost[N]
    funding: dict[str, Fund[N]]
    place: Where | None = None
    participant: Participant[N] | None = None
    households: dict[str, Home[N]] = {}
    supports: dict[str, Taken[N]] = {}
    caution: str | None = None
    sources: dict[str, Source] = {}


ProgramRecords: TypeAlias = Program[Assumption, Assumption]
SupportRecord: TypeAlias = Support[Assumption]
