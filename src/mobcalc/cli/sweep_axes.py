"""What flags of `sweep` say of many scenarios: lists, ranges, and every value that there is."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from msgspec import Struct

from mobcalc.cli.options import Home, Pathways, Place, ProgramAndQuitting, Rate, Who
from mobcalc.errors import input_error
from mobcalc.units import nearest

GROUPS: tuple[type[Struct], ...] = (Place, Who, ProgramAndQuitting, Home, Pathways, Rate)
"""The options that a scenario is made of."""
SET = "set"
FIELDS: tuple[str, ...] = (*(field for group in GROUPS for field in group.__struct_fields__), SET)
"""What a scenario may say, in the order of columns: the first changes slowest."""
SWITCHES = frozenset(
    field
    for group in GROUPS
    for field, default in zip(group.__struct_fields__, group.__struct_defaults__, strict=True)
    if default is False
)
LISTS = ("child", "out", "pathway", SET)
"""What a scenario may say several of."""
WITH_COMMAS = ("county", "metro", "kids", "out", SET)
"""What never is divided at commas."""
MONEY = ("partner_earnings", "cost", "loan")
NUMBERS = frozenset(
    (
        *("age", "wage", "hours", "retire_age", "years_out", "loan", "loan_rate", "loan_term", "cost", "length"),
        *("quit_after", "adults", "child", "partner_earnings", "rules", "discount_rate"),
    )
)
"""What may be given as a range."""
ALL = "all"
RANGE = re.compile(r"(-?\d+(?:\.\d+)?):(-?\d+(?:\.\d+)?)(?::(-?\d+(?:\.\d+)?))?")
MOST_VALUES = 100_000
"""The most values that one flag may have."""
RANGE_HINT = "write FIRST:LAST or FIRST:LAST:STEP, such as 18:45:9"
ANSWERS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}

Value: TypeAlias = str | bool | tuple[str, ...]
"""What a scenario says under one name: a text, a switch, or several texts."""
Axes: TypeAlias = Mapping[str, Sequence[Value]]
"""The values under each name, of which every scenario has one."""


def flag(field: str) -> str:
    """A name as a flag."""
    return f"--{field.replace('_', '-')}"


def axes(groups: Sequence[Struct], sets: Sequence[str] | None, over: Sequence[str] | None) -> dict[str, list[Value]]:
    """The values of every flag that was given, in the order of `FIELDS`.

    Args:
        groups: the options.
        sets: assumptions that are set in every scenario.
        over: further values, each as NAME=VALUE;VALUE.

    Raises:
        InputError: for a list or a range that is empty or wrong, a name twice, and a name that there is not.
    """
    said = {field: getattr(group, field) for group in groups for field in group.__struct_fields__}
    given = {field: value for field, value in said.items() if value not in (None, False, [])}
    found = _with_over({field: _values(field, value) for field, value in given.items()}, over or [])
    if sets or SET in found:
        found[SET] = _with_always(tuple(sets or ()), found.get(SET, [()]))
    return _in_order(found)


def _in_order(found: Axes) -> dict[str, list[Value]]:
    """The values in the order of `FIELDS`.

    Raises:
        InputError: for a value that is named twice.
    """
    for field, values in found.items():
        _refuse_same(field, values)
    return {field: [*found[field]] for field in FIELDS if field in found}


def _with_over(found: dict[str, list[Value]], over: Sequence[str]) -> dict[str, list[Value]]:
    """The values of flags and those of `--over`.

    Raises:
        InputError: where both give the same.
    """
    for text in over:
        field, values = _over(text)
        if field in found:
            raise input_error("--over", field, f"{flag(field)} is given too", "keep one")
        found = {**found, field: values}
    return found


def field_of(name: str, where: str) -> str:
    """The name of what a scenario may say, written as a flag or as a column.

    Raises:
        InputError: where there is none.
    """
    field = name.strip().lstrip("-").replace("-", "_").casefold()
    if field in FIELDS:
        return field
    known = [one.replace("_", "-") for one in FIELDS]
    hint = nearest(field.replace("_", "-"), known) or f"known: {', '.join(known)}"
    raise input_error(where, "", f"there is no flag '{name.strip()}' that a scenario may have", hint)


def value_of(field: str, text: str, where: str) -> Value:
    """What one cell says; several values stand with semicolons or commas between them.

    Raises:
        InputError: for a switch that is neither on nor off.
    """
    if field in SWITCHES:
        if text.strip().casefold() not in ANSWERS:
            raise input_error(where, field, f"'{text}' is neither yes nor no", "write yes or no")
        return ANSWERS[text.strip().casefold()]
    if field in LISTS:
        parts = text.split(";") if field == SET else re.split("[;,]", text)
        return tuple(part.strip() for part in parts if part.strip())
    return text.strip()


def _values(field: str, given: Any) -> list[Value]:
    """The values of one flag: of one that may be repeated, every combination."""
    if given is True:
        return [True]
    if field == "pathway":
        return [tuple(name for text in given for name in _parts(field, text))]
    if field == "out":
        return [tuple(given)]
    if isinstance(given, list):
        combined: list[tuple[str, ...]] = [()]
        for text in given:
            combined = [(*before, one) for before in combined for one in _divided(field, text)]
        return [*combined]
    return [*_divided(field, given)]


def _divided(field: str, text: str) -> list[str]:
    """The values that a text with commas and ranges stands for."""
    if field in WITH_COMMAS:
        return [text]
    if text.strip().casefold() == ALL:
        return everything(field)
    parts = _parts(field, text)
    if field in MONEY and any(re.fullmatch(r"\d{3}", part) for part in parts[1:]):
        hint = f"write {''.join(parts)}; several amounts: --over '{field}={';'.join(parts)}'"
        raise input_error(flag(field), "", f"'{text}' can be read in two ways", hint)
    return [value for part in parts for value in (_ranged(field, part) if field in NUMBERS else [part])]


def _parts(field: str, text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",")]
    if not all(parts):
        raise input_error(flag(field), "", f"there is a value missing in '{text}'", "write values with commas between")
    return parts


def _ranged(field: str, text: str) -> list[str]:
    """The numbers of a range, its last among them; a single value as it stands.

    Raises:
        InputError: for a range that never ends, that runs backwards, whose steps do not meet its end, or that is none.
    """
    if ":" not in text:
        return [text]
    found = RANGE.fullmatch(text)
    if found is None:
        raise input_error(flag(field), "", f"'{text}' is not a range", RANGE_HINT)
    first, last, step = (Decimal(part or 1) for part in found.groups())
    if step <= 0:
        raise input_error(flag(field), "", f"the step of the range {text} is {step}", "give a step above 0")
    if last < first:
        hint = f"write {text.replace(f'{first}:{last}', f'{last}:{first}', 1)}"
        raise input_error(flag(field), "", f"the range {text} runs backwards", hint)
    count = int((last - first) / step) + 1
    if count > MOST_VALUES:
        raise input_error(flag(field), "", f"the range {text} has {count:,} values", f"give at most {MOST_VALUES:,}")
    numbers = [f"{(first + step * k).normalize():f}" for k in range(count)]
    if first + step * (count - 1) != last:
        shorter = f"{first}:{numbers[-1]}:{step}"
        hint = f"write {shorter}, or {shorter},{last} with {last} besides"
        raise input_error(flag(field), "", f"no step of the range {text} ends at {last}", hint)
    return numbers


def everything(field: str) -> list[str]:
    """Every value that there is of a place or an occupation.

    Raises:
        InputError: where nobody can list them.
    """
    if field == "state":
        return states()
    if field == "occupation":
        return occupations()
    hint = "write its values with commas between"
    raise input_error(flag(field), "", f"there is no 'all' of {flag(field)}", hint)


def states() -> list[str]:
    """The postal codes of the states and the District of Columbia."""
    from mobcalc.store.reference import rows

    return [line["postal"] for line in rows("SELECT postal FROM states ORDER BY postal")]


def occupations() -> list[str]:
    """The SOC codes of the occupations that some route leads into."""
    from mobcalc.store import codes
    from mobcalc.store.routes import routes_into

    return sorted(one.code for one in codes.occupations() if any(route.exists for route in routes_into(one)))


def _over(text: str) -> tuple[str, list[Value]]:
    """The name and the values of one `--over`.

    Raises:
        InputError: for a name that there is not, and where it has no values.
    """
    name, sign, rest = text.partition("=")
    if not sign:
        raise input_error("--over", "", f"'{text}' has no name and values", "write --over 'county=Erie, NY;Tacoma, WA'")
    field = field_of(name, "--over")
    parts = [part.strip() for part in rest.split(";")]
    if not all(parts):
        raise input_error("--over", field, f"there is a value missing in '{text}'", "write values with ; between")
    if parts == [ALL] and field in ("state", "occupation"):
        return field, [*everything(field)]
    divided = [one for part in parts for one in (_ranged(field, part) if field in NUMBERS else [part])]
    return field, [value_of(field, part, "--over") for part in divided]


def _with_always(always: tuple[str, ...], values: Sequence[Value]) -> list[Value]:
    """What is set in every scenario before what is set in some."""
    return [(*always, *value) for value in values if isinstance(value, tuple)]


def _refuse_same(field: str, values: Sequence[Value]) -> None:
    """Refuse a value that is named twice, which would be the same scenario twice.

    Raises:
        InputError: naming it.
    """
    seen = set()
    for value in values:
        if value in seen:
            shown = ", ".join(value) if isinstance(value, tuple) else value
            raise input_error(flag(field), "", f"{shown} is named twice", "keep one")
        seen.add(value)
