"""States and occupations are found by the names people use, and refused where a name is not clear."""

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mobcalc.errors import InputError
from mobcalc.store.codes import occupation_of, occupations, state_of
from tests.store.published import states, table, the_occupation, the_state, wages

ALIASES = table("occupation_aliases")


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


@pytest.mark.parametrize("text", ["00", "03", "072", "U.S.", "none", "New"])
def test_what_is_no_state_is_refused(text):
    assert message(state_of, text, "--state").startswith(f"error: --state: there is no state '{text}'\n  hint: ")


@pytest.mark.parametrize(
    "text", ["PR", "Puerto Rico", "72", "Guam", "gu", "U.S. Virgin Islands", "American Samoa", "MP"]
)
def test_a_territory_is_said_not_to_be_covered(text):
    assert message(state_of, text, "--state") == (
        f"error: --state: '{text}' is not covered\n"
        "  hint: the tables of earnings, taxes and benefits cover the 50 states and the District of Columbia"
    )


@pytest.mark.parametrize("text", ["Washington, D.C.", "washington dc", "D.C."])
def test_the_capital_is_the_district(text):
    assert the_state(text).postal == "DC"


def test_a_misspelt_state_gets_those_that_are_like_it():
    assert message(state_of, "Virgina", "a.yaml:3") == (
        "error: a.yaml:3: there is no state 'Virgina'\n  hint: did you mean Virginia; West Virginia?"
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
            "'nurse' may mean several occupations\n  hint: it may be Registered Nurses (29-1141); Nursing Assistants "
            "(31-1131); Licensed Practical and Licensed Vocational Nurses (29-2061); Nurse Practitioners (29-1171)",
        ),
        (
            "bus driver",
            "'bus driver' may mean several occupations\n  hint: it may be Bus Drivers, School (53-3051); Bus "
            "Drivers, Transit and "
            "Intercity (53-3052)",
        ),
        (
            "helpers",
            "'helpers' may mean several occupations\n  hint: it may be Dining Room and Cafeteria Attendants "
            "and Bartender Helpers "
            "(35-9011); Helpers--Production Workers (51-9198); Helpers--Installation, Maintenance, and Repair Workers "
            "(49-9098); Helpers--Electricians (47-3013); Helpers--Pipelayers, Plumbers, Pipefitters, and Steamfitters "
            "(47-3015); Helpers, Construction Trades, All Other (47-3019); and 5 more",
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

NAMES = [state.name for state in states()] + [o.title for o in occupations()[::20]]
NAMES += [r["alias"] for r in ALIASES[::10]] + ["47-2111", "36"]
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
    for look_up in (state_of, occupation_of):
        try:
            assert look_up(text, "--x") is not None
        except InputError as refused:
            assert str(refused).startswith("error: --x: ")
            assert "\n  hint: " in str(refused)


def test_every_occupation_is_found_as_it_is_listed():
    for occupation in occupations():
        assert occupation_of(f"{occupation.title} ({occupation.code})", "") == occupation


def test_a_title_beside_the_code_of_another_occupation_is_refused():
    with pytest.raises(InputError, match="29-1141 is Registered Nurses, and 'electrician' is Electricians"):
        occupation_of("electrician (29-1141)", "--occupation")
