"""Files with bytes changed at random, the same ones every time; `.ci/run` looks for others with atheris."""

import pytest

from tests.hostile import fuzz
from tests.hostile.program import IS_LONG


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_changed_bytes_raise_no_errors_but_our_own(name, tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz, "FILE", tmp_path / "file")
    times = 20_000 if IS_LONG else 150
    assert fuzz.unguided(name, times=times, seed=1) == times
