"""No option with one value is given twice in silence."""

import pytest
from typer.core import TyperOption
from typer.main import get_command

from mobcalc.cli.app import application
from mobcalc.cli.command import SWEPT, Command

ONCE_EACH = "  hint: keep one; run mobcalc once for each\n"
SWEEP = "  hint: keep one; for several see 'mobcalc sweep -h'\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("compare", "--state", "TX", "--state", "NY"), "--state: it takes one value and is given twice: TX and NY"),
        (
            ("compare", "--occupation", "electrician", "--occupation=hvac"),
            "--occupation: it takes one value and is given twice: electrician and hvac",
        ),
        (("compare", "--age", "20", "--age", "20"), "--age: it takes one value and is given twice: 20 and 20"),
        (
            ("cliff", "--state", "NY", "-pcertificate", "-p", "b", "--pathway=c"),
            "--pathway: it takes one value and is given 3 times: certificate and b and c",
        ),
        (
            ("sensitivity", "--versus", "a", "--baseline", "b"),
            "--versus: it takes one value and is given twice: a and b",
        ),
        (
            ("timeline", "-o", "a.csv", "-o", "b.csv"),
            "--output: it takes one value and is given twice: a.csv and b.csv",
        ),
        (
            ("occupations", "show", "electrician", "--state", "NY", "--state", "TX"),
            "--state: it takes one value and is given twice: NY and TX",
        ),
        (
            ("assumptions", "list", "--kind", "assumed", "--kind", "derived"),
            "--kind: it takes one value and is given twice: assumed and derived",
        ),
    ],
)
def test_an_option_with_one_value_given_twice(run, arguments, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    hint = SWEEP if message.split(":")[0] in SWEPT else ONCE_EACH
    assert run(*arguments) == (2, "", f"error: {message}\n{hint}")
    assert list(tmp_path.iterdir()) == []


def test_what_may_be_given_more_than_once(run):
    twice = ("--child", "3", "--child", "3", "-p", "certificate", "-p", "associate-degree", "--json", "--json")
    # The value of an option is no option, whatever it looks like.
    assert run("compare", *twice, "--draws", "0", "--set", "person.age=--state").code == 2
    assert run("compare", *twice, "--draws", "0").code == 0


def test_help_is_given_all_the_same(run):
    assert run("compare", "--state", "TX", "--state", "NY", "--help").out.startswith("Usage: mobcalc compare")


def commands(group, path=()):
    """Every command that does something, with the words that lead to it."""
    for name, one in group.commands.items():
        yield from commands(one, (*path, name)) if hasattr(one, "commands") else [((*path, name), one)]


EVERY = list(commands(get_command(application([]))))


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[" ".join(path) for path, _ in EVERY])
def test_every_command_refuses_each_option_with_one_value_given_twice(run, path, command):
    assert isinstance(command, Command)
    options = [one for one in command.params if isinstance(one, TyperOption)]
    given = ["a" for one in command.params if one.required and not isinstance(one, TyperOption)]
    for option in options:
        if option.is_flag or option.multiple or option.opts[0] in ("--help", "--version"):
            continue
        name = option.opts[0]
        hint = SWEEP if name in SWEPT else ONCE_EACH
        message = f"error: {name}: it takes one value and is given twice: 1 and 2\n{hint}"
        assert run(*path, *given, name, "1", name, "2") == (2, "", message)


def test_what_sweep_is_recommended_for_is_an_option_of_it():
    known = {name for path, command in EVERY for one in command.params if path == ("compare",) for name in one.opts}
    assert known >= set(SWEPT)
