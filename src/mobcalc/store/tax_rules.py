"""Taxes and benefits by year of the rules and state, from the files that tools/pack_net_resources.py makes.

They are shipped, not built on installing: policyengine-us, which computes them, is larger than all of mobcalc. What the
parts hold stands in tools/build_net_resources.py, and what is assumed in docs/method.md, 'Taxes and benefits table'.
"""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from mobcalc.errors import InputError, input_error
from mobcalc.household_types import Curve

REMEDY = "install mobcalc again, or run 'python tools/pack_net_resources.py' in a checkout"
FORMAT = 2
POINT = 5
"""Earnings are multiples of this many dollars."""


class _Part(Struct):
    """One part of a file: the names of its amounts, its curves (household, what care costs, points) and the blob."""

    amounts: tuple[str, ...]
    curves: tuple[tuple[str, int, int], ...]
    sha256: str
    blob: bytes


class _File(Struct):
    """A file as it is stored."""

    format: int
    package: str
    rules_year: int
    state: str
    parts: dict[str, _Part]


class Part(Mapping[tuple[str, int], Curve]):
    """Curves by key of the household and what its child care costs [USD/year].

    A curve is unpacked when it is asked for: a household needs a few of some hundred.
    """

    def __init__(
        self, amounts: tuple[str, ...], places: dict[tuple[str, int], slice], numbers: NDArray[np.int32]
    ) -> None:
        self._amounts, self._places, self._numbers = amounts, places, numbers

    def __getitem__(self, of: tuple[str, int]) -> Curve:
        """The curve of a household at a cost of care, from its differences, earnings first."""
        differences = self._numbers[self._places[of]].reshape(1 + len(self._amounts), -1)
        whole = differences.cumsum(axis=1).astype(np.float64)
        return Curve(whole[0] * POINT, dict(zip(self._amounts, whole[1:], strict=True)))

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """The households and costs of care, as they are in the file."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many curves there are."""
        return len(self._places)


@cache
def years() -> tuple[int, ...]:
    """The years whose rules are there, ascending."""
    return tuple(sorted({int(file.name.partition("-")[0]) for file in folder().glob("????-??.msgpack")}))


@cache
def part_of(year: int, postal: str, name: str) -> Part:
    """One part of the rules of a state.

    Args:
        year: of the rules.
        postal: the state's postal code.
        name: of the part: base, tanf, voucher, subsidy, subsidy_kept, care or care_snap.

    Raises:
        InputError: where the file is missing, damaged, or of another format.
    """
    part = _file(year, postal).parts.get(name)
    if part is None:
        raise _broken(year, postal, f"has no part '{name}'")
    if hashlib.sha256(part.blob).hexdigest() != part.sha256:
        raise _broken(year, postal, f"is damaged in the part '{name}'")
    numbers = np.frombuffer(zlib.decompress(part.blob), "<i4")
    height = 1 + len(part.amounts)
    ends = np.cumsum([height * points for _, _, points in part.curves]).tolist()
    if not ends or ends[-1] != len(numbers):
        raise _broken(year, postal, f"has curves of another size than it says in the part '{name}'")
    places = {
        (key, care): slice(end - height * points, end)
        for (key, care, points), end in zip(part.curves, ends, strict=True)
    }
    return Part(part.amounts, places, numbers)


@cache
def package_of(year: int, postal: str) -> str:
    """The package, with its version, that computed the rules of a state."""
    return _file(year, postal).package


@cache
def _file(year: int, postal: str) -> _File:
    """The file of a state.

    Raises:
        InputError: where it is missing, cannot be read, or is of another format or state.
    """
    try:
        content = path_of(year, postal).read_bytes()
    except OSError as error:
        raise _broken(year, postal, f"cannot be read: {error.strerror}") from None
    try:
        found = msgspec.msgpack.decode(content, type=_File)
    except msgspec.MsgspecError as error:
        raise _broken(year, postal, f"is damaged: {error}") from None
    if (found.format, found.rules_year, found.state) != (FORMAT, year, postal):
        said = f"format {found.format}, rules of {found.rules_year}, {found.state}"
        raise _broken(year, postal, f"holds something else: {said}")
    return found


def path_of(year: int, postal: str) -> Path:
    """Where the file of a state is."""
    return folder() / f"{year}-{postal}.msgpack"


def folder() -> Path:
    """Where the files are: inside an installed package or two folders further up."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "assumptions"
    return (inside if inside.is_dir() else package.parents[1] / "assumptions") / "net_resources"


def _broken(year: int, postal: str, what: str) -> InputError:
    where = str(path_of(year, postal))
    return input_error(where, "", f"the table of taxes and benefits of {postal} by the rules of {year} {what}", REMEDY)
