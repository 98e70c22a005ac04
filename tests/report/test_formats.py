import csv
import io
import json

import pytest

import mobcalc
from mobcalc.report.formats.json import json_text, plain
from mobcalc.report.formats.markdown import markdown_text
from mobcalc.report.formats.rows import csv_text, jsonl_text, tsv_text
from mobcalc.report.formats.terminal import terminal_text
from mobcalc.report.tables import Column, Paragraph, Table
from mobcalc.results.pathways import BreakEven, VersusBaseline
from mobcalc.wording import numbers

TABLE = Table(
    "Title", (Column("Name", 10, False), Column("Amount", 8)), [("[red team]", "$1"), ("a | b", "$22")], "2025 dollars"
)


@pytest.mark.parametrize(
    ("amount", "shown", "signed"),
    [
        (1234.4, "$1,200", "+$1,200"),
        (-1250, "-$1,200", "-$1,200"),
        (20, "$0", "$0"),
        (None, "n/a", "n/a"),
        (99_950, "$100,000", "+$100,000"),
    ],
)
def test_dollars(amount, shown, signed):
    assert numbers.dollars(amount) == shown
    assert numbers.signed_dollars(amount) == signed


def test_other_numbers():
    assert (numbers.hourly(18.255), numbers.hourly(None)) == ("$18.25", "n/a")
    assert [numbers.percent(x) for x in (0.42, 0.025, 0.431, 1, None)] == ["42%", "2.5%", "43.1%", "100%", "n/a"]
    assert [numbers.more_or_less(x) for x in (90_317, -13_167, 400)] == [
        "about $90,000 more",
        "about $13,000 less",
        "about the same",
    ]
    assert numbers.short([1, 2.5]) == "[1, 2.5]"
    assert numbers.short([1.0] * 9) == "9 values"
    assert numbers.short({6: 6595.0}) == "{6: 6595}"
    assert numbers.short(dict.fromkeys(range(9), 1.0)) == "9 values by year"
    assert numbers.plain(1e-9) == "1e-09"


def test_terminal_shows_markup_as_text_and_ends_lines_cleanly():
    shown = terminal_text([TABLE, Paragraph("Some [bold]text[/x].", "Lead")], 80, color=False)
    assert (
        shown
        == "Title\nName       Amount\n[red team]     $1\na | b         $22\n2025 dollars\n\nLead: Some [bold]text[/x].\n"
    )


def test_terminal_colours_only_when_asked():
    assert "\x1b[" in terminal_text([TABLE], 80, color=True)
    assert "\x1b[" not in terminal_text([TABLE], 80, color=False)


@pytest.mark.parametrize("width", [1, 20, 80, 200])
def test_terminal_folds_texts_and_never_breaks_a_number(width):
    wide = Table("", (Column("Name", 12, False), Column("Amount", 8)), [("apprenticeship-in-everything", "$1,234,567")])
    shown = terminal_text([wide, Paragraph("words " * 9)], width, color=False)
    assert "$1,234,567" in shown
    assert "apprenticeship" in shown.replace("\n", "").replace("$1,234,567", "").replace(" ", "")
    assert "\u2026" not in shown


def test_markdown_means_nothing_but_itself():
    assert markdown_text([TABLE, Paragraph("a * b", "Lead")]) == (
        "### Title\n\n| Name | Amount |\n|---|---:|\n| \\[red team\\] | $1 |\n| a \\| b | $22 |\n\n2025 dollars\n\n**Lead:** a \\* b\n"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_csv_texts_are_no_formulas(start):
    read = list(csv.reader(io.StringIO(csv_text([{"a": f"{start}1+1", "b": -1.5, "c": None, "d": True}]))))
    assert read == [["a", "b", "c", "d"], [f"'{start}1+1", "-1.5", "", "true"]]


def test_csv_of_nothing():
    assert csv_text([]) == "\n"


def test_json_rounds_money_to_cents_and_shares_to_nine_digits():
    versus = VersusBaseline(None, None, None, None, [BreakEven(24, "ahead")], 1 / 3, None, None, None)
    assert plain(versus)["share_beyond_evidence"] == 0.333333333
    assert plain(versus)["break_even_ages"] == [{"age": 24, "direction": "ahead"}]
    assert plain(-0.001, "USD") == 0.0
    assert str(plain(-0.001, "USD")) == "0.0"
    assert plain([1.239], "USD/year") == [1.24]
    assert json.loads(json_text({"a": [1]})) == {"format": 2, "mobcalc": mobcalc.__version__, "a": [1]}


def test_paragraphs_wrap_between_words_and_show_their_lead():
    part = Paragraph(
        "give --set pathways.associate-degree.costs.grants=0 for a client\n  hint: second line", "Costs and aid"
    )
    plain = terminal_text([part], 40, color=False)
    assert plain == (
        "Costs and aid: give --set\npathways.associate-degree.costs.grants=0\nfor a client\n  hint: second line\n"
    )
    assert terminal_text([part], 40, color=True) == plain.replace("Costs and aid:", "\x1b[1mCosts and aid:\x1b[0m")
    narrow = terminal_text([Paragraph("x", "A lead longer than a line")], 16, color=True)
    assert narrow == "\x1b[1mA lead longer\nthan a line:\x1b[0m x\n"


def test_tsv_has_no_quotes_and_one_line_for_each_row():
    rows = [{"name": 'a\tb\n"c"', "amount": 1.5, "note": None, "formula": "=1+1", "yes": True}]
    assert tsv_text(rows) == 'name\tamount\tnote\tformula\tyes\na b "c"\t1.5\t\t\'=1+1\ttrue\n'
    assert tsv_text([]) == "\n"


def test_jsonl_has_one_object_for_each_row():
    rows = [{"name": "=x\ny", "amount": 1.5}, {"name": None, "amount": 2}]
    assert jsonl_text(rows) == '{"name":"=x\\ny","amount":1.5}\n{"name":null,"amount":2}\n'
    assert [json.loads(line) for line in jsonl_text(rows).splitlines()] == rows
    assert jsonl_text([]) == ""


def test_numbers_stay_whole_beside_two_columns_of_text_however_narrow():
    columns = (Column("What", 33, False), Column("Whom", 17, False), Column("Before", 9), Column("After", 9))
    table = Table(
        "", columns, [("a name:\n0.55 instead of 0.431", "Building trades apprentices", "+$90,320", "-$5,100")]
    )
    for width in (20, 40, 50, 60, 80):
        shown = terminal_text([table], width, color=False)
        assert "+$90,320" in shown
        assert "-$5,100" in shown
        assert max(len(line) for line in shown.splitlines()) <= max(width, 50)
