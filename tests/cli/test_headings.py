"""Help: what it is, how it is asked, then the options under the headings that a counselor looks for."""

import inspect
import re

import pytest
from msgspec import Struct
from tools.cli_reference import commands, flags_of

from mobcalc.cli import options
from mobcalc.cli.headings import HEADINGS, QUESTION

SHARED = [
    one for _, one in inspect.getmembers(options, inspect.isclass) if issubclass(one, Struct) and one is not Struct
]
ALONE = [words for words, command in commands().items() if not hasattr(command, "commands")]


def sections(out):
    """The titles that stand at the margin of a help, without the usage."""
    return re.findall(r"^(\w[\w ]*):$", out, re.MULTILINE)


@pytest.mark.parametrize("words", commands())
def test_examples_come_before_the_options(words, run):
    found = run(*words.split(), "-h")
    assert found.code == 0
    assert found.out.startswith(f"Usage: mobcalc {words} ")
    first = min(found.out.index(f"\n{title}:\n") for title in sections(found.out))
    assert 0 < found.out.index("\n  Examples:\n") < first
    assert found.out.isascii()
    # An example is one line, so that it can be copied.
    assert all(len(line) <= 80 or line.startswith("    mobcalc ") for line in found.out.splitlines())


@pytest.mark.parametrize("words", ALONE)
def test_each_option_stands_once_under_a_heading(words, run):
    out = run(*words.split(), "-h").out
    titles = [title for title in sections(out) if title != "Arguments"]
    assert titles == [title for title in HEADINGS if title in titles]
    for flag in flags_of(commands()[words]):
        if flag.startswith("--"):
            assert len(re.findall(rf"^  (?:-\w, )?(?:--\w+, )?{flag}(?= |,|$)", out, re.MULTILINE)) == 1, flag


def test_the_order_of_the_headings():
    assert list(HEADINGS) == [
        *(
            QUESTION,
            "The page",
            "The person",
            "The household",
            "The place",
            "The training",
            "The numbers",
            "The output",
        ),
    ]


def test_where_some_options_stand(run):
    out = run("compare", "-h").out
    after = re.split(r"^(The [a-z]+):$", out, flags=re.MULTILINE)
    texts = dict(zip(after[1::2], after[2::2], strict=True))
    for title, flag in (
        ("The question", "--headline"),
        ("The person", "--age YEARS"),
        ("The household", "--kids AGES"),
        ("The place", "--county NAME"),
        ("The training", "--occupation NAME"),
        ("The training", "-p, --pathway ID|all"),
        ("The numbers", "-s, --set NAME=VALUE"),
        ("The output", "-o, --output FILE"),
        ("The output", "-h, --help"),
    ):
        assert f"\n  {flag}" in texts[title], flag


@pytest.mark.parametrize("group", SHARED, ids=lambda group: group.__name__)
def test_every_option_that_commands_share_has_a_heading(group):
    listed = {name for names in HEADINGS.values() for name in names.split()}
    assert {field.replace("_", "-") for field in group.__struct_fields__} <= listed


def test_the_headings_list_no_option_twice_and_none_that_is_not():
    listed = [f"--{name}" for names in HEADINGS.values() for name in names.split()]
    assert len(listed) == len(set(listed))
    assert set(listed) - {"--help"} <= {flag for command in commands().values() for flag in flags_of(command)}
