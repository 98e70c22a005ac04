"""What is published of a program's place and of future jobs, as tables and under the names of the contract."""

from collections.abc import Sequence
from typing import Any

from mobcalc.language import say
from mobcalc.report.shared import figures
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.lookups import Figure
from mobcalc.wording import places
from mobcalc.wording import program_context as text


def document(context: Sequence[Figure]) -> Document:
    """A table of the figures, and what they are not."""
    columns = (
        Column(say("What"), 30, False),
        Column(say("Figure"), 8),
        Column(say("Of"), 16, False),
        Column(say("Source"), 22, False),
    )
    rows: list[tuple[str, ...]] = [
        (text.label(one), _value(one), f"{one.area}, {one.period}", one.source) for one in context
    ]
    return [Table(text.title(), columns, rows), *(Paragraph(one, say("Note")) for one in text.limits(list(context)))]


def _value(figure: Figure) -> str:
    """A share, or a rank from 0 to 100; where there is none, why."""
    return figures.amount(figure.value, figure.unit) if isinstance(figure.value, float) else places.why(figure)


def contract(context: Sequence[Figure]) -> dict[str, Any]:
    """The figures by name, each with its unit, period, area, rule and source."""
    return figures.contract_of(context, text.rule, places.why)
