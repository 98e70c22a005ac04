"""What occupations pay by place, worked out again from the published tables."""

import itertools
import math

import msgspec
import numpy as np
import pytest

from mobcalc.loader.bundle import bundled
from mobcalc.questions.compare import comparison
from mobcalc.results.provenance import Provenance
from mobcalc.store.ladders import Goal
from mobcalc.store.local_assumptions import localized
from mobcalc.store.minimum_wages import minimum_wage
from mobcalc.store.place_figures import Place
from mobcalc.store.routes import routes_into
from mobcalc.store.wages import NOTES, demand_of, entered_through_apprenticeship, wage_area, wages_of
from tests.store.published import (
    AREAS,
    STATES,
    in_state,
    local_wages,
    prices,
    states,
    table,
    the_occupation,
    the_state,
    wages,
)

SHIPPED = bundled()
POINTS = ("pct10", "pct25", "median", "pct75", "pct90")
LOCAL = ("p10", "p25", "p50", "p75", "p90")
LISTED = {r["occ_code"]: r for r in table("bls_occupations_typically_requiring_apprenticeship_2024")}
BUILDING = "building-trades-apprenticeship"
ALL = "00-0000"


def national(code, prefix="a"):
    """The five national percentiles of May 2025 as published."""
    return [float(wages(2025)[code][f"{prefix}_{point}"]) for point in POINTS]


def published(row):
    """The five percentiles of a row for a year; None where one is blank or only a lower bound."""
    times = 2080 if row["unit"] == "H" else 1
    return [float(row[name]) * times if row[name] and ">" not in row[name] else None for name in LOCAL]


def median(name, area, code=ALL):
    return published(local_wages(name)[area, code])[2]


def expected_in(state, code):
    """National percentiles at the root of the state's median over the national one."""
    whole = next(float(r["a_median"]) for r in table("oews_national_2025") if r["occ_code"] == ALL)
    factor = math.sqrt(median(STATES, in_state(state)) / whole)
    prefix, times = ("a", 1) if wages(2025)[code]["a_pct90"] and wages(2025)[code]["a_median"] else ("h", 2080)
    return [point * times * factor for point in national(code, prefix)]


def between(own, expected, weight):
    """Logarithms by their weights; a point that is not published keeps its expected distance from the median."""
    whole = [own[2] * e / expected[2] if o is None else o for o, e in zip(own, expected, strict=True)]
    return [math.exp(weight * math.log(o) + (1 - weight) * math.log(e)) for o, e in zip(whole, expected, strict=True)]


def estimated(state, code):
    """What is taken for an occupation in a state, by the definition."""
    row = local_wages(STATES).get((in_state(state), code))
    if row is None or published(row)[2] is None or not row["mean_rse_pct"]:
        return expected_in(state, code)
    weight = 0.01 / (0.01 + (float(row["mean_rse_pct"]) / 100) ** 2)
    return between(published(row), expected_in(state, code), weight)


def local(state, occupation=None):
    """The assumptions of a state, and of an occupation if one is given."""
    return localized(SHIPPED, Place(the_state(state)), None if occupation is None else Goal(the_occupation(occupation)))


def the_figure(found, name):
    return next(figure for figure in found.figures if figure.name == name)


# Rules


def test_an_electrician_in_new_york_earns_nearly_what_is_published():
    found = wages_of(the_occupation("electrician"), the_state("NY"))
    assert found.published == (45_740, 60_480, 78_750, 106_420, 131_640)
    # A standard error of 1.5 percent against 10: 0.01 / (0.01 + 0.000225) counts for the state's own.
    assert found.weight == pytest.approx(0.01 / 0.010225)
    assert found.percentiles[2] == pytest.approx(78_750, rel=0.005)
    assert (found.rule, found.price_year, found.area, found.period) == ("state", 2025, "New York", "May 2025")


@pytest.mark.parametrize("code", ["47-2111", "29-1141", "53-3032", "31-1131"])
def test_wages_of_every_state_are_drawn_toward_what_is_expected(code):
    for state in states():
        found = wages_of(the_occupation(code), state)
        assert found.percentiles == pytest.approx(estimated(state, code), rel=1e-9)
        assert found.source == "oews-states-2025"


def test_an_occupation_without_wages_in_the_state_takes_the_general_level():
    wyoming = the_state("WY")
    blank = [code for code in wages(2025) if (in_state(wyoming), code) not in local_wages(STATES)]
    assert len(blank) > 100
    for code in blank[::10]:
        if wages(2025)[code]["a_median"] and wages(2025)[code]["a_pct90"]:
            found = wages_of(the_occupation(code), wyoming)
            assert found.rule == "state_expected"
            # Equal national percentiles are kept a dollar apart.
            assert found.percentiles == pytest.approx(expected_in(wyoming, code), abs=2)


def test_a_countys_electricians_are_those_of_its_area():
    area = wage_area("36013", None)
    assert area == (3_600_004, "Southwest New York nonmetropolitan area")
    found = wages_of(the_occupation("electrician"), the_state("NY"), area)
    row = local_wages(AREAS)["3600004", "47-2111"]
    level = math.sqrt(median(AREAS, "3600004") / median(STATES, "3600000"))
    expected = [point * level for point in estimated(the_state("NY"), "47-2111")]
    assert found.percentiles == pytest.approx(between(published(row), expected, 440 / 740), rel=1e-9)
    assert found.percentiles[2] == pytest.approx(64_820, rel=0.06)
    assert found.published[2] == 64_820


def test_a_metropolitan_area_by_its_code_and_a_county_in_none():
    assert wage_area(None, "33540").name == "Missoula, MT"
    assert wage_area("30063", None).name == "Missoula, MT"
    assert wage_area("09001", None) is None


def test_drawing_states_toward_what_is_expected_moves_no_occupation_as_a_whole():
    for code in sorted(wages(2025), key=lambda code: -float(wages(2025)[code]["tot_emp"] or 0))[:20]:
        rows = [
            (r, s)
            for s in states()
            if (r := local_wages(STATES).get((in_state(s), code))) and r["employment"] and published(r)[2]
        ]
        people = [float(row["employment"]) for row, _ in rows]
        ours = np.average([estimated(state, code)[2] for _, state in rows], weights=people)
        theirs = np.average([published(row)[2] for row, _ in rows], weights=people)
        assert ours == pytest.approx(theirs, rel=0.006), code
        # A mean of medians is no median, so it is not the national one; where pay differs little it is near.
        assert ours == pytest.approx(national(code)[2], rel=0.06), code


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
    record = localized(SHIPPED, None, Goal(the_occupation("actor"))).records.pathways["apprenticeship-27-2011"].earnings
    assert record.percentiles.note == NOTES["hourly"]


def test_hourly_wages_of_a_state_stand_for_2080_hours():
    new_york = the_state("NY")
    found = wages_of(the_occupation("actor"), new_york)
    assert local_wages(STATES)[in_state(new_york), "27-2011"]["unit"] == "H"
    assert found.percentiles == pytest.approx(estimated(new_york, "27-2011"), rel=1e-9)
    assert found.is_hourly


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


def least_in(state):
    """The minimum wage of a state [USD/hour]."""
    return minimum_wage(Place(state)).record.value


def at_the_lowest_standing(records):
    """A man whose pay with the training is the lowest published wage, and who stays in the occupation."""
    low = {
        name: msgspec.structs.replace(getattr(records.careers, name), value=0.1)
        for name in ("finisher_standing", "entry_standing", "settled_standing")
    }
    stays = msgspec.structs.replace(records.careers.kept_outside, value=1.0)
    careers = msgspec.structs.replace(records.careers, **low, kept_outside=stays)
    return msgspec.structs.replace(records, careers=careers, person=msgspec.structs.replace(records.person, sex="male"))


def test_nobody_is_paid_less_than_the_minimum_wage():
    pairs = list(itertools.product(states(), wages(2025)))[::10]
    assert len(pairs) >= 4000
    below = [(s, c) for s, c in pairs if wages_of(the_occupation(c), s).percentiles[0] < least_in(s) * 2080]
    assert len(below) > 100
    tried, at_minimum = set(), 0
    for state, code in below:
        if not any(route.exists for route in routes_into(the_occupation(code))):
            continue
        records, least = local(state.postal, code).records, least_in(state)
        ids = [
            name for name in (f"{kind}-{code}" for kind in ("apprenticeship", "on-the-job")) if name in records.pathways
        ]
        tried |= {name.removesuffix(f"-{code}") for name in ids}
        for name in ids:
            found = comparison(at_the_lowest_standing(records), Provenance("", []), [name], None).pathways[1]
            pathway, years = records.pathways[name], math.ceil(found.training_length)
            pay, life = found.completer.paid_earnings, pathway.earnings.work_life
            # Wage steps are for the hours of the contract, with no unemployment in them.
            whole = math.floor(found.training_length)
            assert all(p >= least * min(pathway.training.paid_hours.value, 2080) - 0.01 for p in pay[:whole])
            employed = np.interp(np.arange(18.5, 65), life.ages.value, life.employed_men.value)
            floors = least * 2080 * employed
            assert all(p >= floor - 0.01 for p, floor in zip(pay[years:], floors[years:], strict=True))
            at_minimum += sum(p == pytest.approx(floor) for p, floor in zip(pay[years:], floors[years:], strict=True))
    assert tried == {"apprenticeship", "on-the-job"}
    assert at_minimum > 100


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
    part, restated = pathway.earnings, prices()[2025] / prices()[pathway.earnings.percentiles.price_year]
    # Steps are of what finishers of 18 are paid: percentile 0.65, three fifths of the way from p50 to p75 in the
    # logarithm, as a man or a woman in the occupation, at the youngest age known.
    _, _, middle, upper, _ = part.percentiles.value
    men, life = part.male_share.value, part.work_life
    ratio = men * life.ratio_men.value + (1 - men) * life.ratio_women.value
    hourly = middle**0.4 * upper**0.6 * ratio * life.profile.value[0] / 2080 * restated
    step, least = min(pathway.training.wage_steps.value) * hourly, least_in(the_state(state))
    assert (step < least) == is_marked == bool(marks)
    for mark in marks:
        # Where even the median is below it, that is what is said.
        shown = hourly if hourly < least else step
        assert mark.code == ("journeyworker_below_minimum" if hourly < least else "step_below_minimum")
        assert mark.values == {"wage": pytest.approx(shown), "minimum": least}


# Building trades, education levels, demand


@pytest.mark.parametrize("postal", ["MT", "NY", "WY", "DC"])
def test_building_trades_are_the_mean_of_the_listed_occupations_weighted_by_employment(postal):
    state, points, people = the_state(postal), [0.0] * 5, 0.0
    for code in LISTED:
        weight = float(wages(2025)[code]["tot_emp"])
        people += weight
        points = [p + f * weight for p, f in zip(points, estimated(state, code), strict=True)]
    figure = the_figure(local(postal), f"pathways.{BUILDING}.earnings.percentiles")
    assert figure.record.value == pytest.approx([p / people for p in points], abs=0.0051)
    assert (figure.rule, figure.record.price_year, figure.record.kind) == ("weighted", 2025, "derived")


def test_the_listed_occupations_are_fifteen():
    assert {o.code for o, _ in entered_through_apprenticeship()} == set(LISTED)
    assert sum(people for _, people in entered_through_apprenticeship()) == 2_320_480
    assert len(LISTED) == 15


def test_demand_is_that_of_the_projections():
    found = demand_of(the_occupation("electrician"))
    row = next(r for r in table("bls_projections_2024_2034_table1_2") if r["occ_code"] == "47-2111")
    assert found.training == row["typical_on_the_job_training"] == "Apprenticeship"
    assert found.openings == pytest.approx(float(row["annual_openings_thousands"]) * 1000)
    assert found.growth == pytest.approx(float(row["emp_change_pct"]) / 100)
    assert found.employment == pytest.approx(818_700)
