"""Which part of Medicaid a state pays: one less the federal matching share, from a published table."""

import csv
from functools import cache
from pathlib import Path

from mobcalc.errors import input_error

TABLE = "medicaid_matching_rates_2026.csv"
SOURCE = "medicaid-matching-2026"


def state_share(postal: str) -> float:
    """The part of Medicaid that a state pays at its regular matching rate [share].

    Args:
        postal: the state's postal code.

    Raises:
        InputError: where the table cannot be read.
    """
    return 1.0 - _federal_shares()[postal]


@cache
def _federal_shares() -> dict[str, float]:
    """The federal share by postal code."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "assumptions"
    folder = inside if inside.is_dir() else package.parents[1] / "assumptions"
    try:
        lines = (folder / "tables" / TABLE).read_text().splitlines()
    except OSError as error:
        what = f"it cannot be read: {error.strerror}"
        raise input_error(str(folder / "tables" / TABLE), "", what, "install mobcalc again") from None
    return {row["state"]: float(row["federal_share"]) for row in csv.DictReader(lines)}
