"""Taxes and benefits of a household over its earnings, by the rules of 2025, from a table made in November 2026.

Rules of 2026, with child care, TANF and vouchers asked about, are being computed to take its place (tax_rules.py). The
table is shipped, not built on installing: policyengine-us, which computes it, is larger than all of mobcalc. What
every component holds and what is assumed stands in docs/method.md, 'Taxes and benefits table'.
"""

import hashlib
import sqlite3
import zlib
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import msgspec
import numpy as np
from msgspec import Meta, Struct
from numpy.typing import NDArray

from mobcalc.errors import InputError, input_error
from mobcalc.household_types import GROUPS, HouseholdType, NetSlice, supported

REMEDY = "install mobcalc again, or take the file from git again"
SOURCE = "policyengine-us-2025"
"""The key, in assumptions/sources.yaml, of what every figure of the table is from."""
FORMAT = "1"


MOST_STEPS = 100_000


class _Meta(Struct):
    """What the table must say of itself for its slices to be read; it says more."""

    format: str
    slices: int
    rules_year: Annotated[int, Meta(ge=2000, le=2100)]
    step: Annotated[int, Meta(ge=1, le=10_000_000)]
    top: Annotated[int, Meta(ge=1, le=10_000_000)]
    components: str


class Contents(NamedTuple):
    """What the table says of itself: the names of components by group, the regular steps [USD/year], and the rest."""

    taxes: tuple[str, ...]
    cash: tuple[str, ...]
    coverage: tuple[str, ...]
    regular: NDArray[np.int32]
    rules_year: int
    meta: dict[str, str]


def slice_of(postal: str, household: HouseholdType) -> NetSlice:
    """The taxes and benefits of a type of household in a state.

    Args:
        postal: the state's postal code.
        household: who lives together.

    Raises:
        InputError: for a household the table does not have, or where the table is missing or damaged.
    """
    supported(household)
    about = contents()
    query = "SELECT further, sha256, blob FROM slices WHERE state = ? AND household = ?"
    try:
        line = _table().execute(query, (postal, household.key)).fetchone()
    except sqlite3.DatabaseError as error:
        raise _broken(f"cannot be read: {error}") from None
    if line is None:
        raise input_error("", "", f"the table of taxes and benefits has no state '{postal}'", "give a postal code")
    further, checksum, blob = line
    is_whole = isinstance(blob, bytes) and isinstance(further, int)
    if not is_whole or hashlib.sha256(blob).hexdigest()[:16] != checksum:
        raise _broken(f"is damaged at {postal} {household.key}")
    return _unpacked(blob, further, about)


@cache
def contents() -> Contents:
    """What the table says of itself.

    Raises:
        InputError: where it is missing, damaged, or of another format.
    """
    try:
        meta = dict(_table().execute("SELECT name, value FROM meta").fetchall())
        (count,) = _table().execute("SELECT COUNT(*) FROM slices").fetchone()
    except sqlite3.DatabaseError as error:
        raise _broken(f"cannot be read: {error}") from None
    if meta.get("format") != FORMAT:
        raise _broken(f"has the format {meta.get('format')}, not {FORMAT}")
    said = _sound(meta)
    if count != said.slices:
        raise _broken(f"has {count} slices of {said.slices}")
    regular = np.arange(0, said.top + 1, said.step, dtype=np.int32)
    return Contents(**GROUPS, regular=regular, rules_year=said.rules_year, meta=meta)


def _sound(meta: dict[str, Any]) -> _Meta:
    """What the table says of itself, if it is all there and can be.

    Raises:
        InputError: where it is not.
    """
    try:
        said = msgspec.convert(meta, _Meta, strict=False)
        groups = msgspec.json.decode(said.components, type=dict[str, tuple[str, ...]])
    except msgspec.MsgspecError as error:
        raise _broken(f"does not say what it holds: {error}") from None
    if groups != GROUPS:
        raise _broken("has other components than this version of mobcalc knows")
    if said.top // said.step > MOST_STEPS:
        raise _broken(f"has more than {MOST_STEPS:,} steps")
    return said


@cache
def _table() -> sqlite3.Connection:
    """The table, open for reading alone."""
    file = table_file()
    if not file.is_file():
        raise _broken("is missing")
    return sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)


def table_file() -> Path:
    """Where the table is: inside an installed package or two folders further up."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "assumptions"
    return (inside if inside.is_dir() else package.parents[1] / "assumptions") / "net_resources.sqlite"


def _broken(what: str) -> InputError:
    return input_error(str(table_file()), "", f"the table of taxes and benefits {what}", REMEDY)


def _unpacked(blob: bytes, further: int, about: Contents) -> NetSlice:
    """A slice from its blob.

    Cents as 32-bit integers, component by component, as second differences on the regular steps, then the further
    earnings and the components there as first differences; the four bytes of each number apart, packed with zlib.
    """
    names = about.taxes + about.cash + about.coverage
    count, steps = len(names), len(about.regular)
    data = zlib.decompress(blob)
    if len(data) != 4 * (count * steps + (count + 1) * further):
        raise _broken("has slices of another size than it says")
    numbers = np.ascontiguousarray(np.frombuffer(data, np.uint8).reshape(4, -1).T).view("<i4").ravel()
    regular = numbers[: count * steps].reshape(count, steps).cumsum(axis=1).cumsum(axis=1)
    more = numbers[count * steps :].reshape(count + 1, further).cumsum(axis=1)
    earnings = np.concatenate([about.regular, more[0]])
    order = earnings.argsort(kind="stable")
    amounts = dict(zip(names, np.hstack([regular, more[1:]])[:, order] / 100.0, strict=True))
    taxes, cash, coverage = ({name: amounts[name] for name in group} for group in about[:3])
    return NetSlice(earnings[order].astype(np.float64), taxes, cash, coverage, about.rules_year)
