"""docs/architecture.md is true of the code, and modules keep the naming law that stands at its end."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from mobcalc.cli.app import COMMANDS, MODULES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "mobcalc"
MAP = (ROOT / "docs" / "architecture.md").read_text()
ROOMS = re.findall(r"^\| `(\w+)` \| (.+) \|$", MAP, re.MULTILINE)
ANSWERS = re.findall(r"^\| (.+\?) \| `(.+?)` \| `(.+?)` \|$", MAP, re.MULTILINE)
NAMES = (*(MODULES.get(name, name) for name in COMMANDS), "assumptions_diff")
QUESTIONS = [file.stem for file in (PACKAGE / "questions").glob("*.py") if file.stem in NAMES]
OF_ALL = {"__init__", "notices", "basis"}
"""Modules of `questions` that serve every question."""
FOLDERS = sorted({file.parent for file in PACKAGE.rglob("*.py")})
NO_NOUNS = {"along", "keeps", "ways", "trying", "here", "local", "over", "then", "now", "given", "drawn", "written"}
"""Names that said nothing of what a module held."""


def modules(folder):
    return sorted(file.stem for file in folder.glob("*.py") if not file.stem.startswith("__"))


def test_every_room_is_on_the_map_in_the_order_of_the_contract():
    rooms = {path.name for path in PACKAGE.iterdir() if any(path.glob("*.py"))}
    rooms |= set(modules(PACKAGE))
    named = [name for name, _ in ROOMS]
    assert sorted(named) == sorted(rooms)
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = [name for line in contracts[0]["layers"] for name in line.split(" | ")]
    assert named == [*layers, "model"]


@pytest.mark.parametrize(("question", "file", "text"), ANSWERS)
def test_each_answer_stands_where_the_map_says(question, file, text):
    assert text in (ROOT / file).read_text()


def test_the_questions_of_a_newcomer_are_answered():
    assert len(ANSWERS) >= 10
    assert {"wage_steps", '"snap"', "SNAP"} <= {text for _, _, text in ANSWERS}


def test_a_question_bears_its_commands_name_everywhere():
    named = {
        "compare",
        "timeline",
        "cliff",
        "livingwage",
        "sensitivity",
        "solve",
        "validate",
        "assumptions_diff",
        "raises",
        "program",
        "replay",
        "diff",
        "employer",
        "roster",
    }
    assert set(QUESTIONS) == named
    for name in QUESTIONS:
        for room in ("cli", "results", "report", "wording"):
            assert (PACKAGE / room / f"{name}.py").exists(), f"{room}/{name}.py"
        assert (ROOT / "tests" / "cli" / f"test_{name}.py").exists(), f"tests/cli/test_{name}.py"
        assert (ROOT / "tests" / "questions" / f"test_{name}.py").exists(), f"tests/questions/test_{name}.py"


def test_what_helps_a_question_begins_with_its_name():
    for name in set(modules(PACKAGE / "questions")) - OF_ALL:
        assert name in QUESTIONS or name.startswith(tuple(f"{question}_" for question in QUESTIONS)), name


def test_goldens_begin_with_a_commands_name():
    for file in (ROOT / "tests" / "golden").iterdir():
        assert file.name.startswith(COMMANDS), file.name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_module_is_a_noun_and_no_two_differ_by_an_s(folder):
    names = modules(folder)
    for before, after in pairwise(names):
        assert after != f"{before}s", f"{before} and {after} in {folder.name}"
    assert not NO_NOUNS.intersection(names)
    for name in names:
        assert not name.endswith("ed"), f"{folder.name}/{name}.py is a participle"


def test_no_projection_has_the_name_of_an_equation():
    assert not set(modules(PACKAGE / "projection")) & set(modules(PACKAGE / "model"))


def test_tests_lie_as_the_code_does():
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    others = {"cases", "golden", "hostile", "independent"}
    assert {
        path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name[0] not in "_."
    } <= rooms | others
