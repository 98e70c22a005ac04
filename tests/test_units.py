import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobcalc.units import NotANumberError, is_money, nearest, number


@pytest.mark.parametrize(
    ("text", "value"), [("0.03", 0.03), ("1e-2", 0.01), ("-5", -5), ("+2.", 2), (".5", 0.5), ("0", 0)]
)
def test_numbers_as_people_write_them(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("3%", "0.03"),
        ("36,000", "36000"),
        ("$1,200", "1200"),
        ("17,50", "17.50"),
        ("0\x1f%", "0"),
        (" 5 %", "0.05"),
        ("1_0e999", "digits"),
        ("01001", "leading zero"),
        ("1_000", "1000"),
        ("1.000.000", "1000000"),
        ("0x1F", "digits"),
        ("nan", "digits"),
        ("inf", "digits"),
        ("1e999", "finite"),
        ("", "digits"),
        ("twelve", "digits"),
        ("1:30", "digits"),
        ("\u0663", "digits"),
    ],
)
def test_anything_else_is_refused_with_the_form_to_write(text, hint):
    with pytest.raises(NotANumberError) as caught:
        number(text)
    assert hint in caught.value.hint


@pytest.mark.parametrize("text", ["20.000", "1.000", "-3.000"])
def test_points_that_may_group_digits_are_asked_back(text):
    with pytest.raises(NotANumberError, match="two ways") as caught:
        number(text)
    assert caught.value.hint == f"write {text.replace('.', '')} or {float(text):g}"


@pytest.mark.parametrize("text", ["17.5", "17.50", "31.625", "0.000", "1234.000"])
def test_other_decimals_are_read(text):
    assert number(text) == float(text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_that_python_prints_is_read_back(value):
    assert number(repr(value)) == value


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text):
    try:
        number(text)
    except NotANumberError as error:
        assert error.hint


def test_nearest_word():
    assert nearest("certificat", ["certificate", "associate-degree"]) == "did you mean certificate?"
    assert (
        nearest("discount_rate", ["economy.discount_rate", "economy.timing"]) == "did you mean economy.discount_rate?"
    )
    assert nearest("xyz", ["certificate"]) == ""


def test_money_is_told_by_its_unit():
    assert is_money("USD/year")
    assert not is_money("years")
