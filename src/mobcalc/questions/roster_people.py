"""People in columns, and the groups of them that differ in numbers alone."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, get_args

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.household.people_homes import NOBODY, HomePeople, Homes, nearest_homes, part_of_homes
from mobcalc.model import Array
from mobcalc.projection.case import Case, ids_of, misfits, unchecked
from mobcalc.results.notices import Notice
from mobcalc.sampling import Arrays, restated
from mobcalc.sampling.filling import refill
from mobcalc.sampling.monte_carlo import is_uncertain
from mobcalc.schema import Assumption, Education, Person, Records, Sex, record_at, with_steps
from mobcalc.simulation.people import Group
from mobcalc.units import FULL_TIME_WEEK

Places = NDArray[np.intp]


class People(Struct, frozen=True):
    """People in columns (people,); not a number where something is not known.

    `keys` are those of their random numbers. `sex` and `education` say where in `SEXES` and `EDUCATIONS` theirs is,
    `settings` and `asked` which assumptions and which set of pathways are theirs. `children` are ages now.
    """

    keys: NDArray[np.uint64]
    age: Array
    sex: Places
    education: Places
    wage: Array
    hours: Array
    years_out: Array
    adults: Array
    children: Sequence[tuple[int, ...]]
    partner_earnings: Array
    disability: NDArray[np.bool_]
    settings: Places
    asked: Places


SEXES: tuple[Sex | None, ...] = (None, *get_args(Sex))
EDUCATIONS: tuple[Education | None, ...] = (None, *get_args(Education))
OLDEST = 128
"""Above every age that there is [years]."""


class Shape(NamedTuple):
    """What makes the calculation of one person differ from that of another in more than numbers."""

    goal: str | None
    has_place: bool
    asked: int
    sex: str | None
    education: str | None
    has_wage: bool
    has_years_out: bool


class Setting(Struct, frozen=True):
    """The assumptions at a place and for an occupation, the same for everybody there.

    `goal` is the occupation, None without one, and `state` the number of the state, -1 without a place.
    """

    records: Records
    goal: str | None = None
    state: int = -1


class Members(NamedTuple):
    """People of one group: where they stand among all (people,), the ids asked about, and the group.

    `unfit` are those of the pathways that do not fit into a life, which are not in the group.
    """

    where: Places
    ids: list[str]
    group: Group
    unfit: dict[str, Notice]


class Shapes:
    """The cases of all shapes that have been met: they take longer to make than to use."""

    def __init__(
        self,
        settings: Sequence[Setting],
        asked: Sequence[tuple[str, ...]],
        baseline: str | None,
        homes: Homes | None = None,
    ) -> None:
        """Begin without any.

        Args:
            settings: assumptions by place and occupation; more may be put at its end.
            asked: sets of pathway ids, empty for those shown by default; more may be put at its end.
            baseline: id of the pathway to compare with; no postsecondary when not given.
            homes: the tables of households, where what these keep is asked for.
        """
        self.homes = homes
        self.settings, self.asked, self.baseline = settings, asked, baseline
        self.cases: dict[Shape, Case] = {}
        self.aged: dict[tuple[Shape, float], tuple[Case, dict[str, Notice]]] = {}
        self.names: dict[Shape, list[str]] = {}
        self.tables: dict[Shape, dict[str, Array]] = {}

    def members(self, people: People) -> Iterator[Members]:
        """The people by group, in an order that depends on them alone."""
        codes, homes = self._codes(people), self._homes(people)
        order = np.argsort(codes, kind="stable")
        starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
        for start, end in pairwise([*starts.tolist(), len(order)]):
            where = order[start:end]
            shape, age = self._shape(people, int(where[0])), float(people.age[where[0]])
            home = None if homes is None or not shape.has_place else part_of_homes(homes, where)
            yield self._group(people, where, shape, age, home)

    def _codes(self, people: People) -> NDArray[np.int64]:
        """A number for each person that is the same for those who differ in numbers alone (people,)."""
        goals = {goal: code for code, goal in enumerate(dict.fromkeys(one.goal for one in self.settings))}
        of_settings = np.array([2 * goals[one.goal] + (one.records.place is not None) for one in self.settings])
        codes = of_settings[people.settings].astype(np.int64)
        parts = (
            (people.asked, len(self.asked)),
            (people.sex, len(SEXES)),
            (people.education, len(EDUCATIONS)),
            (~np.isnan(people.wage), 2),
            (~np.isnan(people.years_out), 2),
            (people.age.astype(np.int64), OLDEST),
        )
        for part, count in parts:
            codes = codes * count + part
        return codes

    def _shape(self, people: People, place: int) -> Shape:
        """The shape of one person."""
        setting = self.settings[people.settings[place]]
        return Shape(
            setting.goal,
            setting.records.place is not None,
            int(people.asked[place]),
            SEXES[people.sex[place]],
            EDUCATIONS[people.education[place]],
            not np.isnan(people.wage[place]),
            not np.isnan(people.years_out[place]),
        )

    def _group(self, people: People, where: Places, shape: Shape, age: float, home: HomePeople | None) -> Members:
        """People of one shape and age; a price or a length of their own is that of all of them."""
        whole = self._case(people, int(where[0]), shape)
        if (shape, age) not in self.aged:
            self.aged[shape, age] = _at_age(whole, age)
        case, unfit = self.aged[shape, age]
        columns = self._columns(people, where, shape, whole, age)
        if unfit:
            columns = {name: column for name, column in columns.items() if _is_there(case.arrays, name)}
        return Members(where, whole.ids, Group(case, columns, people.keys[where], home), unfit)

    def _homes(self, people: People) -> HomePeople | None:
        """The households of people, or the nearest that a table has; None where what they keep is not asked for."""
        return None if self.homes is None else nearest_homes(self.home_people(people))

    def home_people(self, people: People) -> HomePeople:
        """The households of people as they are, whether or not any table has them."""
        most = max(map(len, people.children), default=0)
        ages = np.array([[*own, *[NOBODY] * (most - len(own))] for own in people.children]).reshape(
            len(people.children), most
        )
        care = np.array([_infant_care(one.records) for one in self.settings])
        return HomePeople(
            adults=people.adults,
            ages=ages.astype(np.float64),
            partner=np.nan_to_num(people.partner_earnings),
            disability=people.disability,
            infant_care=care[people.settings],
            states=np.array([one.state for one in self.settings])[people.settings],
        )

    def _case(self, people: People, place: int, shape: Shape) -> Case:
        """The case of a shape, made of one of its people."""
        if shape not in self.cases:
            records = self.settings[people.settings[place]].records
            known = {"sex": shape.sex, "education": shape.education}
            given: dict[str, Any] = {name: word for name, word in known.items() if word is not None}
            person = records.person
            numbers = {"start_age": float(people.age[place])}
            numbers |= {"wage": float(people.wage[place])} if shape.has_wage else {}
            numbers |= {"years_out": float(people.years_out[place])} if shape.has_years_out else {}
            given |= {name: _fact(person, name, value) for name, value in numbers.items()}
            records = msgspec.structs.replace(records, person=msgspec.structs.replace(person, **given))
            self.cases[shape] = unchecked(records, ids_of(records, self.asked[shape.asked], self.baseline))
        return self.cases[shape]

    def _columns(self, people: People, where: Places, shape: Shape, case: Case, age: float) -> dict[str, Array]:
        """What differs between the people of a group, by dotted name."""
        hours = people.hours[where]
        usual = float(case.arrays.person.weekly_hours[0, 0])
        hours = np.where(np.isnan(hours), usual, np.where(hours == 0.0, FULL_TIME_WEEK, hours))
        columns = {AGE: _of_age(age), "person.weekly_hours": hours[:, None]}
        columns |= {"person.wage": people.wage[where][:, None]} if shape.has_wage else {}
        columns |= {"person.years_out": people.years_out[where][:, None]} if shape.has_years_out else {}
        settings = people.settings[where]
        for name, table in self._tables(shape, case).items() if shape.has_place else ():
            column = table.take(settings, axis=0)
            columns[name] = column[:1] if (column == column[0]).all() else column
        return columns

    def _tables(self, shape: Shape, case: Case) -> dict[str, Array]:
        """The figures of places that a case rests on, by dotted name (settings, n); not a number in other settings."""
        if shape not in self.names:
            names = [name for name in _local_names(case.settled, case.ids) if _is_there(case.arrays, name)]
            # A figure with a range was given for all places, and is drawn as any other.
            self.names[shape] = [name for name in names if not is_uncertain(name, record_at(case.settled, name))]
        known = self.tables.get(shape, {})
        if not known or len(next(iter(known.values()))) < len(self.settings):
            self.tables[shape] = {name: self._table(shape, name) for name in self.names[shape]}
        return self.tables[shape]

    def _table(self, shape: Shape, name: str) -> Array:
        """One figure of all settings of a shape (settings, n); not a number in others."""
        alike = [one.goal == shape.goal and one.records.place is not None for one in self.settings]
        rows = [
            np.atleast_1d(restated(one.records, record_at(one.records, name))) if is_alike else None
            for one, is_alike in zip(self.settings, alike, strict=True)
        ]
        width = next(len(row) for row in rows if row is not None)
        return np.array([np.full(width, np.nan) if row is None else row for row in rows])


AGE = "person.start_age"
UNITS = {"wage": "USD/hour", "years_out": "years", "start_age": "years"}
OF_PATHWAYS = ("earnings.percentiles", "costs.tuition_and_fees", "costs.grants")
"""What of a pathway depends on the place."""


def _of_age(age: float) -> Array:
    """An age in the one row that all people of it share [years] (1, 1)."""
    return np.full((1, 1), age)


def _at_age(case: Case, age: float) -> tuple[Case, dict[str, Notice]]:
    """A case at another age, without the pathways that do not fit into the rest of a life, and why these do not."""
    unfit = misfits(refill(case.arrays, {AGE: _of_age(age)}), case.ids)
    if unfit:
        case = unchecked(case.given, [name for name in case.ids if name not in unfit])
    runs = tuple(msgspec.structs.replace(run, arrays=refill(run.arrays, {AGE: _of_age(age)})) for run in case.runs)
    return msgspec.structs.replace(case, arrays=refill(case.arrays, {AGE: _of_age(age)}), runs=runs), unfit


def _local_names(settled: Records, ids: Sequence[str]) -> list[str]:
    """The dotted names of the figures that differ between places and that earnings rest on."""
    assert settled.place is not None
    levels = [f"place.earnings_levels.{name}" for name in settled.place.earnings_levels.__struct_fields__]
    own = [f"pathways.{name}.{part}" for name in with_steps(settled, ids) for part in OF_PATHWAYS]
    return ["economy.minimum_wage", *levels, *own]


def _fact(person: Person[Assumption, Assumption], name: str, value: float) -> Assumption:
    """A fact of the person as given, in dollars of the price year."""
    like: Assumption = getattr(person, name) or person.start_age
    return msgspec.structs.replace(like, value=value, unit=UNITS[name], price_year=None, range=None, kind="user")


def _infant_care(records: Records) -> float:
    """The price of the cheaper kind of care of an infant at a place [USD/week]; not a number without one."""
    place = records.place
    if place is None:
        return float("nan")
    prices = [restated(records, one) for one in (place.infant_care_center, place.infant_care_family)]
    return min(float(price) for price in prices)  # type: ignore[arg-type]  # single numbers


def _is_there(arrays: Arrays, name: str) -> bool:
    """Whether there is a number of a dotted name."""
    part: Any = arrays
    for key in name.split("."):
        part = (part.get(key) if isinstance(part, dict) else getattr(part, key, None)) if part is not None else None
    return part is not None
