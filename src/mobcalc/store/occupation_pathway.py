"""The apprenticeship of any occupation, made from what is published of it and otherwise from the building trades'."""

from typing import Any

import msgspec

from mobcalc.schema import Assumption, Earnings, Pathway, Records
from mobcalc.store.codes import Occupation
from mobcalc.store.reference import WHERE, rows
from mobcalc.store.wages import NOTES, demand_of, wages_of

GENERAL = "building-trades-apprenticeship"
"""The pathway that lends what is not known of an occupation."""
TYPICALLY = "typically-apprenticeship"
"""Stands for all occupations that BLS lists as usually entered through apprenticeship."""
APPRENTICESHIP = "Apprenticeship"


def apprenticeship_in(records: Records, occupation: Occupation) -> Pathway[Assumption, Assumption]:
    """The apprenticeship of an occupation at national wages.

    Where a bundled pathway is of this occupation its term, wage steps and completion are used, otherwise those of the
    building trades, with a sponsor's term if one is known.

    Raises:
        InputError: for an occupation whose wages are not published.
    """
    is_listed = demand_of(occupation).training == APPRENTICESHIP
    own = next((p for p in records.pathways.values() if p.occupation == occupation.code), None)
    base = own or records.pathways[GENERAL]
    part = base.earnings
    assert part is not None
    changes: dict[str, Any] = {"earnings": _earnings(records, part, occupation, is_listed or own is not None)}
    if own is None:
        changes |= _general(base, occupation)
    return msgspec.structs.replace(
        base,
        name=f"Apprenticeship: {occupation.title}",
        summary=f"A registered apprenticeship in the occupation {occupation.title} ({occupation.code}).",
        caution=_caution(occupation, is_listed, own is not None) or None,
        on_request=False,
        occupation=occupation.code,
        listed_as=GENERAL,
        **changes,
    )


UNUSUAL = (
    "BLS does not list {title} as usually entered through apprenticeship (usual entry: {entry}), so ask whether there "
    "is a program."
)
TAKEN_OVER = "Length, pay steps and completion are taken over from the building trades."
HOURLY = "Only hourly wages are published, so a year stands for 2,080 hours; work over the year may be much less."


def _caution(occupation: Occupation, is_listed: bool, is_own: bool) -> str:
    """What must be said wherever this apprenticeship is shown."""
    said = [] if is_listed else [UNUSUAL.format(title=occupation.title, entry=_entry(occupation))]
    said += [] if is_own else [TAKEN_OVER]
    return " ".join(said + ([HOURLY] if wages_of(occupation, None).is_hourly else []))


def _entry(occupation: Occupation) -> str:
    """How an occupation is usually entered, in the words of BLS."""
    demand = demand_of(occupation)
    if demand.entry_education is None:
        return "not listed"
    return f"{demand.entry_education[0].lower()}{demand.entry_education[1:]}"


def _earnings(
    records: Records, part: Earnings[Assumption], occupation: Occupation, is_trade: bool
) -> Earnings[Assumption]:
    """The occupation's national wages; who works in it is known for bundled trades alone."""
    wages = wages_of(occupation, None)
    percentiles = Assumption(
        value=list(wages.percentiles),
        unit="USD/year",
        kind="derived" if wages.is_hourly else "observed",
        source=wages.source,
        where=WHERE,
        price_year=wages.price_year,
        population=f"{occupation.title} ({occupation.code}), employees, {wages.area}, {wages.period}",
        note=NOTES["hourly" if wages.is_hourly else "national"],
        period=wages.price_year,
    )
    male_share = part.male_share if is_trade else _neutral_male_share(records)
    return msgspec.structs.replace(part, percentiles=percentiles, male_share=male_share)


def _neutral_male_share(records: Records) -> Assumption:
    """The share of men at which a mix of men and women earns as much as everybody."""
    men, women = records.people.earnings_ratio_men.value, records.people.earnings_ratio_women.value
    assert isinstance(men, float) and isinstance(women, float)
    arithmetic = f"(1 - {women:g}) / ({men:g} - {women:g})"
    return Assumption(
        value=(1 - women) / (men - women),
        unit="share",
        kind="assumed",
        source="judgement",
        where=WHERE,
        range=(0.0, 1.0),
        note=(
            "No table of men and women by occupation is at hand, so a mix that earns as much as everybody: "
            f"{arithmetic}."
        ),
    )


def _general(base: Pathway[Assumption, Assumption], occupation: Occupation) -> dict[str, Any]:
    """Term and completion for an occupation without a pathway of its own, marked as assumed."""
    training, completion = base.training, base.completion
    assert training is not None and completion is not None and training.term_hours is not None
    taken_over = "Taken over from the building trades; none for this occupation is at hand."
    rate = msgspec.structs.replace(completion.rate, kind="assumed", note=taken_over, where=WHERE)
    general = msgspec.structs.replace(completion, rate=rate, rate_men=None, rate_women=None)
    hours = _sponsor_hours(occupation)
    if hours is None:
        return {"completion": general}
    note = "One sponsor (AGC Maine) asks for these hours; one sponsor is no sample."
    term = msgspec.structs.replace(
        training.term_hours, value=hours, range=(min(hours, 2000.0), max(hours, 10000.0)), note=note,
        source="sponsor-terms", where=WHERE,
    )  # fmt: skip
    return {"completion": general, "training": msgspec.structs.replace(training, term_hours=term)}


def _sponsor_hours(occupation: Occupation) -> float | None:
    """The hours that the sponsor's program for an occupation asks for; None where it has none or several lengths."""
    terms = rows(
        "SELECT DISTINCT term_hours_on_the_job FROM agc_maine_program_terms WHERE substr(onet_soc_curated, 1, 7) = ?",
        occupation.code,
    )
    if len(terms) != 1:
        return None
    hours = str(terms[0][0])
    return float(hours) if hours.isascii() and hours.isdecimal() else None
