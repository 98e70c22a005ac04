"""The answer of `program --budget` as a document, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import overrides
from mobcalc.report.shared.screen import fitting
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.program_seats import Seats
from mobcalc.wording import program_seats as text
from mobcalc.wording.numbers import dollars

NAMES, NUMBER = 24, 8


def document(answer: Seats, *, has_details: bool = False) -> Document:
    """One screen with the answer; with details how the mix is found."""
    said, last = [text.asked(answer), text.verdict(answer)], text.basis(answer)
    notes = text.notes(answer)
    if has_details:
        shown = [Paragraph(note, say("Note")) for note in notes]
        return [*map(Paragraph, said), _table(answer), *shown, Paragraph(text.method(), say("How it is found"))]
    kept = fitting(notes, [*said, *last.splitlines()], [_table(answer)])
    return [*map(Paragraph, said), _table(answer), Paragraph("\n".join([*kept, last]))]


def _table(answer: Seats) -> Table:
    """A line for each program."""
    first, *numbers = map(say, text.COLUMNS)
    columns = (Column(first, NAMES, False), *(Column(title, NUMBER) for title in numbers))
    rows: list[tuple[str, ...]] = [
        (
            say(one.name),
            dollars(one.cost, 10),
            f"{one.served:,}",
            text.per_dollar(one),
            text.likely(one),
            text.more_jobs(one),
            f"{one.seats:,}",
        )
        for one in answer.programs
    ]
    return Table("", columns, rows)


def contract(answer: Seats) -> dict[str, Any]:
    """The JSON object of `program --budget --json`, without format and version."""
    whole = plain(answer)
    whole.pop("provenance")
    known = answer.provenance
    return {
        "price_year": whole.pop("price_year"),
        "discount_rate": whole.pop("discount_rate"),
        "assumptions_sha256": known.assumptions_sha256,
        "overrides": overrides(known),
        **whole,
        "warnings": text.notes(answer),
    }


def flat_rows(answer: Seats) -> list[dict[str, Any]]:
    """One row for each program, what was asked first."""
    whole = plain(answer)
    about = {name: whole[name] for name in ("budget", "aim", "basis")}
    last = {"price_year": answer.price_year, "assumptions_sha256": answer.provenance.assumptions_sha256}
    rows = []
    for one in whole["programs"]:
        spread = one.pop("range") or {"low": None, "high": None}
        rows.append({**about, **one, "gain_low": spread["low"], "gain_high": spread["high"], **last})
    return rows
