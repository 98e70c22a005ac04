"""Asks policyengine-us about 60 households' cliffs: what they have just before and just after, kept for the tests.

    python tools/check_cliffs.py [--year 2026]

Needs the extra `mobcalc[policy]` and the rules of all states in assumptions/net_resources. Each household is one
state's in one kind of circumstances, drawn with a fixed seed; its largest falls of net resources are those that
`mobcalc cliff` finds. Written is tests/cases/cliffs_by_package.csv, which tests/store/test_cliffs_by_package.py holds
mobcalc against.
"""

import argparse
import csv
import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from pack_net_resources import thresholds
from policy_rules import COMPONENTS, HOUSEHOLDS, USUAL, Circumstances, Household, components, rents, simulation

from mobcalc.household.circumstances import Circumstances as Given
from mobcalc.household.circumstances import net_slice, parts_for
from mobcalc.household_types import GROUPS, HouseholdType
from mobcalc.model.cliffs import falls
from mobcalc.store.tax_rules import part_of

FILE = Path(__file__).resolve().parents[1] / "tests" / "cases" / "cliffs_by_package.csv"
COLUMNS = ("state", "household", "care", "had_help", "has_tanf", "rent", "from", "to", "before", "after")
HOW_MANY = {"care": 24, "help": 12, "voucher": 8, "tanf": 8, "ssi": 8}
"""Households by their circumstances; together 60."""
LARGEST = 2
LEAST, MOST_EARNED = 300.0, 120_000.0
"""Falls of this much and more count, below these earnings [USD/year]."""


class Asked(NamedTuple):
    """A household in its state and circumstances, as mobcalc and as the package has them."""

    postal: str
    of: Household
    given: Given
    package: Circumstances


def drawn(postals: list[str], year: int) -> Iterator[Asked]:
    """The households, in order."""
    random, of_state = Random(20261128), rents(year)
    for kind, count in HOW_MANY.items():
        for _ in range(count):
            postal = random.choice(postals)
            families = [one for one in HOUSEHOLDS if one.young and not one.disability]
            of = random.choice(families if kind != "ssi" else [one for one in HOUSEHOLDS if one.disability])
            care = float(random.randrange(4_000, 16_000, 100)) if kind in ("care", "help") else 0.0
            rent = of_state[postal, of.bedrooms] if kind == "voucher" else None
            given = Given(care=care, had_help=kind == "help", has_tanf=kind == "tanf", rent=rent)
            package = USUAL._replace(
                has_tanf=kind == "tanf",
                has_voucher=kind == "voucher",
                asks_for_subsidy=kind == "help",
                keeps_subsidy=kind == "help",
            )
            yield Asked(postal, of, given, package)


def largest_falls(asked: Asked, year: int) -> list[tuple[float, float]]:
    """The earnings before and after the largest falls that mobcalc finds [USD/year]."""
    of = HouseholdType(*asked.of)
    found = net_slice(parts_for(of, asked.given, partial(part_of, year, asked.postal), year), asked.given)
    net = found.earnings + sum(found.cash.values()) - sum(found.taxes.values())
    each = falls(found.earnings, net[None, :]).T.tolist()
    some = [one for one in each if one[2] >= LEAST and one[1] <= MOST_EARNED and one[1] - one[0] <= 50.0]
    return [(start, end) for start, end, _ in sorted(some, key=lambda one: -one[2])[:LARGEST]]


def by_package(asked: Asked, earnings: list[float], year: int) -> list[float]:
    """Net resources by policyengine-us itself, child care not taken off [USD/year].

    Above the state's threshold an adult with a disability has lost the status of SSI, as in the shipped rules.
    """
    most = thresholds(year)[asked.postal]
    if asked.of.disability and asked.package.has_ssi and max(earnings) > most:
        lost = asked._replace(package=asked.package._replace(has_ssi=False))
        with_it, without = (
            by_package(asked, [min(one, most) for one in earnings], year),
            by_package(lost, earnings, year),
        )
        return [one if at <= most else other for at, one, other in zip(earnings, with_it, without, strict=True)]
    of, postals, grid = [asked.of], [asked.postal], np.array(earnings)[:, None]
    made = simulation(of, postals, grid, year, asked.package, asked.given.care)
    values = dict(zip(COMPONENTS, components(made, of, postals, year)[:, :, 0], strict=True))
    net = grid[:, 0] + sum(values[name] for name in GROUPS["cash"] if name != "school_meals")
    net = net - sum(values[name] for name in GROUPS["taxes"])
    if asked.given.had_help:
        net = net + np.asarray(made.calculate("child_care_subsidies", year, map_to="household"), dtype=float)
    if asked.given.rent is not None:
        paid = np.asarray(made.calculate("hud_ttp", year, map_to="household"), dtype=float)
        net = net + np.maximum(asked.given.rent - paid, 0.0)
    kept: list[float] = net.round(2).tolist()
    return kept


def main() -> None:
    """Ask, and write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--year", type=int, default=2026)
    year = parser.parse_args().year
    warnings.simplefilter("ignore")
    postals = sorted(file.stem[-2:] for file in (FILE.parents[2] / "assumptions" / "net_resources").glob(f"{year}-*"))
    rows = []
    for asked in drawn(postals, year):
        places = largest_falls(asked, year)
        if not places:
            continue
        ends = [earnings for pair in places for earnings in pair]
        net = by_package(asked, ends, year)
        given = asked.given
        about = (
            asked.postal,
            HouseholdType(*asked.of).key,
            given.care,
            given.had_help,
            given.has_tanf,
            given.rent or 0,
        )
        rows += [
            (*about, start, end, net[2 * number], net[2 * number + 1]) for number, (start, end) in enumerate(places)
        ]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([("# year", year), COLUMNS, *rows])
    print(f"{FILE.name}: {len(rows)} cliffs")


if __name__ == "__main__":
    main()
