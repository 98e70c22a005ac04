"""The living wage as a document, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import provenance_contract, shown
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results import Component, Gap, GapYear, LivingWageFound, Stage
from mobcalc.wording import basic_needs as parts_text
from mobcalc.wording import basis as terms_text
from mobcalc.wording import livingwage as text
from mobcalc.wording.household import described
from mobcalc.wording.numbers import dollars, hourly, signed_dollars

MONTHS = 12
FURTHER_YEARS = 3
"""So many years of a pathway are shown after the last that tells something new."""
STEP = 10
"""Amounts of the budget are shown to so many dollars."""


def document(found: LivingWageFound) -> Document:
    """The answer in a sentence, the budget, what it is beside other yardsticks, how it changes, and the gap."""
    parts: Document = [Paragraph(text.heading(found)), _budget_table(found)]
    parts += [Paragraph(text.minimum_wage(found)), Paragraph(text.poverty(found))]
    if found.gap is not None and found.gap.wage is not None:
        parts.append(Paragraph(text.wage_gap(found, found.gap), "The wage given"))
    if len(found.stages) > 1:
        parts.append(_stages_table(found))
    if found.gap is not None and found.gap.pathway is not None:
        parts += [Paragraph(text.years_sentence(found.gap), "The pathway"), _years_table(found, found.gap)]
    parts += [Paragraph(text.warning(notice), "Note") for notice in found.warnings]
    if "gap.group" in found.why:
        parts.append(Paragraph(f"{text.WHY[found.why['gap.group']]}.".capitalize(), "Note"))
    parts += [_known_table(found), *_set_by_user(found)]
    return [*parts, Paragraph(text.not_counted(), "Not counted"), Paragraph(text.change_it(found), "To change it")]


def _set_by_user(found: LivingWageFound) -> Document:
    """What the user set besides the person and the household, which the answer names already."""
    used = [one for one in found.provenance.overrides if not one.name.startswith("person.")]
    said = [terms_text.override(o.name, shown(o.value), o.price_year, o.given_by, {}) for o in used]
    return [Paragraph(f"{'; '.join(said)}.", "You set")] if said else []


def _budget_table(found: LivingWageFound) -> Table:
    rows = [_budget_row(part, parts_text.short_source(part, found)) for part in found.components]
    whole = sum(part.annual for part in found.components)
    rows.append(("Together", dollars(whole, STEP), dollars(whole / MONTHS, STEP), text.total(found)))
    year, month, source = parts_text.BUDGET_COLUMNS
    columns = (Column("", 11, False), Column(year, 8), Column(month, 8), Column(source, 48, False))
    caption = parts_text.caption() if any(part.is_assumed for part in found.components) else ""
    return Table(text.budget_title(found), columns, rows, caption)


def _budget_row(part: Component, source: str) -> tuple[str, ...]:
    label = parts_text.LABELS[part.name] + (parts_text.ASSUMED if part.is_assumed else "")
    return (label, dollars(part.annual, STEP), dollars(part.annual / MONTHS, STEP), source)


def _known_table(found: LivingWageFound) -> Table:
    what, how = parts_text.KNOWN_COLUMNS
    rows: list[tuple[str, ...]] = [
        (parts_text.LABELS[part.name], parts_text.known(part, found)) for part in found.components
    ]
    return Table("", (Column(what, 11, False), Column(how, 68, False)), rows)


def _stages_table(found: LivingWageFound) -> Table:
    age, who, care, year, hour = text.STAGE_COLUMNS
    columns = (Column(age, 4), Column(who, 40, False), Column(care, 9), Column(year, 9), Column(hour, 8))
    rows: list[tuple[str, ...]] = [
        (
            str(stage.age),
            text.together(found.household, stage),
            dollars(stage.child_care, STEP),
            dollars(stage.annual),
            hourly(stage.hourly),
        )
        for stage in found.stages
    ]
    return Table(text.stages_title(), columns, rows, text.stages_caption(found))


def _years_table(found: LivingWageFound, gap: Gap) -> Table:
    age, children, least, hour, pay, over, over_hour = text.YEAR_COLUMNS
    narrow = (Column(age, 3), Column(children, 8), Column(least, 9), Column(hour, 8), Column(pay, 9))
    columns = (*narrow, Column(over, 9), Column(over_hour, 9))
    shown = _worth_showing(gap.years)
    last = shown[-1] if len(shown) < len(gap.years) else None
    return Table(text.years_title(gap), columns, [_year_row(year) for year in shown], text.years_caption(found, last))


def _worth_showing(years: list[GapYear]) -> list[GapYear]:
    """The years up to a few after the last in which pay falls short or the children change."""
    telling = [number for number, year in enumerate(years) if year.gap_annual < 0.0 or year.children]
    return years[: max(telling, default=0) + 1 + FURTHER_YEARS]


def _year_row(year: GapYear) -> tuple[str, ...]:
    sign = "-" if year.gap_hourly < 0.0 else "+"
    return (
        str(year.age),
        text.ages(year.children),
        dollars(year.living_wage_annual),
        hourly(year.living_wage_hourly),
        dollars(year.pay),
        signed_dollars(year.gap_annual),
        f"{sign}{hourly(abs(year.gap_hourly))}",
    )


def contract(found: LivingWageFound) -> dict[str, Any]:
    """The JSON object of `livingwage --json`, without format and version."""
    return {
        "price_year": found.price_year,
        **provenance_contract(found.provenance),
        "start_age": found.start_age,
        "household": {**plain(found.household), "words": described(found.household)},
        **{name: plain(found)[name] for name in ("hourly", "hourly_at_own_hours", "weekly_hours", "annual", "needs")},
        "budget": {part.name: plain(part)["annual"] for part in found.components},
        "left_over": plain(found)["left_over"],
        "sources": {part.name: _source(part, found) for part in found.components},
        "minimum_wage": plain(found.minimum_wage),
        "poverty_guideline": plain(found.poverty_guideline),
        "stages": [_stage(stage, found) for stage in found.stages],
        "gap": None if found.gap is None else _gap(found.gap, found),
        "why": {key: text.WHY[code] for key, code in found.why.items()},
        "assumed": found.assumed,
        "not_counted": text.not_counted(),
        "warnings": [text.warning(notice) for notice in found.warnings],
    }


def _source(part: Component, found: LivingWageFound) -> dict[str, Any]:
    """Where a part of the budget comes from."""
    return {
        "sources": part.sources,
        "areas": part.areas,
        "years": part.years,
        "price_year": part.price_year,
        "assumed": part.is_assumed,
        "old": part.is_old,
        "note": f"{parts_text.known(part, found)}.",
        "names": part.names,
        "given": [{"name": given.name, "from": given.given_by} for given in part.given],
    }


def _stage(stage: Stage, found: LivingWageFound) -> dict[str, Any]:
    return {**plain(stage), "household": text.together(found.household, stage)}


def _gap(gap: Gap, found: LivingWageFound) -> dict[str, Any]:
    """The gap with the household of each year in words."""
    years = [{**plain(year), "household": text.household_then(found.household, year)} for year in gap.years]
    return {**plain(gap), "years": years}


def flat_rows(found: LivingWageFound) -> list[dict[str, Any]]:
    """One row for each part of the budget, or one for each year of a pathway."""
    terms = _flat_terms(found)
    if found.gap is not None and found.gap.pathway is not None:
        of = {"pathway": found.gap.pathway, "group": found.gap.group}
        return [{**of, **plain(year), "children": text.ages(year.children), **terms} for year in found.gap.years]
    return [
        {
            "component": part.name,
            "annual": plain(part)["annual"],
            "monthly": round(part.annual / MONTHS, 2),
            "source": "; ".join(part.sources),
            "period": "; ".join(part.years),
            "area": "; ".join(part.areas),
            "assumed": part.is_assumed,
            **terms,
        }
        for part in found.components
    ]


def _flat_terms(found: LivingWageFound) -> dict[str, Any]:
    """What the rows are about, as columns."""
    place = found.provenance.place
    return {
        "household": described(found.household),
        "hourly": plain(found)["hourly"],
        "state": place and place.postal,
        "county_fips": place and place.county_fips,
        "price_year": found.price_year,
        "assumptions_sha256": found.provenance.assumptions_sha256,
    }
