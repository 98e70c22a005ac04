"""The answer of `validate` as a document, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import encoded, plain
from mobcalc.report.shared.basis import overrides, you_set
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.validate import CheckedCase, CheckedFigure, Validation, failing
from mobcalc.wording import validate as text

DETAILS = (Column("", 15, False), Column("", 64, False))


def document(validation: Validation, with_details: bool) -> Document:
    """How many cases agree, and what is only within a band or fails; or every figure, and what each case is made of."""
    return _all(validation) if with_details else _screen(validation)


def _screen(validation: Validation) -> Document:
    """One screen: how many cases agree, and those of which more is to be known."""
    failed = [case for case in failing(validation.cases) if case.kind != "band"]
    shown = [*failed, *(case for case in validation.cases if case.kind == "band")]
    rows = [_row(case.id, max(case.figures, key=lambda one: one.verdict in ("outside", "missed"))) for case in shown]
    said: Document = [Paragraph(text.summary(validation), say(text.ALL_LEAD))]
    if rows:
        said.append(Table("", _columns("band"), rows))
    last = [*([say(text.CAPTIONS["band"]), text.first_figures()] if rows else []), say(text.MORE)]
    said += [Paragraph(text.basis(validation), say(text.BASIS_LEAD)), Paragraph("\n".join(last))]
    return [*said, *you_set(validation.provenance, validation.names)]


def _all(validation: Validation) -> Document:
    """How many cases agree, every figure by kind of case, and what each case is made of."""
    parts: Document = [Paragraph(text.summary(validation), say(text.ALL_LEAD))]
    for kind in text.TITLES:
        cases = [case for case in validation.cases if case.kind == kind]
        if cases:
            rows = [row for case in cases for row in _rows(case)]
            parts.append(Table(say(text.TITLES[kind]), _columns(kind), rows, say(text.CAPTIONS[kind])))
    parts += [_details(case) for case in validation.cases]
    parts += [Paragraph(text.basis(validation), say(text.BASIS_LEAD))]
    return [*parts, *you_set(validation.provenance, validation.names)]


def _columns(kind: str) -> tuple[Column, ...]:
    """The columns of a table of figures; what is only a band stands under that word."""
    name, published, computed, allowed, verdict = map(say, text.COLUMNS)
    return (
        Column(name, 30, False),
        Column(published, 10),
        Column(computed, 10),
        Column(say(text.BAND_COLUMN) if kind == "band" else allowed, 20, False),
        Column(verdict, 13, False),
    )


def _rows(case: CheckedCase) -> list[tuple[str, ...]]:
    """A row for a case of one figure; otherwise one for its name and one for each figure below it."""
    if len(case.figures) == 1:
        return [_row(case.id, case.figures[0])]
    return [(case.id, "", "", "", ""), *(_row(f"{text.INDENT}{one.name}", one) for one in case.figures)]


def _row(name: str, figure: CheckedFigure) -> tuple[str, ...]:
    """A figure, published and computed, with what is allowed and the verdict."""
    published, computed = (text.amount(value, figure.unit) for value in (figure.published, figure.computed))
    return (name, published, computed, text.allowed(figure), text.verdict(figure))


def _details(case: CheckedCase) -> Table:
    """Source, inputs, and the parts of every figure of a case."""
    said = (case.source, case.address, text.inputs(case.given), "; ".join(text.computed(case)), case.note)
    rows = [(say(lead), one) for lead, one in zip(text.ROWS, said, strict=True) if one]
    return Table(f"{case.id}: {case.question}", DETAILS, [*rows])


def contract(validation: Validation) -> dict[str, Any]:
    """The JSON object of `validate --json`, without format and version."""
    return {
        "price_year": validation.price_year,
        "assumptions_sha256": validation.provenance.assumptions_sha256,
        "overrides": overrides(validation.provenance),
        "ok": not failing(validation.cases),
        "cases": [_case(case) for case in validation.cases],
    }


def _case(case: CheckedCase) -> dict[str, Any]:
    """One case; what it is worked out from stands as the file of cases has it."""
    return {**plain(case), "given": case.given, "figures": [_figure(figure) for figure in case.figures]}


def _figure(figure: CheckedFigure) -> dict[str, Any]:
    """One figure, published and computed rounded alike."""
    in_unit = {name: plain(getattr(figure, name), figure.unit) for name in ("published", "low", "high", "computed")}
    # Parts are money and counts, whatever their figure is.
    return {**plain(figure), **in_unit, "parts": plain(figure.parts, "USD")}


def flat_rows(validation: Validation) -> list[dict[str, Any]]:
    """One row for each figure."""
    rows = []
    for case in validation.cases:
        of_case: dict[str, Any] = {"case": case.id, "kind": case.kind, "question": case.question}
        about = {"source": case.source, "address": case.address, "given": encoded(case.given), "note": case.note}
        for figure in case.figures:
            row = _figure(figure)
            row["parts"] = "; ".join(f"{name}: {amount}" for name, amount in row["parts"].items())
            rows.append({**of_case, "figure": row.pop("name"), **row, **about})
    sha = validation.provenance.assumptions_sha256
    return [{**row, "assumptions_sha256": sha} for row in rows]
