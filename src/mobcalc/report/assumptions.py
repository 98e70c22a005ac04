"""Assumptions and their sources as documents, flat rows and JSON."""

from typing import Any

import msgspec

from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.schema import OLD_AFTER, Assumption, Records, Source, leaves, vintage
from mobcalc.units import counted
from mobcalc.wording.numbers import plain as digits
from mobcalc.wording.numbers import short

LIST_COLUMNS = (Column("Name", 31, False), Column("Value", 25, False), Column("Range", 13), Column("Kind", 8, False))
MEANINGS = {
    "observed": "read in the source as it stands",
    "derived": "computed from the source, see the note",
    "assumed": "nobody measured it, see the note",
    "user": "given by you in place of the bundled value",
}
SOURCE_COLUMNS = (Column("Key", 23, False), Column("Source", 48, False), Column("Quality", 9, False))


def listed(assumptions: Records, prefix: str = "", kind: str | None = None) -> dict[str, Any]:
    """Records and settings by dotted name: those below a name, or all; of one kind, or of all kinds."""
    below = {}
    for name, leaf in leaves(assumptions):
        is_record = isinstance(leaf, Assumption)
        inside = not prefix or name == prefix or name.startswith(f"{prefix}.")
        if inside and (kind is None or (is_record and leaf.kind == kind)):
            below[name] = leaf
    return below


def list_document(leaves: dict[str, Any]) -> Document:
    """The records in groups by the first parts of their names."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for name, leaf in leaves.items():
        heading, below = heading_and_name(name)
        groups.setdefault(heading, []).append((below, *_cells(leaf)))
    document: Document = [Table(group, LIST_COLUMNS, rows) for group, rows in groups.items()]
    return [*document, Paragraph(f"{_counted(leaves)}. A full name is the heading, a dot, and the name below it.")]


def heading_and_name(name: str) -> tuple[str, str]:
    """A dotted name in two: the heading it stands under in a listing, and the name below it."""
    parts = name.split(".")
    depth = 2 if parts[0] in ("pathways", "people") and len(parts) > 2 else 1
    return ".".join(parts[:depth]), ".".join(parts[depth:])


def _counted(leaves: dict[str, Any]) -> str:
    """How many numbers there are, and how many of each kind."""
    kinds = [leaf.kind for leaf in leaves.values() if isinstance(leaf, Assumption)]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in MEANINGS if kind in kinds)
    return counted(len(kinds), "number") + (f": {counts}" if counts else "")


def _cells(leaf: Any) -> tuple[str, str, str]:
    if not isinstance(leaf, Assumption):
        return str(leaf), "", "setting"
    span = f"{digits(leaf.range[0])} to {digits(leaf.range[1])}" if leaf.range else ""
    dollars_of = f" ({leaf.price_year})" if isinstance(leaf.price_year, int) else ""
    return f"{short(leaf.value)} {leaf.unit}{dollars_of}", span, leaf.kind


def record_document(
    name: str, record: Assumption, source: Source | None, restated: float | list[float] | None, price_year: int
) -> Document:
    """Everything known about one record.

    Args:
        name: its dotted name.
        record: the record.
        source: the source it cites, if it cites one.
        restated: its value in dollars of the price year, where that differs.
        price_year: the year of those dollars.
    """
    facts: list[tuple[str, str]] = [("Value", f"{_whole(record.value)} {record.unit}")]
    if record.price_year is not None:
        facts.append(("Price year", _whole(record.price_year)))
    if restated is not None:
        facts.append((f"In {price_year} dollars", _whole(restated)))
    facts += [("Range", _span(record)), ("Kind", _kind(record))]
    facts += [(label, value) for label, value in (("Population", record.population), ("Note", record.note)) if value]
    year = vintage(record, source)
    if year is not None:
        facts.append(("Figure of", _age(year, price_year)))
    facts.append(("Set in", record.where))
    if source is not None:
        facts += [
            ("Source", f"{source.title}. {source.publisher}."),
            ("Address", source.address),
            ("As of", source.as_of),
        ]
        facts += [("Retrieved", source.retrieved), ("Licence", source.licence), ("Quality", source.quality)]
        facts += [(label, value) for label, value in (("Table", source.table), ("About it", source.note)) if value]
    columns = (Column("", 16, False), Column("", 60, False))
    return [Table(name, columns, [*facts])]


def _span(record: Assumption) -> str:
    """The range of a record, and whether it is drawn."""
    if record.range is None:
        return "none given"
    how = "an end of what is possible, so it is not drawn" if record.bound else "drawn with the value as the mean"
    return f"{digits(record.range[0])} to {digits(record.range[1])}, {how}"


def _age(year: int, price_year: int) -> str:
    """The year a figure is of, marked where it is old."""
    years = price_year - year
    return f"{year}, {years} years before the price year: old" if years > OLD_AFTER else str(year)


def _whole(value: Any) -> str:
    """A value in full, however long."""
    if isinstance(value, dict):
        return ", ".join(f"{year}: {digits(item)}" for year, item in value.items())
    return ", ".join(digits(item) for item in value) if isinstance(value, list) else digits(value)


def _kind(record: Assumption) -> str:
    return f"{record.kind}: {MEANINGS[record.kind]}"


def record_row(name: str, leaf: Any) -> dict[str, Any]:
    """One record or setting with all its parts."""
    if not isinstance(leaf, Assumption):
        return {"name": name, "value": leaf, **dict.fromkeys(RECORD_PARTS), "kind": "setting"}
    parts: dict[str, Any] = msgspec.to_builtins(leaf, str_keys=True)
    return {"name": name, **{key: parts[key] for key in ("value", *RECORD_PARTS)}}


RECORD_PARTS = (
    "unit",
    "kind",
    "source",
    "price_year",
    "range",
    "bound",
    "population",
    "note",
    "period",
    "where",
)


def flat_record(name: str, leaf: Any) -> dict[str, Any]:
    """One record as a row of single cells; lists and maps are joined with semicolons."""
    row = record_row(name, leaf)
    span = row.pop("range")
    row["low"], row["high"] = span or (None, None)
    return {key: joined(value) for key, value in row.items()}


def joined(value: Any) -> Any:
    """A value as a single cell: lists and maps joined with semicolons."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {item}" for key, item in value.items())
    return "; ".join(str(item) for item in value) if isinstance(value, list) else value


def source_rows(sources: dict[str, Source]) -> list[dict[str, Any]]:
    """Every source with its key."""
    return [{"key": key, **msgspec.to_builtins(source)} for key, source in sources.items()]


def source_document(sources: dict[str, Source]) -> Document:
    """Every source with its publisher, date and quality."""
    rows = [(key, f"{s.title}. {s.publisher}. As of {s.as_of}. {s.address}", s.quality) for key, s in sources.items()]
    return [Table("Sources", SOURCE_COLUMNS, [*rows])]
