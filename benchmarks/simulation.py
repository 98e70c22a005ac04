"""How long it takes to simulate lives, against drawing the random numbers that they use, and many against few.

    python benchmarks/simulation.py [--draws 10000] [--pairs 15] [--whole ENV/bin/mobcalc]

In one process: 47 years and five pathways with luck in pay, moving to other work, spells without work, completion,
mortality and, in New York, taxes and benefits of every year, in alternating pairs with drawing the same numbers from
numpy.random.Generator(SFC64). First what every life is worth on every pathway with the assumptions at their values,
then all that `compare` draws. With `--whole`, whole runs of `compare` with 10,000 and with 1,000,000 draws. Machines
are shared and noisy, so only ratios mean anything. Nothing is asserted here.
"""

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from numpy.random import SFC64, Generator  # noqa: TID251
from start_up import seconds_and_mebibytes

from mobcalc.household.rules_by_year import rules_by_year
from mobcalc.household_types import Slices
from mobcalc.loader.layers import Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import Case, case_of, with_pathways
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.pathway import ways
from mobcalc.projection.person_years import life
from mobcalc.sampling import point
from mobcalc.schema import Records
from mobcalc.simulation import draws as simulation
from mobcalc.simulation.lives import table
from mobcalc.store.codes import state_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from mobcalc.store.tax_rules import part_of

HARK_SECONDS = 970e-9
"""A person-year of income simulation in HARK, as measured elsewhere on such a machine [s]."""


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call [s]."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_new_york() -> tuple[Records, Slices]:
    """The bundled assumptions in New York, and taxes and benefits there."""
    records = localized(load(Layers()).assumptions, Place(state_of("NY", ""), None, None), None).records
    arrays, year = point(with_pathways(records, ())), records.economy.rules_year
    return records, rules_by_year(arrays, partial(part_of, year, "NY"), year)


def drawing(case: Case, draws: int) -> Callable[[], object]:
    """Draws as many random numbers as lives of one sex of a case take: those of every year, and a few of each life."""
    numbers, years = Generator(SFC64(0)), len(life(case.arrays).year)

    def draw() -> None:
        for _ in range(-(-draws // simulation.BLOCK)):
            numbers.random((years, simulation.BLOCK))
            for _ in range(4 + len(case.ids)):
                numbers.permutation(simulation.BLOCK)

    return draw


def ratio(work: Callable[[], object], against: Callable[[], object], pairs: int) -> tuple[float, float]:
    """The median of the ratios of the times of two calls in alternating pairs, and the best time of the first [s]."""
    work(), against()
    times = [(seconds(work), seconds(against)) for _ in range(pairs)]
    return statistics.median(ours / theirs for ours, theirs in times), min(ours for ours, _ in times)


def one_life(case: Case, slices: Slices | None, draws: int) -> Callable[[], object]:
    """Simulates lives with the assumptions at their values: what each is worth, earned and kept, on every pathway.

    Args:
        case: one person and the pathways.
        slices: taxes and benefits; nothing is kept without them.
        draws: lives.
    """
    years = life(case.arrays, slices)
    tables = [table(years, ways(case.arrays, years, name)) for name in case.ids]
    drawn = simulation.Drawn(case.ids, case.arrays, years, tables)

    def simulate() -> None:
        if slices is None:
            list(simulation.worths(drawn, range(len(case.ids)), draws, 0))
            return
        for block in simulation.nets(drawn, range(len(case.ids)), draws, 0, years.household):
            for one in block:
                one.earned.sum(axis=1)

    return simulate


def everything(case: Case, slices: Slices | None, draws: int) -> Callable[[], object]:
    """Simulates all layers as `compare` does."""
    return lambda: simulation.simulated(case, sides_of(case, slices), draws, 0)


def whole_runs(program: Path, pairs: int) -> None:
    """Print how much longer a million draws take than ten thousand, and the memory they need."""
    few, many = ([str(program), "compare", "--draws", draws] for draws in ("10000", "1000000"))
    found = [(seconds_and_mebibytes(many), seconds_and_mebibytes(few)[0]) for _ in range(pairs)]
    times = statistics.median(own / other for (own, _), other in found)
    memory = max(size for (_, size), _ in found)
    print(f"compare --draws 1000000: {times:.1f} x compare (aim 30), {memory:.0f} MiB (aim 350)")


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--whole", type=Path, help="the mobcalc of an environment it is installed in from a wheel")
    given = parser.parse_args()
    gc.disable()
    simulation.keep_memory()
    records, slices = in_new_york()
    case = case_of(records, (), None)
    years = len(life(case.arrays).year)
    print(f"{given.draws:,} draws x {years} years x {len(case.ids)} pathways, {given.pairs} alternating pairs, medians")
    for words, work in (
        ("one life, earned (aim 5)", one_life(case, None, given.draws)),
        ("one life, earned and kept", one_life(case, slices, given.draws)),
        ("all of compare, earned", everything(case, None, given.draws)),
        ("all of compare, earned and kept", everything(case, slices, given.draws)),
    ):
        times, best = ratio(work, drawing(case, given.draws), given.pairs)
        each = best / (given.draws * years)
        print(f"{words:<36}{times:>6.1f} x drawing{1e9 * each:>8.0f} ns a life-year at best")
    print(f"for the record: HARK's income simulation {1e9 * HARK_SECONDS:.0f} ns a person-year")
    if given.whole:
        whole_runs(given.whole, max(1, given.pairs // 5))


if __name__ == "__main__":
    main()
