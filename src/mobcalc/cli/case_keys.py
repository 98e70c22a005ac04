"""The keys of a scenario file for `case show`: what each says, which assumption it sets, and where it stands."""

from collections.abc import Iterator, Set
from typing import Any

from mobcalc.cli.household import household_of
from mobcalc.cli.scenario import Case, Here
from mobcalc.loader.edits import plain
from mobcalc.loader.layers import PERSONAL
from mobcalc.loader.nodes import Mapping
from mobcalc.loader.parsing import parse
from mobcalc.results.case import CaseKey, CaseShown
from mobcalc.schema import Assumption, leaves

USUAL = ("age", "sex", "education", "wage", "hours", "adults", "retire_age")
"""The facts that are shown where the file does not say them, too, as far as something stands for them."""


def shown(file: str, text: str, here: Here, case: Case) -> CaseShown:
    """The case of a file that is known to be sound.

    Args:
        file: its name.
        text: what is in it.
        here: the assumptions in force.
        case: the case.
    """
    person, node = here.loaded.assumptions.person, parse(text, file, [])
    assert isinstance(node, Mapping)
    values = _values(here)
    said = list(_said(node, values))
    start, retire = person.start_age.value, person.retire_age.value
    assert isinstance(start, float) and isinstance(retire, float)
    return CaseShown(
        file=file,
        start_age=int(start),
        retire_age=int(retire),
        sex=person.sex,
        household=household_of(here),
        provenance=case.provenance,
        keys=[*said, *_usual({one.name for one in said}, values)],
    )


def _values(here: Here) -> dict[str, Any]:
    """Every value in force, by dotted name."""
    known = leaves(here.loaded.assumptions)
    return {name: leaf.value if isinstance(leaf, Assumption) else leaf for name, leaf in known}


def _usual(said: Set[str | None], values: dict[str, Any]) -> Iterator[CaseKey]:
    """What stands for the facts that the file does not say."""
    for key in USUAL:
        name = PERSONAL[key]
        if name not in said and (key == "sex" or values.get(name) is not None):
            yield CaseKey(key, name, values.get(name), None, None)


def _said(node: Mapping, values: dict[str, Any]) -> Iterator[CaseKey]:
    """What the file says, key by key."""
    for key, item in node.items.items():
        if key in ("person", "set", "place") and isinstance(item, Mapping):
            for inner, value in item.items.items():
                name = {"person": PERSONAL.get(inner, f"person.{inner}"), "set": inner}.get(key)
                written = plain(value)
                yield CaseKey(inner, name, values.get(name or "", written), written, item.lines[inner])
        else:
            yield CaseKey(key, None, plain(item), plain(item), node.lines[key])
