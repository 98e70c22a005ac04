"""Bytes that nobody wrote, for what reads files: `python -m tests.hostile.fuzz SECONDS [TARGET...]`.

With atheris, what code the bytes reach guides which are tried next; without it, shipped files are changed at random.
Only an error of the program's own may be raised.
"""

import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from random import Random

try:
    import atheris
except ImportError:
    atheris = None

IS_GUIDED = atheris is not None and __name__ == "__main__" and len(sys.argv) == 3
"""Whether this is the process of one target; only there all that is imported reports what it reaches."""

with atheris.instrument_imports(include=["mobcalc", "yaml"]) if IS_GUIDED else nullcontext():
    from mobcalc.errors import MobcalcError
    from mobcalc.loader.bundle import bundled, bundled_folder
    from mobcalc.loader.certifications import certification_of
    from mobcalc.loader.edits import scalar, with_value, without_value
    from mobcalc.loader.files import text_of, yaml_files
    from mobcalc.loader.layers import Layers
    from mobcalc.loader.loading import load
    from mobcalc.loader.parsing import parse
    from mobcalc.loader.programs import program_of
    from mobcalc.loader.run_records import answered
    from mobcalc.loader.survey_files import prices_in, wages_in
    from mobcalc.loader.worker_file import workers_in

CLIENT = b"person: {age: 30, sex: female, wage: 17.50, children: [3, 7]}\nplace: {state: WA, county: Tacoma}\n" + (
    b"occupation: hvac\npathways: [certificate]\nbaseline: no-postsecondary\nset:\n  economy.discount_rate: 0.04 # x\n"
)
SURVEY = b'soc,occupation,area,p10,median,year,unit,note\n47-2111,electrician,"Erie, NY",40000,61000,2025,year,x\n'
PRICES = b"item,area,amount,year\nrent_2br,NY,900,2025\ninfant_care_center,,250,2024\n"
WORKERS = b"wage,hours,adults,children,partner_earnings,disability\n14.50,35,1,3;7,,no\n15,40,2,,30000,no\n"
RECORD = b"""{"record": 1, "mobcalc": "0.2.0", "python": "3.11.7", "numpy": "2.4.6", "command": "compare",
"arguments": {"draws": "0"}, "environment": null, "files": {"a.yaml": "person: {age: 30}"}, "seed": 0, "draws": 0, "tables": {},
"cases": [{"scenario": null, "assumptions_sha256": "cf", "rules": null, "assumptions": {"economy.price_year": {"value": 2025},
"economy.discount_rate": {"value": 0.03, "unit": "share/year", "kind": "assumed", "range": [0.0, 0.07]}}}],
"answer": {"format": 2, "mobcalc": "0.2.0", "pathways": [{"id": "certificate", "name": "Certificate", "completion_rate": 0.45}]}, "answer_sha256": "0"}"""
FILE = Path(tempfile.gettempdir()) / f"mobcalc-fuzz-{os.getpid()}"
OWN = FILE.with_suffix(".yaml")
LONGEST, LONGEST_TIME, MEMORY = 4096, 5, 2048
"""Bytes of a file, seconds for it under instruments, and MiB of the whole process."""


def _text(data: bytes) -> str | None:
    FILE.write_bytes(data)
    return text_of(FILE, "f.yaml", [])


def read_yaml(data: bytes) -> None:
    """The tree of a document, and the document with a value more and with one less."""
    text = _text(data)
    tree = None if text is None else parse(text, "f.yaml", [])
    names = list(getattr(tree, "items", ()))[:3] if isinstance(getattr(tree, "items", None), dict) else []
    for name in names:
        with suppress(MobcalcError):
            with_value(text, "f.yaml", (name,), scalar("a b"))
        with suppress(MobcalcError):
            without_value(text, "f.yaml", (name,))


def read_scenario(data: bytes) -> None:
    """The assumptions that follow from a client's file."""
    text = _text(data)
    if text is not None:
        load(Layers(scenario="client.yaml", draft=text))


def read_layer(data: bytes) -> None:
    """The assumptions that follow from a file of them."""
    FILE.write_bytes(data)
    load(Layers(paths=[str(FILE)]))


def read_wages(data: bytes) -> None:
    """A survey of wages."""
    FILE.write_bytes(data)
    wages_in(str(FILE))


def read_prices(data: bytes) -> None:
    """A survey of prices."""
    FILE.write_bytes(data)
    prices_in(str(FILE))


def read_workers(data: bytes) -> None:
    """The workers of an employer."""
    FILE.write_bytes(data)
    workers_in(str(FILE), 40.0)


def read_record(data: bytes) -> None:
    """A record of a run, or the JSON of one."""
    FILE.write_bytes(data)
    answered(str(FILE))


def read_program(data: bytes) -> None:
    """A program."""
    OWN.write_bytes(data)
    program_of(str(OWN), bundled())


def read_certification(data: bytes) -> None:
    """A city's certification."""
    OWN.write_bytes(data)
    certification_of(str(OWN))


SHIPPED = [file.read_bytes() for file in yaml_files(bundled_folder())]
TARGETS: dict[str, tuple[Callable[[bytes], None], list[bytes]]] = {
    "yaml": (read_yaml, [CLIENT, *(one[:800] for one in SHIPPED)]),
    "scenario": (read_scenario, [CLIENT]),
    "layer": (read_layer, [one[:LONGEST] for one in SHIPPED]),
    "wages": (read_wages, [SURVEY]),
    "prices": (read_prices, [PRICES]),
    "workers": (read_workers, [WORKERS]),
    "record": (read_record, [RECORD]),
    "program": (read_program, [one.read_bytes()[:LONGEST] for one in (bundled_folder() / "programs").glob("*.yaml")]),
    "certification": (read_certification, [(bundled_folder() / "certifications" / "richmond-2017.yaml").read_bytes()]),
}
"""What reads bytes, and bytes to begin with."""


def only_own_errors(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, whose own errors are an answer like any other."""

    def read(data: bytes) -> None:
        try:
            target(data)
        except MobcalcError as error:
            assert len(str(error)) < 100_000, "more is said than anybody reads"

    return read


def changed(data: bytes, random: Random) -> bytes:
    """Bytes with some of them gone, twice, or others."""
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randrange(len(out) + 1)
        end = min(len(out), at + random.choice((1, 1, 4, 30)))
        new = random.choice((b"", out[at:end] * 2, bytes([random.randrange(256)]), random.choice(SIGNS)))
        out[at:end] = new
    return bytes(out[:LONGEST])


SIGNS = (
    b"\n",
    b": ",
    b"- ",
    b"[",
    b"]",
    b"{",
    b"}",
    b'"',
    b"'",
    b"#",
    b"&a ",
    b"*a",
    b"!",
    b"|\n",
    b"\t",
    b",",
    b"\xff",
)
SIGNS += (
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"\0",
    b"\x1b[",
    b"9" * 400,
    b"1e999",
    b".nan",
    b"<<: ",
    b"---\n",
    b"\r",
    b"0.",
)


def unguided(name: str, seconds: float = 0.0, times: int = 0, seed: int = 0) -> int:
    """How many changed files were read, for so many seconds or so many times."""
    target, corpus = TARGETS[name]
    read, random, tried, end = only_own_errors(target), Random(seed), 0, time.monotonic() + seconds
    pool = list(corpus)
    while tried < times or time.monotonic() < end:
        data = changed(random.choice(pool), random)
        read(data)
        # What was read goes on to be changed further, now and then.
        if random.random() < 0.1:
            pool = [*corpus, *pool[len(corpus) :][-50:], data]
        tried += 1
    return tried


def guided(name: str, seconds: int) -> None:
    """Read what atheris thinks of, and end this process."""
    target, corpus = TARGETS[name]
    folder = Path(tempfile.mkdtemp(prefix="mobcalc-fuzz-"))
    for number, data in enumerate(corpus):
        (folder / str(number)).write_bytes(data)
    words = [sys.argv[0], str(folder), f"-artifact_prefix={folder}/", "-verbosity=0", "-print_final_stats=1"]
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={LONGEST_TIME}",
        f"-rss_limit_mb={MEMORY}",
    ]
    atheris.Setup([*words, *options], only_own_errors(target))
    atheris.Fuzz()


def main() -> int:
    """Read for so many seconds in all, each target in a process of its own; 1 if one of them failed."""
    seconds, names = float(sys.argv[1]), sys.argv[2:] or list(TARGETS)
    warnings.simplefilter("error")
    if IS_GUIDED:
        guided(names[0], int(seconds))
    part = seconds / len(names)
    if not atheris:
        sys.stdout.write("no atheris here: shipped files are changed at random, and nothing guides how\n")
        for name in names:
            sys.stdout.write(f"{name}: {unguided(name, part, seed=time.time_ns()):,} files read\n")
        return 0
    return max([_guided_apart(name, int(part)) for name in names])


def _guided_apart(name: str, seconds: int) -> int:
    """Whether a target failed, in a process and a folder that are gone afterwards."""
    command = [sys.executable, "-m", "tests.hostile.fuzz", str(seconds), name]
    with tempfile.TemporaryDirectory() as folder:
        where = {**os.environ, "TMPDIR": folder}
        run = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False, env=where)
    tried = [line.split(":")[-1].strip() for line in run.stderr.splitlines() if "number_of_executed_units" in line]
    said = "" if run.returncode == 0 else f"\n{run.stderr}"
    sys.stdout.write(f"{name}: {''.join(tried) or 'no'} files read{said}\n")
    return int(run.returncode != 0)


if __name__ == "__main__":
    try:
        sys.exit(main())
    finally:
        FILE.unlink(missing_ok=True)
        OWN.unlink(missing_ok=True)
