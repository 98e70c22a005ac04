"""The answer of `livingwage --certify` as a document, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import provenance_contract
from mobcalc.report.shared.inputs import inputs
from mobcalc.report.shared.screen import fitting, own_input
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.livingwage_certification import Certified
from mobcalc.wording import livingwage_certification as text
from mobcalc.wording.household import described
from mobcalc.wording.numbers import hourly

NAMES, NUMBER = 20, 9
WORD_COLUMN = 3
"""The column that says yes or no."""


def document(answer: Certified, *, has_details: bool = False) -> Document:
    """One screen with the answer; with details the source and what the living wage counts besides."""
    said = [text.asked(answer), text.verdict(answer)]
    last = "\n".join([*own_input(answer.budget.provenance), text.basis(answer)])
    notes = [*text.notes(answer), *filter(None, [text.remark(answer)])]
    if not has_details:
        kept = fitting(notes, [*said, *last.splitlines()], [_table(answer)])
        return [*map(Paragraph, said), _table(answer), Paragraph("\n".join([*kept, last]))]
    return [
        *map(Paragraph, said),
        _table(answer),
        *(Paragraph(note, say("Note")) for note in notes),
        Paragraph(text.source(answer), say("Source")),
        Paragraph(text.living_wage(answer), say("Living wage")),
    ]


def _table(answer: Certified) -> Table:
    """A line for each tier, the highest first."""
    first, *others = text.column_titles(answer)
    columns = (
        Column(first, NAMES, False),
        *(Column(title, NUMBER, number != WORD_COLUMN) for number, title in enumerate(others, start=1)),
    )
    rows: list[tuple[str, ...]] = [
        (
            text.tier_name(tier.name),
            hourly(tier.wage),
            hourly(tier.with_insurance),
            text.met(tier),
            hourly(tier.restated),
            text.below(tier),
        )
        for tier in answer.tiers
    ]
    return Table("", columns, rows)


def contract(answer: Certified) -> dict[str, Any]:
    """The JSON object of `livingwage --certify --json`, without format and version."""
    whole, budget = plain(answer), answer.budget
    names = ("id", "name", "file", "year", "county", "is_elsewhere", "wage", "has_insurance", "less_with_insurance")
    found = ("tier", "next_tier", "missing_to_next", "tiers", "source", "address", "remark")
    return {
        "price_year": budget.price_year,
        **provenance_contract(budget.provenance),
        "certification": {name: whole[name] for name in names},
        **{name: whole[name] for name in found},
        "household": {**plain(budget.household), "words": described(budget.household)},
        "living_wage": plain(budget)["hourly"],
        "minimum_wage": plain(budget.minimum_wage),
        "warnings": text.notes(answer),
    }


def flat_rows(answer: Certified) -> list[dict[str, Any]]:
    """One row for each tier, the employer's wage and the household first."""
    whole, budget = plain(answer), answer.budget
    about = inputs(budget.provenance, budget.household, budget.start_age, budget.price_year) | {"wage": whole["wage"]}
    about |= {"household": described(budget.household), "hourly": plain(budget)["hourly"]}
    about |= {"certification": answer.id, "year": answer.year, "has_insurance": answer.has_insurance}
    named = {"name": "tier", "wage": "tier_wage"}
    return [{**about, **{named.get(key, key): value for key, value in tier.items()}} for tier in whole["tiers"]]
