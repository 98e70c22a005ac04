import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.loader.nodes import Listing, Mapping, Scalar
from mobcalc.loader.parsing import parse


def test_texts_are_kept_as_written_with_their_lines():
    problems = []
    tree = parse("a:\n  fips: 01001\n  state: NO\n  steps: [1e-2, '3']\n", "f.yaml", problems)
    assert problems == []
    inner = tree.items["a"]
    assert isinstance(inner, Mapping)
    assert [(k, v.text) for k, v in inner.items.items() if isinstance(v, Scalar)] == [
        ("fips", "01001"),
        ("state", "NO"),
    ]
    steps = inner.items["steps"]
    assert isinstance(steps, Listing)
    assert [(s.text, s.quoted, s.where) for s in steps.items] == [("1e-2", False, "f.yaml:4"), ("3", True, "f.yaml:4")]
    assert inner.lines["state"] == "f.yaml:3"


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("a: 1\na: 2\n", "given twice (first at f.yaml:1)", 2),
        ("a: {b: 1}\na: {c: 1}\n", "given twice", 2),
        ("a: &x 1\n", "anchors", 1),
        ("a: *x\n", "", 1),
        ("a: !!int 1\n", "tag", 1),
        ("<<: {a: 1}\n", "merge keys", 1),
        ("a: 1\n---\nb: 2\n", "second YAML document", 2),
        ("? [a]\n: 1\n", "key must be a plain text", 1),
        ("a: " + "[" * 30 + "]" * 30, "deeper than 20", 1),
        ("[" * 60_000, "deeper than 20", 1),
        ("{a: " * 5_000, "deeper than 20", 1),
        ("- " * 5_000 + "x", "deeper than 20", 1),
        ("a:\n  - " + "[" * 21 + "}", "deeper than 20", 2),
        ("a:\n  - " + "[" * 15 + "]" * 15 + "[" * 15 + "}", "not YAML", 2),
        ('a: "\\e[31m"\n', "control character", 1),
        ('a: "\\u202e"\n', "control character", 1),
        ("a: [1\n", "not YAML", 2),
        ("a:\n\t- 1\n", "not YAML", 2),
    ],
)
def test_what_has_no_place_in_a_file_is_refused(text, what, line):
    problems = []
    assert parse(text, "f.yaml", problems) is None
    assert len(problems) == 1
    assert what in problems[0].what
    assert problems[0].where == f"f.yaml:{line}"
    assert problems[0].hint


def test_an_empty_text_is_no_document():
    problems = []
    assert parse("# nothing\n", "f.yaml", problems) is None
    assert problems[0].what == "the file is empty"


@given(st.text(max_size=200))
def test_no_text_breaks_the_parser(text):
    problems = []
    tree = parse(text, "f.yaml", problems)
    assert (tree is None) == bool(problems)
