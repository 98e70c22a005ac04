"""Many people as rows: each has what a calculation of that person alone has, whoever else is in it."""

import math
import re
from pathlib import Path

import msgspec
import numpy as np
import pytest

from mobcalc.model import in_rows
from mobcalc.projection.case import case_of
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import subjects_of
from mobcalc.sampling.filling import refill
from mobcalc.sampling.streams import person_keys
from mobcalc.simulation import people, people_lives
from mobcalc.simulation.lives import average, summed
from mobcalc.simulation.people import Group, group_gains, rows_of
from mobcalc.simulation.people_lives import drawn_gains
from tests.conftest import column

ROOM = Path(people.__file__).parents[1]
IDS = ["no-postsecondary", "building-trades-apprenticeship", "associate-degree"]
WAGES = [9.0, 15.0, 22.5, 61.0]


def person(assumptions, wage, sex="male"):
    """A person of 31 with a wage."""
    facts = assumptions.person
    start = msgspec.structs.replace(facts.start_age, value=31.0, range=None)
    given = msgspec.structs.replace(start, value=wage, unit="USD/hour")
    whole = msgspec.structs.replace(facts, start_age=start, wage=given, sex=sex)
    return msgspec.structs.replace(assumptions, person=whole)


def group(assumptions, wages=WAGES, sex="male"):
    case = case_of(person(assumptions, 20.0, sex), IDS[1:], None)
    return Group(case, {"person.wage": column(*wages)}, person_keys(f"P{wage}" for wage in wages))


@pytest.mark.parametrize("sex", ["male", None])
def test_each_gains_what_it_gains_alone(assumptions, sex):
    found = group_gains(group(assumptions, sex=sex))
    for place, wage in enumerate(WAGES):
        case = case_of(person(assumptions, wage, sex), IDS[1:], None)
        _, *subjects = subjects_of(sides_of(case), case.ids)
        for path, subject in enumerate(subjects):
            theirs = subject.against["expected"].outcomes
            gain = subject.expected.net_present_value - theirs.net_present_value
            assert found.expected[place, path] == pytest.approx(gain, abs=0.001)
            early = subject.expected.first_decade_earnings - theirs.first_decade_earnings
            assert found.first_decade[place, path] == pytest.approx(early, abs=0.001)


def test_it_is_the_same_to_the_bit_in_parts_of_any_size(assumptions, monkeypatch):
    wages = np.linspace(8.0, 60.0, 23).tolist()
    whole = group_gains(group(assumptions, wages))
    drawn = drawn_gains(group(assumptions, wages), 100, 0)
    monkeypatch.setattr(people, "PEOPLE", 5)
    monkeypatch.setattr(people_lives, "PEOPLE", 7)
    monkeypatch.setattr(people_lives, "ROWS", 20)
    parts = group_gains(group(assumptions, wages))
    some = drawn_gains(group(assumptions, wages), 100, 0)
    for name in ("expected", "completer", "leaver", "first_decade"):
        np.testing.assert_allclose(getattr(parts, name), getattr(whole, name), rtol=1e-12)
    np.testing.assert_array_equal(parts.expected.round(2), whole.expected.round(2))
    np.testing.assert_array_equal(some.means.round(2), drawn.means.round(2))
    np.testing.assert_array_equal(some.chance_ahead, drawn.chance_ahead)


KINDS = [*IDS, "short-sectoral-training", "certificate"]
"""By pay and by a measured effect, with and without exits."""
DRAWN = {
    "economy.real_wage_growth": (0.004, 0.01),
    "people.wage_persistence": (0.8, 0.95),
    "careers.finisher_standing": (0.3, 0.6),
    "careers.leaving_cost": (0.1, 0.9),
    "pathways.building-trades-apprenticeship.training.term_hours": (7000.0, 9100.0),
    "pathways.associate-degree.completion.rate": (0.3, 0.7),
    "pathways.certificate.training.length": (0.8, 1.6),
    "studies.reed-2012.weight": (0.0, 0.4),
}


def test_people_in_draws_on_two_axes_are_what_they_are_in_each_draw(assumptions):
    case = case_of(person(assumptions, 20.0), KINDS[1:], None)
    drawn = {name: column(*pair) for name, pair in DRAWN.items()}
    wages = column(*WAGES)
    two_axes = {name: rows[None] for name, rows in drawn.items()} | {"person.wage": wages[:, None]}
    both = rows_of(case.ids, refill(case.arrays, two_axes), (len(WAGES), 2))
    for draw in range(2):
        one = {name: rows[[draw]] for name, rows in drawn.items()} | {"person.wage": wages}
        alone = rows_of(case.ids, refill(case.arrays, one), (len(WAGES),))
        for place in range(len(case.ids)):
            found = _of_all_who_start(both, place).reshape(2, len(WAGES))[draw]
            np.testing.assert_allclose(found, _of_all_who_start(alone, place), rtol=1e-12)


def _of_all_who_start(rows, place):
    """What a pathway is worth to all who start it, in each row."""
    present, of = in_rows(rows.years.present, rows.shape), rows.tables[place]
    worth = average(of, summed(of, (present, present)))[:, 0]
    return np.broadcast_to(worth, math.prod(rows.shape))


def test_rows_of_people_in_draws_are_put_one_draw_after_the_other():
    amounts = np.arange(12.0).reshape(2, 3, 2)
    assert in_rows(amounts, (2, 3)).tolist() == [[0, 1], [6, 7], [2, 3], [8, 9], [4, 5], [10, 11]]
    assert in_rows(amounts[:1], (2, 3)).tolist() == [[0, 1], [0, 1], [2, 3], [2, 3], [4, 5], [4, 5]]
    assert in_rows(amounts[:1, :1], (2, 3)).tolist() == [[0, 1]]


def test_luck_is_of_the_person_and_assumptions_are_of_everybody(assumptions):
    two = group(assumptions, [20.0, 20.0])
    twins = Group(two.case, two.columns, person_keys(["one", "another"]))
    found = drawn_gains(twins, 100, 0)
    np.testing.assert_array_equal(found.means[:, 0], found.means[:, 1])
    assert (found.percentiles[1][0] != found.percentiles[1][1]).all()
    same = drawn_gains(Group(two.case, two.columns, person_keys(["another", "one"])), 100, 0)
    np.testing.assert_array_equal(same.chance_ahead[::-1], found.chance_ahead)
    other = drawn_gains(twins, 100, 1)
    assert (other.means != found.means).any()


def test_who_is_like_another_gains_what_they_gain_alone(assumptions):
    few = group(assumptions, [24.0, 15.0, 24.0, 24.0])
    columns, keys = {**few.columns, "person.weekly_hours": column(40.0, 20.0, 20.0, 40.0)}, person_keys("ABCD")
    found = drawn_gains(Group(few.case, columns, keys), 100, 0)
    for place in range(4):
        own = {name: rows[[place]] for name, rows in columns.items()}
        alone = drawn_gains(Group(few.case, own, keys[[place]]), 100, 0)
        np.testing.assert_allclose(found.means[:, place], alone.means[:, 0], rtol=1e-12)
        np.testing.assert_array_equal(found.chance_ahead[place], alone.chance_ahead[0])
        for both, one in zip(found.percentiles, alone.percentiles, strict=True):
            np.testing.assert_allclose(both[place], one[0], rtol=1e-12)
    np.testing.assert_array_equal(found.means[:, 0], found.means[:, 3])


def test_a_further_pathway_changes_nothing_of_the_others(assumptions):
    one = group(assumptions)
    fewer = case_of(person(assumptions, 20.0), [IDS[2]], None)
    alone = drawn_gains(Group(fewer, one.columns, one.keys), 100, 0)
    both = drawn_gains(one, 100, 0)
    np.testing.assert_array_equal(alone.chance_ahead[:, 0], both.chance_ahead[:, 1])


@pytest.mark.parametrize("name", ["people.py", "people_lives.py", "lives.py"])
def test_no_sum_changes_with_the_size_of_a_part(name):
    text = (ROOM / "simulation" / name).read_text()
    assert not re.search(r"\bdot\(|\bmatmul|\btensordot|\bvdot|\binner\(| @ ", text)
