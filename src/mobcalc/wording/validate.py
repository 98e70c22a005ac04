"""The sentences and labels of `validate`."""

from collections.abc import Iterator, Sequence
from typing import Any

from mobcalc.results.validate import CheckedCase, CheckedFigure, Validation, failing
from mobcalc.units import counted
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, plain

COLUMNS = ("Case and figure", "Published", "Computed", "Tolerance", "Verdict")
BAND_COLUMN = "Band"
INDENT = "  "
VERDICTS = {"within": "within band", "outside": "outside band"}
"""What verdicts of a band are called on a screen; the others are called as they are."""
TITLES = {
    "exact": "Exact: fully determined by published inputs",
    "identity": "Identities: arithmetic between published figures",
    "band": "Bands: a range is all that is justified",
}
CAPTIONS = {
    "exact": "Published inputs go through the engine's own functions, or shipped numbers and pathways are read back.",
    "identity": "They check that figures were copied and understood as they add up. Nothing of the model is in them.",
    "band": (
        "A band, not a reproduction: people, years and methods differ from those published, so that 'within' says only "
        "that the model is not out of line."
    ),
}
ALL_LEAD, MORE_LEAD, BASIS_LEAD = "Published results", "More", "Basis"
ROWS = ("Source", "Address", "Worked out from", "Computed", "Note")
MORE = "'mobcalc validate CASE' shows a case's source, inputs and parts, --details those of all; --json has everything."


def summary(validation: Validation) -> str:
    """How many cases of each kind agree, and which do not."""
    cases = validation.cases
    said = [_of_kind(kind, [case for case in cases if case.kind == kind]) for kind in TITLES]
    failed = failing(cases)
    names = ", ".join(case.id for case in failed)
    rest = f"{counted(len(failed), 'case')} failed: {names}." if failed else "None failed."
    return f"{counted(len(cases), 'case')}. {' '.join(filter(None, said))} {rest}"


def _of_kind(kind: str, cases: Sequence[CheckedCase]) -> str:
    """How many cases of one kind agree; nothing where there is none."""
    if not cases:
        return ""
    agree = len(cases) - len(failing(cases))
    if kind == "band":
        return f"{agree} of {counted(len(cases), 'band')} {'holds' if len(cases) == 1 else 'hold'}."
    word = {"exact": "exact result", "identity": "identity"}[kind]
    return f"{agree} of {counted(len(cases), word, word.replace('identity', 'identitie') + 's')} reproduced."


def basis(validation: Validation) -> str:
    """What computed figures rest on."""
    return (
        "published figures are in the dollars of their source, which the shipped price index carries to those of "
        f"{validation.price_year} and back; shipped pathways are taken with every assumption at its value, chances "
        "from lives drawn at random (seed 0)."
    )


def verdict(figure: CheckedFigure) -> str:
    """The verdict on a figure, with the band named where it is no more than one."""
    return VERDICTS.get(figure.verdict, figure.verdict)


def amount(value: float | None, unit: str) -> str:
    """A figure as its unit asks for."""
    if value is None:
        return NOT_AVAILABLE
    if unit == "USD":
        return dollars(value, 1)
    if unit == "thousand USD":
        return f"{value:,.4f}"
    return ("no", "yes")[round(value)] if unit == "yes or no" else f"{value:.4g}"


def allowed(figure: CheckedFigure) -> str:
    """The tolerance around a published figure, or the band."""
    low, high = (amount(end, figure.unit) for end in (figure.low, figure.high))
    if figure.is_band and figure.low is None:
        return f"at most {high}"
    if figure.is_band:
        return f"at least {low}" if figure.high is None else f"{low} to {high}"
    if figure.relative_tolerance is not None:
        return f"+-{plain(figure.relative_tolerance * 100.0)}%"
    if not figure.tolerance:
        return "none"
    sign = "$" if figure.unit == "USD" else ""
    return f"+-{sign}{plain(figure.tolerance)}"


def inputs(given: dict[str, Any]) -> str:
    """What a case is worked out from, as the file of cases has it."""
    return "; ".join(f"{_key(name)}: {_said(value)}" for name, value in given.items())


def _key(name: str) -> str:
    """The name of an input in words; a dotted name of an assumption stays as it is."""
    return name if "." in name else name.replace("_", " ")


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(_pair(_key(name), item) for name, item in value.items()) or "as it is"
    if isinstance(value, (list, tuple)):
        return ", ".join(_said(item) for item in value)
    return plain(value) if isinstance(value, (int, float)) else str(value)


def _pair(name: str, value: Any) -> str:
    """A name with what stands under it, in brackets where that is more than one thing; a year's amount by its year."""
    if isinstance(value, (dict, list, tuple)):
        return f"{name} ({_said(value)})"
    return f"{name}: {_said(value)}" if name.isdecimal() else f"{name} {_said(value)}"


def computed(case: CheckedCase) -> Iterator[str]:
    """Each figure with the amounts that it is made of."""
    for figure in case.figures:
        made = ", ".join(f"{name} {_part(value)}" for name, value in figure.parts.items())
        said = f"{figure.name} {amount(figure.computed, figure.unit)}"
        yield f"{said} ({made})" if made else said


def _part(value: float) -> str:
    """An amount that a figure is made of."""
    return f"{value:,.0f}" if abs(value) >= 1000.0 else f"{value:.6g}"
