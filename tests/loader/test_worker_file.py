"""Files of workers: what is read of a line, and what is refused by its row and column."""

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.worker_file import workers_in
from mobcalc.schema.worker import Worker


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def it(text):
        (tmp_path / "w.csv").write_text(text)
        return workers_in("w.csv", 40.0)

    return it


def test_a_line_is_a_worker(read):
    text = (
        "id,wage,hours,adults,children,partner_earnings,disability,child_care,age\n"
        "ana,14.25,32,2,3;7,24000,no,subsidized,34\n"
        "\n"
        ",15,,,, ,YES,,\n"
    )
    assert read(text) == [
        Worker("ana", 14.25, 32.0, 2, (3, 7), 24_000.0, False, "subsidized", 34),
        Worker("4", 15.0, 40.0, disability=True),
    ]


def test_one_column_is_enough(read):
    assert read("wage\n14\n") == [Worker("2", 14.0, 40.0)]


HOME = "the table of taxes and benefits has no household of"
LARGEST = "it goes up to 2 adults, 2 children under 6 and 4 in all"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("wage\n", "w.csv: there is no worker in the file\n  hint: write a line for each worker"),
        ("pay\n14\n", None),
        ("wage,hours\n14,0\n", "w.csv:2: hours: it cannot be 0\n  hint: write 0.5 to 112"),
        ("wage\n0.14\n", "w.csv:2: wage: it cannot be 0.14\n  hint: write 1 to 500"),
        ("wage,adults\n14,1.5\n", "w.csv:2: adults: it cannot be 1.5\n  hint: write a whole number from 1 to 2"),
        ("wage,hours\n,40\n", "w.csv:2: wage: it is blank\n  hint: write what the worker is paid an hour"),
        ("wage\n$14\n", None),
        (
            "wage,children\n14,3\n14,3;x\n",
            "w.csv:3: children: 'x' is not the age of a child\n  hint: write ages from 0 to 17 with ; between them, such as 3;7",
        ),
        (
            "wage,children\n14,18\n",
            "w.csv:2: children: '18' is not the age of a child\n  hint: write ages from 0 to 17 with ; between them, such as 3;7",
        ),
        ("wage,disability\n14,maybe\n", "w.csv:2: disability: 'maybe' is neither yes nor no\n  hint: write yes or no"),
        (
            "wage,child_care\n14,free\n",
            "w.csv:2: child_care: 'free' is not who pays for child care\n  hint: write one of paid, subsidized, none",
        ),
        (
            "wage,partner_earnings\n14,20000\n",
            "w.csv:2: partner_earnings: a partner's earnings need a second adult\n  hint: write 2 in adults",
        ),
        (
            "wage,children\n14,1;2;3\n",
            f"w.csv:2: children: {HOME} 1 adult, 3 children under 6 and no children of 6 to 17\n"
            f"  hint: the nearest is 1 adult, 2 children under 6 and 1 child of 6 to 17; {LARGEST}",
        ),
        (
            "wage,adults,disability\n14,2,yes\n",
            f"w.csv:2: disability: {HOME} 2 adults with a disability, no children under 6 and no children of 6 to 17\n"
            f"  hint: the nearest is 2 adults, no children under 6 and no children of 6 to 17; {LARGEST}",
        ),
        (
            "wage,hours\n14,40,3\n",
            "w.csv:2: there are 3 cells in 2 columns\n  hint: write amounts without separators, 36000, and put texts with "
            'commas in quotes, "Jamestown, NY"',
        ),
    ],
)
def test_a_bad_line_is_one_error_that_names_row_and_column(read, text, error):
    with pytest.raises(InputError) as found:
        read(text)
    if error is not None:
        assert str(found.value) == f"error: {error}"
    assert found.value.problems[0].where.startswith("w.csv")


def test_every_bad_line_is_named(read):
    with pytest.raises(InputError) as found:
        read("wage,hours\n14,200\n15,40\n900,40\n")
    assert [(one.where, one.name) for one in found.value.problems] == [("w.csv:2", "hours"), ("w.csv:4", "wage")]
