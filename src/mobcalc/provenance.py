"""What identifies a set of assumptions: its checksum and what was put over the bundled ones."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from mobcalc.loader.layers import Loaded
from mobcalc.results.provenance import LocalUsed, OccupationUsed, OverrideUsed, PlaceUsed, Provenance
from mobcalc.schema import Assumption, Records, leaves

if TYPE_CHECKING:
    from mobcalc.results.record import Leaf


def provenance(
    loaded: Loaded,
    place: PlaceUsed | None = None,
    occupation: OccupationUsed | None = None,
    local: Sequence[LocalUsed] = (),
) -> Provenance:
    """The checksum of the assumptions in force, the list of overrides, and the local figures still in force."""
    used = [OverrideUsed(*o) for o in loaded.overrides]
    overridden = {override.name for override in used}
    kept = [figure for figure in local if figure.name not in overridden]
    return Provenance(checksum(loaded.assumptions), used, place, occupation, kept)


def checksum(assumptions: Records) -> str:
    """The SHA-256 of the canonical JSON of every effective record and setting, by dotted name.

    Where a value was written down is left out, so that the same values give the same checksum on every machine.
    """
    content = {name: _content(leaf) for name, leaf in leaves(assumptions)}
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


def effective(assumptions: Records) -> "dict[str, Leaf]":
    """Every record and setting in force, as far as a number may rest on it, by dotted name."""
    return {name: _leaf(leaf) for name, leaf in leaves(assumptions)}


def _leaf(leaf: Any) -> "Leaf":
    from mobcalc.results.record import Leaf  # only where a run is recorded

    if not isinstance(leaf, Assumption):
        return Leaf(msgspec.to_builtins(leaf, str_keys=True))
    # Where the user wrote a value down is a place of one machine, no source.
    source = "" if leaf.kind == "user" else leaf.source
    parts = msgspec.to_builtins(leaf, str_keys=True)
    return Leaf(parts["value"], leaf.unit, leaf.kind, source, parts["price_year"], leaf.range, leaf.bound)


def _content(leaf: Any) -> Any:
    if not isinstance(leaf, Assumption):
        return leaf
    parts: dict[str, Any] = msgspec.to_builtins(leaf, str_keys=True)
    del parts["where"]
    if leaf.kind == "user":
        del parts["source"]
    return parts
