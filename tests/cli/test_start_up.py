"""What the program imports decides how fast it starts."""

import json
import os
import subprocess
import sys

import pytest

import mobcalc
from mobcalc.loader.bundle import bundled_folder, compiled


def imported(*arguments):
    """The modules in memory after a run of the program."""
    script = (
        "import sys, json, io, contextlib\n"
        "from mobcalc.cli.main import main\n"
        f"sys.argv = ['mobcalc', *{list(arguments)!r}]\n"
        "with open('/dev/null', 'w') as out, contextlib.redirect_stdout(out): main()\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(found.stdout.splitlines()[-1]))


def test_the_version_imports_nothing():
    assert not imported("--version") & {"typer", "msgspec", "numpy", "yaml", "rich"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("compare", "--help"),
        ("cliff", "--help"),
        ("solve", "--help"),
        ("validate", "-h"),
        ("replay", "-h"),
        ("diff", "-h"),
        ("assumptions", "-h"),
        ("assumptions", "list", "-h"),
        ("occupations", "-h"),
        ("occupations", "show", "-h"),
        ("places", "-h"),
        ("places", "show", "-h"),
        ("case", "-h"),
        ("case", "new", "-h"),
        ("case", "set", "-h"),
    ],
)
def test_help_imports_neither_numbers_nor_yaml_nor_the_store(arguments):
    assert not imported(*arguments) & {"numpy", "yaml", "rich", "sqlite3", "mobcalc.schema"}


def test_listing_assumptions_needs_no_numpy():
    assert "numpy" not in imported("assumptions", "list", "--json")


def test_only_validate_reads_published_cases():
    cases = {"mobcalc.loader.validation_cases", "mobcalc.schema.validation", "mobcalc.questions.validate"}
    assert not imported("compare", "--draws", "0") & cases
    assert imported("validate", "wsipp-585") >= cases


def test_solving_draws_nothing_at_random_unless_a_chance_is_asked():
    drawing = {"numpy.random", "mobcalc.simulation.draws"}
    asked = ("solve", "completion.rate", "-p", "associate-degree")
    assert not imported(*asked) & drawing
    assert imported(*asked, "--chance", "0.8", "--draws", "100") >= drawing


@pytest.mark.parametrize(
    "arguments",
    [
        ("occupations", "search", "electrician"),
        ("occupations", "show", "electrician", "--state", "NY", "--json"),
        ("places", "search", "Buffalo", "--csv"),
        ("places", "show", "Chautauqua, NY"),
    ],
)
def test_looking_up_needs_no_numpy(arguments):
    assert "numpy" not in imported(*arguments)


def test_the_plain_comparison_reads_no_yaml_when_the_compiled_copy_is_good(tmp_path, monkeypatch):
    if compiled(bundled_folder()) is None:
        pytest.skip("the assumptions were edited since they were compiled; install again")
    assert "yaml" not in imported("compare")


def test_version_and_help(run):
    assert run("--version") == run("-V") == (0, f"mobcalc {mobcalc.__version__}\n", "")
    for arguments in ((), ("assumptions",), ("-h",), ("compare", "-h"), ("assumptions", "show", "--help")):
        found = run(*arguments)
        assert found.code == 0
        assert found.out.startswith("Usage: mobcalc")
        assert found.out.isascii()


def test_interruption_ends_with_130(run, monkeypatch):
    import mobcalc.cli.main as program

    def interrupted(words):
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_run", interrupted)
    assert run("compare") == (130, "", "error: interrupted\n")


def test_a_household_in_flags_needs_no_yaml():
    if compiled(bundled_folder()) is None:
        pytest.skip("without a compiled copy the YAML files are read")
    assert "yaml" not in imported("compare", "--state", "NY", "--adults", "1", "--child", "3", "--json")


def test_an_interruption_that_typer_hides_is_said(run, monkeypatch):
    from mobcalc.cli import scenario

    def interrupted(*words, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(scenario, "load_here", interrupted)
    assert run("case", "show", "ana.yaml") == (130, "", "error: interrupted\n")


def test_numpy_starts_no_threads_unless_the_environment_asks_for_them(monkeypatch):
    import mobcalc.__main__ as program

    for name in program.THREADS:
        monkeypatch.setenv(name, "3")
    monkeypatch.delenv(program.THREADS[0])
    monkeypatch.setattr(program, "heed_signals", lambda: None)
    seen = []
    monkeypatch.setattr("mobcalc.cli.main.run", lambda: seen.extend(os.environ[name] for name in program.THREADS))
    program.run()
    assert seen == ["1", "3", "3"]
