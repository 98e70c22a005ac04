"""What `raise` finds as a document, as flat rows, and as the JSON object of the contract."""

from collections.abc import Mapping
from typing import Any

import msgspec

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import overrides, own_figures, you_set
from mobcalc.report.shared.inputs import inputs
from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.household import not_counted
from mobcalc.results.raises import KeptOfRaise, Raises, RaiseTotals
from mobcalc.wording import raises as text
from mobcalc.wording.household import described
from mobcalc.wording.numbers import hourly, signed_dollars

NAMES, NUMBER, STEP = 31, 9, 10
FEDERAL, STATE = "federal", "state"
SHOWN = 0.5
"""What rounds to no dollar is not shown [USD/year]."""
MANY = 12
"""So many workers of a file have a table of their own in --details; --csv has a line for each."""


def document(answer: Raises, *, has_details: bool = False) -> Document:
    """One screen with the answer, or, if it is asked for, every table and note."""
    if has_details:
        return _details(answer)
    said, last = (
        [text.asked(answer), text.verdict(answer)],
        "\n".join([*own_input(answer.provenance), text.basis(answer)]),
    )
    one = answer.totals or answer.households[0]
    table = _several(answer) if answer.is_typical else _who_has_it(one, answer.governments)
    notes = fitting(text.notes(answer), [*said, *last.splitlines()], [table])
    return [*map(Paragraph, said), table, Paragraph("\n".join([*notes, last]))]


def _several(answer: Raises) -> Table:
    """A line for each household."""
    first, *numbers = map(say, text.COLUMNS)
    columns = (Column(first, NAMES, False), *(Column(title, NUMBER) for title in numbers))
    rows: list[tuple[str, ...]] = [
        (
            text.short(one.household),
            signed_dollars(one.kept, STEP),
            text.of_a_dollar(one),
            signed_dollars(one.to_federal, STEP),
            signed_dollars(one.to_state, STEP),
            hourly(one.living_wage),
        )
        for one in answer.households
    ]
    return Table("", columns, rows)


def _who_has_it(one: KeptOfRaise | RaiseTotals, governments: Mapping[str, str]) -> Table:
    """Who has which part of a raise, a line for each tax and benefit that it changes."""
    first, *numbers = map(say, text.WHO_HAS_IT)
    columns = (Column(first, NAMES, False), *(Column(title, NUMBER) for title in numbers))
    rows: list[tuple[str, ...]] = [(say(text.PAY), signed_dollars(one.raise_per_year, STEP), "", "")]
    for name, amount in one.changes.items():
        if abs(amount) >= SHOWN:
            theirs = [signed_dollars(-amount, STEP) if governments.get(name) == who else "" for who in (FEDERAL, STATE)]
            rows.append((text.program(name), signed_dollars(amount, STEP), *theirs))
    rows.append((say(text.EMPLOYERS_TAX), "", signed_dollars(one.employer_payroll_tax, STEP), ""))
    sums = (one.kept, one.to_federal, one.to_state)
    rows.append((say(text.ALL), *(signed_dollars(amount, STEP) for amount in sums)))
    return Table("", columns, rows)


def _details(answer: Raises) -> Document:
    """The answer, who has which part of every raise, health coverage, and what it rests on."""
    parts: Document = [Paragraph(text.asked(answer)), Paragraph(text.verdict(answer))]
    if answer.is_typical:
        parts.append(_several(answer))
    if answer.totals is not None:
        parts += _whole(answer.totals, text.total_title(), answer)
    if len(answer.households) <= MANY:
        for one in answer.households:
            parts += [*_whole(one, text.who_title(one), answer), Paragraph(text.before_and_after(one))]
    notes = [Paragraph(said, say("Note")) for said in text.notes(answer)]
    parts += [*notes, *own_figures(answer.provenance), *_set_by_user(answer)]
    if any(one.coverage for one in answer.households):
        parts.append(Paragraph(text.coverage(), say("Health coverage")))
    return [
        *parts,
        Paragraph(text.who_pays(), say("Who has it")),
        Paragraph(text.assumes(answer), say("Assumed")),
        Paragraph(text.benefits(answer), say("Not in the employer's cost")),
        Paragraph(text.not_counted(answer), say("Not counted, which is not the same as nothing")),
        Paragraph(text.dollars_of(answer), say("Dollars")),
    ]


def _set_by_user(answer: Raises) -> Document:
    """What the user set besides the worker and the household, which the answer names already."""
    used = [one for one in answer.provenance.overrides if not one.name.startswith("person.")]
    return you_set(msgspec.structs.replace(answer.provenance, overrides=used), {})


def _whole(one: KeptOfRaise | RaiseTotals, title: str, answer: Raises) -> Document:
    """Who has it under a title, and what health coverage is worth more or less, where it changes."""
    table = _who_has_it(one, answer.governments)._replace(title=title)
    rows: list[tuple[str, ...]] = [
        (text.program(name), signed_dollars(amount)) for name, amount in one.coverage.items() if abs(amount) >= SHOWN
    ]
    if not rows:
        return [table]
    first, second = map(say, text.COVERAGE_COLUMNS)
    return [table, Table("", (Column(first, NAMES, False), Column(second, NUMBER)), rows)]


def contract(answer: Raises) -> dict[str, Any]:
    """The JSON object of `raise --json`, without format and version."""
    whole = plain(answer)
    about = answer.provenance
    terms = ("rules_year", "price_year", "from_wage", "to_wage", "target", "hours_per_week", "is_typical")
    households = [
        {**each, "household": {**each["household"], "words": described(one.household)}}
        for each, one in zip(whole["households"], answer.households, strict=True)
    ]
    return {
        "place": plain(about.place),
        "assumptions_sha256": about.assumptions_sha256,
        "overrides": overrides(about),
        "case": plain(about.case),
        "surveys": plain(about.surveys),
        **{name: whole[name] for name in terms},
        "governments": whole["governments"],
        "minimum_wage": whole["minimum_wage"],
        "benefits_rate": whole["benefits_rate"],
        "benefits_range": whole["benefits_range"],
        "households": households,
        "totals": whole["totals"],
        "not_counted": not_counted(text.with_most_help(answer)),
        "warnings": list(text.warnings(answer)),
    }


def flat_rows(answer: Raises) -> list[dict[str, Any]]:
    """One row for each household or worker, the inputs first."""
    coverage = dict.fromkeys(name for one in answer.households for name in one.coverage)
    return [_row(answer, one, [*answer.governments, "health_plan"], [*coverage]) for one in answer.households]


def _row(answer: Raises, one: KeptOfRaise, components: list[str], coverage: list[str]) -> dict[str, Any]:
    """One household, with inputs that are its own and a column for each tax and benefit."""
    whole = plain(one)
    home = whole["household"]
    own = {name: home[name] for name in ("adults", "partner_earnings", "disability", "care")}
    own |= {"children": "; ".join(map(str, one.household.children))}
    own |= {"wage": whole["from_wage"], "hours": whole["hours_per_week"]}
    first = ("hours_per_week", "from_wage", "to_wage", "raised", "raise_per_year", "kept", "kept_share")
    public = ("employer_payroll_tax", "employer_cost", "to_federal", "to_state")
    last = ("earnings", "net_before", "net_after", "living_wage", "is_beyond_table")
    return {
        **inputs(answer.provenance, one.household, one.age, answer.rules_year),
        **own,
        "id": one.id,
        "child_care": home["child_care"],
        **{name: whole[name] for name in (*first, *public, *last)},
        **{f"{name}_change": whole["changes"].get(name, 0.0) for name in components},
        **{f"{name}_change": whole["coverage"].get(name, 0.0) for name in coverage},
    }
