"""The compiled copy of the bundled assumptions is what the files say, or is passed over."""

import random
import subprocess
import sys

import pytest

from mobcalc.loader import bundle as shipped
from mobcalc.loader.bundle import CHECKSUM_LENGTH, CODE, PACKAGE, bundled, bundled_folder, checksum, compiled_copy
from mobcalc.loader.packing import packed, unpacked

IMPORTED = """
import sys
from mobcalc.loader.bundle import bundled_folder, from_yaml
from_yaml(bundled_folder())
print(*(m.__file__ for n, m in sys.modules.items() if n.startswith("mobcalc.")), sep="\\n")
"""


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A compiled copy to spoil, in place of the installed one."""
    file = tmp_path / "copy.msgpack"
    file.write_bytes(compiled_copy(bundled_folder()))
    monkeypatch.setattr(shipped, "COMPILED", file)
    return file


def test_it_says_what_the_files_say(copy, from_files, monkeypatch):
    monkeypatch.setattr(shipped, "from_yaml", lambda folder: pytest.fail("the copy was not used"))
    assert bundled() == from_files


def test_packing_loses_nothing(from_files):
    again = unpacked(packed(from_files))
    assert again == from_files
    # Equality does not tell 1 from 1.0 and True; their texts do.
    assert repr(again) == repr(from_files)


def test_studies_and_what_they_were_measured_on_are_in_the_copy(copy, from_files):
    found = shipped.compiled(bundled_folder())
    assert found.studies == from_files.studies
    for study in found.studies.values():
        assert study.measured_pathway == from_files.pathways[study.measured_on]
    assert found.pathways["certificate"].costs.grants.bound


def test_what_is_damaged_is_passed_over(copy, from_files):
    whole, source = copy.read_bytes(), random.Random(7)
    for _ in range(200):
        place, bit = source.randrange(len(whole)), 1 << source.randrange(8)
        copy.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        assert shipped.compiled(bundled_folder()) is None
    for length in (0, 5, CHECKSUM_LENGTH, len(whole) // 2, len(whole) - 1):
        copy.write_bytes(whole[:length])
        assert shipped.compiled(bundled_folder()) is None
    assert bundled() == from_files


@pytest.mark.parametrize(
    "payload",
    [b"", b"\x93\x01\x02\x03", b"\x92\xc4\x01\x90\x92\x01\xa1x", b"\x92\xc4\x01\x90\x93\x01\xa7records\x80", b"\xc1"],
)
def test_what_holds_something_else_is_passed_over(payload, copy, from_files):
    copy.write_bytes(checksum(bundled_folder(), payload) + payload)
    assert bundled() == from_files


def test_a_copy_that_is_missing(copy, from_files):
    copy.unlink()
    assert bundled() == from_files


def test_all_code_that_makes_the_copy_is_in_its_checksum():
    found = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True).stdout.split()
    covered = {str(file) for pattern in CODE for file in PACKAGE.glob(pattern)}
    assert set(found) <= covered
    assert len(found) > 15


def test_editing_a_file_changes_the_checksum(tmp_path):
    names = ("economy.yaml", "pathways/a.yaml", "studies/a.yaml")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n")
    seen = {checksum(tmp_path, b"")}
    for name in names:
        (tmp_path / name).write_text("a: 2\n")
        seen.add(checksum(tmp_path, b""))
    assert len(seen) == 1 + len(names)


def test_editing_code_changes_the_checksum(tmp_path, monkeypatch):
    before = checksum(bundled_folder(), b"")
    for name in ("units.py", "loader/values.py", "schema/parts.py"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes((PACKAGE / name).read_bytes())
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path)
    own = checksum(bundled_folder(), b"")
    assert own != before
    (tmp_path / "loader" / "values.py").write_text("broken\n")
    assert checksum(bundled_folder(), b"") != own


def test_assumptions_check_reads_the_files_themselves(copy, run, monkeypatch):
    monkeypatch.setattr(shipped, "compiled", lambda folder: pytest.fail("the copy was read"))
    assert run("assumptions", "check").code == 0
