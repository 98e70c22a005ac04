"""What identifies a set of assumptions: its checksum and what was put over the bundled ones."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from mobcalc.loader.layers import Loaded
from mobcalc.results import LocalUsed, OccupationUsed, OverrideUsed, PlaceUsed, Provenance
from mobcalc.schema import Assumption, Records, leaves


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


def _content(leaf: Any) -> Any:
    if not isinstance(leaf, Assumption):
        return leaf
    parts: dict[str, Any] = msgspec.to_builtins(leaf, str_keys=True)
    del parts["where"]
    if leaf.kind == "user":
        del parts["source"]
    return parts
