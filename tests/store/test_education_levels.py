"""What people of an education earn in a place, worked out again from the published tables."""

import math
from typing import NamedTuple

import pytest

from mobcalc.loader.bundle import bundled
from mobcalc.schema import Assumption
from mobcalc.store.counties import counties
from mobcalc.store.education_levels import EDUCATION_SD, EDUCATIONS, education_level
from mobcalc.store.local_assumptions import localized
from mobcalc.store.metros import metro_of
from mobcalc.store.place_figures import Place, place_facts
from mobcalc.store.places import county_of
from tests.store.published import medians, state_level, states, table, the_state


class Level(NamedTuple):
    ratio: float
    area: str
    rule: str
    record: Assumption


def level_of(place, education):
    """The level of an education among the figures of a place."""
    name = f"place.earnings_levels.{education}"
    found = next(figure for figure in place_facts(place)[1] if figure.name == name)
    return Level(found.factor, found.area, found.rule, found.record)


LOCAL = {(r["area"], r["kind"], r["education"]): r for r in table("acs_2024_local_earnings")}
STATE = {(r["state_fips"], r["education"]): r for r in table("acs_2024_state_earnings")}


@pytest.mark.parametrize("education", EDUCATIONS)
def test_a_states_level_is_its_median_over_the_national_one(education):
    for state in states():
        found = education_level(education, state, None, None)
        assert found.ratio == pytest.approx(state_level(state, EDUCATIONS[education]), rel=1e-12)
        assert (found.area, found.rule, found.is_matched) == (state.name, "level_of_state", state.postal in "CA TX")


def test_what_too_few_answered_is_that_of_all_educations_together():
    missing = {(state.postal, name) for state in states() for name in EDUCATIONS.values()} - {
        (state.postal, name) for state in states() for (fips, name) in STATE if fips == state.fips
    }
    assert missing == {("DC", "less_than_hs"), ("DC", "associate"), ("VT", "less_than_hs")}
    capital = the_state("DC")
    logs = {name: math.log(medians()["11", name] / medians()["00", name]) for fips, name in STATE if fips == "11"}
    assert sorted(logs) == ["bachelors", "high_school", "some_college"]
    for name in ("less_than_high_school", "associate"):
        found = education_level(name, capital, None, None)
        assert min(logs.values()) < math.log(found.ratio) < max(logs.values())
        assert found.ratio == education_level("associate", capital, None, None).ratio
        assert "none is published for District of Columbia" in found.note
    assert "none is published" not in education_level("high_school", capital, None, None).note


def test_how_far_educations_lie_from_their_state_is_what_the_table_shows():
    # Distances to the mean of a state's educations, beyond what their own errors make, in the 49 states not matched.
    apart, errors = [], []
    for state in states():
        rows = [row for (fips, _), row in STATE.items() if fips == state.fips and state.postal not in ("CA", "TX")]
        logs = [math.log(float(row["p50"]) / medians()["00", row["education"]]) for row in rows]
        apart += [(log - sum(logs) / len(logs)) ** 2 * len(logs) / (len(logs) - 1) for log in logs]
        errors += [(float(row["se_p50"]) / float(row["p50"])) ** 2 for row in rows]
    assert len(apart) == 49 * 5 - 3
    spread = math.sqrt(sum(apart) / len(apart) - sum(errors) / len(errors))
    assert pytest.approx(spread, abs=0.005) == EDUCATION_SD


@pytest.mark.parametrize("education", EDUCATIONS.values())
def test_the_mean_of_the_states_by_people_is_near_the_national_figure(education):
    people = {fips: float(row["weighted_n"]) for (fips, of), row in STATE.items() if of == education and fips != "00"}
    mean = sum(medians()[fips, education] * count for fips, count in people.items()) / sum(people.values())
    assert mean == pytest.approx(medians()["00", education], rel=0.01)


def by_hand(kind, area, fips):
    """The distance to the state in logarithms, pooled by errors, and its weight; from the rows one by one."""
    whole = weighed = 0.0
    for education in ("high_school", "some_college_associate"):
        row = LOCAL.get((area, kind, education))
        if row is None or float(row["purity"]) < 0.5:
            continue
        parts = ("some_college", "associate") if education != "high_school" else ("high_school",)
        of = [STATE[fips, part] for part in parts]
        people = sum(float(r["weighted_n"]) for r in of)
        log = sum(float(r["weighted_n"]) / people * math.log(float(r["p50"])) for r in of)
        error = sum((float(r["weighted_n"]) / people * float(r["se_p50"]) / float(r["p50"])) ** 2 for r in of)
        precision = 1 / ((float(row["se_p50"]) / float(row["p50"])) ** 2 + error)
        whole += precision
        weighed += precision * (math.log(float(row["p50"])) - log)
    return weighed / whole, 0.01 / (0.01 + 1 / whole)


def test_chautauqua_moves_its_states_level():
    found = level_of(Place(the_state("NY"), county_of("FIPS 36013", None, "")), "high_school")
    apart, weight = by_hand("county", "36013", "36")
    assert found.ratio == pytest.approx(
        state_level(the_state("NY"), "high_school") * math.exp(apart * weight), rel=1e-9
    )
    assert (found.area, found.rule) == ("Chautauqua County, NY", "level_of_county")
    # 42,400 and 50,599 against 50,098 and about 59,200: some 16 percent less, of which most is kept.
    assert 0.85 < found.ratio / state_level(the_state("NY"), "high_school") < 0.90


def test_a_noisy_county_counts_for_less():
    missoula = level_of(Place(the_state("MT"), county_of("FIPS 30063", None, "")), "some_college")
    apart, weight = by_hand("county", "30063", "30")
    assert missoula.ratio == pytest.approx(state_level(the_state("MT"), "some_college") * math.exp(apart * weight))
    assert weight < by_hand("county", "36013", "36")[1]


def test_one_local_ratio_moves_every_education():
    place = Place(the_state("NY"), county_of("FIPS 36013", None, ""))
    ratios = [
        level_of(place, education).ratio / state_level(place.state, EDUCATIONS[education]) for education in EDUCATIONS
    ]
    assert ratios == pytest.approx(ratios[:1] * len(EDUCATIONS), rel=1e-12)


def test_a_county_that_shares_its_sample_takes_the_area_around_it():
    shared = [a for (a, kind, _), r in LOCAL.items() if kind == "county" and float(r["purity"]) < 0.5]
    around = {r["county_fips"]: r["cbsa_code"] for r in table("county_cbsa_2023")}
    code = next(a for a in shared if a in around and (around[a], "metro", "high_school") in LOCAL and a[:2] == "36")
    found = level_of(Place(the_state("NY"), county_of(f"FIPS {code}", None, "")), "high_school")
    apart, weight = by_hand("metro", around[code], "36")
    assert found.rule == "level_of_metro"
    assert found.ratio == pytest.approx(state_level(the_state("NY"), "high_school") * math.exp(apart * weight))


def test_a_place_without_figures_of_its_own_has_its_states():
    around = {r["county_fips"]: r["cbsa_code"] for r in table("county_cbsa_2023")}
    known = {(area, kind) for area, kind, _ in LOCAL}
    without = [c for c in counties() if (c.fips, "county") not in known and (around.get(c.fips), "metro") not in known]
    assert len(without) > 100
    for county in without[::100]:
        found = level_of(Place(county.state, county), "associate")
        assert (found.area, found.rule) == (county.state.name, "level_of_state")
        assert found.ratio == pytest.approx(state_level(county.state, "associate"))


@pytest.mark.parametrize("region", sorted({r["planning_region_fips"] for r in table("ct_town_oews_area")}))
def test_a_planning_region_of_connecticut_moves_its_states_level(region):
    found = level_of(Place(the_state("CT"), county_of(f"FIPS {region}", None, "")), "associate")
    apart, weight = by_hand("county", region, "09")
    assert found.rule == "level_of_county"
    assert found.ratio == pytest.approx(state_level(the_state("CT"), "associate") * math.exp(apart * weight))


def test_a_metropolitan_area_is_read_by_its_code():
    metro = metro_of("Missoula", "", the_state("MT"))
    found = level_of(Place(the_state("MT"), metro=metro), "high_school")
    apart, weight = by_hand("metro", metro.code, "30")
    assert found.ratio == pytest.approx(state_level(the_state("MT"), "high_school") * math.exp(apart * weight))


@pytest.mark.parametrize(("postal", "kind"), [("CA", "assumed"), ("NY", "derived")])
def test_figures_of_the_two_matched_states_are_marked_as_assumed(postal, kind):
    record = level_of(Place(the_state(postal)), "high_school").record
    assert record.kind == kind
    assert record.value == pytest.approx(state_level(the_state(postal), "high_school"), abs=1e-6)
    assert ("matched" in record.note) == (kind == "assumed")


def test_small_cells_of_a_state_are_drawn_toward_all_its_educations():
    # Montana's 1.043 for associate degrees stands on few answers, its other educations lie 6 to 19 percent lower.
    montana = the_state("MT")
    raw = medians()["30", "associate"] / medians()["00", "associate"]
    assert 0.97 < education_level("associate", montana, None, None).ratio < raw - 0.03
    # New York's cells are large, so they stay where they are.
    raw = medians()["36", "associate"] / medians()["00", "associate"]
    assert education_level("associate", the_state("NY"), None, None).ratio == pytest.approx(raw, rel=0.005)


@pytest.mark.parametrize("postal", ["NY", "MS"])
def test_every_education_is_at_the_level_of_the_place(postal):
    levels = localized(bundled(), Place(the_state(postal)), None).records.place.earnings_levels
    for name, education in EDUCATIONS.items():
        assert getattr(levels, name).value == pytest.approx(state_level(the_state(postal), education), abs=1e-6)
