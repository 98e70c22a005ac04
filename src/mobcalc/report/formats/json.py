"""Results as JSON: the result itself, rounded as the contract says."""

import math
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

import mobcalc
from mobcalc.characters import obeyed, visible

FORMAT = 2
MONEY_DIGITS = 2
OTHER_DIGITS = 9


def json_text(content: dict[str, Any]) -> str:
    """A JSON object with the format's number and the version in front, on readable lines."""
    return encoded(headed(content), indent=2) + "\n"


def headed(content: dict[str, Any]) -> dict[str, Any]:
    """A JSON object with the format's number and the version in front."""
    return {"format": FORMAT, "mobcalc": mobcalc.__version__, **content}


def encoded(content: Any, indent: int = -1) -> str:
    """JSON in which characters that a terminal would obey are escaped, which a reader turns back into them.

    Args:
        content: what to write.
        indent: spaces for each level; negative for one line.
    """
    try:
        text = msgspec.json.encode(content)
    except UnicodeEncodeError:
        # A word or a file's name of bytes that are no text.
        text = msgspec.json.encode(_as_text(msgspec.to_builtins(content)))
    whole = (msgspec.json.format(text, indent=indent) if indent >= 0 else text).decode()
    return obeyed().sub(lambda found: f"\\u{ord(found[0]):04x}", whole)


def _as_text(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {_as_text(key): _as_text(item) for key, item in value.items()}
    return [_as_text(item) for item in value] if isinstance(value, list) else value


def plain(value: Any, unit: str = "") -> Any:
    """A result as dicts, lists and numbers; money rounded to cents, everything else to 9 digits.

    The last bits of exp and log differ between processors, so unrounded numbers would not be the same everywhere.
    """
    if isinstance(value, Struct):
        units = _units(type(value))
        return {name: plain(getattr(value, name), units.get(name, "")) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {str(key): plain(item, unit) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item, unit) for item in value]
    if isinstance(value, float):
        return _rounded(value, MONEY_DIGITS if unit.startswith("USD") else OTHER_DIGITS)
    return value


def _rounded(value: float, digits: int) -> float:
    assert math.isfinite(value)
    return round(value, digits) + 0.0  # -0.0 becomes 0.0


@cache
def _units(struct: type[Struct]) -> dict[str, str]:
    """The units of a result's fields, from their annotations."""
    return {
        name: unit for name, hint in get_type_hints(struct, include_extras=True).items() if (unit := _unit_in(hint))
    }


def _unit_in(hint: Any) -> str:
    if get_origin(hint) is Annotated:
        return str((get_args(hint)[1].extra or {}).get("unit", ""))
    return next((unit for arg in get_args(hint) if (unit := _unit_in(arg))), "")
