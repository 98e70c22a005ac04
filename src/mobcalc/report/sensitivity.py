"""The swings of a gain as a document with bars, as flat rows, and as the JSON object of the contract."""

from typing import Any

from mobcalc.language import say
from mobcalc.report import sensitivity_screen
from mobcalc.report.formats.json import plain
from mobcalc.report.shared.basis import contract_of, opening
from mobcalc.report.shared.inputs import inputs_of
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.sensitivity import BY_CHANCE, LEAST_CHANCE, LEAST_SWING, Sensitivity, SweptAssumption
from mobcalc.wording import sensitivity as text
from mobcalc.wording.basis import where_from
from mobcalc.wording.pathways import pathway_name, pathway_text

BAR = 19
"""Characters of a bar."""
IN_UNIT = ("value", "low", "high", "switch_point")
"""The figures that are in the unit of the assumption."""


TOP = 12
"""How many assumptions the table has with all details."""


def document(swings: Sensitivity, top: int | None, *, has_details: bool) -> Document:
    """One screen; or everything.

    Args:
        swings: the answer.
        top: how many assumptions to show; None for the usual number.
        has_details: whether everything is shown.
    """
    least = LEAST_CHANCE if swings.outcome == BY_CHANCE else LEAST_SWING
    still = [one for one in swings.sensitivity if one.swing is not None and one.swing < least]
    moving = [one for one in swings.sensitivity if one not in still]
    if has_details:
        return _whole(swings, moving, still, TOP if top is None else top)
    return sensitivity_screen.document(swings, moving, top)


def _whole(swings: Sensitivity, moving: list[SweptAssumption], still: list[SweptAssumption], top: int) -> Document:
    """What is asked, the bars, what matters most, what would change the answer, what is not swept."""
    parts: Document = [Paragraph(text.heading(swings)), *_tables(swings, moving[:top])]
    parts += [Paragraph(said) for said in text.left_out(swings, len(moving) - len(moving[:top]), still)]
    parts += [
        Paragraph(text.most(swings, moving[:3]), say(text.MOST_LEAD)),
        Paragraph(text.switches(swings), say(text.FLIP_LEAD)),
    ]
    parts += [Paragraph(pathway_text(said), pathway_name(swings.names[name])) for name, said in swings.cautions.items()]
    parts += [Paragraph(said, lead) for lead, said in text.not_swept(swings)]
    parts += opening(swings, swings.names, text.measured_by(swings))
    return [*parts, Paragraph(where_from(), say(text.WHERE_LEAD))]


def _tables(swings: Sensitivity, shown: list[SweptAssumption]) -> list[Table]:
    """The bars, on one scale; no table where nothing moves the gain."""
    if not shown:
        return []
    known = [
        swings.gain,
        *(gain for one in shown for gain in (one.gain_at_low, one.gain_at_high) if gain is not None),
    ]
    scale = (min(known), max(known))
    first, *others = text.columns(swings)
    columns = (Column(first, 30, False), *(Column(title, 9) for title in others))
    rows: list[tuple[str, ...]] = [
        (
            text.row_name(swings, one),
            *text.ends(swings, one),
            bar(one.gain_at_low, swings.gain, one.gain_at_high, scale),
        )
        for one in shown
    ]
    return [Table("", columns, rows, text.caption(swings, shown, scale))]


def bar(low: float | None, point: float, high: float | None, scale: tuple[float, float]) -> str:
    """The gains of one assumption on a line of characters: L and H at its ends, | as it stands, 0 where nothing is.

    Args:
        low: the gain at the low end [USD]; None where it is not known.
        point: the gain as it stands [USD].
        high: the gain at the high end [USD]; None where it is not known.
        scale: the gains at the ends of the line [USD].
    """
    first, last = scale
    step = (last - first) / (BAR - 1) or 1.0

    def place(amount: float) -> int:
        """Where an amount stands along the line."""
        return round((amount - first) / step)

    marks = {"L": low, "H": high}
    reached = [place(point), *(place(amount) for amount in marks.values() if amount is not None)]
    line = ["=" if min(reached) <= at <= max(reached) else "." for at in range(BAR)]
    if first <= 0.0 <= last:
        line[place(0.0)] = "0"
    line[place(point)] = "|"
    for mark, amount in marks.items():
        # Where an end is the value itself, the mark of the gain as it stands says so.
        if amount is not None and place(amount) != place(point):
            line[place(amount)] = mark
    return "".join(line)


def contract(swings: Sensitivity) -> dict[str, Any]:
    """The JSON object of `sensitivity --json`, without format and version."""
    about = {
        name: getattr(swings, name)
        for name in ("outcome", "pathway", "versus", "names", "evidence", "same_footing", "cautions")
    }
    return contract_of(
        swings,
        {
            "household": plain(swings.household),
            **about,
            "gain": plain(swings.gain, _unit(swings)),
            "sensitivity": [_swept(swings, one) for one in swings.sensitivity],
            "not_swept": [{"name": one.name, "why": text.REASONS[one.why]} for one in swings.not_swept],
        },
    )


def _unit(swings: Sensitivity) -> str:
    """The unit of the gains."""
    return "share" if swings.outcome == BY_CHANCE else "USD"


def _swept(swings: Sensitivity, one: SweptAssumption) -> dict[str, Any]:
    """One assumption, its own figures rounded as its unit asks for, gains as theirs."""
    in_unit = {name: plain(getattr(one, name), one.unit) for name in IN_UNIT}
    gains = {name: plain(getattr(one, name), _unit(swings)) for name in ("gain_at_low", "gain_at_high", "swing")}
    return {**plain(one), **in_unit, **gains, "why": {key: text.REASONS[reason] for key, reason in one.why.items()}}


def flat_rows(swings: Sensitivity) -> list[dict[str, Any]]:
    """One row for each assumption that was swept."""
    about = {**inputs_of(swings), "outcome": swings.outcome, "pathway": swings.pathway, "versus": swings.versus}
    rows = []
    for one in swings.sensitivity:
        swept = _swept(swings, one)
        swept["why"] = "; ".join(f"{key}: {reason}" for key, reason in swept["why"].items())
        rows.append({**about, "gain": plain(swings.gain, _unit(swings)), **swept})
    return rows
