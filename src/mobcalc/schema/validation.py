"""The shape of a published case: what was published, from which inputs, and how closely it has to be met."""

from typing import Literal, TypeAlias

from msgspec import Struct

from mobcalc.schema.record import Education, Sex, Timing

PUBLISHED = "validation/published.yaml"
"""The file of published cases, below the folder of the bundled assumptions."""
CaseKind = Literal["exact", "identity", "band"]
FigureUnit = Literal["USD", "thousand USD", "share", "ratio", "yes or no"]


class Expected(Struct, frozen=True, forbid_unknown_fields=True):
    """A published figure, with a tolerance, or the band that is all a comparison justifies.

    `tolerance` is in the figure's own unit, `relative_tolerance` a share of it. A band has two ends, null where it is
    open; `published` beside a band is context and is met by nothing.
    """

    unit: FigureUnit
    published: float | None = None
    tolerance: float | None = None
    relative_tolerance: float | None = None
    band: tuple[float | None, float | None] | None = None


class Form(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="form"):
    """What a case is worked out from; each form names the figures that come of it."""


class Stream(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Payments that grow: the first one, their number, and when in the year each counts."""

    first: float
    years: int
    timing: Timing
    growth: float = 0.0
    discount_rate: float = 0.0


class Payments(Form, frozen=True, tag="payments"):
    """The present value of each stream of payments; `less` are differences of two of them."""

    streams: dict[str, Stream]
    less: dict[str, tuple[str, str]] = {}


class Variant(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One way to sum an effect path: discounting, fade-out a year, the part kept, and the part after a year."""

    discount_rate: float = 0.0
    fade_out: float = 0.0
    kept: float = 1.0
    share_after_year: int | None = None


class EffectSum(Form, frozen=True, tag="effect sum"):
    """The present value of an effect path by year since enrolment, or the part of it after a year."""

    effects: dict[int, float]
    years: int
    timing: Timing
    variants: dict[str, Variant]
    before_first: float = 0.0


class Profile(Form, frozen=True, tag="profile"):
    """Earnings by age as the exponential of a polynomial in tens of years; their sum and present value."""

    coefficients: list[float]
    ages: tuple[int, int]
    discount_rate: float
    timing: Timing


class Fraction(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The sum of some figures by name, over the sum of others; a minus sign before a name takes it off."""

    of: list[str]
    over: list[str] = []


class Arithmetic(Form, frozen=True, tag="arithmetic"):
    """Sums and ratios of published figures: nothing of the model is in it."""

    figures: dict[str, float]
    results: dict[str, Fraction]


class GoodJobs(Form, frozen=True, tag="good jobs"):
    """Whether pay at an age, in the dollars of the shipped thresholds, is that of a good job."""

    workers: dict[str, tuple[float, float]]


class PublicFunds(Form, frozen=True, tag="public funds"):
    """The marginal value of a program's cost, from a measured effect path, a tax rate, and what else it saves."""

    effects: dict[int, float]
    years: int
    timing: Timing
    discount_rate: float
    tax_rate: float
    cost: float
    saved: float = 0.0


class PublicBudget(Form, frozen=True, tag="public budget"):
    """What a benefit costs that many draw and some are moved by to earn more."""

    benefit: float
    served: float
    moved: float
    gain: float
    tax_rate: float


class ShippedNumbers(Form, frozen=True, tag="shipped numbers"):
    """Shipped assumptions by dotted name, as they stand."""

    names: dict[str, str]


class Standing(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A place among the workers of the occupation that a pathway leads to."""

    pathway: str
    standing: float


class OccupationWages(Form, frozen=True, tag="occupation wages"):
    """What workers of an occupation earn, as the pathway into it has them, in dollars of the price year."""

    results: dict[str, Standing]


class Worker(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody with an education who starts no training."""

    sex: Sex
    education: Education
    start_age: int


class PayWithoutTraining(Form, frozen=True, tag="pay without training"):
    """Full-time pay in the first year without training, in dollars of a year."""

    results: dict[str, Worker]
    dollars_of: int


class GainYear(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A year, counted from enrolment (1 is the first) or as times after finishing, and whose gain in it is meant.

    `over` is what the gain is divided by.
    """

    dollars_of: int
    year: int | None = None
    after_finishing: tuple[float, float] | None = None
    sex: Sex | None = None
    over: float = 1.0


class YearlyGain(Form, frozen=True, tag="yearly gain"):
    """What counts as the gain in yearly earnings of a group of a shipped pathway over no training."""

    pathway: str
    group: Literal["expected", "completer"]
    start_age: int
    results: dict[str, GainYear]


class StudyYear(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A year since enrolment of the people of a study: its effect, what pay says of them, or that over the effect."""

    year: int
    dollars_of: int
    of: Literal["study", "pay", "pay over study"] = "study"


class StudyYears(Form, frozen=True, tag="study years"):
    """What a shipped study found on all who start, and what the tool's own pay estimate is for the same people."""

    study: str
    results: dict[str, StudyYear]


class PayOverLife(Form, frozen=True, tag="pay over life"):
    """Full-time pay of finishers over that of the same people without training, summed over ages."""

    pathway: str
    start_age: int
    ages: tuple[int, int]
    set: dict[str, float] = {}


class GapOfSex(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whose gap is meant."""

    sex: Sex


class GapOverLife(Form, frozen=True, tag="gap over life"):
    """The present value, at the first of the ages, of what finishers earn more over the plain sum of it.

    Survival is left out; both are of the same ages.
    """

    pathway: str
    start_age: int
    ages: tuple[int, int]
    discount_rate: float
    timing: Timing
    results: dict[str, GapOfSex]


class Starter(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The age at which training is started."""

    start_age: int


class PayRatio(Form, frozen=True, tag="pay ratio"):
    """Yearly pay of finishers five years after training, of one shipped pathway over another."""

    pathway: str
    versus: str
    results: dict[str, Starter]


class ChanceAhead(Form, frozen=True, tag="chance ahead"):
    """The share of simulated lives that end ahead by the least that counts, with some assumptions set."""

    pathway: str
    draws: int
    results: dict[str, Starter]
    set: dict[str, float] = {}


Given: TypeAlias = (
    Payments
    | EffectSum
    | Profile
    | Arithmetic
    | GoodJobs
    | PublicFunds
    | PublicBudget
    | ShippedNumbers
    | OccupationWages
    | PayWithoutTraining
    | YearlyGain
    | StudyYears
    | PayOverLife
    | GapOverLife
    | PayRatio
    | ChanceAhead
)


class PublishedCase(Struct, frozen=True, forbid_unknown_fields=True):
    """A published result: what it is, who published it, what it is worked out from, and what has to come out.

    `cites` is a key of the sources, where the source is one of them.
    """

    kind: CaseKind
    question: str
    source: str
    given: Given
    expect: dict[str, Expected]
    cites: str | None = None
    note: str | None = None
