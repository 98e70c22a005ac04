"""A record of a run: the question, all that the answer rests on, and the answer itself.

It has no date and no path of the machine, so that two equal runs have equal records; who wants a date puts it into the
name of the file.
"""

from typing import Any, Literal, TypeAlias

from msgspec import Struct

from mobcalc.results.amounts import Money, MoneyPerYear, ShareOf
from mobcalc.schema import Kind

RECORD = 1
"""The number of the format; a record of a later one is refused and not misread."""
Recordable: TypeAlias = Literal["compare", "timeline", "cliff", "livingwage", "sensitivity", "solve"]
"""The commands whose answers are recorded."""


class Leaf(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An assumption or a setting in force, as far as a number may rest on it; a setting has a value alone."""

    value: Any
    unit: str | None = None
    kind: Kind | None = None
    source: str = ""
    price_year: int | dict[str, int] | None = None
    range: tuple[float, float] | None = None
    bound: bool = False


class RecordedCase(Struct, frozen=True, forbid_unknown_fields=True):
    """What one client's answer rests on: `scenario` is the file of the case, None where flags alone describe it.

    `rules` names the package that computed taxes and benefits, None without a place.
    """

    scenario: str | None
    assumptions_sha256: str
    rules: str | None
    assumptions: dict[str, Leaf]


class RunRecord(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One run.

    `arguments` are what was said, by the names of the options; `environment` the file or folder of assumptions that no
    option named; `files` the texts of all files that were read, by their names. `tables` has the checksums of the
    published tables that the answer may rest on, none without a place and an occupation.
    """

    record: int
    mobcalc: str
    python: str
    numpy: str
    command: Recordable
    arguments: dict[str, bool | str | list[str]]
    environment: str | None
    files: dict[str, str]
    seed: int
    draws: int
    tables: dict[str, str]
    cases: list[RecordedCase]
    answer_sha256: str
    answer: dict[str, Any]


class AnsweredGain(Struct, frozen=True):
    """What the JSON of `compare` says of a gain, as far as two of them are set beside each other."""

    net_present_value: Money | None = None
    net_resources_present_value: Money | None = None


class AnsweredPay(Struct, frozen=True):
    """The same of one group's pay."""

    pay_first_year_after_training: MoneyPerYear | None = None


class AnsweredVersus(Struct, frozen=True):
    """The same of a pathway over the baseline."""

    gain: AnsweredGain = AnsweredGain()
    gain_mean: Money | None = None
    chance_well_ahead: ShareOf | None = None


class AnsweredPathway(Struct, frozen=True):
    """The same of a pathway."""

    id: str
    name: str
    family: str = ""
    label: str | None = None
    completion_rate: ShareOf | None = None
    expected: AnsweredPay | None = None
    completer: AnsweredPay | None = None
    versus_baseline: AnsweredVersus | None = None


class AnsweredCase(Struct, frozen=True):
    """The same of one client's case."""

    person: dict[str, Any] = {}
    pathways: list[str] = []
    baseline: str | None = None
    discount_rate: float | None = None


class AnsweredPlace(Struct, frozen=True):
    """The same of the place."""

    state: str
    county: str | None = None
    city: str | None = None
    metro: str | None = None


class AnsweredOccupation(Struct, frozen=True):
    """The same of the occupation."""

    title: str


class AnsweredOverride(Struct, frozen=True):
    """The same of a value that the user set."""

    name: str
    value: Any


class ClientAnswer(Struct, frozen=True):
    """The same of one client's answer."""

    scenario: str | None = None
    case: AnsweredCase | None = None
    place: AnsweredPlace | None = None
    occupation: AnsweredOccupation | None = None
    overrides: list[AnsweredOverride] = []
    seed: int | None = None
    draws: int | None = None
    baseline: str | None = None
    pathways: list[AnsweredPathway] = []


class Answered(Struct, frozen=True):
    """An answer in a file: with its record or, of `compare`, the plain JSON alone.

    `clients` are what can be set beside another answer, one for each client; pathways in them are those of `compare`.
    """

    file: str
    command: Recordable
    record: RunRecord | None
    answer: dict[str, Any]
    clients: list[ClientAnswer]
