"""What a target asks for at the least."""

import pytest

from mobcalc.questions.solve_targets import Wanted


@pytest.mark.parametrize(
    ("wanted", "least"),
    [(Wanted("gain", 500.0), 500.0), (Wanted("chance", 0.8), 0.8), (Wanted("by_age", 30.0), 0.0)],
)
def test_an_age_is_no_amount(wanted, least):
    # By an age the running sum must be no loss; a gain or a chance must be as large as asked.
    assert wanted.least == least
