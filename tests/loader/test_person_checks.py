"""Who lives in the household, by flag and by file: what is taken and what is said of what is not."""

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load

NONE_IN_TABLE = "the table of taxes and benefits has no household of "
HINT_AGES = "give ages from 0 to 17; leave out grown children, who do not live on this person's earnings here"
WRONG = {
    ("children", "[-1]"): (
        "person.children",
        "a child cannot be -1 years old",
        "give ages from 0 to 17",
    ),
    ("children", "[2.5]"): ("person.children", "2.5 is not a whole number", "give whole years"),
    ("children", "[18]"): ("person.children", "a child of 18 is no longer counted as one", HINT_AGES),
    ("children", "[3, 25]"): ("person.children", "a child of 25 is no longer counted as one", HINT_AGES),
    ("children", "3"): (
        "person.children",
        "a list of numbers is needed here, not a single value",
        "write [1, 2, 3]",
    ),
    ("children", "[three]"): (
        "person.children",
        "'three' is not a number",
        "write digits with an optional decimal point, such as 30",
    ),
    ("children", "[1, 2, 3]"): (
        "person.children",
        NONE_IN_TABLE + "1 adult, 3 children under 6 and no children of 6 to 17",
        "the nearest is 1 adult, 2 children under 6 and 1 child of 6 to 17; it goes up to 2 adults, 2 children under 6 and 4 in all",
    ),
    ("children", "[6, 7, 8, 9, 10]"): (
        "person.children",
        NONE_IN_TABLE + "1 adult, no children under 6 and 5 children of 6 to 17",
        "the nearest is 1 adult, no children under 6 and 4 children of 6 to 17; it goes up to 2 adults, 2 children under 6 and 4 in all",
    ),
    ("children", "[1, 2, 8, 9, 10]"): (
        "person.children",
        NONE_IN_TABLE + "1 adult, 2 children under 6 and 3 children of 6 to 17",
        "the nearest is 1 adult, 2 children under 6 and 2 children of 6 to 17; it goes up to 2 adults, 2 children under 6 and 4 in all",
    ),
    ("partner_earnings", "20000"): (
        "person.partner_earnings",
        "a partner's earnings need a second adult in the household",
        "add --adults 2",
    ),
    ("partner_earnings", "-5"): (
        "person.partner_earnings",
        "-5 is out of range for a value in USD/year",
        "give a number from 0 to 1000000",
    ),
    ("adults", "3"): (
        "person.adults",
        NONE_IN_TABLE + "3 adults, no children under 6 and no children of 6 to 17",
        "the nearest is 2 adults, no children under 6 and no children of 6 to 17; it goes up to 2 adults, 2 children under 6 and 4 in all",
    ),
    ("adults", "0"): ("person.adults", "0 is out of range for a value in people", "give a number from 1 to 20"),
    ("adults", "1.5"): ("person.adults", "1.5 is not a whole number", "give whole people"),
}


def problems_of(layers):
    with pytest.raises(InputError) as caught:
        load(layers)
    return caught.value.problems


@pytest.mark.parametrize(("key", "text"), WRONG)
@pytest.mark.parametrize("kind", ["flag", "scenario", "assumptions"])
def test_what_cannot_be_a_household(kind, key, text, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(f"person:\n  {key}: {text}\n")
    layers, where = {
        "flag": (Layers(flags=[Flag("--set", f"person.{key}", text)]), "--set"),
        "scenario": (Layers(scenario=str(file)), f"{file}:2"),
        "assumptions": (Layers(paths=[str(file)]), f"{file}:2"),
    }[kind]
    (found,) = problems_of(layers)
    assert (found.where, found.name, found.what, found.hint) == (where, *WRONG[key, text])


def test_a_partner_who_earns_nothing_needs_no_second_adult():
    found = load(Layers(flags=[Flag("--partner-earnings", "person.partner_earnings", "0")])).assumptions.person
    assert (found.partner_earnings.value, found.adults.value) == (0, 1)


def test_two_adults_and_a_disability_is_said_of_the_disability(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("person:\n  adults: 2\n  disability: true\n")
    (found,) = problems_of(Layers(scenario=str(file)))
    assert (found.where, found.name) == (f"{file}:3", "person.disability")
    assert found.what.startswith(NONE_IN_TABLE + "2 adults with a disability")


def test_a_scenario_says_who_lives_in_the_household(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("person:\n  age: 30\n  children: [3, 7]\n  adults: 2\n  partner_earnings: 20000\n")
    loaded = load(Layers(scenario=str(file)))
    person = loaded.assumptions.person
    assert (person.children.value, person.children.unit, person.children.kind) == ([3, 7], "years", "user")
    assert (person.adults.value, person.adults.where) == (2, f"{file}:4")
    assert (person.partner_earnings.value, person.partner_earnings.unit) == (20000, "USD/year")
    # What is said of nobody else is in dollars of the price year.
    assert person.partner_earnings.price_year in (None, loaded.assumptions.economy.price_year)


def test_flags_win_over_the_scenario(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("person: {children: [3, 7], adults: 2}\n")
    flags = [Flag("--child", "person.children", "[12]")]
    person = load(Layers(scenario=str(file), flags=flags)).assumptions.person
    assert (person.children.value, person.adults.value) == ([12], 2)


def test_a_scenario_that_says_the_children_twice(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("person:\n  children: [3]\n  child: [7]\n")
    (found,) = problems_of(Layers(scenario=str(file)))
    assert (found.where, found.name) == (f"{file}:3", "person.children")
    assert found.what.startswith("it is given twice")


LISTS = {
    "child_care_ages: [0, 6, 13]": (
        "living_wage",
        "these lists differ in length: child_care_ages 3, child_care_shares 5",
    ),
    "child_care_shares: [1, 0]": (
        "living_wage",
        "these lists differ in length: child_care_ages 5, child_care_shares 2",
    ),
    "child_care_ages: [0, 2, 6, 6, 13]": ("living_wage.child_care_ages", "the values must rise from one to the next"),
    "child_care_ages: [0, 2, 6, 3, 13]": ("living_wage.child_care_ages", "the values must rise from one to the next"),
    "child_care_ages: [1, 2, 3, 6, 13]": ("living_wage.child_care_ages", "the first age must be 0"),
}


@pytest.mark.parametrize("text", LISTS)
def test_prices_of_child_care_by_age_that_do_not_go_together(text, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(f"living_wage:\n  {text}\n")
    key, _, value = text.partition(": ")
    flag = Layers(flags=[Flag("--set", f"living_wage.{key}", value)])
    for layers, where in ((Layers(paths=[str(file)]), f"{file}:2"), (flag, "--set")):
        (found,) = problems_of(layers)
        assert (found.where, found.name, found.what) == (where, *LISTS[text])
        assert found.hint


def test_a_file_of_the_living_wage_may_have_the_name_of_a_pathway(tmp_path):
    file = tmp_path / "certificate.yaml"
    file.write_text("living_wage: {housing: 9600}\n")
    found = load(Layers(paths=[str(file)])).assumptions
    assert (found.living_wage.housing.value, found.living_wage.housing.kind) == (9600, "user")
    assert found.living_wage.food is None


EDUCATIONS = {
    "less-than-high-school": "less-than-high-school",
    "less-than-hs": "less-than-high-school",
    "high-school": "high-school",
    "HS": "high-school",
    "some_college": "some-college",
    "Associate": "associate",
    "associate-degree": "associate",
    "bachelor": "bachelors",
    "bachelors-degree": "bachelors",
}


@pytest.mark.parametrize("word", EDUCATIONS)
def test_an_education_by_one_of_its_names(word, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(f"person: {{education: {word}}}\n")
    for layers in (
        Layers(scenario=str(file)),
        Layers(paths=[str(file)]),
        Layers(flags=[Flag("--education", "person.education", word)]),
    ):
        assert load(layers).assumptions.person.education == EDUCATIONS[word]


@pytest.mark.parametrize("word", ["building-trades-apprenticeship", "certificate", "no-postsecondary", "asociate"])
def test_what_is_no_education(word, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(f"person: {{education: {word}}}\n")
    flag = Layers(flags=[Flag("--education", "person.education", word)])
    for layers, where in ((Layers(scenario=str(file)), f"{file}:1"), (flag, "--education")):
        (found,) = problems_of(layers)
        assert (found.where, found.name, found.what) == (where, "person.education", f"unknown word '{word}'")
        assert found.hint == "write one of less-than-high-school, high-school, some-college, associate, bachelors"


def test_the_names_of_educations_are_of_educations_alone(tmp_path):
    # What is said of another setting is the word that was written.
    (found,) = problems_of(Layers(flags=[Flag("--set", "person.sex", "hs")]))
    assert found.what == "unknown word 'hs'"


MINIMUM = Flag("--set", "economy.minimum_wage", "{value: 15.5, price_year: 2025}")


@pytest.mark.parametrize(
    ("flags", "least"),
    [
        ((), "10.00, as few jobs pay"),
        # The consumer prices of 2015 over those of 2025: 10 x 237.017 / 321.974.
        ((Flag("--set", "economy.price_year", "2015"),), "7.36, as few jobs pay"),
        # Without a place nobody knows whose minimum wage that is.
        ((MINIMUM,), "10.00, as few jobs pay"),
    ],
)
def test_a_wage_that_a_slip_of_the_pen_made_is_refused(flags, least):
    with pytest.raises(InputError) as caught:
        load(Layers(flags=[*flags, Flag("--wage", "person.wage", "7.35")]))
    (problem,) = caught.value.problems
    assert (problem.where, problem.name) == ("--wage", "person.wage")
    assert problem.what == f"7.35 dollars an hour is below {least}"
    assert problem.hint == (
        "a shell takes the $1 out of $17.50: write 17.50; count tips in; where it is true, give the place: --state"
    )


def test_a_wage_at_the_least_is_taken():
    assert load(Layers(flags=[Flag("--wage", "person.wage", "10")])).assumptions.person.wage.value == 10.0
