"""The answer of `compare` says what its figures say: a real comparison, with gains and chances put in."""

import re

import pytest
from msgspec.structs import replace

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.basis import Drawing
from mobcalc.questions.compare import _ranking, comparison
from mobcalc.results.provenance import Provenance
from mobcalc.wording.compare_answer import answer

TRADES, ASSOCIATE, BASELINE = "building-trades-apprenticeship", "associate-degree", "no-postsecondary"
CHANCE = "The chance to end $10,000 or more ahead is"


@pytest.fixture(scope="module")
def real():
    man = load(Layers(flags=[Flag("--set", "person.sex", "male")])).assumptions
    return comparison(man, Provenance("", []), [TRADES, ASSOCIATE], drawing=Drawing(200))


def put_in(real, figures):
    """A comparison with other gains and chances: (gain, its error, chance, its error) by id."""
    results = []
    for result in real.pathways:
        versus = result.versus_baseline
        if versus is not None:
            gain, error, share, off = figures[result.id]
            together = replace(versus.chances.together, chance_well_ahead=share, chance_standard_error=off)
            mean = replace(versus.mean_gain, expected=gain, standard_error=error)
            versus = replace(versus, mean_gain=mean, chances=replace(versus.chances, together=together))
        results.append(replace(result, versus_baseline=versus))
    return replace(real, pathways=results, ranking=_ranking(results))


def said(real, trades, associate):
    return dict(answer(put_in(real, {TRADES: trades, ASSOCIATE: associate})))["Answer"]


def test_the_best_by_amount_is_the_likeliest_too(real):
    out = said(real, (200_000, 500, 0.66, 0.005), (80_000, 500, 0.55, 0.005))
    assert out.startswith(
        "Somebody starting at 18 gains most from 'Building trades apprenticeship': about $200,000 more"
    )
    assert f"{CHANCE} about 2 in 3. " in out
    assert "likel" not in out


def test_that_another_is_likelier_to_is_said(real):
    out = said(real, (200_000, 500, 0.50, 0.005), (80_000, 500, 0.66, 0.005))
    assert "gains most from 'Building trades apprenticeship'" in out
    assert f"{CHANCE} about 1 in 2. But 'Associate degree' is likelier to: about 2 in 3." in out


@pytest.mark.parametrize(("share", "ending"), [(0.5199, "as likely to."), (0.5201, "likelier to: about 1 in 2.")])
def test_what_random_numbers_alone_decide_is_called_as_likely(real, share, ending):
    out = said(real, (200_000, 500, 0.50, 0.01), (80_000, 500, share, 0.01))
    assert f"'Associate degree' is {ending}" in out


@pytest.mark.parametrize(("share", "is_said"), [(0.45, True), (0.51, False)])
def test_an_average_above_nothing_with_a_chance_below_one_half(real, share, is_said):
    out = said(real, (20_000, 500, share, 0.005), (10_000, 500, 0.40, 0.005))
    assert "gains most from 'Building trades apprenticeship': about $20,000 more" in out
    assert ("So no more than half of those who start end that far ahead;" in out) == is_said


def test_that_a_loss_is_no_likelier_than_not_to_end_ahead_needs_no_words(real):
    out = said(real, (-20_000, 500, 0.40, 0.005), (-60_000, 500, 0.30, 0.005))
    assert out.startswith(
        "Somebody starting at 18 loses least with 'Building trades apprenticeship': about $20,000 less"
    )
    assert f"{CHANCE} about 2 in 5." in out
    assert "no more than half" not in out


@pytest.mark.parametrize(
    ("least", "verdict"),
    [
        (98_400, "gains most, if hardly more than with 'Associate degree', from 'Building trades apprenticeship'"),
        (98_000, "gains most from 'Building trades apprenticeship'"),
    ],
)
def test_gains_within_the_error_of_the_draws_are_as_much(real, least, verdict):
    # Twice the root of 600^2 + 600^2 is 1,697.
    assert verdict in said(real, (100_000, 600, 0.6, 0.005), (least, 600, 0.6, 0.005))


def test_losses_within_the_error_of_the_draws_are_as_little(real):
    out = said(real, (-10_000, 600, 0.4, 0.005), (-11_000, 600, 0.4, 0.005))
    assert "loses least, if hardly less than with 'Associate degree', with 'Building trades apprenticeship'" in out


def test_a_gain_that_rounds_to_nothing_is_the_same_as_without(real):
    out = said(real, (400, 500, 0.5, 0.005), (-9_000, 500, 0.4, 0.005))
    assert "about the same by age 65 as with 'No postsecondary'" in out


def test_evidence_that_disagrees_comes_first_and_recommends_none(real):
    assert "disagrees" not in said(real, (200_000, 500, 0.66, 0.005), (80_000, 500, 0.55, 0.005))
    results = [replace(result, evidence_agrees=result.id != TRADES) for result in real.pathways]
    out = dict(answer(replace(real, pathways=results)))["Answer"]
    assert out.startswith(
        "The evidence on 'Building trades apprenticeship' disagrees, so none is recommended (--show evidence). "
    )


def test_the_baseline_alone_has_no_answer(real):
    assert answer(replace(real, pathways=real.pathways[:1], ranking=_ranking(real.pathways[:1]))) == []


def test_without_draws_no_chance_is_told(real):
    versus = [p.versus_baseline and replace(p.versus_baseline, mean_gain=None, chances=None) for p in real.pathways]
    results = [replace(p, versus_baseline=v) for p, v in zip(real.pathways, versus, strict=True)]
    found = dict(answer(replace(real, pathways=results, ranking=_ranking(results), pairwise_chance_ahead=None)))
    assert list(found) == ["Answer"]
    assert re.search("chance|likel", found["Answer"]) is None
