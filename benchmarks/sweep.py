"""How long a scenario takes within `mobcalc sweep`, against a process of its own for each.

    python benchmarks/sweep.py [--scenarios 200] [--processes 20] [--jobs 1]

The scenarios are states, occupations and ages of a parent with a child of 3, without lives drawn, up to 42,840. The
sweep runs once, start included; before and after it run single `compare --draws 0` of some of the same scenarios.
Machines are shared and noisy, so only the ratio means anything. Nothing is asserted here; the aim is at most 0.02.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSEHOLD = ("--adults", "1", "--child", "3", "--draws", "0")
FEW = "AL AZ CA CO FL GA IL IN KY LA MA MD MI MN MO NC NJ NY OH OR PA TN TX VA WA".split()  # noqa: SIM905
STATES = (*FEW, *"AK AR CT DC DE HI IA ID KS ME MS MT ND NE NH NM NV OK RI SC SD UT VT WI WV WY".split())  # noqa: SIM905
OCCUPATIONS = (
    *(
        "electrician",
        "hvac",
        "29-2052",
        "47-2031",
        "47-2152",
        "51-4121",
        "31-1131",
        "29-2061",
        "49-3023",
        "53-3032",
        "15-1232",
    ),
    *("47-2211", "49-9041", "49-9051", "51-4041", "29-1141", "31-9092", "43-4051", "47-2061", "35-1011", "39-5012"),
)
AGES = (18, 27, 36, 45, *(age for age in range(19, 58) if age not in (27, 36, 45)))
"""Of each the first are those of few scenarios."""
AXES = ((25, 2, 4), (51, 4, 10), (51, 21, 40))
"""How many states, occupations and ages are taken, the first that have as many scenarios as are asked for."""
MOBCALC = (sys.executable, "-m", "mobcalc")


def seconds(command: list[str]) -> float:
    """Processor time of one run of a command [s], which other work on the machine does not lengthen."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def axes(scenarios: int) -> tuple[list[str], list[str], list[str]]:
    """The states, occupations and ages of so many scenarios or, by a part of the states, of fewer."""
    states, occupations, ages = next((axes for axes in AXES if axes[0] * axes[1] * axes[2] >= scenarios), AXES[-1])
    states = min(states, max(1, scenarios // (occupations * ages)))
    return list(STATES[:states]), list(OCCUPATIONS[:occupations]), [str(age) for age in AGES[:ages]]


def single(number: int, of: tuple[list[str], list[str], list[str]]) -> list[str]:
    """The command for one of the scenarios alone."""
    state, occupation, age = (axis[number % len(axis)] for axis in of)
    where = ("--state", state, "--occupation", occupation)
    return [*MOBCALC, "compare", *where, "--age", age, *HOUSEHOLD, "--json"]


def whole(of: tuple[list[str], list[str], list[str]], jobs: int, file: Path) -> list[str]:
    """The command for all of them."""
    over = [
        word
        for name, axis in zip(("--state", "--occupation", "--age"), of, strict=True)
        for word in (name, ",".join(axis))
    ]
    return [*MOBCALC, "sweep", *over, *HOUSEHOLD, "--jobs", str(jobs), "-o", str(file)]


def main() -> None:
    """Print both times a scenario and their ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--scenarios", type=int, default=200)
    parser.add_argument("--processes", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    of, half = axes(given.scenarios), given.processes // 2
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sweep.csv"
        alone = [seconds(single(number, of)) for number in range(half)]
        together = seconds(whole(of, given.jobs, file))
        alone += [seconds(single(number, of)) for number in range(half, given.processes)]
        ids = {line.split(",")[-2] for line in file.read_text().splitlines()[1:]}
    each, own = together / len(ids), statistics.median(alone)
    print(f"{len(ids)} scenarios in one sweep: {1000 * each:.1f} ms of processor time each")
    print(f"{given.processes} processes of their own: {1000 * own:.0f} ms each; ratio {each / own:.3f}")


if __name__ == "__main__":
    main()
