"""Assumptions as bytes that hold data alone, so that reading them runs nothing, and back."""

from typing import Any

import msgspec

from mobcalc import schema
from mobcalc.schema import Assumption, Records

RECORD, STRUCT, ENTRIES, SETTING = range(4)
"""What a node of the tree is: the place of a record in the list, a Struct by name, a map of ids, or a value."""


def packed(assumptions: Records) -> bytes:
    """The assumptions as MessagePack: all records in one list, and the tree that says where each belongs."""
    records: list[Assumption] = []
    tree = _node(assumptions, records)
    return msgspec.msgpack.encode([msgspec.msgpack.encode(records), tree])


def unpacked(data: bytes) -> Records:
    """The assumptions in some bytes of `packed`.

    A decoder for the whole tree would take longer to make than all else together: only records are read by their type.

    Raises:
        AttributeError, LookupError, TypeError, ValueError, msgspec.DecodeError: where they are not such bytes.
    """
    encoded, tree = msgspec.msgpack.decode(data)
    records = msgspec.msgpack.decode(encoded, type=list[Assumption])
    filled: Records = _part(tree, records)
    return filled


def _node(part: Any, records: list[Assumption]) -> list[Any]:
    if isinstance(part, Assumption):
        records.append(part)
        return [RECORD, len(records) - 1]
    if isinstance(part, msgspec.Struct):
        return [STRUCT, type(part).__name__, {n: _node(getattr(part, n), records) for n in part.__struct_fields__}]
    if isinstance(part, dict):
        return [ENTRIES, {key: _node(item, records) for key, item in part.items()}]
    return [SETTING, part]


def _struct(name: str) -> type[msgspec.Struct]:
    """The Struct of the schema of this name; nothing else is ever called."""
    known = getattr(schema, name)
    if not (isinstance(known, type) and issubclass(known, msgspec.Struct)):
        raise TypeError(name)
    return known


def _part(node: list[Any], records: list[Assumption]) -> Any:
    kind = node[0]
    if kind == RECORD:
        return records[node[1]]
    if kind == STRUCT:
        return _struct(node[1])(**{name: _part(item, records) for name, item in node[2].items()})
    if kind == ENTRIES:
        return {key: _part(item, records) for key, item in node[1].items()}
    return node[1]
