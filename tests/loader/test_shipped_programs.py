"""The shipped programs say exactly what is published of them, and mark every other number with a reason."""

import pytest

from mobcalc.loader.bundle import bundled
from mobcalc.loader.program_checks import cost_in_all, dollars, funded_in_all
from mobcalc.loader.programs import program_ids, program_of, supports
from mobcalc.schema import Assumption, records

CITIES = [
    "jamestown-dream-it-do-it",
    "missoula-partnership",
    "resource-center",
    "richmond-living-wage",
    "tacoma-training",
]
HEADLINE = ["national-headline", "national-headline-study"]
ENOUGH = 10
"""The fewest characters of a reason."""


def _program(name):
    """A shipped program."""
    return program_of(name, bundled()).program


def _number(record):
    """A value and its kind, source and price year."""
    assert isinstance(record, Assumption)
    return record.value, record.kind, record.source, record.price_year


def test_the_shipped_programs_are_those_of_the_cities_and_the_headline():
    """A program that is added is described in docs/programs.md too, as test_docs checks."""
    assert program_ids() == sorted([*CITIES, *HEADLINE])


@pytest.mark.parametrize("name", [*CITIES, *HEADLINE])
def test_every_number_is_published_with_its_source_or_assumed_with_a_reason(name):
    """An assumed number says why, or that it is an example; a derived one has its arithmetic."""
    sources = bundled().sources
    for key, record in records(_program(name), name):
        assert record.source in sources, key
        if record.kind == "assumed":
            assert len(record.note or "") >= ENOUGH, key
        if record.kind == "derived":
            assert any(sign in (record.note or "") for sign in "/x+=") or " of " in (record.note or ""), key
        if record.kind == "observed":
            assert record.source != "judgement", key


@pytest.mark.parametrize("name", [*CITIES, *HEADLINE])
def test_the_funding_is_never_above_the_cost(name):
    """What is missing is shown by the command."""
    program = _program(name)
    assert funded_in_all(program, bundled()) <= cost_in_all(program, bundled(), supports()) + 1


@pytest.mark.parametrize("name", CITIES)
def test_a_city_has_a_caution_that_its_money_is_an_example(name):
    """Nobody is to take an example for a program's books."""
    assert "example" in (_program(name).caution or "")


def test_jamestown_has_264_badges_and_1000_who_looked_at_careers_of_which_nobody_knows_the_effect():
    """The two published counts, as shares of both together."""
    program = _program("jamestown-dream-it-do-it")
    enrolled = _number(program.people.enrolled)
    assert enrolled[:3] == (264 + 1000, "derived", "city-examples")
    counts = {name: enrolled[0] * one.share.value for name, one in program.services.items()}
    assert counts == {"badges": pytest.approx(264, abs=0.01), "careers": pytest.approx(1000, abs=0.01)}
    assert all(one.unknown and one.share.source == "city-examples" for one in program.services.values())


def test_richmond_has_the_tiers_of_2017():
    """Gold 16.00, Silver 12.50 and Aspiring 11.00; restated, each is above what its workers had before."""
    program = _program("richmond-living-wage")
    tiers = {name: _number(one.job.wage) for name, one in program.services.items()}
    assert tiers == {
        name: (wage, "observed", "richmond-living-wage", 2017)
        for name, wage in (("gold", 16.0), ("silver", 12.5), ("aspiring", 11.0))
    }
    for one in program.services.values():
        assert one.job.paid_by_employers
        assert dollars(bundled(), one.job.wage) > one.job.wage_before.value >= 12.41  # Virginia's minimum of 2025


def test_tacoma_has_what_a_place_in_its_construction_class_cost():
    """120,000 dollars for 15."""
    cost = _program("tacoma-training").cost.per_participant
    assert _number(cost) == (120_000 / 15, "derived", "tacoma-tool-center", 2018)


def test_the_headline_is_the_study_with_finishers_and_benefits_taken_for_all():
    """301,533 / 98,718 times what those who start gain, in dollars of today; the study's own are of 2011."""
    printed, studied = (_program(name).services["apprenticeship"].effect.yearly for name in HEADLINE)
    published = {6: 6595, 9: 5839}
    assert {year: studied.value[year] for year in published} == published
    assert studied.value[1] == round(0.75 * 6595)
    ratio = 301_533 / 98_718
    assert printed.value == {year: pytest.approx(ratio * gain, abs=1) for year, gain in studied.value.items()}
    assert (printed.price_year, studied.price_year) == (2025, 2011)
