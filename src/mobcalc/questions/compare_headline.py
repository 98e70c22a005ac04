"""`compare --headline`: what is said of apprenticeship, beside the study that it goes back to."""

from mobcalc.results.headline import Headline, StudyGains
from mobcalc.schema import Records
from mobcalc.schema.validation import Arithmetic, PublishedCase

CASE = "reed-dose"
"""The published case with the figures of the study (Reed and others, 2012)."""
PAY, GAIN = 80_000.0, 300_000.0
"""The sentence as it is quoted since about 2023; docs/headline.md says where it was read."""


def headline(cases: dict[str, PublishedCase], assumptions: Records) -> Headline:
    """The sentence, and what the study found over a career.

    Args:
        cases: the published cases, by id.
        assumptions: with the study, and consumer prices.
    """
    case, prices = cases[CASE], assumptions.economy.consumer_prices.value
    given, effect = case.given, assumptions.studies[case.cites or ""].effect.participant
    assert effect is not None
    year = effect.price_year
    assert isinstance(given, Arithmetic) and isinstance(prices, dict) and isinstance(year, int)
    figures = given.figures
    study = StudyGains(
        starters_pay=figures["participants earnings"],
        starters_with_benefits=figures["participants with benefits"],
        finishers_pay=figures["completers earnings"],
        finishers_with_benefits=figures["completers with benefits"],
    )
    return Headline(PAY, GAIN, study, year, prices[assumptions.economy.price_year] / prices[year])
