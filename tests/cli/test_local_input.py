"""Places and occupations in scenario files, and those that are refused: whole messages, through main()."""

import json

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
        ("place: {county: FIPS 36013}\noccupation: 472111\n", "36013"),
        ("place: {state: NY, county: 36013}\noccupation: 472111\n", "36013"),
        ("place: {county: 14701}\noccupation: electrician\n", "36013"),
        ("place: Jamestown, NY\noccupation: electrician\n", "36013"),
    ],
)
def test_a_scenario_gives_place_and_occupation(text, county, run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(text)
    flags = ("--occupation", "electrician", *(("--county", f"FIPS {county}") if county else ("--state", "NY")))
    found, expected = answer(run, file), answer(run, *flags)
    assert (found["place"]["state_fips"], found["place"]["county_fips"]) == ("36", county)
    assert found["occupation"]["code"] == "47-2111"
    assert found["assumptions_sha256"] == expected["assumptions_sha256"]


@pytest.mark.parametrize("place", ["{state: AL, county: 01001}", "{county: FIPS 01001}"])
def test_a_code_with_a_leading_zero_keeps_it(place, run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(f"place: {place}\n")
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
    "pathways: [certificate]\noccupation: bus driver\n": (
        "{f}:2: 'bus driver' may mean several occupations\n  hint: it may be Bus Drivers, School (53-3051); "
        "Bus Drivers, Transit "
        "and Intercity (53-3052)"
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
SEARCH = "\n  hint: 'mobcalc places search NAME' finds names and codes"
COVERED = "\n  hint: the tables of earnings, taxes and benefits cover the 50 states and the District of Columbia"
PORTLAND = (
    "Portland-South Portland, ME (Metropolitan Statistical Area); "
    "Portland-Vancouver-Hillsboro, OR-WA (Metropolitan Statistical Area)"
)
WRONG = [
    (("--state", "Pensylvania"), "--state: there is no state 'Pensylvania'\n  hint: did you mean Pennsylvania?"),
    (("--state", "PR"), f"--state: 'PR' is not covered{COVERED}"),
    (("--county", "Ponce, PR"), f"--county: 'PR' is not covered{COVERED}"),
    (
        ("--county", "Chautauqua"),
        "--county: 'Chautauqua' may mean several places\n  hint: it may be Chautauqua County, KS; Chautauqua "
        "County, NY",
    ),
    (
        ("--county", "Houston", "--state", "TX"),
        "--county: 'Houston' may mean several places\n  hint: it may be Houston County, TX; Houston city, TX "
        "(Harris County)",
    ),
    (
        ("--county", "36013"),
        "--county: 36013 is the code of Chautauqua County, NY, and a ZIP code in Montgomery County, AL; Macon "
        "County, AL\n"
        "  hint: write 'FIPS 36013' or 'ZIP 36013', or give the state",
    ),
    (("--county", "6037"), "--county: '6037' has 4 digits\n  hint: FIPS 06037 is Los Angeles County, CA"),
    (
        ("--county", "Chautauqua, NY", "--state", "CA"),
        "--county: 'Chautauqua, NY' is not in California\n  hint: give one state",
    ),
    (("--metro", "Portland"), f"--metro: 'Portland' may mean several metropolitan areas\n  hint: it may be {PORTLAND}"),
    (("--metro", "Boise", "--state", "NY"), "--metro: 'Boise' is not in New York\n  hint: it is in ID"),
    (
        ("--metro", "Boise", "--county", "FIPS 06037"),
        "--metro: 'Boise' is not in California\n  hint: it is in ID",
    ),
    (("--metro", "St. Louis"), "--metro: 'St. Louis' reaches into several states\n  hint: add --state, one of MO, IL"),
    (
        ("--occupation", "bus driver"),
        "--occupation: 'bus driver' may mean several occupations\n  hint: it may be Bus Drivers, School "
        "(53-3051); Bus Drivers, Transit "
        "and Intercity (53-3052)",
    ),
    (
        ("--occupation", "47-0000"),
        "--occupation: there is no detailed occupation 47-0000\n"
        "  hint: give a detailed one: 'mobcalc occupations search WORD' lists them",
    ),
    (("--state", ""), f"--state: there is no state ''{WORD}"),
    (
        ("--county", "", "--state", "NY"),
        f"--county: there is no county or city '' in New York{SEARCH}. Townships outside New England are not "
        "listed: give "
        "the county",
    ),
    (("--metro", " "), f"--metro: there is no metropolitan area ''{SEARCH}"),
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


# Figures of the place: what the list prints can be set, but for what is there for context

LEVELS = {
    f"earnings_levels.{name}": "1.1"
    for name in ("less_than_high_school", "high_school", "some_college", "associate", "bachelors")
}
OWN = {
    **LEVELS,
    "goods_parity": "1.3",
    "poverty_guideline": "[10000, 5000]",
    "rents": "[900, 1000, 1100, 1200, 1300]",
    "benchmark_premiums": f"[{', '.join(str(200 + age) for age in range(65))}]",
    "family_premiums": "[0, 0]",
    "infant_care_center": "150",
    "infant_care_family": "160",
}
"""A value of one's own for each number of a place that something is computed from, each of which makes child care in a center the cheaper kind."""
FOR_CONTEXT = ["place.unemployment_rate", "place.price_parity"]
NY = ("--state", "NY")
NOWHERE = "place: there is no place, so it has no figures to set\n  hint: add --state, --county or --metro\n"


def test_every_number_of_the_place_is_in_the_list(run):
    rows = json.loads(run("assumptions", "list", "place", *NY, "--json").out)["assumptions"]
    names = [f"place.{name}" for name in OWN]
    assert [row["name"] for row in rows if row["unit"]] == [*names[: len(LEVELS)], *FOR_CONTEXT, *names[len(LEVELS) :]]


@pytest.mark.parametrize("command", ["compare", "livingwage", "cliff", "timeline", "assumptions check"])
@pytest.mark.parametrize("name", [*LEVELS][1:2] + [name for name in OWN if name not in LEVELS])
def test_a_number_of_the_place_is_set_by_flag_and_by_file(name, command, run, tmp_path):
    file, scenario = tmp_path / "own.yaml", tmp_path / "scenario.yaml"
    group, _, last = f"place.{name}".rpartition(".")
    file.write_text(f"{group}:\n  {last}: {OWN[name]}\n")
    scenario.write_text(f"place: NY\nset:\n  place.{name}: {OWN[name]}\n")
    words = command.split()
    family = () if command == "assumptions check" else ("--child", "1")
    for given in (("--set", f"place.{name}={OWN[name]}", *NY), ("--assumptions", file, *NY), (scenario,)):
        if command != "assumptions check" or given != (scenario,):
            found = run(*words, *given, *family)
            assert (found.code, found.err) == (0, "")


def test_a_level_of_ones_own_moves_pay_by_its_ratio(run):
    def paid(*flags):
        """What a man without training and one with a certificate are paid at 40."""
        found = json.loads(run("compare", *NY, "--sex", "male", "-p", "certificate", *flags, "--json").out)["pathways"]
        return [found[0]["expected"]["paid_earnings"][22], found[1]["completer"]["paid_earnings"][22]]

    shown = json.loads(run("assumptions", "list", "place.earnings_levels", *NY, "--json").out)["assumptions"]
    levels = {row["name"].rpartition(".")[2]: row["value"] for row in shown}
    before = paid()
    twice = f"place.earnings_levels.high_school={2 * levels['high_school']}"
    assert paid("--set", twice) == pytest.approx([2 * before[0], before[1]])
    twice = f"place.earnings_levels.some_college={2 * levels['some_college']}"
    assert paid("--set", twice) == pytest.approx([before[0], 2 * before[1]])


@pytest.mark.parametrize(
    "words", [("compare",), ("timeline",), ("sensitivity",), ("solve", "wage"), ("assumptions", "diff")]
)
def test_figures_of_a_place_need_one_in_every_command(words, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text("place: {rents: [1, 2, 3, 4, 5]}\n")
    assert run(*words, "--assumptions", "own.yaml") == (2, "", f"error: own.yaml:1: {NOWHERE}")
    given = NOWHERE.replace("place:", "place.rents:")
    assert run(*words, "--set", "place.rents=[1, 2, 3, 4, 5]") == (2, "", f"error: --set: {given}")


def test_the_check_refuses_what_other_commands_refuse(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text("place: {rents: [1, 2, 3, 4, 5]}\n")
    found = run("assumptions", "check", "own.yaml")
    assert (found.code, found.out) == (1, f"error: own.yaml:1: {NOWHERE}\n1 problem found.\n")
    assert run("assumptions", "check", "own.yaml", *NY).code == 0
    assert run("assumptions", "sources", "-a", "own.yaml", *NY).code == 0


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("rents=[1]", "place.rents: five values are needed\n  hint: give the rents for 0, 1, 2, 3 and 4 bedrooms"),
        (
            "poverty_guideline=[1]",
            "place.poverty_guideline: two values are needed\n"
            "  hint: give that for one person and that for each further one",
        ),
        (
            "poverty_guideline=[0, 1]",
            "place.poverty_guideline: every value must be above 0\n  hint: leave out what is not known",
        ),
        (
            "benchmark_premiums=[400]",
            "place.benchmark_premiums: 65 values are needed\n"
            "  hint: give the premiums of people of 0, 1, 2 and so on to 64 years",
        ),
        (
            "family_premiums=[400]",
            "place.family_premiums: two values are needed\n"
            "  hint: give what all children of one adult cost, and of two; 0 where each is priced by age",
        ),
        (
            "state=CA",
            "place.state: it says which place this is and is not set\n"
            "  hint: --state, --county and --metro choose the place",
        ),
        *(
            (
                f"{name.removeprefix('place.')}=0.5",
                f"{name}: it is shown for context and nothing is computed from it, so it is not set\n"
                "  hint: set what it would change, such as place.earnings_levels.high_school or place.goods_parity",
            )
            for name in FOR_CONTEXT
        ),
    ],
)
def test_what_a_place_cannot_be(given, message, run, tmp_path, monkeypatch):
    assert run("compare", *NY, "--set", f"place.{given}") == (2, "", f"error: --set: {message}\n")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text(f"place: {{{given.replace('=', ': ')}}}\n")
    assert run("livingwage", *NY, "-a", "own.yaml") == (2, "", f"error: own.yaml:1: {message}\n")


def test_a_living_wage_says_what_is_ones_own(run):
    flags = [word for name, value in OWN.items() for word in ("--set", f"place.{name}={value}")]
    found = json.loads(run("livingwage", *NY, "--child", "1", *flags, "--json").out)
    assert found["poverty_guideline"] | {"area": "", "year": "", "annual": 15000} == found["poverty_guideline"]
    said = " ".join(run("livingwage", "--details", *NY, "--child", "1", *flags).out.split())
    assert "Rests on your own figures: place.infant_care_center from --set" in said
    assert "Rests on your own figures: place.rents from --set" in said
    assert "The poverty guideline that you set is $15,000 a year for 2 people" in said


def test_the_price_level_at_which_pay_is_enough(run):
    family = ("--child", "0", "--age", "28", "--living-wage-by", "29", "-p", "electrician-apprenticeship")
    found = json.loads(run("solve", "place.goods_parity", *NY, *family, "--json").out)
    assert (found["matters"], found["best"]["value"]) == (True, 0.1)
    # Tables of taxes and benefits are made with the price of care.
    refused = run("solve", "place.infant_care_center", *NY, *family)
    assert (refused.code, refused.out) == (2, "")
    assert "taxes and benefits are looked up for one household and what it pays for" in refused.err
