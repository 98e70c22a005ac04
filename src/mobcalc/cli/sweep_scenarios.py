"""The scenarios of a sweep, one after the other, each known by a checksum of what it says."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

import mobcalc
from mobcalc.cli.options import Output, Values
from mobcalc.cli.sweep_axes import FIELDS, SET, Axes, Value, flag
from mobcalc.cli.sweep_grid import Grid
from mobcalc.errors import input_error

ID_LENGTH = 16
"""Letters of a checksum that tell scenarios apart."""
Said: TypeAlias = Mapping[str, Value]
"""What a scenario says, by name in the order of `FIELDS`."""


class Common(msgspec.Struct, frozen=True):
    """What all scenarios share: files of assumptions, a client's scenario file, and which lives are drawn."""

    values: Values
    client: str | None
    drawn: tuple[int, int]


class Sweep(NamedTuple):
    """All scenarios: the values of each flag, the rows of a grid if there is one, and a checksum of what is common."""

    axes: Axes
    grid: Grid | None
    common: str

    def scenarios(self) -> Iterator[tuple[str, Said]]:
        """Each scenario with its checksum; the first flag changes slowest, and the rows of a grid before all flags.

        Raises:
            InputError: for a row of the grid that is wrong, and where a flag and a column say the same.
        """
        if self.grid is None:
            for values in product(*self.axes.values()):
                yield self._known(dict(zip(self.axes, values, strict=True)))
            return
        combined = list(product(*self.axes.values()))
        for row in self.grid.rows():
            for values in combined:
                yield self._known(self._joined(row, dict(zip(self.axes, values, strict=True))))

    def _joined(self, row: Said, flags: Said) -> Said:
        """What a row of the grid and the flags say together."""
        for field in row:
            if field in flags and field != SET:
                what = f"{flag(field)} is given by {self.grid.name if self.grid else ''} too"
                raise input_error(flag(field), "", what, "keep one")
        both: dict[str, Value] = {**flags, **row}
        if SET in row and SET in flags:
            both[SET] = (*_texts(flags[SET]), *_texts(row[SET]))
        return {field: both[field] for field in FIELDS if field in both}

    def _known(self, said: Said) -> tuple[str, Said]:
        # What is no text to any encoding is refused where it is read.
        digest = hashlib.sha256((self.common + json.dumps(said, sort_keys=True)).encode())
        return digest.hexdigest()[:ID_LENGTH], said


class Plan(NamedTuple):
    """What a sweep holds, found by going through it once: how many scenarios, the first, and the names they use."""

    number: int
    first: Said
    fields: tuple[str, ...]


def plan_of(sweep: Sweep) -> Plan:
    """How many scenarios there are, and what they say.

    Raises:
        InputError: for whatever is wrong in the grid.
    """
    number, first, used = 0, None, set[str]()
    for _, said in sweep.scenarios():
        number += 1
        first = said if first is None else first
        used.update(said)
    return Plan(number, first or {}, tuple(field for field in FIELDS if field in used))


def checksum_of(common: Common) -> str:
    """The checksum of what all scenarios rest on: the version, the assumptions and files named, and the draws.

    Raises:
        InputError: for assumptions that cannot be used.
    """
    from mobcalc.cli.layers import layers
    from mobcalc.loader.loading import load
    from mobcalc.provenance import checksum

    given = msgspec.structs.replace(common.values, set=None)
    known = checksum(load(layers(given, Output())).assumptions)
    files = (common.client, common.values.wages, common.values.prices)
    return "\n".join([mobcalc.__version__, known, *map(_of_file, files), *map(str, common.drawn), ""])


def _of_file(path: str | None) -> str:
    """The checksum of what is in a file; empty where it is not named or, which is said elsewhere, not there."""
    try:
        return "" if path is None else hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""


def _texts(value: Value) -> Sequence[str]:
    assert isinstance(value, tuple)
    return value
