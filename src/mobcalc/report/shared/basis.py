"""What every answer carries besides its own tables: its terms as paragraphs, as JSON, and as columns."""

from typing import Any

from mobcalc.language import say
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Document, Paragraph
from mobcalc.results.basis import Terms
from mobcalc.results.provenance import LocalUsed, OverrideUsed, Provenance
from mobcalc.wording import basis as text
from mobcalc.wording import notices
from mobcalc.wording.numbers import short
from mobcalc.wording.screen import supports


def opening(terms: Terms, titles: dict[str, str], more: str = "") -> Document:
    """Basis, place, what the user set, what is not counted, and the notices.

    Args:
        terms: those of the answer.
        titles: what pathways are called, by id.
        more: what else belongs to the basis, as it is said.
    """
    notes: Document = [Paragraph(text.basis(terms, titles[terms.baseline]) + more, say("Basis"))]
    if terms.provenance.place is not None:
        notes.append(Paragraph(text.place(terms), say("Place")))
    if terms.provenance.local_figures:
        notes.append(Paragraph(text.local_figures(terms, titles), say("Local figures")))
    if terms.provenance.occupation is not None:
        notes.append(Paragraph(text.occupation(terms), say("Occupation")))
    notes += [Paragraph(said, say("Supports")) for said in supports(terms.provenance)]
    notes += own_figures(terms.provenance)
    notes += you_set(terms.provenance, titles)
    notes.append(Paragraph(text.not_modelled(terms), say("Not counted")))
    return notes + [Paragraph(notices.notice(notice), say("Note")) for notice in terms.warnings]


def own_figures(provenance: Provenance) -> Document:
    """How much of each file of own wages or prices the answer rests on; nothing without any."""
    return [Paragraph(text.survey(one), say("Own figures")) for one in provenance.surveys]


def you_set(provenance: Provenance, titles: dict[str, str], unused: tuple[str, ...] = ()) -> Document:
    """What the user put over the bundled set; nothing where nothing was.

    Args:
        provenance: which assumptions the answer rests on.
        titles: what pathways in the answer are called, by id.
        unused: parts of the assumptions that the answer does not look at.
    """
    given = provenance.overrides
    said = "; ".join(text.override(o.name, shown(o.value), o.price_year, o.given_by, titles, unused) for o in given)
    return [Paragraph(f"{said}.", say("You set"))] if given else []


def closing(terms: Terms, titles: dict[str, str], lead: str) -> Document:
    """What is assumed, in plain words, and how to ask where a number comes from.

    Args:
        terms: those of the answer.
        titles: what pathways are called, by id.
        lead: the words in front of what is assumed, as they are said.
    """
    return [
        Paragraph(notices.assumed(terms.assumed, titles), lead),
        Paragraph(text.where_from(), say("Where numbers come from")),
    ]


def shown(value: Any) -> str:
    """A value that the user gave, on one line."""
    return value if isinstance(value, str) else short(value)


def contract_of(terms: Terms, parts: dict[str, Any]) -> dict[str, Any]:
    """A JSON object of the contract: the terms with an answer's own parts among them."""
    return {
        "price_year": terms.price_year,
        "discount_rate": plain(terms.discount_rate),
        "start_age": terms.start_age,
        "retire_age": terms.retire_age,
        "sex": terms.sex,
        "seed": terms.seed,
        "draws": terms.draws,
        **({} if terms.person_id is None else {"id": terms.person_id}),
        **provenance_contract(terms.provenance),
        "baseline": terms.baseline,
        **parts,
        "assumed": terms.assumed,
        "old_figures": plain(terms.old),
        "warnings": [notices.notice(notice) for notice in terms.warnings],
    }


def provenance_contract(provenance: Provenance) -> dict[str, Any]:
    """Which assumptions an answer rests on, as a part of its JSON object."""
    return {
        "assumptions_sha256": provenance.assumptions_sha256,
        "overrides": overrides(provenance),
        "place": plain(provenance.place),
        "occupation": plain(provenance.occupation),
        "local_figures": [_local(figure) for figure in provenance.local_figures],
        "case": plain(provenance.case),
        "surveys": plain(provenance.surveys),
        **({"supports": provenance.supports} if provenance.supports else {}),
        **({"supports_left_out": provenance.supports_left_out} if provenance.supports_left_out else {}),
    }


def overrides(provenance: Provenance) -> list[dict[str, Any]]:
    """What the user put over the bundled set, for the JSON object."""
    return [_override(used) for used in provenance.overrides]


def _override(used: OverrideUsed) -> dict[str, Any]:
    """A value that the user gave; for money also the year whose dollars it is in."""
    content = {"name": used.name, "value": plain(used.value), "from": used.given_by}
    return content if used.price_year is None else {**content, "price_year": plain(used.price_year)}


def _local(figure: LocalUsed) -> dict[str, Any]:
    """A local figure with its rule in words."""
    content: dict[str, Any] = plain(figure)
    content["value"] = plain(figure.value, figure.unit)
    return {**content, "rule": text.rule(figure)}
