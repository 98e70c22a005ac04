"""The two tables that look names up: every code in them is one that the published tables carry."""

import csv
import re

from mobcalc.loader.bundle import bundled_folder

TABLES = bundled_folder() / "tables"


def table(name):
    with (TABLES / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


CITIES = table("city_counties.csv")
ALIASES = table("occupation_aliases.csv")


def test_every_county_is_named_as_in_the_child_care_table():
    counties = {
        (r["state"], r["county_fips"], r["county_name"]) for r in table("ndcp_2018_infant_childcare_by_county.csv")
    }
    assert [r for r in CITIES if (r["state"], r["county_fips"], r["county_name"]) not in counties] == []


def test_every_state_has_cities():
    states = {r["state"] for r in table("ndcp_2018_infant_childcare_by_county.csv")}
    assert {r["state"] for r in CITIES} == states


def test_a_share_is_a_part_and_a_city_with_a_part_says_why():
    for row in CITIES:
        share = float(row["share_of_city"] or 1)
        assert 0.5 < share <= 1, row
        assert share == 1 or "more than one county" in row["note"], row


def test_every_occupation_is_a_detailed_one_of_the_wage_survey():
    detailed = {r["occ_code"] for r in table("oews_national_2025.csv") if r["o_group"] == "detailed"}
    assert [r for r in ALIASES if r["occ_code"] not in detailed] == []
    assert {code for r in ALIASES for code in re.findall(r"\d\d-\d{4}", r["note"])} <= detailed


def test_no_name_is_given_twice():
    cities = [(r["city"].casefold(), r["state"]) for r in CITIES]
    # A name may be that of several occupations, which are then asked back; the same twice helps nobody.
    aliases = [(r["alias"], r["occ_code"]) for r in ALIASES]
    assert len(set(cities)) == len(cities)
    assert len(set(aliases)) == len(aliases)


def test_names_are_plain_text():
    for row in CITIES:
        assert re.fullmatch(r"[A-Z][A-Za-z .'-]*[A-Za-z]", row["city"]), row
    for row in ALIASES:
        assert re.fullmatch(r"[a-z0-9][a-z0-9 &-]*[a-z0-9]", row["alias"]), row
