"""A ladder of two steps: what it is made of is what each step gives by itself."""

import msgspec
import numpy as np
import pytest

from mobcalc.errors import InputError
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.case import case_of, fits, years_of
from mobcalc.projection.levels import groups_of
from mobcalc.projection.outcomes import net_earnings
from mobcalc.projection.pathway import projection, ways
from mobcalc.projection.person_years import life
from mobcalc.projection.training_term import term
from mobcalc.sampling import point
from mobcalc.simulation.draws import Drawn, amounts_of
from mobcalc.simulation.lives import table
from mobcalc.store.ladders import goal_of, with_goal

FIRST, SECOND, LADDER = "certificate-31-1131", "certificate-29-2061", "ladder-31-1131-29-2061"
BEGUN, LENGTH = 1.5, 1.0


def loaded(**values):
    """The assumptions of a woman of 22, some of them set, with steps of one and a half years and of one."""
    given = {"person.sex": "female", "person.start_age": 22, f"pathways.{FIRST}.training.length": BEGUN}
    given |= {f"pathways.{name}.training.length": LENGTH for name in (SECOND, LADDER)} | values
    layers = Layers(flags=[Flag("--set", name, str(value)) for name, value in given.items()])
    return load(layers, lambda records: with_goal(records, goal_of("CNA to LPN", ""))).assumptions


def projected(*names, **values):
    case = case_of(loaded(**values), names, None)
    years = life(case.arrays)
    return case.arrays, years, *(projection(case.arrays, years, name) for name in names)


def test_all_who_start_are_those_who_finish_both_and_those_who_leave_one():
    values = {f"pathways.{FIRST}.completion.rate": 0.6, f"pathways.{LADDER}.completion.rate": 0.5}
    _, _, first, both = projected(FIRST, LADDER, **values)
    assert both.completion[0, 0] == pytest.approx(0.3, abs=1e-12)
    for of in ("earnings", "paid", "costs", "training"):
        everybody, finish, leave = (getattr(getattr(both, group), of) for group in ("expected", "completer", "leaver"))
        np.testing.assert_allclose(everybody, 0.3 * finish + 0.7 * leave, rtol=1e-9)
    # Until the second step begins nothing tells its starters from those of the first by itself.
    np.testing.assert_allclose(both.expected.paid[:, 0], first.expected.paid[:, 0], rtol=1e-9)


def test_who_finishes_both_is_paid_as_who_finished_the_second_at_that_age():
    alone = {f"pathways.{SECOND}.training.length": BEGUN + LENGTH}
    _, _, second, both = projected(SECOND, LADDER, **alone)
    after = int(np.ceil(BEGUN + LENGTH))
    for of in ("earnings", "paid", "in_work"):
        ours, theirs = (getattr(one.completer, of) for one in (both, second))
        np.testing.assert_allclose(ours[:, after:], theirs[:, after:], rtol=1e-9)


def test_who_stops_after_the_first_step_keeps_it():
    values = {f"pathways.{FIRST}.completion.rate": 1, f"pathways.{LADDER}.completion.rate": 0}
    nothing = {"careers.student_leavers_keep": 0, "careers.leaving_cost": 0}
    _, _, first, both = projected(FIRST, LADDER, **values, **nothing)
    assert both.completion[0, 0] == 0
    after = int(np.ceil(BEGUN + LENGTH))
    for of in ("earnings", "paid", "in_work"):
        ours, theirs = getattr(both.expected, of), getattr(first.completer, of)
        np.testing.assert_allclose(ours[:, after:], theirs[:, after:], rtol=1e-9)


def test_in_the_second_step_a_student_earns_a_part_of_what_the_first_pays():
    arrays, _, first, both = projected(FIRST, LADDER, **{f"pathways.{LADDER}.training.length": 2})
    share = arrays.pathways[LADDER].training.student_earnings_share
    np.testing.assert_allclose(both.completer.paid[:, 2], (share * first.completer.paid)[:, 2], rtol=1e-9)
    # The second year is half in the first step.
    half = 0.5 * projected(FIRST, **{f"pathways.{FIRST}.training.length": 5})[2].completer.paid[:, 1]
    gaps = (first.completer.paid[:, 1] - half) / 0.5
    np.testing.assert_allclose(both.completer.paid[:, 1], half + 0.5 * share[:, 0] * gaps, rtol=1e-9)


def test_both_steps_cost_and_a_loan_is_spread_over_both():
    more = {f"pathways.{LADDER}.costs.tuition_and_fees": 9000, f"pathways.{LADDER}.costs.grants": 0}
    same = {f"pathways.{SECOND}.costs.tuition_and_fees": 9000, f"pathways.{SECOND}.costs.grants": 0}
    _, _, first, second, both = projected(FIRST, SECOND, LADDER, **more, **same)
    alone = first.completer.costs.sum() + second.completer.costs.sum()
    assert both.completer.costs.sum() == pytest.approx(alone, rel=1e-9)
    assert first.completer.costs.sum() < second.completer.costs.sum()
    assert both.completer.out_of_pocket[0, 0] == pytest.approx(alone, rel=1e-9)
    *_, lent = projected(LADDER, **more, **{"person.loan": 1000})
    assert lent.completer.borrowed[0, 0] == pytest.approx(1000, rel=1e-9)
    assert lent.completer.out_of_pocket[0, 0] == pytest.approx(alone - 1000, rel=1e-9)
    # No year is lent more than the cheaper step costs.
    *_, most = projected(LADDER, **more, **{"person.loan": 90_000})
    assert most.completer.borrowed[0, 0] == pytest.approx(first.completer.costs[0, 0] * (BEGUN + LENGTH), rel=1e-9)


@pytest.mark.parametrize("quit_after", [0.5, BEGUN, 2])
def test_who_quits_has_what_that_step_gives(quit_after):
    _, years, first, both = projected(FIRST, LADDER, **{"person.quit_after": quit_after})
    quitter = both.quitter
    if quit_after < BEGUN:
        np.testing.assert_allclose(quitter.paid, first.quitter.paid, rtol=1e-12)
    elif quit_after == BEGUN:
        np.testing.assert_allclose(quitter.paid, first.completer.paid, rtol=1e-12)
        assert first.quitter is None
    else:
        assert (quitter.paid[:, 3:] > first.completer.paid[:, 3:])[years.alive[:, 3:] > 0].all()
        assert (quitter.paid[:, 3:] < both.completer.paid[:, 3:])[years.alive[:, 3:] > 0].all()


def test_who_leaves_the_second_step_keeps_the_first_and_a_part_of_what_the_second_adds():
    # After 1.5 years of the first step and half of the second's one year: 0.4 x 0.5 of what that adds, and 0.15 years of
    # earnings lost from then on.
    arrays, years, first, second, both = projected(FIRST, SECOND, LADDER, **{"person.quit_after": 2})
    base = years.level * years.employed
    begun = groups_of(arrays, years, arrays.pathways[FIRST]).gaps(np.array([[BEGUN]]))
    end = np.array([[2.0]])
    whole = groups_of(arrays, years, arrays.pathways[LADDER], term(arrays, arrays.pathways[LADDER])).gaps(end)
    for of, gap in (("paid", "paid"), ("earnings", "counted")):
        one, two = getattr(begun, gap), getattr(whole, gap)
        own = getattr(both.quitter, of)
        after = base + one + 0.2 * (two - one)
        np.testing.assert_allclose(own[:, 3:], after[:, 3:], rtol=1e-12)
        np.testing.assert_allclose(own[:, 2], 0.85 * after[:, 2], rtol=1e-12)
        # What of the first step alone is had once it is finished, whatever the second is.
        np.testing.assert_allclose(getattr(first.completer, of)[:, 3:], (base + one)[:, 3:], rtol=1e-12)
    assert (second.completer.paid[:, 3:] != both.quitter.paid[:, 3:]).any()


def test_who_leaves_the_first_step_keeps_a_part_of_that_by_its_own_length():
    # A third of 1.5 years: 0.4 / 3 of what the first step adds; 0.15 years lost.
    arrays, years, both = projected(LADDER, **{"person.quit_after": 0.5})
    base = years.level * years.employed
    first = groups_of(arrays, years, arrays.pathways[FIRST], term(arrays, arrays.pathways[LADDER]).before)
    gap = first.gaps(np.array([[0.5]])).paid
    np.testing.assert_allclose(both.quitter.paid[:, 1:], (base + 0.4 / 3 * gap)[:, 1:], rtol=1e-12)
    training = 0.5 * first.training_pay(np.array([[0.5]])) * first.training_employed[:, :1]
    np.testing.assert_allclose(both.quitter.paid[:, :1], training + 0.35 * (base + 0.4 / 3 * gap)[:, :1], rtol=1e-12)


def test_lives_go_through_it_as_the_average_does():
    case = case_of(loaded(), [LADDER], None)
    years = life(case.arrays)
    tables = [table(years, ways(case.arrays, years, name)) for name in case.ids]
    amounts = amounts_of(Drawn(case.ids, case.arrays, years, tables))
    found = projection(case.arrays, years, LADDER)
    for group in ("expected", "completer", "leaver"):
        worth = float(weighted_sum(net_earnings(getattr(found, group)), years.present)[0, 0])
        assert getattr(amounts, group)[0, 1] == pytest.approx(worth, rel=1e-9), group


def test_its_length_is_that_of_both_and_has_to_fit():
    records = loaded()
    case = case_of(records, [LADDER], None)
    assert years_of(case.arrays, LADDER) == BEGUN + LENGTH
    assert {*case.settled.pathways} == {"no-postsecondary", FIRST, LADDER}
    late = msgspec.structs.replace(
        records, person=msgspec.structs.replace(records.person, start_age=replaced(records.person.start_age, 63))
    )
    assert fits(point(late), [FIRST])[0, 0] and not fits(point(late), [LADDER])[0, 0]
    with pytest.raises(InputError, match=LADDER):
        case_of(late, [LADDER], None)


def replaced(record, value):
    return msgspec.structs.replace(record, value=float(value))
