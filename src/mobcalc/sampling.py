"""From records to arrays: the same schema, filled with rows of numbers in dollars of the price year.

`point` makes one row of the values themselves. Sensitivity and simulation are further ways to make rows.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import msgspec
import numpy as np
from msgspec import Struct

from mobcalc.model import Array
from mobcalc.schema import COUNTERFACTUAL, Assumption, Assumptions, Completion, Earnings, Pathway, Records
from mobcalc.units import is_money


class YearPoints(NamedTuple):
    """A map by year as arrays: years (n,) and values (rows, n)."""

    years: Array
    values: Array


Arrays: TypeAlias = Assumptions[Array, YearPoints]
Path: TypeAlias = Pathway[Assumption, Assumption]
EMPLOYMENT = ("unemployment_rate", "employment_ratio")
Rows: TypeAlias = Callable[[str, Assumption], Array]
"""Makes the rows of one assumption from its dotted name and record: (rows, 1), or (rows, n) for lists and maps."""


def point(records: Records) -> Arrays:
    """All assumptions at their values, as one row."""
    return fill(records, lambda _, record: np.array([_numbers(record)]))


def fill(records: Records, rows: Rows) -> Arrays:
    """All assumptions as arrays, money restated to the price year.

    Args:
        records: the assumptions.
        rows: makes the rows of one assumption, in the dollars the record is written in.

    Returns:
        The same tree with arrays in place of records.
    """
    restate = _Restating(records)

    def filled(part: Any, name: str) -> Any:
        if isinstance(part, Assumption):
            values = rows(name, part) * restate.factors(part)
            return YearPoints(np.array(list(part.value), float), values) if isinstance(part.value, dict) else values
        if isinstance(part, Struct):
            return msgspec.structs.replace(
                part, **{key: filled(getattr(part, key), f"{name}.{key}") for key in part.__struct_fields__}
            )
        if isinstance(part, dict):
            return {key: filled(item, f"{name}.{key}") for key, item in part.items()}
        return part

    parts = {key: filled(getattr(records, key), key) for key in records.__struct_fields__ if key != "sources"}
    return Assumptions(**parts, sources=records.sources)


def _numbers(record: Assumption) -> list[float]:
    """The numbers of a record, a single one as a list of one."""
    if isinstance(record.value, dict):
        return list(record.value.values())
    return record.value if isinstance(record.value, list) else [record.value]


class _Restating:
    """Turns dollars of any year into dollars of the price year with the consumer price index."""

    def __init__(self, records: Records) -> None:
        index = records.economy.consumer_prices.value
        assert isinstance(index, dict)
        self.index = index
        self.price_year = records.economy.price_year

    def factors(self, record: Assumption) -> Any:
        """What to multiply the record's numbers with: one factor, or one for each point (n,)."""
        year = record.price_year
        if not is_money(record.unit) or year is None:
            return 1.0
        if isinstance(year, dict):
            return np.array([self.factor(y) for y in year.values()])
        return self.factor(year)

    def factor(self, year: int) -> float:
        """Consumer prices of the price year over those of the year."""
        return self.index[self.price_year] / self.index[year]


def restated(records: Records, record: Assumption) -> float | list[float]:
    """The value of a record in dollars of the price year; other units as they are."""
    values = [float(v) for v in np.array(_numbers(record)) * _Restating(records).factors(record)]
    return values[0] if isinstance(record.value, float) else values


def for_person(records: Records, baseline: str = COUNTERFACTUAL) -> Records:
    """The assumptions with everything that depends on who the person is put in its place.

    Completion by sex is used where it is published and the sex is known; a rate that the user gave stays, since it is
    about this person. Without training the person earns what the baseline says if that is a pathway without training,
    otherwise what people with the education already held earn.

    Args:
        records: the assumptions.
        baseline: the id of the pathway that others are compared with.
    """
    sex, held = records.person.sex, records.person.education
    pathways = dict(records.pathways)
    for name, pathway in pathways.items():
        if sex is not None and pathway.completion is not None:
            settled = _completion_of(pathway.completion, sex)
            pathways[name] = msgspec.structs.replace(pathway, completion=settled)
    own_job = baseline if baseline != COUNTERFACTUAL and pathways[baseline].family == "none" else None
    if own_job is None and held is not None:
        pathways = _holding(records, pathways, held)
    person = msgspec.structs.replace(records.person, education=own_job)
    return msgspec.structs.replace(records, person=person, pathways=pathways)


def _holding(records: Records, pathways: dict[str, Path], held: str) -> dict[str, Path]:
    """The pathways for somebody who holds the credential of one of them.

    Without training such a person earns what its holders do. Nobody loses a credential by getting a lower one, so
    finishers of a lower one earn no less than that either.
    """
    own = pathways[held].earnings
    assert own is not None and own.weekly_median is not None
    # What a credential causes matters where it is a choice, not where it is a fact.
    fact = msgspec.structs.replace(own, causal_share=None)
    before = pathways[COUNTERFACTUAL]
    name, summary = before.name_if_held or before.name, before.summary_if_held or before.summary
    found = {**pathways, COUNTERFACTUAL: msgspec.structs.replace(before, earnings=fact, name=name, summary=summary)}
    for key, pathway in pathways.items():
        part = pathway.earnings
        if part is None or part.weekly_median is None or pathway.family == "none":
            continue
        if _median(records, part) < _median(records, own):
            kept = {name: getattr(own, name) for name in ("weekly_median", "age_shape", *EMPLOYMENT)}
            found[key] = msgspec.structs.replace(pathway, earnings=msgspec.structs.replace(part, **kept))
    return found


def _median(records: Records, part: Earnings[Assumption]) -> float:
    """The median of a credential's holders in dollars of the price year."""
    assert part.weekly_median is not None
    amount = restated(records, part.weekly_median)
    assert isinstance(amount, float)
    return amount


def _completion_of(completion: Completion[Assumption], sex: str) -> Completion[Assumption]:
    by_sex = completion.rate_women if sex == "female" else completion.rate_men
    if by_sex is None or (completion.rate.kind == "user" and by_sex.kind != "user"):
        return completion
    return msgspec.structs.replace(completion, rate=by_sex)
