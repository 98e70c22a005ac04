"""Places that are looked up, as documents, JSON and flat rows."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from mobcalc.language import say
from mobcalc.report import places_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared import figures
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.lookups import Figure, PlaceFound, PlaceSearch, PlaceShown
from mobcalc.results.provenance import PlaceUsed
from mobcalc.schema import Source
from mobcalc.wording import places as text


def search_document(search: PlaceSearch, *, has_details: bool) -> Document:
    """What a search found, exact names first; a screen of it without `has_details`."""
    said = Paragraph(text.matches(search))
    if not search.found:
        return [said]
    if not has_details:
        return places_screen.search_document(search)
    rows = [(say(text.KINDS[p.kind]), p.name, p.code, "-".join(p.postals), p.county or "") for p in search.found]
    columns = (
        Column(say("Kind"), 17, False),
        Column(say("Name"), 30, False),
        Column(say("Code"), 5, False),
        Column(say("State"), 8, False),
        Column(say("County"), 20, False),
    )
    return [Table("", columns, [*rows]), said]


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
    notes = [Paragraph(note, say("Note")) for note in text.notes(place, shown)]
    return [_figure_table(place, shown), _rule_table(shown), *notes, figures.source_table(sources)]


def _figure_table(place: PlaceUsed, shown: PlaceShown) -> Table:
    columns = (
        Column(say("What"), 18, False),
        Column(say("Value"), 17, False),
        Column(say("Of"), 20, False),
        Column(say("Source"), 22, False),
    )
    return Table(text.title(place), columns, [row for one in shown.figures for row in _rows(one)])


def _rule_table(shown: PlaceShown) -> Table:
    columns = (Column(say("What"), 28, False), Column(say("How it is known"), 51, False))
    known = [one for one in shown.figures if one.value is not None]
    return Table("", columns, [(say(text.LABELS[one.name]), _rule(one)) for one in known])


def _rows(figure: Figure) -> Iterator[tuple[str, ...]]:
    """The rows of a figure: one for each size of a rented home, one for every other figure."""
    value = figure.value
    rest = (", ".join(part for part in (figure.area, figure.period) if part), figure.source)
    if isinstance(value, dict):
        for size, rent in value.items():
            yield (say(text.RENTS[size]), figures.amount_per(rent, figure.unit), *rest)
    elif isinstance(value, int | float):
        yield (say(text.LABELS[figure.name]), figures.amount_per(value, figure.unit), *rest)
    else:
        yield (say(text.LABELS[figure.name]), text.why(figure), *rest)


def _rule(figure: Figure) -> str:
    """How a figure is known, with what else there is to say of it."""
    return " ".join(part for part in (text.rule(figure), figure.note) if part)


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
