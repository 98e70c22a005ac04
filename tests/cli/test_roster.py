"""`roster`: a row is that person's `compare --id` to the cent, whatever else is in the file and however it is cut."""

import csv
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from mobcalc.cli import roster_files, roster_ids, roster_parts, roster_run
from mobcalc.report import roster_work
from mobcalc.report.roster_work import Work

SAMPLE = Path(__file__).parents[2] / "benchmarks" / "roster_people" / "acs2024_people_sample.csv"
SOURCE = Path(__file__).parents[2] / "src"
MAPS = (
    "wage=hourly_wage",
    "hours=weekly_hours",
    "state=state_fips",
    "adults=adults_in_household",
    "children=children_ages",
)
MAPPED = [word for text in MAPS for word in ("--map", text)]
TRADES = "building-trades-apprenticeship"
PEOPLE = """id,age,sex,education,wage,hours,state,county,adults,children,partner_earnings,disability,years_out,program
A,19,male,high_school,15,40,NY,"Chautauqua",1,,,0,,north
B,34,female,some-college,22.50,32,Ohio,,2,3;7,31000,0,,north
C,45,f,,,0,39,,1,12,,1,3,south
D,28,,associate,61,,,,,,,,,south
E,61,male,less-than-hs,5,,TX,Travis,3,,,,,south
"""


@pytest.fixture
def people(tmp_path, monkeypatch):
    """A file of five people in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(PEOPLE)
    return Path("people.csv")


def rows(file):
    with Path(file).open(newline="") as opened:
        return list(csv.DictReader(opened))


FLAGS = {
    **{name: f"--{name}" for name in ("age", "sex", "education", "wage", "hours", "state", "county", "adults")},
    "years_out": "--years-out",
    "partner_earnings": "--partner-earnings",
}


def as_flags(row):
    """What `compare` is asked of the person of a row."""
    words = ["--id", row["id"], "-p", row["pathway"]]
    household = ("adults", "partner_earnings") if row["kept_reason"] == "" else ()
    for name, flag in FLAGS.items():
        if row.get(name) and (name in household or name not in ("adults", "partner_earnings")):
            words += [flag, {"f": "female"}.get(row[name], row[name])]
    if row["kept_reason"] == "":
        words += ["--kids", row["children"].replace(";", ",")] if row["children"] else []
        words += ["--disability"] if row.get("disability") == "1" else []
    return words


def check(run, row, draws):
    """Compare a row with the answer to that person alone."""
    found = run("compare", *as_flags(row), "--draws", draws, "--json")
    assert (found.code, found.err) == (0, ""), row
    pathway = json.loads(found.out)["pathways"][1]
    versus = pathway["versus_baseline"]
    alone = {"gain": versus["gain"]["net_present_value"], "first_decade_gain": versus["gain"]["first_decade_earnings"]}
    if row["kept_reason"] == "":
        alone["kept_gain"] = versus["gain"]["net_resources_present_value"]
    if pathway["completion_rate"] is not None:
        assert float(row["completion_rate"]) == pathway["completion_rate"], row["id"]
    if versus["completer_gain"] is not None:
        alone |= {f"{who}_gain": versus[f"{who}_gain"]["net_present_value"] for who in ("completer", "leaver")}
    if draws:
        names = ("gain_mean", "gain_p10", "gain_p50", "gain_p90", "chance_ahead", "chance_well_ahead")
        alone |= {name: versus[name] for name in names}
    for name, amount in alone.items():
        digits = 9 if "chance" in name else 2
        assert float(row[name]) == round(amount, digits) + 0.0, (row["id"], name)
    ages = versus["break_even_ages"]
    last = ages[-1]["age"] if ages and ages[-1]["direction"] == "ahead" else None
    assert (float(row["ahead_from"]) if row["ahead_from"] else None) == last


def test_each_row_is_that_persons_compare(run, people):
    found = run("roster", people, "-o", "gains.csv", "-p", TRADES, "-p", "associate-degree")
    assert (found.code, found.err) == (0, "")
    answer = rows("gains.csv")
    assert [(row["id"], row["pathway"]) for row in answer][:3] == [
        ("A", TRADES),
        ("A", "associate-degree"),
        ("B", TRADES),
    ]
    assert len(answer) == 10
    for row in answer:
        if row["reason"]:
            assert (row["id"], row["reason"], row["gain"]) == ("E", "longer_than_life", "")
        else:
            check(run, row, 100)
    by_id = {row["id"]: row for row in answer}
    assert by_id["E"]["notes"] == "wage_below_minimum"
    assert [by_id[name]["kept_reason"] for name in "ABCDE"] == ["", "", "", "no_place", "household_not_covered"]
    assert by_id["D"]["kept_gain"] == ""


@pytest.mark.parametrize("sex", ["male", ""])
def test_somebody_for_whom_no_training_fits_into_life_has_rows_without_figures(run, people, sex):
    Path("old.csv").write_text(f"id,age,sex,state\nA,64,{sex},NY\nB,30,{sex},NY\n")
    for draws in ("0", "100"):
        asked = ("-p", "bachelors-degree", "-p", TRADES, "--draws", draws, "--force")
        assert run("roster", "old.csv", "-o", "g.csv", *asked).code == 0
        answer = rows("g.csv")
        assert [(row["id"], row["reason"], bool(row["gain"])) for row in answer] == [
            *[("A", "longer_than_life", False)] * 2,
            *[("B", "", True)] * 2,
        ]


@pytest.mark.parametrize(("draws", "count"), [("0", 24), ("100", 8)])
def test_real_people_have_what_compare_says(run, tmp_path, monkeypatch, draws, count):
    monkeypatch.chdir(tmp_path)
    found = run(
        "roster", SAMPLE, *MAPPED, "-o", "g.csv", "-p", TRADES, "-p", "certificate", "--draws", draws, "--earned-only"
    )
    assert (found.code, found.err) == (0, "")
    answer = rows("g.csv")
    assert len(answer) == 20_000
    assert all(row["gain"] or row["reason"] for row in answer)
    for row in random.Random(4).sample(answer, count):
        check(run, row, int(draws))


def test_what_households_of_real_people_keep(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = SAMPLE.read_text().splitlines(keepends=True)
    Path("some.csv").write_text("".join(lines[:301]))
    assert run("roster", "some.csv", *MAPPED, "-o", "g.csv", "-p", TRADES, "--draws", "0").code == 0
    answer = rows("g.csv")
    assert {row["kept_reason"] for row in answer} == {"", "household_not_covered"}
    assert all(bool(row["kept_gain"]) == (row["kept_reason"] == "") for row in answer)
    for row in random.Random(5).sample([row for row in answer if row["kept_gain"]], 12):
        check(run, row, 0)
    assert (
        run("roster", "some.csv", *MAPPED, "-o", "n.csv", "-p", TRADES, "--draws", "0", "--nearest-household").code == 0
    )
    assert {row["kept_reason"] for row in rows("n.csv")} == {"", "nearest_household"}
    assert all(row["kept_gain"] for row in rows("n.csv"))


BAD = """id,age,sex,education,wage,state,adults,children,partner_earnings,pathway
A,19,male,,15,NY,1,,,
,20,male,,,,,,,
C,,male,,,,,,,
D,21,men,,,,,,,
E,22,male,phd,,,,,,
F,23,male,,"$17.50",,,,,
G,24,male,,,Atlantis,,,,
H,25,male,,,,1,3;30,,
I,26,male,,,,1,,9000,
J,27,male,,,,,,,welding
K,28,male,,0.50,,,,,
L,99,male,,,,,,,
M,29,male
"""


def test_bad_rows_go_to_their_own_file_and_the_rest_goes_on(run, people):
    Path("bad.csv").write_text(BAD)
    found = run("roster", "bad.csv", "-o", "g.csv", "-p", "certificate", "--draws", "0", "--errors", "e.csv")
    assert found.code == 3
    assert found.err == "error: bad.csv: 12 rows were refused\n  hint: e.csv says why\n"
    assert [row["id"] for row in rows("g.csv")] == ["A"]
    wrong = {row["row"]: (row["id"], row["column"], row["what"]) for row in rows("e.csv")}
    assert wrong == {
        "3": ("", "id", "there is no id"),
        "4": ("C", "age", "the age is not known"),
        "5": ("D", "sex", "unknown word 'men'"),
        "6": ("E", "education", "unknown word 'phd'"),
        "7": ("F", "wage", "'$17.50' is not a number"),
        "8": ("G", "state", "there is no state 'Atlantis'"),
        "9": ("H", "children", "'30' is not the age of a child in whole years"),
        "10": ("I", "partner_earnings", "a partner's earnings need a second adult in the household"),
        "11": ("J", "pathway", "welding: there is no pathway of this id"),
        "12": ("K", "wage", "'0.50' is not a number from 1 to 500"),
        "13": ("L", "age", "'99' is not a whole number from 16 to 90"),
        "14": ("M", "", "it has 3 cells and the first line 10"),
    }
    assert all(row["hint"] for row in rows("e.csv"))


def test_rows_are_counted_on_through_all_blocks_and_chunks(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(roster_files, "CHUNK", 5)
    monkeypatch.setattr(roster_files, "SOME", 2)
    Path("odd.csv").write_text("id,age\nA, 30\nB,30 \nC\nD,30\nE,\nF,31,x\nG,30\n\nH,30\nI,x\n")
    found = run("roster", "odd.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0", "--earned-only", "--errors", "e.csv")
    assert found.code == 3
    assert [row["id"] for row in rows("g.csv")] == ["A", "B", "D", "G", "H"]
    assert len({row["gain"] for row in rows("g.csv")}) == 1
    assert [(row["row"], row["id"], row["what"]) for row in rows("e.csv")] == [
        ("4", "C", "it has 1 cells and the first line 2"),
        ("6", "E", "the age is not known"),
        ("7", "F", "it has 3 cells and the first line 2"),
        ("11", "I", "'x' is not a number"),
    ]


def test_without_a_file_for_them_the_first_are_printed(run, people):
    Path("bad.csv").write_text(BAD)
    found = run("roster", "bad.csv", "-o", "g.csv", "-p", "certificate", "--draws", "0")
    assert found.code == 3
    assert found.err.startswith(
        "error: bad.csv: row 3: id: there is no id\n  hint: give each person one of their own\n"
    )
    assert "error: bad.csv: 7 more rows were refused\n  hint: add --errors FILE.csv for all of them\n" in found.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody.csv", "-o", "g.csv"), "error: nobody.csv: it cannot be read: No such file or directory"),
        (("people.txt", "-o", "g.csv"), "error: people.txt: there is no roster of the ending '.txt'"),
        (("people.csv", "-o", "g.csv", "--map", "wage=pay"), "error: --map wage=pay: people.csv has no column 'pay'"),
        (("people.csv", "-o", "g.csv", "--map", "salary=wage"), "error: --map: a roster has no column 'salary'"),
        (("people.csv", "-o", "g.csv", "--summary", "county"), "error: --summary: 'county' names no columns"),
        (("people.csv", "-o", "g.csv", "--summary", "by=town"), "error: --summary: people.csv has no column 'town'"),
        (("people.csv", "-o", "people.csv"), "error: people.csv: this file is read from, so it is not written to"),
        (("people.csv", "--resume"), "error: --resume: the rows are printed, so there is nothing else to do"),
        (("people.csv", "-o", "g.csv", "-p", "welding"), "error: --pathway: welding: there is no pathway of this id"),
        (("people.csv", "-o", "g.csv", "--draws", "7"), "error: --draws: 7 lives are too few"),
        (("people.csv", "-o", "g.csv", "--errors", "./g.csv"), "error: --errors: ./g.csv is where the rows go"),
        (("nobody_in_it.csv", "-o", "g.jsonl"), "error: nobody_in_it.csv: there is nobody in it"),
        (("latin.csv", "-o", "g.csv"), "error: latin.csv: it is not in UTF-8"),
        (("empty.csv", "-o", "g.csv"), "error: empty.csv: there is no line of names"),
        (("nameless.csv", "-o", "g.csv"), "error: nameless.csv: there is no column 'id'"),
    ],
)
def test_what_cannot_be_used_at_all_is_refused(run, people, words, said):
    Path("empty.csv").write_text("")
    Path("nobody_in_it.csv").write_text("id,age\n")
    Path("latin.csv").write_bytes(b"id,age\n\xe9,30\n")
    Path("nameless.csv").write_text("name,age\nA,3\n")
    found = run("roster", *words)
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines()[0] == said
    assert not list(Path().glob("g.*"))


def test_where_the_first_are_all_refused_the_rows_have_their_names(run, people, monkeypatch):
    monkeypatch.setattr(roster_files, "CHUNK", 2)
    Path("late.csv").write_text("id,age\nA,1_8\nB,3\nC,30\n")
    assert run("roster", "late.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0").code == 3
    assert [row["id"] for row in rows("g.csv")] == ["C"]
    Path("late.csv").write_text("id,age\nA,1_8\nB,3\n")
    found = run("roster", "late.csv", "-o", "n.csv", "-p", TRADES, "--draws", "0")
    assert (found.code, found.out) == (3, "")
    assert "error: late.csv: row 2: age: '1_8' is not a number (id A)\n" in found.err
    assert not list(Path().glob("n.*"))


def test_any_cut_of_the_file_gives_the_same_bytes(run, people, monkeypatch):
    asked = ("-p", TRADES, "--summary", "by=program")
    whole = run("roster", people, "-o", "whole.csv", *asked, "--json")
    monkeypatch.setattr(roster_files, "CHUNK", 2)
    cut = run("roster", people, "-o", "cut.csv", *asked, "--json")
    assert Path("cut.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert cut.out == whole.out


def test_what_does_not_fit_is_the_same_when_the_same_people_come_again(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(roster_files, "CHUNK", 1)
    Path("late.csv").write_text("id,age,sex,wage\nA,63,male,15\nB,63,male,15\nC,40,male,15\nD,40,male,15\n")
    asked = ("-p", TRADES, "-p", "certificate", "--draws", "0", "--earned-only")
    assert run("roster", "late.csv", "-o", "g.csv", *asked).code == 0
    found = [[value for name, value in row.items() if name != "id"] for row in rows("g.csv")]
    assert (found[:2], found[4:6]) == (found[2:4], found[6:])
    assert [row["reason"] for row in rows("g.csv")] == ["longer_than_life", "", "longer_than_life", "", "", "", "", ""]


def test_json_lines_and_csv_have_the_same_people(run, people):
    with people.open(newline="") as opened:
        objects = [{name: value or None for name, value in row.items()} for row in csv.DictReader(opened)]
    objects[1] |= {"age": 34, "wage": 22.5, "children": [3, 7], "adults": 2, "disability": False}
    Path("people.jsonl").write_text("".join(json.dumps(one) + "\n" for one in objects) + "{broken\n")
    assert run("roster", people, "-o", "g.csv", "-p", TRADES, "--draws", "0").code == 0
    found = run("roster", "people.jsonl", "-o", "g.jsonl", "-p", TRADES, "--draws", "0")
    assert found.code == 3
    assert "row 6: it is no JSON object" in found.err
    answer = [json.loads(line) for line in Path("g.jsonl").read_text().splitlines()]
    assert [(row["id"], row["gain"]) for row in answer] == [
        (row["id"], float(row["gain"]) if row["gain"] else None) for row in rows("g.csv")
    ]


def test_an_object_within_objects_is_no_row_and_ends_nothing(run, people):
    deep = '{"id":"B","age":30,"more":' + "[" * 100_000 + "]" * 100_000 + "}"
    Path("people.jsonl").write_text('{"id":"A","age":30}\n' + deep + "\n")
    found = run("roster", "people.jsonl", "-o", "g.csv", "-p", TRADES, "--draws", "0")
    assert (found.code, [row["id"] for row in rows("g.csv")]) == (3, ["A"])
    assert "row 2: it is no JSON object" in found.err


def test_where_nobody_is_there_is_no_file_of_errors(run, people):
    Path("nobody.csv").write_text("id,age\n")
    found = run("roster", "nobody.csv", "-o", "g.csv", "--errors", "e.csv", "-p", TRADES)
    assert (found.code, found.err.splitlines()[0]) == (2, "error: nobody.csv: there is nobody in it")
    assert sorted(path.name for path in Path().iterdir()) == ["nobody.csv", "people.csv"]


def test_parquet_in_and_out(run, people):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import csv as arrow_csv
    from pyarrow import parquet

    parquet.write_table(arrow_csv.read_csv(people), "people.parquet")
    assert run("roster", people, "-o", "g.csv", "-p", TRADES, "--draws", "0").code == 0
    assert run("roster", "people.parquet", "-o", "g.parquet", "-p", TRADES, "--draws", "0").code == 0
    table = parquet.read_table("g.parquet")
    assert table.schema.field("gain").type == pyarrow.float64()
    assert table.column("id").to_pylist() == [row["id"] for row in rows("g.csv")]
    assert table.column("gain").to_pylist() == [float(row["gain"]) if row["gain"] else None for row in rows("g.csv")]


def test_parquet_of_what_no_text_is_or_python_has_not_is_read_or_refused_by_column(run, people):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    nanoseconds = pyarrow.array([1, None], pyarrow.int64()).cast(pyarrow.timestamp("ns"))
    wages = pyarrow.array([float("nan"), float("inf")])
    known = {"id": ["A", "B"], "age": [30, 30], "wage": wages, "seen": nanoseconds}
    parquet.write_table(pyarrow.table(known), "people.parquet")
    asked = ("-p", TRADES, "--draws", "0", "--earned-only", "--summary", "by=seen")
    found = run("roster", "people.parquet", "-o", "g.csv", *asked)
    assert found.code == 3
    assert found.err.startswith("error: people.parquet: row 2: wage: 'inf' is not a number from 1 to 500 (id B)\n")
    assert [(row["id"], row["wage"], row["seen"]) for row in rows("g.csv")] == [
        ("A", "", "1970-01-01 00:00:00.000000001")
    ]
    known["age"] = pyarrow.array([b"\xff", b"30"]).view(pyarrow.string())
    parquet.write_table(pyarrow.table(known), "people.parquet")
    found = run("roster", "people.parquet", "-o", "n.csv", *asked)
    assert (found.code, found.err.splitlines()[0]) == (2, "error: people.parquet: column 'age' is not in UTF-8")
    whole = Path("people.parquet").read_bytes()
    Path("people.parquet").write_bytes(whole.replace(whole[4:20], b"\xff" * 16, 1))
    found = run("roster", "people.parquet", "-o", "n.csv", *asked)
    assert (found.code, found.err.startswith("error: people.parquet: it cannot be read: ")) == (2, True)
    assert "None" not in found.err and not list(Path().glob("n.*"))


def test_parquet_without_pyarrow_says_what_to_install(run, people, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    found = run("roster", people, "-o", "g.parquet", "-p", TRADES)
    assert found.code == 2
    assert found.err == (
        "error: g.parquet: Parquet needs pyarrow, which is not installed\n"
        "  hint: install it with: pip install 'mobcalc[roster]'\n"
    )


def test_an_interrupted_run_that_is_resumed_is_one_run(run, people, monkeypatch):
    asked = ("-p", TRADES, "--summary", "by=program", "--errors", "e.csv", "--json")
    Path("people.csv").write_text(PEOPLE + "Z,3,,,,,,,,,,,,north\n")
    whole = run("roster", people, "-o", "whole.csv", *asked)
    Path("e.csv").rename("whole_errors.csv")
    monkeypatch.setattr(roster_files, "CHUNK", 2)
    original, done = roster_parts.answered, []

    def interrupted(*arguments, **named):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(1)
        return original(*arguments, **named)

    monkeypatch.setattr(roster_parts, "answered", interrupted)
    found = run("roster", people, "-o", "g.csv", *asked)
    assert (found.code, found.err) == (
        130,
        "error: interrupted: the first 4 rows of people.csv are whole in g.csv.partial\n"
        "  hint: add --resume to go on with it\n",
    )
    assert not Path("g.csv").exists()
    assert len(rows("g.csv.partial")) == 4
    monkeypatch.setattr(roster_parts, "answered", original)
    # A chunk that was half written is cut off.
    with Path("g.csv.partial").open("a") as file:
        file.write("Q,half a row")
    again = run("roster", people, "-o", "g.csv", *asked)
    assert again.code == 4
    assert "g.csv.partial: an earlier run was interrupted and has left its rows" in again.err
    other = run("roster", people, "-o", "g.csv", *asked, "--resume", "--seed", "1")
    assert other.code == 2
    assert "g.csv.progress: the earlier run was asked something else" in other.err
    resumed = run("roster", people, "-o", "g.csv", *asked, "--resume")
    assert (resumed.code, resumed.out, resumed.err) == (whole.code, whole.out, whole.err)
    assert Path("g.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert Path("e.csv").read_bytes() == Path("whole_errors.csv").read_bytes()
    assert not Path("g.csv.partial").exists() and not Path("g.csv.progress").exists()


NO_WAGE = "1 person has no wage, and is taken to be paid what people like them are."
ASKED = ("-p", TRADES, "--draws", "0", "--earned-only", "--errors", "e.csv", "--json")


@pytest.fixture
def whole(run, people):
    """What one run of the people writes and says, and its files."""
    Path("people.csv").write_text(PEOPLE + "Z,3,,,,,,,,,,,,north\n")
    found = run("roster", "people.csv", "-o", "whole.csv", *ASKED)
    Path("e.csv").rename("whole_errors.csv")
    return found


def same_as(whole, found):
    """Whether answers and files are the same to the byte, and nothing is left beside them."""
    assert (found.code, found.out, found.err) == (whole.code, whole.out, whole.err)
    assert Path("g.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert Path("e.csv").read_bytes() == Path("whole_errors.csv").read_bytes()
    assert sorted(path.name for path in Path().iterdir()) == [
        "e.csv",
        "g.csv",
        "people.csv",
        "whole.csv",
        "whole_errors.csv",
    ]


class Killed(BaseException):
    """The end of a process, which says nothing and leaves files as they are."""


def killed_after(steps, monkeypatch):
    """End the process once so many steps are done on the files of an answer."""
    left = [steps]

    def dying(original):
        def one_step(path, *arguments, **named):
            if path.name.startswith(("g.csv", "e.csv")):
                if not left[0]:
                    raise Killed
                left[0] -= 1
            return original(path, *arguments, **named)

        return one_step

    for name in ("replace", "unlink", "open"):
        monkeypatch.setattr(Path, name, dying(getattr(Path, name)))


def test_a_run_that_is_killed_between_any_two_steps_can_be_gone_on_with(run, whole, monkeypatch, capfdbinary):
    monkeypatch.setattr(roster_files, "CHUNK", 3)
    for steps in range(100):
        try:
            with monkeypatch.context() as patched:
                killed_after(steps, patched)
                run("roster", "people.csv", "-o", "g.csv", *ASKED)
            break
        except Killed:
            # Its summary may be printed already.
            capfdbinary.readouterr()
            same_as(whole, run("roster", "people.csv", "-o", "g.csv", *ASKED, "--resume"))
        Path("g.csv").unlink()
        Path("e.csv").unlink()
    assert 10 < steps < 99


def test_rows_are_gone_on_with_from_another_folder(run, whole, monkeypatch):
    monkeypatch.setattr(roster_files, "CHUNK", 2)
    original = Work.add

    def interrupted(self, *arguments):
        original(self, *arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Work, "add", interrupted)
        assert run("roster", Path("people.csv").resolve(), "-o", "g.csv", *ASKED).code == 130
    there = Path.cwd()
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    words = ["../e.csv" if word == "e.csv" else word for word in ASKED]
    other = run("roster", there / "people.csv", "-o", "../g.csv", *words[:4], "--resume")
    assert (other.code, "the earlier run was asked something else" in other.err) == (2, True)
    found = run("roster", there / "people.csv", "-o", "../g.csv", *words, "--resume")
    monkeypatch.chdir(there)
    assert (found.code, found.out) == (whole.code, whole.out)
    assert Path("g.csv").read_bytes() == Path("whole.csv").read_bytes()


def test_a_run_with_a_file_of_errors_is_not_gone_on_with_without_one(run, whole, monkeypatch):
    monkeypatch.setattr(roster_files, "CHUNK", 2)
    original, without = Work.add, [word for word in ASKED if word not in ("--errors", "e.csv")]

    def interrupted(self, *arguments):
        original(self, *arguments)
        raise KeyboardInterrupt

    for begun, gone_on in ((ASKED, without), (without, ASKED)):
        with monkeypatch.context() as patched:
            patched.setattr(Work, "add", interrupted)
            assert run("roster", "people.csv", "-o", "g.csv", *begun, "--force").code == 130
        before = {path: path.read_bytes() for path in Path().iterdir()}
        found = run("roster", "people.csv", "-o", "g.csv", *gone_on, "--resume")
        assert (found.code, found.err) == (
            2,
            "error: g.csv.progress: the earlier run was asked something else, or of another file or version\n"
            "  hint: ask the same, or begin anew with --force\n",
        )
        assert {path: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize("end", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_parquet_file_that_is_half_written_is_not_left(run, people, monkeypatch, end):
    parquet = pytest.importorskip("pyarrow.parquet")

    def half_written(_, target):
        target.write_bytes(b"PAR1")
        raise end

    asked = ("-o", "g.parquet", "-p", TRADES, "--draws", "0", "--earned-only")
    with monkeypatch.context() as patched:
        patched.setattr(roster_work, "write_parquet", half_written)
        assert run("roster", people, *asked).code == (130 if isinstance(end, KeyboardInterrupt) else 2)
    left = ["g.parquet.partial", "g.parquet.progress", "people.csv"]
    assert sorted(path.name for path in Path().iterdir()) == left
    assert run("roster", people, *asked, "--resume").code == 0
    assert parquet.read_table("g.parquet").column("id").to_pylist() == list("ABCDE")
    assert sorted(path.name for path in Path().iterdir()) == ["g.parquet", "people.csv"]


def test_where_it_is_not_known_how_far_a_run_came_that_is_said(run, people):
    Path("g.csv.partial").write_text("id,age\nA,19\n")
    found = run("roster", people, "-o", "g.csv", *ASKED, "--resume")
    assert (found.code, found.err) == (
        4,
        "error: g.csv.partial: how far the earlier run came is not known without g.csv.progress\n"
        "  hint: begin anew with --force\n",
    )


def test_a_disk_that_is_full_from_the_start_keeps_nothing_of_an_earlier_run(run, people, monkeypatch):
    Path("g.csv.partial").write_text("x" * 5000)
    Path("g.csv.progress").write_text('{"question":"another","rows":4,"sizes":[5000,0],"state":{}}')
    full = OSError(28, "No space left on device")
    monkeypatch.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(full))
    found = run("roster", people, "-o", "g.csv", *ASKED, "--force")
    assert (found.code, found.err) == (
        2,
        "error: g.csv.progress.new: it cannot be written: No space left on device; nothing was kept\n"
        "  hint: make room, or name another folder\n",
    )
    assert b"\0" not in Path("g.csv.partial").read_bytes()


FULL = """
import resource, signal, sys
from mobcalc.cli import roster_files
from mobcalc.cli.main import main
roster_files.CHUNK = 2
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(main(sys.argv[2:]))
"""


def test_a_full_disk_leaves_whole_rows_and_says_so(run, people):
    asked = ("roster", "people.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0", "--earned-only")
    words, surroundings = [sys.executable, "-c", FULL, "900", *asked], {**os.environ, "PYTHONPATH": str(SOURCE)}
    full = subprocess.run(words, capture_output=True, text=True, check=False, env=surroundings)
    assert full.returncode == 2, full.stderr
    assert full.stderr.startswith("error: g.csv.partial: it cannot be written: File too large; the first ")
    assert "rows of the input are whole in g.csv.partial\n  hint: make room and add --resume\n" in full.stderr
    kept = Path("g.csv.partial").read_text()
    assert kept.endswith("\n") and all(line.count(",") == kept.splitlines()[0].count(",") for line in kept.splitlines())
    assert run(*asked, "--resume").code == 0
    assert run("roster", people, "-o", "whole.csv", *asked[4:]).code == 0
    assert Path("g.csv").read_bytes() == Path("whole.csv").read_bytes()


def test_a_row_may_name_pathways_of_its_own_into_an_occupation_too(run, people):
    Path("own.csv").write_text(
        "id,age,sex,state,pathway\nA,20,male,OH,certificate;associate-degree\nB,20,male,OH,apprenticeship-47-2111\n"
        "C,20,male,OH,\n"
    )
    assert run("roster", "own.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0").code == 0
    answer = rows("g.csv")
    assert [(row["id"], row["pathway"]) for row in answer] == [
        ("A", "certificate"),
        ("A", "associate-degree"),
        ("B", "apprenticeship-47-2111"),
        ("C", TRADES),
    ]
    found = run("compare", "--age", "20", "--sex", "male", "--state", "OH", "--occupation", "electrician", "--json")
    paths = {one["id"]: one for one in json.loads(found.out)["pathways"]}
    gain = paths["apprenticeship-47-2111"]["versus_baseline"]["gain"]["net_present_value"]
    assert float(answer[2]["gain"]) == gain


def test_who_finishes_is_said_of_men_and_women_together_and_of_both_steps_of_two(run, people):
    Path("own.csv").write_text("id,age,sex,state\nA,20,,OH\nB,20,male,OH\n")
    assert run("roster", "own.csv", "-o", "g.csv", "--occupation", "CNA to LPN", "--draws", "0").code == 0
    found = run("compare", "--age", "20", "--state", "OH", "--occupation", "CNA to LPN", "--draws", "0", "--json")
    rates = {one["id"]: one["completion_rate"] for one in json.loads(found.out)["pathways"]}
    assert rates["ladder-31-1131-29-2061"] < min(rates["certificate-31-1131"], rates["certificate-29-2061"])
    answer = rows("g.csv")
    assert len(answer) == 2 * (len(rates) - 1)
    for row in answer:
        assert (float(row["completion_rate"]) if row["completion_rate"] else None) == rates[row["pathway"]], row


def test_a_program_stands_for_its_pathways(run, people):
    Path("programs.yaml").write_text("# whose they are\nnorth: certificate\nsouth: [associate-degree, certificate]\n")
    asked = ("-p", TRADES, "--draws", "0", "--earned-only", "--programs", "programs.yaml")
    assert run("roster", people, "-o", "g.csv", *asked).code == 0
    assert [(row["id"], row["pathway"]) for row in rows("g.csv")][:4] == [
        ("A", "certificate"),
        ("B", "certificate"),
        ("C", "associate-degree"),
        ("C", "certificate"),
    ]
    Path("programs.yaml").write_text("north: certificate\n")
    found = run("roster", people, "-o", "n.csv", *asked)
    assert found.code == 3
    said = "error: people.csv: row 4: program: there is no program 'south' (id C)\n  hint: known: north\n"
    assert found.err.startswith(said)
    Path("programs.yaml").write_text("north:\n")
    found = run("roster", people, "-o", "o.csv", *asked)
    assert (found.code, found.err.splitlines()[0]) == (2, "error: programs.yaml:1: north: it names no pathway")


def test_the_summary_weighs_people_and_leaves_small_groups_out(run, people):
    lines = ["id,age,sex,program,weight"]
    lines += [f"N{place},{18 + place},male,north,{1 + place}" for place in range(12)]
    lines += [f"S{place},30,female,south,1" for place in range(9)]
    Path("many.csv").write_text("\n".join(lines) + "\n")
    found = run("roster", "many.csv", "-o", "g.csv", "-p", TRADES, "--summary", "by=program", "--json")
    assert (found.code, found.err) == (0, "")
    summary = json.loads(found.out)
    (north,) = summary["groups"]
    assert (north["group"], north["people"], north["weight"], summary["left_out"], summary["left_out_people"]) == (
        ["north"],
        12,
        78.0,
        1,
        9,
    )
    own = [row for row in rows("g.csv") if row["program"] == "north"]
    weights = [1 + place for place in range(12)]
    for name in ("gain", "gain_mean", "chance_well_ahead"):
        mean = sum(w * float(row[name]) for w, row in zip(weights, own, strict=True)) / sum(weights)
        assert north[name] == pytest.approx(mean, abs=0.01)
    assert north["gain_mean_p10"] < north["gain_mean"] < north["gain_mean_p90"]


def test_everybody_has_the_same_draws_of_the_assumptions(run, people):
    """The interval of a group is as wide as that of one person like all of them: it does not shrink with their number."""
    widths = []
    for count in (10, 40):
        Path("many.csv").write_text("id,age,sex\n" + "".join(f"P{place},30,male\n" for place in range(count)))
        found = run("roster", "many.csv", "-o", "g.csv", "-p", TRADES, "--json", "--force")
        (group,) = json.loads(found.out)["groups"]
        widths.append((group["gain_mean_p10"], group["gain_mean_p90"], group["gain_mean"]))
    assert widths[0] == widths[1]


def test_the_summary_on_a_screen(as_golden, people):
    lines = ["id,age,sex,state,wage,program"]
    lines += [
        f"P{place},{18 + place % 30},{'male' if place % 3 else 'female'},NY,{8 + place},{'north' if place % 2 else 'south'}"
        for place in range(60)
    ]
    Path("many.csv").write_text("\n".join(lines) + "\n")
    as_golden(
        "roster-summary.txt",
        "roster",
        "many.csv",
        "-o",
        "g.csv",
        "-p",
        TRADES,
        "-p",
        "certificate",
        "--summary",
        "by=program",
    )
    as_golden(
        "roster-summary-es.txt",
        "roster",
        "many.csv",
        "-o",
        "e.csv",
        "-p",
        TRADES,
        "--summary",
        "by=program",
        "--lang",
        "es",
    )


def test_rows_are_printed_where_no_file_is_named(run, people):
    found = run("roster", people, "-p", TRADES, "--draws", "0", "--earned-only")
    assert (found.code, found.err) == (0, "")
    assert found.out.splitlines()[0].startswith("id,age,sex,education,wage,")
    assert len(found.out.splitlines()) == 6


def test_a_name_is_no_formula_in_a_spreadsheet(run, people):
    Path("names.csv").write_text("id,age\n=1+1,30\n")
    assert run("roster", "names.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0").code == 0
    assert rows("g.csv")[0]["id"] == "'=1+1"


def test_a_run_says_how_far_it_is_on_a_terminal_alone(monkeypatch, capsys):
    monkeypatch.setattr(roster_run, "SILENT", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    told = roster_run.Told()
    told.say(1234)
    told.end()
    assert "\r1,234 people" in capsys.readouterr().err


def test_the_household_of_everybody_is_in_usual_circumstances(run, people):
    found = run("roster", people, "-o", "g.csv", "-p", TRADES, "--set", "person.voucher=true")
    assert found.code == 2
    assert "person.voucher: what households keep is not known for many people in these circumstances" in found.err


def test_an_id_has_lives_of_its_own_and_changes_no_point(run):
    asked = ("compare", "-p", TRADES, "--sex", "male", "--draws", "100", "--json")
    plain, one, again, other = (
        json.loads(run(*asked, *words).out) for words in ((), ("--id", "A"), ("--id", "A"), ("--id", "B"))
    )
    assert one == again
    assert ("id" in plain, one["id"], other["id"]) == (False, "A", "B")
    versus = [found["pathways"][1]["versus_baseline"] for found in (plain, one, other)]
    assert len({found["gain"]["net_present_value"] for found in versus}) == 1
    assert len({found["gain_p50"] for found in versus}) == 3
    assert versus[1]["gain_mean"] == versus[2]["gain_mean"]


def test_a_low_wage_is_kept_with_an_id_alone(run):
    refused = run("compare", "--wage", "6", "--state", "TX", "--draws", "0")
    assert refused.code == 2
    kept = run("compare", "--wage", "6", "--state", "TX", "--draws", "0", "--id", "A", "--json")
    assert (kept.code, kept.err) == (0, "")
    assert any("below the minimum wage of $7.25" in said for said in json.loads(kept.out)["warnings"])


def test_an_id_is_of_one_person(run, people):
    empty = run("compare", "--id", " ")
    assert (empty.code, empty.err.splitlines()[0]) == (2, "error: --id: the id is empty")
    Path("a.yaml").write_text("person:\n  age: 30\n")
    two = run("compare", "a.yaml", "--also", "a.yaml", "--id", "A")
    assert (two.code, two.err.splitlines()[0]) == (2, "error: --id: it is of one person, and several are given")


def summary(run, *words):
    found = run("roster", *words, "--draws", "0", "--force", "--json")
    assert found.code == 0, found.err
    return json.loads(found.out)


def test_columns_that_nothing_is_read_from_are_named(run, people):
    Path("own.csv").write_text("ID,Age,hourly_pay,Site\nA,30,20,x\n")
    asked = ("own.csv", "-p", TRADES)
    assert summary(run, *asked, "-o", "g.csv")["unread"] == ["hourly_pay", "Site"]
    assert summary(run, *asked, "-o", "g.csv", "--summary", "by=Site")["unread"] == ["hourly_pay"]
    assert summary(run, *asked, "-o", "g.csv", "--map", "wage=hourly_pay")["unread"] == ["Site"]
    found = run("roster", *asked, "--draws", "0")
    assert (found.code, found.err) == (0, "")
    said = " ".join(run("roster", *asked, "-o", "g.csv", "--draws", "0", "--force").out.split())
    nobody = (
        "Nothing was read from these columns: hourly_pay, Site. No column has wages: --map wage=COLUMN says which one"
    )
    assert nobody in said
    mapped = ("--map", "wage=hourly_pay", "-o", "g.csv", "--draws", "0", "--force")
    assert "No column has wages" not in run("roster", *asked, *mapped).out


def test_a_column_that_looks_like_one_that_is_not_there_is_named_beside_rows_too(run, people):
    Path("own.csv").write_text("id,age,Wages,State,site\nA,30,20,NY,x\n")
    found = run("roster", "own.csv", "-p", TRADES, "--draws", "0")
    assert (found.code, found.err) == (0, "note: nothing was read from 'Wages', did you mean wage?\n")
    Path("own.csv").write_text("id,age,Wages,wage\nA,30,20,20\n")
    assert run("roster", "own.csv", "-p", TRADES, "--draws", "0").err == ""


def test_a_name_differs_by_large_letters_alone(run, people):
    Path("own.csv").write_text("ID,AGE,Wage\nA,30,20\n")
    Path("same.csv").write_text("id,age,wage\nA,30,20\n")
    asked = ("-p", TRADES, "--draws", "0")
    assert run("roster", "own.csv", *asked).out == run("roster", "same.csv", *asked).out
    Path("both.csv").write_text("id,age,Wage,wage\nA,30,99,20\n")
    assert run("roster", "both.csv", *asked).out == run("roster", "same.csv", *asked).out


def test_an_empty_line_is_nobody(run, people):
    Path("gaps.csv").write_text("id,age\n\nA,30\n\n,31\n\n")
    found = run("roster", "gaps.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0", "--errors", "e.csv")
    assert (found.code, [row["id"] for row in rows("g.csv")]) == (3, ["A"])
    assert [(row["row"], row["what"]) for row in rows("e.csv")] == [("5", "there is no id")]
    Path("gaps.csv").write_text("id,age\n\n")
    for words in ((), ("-o", "n.csv")):
        found = run("roster", "gaps.csv", *words, "-p", TRADES, "--draws", "0")
        assert (found.code, "gaps.csv: there is nobody in it" in found.err) == (2, True)


def test_what_is_kept_stands_beside_the_gain_of_the_same_people(run, people):
    known = [f"K{number},30,male,20,NY,1" for number in range(10)]
    other = [f"O{number},45,male,40,NY,3" for number in range(10)]
    Path("mixed.csv").write_text("\n".join(["id,age,sex,wage,state,adults", *known, *other]))
    Path("known.csv").write_text("\n".join(["id,age,sex,wage,state,adults", *known]))
    (both,) = summary(run, "mixed.csv", "-o", "g.csv", "-p", TRADES)["groups"]
    (alone,) = summary(run, "known.csv", "-o", "g.csv", "-p", TRADES)["groups"]
    assert (both["people"], both["kept_people"]) == (20, 10)
    assert both["gain"] < alone["gain"] == both["gain_of_kept"] == alone["gain_of_kept"]
    assert both["kept_gain"] == alone["kept_gain"]
    # The few of whom it is not known would be known by the difference.
    Path("few.csv").write_text("\n".join(["id,age,sex,wage,state,adults", *known, other[0]]))
    (few,) = summary(run, "few.csv", "-o", "g.csv", "-p", TRADES)["groups"]
    assert (few["kept_people"], few["kept_gain"], few["gain_of_kept"]) == (10, None, None)


def test_people_without_a_wage_and_single_babies_are_counted(run, people):
    Path("babies.csv").write_text("id,age,wage,children\nA,30,,0\nB,31,20,0\nC,30,20,\nD,30,20,0;3\n")
    found = summary(run, "babies.csv", "-o", "g.csv", "-p", TRADES)
    assert (found["no_wages"], found["babies"]) == (1, 2)
    said = " ".join(run("roster", "babies.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0", "--force").out.split())
    assert "2 people have one child of age 0: children are given by age, and left empty for none." in said
    assert "1 person has no wage, and is taken to be paid what people like them are." in said


def test_that_pathways_are_not_of_the_same_people_is_said(run, people):
    lines = [f"P{number},30,{'associate' if number < 10 else ''}" for number in range(20)]
    Path("held.csv").write_text("\n".join(["id,age,education", *lines]))
    asked = ("roster", "held.csv", "-o", "g.csv", "--draws", "0", "--force")
    said = "A pathway has fewer people where others have its credential already, no time left for it, or pathways of their own."
    assert said in " ".join(run(*asked).out.split())
    assert said not in " ".join(run(*asked, "-p", TRADES, "-p", "certificate").out.split())


def test_a_program_of_no_pathway_is_refused_before_anybody_is_answered(run, people):
    Path("programs.yaml").write_text("north: certificate\nsouth: certificat\n")
    found = run("roster", people, "-o", "g.csv", "--programs", "programs.yaml")
    assert (found.code, found.err) == (
        2,
        "error: --programs: south: there is no pathway of this id\n  hint: did you mean certificate?\n",
    )
    assert not Path("g.csv.partial").exists()


@pytest.mark.parametrize(("text", "parted"), [("id;age;wage\nA;30;17,5\n", "semicolons"), ("id\tage\nA\t30\n", "tabs")])
def test_cells_that_no_comma_parts_are_refused(run, people, text, parted):
    Path("parted.csv").write_text(text)
    found = run("roster", "parted.csv", "-p", TRADES, "--map", "id=client")
    assert (found.code, found.err) == (
        2,
        f"error: parted.csv: its cells are parted by {parted}\n"
        "  hint: save it with commas between cells, and with points in numbers\n",
    )


@pytest.mark.parametrize("flags", [("--errors", "e.csv"), ("--summary", "by=state"), ("--json",), ("--resume",)])
def test_what_goes_beside_rows_in_a_file_needs_one(run, people, flags):
    found = run("roster", people, "-p", TRADES, *flags)
    assert (found.code, found.err) == (
        2,
        f"error: {flags[0]}: the rows are printed, so there is nothing else to do\n  hint: add -o FILE\n",
    )
    assert not Path("e.csv").exists()


def test_people_share_their_draws_whether_or_not_their_sex_is_known(run, people):
    Path("some.csv").write_text("id,age,sex\nA,30,male\nB,30,\n")
    found = run("roster", "some.csv", "-o", "g.csv", "-p", TRADES, "--draws", "1000", "--json", "--earned-only")
    assert found.code == 0, found.err
    assert json.loads(found.out)["assumed_draws"] == 100
    for row in rows("g.csv"):
        answer = run("compare", "--id", row["id"], "-p", TRADES, *(("--sex", "male") if row["sex"] else ()))
        assert answer.code == 0
        check(run, row, 1000)


@pytest.mark.parametrize(
    ("word", "sex"), [("M", "male"), ("Male", "male"), ("f", "female"), ("Woman", "female"), ("mujer", "female")]
)
def test_sex_is_said_alike_everywhere(run, people, word, sex):
    Path("one.csv").write_text(f"id,age,sex\nA,30,{word}\n")
    Path("one.yaml").write_text(f"person:\n  age: 30\n  sex: {word}\n")
    asked = ("-p", TRADES, "--draws", "0")
    assert run("roster", "one.csv", "-o", "g.csv", *asked).code == 0
    (row,) = rows("g.csv")
    alike = [run("compare", *of, *asked, "--csv").out for of in (("one.yaml",), ("--age", "30", "--sex", word))]
    for out in (*alike, run("compare", "--age", "30", "--sex", sex, *asked, "--csv").out):
        answer = list(csv.DictReader(out.splitlines()))[1]
        assert (answer["sex"], answer["versus_baseline.gain.net_present_value"]) == (sex, row["gain"])


def test_ids_that_come_more_than_once_are_counted_whatever_the_cut(run, people, monkeypatch):
    ids = ["A", "B", "A", "C", "", "A", "C", "", "D"]
    Path("twice.csv").write_text("id,age\n" + "".join(f"{one},30\n" for one in ids))
    asked = ("roster", "twice.csv", "-p", TRADES, "--draws", "0", "--earned-only")
    for size in (100, 2, 1):
        monkeypatch.setattr(roster_files, "CHUNK", size)
        found = run(*asked, "-o", "g.csv", "--force", "--json")
        assert (found.code, json.loads(found.out)["repeated_ids"]) == (3, 2)
    said = "2 ids come more than once; each of their rows is answered."
    assert said in " ".join(run(*asked, "-o", "g.csv", "--force").out.split())
    assert run(*asked).err.startswith("note: 2 ids come more than once; each row is answered\n")
    original = Work.add

    def interrupted(self, *arguments):
        original(self, *arguments)
        if self.progress.rows == 3:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Work, "add", interrupted)
        assert run(*asked, "-o", "g.csv", "--force").code == 130
    assert json.loads(run(*asked, "-o", "g.csv", "--resume", "--json").out)["repeated_ids"] == 2
    monkeypatch.setattr(roster_ids, "MOST", 6)
    found = run(*asked, "-o", "g.csv", "--force", "--json")
    assert (found.code, json.loads(found.out)["repeated_ids"]) == (3, None)


def test_the_summary_as_csv_has_the_keys_of_the_json_and_marks_small_groups(run, people):
    lines = [f"N{number},{20 + number},north,=1+1" for number in range(10)] + ["S,30,south,x"]
    Path("many.csv").write_text("\n".join(["id,age,program,pathway_of", *lines]) + "\n")
    asked = ("roster", "many.csv", "-o", "g.csv", "-p", TRADES, "--summary", "by=program,pathway_of", "--force")
    answer = json.loads(run(*asked, "--json").out)
    found = run(*asked, "--csv")
    assert (found.code, found.err) == (0, "")
    (north,), (left_out,) = answer["groups"], answer["left_out_groups"]
    assert left_out == {"group": ["south", "x"], "pathway": TRADES}
    first, second = csv.DictReader(found.out.splitlines())
    basis = {name: str(answer[name]) for name in ("baseline", "price_year", "discount_rate", "draws", "seed")}
    basis |= {name: str(answer[name]) for name in ("assumed_draws", "assumptions_sha256")}
    figures = {name: "" if value is None else str(value) for name, value in north.items() if name != "group"}
    assert first == {"group.program": "north", "group.pathway_of": "'=1+1", **basis, **figures, "reason": ""}
    assert {name: value for name, value in second.items() if value} == {
        **{"group.program": "south", "group.pathway_of": "x", **basis},
        **{"pathway": TRADES, "reason": "fewer_than_10_people"},
    }


def test_a_summary_is_json_or_csv_and_says_what_was_set(run, people):
    asked = ("roster", people, "-o", "g.csv", "-p", TRADES, "--draws", "0", "--set", "economy.discount_rate=0.05")
    both = run(*asked, "--csv", "--json")
    assert (both.code, both.err.splitlines()[0]) == (
        2,
        "error: --format: more than one format is asked for: csv, json",
    )
    assert "You set: economy.discount_rate = 0.05 (from --set)." in run(*asked).out
    assert json.loads(run(*asked, "--force", "--json").out)["overrides"] == [
        {"name": "economy.discount_rate", "value": 0.05, "from": "--set"}
    ]


def test_a_run_that_ends_before_its_summary_is_gone_on_with_for_it(run, whole, monkeypatch):
    asked = ("roster", "people.csv", "-o", "g.csv", *ASKED)
    words, surroundings = [sys.executable, "-m", "mobcalc", *asked], {**os.environ, "PYTHONPATH": str(SOURCE)}
    with os.fdopen(os.open("/dev/full", os.O_WRONLY), "wb", buffering=0) as out:
        full = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, text=True, check=False, env=surroundings)
    assert (full.returncode, full.stderr) == (
        2,
        "error: standard output: it cannot be written: No space left on device\n"
        "  hint: the rows are whole in g.csv; add --resume for the summary\n",
    )
    again = run(*asked)
    assert (again.code, again.err) == (
        4,
        "error: g.csv.progress: an earlier run was interrupted and has left its rows\n"
        "  hint: add --resume to go on with it, or --force to begin anew\n",
    )
    same_as(whole, run(*asked, "--resume"))


def test_a_reader_who_has_seen_enough_leaves_no_note(people):
    command = f"{sys.executable} -m mobcalc roster people.csv -o g.csv -p {TRADES} --draws 0 --json | true"
    subprocess.run(["bash", "-c", command], check=True, env={**os.environ, "PYTHONPATH": str(SOURCE)})
    assert sorted(path.name for path in Path().iterdir()) == ["g.csv", "people.csv"]


def test_a_summary_without_groups_says_nothing_of_figures(run, people):
    Path("old.csv").write_text("id,age,sex,state\nA,64,male,NY\n")
    found = run("roster", "old.csv", "-o", "g.csv", "-p", TRADES)
    assert (found.code, found.err) == (0, "")
    assert found.out.splitlines() == ["1 person was answered.", "", NO_WAGE]
    Path("few.csv").write_text("id,age,sex,wage\nA,30,male,20\n")
    found = run("roster", "few.csv", "-o", "g.csv", "-p", TRADES, "--earned-only", "--force")
    assert found.out.splitlines() == ["1 person was answered.", "", "1 group of fewer than 10 people is not shown."]


def test_more_draws_are_named_where_there_are_few(run, people):
    Path("many.csv").write_text("id,age,sex,wage\n" + "".join(f"P{place},50,male,20\n" for place in range(10)))
    asked = ("roster", "many.csv", "-o", "g.csv", "-p", "certificate", "--earned-only", "--force")
    for draws, is_named in (("100", True), ("3000", False)):
        found = run(*asked, "--draws", draws)
        assert ("More draws move them less: --draws 3000." in " ".join(found.out.split())) == is_named
        assert "Low and High: in 8 of 10 of" in found.out


def test_the_more_lives_are_drawn_the_fewer_rows_are_done_at_once():
    sizes = [roster_files.rows_at_once(lives) for lives in (0, 100, 250, 1000, 1_000_000)]
    assert sizes == [100_000, 100_000, 40_000, 10_000, 5_000]


def test_who_is_in_no_program_has_no_usual_pathways(run, people):
    Path("two.csv").write_text("id,age,program\nA,30,north\nB,30,\n")
    Path("programs.yaml").write_text("north: certificate\n")
    asked = ("roster", "two.csv", "-o", "g.csv", "--programs", "programs.yaml", "--draws", "0", "--earned-only")
    found = run(*asked)
    assert found.code == 3
    assert "two.csv: row 3: program: there is no program (id B)" in found.err
    assert [(row["id"], row["pathway"]) for row in rows("g.csv")] == [("A", "certificate")]
    assert run(*asked, "-p", TRADES, "--force").code == 0
    assert [(row["id"], row["pathway"]) for row in rows("g.csv")] == [("A", "certificate"), ("B", TRADES)]


def test_a_column_of_programs_that_makes_groups_alone_is_said_to(run, people):
    Path("many.csv").write_text("id,age,program\n" + "".join(f"A{place},30,north\n" for place in range(12)))
    Path("programs.yaml").write_text("north: certificate\n")
    asked = ("roster", "many.csv", "-o", "g.csv", "--summary", "by=program", "--draws", "0", "--earned-only", "--force")
    said = "The column program makes groups and nothing else"
    assert said in run(*asked).out
    assert said not in run(*asked, "--programs", "programs.yaml").out


@pytest.mark.parametrize(
    "lines",
    [
        ["A,30,1", *(f"B{place},30,0" for place in range(19))],
        ["A,30,1"] * 20,
        [f"B{place},30,0" for place in range(20)],
    ],
)
def test_nobody_stands_for_a_group(run, people, lines):
    Path("many.csv").write_text("\n".join(["id,age,weight", *lines]) + "\n")
    asked = ("-p", TRADES, "--draws", "0", "--earned-only", "--json")
    answer = json.loads(run("roster", "many.csv", "-o", "g.csv", *asked).out)
    assert (answer["people"], answer["groups"], answer["left_out"]) == (20, [], 1)


def test_averages_by_weight_are_said_to_be(run, people):
    for weight, is_said in (("1", False), ("2.5", True)):
        lines = "".join(f"A{place},30,{weight}\n" for place in range(12))
        Path("many.csv").write_text(f"id,age,weight\n{lines}")
        found = run("roster", "many.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0", "--earned-only", "--force")
        assert ("each person counts by the column weight" in found.out) == is_said
    Path("many.csv").write_text(f"id,age,weight\n{lines}B,30,\nC,30,\n")
    found = run("roster", "many.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0", "--earned-only", "--force")
    assert "2 people have no weight, and count as one each." in found.out


def test_what_a_summary_as_csv_cannot_say_stands_beside_it(run, people):
    lines = "".join(f"A{place},30,20\n" for place in range(12))
    Path("many.csv").write_text(f"id,age,hourly_wage\n{lines}")
    found = run("roster", "many.csv", "-o", "g.csv", "-p", TRADES, "--draws", "0", "--earned-only", "--csv")
    assert (found.code, found.err) == (0, "note: nothing was read from 'hourly_wage', did you mean wage?\n")
