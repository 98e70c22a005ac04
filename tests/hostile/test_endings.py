"""Runs that are ended from outside at moments nobody chose: files old or new, one line said, no traceback.

What Python does before the first line of the program cannot be covered: until then a signal ends it as it ends Python.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import mobcalc
from tests.cli.test_case import PACKAGES, Interview
from tests.hostile.program import IS_LONG

ROOT = Path(__file__).parents[2]
STARTED = f"""import os, sys
sys.path.insert(0, {str(Path(mobcalc.__file__).parents[1])!r})
from mobcalc.__main__ import heed_signals, run
heed_signals()
os.write(int(sys.argv.pop(1)), b'.')
run()
"""
"""A program that says when its first line was run."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TIMES = 40 if IS_LONG else 4
SAID = "error: interrupted\n"


def started(*words, **more):
    """A run of the program once its own first line was run, on a machine with nobody's assumptions."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, str(writing), *map(str, words)],
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more},
    )
    os.close(writing)
    assert os.read(reading, 1) == b"."
    os.close(reading)
    return process


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_five_hundred_kills_leave_a_file_whole_and_nothing_beside_it(tmp_path):
    command = [sys.executable, "-m", "tests.hostile.killing", tmp_path, "5000" if IS_LONG else "500", "7"]
    path = os.pathsep.join([str(ROOT), str(PACKAGES)])
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=True)
    found = json.loads(run.stdout)
    assert found["torn"] == 0
    # Kills that leave nothing would not show that the next run removes it.
    assert found["left"] >= 50
    assert found["there"] == ["out.bin"]


def test_a_killed_command_leaves_the_old_file_or_the_new_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    random, target = Random(1), tmp_path / "ana.yaml"
    subprocess.run([sys.executable, "-m", "mobcalc", "case", "new", "ana.yaml", "--age", "30"], check=True)
    whole = {target.read_text().replace("30", str(age)) for age in (30, 31)}
    for number in range(TIMES * 5):
        process = started("case", "new", "ana.yaml", "--age", 30 + number % 2, "--force")
        time.sleep(random.uniform(0.0, 0.3))
        process.kill()
        process.communicate()
        assert target.read_text() in whole
    assert started("case", "new", "ana.yaml", "--age", 30, "--force").communicate()[1] == b""
    assert names(tmp_path) == ["ana.yaml"]


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
@pytest.mark.parametrize("words", [("compare", "--draws", "100000"), ("assumptions", "list")], ids=" ".join)
def test_an_interrupted_command_says_so_and_leaves_the_file_as_it_was(words, sent, tmp_path):
    random, target = Random(sent), tmp_path / "out.json"
    target.write_text("{}\n")
    longest = 0.6 if "compare" in words else 0.25
    ended = []
    for _ in range(TIMES):
        process = started(*words, "-o", target, "--force")
        time.sleep(random.uniform(0.0, longest))
        process.send_signal(sent)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err.decode()) in ((130, b"", SAID), (0, b"", ""))
        # The old one or the new one, whole.
        there = json.loads(target.read_text())
        assert there == {} or there["mobcalc"] == mobcalc.__version__
        assert names(tmp_path) == ["out.json"]
        ended.append(process.returncode)
    assert 130 in ended


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
def test_a_signal_before_all_is_imported(sent):
    for number in range(TIMES):
        process = started("compare", "--draws", "1000000")
        time.sleep(number * 0.01)
        process.send_signal(sent)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err.decode()) == (130, b"", SAID)


def test_a_signal_that_is_ignored_from_the_start_stays_so():
    def ignoring():
        """As nohup does."""
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    process = started("compare", "--draws", "0", preexec_fn=ignoring)
    for _ in range(20):
        process.send_signal(signal.SIGHUP)
        time.sleep(0.01)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert out


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
def test_an_interview_that_is_interrupted_writes_nothing(sent, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    random = Random(sent)
    for _ in range(TIMES):
        asked = Interview("case", "new", "ana.yaml", "--ask").answers(("Age [18]", "30"))
        time.sleep(random.uniform(0.0, 0.1))
        asked.process.send_signal(sent)
        assert asked.ends() == 130
        assert asked.out.endswith((SAID, "\nerror: interrupted; nothing was written\n"))
        assert asked.out.count("interrupted") == 1
        assert "Traceback" not in asked.out
        assert names(tmp_path) == []


@pytest.mark.parametrize("words", [("assumptions", "list", "--json"), ("compare",), ("help",)], ids=" ".join)
def test_a_reader_that_goes_at_any_moment_is_no_error(words):
    random = Random(3)
    for number in range(TIMES):
        process = started(*words)
        if number % 2:
            process.stdout.read(random.randrange(1, 3000))
        else:
            time.sleep(random.uniform(0.0, 0.3))
        process.stdout.close()
        assert (process.stderr.read(), process.wait(60)) == (b"", 0)
        process.stderr.close()


@pytest.mark.parametrize("words", [("compare", "--age", "x"), ("compare", "--draws", "0"), ("nothing",)], ids=" ".join)
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_from_the_start(words, closed, tmp_path):
    command = ["bash", "-c", f'"$@" {closed}', "bash", sys.executable, "-m", "mobcalc", *words]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    is_well = words == ("compare", "--draws", "0") and ">&-" not in closed.replace("2>&-", "")
    assert found.returncode == (0 if is_well else 2)
    assert "Traceback" not in found.stderr and "Exception" not in found.stderr
    if "2>&-" not in closed and not is_well:
        assert found.stderr.startswith("error: ")
    assert found.stdout == "" or is_well
    assert names(tmp_path) == []


def test_a_signal_while_the_module_that_writes_is_imported():
    half_imported = """
import os, signal, sys, types
from mobcalc.cli.interruption import WRITES, heed_signals
heed_signals()
sys.modules[WRITES] = types.ModuleType(WRITES)
os.kill(os.getpid(), signal.SIGTERM)
"""
    found = subprocess.run([sys.executable, "-c", half_imported], capture_output=True, text=True, timeout=60)
    assert (found.returncode, found.stdout, found.stderr) == (130, "", "error: interrupted\n")


def test_complaints_that_nobody_reads(tmp_path):
    process = started("compare", "--age", "x")
    process.stderr.close()
    assert (process.stdout.read(), process.wait(60)) == (b"", 2)
    process.stdout.close()
