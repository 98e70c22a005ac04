"""The sentences and labels of `validate`."""

from collections.abc import Iterator, Sequence
from typing import Any

from mobcalc.language import mark, say, say_count
from mobcalc.results.validate import CheckedCase, CheckedFigure, Validation, failing
from mobcalc.wording.numbers import NOT_AVAILABLE, dollars, plain

COLUMNS = (mark("Case and figure"), mark("Published"), mark("Computed"), mark("Tolerance"), mark("Verdict"))
BAND_COLUMN = mark("Band")
INDENT = "  "
VERDICTS = {
    "reproduced": mark("reproduced"),
    "missed": mark("missed"),
    "within": mark("within band"),
    "outside": mark("outside band"),
}
"""What verdicts are called on a screen, with the band named where a figure is within one and no more."""
TITLES = {
    "exact": mark("Exact: fully determined by published inputs"),
    "identity": mark("Identities: arithmetic between published figures"),
    "band": mark("Bands: a range is all that is justified"),
}
CAPTIONS = {
    "exact": mark(
        "Published inputs go through the engine's own functions, or shipped numbers and pathways are read back."
    ),
    "identity": mark(
        "They check that figures were copied and understood as they add up. Nothing of the model is in them."
    ),
    "band": mark(
        "A band, not a reproduction: people, years and methods differ from those published, so that 'within' says only "
        "that the model is not out of line."
    ),
}
ALL_LEAD, BASIS_LEAD = mark("Published results"), mark("Basis")
ROWS = (mark("Source"), mark("Address"), mark("Worked out from"), mark("Computed"), mark("Note"))
MORE = mark("One case with its source, inputs and parts: mobcalc validate CASE. All: --details")


def summary(validation: Validation) -> str:
    """How many cases of each kind agree, and which do not."""
    cases = validation.cases
    said = [_of_kind(kind, [case for case in cases if case.kind == kind]) for kind in TITLES]
    return " ".join([say_count(len(cases), "{count} case.", "{count} cases."), *filter(None, said), _failed(cases)])


def first_figures() -> str:
    """Which figure of a case with several is shown."""
    return say("Of several figures one that is outside is shown, otherwise the first.")


def _failed(cases: Sequence[CheckedCase]) -> str:
    """Which cases do not agree."""
    failed = failing(cases)
    if not failed:
        return say("None failed.")
    names = ", ".join(case.id for case in failed)
    return say_count(len(failed), "{count} case failed: {names}.", "{count} cases failed: {names}.", names=names)


def _of_kind(kind: str, cases: Sequence[CheckedCase]) -> str:
    """How many cases of one kind agree; nothing where there is none."""
    if not cases:
        return ""
    count, agree = len(cases), len(cases) - len(failing(cases))
    if kind == "band":
        return say_count(count, "{agree} of {count} band holds.", "{agree} of {count} bands hold.", agree=agree)
    if kind == "exact":
        return say_count(
            count,
            "{agree} of {count} exact result reproduced.",
            "{agree} of {count} exact results reproduced.",
            agree=agree,
        )
    return say_count(
        count, "{agree} of {count} identity reproduced.", "{agree} of {count} identities reproduced.", agree=agree
    )


def basis(validation: Validation) -> str:
    """What computed figures rest on."""
    return say(
        "published figures are in the dollars of their source, which the shipped price index carries to those of "
        "{price_year} and back; shipped pathways are taken with every assumption at its value, chances from lives "
        "drawn at random (seed 0).",
        price_year=validation.price_year,
    )


def verdict(figure: CheckedFigure) -> str:
    """The verdict on a figure."""
    return say(VERDICTS[figure.verdict])


YES_OR_NO = (mark("no"), mark("yes"))


def amount(value: float | None, unit: str) -> str:
    """A figure as its unit asks for."""
    if value is None:
        return NOT_AVAILABLE
    if unit == "USD":
        return dollars(value, 1)
    if unit == "thousand USD":
        return f"{value:,.4f}"
    return say(YES_OR_NO[round(value)]) if unit == "yes or no" else f"{value:.4g}"


def allowed(figure: CheckedFigure) -> str:
    """The tolerance around a published figure, or the band."""
    if figure.is_band:
        return _band(figure)
    if figure.relative_tolerance is not None:
        return f"+-{plain(figure.relative_tolerance * 100.0)}%"
    if not figure.tolerance:
        return say("none")
    sign = "$" if figure.unit == "USD" else ""
    return f"+-{sign}{plain(figure.tolerance)}"


def _band(figure: CheckedFigure) -> str:
    """The band, which may have one end only."""
    low, high = (amount(end, figure.unit) for end in (figure.low, figure.high))
    if figure.low is None:
        return say("at most {amount}", amount=high)
    return say("at least {amount}", amount=low) if figure.high is None else say("{low} to {high}", low=low, high=high)


def inputs(given: dict[str, Any]) -> str:
    """What a case is worked out from, as the file of cases has it."""
    return "; ".join(f"{_key(name)}: {_said(value)}" for name, value in given.items())


def _key(name: str) -> str:
    """The name of an input in words; a dotted name of an assumption stays as it is."""
    return name if "." in name else name.replace("_", " ")


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(_pair(_key(name), item) for name, item in value.items()) or say("as it is")
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
