"""What every answer says of the person and of the assumptions it rests on."""

from collections.abc import Sequence
from typing import Any

from mobcalc.analysis import notices
from mobcalc.analysis.choice import Case
from mobcalc.results import Provenance
from mobcalc.schema import Records, records


def terms(case: Case, provenance: Provenance) -> dict[str, Any]:
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
        "assumed": _assumed(case.settled, case.ids),
        "warnings": notices.of_comparison(case.given, arrays, case.ids),
    }


def _assumed(assumptions: Records, ids: Sequence[str]) -> list[str]:
    """Dotted names of the assumed numbers that these pathways rest on."""
    unused = _unused(assumptions)
    return [
        name
        for name, record in records(assumptions)
        if record.kind == "assumed" and name not in unused and _concerns(name, ids)
    ]


def _unused(assumptions: Records) -> set[str]:
    """Names of numbers that nothing of this person rests on."""
    person = assumptions.person
    unused = {"careers.employment_ratio" if person.attachment == "attached" else "careers.unemployment_rate"}
    if person.loan is None:
        unused |= {"person.loan_rate", "person.loan_term"}
    if person.years_out is None and person.planned_out is None:
        unused |= {"people.return_loss", "people.return_phase_in"}
    if person.sex != "female":
        unused.add("people.trade_pay_ratio_women")
    return unused


def _concerns(name: str, ids: Sequence[str]) -> bool:
    """Whether a dotted name is of one of these pathways, or of all."""
    return not name.startswith("pathways.") or name.split(".")[1] in ids
