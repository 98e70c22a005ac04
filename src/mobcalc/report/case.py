"""A client's case as a document, as flat rows, and as JSON."""

from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import provenance_contract
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.case import CaseKey, CaseShown
from mobcalc.wording import case as text
from mobcalc.wording.screen import asked

WIDTHS = (22, 34, 22)


def document(shown: CaseShown) -> Document:
    """The case in plain words, then each key."""
    columns = tuple(Column(say(head), width, False) for head, width in zip(text.HEADS, WIDTHS, strict=True))
    return [
        Paragraph(asked(shown)),
        Table("", columns, [_row(one) for one in shown.keys]),
        Paragraph(text.basis(shown.file)),
    ]


def _row(one: CaseKey) -> tuple[str, ...]:
    given = one.value if one.written is None else one.written
    value = say(text.BOTH_SEXES) if given is None else text.value(given)
    return (one.key, value, text.from_where(one.given_by))


def contract(shown: CaseShown) -> dict[str, Any]:
    """The case as a JSON object."""
    known = provenance_contract(shown.provenance)
    return {
        "file": shown.file,
        "keys": [_flat(one) for one in shown.keys],
        **{name: known[name] for name in ("assumptions_sha256", "place", "occupation", "case")},
        "household": plain(shown.household),
    }


def _flat(one: CaseKey) -> dict[str, Any]:
    return {"key": one.key, "name": one.name, "value": plain(one.value), "from": one.given_by}


def flat_rows(shown: CaseShown) -> list[dict[str, Any]]:
    """One row for each key, lists and maps on one line."""
    return [
        {"file": shown.file, **_flat(one), "value": None if one.value is None else text.value(one.value)}
        for one in shown.keys
    ]
