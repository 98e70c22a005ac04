"""Recorded assumptions put into those that this version has in force, checked as those of any file are."""

from collections.abc import Mapping as Recorded
from typing import Any

import msgspec
from msgspec import Struct

from mobcalc.loader import checks
from mobcalc.loader.nodes import Listing, Mapping, Node, Scalar
from mobcalc.loader.overlay import Overlay
from mobcalc.loader.problems import collecting
from mobcalc.results.record import Leaf
from mobcalc.schema import Assumption, Assumptions, Records, fields, leaves

WHERE = "record"
PARTS = ("value", "price_year", "range", "bound")
"""The parts of a record that are written into a layer; others come with the kind of who gave it."""
BY_USER = "user"
WHY = "As recorded."


def with_recorded(in_force: Records, recorded: Recorded[str, Leaf]) -> Records | None:
    """The assumptions in force with the recorded ones in their place; None where they do not go together.

    What this version has no room for is left out, and what the record lacks is taken out where it may be missing.

    Args:
        in_force: those of this version.
        recorded: by dotted name.
    """
    there = dict(leaves(in_force))
    whole: Any = in_force
    known = {_entry(name) for name in recorded}
    for name in there:
        # A pathway that the record does not have at all stands beside its own and changes none of them.
        if name not in recorded and _entry(name) in known:
            whole = _without(whole, name)
    layer = Mapping(WHERE)
    for name, leaf in recorded.items():
        if not _is_same(leaf, there.get(name)):
            _put(layer, name.split("."), _record(leaf, there.get(name)))
    # What does not fit is reported and stays as it is; nobody has to mend a record.
    with collecting() as problems:
        whole = Overlay(False, problems).struct(layer, Assumptions, whole, "")
    return None if checks.problems(whole, {}) else whole


def _entry(name: str) -> str:
    """The pathway or the study that a dotted name is of; otherwise the first of its parts."""
    parts = name.split(".")
    return ".".join(parts[:2]) if parts[0] in ("pathways", "studies") else parts[0]


def _is_same(leaf: Leaf, there: Any) -> bool:
    """Whether a recorded leaf is the one in force."""
    if not isinstance(there, Assumption):
        return there is not None and bool(leaf.value == msgspec.to_builtins(there, str_keys=True))
    parts = msgspec.to_builtins(there, str_keys=True)
    source = "" if there.kind == BY_USER else there.source
    said = (leaf.value, leaf.kind, leaf.source, leaf.price_year, leaf.range, leaf.bound)
    return said == (parts["value"], there.kind, source, parts["price_year"], there.range, there.bound)


def _record(leaf: Leaf, there: Any) -> Node:
    """A recorded leaf as a file would give it."""
    if leaf.unit is None:
        return _node(leaf.value)
    parts = {name: value for name in PARTS if (value := getattr(leaf, name)) not in (None, False)}
    if leaf.kind != BY_USER:
        about = there if isinstance(there, Assumption) else None
        parts |= {"unit": leaf.unit, "kind": leaf.kind, "source": leaf.source, "note": (about and about.note) or WHY}
        parts |= {"population": about.population} if about is not None and about.population else {}
    return _node(parts)


def _node(value: Any) -> Node:
    """A JSON value as a tree of texts."""
    if isinstance(value, dict):
        mapping = Mapping(WHERE)
        for key, item in value.items():
            mapping.items[key], mapping.lines[key] = _node(item), WHERE
        return mapping
    if isinstance(value, list | tuple):
        listing = Listing(WHERE)
        listing.items = [_node(item) for item in value]
        return listing
    if isinstance(value, bool):
        return Scalar(str(value).lower(), False, WHERE)
    return Scalar("" if value is None else str(value), isinstance(value, str), WHERE)


def _put(layer: Mapping, parts: list[str], node: Node) -> None:
    """Put a node into a layer under the parts of its dotted name, where nothing else stands."""
    *outer, last = parts
    for part in outer:
        inner = layer.items.setdefault(part, Mapping(WHERE))
        layer.lines[part] = WHERE
        if not isinstance(inner, Mapping):
            return
        layer = inner
    layer.items.setdefault(last, node)
    layer.lines[last] = WHERE


def _without(whole: Any, name: str) -> Any:
    """The whole without a leaf; as it was where it cannot be without."""
    key, _, rest = name.partition(".")
    there = whole.get(key) if isinstance(whole, dict) else getattr(whole, key)
    if rest and there is not None:
        item = _without(there, rest)
        return whole if item is there else _with(whole, key, item)
    is_optional = (
        isinstance(whole, Struct) and not fields(type(whole))[key].required and _is_usually_missing(whole, key)
    )
    return _with(whole, key, None) if is_optional else whole


def _is_usually_missing(part: Struct, key: str) -> bool:
    return next(field.default is None for field in msgspec.structs.fields(part) if field.name == key)


def _with(whole: Any, key: str, item: Any) -> Any:
    return {**whole, key: item} if isinstance(whole, dict) else msgspec.structs.replace(whole, **{key: item})
