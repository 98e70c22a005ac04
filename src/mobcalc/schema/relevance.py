"""Which of all numbers an answer rests on: those of its pathways, and of the person in them."""

from collections.abc import Iterator, Sequence

from mobcalc.schema.parts import Records
from mobcalc.schema.record import Assumption
from mobcalc.schema.walking import FOR_CONTEXT, is_below, records


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


OF_ONE_LIFE = (".permanent_shock", ".transitory_shock", ".spell_length")
"""The last parts of the names of numbers that say how far one life differs from another."""


def _unused(assumptions: Records) -> set[str]:
    """Names of numbers that nothing of this person rests on."""
    person = assumptions.person
    unused = {*FOR_CONTEXT}
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
