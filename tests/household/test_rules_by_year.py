"""Taxes and benefits year by year: whose care costs what, what help there is, and two adults who are not married."""

import msgspec
import numpy as np
import pytest

from mobcalc.household.circumstances import Circumstances
from mobcalc.household.rules_by_year import ASKED, WITHOUT_WORK, beside, circumstances_by_year, rules_by_year
from mobcalc.household_types import HouseholdType
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import with_pathways
from mobcalc.sampling import point
from tests.household.test_circumstances import PARTS
from tests.household.test_net_resources import SOMEWHERE

DOLLARS = 330.549 / 321.974
"""A dollar of 2025 in those of 2026, by the consumer prices of both years."""


def part_of(name):
    """The parts made by hand, alike for every type of household."""
    keys = [HouseholdType(*one).key for one in ((1,), (1, 1), (1, 0, 1), (2, 1), (2, 0, 1), (2,))]
    part = getattr(PARTS, name)
    if isinstance(part, dict):
        return {(key, cost): line for key in keys for cost, line in part.items()}
    return {(key, 0): part for key in keys}


def arrays(**said):
    """The bundled assumptions somewhere, with some things said of the person."""
    flags = [Flag("--set", f"person.{name}", str(value)) for name, value in said.items()]
    records = msgspec.structs.replace(load(Layers(flags=flags)).assumptions, place=SOMEWHERE)
    return point(with_pathways(records, ()))


def by_year(**said):
    return rules_by_year(arrays(**said), part_of, 2026)


def test_care_costs_less_as_a_child_grows_and_ends_at_13():
    found = by_year(children="[4]")
    # 150 a week for an infant at the care prices of the price year, in dollars of the rules; the share falls at 6 and 9.
    shares = arrays(children="[4]").living_wage
    infant = 150.0 * 52.0 * float(shares.child_care_prices[0, 0]) * DOLLARS
    bands = dict(zip(shares.child_care_ages[0].tolist(), shares.child_care_shares[0].tolist(), strict=True))
    for year, age in enumerate(range(4, 16)):
        share = bands[max(start for start in bands if start <= age)]
        assert found[year].care == round(infant * share), age
    assert found[9].care == 0.0
    assert found[0].of == HouseholdType(1, 1)
    assert found[2].of == HouseholdType(1, 0, 1)


def test_years_alike_share_their_table_and_the_last_goes_on():
    found = by_year(children="[4]", start_age=40, retire_age=50)
    # To the end of the child's youth, whoever else's age is tried.
    assert len(found) == 18
    assert found[0] is found[1]
    assert found[1] is not found[2]
    assert found[14].of == HouseholdType(1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"care": "none"}, Circumstances()),
        ({"care": "none", "tanf": "true", "school_meals": "true"}, Circumstances(has_tanf=True, pays_for_meals=True)),
        ({"care": "none", "voucher": "true"}, Circumstances(rent=round(12 * 1_200 * DOLLARS))),
        ({"adults": 2}, Circumstances()),
    ],
)
def test_what_is_said_becomes_the_circumstances(said, expected):
    (found,) = circumstances_by_year(arrays(children="[4]", **said), 1, 2026)
    assert found == expected


def test_help_is_kept_by_whom_it_helped():
    (found,) = circumstances_by_year(arrays(children="[4]", care="subsidized"), 1, 2026)
    assert found.had_help
    assert found.care > 0.0


def test_two_adults_who_are_not_married_pay_taxes_apart():
    married, apart = (
        by_year(adults=2, children="[4]", partner_earnings=30_000, care="none", unmarried=unmarried)[0]
        for unmarried in ("false", "true")
    )
    partner = 30_000 * DOLLARS
    # A tenth of what is above 20,000, of each return instead of once.
    for own in (0.0, 15_000.0, 45_000.0):
        expected = max(own - 20_000, 0.0) / 10 + (partner - 20_000) / 10
        at = np.interp(own + partner, apart.earnings, apart.taxes["federal_income_tax"])
        assert at == pytest.approx(expected, abs=0.5)
        together = np.interp(own + partner, married.earnings, married.taxes["federal_income_tax"])
        assert together == pytest.approx((own + partner - 20_000) / 10, abs=0.5)
    # Each has a child credit of 2,000 in these rules; food is one household's.
    assert apart.cash["ctc"][0] == pytest.approx(4_000)
    np.testing.assert_allclose(
        np.interp(married.earnings, apart.earnings, apart.cash["snap"]), married.cash["snap"], atol=0.01
    )
    kept = apart.earnings - sum(apart.taxes.values()) + apart.cash["eitc"] + apart.cash["ctc"]
    inside = apart.earnings >= partner
    np.testing.assert_allclose(apart.after_tax[inside], kept[inside], atol=0.01)


def test_a_partners_pay_grows_with_wages_on_a_return_of_its_own():
    found = by_year(adults=2, partner_earnings=30_000, unmarried="true")
    assert found[0] is not found[1]


def test_beside_stands_no_work_and_the_help_that_is_not_said():
    found = beside(arrays(children="[4]"), part_of, 2026)
    care = "child_care_subsidy"
    assert set(found) == {WITHOUT_WORK, care, care + ASKED, "housing", "tanf"}
    assert found[WITHOUT_WORK].care == 0.0
    assert found[care].cash[care][0] > 0.0
    assert found["housing"].cash["housing"][0] == pytest.approx(12 * 1_200 * DOLLARS, abs=1.0)
    assert found["tanf"].cash["tanf"][0] == 4_000
    with_all = beside(arrays(children="[4]", care="subsidized", voucher="true", tanf="true"), part_of, 2026)
    assert set(with_all) == {WITHOUT_WORK}
    assert set(beside(arrays(), part_of, 2026)) == {WITHOUT_WORK, "housing"}


def test_who_says_nobody_is_paid_for_care_needs_nothing_for_it():
    paid, free = by_year(children="[4]")[0], by_year(children="[4]", care="none")[0]
    assert paid.care > free.care == 0.0
    # What help pays for is no part of what a living wage leaves.
    helped = by_year(children="[4]", care="subsidized")[0]
    np.testing.assert_allclose(np.interp(paid.earnings, helped.earnings, helped.after_tax), paid.after_tax, atol=0.5)
