"""Figures of a place besides wages, against the published tables."""

from statistics import median

import pytest

from mobcalc.loader.bundled import bundled
from mobcalc.store.facts import Place, place_facts, tuition
from mobcalc.store.local import localized
from mobcalc.store.names import county_of, metro_of
from tests.store.published import states, table, the_state, wage_indexes

RENTS = [r for r in table("hud_fmr_fy2025_fy2026") if r["year"] == "2025"]
CARE = table("ndcp_2018_infant_childcare_by_county")
CARE_OF_STATES = {r["state"]: r for r in table("ndcp_2018_infant_childcare_state_summary")}
TUITION = {r["state"]: r for r in table("nces_digest_330_20_tuition_by_state_2022_23")}
SIZES = [f"fmr_{bedrooms}br" for bedrooms in range(5)]


def facts(text):
    """What is known of a county, and the list of it by name."""
    county = county_of(text, None, "--county")
    found, listed = place_facts(Place(county.state, county))
    return found, {figure.name.removeprefix("place."): figure for figure in listed}


def rents_of(fips):
    """The rents of a county's towns, or its own, by number of bedrooms."""
    towns = [r for r in RENTS if r["county_fips"] == fips]
    return [[float(town[size]) for town in towns] for size in SIZES]


@pytest.mark.parametrize(
    ("college", "column", "without"),
    [("two-year", "pub2", ["AK", "DC", "DE", "FL", "NV"]), ("four-year", "pub4", [])],
)
def test_tuition_is_that_of_the_state(college, column, without):
    blank = []
    for state in states():
        cell, found = TUITION[state.name][f"{column}_instate_tuition_2022_23"], tuition(state, college)
        if found is None:
            blank.append(state.postal)
            assert cell == ""
        else:
            assert (found.value, found.unit, found.price_year) == (float(cell), "USD/year", 2022)
    assert blank == without


def test_tuition_takes_the_place_of_the_national_one():
    shipped = bundled()
    found = localized(shipped, Place(the_state("NY")), None).records.pathways
    assert found["associate-degree"].costs.tuition_and_fees.value == 5755
    assert found["bachelors-degree"].costs.tuition_and_fees.value == 8575
    # Where a state has no two-year college of its own the national figure stays.
    florida = localized(shipped, Place(the_state("FL")), None)
    name = "pathways.associate-degree.costs.tuition_and_fees"
    kept = florida.records.pathways["associate-degree"].costs.tuition_and_fees
    assert kept == shipped.pathways["associate-degree"].costs.tuition_and_fees
    assert {figure.name: figure.rule for figure in florida.figures}[name] == "national_tuition"


def test_rents_of_a_county():
    found, listed = facts("Chautauqua, NY")
    assert found.rents.value == [687, 725, 933, 1212, 1237] == [size[0] for size in rents_of("36013")]
    assert (found.rents.kind, found.rents.unit, found.rents.price_year) == ("observed", "USD/month", 2025)
    assert (listed["rents"].rule, listed["rents"].area, listed["rents"].period) == (
        "county_rents",
        "Chautauqua County, NY",
        "2025",
    )


@pytest.mark.parametrize(
    ("text", "fips", "towns"),
    [("Hartford, CT", "09003", 29), ("Cumberland, ME", "23005", 28), ("Newport, RI", "44005", 6)],
)
def test_rents_of_a_county_in_new_england_are_the_median_of_its_towns(text, fips, towns):
    by_size = rents_of(fips)
    found, listed = facts(text)
    assert len(by_size[0]) == towns
    assert found.rents.value == pytest.approx([median(size) for size in by_size])
    assert (found.rents.kind, listed["rents"].rule) == ("derived", "town_rents")
    assert f"The median of {towns} towns" in found.rents.note
    low, high = min(by_size[2]), max(by_size[2])
    assert (f"{low:g} in each" if low == high else f"{low:g} to {high:g}") in found.rents.note


def test_every_county_has_rents_but_one_that_was_divided():
    covered = {r["county_fips"] for r in RENTS}
    assert {r["county_fips"] for r in CARE} - covered == {"02261"}
    found, listed = facts("02261")
    assert found.rents is None
    assert "rents" not in listed


def test_infant_care_is_the_countys_where_it_is_published():
    found, listed = facts("Chautauqua, NY")
    row = next(r for r in CARE if r["county_fips"] == "36013")
    assert found.infant_care_center.value == float(row["weekly_center_infant_usd"]) == 217.74
    assert found.infant_care_family.value == float(row["weekly_family_infant_usd"])
    assert (found.infant_care_center.price_year, found.infant_care_center.unit) == (2018, "USD/week")
    assert listed["infant_care_center"].rule == "county_care"


@pytest.mark.parametrize("kind", ["center", "family"])
def test_infant_care_is_the_states_where_the_countys_is_blank(kind):
    column = f"weekly_{kind}_infant_usd"
    blank = [r for r in CARE if not r[column] and CARE_OF_STATES[r["state"]][f"{kind}_infant_weekly_popweighted"]]
    assert len(blank) > 10
    for row in blank[:: max(1, len(blank) // 20)]:
        found, listed = facts(row["county_fips"])
        record = getattr(found, f"infant_care_{kind}")
        expected = float(CARE_OF_STATES[row["state"]][f"{kind}_infant_weekly_popweighted"])
        assert (record.value, record.kind) == (expected, "derived")
        figure = listed[f"infant_care_{kind}"]
        assert (figure.rule, figure.area) == ("state_care", row["state_name"])


def test_infant_care_is_not_known_where_the_state_has_no_price():
    found, listed = facts("Missoula, MT")
    assert (found.infant_care_center, found.infant_care_family) == (None, None)
    assert not {"infant_care_center", "infant_care_family"} & listed.keys()


def test_the_state_is_described_by_its_index_unemployment_and_prices():
    for state in states():
        found, listed = place_facts(Place(state))
        months = [
            float(r["unemployment_rate_pct"])
            for r in table("laus_state_unemployment_monthly_2015_2026")
            if r["state"] == state.postal and r["date"].startswith("2025")
        ]
        price = next(
            r["rpp"]
            for r in table("bea_rpp_state_2008_2023")
            if r["state"] == state.name and r["year"] == "2023" and r["category"] == "All items"
        )
        assert found.wage_index.value == pytest.approx(wage_indexes()[state.name], rel=1e-12)
        assert found.unemployment_rate.value == pytest.approx(sum(months) / len(months) / 100, abs=1e-6)
        assert found.price_parity.value == pytest.approx(float(price) / 100)
        assert (found.state, found.county, found.rents) == (state.name, None, None)
        assert [figure.name for figure in listed] == [
            "place.wage_index",
            "place.unemployment_rate",
            "place.price_parity",
        ]


def test_prices_are_those_of_the_metropolitan_area_if_one_is_given():
    boise = metro_of("Boise", "--metro")
    found, listed = place_facts(Place(the_state("ID"), metro=boise))
    row = next(r for r in table("bea_rpp_metro_2023") if r["cbsa_code"] == boise.code and r["category"] == "All items")
    assert found.price_parity.value == pytest.approx(float(row["rpp_2023"]) / 100)
    assert listed[-1].area == boise.name
