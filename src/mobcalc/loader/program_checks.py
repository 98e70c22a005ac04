"""Checks between the values of a program: what no single record can show to be wrong."""

from collections.abc import Iterator, Mapping
from itertools import chain

from mobcalc.errors import Problem
from mobcalc.loader.number_checks import amount
from mobcalc.schema import Assumption, Records
from mobcalc.schema import records as records_of
from mobcalc.schema.program import ProgramRecords, Service, SupportRecord
from mobcalc.units import nearest

ROUTES = ("apprenticeship", "certificate", "degree", "on-the-job")
OF_OWN = ("name", "cost", "worth")
"""What a support that is not shipped gives itself."""
KINDS = ("pathway", "effect", "job", "unknown")
WHOLE = 0.005
"""How far shares may add up to something else than 1."""
ROUNDING = 1.0
"""Dollars by which the funding may be above the cost."""


def problems(
    program: ProgramRecords,
    name: str,
    places: Mapping[str, str],
    records: Records,
    supports: Mapping[str, SupportRecord],
) -> Iterator[Problem]:
    """What is wrong between the values of a program.

    Args:
        program: as it was read.
        name: its dotted name.
        places: file and line of every name in it.
        records: the assumptions, whose sources, pathways and prices it rests on.
        supports: the shipped ones by id.
    """
    return chain(
        _sources(program, name, records),
        _prices(program, name, records),
        _people(program, name),
        _shares(program, name, places),
        _services(program, name, places, records),
        _supports(program, name, places, supports),
        _money(program, name, places, records, supports),
    )


def _sources(program: ProgramRecords, name: str, records: Records) -> Iterator[Problem]:
    known = {*records.sources, *program.sources}
    for key, record in records_of(program, name):
        if record.kind != "user" and record.source not in known:
            hint = nearest(record.source, known) or "add it under 'sources:' in the same file"
            yield Problem(record.where, key, f"there is no source '{record.source}'", hint)


def _prices(program: ProgramRecords, name: str, records: Records) -> Iterator[Problem]:
    index = _index(records)
    for key, record in records_of(program, name):
        years = record.price_year
        for year in years.values() if isinstance(years, dict) else [years]:
            if year is not None and year not in index:
                hint = f"give a year from {min(index)} to {max(index)}"
                yield Problem(record.where, key, f"there are no consumer prices for {year}", hint)


def _index(records: Records) -> dict[int, float]:
    """Consumer prices by year."""
    index = records.economy.consumer_prices.value
    assert isinstance(index, dict)
    return index


def _people(program: ProgramRecords, name: str) -> Iterator[Problem]:
    people = program.people
    order = (("finished", "enrolled"), ("enrolled", "reached"))
    for fewer, more in order:
        of, whole = getattr(people, fewer), getattr(people, more)
        if of is not None and whole is not None and amount(of) > amount(whole):
            what = f"{amount(of):,g} {fewer} are more than the {amount(whole):,g} {more}"
            yield Problem(of.where, f"{name}.people.{fewer}", what, "count the same people in both")


def _shares(program: ProgramRecords, name: str, places: Mapping[str, str]) -> Iterator[Problem]:
    for part in ("services", "households"):
        shares = [amount(one.share) for one in getattr(program, part).values()]
        if shares and abs(sum(shares) - 1.0) > WHOLE:
            what = f"the shares add up to {sum(shares):g}, not to 1"
            yield Problem(places[part], f"{name}.{part}", what, "give each person one of them")
    if not program.services:
        yield Problem(places["services"], f"{name}.services", "there is none", "say what people do in the program")


def _services(program: ProgramRecords, name: str, places: Mapping[str, str], records: Records) -> Iterator[Problem]:
    for key, service in program.services.items():
        full, where = f"{name}.services.{key}", places[f"services.{key}"]
        known = [kind for kind in KINDS if getattr(service, kind) is not None]
        if len(known) != 1:
            what = f"it gives {' and '.join(known)}" if known else f"it gives none of {', '.join(KINDS)}"
            yield Problem(where, full, what, "give exactly one: what is known of the effect on pay")
        yield from _pathway(service, full, places.get(f"services.{key}.pathway", where), records)
        yield from _effect(service, full, where)
        yield from _job(service, full, where)


def _effect(service: Service[Assumption, Assumption], name: str, where: str) -> Iterator[Problem]:
    effect = service.effect
    if effect is not None and effect.fade_out is None and effect.zero_by_year is None:
        hint = "add zero_by_year: 10, or fade_out: 0.05 a year; fade_out: 0 for one that lasts"
        yield Problem(where, f"{name}.effect", "it is not said how the effect ends", hint)


def _job(service: Service[Assumption, Assumption], name: str, where: str) -> Iterator[Problem]:
    job = service.job
    if job is None:
        return
    works_before = job.hours_before is not None and amount(job.hours_before) > 0.0
    if (job.wage_before is not None) != works_before:
        hint = "give both; neither, or hours_before: 0, for people out of work"
        yield Problem(where, f"{name}.job", "wage_before and hours_before go together", hint)


def _pathway(service: Service[Assumption, Assumption], name: str, where: str, records: Records) -> Iterator[Problem]:
    if service.pathway is None:
        if service.due is not None:
            hint = "leave it out; a job has a due of its own"
            yield Problem(service.due.where, f"{name}.due", "it counts for a pathway alone", hint)
        if service.occupation is not None:
            what = "an occupation is given, but not the route into it"
            yield Problem(where, f"{name}.occupation", what, f"add pathway: {' or '.join(ROUTES)}")
        return
    known = ROUTES if service.occupation is not None else tuple(records.pathways)
    if service.pathway not in known:
        hint = nearest(service.pathway, known) or f"known: {', '.join(known)}"
        yield Problem(where, f"{name}.pathway", f"there is no pathway '{service.pathway}'", hint)


def _supports(
    program: ProgramRecords, name: str, places: Mapping[str, str], supports: Mapping[str, SupportRecord]
) -> Iterator[Problem]:
    for key, taken in program.supports.items():
        missing = [part for part in OF_OWN if getattr(taken, part) is None]
        if key not in supports and missing:
            near = nearest(key, supports)
            hint = f"{near} One of your own needs {', '.join(OF_OWN)}".strip()
            yield Problem(places[f"supports.{key}"], f"{name}.supports.{key}", f"there is no support '{key}'", hint)


def _money(
    program: ProgramRecords,
    name: str,
    places: Mapping[str, str],
    records: Records,
    supports: Mapping[str, SupportRecord],
) -> Iterator[Problem]:
    cost = program.cost
    if (cost.per_participant is None) == (cost.total is None):
        what = "both per_participant and total are given" if cost.total is not None else "nothing is given"
        yield Problem(places["cost"], f"{name}.cost", what, "give one: per_participant or total")
        return
    if any(_supports(program, name, places, supports)) or any(_prices(program, name, records)):
        return  # said already
    whole, funded = cost_in_all(program, records, supports), funded_in_all(program, records)
    if funded > whole + ROUNDING:
        what = f"the funding, ${funded:,.0f}, is above the cost of ${whole:,.0f}"
        yield Problem(
            places["funding"], f"{name}.funding", what, "give what is paid for these people, or the whole cost"
        )


def cost_in_all(program: ProgramRecords, records: Records, supports: Mapping[str, SupportRecord]) -> float:
    """What the program and its supports cost in dollars of the price year [USD]."""
    enrolled = amount(program.people.enrolled)
    cost = program.cost
    base = dollars(records, cost.total) if cost.total is not None else 0.0
    if cost.per_participant is not None:
        base = enrolled * dollars(records, cost.per_participant)
    for key, taken in program.supports.items():
        each = taken.cost or supports[key].cost
        base += enrolled * amount(taken.share) * dollars(records, each)
    return base


def funded_in_all(program: ProgramRecords, records: Records) -> float:
    """What all sources pay in dollars of the price year [USD]."""
    return sum(dollars(records, fund.amount) for fund in program.funding.values())


def dollars(records: Records, record: Assumption) -> float:
    """A number in dollars of the price year, where it is money."""
    year, index = record.price_year, _index(records)
    if not isinstance(year, int):
        return amount(record)
    return amount(record) * index[records.economy.price_year] / index[year]
