"""What a shell offers while somebody types, by the protocol of its completion, and that all of it is understood."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mobcalc.cli import shell_words
from mobcalc.cli.app import COMMANDS, MODULES
from mobcalc.cli.help_topics import TOPICS
from mobcalc.cli.main import BASH_WORDS, COMPLETION, SHELL_WORDS
from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled_folder
from mobcalc.schema import Assumptions, known_names
from mobcalc.store import reference
from mobcalc.store.codes import occupation_of, state_of
from mobcalc.store.place_lookup import place_named
from mobcalc.store.prefixes import occupation_names, place_names, postal_codes, state_names
from mobcalc.store.reference import rows


@pytest.fixture
def offered(run, monkeypatch):
    """What Bash is offered for the last of some words; that may be empty."""

    def offered_for(*words):
        monkeypatch.setenv(COMPLETION, "complete_bash")
        monkeypatch.setenv(BASH_WORDS, "\n".join(("mobcalc", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        code, out, err = run()
        assert (code, err) == (0, "")
        return out.split()

    return offered_for


PATHWAYS = sorted(file.stem for file in (bundled_folder() / "pathways").glob("*.yaml"))


@pytest.mark.parametrize("command", ["compare", "timeline", "handout"])
def test_pathways(command, offered):
    assert offered(command, "--pathway", "") == [*PATHWAYS, "all"]
    assert offered(command, "-p", "cert") == ["certificate"]
    assert offered(command, "--baseline", "") == PATHWAYS


@pytest.mark.parametrize("command", ["cliff", "livingwage", "sensitivity", "solve"])
def test_one_pathway(command, offered):
    assert offered(command, "--pathway", "") == PATHWAYS
    if command in ("sensitivity", "solve"):
        assert offered(command, "--versus", "no") == offered(command, "--baseline", "no") == ["no-postsecondary"]


def test_states(offered):
    assert offered("compare", "--state", "") == [
        postal for (postal,) in rows("SELECT postal FROM states ORDER BY postal")
    ]
    assert offered("cliff", "--state", "NY") == ["NY"]
    assert offered("cliff", "--state", "new-y") == ["new-york"]
    assert offered("places", "show", "--state", "n")[:2] == ["nc", "nd"]


def test_occupations(offered):
    assert "electricians" in offered("compare", "--occupation", "elec")
    assert "medical-assistants" in offered("occupations", "show", "medical-a")
    # What is typed stays, in capitals or with a space.
    assert "Medical assistants" in shell_words.occupations("Medical a")
    assert offered("occupations", "show", "xyzzy") == []


def test_places(offered):
    assert offered("places", "show", "chautauqua,n") == ["chautauqua,ny"]
    assert "new-york" in offered("places", "show", "new")
    assert offered("compare", "--county", "Jamestown,ny") == ["Jamestown,ny"]
    assert "st-lawrence,ny" in offered("livingwage", "--county", "st-law")
    # Cities that begin with one letter would be thousands; counties are some hundreds.
    assert 0 < len(offered("livingwage", "--county", "c")) < 400
    assert offered("livingwage", "--county", "") == []


def test_names_of_assumptions(offered, assumptions):
    every = list(known_names(Assumptions, assumptions))
    assert offered("compare", "--set", "") == [f"{name}=" for name in every]
    assert offered("sensitivity", "-s", "economy.disc") == ["economy.discount_rate="]
    assert offered("compare", "--set", "person.wag") == ["person.wage="]
    assert offered("solve", "economy.disc") == ["economy.discount_rate"]
    assert offered("assumptions", "show", "economy.disc") == ["economy.discount_rate"]
    # It has no value to show.
    assert offered("assumptions", "show", "person.wag") == []
    assert offered("assumptions", "list", "people.wage_pers") == ["people.wage_persistence"]


@pytest.mark.parametrize(
    "words",
    [
        *([command] for command in ("compare", "timeline", "cliff", "livingwage", "sensitivity", "handout")),
        *(["solve", "completion.rate"], ["assumptions", "diff"], ["assumptions", "check"], ["compare", "-a"]),
        ["compare", "--also"],
    ],
)
def test_scenario_files(words, offered, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("ana.yaml", "anders.yml", "ana.txt", "an a.yaml", ".hidden.yaml", "ben.yaml"):
        Path(name).touch()
    (tmp_path / "ancient").mkdir()
    (tmp_path / "ancient" / "old.yaml").touch()
    assert offered(*words, "an") == ["ana.yaml", "anders.yml", "ancient/"]
    assert offered(*words, "") == ["ana.yaml", "anders.yml", "ben.yaml", "ancient/"]
    assert offered(*words, "ancient/") == ["ancient/old.yaml"]
    assert offered(*words, "./b") == ["./ben.yaml"]
    # A shell finds a folder by itself.
    assert offered(*words, "anci") == offered(*words, "nowhere/x") == []


def test_topics_and_commands(offered):
    assert offered("help", "") == list(dict.fromkeys([*TOPICS, *COMMANDS]))
    assert offered("help", "for") == ["formats"]


def test_commands_and_options_as_before(offered):
    assert set(offered("")) == set(COMMANDS)
    assert offered("com") == offered("compare") == ["compare"]
    assert offered("assumptions", "s") == ["show", "sources"]
    assert offered("compare", "--quit") == ["--quit-after"]
    assert offered("nothing", "--st") == []


def test_every_state_is_understood():
    for word in (*postal_codes(), *state_names()):
        assert state_of(word, "").postal


def test_every_occupation_is_understood():
    words = occupation_names()
    assert len(words) > 1400
    wrong = [word for word in words if not understood(occupation_of, word, "")]
    assert wrong == []


def test_every_county_is_understood():
    counties = {word for letter in "abcdefghijklmnopqrstuvwxyz" for word in place_names(letter)}
    assert len(counties) > 2900
    assert [word for word in sorted(counties) if not understood(place_named, word, None)] == []


def test_cities_are_understood_or_asked_back():
    cities = [word for begun in ("chau", "new-", "san-f", "st-p", "spring") for word in place_names(begun)]
    asked_back = [word for word in cities if not understood(place_named, word, None)]
    # They lie in several counties, or have a namesake in the state.
    assert len(asked_back) < len(cities) / 20
    for word in asked_back:
        with pytest.raises(InputError, match="may mean several places"):
            place_named(word, None)


def understood(reader, *arguments):
    try:
        return reader(*arguments)
    except InputError:
        return None


def test_no_word_needs_quotes():
    every = [*state_names(), *occupation_names(), *place_names("d"), *place_names("san-"), *PATHWAYS]
    assert not [word for word in every if not all(c.isalnum() or c in "-,_" for c in word)]


def test_nothing_is_offered_where_the_store_is_missing(offered, monkeypatch, tmp_path):
    # What is open is closed, since nobody has it any more once it is forgotten.
    reference.reference().close()
    reference.reference.cache_clear()
    monkeypatch.setattr(reference, "STORE", tmp_path / "none.sqlite")
    try:
        for words in (("--state", "N"), ("--occupation", "elec"), ("--county", "chau")):
            assert offered("compare", *words) == []
    finally:
        reference.reference.cache_clear()


def test_what_every_function_offers_goes_on_from_what_is_typed():
    for name in ("pathway_ids", "states", "occupations", "counties", "places", "names_to_set", "names_in_force"):
        offers = getattr(shell_words, name)
        assert all(word.startswith("Ne") for word in offers("Ne")), name


IMPORTED = """
import contextlib, io, json, sys
from mobcalc.cli.main import main
out = io.StringIO()
with contextlib.redirect_stdout(out):
    main([])
print(json.dumps([sorted(sys.modules), out.getvalue()]))
"""


def completed(shell, typed):
    """The modules in memory once a shell was answered, and the answer."""
    words = typed.split(" ")
    protocol = {
        "bash": {BASH_WORDS: "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        "zsh": {SHELL_WORDS: typed},
        "fish": {SHELL_WORDS: typed, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    environment = {**os.environ, COMPLETION: f"complete_{shell}", **protocol}
    command = [sys.executable, "-c", IMPORTED]
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    modules, out = json.loads(found.stdout)
    return set(modules), out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("mobcalc compare --pathway cert", "certificate"),
        ("mobcalc cliff --state N", "NY"),
        ("mobcalc compare --occupation electricia", "electricians"),
        ("mobcalc compare --set economy.disc", "economy.discount_rate="),
        ("mobcalc assumptions show economy.disc", "economy.discount_rate"),
        ("mobcalc places show chautauqua,n", "chautauqua,ny"),
    ],
)
def test_completion_imports_neither_numbers_nor_rich_nor_other_commands(shell, typed, word):
    modules, out = completed(shell, typed)
    assert word in out
    assert not modules & {"numpy", "rich", "mobcalc.cli.scenario"}
    others = {f"mobcalc.cli.{MODULES.get(name, name)}" for name in COMMANDS} - {f"mobcalc.cli.{typed.split()[1]}"}
    assert not modules & others
