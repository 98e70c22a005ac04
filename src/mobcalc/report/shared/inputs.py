"""The inputs of a scenario as the first columns of every flat row, the same for all commands."""

from collections.abc import Mapping
from typing import Any

from mobcalc.report.formats.json import encoded, plain
from mobcalc.results.basis import Terms
from mobcalc.results.household import HouseholdUsed
from mobcalc.results.provenance import OverrideUsed, Provenance


def inputs_of(terms: Terms) -> dict[str, Any]:
    """The inputs of an answer that has terms, with its baseline and discounting."""
    own = {"sex": terms.sex, "baseline": terms.baseline, "discount_rate": plain(terms.discount_rate)}
    return inputs(terms.provenance, terms.household, terms.start_age, terms.price_year) | own


def inputs(provenance: Provenance, household: HouseholdUsed | None, start_age: int, price_year: int) -> dict[str, Any]:
    """Whom, where and what was asked about, each in one cell; None for what was not said.

    Args:
        provenance: which assumptions, place, occupation and case the answer rests on.
        household: who lives together, for the year of the rules; None without a place.
        start_age: age at the start [years].
        price_year: the year whose dollars the answer is in.
    """
    case = provenance.case
    person: Mapping[str, Any] = {} if case is None else case.person
    children = [int(age) for age in person.get("children", [])]
    return {
        "scenario": getattr(provenance.client, "name", None),
        **{column: getattr(provenance.place, name, None) for column, name in OF_PLACE.items()},
        "start_age": start_age,
        "retire_age": _whole(person.get("retire_age")),
        "sex": person.get("sex"),
        "education": person.get("education"),
        "wage": plain(person.get("wage"), "USD"),
        "hours": plain(person.get("weekly_hours")),
        "years_out": plain(person.get("years_out")),
        "adults": _whole(person.get("adults")),
        "children": "; ".join(map(str, children)),
        "partner_earnings": plain(person.get("partner_earnings"), "USD"),
        **{name: person.get(name) for name in OF_HOUSEHOLD},
        "rules_year": getattr(household, "rules_year", None),
        "occupation": getattr(provenance.occupation, "code", None),
        "baseline": getattr(case, "baseline", None),
        "discount_rate": plain(getattr(case, "discount_rate", None)),
        "overrides": "; ".join(map(_override, provenance.overrides)),
        "price_year": price_year,
        "assumptions_sha256": provenance.assumptions_sha256,
    }


OF_PLACE = {"state": "postal", "county": "county", "county_fips": "county_fips", "metro_code": "metro_code"}
"""The columns of a place, with the names that results have for them."""
OF_HOUSEHOLD = ("disability", "unmarried", "care", "health_plan", "voucher", "tanf", "school_meals")
"""What is said of the household in words, or by yes and no."""


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _override(used: OverrideUsed) -> str:
    """A value that the user gave, as `--set` takes it."""
    value = used.value if isinstance(used.value, str) else encoded(plain(used.value))
    if isinstance(used.price_year, int):
        value = f"{{value: {value}, price_year: {used.price_year}}}"
    return f"{used.name}={value}"
