"""Tables of a city's own wages and prices: every row is checked, and nothing is half used."""

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.survey_files import ITEMS, POINTS, prices_in, wages_in

WAGES = "occupation,area,p10,p25,median,p75,p90,year,unit\n"
SHORT = "occupation,area,median,year\n"


def written(tmp_path, text, name="own.csv"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def problems(reader, path):
    with pytest.raises(InputError) as refused:
        reader(path)
    return [(p.where.rpartition("own.csv")[2], p.name, p.what) for p in refused.value.problems]


def test_wages_a_year_and_an_hour(tmp_path):
    path = written(
        tmp_path,
        WAGES + 'electrician,"Jamestown, NY",20,25,33,41,50,2025,hour\n\nwelder,,,,52000,,,2024,\n',
    )
    by_hour, by_year = wages_in(path)
    assert by_hour.points == tuple(2080 * wage for wage in (20, 25, 33, 41, 50))
    assert (by_hour.area, by_hour.year, by_hour.where) == ("Jamestown, NY", 2025, f"{path}:2")
    assert by_year.points == (None, None, 52000, None, None)
    assert (by_year.occupation, by_year.area, by_year.year, by_year.where) == ("welder", "", 2024, f"{path}:4")


def test_a_byte_order_mark_capitals_and_a_soc_code(tmp_path):
    path = written(tmp_path, "\ufeffSOC, Median ,YEAR,note\r\n47-2111,60000,2025,ours\r\n")
    (row,) = wages_in(path)
    assert (row.soc, row.points[POINTS.index("median")]) == ("47-2111", 60000)


WRONG = {
    SHORT + 'welder,NY,"$64,000",2025\n': (":2", "median", "'$64,000' is not a number"),
    SHORT + "welder,NY,64,000,2025\n": (":2", "", "there are 5 cells in 4 columns"),
    SHORT + "welder,NY,3,2025\n": (":2", "median", "3 dollars a year is no wage"),
    SHORT + "welder,NY,3000000,2025\n": (":2", "median", "3000000 dollars a year is no wage"),
    SHORT + "welder,NY,,2025\n": (":2", "median", "it is blank"),
    SHORT + "welder,NY,50000,\n": (":2", "year", "it is blank"),
    SHORT + "welder,NY,50000,1925\n": (":2", "year", "1925 is no year"),
    SHORT + "welder,NY,50000,2024.5\n": (":2", "year", "2024.5 is no year"),
    SHORT + ",NY,50000,2025\n": (":2", "occupation", "it is blank"),
    "occupation,median\nwelder,50000\n": (":1", "year", "this column is missing"),
    "area,median,year\nNY,50000,2025\n": (":1", "occupation", "this column is missing"),
    "occupation,median,year,medain\n": (":1", "medain", "there is no column of this name"),
    "occupation,median,year,median\n": (":1", "", "a column is there twice"),
    WAGES + "welder,,50000,45000,60000,70000,80000,2025,year\n": (":2", "p25", "p25 is not above p10"),
    WAGES + "welder,,,,60000,60000,,2025,year\n": (":2", "p75", "p75 is not above median"),
    WAGES + "welder,,,,60000,,,2025,month\n": (":2", "unit", "'month' is no unit of a wage"),
    WAGES + "welder,,,,30,,,2025,\n": (":2", "median", "30 dollars a year is no wage"),
    "occupation;median;year\nwelder;50000;2025\n": (":1", "", "cells are separated by semicolons"),
    "occupation\tmedian\tyear\nwelder\t50000\t2025\n": (":1", "", "cells are separated by tabs"),
    "Our survey of 2025,,,\n" + SHORT + "welder,,50000,2025\n": (
        ":1",
        "",
        "the names of the columns stand in line 2, not in the first",
    ),
    "occupation,,median,year\nwelder,,50000,2025\n": (":1", "", "column 2 has no name"),
    SHORT + "welder,NY,N/A,2025\n": (":2", "median", "'N/A' is not a number"),
    "": ("", "", "there is nothing in the file"),
    "\n\n": ("", "", "there is nothing in the file"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_named_with_row_and_column(text, tmp_path):
    assert problems(wages_in, written(tmp_path, text)) == [WRONG[text]]


def test_a_wage_by_the_hour_says_so(tmp_path):
    with pytest.raises(InputError, match="it may be by the hour"):
        wages_in(written(tmp_path, SHORT + "welder,NY,25,2025\n"))


@pytest.mark.parametrize("cell", ["N/A", "*", "#", "-"])
def test_a_cell_of_what_is_not_known_is_to_be_left_blank(cell, tmp_path):
    with pytest.raises(InputError, match="leave the cell blank"):
        wages_in(written(tmp_path, WAGES + f"welder,,{cell},,52000,,,2025,\n"))


def test_units_by_other_names(tmp_path):
    rows = wages_in(written(tmp_path, WAGES + "welder,,,,52000,,,2025,yearly\nroofer,,,,25,,,2025,Hourly\n"))
    assert [row.points[2] for row in rows] == [52000, 52000]


def test_a_spreadsheet_is_to_be_saved_as_csv(tmp_path):
    with pytest.raises(InputError, match="this is a spreadsheet") as refused:
        wages_in(written(tmp_path, "PK", "own.xlsx"))
    assert len(refused.value.problems) == 1


def test_every_wrong_row_is_named(tmp_path):
    text = SHORT + "welder,NY,3,2025\nroofer,NY,50000,2025\ncook,NY,x,2025\n"
    assert [where for where, _, _ in problems(wages_in, written(tmp_path, text))] == [":2", ":4"]


def test_what_is_no_table_is_refused(tmp_path):
    assert problems(wages_in, written(tmp_path, 'occupation,median,year\n"welder,50000,2025\n'))[0][1:] == (
        "",
        "this is not a table: unexpected end of data",
    )
    with pytest.raises(InputError, match="not a regular file"):
        wages_in(str(tmp_path))
    with pytest.raises(InputError, match="no such file"):
        wages_in(str(tmp_path / "none.csv"))


def test_prices(tmp_path):
    path = written(tmp_path, "item,area,amount,year\nrent_2br,NY,1100,2025\nInfant_Care_Center,,320.50,2024\n")
    rent, care = prices_in(path)
    assert (rent.item, rent.area, rent.amount, rent.year, rent.where) == ("rent_2br", "NY", 1100, 2025, f"{path}:2")
    assert (care.item, care.amount) == ("infant_care_center", 320.5)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("rent_2bd,NY,1100,2025", (":2", "item", "there is no item 'rent_2bd'")),
        (",NY,1100,2025", (":2", "item", "there is no item ''")),
        ("rent_2br,NY,12,2025", (":2", "amount", "12 is no price in USD/month")),
        ("infant_care_center,NY,30000,2025", (":2", "amount", "30000 is no price in USD/week")),
        ("rent_2br,NY,,2025", (":2", "amount", "it is blank")),
        ("rent_2br,NY,1100,", (":2", "year", "it is blank")),
    ],
)
def test_wrong_prices(line, expected, tmp_path):
    assert problems(prices_in, written(tmp_path, f"item,area,amount,year\n{line}\n")) == [expected]


def test_every_item_is_an_assumption_of_the_place():
    assert {name for name, _, _ in ITEMS.values()} == {
        "place.rents",
        "place.infant_care_center",
        "place.infant_care_family",
    }
