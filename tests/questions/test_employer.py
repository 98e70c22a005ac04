"""`employer`: worked by hand in a plain world, and what has to hold everywhere."""

from pathlib import Path

import numpy as np
import pytest

from mobcalc.errors import InputError
from mobcalc.loader.layers import Layers
from mobcalc.loader.loading import load
from mobcalc.model.employer import return_on_cost
from mobcalc.provenance import provenance
from mobcalc.questions.employer import employer_return
from mobcalc.results.employer import BENEFITS, COSTS

TRADES = "building-trades-apprenticeship"
PLAIN_WORLD = Path(__file__).parents[1] / "cases" / "plain-world.yaml"
PLAIN = """employer:
  mentor_hours_start: 10
  mentor_hours_end: 0
  output_start: 0.4
  output_end: 0.8
  instruction_cost: 1000
  start_cost: 500
  gain_after: 0.1
  stay: 1
  stay_of_hired: 0.5
  hire_cost: 6000
  years_after: 1
person: {sex: male}
"""


@pytest.fixture
def answer(tmp_path):
    def it(text="", pathway=TRADES, plain=True):
        file = tmp_path / "own.yaml"
        file.write_text(text or "{}\n")
        paths = [*([str(PLAIN_WORLD)] if plain else []), *([str(file)] if text else [])]
        loaded = load(Layers(paths=tuple(paths)))
        return employer_return(loaded.assumptions, provenance(loaded), pathway)

    return it


def test_one_who_finishes_by_hand(answer):
    """A journeyworker is paid 104,000 dollars, 50 an hour; with benefits of 25 percent and 7.65 percent tax 137,956.

    Two years at half pay for 2,000 hours: 50,000 x 1.3265 = 66,325 a year. A mentor's 5 hours a week on average:
    5 x 52 x 66.325 = 17,244.50. Work of 0.6 of a journeyworker's: 0.6 x 132,650 = 79,590. A year after: a tenth of
    137,956, and 6,000 saved once and half of it again.
    """
    found = answer(PLAIN)
    side = found.finisher
    assert found.journeyworker_wage == pytest.approx(50.0)
    by_hand = {
        "wages": 132_650.0,
        "mentors": 34_489.0,
        "instruction": 2_000.0,
        "start": 500.0,
        "output": 159_180.0,
        "after": 13_795.6,
        "hiring": 9_000.0,
    }
    assert side.parts == {name: pytest.approx(amount) for name, amount in by_hand.items()}
    assert side.cost == pytest.approx(169_639.0)
    assert side.benefit == pytest.approx(181_975.6)
    assert side.net == pytest.approx(12_336.6)
    assert side.net_in_program == pytest.approx(159_180.0 - 169_639.0)
    assert side.return_on_cost == pytest.approx(12_336.6 / 169_639.0)
    # 10,459 behind after 24 months; 6,000 at once and 1,399.63 in each month after that.
    assert side.break_even_month == 28


def test_a_wage_step_by_hand(answer):
    (step,) = answer(PLAIN).steps
    assert (step.from_month, step.to_month, step.wage_share, step.wage) == (1, 24, 0.5, pytest.approx(25.0))
    assert step.output_share == pytest.approx(0.6)
    assert step.mentor_hours == pytest.approx(5.0)
    assert step.cost == pytest.approx((66_325.0 + 17_244.5 + 1_000.0) / 12)
    assert step.output == pytest.approx(79_590.0 / 12)
    assert step.net == pytest.approx(step.output - step.cost)


def test_where_all_finish_one_who_starts_is_one_who_finishes(answer):
    found = answer(PLAIN + f"pathways: {{{TRADES}: {{completion: {{rate: 1, rate_men: 1, rate_women: 1}}}}}}\n")
    assert found.starter == found.finisher


def test_what_comes_after_the_program_is_of_those_who_finish(answer):
    found = answer(PLAIN)
    assert found.completion == pytest.approx(0.5)
    for name in ("after", "hiring"):
        assert found.starter.parts[name] == pytest.approx(0.5 * found.finisher.parts[name])
    # Those who leave are paid, and work, for as long as they are there.
    ratio = found.starter.parts["wages"] / found.finisher.parts["wages"]
    assert 0.5 < ratio < 1.0
    assert found.starter.parts["start"] == found.finisher.parts["start"]


def test_men_and_women_are_mixed_by_who_starts(answer):
    by_sex = {sex: answer(PLAIN.replace("male", sex)).starter for sex in ("male", "female")}
    mixed = answer(PLAIN.replace("person: {sex: male}\n", "")).starter
    for name in (*COSTS, *BENEFITS):
        ends = sorted(side.parts[name] for side in by_sex.values())
        assert ends[0] - 0.01 <= mixed.parts[name] <= ends[1] + 0.01, name


@pytest.mark.parametrize("pathway", ["electrician-apprenticeship", TRADES, "carpenter-apprenticeship"])
def test_what_holds_for_shipped_pathways(answer, pathway):
    found = answer(plain=False, pathway=pathway)
    for side in (found.starter, found.finisher):
        assert sum(side.parts[name] for name in COSTS) == pytest.approx(side.cost)
        assert sum(side.parts[name] for name in BENEFITS) == pytest.approx(side.benefit)
        assert side.benefit_cost_ratio == pytest.approx(1.0 + side.return_on_cost)
        assert side.net == pytest.approx(side.benefit - side.cost)
    assert (found.spent[-1], found.back[-1]) == (
        pytest.approx(found.starter.cost),
        pytest.approx(found.starter.benefit),
    )
    assert found.range.net_low < found.starter.net < found.range.net_high
    assert 0.0 <= found.range.ahead <= 1.0
    wages = [step.wage for step in found.steps]
    assert wages == sorted(wages)
    assert found.steps[-1].to_month == round(12 * found.length)


def test_the_gain_that_is_needed_is_enough(answer):
    found = answer(plain=False, pathway="electrician-apprenticeship")
    text = f"employer: {{gain_after: {found.needed_gain_after}}}\n"
    assert answer(text, "electrician-apprenticeship", plain=False).starter.net == pytest.approx(0.0, abs=0.01)


def test_more_mentors_cost_more_and_more_who_stay_bring_more(answer):
    base = answer(PLAIN)
    assert answer(PLAIN.replace("mentor_hours_start: 10", "mentor_hours_start: 12")).starter.net < base.starter.net
    assert answer(PLAIN.replace("stay: 1\n", "stay: 0.9\n")).starter.net < base.starter.net
    assert answer(PLAIN.replace("years_after: 1", "years_after: 3")).starter.net > base.starter.net


def test_the_published_return_is_beside_the_answer_and_nothing_rests_on_it(answer):
    base = answer(PLAIN)
    assert base.reference == 0.443
    assert "68 employers" in base.reference_population
    other = answer(PLAIN.replace("years_after: 1", "years_after: 1\n  reference_return: 0.1"))
    assert (other.starter, other.range) == (base.starter, base.range)
    assert "employer.reference_return" not in base.assumed
    # The identity of the evaluation: 1.443 dollars for each dollar.
    assert return_on_cost(np.array([[1.443]]), np.array([[1.0]]))[0, 0] == pytest.approx(base.reference)


def test_no_employer_trains_in_a_course(answer):
    with pytest.raises(InputError) as found:
        answer(plain=False, pathway="certificate")
    assert "'certificate' pays no wage steps" in str(found.value)
