"""`python -m mobcalc`."""

from mobcalc.cli.main import run

if __name__ == "__main__":
    run()
