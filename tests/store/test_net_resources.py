"""The shipped table of taxes and benefits: whole, with nothing in it that cannot be, and right where a hand can reckon."""

import hashlib
import json
import sqlite3
from itertools import product

import numpy as np
import pytest

from mobcalc.errors import InputError
from mobcalc.household_types import HouseholdType, supported
from mobcalc.model.transfers import amounts_at, lines, marginal_rates, net_resources
from mobcalc.store import net_resources as store
from mobcalc.store.net_resources import contents, slice_of, table_file
from mobcalc.store.reference import rows
from tests.store.published import forget

POSTALS = sorted(row["postal"] for row in rows("SELECT postal FROM states"))
HOUSEHOLDS = [
    HouseholdType(adults, young, older, disability)
    for adults, young, older, disability in product((1, 2), range(3), range(5), (False, True))
    if young + older <= 4 and not (adults == 2 and disability)
]
MAY_BE_NEGATIVE = {"state_income_tax"}
MOST_BYTES = 8_000_000
EVERYBODY = list(product(POSTALS, HOUSEHOLDS))


def net_of(found):
    benefits, taxes = np.array(list(found.cash.values())), np.array(list(found.taxes.values()))
    return net_resources(found.earnings[None, :], benefits, taxes)


def at(postal, household, earnings):
    """Every component at some earnings."""
    found = slice_of(postal, household)
    amounts = found.taxes | found.cash | found.coverage
    return {name: float(np.interp(earnings, found.earnings, amount)) for name, amount in amounts.items()}


def test_the_table_is_small_enough_to_ship_and_says_where_it_is_from():
    about = contents()
    assert table_file().stat().st_size <= MOST_BYTES
    assert about.meta["package"].startswith("policyengine-us 2.")
    assert about.meta["command"] == "python tools/build_net_resources.py --year 2025"
    assert about.rules_year == 2025
    assert about.meta["assumptions"]
    assert len(about.meta["date"]) == 10


def test_children_who_grow_older_never_lead_out_of_the_table():
    assert len(HOUSEHOLDS) == 36
    for one in HOUSEHOLDS:
        assert supported(one) == one
        assert not one.young or one._replace(young=one.young - 1, older=one.older + 1) in HOUSEHOLDS
        assert not one.older or one._replace(older=one.older - 1) in HOUSEHOLDS


def test_every_state_and_household_is_there_with_its_checksum():
    connection = sqlite3.connect(f"{table_file().as_uri()}?mode=ro", uri=True)
    found = connection.execute("SELECT household, state, sha256, blob FROM slices ORDER BY state, household").fetchall()
    assert len(POSTALS) == 51
    assert {(state, key) for key, state, _, _ in found} == {(state, one.key) for state, one in EVERYBODY}
    content = hashlib.sha256()
    for key, state, checksum, blob in found:
        assert hashlib.sha256(blob).hexdigest()[:16] == checksum, (state, key)
        content.update(blob)
    assert content.hexdigest() == contents().meta["sha256"]
    connection.close()


@pytest.mark.parametrize("postal", POSTALS)
def test_every_slice_has_the_right_shape_and_possible_values(postal):
    regular = contents().regular
    for household in HOUSEHOLDS:
        found = slice_of(postal, household)
        assert np.isin(regular, found.earnings).all()
        assert (np.diff(found.earnings) >= 5).all()
        assert (found.earnings % 5 == 0).all()
        for name, amount in (found.taxes | found.cash | found.coverage).items():
            assert amount.shape == found.earnings.shape
            assert np.isfinite(amount).all()
            assert name in MAY_BE_NEGATIVE or (amount >= -0.005).all(), (postal, household, name, amount.min())
        net = net_of(found)
        assert np.isfinite(marginal_rates(found.earnings[None, :], net)).all()
        assert (net > 0.5 * found.earnings).all()
        assert (np.diff(found.taxes["payroll_tax"]) > 0).all()


@pytest.mark.parametrize(
    ("postal", "household"),
    [
        ("NY", HouseholdType(1, 1, 0)),
        ("CA", HouseholdType(2, 0, 4)),
        ("MN", HouseholdType(1, 2, 2)),
        ("WA", HouseholdType(1, 1, 1, disability=True)),
    ],
)
def test_net_resources_are_the_sum_of_the_components(postal, household):
    found = slice_of(postal, household)
    point = 20
    parts = sum(amount[point] for amount in found.cash.values()) - sum(tax[point] for tax in found.taxes.values())
    assert net_of(found)[0, point] == pytest.approx(found.earnings[point] + parts)


@pytest.mark.parametrize("postal", POSTALS)
def test_children_bring_no_less(postal):
    without_earnings = {one: net_of(slice_of(postal, one))[0, 0] for one in HOUSEHOLDS}
    for one, net in without_earnings.items():
        for fewer in (one._replace(young=one.young - 1), one._replace(older=one.older - 1)):
            assert net > without_earnings.get(fewer, 0.0), (one, fewer)


@pytest.mark.parametrize(
    ("postal", "household", "earnings", "component", "expected"),
    [
        ("TX", HouseholdType(1), 20_000, "payroll_tax", 1_530.00),  # 7.65 % of 20,000; Texas takes nothing
        ("TX", HouseholdType(1, 1), 20_000, "federal_income_tax", 0.00),  # below the deduction of 23,625
        ("TX", HouseholdType(1, 1), 20_000, "eitc", 4_328.00),  # the most for one child, from 12,730 to 23,350
        ("TX", HouseholdType(1, 1), 20_000, "ctc", 1_700.00),  # the refundable part; 15 % of 17,500 would be 2,625
        ("TX", HouseholdType(1, 1, 1), 30_000, "eitc", 5_751.51),  # 7,152 - 21.06 % of 6,650
        ("TX", HouseholdType(1, 1, 1), 40_000, "federal_income_tax", 1_637.50),  # 10 % of 40,000 - 23,625
        ("TX", HouseholdType(1), 30_000, "federal_income_tax", 1_471.50),  # 14,250: 1,192.50 + 12 % of 2,325
        ("TX", HouseholdType(2), 60_000, "federal_income_tax", 2_943.00),  # 28,500: 2,385 + 12 % of 4,650
        ("TX", HouseholdType(1), 0, "snap", 3_522.00),  # the most for one: 9 months of 292 and 3 of 298
        ("TX", HouseholdType(1, disability=True), 0, "ssi", 11_604.00),  # 12 months of 967
        # Three or more children: 8,046 from 17,880 to 23,350 (30,470 for two adults), then 21.06 % less.
        ("TX", HouseholdType(1, 0, 3), 20_000, "eitc", 8_046.00),
        ("TX", HouseholdType(2, 2, 2), 60_000, "eitc", 1_826.98),  # 8,046 - 21.06 % of 29,530
        ("TX", HouseholdType(1, 2, 2), 60_000, "eitc", 327.51),  # 8,046 - 21.06 % of 36,650
        # Four children: 2,200 each, but without a tax to set it against 15 % of the earnings above 2,500.
        ("TX", HouseholdType(1, 0, 4), 60_000, "federal_income_tax", 4_025.00),  # 36,375: 1,700 + 12 % of 19,375
        ("TX", HouseholdType(1, 0, 4), 60_000, "ctc", 8_800.00),  # 4,025 of it against tax, 4,775 refunded
        ("TX", HouseholdType(2, 1, 3), 20_000, "ctc", 2_625.00),  # no tax; 15 % of 17,500
        ("TX", HouseholdType(2, 0, 4), 0, "ctc", 0.00),
        # The most for four, five and six people: 9 months of 975, 1,158, 1,390 and 3 of 994, 1,183, 1,421.
        ("TX", HouseholdType(1, 0, 3), 0, "snap", 11_757.00),
        ("TX", HouseholdType(2, 1, 2), 0, "snap", 13_971.00),
        ("TX", HouseholdType(2, 2, 2), 0, "snap", 16_773.00),
        # A parent with a disability: SSI as for one alone; then all but 85 a month counts by half.
        ("TX", HouseholdType(1, 1, 2, disability=True), 0, "ssi", 11_604.00),
        ("TX", HouseholdType(1, 0, 2, disability=True), 20_000, "ssi", 2_114.00),  # 11,604 - half of 18,980
        # Income 967 and TANF for the children of 257, less 217 (from October 223); rent of 1,307 above half of what
        # is left is deducted, without the cap of other households; 30 % of the remaining 203.50 (194.50), rounded up,
        # off 975 (994): 9 months of 913 and 3 of 935.
        ("TX", HouseholdType(1, 0, 3, disability=True), 0, "tanf", 3_084.00),
        ("TX", HouseholdType(1, 0, 3, disability=True), 0, "snap", 11_022.00),
        ("PA", HouseholdType(1), 60_000, "state_income_tax", 1_842.00),  # 3.07 % of all of it
        ("IL", HouseholdType(1), 60_000, "state_income_tax", 2_828.93),  # 4.95 % of 60,000 - 2,850
        ("TX", HouseholdType(1), 60_000, "state_income_tax", 0.00),
    ],
)
def test_values_worked_by_hand(postal, household, earnings, component, expected):
    assert at(postal, household, earnings)[component] == pytest.approx(expected, abs=1.0)


def test_a_cliff_lies_within_five_dollars():
    found = slice_of("TX", HouseholdType(1, 1, 0))
    wic = found.cash["wic"]
    (ends,) = np.flatnonzero((wic[:-1] > 0) & (wic[1:] == 0))
    assert found.earnings[ends + 1] - found.earnings[ends] == 5


@pytest.mark.parametrize(
    ("postal", "household", "first", "apart", "steps"),
    [
        ("MI", HouseholdType(1, 1, 2, disability=True), 62_500, 1_000, 10),  # homestead credit, a tenth of it a step
        ("CT", HouseholdType(1), 30_000, 1_000, 15),  # personal exemption
        ("PA", HouseholdType(2, 2, 2), 51_000, 250, 10),  # tax forgiveness
        ("WV", HouseholdType(1, 1, 3, disability=True), 37_645, 300, 10),  # family tax credit
    ],
)
def test_every_step_of_a_stair_lies_within_five_dollars(postal, household, first, apart, steps):
    found = slice_of(postal, household)
    rises = np.diff(found.taxes["state_income_tax"])
    stair = set(found.earnings[:-1][(np.diff(found.earnings) == 5) & (rises > 24)])
    assert {first + apart * step for step in range(steps)} <= stair


def test_looking_up_many_is_looking_up_each():
    found = slice_of("NY", HouseholdType(1, 1, 0))
    net = net_of(found)
    earnings = np.linspace(0.0, 150_000.0, 9_999).reshape(3, -1)
    expected = np.interp(earnings, found.earnings, net[0])
    np.testing.assert_allclose(amounts_at(earnings, lines(found.earnings, net)), expected, atol=1e-6)


@pytest.mark.parametrize(
    ("household", "said", "nearest"),
    [
        (HouseholdType(1, 3, 2), "1 adult, 3 children under 6 and 2", "1 adult, 2 children under 6 and 2"),
        (HouseholdType(3), "3 adults, no children under 6", "2 adults, no children under 6"),
        (HouseholdType(1, 0, 5), "1 adult, no children under 6 and 5", "1 adult, no children under 6 and 4"),
        (HouseholdType(2, 2, 3), "2 adults, 2 children under 6 and 3", "2 adults, 2 children under 6 and 2"),
        (HouseholdType(2, 1, 0, disability=True), "2 adults with a disability, 1 child", "2 adults, 1 child under 6"),
        (HouseholdType(0), "0 adults", "1 adult"),
    ],
)
def test_a_household_that_is_not_there(household, said, nearest):
    with pytest.raises(InputError) as raised:
        slice_of("NY", household)
    (problem,) = raised.value.problems
    assert raised.value.exit_code == 2
    assert f"has no household of {said}" in problem.what
    assert problem.hint.startswith(f"the nearest it has is {nearest}")


def test_an_unknown_state():
    with pytest.raises(InputError, match="no state 'ZZ'"):
        slice_of("ZZ", HouseholdType(1))


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the table to spoil, in place of the shipped one."""
    copy = tmp_path / "net_resources.sqlite"
    copy.write_bytes(table_file().read_bytes())
    monkeypatch.setattr(store, "table_file", lambda: copy)
    forget(store._table)
    store.contents.cache_clear()
    yield copy
    forget(store._table)
    store.contents.cache_clear()


def spoil(copy, statement):
    with sqlite3.connect(copy) as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE slices SET blob = zeroblob(9) WHERE state = 'NY'", "is damaged at NY 1-0-0"),
        ("UPDATE meta SET value = '0' WHERE name = 'format'", "has the format 0, not 1"),
        ("DELETE FROM slices WHERE state = 'TX'", "has 1800 slices of 1836"),
        ("DROP TABLE slices", "cannot be read"),
        ("DELETE FROM meta WHERE name = 'slices'", "does not say what it holds"),
        ("DELETE FROM meta WHERE name = 'components'", "does not say what it holds"),
        ("UPDATE meta SET value = NULL WHERE name = 'step'", "does not say what it holds"),
        ("UPDATE meta SET value = '0' WHERE name = 'step'", "does not say what it holds"),
        ("UPDATE meta SET value = 'many' WHERE name = 'top'", "does not say what it holds"),
        ("UPDATE meta SET value = '9999999' WHERE name = 'top'", "has slices of another size than it says"),
        ("UPDATE meta SET value = x'00' WHERE name = 'rules_year'", "does not say what it holds"),
        ("UPDATE meta SET value = '1' WHERE name = 'rules_year'", "does not say what it holds"),
        ("UPDATE meta SET value = '[1' WHERE name = 'components'", "does not say what it holds"),
        ("UPDATE meta SET value = '{}' WHERE name = 'components'", "has other components than this version"),
        ("UPDATE meta SET value = replace(value, 'eitc', 'etic')", "has other components than this version"),
        ("INSERT INTO meta VALUES (NULL, '1')", "does not say what it holds"),
        ("UPDATE slices SET blob = NULL WHERE state = 'NY'", "is damaged at NY 1-0-0"),
        ("UPDATE slices SET further = further + 1 WHERE state = 'NY'", "has slices of another size than it says"),
        ("UPDATE slices SET further = 'few' WHERE state = 'NY'", "is damaged at NY 1-0-0"),
    ],
)
def test_a_damaged_table_is_refused(copied, statement, said):
    spoil(copied, statement)
    with pytest.raises(InputError) as raised:
        slice_of("NY", HouseholdType(1))
    (problem,) = raised.value.problems
    assert said in problem.what
    assert problem.where == str(copied)
    assert problem.hint == store.REMEDY


def test_a_table_that_is_missing_or_something_else(copied):
    copied.write_text("not a table")
    with pytest.raises(InputError, match="cannot be read"):
        contents()
    forget(store._table)
    copied.unlink()
    with pytest.raises(InputError, match="is missing"):
        contents()


def test_the_groups_of_components():
    groups = json.loads(contents().meta["components"])
    assert groups["taxes"] == ["federal_income_tax", "state_income_tax", "payroll_tax"]
    assert groups["cash"] == ["eitc", "ctc", "snap", "tanf", "ssi", "wic", "school_meals"]
    assert groups["coverage"] == ["medicaid", "chip", "premium_tax_credit", "other_coverage"]
