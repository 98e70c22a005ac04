"""What leaves the program: whole or not at all, over nothing that was not meant, and nothing that a terminal obeys."""

import csv
import io
import json
import os
import resource
import shlex
import subprocess
import sys
import threading
import time

import pytest

ESCAPES = "a\x1b[31mb\u202ec\x9bd\u200ee\u2028f"
SHOWN = r"a\x1b[31mb\u202ec\x9bd\u200ee\u2028f"
OBEYED = {"\x1b", "\u202e", "\x9b", "\u200e", "\u2028"}
FULL = "error: standard output: it cannot be written: No space left on device\n"
ARGUMENTS = (["compare", "--json", "--draws", "0"], ["compare", "--help"], ["assumptions", "list", "--json"])


def started(*arguments, **more):
    return subprocess.Popen([sys.executable, "-m", "mobcalc", *map(str, arguments)], **more)


def environment(buffered):
    return {**os.environ, **({} if buffered else {"PYTHONUNBUFFERED": "1"})}


# Files


def test_a_file_that_exists_has_an_exit_code_of_its_own(run, tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("mine")
    message = f"error: {target}: the file exists already\n  hint: give --force to replace it, or another name\n"
    assert run("compare", "--draws", "0", "-o", target) == (4, "", message)
    assert target.read_text() == "mine"


def test_of_two_processes_that_write_one_file_one_fails(tmp_path):
    for number in range(4):
        target = tmp_path / f"{number}.json"
        both = [started("assumptions", "list", "--json", "-o", target, stderr=subprocess.PIPE) for _ in range(2)]
        said = [process.communicate(timeout=60)[1] for process in both]
        assert sorted(process.returncode for process in both) == [0, 4]
        assert b"".join(said).count(b"the file exists already") == 1
        assert json.loads(target.read_text())["mobcalc"]
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("ending", [".xlsx", ".pdf", ".XML", ".docx", ".parquet", ".yaml"])
def test_an_ending_that_no_format_has(ending, run, tmp_path):
    target = tmp_path / f"out{ending}"
    message = (
        f"error: {target}: there is no format for the ending {ending.lower()}\n"
        "  hint: name it .json, .jsonl, .csv, .tsv, .md, .html, .txt, or say --format table|json|jsonl|csv|tsv|markdown|html\n"
    )
    assert run("compare", "--draws", "0", "-o", target) == (2, "", message)
    assert list(tmp_path.iterdir()) == []
    assert run("assumptions", "sources", "-f", "tsv", "-o", target).code == 0
    assert target.read_text().count("\t") > 10


@pytest.mark.parametrize("name", ["out", "out.txt", "of.2026-11", "of.d/out", os.devnull])
def test_names_without_an_ending_that_means_anything(name, run, tmp_path):
    (tmp_path / "of.d").mkdir()
    assert run("assumptions", "sources", "-o", tmp_path / name) == (0, "", "")


READ = "this file is read from, so it is not written to\n  hint: give another name\n"


def test_what_is_read_is_never_written_to(run, tmp_path, monkeypatch):
    folder = tmp_path / "folder"
    (folder / "pathways").mkdir(parents=True)
    own, scenario, linked, inside = (tmp_path / n for n in ("own.yaml", "client.yaml", "l.yaml", "folder/economy.yaml"))
    for file in (own, inside):
        file.write_text("economy: {discount_rate: 0.04}\n")
    scenario.write_text("place: national\n")
    linked.hardlink_to(own)
    new = folder / "pathways" / "new.yml"
    for arguments, target in (
        (("compare", "-a", own), own),
        (("compare", "-a", own), linked),
        (("compare", scenario), scenario),
        (("assumptions", "list", "-a", own), own),
        (("assumptions", "check", own), own),
        (("assumptions", "check", scenario), scenario),
        (("compare", "-a", folder), inside),
        (("compare", "-a", folder), new),
    ):
        found = run(*arguments, "-f", "json", "-o", target, "--force")
        assert found == (2, "", f"error: {target}: {READ}")
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", str(folder))
    assert run("compare", "-f", "json", "-o", inside, "--force") == (2, "", f"error: {inside}: {READ}")
    assert {file.read_text() for file in (own, inside, linked)} == {"economy: {discount_rate: 0.04}\n"}
    assert scenario.read_text() == "place: national\n"
    assert not new.exists()
    assert run("compare", "--draws", "0", "-o", folder / "out.json").code == 0


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A folder in the place of the bundled one where outputs are checked, so that nothing of ours is at risk."""
    folder = tmp_path / "shipped"
    (folder / "tables").mkdir(parents=True)
    (folder / "net_resources").mkdir()
    for name in ("economy.yaml", "net_resources/2026-AK.msgpack", "tables/oews.csv"):
        (folder / name).write_text("kept")
    monkeypatch.setattr("mobcalc.loader.files.bundled_folder", lambda: folder)
    return folder


LOOKED_UP = (
    ("places", "search", "Erie"),
    ("places", "show", "NY"),
    ("occupations", "search", "electrician"),
    ("occupations", "show", "electrician"),
)


@pytest.mark.parametrize("arguments", [*LOOKED_UP, ("assumptions", "list"), ("compare", "--draws", "0")])
def test_nothing_that_is_shipped_is_written_to(arguments, run, shipped, tmp_path):
    (tmp_path / "linked.csv").symlink_to(shipped / "tables" / "oews.csv")
    for name in (
        "shipped/economy.yaml",
        "shipped/net_resources/2026-AK.msgpack",
        "shipped/tables/oews.csv",
        "linked.csv",
    ):
        target = tmp_path / name
        assert run(*arguments, "--json", "-o", target, "--force") == (2, "", f"error: {target}: {READ}")
    new = shipped / "new.yaml"
    assert run(*arguments, "--json", "-o", new) == (2, "", f"error: {new}: {READ}")
    assert {file.read_text() for file in shipped.rglob("*.*")} == {"kept"}
    assert not new.exists()
    assert run(*arguments, "-o", shipped / "tables" / "new.csv") == (0, "", "")


@pytest.mark.parametrize("arguments", LOOKED_UP)
def test_looking_up_spares_the_assumptions_of_the_environment(arguments, run, tmp_path, monkeypatch):
    own = tmp_path / "economy.yaml"
    own.write_text("economy: {discount_rate: 0.04}\n")
    for read in (own, tmp_path):
        monkeypatch.setenv("MOBCALC_ASSUMPTIONS", str(read))
        assert run(*arguments, "--json", "-o", own, "--force") == (2, "", f"error: {own}: {READ}")
    new = tmp_path / "new.yaml"
    assert run(*arguments, "--json", "-o", new) == (2, "", f"error: {new}: {READ}")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["economy: {discount_rate: 0.04}\n"]


# Standard output


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize("arguments", ARGUMENTS)
@pytest.mark.parametrize("buffered", [True, False])
def test_a_full_device_is_an_error(arguments, buffered):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        process = started(*arguments, stdout=full, stderr=subprocess.PIPE, env=environment(buffered), text=True)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == 2
    assert said.startswith(FULL)


@pytest.mark.parametrize("arguments", ARGUMENTS)
@pytest.mark.parametrize("buffered", [True, False])
def test_output_that_does_not_fit_is_an_error(arguments, buffered, tmp_path):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    with (tmp_path / "out").open("wb") as file:
        process = started(
            *arguments,
            stdout=file,
            stderr=subprocess.PIPE,
            env=environment(buffered),
            preexec_fn=little_room,
            text=True,
        )
        said = process.communicate(timeout=60)[1]
    assert process.returncode == 2
    assert said.startswith("error: standard output: it cannot be written: File too large\n")


@pytest.mark.parametrize("asked", ["{} --show-completion", "_MOBCALC_COMPLETE=source_bash {}"])
def test_a_completion_that_does_not_fit_is_an_error(asked, tmp_path):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (5, 5))

    # Typer asks the system in which shell it runs; the last word keeps Bash from making way for the program.
    command = ["bash", "-c", f"{asked.format(f'{shlex.quote(sys.executable)} -m mobcalc')}; exit $?"]
    whole = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (whole.returncode, whole.stderr) == (0, "")
    assert "complete -o default -F _mobcalc_completion mobcalc\n" in whole.stdout
    with (tmp_path / "out").open("wb") as file:
        short = subprocess.run(
            command, stdout=file, stderr=subprocess.PIPE, preexec_fn=little_room, text=True, timeout=60
        )
    assert short.returncode == 2
    assert short.stderr.startswith("error: standard output: it cannot be written: File too large\n")


@pytest.mark.parametrize("buffered", [True, False])
def test_a_slow_reader_gets_everything(buffered, run):
    expected = run("assumptions", "list", "--json").out.encode()
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    process = started(
        "assumptions", "list", "--json", stdout=writing, stderr=subprocess.PIPE, env=environment(buffered)
    )
    os.close(writing)
    parts = []

    def read():
        time.sleep(0.5)
        while part := os.read(reading, 5000):
            parts.append(part)

    reader = threading.Thread(target=read)
    reader.start()
    assert process.communicate(timeout=60)[1] == b""
    reader.join(timeout=60)
    os.close(reading)
    assert process.returncode == 0
    assert b"".join(parts) == expected
    assert len(expected) > 1 << 16


# What a terminal would obey


@pytest.mark.parametrize("command", ["places", "occupations"])
def test_a_word_that_a_terminal_would_obey(command, run):
    for form in ("table", "markdown", "csv", "tsv"):
        found = run(command, "search", ESCAPES, "-f", form)
        assert found.code == 0
        assert not OBEYED & set(found.out)
    assert SHOWN in run(command, "search", ESCAPES).out.replace("\n", " ")
    found = run(command, "search", ESCAPES, "--json").out
    assert not OBEYED & set(found)
    assert json.loads(found)["words"] == ESCAPES


def test_a_file_name_that_a_terminal_would_obey(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = f"{ESCAPES}.yaml"
    (tmp_path / name).write_text("economy: {discount_rate: 0.04}\n")
    for form in ("table", "markdown"):
        found = run("compare", "--details", "--draws", "0", "-a", name, "-f", form, "--color", "never").out
        assert not OBEYED & set(found)
    assert f"{SHOWN}.yaml:1" in run("compare", "--details", "--draws", "0", "-a", name).out
    overrides = json.loads(run("compare", "--details", "--draws", "0", "-a", name, "--json").out)["overrides"]
    assert overrides == [{"name": "economy.discount_rate", "value": 0.04, "from": f"{name}:1"}]
    (tmp_path / name).write_text("economy: {discount_rate: 4}\n")
    for form in ("table", "markdown", "csv", "tsv"):
        found = run("assumptions", "check", name, "-f", form)
        assert found.code == 1
        assert not OBEYED & set(found.out)
    rows = list(csv.DictReader(io.StringIO(run("assumptions", "check", name, "--csv").out)))
    assert rows[0]["where"] == f"{SHOWN}.yaml:1"


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "tsv", "json", "jsonl"])
def test_a_word_or_a_name_that_is_no_utf8(form, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("places", "search", "\udcff", "-f", form).code == 2
    assert run("places", "search", "x\udcff", "-f", form).code == 0
    missing = run("assumptions", "check", "a\udcff.yaml", "-f", form)
    assert missing.code == 1
    assert "\\udcff" in missing.out


@pytest.mark.parametrize("columns", ["²", "0", "-5", "x", "", "٣"])
def test_columns_that_are_no_number(columns, run, monkeypatch):
    usual = run("compare", "--draws", "0").out
    monkeypatch.setenv("COLUMNS", columns)
    assert run("compare", "--draws", "0").out == usual


def test_more_columns_than_anybody_has(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    widest = run("timeline", "-p", "certificate").out
    for columns in ("401", "1000000", "9" * 5000):
        monkeypatch.setenv("COLUMNS", columns)
        assert run("timeline", "-p", "certificate").out == widest


# Errors


def test_of_a_value_as_long_as_a_book_both_ends_are_shown(run):
    found = run("compare", "--set", f"economy.discount_rate=1{'0' * 1_000_000}7")
    assert (found.code, found.out) == (2, "")
    assert len(found.err) < 1500
    assert "1000" in found.err and " ... " in found.err and "0007 is too large" in found.err


@pytest.mark.parametrize("form", ["set:\n  {name}: 3\n", "{name}: 3\n"])
def test_after_fifty_problems_reading_stops(form, run, tmp_path):
    file = tmp_path / "many.yaml"
    start, line = (
        form.split("  {name}")[0] if "set:" in form else "",
        "  {name}: 3\n" if "set:" in form else "{name}: 3\n",
    )
    file.write_text(start + "".join(line.format(name=f"person.agee{number}") for number in range(9_000)))
    found = run("compare", file) if start else run("compare", "-a", file)
    assert (found.code, found.out) == (2, "")
    lines = [text for text in found.err.splitlines() if text.startswith("error:")]
    assert len(lines) == 51
    assert lines[-1] == "error: there are more problems than these 50"
    if not start:
        assert run("assumptions", "check", file).out.endswith("\nmore than 50 problems found.\n")
