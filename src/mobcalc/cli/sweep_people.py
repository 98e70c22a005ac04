"""Scenarios without draws as rows of one calculation: those that differ in place and person alone.

A scenario is put together of what is known of its person and of its place, each read once by the code of every command.
Whatever rows cannot carry, or what may be refused, is left to be answered alone.
"""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from mobcalc.cli.memory import Memory
from mobcalc.cli.options import Output
from mobcalc.cli.roster_settings import USUAL, number_of_state
from mobcalc.cli.scenario import Here, load_here, read_case
from mobcalc.cli.sweep_axes import SET
from mobcalc.cli.sweep_options import Options, options_of
from mobcalc.cli.sweep_scenarios import Common, Said
from mobcalc.errors import InputError
from mobcalc.household.people_homes import Homes
from mobcalc.household_types import GROWN
from mobcalc.loader.person_checks import least_wage
from mobcalc.questions.compare_rows import PathwayFigures, can_be_rows, pathway_figures
from mobcalc.questions.roster_people import EDUCATIONS, SEXES, Members, People, Setting, Shapes
from mobcalc.report.compare_columns import SHORT, rounded
from mobcalc.sampling import restated
from mobcalc.schema import COUNTERFACTUAL, Assumption
from mobcalc.store.tax_rules import part_of, years

WHERE, OCCUPATION = ("state", "county", "metro"), "occupation"
PERSON = (
    *("age", "sex", "wage", "hours", "education", "years_out"),
    *("adults", "child", "kids", "partner_earnings", "disability"),
)
"""What rows carry of a place and of a person."""
ALONE = ("quit_after", "attachment", "health_plan", "unmarried", "voucher", "rules")
"""What is answered for one scenario at a time."""
CHANCE, AGE = "chance", "ahead_from"
"""The short column that has nothing without draws, and the one of whole numbers."""
MOST_SETTINGS = 1_000
"""Of so many places, each with what else is asked, the assumptions are kept from batch to batch."""
MOST_PERSONS = 20_000
"""So many persons are."""

Answer = list[tuple[str, dict[str, float | None]]]
"""The pathways of a scenario, the baseline first, with their figures by short name."""


class Person(NamedTuple):
    """A person and a household, not a number where something is not known; `sex` and `education` by their place."""

    age: float
    sex: int
    education: int
    wage: float
    hours: float
    years_out: float
    adults: float
    children: tuple[int, ...]
    partner_earnings: float
    disability: bool


class Row(NamedTuple):
    """A scenario by its number in the batch, with the place and the person that it is put together of."""

    number: int
    setting: int
    person: Person


class Peers:
    """Scenarios that ask the same of people and places."""

    def __init__(self, common: Common, said: Said, memory: Memory) -> None:
        """Begin without any place.

        Args:
            common: what all scenarios share.
            said: what these have in common.
            memory: what scenarios have looked up.
        """
        self.common, self.said, self.memory = common, said, memory
        self.states: list[str] = []
        self.settings: list[Setting] = []
        self.known: dict[tuple[Any, ...], int | None] = {}
        self.homes: Homes | None = None
        self.shapes: Shapes | None = None

    def setting(self, said: Said) -> int | None:
        """Which setting is that of the place of a scenario; None where it is to be answered alone."""
        where = tuple(said.get(field) for field in WHERE)
        if where not in self.known:
            named = {field: said[field] for field in WHERE if field in said}
            try:
                self.known[where] = self._added({**self.said, **named})
            except InputError:
                self.known[where] = None
        return self.known[where]

    def _added(self, said: Said) -> int | None:
        """The number of a new setting; None where its scenarios are to be answered alone."""
        options = options_of(self.common, said)
        here = _here(options, self.common, self.memory)
        case = read_case(here, options.pathways)
        if not _is_usual(here):
            return None
        if self.shapes is None:
            year = here.loaded.assumptions.economy.rules_year
            self.homes = Homes(lambda state: partial(part_of, year, self.states[state]), year)
            self.shapes = Shapes(self.settings, [case.pathways], case.baseline, self.homes)
        if (case.pathways, case.baseline) != (self.shapes.asked[0], self.shapes.baseline):
            return None
        state = number_of_state(here, self.states)
        self.settings.append(Setting(here.loaded.assumptions, options.place.occupation, state))
        return len(self.settings) - 1

    def may_refuse(self, setting: int, person: Person) -> bool:
        """Whether a person may be refused at a place: for a low wage, or for an education beside another baseline."""
        assert self.shapes is not None
        has_education = EDUCATIONS[person.education] is not None
        if has_education and self.shapes.baseline not in (None, COUNTERFACTUAL):
            return True
        return person.wage < least_wage(self.settings[setting].records)

    def answers(self, rows: Sequence[Row]) -> Iterator[tuple[int, Answer]]:
        """The answers of rows by the numbers of these; none of those that are to be answered alone."""
        assert self.shapes is not None
        for members in self.shapes.members(_people(rows)):
            if can_be_rows(members):
                numbers = [rows[place].number for place in members.where.tolist()]
                yield from zip(numbers, _answers(members, self.homes), strict=True)


class Crowd:
    """The people and places of all scenarios so far."""

    def __init__(self, common: Common, memory: Memory) -> None:
        """Begin with nobody."""
        self.common, self.memory = common, memory
        self.persons: dict[Any, Person | None] = {}
        self.peers: dict[Any, Peers] = {}

    def answers(self, scenarios: Sequence[Said]) -> dict[int, Answer]:
        """The answers of those scenarios that rows can carry, by their numbers."""
        found: dict[int, Answer] = {}
        parts: dict[int, tuple[Peers, list[Row]]] = {}
        for number, said in enumerate(scenarios):
            if (row := self._row(number, said)) is not None:
                peers, one = row
                parts.setdefault(id(peers), (peers, []))[1].append(one)
        for peers, rows in parts.values():
            found |= dict(peers.answers(rows))
        if sum(len(one.settings) for one in self.peers.values()) > MOST_SETTINGS:
            self.peers.clear()
        if len(self.persons) > MOST_PERSONS:
            self.persons.clear()
        return found

    def _row(self, number: int, said: Said) -> tuple[Peers, Row] | None:
        """A scenario with its peers; None where it is to be answered alone."""
        if any(field in said for field in ALONE):
            return None
        person = self._person(said)
        if person is None:
            return None
        same = {field: value for field, value in said.items() if field not in (*WHERE, *PERSON)}
        key = tuple(sorted(same.items()))
        if key not in self.peers:
            self.peers[key] = Peers(self.common, same, self.memory)
        peers = self.peers[key]
        setting = peers.setting(said)
        if setting is None or peers.may_refuse(setting, person):
            return None
        return peers, Row(number, setting, person)

    def _person(self, said: Said) -> Person | None:
        """Who a scenario is about; None where that may be refused."""
        # What is set may be of a route into the occupation.
        left_out = WHERE if SET in said else (*WHERE, OCCUPATION)
        known = {field: value for field, value in said.items() if field not in left_out}
        key = tuple(sorted(known.items()))
        if key not in self.persons:
            options = options_of(self.common, known)
            try:
                self.persons[key] = _person_of(_here(options, self.common, self.memory))
            except InputError:
                self.persons[key] = None
        return self.persons[key]


def _here(options: Options, common: Common, memory: Memory) -> Here:
    """The assumptions of somebody at a place; whether a wage is too low there is another question."""
    said = (*options.said, options.rate)
    return load_here(options.values, Output(), options.place, said, common.client, kept=memory, keeps_low_wage=True)


def _is_usual(here: Here) -> bool:
    """Whether taxes and benefits at a place are looked up in columns, or there are none."""
    loaded = here.loaded
    person, economy = loaded.assumptions.person, loaded.assumptions.economy
    is_usual = all(getattr(person, name) == usual for name, usual in USUAL.items())
    if here.provenance.place is None:
        return is_usual and not any(name in loaded.places for name in NEED_A_PLACE)
    return is_usual and loaded.assumptions.living_wage.child_care is None and economy.rules_year in years()


NEED_A_PLACE = ("person.care", "person.tanf", "person.school_meals", "economy.rules_year")
"""What is refused without a place, of what rows may carry."""


def _person_of(here: Here) -> Person | None:
    """The person that assumptions are of; None for what columns do not have."""
    records = here.loaded.assumptions
    person = records.person
    ages = [] if person.children is None else person.children.value
    if not isinstance(ages, list) or any(not 0 <= age < GROWN for age in ages):
        return None
    if person.wage is not None and person.wage.price_year not in (None, records.economy.price_year):
        return None

    def number(record: Assumption | None) -> float:
        """A number in dollars of the price year; not a number where there is none."""
        return math.nan if record is None else float(restated(records, record))  # type: ignore[arg-type]

    return Person(
        age=number(person.start_age),
        sex=SEXES.index(person.sex),
        education=EDUCATIONS.index(person.education),
        wage=number(person.wage),
        hours=number(person.weekly_hours),
        years_out=number(person.years_out),
        adults=number(person.adults),
        children=tuple(map(int, ages)),
        partner_earnings=number(person.partner_earnings),
        disability=person.disability,
    )


def _people(rows: Sequence[Row]) -> People:
    """Scenarios as people in columns."""
    amounts = ("age", "wage", "hours", "years_out", "adults", "partner_earnings")
    return People(
        keys=np.zeros(len(rows), np.uint64),
        sex=np.array([row.person.sex for row in rows], np.intp),
        education=np.array([row.person.education for row in rows], np.intp),
        children=[row.person.children for row in rows],
        disability=np.array([row.person.disability for row in rows], np.bool_),
        settings=np.array([row.setting for row in rows], np.intp),
        asked=np.zeros(len(rows), np.intp),
        **{name: np.array([getattr(row.person, name) for row in rows], np.float64) for name in amounts},
    )


def _answers(members: Members, homes: Homes | None) -> Iterator[Answer]:
    """The answer of each case of a group."""
    each = [_figures(one) for one in pathway_figures(members, homes)]
    ids = members.group.case.ids
    return ([(name, of[place]) for name, of in zip(ids, each, strict=True)] for place in range(members.group.size))


def _figures(of: PathwayFigures) -> list[dict[str, float | None]]:
    """The figures of a pathway by their short names, case by case, rounded as the contract says."""
    columns = {name: _said(name, of) for name in SHORT}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _said(name: str, of: PathwayFigures) -> list[float | None]:
    """A short column, case by case; None where there is nothing to say."""
    if name == CHANCE:
        return [None] * len(of.gain)
    whole = int if name == AGE else float
    return [None if math.isnan(one) else rounded(name, whole(one)) for one in getattr(of, name).tolist()]
