"""What `employer` finds as a document, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import own_figures, provenance_contract, you_set
from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Chart, Column, Document, Line, Paragraph, Table
from mobcalc.results.employer import BENEFITS, COSTS, EmployerReturn
from mobcalc.units import MONTHS_PER_YEAR
from mobcalc.wording import employer as text
from mobcalc.wording.numbers import dollars, hourly, signed_dollars

NAMES, NUMBER = 30, 9


def document(answer: EmployerReturn, *, has_details: bool = False) -> Document:
    """One screen with the answer, or, if it is asked for, every part and note."""
    if has_details:
        return _details(answer)
    said = [text.asked(answer), text.verdict(answer)]
    last = "\n".join([*own_input(answer.provenance), text.basis(answer)])
    table = _steps(answer)
    notes = fitting(text.notes(answer), [*said, *last.splitlines()], [table])
    return [*map(Paragraph, said), table, Paragraph("\n".join([*notes, last]))]


def _steps(answer: EmployerReturn) -> Table:
    """A line for each wage step."""
    columns = tuple(Column(say(title), NUMBER) for title in text.COLUMNS)
    rows: list[tuple[str, ...]] = [
        (
            text.months(step),
            hourly(step.wage),
            text.share(step.output_share),
            f"{step.mentor_hours:.1f} h",
            dollars(step.cost, 10),
            dollars(step.output, 10),
            signed_dollars(step.net, 10),
        )
        for step in answer.steps
    ]
    return Table("", columns, rows)


def _details(answer: EmployerReturn) -> Document:
    """The answer, every part, the chart, and what it rests on."""
    parts: Document = [Paragraph(text.asked(answer)), Paragraph(text.verdict(answer)), _steps(answer), _parts(answer)]
    parts += [chart(answer), *(Paragraph(note, say("Note")) for note in text.notes(answer))]
    parts += [Paragraph(text.range_said(answer), say("Range")), *own_figures(answer.provenance)]
    parts += you_set(answer.provenance, {answer.pathway: answer.name})
    return [
        *parts,
        Paragraph(text.guesses(answer), say("Assumed")),
        Paragraph(text.put_in(), say("To change it")),
        Paragraph(text.not_counted(), say("Not counted")),
    ]


def _parts(answer: EmployerReturn) -> Table:
    """What is spent and what comes back, for one who starts and one who finishes."""
    first, *numbers = map(say, text.PART_COLUMNS)
    columns = (Column(first, NAMES, False), *(Column(title, NUMBER) for title in numbers))
    sides = (answer.starter, answer.finisher)

    def row(name: str, amounts: list[float]) -> tuple[str, ...]:
        return (name, *(dollars(amount) for amount in amounts))

    rows = [row(say(text.PARTS[name]), [side.parts[name] for side in sides]) for name in COSTS]
    rows.append(row(say(text.SPENT), [side.cost for side in sides]))
    rows += [row(say(text.PARTS[name]), [side.parts[name] for side in sides]) for name in BENEFITS]
    rows.append(row(say(text.BACK), [side.benefit for side in sides]))
    rows.append((say(text.LEFT), *(signed_dollars(side.net) for side in sides)))
    return Table("", columns, rows, text.parts_caption(answer))


def chart(answer: EmployerReturn) -> Chart:
    """What was spent so far and what came back so far, by month."""
    lines = [Line("S", say(text.SPENT_SO_FAR), answer.spent), Line("B", say(text.BACK_SO_FAR), answer.back)]
    return Chart(say(text.CHART), 1, lines, say(text.AXIS), every=MONTHS_PER_YEAR)


def contract(answer: EmployerReturn) -> dict[str, Any]:
    """The JSON object of `employer --json`, without format and version."""
    whole = plain(answer)
    whole.pop("provenance")
    return {
        "price_year": whole.pop("price_year"),
        "discount_rate": whole.pop("discount_rate"),
        **provenance_contract(answer.provenance),
        **whole,
        "warnings": text.notes(answer),
    }


def flat_rows(answer: EmployerReturn) -> list[dict[str, Any]]:
    """One row for each month: the step in force, and the running sum."""
    place, whole = answer.provenance.place, plain(answer)
    about = {
        "pathway": answer.pathway,
        "state": place and place.postal,
        "county_fips": place and place.county_fips,
        "start_age": answer.start_age,
    }
    last = {"price_year": answer.price_year, "assumptions_sha256": answer.provenance.assumptions_sha256}
    names = ("wage", "output_share", "mentor_hours", "cost", "output", "net")
    rows = []
    for month, (spent, back) in enumerate(zip(whole["spent"], whole["back"], strict=True), start=1):
        step: dict[str, Any] = next(
            (one for one in whole["steps"] if one["from_month"] <= month <= one["to_month"]), {}
        )
        rows.append(
            {**about, "month": month, **{name: step.get(name) for name in names}, "spent": spent, "back": back, **last}
        )
    return rows
