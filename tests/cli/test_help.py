"""`mobcalc help`: topics that say what the code does, and the help of commands."""

import ast
import json
import re
import shlex
from pathlib import Path
from typing import get_args

import pytest
from tools.cli_reference import commands, flags_of

import mobcalc
from mobcalc.cli.app import COMMANDS
from mobcalc.cli.draws import DRAWS
from mobcalc.cli.help_topics import TOPICS
from mobcalc.cli.main import BASH_WORDS, COMPLETION, INTERRUPTED, USAGE
from mobcalc.cli.output import COLORS, ENDINGS, FORMATS, LANGUAGE, PLAIN_TEXT, TEXT_FORMATS
from mobcalc.errors import MobcalcError
from mobcalc.language import languages
from mobcalc.loader.layer_stack import SCENARIO_KEYS
from mobcalc.loader.layers import PERSONAL
from mobcalc.results.chances import WELL_AHEAD
from mobcalc.schema import Assumptions, known_names
from mobcalc.schema.record import Kind
from tests.cli.test_start_up import imported

PACKAGE = Path(mobcalc.__file__).parent
LONGEST, WIDEST = 40, 80


def text(name):
    return TOPICS[name].text


def listed(name):
    """The words at the start of the lines that are indented by two, each with what stands beside it."""
    return dict(re.findall(r"^  (\S+) {2,}(.+)$", text(name), re.MULTILINE))


def test_all_topics_are_listed(run):
    code, out, err = run("help")
    assert (code, err) == (0, "")
    for name, topic in TOPICS.items():
        assert re.search(rf"^  {name} +{re.escape(topic.about)}$", out, re.MULTILINE)
    assert ", ".join(COMMANDS) in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= WIDEST


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_is_printed_and_fits_one_screen(name, run):
    assert run("help", name) == (0, text(name), "")
    lines = text(name).splitlines()
    assert text(name).isascii()
    assert len(lines) <= LONGEST
    assert max(map(len, lines)) <= WIDEST
    assert text(name).endswith("\n")


@pytest.mark.parametrize("words", [words for words in commands() if words not in TOPICS])
def test_the_help_of_a_command(words, run):
    assert run("help", *words.split()) == run(*words.split(), "--help")
    assert run("help", *words.split()).code == 0


@pytest.mark.parametrize("name", sorted(set(TOPICS) & set(COMMANDS)))
def test_a_topic_that_is_named_as_a_command_names_the_command(name):
    assert f"The command: mobcalc {name} -h\n" in text(name)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["xyzzy"], "there is no topic or command 'xyzzy'\n  hint: 'mobcalc help' lists the topics"),
        (["format"], "there is no topic or command 'format'\n  hint: did you mean 'mobcalc help formats'?"),
        (["comapre"], "there is no topic or command 'comapre'\n  hint: did you mean 'mobcalc help compare'?"),
        (["budget"], "there is no topic or command 'budget'\n  hint: did you mean 'mobcalc help livingwage'?"),
        (["assumptions", "lst"], "there is no command 'lst'\n  hint: did you mean 'mobcalc assumptions list'?"),
    ],
)
def test_an_unknown_topic(words, said, run):
    assert run("help", *words) == (2, "", f"error: {said}\n")


@pytest.mark.parametrize("words", [(), ("assumptions",), ("compare",), ("-h",), ("xyzzy",)])
def test_help_imports_neither_numbers_nor_rich(words):
    assert not imported("help", *words) & {"numpy", "rich", "yaml", "sqlite3", "mobcalc.schema"}


def errors(kind=MobcalcError):
    yield kind
    for below in kind.__subclasses__():
        yield from errors(below)


def test_the_exit_codes_are_those_of_the_errors():
    codes = {error.exit_code for error in errors()} | {0, USAGE, INTERRUPTED}
    assert {int(code) for code in listed("exit-codes")} == codes


def test_every_list_of_exit_codes_has_the_same(run):
    codes = list(listed("exit-codes"))
    readme = (PACKAGE.parents[1] / "README.md").read_text()
    assert re.findall(r"^\| (\d+) \| ", readme, re.MULTILINE) == codes
    said = " ".join(run("-h").out.split()).partition("Exit codes: ")[2].partition(". ")[0]
    assert re.findall(r"(?:^|, )(\d+) ", said) == codes


def test_the_error_in_the_topic_is_the_one_that_is_printed(run):
    found = run("compare", "--pathway", "certificat")
    assert "".join(f"  {line}\n" for line in found.err.splitlines()) in text("exit-codes")


def test_the_formats_are_all_there_is():
    assert tuple(listed("formats")) == ("table", *(name for name in FORMATS if name != "table"))
    endings = {line.split()[-1]: name for name, line in listed("formats").items() if name != "table"}
    assert endings == ENDINGS
    assert f"Formats for people ({', '.join(TEXT_FORMATS)})" in text("formats")
    assert PLAIN_TEXT not in ENDINGS


def names_in(tree):
    """The constants of a module that are texts, by name."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def is_environment(node):
    return isinstance(node, ast.Attribute) and node.attr == "environ"


def variables():
    """The variables that the package reads from the environment."""
    for file in PACKAGE.rglob("*.py"):
        tree = ast.parse(file.read_text())
        assert "getenv" not in file.read_text(), file
        known = names_in(tree)
        for node in ast.walk(tree):
            found = None
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_environment(node.func.value):
                # What is only set there, unless it is, is for other libraries.
                found = node.args[0] if node.func.attr != "setdefault" else None
            elif isinstance(node, ast.Subscript) and is_environment(node.value):
                found = node.slice
            elif isinstance(node, ast.Compare) and is_environment(node.comparators[0]):
                found = node.left
            if found is not None:
                yield found.value if isinstance(found, ast.Constant) else known[found.id]


def test_the_variables_are_those_that_the_code_reads():
    read = set(variables())
    assert {"MOBCALC_ASSUMPTIONS", LANGUAGE, "COLUMNS"} <= read
    shell = {name for name in read if name.startswith("_")} | {BASH_WORDS}
    assert COMPLETION in shell
    assert set(listed("environment")) == read - shell
    assert f"sets {COMPLETION} and" in text("environment")
    assert listed("environment")[LANGUAGE].startswith(" or ".join(languages()) + ":")
    assert {"never"} <= set(COLORS)


def test_the_kinds_are_all_there_are():
    assert tuple(listed("assumptions"))[:4] == get_args(Kind)


def test_the_names_that_topics_set_can_be_set(assumptions):
    known = set(known_names(Assumptions, assumptions))
    for name in TOPICS:
        for dotted in re.findall(r"\b(?:pathways|economy|person|people|living_wage)\.[\w.-]+\b", text(name)):
            assert dotted in known or any(one.startswith(dotted) for one in known), dotted


def test_the_numbers_of_the_method_are_those_in_force(assumptions, run):
    said = " ".join(text("method").split())
    assert f"Dollars are of {assumptions.economy.price_year:g}." in said
    assert f"counts {100 * assumptions.economy.discount_rate.value:g} percent less" in said
    start, retire = (record.value for record in (assumptions.person.start_age, assumptions.person.retire_age))
    assert f"the person is {start:g} and works to {retire:g}." in said
    assert f"the share of {DRAWS} simulated lives that end ${WELL_AHEAD:,.0f} or more ahead" in said
    found = json.loads(run("compare", "--json").out)
    assert (found["baseline"], found["seed"]) == ("no-postsecondary", 0)
    assert "(the baseline, no-postsecondary)" in said
    assert "The seed is 0," in said


def test_the_keys_of_a_scenario_are_those_that_are_read(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert tuple(listed("scenario")) == SCENARIO_KEYS
    person = " ".join(text("scenario").split()).partition("with _ for -: ")[2].partition(", ...")[0]
    assert {name.partition(":")[0] for name in person.split(", ")} <= set(PERSONAL)
    Path("client.yaml").write_text(
        text("scenario").partition("# client.yaml")[2].partition("\n\n")[0].replace("\n  ", "\n")
    )
    for command in (
        "compare client.yaml",
        "compare client.yaml --hours 40",
        "livingwage client.yaml --pathway short-sectoral-training",
    ):
        assert f"  mobcalc {command}\n" in text("scenario")
        assert run(*shlex.split(command)).code == 0, command


EXAMPLES = [
    line.split("   ")[0]
    for topic in TOPICS.values()
    for line in re.findall(r"^  (mobcalc .+)$", topic.text, re.MULTILINE)
    if ".yaml" not in line and line.split("   ")[0] != "mobcalc validate"
]


@pytest.mark.parametrize("command", EXAMPLES)
def test_the_examples_run(command, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(*shlex.split(command)[1:]).code == 0


def test_the_places_that_the_topic_names_are_understood(run):
    named = " ".join(text("places").split())
    for flag, written in (
        ("--state", '"New York", NY, 36'),
        ("--county", '"Chautauqua, NY", "Tacoma, WA", 14701, "FIPS 36013"'),
    ):
        assert written in named
        for place in re.findall(r'"[^"]+"|\w+', written):
            assert run("places", "show", flag, place.strip('"')).code == 0, place
    assert "Buffalo, 15380" in named
    assert run("places", "show", "--metro", "Buffalo").code == run("places", "show", "--metro", "15380").code == 0


@pytest.mark.parametrize("name", TOPICS)
def test_the_flags_that_topics_name_are_there(name):
    flags = {flag for command in commands().values() for flag in flags_of(command)}
    flags |= {"--install-completion", "-h"}
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text(name))) <= flags
