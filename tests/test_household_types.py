"""Types of household: who counts as what, how a household grows older, and which types the table has."""

from itertools import product

import pytest

from mobcalc.household_types import HouseholdType, household_then, nearest
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from tests.slices import types_of

MANY = [HouseholdType(*parts) for parts in product(range(5), range(6), range(8), (False, True))]
SUPPORTED = [one for one in MANY if nearest(one) == one]


def person(**said):
    """The bundled assumptions with some facts of the person given as flags."""
    flags = [Flag("--set", f"person.{name}", text) for name, text in said.items()]
    return load(Layers(flags=flags)).assumptions


@pytest.mark.parametrize(
    ("age", "young", "older"), [(0, 1, 0), (5, 1, 0), (5.9, 1, 0), (6, 0, 1), (17, 0, 1), (18, 0, 0), (40, 0, 0)]
)
def test_a_child_is_young_to_5_and_older_to_17(age, young, older):
    assert household_then(1, [age], False) == HouseholdType(1, young, older)


def test_children_grow_older_and_leave():
    found = [household_then(2.0, [4.0, 15.0], False, year) for year in (0, 1, 2, 3, 13, 14, 30)]
    assert found == [
        HouseholdType(2, 1, 1),
        HouseholdType(2, 1, 1),
        HouseholdType(2, 0, 2),
        HouseholdType(2, 0, 1),
        HouseholdType(2, 0, 1),
        HouseholdType(2),
        HouseholdType(2),
    ]


def test_adults_and_a_disability_stay():
    assert household_then(1, [17], True, 0) == HouseholdType(1, 0, 1, True)
    assert household_then(1, [17], True, 1) == HouseholdType(1, 0, 0, True)


def test_the_households_of_a_person_are_one_for_each_year_of_working_life():
    found = types_of(person(start_age="30", retire_age="50", children="[3, 7]", adults="2"))
    assert len(found) == 20
    assert found[:3] == [HouseholdType(2, 1, 1)] * 3
    assert found[3:11] == [HouseholdType(2, 0, 2)] * 8
    assert found[11:15] == [HouseholdType(2, 0, 1)] * 4
    assert found[15:] == [HouseholdType(2)] * 5


def test_somebody_of_whom_nothing_is_said_lives_alone():
    assert set(types_of(person())) == {HouseholdType(1)}


def test_a_disability_is_part_of_the_household():
    assert types_of(person(children="[1]", disability="true"))[0] == HouseholdType(1, 1, 0, True)


@pytest.mark.parametrize(
    ("household", "near"),
    [
        ((0, 0, 0, False), (1, 0, 0, False)),
        ((3, 0, 0, False), (2, 0, 0, False)),
        ((1, 3, 0, False), (1, 2, 1, False)),
        ((1, 0, 5, False), (1, 0, 4, False)),
        ((1, 2, 3, False), (1, 2, 2, False)),
        ((1, 1, 4, False), (1, 1, 3, False)),
        ((2, 0, 0, True), (2, 0, 0, False)),
        ((5, 5, 7, True), (2, 2, 2, False)),
    ],
)
def test_what_the_table_lacks_has_a_nearest_type(household, near):
    assert nearest(HouseholdType(*household)) == HouseholdType(*near)


def test_the_nearest_type_is_always_one_of_the_table():
    for one in MANY:
        assert nearest(one) in SUPPORTED
        assert nearest(nearest(one)) == nearest(one)


def test_the_types_are_up_to_two_adults_two_young_and_four_children():
    children = [(young, older) for young in range(3) for older in range(5 - young)]
    assert len(children) == 12
    expected = {
        HouseholdType(adults, young, older, disability)
        for (adults, disability), (young, older) in product([(1, False), (2, False), (1, True)], children)
    }
    assert set(SUPPORTED) == expected
    assert len({one.key for one in SUPPORTED}) == len(SUPPORTED) == 36


def test_growing_older_never_leads_out_of_the_types():
    """From each type one young child or more may start school in any year, and one older child or more may leave."""
    for one in SUPPORTED:
        for start, leave in product(range(one.young + 1), range(one.older + 1)):
            then = one._replace(young=one.young - start, older=one.older - leave + start)
            assert nearest(then) == then, (one, then)


def test_every_mix_of_ages_that_is_taken_stays_taken_until_all_are_grown():
    """Ages at every distance to the next step, in every year: the types are closed in fact, not only step by step."""
    ages = (0, 1, 4, 5, 6, 11, 16, 17)
    for count in range(5):
        for mix in product(ages, repeat=count):
            if list(mix) != sorted(mix) or nearest(household_then(1, mix, False)) != household_then(1, mix, False):
                continue
            for adults, disability in [(1, False), (2, False), (1, True)]:
                for year in range(19):
                    then = household_then(adults, mix, disability, year)
                    assert nearest(then) == then, (mix, year)
                assert then == HouseholdType(adults, 0, 0, disability)


def test_a_household_in_words_and_as_a_key():
    assert str(HouseholdType(1)) == "1 adult, no children under 6 and no children of 6 to 17"
    there = HouseholdType(1, 1, 2, True)
    assert str(there) == "1 adult with a disability, 1 child under 6 and 2 children of 6 to 17"
    assert (there.key, there.children, there.members) == ("1-1-2-d", 3, 4)
    assert HouseholdType(2, 0, 1).key == "2-0-1"
