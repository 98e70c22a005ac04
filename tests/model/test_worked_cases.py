"""Every equation against cases worked out by hand, which are in tests/cases/equations, one file per module.

How a case writes what an equation takes and gives: a number is one row of one column, a list is one row, a list of
lists is several rows. Arguments in `VECTORS` hold the same years or points for all rows, so a list there has no rows.
Arguments that are not arrays (a count, the timing) and null are passed as they are.
"""

import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

import mobcalc.model
from mobcalc.model import Array

FOLDER = Path(__file__).parents[1] / "cases" / "equations"
VECTORS = {"year", "elapsed", "points", "midpoints", "starts", "begins", "children", "from_ages", "kept"}
FEWEST = 3
NEEDED = {"id", "equation", "given", "expected", "source"}
TOLERANCES = {"tolerance": "atol", "relative_tolerance": "rtol"}


class Case(NamedTuple):
    module: str
    written: dict[str, Any]

    @property
    def equation(self) -> str:
        return f"{self.module}.{self.written['equation']}"

    @property
    def name(self) -> str:
        return f"{self.module}:{self.written['equation']}:{self.written['id']}"


def equations() -> dict[str, Callable[..., Any]]:
    """Every public function of the model by module and name."""
    found = {}
    for part in pkgutil.iter_modules(mobcalc.model.__path__):
        module = importlib.import_module(f"mobcalc.model.{part.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                found[f"{part.name}.{name}"] = function
    return found


def rows(written: Any) -> Array:
    """A number, a list or a list of lists as rows and columns."""
    return np.atleast_2d(np.array(written, dtype=float))


def argument(name: str, hint: Any, written: Any) -> Any:
    """One argument as the equation wants it."""
    if hint == NDArray[np.intp]:
        return np.array(written)
    if written is None or Array not in (hint, *get_args(hint)):
        return written
    return np.atleast_1d(np.array(written, dtype=float)) if name in VECTORS else rows(written)


EQUATIONS = equations()
CASES = [Case(file.stem, case) for file in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(file.read_text())]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_worked_case(case):
    function, written = EQUATIONS[case.equation], case.written
    hints = get_type_hints(function)
    found = rows(function(**{name: argument(name, hints[name], value) for name, value in written["given"].items()}))
    expected = rows(written["expected"])
    assert found.shape == expected.shape
    allowed = {"atol": 0, "rtol": 0} | {TOLERANCES[key]: written[key] for key in TOLERANCES if key in written}
    np.testing.assert_allclose(found, expected, **allowed, err_msg=written["source"])


def test_every_case_says_how_close_and_where_from():
    for case in CASES:
        keys = set(case.written)
        assert case.equation in EQUATIONS, f"{case.name}: there is no such equation"
        assert keys >= NEEDED and len(keys) == len(NEEDED) + 1, f"{case.name}: {sorted(keys ^ NEEDED)}"
        assert keys - NEEDED <= set(TOLERANCES), f"{case.name}: {sorted(keys - NEEDED)}"
        source = case.written["source"]
        assert source.strip() and "\n" not in source, f"{case.name}: the source must be one line"


def test_no_case_has_the_name_of_another():
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


def test_every_equation_has_worked_cases():
    counts = Counter(case.equation for case in CASES)
    lacking = {name: counts[name] for name in EQUATIONS if counts[name] < FEWEST}
    assert lacking == {}, f"fewer than {FEWEST} cases in {FOLDER.name}: {lacking}"
