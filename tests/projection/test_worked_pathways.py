"""Every pathway against cases worked out by hand, which are in tests/cases/pathways, one file per pathway.

A case gives a person, in the words of a scenario file, and values by dotted name under `set`. It expects values of that
pathway in `compare --json` by their dotted keys, the place in a list counted from 0. `tolerance` is in dollars; numbers
below 10 are shares, years or places and are held to six digits.
"""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from mobcalc.loader.layers import PERSONAL, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.compare import comparison
from mobcalc.report.compare_data import contract
from mobcalc.results.provenance import Provenance
from mobcalc.schema import Person, fields

FOLDER = Path(__file__).parents[1] / "cases" / "pathways"
FEWEST = 2
KEYS = {"id", "given", "expected", "tolerance", "source"}
GIVEN = {*PERSONAL, *fields(Person), "set"}
SMALL, SMALL_TOLERANCE = 10, 1e-6


class Case(NamedTuple):
    pathway: str
    written: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.pathway}:{self.written['id']}"


CASES = [Case(file.stem, case) for file in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(file.read_text())]


def at(result: Any, key: str) -> Any:
    """The value under a dotted key of a JSON object."""
    for part in key.split("."):
        result = result[int(part)] if isinstance(result, list) else result[part]
    return result


def like(expected: float | None, dollars: float) -> Any:
    """What counts as equal to an expected value."""
    if expected is None:
        return None
    return pytest.approx(expected, rel=0, abs=SMALL_TOLERANCE if abs(expected) < SMALL else dollars)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_worked_case(case, tmp_path):
    scenario, given = tmp_path / "person.yaml", dict(case.written["given"])
    values = given.pop("set", {})
    scenario.write_text(yaml.safe_dump({"person": given, "set": values}))
    loaded = load(Layers(scenario=str(scenario)))
    found = contract(comparison(loaded.assumptions, Provenance("", []), [case.pathway]))["pathways"]
    result = next(r for r in found if r["id"] == case.pathway)
    for key, expected in case.written["expected"].items():
        assert at(result, key) == like(expected, case.written["tolerance"]), f"{key}: {case.written['source']}"


def test_every_case_says_who_what_and_why():
    for case in CASES:
        assert set(case.written) == KEYS, f"{case.name}: {sorted(set(case.written) ^ KEYS)}"
        assert set(case.written["given"]) <= GIVEN, f"{case.name}: {sorted(set(case.written['given']) - GIVEN)}"
        assert case.written["expected"], f"{case.name}: it expects nothing"
        assert case.written["source"].strip(), f"{case.name}: it does not say where its figures are from"
        assert 0 <= case.written["tolerance"] <= 1, f"{case.name}: the tolerance is more than a dollar"


def test_no_case_has_the_name_of_another():
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


def test_every_pathway_has_worked_cases(from_files):
    counts = Counter(case.pathway for case in CASES)
    assert {name: counts[name] for name in from_files.pathways if counts[name] < FEWEST} == {}
    assert set(counts) == set(from_files.pathways)
