"""Which published tables, and which rules of taxes and benefits, the store was made from."""

import hashlib
from typing import NamedTuple

from mobcalc.store.reference import rows
from mobcalc.store.tax_rules import package_of, path_of


def table_checksums() -> dict[str, str]:
    """The SHA-256 of every table in the store, by its name."""
    return {row["name"]: row["sha256"] for row in rows("SELECT name, sha256 FROM files ORDER BY name")}


class RulesUsed(NamedTuple):
    """A file of taxes and benefits, its SHA-256, and the package that computed it."""

    file: str
    sha256: str
    package: str


def rules_used(year: int, postal: str) -> RulesUsed:
    """The taxes and benefits of a state by the rules of a year.

    Raises:
        InputError: where there is none.
    """
    package, path = package_of(year, postal), path_of(year, postal)
    return RulesUsed(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), package)
