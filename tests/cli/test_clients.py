"""`compare` with several cases: a line for each client, each by their own case."""

import csv
import io
import json

import pytest

CASES = {
    "ana": "person: {start_age: 34, children: [3, 7], wage: 17.50, sex: female}\nplace: {county: Pierce, state: WA}\n",
    "ben": "person: {start_age: 18}\nplace: {county: Chautauqua, state: NY}\n",
    "carl": "person: {start_age: 45, sex: male, weekly_hours: 0}\n",
}
MUCH = ("--draws", "1000")


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in CASES.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return [f"{name}.yaml" for name in CASES]


def test_each_line_is_that_of_the_clients_own_screen(files, run):
    out = run("compare", *files, *MUCH).out
    lines = out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    for file, name in zip(files, ("ana, 34", "ben, 18", "carl, 45"), strict=True):
        (line,) = (one for one in lines if one.startswith(name))
        own = json.loads(run("compare", file, *MUCH, "--json").out)
        best = next(one for one in own["pathways"] if one["id"] == own["ranking"]["to_retirement"][0])
        versus = best["versus_baseline"]
        assert f"{versus['gain_mean'] / 1000:+,.0f}k" in line
        assert f"{versus['chance_well_ahead']:.0%}" in line
        kept = versus["gain"]["net_resources_present_value"]
        assert kept is None or f"{kept / 1000:+,.0f}k" in line


def test_flags_describe_the_first_client_alone(files, run):
    found = json.loads(run("compare", "--age", "22", "--state", "MT", "--also", "ana.yaml", *MUCH, "--json").out)
    first, second = found["cases"]
    assert (first["scenario"], first["start_age"], first["place"]["postal"]) == ("this person", 22, "MT")
    assert (second["scenario"], second["start_age"], second["place"]["postal"]) == ("ana", 34, "WA")
    alone = json.loads(run("compare", "ana.yaml", *MUCH, "--json").out)
    assert second["pathways"] == alone["pathways"]


def test_flags_win_over_each_of_several_files(files, run):
    found = json.loads(run("compare", *files, "--retire-age", "60", "--draws", "0", "--json").out)
    assert [case["retire_age"] for case in found["cases"]] == [60, 60, 60]


def test_rows_begin_with_the_name_of_the_case(files, run):
    rows = list(csv.DictReader(io.StringIO(run("compare", *files, "--draws", "0", "--csv").out)))
    assert [*rows[0]][0] == "scenario"
    assert list(dict.fromkeys(row["scenario"] for row in rows)) == ["ana", "ben", "carl"]


def test_files_of_one_name_are_told_apart(files, run, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "ana.yaml").write_text(CASES["carl"])
    found = json.loads(run("compare", "ana.yaml", "other/ana.yaml", "--draws", "0", "--json").out)
    assert [case["scenario"] for case in found["cases"]] == ["ana.yaml", "other/ana.yaml"]


def test_details_has_each_clients_own_answer(files, run):
    out = run("compare", "ben.yaml", "carl.yaml", "--draws", "0", "--details").out
    assert out.endswith(run("compare", "carl.yaml", "--draws", "0", "--details").out)
    assert run("compare", "ben.yaml", "--draws", "0", "--details").out.strip() in out


def test_one_that_is_not_there_stops_all(files, run):
    assert run("compare", "ana.yaml", "nobody.yaml") == (
        2,
        "",
        "error: nobody.yaml: there is no such file or folder\n  hint: check the name and the folder you are in\n",
    )
    assert run("compare", *files, "--headline") == (
        2,
        "",
        "error: --headline: it is about one person, and several are given\n  hint: give one scenario\n",
    )
    written = run("compare", *files, "-o", "ben.yaml", "--force", "--csv")
    assert (written.code, written.out) == (2, "")


def test_what_flags_changed_of_every_case_is_said(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ana.yaml").write_text("person: {start_age: 34, wage: 17.50}\n")
    (tmp_path / "ben.yaml").write_text("person: {start_age: 22, wage: 14}\n")
    two = ("compare", "ana.yaml", "ben.yaml", "--draws", "0")
    plain = run(*two, "--record", "two.json").out
    assert "Changed by flags" not in plain
    assert plain.startswith("2 clients, each by their own case: ")
    for words in ((*two, "--wage", "20"), ("compare", "--from", "two.json", "--wage", "20", "--draws", "0")):
        found = run(*words).out
        assert found.startswith("2 clients, each by their own case but for the flags: ")
        assert "Changed by flags: wage 20 (ana 17.50, ben 14).\n" in found
    also = run("compare", "ana.yaml", "--also", "ben.yaml", "--wage", "20", "--draws", "0").out
    assert "Changed by flags: wage 20 (ana 17.50).\n" in also
