"""The tutorials are sessions that run: each block of commands in its order, and what is shown is what is printed.

To renew what they show after a change meant to be seen: MOBCALC_RENEW_GOLDENS=1 pytest tests/test_tutorials.py
"""

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import textstat

DOCS = Path(__file__).parents[1] / "docs"
TUTORIALS = ("tutorial-counselors.md", "tutorial-scripts.md", "tutorial-local-data.md")
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LISTED = re.compile(r"^- `(mobcalc .+?)`: ", re.MULTILINE)
JQ = re.compile(r" \\?\s*\| jq (?:-\w+ )*'[^']*'")
LINES, WIDTH = 200, 150
GRADE = 9.0


class Shown(NamedTuple):
    """Commands with what they printed, and what the page says that they print: none where it shows nothing."""

    commands: str
    printed: str
    on_page: str | None


class Session:
    """A folder with `mobcalc` on the path, in which the blocks of a page are run one after the other."""

    def __init__(self, folder: Path) -> None:
        self.here = folder / "session"
        self.here.mkdir()
        program = folder / "bin" / "mobcalc"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m mobcalc "$@"\n')
        program.chmod(0o755)
        self.path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"

    def printed(self, *arguments: str) -> str:
        """What a program prints on both streams; it must end well."""
        done = subprocess.run(
            arguments, cwd=self.here, env={**os.environ, "PATH": self.path}, stdout=-1, stderr=-2, text=True
        )
        assert done.returncode == 0, (arguments[-1], done.stdout)
        return done.stdout

    def block(self, language: str, name: str | None, text: str) -> str:
        """What a block prints: a file is written and prints nothing."""
        named = name or (re.match(r"# (\S+\.yaml)\n", text) or [None, None])[1]
        if language in ("yaml", "csv"):
            assert named, text
            (self.here / named).parent.mkdir(exist_ok=True)
            (self.here / named).write_text(text)
        elif language == "sh":
            return self.printed("bash", "-ec", text if shutil.which("jq") else JQ.sub("", text))
        elif language == "python" and importlib.util.find_spec("pandas"):
            return self.printed(sys.executable, "-c", text)
        return ""


def session(page: Path, folder: Path) -> list[Shown]:
    """Every block that does something, with what it printed and what the page shows right after it.

    The commands that a page lists come last.
    """
    at_work, shown, text_of_page = Session(folder), [], page.read_text()
    listed = "".join(f"{command}\n" for command in LISTED.findall(text_of_page))
    for language, name, text in [*BLOCK.findall(text_of_page), ("sh", "", listed)]:
        if language == "text":
            shown[-1] = shown[-1]._replace(on_page=text)
        else:
            shown.append(Shown(text, at_work.block(language, name or None, text), None))
    return shown


def can_be_run(commands: str) -> bool:
    """Whether what the commands need beside mobcalc is on this machine."""
    return bool(shutil.which("jq") or not JQ.search(commands)) and bool(
        importlib.util.find_spec("pandas") or "pandas" not in commands
    )


def renewed(page: str, shown: list[Shown]) -> str:
    """The page with what was printed in place of what it shows."""
    for step in shown:
        if step.on_page is not None and can_be_run(step.commands):
            before = f"{step.commands}```\n```text\n"
            assert page.count(before) == 1, step.commands
            page = page.replace(f"{before}{step.on_page}```", f"{before}{step.printed}```")
    return page


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_tutorial_shows_what_is_printed(name, tmp_path):
    page = DOCS / name
    shown = session(page, tmp_path)
    if os.environ.get("MOBCALC_RENEW_GOLDENS"):
        page.write_text(renewed(page.read_text(), shown))
        return
    for commands, printed, on_page in shown:
        if on_page is not None and can_be_run(commands):
            assert printed == on_page, commands


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_tutorial_takes_ten_minutes(name):
    text = (DOCS / name).read_text()
    assert len(text.splitlines()) < LINES
    assert max(map(len, text.splitlines())) <= WIDTH


def prose(text: str) -> str:
    """The sentences of a page: no blocks, titles or commands, and the easy words that everybody here knows."""
    text = re.sub(r"^#.*$|^\|.*$", "", BLOCK.sub("", text), flags=re.MULTILINE)
    text = re.sub(r"`[^`]*`|\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"(?i)apprenticeship", "training", text)


def test_the_counselors_tutorial_is_plain():
    assert textstat.flesch_kincaid_grade(prose((DOCS / TUTORIALS[0]).read_text())) <= GRADE


def test_what_the_counselor_says_is_what_is_found(run):
    page = (DOCS / TUTORIALS[0]).read_text()
    said = " ".join(page.split())
    asked = re.findall(r"^mobcalc (?:compare|case new \w+\.yaml) (--.+)$", page, re.MULTILINE)
    dan, ana, luis = (
        {one["id"]: one for one in json.loads(run("compare", *shlex.split(flags), "--json").out)["pathways"]}
        for flags in asked
    )

    def chance(pathway):
        return pathway["versus_baseline"]["chance_well_ahead"]

    trades = dan["building-trades-apprenticeship"]
    assert trades["completion_rate"] < 0.5
    assert round(4 * chance(trades)) == 3
    assert "about 1 in 4 do not come out $10,000 ahead" in said
    assert round(10 * chance(ana["certificate-31-9092"])) == 6
    assert "there about 6 in 10 come out ahead" in said
    assert all(chance(one) > 0.5 for name, one in ana.items() if name.endswith("31-9092"))
    assert all(luis[name]["versus_baseline"]["gain_mean"] < 0 for name in ("certificate", "associate-degree"))
    # Pay in year 1 stands in the last table of the page, the first amount of each row.
    learning, working = (
        int(re.findall(rf"^{row} +\$([\d,]+)", page, re.MULTILINE)[-1].replace(",", ""))
        for row in ("Apprenticeship", "No training")
    )
    assert f"about ${round(working - learning, -3):,} less" in said
