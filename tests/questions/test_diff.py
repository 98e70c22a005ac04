"""Differences between answers, on small ones made for it."""

import msgspec
import pytest

from mobcalc.questions.diff import difference
from mobcalc.results.record import Answered, ClientAnswer


def answered(file, **answer):
    whole = {"format": 2, "mobcalc": "1", "assumptions_sha256": file, **answer}
    return Answered(file, "compare", None, whole, [msgspec.convert(whole, ClientAnswer)])


def pathway(name, gain, **more):
    return {
        "id": name,
        "name": name,
        "family": "training",
        "versus_baseline": {"gain": {"net_present_value": gain}},
        **more,
    }


def test_the_version_is_no_difference_but_a_checksum_is():
    first, second = answered("a"), answered("a", mobcalc="2")
    assert difference(first, second, [None]).is_same
    found = difference(first, answered("b"), [None])
    assert (found.is_same, found.changed_figures, found.changed_texts) == (False, 0, 0)
    assert difference(first, second, [None]).changed_versions == ["mobcalc"]


@pytest.mark.parametrize(
    ("before", "after", "figures", "changed", "texts"),
    [
        ({"a": 1.0}, {"a": 1.0}, 1, 0, 0),
        ({"a": 1.0}, {"a": 1.0 + 1e-12}, 1, 0, 0),
        ({"a": 1.0}, {"a": 2.0}, 1, 1, 0),
        ({"a": 1.0}, {}, 1, 1, 0),
        ({}, {"a": [1, 2]}, 2, 2, 0),
        ({"a": "x"}, {"a": "y"}, 0, 0, 1),
        ({"a": True}, {"a": False}, 0, 0, 1),
        ({"a": None}, {"a": 1}, 1, 1, 0),
        ({"a": [{"id": "x", "n": 1}, {"id": "y", "n": 2}]}, {"a": [{"id": "y", "n": 2}, {"id": "x", "n": 1}]}, 2, 0, 0),
    ],
)
def test_figures_and_texts_are_counted_by_their_place(before, after, figures, changed, texts):
    found = difference(answered("a", **before), answered("a", **after), [None])
    assert (found.figures, found.changed_figures, found.changed_texts) == (figures, changed, texts)


def test_pathways_are_ordered_by_what_they_gain_now():
    first = answered("a", pathways=[pathway("x", 10.0), pathway("gone", 99.0)])
    second = answered("a", pathways=[{"id": "base", "name": "base"}, pathway("x", 5.0), pathway("y", 7.0)])
    (client,) = difference(first, second, [None]).clients
    assert [one.id for one in client.pathways] == ["gone", "y", "x", "base"]
    x = next(one for one in client.pathways if one.id == "x")
    assert (x.before.gain, x.after.gain, x.explained, x.unexplained) == (10.0, 5.0, None, None)


def test_the_average_over_draws_is_the_gain_where_lives_are_drawn():
    drawn = {"id": "x", "name": "x", "versus_baseline": {"gain": {"net_present_value": 5.0}, "gain_mean": 4.0}}
    (client,) = difference(answered("a", pathways=[drawn]), answered("a", pathways=[drawn]), [None]).clients
    assert (client.pathways[0].after.gain, client.pathways[0].after.point_gain) == (4.0, 5.0)


def test_facts_that_differ_are_named():
    case = {"person": {"wage": 15.0, "sex": "female"}, "pathways": [], "baseline": "b", "discount_rate": 0.03}
    other = {**case, "person": {"wage": 16.0, "adults": 2.0}}
    first = answered("a", case=case, seed=0, draws=100, overrides=[{"name": "x.y", "value": 1}])
    second = answered("a", case=other, seed=3, draws=100, place={"state": "Utah", "county": None})
    (client,) = difference(first, second, [None]).clients
    found = {one.name: (one.before, one.after) for one in client.case}
    assert found == {
        "person.wage": (15.0, 16.0),
        "person.adults": (None, 2.0),
        "person.sex": ("female", None),
        "place": (None, "Utah"),
        "seed": (0, 3),
        "x.y": (1, None),
    }
