"""What `assumptions check` accepts every command serves, with finite figures; what it refuses all of them refuse."""

import json

import pytest

from mobcalc.errors import Problem
from tests.variations import variation

BLOCK = 20
NUMBERS = [*range(200), 478, 3338]
"""The last two found a crash each in a longer run."""
OF_THE_PERSON = ("longer than the working life left", "falls into it")
"""Why a command may refuse what the check accepts: training that does not fit into this person's working life."""


def finite(name):
    raise AssertionError(f"{name} stands in the answer")


def commands(of):
    """The words of each command that answers about a variation."""
    chosen = [word for name in of.pathways for word in ("-p", name)]
    found = [
        ["compare", *chosen, "--draws", "100"],
        ["timeline", *chosen],
        ["sensitivity", *chosen[-2:]],
        ["solve", of.name, *chosen[-2:]],
    ]
    return [*found, ["cliff", *chosen[-2:]], ["livingwage", *chosen[-2:]]] if of.place else found


def answers(found, words):
    """Whether a command answered with finite figures, or refused what does not suit the person or the question."""
    if found.code == 0:
        json.loads(found.out, parse_constant=finite)
        return found.err == ""
    # The value that is asked for may have no place beside the others.
    is_about_the_value = words[0] == "solve" and found.err.startswith("error: NAME: ")
    return found.code == 2 and (is_about_the_value or any(said in found.err for said in OF_THE_PERSON))


@pytest.mark.parametrize("first", range(0, len(NUMBERS), BLOCK))
def test_what_the_check_says_holds_for_every_command(first, run, tmp_path, assumptions):
    file = tmp_path / "own.yaml"
    accepted = 0
    for number in NUMBERS[first : first + BLOCK]:
        of = variation(number, assumptions)
        of.write(file)
        given = ("--assumptions", file, *of.place, "--json")
        checked = run("assumptions", "check", *given)
        said = "".join(f"{Problem(**problem)}\n" for problem in json.loads(checked.out)["problems"])
        accepted += checked.code == 0
        for words in commands(of):
            found = run(*words, *given)
            if checked.code == 0:
                assert answers(found, words), (number, words, found.code, found.err)
            else:
                assert (found.code, found.out, found.err) == (2, "", said), (number, words)
    assert accepted > 0


def test_a_variation_is_the_same_each_time(assumptions):
    assert variation(7, assumptions) == variation(7, assumptions)
    assert len({str(variation(number, assumptions)) for number in range(50)}) == 50
