"""Figures of a place besides wages, against the published tables."""

from statistics import median

import pytest

from mobcalc.loader.bundle import bundled
from mobcalc.store.counties import counties
from mobcalc.store.education_levels import EDUCATIONS
from mobcalc.store.local_assumptions import localized
from mobcalc.store.metros import metro_of
from mobcalc.store.place_figures import Place, place_facts, tuition
from mobcalc.store.places import county_of
from tests.store.published import state_level, states, table, the_state

RENTS = [r for r in table("hud_fmr_fy2025_fy2026") if r["year"] == "2025"]
CARE = table("ndcp_2018_infant_childcare_by_county")
CARE_OF_STATES = {r["state"]: r for r in table("ndcp_2018_infant_childcare_state_summary")}
TUITION = {r["state"]: r for r in table("nces_digest_330_20_tuition_by_state_2022_23")}
TOWNS = table("ct_town_oews_area")
REGIONS = sorted({r["planning_region_fips"] for r in TOWNS})
TWO_OF_ONE = {"02063": "Chugach Census Area, AK", "02066": "Copper River Census Area, AK"}
"""Into which the Valdez-Cordova Census Area (02261) was divided in 2019."""
WITHOUT_CARE = ["CO", "DC", "FL", "GA", "IA", "IN", "LA", "MT", "NM", "NV"]
SIZES = [f"fmr_{bedrooms}br" for bedrooms in range(5)]


def facts(text):
    """What is known of a county, and the list of it by name."""
    county = county_of(text, None, "--county")
    found, listed = place_facts(Place(county.state, county))
    return found, by_name(listed)


def by_name(listed):
    """Local figures by their names below `place`."""
    return {figure.name.removeprefix("place."): figure for figure in listed}


def parity(state, category):
    """The price level of a state in 2023, the country as 1."""
    prices = {
        r["state"]: float(r["rpp"])
        for r in table("bea_rpp_state_2008_2023")
        if (r["year"], r["category"]) == ("2023", category)
    }
    return prices[state] / prices["United States"]


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


@pytest.mark.parametrize(("postal", "price"), [("CA", 1286), ("NM", None), ("AZ", None)])
def test_average_grants_are_no_more_than_is_charged(postal, price):
    shipped, where = bundled(), Place(the_state(postal))
    local = localized(shipped, where, None)
    costs, index = local.records.pathways["associate-degree"].costs, shipped.economy.consumer_prices.value
    assert price in (None, costs.tuition_and_fees.value)
    # Tuition and grants are of 2022, books of 2025.
    charged = costs.tuition_and_fees.value + costs.books_and_supplies.value * index[2022] / index[2025]
    assert costs.grants.value == pytest.approx(charged, abs=0.01)
    assert costs.grants.range == [0, costs.grants.value]
    rules = {figure.name: figure.rule for figure in local.figures}
    assert rules["pathways.associate-degree.costs.grants"] == "grants_of_costs"
    # Where more is charged they stay the national average.
    elsewhere = localized(shipped, Place(the_state("NY")), None)
    assert elsewhere.records.pathways["associate-degree"].costs.grants.value == 4458
    assert not any(figure.name.endswith("grants") for figure in elsewhere.figures)


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
    [("Cumberland County, ME", "23005", 28), ("Newport County, RI", "44005", 6)],
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


@pytest.mark.parametrize("region", REGIONS)
def test_rents_of_a_planning_region_are_the_median_of_its_towns(region):
    codes = {r["town_geoid_2020"] for r in TOWNS if r["planning_region_fips"] == region}
    towns = [r for r in RENTS if r["county_fips"] + r["county_subdivision_code"] in codes]
    assert len(towns) == len(codes)
    found, listed = facts(f"FIPS {region}")
    assert found.rents.value == pytest.approx([median(float(town[size]) for town in towns) for size in SIZES])
    assert (found.rents.kind, listed["rents"].rule) == ("derived", "town_rents")
    assert listed["rents"].area == county_of(f"FIPS {region}", None, "").in_state
    assert f"The median of {len(towns)} towns" in found.rents.note


def test_every_town_of_connecticut_is_in_one_region():
    assert len({r["town_geoid_2020"] for r in TOWNS}) == len(TOWNS) == 169
    assert len(REGIONS) == 9
    with_rent = {r["county_fips"] + r["county_subdivision_code"] for r in RENTS if r["state"] == "CT"}
    assert with_rent == {r["town_geoid_2020"] for r in TOWNS}


def test_every_county_has_rents_of_its_own():
    covered = {r["county_fips"] for r in RENTS}
    without = [county for county in counties() if county.fips not in covered]
    assert [county.fips for county in without] == REGIONS
    for county in (*counties()[::25], *without):
        listed = by_name(place_facts(Place(county.state, county))[1])
        assert (listed["rents"].area, listed["rents"].rule == "state_rents") == (county.in_state, False)


def test_infant_care_is_the_countys_where_it_is_published():
    found, listed = facts("Chautauqua, NY")
    row = next(r for r in CARE if r["county_fips"] == "36013")
    assert found.infant_care_center.value == float(row["weekly_center_infant_usd"]) == 217.74
    assert found.infant_care_family.value == float(row["weekly_family_infant_usd"])
    assert (found.infant_care_center.price_year, found.infant_care_center.unit) == (2018, "USD/week")
    assert listed["infant_care_center"].rule == "county_care"


@pytest.mark.parametrize("kind", ["center", "family"])
@pytest.mark.parametrize("region", REGIONS)
def test_infant_care_of_a_planning_region_is_the_mean_of_the_old_counties_by_its_towns_people(region, kind):
    prices = {r["county_fips"]: float(r[f"weekly_{kind}_infant_usd"]) for r in CARE if r["state"] == "CT"}
    names = {r["county_fips"]: r["county_name"] for r in CARE}
    towns = [(int(r["pop2020"]), r["old_county_fips"]) for r in TOWNS if r["planning_region_fips"] == region]
    mean = sum(people * prices[old] for people, old in towns) / sum(people for people, _ in towns)
    found, listed = facts(f"FIPS {region}")
    record, figure = getattr(found, f"infant_care_{kind}"), listed[f"infant_care_{kind}"]
    assert record.value == pytest.approx(mean, abs=0.005)
    old_counties = {old for _, old in towns}
    assert (record.kind, figure.rule) == ("observed" if len(old_counties) == 1 else "derived", "county_care")
    assert set(figure.area.removesuffix(", CT").split("; ")) == {names[old] for old in old_counties}


@pytest.mark.parametrize("fips", TWO_OF_ONE)
def test_a_part_of_a_county_that_was_divided_has_rents_of_its_own_and_the_care_of_the_whole(fips):
    found, listed = facts(f"FIPS {fips}")
    (whole,) = (r for r in CARE if r["county_fips"] == "02261")
    assert found.rents.value == [size[0] for size in rents_of(fips)]
    assert (listed["rents"].rule, listed["rents"].area) == ("county_rents", TWO_OF_ONE[fips])
    assert found.infant_care_center.value == float(whole["weekly_center_infant_usd"])
    assert (listed["infant_care_center"].rule, listed["infant_care_center"].area) == (
        "county_care",
        "Valdez-Cordova Census Area, AK",
    )
    assert whole["weekly_family_infant_usd"] == ""
    assert found.infant_care_family == place_facts(Place(the_state("AK")))[0].infant_care_family


@pytest.mark.parametrize("kind", ["center", "family"])
def test_infant_care_is_the_states_where_the_countys_is_blank(kind):
    column = f"weekly_{kind}_infant_usd"
    of_today = {county.fips for county in counties()}
    blank = [
        r
        for r in CARE
        if r["county_fips"] in of_today
        and not r[column]
        and CARE_OF_STATES[r["state"]][f"{kind}_infant_weekly_popweighted"]
    ]
    assert len(blank) > 10
    for row in blank[:: max(1, len(blank) // 20)]:
        found, listed = facts(f"FIPS {row['county_fips']}")
        record = getattr(found, f"infant_care_{kind}")
        expected = float(CARE_OF_STATES[row["state"]][f"{kind}_infant_weekly_popweighted"])
        assert (record.value, record.kind) == (expected, "derived")
        figure = listed[f"infant_care_{kind}"]
        assert (figure.rule, figure.area) == ("state_care", row["state_name"])


@pytest.mark.parametrize("kind", ["center", "family"])
def test_infant_care_is_the_countrys_at_the_states_prices_where_the_state_has_none(kind):
    priced = [r for r in CARE if r[f"weekly_{kind}_infant_usd"]]
    people = sum(float(r["population"]) for r in priced)
    mean = sum(float(r[f"weekly_{kind}_infant_usd"]) * float(r["population"]) for r in priced) / people
    without = [state for state in states() if not CARE_OF_STATES[state.postal][f"{kind}_infant_weekly_popweighted"]]
    assert [state.postal for state in without] == WITHOUT_CARE
    for state in without:
        _, listed = place_facts(Place(state))
        figure, level = by_name(listed)[f"infant_care_{kind}"], parity(state.name, "All items")
        assert figure.record.value == pytest.approx(mean * level, abs=0.005)
        assert (figure.record.kind, figure.record.price_year, figure.record.unit) == ("assumed", 2018, "USD/week")
        assert (figure.rule, figure.area, figure.period) == ("national_care", state.name, "2018")
        # What it was made of is said, since nobody published it.
        assert all(said in figure.record.note for said in (state.name, f"{mean:.2f}", f"{level:.3f}"))


def test_infant_care_of_a_county_is_its_states_where_neither_has_a_price():
    found, listed = facts("Missoula, MT")
    of_state, _ = place_facts(Place(the_state("MT")))
    assert (found.infant_care_center, found.infant_care_family) == (
        of_state.infant_care_center,
        of_state.infant_care_family,
    )
    assert listed["infant_care_center"].rule == "national_care"


def test_infant_care_of_a_state_is_the_published_mean():
    for state in states():
        found, listed = place_facts(Place(state))
        for kind in ("center", "family"):
            published = CARE_OF_STATES[state.postal][f"{kind}_infant_weekly_popweighted"]
            if published:
                assert getattr(found, f"infant_care_{kind}").value == float(published)
                assert by_name(listed)[f"infant_care_{kind}"].rule == "state_care"


def test_rents_of_a_state_are_the_mean_of_its_counties_by_people():
    people = {r["county_fips"]: float(r["population"]) for r in CARE}
    for state in states():
        counties = sorted({r["county_fips"] for r in RENTS if r["state"] == state.postal} & people.keys())
        by_county = {fips: [sum(towns) / len(towns) for towns in rents_of(fips)] for fips in counties}
        total = sum(people[fips] for fips in counties)
        expected = [sum(by_county[f][size] * people[f] for f in counties) / total for size in range(5)]
        found, listed = place_facts(Place(state))
        assert found.rents.value == pytest.approx(expected, abs=0.005), state.postal
        assert (found.rents.kind, found.rents.unit, found.rents.price_year) == ("derived", "USD/month", 2025)
        figure = by_name(listed)["rents"]
        assert (figure.rule, figure.area, figure.period) == ("state_rents", state.name, "2025")
        # A mean lies between the counties, and more rooms cost more.
        assert all(min(r[s] for r in by_county.values()) <= found.rents.value[s] + 0.01 for s in range(5))
        assert all(max(r[s] for r in by_county.values()) >= found.rents.value[s] - 0.01 for s in range(5))
        assert found.rents.value == sorted(found.rents.value)


def test_rents_of_a_state_leave_out_almost_nobody():
    """Rents are by the counties of today, people by those of 2018; only a divided part of Alaska falls between."""
    known = {state.postal for state in states()}
    people = {r["county_fips"]: float(r["population"]) for r in CARE}
    with_rent = {r["county_fips"] for r in RENTS if r["state"] in known}
    assert {fips: people[fips] for fips in people.keys() - with_rent} == {"02261": 9301}
    # The first two are what became of it; the third is a code in Missouri that is no county's.
    assert with_rent - people.keys() == {"02063", "02066", "29056"}


def test_rents_of_a_place_without_counties_are_its_own():
    district, _ = place_facts(Place(the_state("DC")))
    assert district.rents.value == [size[0] for size in rents_of("11001")]


@pytest.mark.parametrize("state", states(), ids=lambda state: state.postal)
def test_the_poverty_guideline_is_for_one_person_and_each_further_one(state):
    region = state.name if state.name in ("Alaska", "Hawaii") else "48 states + DC"
    published = {
        int(r["household_size"]): float(r["poverty_guideline_usd"])
        for r in table("federal_poverty_guidelines")
        if (r["region"], r["year"]) == (region, "2025")
    }
    found, listed = place_facts(Place(state))
    one, further = found.poverty_guideline.value
    assert len(published) >= 8
    assert published == {size: one + further * (size - 1) for size in published}
    assert (found.poverty_guideline.unit, found.poverty_guideline.price_year) == ("USD/year", 2025)
    figure = by_name(listed)["poverty_guideline"]
    assert (figure.rule, figure.area, figure.period) == ("poverty_guideline", region, "2025")


def test_alaska_and_hawaii_have_guidelines_of_their_own():
    found = {postal: place_facts(Place(the_state(postal)))[0].poverty_guideline.value for postal in ("AK", "HI", "NY")}
    assert found == {"AK": [19550, 6880], "HI": [17990, 6330], "NY": [15650, 5500]}


def test_every_source_of_a_local_figure_is_described():
    shipped = bundled()
    places = [Place(state) for state in states()]
    places += [
        Place(c.state, c) for c in (county_of(text, None, "--county") for text in ("Hartford, CT", "Denver, CO"))
    ]
    places.append(Place(the_state("ID"), metro=metro_of("Boise", "--metro")))
    for place in places:
        used = {figure.record.source for figure in localized(shipped, place, None).figures}
        assert used <= shipped.sources.keys()
        assert {"hud-fmr-2025", "ndcp-2018", "bea-rpp-2023", "poverty-guidelines"} <= used


def test_the_state_is_described_by_its_earnings_unemployment_and_prices():
    for state in states():
        found, listed = place_facts(Place(state))
        months = [
            float(r["unemployment_rate_pct"])
            for r in table("laus_state_unemployment_monthly_2015_2026")
            if r["state"] == state.postal and r["date"].startswith("2025")
        ]
        for name, education in EDUCATIONS.items():
            level = by_name(listed)[f"earnings_levels.{name}"]
            assert level.factor == pytest.approx(state_level(state, education), rel=1e-12)
            assert level.record.value == pytest.approx(level.factor, abs=5e-7)
            assert getattr(found.earnings_levels, name) == level.record
            assert (level.area, level.rule, level.period) == (state.name, "level_of_state", "2024")
        assert found.unemployment_rate.value == pytest.approx(sum(months) / len(months) / 100, abs=1e-6)
        assert found.price_parity.value == pytest.approx(parity(state.name, "All items"))
        assert found.goods_parity.value == pytest.approx(parity(state.name, "Goods"))
        assert (found.state, found.county) == (state.name, None)
        assert [figure.name for figure in listed] == [
            *(f"place.earnings_levels.{name}" for name in EDUCATIONS),
            "place.unemployment_rate",
            "place.price_parity",
            "place.goods_parity",
            "place.poverty_guideline",
            "place.rents",
            "place.infant_care_center",
            "place.infant_care_family",
            "place.benchmark_premiums",
            "place.family_premiums",
        ]


def test_prices_are_those_of_the_metropolitan_area_if_one_is_given():
    boise = metro_of("Boise", "--metro")
    found, listed = place_facts(Place(the_state("ID"), metro=boise))
    of_boise = {r["category"]: r["rpp_2023"] for r in table("bea_rpp_metro_2023") if r["cbsa_code"] == boise.code}
    of_the_country = {r["category"]: float(r["rpp_2023"]) for r in table("bea_rpp_metro_2023") if r["cbsa_code"] == "0"}
    for name, category in (("price_parity", "All items"), ("goods_parity", "Goods")):
        assert getattr(found, name).value == pytest.approx(float(of_boise[category]) / of_the_country[category])
        assert by_name(listed)[name].area == boise.name
    # A metropolitan area reaches over borders; its rents and infant care stay those of the state.
    assert by_name(listed)["rents"].area == "Idaho"
