"""The sentences and labels of `assumptions diff`."""

from collections.abc import Sequence
from typing import Any

from mobcalc.errors import UNFIT
from mobcalc.results.assumptions_diff import WHOLE, Basis, Difference, Differences, Stated
from mobcalc.results.notices import Notice, NoticeCode
from mobcalc.wording.notices import in_notice
from mobcalc.wording.numbers import percent, plain, short

COLUMNS = ("What differs", "Pathway it moves most", "Gain before", "Gain after", "Change")
TOGETHER_COLUMNS = ("Pathway", "Gain before", "Gain after", "Change")
TOGETHER = "All differences together: the bundled set before, the set in force after"
NONE = "none"
NEW = "new"
BASELINE = "the baseline"
NOT_ASKED = "not asked about"
NOT_ALONE = "not on its own, see below"
NOT_KNOWN = "not known, see below"
ROUNDED_TO = 10
"""Gains are shown to this many dollars: finer than in `compare`, since differences are small."""

INERT = {
    "range": "its range",
    "bound": "whether it is a bound",
    "population": "whom it is of",
    "note": "its note",
    "source": "its source",
}
"""The parts of a record besides its amount, in plain words."""
GIVEN_BY = "who gave it"
REASONS: dict[NoticeCode, str] = {
    "new_pathway": "the bundled set has no such pathway",
    "new_baseline": "the bundled set does not have the baseline",
    "longer_than_life": UNFIT["longer_than_life"],
    "time_out_in_training": UNFIT["time_out_in_training"],
    "part_of_new": "'{part}' is new and needs more than this one value",
    "not_alone": "with this alone the bundled set would be wrong: {problem}",
}


def nothing(differences: Differences) -> str:
    """That there is no difference."""
    place = f" for {differences.place.state}" if differences.place else ""
    return f"Nothing differs from the bundled assumptions{place}."


def heading(differences: Differences) -> str:
    """What the tables show."""
    place = f" for {differences.place.state}" if differences.place else ""
    return (
        f"What differs from the bundled assumptions{place}. The gain is that of all who start, to retirement, over "
        f"'{differences.names[differences.baseline]}': with the bundled set, and with the one difference put into it."
    )


def instead_of(difference: Difference) -> str:
    """The value in force and the one it stands in for."""
    now, then, unit = difference.in_force, difference.bundled, difference.unit
    if difference.differs == [WHOLE]:
        return f"a new pathway, '{now.value}'"
    if then is None:
        return f"{_amount(now, unit)} (the bundled set has none)"
    if "value" not in difference.differs and "price_year" not in difference.differs:
        return f"{_amount(now, unit)} as bundled; only {_inert(difference.differs)}"
    if now.value != then.value and _value(now.value) == _value(then.value):
        return f"{_others(now.value, then.value)} of {len(now.value)} values ({unit}) changed"
    dollars_of = _dollars_of(then) if now.price_year != then.price_year else ""
    return f"{_amount(now, unit)} instead of {_value(then.value)}{dollars_of}"


def _inert(differs: Sequence[str]) -> str:
    """The parts that differ besides the amount, with their verb."""
    parts = [INERT[part] for part in differs if part in INERT] or [GIVEN_BY]
    return f"{' and '.join(parts)} differ{'s' if len(parts) == 1 else ''}"


def _amount(stated: Stated, unit: str | None) -> str:
    """A value on one line, with its unit and for money the year of the dollars."""
    return _value(stated.value) + (f" {unit}" if unit else "") + _dollars_of(stated)


def _dollars_of(stated: Stated) -> str:
    return f" ({stated.price_year} dollars)" if isinstance(stated.price_year, int) else ""


def _others(now: Any, then: Any) -> int:
    """How many values of two lists or maps that look the same when counted are not the same."""
    if isinstance(now, dict):
        return sum(value != then.get(year) for year, value in now.items())
    return sum(a != b for a, b in zip(now, then, strict=True))


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else plain(value) if isinstance(value, int) else short(value)


def caption(differences: Differences) -> str:
    """Prices, discounting and working life of the gains."""
    if differences.bundled == differences.in_force:
        return f"{_basis(differences.bundled)}. To the nearest ${ROUNDED_TO}."
    return (
        f"Before: {_basis(differences.bundled)}. All differences together: {_basis(differences.in_force)}. "
        f"To the nearest ${ROUNDED_TO}."
    )


def _basis(basis: Basis) -> str:
    return (
        f"{basis.price_year} dollars, discounted {percent(basis.discount_rate)} a year to age {basis.start_age}, "
        f"work to {basis.retire_age}"
    )


def counted(differences: Differences) -> str:
    """How many differences there are, and that their effects do not simply add up."""
    count = len(differences.differences)
    if count == 1:
        return "1 difference. A full name is the heading, a dot, and the name below it."
    return (
        f"{count} differences. Each was tried alone, so the changes need not add up to the change of all together. A "
        "full name is the heading, a dot, and the name below it."
    )


def reason(why: Notice) -> str:
    """Why an effect is not given, as the end of a sentence."""
    return REASONS[why.code].format(**{key: in_notice(key, value) for key, value in why.values.items()})


def not_alone(name: str, why: Notice) -> str:
    """Why a difference has no effect of its own."""
    return f"{name}: {reason(why)}."


def not_known(names: Sequence[str], reason: str) -> str:
    """Why some pathways have no gain to show."""
    return f"Not known ({', '.join(names)}): {reason}."
