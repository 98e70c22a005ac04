"""Occupations that are looked up, as documents, JSON and flat rows."""

from collections.abc import Mapping
from typing import Any

import msgspec

from mobcalc.report import occupations_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared import figures
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.lookups import Figure, OccupationFound, OccupationSearch, OccupationShown
from mobcalc.schema import Source
from mobcalc.wording import occupations as text
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, hourly

SEARCH_COLUMNS = (
    Column("Code", 7, False),
    Column("Occupation", 28, False),
    Column("Median wage", 9),
    Column("Usual entry", 19, False),
    Column("Training on the job", 17, False),
    Column("Openings", 8),
)
POINTS = ("p10", "p25", "p50", "p75", "p90")
WAGE_COLUMNS = (Column("Wages", 38, False), *(Column(point, 9) for point in POINTS))
FACT_COLUMNS = (
    Column("What", 26, False),
    Column("Value", 18, False),
    Column("Period", 12, False),
    Column("Source", 21, False),
)
MONEY = ("median_per_year", "median_per_hour")


def search_document(search: OccupationSearch, *, has_details: bool) -> Document:
    """What a search found, exact names first; a screen of it without `has_details`."""
    if not search.found:
        return [Paragraph(text.matches(search))]
    if not has_details:
        return occupations_screen.search_document(search)
    table = Table("", SEARCH_COLUMNS, [_search_row(one) for one in search.found])
    return [table, Paragraph(text.matches(search)), Paragraph(text.basis(search), "Basis")]


def _search_row(occupation: OccupationFound) -> tuple[str, ...]:
    by_hour = f"{hourly(occupation.median_per_hour)}/h"
    return (
        occupation.code,
        occupation.title + (f" ({occupation.everyday_name})" if occupation.everyday_name else ""),
        dollars(occupation.median_per_year, 10) if occupation.median_per_year is not None else by_hour,
        occupation.entry_education,
        occupation.on_the_job_training,
        f"{occupation.annual_openings:,.0f}",
    )


def search_contract(search: OccupationSearch, sources: Mapping[str, Source]) -> dict[str, Any]:
    """What a search found, with the sources of its figures; an empty list where it found nothing."""
    return {
        "words": search.words,
        "occupations": search_rows(search),
        "nearest": search.nearest,
        "sources": figures.source_contract(sources),
    }


def search_rows(search: OccupationSearch) -> list[dict[str, Any]]:
    """One row for each occupation that a search found."""
    occupations = [msgspec.to_builtins(one) for one in search.found]
    return [{name: plain(value, "USD" if name in MONEY else "") for name, value in one.items()} for one in occupations]


def show_document(
    shown: OccupationShown, pathway: str | None, sources: Mapping[str, Source], *, has_details: bool
) -> Document:
    """One screen; or what is published of an occupation.

    Args:
        shown: the occupation and its figures.
        pathway: id of the bundled pathway of the occupation, if there is one.
        sources: those that its figures cite, by key.
        has_details: whether everything is shown.
    """
    return _whole(shown, pathway, sources) if has_details else occupations_screen.document(shown, pathway)


def _whole(shown: OccupationShown, pathway: str | None, sources: Mapping[str, Source]) -> Document:
    """All that is published of an occupation."""
    wages = [one for one in shown.figures if one.name.endswith(("per_year", "per_hour"))]
    facts = [one for one in shown.figures if one.name in text.LABELS]
    document: Document = [
        Table(f"{shown.title} ({shown.code})", WAGE_COLUMNS, [_wage_row(one) for one in wages]),
        *(Paragraph(_wage_note(one), one.area) for one in wages if one.name.endswith("per_year")),
        Table("", FACT_COLUMNS, [(text.LABELS[f.name], _cell(f), f.period, f.source) for f in facts]),
        Paragraph(text.listed(shown), "Apprenticeship"),
        Paragraph(text.pathway(shown, pathway), "Bundled pathway"),
    ]
    if shown.everyday_names:
        document.append(Paragraph(f"{', '.join(shown.everyday_names)}.", "Everyday names"))
    return [*document, figures.source_table(sources)]


def _wage_row(figure: Figure) -> tuple[str, ...]:
    per = "a year" if figure.name.endswith("per_year") else "an hour"
    name = f"{figure.area}, {per}"
    if not isinstance(figure.value, dict):
        return (f"{name}: {text.why(figure)}", *[NOT_AVAILABLE] * len(POINTS))
    return (name, *(figures.amount(figure.value[point], figure.unit) for point in POINTS))


def _wage_note(figure: Figure) -> str:
    """How the wages of an area are known, and where they are from."""
    note = f" {figure.note}" if figure.note else ""
    return f"{text.rule(figure)}{note} Source: {figure.source}."


def _cell(figure: Figure) -> str:
    value = figure.value
    if value is None:
        return text.why(figure)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return figures.amount(value, figure.unit) if isinstance(value, (int, float)) else str(value)


def show_contract(shown: OccupationShown, pathway: str | None, sources: Mapping[str, Source]) -> dict[str, Any]:
    """An occupation with its figures by name and their sources by key."""
    return {
        "code": shown.code,
        "title": shown.title,
        "everyday_names": shown.everyday_names,
        "is_listed": shown.is_listed,
        "pathway": pathway,
        "state": shown.state,
        "figures": figures.contract_of(shown.figures, text.rule, text.why),
        "sources": figures.source_contract(sources),
    }


def show_rows(shown: OccupationShown) -> list[dict[str, Any]]:
    """One row for each number published of an occupation."""
    of = {"code": shown.code, "title": shown.title}
    return [{**of, **one} for one in figures.flat_rows(shown.figures, text.rule, text.why)]
