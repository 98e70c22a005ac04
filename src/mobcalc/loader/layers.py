"""What a user gives to the loader, and what comes back; light enough to import for `--help`."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mobcalc.schema import Records

PERSONAL = {
    "age": "person.start_age",
    "sex": "person.sex",
    "wage": "person.wage",
    "hours": "person.weekly_hours",
    "retire_age": "person.retire_age",
    "education": "person.education",
    "attachment": "person.attachment",
    "years_out": "person.years_out",
    "out": "person.planned_out",
    "cost": "person.training_cost",
    "length": "person.training_length",
    "no_aid": "person.without_aid",
    "quit_after": "person.quit_after",
    "adults": "person.adults",
    "child": "person.children",
    "kids": "person.children",
    "children": "person.children",
    "partner_earnings": "person.partner_earnings",
    "disability": "person.disability",
    "child_care": "person.care",
    "health_plan": "person.health_plan",
    "unmarried": "person.unmarried",
    "voucher": "person.voucher",
    "tanf": "person.tanf",
    "school_meals": "person.school_meals",
    "loan": "person.loan",
    "loan_rate": "person.loan_rate",
    "loan_term": "person.loan_term",
}
"""What flags and scenario files call the facts about the person, and their dotted names."""


class Flag(NamedTuple):
    """A value given on the command line: the flag, the dotted name it sets, and the text given."""

    flag: str
    name: str
    text: str


class Layers(NamedTuple):
    """What lies over the bundled assumptions, lowest first.

    `program` is what a program's file says of those who take part, each text as YAML, right below the flags.
    `draft` is what the scenario file would hold, where it is not written yet.
    `surveyed` gives a city's own figures, which lie below all others, from the assumptions with published ones in them.
    `keeps_low_wage`: a wage below the minimum is what somebody reported, and no slip of the pen.
    """

    environment: str | None = None
    paths: Sequence[str] = ()
    scenario: str | None = None
    flags: Sequence[Flag] = ()
    draft: str | None = None
    surveyed: "Callable[[Records], Sequence[Flag]] | None" = None
    program: Sequence[Flag] = ()
    keeps_low_wage: bool = False


class Override(NamedTuple):
    """A value that replaced another: its dotted name, the value in use, and the file and line or flag."""

    name: str
    value: Any
    price_year: int | dict[int, int] | None
    given_by: str


PLACE = ("state", "county", "metro", "occupation")
"""What flags and scenario files say of the place and the occupation."""


class Choice(NamedTuple):
    """What a scenario file chooses besides values: pathway ids, the baseline, and the place.

    `place` holds, for each of `PLACE` that is given, what was written and the file and line.
    """

    pathways: tuple[str, ...] = ()
    baseline: str | None = None
    where: str = ""
    place: Mapping[str, tuple[str, str]] = {}


class Loaded(NamedTuple):
    """Checked assumptions, what was put over the bundled ones, and what a scenario file chose.

    `bundled` has the local figures of the place in it, if one was given. `places` holds the file and line, or the flag,
    of every name that a layer over those gave, and `beneath` what a name had before the last layer that gave it.
    """

    assumptions: "Records"
    overrides: tuple[Override, ...]
    choice: Choice
    bundled: "Records"
    places: Mapping[str, str]
    beneath: Mapping[str, Override] = MappingProxyType({})
