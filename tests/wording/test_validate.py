"""How the figures of `validate` are written."""

import pytest

from mobcalc.results.validate import CheckedFigure
from mobcalc.wording import validate as text


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, "USD", "n/a"),
        (1234.6, "USD", "$1,235"),
        (-636.0, "USD", "-$636"),
        (1196.49551, "thousand USD", "1,196.4955"),
        (0.41126, "share", "0.4113"),
        (0.7, "ratio", "0.7"),
        (1.0, "yes or no", "yes"),
        (0.0, "yes or no", "no"),
    ],
)
def test_an_amount_is_written_as_its_unit_asks_for(value, unit, said):
    assert text.amount(value, unit) == said


@pytest.mark.parametrize(
    ("unit", "tolerance", "relative", "ends", "said"),
    [
        ("USD", 500.0, None, None, "+-$500"),
        ("ratio", 0.0005, None, None, "+-0.0005"),
        ("USD", None, 0.005, None, "+-0.5%"),
        ("USD", 0.0, None, None, "none"),
        ("ratio", None, None, (0.3, 0.45), "0.3 to 0.45"),
        ("USD", None, None, (None, 98718.0), "at most $98,718"),
        ("USD", None, None, (98718.0, None), "at least $98,718"),
    ],
)
def test_what_is_allowed(unit, tolerance, relative, ends, said):
    low, high = ends or (1.0, 2.0)
    figure = CheckedFigure("x", unit, 1.5, tolerance, relative, ends is not None, low, high, 1.5, {}, "within")
    assert text.allowed(figure) == said


def test_inputs_are_told_apart_by_brackets():
    given = {
        "form": "effect sum",
        "effects": {"6": 6595.0, "9": 5839.0},
        "variants": {"a": {}, "b": {"fade_out": 0.04, "ages": [20, 69]}},
        "set": {"economy.real_wage_growth": 0.0},
    }
    assert text.inputs(given) == (
        "form: effect sum; effects: 6: 6595, 9: 5839; variants: a (as it is), b (fade out 0.04, ages (20, 69)); "
        "set: economy.real_wage_growth 0"
    )
