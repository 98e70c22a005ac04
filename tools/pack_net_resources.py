"""Packs what build_net_resources.py computed into what mobcalc ships: `python tools/pack_net_resources.py`.

One file for each year of rules and state of which all parts are ready, `assumptions/net_resources/YEAR-STATE.msgpack`,
in MessagePack: what the file is from, and by part the names of its amounts, its curves (household, what care costs, how
many points) and a blob. The blob is zlib of 32-bit integers: for each curve in that order the points, in steps of 5
USD, and then each amount there in whole dollars, all as differences from one point to the next.

Adults with a disability keep the status of SSI, and with it Medicaid (section 1619(b) of the Social Security Act), up
to the state's threshold of earnings, `assumptions/tables/ssi_medicaid_thresholds.csv`; above it they have what others
have, so their curves of `base` are put together of two.
"""

import argparse
import csv
import hashlib
import sys
import zlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import msgspec
import numpy as np
from build_net_resources import (
    CARE_TAXES,
    PACKED,
    PARTS,
    ROOT,
    SUBSIDY,
    VOUCHER,
    YEARS,
    packed_file,
    part_file,
    read,
)
from curves import Curve, Curves, Kind
from policy_rules import COMPONENTS, COUNTIES

THRESHOLDS = ROOT / "assumptions" / "tables" / "ssi_medicaid_thresholds.csv"
FORMAT = 2
POINT = 5
AMOUNTS = {
    "base": COMPONENTS,
    "tanf": COMPONENTS,
    "voucher": VOUCHER,
    "subsidy": SUBSIDY,
    "subsidy_kept": SUBSIDY,
    "care": CARE_TAXES,
    "care_snap": ("snap",),
}
"""The parts that are shipped, and what the curves of each hold."""


def thresholds(year: int) -> dict[str, float]:
    """Earnings up to which somebody with a disability keeps Medicaid, by state [USD/year]: of the last year published.

    Args:
        year: none after this one.
    """
    found: dict[str, tuple[int, float]] = {}
    with THRESHOLDS.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if int(line["year"]) <= year:
                one = (int(line["year"]), float(line["threshold_usd_per_year"]))
                found[line["state"]] = max(one, found.get(line["state"], one))
    return {postal: amount for postal, (_, amount) in found.items()}


def spliced(below: Curve, above: Curve, at: float) -> Curve:
    """One curve up to some earnings, which are rounded down to a point, and another above them."""
    last = at // POINT * POINT
    halves = []
    for curve, points in (
        (below, np.append(below.earnings[below.earnings < last], last)),
        (above, np.append(last + POINT, above.earnings[above.earnings > last + POINT])),
    ):
        halves.append(Curve(points, np.array([np.interp(points, curve.earnings, line) for line in curve.values])))
    return Curve(*(np.concatenate(both, axis=-1) for both in zip(*halves, strict=True)))


def parts_of(folder: Path, year: int, postal: str) -> dict[str, Curves]:
    """The parts of a state that are shipped."""
    found = {part: read(part_file(folder, year, part, postal)) for part in AMOUNTS}
    without = read(part_file(folder, year, "without_ssi", postal))
    threshold = thresholds(year)[postal]
    for kind, curve in without.items():
        found["base"][kind] = spliced(found["base"][kind], curve, threshold)
    return found


def packed(curves: Curves, kinds: Iterable[Kind]) -> bytes:
    """The blob of curves, in the order given."""
    numbers = []
    for kind in kinds:
        curve = curves[kind]
        whole = np.vstack([curve.earnings / POINT, curve.values])
        numbers.append(np.diff(np.rint(whole).astype("<i4"), axis=1, prepend=0).ravel())
    return zlib.compress(np.concatenate(numbers).astype("<i4").tobytes(), 9)


def write_state(folder: Path, year: int, postal: str, package: str) -> Path:
    """Write a state's file, whole or not at all."""
    parts = {}
    for part, curves in parts_of(folder, year, postal).items():
        kinds = sorted(curves)
        blob = packed(curves, kinds)
        parts[part] = {
            "amounts": AMOUNTS[part],
            "curves": [[kind.household.key, kind.care, len(curves[kind].earnings)] for kind in kinds],
            "sha256": hashlib.sha256(blob).hexdigest(),
            "blob": blob,
        }
    content = {"format": FORMAT, "package": package, "rules_year": year, "state": postal, "parts": parts}
    file = packed_file(year, postal)
    unfinished = file.with_suffix(".partial")
    unfinished.write_bytes(msgspec.msgpack.encode(content))
    unfinished.replace(file)
    return file


def main() -> None:
    """Write the file of every year and state that is ready."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "net_resources", help="what is computed so far")
    given = parser.parse_args()
    PACKED.mkdir(exist_ok=True)
    package = f"policyengine-us {version('policyengine-us')}"
    ready = [
        (year, postal)
        for year in YEARS
        for postal in COUNTIES
        if all(part_file(given.work, year, part, postal).exists() for part in PARTS)
    ]
    size = sum(write_state(given.work, year, postal, package).stat().st_size for year, postal in ready)
    print(f"{len(ready)} files, {size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
