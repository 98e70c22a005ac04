"""Writes docs/living-wages.md: the basic needs of ten households, part by part, beside MIT's totals.

Run as `python tools/living_wages.py > docs/living-wages.md`. The text is in living_wages.md beside this file; the
amounts are those of `mobcalc livingwage --json`.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from mobcalc.wording.basic_needs import LABELS

HERE = Path(__file__).parent
RICHMOND, MISSOULA, ERIE, HARRIS = "Richmond city, VA", "Missoula, MT", "Erie, NY", "Harris, TX"
HOUSEHOLDS: dict[str, tuple[str, ...]] = {
    "Richmond, one adult": ("--county", RICHMOND),
    "Richmond, and a child of 3": ("--county", RICHMOND, "--child", "3"),
    "Missoula, one adult": ("--county", MISSOULA),
    "Missoula, and a child of 3": ("--county", MISSOULA, "--child", "3"),
    "Erie (Buffalo), one adult": ("--county", ERIE),
    "Erie (Buffalo), and a child of 3": ("--county", ERIE, "--child", "3"),
    "Harris (Houston), one adult": ("--county", HARRIS),
    "Harris (Houston), and a child of 3": ("--county", HARRIS, "--child", "3"),
    "Pierce (Tacoma), and children of 3 and 7": ("--county", "Pierce, WA", "--child", "3", "--child", "7"),
    "Kings (Brooklyn), a couple, both at work, and a child of 4": (
        *("--county", "Kings, NY", "--adults", "2", "--partner-earnings", "40000", "--child", "4"),
    ),
}
MIT = (20.35, 39.85, 17.82, 38.39, 17.86, 37.31, 18.77, 37.79)
"""Living wages of MIT's edition of 2023 for the first of them, restated to 2025 dollars [USD/hour]."""


def budget(arguments: tuple[str, ...]) -> dict[str, Any]:
    """What `mobcalc livingwage` says of a household."""
    command = [sys.executable, "-m", "mobcalc", "livingwage", *arguments, "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def row(name: str, found: dict[str, Any], published: float | None) -> str:
    """A household's line of the table."""
    parts = [f"{found['budget'][part]:,.0f}" + "*" * found["sources"][part]["assumed"] for part in LABELS]
    beside = (
        ["", ""] if published is None else [f"{published:.2f}", f"{100 * (found['hourly'] / published - 1):+.0f} %"]
    )
    return f"| {' | '.join([name, *parts, format(found['hourly'], '.2f'), *beside])} |"


def main() -> None:
    """Print the page."""
    titles = ["2025 dollars a year", *LABELS.values(), "living wage, an hour", "MIT's", "ours beside it"]
    found = {name: budget(arguments) for name, arguments in HOUSEHOLDS.items()}
    lines = [row(name, one, MIT[n] if n < len(MIT) else None) for n, (name, one) in enumerate(found.items())]
    table = "\n".join([f"| {' | '.join(titles)} |", "|" + "---|" * len(titles), *lines])
    parent = found["Richmond, and a child of 3"]["sources"]
    rests = "\n".join(f"- **{label}**: {parent[part]['note']}" for part, label in LABELS.items())
    print((HERE / "living_wages.md").read_text(encoding="utf-8").format(table=table, rests=rests), end="")


if __name__ == "__main__":
    main()
