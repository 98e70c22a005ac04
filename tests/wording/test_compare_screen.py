"""The first sentences of the screen say what the figures say: a real comparison, with gains and chances put in."""

import pytest
from msgspec.structs import replace

from mobcalc.wording.compare_notes import notes
from mobcalc.wording.compare_screen import verdict
from mobcalc.wording.numbers import thousands
from mobcalc.wording.screen import labels
from tests.wording.test_compare import ASSOCIATE, TRADES, put_in, real

__all__ = ["real"]
A, B = "Apprenticeship (trades)", "Degree (associate)"


def said(compared):
    by_id = {result.id: result for result in compared.pathways}
    ranked = [by_id[name] for name in compared.ranking["to_retirement"] if name != compared.baseline]
    return verdict(compared, ranked, labels(compared, compared.pathways))


def with_figures(real, trades, associate):
    return put_in(real, {TRADES: trades, ASSOCIATE: associate})


def test_who_gains_most_and_how_likely(real):
    out = said(with_figures(real, (200_000, 500, 0.66, 0.005), (80_000, 500, 0.55, 0.005)))
    assert out.startswith(f"{A} gains most: about $200,000 more over a working life than with no training")
    assert "The chance to end at least $10,000 ahead is about 2 in 3, and about 43 of 100 finish." in out
    assert "recommended" not in out


def test_where_another_is_likelier_none_is_recommended(real):
    out = said(with_figures(real, (200_000, 500, 0.50, 0.005), (80_000, 500, 0.66, 0.005)))
    assert out.startswith(
        f"{A} gains most on average, but {B} is likelier to end ahead, so none is recommended. {A} brings"
    )


@pytest.mark.parametrize(("share", "is_said"), [(0.5199, False), (0.5201, True)])
def test_what_random_numbers_alone_decide_is_not_likelier(real, share, is_said):
    out = said(with_figures(real, (200_000, 500, 0.50, 0.01), (80_000, 500, share, 0.01)))
    assert ("likelier" in out) == is_said


def test_gains_within_the_error_of_the_draws_are_as_much(real):
    out = said(with_figures(real, (100_000, 1_000, 0.6, 0.005), (98_400, 500, 0.5, 0.005)))
    assert out.startswith(f"{A} and {B} gain about as much. {A} brings about $100,000 more")


def test_where_all_lose_the_least_loss_is_named(real):
    out = said(with_figures(real, (-50_000, 500, 0.2, 0.005), (-20_000, 500, 0.3, 0.005)))
    assert out.startswith(
        f"None of these pays more on average than no training; {B} comes nearest: about $20,000 less."
    )
    assert "gains most" not in out


def test_evidence_that_disagrees_recommends_none(real):
    compared = with_figures(real, (200_000, 500, 0.66, 0.005), (80_000, 500, 0.55, 0.005))
    doubted = [replace(result, evidence_agrees=result.id != TRADES) for result in compared.pathways]
    out = said(replace(compared, pathways=doubted))
    assert out.startswith(f"What pay says and what studies say of {A} do not agree, so none is recommended. {A} brings")


def test_rows_of_one_short_name_are_told_apart(real):
    both = [replace(result, label="Training") for result in real.pathways]
    names = labels(real, both)
    assert names[TRADES] == "Building trades"
    assert names[ASSOCIATE] == "Associate degree"
    assert len(set(names.values())) == len(names)


def test_no_more_than_three_notes_and_the_place_last(real):
    by_id = {result.id: result for result in real.pathways}
    needed, others = notes(real, [by_id[TRADES], by_id[ASSOCIATE]], labels(real, real.pathways))
    found = [*needed, *others]
    assert len(found) == 3
    assert found[0].startswith("You pay $")
    assert found[1].startswith("Ahead for good from age ")
    assert found[2].startswith("Not in it: taxes, benefits")


@pytest.mark.parametrize(
    ("amount", "shown"), [(213_600.0, "+214k"), (-9_400.0, "-9k"), (-499.0, "0"), (1_050_400.0, "+1,050k"), (None, "-")]
)
def test_gains_are_in_thousands(amount, shown):
    assert thousands(amount) == shown
