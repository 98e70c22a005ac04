"""The first sentences of the screen of `cliff` say what the figures say: a household whose benefits are made by hand."""

import pytest

from mobcalc.wording.cliff_screen import verdict
from tests.questions.test_cliff import ENDS_AT_20000, answer, table


@pytest.mark.parametrize(
    ("wage", "said"),
    [
        # 21,000 dollars a year: 1,000 less than the 22,000 at the edge where SNAP ends.
        ("10.09615385", "That is $1,000 less than at $20,000 of pay."),
        # 21,964.80, 35 less: about as much.
        ("10.56", "That is the same as at $20,000 of pay."),
    ],
)
def test_how_much_less_there_is_than_at_a_lower_pay(wage, said):
    assert said in verdict(answer(table(cash=ENDS_AT_20000), ("person.wage", wage)))


def test_a_raise_of_which_nothing_is_kept():
    # From 20,800 to 22,880 dollars: as much more pay as there is less SNAP.
    found = verdict(answer(table(cash={"snap": [*[2080] * 5, *[0] * 4]}), ("person.wage", "10")))
    assert "Of a raise of $1 an hour, $2,100 a year, you keep nothing." in found
