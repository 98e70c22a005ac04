"""The shipped rules of taxes and benefits: whole, possible, and right where a hand can reckon; damage is refused."""

import msgspec
import numpy as np
import pytest

from mobcalc.errors import InputError
from mobcalc.store import tax_rules
from mobcalc.store.tax_rules import part_of
from tests.store.test_curves import forget

SHIPPED = sorted(tuple(file.stem.split("-")) for file in tax_rules.folder().glob("*.msgpack"))
EVERYBODY = {
    f"{adults}-{young}-{older}{of}"
    for adults, of in ((1, ""), (2, ""), (1, "-d"))
    for young in range(3)
    for older in range(5 - young)
}
FAMILIES = {key for key in EVERYBODY if key[2:5] != "0-0" and not key.endswith("d")}
LEVELS = (3_000, 6_000, 10_000, 14_000, 18_000, 22_000, 26_000, 30_000)
LEVELS_IN = {"DC": (1_500,), "HI": (20_000,), "NY": (7_500, 8_500), "WI": (4_500, 7_500, 12_000)}
KINDS = {
    "base": {(key, 0) for key in EVERYBODY},
    "voucher": {(key, 0) for key in EVERYBODY},
    "tanf": {(key, 0) for key in EVERYBODY if key[2:5] != "0-0"},
    "subsidy": {(key, 0) for key in FAMILIES},
    "subsidy_kept": {(key, 0) for key in FAMILIES},
    "care": {(key, level) for key in FAMILIES for level in LEVELS},
    "care_snap": {(key, level) for key in FAMILIES for level in (LEVELS[0], LEVELS[-1])},
}
COVERAGE = ("medicaid", "chip", "premium_tax_credit", "other_coverage")
SIGNS = {"federal_income_tax": -1, "state_income_tax": -1, "payroll_tax": -1}
TOP = {"base": 250_000, "voucher": 250_000, "tanf": 60_000, "care": 250_000}


def at(year, postal, part, key, earnings, name, care=0):
    curve = part_of(year, postal, part)[key, care]
    return float(np.interp(earnings, curve.earnings, curve.amounts[name]))


def test_there_are_some():
    assert SHIPPED
    assert tax_rules.years() == tuple(sorted({int(year) for year, _ in SHIPPED}))


def test_every_year_has_every_state():
    assert all(len([one for one in SHIPPED if one[0] == year]) == 51 for year, _ in SHIPPED)


@pytest.mark.parametrize(("year", "postal"), SHIPPED)
def test_a_state_is_whole_and_possible(year, postal):
    assert tax_rules.package_of(int(year), postal).startswith("policyengine-us 2.")
    for name, kinds in KINDS.items():
        part = part_of(int(year), postal, name)
        own = {(key, level) for key in FAMILIES for level in LEVELS_IN.get(postal, ()) if name == "care"}
        assert set(part) == kinds | own, name
        for curve in part.values():
            top = 120_000 if (name, postal) == ("tanf", "CT") else TOP.get(name, 150_000)
            top = 250_000 if name.startswith("subsidy") and postal in ("ME", "NM", "VT") else top
            assert curve.earnings[0] == 0.0 and curve.earnings[-1] == top
            assert (np.diff(curve.earnings) >= 5.0).all() and (curve.earnings % 5.0 == 0.0).all()
            for amount, values in curve.amounts.items():
                assert values.shape == curve.earnings.shape
                assert amount == "state_income_tax" or (values >= -1.0).all(), (name, amount)
    for curve in part_of(int(year), postal, "base").values():
        net = curve.earnings + sum(SIGNS.get(n, 1) * v for n, v in curve.amounts.items() if n not in COVERAGE)
        assert (net > 0.5 * curve.earnings).all()
        # Whole dollars: over 5 dollars of earnings the tax may stay.
        assert (np.diff(curve.amounts["payroll_tax"])[np.diff(curve.earnings) > 25.0] > 0).all()
        assert (np.diff(curve.amounts["payroll_tax"]) >= 0).all()


@pytest.mark.parametrize(("year", "postal"), SHIPPED)
def test_care_brings_food_and_credits_and_help_ends(year, postal):
    year = int(year)
    for key in ("1-1-0", "2-1-1"):
        for level in (LEVELS[0], LEVELS[-1]):
            more = part_of(year, postal, "care_snap")[key, level]
            base = np.interp(more.earnings, *curve_of(year, postal, "base", key, "snap"))
            assert (more.amounts["snap"] >= base - 24.0).all()
        help_given = part_of(year, postal, "subsidy")[key, 0]
        kept = part_of(year, postal, "subsidy_kept")[key, 0]
        # New Mexico helps every family.
        assert (help_given.amounts["state_pays_at_most"][-1] == 0.0) == (postal != "NM")
        assert last_paid(kept) >= last_paid(help_given) - 5.0


def curve_of(year, postal, part, key, name):
    curve = part_of(year, postal, part)[key, 0]
    return curve.earnings, curve.amounts[name]


def last_paid(curve):
    paid = curve.earnings[curve.amounts["state_pays_at_most"] > 0.0]
    return paid.max(initial=0.0)


@pytest.mark.parametrize(("year", "postal"), SHIPPED)
def test_nobody_draws_tanf_unasked(year, postal):
    assert all(not curve.amounts["tanf"].any() for curve in part_of(int(year), postal, "base").values())
    assert any(curve.amounts["tanf"].any() for curve in part_of(int(year), postal, "tanf").values())


# Federal rules of 2026 by hand: payroll 7.65 %; standard deduction 16,100 (head of household 24,150); 10 % up to
# 12,400; EITC for one child at most 4,427; CTC refundable to 1,700; SSI 994 a month.
BY_HAND = [
    ("1-0-0", 20_000, "payroll_tax", 1_530),
    ("1-0-0", 26_100, "federal_income_tax", 1_000),
    ("1-1-0", 20_000, "federal_income_tax", 0),
    ("1-1-0", 20_000, "eitc", 4_427),
    ("1-1-0", 20_000, "ctc", 1_700),
]


@pytest.mark.parametrize(("key", "earnings", "name", "expected"), BY_HAND)
@pytest.mark.parametrize("postal", [postal for year, postal in SHIPPED if year == "2026"])
def test_federal_amounts_are_those_worked_by_hand(postal, key, earnings, name, expected):
    found = at(2026, postal, "base", key, earnings, name)
    # Some states have small contributions of their own: disability, paid leave, unemployment.
    most_of_state = 0.02 * earnings if name == "payroll_tax" else 0.0
    assert expected - 12.0 <= found <= expected + most_of_state + 12.0


@pytest.mark.parametrize(
    ("postal", "key", "earnings", "component", "expected"),
    [
        ("TX", "1-0-0", 20_000, "payroll_tax", 1_530.00),  # 7.65 % of 20,000; Texas takes nothing
        ("TX", "1-1-1", 30_000, "eitc", 6_029.23),  # 7,316 - 21.06 % of 6,110
        ("TX", "1-1-1", 40_000, "federal_income_tax", 1_585.00),  # 10 % of 40,000 - 24,150
        ("TX", "1-0-0", 30_000, "federal_income_tax", 1_420.00),  # 13,900: 1,240 + 12 % of 1,500
        ("TX", "2-0-0", 60_000, "federal_income_tax", 2_840.00),  # 27,800: 2,480 + 12 % of 3,000
        ("TX", "1-0-0-d", 0, "ssi", 11_928.00),  # 12 months of 994
        # Three or more children: 8,231 up to 23,890 (31,160 for two adults), then 21.06 % less.
        ("TX", "1-0-3", 20_000, "eitc", 8_231.00),
        ("TX", "2-2-2", 60_000, "eitc", 2_157.30),  # 8,231 - 21.06 % of 28,840
        ("TX", "1-2-2", 60_000, "eitc", 626.23),  # 8,231 - 21.06 % of 36,110
        # Four children: 2,200 each, but without a tax to set it against 15 % of the earnings above 2,500.
        ("TX", "1-0-4", 60_000, "federal_income_tax", 3_948.00),  # 35,850: 1,770 + 12 % of 18,150
        ("TX", "1-0-4", 60_000, "ctc", 8_800.00),  # 3,948 of it against tax, 4,852 refunded
        ("TX", "2-1-3", 20_000, "ctc", 2_625.00),  # no tax; 15 % of 17,500
        ("TX", "2-0-4", 0, "ctc", 0.00),
        # A parent with a disability: SSI as for one alone; then all but 85 a month counts by half.
        ("TX", "1-1-2-d", 0, "ssi", 11_928.00),
        ("TX", "1-0-2-d", 20_000, "ssi", 2_438.00),  # 11,928 - half of 18,980
        # SNAP at most: nine months of 298, 994, 1,183 and three of fiscal year 2027, as the package has it.
        ("TX", "1-0-0", 0, "snap", 3_600.00),  # 9 x 298 + 3 x 306
        ("TX", "1-0-3", 0, "snap", 12_015.00),  # 9 x 994 + 3 x 1,023
        ("TX", "2-1-2", 0, "snap", 14_298.00),  # 9 x 1,183 + 3 x 1,217
        ("PA", "1-0-0", 60_000, "state_income_tax", 1_842.00),  # 3.07 % of all of it
        ("TX", "1-0-0", 60_000, "state_income_tax", 0.00),
    ],
)
def test_amounts_of_a_state_are_those_worked_by_hand(postal, key, earnings, component, expected):
    assert at(2026, postal, "base", key, earnings, component) == pytest.approx(expected, abs=1.0)


@pytest.mark.parametrize(("year", "postal"), SHIPPED)
def test_children_bring_no_less(year, postal):
    def without_earnings(key):
        curve = part_of(int(year), postal, "base")[key, 0]
        return sum(SIGNS.get(name, 1) * amounts[0] for name, amounts in curve.amounts.items() if name not in COVERAGE)

    for key in EVERYBODY:
        adults, young, older, *of = key.split("-")
        for fewer in ((int(young) - 1, int(older)), (int(young), int(older) - 1)):
            if min(fewer) >= 0:
                assert without_earnings(key) > without_earnings("-".join([adults, *map(str, fewer), *of])), key


def test_a_cliff_lies_within_five_dollars():
    curve = part_of(2026, "TX", "base")["1-1-0", 0]
    wic = curve.amounts["wic"]
    (ends,) = np.flatnonzero((wic[:-1] > 0) & (wic[1:] == 0))
    assert curve.earnings[ends + 1] - curve.earnings[ends] == 5


@pytest.mark.parametrize(
    ("postal", "key", "first", "apart", "steps"),
    [
        ("MI", "1-1-2-d", 63_900, 1_000, 10),  # homestead credit, a tenth of it a step
        ("CT", "1-0-0", 30_000, 1_000, 15),  # personal exemption
        ("PA", "2-2-2", 51_000, 250, 10),  # tax forgiveness
        ("WV", "1-1-3-d", 38_675, 300, 10),  # family tax credit
    ],
)
def test_every_step_of_a_stair_lies_within_five_dollars(postal, key, first, apart, steps):
    curve = part_of(2026, postal, "base")[key, 0]
    rises = np.diff(curve.amounts["state_income_tax"])
    stair = set(curve.earnings[:-1][(np.diff(curve.earnings) == 5) & (rises > 24)])
    assert {first + apart * step for step in range(steps)} <= stair


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The file of a state in a folder of its own, to spoil: as values, and a function that writes them."""
    year, postal = SHIPPED[0]
    content = msgspec.msgpack.decode(tax_rules.path_of(int(year), postal).read_bytes())
    monkeypatch.setattr(tax_rules, "folder", lambda: tmp_path)
    file = tax_rules.path_of(int(year), postal)

    def refused(data):
        if data is not None:
            file.write_bytes(data if isinstance(data, bytes) else msgspec.msgpack.encode(data))
        forget()
        with pytest.raises(InputError) as raised:
            part_of(int(year), postal, "base")
        (problem,) = raised.value.problems
        assert problem.where == str(file) and "pack_net_resources.py" in problem.hint
        return problem.what

    yield content, refused
    forget()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda c: None, "cannot be read: No such file"),
        (lambda c: b"no", "is damaged: "),
        (lambda c: {**c, "format": 1}, "holds something else: format 1"),
        (lambda c: {**c, "state": "ZZ"}, "holds something else: "),
        (lambda c: {**c, "parts": {}}, "has no part 'base'"),
        (lambda c: {**c, "parts": {"base": {**c["parts"]["base"], "blob": b""}}}, "is damaged in the part 'base'"),
        (lambda c: {**c, "parts": {"base": {**c["parts"]["base"], "curves": []}}}, "has curves of another size"),
    ],
)
def test_a_damaged_file_is_refused(copied, spoil, said):
    content, refused = copied
    assert said in refused(spoil(content))
