"""What is special to one place is in the columns of the people there, and nothing else is."""

from fractions import Fraction

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.projection.case import unchecked
from mobcalc.questions.roster import Gains
from mobcalc.questions.roster_people import AGE, Setting, Shapes, _is_there, _local_names
from mobcalc.questions.roster_summary import Sums, Tally, exact
from mobcalc.results.roster import FEWEST, LeftOut
from mobcalc.sampling import restated
from mobcalc.schema import record_at, records
from mobcalc.store.codes import state_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from mobcalc.store.places import county_of

IDS = ["no-postsecondary", "electrician-apprenticeship", "associate-degree", "certificate", "bachelors-degree"]
OF_HOUSEHOLDS = ("place.",)


def at(assumptions, postal, county=None):
    state = state_of(postal, "")
    where = Place(state, county_of(county, state, "") if county else None, None)
    return localized(assumptions, where, None).records


@pytest.mark.parametrize(("postal", "county"), [("CA", None), ("OH", None), ("WA", "King"), ("WY", None)])
def test_places_differ_in_the_columns_and_in_what_households_need_alone(assumptions, postal, county):
    here, there = at(assumptions, postal, county), at(assumptions, "MS")
    settled = unchecked(here, IDS).settled
    differ = {
        name
        for name, record in records(settled)
        if restated(here, record) != restated(there, record_at(unchecked(there, IDS).settled, name))
    }
    names = set(_local_names(settled, IDS))
    assert {name for name in differ - names if not name.startswith(OF_HOUSEHOLDS)} == set()
    assert differ & names


def test_no_number_of_a_place_is_missing_where_it_is_needed(assumptions):
    records_here = at(assumptions, "NY")
    shapes = Shapes([Setting(records_here, None, 0)], [("certificate",)], None)
    case = unchecked(records_here, IDS[:2])
    assert _is_there(case.arrays, "economy.minimum_wage") and _is_there(case.arrays, AGE)
    assert not _is_there(case.arrays, "pathways.certificate.costs.grants")
    assert shapes.cases == {}


TEN = list(map(str, range(FEWEST)))


def test_small_groups_are_counted_and_not_shown():
    tally = Tally(
        {
            '["a","x"]': Sums(people=FEWEST, some_ids=TEN, weight=[10.0], gain=[50.0]),
            '["b","x"]': Sums(people=FEWEST - 1, some_ids=TEN[1:], weight=[9.0]),
        }
    )
    shown, left_out, people = tally.groups()
    assert [(one.group, one.pathway, one.gain) for one in shown] == [(["a"], "x", 5.0)]
    assert (left_out, people) == ([LeftOut(["b"], "x")], FEWEST - 1)


def test_a_group_keeps_a_mean_only_where_enough_are_known():
    sums = Sums(
        people=50,
        some_ids=TEN,
        weight=[50.0],
        known=FEWEST - 1,
        known_weight=[9.0],
        kept=[9.0],
        means=[[50.0], [100.0]],
    )
    (one,), _, _ = Tally({'["x"]': sums}).groups()
    assert (one.kept_gain, one.kept_people, one.gain_mean) == (None, FEWEST - 1, 1.5)
    assert np.isfinite(one.gain_mean_p10)


@given(st.lists(st.floats(-1e15, 1e15), max_size=30), st.integers(0, 30), st.randoms(use_true_random=False))
def test_an_exact_sum_depends_on_what_is_added_alone(numbers, cut, mixing):
    mixed = numbers.copy()
    mixing.shuffle(mixed)
    in_two = exact([*exact(mixed[:cut]), *exact(mixed[cut:])])
    assert exact(numbers) == in_two
    assert sum(map(Fraction, in_two), Fraction(0)) == sum(map(Fraction, numbers), Fraction(0))


def gains_of(places):
    """Gains of some of many people from one pathway, in three draws."""
    amounts = (1e5 * np.sin(np.arange(300.0) ** 1.5)).reshape(6, 50)[:, places]
    amounts[:, np.array(places) % 9 == 8] = np.nan
    figures = dict(zip(("gain", "chance_well_ahead", "kept_gain"), amounts[:3], strict=True))
    count = len(places)
    return Gains(
        np.arange(count), ["x"] * count, [""] * count, figures, amounts[3:], np.zeros(count, bool), [""] * count
    )


def test_sums_of_groups_are_the_same_wherever_their_parts_are_added_up():
    weights, towns = np.linspace(0.1, 7.3, 50), [["Troy", "Utica"][place % 2] for place in range(50)]

    def tally(places):
        one = Tally()
        one.add(list(map(str, places)), [[towns[place] for place in places]], weights[places], gains_of(places))
        return one

    whole, parts = tally(range(50)), Tally()
    for part in (range(30, 50), range(3), range(3, 30)):
        parts.merge(tally(part))
    assert parts.groups() == whole.groups()
    assert msgspec.to_builtins(parts.sums) == msgspec.to_builtins(whole.sums)
    (troy, utica), _, _ = whole.groups()
    assert (troy.people, utica.people) == (22, 23)
