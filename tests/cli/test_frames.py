"""What `import mobcalc` offers says what the commands say."""

import json
import subprocess
import sys

import numpy as np
import pytest

import mobcalc

CERTIFICATE = ["certificate"]


def test_importing_it_imports_nothing():
    script = "import sys, mobcalc; print(mobcalc.__version__, bool({'numpy', 'msgspec', 'typer'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout == f"{mobcalc.__version__} False\n"
    with pytest.raises(AttributeError, match="has no attribute 'salary'"):
        _ = mobcalc.salary


def test_compare_is_the_object_of_the_command(run):
    case = {"age": 35, "sex": "female", "state": "OH", "adults": 2, "children": [3, 7], "partner_earnings": 30_000}
    found = mobcalc.compare(case, pathways=CERTIFICATE, draws=100, seed=3, set={"economy.discount_rate": 0.04})
    words = ("--age", "35", "--sex", "female", "--state", "OH", "--adults", "2", "--kids", "3,7")
    drawn = ("--partner-earnings", "30000", "-p", "certificate", "--draws", "100", "--seed", "3")
    printed = run("compare", *words, *drawn, "--set", "economy.discount_rate=0.04", "--json").out
    assert json.loads(json.dumps(found)) == json.loads(printed)


def test_a_frame_has_the_rows_of_compare():
    people = {
        "id": ["A", "B"],
        "age": [30, 41],
        "wage": [17.5, float("nan")],
        "state": ["NY", None],
        "sex": ["male", None],
    }
    rows, refused = mobcalc.frame(people, pathways=CERTIFICATE, draws=100)
    assert not len(refused.get("id", []))
    for place, case in enumerate(({"age": 30, "wage": 17.5, "state": "NY", "sex": "male"}, {"age": 41})):
        alone = mobcalc.compare({**case, "id": people["id"][place]}, pathways=CERTIFICATE, draws=100)
        versus = alone["pathways"][1]["versus_baseline"]
        assert rows["gain"][place] == versus["gain"]["net_present_value"]
        assert rows["gain_p50"][place] == versus["gain_p50"]
        assert rows["chance_ahead"][place] == versus["chance_ahead"]
    assert rows["kept_reason"].tolist() == ["", "no_place"]
    assert np.isnan(rows["kept_gain"][1])


def test_numbers_that_are_none_and_ages_in_arrays_are_taken_as_they_are_meant():
    infinite = np.array([30.0, np.inf, -np.inf, np.nan])
    people = {"id": np.arange(4), "age": infinite, "children": [np.array([3, 7]), [], (), None], "state": ["NY"] * 4}
    rows, refused = mobcalc.frame(people, pathways=CERTIFICATE)
    assert rows["id"].tolist() == ["0"]
    assert rows["children"].tolist() == ["3;7"]
    assert refused["what"].tolist()[:2] == [f"'{sign}inf' is not a whole number from 16 to 90" for sign in ("", "-")]
    assert refused["what"][2] == "the age is not known"
    with pytest.raises(mobcalc.InputError, match="--wage"):
        mobcalc.compare({"wage": float("inf")})


def test_people_who_cannot_be_answered_are_refused():
    people = {"id": ["A", "B", ""], "age": [30, 12, 30]}
    rows, refused = mobcalc.frame(people, pathways=CERTIFICATE, kept=False)
    assert rows["id"].tolist() == ["A"]
    assert refused["row"].tolist() == [1, 2]
    assert refused["what"].tolist() == ["'12' is not a whole number from 16 to 90", "there is no id"]


def test_tables_give_tables():
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table({"id": ["A"], "age": [30], "children": [[3, 7]], "adults": [1], "state": ["NY"]})
    rows = mobcalc.frame(table, pathways=CERTIFICATE).rows
    arrays = mobcalc.frame({"id": ["A"], "age": [30], "children": ["3;7"], "state": ["NY"]}, pathways=CERTIFICATE).rows
    assert rows.column("kept_gain").to_pylist() == arrays["kept_gain"].tolist()


@pytest.mark.parametrize(
    ("value", "is_on"), [(0, False), (np.False_, False), ("no", False), (1, True), (np.True_, True)]
)
def test_a_switch_is_what_it_says(value, is_on):
    case = {"age": 30, "state": "NY", "adults": 1}
    found = mobcalc.compare({**case, "disability": value}, pathways=CERTIFICATE)
    assert found == mobcalc.compare({**case, "disability": is_on}, pathways=CERTIFICATE)


def test_one_child_and_one_time_out_need_no_list():
    case = {"age": 30, "state": "NY"}
    several = mobcalc.compare({**case, "child": [3], "out": ["40:1"]}, pathways=CERTIFICATE)
    assert mobcalc.compare({**case, "child": 3, "out": "40:1"}, pathways=CERTIFICATE) == several


def test_a_table_of_what_python_has_not_is_refused_by_row():
    pyarrow = pytest.importorskip("pyarrow")
    moments = pyarrow.array([1], pyarrow.int64()).cast(pyarrow.timestamp("ns"))
    refused = mobcalc.frame(pyarrow.table({"id": ["A"], "age": [30], "wage": moments})).refused
    assert refused.column("what").to_pylist() == ["'1970-01-01 00:00:00.000000001' is not a number"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: mobcalc.compare({"salary": 3}), "error: salary: a case has no such name"),
        (lambda: mobcalc.compare({"age": "young"}), "error: --age: person.start_age: 'young' is not a number"),
        (lambda: mobcalc.compare({"disability": "perhaps"}), "error: disability: 'perhaps' is neither yes nor no"),
        (lambda: mobcalc.compare({"county": True}), "error: --county: there is no county or city '1'"),
        (lambda: mobcalc.frame({"id": ["A"], "age": 30}), "error: age: it is no column"),
        (lambda: mobcalc.frame(42), "error: people: people cannot be read from what is int"),
        (lambda: mobcalc.frame({"age": [3]}), "error: id: there is no such column"),
        (lambda: mobcalc.frame({"id": ["A"], "age": [30], "town": ["X"]}), "error: town: a roster has no such column"),
        (lambda: mobcalc.frame({"id": ["A"], "age": [30, 31]}), "error: age: it has 2 rows and 'id' 1"),
    ],
)
def test_what_a_command_refuses_is_refused_in_its_words(call, said):
    with pytest.raises(mobcalc.InputError) as caught:
        call()
    assert str(caught.value).splitlines()[0] == said


def test_what_is_not_a_number_is_not_known_of_one_person_too():
    bare = mobcalc.compare({"age": 30, "hours": 40})
    assert mobcalc.compare({"age": 30.0, "hours": 40.0, "wage": float("nan"), "state": None, "id": None}) == bare


def test_people_may_come_one_by_one_and_one_pathway_alone():
    people = [{"id": "A", "age": 30, "wage": 20}, {"id": "B", "age": 31}]
    columns = {"id": ["A", "B"], "age": [30, 31], "wage": [20, None]}
    found, same = mobcalc.frame(people, pathways="certificate"), mobcalc.frame(columns, pathways=["certificate"])
    assert found.rows["gain"].tolist() == same.rows["gain"].tolist()
    assert set(found.rows["pathway"]) == {"certificate"}
    one = mobcalc.compare({"age": 30}, pathways="certificate")
    assert one["pathways"][1]["id"] == "certificate"


def test_what_pandas_does_not_know_is_unknown():
    pandas = pytest.importorskip("pandas")
    wages = pandas.array([20, None], dtype="Int64")
    people = pandas.DataFrame({"id": ["A", "B"], "age": [30, 31], "wage": wages})
    same = mobcalc.frame({"id": ["A", "B"], "age": [30, 31], "wage": [20, None]})
    assert mobcalc.frame(people).rows["gain"].tolist() == same.rows["gain"].tolist()
