"""Options and commands that there are not: one sentence, and the one that was probably meant."""

import pytest
from tools.cli_reference import commands, flags_of

from mobcalc.cli.app import COMMANDS as ALL_COMMANDS
from mobcalc.cli.usage import COMMANDS, MEANT

WAGE = "--wage, which takes pay for one hour such as 17.50"
KIDS = "--kids, which takes the ages of all children such as 2,7"
COUNTY = "--county, which takes a county, a city or a ZIP code"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--kid", KIDS),
        ("--children", KIDS),
        ("--child-age", KIDS),
        ("--salary", WAGE),
        ("--income", WAGE),
        ("--hourly", WAGE),
        ("--town", COUNTY),
        ("--zip", COUNTY),
        ("--degree", "--education, which takes a level such as some-college"),
        ("--gender", "--sex, which takes female or male"),
        ("--verbose", "--details"),
        # By likeness, whatever the capitals and dashes.
        ("--pathwy", "--pathway"),
        ("--Partner_Earnings", "--partner-earnings"),
        ("--KIDS", "--kids"),
        ("--hour", "--hours"),
        # By a word of the name.
        ("--number-of-kids", "--kids"),
        ("--annual-income", WAGE),
    ],
)
def test_the_option_that_was_meant(typed, meant, run):
    assert run("compare", typed, "3") == (2, "", f"error: there is no option {typed}\n  hint: did you mean {meant}?\n")


@pytest.mark.parametrize("typed", ["--frobnicate", "-z", "-v"])
def test_an_option_like_none(typed, run):
    said = f"error: there is no option {typed}\n  hint: 'mobcalc compare -h' shows what it takes\n"
    assert run("compare", typed) == (2, "", said)


def test_only_options_of_the_command_are_named(run):
    # The look-up takes no wage and no household, but a place.
    for typed, hint in (
        ("--salary", "'mobcalc occupations show -h' shows what it takes"),
        ("--kid", "'mobcalc occupations show -h' shows what it takes"),
        ("--town", f"did you mean {COUNTY}?"),
    ):
        found = run("occupations", "show", "welder", typed, "3")
        assert found == (2, "", f"error: there is no option {typed}\n  hint: {hint}\n")


def test_an_option_before_the_command(run):
    said = (
        "error: there is no option --state\n  hint: options stand after the command, as in 'mobcalc COMMAND --state'\n"
    )
    assert run("--state", "NY", "compare") == (2, "", said)
    assert "did you mean --version?" in run("--verison").err


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (["comapre"], "did you mean 'mobcalc compare'?"),
        (["Compare"], "did you mean 'mobcalc compare'?"),
        (["living-wage"], "did you mean 'mobcalc livingwage'?"),
        (["county", "Erie, NY"], "did you mean 'mobcalc places'?"),
        (["xyzzy"], "'mobcalc -h' lists them"),
        (["assumptions", "ls"], "did you mean 'mobcalc assumptions list'?"),
        (["assumptions", "xyzzy"], "'mobcalc assumptions -h' lists them"),
        (["occupations", "find", "welder"], "did you mean 'mobcalc occupations search'?"),
        (["occupations", "welder"], "did you mean 'mobcalc occupations search welder'?"),
        (["places", "Buffalo"], "did you mean 'mobcalc places search Buffalo'?"),
    ],
)
def test_the_command_that_was_meant(typed, hint, run):
    word = typed[1] if typed[0] in ALL_COMMANDS else typed[0]
    assert run(*typed) == (2, "", f"error: there is no command '{word}'\n  hint: {hint}\n")


def test_everyday_words_lead_to_what_there_is():
    every = commands()
    flags = {flag for command in every.values() for flag in flags_of(command)}
    assert {meant.flag for meant in MEANT} <= flags
    assert set(COMMANDS) <= {words.split()[-1] for words in every}


def test_no_everyday_word_stands_for_two_options_or_is_one():
    words = [word for meant in MEANT for word in meant.words]
    assert len(words) == len(set(words))
    # Where the same command takes both, the option wins; here is nothing left to win.
    assert not {f"--{word}" for word in words} & set(flags_of(commands()["compare"]))
