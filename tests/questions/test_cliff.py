"""Cliffs of households whose taxes and benefits are made by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mobcalc.household.earnings_schedule import is_beyond, net_at, over_earnings, shortfall
from mobcalc.household.rules_by_year import WITHOUT_WORK
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.cliff import cliffs
from mobcalc.questions.cliff_by_age import along
from mobcalc.results.provenance import Provenance
from tests.slices import made_up, types_of

POINTS = [0, 500, 20_000, 20_005, 20_800, 20_805, 30_000, 30_005, 150_000]
TOP = 150_000.0


def table(points=POINTS, taxes=None, cash=None, coverage=None):
    """A slice of amounts given at some points, with every other component nothing."""
    nothing = np.zeros(len(points))
    groups = {
        "taxes": dict.fromkeys(("federal_income_tax", "state_income_tax", "payroll_tax"), nothing),
        "cash": dict.fromkeys(("eitc", "ctc", "snap", "tanf", "ssi", "wic", "school_meals"), nothing),
        "coverage": dict.fromkeys(("medicaid", "chip", "premium_tax_credit", "other_coverage"), nothing),
    }
    for name, given_ in (("taxes", taxes), ("cash", cash), ("coverage", coverage)):
        groups[name] |= {key: np.array(amounts, dtype=float) for key, amounts in (given_ or {}).items()}
    return made_up(points, **groups)


def answer(slice_, *said, **more):
    """The answer for the person that flags describe, every type of household having one slice."""
    records = load(Layers(flags=[Flag("--set", name, text) for name, text in said])).assumptions
    return cliffs(records, [slice_], Provenance("", []), {WITHOUT_WORK: slice_}, **more)


ENDS_AT_20000 = {"snap": [2000, 2000, 2000, 0, 0, 0, 0, 0, 0]}
IN_TWO_STEPS = {"snap": [2000, 2000, 2000, 1000, 1000, 0, 0, 0, 0]}


def test_a_cliff_says_where_how_much_who_and_until_when():
    (found,) = answer(table(cash=ENDS_AT_20000)).cliffs
    assert (found.from_earnings, found.to_earnings) == (20_000, 20_005)
    # 5 more are earned and 2,000 lost; every dollar above counts in full, so 1,995 more make it whole.
    assert found.loss == pytest.approx(1995)
    assert found.whole_again_at == pytest.approx(22_000)
    assert (found.programs, found.ends, found.lost) == (["snap"], ["snap"], {"snap": 2000})
    assert found.why is None


def test_two_falls_of_one_program_that_the_calendar_parts_are_one_cliff():
    (found,) = answer(table(cash=IN_TWO_STEPS)).cliffs
    assert [step.from_earnings for step in found.steps] == [20_000, 20_800]
    assert found.loss == pytest.approx(995 + 995)
    assert found.lost == {"snap": 2000}
    assert found.whole_again_at == pytest.approx(22_000)


def test_falls_of_a_tax_or_further_apart_stay_apart():
    rising = {"state_income_tax": [0, 0, 0, 1000, 1000, 2000, 2000, 2000, 2000]}
    found = answer(table(taxes=rising)).cliffs
    assert [(one.from_earnings, one.programs, one.ends) for one in found] == [
        (20_000, ["state_income_tax"], []),
        (20_800, ["state_income_tax"], []),
    ]
    apart = {"snap": [2000, 2000, 2000, 1000, 1000, 1000, 1000, 0, 0]}
    found = answer(table(cash=apart)).cliffs
    assert [(one.from_earnings, one.ends) for one in found] == [(20_000, []), (30_000, ["snap"])]


def test_only_programs_that_make_a_tenth_of_the_loss_are_named():
    several = {"snap": [1000, 1000, 1000, 0, 0, 0, 0, 0, 0], "wic": [110, 110, 110, 0, 0, 0, 0, 0, 0]}
    (found,) = answer(table(cash=several)).cliffs
    assert found.programs == ["snap"]
    several["wic"] = [150, 150, 150, 0, 0, 0, 0, 0, 0]
    (found,) = answer(table(cash=several)).cliffs
    assert found.programs == ["snap", "wic"]


def test_a_small_loss_is_not_listed():
    assert answer(table(cash={"wic": [104, 104, 104, 0, 0, 0, 0, 0, 0]})).cliffs == []
    assert len(answer(table(cash={"wic": [105, 105, 105, 0, 0, 0, 0, 0, 0]})).cliffs) == 1


def test_whole_again_beyond_the_table_is_null_with_a_reason():
    (found,) = answer(table(cash={"tanf": [200_000] * 7 + [0, 0]})).cliffs
    assert (found.whole_again_at, found.why) == (None, "beyond_table")


def test_coverage_is_no_cash_unless_asked_for():
    ends = {"medicaid": [6000] * 7 + [0, 0], "premium_tax_credit": [0] * 7 + [4000, 0]}
    found = answer(table(coverage=ends))
    assert found.cliffs == []
    assert found.grid[0].net_resources == 0
    (lost,) = found.coverage_losses
    assert (lost.from_earnings, lost.loss, lost.programs, lost.ends) == (30_000, 6000, ["medicaid"], ["medicaid"])
    assert lost.replaced_by == {"premium_tax_credit": 4000}
    counted = answer(table(coverage=ends), with_coverage=True)
    assert counted.grid[0].net_resources == 6000
    (cliff,) = counted.cliffs
    assert (cliff.programs, cliff.loss) == (["medicaid"], pytest.approx(1995))


def test_a_loss_of_coverage_of_just_the_least_is_listed():
    # 100 a year is the least that is told, of what is lost and of what comes in its place.
    lost = {"medicaid": [300, 300, 300, 200, 200, 100.5, 100.5, 100.5, 100.5]}
    gained = {"chip": [0, 0, 0, 100, 100, 100, 100, 100, 100]}
    (found,) = answer(table(coverage=lost | gained)).coverage_losses
    assert (found.from_earnings, found.to_earnings, found.loss) == (20_000, 20_005, 100.0)
    assert found.replaced_by == {"chip": 100.0}


def test_a_benefit_that_never_was_has_no_end_and_one_that_stays_has_a_reason():
    found = {
        one.program: one
        for one in answer(table(cash={"snap": ENDS_AT_20000["snap"], "ctc": [0] + [700] * 8})).program_ends
    }
    assert set(found) == {"snap", "ctc"}
    assert (found["snap"].largest, found["snap"].largest_at, found["snap"].ends_at) == (2000, 0, 20_005)
    assert (found["ctc"].begins_at, found["ctc"].ends_at, found["ctc"].why) == (500, None, "never_ends")


PARTNER = (("person.adults", "2"), ("person.partner_earnings", "19000"))


def test_a_partners_earnings_are_looked_up_with_the_workers():
    found = answer(table(cash=ENDS_AT_20000), *PARTNER)
    assert (found.cliffs[0].from_earnings, found.cliffs[0].whole_again_at) == (1000, pytest.approx(3000))
    first, last = found.grid[0], found.grid[-1]
    assert (first.household_earnings, first.net_resources, first.components["snap"]) == (19_000, 21_000, 2000)
    assert (last.household_earnings, last.is_beyond_table, last.marginal_rate) == (169_000, True, None)
    assert last.net_resources == pytest.approx(169_000)
    assert found.table_top == 131_000


def test_a_cliff_below_the_partners_earnings_is_none():
    found = answer(table(cash=ENDS_AT_20000), ("person.adults", "2"), ("person.partner_earnings", "21000"))
    assert (found.cliffs, found.program_ends) == ([], [])


def test_a_partner_who_earns_more_than_the_table_has():
    found = answer(
        table(taxes={"payroll_tax": [p / 10 for p in POINTS]}),
        ("person.adults", "2"),
        ("person.partner_earnings", "200000"),
    )
    assert (found.cliffs, found.least_kept, found.table_top) == ([], None, 0)
    assert found.grid[2].net_resources == pytest.approx(0.9 * 201_000)
    assert all(point.is_beyond_table for point in found.grid)


def test_where_the_least_is_kept():
    found = answer(table(cash=ENDS_AT_20000)).least_kept
    assert (found.to_earnings - found.from_earnings, found.kept) == (10_000, pytest.approx(8000))


def test_a_known_wage_says_what_a_raise_keeps_and_which_cliff_is_next():
    # 19 x 20 x 52 = 19,760.
    half = ("person.weekly_hours", "20")
    now = answer(table(cash=ENDS_AT_20000), half, ("person.wage", "19")).now
    # 1,040 more lead over the end of 2,000.
    assert (now.earnings, now.raise_per_year) == (19_760, 1040)
    assert now.kept_of_raise == pytest.approx(-960)
    assert (now.shortfall, now.better_at, now.next_cliff_from) == (0, None, 20_000)
    now = answer(table(cash=ENDS_AT_20000), ("person.wage", "10")).now
    assert (now.shortfall, now.better_at, now.next_cliff_from) == (pytest.approx(22_000 - 20_800), 20_000, None)
    assert answer(table()).now is None


def test_pay_is_taken_as_that_of_the_year_of_the_rules():
    found = answer(table(), ("economy.price_year", "2024"), ("person.wage", "10"))
    assert (found.now.wage, found.now.earnings) == (10.0, 20_800.0)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.integers(0, 30_000), min_size=5, max_size=5),
    st.lists(st.integers(0, 8_000), min_size=5, max_size=5),
    st.integers(0, 60_000),
)
def test_components_sum_to_net_resources_and_no_cliff_is_missed(benefit, tax, partner):
    points = [0, 10_000, 30_000, 30_005, 150_000]
    slice_ = table(points, taxes={"payroll_tax": tax}, cash={"tanf": benefit})
    said = (("person.adults", "2"), ("person.partner_earnings", str(partner)))
    found = answer(slice_, *said)
    for point in found.grid:
        parts = sum(point.components[name] for name in found.benefits)
        parts -= sum(point.components[name] for name in found.taxes)
        assert point.net_resources == pytest.approx(point.household_earnings + parts, abs=0.01)
    home = over_earnings(slice_, float(partner), False)
    for one in found.cliffs:
        assert one.loss >= 100
        assert net_at(home, one.from_earnings) - net_at(home, one.to_earnings) == pytest.approx(one.loss)
        if one.whole_again_at is not None:
            assert net_at(home, one.whole_again_at) >= net_at(home, one.from_earnings) - 0.01
    for before, after in zip(found.grid, found.grid[1:], strict=False):
        if not after.is_beyond_table and before.net_resources - after.net_resources >= 100:
            assert any(c.from_earnings < after.earnings and c.to_earnings > before.earnings for c in found.cliffs)


def test_a_shortfall_is_made_up_beyond_the_table():
    home = over_earnings(table(cash={"tanf": [5000] * 8 + [0]}), 0.0, False)
    assert shortfall(home, 25_000) == (0, 25_000)
    assert is_beyond(home, TOP + 1)
    assert not is_beyond(home, TOP)


# Along a pathway


def followed(slices_of, *said, pathway="no-postsecondary", group=None):
    records = load(Layers(flags=[Flag("--set", name, text) for name, text in said])).assumptions
    made = {of: slices_of(of)._replace(of=of) for of in types_of(records)}
    slices = [made[of] for of in types_of(records)]
    return along(records, slices, pathway, group, None, False)


def test_a_raise_that_leads_over_a_cliff_is_told_and_blamed_on_its_program():
    paid = [year.earnings for year in followed(lambda of: table()).years]
    # The end of a benefit of 5,000 between the pay of the third and the fourth year.
    edge = round((paid[2] + paid[3]) / 10) * 5
    points = [0, edge, edge + 5, 150_000]
    found = followed(lambda of: table(points, cash={"tanf": [5000, 5000, 0, 0]})).years
    assert [year.lost_by_raise for year in found[:3]] == [None, 0, 0]
    fourth = found[3]
    assert fourth.lost_by_raise == pytest.approx(5000 - (paid[3] - paid[2]))
    assert (fourth.raise_lost_to, fourth.lost_to, fourth.in_cliff) == (["tanf"], ["tanf"], True)
    assert fourth.better_at == edge
    assert fourth.shortfall == pytest.approx(edge + 5000 - fourth.earnings)
    assert all(year.changed_by_household is None for year in found)


def test_a_birthday_is_not_put_down_to_the_raise():
    def by_home(of):
        return table([0, TOP], cash={"wic": [700 * of.young] * 2, "ctc": [2000 * of.children] * 2})

    years = {year.age: year for year in followed(by_home, ("person.children", "[3]")).years}
    changes = {age: year.changed_by_household for age, year in years.items() if year.changed_by_household is not None}
    assert changes == {21: pytest.approx(-700), 33: pytest.approx(-2000)}
    assert not any(year.lost_by_raise for year in years.values())
    assert [years[age].household.children for age in (18, 21, 32, 33)] == [[3], [6], [17], []]


def test_a_partners_earnings_grow_as_wages_do():
    years = followed(lambda of: table(), *PARTNER).years
    assert years[0].household.partner_earnings == pytest.approx(19_000)
    assert years[10].household.partner_earnings == pytest.approx(19_000 * 1.005**10)
    assert years[10].net_resources == pytest.approx(years[10].earnings + 19_000 * 1.005**10)


def test_which_group_is_followed():
    finishers = followed(lambda of: table(), pathway="certificate")
    assert (finishers.group, finishers.why) == ("completer", None)
    assert followed(lambda of: table(), pathway="certificate", group="leaver").group == "leaver"
    untold = followed(lambda of: table(), pathway="short-sectoral-training", group="leaver")
    assert (untold.group, untold.why) == ("expected", "all_offered")
    assert followed(lambda of: table(), pathway="short-sectoral-training").why is None
