"""What each part of a basic-needs budget rests on: its records, their places and years, and what is assumed."""

from collections.abc import Callable
from typing import NamedTuple, cast

import msgspec

from mobcalc.household.basic_needs import all_work, bedrooms, care_shares, infant_care
from mobcalc.household.taxes_and_benefits import Household
from mobcalc.household_types import HouseholdType
from mobcalc.projection.case import Case
from mobcalc.results.livingwage import Component
from mobcalc.results.notices import Notice, NoticeCode
from mobcalc.results.provenance import LocalUsed, OverrideUsed, Provenance
from mobcalc.sampling import Arrays
from mobcalc.schema import OLD_AFTER, Assumption, records, vintage

CONVENTIONS = ("living_wage.children_per_bedroom", "living_wage.child_care_ages")
"""Rules rather than amounts: a part that rests on a published amount and on these is not marked as assumed."""
COUNTRY = "United States"
RENTS = "place.rents"
TAX_SOURCE = "policyengine-us"


class _Basis(NamedTuple):
    """What a part of the budget is made of: the dotted names of its records, and how it was found."""

    names: list[str]
    how: Notice


class _Known(NamedTuple):
    """What is needed to say how parts are known: the case, the household now, its records and local figures."""

    case: Case
    state: str
    of: HouseholdType
    children: int
    local: dict[str, LocalUsed]
    records: dict[str, Assumption]


def components(case: Case, provenance: Provenance, home: Household, taxes: float) -> list[Component]:
    """The parts of the budget of the household as it is now, each with what it rests on.

    Args:
        case: the person and the place.
        provenance: local figures and what the user set.
        home: the household over the years.
        taxes: taxes less credits at the living wage [USD/year].
    """
    of = home.spans[0].table.of
    local = {figure.name: figure for figure in provenance.local_figures}
    assert case.arrays.place is not None
    known = _Known(case, case.arrays.place.state, of, of.children, local, dict(records(case.settled)))
    parts = []
    for name, amounts in home.needs._asdict().items():
        is_own = getattr(case.arrays.living_wage, name) is not None
        basis = _Basis([f"living_wage.{name}"], Notice("own")) if is_own else BASES[name](known)
        parts.append(_component(name, float(amounts[0, 0]), basis, known, provenance))
    return [*parts, _taxes(known, taxes, home.spans[0].table.rules_year)]


def _component(name: str, annual: float, basis: _Basis, known: _Known, provenance: Provenance) -> Component:
    """A part with the sources, areas and years of its records; the user's figures have none of these."""
    given = [
        one
        for override in provenance.overrides
        if override.name in basis.names
        for one in _rows(override, known, provenance)
    ]
    used = _figures(basis.names, given)
    return Component(
        name=name,
        annual=annual,
        how=basis.how,
        names=basis.names,
        given=given,
        sources=_unique([_source(known, key) for key in used]),
        areas=_unique([_area(known, key) for key in used]),
        years=_unique([_period(known, key) for key in used]),
        price_year=_price_year([known.records[key] for key in basis.names]),
        is_assumed=_is_assumed(known, used),
        is_old=_is_old(known, used),
    )


def _rows(override: OverrideUsed, known: _Known, provenance: Provenance) -> list[OverrideUsed]:
    """What the user gave, of rents from rows of a survey that of the size in question; nothing where none is of it."""
    rents = {name for survey in provenance.surveys for name in survey.figures if name.startswith(f"{RENTS}.")}
    if override.name != RENTS or not rents:
        return [override]
    figures = {name: where for survey in provenance.surveys for name, where in survey.figures.items()}
    where = figures.get(f"{RENTS}.{_rooms(known):.0f}")
    return [] if where is None else [msgspec.structs.replace(override, given_by=where)]


def _source(known: _Known, name: str) -> str:
    """The key of the source of a record: of a published figure its own, also where others beside it are the user's."""
    return known.local[name].source if name in known.local else known.records[name].source


def _is_assumed(known: _Known, used: list[str]) -> bool:
    """Whether an amount among the records is assumed."""
    return any(known.records[key].kind == "assumed" for key in used)


def _is_old(known: _Known, used: list[str]) -> bool:
    """Whether a record is more than three years older than the price year."""
    years = [year for key in used if (year := _year(known, key)) is not None]
    return bool(years) and min(years) < known.case.arrays.economy.price_year - OLD_AFTER


def _figures(names: list[str], given: list[OverrideUsed]) -> list[str]:
    """The names of bundled and local figures: not what the user gave, nor rules of thumb."""
    left_out = {*CONVENTIONS, *(override.name for override in given)}
    return [name for name in names if name not in left_out]


def _price_year(used: list[Assumption]) -> int | None:
    """The year of the dollars of the first amount among some records."""
    return next((record.price_year for record in used if isinstance(record.price_year, int)), None)


def _year(known: _Known, name: str) -> int | None:
    """The year that a record is of, where it is known."""
    record = known.records[name]
    return vintage(record, known.case.settled.sources.get(record.source))


def _area(known: _Known, name: str) -> str:
    return known.local[name].area if name in known.local else COUNTRY


def _period(known: _Known, name: str) -> str:
    """The period of a local figure, else the year of the record; empty where it has none, as a judgement has."""
    if name in known.local:
        return known.local[name].period
    year = _year(known, name)
    return "" if year is None else str(year)


def _unique(texts: list[str]) -> list[str]:
    """Each text once, in order, without empty ones."""
    return [text for text in dict.fromkeys(texts) if text]


def _parity(known: _Known) -> dict[str, float | str]:
    """The price level of goods that food and transport are multiplied with, and of where and when it is.

    Nothing where the user gave it, which is said instead.
    """
    parity = known.local.get("place.goods_parity")
    if parity is None:
        return {}
    return {"parity": float(parity.value), "parity_area": parity.area, "parity_period": parity.period}


def _housing(known: _Known) -> _Basis:
    rents = known.local.get(RENTS)
    per_bedroom = known.case.arrays.living_wage.children_per_bedroom
    values: dict[str, float | str] = {
        "bedrooms": _rooms(known),
        "per_bedroom": float(per_bedroom[0, 0]),
        "children": float(known.children),
    }
    names = [RENTS, *(["living_wage.children_per_bedroom"] if known.children else [])]
    if rents is None:
        return _Basis(names, Notice("own_figures", values))
    return _Basis(names, Notice(cast("NoticeCode", rents.rule), {**values, "area": rents.area, "period": rents.period}))


def _rooms(known: _Known) -> float:
    """How many bedrooms the household needs now."""
    per_bedroom = known.case.arrays.living_wage.children_per_bedroom
    return float(bedrooms(known.case.arrays, per_bedroom * 0.0 + known.children)[0, 0])


def _food(known: _Known) -> _Basis:
    of, prices = known.of, known.case.arrays.living_wage
    names = ["food_man", "food_woman"] + ["food_child"] * bool(of.children)
    names += ["food_young_child_ratio"] * bool(of.young) + ["food_size_adjustments"]
    values: dict[str, float | str] = {"people": float(of.members), **_parity(known)}
    if of.young:
        values["young_ratio"] = float(prices.food_young_child_ratio[0, 0])
    return _Basis([f"living_wage.{name}" for name in names] + ["place.goods_parity"], Notice("food_plan", values))


def _child_care(known: _Known) -> _Basis:
    arrays = known.case.arrays
    if not known.children:
        return _Basis([], Notice("no_children"))
    if arrays.person.care == "none":
        return _Basis([], Notice("care_for_nothing"))
    if not all_work(arrays):
        return _Basis([], Notice("partner_cares"))
    shares = [float(share) for share in care_shares(arrays, 1)[:, 0] if share > 0.0]
    if not shares:
        return _Basis([], Notice("no_care"))
    kind, names = _care_prices(arrays)
    figure = known.local.get(f"place.{kind}")
    values: dict[str, float | str] = {"kind": kind, "children": float(len(shares))}
    if any(share != 1.0 for share in shares):
        names += ["living_wage.child_care_ages", "living_wage.child_care_shares"]
        values["shares"] = sum(shares)
    if figure is None:
        return _Basis(names, Notice("own_figures", values))
    return _Basis(
        names, Notice(cast("NoticeCode", figure.rule), {**values, "area": figure.area, "period": figure.period})
    )


def _care_prices(arrays: Arrays) -> tuple[str, list[str]]:
    """The kind of care that is paid for, and the dotted names of what its price comes from."""
    kind, _price = infant_care(arrays)
    is_own = arrays.place is not None and kind in arrays.place.own_care
    return kind, [f"place.{kind}", *([] if is_own else ["living_wage.child_care_prices"])]


def _transport(known: _Known) -> _Basis:
    workers = known.of.adults if all_work(known.case.arrays) else 1
    others = known.of.members - workers
    names = ["living_wage.transport_worker", *(["living_wage.transport_other"] if others else []), "place.goods_parity"]
    return _Basis(names, Notice("transport", {"workers": float(workers), "others": float(others), **_parity(known)}))


def _health(known: _Known) -> _Basis:
    if known.case.arrays.person.health_plan == "marketplace":
        return _own_plan(known)
    people = known.of.members
    tier = {1: "one", 2: "two"}.get(people, "family")
    names = [f"premium_{tier}", "out_of_pocket_adult", *(["out_of_pocket_child"] if known.children else [])]
    return _Basis([f"living_wage.health_{name}" for name in names], Notice("health", {"people": float(people)}))


def _own_plan(known: _Known) -> _Basis:
    """A plan bought on the marketplace."""
    premiums = known.local.get("place.benchmark_premiums")
    names = ["place.benchmark_premiums", *(["place.family_premiums"] if known.children else [])]
    names += ["living_wage.health_out_of_pocket_adult"]
    names += ["living_wage.health_out_of_pocket_child"] if known.children else []
    if premiums is None:
        return _Basis(names, Notice("own_premium"))
    values: dict[str, float | str] = {"area": premiums.area, "period": premiums.period}
    return _Basis(names, Notice(cast("NoticeCode", premiums.rule), values))


def _other(known: _Known) -> _Basis:
    share = float(known.case.arrays.living_wage.other_share[0, 0])
    return _Basis(["living_wage.other_share"], Notice("other", {"share": share}))


def _taxes(known: _Known, amount: float, rules_year: int) -> Component:
    """Taxes less credits, which are computed and rest on no record of the assumptions."""
    code: NoticeCode = "credits" if amount < 0.0 else "taxes"
    return Component(
        name="taxes",
        annual=amount,
        how=Notice("plan_credit" if known.case.arrays.person.health_plan == "marketplace" else code),
        names=[],
        given=[],
        sources=[TAX_SOURCE],
        areas=[known.state],
        years=[str(rules_year)],
        price_year=rules_year,
        is_assumed=False,
        is_old=False,
    )


BASES: dict[str, Callable[[_Known], _Basis]] = {
    "housing": _housing,
    "food": _food,
    "child_care": _child_care,
    "transport": _transport,
    "health": _health,
    "other": _other,
}
"""How each part is found where the user gave no total of it."""
