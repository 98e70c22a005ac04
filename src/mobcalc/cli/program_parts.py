"""The parts of a program: every service in every kind of household, with the assumptions on the people there."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from mobcalc.cli.household import slices
from mobcalc.cli.options import Output, Place, Rate, Values
from mobcalc.cli.scenario import Here, ProgramSaid, load_here
from mobcalc.cli.supports import left_out
from mobcalc.errors import input_error
from mobcalc.loader.layers import PERSONAL, Flag
from mobcalc.loader.program_checks import dollars
from mobcalc.loader.programs import LoadedProgram
from mobcalc.model.finishing import scaled
from mobcalc.questions.program_effects import JobTerms, Part, finishing_of
from mobcalc.questions.program_money import Facts, number
from mobcalc.results.program import OwnNumber
from mobcalc.results.provenance import PlaceUsed
from mobcalc.schema import Assumption, Impact, Pathway, Records, Training, records
from mobcalc.schema.program import Effect, Home, Job, ProgramRecords, Service, SupportRecord

if TYPE_CHECKING:
    from mobcalc.store.ladders import Goal

ALONE = ""
"""The one kind of household of a program that says nothing of households."""
NOT_PERSONAL = ("share",)
ONE_YEAR = 1.0
"""How long a course with a stated effect takes where the program does not say [years]."""
STANDARD_ERRORS = 1.96
"""How many standard errors of a counted share its range reaches to either side."""


def facts_of(
    read: LoadedProgram, base: Records, supports: Mapping[str, SupportRecord], place: PlaceUsed | None
) -> Facts:
    """The program with its money in dollars of the price year.

    Args:
        read: the program.
        base: the assumptions in force, for prices.
        supports: the shipped ones by id.
        place: of the program.
    """
    from mobcalc.store.medicaid_rates import state_share
    from mobcalc.store.mobility import place_context

    program = read.program
    taken = program.supports
    return Facts(
        id=read.id,
        file=read.file,
        program=program,
        cost=_whole_cost(program, base),
        funds={name: dollars(base, fund.amount) for name, fund in program.funding.items()},
        support_costs={name: dollars(base, one.cost or supports[name].cost) for name, one in taken.items()},
        names={name: one.name or supports[name].name for name, one in taken.items()},
        in_hand={name: number(one.worth or supports[name].worth) for name, one in taken.items()},
        left_out=left_out(base, program.supports),
        own_numbers=[_own(name, record) for name, record in records(program)],
        medicaid_of_state=None if place is None else state_share(place.postal),
        context=place_context(place),
    )


def _whole_cost(program: ProgramRecords, base: Records) -> float:
    """What a program costs in all without its supports [USD]."""
    cost = program.cost
    if cost.total is not None:
        return dollars(base, cost.total)
    assert cost.per_participant is not None  # checked on loading
    return number(program.people.enrolled) * dollars(base, cost.per_participant)


def _own(name: str, record: Assumption) -> OwnNumber:
    """A number of the program's file as results have it."""
    year = record.price_year if isinstance(record.price_year, int) else None
    return OwnNumber(name, record.value, record.unit, year, record.kind, record.source, record.note)


class Reader:
    """Loads the assumptions on the people of each part, by the same code as any other case."""

    def __init__(self, read: LoadedProgram, values: Values, output: Output, rate: Rate) -> None:
        """Keep what the flags say.

        Args:
            read: the program.
            values: assumptions by name or by file.
            output: where the answer goes.
            rate: discounting.
        """
        self.read, self.values, self.output, self.rate = read, values, output, rate
        self.finishing: dict[str, str] = {}

    def parts(self) -> Iterator[Part]:
        """Every service in every kind of household.

        Raises:
            InputError: where a flag says how many finish, and nothing depends on it.
        """
        self.finishing = self._mixed()
        program = self.read.program
        homes: dict[str, Home[Assumption] | None] = dict(program.households) or {ALONE: None}
        for name, service in program.services.items():
            for key, home in homes.items():
                share = number(service.share) * (1.0 if home is None else number(home.share))
                yield self._part(name, service, key, home, share)

    def _mixed(self) -> dict[str, str]:
        """The share that finishes each service as YAML, where it is said how many finish in all."""
        said, people = self.read.completion, self.read.program.people
        if said is None and people.finished is None:
            return {}
        usual = self._usual()
        if not usual:
            if said is not None:
                hint = "change cost or a support instead"
                what = "no part of this program depends on finishing"
                raise input_error(said.where, "completion", what, hint)
            return {}
        services = self.read.program.services
        rates, weights = np.array([[*usual.values()]]), np.array([[number(services[name].share) for name in usual]])
        if said is not None:
            shares = [number(said)]
        else:
            assert people.finished is not None
            shares = _counted(number(people.finished), number(people.enrolled))
        each = zip(*(scaled(rates, weights, share)[0].tolist() for share in shares), strict=True)
        return {name: _with_range(*of) for name, of in zip(usual, each, strict=True)}

    def _usual(self) -> dict[str, float]:
        """The share that usually finishes each service that tells finishers apart, by its file or as is published."""
        program = self.read.program
        key, home = next(iter(program.households.items()), (ALONE, None))
        found = {
            name: finishing_of(self._part(name, service, key, home, number(service.share)))
            for name, service in program.services.items()
            if service.pathway is not None
        }
        return {name: rate for name, rate in found.items() if rate is not None}

    def _part(
        self, name: str, service: Service[Assumption, Assumption], key: str, home: Home[Assumption] | None, share: float
    ) -> Part:
        goal = self._goal(name, service)
        pathway = service.pathway if goal is None else self._route(name, service, goal)
        here = self._here(name, service, pathway, key, home)
        base = here.loaded.assumptions
        part = Part(name, key, share, base, here.provenance, slices(here))
        if service.job is not None:
            return msgspec.structs.replace(part, job=_job(service.job, base))
        if service.effect is not None:
            made = f"{self.read.id}-{name}"
            pathways = {**base.pathways, made: _stated(service, service.effect, base, self.read.program)}
            with_effect = msgspec.structs.replace(base, pathways=pathways)
            return msgspec.structs.replace(part, records=with_effect, pathway=made)
        if pathway is None or is_assumed(base.pathways[pathway]):
            return part
        due = service.due
        if due is None:
            return msgspec.structs.replace(part, pathway=pathway)
        return msgspec.structs.replace(part, pathway=pathway, due=number(due), due_range=due.range)

    def _goal(self, name: str, service: Service[Assumption, Assumption]) -> "Goal | None":
        """The occupation that a service leads to."""
        if service.occupation is None:
            return None
        from mobcalc.store.ladders import goal_of

        return goal_of(service.occupation, self.read.places[f"services.{name}.occupation"])

    def _route(self, name: str, service: Service[Assumption, Assumption], goal: "Goal") -> str:
        """The id of the route into an occupation.

        Raises:
            InputError: where there is no such route.
        """
        from mobcalc.store.ladders import routes_to

        routes = [route for route in routes_to(goal) if route.pathway is not None]
        for route in routes:
            if route.pathway is not None and route.pathway.startswith(f"{service.pathway}-"):
                return route.pathway
        known = [str(route.pathway).rpartition("-")[0].rpartition("-")[0] for route in routes]
        where = self.read.places[f"services.{name}.pathway"]
        what = f"no {service.pathway} leads to {goal.occupation.title.lower()}"
        raise input_error(where, f"programs.{self.read.id}.services.{name}", what, f"there is: {', '.join(known)}")

    def _here(
        self,
        name: str,
        service: Service[Assumption, Assumption],
        pathway: str | None,
        key: str,
        home: Home[Assumption] | None,
    ) -> Here:
        """The assumptions in force for the people of one part."""
        program, places = self.read.program, self.read.places
        where = program.place
        said = {} if where is None else msgspec.structs.asdict(where)
        asked = {of: (text, places[f"place.{of}"]) for of, text in said.items() if text is not None}
        if service.occupation is not None:
            asked["occupation"] = (service.occupation, places[f"services.{name}.occupation"])
        flags = [*self._told(program.participant, "participant"), *self._told(home, f"households.{key}")]
        flags += [] if pathway is None else self._finishing(name, service, pathway)
        return load_here(self.values, self.output, Place(), (self.rate,), program=ProgramSaid(asked, flags))

    def _told(self, part: Any, name: str) -> list[Flag]:
        """What a part of the program says of the person or the household, by dotted name."""
        if part is None:
            return []
        given = {key: getattr(part, key) for key in part.__struct_fields__ if key not in NOT_PERSONAL}
        return [
            Flag(self.read.places[f"{name}.{key}"], PERSONAL[key], _text(value))
            for key, value in given.items()
            if value is not None and f"{name}.{key}" in self.read.places
        ]

    def _finishing(self, name: str, service: Service[Assumption, Assumption], pathway: str) -> list[Flag]:
        """The share that finishes in the place of the usual one, where the program says it."""
        places, said = self.read.places, self.read.completion
        where = places.get(f"services.{name}.finishing") or places.get("people.finished") or self.read.file
        if name in self.finishing:
            text, where = self.finishing[name], where if said is None else said.where
        elif service.finishing is not None:
            text = _text(service.finishing)
        else:
            return []
        return [Flag(where, f"pathways.{pathway}.completion.rate", text)] if self._tells(pathway) else []

    def _tells(self, pathway: str) -> bool:
        """Whether a pathway tells finishers apart."""
        from mobcalc.loader.bundle import bundled

        shipped = bundled().pathways.get(pathway)
        return shipped is None or shipped.completion is not None


def is_assumed(pathway: Pathway[Assumption, Assumption]) -> bool:
    """Whether the gain of a pathway is a guess altogether, so that nothing is added up."""
    part = pathway.earnings
    return part is not None and part.premium is not None and part.premium.kind == "assumed"


def _text(value: Any) -> str:
    """A value of a program's file as YAML, with its range and the year of its dollars."""
    if not isinstance(value, Assumption):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if isinstance(value.value, list):
        return f"[{', '.join(f'{one:g}' for one in value.value)}]"
    assert isinstance(value.value, float)
    return f"{{{', '.join([f'value: {value.value!r}', *_besides(value)])}}}"


def _besides(value: Assumption) -> list[str]:
    """What a number has besides its value."""
    parts = [f"price_year: {value.price_year}"] if isinstance(value.price_year, int) else []
    if value.range is not None:
        parts.append(f"range: [{value.range[0]!r}, {value.range[1]!r}]")
        parts += ["bound: true"] if value.bound else []
    return parts


def _counted(finished: float, enrolled: float) -> list[float]:
    """A counted share with a range by how many were counted: the share alone where there is none."""
    share = finished / enrolled
    reach = STANDARD_ERRORS * (share * (1.0 - share) / enrolled) ** 0.5
    low, high = max(share - reach, 0.0), min(share + reach, 1.0)
    return [share, low, high] if low < share < high else [share]


def _with_range(share: float, *ends: float) -> str:
    """A share as YAML, with its range where it has one."""
    if not ends or not ends[0] < share < ends[1]:
        return f"{{value: {share!r}}}"
    return f"{{value: {share!r}, range: [{ends[0]!r}, {ends[1]!r}]}}"


def _job(job: Job[Assumption], base: Records) -> JobTerms:
    """A change of job in dollars of the price year."""
    before = job.wage_before, job.hours_before
    return JobTerms(
        wage=dollars(base, job.wage),
        hours=number(job.hours),
        years=number(job.years),
        due=number(job.due),
        wage_before=0.0 if before[0] is None else dollars(base, before[0]),
        hours_before=0.0 if before[1] is None else number(before[1]),
        fade_out=1.0 if job.fade_out is None else number(job.fade_out),
        paid_by_employers=job.paid_by_employers,
        due_range=job.due.range,
    )


def _stated(
    service: Service[Assumption, Assumption], effect: Effect[Assumption, Assumption], base: Records, of: ProgramRecords
) -> Pathway[Assumption, Assumption]:
    """A pathway with the effect that the program states."""
    points = effect.yearly
    assert isinstance(points.value, dict)
    last = msgspec.structs.replace(
        points, value=float(max(points.value)), unit="years", price_year=None, range=None, bound=False
    )
    length = None if of.participant is None else of.participant.length
    a_year = msgspec.structs.replace(last, value=ONE_YEAR)
    return Pathway(
        name=service.label,
        family="training",
        evidence="impact",
        summary=service.label,
        impact=Impact(
            last_observed_year=effect.last_observed_year or last,
            participant=points,
            factor=effect.factor,
            fade_out=effect.fade_out,
            zero_by_year=effect.zero_by_year,
        ),
        gain_error=base.pathways["short-sectoral-training"].gain_error,
        training=Training(length=length or a_year),
    )
