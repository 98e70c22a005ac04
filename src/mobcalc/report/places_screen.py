"""The one screen that `places show` prints by default: the figures that most answers rest on."""

from collections.abc import Iterator

from mobcalc.language import say
from mobcalc.report.shared import figures
from mobcalc.report.shared.screen import FIRST
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.lookups import Figure, PlaceFound, PlaceSearch, PlaceShown, Value
from mobcalc.results.provenance import PlaceUsed
from mobcalc.wording import places_screen as text
from mobcalc.wording.places import KINDS
from mobcalc.wording.screen import left

COUNTRY, RANK = "low_income_child_rank_us", "rank"
"""The figure that a county's rank is held against, and the unit of both."""


def search_document(search: PlaceSearch) -> Document:
    """What a search found, exact names first."""
    shown = search.found[:FIRST]
    more = len(search.found) - len(shown)
    last = "\n".join([*([left(more)] if more else []), text.search_basis()])
    columns = (Column(say("Kind"), 17, False), Column(say("Name"), 61, False))
    return [Table("", columns, [_found(one) for one in shown]), Paragraph(last)]


def _found(one: PlaceFound) -> tuple[str, ...]:
    return (say(KINDS[one.kind]), text.found(one))


def document(place: PlaceUsed, shown: PlaceShown) -> Document:
    """The place, a table, and what must be known to read it."""
    country = {one.name: one.value for one in shown.figures}.get(COUNTRY)
    rows = [row for one in shown.figures if one.name in text.LABELS for row in _rows(one, country)]
    last = "\n".join([*text.notes(place, shown), text.basis()])
    columns = (Column(say("What"), 33, False), Column(say("Figure"), 16), Column(say("Where and when"), 29, False))
    return [Paragraph(text.title(place)), Table("", columns, rows), Paragraph(last)]


def _rows(figure: Figure, country: Value) -> Iterator[tuple[str, ...]]:
    """The rows of a figure: for homes of the usual sizes, one for any other figure, ranks beside the country's."""
    value, of = figure.value, text.of(figure)
    if isinstance(value, dict):
        for size, label in text.ROOMS.items():
            yield (say(label), figures.amount_per(value[size], figure.unit), of)
    elif figure.unit == RANK and isinstance(value, float) and isinstance(country, float):
        yield (say(text.LABELS[figure.name]), text.rank(value, country), of)
    elif isinstance(value, int | float):
        is_ratio = figure.unit == "ratio"
        shown = text.over(value) if is_ratio else figures.amount_per(value, figure.unit)
        yield (say(text.LABELS[figure.name]), shown, of)
    else:
        yield (say(text.LABELS[figure.name]), say("none published"), of)
