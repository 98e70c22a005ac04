"""The minimum wage of a place: steps in law by the days that each of them holds, and cities' own."""

import re
from datetime import date

import pytest

from mobcalc.store.counties import County
from mobcalc.store.minimum_wages import minimum_wage
from mobcalc.store.place_figures import Place
from mobcalc.store.places import county_of
from tests.store.published import states, table, the_state

STATEWIDE = {r["state"]: r for r in table("state_minimum_wages_2025_2026") if r["effective_date"] == "2025-01-01"}
LOCAL = table("local_minimum_wages_2025")


def wage(postal, county=None):
    where = None if county is None else county_of(county, the_state(postal), "")
    return minimum_wage(Place(the_state(postal), where))


def days(first, last):
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def test_states_without_steps_have_what_the_table_says():
    for state in states():
        row = STATEWIDE[state.postal]
        if " from 2025" not in row["note"]:
            found = wage(state.postal)
            assert found.record.value == float(row["min_wage_usd_per_hour"])
            assert (found.record.kind, found.area) == ("observed", state.name)


@pytest.mark.parametrize(
    ("postal", "steps"),
    [
        ("AK", [("2025-01-01", 11.91), ("2025-07-01", 13.00)]),
        ("DC", [("2025-01-01", 17.50), ("2025-07-01", 17.95)]),
        ("FL", [("2025-01-01", 13.00), ("2025-09-30", 14.00)]),
        ("MI", [("2025-01-01", 10.56), ("2025-02-21", 12.48)]),
        ("OR", [("2025-01-01", 14.70), ("2025-07-01", 15.05)]),
    ],
)
def test_steps_count_by_the_days_that_they_hold(postal, steps):
    ends = [*(day for day, _ in steps[1:]), "2026-01-01"]
    mean = sum(rate * days(day, end) for (day, rate), end in zip(steps, ends, strict=True)) / 365
    found = wage(postal)
    assert found.record.value == pytest.approx(mean, abs=5e-5)
    assert found.record.kind == "derived"
    for day, rate in steps:
        assert f"{rate:.2f} from {day}" in found.record.note


def test_no_step_of_the_notes_is_missed():
    for row in STATEWIDE.values():
        for rate, day in re.findall(r"(\d+\.\d\d) from (2025-\d\d-\d\d)", row["note"]):
            assert f"{rate} from {day}" in wage(row["state"]).record.note


@pytest.mark.parametrize(
    ("county", "postal", "expected", "area"),
    [
        ("Kings County", "NY", 16.50, "Kings County, NY"),
        ("Suffolk County", "NY", 16.50, "Suffolk County, NY"),
        ("Chautauqua County", "NY", 15.50, "New York"),
        ("Seattle", "WA", 20.76, "Seattle, WA"),
        ("King County", "WA", 16.66, "Washington"),
        ("Denver County", "CO", 18.81, "Denver County, CO"),
        ("Denver city", "CO", 18.81, "Denver County, CO"),
        ("Chicago", "IL", (16.20 * 181 + 16.60 * 184) / 365, "Chicago, IL"),
        ("Cook County", "IL", 15.00, "Illinois"),
        ("Malheur County", "OR", (13.70 * 181 + 14.05 * 184) / 365, "Malheur County, OR"),
        ("Lane County", "OR", (14.70 * 181 + 15.05 * 184) / 365, "Oregon"),
        ("Montgomery County", "MD", (17.15 * 181 + 17.65 * 184) / 365, "Montgomery County, MD"),
    ],
)
def test_cities_and_regions_have_their_own(county, postal, expected, area):
    found = wage(postal, county)
    assert found.record.value == pytest.approx(expected, abs=5e-5)
    assert found.area == area


def test_every_local_wage_is_of_a_known_place_and_above_the_states_or_a_region_of_oregon():
    for row in LOCAL:
        county = county_of(f"FIPS {row['county_fips']}", None, "")
        assert county.state.postal == row["state"]
        assert row["publisher"] and (row["address"].startswith("http") or row["state"] == "NY")
        own = minimum_wage(Place(county.state, County(county.fips, county.name, county.state, row["city"])))
        assert own.area == (f"{row['city']}, {row['state']}" if row["city"] else county.in_state)
        assert own.record.value > wage(row["state"]).record.value or "nonurban" in row["note"]
        if row["city"]:
            assert county_of(f"{row['city']} city, {row['state']}", None, "").fips == row["county_fips"]
