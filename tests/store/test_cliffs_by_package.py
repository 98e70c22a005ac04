"""Where `cliff` finds a fall, policyengine-us finds it too: 60 households, asked once (tools/check_cliffs.py) and kept."""

import csv
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from mobcalc.household.circumstances import Circumstances, net_slice, parts_for
from mobcalc.household_types import HouseholdType
from mobcalc.model.cliffs import falls
from mobcalc.store.tax_rules import part_of

with (Path(__file__).parents[1] / "cases" / "cliffs_by_package.csv").open(newline="") as file:
    YEAR = int(next(csv.reader(file))[1])
    ROWS = list(csv.DictReader(file))


def sliced(row):
    """Taxes and benefits of the household of a row."""
    adults, young, older, *of = row["household"].split("-")
    household = HouseholdType(int(adults), int(young), int(older), bool(of))
    given = Circumstances(
        care=float(row["care"]),
        had_help=row["had_help"] == "True",
        has_tanf=row["has_tanf"] == "True",
        rent=float(row["rent"]) or None,
    )
    return net_slice(parts_for(household, given, partial(part_of, YEAR, row["state"]), YEAR), given)


@pytest.fixture(scope="module")
def compared():
    """What we find of each fall, and what the package finds, of households with and without help."""
    found = []
    for row in ROWS:
        own = sliced(row)
        net = own.earnings + sum(own.cash.values()) - sum(own.taxes.values())
        before, after = (float(np.interp(float(row[end]), own.earnings, net)) for end in ("from", "to"))
        theirs = float(row["before"]) - float(row["after"])
        starts = falls(own.earnings, net[None, :])[0]
        found.append((row, float(row["from"]) in starts, before - after, theirs, before - float(row["before"])))
    return found


def test_there_are_many_of_every_kind():
    assert len({tuple(list(row.values())[:6]) for row in ROWS}) >= 50
    assert len({row["state"] for row in ROWS}) >= 25
    for told in ("had_help", "has_tanf"):
        assert sum(row[told] == "True" for row in ROWS) >= 8
    assert sum(float(row["rent"]) > 0 for row in ROWS) >= 8
    assert sum(row["household"].endswith("d") for row in ROWS) >= 8


def test_each_fall_is_there_still(compared):
    assert all(is_found for _, is_found, *_ in compared)


def test_the_package_falls_as_far(compared):
    """All falls of a household together: where a limit changes within the year, the parts of the year may be swapped."""
    whole = {}
    for row, _, ours, theirs, _ in compared:
        key = tuple(list(row.values())[:6])
        before = whole.get(key, (0.0, 0.0))
        whole[key] = (before[0] + ours, before[1] + theirs)
    off = {key: abs(ours - theirs) for key, (ours, theirs) in whole.items()}
    assert np.median(list(off.values())) <= 3.0
    assert np.quantile(list(off.values()), 0.9) <= 75.0
    # WIC comes for our whole year where SNAP, near its end, comes in its last months only.
    assert max(off.values()) <= 370.0


def test_what_there_is_before_a_fall_is_the_packages(compared):
    level = [abs(gap) for *_, gap in compared]
    assert np.median(level) <= 1.0
    assert np.quantile(level, 0.9) <= 60.0
