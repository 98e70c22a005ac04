"""A folder to be hostile in."""

import pytest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder the program runs in, with the files that examples name."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
