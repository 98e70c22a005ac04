import errno
import os
import stat
import threading

import pytest

from mobcalc.errors import FileExistsAlreadyError, InputError
from mobcalc.report.files import _link, discard_partial, refuse_existing, write


def test_a_new_file_has_usual_permissions(tmp_path):
    target = tmp_path / "out.txt"
    write(b"text", str(target), force=False)
    assert target.read_bytes() == b"text"
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~mask
    assert [f.name for f in tmp_path.iterdir()] == ["out.txt"]


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o640)
    write(b"new", str(target), force=True)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_replaced_file_runs_as_nobody_else(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o6755)
    write(b"new", str(target), force=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o755


def test_where_there_are_no_links_a_name_is_taken_all_the_same_by_one_alone(tmp_path, monkeypatch):
    def no_links(self, other):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(type(tmp_path), "hardlink_to", no_links)
    write(b"first", str(tmp_path / "out.txt"), force=False)
    with pytest.raises(FileExistsAlreadyError):
        _link(tmp_path / "other", tmp_path / "out.txt")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("out.txt", b"first")]


def test_a_name_that_was_taken_meanwhile_is_kept(tmp_path, monkeypatch):
    target = tmp_path / "out.txt"
    real = os.fsync

    def meanwhile(descriptor):
        target.write_text("of another process")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(FileExistsAlreadyError, match="exists already"):
        write(b"text", str(target), force=False)
    assert [(f.name, f.read_text()) for f in tmp_path.iterdir()] == [("out.txt", "of another process")]


@pytest.mark.parametrize("exists", [True, False])
def test_a_symbolic_link_is_neither_followed_nor_replaced(exists, tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    if exists:
        target.write_text("mine")
    link.symlink_to(target)
    with pytest.raises(InputError, match="symbolic link"):
        write(b"new", str(link), force=True)
    assert link.is_symlink()
    assert not exists or target.read_text() == "mine"


def test_a_device_is_written_through_and_stays(tmp_path):
    write(b"text", os.devnull, force=False)
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116


def test_a_pipe_with_a_reader_is_written_through(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    while True:
        try:
            write(b"text", str(pipe), force=False)
            break
        except InputError:  # The reader has not opened its end yet.
            assert reader.is_alive()
    reader.join(timeout=10)
    assert read == [b"text"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_that_nobody_reads_is_refused_at_once(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="cannot be written"):
        write(b"text", str(pipe), force=False)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match="this is a folder"):
        write(b"text", str(tmp_path), force=True)


def test_a_path_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="Not a directory"):
        write(b"text", str(tmp_path / "file" / "out"), force=False)
    with pytest.raises(InputError, match="not a valid path"):
        write(b"text", "a\0b", force=False)


def left(folder, name="out.txt", token="0123456789abcdef"):
    """A file as a killed process leaves it."""
    file = folder / f".{name[:50]}.mobcalc-{token}"
    file.write_bytes(b"half")
    return file


@pytest.mark.parametrize("force", [True, False])
def test_what_a_killed_process_left_of_the_same_target_is_removed(force, tmp_path):
    long = "x" * 90 + ".txt"
    for name in ("out.txt", long):
        left(tmp_path, name)
        write(b"text", str(tmp_path / name), force=force)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.txt", long]


def test_what_is_somebody_elses_is_not_removed(tmp_path):
    others = [left(tmp_path, "other.txt"), left(tmp_path, token="0123"), left(tmp_path, token="0123456789abcdeX")]
    link = tmp_path / ".out.txt.mobcalc-00000000000000ff"
    link.symlink_to(others[0])
    write(b"text", str(tmp_path / "out.txt"), force=True)
    assert {one.name for one in tmp_path.iterdir()} == {"out.txt", link.name, *(one.name for one in others)}


def test_what_another_process_is_still_writing_is_not_removed(tmp_path, monkeypatch):
    target, real, seen = tmp_path / "out.txt", os.fsync, []

    def meanwhile(descriptor):
        monkeypatch.setattr(os, "fsync", real)
        half = next(iter(tmp_path.glob(".out.txt.mobcalc-*")))
        # A lock is of an open file and not of a process, so that this is as another process would do it.
        write(b"another", str(target), force=True)
        seen.append((half.exists(), target.read_bytes()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    write(b"text", str(target), force=True)
    assert seen == [(True, b"another")]
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("out.txt", b"text")]


def test_what_is_half_written_is_removed_by_who_ends_the_process(tmp_path, monkeypatch):
    real, seen = os.fsync, []

    def interrupted(descriptor):
        before = len(list(tmp_path.iterdir()))
        discard_partial()
        seen.append((before, len(list(tmp_path.iterdir()))))
        real(descriptor)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(InputError, match="cannot be written"):
        write(b"text", str(tmp_path / "out.txt"), force=False)
    assert seen == [(1, 0)]


def test_a_name_too_long_for_a_file_is_refused_before_anything_is_done():
    with pytest.raises(InputError, match="File name too long"):
        refuse_existing("x" * 300)
