"""What `case show` returns: a client's case, and every key of the file with what it says and where."""

from typing import Any

from msgspec import Struct

from mobcalc.results.household import HouseholdUsed
from mobcalc.results.provenance import Provenance
from mobcalc.schema import Sex


class CaseKey(Struct, frozen=True, rename={"given_by": "from"}):
    """A key of a case: `name` is the dotted name of the assumption it sets, None where it sets none.

    `value` is what is in force, `written` as the file has it, and `given_by` the file and line; both are None where the
    file does not say it and `value` is what is usual.
    """

    key: str
    name: str | None
    value: Any
    written: Any
    given_by: str | None


class CaseShown(Struct, frozen=True):
    """A client's case as every command reads it; `household` is None without a place."""

    file: str
    start_age: int
    retire_age: int
    sex: Sex | None
    household: HouseholdUsed | None
    provenance: Provenance
    keys: list[CaseKey]
