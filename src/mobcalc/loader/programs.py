"""Programs and supports, shipped beside the assumptions or in a file of the user's own."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mobcalc.errors import InputError, Problem, input_error
from mobcalc.loader import program_checks
from mobcalc.loader.files import bundled_folder, shipped_ids, shipped_or_own, text_of
from mobcalc.loader.nodes import Mapping as MappingNode
from mobcalc.loader.overlay import Overlay
from mobcalc.loader.parsing import parse
from mobcalc.loader.problems import collecting
from mobcalc.schema import Assumption, Records
from mobcalc.schema.program import Program, ProgramRecords, Support, SupportRecord
from mobcalc.units import nearest

PROGRAMS, SUPPORTS = "programs", "supports"
GUIDE = "docs/programs.md"


class LoadedProgram(NamedTuple):
    """A program with its id and file; `places` has the file and line of every name in it, from `people` down.

    `completion` is the share that finishes where a flag says it in the file's place.
    """

    id: str
    program: ProgramRecords
    file: str
    places: Mapping[str, str]
    completion: Assumption | None = None


def program_ids() -> list[str]:
    """The ids of the shipped programs, sorted."""
    return shipped_ids(PROGRAMS)


def support_ids() -> list[str]:
    """The ids of the shipped supports, sorted."""
    return shipped_ids(SUPPORTS)


def program_of(asked: str, records: Records) -> LoadedProgram:
    """The program of an id, or in a file.

    Args:
        asked: the id of a shipped one, or the name of a file.
        records: the assumptions, whose sources and pathways it may name.

    Raises:
        InputError: where there is none, or with all that is wrong in it.
    """
    known = program_ids()
    if (there := shipped_or_own(asked, PROGRAMS)) is None:
        hint = nearest(asked, known) or f"name a file ending in .yaml, or one of {', '.join(known)}"
        raise input_error("", "", f"there is no program '{asked}'", hint)
    path, shown = there
    name = path.stem
    with collecting() as problems:
        tree = _tree(path, shown, problems)
        read = Overlay(asked in known, problems, guide=GUIDE)
        program = None if tree is None else read.struct(tree, Program[Any, Any], None, f"{PROGRAMS}.{name}")
        places = {} if tree is None else dict(_places(tree, ""))
        if program is not None and not problems:
            problems.extend(program_checks.problems(program, f"{PROGRAMS}.{name}", places, records, supports()))
    if problems:
        raise InputError(problems)
    assert program is not None
    return LoadedProgram(name, program, shown, places)


def shipped_text(name: str) -> str:
    """The file of a shipped program as it stands.

    Raises:
        InputError: where none is shipped under the name.
    """
    known = program_ids()
    if name not in known:
        hint = nearest(name, known) or f"there is: {', '.join(known)}"
        raise input_error("", "", f"no program '{name}' is shipped", hint)
    return (bundled_folder() / PROGRAMS / f"{name}.yaml").read_text(encoding="utf-8")


def supports() -> dict[str, SupportRecord]:
    """The shipped supports by id.

    Raises:
        InputError: with all that is wrong in them.
    """
    found: dict[str, SupportRecord] = {}
    with collecting() as problems:
        for name in support_ids():
            shown = f"assumptions/{SUPPORTS}/{name}.yaml"
            tree = _tree(bundled_folder() / SUPPORTS / f"{name}.yaml", shown, problems)
            read = Overlay(True, problems, guide=GUIDE)
            made = None if tree is None else read.struct(tree, Support[Any], None, f"{SUPPORTS}.{name}")
            if made is not None:
                found[name] = made
    if problems:
        raise InputError(problems)
    return found


def _tree(path: Path, shown: str, problems: list[Problem]) -> MappingNode | None:
    """What a file holds, if it is a mapping."""
    text = text_of(path, shown, problems)
    tree = None if text is None else parse(text, shown, problems)
    if tree is not None and not isinstance(tree, MappingNode):
        problems.append(Problem(shown, "", "a mapping is needed here", f"write 'name: value' lines; see {GUIDE}"))
    return tree if isinstance(tree, MappingNode) else None


def _places(node: MappingNode, name: str) -> Iterator[tuple[str, str]]:
    """The file and line of every name below a mapping."""
    for key, item in node.items.items():
        full = f"{name}.{key}" if name else key
        yield full, node.lines[key]
        if isinstance(item, MappingNode):
            yield from _places(item, full)
