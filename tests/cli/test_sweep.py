"""`mobcalc sweep`: many scenarios, each as `compare` answers it, in a file that survives whatever breaks it off."""

import csv
import io
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import mobcalc
from mobcalc.cli import sweep_workers
from mobcalc.report.compare_columns import SHORT

FAST = ("--draws", "0")
GRID = ("sweep", "--state", "NY,TX", "--age", "18:45:9", "--adults", "1", "--child", "3", *FAST)
LAST = ("error", "scenario_id", "mobcalc")


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def command(*words):
    return [sys.executable, "-m", "mobcalc", *map(str, words)]


@pytest.fixture
def whole(run, tmp_path):
    """A sweep that nothing broke off."""
    file = tmp_path / "whole.csv"
    assert run(*GRID, "-o", file) == (0, "", "")
    return file.read_bytes()


def test_a_row_for_each_scenario_and_pathway_inputs_first(run):
    found = run("sweep", "--state", "NY,TX", "--age", "18:36:9", *FAST, "--columns", "gain,kept")
    assert (found.code, found.err) == (0, "")
    rows = rows_of(found.out)
    assert list(rows[0]) == ["state", "age", "pathway", "gain", "kept", *LAST]
    told = [(row["state"], row["age"]) for row in rows[::5]]
    assert told == [(state, age) for state in ("NY", "TX") for age in ("18", "27", "36")]
    assert [row["pathway"] for row in rows[:5]] * 6 == [row["pathway"] for row in rows]
    assert {row["mobcalc"] for row in rows} == {mobcalc.__version__}
    assert len({row["scenario_id"] for row in rows}) == 6


def test_each_row_says_what_compare_says(run):
    """Names short and long, with lives drawn, one after the other and after scenarios that share what was looked up."""
    names = "gain,gain_finish,gain_leave,chance,ahead_from,kept,finish,years,cost,versus_baseline.*,expected.*"
    drawn = ("--draws", "200", "--seed", "5")
    where = ("--occupation", "electrician,hvac", "--age", "24,30", "--sex", "female")
    swept = rows_of(run("sweep", "--state", "NY,TX", *where, *drawn, "--columns", names).out)
    assert len(swept) == 8 * 5
    for state, occupation, age in (("NY", "electrician", "24"), ("TX", "hvac", "30"), ("TX", "electrician", "30")):
        alone = ("--state", state, "--occupation", occupation, "--age", age, "--sex", "female", *drawn)
        compared = rows_of(run("compare", *alone, "--csv", "--columns", f"id,{names}").out)
        mine = [r for r in swept if (r["state"], r["occupation"], r["age"]) == (state, occupation, age)]
        assert [row["pathway"] for row in mine] == [row.pop("id") for row in compared]
        assert [{name: row[name] for name in compared[0]} for row in mine] == compared
        assert len(compared[0]) > 100


def test_short_names_are_those_of_the_long_ones(run):
    long = {
        "gain": "versus_baseline.gain_mean",
        "gain_finish": "versus_baseline.completer_gain_mean",
        "gain_leave": "versus_baseline.leaver_gain_mean",
        "chance": "versus_baseline.chance_well_ahead",
        "kept": "versus_baseline.gain.net_resources_present_value",
        "finish": "completion_rate",
        "years": "training_length",
        "cost": "expected.out_of_pocket_cost",
    }
    asked = ",".join([*SHORT, *long.values(), "versus_baseline.break_even_ages"])
    rows = rows_of(run("compare", "--state", "NY", "--draws", "200", "--csv", "--columns", asked).out)
    for row in rows:
        assert {short: row[short] for short in long} == {short: row[name] for short, name in long.items()}
        last = row["versus_baseline.break_even_ages"].split("; ")[-1]
        assert row["ahead_from"] == (last.removesuffix(" ahead") if last.endswith(" ahead") else "")
    without = rows_of(
        run("compare", *FAST, "--csv", "--columns", "gain,chance,versus_baseline.gain.net_present_value").out
    )
    assert {row["chance"] for row in without} == {""}
    assert [row["gain"] for row in without] == [row["versus_baseline.gain.net_present_value"] for row in without]
    assert set(long) | {"ahead_from"} == set(SHORT)


def test_short_names_do_not_crowd_the_rows_of_compare(run):
    assert not set(SHORT) & set(rows_of(run("compare", *FAST, "--csv").out)[0])


def test_what_training_was_said_to_cost_is_not_lost_behind_what_it_costs(run, tmp_path):
    asked = ("sweep", "--cost", "3000,12000", "-p", "certificate", *FAST)
    found = run(*asked)
    assert [row["cost"] for row in rows_of(found.out)] == ["3000", "3000", "12000", "12000"]
    names = found.out.splitlines()[0].split(",")
    assert len(set(names)) == len(names)
    goes_on(run, tmp_path, asked, found.out)


def goes_on(run, folder, asked, whole):
    """Whether a file that was broken off in the second scenario is gone on with to the same rows."""
    target = folder / "sweep.csv"
    target.write_text("".join(whole.splitlines(keepends=True)[:4]))
    again = run(*asked, "--resume", "-o", target)
    assert (again.code, again.err, target.read_text()) == (0, "", whole)


def test_what_is_asked_of_some_pathways_is_gone_on_with(run, tmp_path):
    asked = ("sweep", "--age", "18,30", "-p", "certificate", "--discount-rate", "0.05", *FAST)
    found = run(*asked)
    assert found.out.splitlines()[0].startswith("age,discount_rate,pathway,gain,")
    goes_on(run, tmp_path, asked, found.out)


def test_the_order_does_not_depend_on_the_number_of_processes(run, tmp_path, whole):
    assert run(*GRID, "--jobs", "2", "-o", tmp_path / "two.csv") == (0, "", "")
    assert (tmp_path / "two.csv").read_bytes() == whole


def test_a_scenario_that_is_refused_is_a_row_with_its_error(run):
    found = run("sweep", "--state", "NY,ZZ", "--wage", "5,30", *FAST, "--columns", "gain")
    assert found.code == 3
    assert found.err == "error: 3 scenarios were refused of 4; the column error says why\n"
    rows = rows_of(found.out)
    errors = [(row["state"], row["wage"], row["pathway"], row["error"]) for row in rows if row["error"]]
    below = "wage: person.wage: 5.00 dollars an hour is below the minimum wage of New York, 15.50"
    unknown = "state: there is no state 'ZZ'"
    assert errors == [("NY", "5", "", below), ("ZZ", "5", "", unknown), ("ZZ", "30", "", unknown)]
    assert len(rows) == 3 + 5


def test_lists_ranges_and_what_is_never_divided(run):
    def first(*words):
        return run("sweep", *words, *FAST, "--dry-run").out.splitlines()[0]

    assert first("--state", "all", "--occupation", "electrician,hvac") == (
        "102 scenarios; the first: mobcalc compare --state AK --occupation electrician --draws 0"
    )
    assert first("--wage", "16:17:0.25,20", "--age", "18") == (
        "6 scenarios; the first: mobcalc compare --age 18 --wage 16 --draws 0"
    )
    assert first("--child", "3,5", "--child", "7") == (
        "2 scenarios; the first: mobcalc compare --child 3 --child 7 --draws 0"
    )
    assert first("--county", "Jamestown, NY", "--kids", "2,7") == (
        "1 scenario; the first: mobcalc compare --county 'Jamestown, NY' --kids 2,7 --draws 0"
    )
    assert first("--over", "county=Jamestown, NY;Tacoma, WA", "--over", "kids=2,7;3") == (
        "4 scenarios; the first: mobcalc compare --county 'Jamestown, NY' --kids 2,7 --draws 0"
    )
    assert first("--over", "set=economy.discount_rate=0.02;economy.discount_rate=0.05", "--set", "person.hours=30") == (
        "2 scenarios; the first: mobcalc compare --set person.hours=30 --set economy.discount_rate=0.02 --draws 0"
    )
    assert first("-p", "certificate,associate-degree", "--voucher") == (
        "1 scenario; the first: mobcalc compare --voucher --pathway certificate --pathway associate-degree --draws 0"
    )


def test_a_dry_run_writes_nothing(run, tmp_path):
    found = run(*GRID, "--dry-run", "-o", tmp_path / "a.csv", "--columns", "gain")
    assert found == (
        0,
        "8 scenarios; the first: mobcalc compare --state NY --age 18 --adults 1 --child 3 --draws 0\n"
        "columns: state,age,adults,child,pathway,gain,error,scenario_id,mobcalc\n",
        "",
    )
    assert list(tmp_path.iterdir()) == []


CSV_GRID = 'state,county,age,child,voucher\nNY,"Jamestown, NY",30,3;7,yes\n,"Tacoma, WA",,,no\n'
JSON_GRID = (
    '{"state": "NY", "county": "Jamestown, NY", "age": 30, "child": [3, 7], "voucher": true}\n\n'
    '{"county": "Tacoma, WA", "age": null}\n'
)


@pytest.mark.parametrize("text", [CSV_GRID, "\ufeff" + CSV_GRID.replace("\n", "\r\n"), JSON_GRID])
def test_a_grid_in_a_file_and_on_standard_input(run, tmp_path, text):
    file = tmp_path / "grid.csv"
    file.write_bytes(text.encode())
    words = ("--adults", "1,2", *FAST, "--columns", "gain,kept")
    from_file = run("sweep", "--grid", file, *words)
    assert (from_file.code, from_file.err) == (0, "")
    rows = rows_of(from_file.out)
    assert [(r["county"], r["age"], r["adults"], r["child"], r["voucher"]) for r in rows[::5]] == [
        ("Jamestown, NY", "30", "1", "3; 7", "true"),
        ("Jamestown, NY", "30", "2", "3; 7", "true"),
        ("Tacoma, WA", "", "1", "", ""),
        ("Tacoma, WA", "", "2", "", ""),
    ]
    piped = subprocess.run(
        command("sweep", "--grid", "-", *words), input=text.encode(), capture_output=True, check=True
    )
    assert piped.stdout.decode() == from_file.out


def test_json_lines_and_tsv_hold_the_same(run):
    words = ("sweep", "--state", "NY", "--age", "18,30", *FAST, "--columns", "gain,ahead_from")
    lines = [json.loads(line) for line in run(*words, "-f", "jsonl").out.splitlines()]
    assert list(lines[0]) == ["state", "age", "pathway", "gain", "ahead_from", *LAST]
    assert [line["age"] for line in lines] == [18] * 5 + [30] * 5
    tsv = [line.split("\t") for line in run(*words, "-f", "tsv").out.splitlines()]
    table = list(csv.reader(io.StringIO(run(*words).out)))
    assert tsv == table
    assert [line["gain"] for line in lines] == [float(row[3]) if row[3] else None for row in table[1:]]


def test_a_scenario_file_lies_below_the_flags(run, tmp_path):
    file = tmp_path / "ana.yaml"
    file.write_text("person: {age: 30, sex: female}\nplace: NY\n")
    rows = rows_of(run("sweep", file, "--age", "25,30", *FAST, "--columns", "gain,kept").out)
    alone = rows_of(run("compare", file, *FAST, "--csv", "--columns", "gain,kept").out)
    assert [{"gain": row["gain"], "kept": row["kept"]} for row in rows[5:]] == alone


def test_lists_for_loops(run):
    states = run("sweep", "--list", "states").out.split()
    assert (len(states), states[:3]) == (51, ["AK", "AL", "AR"])
    assert "47-2111" in run("sweep", "--list", "occupations").out.split()
    assert "certificate" in run("sweep", "--list", "pathways").out.split()


NAMES = (
    "state, county, metro, occupation, age, sex, wage, hours, retire-age, education, years-out, out, attachment, loan, "
    "loan-rate, loan-term, cost, length, no-aid, quit-after, adults, child, kids, partner-earnings, disability, "
    "child-care, health-plan, unmarried, rules, voucher, tanf, school-meals, pathway, baseline, discount-rate, set"
)
WRONG = [
    (("--age", "18:45:0"), "--age: the step of the range 18:45:0 is 0", "give a step above 0"),
    (("--age", "18:45:-9"), "--age: the step of the range 18:45:-9 is -9", "give a step above 0"),
    (("--age", "45:18:9"), "--age: the range 45:18:9 runs backwards", "write 18:45:9"),
    (
        ("--wage", "16:22:4"),
        "--wage: no step of the range 16:22:4 ends at 22",
        "write 16:20:4, or 16:20:4,22 with 22 besides",
    ),
    (("-",), "-: a scenario file is read by its name", "--grid - takes scenarios from standard input"),
    (("gone.yaml",), "gone.yaml: there is no such file or folder", "check the name and the folder you are in"),
    (("--age", "a:b"), "--age: 'a:b' is not a range", "write FIRST:LAST or FIRST:LAST:STEP, such as 18:45:9"),
    (("--wage", "1:99999:0.001"), "--wage: the range 1:99999:0.001 has 99,998,001 values", "give at most 100,000"),
    (("--state", ""), "--state: there is a value missing in ''", "write values with commas between"),
    (("--state", "NY,,TX"), "--state: there is a value missing in 'NY,,TX'", "write values with commas between"),
    (("--state", "NY,NY"), "--state: NY is named twice", "keep one"),
    (("--state", "TX", "--state", "NY"), "--state: it takes one value and is given twice: TX and NY", ...),
    (("--over", "county="), "--over: county: there is a value missing in 'county='", "write values with ; between"),
    (
        ("--over", "county"),
        "--over: 'county' has no name and values",
        "write --over 'county=Erie, NY;Tacoma, WA'",
    ),
    (("--over", "stat=3"), "--over: there is no flag 'stat' that a scenario may have", "did you mean state?"),
    (("--over", "xyz=3"), "--over: there is no flag 'xyz' that a scenario may have", f"known: {NAMES}"),
    (("--over", "age=3;4", "--age", "3"), "--over: age: --age is given too", "keep one"),
    (("--over", "voucher=maybe"), "--over: voucher: 'maybe' is neither yes nor no", "write yes or no"),
    (("--sex", "all"), "--sex: there is no 'all' of --sex", "write its values with commas between"),
    (
        ("--partner-earnings", "30,000"),
        "--partner-earnings: '30,000' can be read in two ways",
        "write 30000; several amounts: --over 'partner_earnings=30;000'",
    ),
    (("--columns", "gian"), "--columns: there is no column 'gian'", "did you mean gain?"),
    (("--columns", ","), "--columns: no column is named", "name some, such as --columns id,name"),
    (("--list", "state"), "--list: there is no list of 'state'", "did you mean states?"),
    (("--jobs", "0"), "--jobs: 0 is no number of processes", "give 1 to 64"),
    (("--resume",), "--resume: there is no file to go on with", "add -o FILE"),
    (("--resume", "--force", "-o", "a.csv"), "--resume: --force begins anew, and this goes on", "keep one"),
    (("--resume", "-o", "/dev/null"), "/dev/null: only a regular file can be gone on with", "leave out --resume"),
    (("--format", "json"), "--format: unknown word 'json'", "did you mean jsonl?"),
    (("-o", "a.json"), "a.json: a sweep has rows, which json has not", "name it .csv"),
    (("-f", "tsv", "--bom"), "--bom: only CSV takes a byte-order mark", "leave out --bom"),
    (("--draws", "5"), "--draws: 5 lives are too few", "give 0 for none, or 100 to 1000000"),
]


@pytest.mark.parametrize(("words", "what", "hint"), WRONG)
def test_wrong_input_is_one_error_before_anything_is_written(run, tmp_path, monkeypatch, words, what, hint):
    monkeypatch.chdir(tmp_path)
    hint = "keep one; for several see 'mobcalc sweep -h'" if hint is ... else hint
    assert run("sweep", *words) == (2, "", f"error: {what}\n  hint: {hint}\n")
    assert list(tmp_path.iterdir()) == []


FORM = "write CSV with one column a flag, or a JSON object a line"
WRONG_GRIDS = [
    ("", "grid.csv: there is no scenario in it", FORM),
    ("state\n", "grid.csv: there is no scenario in it", "write a line for each under the columns"),
    ("stat\nNY\n", "grid.csv:1: there is no flag 'stat' that a scenario may have", "did you mean state?"),
    ("output\nNY\n", "grid.csv:1: there is no flag 'output' that a scenario may have", f"known: {NAMES}"),
    ("age,age\n1,2\n", "grid.csv:1: age: two columns have this name", "keep one"),
    (
        "state,county\nNY,Jamestown, NY\n",
        "grid.csv:2: it has 3 cells under 2 columns",
        'quote a cell that holds commas: "Jamestown, NY"',
    ),
    ('state\n"NY\n', "grid.csv:2: a quoted cell does not end in its line", "keep a scenario in one line"),
    ("state,tanf\nNY,\nTX,x\n", "grid.csv:3: tanf: 'x' is neither yes nor no", "write yes or no"),
    ('{"age": {"a": 1}}\n', "grid.csv:1: age: a text or a number is needed here", FORM),
    ('{"stat": 1}\n', "grid.csv:1: there is no flag 'stat' that a scenario may have", "did you mean state?"),
    ("age\n18\n", "--age: --age is given by grid.csv too", "keep one"),
]


@pytest.mark.parametrize(("text", "what", "hint"), WRONG_GRIDS)
def test_a_grid_that_is_wrong(run, tmp_path, monkeypatch, text, what, hint):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "grid.csv").write_text(text)
    words = ("--age", "20") if text.startswith("age\n") else ()
    assert run("sweep", "--grid", "grid.csv", *words, "-o", "out.csv") == (2, "", f"error: {what}\n  hint: {hint}\n")
    assert not (tmp_path / "out.csv").exists()


def test_a_grid_of_objects_within_objects_is_wrong(run, tmp_path):
    grid = tmp_path / "grid.jsonl"
    grid.write_text('{"age": ' + "[" * 100_000 + "]" * 100_000 + "}\n")
    found = run("sweep", "--grid", grid, *FAST)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"error: {grid}:1: this is no JSON object: ")


def test_a_file_is_not_replaced_unasked(run, tmp_path, whole):
    file = tmp_path / "whole.csv"
    found = run(*GRID, "-o", file)
    assert found == (
        4,
        "",
        f"error: {file}: the file exists already\n  hint: give --force to replace it, or another name\n",
    )
    assert file.read_bytes() == whole
    file.write_text("something else\n")
    assert run(*GRID, "-o", file, "--force").code == 0
    assert file.read_bytes() == whole


@pytest.mark.parametrize("share", [0.0, 0.001, 0.02, 0.2, 0.5, 0.73, 0.97, 1.0])
@pytest.mark.parametrize("format_", ["csv", "tsv", "jsonl"])
def test_what_was_broken_off_anywhere_goes_on_to_the_same_bytes(run, tmp_path, share, format_):
    words = ("sweep", "--state", "NY,ZZ", "--age", "18,30", *FAST, "--columns", "gain")
    whole, part = tmp_path / f"whole.{format_}", tmp_path / f"part.{format_}"
    told = "error: 2 scenarios were refused of 4; the column error says why\n"
    assert run(*words, "-o", whole) == (3, "", told)
    part.write_bytes(whole.read_bytes()[: round(share * whole.stat().st_size)])
    assert run(*words, "-o", part, "--resume") == (3, "", told)
    assert part.read_bytes() == whole.read_bytes()


def test_going_on_takes_more_scenarios_and_keeps_those_that_are_there(run, tmp_path):
    file = tmp_path / "a.csv"
    assert run("sweep", "--state", "NY", *FAST, "-o", file).code == 0
    assert run("sweep", "--state", "NY,TX", *FAST, "-o", file, "--resume").code == 0
    assert [row["state"] for row in rows_of(file.read_text())] == ["NY"] * 5 + ["TX"] * 5


@pytest.mark.parametrize(
    ("words", "what", "hint"),
    [
        (
            ("--age", "18:36:9"),
            "1 of its 7 scenarios are not of this sweep",
            "give the same flags, draws and assumptions",
        ),
        (("--age", "18:45:9", "--seed", "3"), "7 of its 7 scenarios are not of this sweep", "give the same flags"),
        (("--age", "18:45:9", "--columns", "gain"), "it has other columns: state,age,", "give the same flags and"),
    ],
)
def test_a_file_of_another_sweep_is_not_gone_on_with(run, tmp_path, whole, words, what, hint):
    file = tmp_path / "whole.csv"
    found = run("sweep", "--state", "NY,TX", "--adults", "1", "--child", "3", *FAST, *words, "-o", file, "--resume")
    assert found.code == 2
    assert found.err.startswith(f"error: {file}: {what}")
    assert f"\n  hint: {hint}" in found.err
    assert file.read_bytes() == whole


def test_a_file_of_another_version_is_not_gone_on_with(run, tmp_path, whole):
    file = tmp_path / "whole.csv"
    file.write_bytes(whole.replace(mobcalc.__version__.encode(), b"0.0.9"))
    assert run(*GRID, "-o", file, "--resume") == (
        2,
        "",
        f"error: {file}: it was begun by mobcalc 0.0.9, and this is {mobcalc.__version__}\n"
        "  hint: write to another file, or begin anew with --force\n",
    )
    file.write_text("my notes")
    assert run(*GRID, "-o", file, "--resume").err.startswith(f"error: {file}: it has other columns: my notes; ")
    assert file.read_text() == "my notes"


MANY = ("sweep", "--state", "all", "--age", "18,30", "--sex", "male", *FAST, "--columns", "gain,kept,completion_rate")
"""102 scenarios that are answered one by one, since a long name is among the columns."""
ROWS = ("sweep", "--state", "all", "--age", "18:31", "--kids", "3", *FAST, "--columns", "gain,kept")
"""714 scenarios that are rows of one calculation."""


@pytest.mark.parametrize(("many", "number"), [(MANY, 102), (ROWS, 714)])
@pytest.mark.parametrize(("sign", "seconds"), [(signal.SIGINT, 0.7), (signal.SIGTERM, 1.6), (signal.SIGKILL, 2.3)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_signals_leave_whole_rows_and_it_goes_on(run, tmp_path, sign, seconds, jobs, many, number):
    words = (*many, "--jobs", jobs)
    file = tmp_path / "a.csv"
    with subprocess.Popen(command(*words, "-o", file), stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while not (file.exists() and file.stat().st_size > 200) and process.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        time.sleep(seconds / 10)
        process.send_signal(sign)
        err = process.communicate()[1].decode()
    if process.returncode != 0:
        assert process.returncode == (-9 if sign == signal.SIGKILL else 130)
    if process.returncode == 130:
        done = len({row["scenario_id"] for row in rows_of(file.read_text())})
        assert err == (
            f"error: interrupted; {done} of {number} scenarios are written\n"
            "  hint: the same command with --resume goes on\n"
        )
        assert file.read_text().endswith(f"{mobcalc.__version__}\n")
    assert run(*words, "-o", file, "--resume").code == 0
    assert run(*many, "-o", tmp_path / "whole.csv").code == 0
    assert file.read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_a_full_disk_leaves_whole_rows_and_says_so(run, tmp_path, whole):
    file = tmp_path / "a.csv"
    room = len(whole) // 2

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    many = (*GRID[:3], "--over", "wage=20;21;22;23", *GRID[3:])
    found = subprocess.run(command(*many, "-o", file), preexec_fn=limit, capture_output=True, check=False)
    assert found.returncode == 2
    assert found.stderr.decode() == (
        f"error: {file}: it cannot be written: File too large; the rows before are whole\n"
        "  hint: make room; the same command with --resume goes on\n"
    )
    assert file.read_text().endswith("\n")
    assert run(*many, "-o", file, "--resume").code == 0
    assert run(*many, "-o", tmp_path / "whole2.csv").code == 0
    assert file.read_bytes() == (tmp_path / "whole2.csv").read_bytes()


def test_devices_and_pipes_are_written_through(run, tmp_path, whole):
    found = run(*GRID, "-o", "/dev/full")
    assert found.code == 2
    assert found.err == (
        "error: /dev/full: it cannot be written: No space left on device\n"
        "  hint: name a file; one can be gone on with\n"
    )
    assert run(*GRID, "-o", "/dev/null") == (0, "", "")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        time.sleep(0.3)
        assert run(*GRID, "-o", pipe).code == 0
        assert reader.communicate()[0] == whole
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "target.csv")
    assert run(*GRID, "-o", link).code == 2
    assert not (tmp_path / "target.csv").exists()


@pytest.mark.parametrize("file", ["/dev/null", "-", "a.csv"])
def test_only_what_is_in_a_file_is_said_to_be_gone_on_with(run, tmp_path, monkeypatch, file):
    def interrupted(*_):
        yield from ()
        raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sweep_workers, "batches", interrupted)
    found = run(*GRID, "-o", file)
    hint = "  hint: the same command with --resume goes on\n" if file == "a.csv" else ""
    assert (found.code, found.err) == (130, f"error: interrupted; 0 of 8 scenarios are written\n{hint}")


def test_a_reader_that_has_seen_enough_is_no_error():
    script = f"{' '.join(command(*MANY))} | head -n 1; exit ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert (found.returncode, found.stderr) == (0, b"")


def test_two_sweeps_do_not_write_one_file(run, tmp_path):
    fcntl = pytest.importorskip("fcntl")
    file = tmp_path / "a.csv"
    with file.open("w") as taken:
        fcntl.flock(taken, fcntl.LOCK_EX)
        assert run(*GRID, "-o", file, "--resume") == (
            2,
            "",
            f"error: {file}: another process is writing to it\n  hint: wait for it, or name another file\n",
        )


def test_a_worker_that_is_killed(run, tmp_path):
    file = tmp_path / "a.csv"
    words = (*MANY, "--jobs", "2", "-o", file)
    with subprocess.Popen(command(*words), stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while not (file.exists() and file.stat().st_size > 200):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        children = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=True).stdout
        for child in children.split():
            if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text():
                os.kill(int(child), signal.SIGKILL)
                break
        err = process.communicate()[1].decode()
    assert (process.returncode, err) == (
        1,
        "error: --jobs: a worker was ended by signal 9\n"
        "  hint: the rows before are written; the same command with --resume goes on, with --jobs 1 if memory is short\n",
    )
    assert file.read_text().endswith("\n")
    assert run(*words, "--resume").code == 0
    assert len(rows_of(file.read_text())) == 102 * 5
