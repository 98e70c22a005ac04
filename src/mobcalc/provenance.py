"""What identifies a set of assumptions: its checksum and what was put over the bundled ones."""

import hashlib
from typing import Any

import msgspec

from mobcalc.loader.given import Loaded
from mobcalc.results import OverrideUsed, Provenance
from mobcalc.schema import Assumption, Records, leaves


def provenance(loaded: Loaded) -> Provenance:
    """The checksum of the assumptions in force and the list of overrides."""
    used = [OverrideUsed(*o) for o in loaded.overrides]
    return Provenance(checksum(loaded.assumptions), used)


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
