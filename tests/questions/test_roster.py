"""What is special to one place is in the columns of the people there, and nothing else is."""

import numpy as np
import pytest

from mobcalc.projection.case import unchecked
from mobcalc.questions.roster_people import AGE, Setting, Shapes, _is_there, _local_names
from mobcalc.questions.roster_summary import Sums, Tally
from mobcalc.results.roster import FEWEST
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


def test_small_groups_are_counted_and_not_shown():
    tally = Tally(
        {'["a","x"]': Sums(people=FEWEST, weight=10.0, gain=50.0), '["b","x"]': Sums(people=FEWEST - 1, weight=9.0)}
    )
    shown, left_out, people = tally.groups()
    assert [(one.group, one.pathway, one.gain) for one in shown] == [(["a"], "x", 5.0)]
    assert (left_out, people) == (1, FEWEST - 1)


def test_a_group_keeps_a_mean_only_where_enough_are_known():
    sums = Sums(people=50, weight=50.0, known=FEWEST - 1, known_weight=9.0, kept=9.0, means=[50.0, 100.0])
    (one,), _, _ = Tally({'["x"]': sums}).groups()
    assert (one.kept_gain, one.kept_people, one.gain_mean) == (None, FEWEST - 1, 1.5)
    assert np.isfinite(one.gain_p10)
