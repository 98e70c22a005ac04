"""A repeated run beside its record, on the shipped assumptions."""

import hashlib

import pytest

from mobcalc.questions.replay import replay
from mobcalc.results.record import Answered, RunRecord


def answered(**answer):
    whole = {"format": 2, "mobcalc": "1", **answer}
    checksum = hashlib.sha256(repr(whole).encode()).hexdigest()
    record = RunRecord(
        record=1,
        mobcalc=whole["mobcalc"],
        python="3",
        numpy="2",
        command="livingwage",
        arguments={},
        environment=None,
        files={},
        seed=0,
        draws=0,
        tables=answer.pop("tables", {}),
        cases=[],
        answer_sha256=checksum,
        answer=whole,
    )
    return Answered("run.json", "livingwage", record, whole, [])


@pytest.mark.parametrize(
    ("answer", "agrees", "changed"),
    [
        ({"hourly": 20.0}, True, 0),
        ({"hourly": 20.0, "mobcalc": "2"}, True, 0),
        ({"hourly": 21.0}, False, 1),
        ({"hourly": 20.0, "assumptions_sha256": "x"}, False, 0),
    ],
)
def test_whether_a_run_agrees(answer, agrees, changed):
    before = answered(hourly=20.0)
    found = replay(before, answered(**answer), [])
    assert (found.agrees, found.difference.changed_figures) == (agrees, changed)
    assert found.file == "run.json"
    assert (found.recorded_sha256 == found.repeated_sha256) == (answer == {"hourly": 20.0})
