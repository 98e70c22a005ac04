"""No option with one value is given twice in silence."""

import pytest

HINT = "  hint: keep one; run mobcalc once for each\n"


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
    assert run(*arguments) == (2, "", f"error: {message}\n{HINT}")
    assert list(tmp_path.iterdir()) == []


def test_what_may_be_given_more_than_once(run):
    twice = ("--child", "3", "--child", "3", "-p", "certificate", "-p", "associate-degree", "--json", "--json")
    # The value of an option is no option, whatever it looks like.
    assert run("compare", *twice, "--draws", "0", "--set", "person.age=--state").code == 2
    assert run("compare", *twice, "--draws", "0").code == 0


def test_help_is_given_all_the_same(run):
    assert run("compare", "--state", "TX", "--state", "NY", "--help").out.startswith("Usage: mobcalc compare")
