"""`python -m mobcalc`, and what the `mobcalc` command calls."""

from mobcalc.cli.interruption import heed_signals


def run() -> None:
    """Heed signals before anything else is imported, so that none comes upon half an import; then run mobcalc."""
    heed_signals()
    from mobcalc.cli.main import run as run_command

    run_command()


if __name__ == "__main__":
    run()
