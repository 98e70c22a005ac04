"""What occupations pay by place, worked out again from the published tables."""

import itertools
import math

import msgspec
import pytest

from mobcalc.loader.bundle import bundled
from mobcalc.questions.compare import comparison
from mobcalc.results import Provenance
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place, minimum_wage
from mobcalc.store.wages import NOTES, demand_of, entered_through_apprenticeship, wages_of
from tests.store.published import (
    prices,
    state_means,
    states,
    table,
    the_occupation,
    the_state,
    wage_indexes,
    wages,
)

SHIPPED = bundled()
POINTS = ("pct10", "pct25", "median", "pct75", "pct90")
TRADES = {(r["state"], r["occ_code"]): r for r in table("oews_state_trades_2024")}
LISTED = {r["occ_code"]: r for r in table("bls_occupations_typically_requiring_apprenticeship_2024")}
BUILDING = "building-trades-apprenticeship"


def national(code, prefix="a"):
    """The five national percentiles of May 2025 as published."""
    return [float(wages(2025)[code][f"{prefix}_{point}"]) for point in POINTS]


def ratio(code, state, prefix="a"):
    """The state's mean over the national one, May 2023."""
    return float(state_means()[state.name, code][f"{prefix}_mean"]) / float(wages(2023)[code][f"{prefix}_mean"])


def own(code, state):
    """The state's own percentiles of hourly wages, for a year."""
    return [float(TRADES[state.postal, code][f"h_{point}"]) * 2080 for point in POINTS]


def local(state, occupation=None):
    """The assumptions of a state, and of an occupation if one is given."""
    return localized(SHIPPED, Place(the_state(state)), None if occupation is None else the_occupation(occupation))


def the_figure(found, name):
    return next(figure for figure in found.figures if figure.name == name)


# Rules


def test_an_electrician_in_new_york_earns_the_published_percentiles():
    found = wages_of(the_occupation("electrician"), the_state("NY"))
    assert found.percentiles == pytest.approx(own("47-2111", the_state("NY")), rel=1e-12)
    assert (found.rule, found.price_year, found.area, found.period) == ("state", 2024, "New York", "May 2024")
    assert found.percentiles == pytest.approx([2080 * wage for wage in (22.66, 29.00, 37.24, 49.71, 63.68)])


@pytest.mark.parametrize("code", ["47-2111", "47-2152", "49-9021"])
def test_three_trades_have_percentiles_of_their_own_in_every_state(code):
    for state in states():
        found = wages_of(the_occupation(code), state)
        assert found.percentiles == pytest.approx(own(code, state), rel=1e-12)
        assert (found.rule, found.ratio) == ("state", 1.0)


def test_a_mechanic_in_montana_earns_national_percentiles_scaled_by_the_means():
    montana, code = the_state("MT"), "49-9041"
    found = wages_of(the_occupation("industrial machinery mechanic"), montana)
    assert found.percentiles == pytest.approx([p * ratio(code, montana) for p in national(code)], rel=1e-12)
    assert (found.rule, found.price_year, found.source) == ("mean_ratio", 2025, "oews-state-means-2023")
    assert found.ratio == pytest.approx(ratio(code, montana), rel=1e-12)


def test_an_occupation_without_a_mean_in_the_state_takes_the_wage_index():
    wyoming = the_state("WY")
    blank = [c for c in wages(2025) if not state_means().get((wyoming.name, c), {"a_mean": ""})["a_mean"]]
    assert len(blank) > 100
    for code in blank[::10]:
        if wages(2025)[code]["a_median"]:
            found = wages_of(the_occupation(code), wyoming)
            assert found.rule == "wage_index"
            assert found.percentiles == pytest.approx(
                [p * wage_indexes()["Wyoming"] for p in national(code)], rel=1e-12
            )


def test_without_a_place_the_national_percentiles_stand():
    for code, row in list(wages(2025).items())[::10]:
        if row["a_median"]:
            found = wages_of(the_occupation(code), None)
            assert found.percentiles == pytest.approx(national(code), abs=4)
            assert (found.rule, found.area, found.is_hourly) == ("national", "United States", False)


def test_where_only_hourly_wages_are_published_a_year_is_2080_hours_and_said_to_be():
    hourly = [code for code, row in wages(2025).items() if not row["a_median"]]
    assert "27-2011" in hourly
    for code in hourly:
        found = wages_of(the_occupation(code), None)
        assert found.percentiles == pytest.approx([p * 2080 for p in national(code, "h")], rel=1e-12)
        assert found.is_hourly
    record = localized(SHIPPED, None, the_occupation("actor")).records.pathways["apprenticeship-27-2011"].earnings
    assert record.percentiles.note == NOTES["hourly"]


def test_hourly_wages_are_scaled_by_hourly_means():
    new_york = the_state("NY")
    found = wages_of(the_occupation("actor"), new_york)
    expected = [p * 2080 * ratio("27-2011", new_york, "h") for p in national("27-2011", "h")]
    assert found.percentiles == pytest.approx(expected, rel=1e-12)
    assert (found.rule, found.is_hourly) == ("unusual_ratio", True)


def test_hourly_wages_of_a_state_are_said_to_be():
    assert "2,080 hours" in local("NY", "actor").records.pathways["apprenticeship-27-2011"].earnings.percentiles.note


def test_percentiles_rise_everywhere():
    count = 0
    for state, code in itertools.product(states(), wages(2025)):
        points = wages_of(the_occupation(code), state).percentiles
        assert all(map(math.isfinite, points))
        assert 0 < points[0] < points[1] < points[2] < points[3] < points[4], (state.postal, code)
        count += 1
    assert count == 51 * 830


# The minimum wage


def test_the_minimum_wage_is_that_of_1_january_2025():
    found = {r["state"]: r for r in table("state_minimum_wages_2025_2026") if r["effective_date"] == "2025-01-01"}
    for state in states():
        record = minimum_wage(state).record
        assert record.value == float(found[state.postal]["min_wage_usd_per_hour"]) >= 7.25
        assert (record.unit, record.price_year, record.kind) == ("USD/hour", 2025, "observed")


def test_nobody_is_paid_less_than_the_minimum_wage():
    pairs = list(itertools.product(states(), wages(2025)))[::20]
    assert len(pairs) >= 2000
    below = [
        (s, c) for s, c in pairs if wages_of(the_occupation(c), s).percentiles[0] < minimum_wage(s).record.value * 2080
    ]
    assert len(below) > 100
    for state, code in below:
        records = local(state.postal, code).records
        # At the lowest standing there is, so that the published wage itself is too low.
        careers = records.careers
        lowest = msgspec.structs.replace(careers.position_shift, value=-0.4)
        low = msgspec.structs.replace(records, careers=msgspec.structs.replace(careers, position_shift=lowest))
        found = comparison(low, Provenance("", []), [f"apprenticeship-{code}"], None).pathways[1]
        employed, least = 1 - careers.unemployment_rate.value, minimum_wage(state).record.value
        training = records.pathways[f"apprenticeship-{code}"].training
        years = math.ceil(found.training_length)
        pay = found.completer.paid_earnings
        assert min(pay[:years]) >= least * min(training.paid_hours.value, 2080) * employed - 0.01
        assert min(pay[years:]) >= least * 2080 * employed - 0.01


@pytest.mark.parametrize(
    ("state", "occupation", "is_marked"),
    [
        ("NY", "fast food cook", True),
        ("DE", "35-2011", True),
        ("NY", "electrician", False),
        ("TX", "electrician", False),
    ],
)
def test_a_wage_step_below_the_minimum_is_marked(state, occupation, is_marked):
    records = local(state, occupation).records
    code = the_occupation(occupation).code
    found = comparison(records, Provenance("", []), [f"apprenticeship-{code}"], None).pathways[1]
    marks = [notice for notice in found.warnings if notice.code.endswith("_below_minimum")]
    pathway = records.pathways[f"apprenticeship-{code}"]
    hourly = (
        pathway.earnings.percentiles.value[2]
        / 2080
        * prices()[2025]
        / prices()[pathway.earnings.percentiles.price_year]
    )
    step, least = min(pathway.training.wage_steps.value) * hourly, minimum_wage(the_state(state)).record.value
    assert (step < least) == is_marked == bool(marks)
    for mark in marks:
        # Where even the median is below it, that is what is said.
        shown = hourly if hourly < least else step
        assert mark.code == ("journeyworker_below_minimum" if hourly < least else "step_below_minimum")
        assert mark.values == {"wage": pytest.approx(shown), "minimum": least}


# Building trades, education levels, demand


@pytest.mark.parametrize("postal", ["MT", "NY", "WY", "DC"])
def test_building_trades_are_the_mean_of_the_listed_occupations_weighted_by_employment(postal):
    state, restated = the_state(postal), prices()[2025] / prices()[2024]
    points, people = [0.0] * 5, 0.0
    for code in LISTED:
        row = wages(2025)[code]
        if (postal, code) in TRADES:
            found = [p * restated for p in own(code, state)]
        elif state_means().get((state.name, code), {"a_mean": ""})["a_mean"]:
            found = [p * ratio(code, state) for p in national(code)]
        else:
            found = [p * wage_indexes()[state.name] for p in national(code)]
        weight = float(row["tot_emp"])
        people += weight
        points = [p + f * weight for p, f in zip(points, found, strict=True)]
    figure = the_figure(local(postal), f"pathways.{BUILDING}.earnings.percentiles")
    assert figure.record.value == pytest.approx([p / people for p in points], abs=0.0051)
    assert (figure.rule, figure.record.price_year, figure.record.kind) == ("weighted", 2025, "derived")


def test_the_listed_occupations_are_fifteen():
    assert {o.code for o, _ in entered_through_apprenticeship()} == set(LISTED)
    assert sum(people for _, people in entered_through_apprenticeship()) == 2_320_480
    assert len(LISTED) == 15


def test_medians_by_education_are_scaled_with_the_wage_index():
    for postal in ("NY", "MS"):
        found = local(postal)
        index = wage_indexes()[the_state(postal).name]
        for name, pathway in SHIPPED.pathways.items():
            if pathway.earnings is not None and pathway.earnings.weekly_median is not None:
                record = found.records.pathways[name].earnings.weekly_median
                assert record.value == pytest.approx(pathway.earnings.weekly_median.value * index, abs=0.0051)
                assert record.price_year == pathway.earnings.weekly_median.price_year


def test_demand_is_that_of_the_projections():
    found = demand_of(the_occupation("electrician"))
    row = next(r for r in table("bls_projections_2024_2034_table1_2") if r["occ_code"] == "47-2111")
    assert found.training == row["typical_on_the_job_training"] == "Apprenticeship"
    assert found.openings == pytest.approx(float(row["annual_openings_thousands"]) * 1000)
    assert found.growth == pytest.approx(float(row["emp_change_pct"]) / 100)
    assert found.employment == pytest.approx(818_700)
