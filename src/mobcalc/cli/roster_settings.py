"""The assumptions of the places and occupations of a roster, each put together once, by the code of every command."""

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from mobcalc.cli.layers import environment
from mobcalc.cli.memory import Memory
from mobcalc.cli.options import Output, Pathways, Place, Rate, Values
from mobcalc.cli.scenario import Here, load_here, read_case
from mobcalc.errors import InputError, input_error
from mobcalc.household.people_homes import Homes
from mobcalc.loader.texts import Texts, reading
from mobcalc.questions.roster_people import Setting, Shapes
from mobcalc.store.occupation_pathway import SOC_LENGTH
from mobcalc.store.tax_rules import part_of

USUAL = {"attachment": "attached", "health_plan": "employer", "unmarried": False, "voucher": False}
"""The circumstances of all households whose taxes and benefits are looked up in columns."""


class Question(NamedTuple):
    """What is asked of everybody: the assumptions and, where a row names none, the pathways and the occupation.

    `programs` are pathways by the name of a program.
    """

    values: Values
    pathways: Pathways
    rate: Rate
    occupation: str | None = None
    programs: Mapping[str, str] = MappingProxyType({})


class Kept(NamedTuple):
    """Whether what households keep is asked for, and whether the nearest stands for one that no table has."""

    is_asked: bool = True
    takes_nearest: bool = False


class Held(NamedTuple):
    """The texts of a user's files of assumptions by name, and which of them is read without being named."""

    texts: Mapping[str, str]
    environment: str | None = None


class Settings:
    """Places and occupations as they come up; files are read once, and hold for all of them."""

    def __init__(self, question: Question, kept: Kept, held: Held | None = None) -> None:
        """Begin with the country and what everybody is asked about.

        Args:
            question: what that is.
            kept: whether what households keep is asked for.
            held: what stands in the place of files, where they were read before; they are read now without.

        Raises:
            InputError: for what the flags say that cannot be used.
        """
        self.question, self.kept, self.programs = question, kept, question.programs
        self.heres: list[Here] = []
        self._settings: list[Setting] = []
        self._known: dict[tuple[str, str, str], int] = {}
        self._asked: list[tuple[str, ...]] = []
        self._occupations: list[str] = []
        self._memory = Memory()
        read = Texts() if held is None else _texts(held)
        with reading(read):
            first = self._here("", "", question.occupation or "")
        self.held = Held(read.read, environment()) if held is None else held
        case = read_case(first, question.pathways)
        self.baseline, self.provenance = case.baseline, case.provenance
        self.chosen = case.pathways
        self.names_pathways = bool(question.pathways.pathway or question.occupation)
        retire = first.loaded.assumptions.person.retire_age.value
        assert isinstance(retire, float)
        economy = first.loaded.assumptions.economy
        rate = economy.discount_rate.value
        assert isinstance(rate, float)
        self.retire_age, self.price_year, self.discount_rate = retire, economy.price_year, rate
        self.states: list[str] = []
        homes = self._homes(first) if kept.is_asked else None
        self.shapes = Shapes(self._settings, self._asked, self.baseline, homes)
        self.asked("")
        self._check_programs()

    def _check_programs(self) -> None:
        """Refuse a program of pathways that there are not, before anybody is answered.

        Raises:
            InputError: naming the program.
        """
        for program, text in self.programs.items():
            try:
                asked = self.asked(text)
                here = self._here("", "", self._occupations[asked])
                read_case(here, Pathways(pathway=list(self._asked[asked]), baseline=self.question.pathways.baseline))
            except InputError as error:
                first = error.problems[0]
                raise InputError([first._replace(where="--programs", name=program)]) from None

    def asked(self, text: str) -> int:
        """Which set of pathways a text names, with ; between two; those of everybody where it is empty.

        Raises:
            InputError: for pathways into several occupations.
        """
        names, occupation = self.chosen, self.question.occupation or ""
        if text.strip(";"):
            names = tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
            codes = {name[-SOC_LENGTH:] for name in names if _is_of_occupation(name)}
            if len(codes) > 1:
                what = f"'{text}' names pathways into several occupations"
                raise input_error("", "pathway", what, "give a row for each")
            occupation = next(iter(codes), "")
        known = list(zip(self._asked, self._occupations, strict=True))
        if (names, occupation) not in known:
            self._asked.append(names)
            self._occupations.append(occupation)
            return len(known)
        return known.index((names, occupation))

    def setting(self, state: str, county: str, asked: int) -> int:
        """Which assumptions are those of a place and of the occupation of a set of pathways.

        Raises:
            InputError: for a place that is not known, or a pathway that there is not.
        """
        key = (state, county, self._occupations[asked])
        if key not in self._known:
            with reading(_texts(self.held)):
                here = self._here(*key)
            goal = key[2] or None
            self._known[key] = len(self._settings)
            self._settings.append(Setting(here.loaded.assumptions, goal, number_of_state(here, self.states)))
            self.heres.append(here)
        place = self._known[key]
        names = Pathways(pathway=list(self._asked[asked]) or None, baseline=self.question.pathways.baseline)
        read_case(self.heres[place], names)
        return place

    def _homes(self, here: Here) -> Homes:
        """The tables of households by the rules of the year asked for.

        Raises:
            InputError: for circumstances that are not looked up for many people.
        """
        person, year = here.loaded.assumptions.person, here.loaded.assumptions.economy.rules_year
        for name, usual in USUAL.items():
            if getattr(person, name) != usual:
                what = "what households keep is not known for many people in these circumstances"
                raise input_error(
                    here.loaded.places.get(f"person.{name}", ""), f"person.{name}", what, "add --earned-only"
                )
        if here.loaded.assumptions.living_wage.child_care is not None:
            what = "one price of child care for all households is none of many people"
            raise input_error("", "living_wage.child_care", what, "add --earned-only")
        return Homes(lambda state: partial(part_of, year, self.states[state]), year)

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """What pathways are called, by id."""
        known: dict[str, str] = {}
        for name in dict.fromkeys(ids):
            occupation = name[-SOC_LENGTH:] if _is_of_occupation(name) else ""
            if name not in known:
                there = self._here("", "", occupation).loaded.assumptions.pathways
                known |= {one: pathway.label or pathway.name for one, pathway in there.items()}
        return known

    def _here(self, state: str, county: str, occupation: str) -> Here:
        """The assumptions at a place and for an occupation."""
        where = Place(state=state or None, county=county or None, occupation=occupation or None)
        return load_here(self.question.values, Output(), where, (self.question.rate,), kept=self._memory)


def _texts(held: Held) -> Texts:
    """Texts in the place of files."""
    return Texts(held.texts, held.environment, is_whole=True)


def _is_of_occupation(name: str) -> bool:
    """Whether an id is that of a route into an occupation."""
    code = name[-SOC_LENGTH:]
    return len(name) > SOC_LENGTH and code[2:3] == "-" and code.replace("-", "").isdecimal()


def number_of_state(here: Here, states: list[str]) -> int:
    """The number of the state in those met so far, which it joins; -1 without a place."""
    place = here.provenance.place
    if place is None:
        return -1
    if place.postal not in states:
        states.append(place.postal)
    return states.index(place.postal)
