"""`raise`: amounts worked by hand, and what has to hold for every household."""

import json
from functools import partial

import msgspec
import pytest

from mobcalc.loader.layers import Choice, Loaded
from mobcalc.provenance import provenance
from mobcalc.questions.raises import TYPICAL, Rules, Target, raises
from mobcalc.schema import Assumption
from mobcalc.schema.worker import Worker
from mobcalc.store.local_assumptions import localized
from mobcalc.store.place_figures import Place
from mobcalc.store.places import county_of
from mobcalc.store.tax_rules import part_of

RICHMOND = "51760"


def of_person(records, **changes):
    return msgspec.structs.replace(records, person=msgspec.structs.replace(records.person, **changes))


def place(fips):
    county = county_of(f"FIPS {fips}", None, "")
    return Place(county.state, county)


def answer(assumptions, to=17.5, workers=None, *, wage=14.0, fips=RICHMOND, year=2026, **more):
    """The answer for a place by its code."""
    where = place(fips)
    records = localized(assumptions, where, None).records
    records = of_person(records, wage=Assumption(wage, "USD/hour", "user", "", "", price_year=2025))
    known = provenance(Loaded(records, (), Choice(), records, {}))
    return raises(records, known, Rules(partial(part_of, year, where.state.postal), year), Target(to), workers, **more)


def test_one_adults_raise_by_the_law_of_2026(assumptions):
    """From 14 to 17.50 dollars, full time, in Richmond: every component by hand, without the table.

    29,120 and 36,400 dollars less the standard deduction of 16,100 are 13,020 and 20,300. Federal tax is 10 percent of
    the first 12,400 and 12 percent of the rest: 1,314.40 and 2,188.00. Virginia takes 5.75 percent above 17,000 of
    taxable income. The least amount of SNAP, 24 dollars a month at most, ends at twice the poverty guideline.
    """
    (one,) = answer(assumptions).households
    assert one.raise_per_year == pytest.approx(3.5 * 40 * 52)
    by_hand = {
        "federal_income_tax": -(2_188.00 - 1_314.40),
        "state_income_tax": -0.0575 * 7_280.0,
        "payroll_tax": -0.0765 * 7_280.0,
    }
    for name, amount in by_hand.items():
        assert one.changes[name] == pytest.approx(amount, abs=0.5), name
    assert -24.5 * 12 < one.changes["snap"] < -20 * 12
    assert set(one.changes) == {*by_hand, "snap"}
    assert one.kept == pytest.approx(7_280.0 + sum(by_hand.values()) + one.changes["snap"], abs=1.5)
    assert one.employer_cost == pytest.approx(7_280.0 * 1.0765)
    assert one.to_state == pytest.approx(418.6, abs=0.5)
    assert one.to_federal == pytest.approx(2 * 556.92 + 873.6 - one.changes["snap"], abs=1.0)


def test_a_parents_credit_by_the_law_of_2026(assumptions):
    """The EITC of a parent with one child falls by 15.98 percent of what is earned above its threshold, 23,890."""
    worker = Worker("", 14.0, 40.0, children=(3,))
    (one,) = answer(assumptions, workers=[worker]).households
    assert one.changes["eitc"] == pytest.approx(-0.1598 * 7_280.0, abs=1.0)


def test_what_the_employer_pays_is_all_somebodys(assumptions):
    for fips in (RICHMOND, "06037", "36047", "53053"):
        found = answer(assumptions, to=25.0, wage=17.0, fips=fips, is_typical=True)
        assert len(found.households) == len(TYPICAL)
        for one in found.households:
            assert one.employer_cost == pytest.approx(one.kept + one.to_federal + one.to_state, abs=0.05)
            assert one.kept == pytest.approx(one.raise_per_year + sum(one.changes.values()), abs=0.05)
            assert one.net_after - one.net_before == pytest.approx(one.kept)


def test_a_raise_in_two_steps_is_one_raise(assumptions):
    first, second, whole = (
        answer(assumptions, to=to, wage=wage, is_typical=False).households[0]
        for wage, to in ((14.0, 16.0), (16.0, 19.0), (14.0, 19.0))
    )
    assert first.kept + second.kept == pytest.approx(whole.kept)
    assert first.employer_cost + second.employer_cost == pytest.approx(whole.employer_cost)


def test_typical_households_are_the_same_asked_about_alone(assumptions):
    several = answer(assumptions, is_typical=True).households
    pay = 14.0 * 40 * 52
    for one, (adults, children) in zip(several, TYPICAL, strict=True):
        worker = Worker("", 14.0, 40.0, adults, children, pay if adults > 1 else 0.0)
        (alone,) = answer(assumptions, workers=[worker]).households
        assert alone == msgspec.structs.replace(one, id="")


def test_the_living_wage_is_of_one_adult_or_of_the_household(assumptions):
    typical = answer(assumptions, to=None, is_typical=True)
    assert typical.to_wage == round(typical.households[0].living_wage, 2)
    assert typical.target == "living_wage"
    records = of_person(assumptions, children=Assumption([3.0], "years", "user", "", ""))
    parent = answer(records, to=None)
    assert parent.to_wage == round(parent.households[0].living_wage, 2) > typical.to_wage


def test_the_living_wage_is_that_of_livingwage_in_dollars_of_the_rules(assumptions, run):
    found = answer(assumptions, to=None, is_typical=True)
    prices = assumptions.economy.consumer_prices.value
    shown = json.loads(run("livingwage", "--county", "Richmond city, VA", "--json").out)
    assert found.to_wage == pytest.approx(shown["hourly"] * prices[2026] / prices[2025], abs=0.01)


def test_workers_together_are_the_sums_of_each(assumptions):
    workers = [
        Worker("a", 12.77, 40.0),
        Worker("b", 14.0, 30.0, children=(3,)),
        Worker("c", 18.0, 40.0, 2, (3, 7), 20_000.0),
        Worker("d", 13.0, 25.0, disability=True),
        Worker("e", 14.0, 40.0, children=(3,)),
    ]
    found = answer(assumptions, workers=workers)
    totals = found.totals
    assert [one.id for one in found.households] == ["a", "b", "c", "d", "e"]
    assert (totals.workers, totals.raised) == (5, 4)
    for name in ("raise_per_year", "kept", "employer_cost", "employer_payroll_tax", "to_federal", "to_state"):
        assert getattr(totals, name) == pytest.approx(sum(getattr(one, name) for one in found.households)), name
    assert sum(totals.changes.values()) == pytest.approx(totals.kept - totals.raise_per_year)
    # Nobody is paid less than before, and who is paid enough has no raise.
    third = found.households[2]
    assert (third.to_wage, third.raised, third.kept, third.kept_share, third.changes) == (18.0, False, 0.0, None, {})
    assert totals.kept_less_than_half == sum(
        one.kept < one.raise_per_year / 2 for one in found.households if one.raised
    )
    assert found.from_wage is None


def test_each_worker_is_as_if_alone(assumptions):
    workers = [Worker("a", 14.0, 40.0), Worker("b", 15.0, 30.0, children=(3,)), Worker("c", 14.5, 20.0, children=(3,))]
    together = answer(assumptions, workers=workers).households
    assert together == [answer(assumptions, workers=[one]).households[0] for one in workers]


def test_two_adults_who_are_not_married_have_their_own_tables(assumptions):
    records = of_person(assumptions, unmarried=True)
    workers = [Worker("a", 14.0, 40.0, 2, (3,), 20_000.0), Worker("b", 14.0, 40.0, 2, (3,), 40_000.0)]
    together = answer(records, workers=workers).households
    assert together == [answer(records, workers=[one]).households[0] for one in workers]


def test_the_rules_of_2025_are_in_their_dollars(assumptions):
    before = msgspec.structs.replace(assumptions, economy=msgspec.structs.replace(assumptions.economy, rules_year=2025))
    found = answer(assumptions), answer(before, year=2025)
    assert [one.rules_year for one in found] == [2026, 2025]
    assert all(one.households[0].raise_per_year == pytest.approx(7_280.0) for one in found)
