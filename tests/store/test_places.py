"""Counties, cities, ZIP codes and metropolitan areas are found by the names people use, or asked back."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mobcalc.errors import InputError
from mobcalc.store.codes import MOST_CANDIDATES, plain
from mobcalc.store.counties import County, counties
from mobcalc.store.metros import metro_of
from mobcalc.store.places import county_of, named_exactly
from tests.store.published import states, table, the_state

COUNTIES = table("county_oews_area")
TOWNS_OF_REGIONS = table("ct_town_oews_area")
ZIPS = {row["zip"]: row for row in table("zip_county")}
POSTALS = {row["county_fips"]: row["state"] for row in COUNTIES}
LEAST = 0.9
"""A city stands for a county in which so much of it lives."""
NOW = {"46113": ["46102"], "02270": ["02158"], "02261": ["02063", "02066"], "51515": ["51019"]}
"""Counties that are no more, and those in their place, as the Census has changed them since 2013."""
OLD_CONNECTICUT = {row["old_county_fips"] for row in TOWNS_OF_REGIONS}
TERRITORIES = {"60", "66", "69", "72", "78"}
"""American Samoa, Guam, the Northern Marianas, Puerto Rico and the Virgin Islands."""
BOROUGHS = {"36061": "Manhattan", "36047": "Brooklyn", "36081": "Queens", "36005": "Bronx", "36085": "Staten Island"}
TWINS = {
    ("Baltimore", "MD"): ("24005", "24510"),
    ("St. Louis", "MO"): ("29189", "29510"),
    ("Richmond", "VA"): ("51159", "51760"),
    ("Roanoke", "VA"): ("51161", "51770"),
    ("Fairfax", "VA"): ("51059", "51600"),
    ("Franklin", "VA"): ("51067", "51620"),
}
"""A county, and a city that is in no county, of one name."""


def county(text, state=None):
    return county_of(text, None if state is None else the_state(state), "--county")


def refusal(text, state=None):
    """What is wrong with a text, and the hint."""
    with pytest.raises(InputError) as refused:
        county(text, state)
    (problem,) = refused.value.problems
    assert problem.where == "--county"
    return problem.what, problem.hint


def asked_back(text, state=None):
    """The candidates that a refusal lists."""
    what, hint = refusal(text, state)
    assert what.endswith("may mean several places"), what
    return candidates(hint)


def candidates(hint):
    listed = hint.removeprefix("it may be ").split("; ")
    return [one for one in listed if not re.fullmatch(r"and \d+ more(: add the state)?", one)]


def found_or_asked(text, state=None):
    """The codes of the counties that a text may mean, as far as they are listed."""
    try:
        return {county(text, state).fips}
    except InputError as refused:
        (problem,) = refused.problems
    if not problem.what.endswith("may mean several places"):
        return f"{problem.what}: {problem.hint}"
    return {named_by(one) for one in candidates(problem.hint)}


BY_NAME = {(plain(row["county_name"]).replace(" ", ""), row["state"]): row["county_fips"] for row in COUNTIES}


def named_by(candidate):
    """The code of the county that a candidate names: in brackets after a city, otherwise before them."""
    name, postal, more = re.fullmatch(r"(.*), ([A-Z]{2})(?: \((.*)\))?", candidate).groups()
    return next(fips for one in (more or name, name) if (fips := BY_NAME.get((plain(one).replace(" ", ""), postal))))


def pasted(candidate):
    """The code of the county that a candidate finds, or why it finds none."""
    try:
        return county(candidate).fips
    except InputError as refused:
        return f"{candidate} is refused: {refused}"


# What the tables say


class Named(NamedTuple):
    """A county, or a city with its parts in counties (most people first), by its name without its kind."""

    bare: str
    whole: str
    postal: str
    counties: tuple[str, ...]
    is_city: bool

    @property
    def key(self) -> tuple[str, str]:
        return plain(self.bare), self.postal


COUNTY_KIND = re.compile(
    " (City and Borough|County|Parish|Borough|Census Area|Municipality|city|Planning Region|Municipio)$"
)
KIND = re.compile(
    " (city and borough|metro township|(unified|consolidated|metro|metropolitan) government|urban county|corporation"
    "|municipality|city|town|village|borough|CDP)$"
)


def parts_of_places():
    """The parts in counties of each place of the Census."""
    parts = defaultdict(list)
    for row in table("place_county_2020"):
        parts[row["place_geoid"]].append(row)
    return parts.values()


@cache
def census_places():
    """Each place of the Census, standing for the county that nine in ten live in, or else for all its counties."""
    found = []
    for parts in parts_of_places():
        name, _, postal = parts[0]["place_name"].rpartition(", ")
        whole = name.removesuffix(" (balance)")
        shares = {row["county_fips"]: float(row["share_of_place_in_county"]) for row in parts}
        by_people = sorted(shares, key=lambda fips: -shares[fips])
        meant = by_people[:1] if shares[by_people[0]] >= LEAST else by_people
        found.append(Named(KIND.sub("", whole).partition(" (")[0], whole, postal, tuple(meant), True))
    return found


def region_of_town(row):
    """The county of a town of New England; in Connecticut the planning region."""
    regions = {town["town_geoid_2020"]: town["planning_region_fips"] for town in TOWNS_OF_REGIONS}
    return regions[row["county_fips"] + row["county_subdivision_code"]] if row["state_alpha"] == "CT" else None


@cache
def towns():
    """The towns of New England."""
    return [
        Named(
            KIND.sub("", row["county_town_name"]),
            row["county_town_name"],
            row["state_alpha"],
            (region_of_town(row) or row["county_fips"],),
            True,
        )
        for row in table("new_england_towns_2020")
    ]


@cache
def of_name():
    """Everything that answers to a name in a state."""
    known = defaultdict(set)
    for row in COUNTIES:
        name, postal, only = row["county_name"], row["state"], (row["county_fips"],)
        one = Named(COUNTY_KIND.sub("", name), name, postal, only, False)
        known[one.key].add(one)
    for row in table("city_aliases"):
        one = Named(row["alias"], row["alias"], row["state"], (row["county_fips"],), True)
        known[one.key].add(one)
    for one in (*census_places(), *towns()):
        known[one.key].add(one)
        # A city may be called by the whole of its name, and another by the same words without a kind.
        known[plain(one.whole), one.postal].add(one)
    return dict(known)


def meant(named):
    """The counties that some places of a name stand for together."""
    return {fips for one in named for fips in one.counties}


def touched(row):
    """The counties of today that a ZIP code touches, the towns of Connecticut by their names."""
    found = set()
    for fips in (row["county_fips"], *row["other_county_fips"].split()):
        if fips in OLD_CONNECTICUT:
            own = {t["planning_region_fips"] for t in TOWNS_OF_REGIONS if t["town"] == row["place"]}
            all_of_it = {t["planning_region_fips"] for t in TOWNS_OF_REGIONS if t["old_county_fips"] == fips}
            found |= own or all_of_it
        elif fips[:2] not in TERRITORIES:
            found |= set(NOW.get(fips, [fips]))
    return found


def test_the_parts_of_every_place_make_a_whole():
    for parts in parts_of_places():
        counties_of_it = [row["county_fips"] for row in parts]
        postal = parts[0]["place_name"][-2:]
        assert sum(float(row["share_of_place_in_county"]) for row in parts) == pytest.approx(1, abs=0.002), parts
        assert {POSTALS[fips] for fips in counties_of_it} == {postal}
        assert len(set(counties_of_it)) == len(counties_of_it)


def test_no_row_of_a_place_is_given_twice():
    rows = [tuple(row.values()) for row in table("place_county_2020")]
    assert len(set(rows)) == len(rows)


# Counties


def test_the_counties_are_those_of_the_wage_survey():
    found = {one.fips: one for one in counties()}
    assert list(found) == sorted(POSTALS)
    # 3,143 counties, in Connecticut nine planning regions for eight of them.
    assert len(found) == 3143 - 8 + 9
    for row in COUNTIES:
        one = found[row["county_fips"]]
        assert plain(one.name).replace(" ", "") == plain(row["county_name"]).replace(" ", "")
        assert (one.state, one.in_state) == (the_state(row["state"]), f"{one.name}, {row['state']}")


def test_every_county_is_found_by_its_name_with_its_state():
    for row in COUNTIES:
        for text, state in (
            (f"{row['county_name']}, {row['state']}", None),
            (row["county_name"].upper(), row["state"]),
        ):
            assert (county(text, state).fips, county(text, state).city) == (row["county_fips"], "")


def test_the_state_may_stand_at_the_end_without_a_comma():
    one_of_each = {row["state"]: row for row in COUNTIES}
    for state in states():
        row = one_of_each[state.postal]
        for end in (state.postal, state.name.lower()):
            assert found_or_asked(f"{row['county_name']} {end}") == {row["county_fips"]}


def test_every_county_is_found_by_its_code():
    for fips, postal in POSTALS.items():
        for text, state in ((f"FIPS {fips}", None), (f"fips{fips}", postal), (f"County Code {fips}", None)):
            assert (county(text, state).fips, county(text, state).city) == (fips, "")


def test_every_county_is_found_by_bare_digits_in_its_state():
    for fips, postal in POSTALS.items():
        assert (county(f" {fips} ", postal).fips, county(fips, postal).city) == (fips, "")


def test_bare_digits_are_refused_where_they_may_be_a_zip_code_elsewhere():
    both = 0
    for fips in POSTALS:
        elsewhere = touched(ZIPS[fips]) - {fips} if fips in ZIPS else set()
        if not elsewhere:
            assert county(fips).fips == fips
            continue
        both += 1
        what, hint = refusal(fips)
        assert what.startswith(f"{fips} is the code of {county(f'FIPS {fips}').in_state}, and a ZIP code in ")
        assert {county(one).fips for one in what.partition("a ZIP code in ")[2].split("; ")} == elsewhere
        assert hint == f"write 'FIPS {fips}' or 'ZIP {fips}', or give the state"
        for postal in {POSTALS[one] for one in elsewhere}:
            inside = {one for one in elsewhere if POSTALS[one] == postal}
            assert found_or_asked(fips, postal) == found_or_asked(f"ZIP {fips}", postal) == inside
    assert 0 < both < len(POSTALS)


@pytest.mark.parametrize(
    ("text", "state", "fips"),
    [
        ("Chautauqua County", "NY", "36013"),
        ("chautauqua", "New York", "36013"),
        ("Chautauqua, NY", None, "36013"),
        ("Chautauqua , new york", "36", "36013"),
        ("36013", "NY", "36013"),
        ("36013, NY", None, "36013"),
        ("01001", "AL", "01001"),
        ("01001, AL", None, "01001"),
        ("Orleans Parish", "LA", "22071"),
        ("Orleans", "LA", "22071"),
        ("St. Mary's, MD", None, "24037"),
        ("st mary s county, MD", None, "24037"),
        ("Saint Marys, MD", None, "24037"),
        ("Doña Ana, NM", None, "35013"),
        ("DONA ANA county, NM", None, "35013"),
        ("Kaua\u02bbi, HI", None, "15007"),
        ("Kaua`i", "HI", "15007"),
        ("Hawai\u2018i County, HI", None, "15001"),
        ("La Salle, IL", None, "17099"),
        ("LaSalle County", "IL", "17099"),
        ("De Kalb, IL", None, "17037"),
        ("Carson City, NV", None, "32510"),
        ("Anchorage", "AK", "02020"),
        ("Juneau", "AK", "02110"),
        ("Chugach Census Area, AK", None, "02063"),
        ("Copper River", "AK", "02066"),
        ("Capitol Planning Region, CT", None, "09110"),
        ("Western Connecticut", "CT", "09190"),
        ("09110", None, "09110"),
        ("District of Columbia", None, "11001"),
    ],
)
def test_a_county(text, state, fips):
    found = county(text, state)
    assert (found.fips, found.city, found.state.fips) == (fips, "", fips[:2])


@pytest.mark.parametrize("sign", ["'", "\u2019", "\u2018", "\u02bb", "\u02bc", "`", ""])
def test_every_apostrophe_and_none_is_the_same(sign):
    with_one = [row for row in COUNTIES if "'" in row["county_name"]]
    assert with_one
    for row in with_one:
        assert county(row["county_name"].replace("'", sign), row["state"]).fips == row["county_fips"]


def test_accents_do_not_matter():
    letters = str.maketrans("ñáéíóúÑÁÉÍÓÚ", "naeiouNAEIOU")
    accented = [one for one in census_places() if not one.bare.isascii()]
    assert accented
    for one in accented:
        bare = one.bare.translate(letters)
        assert bare.isascii()
        assert found_or_asked(bare, one.postal) == found_or_asked(one.bare, one.postal) == meant(of_name()[one.key])


# Cities


def test_every_city_alone_of_its_name_in_its_state_is_found():
    alone = {
        f"{one.bare}, {one.postal}": set(one.counties) for one in census_places() if len(meant(of_name()[one.key])) == 1
    }
    assert len(alone) > 25_000
    assert {name: found for name, fips in alone.items() if (found := found_or_asked(name)) != fips} == {}


def test_a_city_is_named_by_its_county():
    by_itself = [one for one in census_places() if of_name()[one.key] == {one} and len(one.counties) == 1]
    assert len(by_itself) > len(census_places()) / 2
    for one in by_itself[::20]:
        if "," not in one.bare:
            found = county(one.bare, one.postal)
            assert (found.fips, found.city, found.state.postal) == (*one.counties, one.bare, one.postal)


def test_every_city_is_found_by_its_name_with_its_kind():
    named = {
        f"{one.whole}, {one.postal}": meant(of_name()[plain(one.whole), one.postal])
        for one in census_places()[::5]
        if "(" not in one.whole
    }
    assert {name: found for name, fips in named.items() if (found := found_or_asked(name)) != fips} == {}


def test_a_city_stands_for_a_county_that_nine_in_ten_live_in():
    shares = {}
    for parts in parts_of_places():
        if len(parts) > 1:
            shares[parts[0]["place_name"]] = [(float(p["share_of_place_in_county"]), p["county_fips"]) for p in parts]
    stands = asks = 0
    for one in census_places():
        name = f"{one.whole}, {one.postal}"
        if name in shares and of_name()[plain(one.whole), one.postal] == {one}:
            most, fips = max(shares[name])
            whole = found_or_asked(name)
            if most >= LEAST:
                stands += 1
                assert whole == {fips}, name
            else:
                asks += 1
                assert whole == {fips for _, fips in shares[name]}, name
    assert min(stands, asks) > 100


def test_every_town_of_new_england_is_found():
    named = {f"{one.whole}, {one.postal}": meant(of_name()[plain(one.whole), one.postal]) for one in towns()}
    assert {name: found for name, fips in named.items() if (found := found_or_asked(name)) != fips} == {}


def test_every_name_of_several_places_in_a_state_is_asked_back():
    several = {key: meant(named) for key, named in of_name().items() if 1 < len(meant(named)) <= MOST_CANDIDATES}
    assert len(several) > 500
    assert {key: found for key, fips in several.items() if (found := found_or_asked(*key)) != fips} == {}


def test_candidates_within_a_state_can_be_pasted_as_they_are_listed():
    wrong = set()
    for (name, postal), named in of_name().items():
        if len(meant(named)) > 1:
            wrong |= {one for one in asked_back(name, postal) if pasted(one) != named_by(one)}
    assert sorted(wrong) == []


@cache
def in_several_states():
    """Names of places in more than one state, with the counties that they stand for."""
    by_name = defaultdict(set)
    for (name, _), named in of_name().items():
        by_name[name] |= meant(named)
    return {name: found for name, found in by_name.items() if len({POSTALS[fips] for fips in found}) > 1}


def test_candidates_from_all_states_can_be_pasted_as_they_are_listed():
    wrong = set()
    for name in sorted(in_several_states())[::20]:
        listed, several = asked_back(name), in_several_states()[name]
        assert {named_by(one) for one in listed} <= several
        assert len(listed) == min(len(several), MOST_CANDIDATES)
        if len(several) > MOST_CANDIDATES:
            assert refusal(name)[1].endswith(f"; and {len(several) - MOST_CANDIDATES} more: add the state")
        wrong |= {one for one in listed if pasted(one) != named_by(one)}
    assert sorted(wrong) == []


@pytest.mark.parametrize(
    ("text", "state", "fips", "city"),
    [
        ("Jamestown", "NY", "36013", "Jamestown"),
        ("jamestown, ny", None, "36013", "Jamestown"),
        ("Jamestown NY", None, "36013", "Jamestown"),
        ("Tacoma, WA", None, "53053", "Tacoma"),
        ("Boston, MA", None, "25025", "Boston"),
        ("Portland", "OR", "41051", "Portland"),
        ("Hartford, CT", None, "09110", "Hartford"),
        ("Washington, DC", None, "11001", "Washington"),
        ("Indianapolis", None, "18097", "Indianapolis"),
        ("Nashville, TN", None, "47037", "Nashville"),
        ("Louisville", "KY", "21111", "Louisville"),
        ("Brooklyn", "NY", "36047", "Brooklyn"),
        ("The Bronx", None, "36005", "The Bronx"),
        ("Staten Island", None, "36085", "Staten Island"),
        ("Honolulu", "HI", "15003", ""),
        ("New Orleans, LA", None, "22071", "New Orleans"),
        ("Denver, CO", None, "08031", ""),
    ],
)
def test_a_city_stands_for_its_county(text, state, fips, city):
    found = county(text, state)
    assert (found.fips, found.city) == (fips, city)


def test_a_city_and_a_county_of_one_name_are_those_that_the_table_shows():
    names = {(row["county_name"], row["state"]): row["county_fips"] for row in COUNTIES}
    apart = {
        (name.removesuffix(" city"), postal): (names[f"{name.removesuffix(' city')} County", postal], fips)
        for (name, postal), fips in names.items()
        if name.endswith(" city") and (f"{name.removesuffix(' city')} County", postal) in names
    }
    assert apart == TWINS


@pytest.mark.parametrize(("name", "postal"), TWINS)
def test_a_city_beside_a_county_of_its_name_is_asked_back(name, postal):
    of_county, of_city = TWINS[name, postal]
    for text, state in ((name, postal), (f"{name}, {postal}", None), (f"{name} {postal}".lower(), None)):
        assert asked_back(text, state) == [f"{name} County, {postal}", f"{name} city, {postal}"]
    assert county(f"{name} County, {postal}").fips == of_county
    assert county(f"{name} county", postal).fips == of_county
    assert county(f"{name} city, {postal}").fips == of_city
    assert county(f"{name} City", postal).fips == of_city


def test_a_city_in_another_county_than_the_one_of_its_name_is_asked_back():
    names = {(row["county_name"], row["state"]): row["county_fips"] for row in COUNTIES}
    elsewhere = 0
    for one in census_places():
        whole = f"{one.bare} County"
        fips = names.get((whole, one.postal))
        if fips is None or fips in one.counties or (one.bare, one.postal) in TWINS:
            continue
        elsewhere += 1
        assert county(whole, one.postal).fips == fips
        assert asked_back(one.bare, one.postal)[0] == f"{county(f'FIPS {fips}').in_state}"
        if one.whole.endswith(" city") and meant(of_name()[plain(one.whole), one.postal]) == {*one.counties}:
            assert found_or_asked(one.whole, one.postal) == set(one.counties)
    assert elsewhere > 100


@pytest.mark.parametrize("text", ["New York City", "New York, NY", "new york city, ny", "New York City New York"])
def test_new_york_city_asks_for_the_borough(text):
    listed = asked_back(text)
    assert {county(one).fips for one in listed} == set(BOROUGHS)
    for one in listed:
        assert one.endswith(f" ({BOROUGHS[county(one).fips]})")


@pytest.mark.parametrize("fips", BOROUGHS)
def test_a_borough_stands_for_its_county(fips):
    assert county(BOROUGHS[fips], "NY").fips == fips


# ZIP codes


@pytest.mark.parametrize("form", ["ZIP {}", "zip code {}", "{}-0001"])
def test_every_zip_code_in_one_county_is_found_and_others_are_asked_back(form):
    for digits, row in ZIPS.items():
        text, within = form.format(digits), touched(row)
        if len(within) == 1:
            found = county(text)
            assert ({found.fips}, found.city) == (within, f"ZIP code {digits}")
        elif within:
            listed = asked_back(text)
            assert len(listed) == min(len(within), MOST_CANDIDATES)
            # Counties beside their states are found, as every county is.
            assert len(set(listed)) == len(listed)
            if int(digits) % 10 == 0:
                assert {county(one).fips for one in listed} <= within
        else:
            assert row["county_fips"][:2] in TERRITORIES


def test_a_zip_code_that_is_no_countys_code_needs_no_word():
    alone = [digits for digits in ZIPS if digits not in POSTALS and digits not in {*NOW, *OLD_CONNECTICUT}]
    assert len(alone) > 30_000
    for digits in alone[::10]:
        if within := touched(ZIPS[digits]):
            assert found_or_asked(digits) <= within


def test_the_first_county_of_a_zip_code_is_the_one_of_the_table():
    several = [row for row in ZIPS.values() if len(touched(row)) > 1 and touched(row) <= set(POSTALS)]
    for row in several[::50]:
        if row["county_fips"] in POSTALS:
            assert county(asked_back(f"ZIP {row['zip']}")[0]).fips == row["county_fips"]


@pytest.mark.parametrize(
    ("text", "fips"),
    [("14701, NY", "36013"), ("ZIP 14701, NY", "36013"), ("01001, MA", "25013"), ("FIPS 01001, AL", "01001")],
)
def test_the_state_of_a_code_may_stand_in_the_text(text, fips):
    assert county(text).fips == fips


def test_a_zip_code_in_another_state_is_refused():
    what, hint = refusal("14701", "CA")
    assert what == "there is no county and no ZIP code 14701 in California"
    assert "mobcalc places search" in hint


# Hints


@pytest.mark.parametrize("fips", NOW)
@pytest.mark.parametrize("form", ["{}", "FIPS {}"])
def test_the_code_of_a_county_that_is_no_more_names_those_of_today(fips, form):
    what, hint = refusal(form.format(fips))
    assert what == f"{fips} is the code of a county that is no more"
    listed, _, more = hint.removeprefix("it is now ").partition("; write ")
    assert [county(one).fips for one in listed.split("; ")] == NOW[fips]
    assert all(one.endswith(f" ({now})") for one, now in zip(listed.split("; "), NOW[fips], strict=True))
    is_zip_code = fips in ZIPS
    assert bool(more) == is_zip_code


def test_a_zip_code_that_was_a_countys_code_is_found_where_the_state_settles_it():
    both = [fips for fips in NOW if fips in ZIPS]
    assert both
    for digits in both:
        within = touched(ZIPS[digits])
        assert found_or_asked(f"ZIP {digits}") == within
        for postal in {POSTALS[fips] for fips in within}:
            assert found_or_asked(digits, postal) == {fips for fips in within if POSTALS[fips] == postal}


def test_a_lost_leading_zero_is_put_back():
    short = [fips for fips in POSTALS if fips.startswith("0")]
    assert "06037" in short
    for fips in short:
        for text in (fips[1:], f"FIPS {fips[1:]}"):
            what, hint = refusal(text)
            said = f"FIPS {fips}" if fips in ZIPS else fips
            assert (what, hint) == (f"'{text}' has 4 digits", f"{said} is {county(said).in_state}")


def old_counties():
    """The names of the old counties of Connecticut by their codes."""
    care = table("ndcp_2018_infant_childcare_by_county")
    return {row["county_fips"]: row["county_name"] for row in care if row["state"] == "CT"}


@pytest.mark.parametrize("fips", sorted(OLD_CONNECTICUT))
def test_an_old_county_of_connecticut_names_the_planning_regions_of_its_towns(fips):
    name = old_counties()[fips]
    people = defaultdict(int)
    for town in TOWNS_OF_REGIONS:
        if town["old_county_fips"] == fips:
            people[town["planning_region_fips"]] += int(town["pop2020"])
    for text, state in (
        (fips, None),
        (fips, "CT"),
        (f"FIPS {fips}", None),
        (fips[1:], None),
        (name, "CT"),
        (f"{name}, CT", None),
        (f"{name.lower()} connecticut", None),
    ):
        what, hint = refusal(text, state)
        assert "a county of Connecticut of before 2022" in what
        listed = hint.removeprefix("name the town, or one of ").split("; ")
        assert [county(one).fips for one in listed] == sorted(people, key=lambda one: -people[one])


def test_the_old_counties_of_connecticut_are_eight():
    assert set(old_counties()) == OLD_CONNECTICUT
    assert len(OLD_CONNECTICUT) == 8
    assert not OLD_CONNECTICUT & set(POSTALS)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("San Juan, PR", None),
        ("San Juan, Puerto Rico", None),
        ("Hagåtña, Guam", None),
        ("Puerto Rico", None),
        ("Guam", None),
        ("U.S. Virgin Islands", None),
        ("FIPS 72127", None),
        ("00901", None),
        ("ZIP 00901", None),
        ("96910", None),
    ],
)
def test_puerto_rico_and_the_territories_are_said_not_to_be_covered(text, state):
    what, hint = refusal(text, state)
    assert "not covered" in what
    assert hint == "the tables of earnings, taxes and benefits cover the 50 states and the District of Columbia"


def test_every_zip_code_of_a_territory_is_said_not_to_be_covered():
    outside = [row for row in ZIPS.values() if row["county_fips"][:2] in TERRITORIES]
    assert {row["county_fips"][:2] for row in outside} >= {"60", "69", "72", "78"}
    for row in outside:
        assert "not covered" in refusal(f"ZIP {row['zip']}")[0]


SEARCH = "'mobcalc places search NAME' finds names and codes"
TOWNSHIPS = "Townships outside New England are not listed: give the county"


@pytest.mark.parametrize(
    ("arguments", "what", "hint"),
    [
        (("Chautauqua, NY", "CA"), "'Chautauqua, NY' is not in California", "give one state"),
        (("Chautauqua New York", "CA"), "'Chautauqua New York' is not in California", "give one state"),
        (("Jamestown, XX",), "there is no state 'XX'", "'mobcalc places search WORD' finds names"),
        (("99999",), "there is no county and no ZIP code 99999", SEARCH),
        (("FIPS 14701",), "there is no county and no ZIP code 14701", SEARCH),
        (("ZIP 36999",), "there is no county and no ZIP code 36999", SEARCH),
        (("36013", "CA"), "there is no county and no ZIP code 36013 in California", SEARCH),
        (("",), "there is no county or city ''", f"{SEARCH}. {TOWNSHIPS}"),
        ((", NY",), "there is no county or city '' in New York", f"{SEARCH}. {TOWNSHIPS}"),
        (("Xyzzyqqq",), "there is no county or city 'Xyzzyqqq'", f"{SEARCH}. {TOWNSHIPS}"),
    ],
)
def test_what_is_no_county_is_refused(arguments, what, hint):
    assert refusal(*arguments) == (what, hint)


@pytest.mark.parametrize(
    ("text", "state", "near"),
    [
        ("Chautauqa", "NY", "Chautauqua County, NY"),
        ("Chautauqua Conty, NY", None, "Chautauqua County, NY"),
        ("Jamestwon", "NY", "Jamestown, NY"),
        ("Los Angelas, CA", None, "Los Angeles, CA"),
    ],
)
def test_a_misspelt_name_gets_those_that_are_like_it(text, state, near):
    what, hint = refusal(text, state)
    listed = hint.removeprefix("did you mean ").removesuffix(f"? {TOWNSHIPS}").split("; ")
    assert what.startswith("there is no county or city ")
    assert near in listed
    # Those that are like it can be pasted as well.
    assert all(found_or_asked(one) for one in listed)


def test_a_state_in_the_text_is_never_left_out():
    assert county("Indianapolis (Marion County), IN").fips == "18097"
    what, _ = refusal("Indianapolis (Marion County), OH")
    assert what == "there is no county or city 'Indianapolis' in Ohio"


@pytest.mark.parametrize(
    ("text", "state", "is_named"),
    [
        ("Chautauqua", None, True),
        ("Chautauqua", "NY", True),
        ("Chautauqua", "CA", False),
        ("Springfield", None, True),
        ("36013", None, True),
        ("ZIP 14701", None, True),
        ("Buffalo-Cheektowaga", None, False),
        ("Xyzzyqqq", None, False),
        ("", None, False),
    ],
)
def test_whether_a_text_is_a_name_of_a_county_or_a_city(text, state, is_named):
    assert named_exactly(text, None if state is None else the_state(state), "") == is_named


# Metropolitan areas


def metro(text, state=None):
    return metro_of(text, "--metro", None if state is None else the_state(state))


def test_every_metropolitan_area_is_found_by_its_name_and_its_code():
    areas = {r["cbsa_code"]: r["area"] for r in table("bea_rpp_metro_2023") if int(r["cbsa_code"]) > 999}
    known = {state.postal for state in states()}
    for code, area in areas.items():
        found = metro(area)
        assert (found.code, found.name) == (code, area)
        assert set(found.postals) <= known
        assert found.postals
    for code in list(areas)[::10]:
        assert metro(code).name == areas[code]
    assert len(areas) == 384


@pytest.mark.parametrize(
    ("text", "state", "code", "postals"),
    [
        ("Boise", None, "14260", ("ID",)),
        ("portland, me", None, "38860", ("ME",)),
        ("Portland", "ME", "38860", ("ME",)),
        ("Portland", "WA", "38900", ("OR", "WA")),
        ("Seattle", None, "42660", ("WA",)),
        ("Tacoma", None, "42660", ("WA",)),
        ("New York", None, "35620", ("NY", "NJ", "PA")),
        ("Kansas City", None, "28140", ("MO", "KS")),
        ("Boise", "NY", "14260", ("ID",)),
    ],
)
def test_a_metropolitan_area(text, state, code, postals):
    assert (metro(text, state).code, metro(text, state).postals) == (code, postals)


def test_a_metropolitan_area_that_is_not_clear_is_asked_back():
    with pytest.raises(InputError) as refused:
        metro("Portland")
    (problem,) = refused.value.problems
    assert problem.what == "'Portland' may mean several metropolitan areas"
    listed = candidates(problem.hint)
    assert [metro(one).code for one in listed] == ["38860", "38900"]


@pytest.mark.parametrize("text", ["", " , ", "0", "999", "Jamestown", "nonmetropolitan"])
def test_what_is_no_metropolitan_area_is_refused(text):
    with pytest.raises(InputError) as refused:
        metro(text)
    (problem,) = refused.value.problems
    assert problem.what == f"there is no metropolitan area '{text.strip()}'"
    assert problem.hint == SEARCH or problem.hint.startswith("did you mean ")


# Anything at all

NAMES = [row["county_name"] for row in COUNTIES[::50]] + [one.whole for one in census_places()[::500]]
NAMES += [state.name for state in states()] + [row["area"] for row in table("bea_rpp_metro_2023")[::50]]
NAMES += ["FIPS 36013", "ZIP 14701", "14701-0001", "09003", "46113", "New York City", "Hartford County, CT"]
NEARLY = st.builds(
    lambda name, cut, more: name[:cut] + more, st.sampled_from(NAMES), st.integers(1, 40), st.text(max_size=4)
)
DIGITS = st.from_regex(r"(?i)(fips |zip |zip code |county code |)\d{1,6}(-\d{1,5})?", fullmatch=True)


@given(st.one_of(st.text(st.characters()), NEARLY, DIGITS), st.sampled_from([None, "NY", "CT", "AL"]))
@example("\udcff\x00", None)
@example("%_'\";--", None)
@example("١٢٣٤٥", None)
@example("²³⁴⁵⁶", "NY")
@example(" (", "NY")
@example("a" * 10_000 + ", " + "b" * 10_000, None)
@settings(deadline=None, max_examples=40)
def test_any_text_finds_something_or_is_refused(text, postal):
    state = None if postal is None else the_state(postal)
    for look_up in (lambda: county_of(text, state, "--x"), lambda: metro_of(text, "--x", state)):
        try:
            found = look_up()
        except InputError as refused:
            assert str(refused).startswith("error: --x: ")
            assert "\n  hint: " in str(refused)
        else:
            assert not isinstance(found, County) or state in (None, found.state)


@given(st.one_of(st.text(st.characters()), NEARLY, DIGITS), st.sampled_from([None, "NY", "CT", "AL"]))
@settings(deadline=None, max_examples=20)
def test_what_is_found_or_asked_back_is_a_name(text, postal):
    state = None if postal is None else the_state(postal)
    try:
        county_of(text, state, "--x")
    except InputError as refused:
        is_known = "may mean several places" in str(refused)
    else:
        is_known = True
    if is_known:
        assert named_exactly(text, state, "--x")


@pytest.mark.parametrize(
    ("text", "fips"),
    [
        ("DC", "11001"),
        ("SF", "06075"),
        ("Philly", "42101"),
        ("Jamestown, NY 14701", "36013"),
        ("Jamestown NY 14701-1234", "36013"),
        ("1 Main St, Jamestown, NY 14701", "36013"),
        ("City of Jamestown, NY", "36013"),
        ("County of Chautauqua, NY", "36013"),
        ("City of Baltimore, MD", "24510"),
        ("Ft. Worth, TX", "48439"),
        ("Mt Vernon, NY", "36119"),
        ("Billings, MT", "30111"),
    ],
)
def test_what_people_call_places(text, fips):
    assert county(text).fips == fips


def test_nicknames_of_several_places_are_asked_back():
    assert len(asked_back("NYC")) == 5
    assert refusal("LA") == ("'LA' may be Los Angeles or Louisiana", "write 'Los Angeles city, CA', or --state LA")
    assert county("Los Angeles city, CA").fips == "06037"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Shannon County, SD", "it is now Oglala Lakota County, SD"),
        ("Wade Hampton, AK", "it is now Kusilvak Census Area, AK"),
        ("Dade County, FL", "it is now Miami-Dade County, FL"),
    ],
)
def test_old_names_of_counties_point_to_the_new_ones(text, hint):
    assert refusal(text) == (f"'{text}' is an old name of a county", hint)


def test_an_address_whose_parts_do_not_agree_is_refused():
    what, hint = refusal("Jamestown, NY 10001")
    assert (what, hint) == ("'Jamestown, NY' is not in ZIP code 10001", "the ZIP code is in New York County, NY")


def test_a_place_of_a_territory_without_a_comma_is_not_covered():
    assert "not covered" in refusal("San Juan PR")[0]


def test_the_wrong_state_says_where_the_name_is():
    assert refusal("Chautauqua", "CA")[1].startswith("there is one in KS, NY")
    assert refusal("Springfield", None)[1].endswith(" more: add the state")


def test_a_code_that_is_asked_back_is_not_proposed_as_it_stands():
    assert refusal("6037")[1] == "FIPS 06037 is Los Angeles County, CA"
    assert county("FIPS 06037").fips == "06037"
