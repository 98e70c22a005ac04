"""How long it takes to look up net resources, and to read and make the taxes and benefits of a household.

    python benchmarks/net_resources.py [--cells 1000000]

The look-up is set against drawing as many random numbers, in alternating pairs: machines are shared and noisy, so only
ratios mean anything. Nothing is asserted here; the aim is at most 4.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np

from mobcalc.household.circumstances import Circumstances, net_slice, parts_for
from mobcalc.household_types import HouseholdType, NetSlice
from mobcalc.model.transfers import amounts_at, line_of_steps, lines, net_resources
from mobcalc.store.tax_rules import part_of, years

PAIRS = 25


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call [s]."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def slice_of(postal: str, household: HouseholdType) -> NetSlice:
    """Taxes and benefits of a household that pays 9,100 dollars for child care, as `compare` makes them."""
    rules = years()[-1]
    part_of.cache_clear()
    given = Circumstances(care=9_100.0)
    return net_slice(parts_for(household, given, partial(part_of, rules, postal), rules), given)


def main() -> None:
    """Print the ratio of looking up to drawing, and the time to make a slice."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cells", type=int, default=1_000_000)
    cells = parser.parse_args().cells
    found = slice_of("NY", HouseholdType(1, 1, 0))
    benefits, taxes = np.array(list(found.cash.values())), np.array(list(found.taxes.values()))
    net = net_resources(found.earnings[None, :], benefits, taxes)
    table, line_of = lines(found.earnings, net), line_of_steps(found.earnings)
    draw = np.random.default_rng(0)  # noqa: TID251
    earnings = draw.uniform(0.0, 160_000.0, (cells // 50, 50))
    ratios = []
    for _ in range(PAIRS):
        drawing = seconds(lambda: draw.random(earnings.size))
        ratios.append(seconds(lambda: amounts_at(earnings, table, line_of)) / drawing)
    print(f"{earnings.size:,} cells: {statistics.median(ratios):.1f} x as long as drawing random numbers")
    interpolating = seconds(lambda: np.interp(earnings, found.earnings, net[0])) / seconds(lambda: draw.random(cells))
    print(f"np.interp: {interpolating:.1f} x")
    reading = [seconds(lambda: slice_of("TX", HouseholdType(2, 2, 2))) for _ in range(PAIRS)]
    making = [seconds(lambda: lines(found.earnings, net)) for _ in range(PAIRS)]
    print(f"one slice: {1000 * statistics.median(reading):.2f} ms to read its state and make it")
    print(f"its lines: {1000 * statistics.median(making):.2f} ms to make")


if __name__ == "__main__":
    main()
