"""What must be said of wage steps, with the wages worked by hand."""

import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import case_of
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import subject_of
from mobcalc.questions.notices import pathway_notices

ELECTRICIAN = "electrician-apprenticeship"
# Men of 18 who finish stand at the median of a trade, 41,600 a year, which is 20 an hour; the lowest of two steps pays
# half of that.
TRADE = {
    "person.sex": "male",
    "careers.finisher_standing": "0.5",
    f"pathways.{ELECTRICIAN}.earnings.work_life.profile": "[1, 1, 1, 1, 1, 1, 1, 1]",
    f"pathways.{ELECTRICIAN}.earnings.work_life.ratio_men": "1",
    f"pathways.{ELECTRICIAN}.earnings.percentiles": "{value: [30000, 35000, 41600, 50000, 60000], price_year: 2025}",
    f"pathways.{ELECTRICIAN}.training.wage_steps": "[0.5, 0.8]",
    f"pathways.{ELECTRICIAN}.training.step_starts": "[0, 0.5]",
}


def said(minimum):
    flags = [Flag("--set", name, text) for name, text in TRADE.items()]
    flags.append(Flag("--set", "economy.minimum_wage", f"{{value: {minimum}, price_year: 2025}}"))
    case = case_of(load(Layers(flags=flags)).assumptions, [ELECTRICIAN], None)
    found = pathway_notices(case.arrays, subject_of(sides_of(case), ELECTRICIAN))
    return {notice.code: notice.values for notice in found if "minimum" in notice.code}


def test_a_step_below_the_minimum_wage():
    assert said(9.99) == {}
    assert said(12) == {"step_below_minimum": {"wage": pytest.approx(10), "minimum": 12.0}}


def test_a_trade_below_the_minimum_wage():
    assert "step_below_minimum" in said(19.99)
    assert said(21) == {"journeyworker_below_minimum": {"wage": pytest.approx(20), "minimum": 21.0}}
