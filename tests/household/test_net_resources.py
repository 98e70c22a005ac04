"""What the household keeps and needs, worked out by hand in the plain world with taxes and benefits made up for it."""

import math

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mobcalc.household.health_plan import covered
from mobcalc.household_types import HouseholdType
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.compare import comparison
from mobcalc.questions.timeline import timeline
from mobcalc.results.pathways import OF_HOUSEHOLD
from mobcalc.results.provenance import Provenance
from mobcalc.schema import Assumption, EarningsLevels, PlaceFacts
from tests.questions.test_compare import ASSOCIATE, NOWHERE, PLAIN, SECTORAL, TRADES
from tests.slices import made_up, slice_of, types_of

EARNINGS = np.arange(0.0, 150_001.0, 500.0)
BUDGET = {"housing": 20_000, "food": 5_000, "transport": 4_000, "health": 3_000, "other": 0}
CARE = {"living_wage.child_care": 8_000}


def record(value, unit):
    return Assumption(value, unit, "observed", "judgement", "here", 2025 if unit.startswith("USD") else None)


SOMEWHERE = PlaceFacts(
    state="Somewhere",
    earnings_levels=EarningsLevels(*[record(1.0, "ratio")] * 5),
    unemployment_rate=record(0.05, "share"),
    price_parity=record(1.0, "ratio"),
    goods_parity=record(1.0, "ratio"),
    poverty_guideline=record([15_000.0, 5_000.0], "USD/year"),
    rents=record([800.0, 1_000.0, 1_200.0, 1_500.0, 1_800.0], "USD/month"),
    benchmark_premiums=record([200.0] * 21 + [400.0] * 44, "USD/month"),
    family_premiums=record([0.0, 0.0], "USD/month"),
    infant_care_center=record(200.0, "USD/week"),
    infant_care_family=record(150.0, "USD/week"),
)


def table(children):
    """A tenth of earnings as tax, a credit of 1,000 a child, food up to 30,000 of earnings, coverage up to 40,000."""
    credit = np.full_like(EARNINGS, 1_000.0 * children)
    food = np.where(EARNINGS <= 30_000, 3_000.0 * (1 + children), 0.0)
    coverage = np.where(EARNINGS <= 40_000, 5_000.0, 0.0)
    nothing = np.zeros_like(EARNINGS)
    return made_up(
        EARNINGS,
        {"federal_income_tax": 0.1 * EARNINGS},
        {"eitc": nothing, "ctc": credit, "snap": food},
        {"medicaid": coverage, "chip": nothing, "other_coverage": nothing},
        HouseholdType(1, 0, children),
    )


def at_home(*pathways, baseline=None, ask=comparison, **values):
    """The answer in the plain world at a place with a made-up table."""
    budget = {f"living_wage.{name}": amount for name, amount in BUDGET.items()}
    budget |= CARE if "person.children" in values else {}
    flags = [Flag("--set", name, str(value)) for name, value in {**budget, **values}.items()]
    records = load(Layers(paths=[PLAIN], flags=flags)).assumptions
    records = msgspec.structs.replace(records, place=SOMEWHERE)
    tables = {count: table(count) for count in range(5)}
    slices = [tables[one.children] for one in types_of(records)]
    return ask(records, NOWHERE, pathways, baseline, slices=slices)


def results(*pathways, **values):
    return {result.id: result for result in at_home(*pathways, **values).pathways}


def test_what_a_household_without_children_keeps():
    # 52,000 in each of ten years, a tenth of it taxed; needs of 32,000 without child care leave 14,800.
    base = results()["no-postsecondary"].expected
    assert base.net_resources == pytest.approx([46_800] * 10)
    assert base.lifetime_net_resources == base.net_resources_present_value == pytest.approx(468_000)
    assert base.first_decade_net_resources == pytest.approx(468_000)
    assert base.left_over == pytest.approx([46_800 - 32_000] * 10)


def test_a_child_brings_credits_and_costs_and_leaves_at_18():
    # 12 now, so 12 in one year, 13 to 17 in five, then gone; care ends at 13 and rooms from 2 to 1 at the end.
    base = results(**{"person.children": "[12]"})["no-postsecondary"].expected
    assert base.net_resources == pytest.approx([47_800] * 6 + [46_800] * 4)
    rooms, people = 1_000 / 1_200, (73.30 + 63.70) / 2 * 1.2 / (((73.30 + 63.70) / 2 + 62.70) * 1.1)
    others = 6_570 / (6_570 + 800), (1_440 + 920) / (4_676 + 920 + 452)
    alone = 20_000 * rooms + 5_000 * people + 4_000 * others[0] + 3_000 * others[1]
    needs = [40_000] + [32_000] * 5 + [alone] * 4
    assert base.left_over == pytest.approx([kept - need for kept, need in zip(base.net_resources, needs, strict=True)])


def test_public_coverage_meets_needs_for_health_and_is_not_cash():
    low = results(**{"person.wage": 15})["no-postsecondary"].expected
    # 31,200 a year: no food, coverage, so 29,000 of the needs of 32,000 are left to pay.
    assert low.net_resources[0] == pytest.approx(31_200 * 0.9)
    assert low.left_over[0] == pytest.approx(31_200 * 0.9 - 29_000)


def test_a_partner_is_looked_up_as_one_earner_with_the_worker():
    values = {"person.adults": 2, "person.partner_earnings": 10_000}
    base = results(**values)["no-postsecondary"].expected
    assert base.net_resources == pytest.approx([62_000 * 0.9] * 10)
    # Where wages grow the partner's grow with them.
    grown = results(**values, **{"economy.real_wage_growth": 0.02})["no-postsecondary"].expected
    assert grown.net_resources == pytest.approx([62_000 * 0.9 * 1.02**year for year in range(10)])


def test_finishers_keep_what_counts_and_live_on_what_they_are_paid():
    # Two years at 50,000 with costs of 1,000, then 78,000 that counts and 104,000 that is paid.
    done = results(TRADES)[TRADES].completer
    assert done.net_resources == pytest.approx([45_000] * 2 + [93_600] * 8)
    assert done.lifetime_net_resources == pytest.approx(2 * 44_000 + 8 * 70_200)


def test_training_years_and_the_help_that_closes_the_worst():
    done = results(TRADES, **{"living_wage.housing": 40_000})[TRADES].completer
    first, second = done.training_years
    assert (first.year, first.age, second.year, second.age) == (1, 20, 2, 21)
    # 45,000 for needs of 52,000 and costs of 1,000; coverage has ended.
    assert first.left_over == pytest.approx(-8_000)
    assert first.help_needed == pytest.approx(8_000)
    assert done.worst_training_year == first


STIPEND = "{value: 3000, unit: USD/year, price_year: 2025, kind: assumed, source: judgement, note: test}"


def test_a_training_year_adds_up():
    values = {"person.children": "[4]", "person.loan": 2_000, f"pathways.{ASSOCIATE}.stipend": STIPEND}
    found = results(TRADES, ASSOCIATE, SECTORAL, **values)
    groups = [group for one in found.values() for group in (one.expected, one.completer, one.leaver) if group]
    years = [year for group in groups for year in group.training_years or []]
    assert len(years) >= 10
    assert any(year.stipends for year in years)
    for year in years:
        has = year.paid_earnings + year.stipends + year.partner_earnings + year.benefits - year.taxes
        assert year.net_resources == pytest.approx(has)
        needs = year.basic_needs - year.needs_met_by_coverage
        assert year.left_over == pytest.approx(has - needs - year.training_costs)
        assert year.help_needed == max(0.0, -year.left_over)


def test_students_have_credits_and_food():
    # A quarter of 52,000: food of 3,000 for one.
    done = results(ASSOCIATE)[ASSOCIATE].completer
    assert done.training_years[0].net_resources == pytest.approx(13_000 * 0.9 + 3_000)
    assert done.training_years[0].benefits == pytest.approx(3_000)
    assert done.training_years[0].training_costs == pytest.approx(2_000)


def test_the_living_wage_is_met_first_and_for_good():
    # Needs of 32,000 are met by 35,555.56 before tax; students earn 13,000 until 22.
    base, done = (results(ASSOCIATE)[name] for name in ("no-postsecondary", ASSOCIATE))
    assert base.expected.years_below_living_wage == 0
    assert base.expected.first_age_at_living_wage == base.expected.age_at_living_wage_for_good == 20
    assert done.completer.years_below_living_wage == pytest.approx(2)
    assert done.completer.first_age_at_living_wage == done.completer.age_at_living_wage_for_good == 22


def test_the_first_age_is_not_the_age_for_good_when_time_out_comes_between():
    values = {"person.planned_out": "{24: 2}", "people.return_loss": 0}
    base = results(**values)["no-postsecondary"].expected
    assert (base.first_age_at_living_wage, base.age_at_living_wage_for_good) == (20, 26)
    assert base.years_below_living_wage == pytest.approx(2)


def test_pay_that_never_reaches_the_living_wage_has_no_age_and_says_why():
    found = results(TRADES, **{"living_wage.housing": 60_000})
    base, trade = found["no-postsecondary"], found[TRADES]
    assert base.expected.first_age_at_living_wage is None
    assert base.why["age_at_living_wage_for_good"] == "never_met"
    # The needs of 72,000 take 80,000: reached with 104,000, not by leavers.
    assert trade.completer.age_at_living_wage_for_good == 22
    assert trade.leaver.first_age_at_living_wage is None
    assert trade.why["leaver.first_age_at_living_wage"] == "some_never_met"


def test_the_living_wage_now_and_later():
    found = at_home(**{"person.children": "[12]"})
    # 40,000 needed, of which a credit of 1,000 comes back: (40,000 - 1,000) / 0.9.
    assert found.living_wage.annual == pytest.approx(39_000 / 0.9)
    assert found.living_wage.hourly == pytest.approx(39_000 / 0.9 / 2_080)
    assert found.living_wage.hourly_later < found.living_wage.hourly
    assert found.household.children == [12]
    assert found.household.rules_year == 2025


def test_a_partner_who_earns_enough_leaves_no_living_wage_to_earn():
    found = at_home(**{"person.adults": 2, "person.partner_earnings": 80_000})
    assert found.living_wage.annual == 0


@pytest.mark.parametrize("name", [TRADES, ASSOCIATE])
def test_all_who_start_keep_what_finishers_and_leavers_keep_by_their_shares(name):
    found = results(name, **{"person.children": "[3, 8]"})[name]
    c = found.completion_rate
    for key in OF_HOUSEHOLD[:4]:
        mixed = c * getattr(found.completer, key) + (1 - c) * getattr(found.leaver, key)
        assert getattr(found.expected, key) == pytest.approx(mixed, rel=1e-12)
    pairs = zip(found.completer.left_over, found.leaver.left_over, strict=True)
    assert found.expected.left_over == pytest.approx([c * a + (1 - c) * b for a, b in pairs], rel=1e-9)
    assert found.expected.first_age_at_living_wage is None
    assert found.why["first_age_at_living_wage"] == "groups_differ"


def test_a_leaver_is_the_mean_over_times_of_leaving_not_one_mean_life():
    # Half a year or one and a half at 50,000, then 52,000: every year is taxed by itself, so 26,000 of food stays out.
    left = results(TRADES, **{"person.sex": "male"})[TRADES].leaver
    early = (1 - 0.5 ** ((1 - math.exp(-0.7)) / (1 - math.exp(-1.4)))) / 0.5
    first = 0.9 * (early * 51_000 + (1 - early) * 50_000) - (early * 500 + (1 - early) * 1_000)
    second = 0.9 * (early * 52_000 + (1 - early) * 51_000) - (1 - early) * 500
    assert left.lifetime_net_resources == pytest.approx(first + second + 8 * 46_800)
    # Only those who stay beyond the first year are in training in the second.
    assert left.training_years[1].paid_earnings == pytest.approx(51_000)
    assert left.training_years[1].training_costs == pytest.approx(500)


def test_who_leaves_keeps_less_while_out_of_work_and_a_part_of_the_gain_for_good():
    # Of two years of training one: half of half of the term's gain. 0.15 years without work after it.
    values = {"person.quit_after": 1, "careers.apprentice_leavers_keep": 0.5, "careers.leaving_cost": 0.15}
    left = results(TRADES, **values)[TRADES].quitter
    # 0.25 of the gap of 52,000 is paid, and half of that counts: 65,000 and 58,500.
    assert left.paid_earnings == pytest.approx([50_000, 0.85 * 65_000] + [65_000] * 8)
    assert left.net_resources == pytest.approx([45_000, 0.9 * 0.85 * 65_000] + [58_500] * 8)
    assert left.lifetime_net_resources == pytest.approx(45_000 - 1_000 + 0.9 * 58_500 * (0.85 + 8))


def test_what_a_study_puts_on_the_gain_is_kept_and_never_paid():
    # Pay says less of the study's people than it found, so that something is put on every year.
    by_pay, corrected = (
        results(TRADES, **{"studies.reed-2012.weight": weight})[TRADES].completer for weight in (0, 0.4)
    )
    assert corrected.net_resources == by_pay.net_resources
    more = [a - b for a, b in zip(corrected.earnings, by_pay.earnings, strict=True)]
    assert min(more) > 1_000
    kept = corrected.lifetime_net_resources - by_pay.lifetime_net_resources
    assert kept == pytest.approx(0.9 * sum(more))


def test_without_a_place_nothing_is_known_of_the_household_and_nothing_costs_more():
    records = load(Layers(paths=[PLAIN])).assumptions
    found = comparison(records, NOWHERE, [TRADES])
    assert found.household is found.living_wage is None
    for result in found.pathways:
        assert all(getattr(result.expected, name) is None for name in OF_HOUSEHOLD)
        assert all(result.why[name] == "no_place" for name in OF_HOUSEHOLD)
    assert [notice.code for notice in found.warnings].count("no_place") == 1


def test_the_gain_in_what_is_kept_is_a_difference():
    found = results(TRADES, SECTORAL, **{"person.children": "[3]"})
    base = found.pop("no-postsecondary").expected
    for result in found.values():
        gain = result.versus_baseline.gain
        for name in ("net_resources_present_value", "years_below_living_wage"):
            assert getattr(gain, name) == pytest.approx(getattr(result.expected, name) - getattr(base, name))
        assert gain.worst_training_year is None
        ours, theirs = result.expected.net_resources, base.net_resources
        assert gain.net_resources == pytest.approx([a - b for a, b in zip(ours, theirs, strict=True)])


def test_the_timeline_has_the_same_years():
    found = at_home(TRADES, ask=timeline, **{"person.children": "[4]"})
    compared = at_home(TRADES, **{"person.children": "[4]"}).pathways[1]
    assert found.household.children == [4]
    for group in found.pathways[1].groups:
        same = getattr(compared, group.group)
        assert [year.net_resources for year in group.years] == same.net_resources
        assert [year.left_over for year in group.years] == same.left_over
        assert group.training_years == same.training_years
    assert found.pathways[0].groups[0].training_years is None


def test_earnings_beyond_the_table_are_said_to_be():
    found = results(**{"person.wage": 90})["no-postsecondary"]
    assert "beyond_table" in [notice.code for notice in found.warnings]
    assert found.expected.net_resources[0] == pytest.approx(187_200 * 0.9)


@settings(max_examples=25, deadline=None)
@given(
    postal=st.sampled_from(["NY", "TX", "CA", "MS", "DC"]),
    adults=st.integers(1, 2),
    ages=st.lists(st.integers(0, 17), max_size=2),
    wage=st.integers(10, 60),
)
def test_the_real_table_gives_what_interpolation_by_hand_gives(postal, adults, ages, wage):
    flags = [Flag("--set", "person.adults", str(adults)), Flag("--wage", "person.wage", str(wage))]
    flags += [Flag("--set", "person.children", str(ages))] if ages else []
    records = load(Layers(paths=[PLAIN], flags=flags)).assumptions
    records = msgspec.structs.replace(records, place=SOMEWHERE)
    slices = [slice_of(postal, one) for one in types_of(records)]
    base = comparison(records, Provenance("", []), ["no-postsecondary"], slices=slices).pathways[0].expected
    for year, earnings in enumerate(base.paid_earnings):
        then = [age + year for age in ages if age + year < 18]
        young = sum(age < 6 for age in then)
        own = slice_of(postal, HouseholdType(adults, young, len(then) - young))
        net = own.earnings + sum(own.cash.values()) - sum(own.taxes.values())
        if 20 + year < 25 and not then:
            net = net - own.cash["eitc"]  # nobody under 25 gets it without children
        there = earnings * IN_2026
        if there <= own.earnings[-1]:
            assert base.net_resources[year] == pytest.approx(np.interp(there, own.earnings, net) / IN_2026, abs=0.01)


IN_2026 = 330.549 / 321.974
"""A dollar of 2025 in those of 2026, by consumer prices."""


def test_another_price_year_changes_the_dollars_and_not_the_household():
    now, then = (at_home(**{"economy.price_year": year, "person.children": "[4]"}) for year in (2025, 2020))
    ours, theirs = (found.pathways[0].expected for found in (now, then))
    ratio = 258.811 / 321.974
    assert theirs.earnings == pytest.approx([amount * ratio for amount in ours.earnings])
    assert theirs.net_resources == pytest.approx([amount * ratio for amount in ours.net_resources], rel=1e-9)
    # Totals of the user's own are in dollars of the price year; only the credit is restated.
    assert then.living_wage.annual == pytest.approx((40_000 - 1_000 * ratio) / 0.9)


def test_nobody_under_25_without_children_gets_the_eitc():
    flags = [Flag("--wage", "person.wage", "18"), Flag("--set", "person.weekly_hours", "10")]
    flags.append(Flag("--set", "people.wage_persistence", "1"))
    records = load(Layers(paths=[PLAIN], flags=flags)).assumptions
    records = msgspec.structs.replace(records, place=SOMEWHERE)
    slices = [slice_of("TX", one) for one in types_of(records)]
    base = comparison(records, NOWHERE, ["no-postsecondary"], slices=slices).pathways[0].expected
    # 9,360 a year from 20 on, 9,609 in dollars of 2026, where the credit at 35 is 664, the most there is.
    at_25, before = base.net_resources[5], base.net_resources[4]
    assert at_25 - before == pytest.approx(664 / IN_2026, abs=1)


def test_people_out_of_work_are_looked_up_apart():
    shares = {f"people.pay.high-school.population_{sex}": "[0.7, 0.7]" for sex in ("men", "women")}
    base = results(**{"person.attachment": "population"}, **shares)["no-postsecondary"].expected
    part = base.paid_earnings[0] / 52_000
    assert part == pytest.approx(0.7)
    # At work 52,000 less a tenth, out of work 3,000 of food.
    assert base.net_resources[0] == pytest.approx(part * 46_800 + (1 - part) * 3_000)


def test_no_child_care_is_needed_in_time_out():
    values = {"person.planned_out": "{22: 1}", "people.return_loss": 0, "person.children": "[1]"}
    base = results(**values)["no-postsecondary"].expected
    # Out of work: food for two and a credit of 1,000; coverage pays 3,000 of the 40,000, and no care is needed.
    assert base.left_over[2] == pytest.approx(6_000 + 1_000 - (20_000 + 5_000 + 4_000))


def test_coverage_of_the_children_does_not_pay_for_the_parent():
    records_of_children = {
        "medicaid": np.where(EARNINGS <= 10_000, 9_000.0, np.where(EARNINGS <= 60_000, 4_000.0, 0.0))
    }
    credit = {"premium_tax_credit": np.where(EARNINGS > 10_000, 900.0, 0.0)}
    whole = {**table(1).coverage, **records_of_children, **credit}
    adults, children = covered(EARNINGS, whole)
    one = table(1)._replace(coverage=whole, adults_covered=adults, children_covered=children)
    premiums = {"living_wage.health_premium_one": 1_500, "living_wage.health_premium_two": 4_000}
    paid = {"living_wage.health_out_of_pocket_adult": 500, "living_wage.health_out_of_pocket_child": 300}
    values = {**premiums, **paid, "person.children": "[4]"}
    flags = [Flag("--set", name, str(value)) for name, value in values.items()]
    records = load(Layers(paths=[PLAIN], flags=flags)).assumptions
    records = msgspec.structs.replace(records, place=SOMEWHERE)
    slices = [one for _ in types_of(records)]
    found = comparison(records, NOWHERE, [TRADES], slices=slices).pathways[1].completer.training_years[0]
    # What the plan of both costs more than the parent's alone, and what is paid for the child.
    assert found.needs_met_by_coverage == pytest.approx(4_000 - 1_500 + 300)


def test_a_study_that_measured_nothing_in_training_says_nothing_of_training_years():
    found = results(SECTORAL, "intensive-youth-training")
    assert found[SECTORAL].expected.training_years is None
    assert found[SECTORAL].why["worst_training_year"] == "training_pay_unknown"
    assert found[SECTORAL].expected.first_age_at_living_wage is None
    assert found[SECTORAL].why["first_age_at_living_wage"] == "average_effect"
    # Its first point is of year 1.
    assert found["intensive-youth-training"].expected.training_years is not None
