"""Builds assumptions/net_resources.sqlite: `python tools/build_net_resources.py`, with the extra `mobcalc[policy]`.

What the table holds and assumes stands in policy_rules.py. policyengine-us computes every component for each state,
type of household and earnings from 0 to 150,000 USD, 250 apart (125 in Pennsylvania and West Virginia, whose low-income
tax reliefs are stairs of 250 and 300 USD). Where a component jumps between two of them by more than 20 USD, or bends so
that a straight line is off by more than 20, further earnings are computed, 50 apart and then 5, so a cliff lies within
5 USD, unless it looks like the rule around it: one of a stair with a step in nearly every space, or at the end of a
slope as steep as itself. Of all these, the table has regular steps of 500, and those that a straight line cannot
replace within 12 USD. (SNAP is in whole dollars a month, so it is a stair of 12 USD a year.) For the value of coverage
the bounds are five times as wide. Each state is kept in a folder as it is ready, so a run that is broken off goes on
where it was. All households of one state are computed at once: with several states at once policyengine-us takes many
times as long.

For a state and a type of household the table holds a blob: cents as 32-bit integers, component by component, as second
differences on the regular steps, then the further earnings and the components there as first differences; the four
bytes of each number apart, packed with zlib.
"""

import argparse
import gc
import hashlib
import json
import multiprocessing
import sqlite3
import sys
import zlib
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np
from policy_rules import CASH, COMPONENTS, COUNTIES, COVERAGE, HOUSEHOLDS, TAXES, FloatArray, Household, components

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "assumptions" / "net_resources.sqlite"
STEP, TOP = 500, 150_000
FIRST = 250
FIRST_IN = {"PA": 125, "WV": 125}
FINER = (50, 5)
LEAST_JUMP = 20.0
LEAST_BEND = 20.0
KEPT_WITHIN = 12.0
WEIGHTS = np.array([[0.2 if name in COVERAGE else 1.0] for name in COMPONENTS])
"""How much it matters that a component is exact: the value of coverage is a rougher figure than cash."""
FORMAT = 1
ASSUMED = (
    "adults of 35, children of 3 and 10, one earner, the same every month; everybody takes up what they are due and "
    "meets the work requirements; a disability is one that qualifies for SSI, with no hours of work; no savings, no "
    "other income, no employer's coverage; rent the median of the state's counties' fair market rents of fiscal year "
    "2025, utilities included (one bedroom without children, two with one or two, three with more); the state's most "
    "populous county for the benchmark premium, regional amounts and county taxes (Indiana, Maryland); no city taxes, "
    "housing assistance, child-care subsidy, Head Start, energy assistance or Alaska dividend"
)


class Curve(NamedTuple):
    """Components of a state's households of one type [USD/year] (component, points) at ascending earnings (points,)."""

    earnings: FloatArray
    values: FloatArray


Curves = dict[Household, Curve]


def computed(postal: str, asked: dict[Household, FloatArray], year: int) -> Curves:
    """The components of each type of household at the earnings asked for, from one simulation of a state."""
    rows = max(len(earnings) for earnings in asked.values())
    padded = np.array([np.pad(earnings, (0, rows - len(earnings))) for earnings in asked.values()]).T
    values = components(list(asked), [postal] * len(asked), padded, year)
    return {one: Curve(asked[one], values[:, : len(asked[one]), i]) for i, one in enumerate(asked)}


def needs_more(curve: Curve) -> FloatArray:
    """Which of the spaces between points hide a jump or a bend in some component (points - 1,).

    A space hides a jump where it changes more, or less, than both of the spaces beside it, as in a stair that rises in
    every second space; or than the middle two of the four around it, as where two jumps are side by side.
    """
    width = np.diff(curve.earnings)
    all_of_it = np.vstack([WEIGHTS * curve.values, net_cash(curve)])
    change = np.diff(all_of_it, axis=1)
    around = np.pad(change / width, ((0, 0), (2, 2)), mode="reflect")
    count = len(width)
    before, after = around[:, 1 : count + 1], around[:, 3 : count + 3]
    neighbours = np.sort(np.stack([around[:, :count], before, after, around[:, 4 : count + 4]]), axis=0)
    jump = np.maximum(
        beyond(change, before * width, after * width), beyond(change, neighbours[1] * width, neighbours[2] * width)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.clip(np.nan_to_num((change / width - after) / (before - after)), 0.0, 1.0)
    bend = np.abs(after - before) * width * share * (1.0 - share)
    found: FloatArray = ((jump > LEAST_JUMP) | (bend > LEAST_BEND)).any(axis=0)
    return found


def beyond(change: FloatArray, one: FloatArray, other: FloatArray) -> FloatArray:
    """How far a change lies outside of two others, below zero for between them."""
    outside: FloatArray = np.maximum(change - np.maximum(one, other), np.minimum(one, other) - change)
    return outside


def net_cash(curve: Curve) -> FloatArray:
    """Earnings and benefits less taxes, without health coverage [USD/year] (points,)."""
    by_name = dict(zip(COMPONENTS, curve.values, strict=True))
    total: FloatArray = curve.earnings + sum(by_name[name] for name in CASH) - sum(by_name[name] for name in TAXES)
    return total


def refined(postal: str, curves: Curves, year: int) -> Curves:
    """The curves of a state with further points wherever they jump or bend."""
    for finer in FINER:
        asked = {}
        for household, curve in curves.items():
            spaces = np.flatnonzero(needs_more(curve) & (np.diff(curve.earnings) > finer))
            inside = [np.arange(curve.earnings[i] + finer, curve.earnings[i + 1], finer) for i in spaces]
            if inside:
                asked[household] = np.concatenate(inside)
        if asked:
            found = computed(postal, asked, year)
            curves = curves | {household: merged(curves[household], more) for household, more in found.items()}
    return {household: simpler(curve) for household, curve in curves.items()}


def merged(one: Curve, other: Curve) -> Curve:
    """The points of two curves in order."""
    earnings = np.concatenate([one.earnings, other.earnings])
    order = np.argsort(earnings)
    return Curve(earnings[order], np.hstack([one.values, other.values])[:, order])


def simpler(curve: Curve) -> Curve:
    """A curve with the regular points and as few of the others as say the same within `KEPT_WITHIN`."""
    keep = curve.earnings % STEP == 0
    while True:
        kept = curve.earnings[keep]
        straight = np.array([np.interp(curve.earnings, kept, line[keep]) for line in curve.values])
        off = (WEIGHTS * np.abs(straight - curve.values)).max(axis=0)
        space = np.searchsorted(kept, curve.earnings, side="right")
        order = np.argsort(off)
        worst = {int(space[i]): int(i) for i in order if off[i] > KEPT_WITHIN}
        if not worst:
            return Curve(kept, curve.values[:, keep])
        keep[list(worst.values())] = True


def build_state(task: tuple[str, list[Household], int, Path]) -> str:
    """Compute the types of household in one state, and keep them in the folder."""
    postal, households, year, folder = task
    start = datetime.now(UTC)
    first = np.arange(0.0, TOP + 1, FIRST_IN.get(postal, FIRST))
    curves = refined(postal, computed(postal, dict.fromkeys(households, first), year), year)
    arrays = {f"{one.key}-{part}": getattr(curve, part) for one, curve in curves.items() for part in curve._fields}
    partial = folder / f"{postal}.partial.npz"
    np.savez_compressed(partial, **arrays)
    partial.replace(folder / f"{postal}.npz")
    gc.collect()
    points = sum(len(curve.earnings) for curve in curves.values()) / len(curves)
    seconds = (datetime.now(UTC) - start).total_seconds()
    return f"{postal}: {points:.0f} points a household, {seconds:.0f} s"


def packed(curve: Curve) -> bytes:
    """The blob of one state and type of household."""
    is_regular = curve.earnings % STEP == 0
    cents = np.rint(curve.values * 100).astype(np.int32)
    base = np.diff(cents[:, is_regular], n=2, axis=1, prepend=np.zeros((len(cents), 2), np.int32))
    further = np.vstack([np.rint(curve.earnings[~is_regular]).astype(np.int32), cents[:, ~is_regular]])
    further = np.diff(further, axis=1, prepend=np.zeros((len(further), 1), np.int32))
    numbers = np.concatenate([base.ravel(), further.ravel()]).astype("<i4")
    return zlib.compress(numbers.view(np.uint8).reshape(-1, 4).T.tobytes(), 9)


def write_table(postals: list[str], households: list[Household], folder: Path, table: Path, year: int) -> None:
    """Pack what is in the folder into the table, whole or not at all."""
    partial = table.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    connection = sqlite3.connect(partial)
    connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT)")
    connection.execute("CREATE TABLE slices (state TEXT, household TEXT, further INTEGER, sha256 TEXT, blob BLOB)")
    content = hashlib.sha256()
    for postal in sorted(postals):
        arrays = np.load(folder / f"{postal}.npz")
        for household in sorted(households, key=lambda one: one.key):
            curve = Curve(arrays[f"{household.key}-earnings"], arrays[f"{household.key}-values"])
            blob = packed(curve)
            content.update(blob)
            further = len(curve.earnings) - (TOP // STEP + 1)
            signature = hashlib.sha256(blob).hexdigest()[:16]
            row = (postal, household.key, further, signature, blob)
            connection.execute("INSERT INTO slices VALUES (?, ?, ?, ?, ?)", row)
    connection.execute("CREATE UNIQUE INDEX slices_index ON slices (state, household)")
    for name, value in meta(year, content.hexdigest(), len(postals) * len(households)).items():
        connection.execute("INSERT INTO meta VALUES (?, ?)", (name, value))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    partial.replace(table)


def meta(year: int, checksum: str, slices: int) -> dict[str, str]:
    """Where the table is from and how it is to be read."""
    return {
        "format": str(FORMAT),
        "package": f"policyengine-us {version('policyengine-us')}",
        "rules_year": str(year),
        "command": f"python tools/build_net_resources.py --year {year}",
        "date": datetime.now(UTC).date().isoformat(),
        "sha256": checksum,
        "slices": str(slices),
        "step": str(STEP),
        "top": str(TOP),
        "components": json.dumps({"taxes": TAXES, "cash": CASH, "coverage": COVERAGE}),
        "assumptions": ASSUMED,
    }


def main() -> None:
    """Read the options, compute what is not there yet, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--year", type=int, default=2025, help="the year of the rules and of the dollars")
    parser.add_argument("--states", nargs="*", default=list(COUNTIES), help="postal codes, for a trial")
    parser.add_argument("--households", nargs="*", help="types such as 1-1-0, for a trial")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "net_resources", help="what is ready so far")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    wanted = [one for one in HOUSEHOLDS if not given.households or one.key in given.households]
    missing = [postal for postal in given.states if not (given.work / f"{postal}.npz").exists()]
    tasks = [(postal, wanted, given.year, given.work) for postal in missing]
    with multiprocessing.get_context("spawn").Pool(given.processes) as pool:
        for line in pool.imap_unordered(build_state, tasks):
            print(line, file=sys.stderr, flush=True)
    write_table(given.states, wanted, given.work, given.table, given.year)
    print(f"{given.table.name}: {given.table.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
