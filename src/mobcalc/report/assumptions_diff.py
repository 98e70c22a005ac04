"""The differences from the bundled set as a document, as flat rows, and as the JSON object of the contract."""

from collections.abc import Iterator
from typing import Any

from mobcalc.report.assumptions import heading_and_name, joined
from mobcalc.report.formats.json import plain
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.assumptions_diff import WHOLE, Difference, Differences, GainChange, Stated
from mobcalc.results.notices import Notice
from mobcalc.wording import assumptions_diff as text
from mobcalc.wording.numbers import NOT_AVAILABLE, signed_dollars

COLUMNS = tuple(Column(title, width, width < 10) for title, width in zip(text.COLUMNS, (33, 17, 9, 9, 9), strict=True))
TOGETHER_COLUMNS = tuple(
    Column(title, width, width < 10) for title, width in zip(text.TOGETHER_COLUMNS, (50, 9, 9, 9), strict=True)
)
LEAST_CHANGE = 0.005
"""A change below half a cent is none: it comes from the order of adding up."""


def document(differences: Differences) -> Document:
    """The differences in groups by the first parts of their names, then all together, then what is not known."""
    if not differences.differences:
        return [Paragraph(text.nothing(differences))]
    groups: dict[str, list[tuple[str, ...]]] = {}
    for difference in differences.differences:
        heading, name = heading_and_name(difference.name)
        groups.setdefault(heading, []).append(_row(name, difference, differences))
    together: list[tuple[str, ...]] = [
        (differences.names[effect.id], *_gains(effect)) for effect in differences.together
    ]
    return [
        Paragraph(text.heading(differences)),
        *(Table(heading, COLUMNS, rows) for heading, rows in groups.items()),
        Table(text.TOGETHER, TOGETHER_COLUMNS, together, text.caption(differences)),
        *_notes(differences),
        Paragraph(text.counted(differences)),
    ]


def _row(name: str, difference: Difference, differences: Differences) -> tuple[str, ...]:
    """One difference with the pathway that it moves most; a new pathway with its own gain."""
    what = f"{name}:\n{text.instead_of(difference)}" + (f"\n({difference.given_by})" if difference.given_by else "")
    shown = _most_moved(difference)
    if shown is None:
        return what, _without_gains(difference, differences.baseline), "", "", ""
    return what, differences.names[shown.id], *_gains(shown)


def _most_moved(difference: Difference) -> GainChange | None:
    """The effect to show: that on the pathway it changes most, if it changes any."""
    effects = difference.effects or []
    if difference.differs == [WHOLE]:
        return next((effect for effect in effects if difference.name == f"pathways.{effect.id}"), None)
    moved = [effect for effect in effects if abs(effect.change or 0.0) >= LEAST_CHANGE]
    return max(moved, key=lambda effect: abs(effect.change or 0.0), default=None)


def _without_gains(difference: Difference, baseline: str) -> str:
    """What stands in place of a pathway and its gains."""
    if difference.effects is None:
        return text.NOT_ALONE
    if difference.differs == [WHOLE]:
        return text.BASELINE if difference.name == f"pathways.{baseline}" else text.NOT_ASKED
    return text.NOT_KNOWN if all(effect.change is None for effect in difference.effects) else text.NONE


def _gains(effect: GainChange) -> tuple[str, str, str]:
    """Both gains and the change, ready to show."""
    if effect.why is not None and effect.why.code == "new_pathway":
        return text.NEW, _dollars(effect.gain_after), ""
    return _dollars(effect.gain_before), _dollars(effect.gain_after), _dollars(effect.change)


def _dollars(amount: float | None) -> str:
    return NOT_AVAILABLE if amount is None else signed_dollars(amount, text.ROUNDED_TO)


def _notes(differences: Differences) -> Iterator[Paragraph]:
    """Why some differences have no effect of their own, and why some pathways have no gain."""
    for difference in differences.differences:
        if difference.why is not None:
            yield Paragraph(text.not_alone(difference.name, difference.why))
    for reason, names in _missing(differences).items():
        yield Paragraph(text.not_known(names, reason))


def _missing(differences: Differences) -> dict[str, list[str]]:
    """For each reason that a gain is not known, the pathways that it holds for with any of the differences."""
    missing: dict[str, list[str]] = {}
    for effects in [*(difference.effects or [] for difference in differences.differences), differences.together]:
        for effect in effects:
            if effect.why is not None and effect.why.code != "new_pathway":
                names = missing.setdefault(text.reason(effect.why), [])
                names += [] if differences.names[effect.id] in names else [differences.names[effect.id]]
    return missing


def contract(differences: Differences) -> dict[str, Any]:
    """The JSON object of `assumptions diff --json`, without format and version."""
    return {
        **plain(differences.in_force),
        "assumptions_sha256": differences.assumptions_sha256,
        "bundled": plain(differences.bundled),
        "place": plain(differences.place),
        "case": plain(differences.case),
        "baseline": differences.baseline,
        "pathways": [name for name in differences.names if name != differences.baseline],
        "differences": [_difference(difference) for difference in differences.differences],
        "together": {"effects": [_effect(effect) for effect in differences.together]},
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "name": difference.name,
        "unit": difference.unit,
        "bundled": plain(difference.bundled),
        "in_force": plain(difference.in_force),
        "from": difference.given_by,
        "differs": difference.differs,
        "effects": None if difference.effects is None else [_effect(effect) for effect in difference.effects],
        "why": _why(difference.why),
    }


def _effect(effect: GainChange) -> dict[str, Any]:
    return {**plain(effect), "why": _why(effect.why)}


def _why(why: Notice | None) -> str | None:
    return None if why is None else text.reason(why)


def flat_rows(differences: Differences) -> list[dict[str, Any]]:
    """One row for each difference and pathway, then one for each pathway under all differences together."""
    rows = []
    for difference in differences.differences:
        known = _flat(difference)
        rows += [{**known, **_flat_effect(effect)} for effect in difference.effects or []]
        if not difference.effects:
            rows.append({**known, **dict.fromkeys(EFFECT_NAMES), "why": _why(difference.why)})
    together = {**dict.fromkeys(NAMES), "scope": "all"}
    rows += [{**together, **_flat_effect(effect)} for effect in differences.together]
    terms = {
        f"{side}.{name}": plain(getattr(basis, name))
        for side, basis in (("bundled", differences.bundled), ("in_force", differences.in_force))
        for name in ("price_year", "discount_rate", "start_age")
    }
    return [{**row, **terms} for row in rows]


def _flat(difference: Difference) -> dict[str, Any]:
    """The columns of a difference; a value in several parts is joined with semicolons."""
    row = {"scope": "one", "name": difference.name, "unit": difference.unit}
    for side, stated in (("bundled", difference.bundled), ("in_force", difference.in_force)):
        row |= {f"{side}.{key}": joined(value) for key, value in _parts(stated).items()}
    return {**row, "from": difference.given_by, "differs": joined(difference.differs)}


def _parts(stated: Stated | None) -> dict[str, Any]:
    """The parts of a value as it stands, the range in two."""
    if stated is None:
        return dict.fromkeys(STATED_NAMES)
    parts = plain(stated)
    low, high = parts.pop("range") or (None, None)
    return {key: {**parts, "low": low, "high": high}[key] for key in STATED_NAMES}


def _flat_effect(effect: GainChange) -> dict[str, Any]:
    return {name: value for name, value in zip(EFFECT_NAMES, _effect(effect).values(), strict=True)}


STATED_NAMES = ("value", "price_year", "low", "high", "restated")
EFFECT_NAMES = ("pathway", "gain_before", "gain_after", "change", "why")
NAMES = (
    *("scope", "name", "unit"),
    *(f"{side}.{key}" for side in ("bundled", "in_force") for key in STATED_NAMES),
    *("from", "differs"),
)
"""The columns of a difference in flat rows; those of an effect follow."""
