"""The one screen that `places show` prints by default: the figures that most answers rest on."""

from collections.abc import Iterator

from mobcalc.report.shared import figures
from mobcalc.report.shared.screen import FIRST
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results import PlaceUsed
from mobcalc.results.lookups import Figure, PlaceFound, PlaceSearch, PlaceShown
from mobcalc.wording import places_screen as text
from mobcalc.wording.places import KINDS
from mobcalc.wording.screen import left

FOUND = (Column(text.KIND, 17, False), Column(text.NAME, 61, False))
COLUMNS = (Column(text.WHAT, 33, False), Column(text.FIGURE, 16), Column(text.OF, 29, False))


def search_document(search: PlaceSearch) -> Document:
    """What a search found, exact names first."""
    shown = search.found[:FIRST]
    more = len(search.found) - len(shown)
    last = "\n".join([*([left(more)] if more else []), text.search_basis()])
    return [Table("", FOUND, [_found(one) for one in shown]), Paragraph(last)]


def _found(one: PlaceFound) -> tuple[str, ...]:
    return (KINDS[one.kind], text.found(one))


def document(place: PlaceUsed, shown: PlaceShown) -> Document:
    """The place, a table, and what must be known to read it."""
    rows = [row for one in shown.figures if one.name in text.LABELS for row in _rows(one)]
    last = "\n".join([*text.notes(place, shown), text.basis()])
    return [Paragraph(text.title(place)), Table("", COLUMNS, rows), Paragraph(last)]


def _rows(figure: Figure) -> Iterator[tuple[str, ...]]:
    """The rows of a figure: one for homes of the usual sizes, one for every other figure."""
    value, of = figure.value, text.of(figure)
    if value is None:
        yield (text.LABELS[figure.name], text.NONE, of)
    elif isinstance(value, dict):
        for size, label in text.ROOMS.items():
            yield (label, figures.amount_per(float(value[size]), figure.unit), of)
    elif figure.unit == "ratio" and isinstance(value, int | float):
        yield (text.LABELS[figure.name], text.over(value), of)
    elif isinstance(value, int | float):
        yield (text.LABELS[figure.name], figures.amount_per(value, figure.unit), of)
