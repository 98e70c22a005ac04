"""JSON Schemas (draft 2020-12) of the answers, made of what the contract says and of the types of the results."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from mobcalc.report.contract import (
    assumptions,
    basis,
    case,
    cliff,
    compare,
    diff,
    employer,
    livingwage,
    livingwage_certification,
    lookups,
    program,
    program_seats,
    raises,
    record,
    roster,
    sensitivity,
    solve,
)
from mobcalc.report.contract import validate as validation
from mobcalc.report.contract.keys import Key, Thing
from mobcalc.report.formats.json import FORMAT
from mobcalc.results.record import RECORD

DRAFT = "https://json-schema.org/draft/2020-12/schema"
WHERE = "#/$defs/"
Schema: TypeAlias = dict[str, Any]


class Answer(NamedTuple):
    """What a command answers with `--json`: one of some objects, whose parts are among `objects`."""

    things: tuple[Thing, ...]
    objects: tuple[Thing, ...]


ANSWERS = {
    "compare": Answer((compare.COMPARE, compare.CLIENTS), (compare.CLIENT, *compare.OBJECTS)),
    "timeline": Answer((compare.TIMELINE,), compare.OBJECTS),
    "cliff": Answer((cliff.CLIFF,), cliff.OBJECTS),
    "livingwage": Answer(
        (livingwage.LIVINGWAGE, livingwage_certification.CERTIFICATION),
        (*livingwage.OBJECTS, *livingwage_certification.OBJECTS),
    ),
    "raise": Answer((raises.RAISES,), (livingwage.HOUSEHOLD_IN_WORDS, *raises.OBJECTS)),
    "employer": Answer((employer.EMPLOYER,), employer.OBJECTS),
    "program": Answer(
        (program.PROGRAM, program.CHANGE, program_seats.SEATS, program.LIST),
        (program.SIDE, *program.OBJECTS, *program_seats.OBJECTS, *lookups.OBJECTS),
    ),
    "sensitivity": Answer((sensitivity.SENSITIVITY,), sensitivity.OBJECTS),
    "solve": Answer((solve.SOLVE,), solve.OBJECTS),
    "roster": Answer((roster.ROSTER,), roster.OBJECTS),
    "validate": Answer((validation.VALIDATE,), validation.OBJECTS),
    "replay": Answer((diff.REPLAY,), (*diff.OBJECTS, *assumptions.OBJECTS)),
    "diff": Answer((diff.DIFF,), (*diff.OBJECTS, *assumptions.OBJECTS)),
    "occupations search": Answer((lookups.OCCUPATIONS_SEARCH,), lookups.OBJECTS),
    "occupations show": Answer((lookups.OCCUPATIONS_SHOW,), lookups.OBJECTS),
    "places search": Answer((lookups.PLACES_SEARCH,), lookups.OBJECTS),
    "places show": Answer((lookups.PLACES_SHOW,), lookups.OBJECTS),
    "case show": Answer((case.CASE_SHOW,), case.OBJECTS),
    "assumptions list": Answer((assumptions.LIST,), assumptions.OBJECTS),
    "assumptions show": Answer((assumptions.SHOW, assumptions.LIST), assumptions.OBJECTS),
    "assumptions sources": Answer((assumptions.SOURCES,), assumptions.OBJECTS),
    "assumptions check": Answer((assumptions.CHECK,), assumptions.OBJECTS),
    "assumptions diff": Answer((assumptions.DIFF,), assumptions.OBJECTS),
}
"""The answer of each command that has `--json`."""
FILES = {"record": Answer((record.RECORD,), record.OBJECTS)}
"""What is written beside an answer."""


def schema_of(name: str) -> Schema:
    """The schema of what a command answers, or of another file, with all that it refers to."""
    answer = (ANSWERS | FILES)[name]
    known = {one.name: one for one in (*basis.OBJECTS, *answer.objects, *answer.things)}
    whole = [object_of(one) for one in answer.things]
    used: dict[str, Schema] = {}
    left = [*_named(whole)]
    while left:
        part = left.pop()
        if part not in used:
            used[part] = object_of(known[part])
            left += _named(used[part])
    number = FORMAT if name in ANSWERS else RECORD
    top = whole[0] if len(whole) == 1 else {"type": "object", "oneOf": whole}
    return {
        "$schema": DRAFT,
        "title": f"mobcalc {name} --json" if name in ANSWERS else f"mobcalc --{name} FILE",
        "$comment": f"Format {number}. Keys may be added and never change their meaning.",
        **top,
        "$defs": dict(sorted(used.items())),
    }


def _named(schema: Any) -> Iterator[str]:
    """The names of the objects that a schema refers to."""
    if isinstance(schema, list):
        for one in schema:
            yield from _named(one)
    elif isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].removeprefix(WHERE)
        for one in schema.values():
            yield from _named(one)


def object_of(one: Thing) -> Schema:
    """The schema of an object; keys that it does not have yet are allowed."""
    fields = types_of(one)
    return {
        "type": "object",
        "description": one.says,
        "properties": {name: _property(key, fields.get(name)) for name, key in one.keys.items()},
        "required": [name for name, key in one.keys.items() if not key.is_left_out],
        "additionalProperties": True,
    }


def types_of(one: Thing) -> Mapping[str, Any]:
    """The types of the fields of the results that an object is made of, by the names that the JSON has for them."""
    found: dict[str, Any] = {}
    for struct in one.structs:
        hints = get_type_hints(struct, include_extras=True)
        found |= {
            key: hints[name]
            for name, key in zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True)
        }
    return found


def _property(key: Key, field: Any) -> Schema:
    """A key with its type, its unit, what it means, and what null means."""
    kind = field if key.type is None else key.type
    found = _said(kind) if isinstance(kind, str) else type_of(kind)
    if key.empty_within:
        _mark_within(found, f"null {key.empty_within}")
    unit = key.unit or unit_in(kind)
    return {
        "description": key.says,
        **({"x-unit": unit} if unit else {}),
        **({"x-null": f"null {key.empty}"} if key.empty else {}),
        **found,
    }


def _mark_within(schema: Schema, said: str) -> None:
    """Say of the innermost values of a map what null means."""
    for one in schema.get("anyOf", [schema]):
        inner = one.get("additionalProperties")
        if inner is not None and "additionalProperties" in inner:
            _mark_within(inner, said)
        elif inner is not None:
            inner["x-null"] = said


def unit_in(hint: Any) -> str:
    """The unit of an amount, or of the amounts in a list or a map; empty where there is none."""
    if get_origin(hint) is Annotated:
        return str((get_args(hint)[1].extra or {}).get("unit", ""))
    return next((unit for part in get_args(hint) if (unit := unit_in(part))), "")


def _said(text: str) -> Schema:
    """The type of a text: the name of an object, with `?` behind it where it may be null, in brackets for many."""
    if text.endswith("?"):
        return _either([_said(text[:-1]), {"type": "null"}])
    if text.startswith("["):
        return {"type": "array", "items": _said(text[1:-1])}
    if text.startswith("{"):
        return {"type": "object", "additionalProperties": _said(text[1:-1])}
    return {"$ref": WHERE + text}


PLAIN = {int: "integer", float: "number", bool: "boolean", str: "string", NoneType: "null"}
NUMBERED = r"^-?[0-9]+$"
"""Keys of JSON that are whole numbers."""


def type_of(hint: Any) -> Schema:
    """The schema of a type of results."""
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if hint is Any:
        return {}
    if isinstance(hint, type) and issubclass(hint, Struct):
        return {"$ref": WHERE + hint.__name__}
    return _generic(get_origin(hint), get_args(hint))


def _generic(origin: Any, parts: tuple[Any, ...]) -> Schema:
    """The schema of a type that is made of others."""
    if origin is Annotated:
        return type_of(parts[0])
    if origin is Literal:
        return {"type": PLAIN[type(parts[0])], "enum": list(parts)}
    if origin in (Union, UnionType):
        return _either([type_of(part) for part in parts])
    if origin is list:
        return {"type": "array", "items": type_of(parts[0])}
    if origin is tuple:
        many = len(parts)
        return {"type": "array", "prefixItems": [type_of(p) for p in parts], "minItems": many, "maxItems": many}
    assert origin is dict, origin
    named = {"propertyNames": {"pattern": NUMBERED}} if parts[0] is int else {}
    return {"type": "object", **named, "additionalProperties": type_of(parts[1])}


def _either(found: list[Schema]) -> Schema:
    """One of several schemas, in short where a list of types says as much."""
    if all(set(one) == {"type"} for one in found):
        return {"type": [one["type"] for one in found]}
    if len(found) == 2 and found[1] == {"type": "null"} and "enum" in found[0]:
        return {"type": [found[0]["type"], "null"], "enum": [*found[0]["enum"], None]}
    return {"anyOf": found}
