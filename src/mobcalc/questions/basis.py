"""What every answer says of the person and of the assumptions it rests on."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from mobcalc.projection.case import Case
from mobcalc.questions import notices
from mobcalc.results import FullTimeShortfall, OldFigures, Provenance
from mobcalc.schema import OLD_AFTER, Records, used, vintage


class Drawing(NamedTuple):
    """How many lives are drawn at random, none for 0, and which random numbers are used."""

    draws: int = 0
    seed: int = 0


NO_DRAWS = Drawing()


def terms(case: Case, provenance: Provenance, drawing: Drawing = NO_DRAWS) -> dict[str, Any]:
    """The fields of `Terms` by name, for the answer to one case."""
    arrays = case.arrays
    return {
        "price_year": arrays.economy.price_year,
        "discount_rate": float(arrays.economy.discount_rate[0, 0]),
        "start_age": int(arrays.person.start_age[0, 0]),
        "retire_age": int(arrays.person.retire_age[0, 0]),
        "sex": arrays.person.sex,
        "provenance": provenance,
        "baseline": case.ids[0],
        "assumed": _assumed(case.settled, case.ids, drawing.draws),
        "old": _old(case.settled, case.ids, drawing.draws),
        "full_time_shortfall": FullTimeShortfall(
            men=float(arrays.people.full_time_shortfall_men[0, 0]),
            women=float(arrays.people.full_time_shortfall_women[0, 0]),
        ),
        "warnings": notices.comparison_notices(case.given, arrays, case.ids),
        "draws": drawing.draws,
        "seed": drawing.seed if drawing.draws else 0,
    }


def _assumed(assumptions: Records, ids: Sequence[str], draws: int) -> list[str]:
    """Dotted names of the assumed numbers that these pathways rest on."""
    return [name for name, record in used(assumptions, ids, draws) if record.kind == "assumed"]


def _old(assumptions: Records, ids: Sequence[str], draws: int) -> list[OldFigures]:
    """The figures these pathways rest on that are more than three years older than the price year, by source."""
    before = assumptions.economy.price_year - OLD_AFTER
    years: dict[str, set[int]] = {}
    for _, record in used(assumptions, ids, draws):
        year = vintage(record, assumptions.sources.get(record.source))
        if year is not None and year < before:
            years.setdefault(record.source, set()).add(year)
    sources = assumptions.sources
    return [OldFigures(key, sources[key].label or sources[key].title, sorted(of)) for key, of in years.items()]
