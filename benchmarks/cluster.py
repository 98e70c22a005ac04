"""What workers are worth: two of them against one, on the same file, start-up left out, and against one process.

    python benchmarks/cluster.py [--people 200000] [--lives 100] [--workers 2]

People are those of `benchmarks/roster.py`, one training against none, earned. Each run is `mobcalc roster --workers`
from file to file by the clock, less the same run of a few people, which starts the same workers and puts together the
same places. It says whether all wrote the same bytes. Needs Dask (`mobcalc[cluster]`) and idle cores.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from roster import TRADES, write_people

FEW = 500
"""People of the run that is start-up: all states occur among so many."""


def seconds(file: Path, lives: int, *words: str) -> float:
    """How long the people of a file take, by the clock [s]."""
    rows = ["roster", str(file), "-o", str(file.with_suffix(".out.csv")), "--force", "-p", TRADES]
    start = time.monotonic()
    asked = [sys.executable, "-m", "mobcalc", *rows, "--earned-only", "--draws", str(lives), *words]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def without_start(people: Path, few: Path, lives: int, *words: str) -> tuple[float, bytes]:
    """How long people take, start-up left out [s], and what was written."""
    start = seconds(few, lives, *words)
    took = seconds(people, lives, *words) - start
    print(f"{' '.join(words) or 'one process'}: {took:.1f} s, start-up of {start:.1f} s left out", flush=True)
    return took, people.with_suffix(".out.csv").read_bytes()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--lives", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        people, few = Path(name) / "people.csv", Path(name) / "few.csv"
        write_people(people, given.people)
        with people.open(newline="") as opened, few.open("w", newline="") as written:
            csv.writer(written).writerows(islice(csv.reader(opened), FEW + 1))
        alone, whole = without_start(people, few, given.lives)
        one, of_one = without_start(people, few, given.lives, "--workers", "1")
        many, of_many = without_start(people, few, given.lives, "--workers", str(given.workers))
    print(f"{given.workers} workers: {one / many:.2f} x one, {alone / many:.2f} x one process", end="; ")
    if not whole == of_one == of_many:
        raise SystemExit("OTHER BYTES")
    print("the same bytes")


if __name__ == "__main__":
    main()
