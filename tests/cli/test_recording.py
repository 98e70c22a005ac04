"""Runs that are recorded (`--record`), and that go on from a record (`--from`)."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.cli.test_same_case import CASES, NEED_A_PLACE, ONE, SEVERAL

ANA = """person: {age: 30, sex: female, wage: 17.50, children: [3]}
place: {state: WA, county: Tacoma}
pathways: [associate-degree, certificate]
set:
  economy.discount_rate: 0.04
"""
LAYER = "pathways:\n  certificate:\n    completion:\n      rate: 0.6\n"
QUICK = ("--draws", "0")
COMMANDS = (
    ("compare", *QUICK),
    ("timeline", "-p", "certificate"),
    ("cliff", "--state", "NY", "--child", "3"),
    ("livingwage", "--state", "NY", "--wage", "15"),
    ("sensitivity", "-p", "associate-degree"),
    ("solve", "completion.rate", "-p", "certificate"),
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("ana.yaml").write_text(ANA)


@pytest.fixture
def record(run):
    """Records a run; gives back what it printed and the record."""

    def record_it(*arguments, file="run.json"):
        found = run(*arguments, "--record", file, "--force")
        assert (found.code, found.err) == (0, "")
        return found.out, json.loads(Path(file).read_text())

    return record_it


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda words: words[0])
def test_a_record_holds_the_answer_and_its_checksum(arguments, record, run):
    printed, written = record(*arguments, "--json")
    assert printed == run(*arguments, "--json").out
    assert written["answer"] == json.loads(printed)
    assert written["answer_sha256"] == hashlib.sha256(printed.encode()).hexdigest()
    assert (written["record"], written["command"]) == (1, arguments[0])
    (case,) = written["cases"]
    assert case["assumptions_sha256"] == written["answer"]["assumptions_sha256"]
    assert case["assumptions"]["economy.discount_rate"]["value"] == 0.03
    assert case["assumptions"]["economy.timing"] == {"value": "mid"}


def test_the_screen_is_the_same_with_a_record_beside_it(record, run):
    assert record("compare", "ana.yaml", *QUICK)[0] == run("compare", "ana.yaml", *QUICK).out


def test_two_equal_runs_have_equal_records(record):
    record("compare", "ana.yaml", *QUICK, file="one.json")
    record("compare", "ana.yaml", *QUICK, file="two.json")
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_what_was_said_and_what_was_read_are_in_the_record(record):
    Path("my.yaml").write_text(LAYER)
    _, written = record("compare", "ana.yaml", "-a", "my.yaml", "--wage", "21", "--kids", "2,5", "--details", *QUICK)
    assert written["arguments"] == {
        "scenario": ["ana.yaml"],
        "assumptions": ["my.yaml"],
        "wage": "21",
        "kids": "2,5",
        "draws": "0",
    }
    assert written["files"] == {"my.yaml": LAYER, "ana.yaml": ANA}
    assert written["environment"] is None
    assert (written["seed"], written["draws"]) == (0, 0)
    assert written["cases"][0]["rules"].startswith("policyengine-us ")
    assert {"2026-WA.msgpack", "hud_fmr_fy2025_fy2026.csv"} <= set(written["tables"])
    assert all(re.fullmatch("[0-9a-f]{64}", checksum) for checksum in written["tables"].values())


def test_without_a_place_no_table_is_in_the_record(record):
    assert record("compare", *QUICK)[1]["tables"] == {}


def test_no_folder_of_the_machine_is_in_the_record(record, run, tmp_path, monkeypatch):
    layers = tmp_path / "layers" / "pathways"
    layers.mkdir(parents=True)
    (layers / "my-own.yaml").write_text(
        (Path(__file__).parents[1] / "cases" / "measured-apprenticeship.yaml").read_text()
    )
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "ana.yaml").write_text("economy.discount_rate: 0.05\n")
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", str(tmp_path / "elsewhere" / "ana.yaml"))
    printed, written = record("compare", tmp_path / "ana.yaml", "-a", tmp_path / "layers", *QUICK, "--json")
    assert str(tmp_path) in printed
    assert str(tmp_path) not in Path("run.json").read_text()
    assert written["arguments"]["scenario"] == ["ana.yaml"]
    assert written["environment"] == "1-ana.yaml"
    assert set(written["files"]) == {"1-ana.yaml", "layers/pathways/my-own.yaml", "ana.yaml"}
    monkeypatch.delenv("MOBCALC_ASSUMPTIONS")
    for file in (tmp_path / "ana.yaml", layers / "my-own.yaml", tmp_path / "elsewhere" / "ana.yaml"):
        file.unlink()
    assert json.loads(run("replay", "run.json", "--json").out)["agrees"]


def test_several_clients_are_in_one_record(record, run):
    Path("ben.yaml").write_text("person: {age: 22}\n")
    _, written = record("compare", "ana.yaml", "--also", "ben.yaml", *QUICK)
    assert [case["scenario"] for case in written["cases"]] == ["ana.yaml", "ben.yaml"]
    assert [case["scenario"] for case in written["answer"]["cases"]] == ["ana", "ben"]
    assert run("replay", "run.json").code == 0


def test_own_wages_and_prices_are_in_the_record(record, run):
    Path("wages.csv").write_text("occupation,area,median,year,unit\nwelder,NY,60000,2025,year\n")
    Path("prices.csv").write_text("item,area,amount,year\ninfant_care_center,NY,300,2025\n")
    arguments = ("--state", "NY", "--occupation", "welder", "--wages", "wages.csv", "--prices", "prices.csv")
    _, written = record("compare", *arguments, *QUICK)
    assert set(written["files"]) == {"wages.csv", "prices.csv"}
    Path("wages.csv").unlink()
    Path("prices.csv").unlink()
    assert run("replay", "run.json").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("--record", "there.json"), 4, "error: there.json: the file exists already\n"),
        (("--record", "ana.yaml", "--force"), 2, "error: ana.yaml: this file is read from, so it is not written to\n"),
        (("--record", "x.json", "-o", "x.json"), 2, "error: --record: the answer goes to this file\n"),
        (("--record", "-"), 2, "error: --record: the record goes to a file, beside the answer\n"),
        (("--record", ""), 2, "error: --record: the record goes to a file, beside the answer\n"),
        (("--record", "x.json", "-o", "there.json"), 4, "error: there.json: the file exists already\n"),
        (
            ("--record", "none/x.json"),
            2,
            "error: none/x.json: it cannot be written: its folder does not exist; nothing was kept\n",
        ),
    ],
)
def test_a_record_is_written_by_the_rules_of_all_files(arguments, code, error, run):
    Path("there.json").write_text("kept")
    found = run("compare", "ana.yaml", *QUICK, *arguments)
    assert (found.code, found.out) == (code, "")
    assert found.err.startswith(error)
    assert Path("there.json").read_text() == "kept"
    assert Path("ana.yaml").read_text() == ANA
    assert {file.name for file in Path().iterdir()} == {"ana.yaml", "there.json"}


def test_where_there_is_no_room_for_the_record_the_answer_is_there(run):
    found = run("compare", "ana.yaml", *QUICK, "--record", "/dev/full")
    assert (found.code, found.out) == (2, run("compare", "ana.yaml", *QUICK).out)
    assert found.err.startswith("error: /dev/full: it cannot be written: No space left on device; nothing was kept\n")


def test_nothing_is_recorded_of_an_answer_that_cannot_be_written(run, monkeypatch):
    with monkeypatch.context() as closed:
        closed.setattr("sys.stdout", None)
        found = run("compare", "ana.yaml", *QUICK, "--record", "run.json")
    assert (found.code, found.err.splitlines()[0]) == (2, "error: standard output: it is closed")
    assert not Path("run.json").exists()
    assert run("compare", "ana.yaml", *QUICK, "--record", "run.json", "-o", "none/answer.json").code == 2
    assert not Path("run.json").exists()


@pytest.mark.parametrize(
    "arguments", [("timeline", "-p", "certificate"), ("solve", "completion.rate", "-p", "certificate")]
)
def test_nothing_is_recorded_of_a_run_that_is_refused(arguments, run):
    assert run(*arguments, "--wage", "x", "--record", "run.json").code == 2
    assert not Path("run.json").exists()


def test_going_on_is_the_recorded_run_itself(record, run):
    printed, _ = record("compare", "ana.yaml", "--wage", "21", *QUICK, "--json")
    assert run("compare", "--from", "run.json", "--json").out == printed
    record("compare", "--from", "run.json", "--json", file="again.json")
    assert Path("again.json").read_bytes() == Path("run.json").read_bytes()


def test_going_on_with_another_value_is_the_same_as_saying_all_of_it(record, run):
    record("compare", "ana.yaml", "--wage", "21", "--set", "economy.discount_rate=0.05", *QUICK)
    went_on = run("compare", "--from", "run.json", "--set", "economy.discount_rate=0.02", "--hours", "30", "--json")
    said = ("compare", "ana.yaml", "--wage", "21", "--hours", "30", "--set", "economy.discount_rate=0.02", *QUICK)
    assert went_on == run(*said, "--json")


@pytest.mark.parametrize(
    ("recorded", "arguments", "said"),
    [
        (("ana.yaml", "--wage", "21"), ("--wage", "22"), "Changed by flags: wage 22 (21 in run.json)."),
        (("ana.yaml", "--wage", "21"), (), None),
        (("ana.yaml",), ("--wage", "22"), "Changed by flags: wage 22 (17.50 in run.json)."),
        (("ana.yaml",), ("--county", "Spokane"), "Changed by flags: county Spokane (Tacoma in run.json)."),
        (
            ("--state", "NY", "-p", "certificate"),
            ("--state", "WA", "-p", "associate-degree"),
            "Changed by flags: state WA (NY in run.json); pathways associate-degree (certificate).",
        ),
        (("--kids", "2,5"), ("--child", "3"), "Changed by flags: children 3 (2, 5 in run.json)."),
        (
            ("--set", "person.wage=19"),
            ("--wage", "22"),
            "Changed by flags: wage 22 (19 in run.json).",
        ),
        (
            ("ana.yaml",),
            ("-p", "certificate"),
            "Changed by flags: pathways certificate (associate-degree, certificate in run.json).",
        ),
    ],
)
def test_the_screen_says_what_flags_changed_of_the_record(recorded, arguments, said, record, run):
    record("compare", *recorded, *QUICK)
    found = run("compare", "--from", "run.json", *arguments)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("ana: " if recorded[0] == "ana.yaml" else "run: ")
    text = " ".join(found.out.split())
    assert said in text if said else "Changed by flags" not in text


def test_a_recorded_county_goes_with_its_state(record, run):
    record("compare", "--county", "Tacoma", "--state", "WA", *QUICK)
    found = json.loads(run("compare", "--from", "run.json", "--state", "NY", "--json").out)
    assert (found["place"]["state"], found["place"]["county"]) == ("New York", None)


def test_the_environment_of_the_record_holds_and_not_that_of_today(record, run, monkeypatch):
    Path("own.yaml").write_text("economy.discount_rate: 0.05\n")
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", "own.yaml")
    record("compare", *QUICK)
    monkeypatch.delenv("MOBCALC_ASSUMPTIONS")
    assert json.loads(run("compare", "--from", "run.json", "--json").out)["discount_rate"] == 0.05
    record("compare", *QUICK)
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", "own.yaml")
    assert json.loads(run("compare", "--from", "run.json", "--json").out)["discount_rate"] == 0.03


def test_files_of_now_lie_over_those_of_the_record(record, run):
    Path("my.yaml").write_text(LAYER)
    Path("other.yaml").write_text(LAYER.replace("0.6", "0.7"))
    record("compare", "-p", "certificate", "-a", "my.yaml", *QUICK)
    rate = lambda found: json.loads(found.out)["pathways"][1]["completion_rate"]  # noqa: E731
    assert rate(run("compare", "--from", "run.json", "--json")) == 0.6
    assert rate(run("compare", "--from", "run.json", "-a", "other.yaml", "--json")) == 0.7
    found = run("compare", "--from", "run.json", "-a", "my.yaml")
    assert (found.code, found.err) == (
        2,
        "error: my.yaml: there is a file of this name in run.json, and it is the one that is read\n"
        "  hint: give it another name\n",
    )


def test_a_record_and_a_scenario_file_are_two_cases(record, run):
    record("compare", "ana.yaml", *QUICK)
    assert run("compare", "ana.yaml", "--from", "run.json") == (
        2,
        "",
        "error: --from: a record and a scenario file are two cases\n"
        "  hint: leave out one; flags change what the record says\n",
    )


def test_what_a_command_has_no_option_for_still_counts(record, run):
    record("compare", "--state", "NY", "--voucher", "--child", "3", "--discount-rate", "0.05", *QUICK)
    found = json.loads(run("livingwage", "--from", "run.json", "--json").out)
    assert found["household"]["voucher"]
    assert found["case"]["discount_rate"] == 0.05


def test_a_page_to_take_home_and_the_differences_go_on_from_a_record(record, run):
    record("compare", "ana.yaml", *QUICK)
    assert run("handout", "--from", "run.json", "-o", "page.html").code == 0
    assert "<html" in Path("page.html").read_text()
    assert "0.04" in run("assumptions", "diff", "--from", "run.json").out


DIRECT = {name: name.split() for name in (*SEVERAL, *ONE)}


@pytest.mark.parametrize(("scenario", "flags", "pathways"), CASES[::4])
def test_every_command_reads_a_recorded_case_as_it_was_said(scenario, flags, pathways, record, run):
    Path("client.yaml").write_text(scenario)
    given = [*(["client.yaml"] if scenario else []), *flags.split()]
    _, written = record("compare", *given, *QUICK)
    # Of a command without the option a baseline cannot be asked, but a recorded one is what it compares with.
    without_baseline = NEED_A_PLACE if "--baseline" in flags else ()
    quick = {"compare": QUICK}
    for name, words in DIRECT.items():
        found, direct = run(*words, "--from", "run.json", "--json"), run(*words, *given, *quick.get(name, ()), "--json")
        if name not in without_baseline:
            assert found.code == direct.code, (name, found.err)
            assert contents(found) == contents(direct), name
        if found.code == 0:
            assert json.loads(found.out)["case"] == written["answer"]["case"], name


def contents(found):
    """The answer without what says which flag gave a value; nothing where there is none."""
    answer = json.loads(found.out) if found.code == 0 else {}
    answer.pop("overrides", None)
    for one in answer.get("differences", []):
        one.pop("from", None)
        one.pop("given_by", None)
    return answer


def test_a_certification_is_recorded_with_its_file_and_repeated_without_it(record, run, tmp_path):
    file = tmp_path / "harbor.yaml"
    file.write_text("name: Harbor\ncounty: Chautauqua, NY\nyear: 2026\ntiers:\n  gold: {wage: 24}\n")
    _, own = record("livingwage", "--certify", file, "--wage", "24", file="own.json")
    assert (own["arguments"]["certify"], list(own["files"])) == ("harbor.yaml", ["harbor.yaml"])
    assert str(tmp_path) not in json.dumps(own)
    file.unlink()
    record("livingwage", "--certify", "richmond-2017", "--wage", "16", file="shipped.json")
    assert run("replay", "own.json").code == run("replay", "shipped.json").code == 0
    (client,) = json.loads(run("diff", "own.json", "shipped.json", "--json").out)["clients"]
    assert [one["code"] for one in client["figures"]] == ["living_wage"]
    assert client["figures"][0]["before"] == own["answer"]["living_wage"]
