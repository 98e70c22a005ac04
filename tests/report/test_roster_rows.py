"""Rows of a roster as bytes."""

import csv
import io

import numpy as np
import pytest

from mobcalc.characters import visible
from mobcalc.report.roster_rows import arrow_column, csv_head, csv_rows, jsonl_rows, rounded

NAMES = ["id", "name", "gain", "age"]
COLUMNS = {
    "id": ["A1", "a, b", 'say "yes"', "two\nlines", "'", " "],
    "name": ["", "José", "x;y", "a b", "tab\there", "0"],
    "gain": [1.5, -0.25, None, 123456789.01, 1e16, 0.0],
    "age": [18, None, 45, 30, 7, 64],
}


def test_cells_are_those_of_the_standard_library():
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(zip(*COLUMNS.values(), strict=True))
    assert csv_rows(COLUMNS).decode() == visible(file.getvalue())
    assert csv_head(NAMES) == b"id,name,gain,age\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_text_is_a_formula_and_numbers_stay(start):
    assert csv_rows({"id": [f"{start}1,2"], "gain": [-5.0]}).decode() == f'"\'{start}1,2",-5.0\n'


def test_a_cell_with_the_end_of_a_line_is_in_quotes_whichever_it_is():
    assert csv_rows({"id": ["a\rb", "a\nb"], "age": [1, 2]}).decode() == '"a\\rb",1\n"a\nb",2\n'


def test_no_rows_are_no_lines():
    assert csv_rows({"id": [], "gain": []}) == b""


def test_amounts_are_rounded_without_a_zero_below_zero():
    found = rounded(np.array([1.005, -0.001, np.nan, 2.0]), 2)
    assert [str(one) for one in found] == ["1.0", "0.0", "nan", "2.0"]


@pytest.mark.parametrize(
    "amounts",
    [
        [1.5, -0.25, np.nan, 123456789.01, 0.0],
        [0.1 + 0.2, 1e-4, -999999999999999.9, 1e15],
        [9.9e-5, 1.0],
        [1e-9, -2.0],
        [1e16, np.nan],
        [-1e22, 0.5],
        [np.nan, np.nan],
    ],
)
def test_arrays_of_numbers_are_written_as_python_writes_numbers(amounts):
    found = csv_rows({"id": ["A"] * len(amounts), "gain": np.array(amounts)}).decode()
    assert found == "".join(f"A,{'' if np.isnan(one) else repr(one)}\n" for one in amounts)


def test_numbers_of_arrays_are_null_where_they_are_not_known():
    columns = {"id": ["A", ""], "gain": np.array([1.5, np.nan]), "age": np.array([18, 45])}
    assert jsonl_rows(columns) == b'{"id":"A","gain":1.5,"age":18}\n{"id":null,"gain":null,"age":45}\n'


def test_numbers_of_parquet_are_null_where_they_are_not_known():
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'mobcalc[roster]'")
    assert arrow_column(np.array([1.5, np.nan])).to_pylist() == [1.5, None]
