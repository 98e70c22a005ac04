"""Files that say which pathways the programs of a roster are."""

from collections.abc import Mapping as Map
from pathlib import Path

from mobcalc.errors import InputError, Problem
from mobcalc.loader.files import text_of
from mobcalc.loader.nodes import Listing, Mapping, Node, Scalar
from mobcalc.loader.parsing import parse

HINT = "write 'NAME: PATHWAY' on a line for each program, or [PATHWAY, PATHWAY] for several"


def programs_in(file: str) -> Map[str, str]:
    """The pathway ids of each program by its name, with ; between several.

    Raises:
        InputError: for a file that cannot be read, or that is no map of names to ids.
    """
    problems: list[Problem] = []
    text = text_of(Path(file), file, problems)
    tree = parse(text, file, problems) if text is not None else None
    if not problems and not isinstance(tree, Mapping):
        problems.append(Problem(file, "", "it has no programs by name", HINT))
    found = {name: _ids(node) for name, node in tree.items.items()} if isinstance(tree, Mapping) else {}
    for name, ids in found.items():
        if not ids and isinstance(tree, Mapping):
            problems.append(Problem(tree.lines[name], name, "it names no pathway", HINT))
    if problems:
        raise InputError(problems)
    return found


def _ids(node: Node) -> str:
    """The ids that a node names; empty where it names none."""
    if isinstance(node, Scalar):
        return "" if node.is_null() else node.text.strip()
    if isinstance(node, Listing) and all(isinstance(one, Scalar) for one in node.items):
        return ";".join(_ids(one) for one in node.items)
    return ""
