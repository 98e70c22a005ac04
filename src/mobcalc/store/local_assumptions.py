"""The assumptions of a place and an occupation: local figures laid over the national ones, each with its rule.

User files, scenarios and flags are laid over these in turn, so that a figure of the user's always wins.
"""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from mobcalc.schema import Assumption, Economy, Pathway, Records, with_leaf
from mobcalc.store.codes import Occupation, State
from mobcalc.store.ladders import Goal, with_goal
from mobcalc.store.minimum_wages import minimum_wage
from mobcalc.store.occupation_pathway import TYPICALLY
from mobcalc.store.place_figures import (
    LocalFigure,
    Place,
    area_of,
    figure,
    place_facts,
    tuition,
)
from mobcalc.store.reference import WHERE
from mobcalc.store.wages import NOTES, PERIOD, WageArea, Wages, entered_through_apprenticeship, wages_of

ONE_PATHWAY = Pathway[Assumption, Assumption]


class Local(NamedTuple):
    """Assumptions with local figures in them, and which figures those are."""

    records: Records
    figures: list[LocalFigure]


def localized(records: Records, place: Place | None, goal: Goal | None) -> Local:
    """The assumptions for a place, an occupation, or both.

    Args:
        records: the bundled assumptions.
        place: where; the country when None.
        goal: the occupation, the routes into which take the place of general pathways; none when None.

    Raises:
        InputError: for an occupation that no route leads into, or whose wages are not published.
    """
    if goal is not None:
        records = with_goal(records, goal)
    figures = list(_figures(records, place)) if place is not None else []
    for local in figures:
        records = with_leaf(records, local.name, local.record)
    if place is not None:
        facts, more = place_facts(place)
        records = msgspec.structs.replace(records, place=facts)
        figures += more
    return Local(records, figures)


def _figures(records: Records, place: Place) -> Iterator[LocalFigure]:
    """The local figures that take the place of national ones."""
    yield minimum_wage(place)
    area = area_of(place)
    for name, pathway in records.pathways.items():
        prefix = f"pathways.{name}"
        if pathway.occupation is not None:
            wages = _wages(pathway, place.state, area)
            yield _percentiles(f"{prefix}.earnings.percentiles", wages, pathway)
        yield from _college_costs(f"{prefix}.costs", pathway, place, records.economy)


def _college_costs(
    prefix: str, pathway: ONE_PATHWAY, place: Place, economy: Economy[Assumption, Assumption]
) -> Iterator[LocalFigure]:
    """What a state's public colleges charge, otherwise the national figure, where a pathway is at one; and grants."""
    costs = pathway.costs
    if costs is None or costs.college is None:
        return
    own = tuition(place.state, costs.college)
    rule, record = ("state_tuition", own) if own is not None else ("national_tuition", costs.tuition_and_fees)
    if record is None:
        return
    yield figure(f"{prefix}.tuition_and_fees", record, rule, place.state.name)
    if costs.grants is None:
        return
    charged = [price for price in (record, costs.books_and_supplies, costs.tools) if price is not None]
    most = sum(_in_dollars_of(costs.grants, price, economy) for price in charged)
    if most < _amount(costs.grants):
        yield figure(f"{prefix}.grants", _no_more_than(most, costs.grants), "grants_of_costs", place.state.name)


def _no_more_than(most: float, grants: Assumption) -> Assumption:
    """Average grants where less is charged than they are in the country: what is charged [USD/year]."""
    note = (
        f"The national average of {_amount(grants):,.0f} is more than the state's public colleges charge, with books; "
        "nobody was found who counted what students there get beyond that, so no more than it is counted."
    )
    return msgspec.structs.replace(
        grants, value=round(most, 2), kind="derived", range=[0.0, round(most, 2)], bound=True, note=note, where=WHERE
    )


def _in_dollars_of(other: Assumption, price: Assumption, economy: Economy[Assumption, Assumption]) -> float:
    """A price in dollars of the year of another, by consumer prices [USD/year]."""
    index = economy.consumer_prices.value
    assert isinstance(index, dict) and isinstance(other.price_year, int) and isinstance(price.price_year, int)
    return _amount(price) * float(index[other.price_year] / index[price.price_year])


def _amount(record: Assumption) -> float:
    assert isinstance(record.value, int | float)
    return float(record.value)


def _wages(pathway: ONE_PATHWAY, state: State, area: WageArea | None) -> Wages:
    """The wages of a pathway's occupation in a place, or of all that are usually entered through apprenticeship."""
    if pathway.occupation != TYPICALLY:
        assert pathway.occupation is not None
        return wages_of(Occupation(pathway.occupation, pathway.name), state, area)
    weighed = [(wages_of(one, state, area), people) for one, people in entered_through_apprenticeship()]
    whole = sum(people for _, people in weighed)
    points = tuple(sum(wages.percentiles[k] * people for wages, people in weighed) / whole for k in range(5))
    name, source = (state.name, "oews-states-2025") if area is None else (area.name, "oews-areas-2025")
    return Wages(points, 2025, name, PERIOD, "weighted", source, note=NOTES["weighted"])


def _percentiles(name: str, wages: Wages, pathway: ONE_PATHWAY) -> LocalFigure:
    """An occupation's percentiles in a state as the record of a pathway."""
    record = Assumption(
        value=[round(point, 2) for point in wages.percentiles],
        unit="USD/year",
        kind="derived",
        source=wages.source,
        where=WHERE,
        price_year=wages.price_year,
        population=f"{pathway.name}: employees, {wages.area}, {wages.period}",
        note=" ".join([wages.note, *([NOTES["hourly"]] if wages.is_hourly else [])]),
        period=wages.price_year,
    )
    factor = wages.ratio if wages.rule in ("state_expected", "area_expected") else None
    return LocalFigure(name, record, wages.rule, wages.area, wages.period, factor)
