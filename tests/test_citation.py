"""CITATION.cff says how to cite this version, as the Citation File Format 1.2.0 asks for it."""

import datetime
import tomllib
from pathlib import Path

import yaml

import mobcalc

ROOT = Path(__file__).parents[1]
NEEDED = {"cff-version", "message", "title", "authors"}
"""The keys that the format requires (schema-guide of version 1.2.0)."""
ALLOWED = NEEDED | {"abstract", "type", "version", "date-released", "license", "keywords"}
"""Those and the ones that this file has besides."""


def citation():
    return yaml.safe_load((ROOT / "CITATION.cff").read_text())


def test_it_has_the_keys_of_the_format_and_no_others():
    found = citation()
    assert NEEDED <= set(found) <= ALLOWED
    assert found["cff-version"] == "1.2.0"
    assert found["type"] == "software"
    assert datetime.date.fromisoformat(found["date-released"])


def test_its_authors_are_an_entity():
    assert citation()["authors"] == [{"name": "mobcalc developers"}]


def test_it_cites_this_version_under_its_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    found = citation()
    assert found["version"] == mobcalc.__version__
    assert found["license"] == project["project"]["license"]
    assert found["keywords"] == project["project"]["keywords"]


def test_the_source_distribution_has_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert "/CITATION.cff" in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
