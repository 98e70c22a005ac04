"""Going through the assumptions by dotted name."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from mobcalc.schema.record import Assumption, Limits

WHICH_PLACE = ("place.state", "place.county", "place.metro")
"""What says which place it is: a flag or a scenario chooses that."""
FOR_CONTEXT = ("place.unemployment_rate", "place.price_parity")
"""Figures of a place that are shown and that nothing is computed from."""
NOT_SET = ("sources", *WHICH_PLACE, *FOR_CONTEXT)
"""What is not set by name; sources stand in files."""
COPIED = ("measured_pathway", "own_care")
"""Fields that nobody gives: the copy of a pathway that a study was measured on, and which price was given."""
NOT_LISTED = ("sources", *COPIED)
"""Fields whose parts are no numbers of their own: sources, and copies."""


class Field(NamedTuple):
    """One field of a Struct of the schema, as the loader meets it.

    `type` is `Assumption`, a Struct, a dict (of `item`), or the plain type of a setting.
    """

    name: str
    type: Any
    required: bool
    limits: Limits | None
    item: Any = None


@cache
def fields(struct: Any) -> dict[str, Field]:
    """The fields of a Struct of the schema by name, in the order written; the same object each time."""
    origin = get_origin(struct) or struct
    hints = get_type_hints(origin, include_extras=True)
    required = {f.name: f.required for f in msgspec.structs.fields(origin)}
    return {name: _field(name, hint, required[name]) for name, hint in hints.items()}


def _field(name: str, hint: Any, required: bool) -> Field:
    """The field that a type hint stands for, with `X | None` taken as `X`."""
    options = [o for o in get_args(hint) if o is not type(None)]
    if type(None) in get_args(hint) and len(options) == 1:
        hint = options[0]
    if get_origin(hint) is Annotated:
        return Field(name, Assumption, required, get_args(hint)[1].extra["limits"])
    if get_origin(hint) is dict:
        return Field(name, dict, required, None, get_args(hint)[1])
    return Field(name, hint, required, None)


def field_at(part: Any, name: str) -> Field | None:
    """The field that a dotted name stands for on these assumptions; None where the part it belongs to is not there."""
    *parts, last = name.split(".")
    for key in parts:
        part = part.get(key) if isinstance(part, dict) else getattr(part, key, None)
    return fields(type(part)).get(last) if isinstance(part, Struct) else None


def leaves(part: object, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every record and setting below a part of the schema, with its dotted name, in the order written.

    Sources are no numbers and copies no numbers of their own; both are left out.
    """
    found: list[tuple[str, Any]] = []
    _gather(part, prefix, found)
    return iter(found)


def _gather(part: object, prefix: str, found: list[tuple[str, Any]]) -> None:
    """Put every leaf below a part into a list: generators within generators take three times as long."""
    if isinstance(part, Assumption) or not isinstance(part, BRANCHES):
        if part is not None:
            found.append((prefix, part))
        return
    for name, item in _below(part):
        whole = f"{prefix}.{name}" if prefix else name
        if isinstance(item, Assumption):
            found.append((whole, item))
        elif isinstance(item, BRANCHES):
            _gather(item, whole, found)
        elif item is not None:
            found.append((whole, item))


BRANCHES = (Struct, dict)
"""What holds parts of its own."""


def _below(part: Any) -> Iterable[tuple[str, Any]]:
    """What a part holds, by name."""
    if isinstance(part, dict):
        return part.items()
    return [(name, getattr(part, name)) for name in _listed(part.__class__)]


@cache
def _listed(struct: Any) -> tuple[str, ...]:
    """The fields of a Struct whose parts are numbers of their own."""
    return tuple(name for name in struct.__struct_fields__ if name not in NOT_LISTED)


def records(part: object, prefix: str = "") -> Iterator[tuple[str, Assumption]]:
    """Every record below a part of the schema, with its dotted name."""
    return ((name, leaf) for name, leaf in leaves(part, prefix) if isinstance(leaf, Assumption))


def record_at(part: Any, name: str) -> Assumption:
    """The record of a dotted name below a part of the schema."""
    for key in name.split("."):
        part = part[key] if isinstance(part, dict) else getattr(part, key)
    record: Assumption = part
    return record


def with_leaf(part: Any, name: str, leaf: Any) -> Any:
    """A part of the schema with one leaf put in by its dotted name; None where more than this leaf is missing."""
    key, _, rest = name.partition(".")
    there = part.get(key) if isinstance(part, dict) else getattr(part, key)
    if rest and there is not None:
        leaf = with_leaf(there, rest, leaf)
    elif rest:
        kind: Any = type(part)
        leaf = None if isinstance(part, dict) else _only(fields(kind)[key].type, rest, leaf)
    if leaf is None or isinstance(part, dict):
        return None if leaf is None else {**part, key: leaf}
    return msgspec.structs.replace(part, **{key: leaf})


def _only(kind: Any, name: str, leaf: Any) -> Any:
    """A Struct of the schema with this field alone; None if it requires others."""
    required = {field.name for field in fields(kind).values() if field.required}
    return (get_origin(kind) or kind)(**{name: leaf}) if required <= {name} else None


def limits_of(kind: Any, name: str) -> Limits | None:
    """What the field of a dotted name accepts, below a Struct of the schema; None for a setting or an unknown name."""
    key, _, rest = name.partition(".")
    field = fields(kind).get(key)
    if field is None or not rest:
        return field and field.limits
    if field.type is dict:
        rest = rest.partition(".")[2]
        return limits_of(field.item, rest) if rest else None
    return limits_of(field.type, rest) if is_struct(field.type) else None


def is_struct(kind: Any) -> bool:
    """Whether a type in a hint is a Struct, with its parameters or without."""
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Struct)


def known_names(kind: Any, current: Any, prefix: str = "") -> Iterator[str]:
    """Every dotted name that can be set on these assumptions, including records that are not there yet."""
    for field in fields(kind).values():
        name = f"{prefix}.{field.name}" if prefix else field.name
        value = getattr(current, field.name)
        if name in NOT_SET or field.name in NOT_LISTED:
            continue
        if field.type is dict:
            for key, item in value.items():
                yield from known_names(type(item), item, f"{name}.{key}")
        elif is_struct(field.type) and field.type is not Assumption:
            if value is not None:
                yield from known_names(type(value), value, name)
        else:
            yield name


def is_settable(current: Any, name: str) -> bool:
    """Whether a dotted name is one of the known ones, without going through all of them."""
    parts = name.split(".")
    if name in NOT_SET or set(parts) & {*NOT_LISTED}:
        return False
    field = field_at(current, name)
    return field is not None and (field.type is Assumption or not (field.type is dict or is_struct(field.type)))


def is_below(name: str, prefixes: Collection[str]) -> bool:
    """Whether a dotted name is one of these or below one of them."""
    return any(part in prefixes for part in accumulate(name.split("."), "{}.{}".format))
