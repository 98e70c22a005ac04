"""Computes taxes and benefits with policyengine-us: `python tools/build_net_resources.py`, with `mobcalc[policy]`.

What is asked stands in policy_rules.py. For every year of rules and state there are parts, each a file of its own in
the folder of work (`YEAR-PART-STATE.npz`), made in a fixed order, so a run that is broken off goes on where it was;
pack_net_resources.py makes of them what mobcalc ships. A state that is shipped already is left alone: take its file
away to compute it anew. The parts:

- base: every type of household, without TANF, voucher and child care; adults with a disability keep the status of SSI.
- without_ssi: the same for adults with a disability who do not have that status.
- tanf: households with children that draw TANF already.
- voucher: the family's part of the rent under a voucher, and SNAP with one.
- subsidy, subsidy_kept: of families with children who ask for help with child care, or have had it: what the family
  has to pay of any price, of each 10,000 dollars more, and the most that the state pays.
- care: taxes and credits of households with children that pay for child care, one curve for each of `LEVELS`.
- care_snap: SNAP of the same at the lowest and the highest of these. Care lowers the income that counts, so what a
  family gets is what it would get with less care on as much less earnings (80 cents of a dollar of them count); but
  nobody gets it above a limit of gross income, which is where SNAP ends with the highest costs. (The lowest costs are
  there since in New York that limit is higher for whoever pays for care.) WIC and school meals follow SNAP.

Each curve starts on regular earnings, 250 apart (125 in Pennsylvania and West Virginia, whose low-income tax reliefs
are stairs of 250 and 300 USD), and wider apart above 150,000; curves.py says how it is made from there. All households
of one state are computed at once: with several states at once policyengine-us takes many times as long.
"""

import argparse
import gc
import multiprocessing
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from curves import STEP, Ask, Curve, Curves, Kind, refined, weights
from numpy.typing import NDArray
from policy_rules import (
    COMPONENTS,
    COUNTIES,
    HOUSEHOLDS,
    Circumstances,
    FloatArray,
    Household,
    components,
    simulation,
    taxes,
)

ROOT = Path(__file__).resolve().parents[1]
PACKED = ROOT / "assumptions" / "net_resources"
TOP = 150_000
WIDE_STEP, WIDE_TOP = 5_000, 250_000
FIRST = 250
FIRST_IN = {"PA": 125, "WV": 125}
TANF_TOP, TANF_TOP_IN = 60_000, {"CT": 120_000}
"""No family's TANF should reach further; those whose does are named. Connecticut goes on to 230 percent of poverty."""
SUBSIDY_TOP_IN = dict.fromkeys(("ME", "NM", "VT"), 250_000)
"""Maine and Vermont help families with care up to high earnings, New Mexico at any."""
LEVELS = (3_000, 6_000, 10_000, 14_000, 18_000, 22_000, 26_000, 30_000)
LEVELS_IN = {"DC": (1_500,), "HI": (20_000,), "NY": (7_500, 8_500), "WI": (4_500, 7_500, 12_000)}
"""What care costs a family in the curves of `care` [USD/year], and where states' own credits have limits besides."""
PRICES = (1_500, 3_000, 6_000, 9_000, 12_000)
HIGHEST_PRICE = 60_000
"""Prices of care of a child at which states are asked what they pay [USD/year]."""
YEARS = (2026, 2025)


class Question(NamedTuple):
    """What a part asks: how, and at which earnings first, by kind [USD/year] (points,)."""

    ask: Ask
    first: dict[Kind, FloatArray]


def regular(postal: str, top: int = TOP) -> FloatArray:
    """The earnings that a curve starts on [USD/year] (points,)."""
    first = np.arange(0.0, top + 1, FIRST_IN.get(postal, FIRST))
    return np.concatenate([first, np.arange(TOP + WIDE_STEP, WIDE_TOP + 1.0, WIDE_STEP)]) if top == TOP else first


def everything(postal: str, year: int, given: Circumstances) -> Ask:
    """All components of households in given circumstances."""

    def compute(households: list[Household], earnings: FloatArray, care: FloatArray) -> FloatArray:
        postals = [postal] * len(households)
        return components(simulation(households, postals, earnings, year, given, care), households, postals, year)

    return Ask(compute, weights(COMPONENTS))


def base(postal: str, year: int, of: list[Household]) -> Question:
    """Every type of household without anything that has to be asked for."""
    return Question(everything(postal, year, Circumstances()), {Kind(one): regular(postal) for one in of})


def without_ssi(postal: str, year: int, of: list[Household]) -> Question:
    """Adults with a disability who do not keep the status of SSI."""
    asked = {Kind(one): regular(postal) for one in of if one.disability}
    return Question(everything(postal, year, Circumstances(has_ssi=False)), asked)


def tanf(postal: str, year: int, of: list[Household]) -> Question:
    """Households with children that draw TANF already, up to where none of them does."""
    asked = {Kind(one): regular(postal, TANF_TOP_IN.get(postal, TANF_TOP)) for one in of if one.young + one.older}
    return Question(everything(postal, year, Circumstances(has_tanf=True)), asked)


VOUCHER = ("rent_paid", "snap")


def voucher(postal: str, year: int, of: list[Household]) -> Question:
    """What a family with a voucher pays of any rent, and its SNAP at the state's rent (both) (component, points)."""

    def compute(households: list[Household], earnings: FloatArray, care: FloatArray) -> FloatArray:
        given = Circumstances(has_voucher=True)
        made = simulation(households, [postal] * len(households), earnings, year, given, care)
        found = [made.calculate("hud_ttp", year, map_to="household"), made.calculate("snap", year, map_to="household")]
        return np.array([np.asarray(one, dtype=float).reshape(earnings.shape) for one in found])

    return Question(Ask(compute, weights(VOUCHER)), {Kind(one): regular(postal) for one in of})


SUBSIDY = ("family_pays", "family_pays_of_10000", "state_pays_at_most")


def subsidy(postal: str, year: int, of: list[Household], *, keeps: bool = False) -> Question:
    """What families with help for child care pay, and the most that the state pays (amounts, points).

    Of a price P a state pays the less of P - (F + s P) and M, for every form that the states' rules have: M is the most
    at any price asked, and F and s are from the two lowest at which it pays something and less than that.
    """
    given = Circumstances(asks_for_subsidy=True, keeps_subsidy=keeps)

    def compute(households: list[Household], earnings: FloatArray, _care: FloatArray) -> FloatArray:
        children = np.array([one.young + one.older for one in households], dtype=float)
        prices = np.array([*PRICES, HIGHEST_PRICE])[:, None, None] * children
        paid = []
        for price in prices:
            costs = np.broadcast_to(price, earnings.shape)
            made = simulation(households, [postal] * len(households), earnings, year, given, costs)
            amount = made.calculate("child_care_subsidies", year, map_to="household")
            paid.append(np.asarray(amount, dtype=float).reshape(earnings.shape))
        # Iowa's families who leave its help pay a part of any price, so that at a very high one the state pays nothing.
        most = np.array(paid).max(axis=0)
        return np.array(familys_part(prices[:-1], np.array(paid[:-1]), most))

    points = np.arange(0.0, SUBSIDY_TOP_IN.get(postal, TOP) + 1, STEP)
    return Question(Ask(compute, weights(SUBSIDY)), {Kind(one): points for one in with_care(of)})


def familys_part(prices: FloatArray, paid: FloatArray, most: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """What the family pays of any price, of 10,000 USD more, and the most that the state pays [USD/year].

    Args:
        prices: ascending [USD/year] (prices, 1, households).
        paid: by the state at each of them [USD/year] (prices, rows, households).
        most: what it pays of a very high price [USD/year] (rows, households).
    """
    # A state that pays by the hour may pay more than care costs.
    rest = np.maximum(prices - paid, 0.0)
    tells = (paid > 1.0) & (paid < most - 1.0)
    first = tells.argmax(axis=0)
    later = tells & (np.arange(len(prices))[:, None, None] > first)
    second = np.where(later.any(axis=0), later.argmax(axis=0), first)

    def of(amounts: FloatArray, place: NDArray[np.intp]) -> FloatArray:
        found: FloatArray = np.take_along_axis(np.broadcast_to(amounts, paid.shape), place[None], axis=0)[0]
        return found

    apart = of(prices, second) - of(prices, first)
    share = np.divide(of(rest, second) - of(rest, first), apart, out=np.zeros_like(most), where=apart > 0.0).clip(
        0.0, 1.0
    )
    family = (of(rest, first) - share * of(prices, first)).clip(0.0, None)
    # Where the state pays all it ever pays already at the lowest price, the family pays what is left of that; where it
    # pays nothing of the usual prices, all of them.
    unsaid = np.where(paid[0] > 1.0, rest[0], prices[-1] + 0.0 * most)
    return np.where(tells.any(axis=0), family, unsaid), 10_000.0 * share, most


CARE_TAXES = ("federal_income_tax", "state_income_tax", "ctc")


def care(postal: str, year: int, of: list[Household]) -> Question:
    """Taxes and credits of households with children at each level of what they pay for care (component, points).

    These are the components of `components` that care moves besides food.
    """

    def compute(households: list[Household], earnings: FloatArray, care: FloatArray) -> FloatArray:
        made = simulation(households, [postal] * len(households), earnings, year, care=care)
        by_name = taxes(made, [postal] * len(households), year)
        return np.array([by_name[name].reshape(earnings.shape) for name in CARE_TAXES])

    points = regular(postal)
    points = points if postal in FIRST_IN else points[points % STEP == 0.0]
    levels = sorted((*LEVELS, *LEVELS_IN.get(postal, ())))
    asked = {Kind(one, level): points for one in with_care(of) for level in levels}
    return Question(Ask(compute, weights(CARE_TAXES)), asked)


def care_snap(postal: str, year: int, of: list[Household]) -> Question:
    """SNAP of households with children at the lowest and the highest of `LEVELS` (1, points)."""

    def compute(households: list[Household], earnings: FloatArray, care: FloatArray) -> FloatArray:
        made = simulation(households, [postal] * len(households), earnings, year, care=care)
        return np.asarray(made.calculate("snap", year, map_to="household"), dtype=float).reshape(1, *earnings.shape)

    points = np.arange(0.0, TOP + 1, STEP)
    asked = {Kind(one, level): points for one in with_care(of) for level in (LEVELS[0], LEVELS[-1])}
    return Question(Ask(compute, weights(("snap",))), asked)


def with_care(of: list[Household]) -> list[Household]:
    """The types that may pay for child care."""
    return [one for one in of if one.young + one.older and not one.disability]


PARTS: dict[str, Callable[[str, int, list[Household]], Question]] = {
    "base": base,
    "without_ssi": without_ssi,
    "tanf": tanf,
    "voucher": voucher,
    "subsidy": subsidy,
    "subsidy_kept": partial(subsidy, keeps=True),
    "care": care,
    "care_snap": care_snap,
}


def build_state(task: tuple[str, int, list[str], list[Household], Path]) -> str:
    """Compute what is missing of a state's parts of a year, and keep it in the folder."""
    postal, year, parts, of, folder = task
    said = []
    for part in parts:
        file = part_file(folder, year, part, postal)
        if file.exists():
            continue
        start = datetime.now(UTC)
        curves = refined(*PARTS[part](postal, year, of))
        if part == "tanf" and (far := still_paid(curves)):
            said.append(f"TANF goes further: {', '.join(far)}")
        write(file, curves)
        gc.collect()
        points = sum(len(curve.earnings) for curve in curves.values()) / len(curves)
        seconds = (datetime.now(UTC) - start).total_seconds()
        said.append(f"{part} {len(curves)} x {points:.0f} points, {seconds:.0f} s")
    return f"{postal} {year}: {'; '.join(said)}"


def still_paid(curves: Curves) -> list[str]:
    """The kinds of household that draw TANF where its curves end."""
    row = COMPONENTS.index("tanf")
    return [kind.key for kind, curve in curves.items() if curve.values[row, -1] > 0.0]


def part_file(folder: Path, year: int, part: str, postal: str) -> Path:
    """Where the curves of a part are kept."""
    return folder / f"{year}-{part}-{postal}.npz"


def packed_file(year: int, postal: str) -> Path:
    """What mobcalc ships of a state."""
    return PACKED / f"{year}-{postal}.msgpack"


def write(file: Path, curves: Curves) -> None:
    """Keep curves in a file, whole or not at all."""
    arrays = {f"{kind.key}-{field}": getattr(curve, field) for kind, curve in curves.items() for field in curve._fields}
    unfinished = file.with_suffix(".partial.npz")
    np.savez_compressed(unfinished, **arrays)  # type: ignore[arg-type]
    unfinished.replace(file)


def read(file: Path) -> Curves:
    """The curves of a file."""
    arrays = np.load(file)
    found = {}
    for name in (name for name in arrays if name.endswith("-earnings")):
        key, level = name.removesuffix("-earnings").split("@")
        one = next(one for one in HOUSEHOLDS if one.key == key)
        found[Kind(one, int(level))] = Curve(arrays[name], arrays[name.replace("-earnings", "-values")])
    return found


def main() -> None:
    """Read the options and compute what is not there yet."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--years", type=int, nargs="*", default=YEARS, help="of the rules and of the dollars")
    parser.add_argument("--states", nargs="*", default=list(COUNTIES), help="postal codes, for a trial")
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--households", nargs="*", help="types such as 1-1-0, for a trial")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "net_resources", help="what is ready so far")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    wanted = [one for one in HOUSEHOLDS if not given.households or one.key in given.households]
    tasks = [
        (postal, year, given.parts, wanted, given.work)
        for year in given.years
        for postal in given.states
        if not packed_file(year, postal).exists()
        and not all(part_file(given.work, year, part, postal).exists() for part in given.parts)
    ]
    with multiprocessing.get_context("spawn").Pool(given.processes) as pool:
        for line in pool.imap_unordered(build_state, tasks):
            print(f"{datetime.now(UTC):%H:%M:%S} {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
