"""What `case set` changes in a scenario file: from `wage=19` to the same text with another value in it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from mobcalc.cli.case_text import PERSON, setting
from mobcalc.cli.layers import NAMES
from mobcalc.errors import InputError, Problem, input_error
from mobcalc.loader import edits
from mobcalc.loader.layer_stack import NATIONAL, ROOTS, SCENARIO_KEYS
from mobcalc.loader.layers import PERSONAL, PLACE
from mobcalc.loader.nodes import Mapping
from mobcalc.loader.parsing import parse
from mobcalc.schema import Person
from mobcalc.units import nearest

OWN_KEYS = {PERSONAL[key]: key for key in PERSON}
"""The key of the person for each dotted name."""
OTHER_NAMES = {"pathway": "pathways", "pathways": "pathways", "baseline": "baseline", "place": "place"}
REPEATED = ("child", "out", "pathway")
"""The flags that are given once for each of several."""
SEVERAL = {"person.children", "pathways"}
PEOPLE = tuple(dict.fromkeys([*NAMES, *Person.__struct_fields__]))
"""What the person's facts are called, in flags and in files."""
KNOWN = tuple(dict.fromkeys([*(name for name in PEOPLE if name != "children"), *PLACE, *OTHER_NAMES, "children"]))


class Change(NamedTuple):
    """One thing to change: as it was typed, the name of what it is, and the texts it gets; none to take it out."""

    word: str
    name: str
    texts: tuple[str, ...]


class Changed(NamedTuple):
    """What became of one thing: its key in the file, and what stood and stands there; None for nothing."""

    key: str
    before: Any
    after: Any


def changes(words: Sequence[str]) -> list[Change]:
    """The changes asked for.

    Raises:
        InputError: for a word that sets nothing, or sets what there is not, or the same as another.
    """
    asked: dict[str, Change] = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or not key.strip():
            raise input_error(word, "", "it has no name and value", "write wage=19, or wage= to take it out")
        flag, name = key.strip().replace("-", "_").lstrip("_"), _name(key.strip())
        before = asked.get(name)
        if before is not None and (flag not in REPEATED or not value.strip() or not before.texts):
            raise input_error(before.word, "", f"the same is changed twice, also by {word}", "keep one of the two")
        texts = (value.strip(),) if value.strip() else ()
        asked[name] = Change(word, name, texts) if before is None else before._replace(texts=(*before.texts, *texts))
    return list(asked.values())


def _name(key: str) -> str:
    """What a flag's name or a key stands for: a dotted name, or a key of a scenario.

    Raises:
        InputError: where there is no such thing.
    """
    name = key.replace("-", "_")
    if name in PEOPLE:
        return NAMES.get(name, f"person.{name}")
    if name in PLACE or name in OTHER_NAMES:
        return OTHER_NAMES.get(name, name)
    # What an assumption is called is known where the file is loaded, which has a hint for it.
    if "." in key and key.partition(".")[0] in ROOTS:
        return key
    hint = nearest(name, KNOWN) or "mobcalc case new -h has the names; others are those of 'mobcalc assumptions list'"
    raise input_error(key, "", f"there is no key '{key}'", hint)


def edited(text: str, file: str, asked: Sequence[Change]) -> tuple[str, list[Changed]]:
    """The text of a scenario with some changes, and what became of each.

    Raises:
        InputError: where the text cannot be read or changed.
    """
    became = []
    for change in asked:
        before = edits.tree(text, file)
        if not isinstance(before, dict):
            raise input_error(file, "", "a scenario is a mapping", f"it may give {', '.join(SCENARIO_KEYS)}")
        text = (
            _place(text, file, before, change) if _is_of_place(before, change) else _other(text, file, before, change)
        )
        after = edits.tree(text, file) if text.strip() else {}
        key, was = _found(before, change)
        became.append(Changed(key, was, _found(after or {}, change)[1]))
    return text, became


def _paths(tree: dict[str, Any], change: Change) -> list[edits.Path]:
    """Where something stands in a scenario, what wins last."""
    name = change.name
    if name in PLACE[:-1]:
        return [("place", name)] if name in _section(tree, "place") else []
    if name in SCENARIO_KEYS:
        return [(name,)] if name in tree else []
    keys = [key for key in _section(tree, "person") if PERSONAL.get(key, f"person.{key}") == name]
    return [*(("person", key) for key in keys), *(("set", key) for key in _section(tree, "set") if key == name)]


def _section(tree: dict[str, Any], key: str) -> dict[str, Any]:
    """The map under a key; an empty one where there is none."""
    section = tree.get(key)
    return section if isinstance(section, dict) else {}


def _found(tree: dict[str, Any], change: Change) -> tuple[str, Any]:
    """The key of something and what it says in a scenario; None where it says nothing of it."""
    if _is_of_place(tree, change):
        return change.name, _named_place(tree).get(change.name)
    paths = _paths(tree, change)
    if not paths:
        return OWN_KEYS.get(change.name, change.name), None
    value = tree
    for key in paths[-1]:
        value = value[key]
    return paths[-1][-1], value


def _other(text: str, file: str, tree: dict[str, Any], change: Change) -> str:
    """The text with one value that is not a part of a place written as one text."""
    paths = _paths(tree, change)
    if not change.texts:
        # From the end, as a map that is left empty goes with its last key.
        for path in reversed(paths):
            text = edits.without_value(text, file, path)
        return text
    path = paths[-1] if paths else _new_path(change)
    order = {1: SCENARIO_KEYS, 2: tuple(PERSON) if path[0] == "person" else PLACE}[len(path)]
    return edits.with_value(_with_section(text, file, tree, path), file, path, _written(change), order)


def _with_section(text: str, file: str, tree: dict[str, Any], path: edits.Path) -> str:
    """The text, refused where a section that a value goes into is no map.

    Raises:
        InputError: saying so.
    """
    section = tree.get(path[0], "")
    if len(path) > 1 and section != "" and not isinstance(section, dict):
        raise input_error(file, path[0], "a mapping is needed here", "write 'name: value' lines")
    return text


def _new_path(change: Change) -> edits.Path:
    """Where something goes that a scenario does not have yet."""
    if change.name in OWN_KEYS:
        return "person", OWN_KEYS[change.name]
    if change.name in PLACE[:-1]:
        return "place", change.name
    if change.name in SCENARIO_KEYS:
        return (change.name,)
    field = change.name.removeprefix("person.")
    is_persons = field in Person.__struct_fields__ and field not in PERSONAL and field != change.name
    return ("person", field) if is_persons else ("set", change.name)


def _written(change: Change) -> str:
    """What is set, as YAML has it.

    Raises:
        InputError: for a time out of work that is not written as an age and years.
    """
    first = change.texts[0]
    if change.name in SEVERAL:
        texts = [part.strip() for text in change.texts for part in text.strip("[]").split(",")]
        return edits.listing(texts)
    if change.name == "person.planned_out" and not first.startswith("{"):
        return f"{{{', '.join(_pair(change, text) for text in change.texts)}}}"
    if change.name in (*PLACE, *SCENARIO_KEYS):
        return edits.scalar(first)
    return _sound(change, setting(first))


def _pair(change: Change, text: str) -> str:
    age, sign, years = (part.strip() for part in text.partition(":"))
    if not sign or not years:
        raise input_error(change.word, "", f"'{text}' is not an age and a number of years", "write out=40:1")
    return f"{edits.scalar(age)}: {edits.scalar(years)}"


def _sound(change: Change, written: str) -> str:
    """A value that can be read by itself.

    Raises:
        InputError: saying why it cannot.
    """
    problems: list[Problem] = []
    parse(written, change.word, problems, lines=False)
    if problems:
        raise InputError(problems)
    return written


def _is_of_place(tree: dict[str, Any], change: Change) -> bool:
    """Whether a change is of a part of the place, and that is not written as a map of parts."""
    return change.name in PLACE[:-1] and not isinstance(tree.get("place"), dict)


def _named_place(tree: dict[str, Any]) -> dict[str, str]:
    """The parts of a place that is written as one text."""
    text = tree.get("place") or NATIONAL
    if not isinstance(text, str) or text == NATIONAL:
        return {}
    return {"county" if "," in text else "state": text}


def _place(text: str, file: str, tree: dict[str, Any], change: Change) -> str:
    """The text with a part of the place set or taken out, where the place is missing or one text."""
    parts = _named_place(tree)
    if change.texts:
        parts[change.name] = change.texts[0]
    elif parts.pop(change.name, None) is None:
        return text
    if not parts:
        return edits.without_value(text, file, ("place",))
    inner = ", ".join(f"{key}: {edits.scalar(parts[key])}" for key in PLACE[:-1] if key in parts)
    written = edits.scalar(parts["state"]) if [*parts] == ["state"] else f"{{{inner}}}"
    return edits.with_value(text, file, ("place",), written, SCENARIO_KEYS)


def renamed(error: InputError, text: str, file: str, asked: Sequence[Change]) -> InputError:
    """An error of a text with changes in it, which names a change by how it was typed and not by a line."""
    node = parse(text, file, [])
    if not isinstance(node, Mapping):
        return error
    words = _words(node, asked)
    problems = []
    for one in error.problems:
        word = next((word for names, word in words.get(one.where, []) if one.name in names), None)
        problems.append(one if word is None else one._replace(where=word))
    return InputError(problems)


def _words(node: Mapping, asked: Sequence[Change]) -> dict[str, list[tuple[set[str], str]]]:
    """For a file and line how the changes there were typed, each with the names that errors have for it."""
    words: dict[str, list[tuple[set[str], str]]] = {}
    tree = edits.plain(node)
    for change in asked:
        paths = [("place",)] if _is_of_place(tree, change) and "place" in tree else _paths(tree, change)
        # A pathway that there is not is named itself.
        names = ("", change.name, *change.texts)
        for path in paths:
            words.setdefault(_line(node, path), []).append(({*names, path[-1], path[0]}, change.word))
    return words


def _line(node: Any, path: edits.Path) -> str:
    """The file and line of a key."""
    for key in path[:-1]:
        node = node.items[key]
    return str(node.lines[path[-1]])
