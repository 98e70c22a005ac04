"""How long a scenario takes within `mobcalc sweep`, against a process of its own for each.

    python benchmarks/sweep.py [--scenarios 200] [--processes 20] [--jobs 1]

The scenarios are states, occupations and ages of a parent with a child of 3, without lives drawn. The sweep runs once,
start included; before, within and after it run single `compare --draws 0` of some of the same scenarios. Machines are
shared and noisy, so only the ratio means anything. Nothing is asserted here; the aim is at most 0.02.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOUSEHOLD = ("--adults", "1", "--child", "3", "--draws", "0")
STATES = "AL AZ CA CO FL GA IL IN KY LA MA MD MI MN MO NC NJ NY OH OR PA TN TX VA WA".split()  # noqa: SIM905
OCCUPATIONS, AGES = ("electrician", "hvac"), ("18", "27", "36", "45")
MOBCALC = (sys.executable, "-m", "mobcalc")


def seconds(command: list[str]) -> float:
    """Wall time of one run of a command [s]."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def single(number: int) -> list[str]:
    """The command for one of the scenarios alone."""
    state, age = STATES[number % len(STATES)], AGES[number % len(AGES)]
    where = ("--state", state, "--occupation", OCCUPATIONS[number % len(OCCUPATIONS)])
    return [*MOBCALC, "compare", *where, "--age", age, *HOUSEHOLD, "--json"]


def whole(scenarios: int, jobs: int, file: Path) -> list[str]:
    """The command for all of them."""
    states = STATES[: max(1, scenarios // (len(OCCUPATIONS) * len(AGES)))]
    over = ("--state", ",".join(states), "--occupation", ",".join(OCCUPATIONS), "--age", ",".join(AGES))
    return [*MOBCALC, "sweep", *over, *HOUSEHOLD, "--jobs", str(jobs), "-o", str(file)]


def main() -> None:
    """Print both times a scenario and their ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--scenarios", type=int, default=200)
    parser.add_argument("--processes", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    given.scenarios = min(given.scenarios, len(STATES) * len(OCCUPATIONS) * len(AGES))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sweep.csv"
        alone = [seconds(single(number)) for number in range(given.processes // 2)]
        together = seconds(whole(given.scenarios, given.jobs, file))
        alone += [seconds(single(number)) for number in range(given.processes // 2, given.processes)]
        ids = {line.split(",")[-2] for line in file.read_text().splitlines()[1:]}
    each, own = together / len(ids), statistics.median(alone)
    print(f"{len(ids)} scenarios in one sweep: {1000 * each:.1f} ms each")
    print(f"{given.processes} processes of their own: {1000 * own:.0f} ms each; ratio {each / own:.3f}")


if __name__ == "__main__":
    main()
