"""Places and occupations in scenario files, and those that are refused: whole messages, through main()."""

import pytest

from tests.cli.test_local import MINIMUM, answer, local

# Scenario files


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("place: NY\noccupation: electrician\n", None),
        ("place: 36\noccupation: 47-2111\n", None),
        ("place: {state: New York, county: Chautauqua}\noccupation: electrician\n", "36013"),
        ("place:\n  county: Jamestown, NY\noccupation: Electricians\n", "36013"),
        ("place: {county: 36013}\noccupation: 472111\n", "36013"),
        ("place: Jamestown, NY\noccupation: electrician\n", "36013"),
    ],
)
def test_a_scenario_gives_place_and_occupation(text, county, run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(text)
    flags = ("--occupation", "electrician", *(("--county", county) if county else ("--state", "NY")))
    found, expected = answer(run, file), answer(run, *flags)
    assert (found["place"]["state_fips"], found["place"]["county_fips"]) == ("36", county)
    assert found["occupation"]["code"] == "47-2111"
    assert found["assumptions_sha256"] == expected["assumptions_sha256"]


def test_a_code_with_a_leading_zero_keeps_it(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text("place: {county: 01001}\n")
    assert answer(run, file)["place"]["county"] == "Autauga County"


def test_flags_win_over_the_scenario(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text("place: {state: NY, county: Chautauqua}\noccupation: electrician\n")
    found = answer(run, file, "--state", "MT")
    assert (found["place"]["postal"], found["place"]["county"]) == ("MT", None)
    assert found["occupation"]["code"] == "47-2111"
    found = answer(run, file, "--occupation", "carpenter")
    assert (found["place"]["county"], found["occupation"]["code"]) == ("Chautauqua County", "47-2031")


def test_values_of_the_scenario_win_over_local_figures(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(f"place: NY\nset:\n  {MINIMUM}: 18\n")
    found = answer(run, file)
    assert MINIMUM not in local(found)
    assert found["overrides"][0]["from"] == f"{file}:3"


def test_the_nation_is_a_place_too(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text("place: national\n")
    assert answer(run, file)["assumptions_sha256"] == answer(run)["assumptions_sha256"]
    assert answer(run, file)["place"] is None


SCENARIOS = {
    "place: Reno\n": "{f}:1: there is no state 'Reno'\n  hint: did you mean Oregon?",
    "pathways: [certificate]\noccupation: nurse\n": (
        "{f}:2: 'nurse' is more than one\n  hint: it may be Licensed Practical and Licensed Vocational Nurses (29-2061); "
        "Nurse Anesthetists (29-1151); Nurse Midwives (29-1161); Nurse Practitioners (29-1171); Registered Nurses (29-1141)"
    ),
    "place: {state: NY, zip: 14701}\n": "{f}:1: place.zip: unknown key 'zip'\n  hint: a place may give state, county, metro",
    "place: ~\n": "{f}:1: place: nothing is written here\n  hint: give a text, or leave the line out",
    "place: NY\nplace: CA\n": "{f}:2: the key 'place' is given twice (first at {f}:1)\n  hint: keep one of the two",
    "occupation: {code: 47-2111}\n": "{f}:1: occupation: a text is needed here, not a mapping\n  hint: write 'name: text'",
}


@pytest.mark.parametrize("text", SCENARIOS)
def test_a_wrong_place_in_a_scenario(text, run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(text)
    assert run("compare", file) == (2, "", f"error: {SCENARIOS[text].replace('{f}', str(file))}\n")


@pytest.mark.parametrize(
    "text", ["place: [NY, CA]\n", "place: {state: [NY, CA]}\n", "occupation: [electrician, plumber]\n"]
)
def test_several_places_or_occupations_are_refused(text, run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(text)
    assert run("compare", file).code == 2


# Wrong input

WORD = "\n  hint: 'mobcalc places search WORD' finds names"
PORTLAND = (
    "Portland-South Portland, ME (Metropolitan Statistical Area); "
    "Portland-Vancouver-Hillsboro, OR-WA (Metropolitan Statistical Area)"
)
WRONG = [
    (("--state", "Pensylvania"), "--state: there is no state 'Pensylvania'\n  hint: did you mean Pennsylvania?"),
    (("--state", "PR"), f"--state: there is no state 'PR'{WORD}"),
    (
        ("--county", "Springfield"),
        "--county: 'Springfield' is more than one\n  hint: it may be Sangamon County, IL (Springfield); Hampden County, "
        "MA (Springfield); Greene County, MO (Springfield); Clark County, OH (Springfield); Lane County, OR (Springfield)",
    ),
    (
        ("--county", "Chautauqua, NY", "--state", "CA"),
        "--county: 'Chautauqua, NY' is not in California\n  hint: give one state",
    ),
    (("--metro", "Portland"), f"--metro: 'Portland' is more than one\n  hint: it may be {PORTLAND}"),
    (("--metro", "Boise", "--state", "NY"), "--metro: 'Boise' is not in New York\n  hint: it is in ID"),
    (
        ("--metro", "Boise", "--county", "06037"),
        "--metro: 'Boise' is not in California\n  hint: it is in ID",
    ),
    (("--metro", "St. Louis"), "--metro: 'St. Louis' reaches into several states\n  hint: add --state, one of MO, IL"),
    (
        ("--occupation", "nurse"),
        "--occupation: 'nurse' is more than one\n  hint: it may be Licensed Practical and Licensed Vocational Nurses "
        "(29-2061); Nurse Anesthetists (29-1151); Nurse Midwives (29-1161); Nurse Practitioners (29-1171); Registered "
        "Nurses (29-1141)",
    ),
    (
        ("--occupation", "47-0000"),
        "--occupation: there is no detailed occupation 47-0000\n"
        "  hint: give a detailed one: 'mobcalc occupations search WORD' lists them",
    ),
    (("--state", ""), f"--state: there is no state ''{WORD}"),
    (
        ("--county", "", "--state", "NY"),
        f"--county: there is no county or city ''{WORD}; of cities only the larger ones are known, so give the county",
    ),
    (("--metro", " "), f"--metro: there is no metropolitan area ''{WORD}"),
    (
        ("--occupation", ""),
        "--occupation: there is no occupation ''\n  hint: 'mobcalc occupations search WORD' finds names",
    ),
]


@pytest.mark.parametrize(
    ("arguments", "said"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_a_wrong_place_or_occupation(arguments, said, run):
    for command in (["compare"], ["timeline"], ["assumptions", "list"]):
        assert run(*command, *arguments) == (2, "", f"error: {said}\n")


@pytest.mark.parametrize("command", ["places", "occupations"])
def test_commands_that_hints_name_are_there(command, run):
    assert run(command, "search", "electric").code == 0


def test_a_figure_that_a_place_lacks_can_be_given_as_the_hint_says(run):
    found = run("assumptions", "show", "place.metro", "--county", "Chautauqua, NY")
    assert found.err.endswith(
        "no table gives it for this place\n  hint: 'mobcalc places show PLACE' says what is covered; --state gives a place\n"
    )
