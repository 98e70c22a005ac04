"""`python -m mobcalc`, and what the `mobcalc` command calls."""

import os

from mobcalc.cli.interruption import heed_signals

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What says how many threads NumPy's libraries take."""


def run() -> None:
    """Heed signals before anything else is imported, so that none comes upon half an import; then run mobcalc."""
    heed_signals()
    # By itself NumPy starts a thread on every processor to multiply large matrices, and each spins while it waits.
    # There are none here, so it would only take time from others, such as the workers of a sweep, which inherit this.
    for name in THREADS:
        os.environ.setdefault(name, "1")
    from mobcalc.cli.main import run as run_command

    run_command()


if __name__ == "__main__":
    run()
