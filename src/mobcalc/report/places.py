"""Places that are looked up, as documents, JSON and flat rows."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from mobcalc.report import places_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared import figures
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results import PlaceUsed
from mobcalc.results.lookups import Figure, PlaceFound, PlaceSearch, PlaceShown
from mobcalc.schema import Source
from mobcalc.wording import places as text

SEARCH_COLUMNS = (
    Column("Kind", 17, False),
    Column("Name", 30, False),
    Column("Code", 5, False),
    Column("State", 8, False),
    Column("County", 20, False),
)
FIGURE_COLUMNS = (
    Column("What", 18, False),
    Column("Value", 17, False),
    Column("Of", 20, False),
    Column("Source", 22, False),
)
RULE_COLUMNS = (Column("What", 28, False), Column("How it is known", 51, False))


def search_document(search: PlaceSearch, *, has_details: bool) -> Document:
    """What a search found, exact names first; a screen of it without `has_details`."""
    said = Paragraph(text.matches(search))
    if not search.found:
        return [said]
    if not has_details:
        return places_screen.search_document(search)
    rows = [(text.KINDS[p.kind], p.name, p.code, "-".join(p.postals), p.county or "") for p in search.found]
    return [Table("", SEARCH_COLUMNS, [*rows]), said]


def search_contract(search: PlaceSearch) -> dict[str, Any]:
    """What a search found; an empty list where it found nothing."""
    return {"words": search.words, "places": [_found(place) for place in search.found], "nearest": search.nearest}


def _found(place: PlaceFound) -> dict[str, Any]:
    """A place under the names of the contract; metropolitan areas may be in several states."""
    columns: dict[str, Any] = msgspec.to_builtins(place)
    columns["states"] = columns.pop("postals")
    return columns


def search_rows(search: PlaceSearch) -> list[dict[str, Any]]:
    """One row for each place that a search found."""
    return [{**places, "states": "-".join(places["states"])} for places in map(_found, search.found)]


def show_document(place: PlaceUsed, shown: PlaceShown, sources: Mapping[str, Source], *, has_details: bool) -> Document:
    """One screen; or what is published of a place, how each figure is known, and what is not published."""
    if not has_details:
        return places_screen.document(place, shown)
    table = Table(text.title(place), FIGURE_COLUMNS, [row for one in shown.figures for row in _rows(one)])
    known = [one for one in shown.figures if one.value is not None]
    rules = Table("", RULE_COLUMNS, [(text.LABELS[one.name], _rule(one)) for one in known])
    notes = [Paragraph(note, "Note") for note in text.notes(place, shown)]
    return [table, rules, *notes, figures.source_table(sources)]


def _rows(figure: Figure) -> Iterator[tuple[str, ...]]:
    """The rows of a figure: one for each size of a rented home, one for every other figure."""
    label, value = text.LABELS[figure.name], figure.value
    rest = (", ".join(part for part in (figure.area, figure.period) if part), figure.source)
    if isinstance(value, dict):
        for size, rent in value.items():
            yield (f"{label}, {text.SIZES[size]}", figures.amount_per(rent, figure.unit), *rest)
    elif isinstance(value, list):
        yield (label, f"{len(value)} trades", *rest)
    elif value is None:
        yield (label, text.why(figure), *rest)
    else:
        yield (label, figures.amount_per(float(value), figure.unit), *rest)


def _rule(figure: Figure) -> str:
    """How a figure is known, with what else there is to say of it."""
    names = f"{'; '.join(figure.value)}." if isinstance(figure.value, list) else ""
    return " ".join(part for part in (text.rule(figure), figure.note, names) if part)


def show_contract(place: PlaceUsed, shown: PlaceShown, sources: Mapping[str, Source]) -> dict[str, Any]:
    """A place with its figures by name, what must be known to read them, and their sources by key."""
    return {
        "place": plain(place),
        "figures": figures.contract_of(shown.figures, text.rule, text.why),
        "notes": text.notes(place, shown),
        "sources": figures.source_contract(sources),
    }


def show_rows(place: PlaceUsed, shown: PlaceShown) -> list[dict[str, Any]]:
    """One row for each number published of a place, and one for each that is not."""
    of = {"state": place.postal, "county_fips": place.county_fips, "metro_code": place.metro_code}
    return [{**of, **one} for one in figures.flat_rows(shown.figures, text.rule, text.why)]
