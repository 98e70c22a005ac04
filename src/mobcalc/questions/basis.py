"""What every answer says of the person and of the assumptions it rests on."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from mobcalc.projection.case import Case, numbers_of
from mobcalc.questions import notices
from mobcalc.results import OldFigures, Provenance
from mobcalc.schema import OLD_AFTER, Assumption, Records, vintage


class Drawing(NamedTuple):
    """How many lives are drawn at random, none for 0, and which random numbers are used."""

    draws: int = 0
    seed: int = 0


NO_DRAWS = Drawing()


def terms(case: Case, provenance: Provenance, drawing: Drawing = NO_DRAWS) -> dict[str, Any]:
    """The fields of `Terms` by name, for the answer to one case."""
    arrays, numbers = case.arrays, numbers_of(case, case.ids, drawing.draws)
    return {
        "price_year": arrays.economy.price_year,
        "discount_rate": float(arrays.economy.discount_rate[0, 0]),
        "start_age": int(arrays.person.start_age[0, 0]),
        "retire_age": int(arrays.person.retire_age[0, 0]),
        "sex": arrays.person.sex,
        "provenance": provenance,
        "baseline": case.ids[0],
        "assumed": [name for name, record in numbers.items() if record.kind == "assumed"],
        "old": _old(case.settled, numbers),
        "warnings": notices.comparison_notices(case.given, arrays, case.ids),
        "draws": drawing.draws,
        "seed": drawing.seed if drawing.draws else 0,
    }


def _old(assumptions: Records, numbers: Mapping[str, Assumption]) -> list[OldFigures]:
    """The figures among some that are more than three years older than the price year, by source."""
    before = assumptions.economy.price_year - OLD_AFTER
    years: dict[str, set[int]] = {}
    for record in numbers.values():
        year = vintage(record, assumptions.sources.get(record.source))
        if year is not None and year < before:
            years.setdefault(record.source, set()).add(year)
    sources = assumptions.sources
    return [OldFigures(key, sources[key].label or sources[key].title, sorted(of)) for key, of in years.items()]
