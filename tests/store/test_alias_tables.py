"""The two tables of names that people use: every code in them is one that the published tables carry."""

import csv
import re

from mobcalc.loader.bundle import bundled_folder

TABLES = bundled_folder() / "tables"


def table(name):
    with (TABLES / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


CITIES = table("city_aliases.csv")
ALIASES = table("occupation_aliases.csv")
PLACES = table("place_county_2020.csv")
COUNTIES = {r["county_fips"]: r for r in table("county_oews_area.csv")}


def test_every_city_is_in_a_county_of_today_in_its_state():
    assert [r for r in CITIES if COUNTIES[r["county_fips"]]["state"] != r["state"]] == []


def test_the_census_uses_none_of_the_names():
    kinds = ("city", "town", "village", "borough", "CDP", "municipality", "city and borough")
    places = {r["place_name"] for r in PLACES}
    known = {f"{r['alias']}{kind}, {r['state']}" for r in CITIES for kind in ("", *(f" {kind}" for kind in kinds))}
    assert known & places == set()


def words(name):
    """A name in words without capitals, however they are joined."""
    return re.findall(r"[a-z.]+", name.casefold())


def test_a_borough_of_new_york_is_a_county_that_the_city_reaches_into():
    reached = {r["county_fips"] for r in PLACES if r["place_name"] == "New York city, NY"}
    boroughs = {r["county_fips"] for r in CITIES if r["note"]}
    assert boroughs == reached
    assert {r["note"] for r in CITIES} == {"", "a borough of New York City"}


def test_every_other_name_is_a_part_of_what_the_census_calls_the_city_or_its_county():
    for row in CITIES:
        if row["note"]:
            continue
        of_places = [r["place_name"] for r in PLACES if r["county_fips"] == row["county_fips"]]
        names = [*of_places, COUNTIES[row["county_fips"]]["county_name"]]
        alias = words(row["alias"])
        assert any(alias == words(name)[at : at + len(alias)] for name in names for at in range(len(words(name)))), row


def test_every_occupation_is_a_detailed_one_of_the_wage_survey():
    detailed = {r["occ_code"] for r in table("oews_national_2025.csv") if r["o_group"] == "detailed"}
    assert [r for r in ALIASES if r["occ_code"] not in detailed] == []
    assert {code for r in ALIASES for code in re.findall(r"\d\d-\d{4}", r["note"])} <= detailed


def test_no_name_is_given_twice():
    cities = [(r["alias"].casefold(), r["state"]) for r in CITIES]
    # A name may be that of several occupations, which are then asked back; the same twice helps nobody.
    aliases = [(r["alias"], r["occ_code"]) for r in ALIASES]
    assert len(set(cities)) == len(cities)
    assert len(set(aliases)) == len(aliases)


def test_names_are_plain_text():
    for row in CITIES:
        assert re.fullmatch(r"[A-Z][A-Za-z .'-]*[A-Za-z]", row["alias"]), row
    for row in ALIASES:
        assert re.fullmatch(r"[a-z0-9][a-z0-9 &-]*[a-z0-9]", row["alias"]), row
