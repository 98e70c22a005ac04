"""The page on the headline is what its tool writes, and the tool finds the values it should."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def targets():
    spec = importlib.util.spec_from_file_location("targets", ROOT / "tools" / "targets.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def share(targets):
    return targets.Question("A share", "a.share", 0, 1)


def own(targets, assumptions, low, high):
    record = targets.record(assumptions, "economy.discount_rate")
    return type(record)(0.5, "share", "assumed", "judgement", "", range=(low, high))


def test_the_page_is_what_its_tool_writes():
    written = subprocess.run(
        [sys.executable, "tools/headline.py"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert written.stdout == (ROOT / "docs" / "headline.md").read_text()
    assert written.stderr == ""


@pytest.mark.parametrize("amount", [lambda v: 100 * v, lambda v: 100 - 100 * v])
def test_a_value_is_found_whether_the_amount_rises_or_falls(targets, share, amount):
    found = targets.crossing(amount, 30, share.grid(), False)
    assert amount(found) == pytest.approx(30, abs=1e-4)


def test_no_value_is_named_where_none_does_it(targets, share):
    assert targets.crossing(lambda v: 100 * v, 300, share.grid(), False) is None


def test_an_amount_that_passes_twice_is_refused(targets, share):
    with pytest.raises(ValueError, match="more than once"):
        targets.crossing(lambda v: (v - 0.5) ** 2, 0.1, share.grid(), False)


@pytest.mark.parametrize(("amount", "age"), [(lambda v: v, 31), (lambda v: -v, 30)])
def test_ages_are_whole_and_reach_the_target(targets, amount, age):
    grid = targets.Question("Age", "person.start_age", 16, 45, None).grid()
    assert targets.crossing(amount, amount(30.5), grid, True) == age


@pytest.mark.parametrize(
    ("amount", "low", "high", "text"),
    [
        (lambda v: 1000 * v, 0.2, 0.5, "30% or more: inside its range"),
        (lambda v: 1000 * v, 0.4, 0.5, "30% or more: all of its range"),
        (lambda v: 1000 * v, 0.1, 0.2, "30% or more: outside its range"),
        (lambda v: 600 - 1000 * v, 0.1, 0.2, "30% or less: all of its range"),
        (lambda v: 600 - 1000 * v, 0.4, 0.5, "30% or less: outside its range"),
        (lambda v: 200 * v, 0.1, 0.2, "no value: at most $200"),
        (lambda v: 400 + 200 * v, 0.1, 0.2, "every value: at least $400"),
        (lambda v: 200, 0.1, 0.2, "makes no difference"),
    ],
)
def test_answers_say_where_in_its_range_a_number_must_lie(targets, share, assumptions, amount, low, high, text):
    cell = targets.answered(share, amount, 300, own(targets, assumptions, low, high))
    assert cell.text == text
    assert cell.within == (": inside" in text or ": all" in text or "every" in text)


@pytest.mark.parametrize(
    ("name", "value"),
    [("economy.discount_rate", 0.01), ("pathways.building-trades-apprenticeship.completion.rate", 0.8)],
)
def test_a_value_put_in_place_gives_what_the_flag_gives(targets, assumptions, name, value):
    pathway = "building-trades-apprenticeship"
    by_flag = load(Layers(flags=[Flag("--set", name, str(value))])).assumptions
    assert targets.amounts(targets.with_value(assumptions, name, value), pathway) == targets.amounts(by_flag, pathway)


def test_the_values_found_reach_the_claim(targets, assumptions):
    name, pathway = "economy.discount_rate", targets.TRADES
    question = next(q for q in targets.ASKED[pathway] if q.name == name)
    finishers = lambda v: targets.amounts(targets.with_value(assumptions, name, v), pathway)[1]  # noqa: E731
    found = targets.crossing(finishers, 300_000, question.grid(), False)
    assert finishers(found) == pytest.approx(300_000, abs=50)
