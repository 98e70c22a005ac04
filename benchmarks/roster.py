"""What a roster costs: against reading and writing the same file, against drawing random numbers, and in memory.

    python benchmarks/roster.py [--people 100000] [--drawn 10000] [--lives 100] [--memory]

In one process, one thread, as ratios, since machines are shared and noisy. People are those of `roster_people`, with
other ages and wages. First gains at the values of all assumptions, from file to file, over reading and writing the same
CSV with pyarrow. Then lives of each person on two pathways, earned, over drawing their random numbers with Philox: the
very numbers, from the stream of each person and name, by one generator that is moved from stream to stream, and nothing
else. In the same line over as many numbers of one generator that goes on and on, which no person's own can be. With
`--memory`, the most memory of whole runs of so many people and of ten times as many. Needs pyarrow.
"""

import argparse
import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.random import Generator, Philox  # noqa: TID251
from pyarrow import csv as arrow_csv
from pyarrow import set_cpu_count, set_io_thread_count

from mobcalc.cli.main import main as mobcalc
from mobcalc.sampling.luck import KINDS, LIVES
from mobcalc.sampling.streams import person_keys

SAMPLE = Path(__file__).parent / "roster_people" / "acs2024_people_sample.csv"
TRADES = "building-trades-apprenticeship"
ONCE = 2 * KINDS - 1
"""Random numbers that a life takes once, beside one for each year of work and one for each pathway with training."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call [s]."""
    start = time.process_time()
    work()
    return time.process_time() - start


def write_people(file: Path, count: int) -> list[int]:
    """Write so many people, and give back their ages."""
    numbers = random.Random(0)
    with SAMPLE.open(newline="") as opened:
        sample = list(csv.DictReader(opened))
    ages = []
    with file.open("w", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["id", "age", "sex", "education", "wage", "hours", "state", "adults", "children", "disability"])
        for place in range(count):
            one = sample[place % len(sample)]
            age = min(max(int(one["age"]) + numbers.randrange(-3, 4), 18), 55)
            wage = "" if not one["hourly_wage"] else f"{float(one['hourly_wage']) * numbers.uniform(0.9, 1.1) + 1:.2f}"
            known = (one["sex"], one["education"], wage, one["weekly_hours"], one["state_fips"])
            writer.writerow(
                [f"P{place}", age, *known, one["adults_in_household"], one["children_ages"], one["disability"]]
            )
            ages.append(age)
    return ages


def roster(file: Path, *words: str) -> None:
    """Answer the people of a file, into one beside it."""
    asked = ["roster", str(file), "-o", str(file.with_suffix(".out.csv")), "-p", TRADES, "--force", *words]
    with Path(os.devnull).open("w") as nowhere:
        said, sys.stdout = sys.stdout, nowhere
        try:
            code = mobcalc(asked)
        finally:
            sys.stdout = said
    if code:
        raise SystemExit(code)


def points(folder: Path, count: int) -> None:
    """Gains at the values of all assumptions, over reading and writing the same file."""
    file = folder / "people.csv"
    write_people(file, count)

    def copied() -> None:
        """Read and write the file."""
        arrow_csv.write_csv(arrow_csv.read_csv(file), folder / "copy.csv")

    copied()
    copies = min(seconds(copied) for _ in range(5))
    roster(file, "--draws", "0", "--earned-only")
    took = min(seconds(lambda: roster(file, "--draws", "0", "--earned-only")) for _ in range(2))
    print(
        f"points: {count:,} people in {took:.1f} s, {took / count * 1e6:.0f} s a million; {took / copies:.0f} x pyarrow"
    )


def drawn(folder: Path, count: int, lives: int) -> None:
    """Lives of each person on two pathways, earned, over drawing the same numbers."""
    file = folder / "drawn.csv"
    ages = write_people(file, count)
    keys = person_keys(f"P{place}" for place in range(count)).tolist()
    years = [65 - age for age in ages]
    own, one = (
        min(seconds(work) for _ in range(3))
        for work in (lambda: own_streams(keys, years, lives), lambda: one_stream(years, lives))
    )
    words = ("--draws", str(lives), "--earned-only")
    took = seconds(lambda: roster(file, *words))
    without = seconds(lambda: roster(file, "--draws", "0", "--earned-only"))
    print(f"lives: {count:,} people with {lives} lives in {took:.1f} s, {_over(took, own, one)}")
    print(f"  without reading, writing and points: {_over(took - without, own, one)}")


def _over(took: float, own: float, one: float) -> str:
    return f"{took / own:.1f} x Philox from each person's own stream, {took / one:.1f} x one generator for all"


def own_streams(keys: Sequence[int], years: Sequence[int], lives: int) -> None:
    """Draw what the lives of people take, from the stream of each person and name."""
    bits = Philox(key=np.zeros(2, np.uint64))
    numbers, state = Generator(bits), bits.state
    for name, once, by_year in ((LIVES, ONCE, 1), (TRADES, 1, 0)):
        state["state"]["counter"][:] = [0, 0, person_keys([name])[0], 0]
        for key, of_work in zip(keys, years, strict=True):
            state["state"]["key"][1] = key
            bits.state = state
            numbers.random((once + by_year * of_work, lives))


def one_stream(years: Sequence[int], lives: int) -> None:
    """Draw as many numbers from one generator, which are nobody's own."""
    numbers = Generator(Philox(0))
    for of_work in years:
        numbers.random((ONCE + of_work + 1, lives))


def memory(folder: Path, count: int) -> None:
    """The most memory of whole runs of so many people, and of ten times as many."""
    peaks = []
    for people in (count, 10 * count):
        file = folder / f"memory{people}.csv"
        write_people(file, people)
        asked = [sys.executable, "-m", "mobcalc", "roster", str(file), "-o", str(file.with_suffix(".out.csv"))]
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        words = ["-p", TRADES, "--draws", "0", "--earned-only"]
        subprocess.run([*asked, *words], check=True, stdout=subprocess.DEVNULL)
        peaks.append(max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024)
    few, many = peaks
    print(f"memory: {few:.0f} MiB for {count:,} people, {many:.0f} for ten times as many, {many / few:.2f} x")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--drawn", type=int, default=10_000)
    parser.add_argument("--lives", type=int, default=100)
    parser.add_argument("--memory", action="store_true")
    given = parser.parse_args()
    set_cpu_count(1)
    set_io_thread_count(1)
    np.seterr(all="raise", under="ignore")
    with tempfile.TemporaryDirectory() as name:
        if given.memory:
            # First, since what this process has taken counts as that of those that it starts.
            memory(Path(name), given.people)
        points(Path(name), given.people)
        drawn(Path(name), given.drawn, given.lives)


if __name__ == "__main__":
    main()
