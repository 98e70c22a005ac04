"""Documents as Markdown."""

import re

from mobcalc.report.formats.chart import chart_text
from mobcalc.report.tables import Chart, Document, Paragraph, Table

CHART_WIDTH = 80
SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def markdown_text(document: Document) -> str:
    """The document as GitHub-flavoured Markdown; texts are escaped, so that they mean nothing but themselves."""
    return "\n\n".join(_part(part) for part in document) + "\n"


def _part(part: Table | Paragraph | Chart) -> str:
    if isinstance(part, Paragraph):
        lead = f"**{_escaped(part.lead)}:** " if part.lead else ""
        return lead + _escaped(part.text)
    heading = f"### {_escaped(part.title)}\n\n" if part.title else ""
    caption = f"\n\n{_escaped(part.caption)}" if part.caption else ""
    body = _chart(part) if isinstance(part, Chart) else _table(part)
    return heading + body + caption


def _table(part: Table) -> str:
    lines = [_line([column.title for column in part.columns])]
    lines.append("|" + "|".join("---:" if column.is_number else "---" for column in part.columns) + "|")
    return "\n".join(lines + [_line(row) for row in part.rows])


def _chart(part: Chart) -> str:
    # A name with a backtick could end the block it stands in.
    return "```text\n" + chart_text(part, CHART_WIDTH, dots=False).replace("`", "'") + "```"


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
