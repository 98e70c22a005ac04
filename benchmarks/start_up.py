"""How long whole runs of mobcalc take, as ratios to importing its libraries, measured in alternating pairs.

    python benchmarks/start_up.py                      installs a wheel into a temporary environment and measures it
    python benchmarks/start_up.py --python ENV/bin/python [--pairs 25]     measures an environment that has mobcalc

Machines are shared and noisy, so only the ratios mean anything. Nothing is asserted here.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

FLOOR = "import typer, rich.table, numpy, yaml"
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""mobcalc has NumPy start no threads, which take time by themselves; the floor may not either."""


class Case(NamedTuple):
    """What is timed, what it is set against (the floor, or another command), and the ratio it should stay below."""

    words: str
    against: str = ""
    aim: float | None = None


CASES = (
    Case("compare", aim=1.7),
    Case("compare --draws 0"),
    Case("compare --json"),
    Case("compare --age 30 --set economy.discount_rate=0.04"),
    Case("timeline --pathway electrician-apprenticeship"),
    Case("assumptions list"),
    Case("--help", aim=0.7),
    Case("compare --help", aim=0.7),
    Case("help formats", aim=0.7),
    Case("--version", aim=0.4),
    Case("compare --state NY --occupation electrician", "compare", 1.25),
    Case("compare --state NY --county Chautauqua --occupation hvac", "compare", 1.25),
    Case("compare --state NY --adults 1 --child 3", "compare", 1.25),
    Case("handout -o -", aim=2.5),
    Case("compare --lang es", "compare", 1.1),
)


def seconds_and_mebibytes(command: list[str]) -> tuple[float, float]:
    """Wall time [s] and peak memory [MiB] of one run of a command."""
    start = time.perf_counter()
    surroundings = os.environ | dict.fromkeys(ONE_THREAD, "1")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=surroundings) as process:
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return elapsed, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def measure(python: Path, pairs: int) -> None:
    """Print a line for each command."""
    program = python.parent / "mobcalc"
    floor = [str(python), "-c", FLOOR]
    print(f"floor: python -c '{FLOOR}'; {pairs} alternating pairs, medians; * against plain compare, not the floor")
    print(f"{'command':<58}{'seconds':>8}{'against':>8}{'ratio':>8}{'aim':>6}{'MiB':>6}")
    for case in CASES:
        command = [str(program), *case.words.split()]
        against = [str(program), *case.against.split()] if case.against else floor
        seconds_and_mebibytes(command)
        seconds_and_mebibytes(against)
        runs = [(seconds_and_mebibytes(command), seconds_and_mebibytes(against)[0]) for _ in range(pairs)]
        own = statistics.median(time for (time, _), _ in runs)
        base = statistics.median(time for _, time in runs)
        ratio = statistics.median(time / other for (time, _), other in runs)
        memory = max(size for (_, size), _ in runs)
        words = case.words + (" *" if case.against else "")
        print(f"{words:<58}{own:>8.3f}{base:>8.3f}{ratio:>8.2f}{case.aim or '':>6}{memory:>6.0f}")


def main() -> None:
    """Measure the environment given, or a new one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", type=Path, help="the Python of an environment with mobcalc installed from a wheel")
    parser.add_argument("--pairs", type=int, default=15)
    given = parser.parse_args()
    if given.python:
        measure(given.python, given.pairs)
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = Path(folder) / "bin" / "python"
        root = Path(__file__).resolve().parents[1]
        subprocess.run([python, "-m", "pip", "install", "--quiet", str(root)], check=True)
        measure(python, given.pairs)


if __name__ == "__main__":
    main()
