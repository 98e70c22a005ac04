"""`compare --headline`: what is said of apprenticeship, beside the study that it goes back to."""

from mobcalc.results import Headline, StudyGains
from mobcalc.schema import Records
from mobcalc.schema.validation import Arithmetic, PublishedCase

CASE = "reed-dose"
"""The published case with the figures of the study (Reed and others, 2012)."""
STUDY_YEAR = 2011
"""The year of the study's dollars, which it does not print (assumed)."""
PAY, GAIN = 80_000.0, 300_000.0
"""The sentence as it is quoted since about 2023; docs/headline.md says where it was read."""


def headline(cases: dict[str, PublishedCase], assumptions: Records) -> Headline:
    """The sentence, and what the study found over a career.

    Args:
        cases: the published cases, by id.
        assumptions: with consumer prices.
    """
    given, prices = cases[CASE].given, assumptions.economy.consumer_prices.value
    assert isinstance(given, Arithmetic) and isinstance(prices, dict)
    figures = given.figures
    study = StudyGains(
        starters_pay=figures["participants earnings"],
        starters_with_benefits=figures["participants with benefits"],
        finishers_pay=figures["completers earnings"],
        finishers_with_benefits=figures["completers with benefits"],
    )
    return Headline(PAY, GAIN, study, STUDY_YEAR, prices[assumptions.economy.price_year] / prices[STUDY_YEAR])
