"""Documents as Markdown."""

import re

from mobcalc.report.tables import Document, Paragraph, Table

SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def markdown_text(document: Document) -> str:
    """The document as GitHub-flavoured Markdown; texts are escaped, so that they mean nothing but themselves."""
    return "\n\n".join(_part(part) for part in document) + "\n"


def _part(part: Table | Paragraph) -> str:
    if isinstance(part, Paragraph):
        lead = f"**{_escaped(part.lead)}:** " if part.lead else ""
        return lead + _escaped(part.text)
    heading = f"### {_escaped(part.title)}\n\n" if part.title else ""
    lines = [_line([column.title for column in part.columns])]
    lines.append("|" + "|".join("---:" if column.is_number else "---" for column in part.columns) + "|")
    lines += [_line(row) for row in part.rows]
    caption = f"\n\n{_escaped(part.caption)}" if part.caption else ""
    return heading + "\n".join(lines) + caption


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
