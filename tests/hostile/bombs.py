"""Files made to take much time or memory, each of at most 1 MiB: `python -m tests.hostile.bombs` prints what they take.

They are read by one process that has read small files before, of which none may take MOST_MEMORY more than it had then.
A command line is run for each, so that the report of what is wrong with the file counts, too.
"""

import json
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

MIB = 1 << 20
MOST_MEMORY = 200 * MIB
"""Bytes that a file may take beyond what the program has anyway."""
MOST_TIME = 1.0
"""Seconds of one processor that a file may take."""
MOST_TRIES = 4
"""So often the files are read where one takes too much."""
OWN, CLIENT, SHOWN, CHANGED, WAGES, PRICES, CHECKED = (
    ("compare", "--draws", "0", "-a"),
    ("compare", "--draws", "0"),
    ("case", "show"),
    ("case", "set"),
    ("compare", "--draws", "0", "--state", "NY", "--wages"),
    ("compare", "--draws", "0", "--state", "NY", "--prices"),
    ("assumptions", "check"),
)
KINDS = {
    (OWN, CHECKED): ("yaml", "economy: {discount_rate: 0.04}\n"),
    (CLIENT, SHOWN, CHANGED): ("yaml", "person: {age: 30}\n"),
    (WAGES, PRICES): ("csv", "item,amount,year\nrent_2br,900,2025\n"),
}
"""By the words of command lines: the ending of the file, and a small one."""
CHILD = """
import io, json, resource, sys, time
from pathlib import Path
from mobcalc.cli.main import main

def peak():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024

small, jobs = json.load(sys.stdin)
out, sys.stdout, sys.stderr = sys.stdout, io.StringIO(), io.StringIO()
for words in small:
    main(words)
pages = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (pages + int(sys.argv[1]), -1))
for words in jobs:
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    Path("/proc/self/clear_refs").write_text("5")
    before, start = peak(), time.process_time()
    code = main(words)
    took = time.process_time() - start
    found = {"code": code, "seconds": took, "bytes": peak() - before, "said": sys.stderr.getvalue()}
    out.write(json.dumps(found) + "\\n")
"""
"""Reads small files, and then each of the others, of which none may take so many bytes beyond that."""


class Taken(NamedTuple):
    """What a file took: the exit code, seconds of one processor, bytes, and what was said of it."""

    code: int
    seconds: float
    bytes: int
    said: str


def filled(unit: str, size: int = MIB, start: str = "", end: str = "") -> str:
    """A text repeated up to a size."""
    return start + unit * ((size - len(start) - len(end)) // len(unit)) + end


def numbered(form: str, size: int = MIB, start: str = "") -> str:
    """Lines with a number in each, up to a size."""
    lines, length, number = [start], len(start), 0
    while length + len(line := form.format(number)) <= size:
        lines.append(line)
        length += len(line)
        number += 1
    return "".join(lines)


LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefghi")
)
KNOWN = "economy.discount_rate"
BOMBS: dict[str, tuple[tuple[str, ...], str]] = {
    "aliases within aliases": (OWN, LAUGHS),
    "60,000 brackets": (OWN, "[" * 60_000),
    "1 MiB of brackets": (OWN, filled("[")),
    "1 MiB of braces": (OWN, filled("{a: ")),
    "1 MiB of dashes": (OWN, filled("- ")),
    "1 MiB of question marks": (OWN, filled("? ")),
    "1 MiB of colons": (OWN, filled(": ")),
    "1 MiB of open quotes": (OWN, filled('"')),
    "1 MiB of tags": (OWN, filled("!a ")),
    "1 MiB of anchors": (OWN, filled("&a ")),
    "1 MiB of documents": (OWN, filled("---\n")),
    "1 MiB of directives": (OWN, filled("%A b\n")),
    "1 MiB of keys": (OWN, numbered("k{}: 1\n")),
    "1 MiB of keys on one line": (OWN, "{" + numbered("k{}: 1, ")[:-9] + "}"),
    "1 MiB of names nearly right": (OWN, numbered(KNOWN + "{}: 1\n")),
    "1 MiB of dotted names": (OWN, numbered("pathways.certificate.a{}.b.c: 1\n")),
    "1 MiB of pathways": (OWN, numbered("  p{}: {{name: x}}\n", start="pathways:\n")),
    "a name of 1 MiB": (OWN, filled("k", end=": 1\n")),
    "a name of 1 MiB of parts": (OWN, filled("a.", end="b: 1\n")),
    "a value of 1 MiB": (OWN, filled("x", start=f"{KNOWN}: ")),
    "a value of 1 MiB in quotes": (OWN, filled("\\u00e9", start=f'{KNOWN}: "', end='"')),
    "a value of 1 MiB in lines": (OWN, filled("  x\n", start=f"{KNOWN}: |\n")),
    "a value of 1 MiB folded": (OWN, filled("  x\n", start=f"{KNOWN}:\n")),
    "a number of 1 MiB": (OWN, filled("9", start=f"{KNOWN}: ")),
    "a number of 1 MiB after its point": (OWN, filled("0", start=f"{KNOWN}: 0.", end="1")),
    "a list of 500,000": (OWN, filled("1,", start=f"{KNOWN}: [", end="1]")),
    "a list of 500,000 where one belongs": (OWN, filled("1,", start="pathways.certificate.costs.tuition: [", end="1]")),
    "1 MiB of years": (OWN, numbered("  {}: 1\n", start="pathways.certificate.impact.starter:\n")),
    "1 MiB of comments": (OWN, filled("# x\n")),
    "1 MiB of blank lines": (OWN, filled("\n")),
    "more than 1 MiB": (OWN, filled("# x\n", 2 * MIB)),
    "1 MiB of no UTF-8": (OWN, filled("\udcff")),
    "a client of 1 MiB of keys": (CLIENT, numbered("k{}: 1\n")),
    "a client with 1 MiB of assumptions": (CLIENT, numbered("  person.age{}: 1\n", start="set:\n")),
    "a client with 300,000 children": (CLIENT, filled("3,", start="person: {children: [", end="3]}")),
    "a client with 100,000 pathways": (CLIENT, filled("certificate,", start="pathways: [", end="certificate]")),
    "a client with 1 MiB of pathways": (CLIENT, numbered("p{},", start="pathways: [")[:-1] + "]"),
    "an occupation of 1 MiB": (CLIENT, filled("welder ", start="occupation: ")),
    "a county of 1 MiB": (CLIENT, filled("Erie ", start="place: {county: ", end="}")),
    "1 MiB of comments on a client": (SHOWN, filled("# x\n", start="person: {age: 30}\n")),
    "1 MiB of comments to keep": (CHANGED, filled("# x\n", start="person: {age: 30}\n")),
    "100,000 pathways to keep": (CHANGED, filled("certificate,", start="pathways: [", end="certificate]")),
    "a survey of 1 MiB": (WAGES, filled("47-2111,61000,2025\n", start="soc,median,year\n")),
    "19,000 wrong rows": (WAGES, filled("47-2111,x,y\n", 230_000, start="soc,median,year\n")),
    "19,000 unknown occupations": (WAGES, numbered("job {},61000,2025\n", 400_000, start="occupation,median,year\n")),
    "18,000 unknown areas": (WAGES, numbered("47-2111,Area {},61000,2025\n", 550_000, start="soc,area,median,year\n")),
    "19,000 rows for one": (WAGES, filled("47-2111,61000,2025\n", 360_000, start="soc,median,year\n")),
    "1 MiB of columns": (WAGES, filled("soc,")),
    "a cell of 1 MiB": (WAGES, filled("x", start="soc,median,year\n")),
    "1 MiB of quotes": (WAGES, filled('"', start="soc,median,year\n")),
    "1 MiB of short rows": (WAGES, filled("1\n", start="soc,median,year\n")),
    "1 MiB of prices": (PRICES, filled("rent_2br,900,2025\n", start="item,amount,year\n")),
    "18,000 unknown prices": (PRICES, numbered("rent{},900,2025\n", 350_000, start="item,amount,year\n")),
    "1 MiB of keys to check": (CHECKED, numbered("k{}: 1\n")),
}
"""By name: the words before the file, and what is in it."""


def taken(folder: Path, memory: int = MOST_MEMORY) -> dict[str, Taken]:
    """What each file takes beyond what small ones of its kind took before, all in one process.

    Raises:
        CalledProcessError: where that process ends otherwise than by itself, as for want of memory.
    """
    small, jobs = [], []
    for number, (words, text) in enumerate(BOMBS.values()):
        ending, little = next(kind for commands, kind in KINDS.items() if words in commands)
        file, first = folder / f"{number}.{ending}", folder / f"small{number}.{ending}"
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        first.write_text(little)
        more = ["wage=19"] if words == CHANGED else []
        small.append([*words, str(first), *more])
        jobs.append([*words, str(file), *more])
    run = subprocess.run(
        [sys.executable, "-c", CHILD, str(memory)],
        input=json.dumps([small, jobs]),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, "bombs", run.stdout, run.stderr)
    lines = run.stdout.splitlines()
    return {name: Taken(**json.loads(line)) for name, line in zip(BOMBS, lines, strict=True)}


def main() -> int:
    """Print what each file takes; 1 if one takes more than it may."""
    least: dict[str, Taken] = {}
    with tempfile.TemporaryDirectory() as folder:
        # A machine that does something else at the time slows one of a few.
        for _ in range(MOST_TRIES):
            for name, found in taken(Path(folder)).items():
                least[name] = min(least.get(name, found), found, key=lambda one: one.seconds)
            if not any(map(is_too_much, least.values())):
                break
    for name, found in least.items():
        said = f"{found.seconds:6.2f} s {found.bytes / MIB:6.0f} MiB  exit {found.code}  {len(found.said):6} characters"
        sys.stdout.write(f"{name:<40}{said}{'  TOO MUCH' if is_too_much(found) else ''}\n")
    return int(any(map(is_too_much, least.values())))


def is_too_much(found: Taken) -> bool:
    """Whether a file takes more time or memory than it may."""
    return found.seconds > MOST_TIME or found.bytes > MOST_MEMORY


if __name__ == "__main__":
    sys.exit(main())
