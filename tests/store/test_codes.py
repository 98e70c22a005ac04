"""Places and occupations are found by the names people use, and refused where a name is not clear."""

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mobcalc.errors import InputError
from mobcalc.store.codes import county_of, metro_of, occupation_of, occupations, state_of
from tests.store.published import states, table, the_occupation, the_state, wages

COUNTIES = table("ndcp_2018_infant_childcare_by_county")
CITIES = table("city_counties")
ALIASES = table("occupation_aliases")


def county(text, state=None):
    return county_of(text, None if state is None else the_state(state), "--county")


def message(look_up, *arguments):
    """The error that a look-up ends with."""
    with pytest.raises(InputError) as refused:
        look_up(*arguments)
    return str(refused.value)


# States


def test_a_state_is_found_by_name_postal_code_and_fips():
    for state in states():
        for text in (state.name, state.postal, state.fips, state.fips.lstrip("0"), state.name.swapcase()):
            assert the_state(text) == state
            assert the_state(f"  {text.lower()} ") == state
    assert len(states()) == 51


@pytest.mark.parametrize("text", ["PR", "Guam", "00", "03", "072", "U.S.", "none", "New"])
def test_what_is_no_state_is_refused(text):
    assert message(state_of, text, "--state").startswith(f"error: --state: there is no state '{text}'\n  hint: ")


def test_a_misspelt_state_gets_those_that_are_like_it():
    assert message(state_of, "Virgina", "a.yaml:3") == (
        "error: a.yaml:3: there is no state 'Virgina'\n  hint: did you mean Virginia; West Virginia?"
    )


# Counties


def test_every_county_is_found_by_its_name_and_state_and_by_its_code():
    for row in COUNTIES:
        assert county(f"{row['county_name']}, {row['state']}").fips == row["county_fips"]
    for row in COUNTIES[::100]:
        assert county(row["county_fips"]).name == row["county_name"]


@pytest.mark.parametrize(
    ("text", "state", "fips"),
    [
        ("Chautauqua County", "NY", "36013"),
        ("chautauqua", "New York", "36013"),
        ("Chautauqua, NY", None, "36013"),
        ("Chautauqua , new york", "36", "36013"),
        ("36013", None, "36013"),
        (" 01001 ", "AL", "01001"),
        ("Orleans Parish", "LA", "22071"),
        ("Orleans", "LA", "22071"),
        ("St. Mary's, MD", None, "24037"),
        ("st mary s county, MD", None, "24037"),
        ("Doña Ana, NM", None, "35013"),
        ("Carson City, NV", None, "32510"),
        ("Anchorage", "AK", "02020"),
        ("Richmond County", "VA", "51159"),
        ("Richmond city", "VA", "51760"),
        ("St. Louis County, MO", None, "29189"),
        ("St. Louis city, MO", None, "29510"),
        ("District of Columbia", None, "11001"),
    ],
)
def test_a_county(text, state, fips):
    found = county(text, state)
    assert (found.fips, found.city, found.state.fips) == (fips, "", fips[:2])


@pytest.mark.parametrize(
    ("text", "state", "fips", "city"),
    [
        ("Jamestown", "NY", "36013", "Jamestown"),
        ("jamestown, ny", None, "36013", "Jamestown"),
        ("Missoula", "MT", "30063", ""),
        ("Richmond", "VA", "51760", "Richmond"),
        ("Tacoma, WA", None, "53053", "Tacoma"),
        ("Brooklyn", None, "36047", "Brooklyn"),
        ("Brooklyn", "NY", "36047", "Brooklyn"),
        ("St. Louis, MO", None, "29510", "Saint Louis"),
        ("Saint Louis", "MO", "29510", "Saint Louis"),
        ("Washington, DC", None, "11001", "Washington"),
        ("New Orleans, LA", None, "22071", "New Orleans"),
        ("Baltimore, MD", None, "24510", "Baltimore"),
    ],
)
def test_a_city_stands_for_its_county(text, state, fips, city):
    found = county(text, state)
    assert (found.fips, found.city) == (fips, city)


def taken_for_others():
    """The cities of whose name there is a county elsewhere in the state."""
    named = {(r["county_name"].casefold(), r["state"]): r["county_fips"] for r in COUNTIES}
    return [
        r
        for r in CITIES
        if named.get((f"{r['city']} county".casefold(), r["state"]), r["county_fips"]) != r["county_fips"]
    ]


OTHERS = taken_for_others()
SETTLED = ("Richmond", "Roanoke", "Baltimore", "St. Louis")
"""Cities that are counties of their own, beside another county of the name."""


def test_every_other_city_is_found_in_its_county():
    for row in CITIES:
        if row not in OTHERS or row["city"] in SETTLED:
            assert county(f"{row['city']}, {row['state']}").fips == row["county_fips"], row


@pytest.mark.parametrize(
    "row",
    [pytest.param(row) for row in OTHERS if row["city"] not in SETTLED],
    ids=lambda row: f"{row['city']}, {row['state']}",
)
def test_a_city_is_never_taken_for_another_county_of_its_name(row):
    try:
        found = county(f"{row['city']}, {row['state']}")
    except InputError as refused:
        assert f"{row['county_name']}, {row['state']} ({row['city']})" in str(refused)
    else:
        assert found.fips == row["county_fips"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("Springfield",),
            "'Springfield' is more than one\n  hint: it may be Sangamon County, IL (Springfield); Hampden County, MA "
            "(Springfield); Greene County, MO (Springfield); Clark County, OH (Springfield); Lane County, OR (Springfield)",
        ),
        (
            ("Chautauqua",),
            "'Chautauqua' is more than one\n  hint: it may be Chautauqua County, KS; Chautauqua County, NY",
        ),
        (
            ("Washington",),
            "'Washington' is more than one\n  hint: it may be Washington County, AL; Washington County, AR; Washington "
            "County, CO; Washington County, FL; Washington County, GA; Washington County, ID; and 26 more",
        ),
        (
            ("Fairfax", "VA"),
            "'Fairfax' is more than one\n  hint: it may be Fairfax County, VA; Fairfax city, VA",
        ),
        (("Chautauqua, NY", "CA"), "'Chautauqua, NY' is not in California\n  hint: give one state"),
        (
            ("Chautauqa", "NY"),
            "there is no county or city 'Chautauqa'\n  hint: did you mean Chautauqua County, NY?",
        ),
        (("Jamestown, XX",), "there is no state 'XX'\n  hint: 'mobcalc places search WORD' finds names"),
        (
            ("36013", "VA"),
            "there is no county 36013 in Virginia\n  hint: a ZIP code is not a county's; 'mobcalc places search NAME' finds codes",
        ),
        (
            ("99999",),
            "there is no county 99999\n  hint: a ZIP code is not a county's; 'mobcalc places search NAME' finds codes",
        ),
        (
            ("",),
            "there is no county or city ''\n  hint: 'mobcalc places search WORD' finds names; of cities only the larger ones are known, so give the county",
        ),
        (
            (", NY",),
            "there is no county or city ', NY'\n  hint: 'mobcalc places search WORD' finds names; of cities only the larger ones are known, so give the county",
        ),
    ],
)
def test_a_county_that_is_not_clear_is_refused(arguments, said):
    assert message(county, *arguments) == f"error: --county: {said}"


@pytest.mark.parametrize("code", [f"09{n}" for n in range(110, 191, 10)])
@pytest.mark.parametrize("state", [None, "CT"])
def test_a_planning_region_of_connecticut_is_refused(code, state):
    assert message(county, code, state) == (
        f"error: --county: {code} is a planning region of Connecticut\n"
        "  hint: name the old county, such as 09003 for Hartford: rents of 2025 and child care of 2018 are by those"
    )
    assert county("Hartford, CT").fips == "09003"


# Metropolitan areas


def metro(text):
    return metro_of(text, "--metro")


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
    ("text", "code", "postals"),
    [
        ("Boise", "14260", ("ID",)),
        ("portland, me", "38860", ("ME",)),
        ("Seattle", "42660", ("WA",)),
        ("Tacoma", "42660", ("WA",)),
        ("New York", "35620", ("NY", "NJ", "PA")),
        ("Kansas City", "28140", ("MO", "KS")),
    ],
)
def test_a_metropolitan_area(text, code, postals):
    assert (metro(text).code, metro(text).postals) == (code, postals)


@pytest.mark.parametrize("text", ["", " , ", "0", "999", "Jamestown", "nonmetropolitan"])
def test_what_is_no_metropolitan_area_is_refused(text):
    assert message(metro, text) == (
        f"error: --metro: there is no metropolitan area '{text.strip()}'\n"
        "  hint: 'mobcalc places search WORD' finds names"
    )


# Occupations


def test_every_detailed_title_finds_itself():
    titles = {code: row["occ_title"] for code, row in wages(2025).items()}
    assert {o.code: o.title for o in occupations()} == titles
    for code, title in titles.items():
        for text in (title, title.upper(), code, code.replace("-", ""), f" {code} "):
            assert the_occupation(text).code == code, text


def test_every_everyday_name_finds_its_occupation():
    several = Counter(row["alias"] for row in ALIASES)
    for row in ALIASES:
        if several[row["alias"]] > 1:
            with pytest.raises(InputError, match=re.escape(row["occ_code"])):
                the_occupation(row["alias"])
        else:
            assert the_occupation(row["alias"]).code == row["occ_code"]
            assert the_occupation(row["alias"].upper()).code == row["occ_code"]


@given(st.sampled_from([row["occ_title"] for row in wages(2025).values()]), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=100)
def test_capitals_and_spaces_do_not_matter(title, random):
    text = "".join(random.choice((c.upper(), c.lower())) for c in title)
    spaced = re.sub(" ", lambda _: " " * random.randint(1, 3), text)
    assert the_occupation(spaced).title == title


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("electrician", "47-2111"),
        ("Electricians", "47-2111"),
        ("carpenter", "47-2031"),
        ("roofer", "47-2181"),
        ("registered nurse", "29-1141"),
        ("secretary", "43-6014"),
        ("waitress", "35-3031"),
        ("actor", "27-2011"),
        ("hvac", "49-9021"),
        ("cna", "31-1131"),
        ("LPN", "29-2061"),
        ("trucker", "53-3032"),
        ("truckers", "53-3032"),
        ("lineworker", "49-9051"),
        ("plumber", "47-2152"),
        ("A&P mechanic", "49-3011"),
        ("structural iron", "47-2221"),
        ("photovoltaic", "47-2231"),
        ("472111", "47-2111"),
        (" 47-2111 ", "47-2111"),
    ],
)
def test_an_occupation(text, code):
    assert the_occupation(text).code == code


@pytest.mark.parametrize("code", ["47-0000", "47-2000", "47-2110", "00-0000", "99-9999", "470000"])
def test_a_code_that_is_not_of_a_detailed_occupation_is_refused(code):
    assert message(occupation_of, code, "--occupation") == (
        f"error: --occupation: there is no detailed occupation {code}\n"
        "  hint: give a detailed one: 'mobcalc occupations search WORD' lists them"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "nurse",
            "'nurse' is more than one\n  hint: it may be Licensed Practical and Licensed Vocational Nurses (29-2061); "
            "Nurse Anesthetists (29-1151); Nurse Midwives (29-1161); Nurse Practitioners (29-1171); Registered Nurses "
            "(29-1141)",
        ),
        (
            "bus driver",
            "'bus driver' is more than one\n  hint: it may be Bus Drivers, School (53-3051); Bus Drivers, Transit and "
            "Intercity (53-3052)",
        ),
        (
            "helpers",
            "'helpers' is more than one\n  hint: it may be Dining Room and Cafeteria Attendants and Bartender Helpers "
            "(35-9011); Helpers, Construction Trades, All Other (47-3019); Helpers--Brickmasons, Blockmasons, "
            "Stonemasons, and Tile and Marble Setters (47-3011); Helpers--Carpenters (47-3012); Helpers--Electricians "
            "(47-3013); Helpers--Extraction Workers (47-5081); and 5 more",
        ),
        (
            "electrcian",
            "there is no occupation 'electrcian'\n  hint: did you mean Electricians; Helpers--Electricians; Electrical "
            "Engineers?",
        ),
        ("", "there is no occupation ''\n  hint: 'mobcalc occupations search WORD' finds names"),
        ("--", "there is no occupation '--'\n  hint: 'mobcalc occupations search WORD' finds names"),
        ("47-21", "there is no occupation '47-21'\n  hint: 'mobcalc occupations search WORD' finds names"),
    ],
)
def test_an_occupation_that_is_not_clear_is_refused(text, said):
    assert message(occupation_of, text, "--occupation") == f"error: --occupation: {said}"


# Anything at all

NAMES = (
    [state.name for state in states()] + [r["county_name"] for r in COUNTIES[::50]] + [r["city"] for r in CITIES[::50]]
)
NAMES += [o.title for o in occupations()[::20]] + [r["alias"] for r in ALIASES[::10]] + ["36013", "47-2111", "09110"]
NEARLY = st.builds(
    lambda name, cut, more: name[:cut] + more, st.sampled_from(NAMES), st.integers(1, 40), st.text(max_size=4)
)


@given(st.one_of(st.text(st.characters()), NEARLY))
@example("\udcff\x00")
@example("%_'\";--")
@example("١٢٣٤٥")
@example("a" * 10_000 + ", " + "b" * 10_000)
@settings(deadline=None, max_examples=40)
def test_any_text_finds_something_or_is_refused(text):
    looks = (
        state_of,
        metro_of,
        occupation_of,
        lambda name, where: county_of(name, None, where),
        lambda name, where: county_of(name, the_state("NY"), where),
    )
    for look_up in looks:
        try:
            assert look_up(text, "--x") is not None
        except InputError as refused:
            assert str(refused).startswith("error: --x: ")
            assert "\n  hint: " in str(refused)


def test_a_candidate_can_be_pasted_as_it_is_listed():
    with pytest.raises(InputError) as caught:
        county_of("Houston, TX", None, "--county")
    (problem,) = caught.value.problems
    candidates = problem.hint.removeprefix("it may be ").split("; ")
    assert [county_of(one, None, "--county").fips for one in candidates] == ["48225", "48201"]
