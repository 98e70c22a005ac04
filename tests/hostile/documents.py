"""Files that nobody would write, made of the names that the program knows: YAML of each kind, and surveys as CSV."""

import csv
import io
import json
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from mobcalc.loader.bundle import bundled, bundled_folder
from mobcalc.loader.files import yaml_files
from mobcalc.loader.layer_stack import ROOTS, SCENARIO_KEYS
from mobcalc.loader.layers import PERSONAL, PLACE
from mobcalc.loader.survey_files import ITEMS, PRICE_COLUMNS, WAGE_COLUMNS
from mobcalc.loader.values import RECORD_KEYS
from mobcalc.schema import Assumptions, known_names
from mobcalc.units import UNITS
from tests.hostile.words import HOSTILE, NUMBERS

RAW = (
    *(
        "&a 1",
        "*a",
        "&a [*a]",
        "!!int 3",
        "!!python/object:os.system x",
        "!own 1",
        "<<: {a: 1}",
        "|\n  a\n  b",
        ">-\n  a",
    ),
    *("'it''s'", '"\\e[31m"', '"\\u202e"', '"\\ud800"', "2024-05-01", "01001", "1_000", "0o17", "1:30", "? [a]\n: b"),
    *(
        "[" * 30,
        "{a: " * 30,
        "[" * 30 + "]" * 30,
        "- - - - x",
        "---",
        "...",
        "%YAML 1.2",
        "# nothing",
        "\t1",
        "@x",
        "`x",
    ),
)
"""What means something to a reader of YAML, put where a value stands."""
SHIPPED = tuple(yaml_files(bundled_folder()))
CLIENT = {
    "person": {"age": "30", "sex": "female", "wage": "17.50", "hours": "35", "children": ["3", "7"]},
    "place": {"state": "WA", "county": "Tacoma"},
    "occupation": "hvac",
    "pathways": ["apprenticeship-49-9021", "short-sectoral-training"],
    "baseline": "no-postsecondary",
    "set": {"economy.discount_rate": "0.04"},
}


class Raw(str):
    """A text that goes into a file as it stands."""


class Pairs(list[tuple[str, Any]]):
    """A map that may have a key twice."""


@cache
def names() -> tuple[str, ...]:
    """Every name that can be set."""
    return tuple(known_names(Assumptions, bundled()))


def scalars() -> st.SearchStrategy[Any]:
    """Single values: numbers, texts, quoted and not, and the signs of YAML."""
    return st.one_of(
        st.sampled_from(HOSTILE),
        st.sampled_from(NUMBERS).map(Raw),
        st.sampled_from(RAW).map(Raw),
        st.sampled_from((*UNITS, *RECORD_KEYS, *PLACE, "observed", "assumed", "user", "judgement")).map(Raw),
        st.floats().map(repr).map(Raw),
        st.integers().map(str).map(Raw),
        st.text(max_size=20),
    )


def values() -> st.SearchStrategy[Any]:
    """Values of any form, most of them in the place of another form."""
    few = scalars()
    records = st.lists(st.tuples(st.sampled_from(RECORD_KEYS), few), max_size=5).map(Pairs)
    maps = st.lists(st.tuples(keys(), few), max_size=4).map(Pairs)
    return st.one_of(few, few, st.lists(few, max_size=4), records, maps, st.lists(records, max_size=2))


def keys() -> st.SearchStrategy[str]:
    """Names: of the schema whole or in parts, of a scenario, of a record, and such as nobody knows."""
    parts = sorted({part for name in names() for part in name.split(".")})
    known = (*ROOTS, *SCENARIO_KEYS, *PERSONAL, *PLACE, *RECORD_KEYS)
    return st.one_of(st.sampled_from(names()), st.sampled_from(parts), st.sampled_from(known), st.sampled_from(HOSTILE))


@st.composite
def scenarios(draw: st.DrawFn) -> str:
    """A client's file with some of it spoiled."""
    tree = _pairs(CLIENT)
    for _ in range(draw(st.integers(1, 3))):
        tree = _spoiled(draw, tree)
    return written(tree)


@st.composite
def layers(draw: st.DrawFn) -> str:
    """Assumptions by name, some dotted, some nested."""
    tree = Pairs()
    for name in draw(st.lists(st.one_of(st.sampled_from(names()), keys()), min_size=1, max_size=4)):
        value: Any = draw(values())
        if draw(st.booleans()):
            first, *parts = name.split(".")
            for part in reversed(parts):
                value = Pairs([(part, value)])
            tree.append((first, value))
        else:
            tree.append((name, value))
    return written(tree)


@st.composite
def spoiled_files(draw: st.DrawFn) -> str:
    """A file that is shipped, with some of it spoiled."""
    tree = _pairs(yaml.load(draw(st.sampled_from(SHIPPED)).read_text(), Loader=yaml.BaseLoader))
    for _ in range(draw(st.integers(1, 3))):
        tree = _spoiled(draw, tree)
    return written(tree)


@st.composite
def surveys(draw: st.DrawFn, kind: str) -> bytes:
    """A table of wages or prices with cells that are none."""
    columns = {"wages": WAGE_COLUMNS, "prices": PRICE_COLUMNS}[kind]
    sound = {"soc": "47-2111", "occupation": "electrician", "median": "61000", "year": "2025", "item": "rent_2br"}
    header = draw(st.lists(st.sampled_from(columns), min_size=1, max_size=len(columns), unique_by=str))
    cell = st.one_of(st.sampled_from(HOSTILE), st.sampled_from(tuple(ITEMS)), st.text(max_size=10))
    rows = [list(header) if draw(st.integers(0, 3)) else [draw(cell) for _ in header]]
    for _ in range(draw(st.integers(0, 4))):
        row = [sound.get(name, "900" if name == "amount" else "") for name in header]
        for at in draw(st.sets(st.integers(0, len(header) - 1), max_size=3)):
            row[at] = draw(cell)
        rows.append([*row, *(["more"] if draw(st.integers(0, 9)) == 0 else [])])
    out = io.StringIO()
    form = draw(st.sampled_from((",", ",", ",", ";", "\t")))
    csv.writer(out, delimiter=form, escapechar="\\").writerows(rows)
    text = out.getvalue().encode("utf-8", "surrogatepass")
    return draw(
        st.sampled_from((text, text, text, b"\xef\xbb\xbf" + text, text.decode("utf-8", "replace").encode("utf-16")))
    )


def _pairs(tree: Any) -> Any:
    """A tree of maps with maps that may have a key twice."""
    if isinstance(tree, dict):
        return Pairs((key, _pairs(item)) for key, item in tree.items())
    return [_pairs(item) for item in tree] if isinstance(tree, list) else Raw(tree) if tree.isalnum() else tree


def _spoiled(draw: st.DrawFn, tree: Any) -> Any:
    """The tree with one value, key or part of it spoiled, anywhere in it."""
    if not isinstance(tree, list) or not tree or draw(st.integers(0, 9)) == 0:
        return draw(values())
    at = draw(st.integers(0, len(tree) - 1))
    if not isinstance(tree, Pairs):
        return [*tree[:at], _spoiled(draw, tree[at]), *tree[at + 1 :]]
    key, item = tree[at]
    how = draw(st.sampled_from(("below", "below", "below", "below", "key", "twice", "gone", "new")))
    changed = {
        "below": lambda: [(key, _spoiled(draw, item))],
        "key": lambda: [(draw(keys()), item)],
        "twice": lambda: [(key, item), (key, item)],
        "gone": list,
        "new": lambda: [(key, item), (draw(keys()), draw(values()))],
    }[how]()
    return Pairs([*tree[:at], *changed, *tree[at + 1 :]])


def written(tree: Any, depth: int = 0) -> str:
    """The tree as YAML: maps as blocks as far as they go, all else on one line."""
    if isinstance(tree, Pairs) and tree and depth < 3:
        lines = [f"{'  ' * depth}{_key(key)}:{_below(item, depth + 1)}" for key, item in tree]
        return "".join(lines)
    return _flow(tree) + "\n"


def _below(item: Any, depth: int) -> str:
    is_block = isinstance(item, Pairs) and item and depth < 3
    return "\n" + written(item, depth) if is_block else f" {_flow(item)}\n"


def _flow(item: Any) -> str:
    if isinstance(item, Pairs):
        return "{" + ", ".join(f"{_key(key)}: {_flow(one)}" for key, one in item) + "}"
    if isinstance(item, list):
        return "[" + ", ".join(map(_flow, item)) + "]"
    return item if isinstance(item, Raw) else json.dumps(item)


def _key(key: str) -> str:
    return (
        key if key.replace("_", "").replace("-", "").replace(".", "").isalnum() and key.isascii() else json.dumps(key)
    )
