"""Charts as text."""

import pytest

from mobcalc.report.formats.chart import chart_text
from mobcalc.report.formats.markdown import markdown_text
from mobcalc.report.formats.terminal import terminal_text
from mobcalc.report.tables import Chart, Line

RISING = Line("A", "rising", [10_000.0 * step for step in range(10)])
FLAT = Line("B", "flat", [40_000.0] * 10)
CHART = Chart("A title", 18, [RISING, FLAT], "age", "2025 dollars")


def test_a_line_is_drawn_where_its_numbers_are():
    lines = chart_text(Chart("", 18, [FLAT], "age"), 40, dots=False).splitlines()
    assert len(lines) == 17 + 4
    # 40,000 is the top of the chart, so every letter stands in the first line.
    assert lines[0].startswith("$40,000 |B")
    assert lines[0].count("B") == 10
    assert not any("B" in line for line in lines[1:17])
    assert [lines[row].split("|")[0].strip() for row in (0, 4, 8, 12, 16)] == [
        "$40,000",
        "$30,000",
        "$20,000",
        "$10,000",
        "$0",
    ]


def test_ages_stand_under_the_chart():
    lines = chart_text(CHART, 60, dots=False).splitlines()
    assert lines[18].split() == ["18", "21", "24", "27"]
    assert lines[19].strip() == "age"
    assert lines[20:] == ["A = rising", "B = flat"]


def test_numbers_along_a_chart_can_be_round():
    chart = Chart("", 0, [Line("A", "long", [100.0] * 71)], "thousands", every=5)
    lines = chart_text(chart, 80, dots=True).splitlines()
    assert lines[18].split() == ["0", "15", "30", "45", "60", "75", "90"]
    # With dots there are letters only at such numbers, without dots at every place.
    assert lines[0].count("A") == 15
    assert chart_text(chart, 80, dots=False).splitlines()[0].count("A") > 40


def test_lines_that_lie_on_each_other_both_stay_visible():
    drawn = chart_text(Chart("", 0, [FLAT, FLAT._replace(mark="C")], ""), 40, dots=False)
    assert drawn.splitlines()[0].count("B") == drawn.splitlines()[0].count("C") == 5


def test_letters_alone_are_ascii_and_dots_are_not():
    assert chart_text(CHART, 60, dots=False).isascii()
    assert not chart_text(CHART, 60, dots=True).isascii()


@pytest.mark.parametrize("width", [20, 60, 80, 200])
def test_a_chart_keeps_to_its_width(width):
    assert max(len(line) for line in chart_text(CHART, width, dots=False).splitlines()) <= max(width, 33)


def test_nothing_earned_is_drawn_at_the_bottom():
    lines = chart_text(Chart("", 0, [Line("A", "none", [0.0] * 5)], ""), 40, dots=False).splitlines()
    assert lines[16].count("A") == 5


def test_a_chart_has_its_title_and_caption_in_every_format():
    shown = terminal_text([CHART], 80, color=False)
    assert shown.startswith("A title\n")
    assert shown.endswith("2025 dollars\n")
    assert "\x1b[1mA title\x1b[0m" in terminal_text([CHART], 80, color=True)
    page = markdown_text([CHART._replace(lines=[RISING._replace(name="a ``` b")])])
    assert page.startswith("### A title\n\n```text\n")
    assert page.endswith("```\n\n2025 dollars\n")
    assert page.count("```") == 2
