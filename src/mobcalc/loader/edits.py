"""A YAML text with one value put into it or taken out, and every other character as it was.

Values are replaced where the parser says that they stand. A text that is written in a way this cannot change is
refused: what comes out must say what was meant, and nothing else.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, TypeAlias

import yaml

from mobcalc.errors import InputError, Problem, input_error
from mobcalc.loader.nodes import Listing, Mapping, Node, Scalar
from mobcalc.loader.parsing import parse

Path: TypeAlias = tuple[str, ...]
"""The keys that lead to a value, outermost first."""
Pair: TypeAlias = tuple[yaml.Node, yaml.Node]
PLAIN = re.compile(r"(?:[^\W_]|[-+.](?=\d))(?:[\w .+-]*[\w.+-])?")
"""Texts that mean themselves to a reader of YAML wherever they stand."""
COMMENT = re.compile(r"([^#\n\"']*?)( {2,})(?=#)")
"""What stands between a value and the comment on its line."""
LEAST_ROOM, INDENT = 2, 2


def scalar(text: str) -> str:
    """A text as YAML has it, in quotes where it would be read as something else."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def listing(texts: Sequence[str]) -> str:
    """Some texts as a YAML list on one line."""
    return f"[{', '.join(map(scalar, texts))}]"


def tree(text: str, place: str) -> Any:
    """What a YAML text says, as texts, lists and maps.

    Raises:
        InputError: where it cannot be read.
    """
    problems: list[Problem] = []
    node = parse(text, place, problems)
    if problems or node is None:
        raise input_error(*problems[0])
    return plain(node)


def plain(node: Node) -> Any:
    """A tree as texts, lists and maps."""
    if isinstance(node, Mapping):
        return {key: plain(item) for key, item in node.items.items()}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def with_value(text: str, place: str, path: Path, written: str, order: Sequence[str] = ()) -> str:
    """The text with a value under a path.

    Args:
        text: YAML that can be read, lines ending as lines of Unix do.
        place: the file, for an error.
        path: where the value goes; maps that are missing on the way are made.
        written: the value as YAML has it, on one line.
        order: in which order keys of the innermost map stand, as far as they are known; a new key comes after those
            before it, or last.

    Raises:
        InputError: where the text is written in a way that this cannot change.
    """
    expected = tree(text, place)
    inner = expected
    for key in path[:-1]:
        if not isinstance(inner.get(key), dict):
            inner[key] = {}
        inner = inner[key]
    value = tree(written, place)
    if inner.get(path[-1]) == value:
        return text
    inner[path[-1]] = value
    return _checked(_put(text, _composed(text, place, path), path, written, order), expected, place, path)


def without_value(text: str, place: str, path: Path) -> str:
    """The text without what stands under a path, nor a map that would be left empty by that.

    Args:
        text: YAML that can be read, lines ending as lines of Unix do.
        place: the file, for an error.
        path: where something stands.

    Raises:
        InputError: where the text is written in a way that this cannot change.
    """
    expected = tree(text, place)
    inner = [expected]
    for key in path[:-1]:
        inner.append(inner[-1][key])
    depth = max((n for n, one in enumerate(inner) if n == 0 or len(one) > 1), default=0)
    del inner[depth][path[depth]]
    node = _composed(text, place, path)
    for key in path[:depth]:
        node = _pair(node, key)[1]
    return _checked(_cut(text, node, path[depth]), expected, place, path)


def _unchangeable(place: str, path: Path) -> InputError:
    what = "this file is written in a way that no command can change"
    return input_error(place, ".".join(path), what, "change this line in an editor")


def _checked(text: str, expected: Any, place: str, path: Path) -> str:
    """The text, where it says what is expected of it.

    Raises:
        InputError: where it does not.
    """
    problems: list[Problem] = []
    node = parse(text, place, problems) if text.strip() else Mapping(place)
    # Without its last key a file may hold comments alone, which is said of it where it is loaded.
    found = {} if node is None and not expected else node and plain(node)
    if found != expected:
        raise _unchangeable(place, path)
    return text


def _composed(text: str, place: str, path: Path) -> yaml.Node:
    """The tree of a text with the places of all its parts; what cannot be read, or is too deep, was refused before.

    Raises:
        InputError: where this parser, which alone knows the places, refuses what the other one reads, such as tabs.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        raise _unchangeable(place, path) from None
    assert node is not None
    return node


def _pair(node: yaml.Node, key: str) -> Pair:
    """The key and the value of a name in a map."""
    return next((k, v) for k, v in node.value if k.value == key)


def _has(node: yaml.Node, key: str) -> bool:
    return any(k.value == key for k, _ in node.value)


def _end(node: yaml.Node) -> int:
    """Where a value ends: a block ends with the last that is in it, and not with the comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _put(text: str, node: Any, path: Path, written: str, order: Sequence[str]) -> str:
    """The text with a value under a path below a map."""
    key, *rest = path
    if not _has(node, key):
        return _inserted(text, node, path, written, order if not rest else ())
    name, value = _pair(node, key)
    if rest and isinstance(value, yaml.MappingNode):
        return _put(text, value, tuple(rest), written, order)
    return _replaced(text, name, value, _nested(rest, written))


def _nested(keys: Sequence[str], written: str) -> str:
    """A value below some keys, on one line."""
    for key in reversed(keys):
        written = f"{{{scalar(key)}: {written}}}"
    return written


def _replaced(text: str, name: yaml.Node, value: yaml.Node, written: str) -> str:
    """The text with another value in the place of one."""
    start, end = int(value.start_mark.index), _end(value)
    colon = text.index(":", int(name.end_mark.index)) + 1
    if end > start and "\n" not in text[colon:start]:
        after = "\n" if text[start:end].endswith("\n") else ""
        return _exchanged(text, start, end, f"{written}{after}")
    if end <= start:
        return f"{text[:colon]} {written}{text[colon:]}"
    # A block below its key: what stands beside the key stays, its lines go.
    return f"{text[:colon]} {written}{text[colon : _line_start(text, start)]}{text[_line_end(text, end) :]}"


def _exchanged(text: str, start: int, end: int, new: str) -> str:
    """The text with another part between two places; a comment at the end of the line keeps its column."""
    beside = COMMENT.match(text, end)
    if beside is None or new.endswith("\n"):
        return f"{text[:start]}{new}{text[end:]}"
    room = max(len(beside[2]) - len(new) + end - start, LEAST_ROOM)
    return f"{text[:start]}{new}{beside[1]}{' ' * room}{text[beside.end() :]}"


def _inserted(text: str, node: Any, path: Path, written: str, order: Sequence[str]) -> str:
    """The text with a key that a map does not have yet."""
    before = [k.value for k, _ in node.value]
    if path[0] in order:
        earlier = order[: order.index(path[0])]
        before = [key for key in before if key in earlier] or before
    if node.flow_style:
        entry = f"{scalar(path[0])}: {_nested(path[1:], written)}"
        if not before:
            at = int(node.start_mark.index) + 1
            return _exchanged(text, at, at, entry)
        at = _end(_pair(node, before[-1])[1])
        return _exchanged(text, at, at, f", {entry}")
    _, last = _pair(node, before[-1])
    at = _line_end(text, _end(last))
    line_end = "" if text[:at].endswith("\n") else "\n"
    margin = " " * int(node.start_mark.column)
    lines = [f"{margin}{' ' * INDENT * depth}{scalar(part)}:" for depth, part in enumerate(path)]
    lines[-1] += f" {written}"
    return f"{text[:at]}{line_end}" + "\n".join(lines) + "\n" + text[at:]


def _cut(text: str, node: Any, key: str) -> str:
    """The text without one key of a map."""
    at = [k.value for k, _ in node.value].index(key)
    name, value = node.value[at]
    if not node.flow_style:
        return text[: _line_start(text, int(name.start_mark.index))] + text[_line_end(text, _end(value)) :]
    if at + 1 < len(node.value):
        return _exchanged(text, int(name.start_mark.index), int(node.value[at + 1][0].start_mark.index), "")
    start = _end(node.value[at - 1][1]) if at else int(name.start_mark.index)
    return _exchanged(text, start, _end(value), "")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Where the line ends that a place is in, its end included; a place after the end of a line is not in the next."""
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
