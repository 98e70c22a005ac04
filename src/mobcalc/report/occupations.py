"""Occupations that are looked up, as documents, JSON and flat rows."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from mobcalc.language import say
from mobcalc.report import occupations_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared import figures
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.lookups import Figure, OccupationFound, OccupationSearch, OccupationShown
from mobcalc.schema import Source
from mobcalc.wording import occupations as text
from mobcalc.wording.figures import period
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, hourly

POINTS = ("p10", "p25", "p50", "p75", "p90")
MONEY = ("median_per_year", "median_per_hour")


def search_document(search: OccupationSearch, *, has_details: bool) -> Document:
    """What a search found, exact names first; a screen of it without `has_details`."""
    if not search.found:
        return [Paragraph(text.matches(search))]
    if not has_details:
        return occupations_screen.search_document(search)
    columns = (
        Column(say("Code"), 7, False),
        Column(say("Occupation"), 28, False),
        Column(say("Median wage"), 9),
        Column(say("Usual entry"), 19, False),
        Column(say("Training on the job"), 17, False),
        Column(say("Openings"), 8),
    )
    table = Table("", columns, [_search_row(one) for one in search.found])
    return [table, Paragraph(text.matches(search)), Paragraph(text.basis(search), say("Basis"))]


def _search_row(occupation: OccupationFound) -> tuple[str, ...]:
    by_hour = f"{hourly(occupation.median_per_hour)}/h"
    return (
        occupation.code,
        occupation.title + (f" ({occupation.everyday_name})" if occupation.everyday_name else ""),
        dollars(occupation.median_per_year, 10) if occupation.median_per_year is not None else by_hour,
        text.in_words(occupation.entry_education),
        text.in_words(occupation.on_the_job_training),
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
    document: Document = [
        _wage_table(shown, wages),
        *(Paragraph(_wage_note(one), one.area) for one in wages if one.name.endswith("per_year")),
        _fact_table(shown),
        Paragraph(text.listed(shown), say("Apprenticeship")),
        Paragraph(text.pathway(shown, pathway), say("Bundled pathway")),
    ]
    if shown.everyday_names:
        document.append(Paragraph(f"{', '.join(shown.everyday_names)}.", say("Everyday names")))
    return [*document, figures.source_table(sources)]


def _wage_table(shown: OccupationShown, wages: Sequence[Figure]) -> Table:
    columns = (Column(say("Wages"), 38, False), *(Column(point, 9) for point in POINTS))
    return Table(f"{shown.title} ({shown.code})", columns, [_wage_row(one) for one in wages])


def _fact_table(shown: OccupationShown) -> Table:
    columns = (
        Column(say("What"), 26, False),
        Column(say("Value"), 18, False),
        Column(say("Period"), 12, False),
        Column(say("Source"), 21, False),
    )
    facts = [one for one in shown.figures if one.name in text.LABELS]
    return Table("", columns, [(say(text.LABELS[f.name]), _cell(f), period(f.period), f.source) for f in facts])


def _wage_row(figure: Figure) -> tuple[str, ...]:
    whose = text.whose(figure)
    if not isinstance(figure.value, dict):
        return (f"{whose}: {text.why(figure)}", *[NOT_AVAILABLE] * len(POINTS))
    return (whose, *(figures.amount(figure.value[point], figure.unit) for point in POINTS))


def _wage_note(figure: Figure) -> str:
    """How the wages of an area are known, and where they are from."""
    source = say("Source: {source}.", source=figure.source)
    return " ".join(part for part in (text.rule(figure), figure.note, source) if part)


def _cell(figure: Figure) -> str:
    value = figure.value
    if value is None:
        return text.why(figure)
    if isinstance(value, (bool, str)):
        return text.in_words(value)
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
