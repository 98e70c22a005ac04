"""What every answer says of the person and of the assumptions it rests on."""

from collections.abc import Mapping, Sequence, Set
from typing import Any, NamedTuple

import msgspec

from mobcalc.household.basic_needs import CARE, prices_used
from mobcalc.projection.case import Case, numbers_of
from mobcalc.questions import notices
from mobcalc.results.basis import OldFigures
from mobcalc.results.pathways import PathwayTitle
from mobcalc.results.provenance import Provenance, SurveyUsed
from mobcalc.schema import OLD_AFTER, Assumption, Records, vintage, with_steps


class Drawing(NamedTuple):
    """How many lives are drawn at random, none for 0, and which random numbers are used."""

    draws: int = 0
    seed: int = 0


NO_DRAWS = Drawing()


def terms(
    case: Case, provenance: Provenance, drawing: Drawing = NO_DRAWS, *, with_needs: bool = False
) -> dict[str, Any]:
    """The fields of `Terms` by name, for the answer to one case.

    Args:
        case: the person and the pathways in question.
        provenance: which assumptions these are.
        drawing: how many lives are drawn, and which.
        with_needs: whether the answer rests on what the household needs, where there is a place.
    """
    needs = prices_used(case.arrays) if with_needs and case.arrays.place is not None else frozenset()
    arrays, numbers = case.arrays, numbers_of(case, case.ids, drawing.draws)
    return {
        "price_year": arrays.economy.price_year,
        "discount_rate": float(arrays.economy.discount_rate[0, 0]),
        "start_age": int(arrays.person.start_age[0, 0]),
        "retire_age": int(arrays.person.retire_age[0, 0]),
        "sex": arrays.person.sex,
        "provenance": resting(provenance, case.settled, case.ids, needs),
        "baseline": case.ids[0],
        "assumed": [name for name, record in numbers.items() if record.kind == "assumed"],
        "old": _old(case.settled, numbers),
        "warnings": notices.comparison_notices(case.given, arrays, case.ids),
        "draws": drawing.draws,
        "seed": drawing.seed if drawing.draws else 0,
    }


def resting(provenance: Provenance, records: Records, ids: Sequence[str], needs: Set[str] = frozenset()) -> Provenance:
    """What an answer rests on: of own surveys only the rows whose figures are in it.

    Args:
        provenance: with every row that holds for the place and for an occupation of some pathway.
        records: the assumptions.
        ids: of the pathways in the answer.
        needs: the dotted names of the prices that the answer rests on.
    """
    if not provenance.surveys:
        return provenance
    names = {f"pathways.{name}.earnings.percentiles" for name in with_steps(records, ids)} | needs
    return msgspec.structs.replace(provenance, surveys=[_resting(one, names) for one in provenance.surveys])


def _resting(survey: SurveyUsed, names: Set[str]) -> SurveyUsed:
    """A file of which only the figures of some names are used."""
    figures = {name: where for name, where in survey.figures.items() if name in names}
    above = [size for size in survey.above_larger if f"place.rents.{size}" in figures]
    instead = {name: area for name, area in survey.instead_of.items() if name in figures}
    care = {f"place.{name}" for name in CARE}
    return msgspec.structs.replace(
        survey,
        used=len({*figures.values()}),
        figures=figures,
        instead_of=instead,
        above_larger=above,
        dearer_care=bool(care & names) and bool(care & {*survey.figures} - names),
    )


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


def titles(settled: Records, ids: Sequence[str]) -> list[PathwayTitle]:
    """What some pathways are called."""
    known = settled.pathways
    return [PathwayTitle(name, known[name].name, known[name].family, known[name].label) for name in ids]
