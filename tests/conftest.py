"""What tests share: the bundled assumptions, rows and years, and the program run in this process."""

import os
import re
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from mobcalc.cli.main import main
from mobcalc.loader.bundle import bundled, bundled_folder, from_yaml
from mobcalc.model import Array
from mobcalc.schema import Records
from tests import contract

GOLDEN = Path(__file__).parent / "golden"
MEASURED = Path(__file__).parent / "cases" / "measured-apprenticeship.yaml"
"""A pathway known by a measured effect that says who finishes, which none of those shipped does."""


MOST_CHECKED = 5
"""How many outputs of a command each test holds against its schema: to do so takes as long as the answer itself."""
JSON_STARTS = '{\n  "format": '
"""How the JSON of every command begins."""


def pytest_configure():
    """Heed signals again that a shell has what it starts in the background ignore, and all that is started from here."""
    for number, usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, usual)


class Run(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _steady_surroundings(monkeypatch):
    """The same width, no colours and no assumptions of the machine's user."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "MOBCALC_ASSUMPTIONS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capfdbinary) -> Callable[..., Run]:
    """Runs mobcalc with some arguments and gives back exit code, standard output and standard error."""

    checked: Counter[str] = Counter()

    def run_it(*arguments: object) -> Run:
        words = [str(a) for a in arguments]
        code = main(words)
        out, err = capfdbinary.readouterr()
        found = Run(code, out.decode(), err.decode())
        checked[words[0] if words else ""] += 1
        if checked[words[0] if words else ""] <= MOST_CHECKED:
            _check_json(words, found)
        return found

    return run_it


def _check_json(words: Sequence[str], found: Run) -> None:
    """Hold JSON that was printed, or written to a file, against the published schema of its command."""
    command = contract.command_of(words)
    if command is None or found.code not in (0, 1):
        return
    texts = [found.out]
    files = [Path(after) for word, after in pairwise(words) if word in ("-o", "--output")]
    texts += [file.read_text() for file in files if file.suffix == ".json" and file.is_file()]
    for text in texts:
        if text.startswith(JSON_STARTS):
            contract.check(command, text)
    for file in [Path(after) for word, after in pairwise(words) if word == "--record"]:
        if found.code == 0 and file.is_file():
            contract.check_record(file.read_text())


@pytest.fixture
def as_golden(run) -> Callable[..., None]:
    """Compares an output, or the parts of it that begin with some words, with the file kept of it.

    To renew the files after a change meant to be seen: MOBCALC_RENEW_GOLDENS=1 pytest.
    """

    def compare_it(name: str, *arguments: object, parts: Sequence[str] = ()) -> None:
        found = run(*arguments)
        assert (found.code, found.err) == (0, "")
        # The checksum changes with every number of every pathway, shown or not.
        out = re.sub(r"\b[0-9a-f]{64}\b", "CHECKSUM", found.out)
        if parts:
            blocks = out.rstrip("\n").split("\n\n")
            chosen = [block for part in parts for block in blocks if block.lstrip().startswith(part)]
            assert len(chosen) == len(parts)
            out = "\n\n".join(chosen) + "\n"
        file = GOLDEN / name
        if os.environ.get("MOBCALC_RENEW_GOLDENS"):
            file.write_text(out)
        assert out == file.read_text()

    return compare_it


@pytest.fixture(scope="session")
def assumptions() -> Records:
    return bundled()


@pytest.fixture(scope="session")
def from_files() -> Records:
    """The bundled assumptions read from their YAML files, whether or not there is a compiled copy."""
    return from_yaml(bundled_folder())


def column(*values: float) -> Array:
    """Values as rows of one column (rows, 1)."""
    return np.array(values, dtype=float)[:, None]


def row(*values: float) -> Array:
    """Values as one row (1, n)."""
    return np.array([values], dtype=float)
