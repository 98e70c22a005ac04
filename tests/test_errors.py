"""Errors are the same in every process."""

import pickle

import pytest

from mobcalc.errors import FileExistsAlreadyError, InputError, Problem, SomeRefusedError, WorkersLostError

PROBLEMS = [Problem("people.csv:3", "age", "'x' is not a number", "give years"), Problem("--set", "", "it is empty")]


@pytest.mark.parametrize("kind", [InputError, SomeRefusedError, FileExistsAlreadyError])
def test_what_a_worker_finds_wrong_arrives_whole(kind):
    sent = kind(PROBLEMS)
    found = pickle.loads(pickle.dumps(sent))
    assert (type(found), found.problems, str(found), found.exit_code) == (
        kind,
        tuple(PROBLEMS),
        str(sent),
        sent.exit_code,
    )
    assert str(found).splitlines()[:2] == ["error: people.csv:3: age: 'x' is not a number", "  hint: give years"]


def test_an_error_that_is_a_sentence_arrives_whole():
    assert str(pickle.loads(pickle.dumps(WorkersLostError("error: they are gone")))) == "error: they are gone"
