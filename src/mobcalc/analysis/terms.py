"""What every answer says of the person and of the assumptions it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from mobcalc.analysis import notices
from mobcalc.analysis.choice import Case
from mobcalc.results import OldFigures, Provenance
from mobcalc.schema import OLD_AFTER, Assumption, Records, records, vintage


class Drawing(NamedTuple):
    """How many lives are drawn at random, none for 0, and which random numbers are used."""

    draws: int = 0
    seed: int = 0


def terms(case: Case, provenance: Provenance, drawing: Drawing = Drawing()) -> dict[str, Any]:  # noqa: B008
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
        "warnings": notices.of_comparison(case.given, arrays, case.ids),
        "draws": drawing.draws,
        "seed": drawing.seed if drawing.draws else 0,
    }


def used(assumptions: Records, ids: Sequence[str], draws: int = 0) -> Iterator[tuple[str, Assumption]]:
    """The records that these pathways rest on, with their dotted names.

    Args:
        assumptions: settled for the person.
        ids: of the pathways.
        draws: how many lives are drawn; without any, nothing rests on how far lives differ.
    """
    unused = _unused(assumptions)
    attached = assumptions.person.attachment == "attached"
    ends = [".employment_ratio"] if attached else [".unemployment_rate", ".spell_length"]
    other = (*ends, *(() if draws else OF_ONE_LIFE))
    return (
        (name, record)
        for name, record in records(assumptions)
        if _concerns(name, ids) and not is_below(name, unused) and not name.endswith(other)
    )


def is_below(name: str, prefixes: Iterable[str]) -> bool:
    """Whether a dotted name is one of these or below one of them."""
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


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


OF_ONE_LIFE = (".permanent_shock", ".transitory_shock", ".spell_length")
"""The last parts of the names of numbers that say how far one life differs from another."""


def _unused(assumptions: Records) -> set[str]:
    """Names of numbers that nothing of this person rests on."""
    person = assumptions.person
    unused = {"place.wage_index", "place.unemployment_rate", "place.price_parity"}
    if assumptions.place is None:
        unused |= {"place", "living_wage", "person.adults"}
    else:
        unused |= _unused_needs(assumptions)
    if person.loan is None:
        unused |= {"person.loan_rate", "person.loan_term"}
    if person.years_out is None and person.planned_out is None:
        unused |= {"people.return_loss", "people.return_phase_in"}
    if assumptions.people.age_pattern != "cgm-2005":
        unused.add("people.log_polynomials")
    if person.sex != "female":
        unused.add("people.trade_pay_ratio_women")
    return unused


OF_CHILDREN = (
    "living_wage.food_child",
    "living_wage.food_young_child_ratio",
    "living_wage.children_per_bedroom",
    "living_wage.health_child",
    "living_wage.child_care_prices",
    "living_wage.child_care_ages",
    "living_wage.child_care_shares",
    "place.infant_care_center",
    "place.infant_care_family",
)
"""Names of numbers that only a household with children rests on."""


def _unused_needs(assumptions: Records) -> set[str]:
    """Names of numbers that the basic needs of this household do not rest on."""
    unused = {"place.poverty_guideline"}
    if assumptions.person.children is None:
        unused.update(OF_CHILDREN)
    return unused


def _concerns(name: str, ids: Sequence[str]) -> bool:
    """Whether a dotted name is of one of these pathways, or of all."""
    return not name.startswith("pathways.") or name.split(".")[1] in ids
