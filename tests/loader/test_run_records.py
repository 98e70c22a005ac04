"""Files that are no records: what is said of them, and how little they cost."""

import json
import os

import pytest

from mobcalc.loader.run_records import MOST_BYTES, MOST_LEVELS

WHERE = "run.json"


@pytest.fixture
def record(run, tmp_path, monkeypatch):
    """The bytes of a record."""
    monkeypatch.chdir(tmp_path)
    assert run("compare", "--draws", "0", "--record", WHERE).code == 0
    return (tmp_path / WHERE).read_bytes()


def with_part(data, **parts):
    return json.dumps({**json.loads(data), **parts}).encode()


HOSTILE = {
    "empty": (lambda _: b"", "this is no JSON: "),
    "no text": (lambda _: bytes(range(256)), "this is no JSON: "),
    "half of it": (lambda data: data[: len(data) // 2], "this is no JSON: "),
    "a list": (lambda _: b"[]", "this is no record of a run"),
    "a number": (lambda _: b"1", "this is no record of a run"),
    "another object": (lambda _: b"{}", "this is no record of a run"),
    "not a number": (lambda data: data.replace(b'"seed": 0', b'"seed": NaN'), "this is no JSON: "),
    "infinite": (lambda data: data.replace(b'"seed": 0', b'"seed": 1e999'), "this is no JSON: "),
    "many digits": (lambda data: data.replace(b'"seed": 0', b'"seed": ' + b"9" * 5000), "this is no JSON: "),
    "half a character": (lambda data: data.replace(b'"python": "', b'"python": "\\ud800'), "this is no JSON: "),
    "twice": (lambda data: data.replace(b'"seed": 0', b'"seed": 0,\n"seed": 1'), "the key 'seed' is given twice"),
    "unknown": (
        lambda data: with_part(data, more=1),
        "this is no record of a run: Object contains unknown field `more`",
    ),
    "missing": (lambda data: data.replace(b'"seed": 0,\n', b""), "this is no record of a run: Object missing"),
    "later": (lambda data: with_part(data, record=2), "it is a record of format 2, and this version reads 1"),
    "no format": (lambda data: with_part(data, record="1"), "there is no record format 1"),
    "other command": (
        lambda data: with_part(data, command="rm"),
        "this is no record of a run: Invalid enum value 'rm'",
    ),
    "a number as a word": (lambda data: with_part(data, arguments={"wage": 5}), "this is no record of a run: Expected"),
    "no texts": (lambda data: with_part(data, files={"a": 1}), "this is no record of a run: Expected `str`, got `int`"),
    "deep": (lambda _: b"[" * 1_000_000, "its brackets are nested too deeply"),
    "deep and closed": (
        lambda _: b'{"record": 1, "x": ' + b"[" * (MOST_LEVELS + 1) + b"]" * (MOST_LEVELS + 1) + b"}",
        "its brackets are nested too deeply",
    ),
    "wide": (
        lambda _: b'{"record": 1, "x": [' + b"[]," * (MOST_BYTES // 3 - 10) + b"[]]}",
        "this is no record of a run",
    ),
    "large": (lambda data: data + b" " * MOST_BYTES, "the file is larger than 3 MiB, so it is no record"),
}


@pytest.mark.parametrize("command", [("replay",), ("compare", "--from"), ("diff", WHERE)], ids=lambda words: words[0])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_record_is_refused_in_one_sentence(name, command, record, run, tmp_path):
    made, said = HOSTILE[name]
    (tmp_path / "bad.json").write_bytes(made(record))
    found = run(*command, "bad.json")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"error: bad.json: {said}")
    assert len(found.err.splitlines()) == 2


def test_files_that_cannot_be_read(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    for file, what in (
        ("none.json", "there is no such file or folder"),
        (".", "this is not a regular file"),
        ("pipe", "this is not a regular file"),
        ("/dev/zero", "this is not a regular file"),
        ("a\0b", "it cannot be read: the name is not a valid path"),
    ):
        found = run("replay", file)
        assert (found.code, found.out) == (2, "")
        assert what in found.err


def test_brackets_in_texts_are_no_levels(record, run, tmp_path):
    text = "person: {age: 30}  # " + "[{" * 200 + '"'
    held = with_part(record, files={"ana.yaml": text}, arguments={"scenario": ["ana.yaml"], "draws": "0"})
    (tmp_path / "bad.json").write_bytes(held)
    assert run("compare", "--from", "bad.json").code == 0


def test_the_plain_answer_of_another_command_cannot_be_compared(record, run):
    run("livingwage", "--state", "NY", "--json", "-o", "plain.json")
    assert run("diff", "plain.json", "plain.json") == (
        2,
        "",
        "error: plain.json: of answers without a record only those of 'compare' can be set beside each other\n"
        "  hint: give files that --record wrote, or what 'compare --json' printed\n",
    )
