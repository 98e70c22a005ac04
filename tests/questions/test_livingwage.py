"""The living wage of a household made by hand, and what a wage is beside it."""

import numpy as np
import pytest

from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.livingwage import living_wage
from mobcalc.results.provenance import LocalUsed, PlaceUsed, Provenance
from mobcalc.store.codes import state_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from tests.slices import made_up, types_of

NEW_YORK = PlaceUsed("New York", "NY", "36", None, None, None, None, None)
POINTS = np.array([0.0, 150_000.0])
NAMES = {
    "taxes": ("federal_income_tax", "state_income_tax", "payroll_tax"),
    "cash": ("eitc", "ctc", "snap", "tanf", "ssi", "wic", "school_meals"),
    "coverage": ("medicaid", "chip", "premium_tax_credit", "other_coverage"),
}
NEEDS = {"housing": 9000, "food": 4000, "transport": 3000, "health": 2000, "other": 2800}
"""20,800 a year, which is 10 an hour for 2,080 hours."""


def answer(*said, pathway=None, taxed=0.0):
    """The living wage of one adult in New York whose needs are given and whose every dollar is taxed alike."""
    flags = [Flag("--set", f"living_wage.{name}", str(amount)) for name, amount in NEEDS.items()]
    flags += [Flag("--set", name, text) for name, text in said]
    local = []

    def put(records):
        found = localized(records, Place(state_of("NY", "")), None)
        local.extend(found.figures)
        return found.records

    records = load(Layers(flags=flags), put).assumptions
    groups = {group: dict.fromkeys(names, np.zeros(2)) for group, names in NAMES.items()}
    groups["taxes"] = groups["taxes"] | {"payroll_tax": POINTS * taxed}
    slices = [made_up(POINTS, **groups, of=one) for one in types_of(records)]
    used = [used_of(figure) for figure in local if not figure.name.startswith("living_wage")]
    return living_wage(records, Provenance("", [], NEW_YORK, local_figures=used), slices, pathway)


def used_of(figure):
    record = figure.record
    parts = (figure.name, record.value, record.unit, record.price_year, figure.area, figure.period, figure.rule)
    return LocalUsed(*parts, record.source, figure.factor, figure.detail)


def test_needs_are_met_by_a_full_time_wage():
    found = answer()
    assert found.annual == pytest.approx(20_800)
    assert found.hourly == pytest.approx(10)
    # With a fifth of every dollar taxed, 26,000 leave 20,800.
    assert answer(taxed=0.2).annual == pytest.approx(26_000)


def test_at_hours_of_ones_own_the_same_sum_takes_more_an_hour():
    found = answer(("person.weekly_hours", "20"))
    (hours,) = [notice for notice in found.warnings if notice.code == "hours"]
    # 20,800 over 20 hours a week in 52 weeks.
    assert hours.values == {"hours": 20.0, "hourly": pytest.approx(20.0)}
    assert (found.hourly, found.hourly_at_own_hours) == (pytest.approx(10), pytest.approx(20))
    assert not [notice for notice in answer().warnings if notice.code == "hours"]


def test_the_minimum_wage_beside_it():
    found = answer(("economy.minimum_wage", "{value: 8, price_year: 2025}"))
    assert (found.minimum_wage.hourly, found.minimum_wage.ratio) == (8.0, pytest.approx(10 / 8))
    none = answer(("economy.minimum_wage", "0"))
    assert (none.minimum_wage.hourly, none.minimum_wage.ratio) == (0.0, 0.0)


def test_what_the_gap_is_of():
    nothing = answer()
    assert nothing.gap is None
    assert nothing.why["gap"] == "nothing_to_compare"
    wage = answer(("person.wage", "17.5"))
    assert wage.gap is not None
    # 7.50 an hour above it; 7.50 x 2,080 hours = 15,600 a year.
    assert (wage.gap.wage, wage.gap.hourly, wage.gap.annual) == (17.5, pytest.approx(7.5), pytest.approx(15_600))
    assert wage.gap.pathway is None
    pathway = answer(pathway="certificate")
    assert pathway.gap is not None
    assert (pathway.gap.pathway, pathway.gap.wage, pathway.why["gap.wage"]) == ("certificate", None, "no_wage")
