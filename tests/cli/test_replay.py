"""`mobcalc replay`: a recorded run repeated by this version."""

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

import mobcalc
from mobcalc.loader import loading
from mobcalc.schema import record_at
from mobcalc.schema.walking import with_leaf

RATE = "pathways.associate-degree.completion.rate"
QUICK = ("--draws", "0")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def recorded(run):
    """Records a run as run.json."""

    def record_it(*arguments):
        found = run(*arguments, "--record", "run.json", "--force")
        assert (found.code, found.err) == (0, "")

    return record_it


@pytest.fixture
def shipped_otherwise(monkeypatch):
    """Puts other values into the bundled assumptions, as a later version would have them."""

    def ship(**values):
        before = loading.bundled

        def changed():
            records = before()
            for name, value in values.items():
                leaf = msgspec.structs.replace(record_at(records, name), value=value, range=None)
                records = with_leaf(records, name, leaf)
            return records

        monkeypatch.setattr(loading, "bundled", changed)

    return ship


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", *QUICK),
        ("compare", "--county", "Tacoma, WA", "--occupation", "hvac", "--child", "3", "--draws", "200", "--seed", "4"),
        ("compare", "--headline"),
        ("compare", "--education", "associate", "--no-aid", "--out", "30:2", *QUICK),
        ("timeline", "-p", "certificate", "--group", "leaver"),
        ("cliff", "--state", "NY", "--child", "3", "--with-coverage"),
        ("livingwage", "--county", "Kings, NY", "--wage", "20"),
        ("sensitivity", "--versus", "certificate", "-p", "associate-degree", "--top", "2"),
        ("solve", "completion.rate", "-p", "certificate", "--gain", "5000"),
    ],
)
def test_a_run_repeated_agrees(arguments, recorded, run):
    recorded(*arguments)
    found = run("replay", "run.json")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("run.json: the answer is the same, to the last byte.\n")
    assert json.loads(Path("run.json").read_text())["answer_sha256"] in found.out
    assert len(found.out.splitlines()) <= 23


def test_nothing_but_the_record_is_needed(recorded, run, monkeypatch):
    Path("my.yaml").write_text("economy.discount_rate: 0.05\n")
    Path("ana.yaml").write_text("person: {age: 30}\n")
    recorded("compare", "ana.yaml", "-a", "my.yaml", *QUICK)
    Path("my.yaml").unlink()
    Path("ana.yaml").write_text("person: {age: 50}\n")
    Path("other.yaml").write_text("economy.discount_rate: 0.07\n")
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", "other.yaml")
    found = run("replay", "run.json")
    assert (found.code, found.err) == (0, "")


def test_only_the_number_of_the_version_may_differ(recorded, run, monkeypatch):
    recorded("compare", *QUICK)
    before = mobcalc.__version__
    monkeypatch.setattr(mobcalc, "__version__", "9.9.9")
    found = run("replay", "run.json")
    assert found.code == 0
    text = " ".join(found.out.split())
    assert "the answer is the same, to the last byte. Only the number of the version differs." in text
    assert f"mobcalc {before} -> 9.9.9" in text


def test_a_bundled_number_that_changed_is_named_with_what_it_does(recorded, run, shipped_otherwise):
    recorded("compare")
    before = json.loads(run("compare", "--json").out)
    shipped_otherwise(**{RATE: 0.3})
    after = json.loads(run("compare", "--json").out)
    found = json.loads(run("replay", "run.json", "--json").out)
    (client,) = found["difference"]["clients"]
    (one,) = client["differences"]
    assert (one["name"], one["before"]["value"], one["after"]["value"]) == (RATE, 0.4, 0.3)
    gains = [
        next(p for p in answer["pathways"] if p["id"] == "associate-degree")["versus_baseline"]["gain"][
            "net_present_value"
        ]
        for answer in (before, after)
    ]
    effects = {effect["id"]: effect["change"] for effect in one["effects"]}
    assert effects["associate-degree"] == pytest.approx(gains[1] - gains[0], abs=0.02)
    assert effects["certificate"] == 0.0
    degree = next(p for p in client["pathways"] if p["id"] == "associate-degree")
    assert (degree["before"]["point_gain"], degree["after"]["point_gain"]) == tuple(gains)
    assert degree["explained"] == pytest.approx(gains[1] - gains[0], abs=0.02)
    assert degree["unexplained"] == pytest.approx(0.0, abs=0.02)
    assert not found["agrees"]
    assert (client["case"], found["difference"]["changed_versions"]) == ([], [])


def test_the_screen_of_a_changed_number(recorded, run, shipped_otherwise):
    recorded("compare")
    shipped_otherwise(**{RATE: 0.3})
    found = run("replay", "run.json")
    assert (found.code, found.err) == (1, "")
    assert len(found.out.splitlines()) <= 23
    assert max(map(len, found.out.splitlines())) <= 80
    text = " ".join(found.out.split())
    assert "run.json: the answer is not the same." in text
    assert "That of Degree (associate) falls by about $17,000" in text
    assert "chance to finish of Degree (associate), 40% before, 30% now" in text
    assert RATE not in text
    assert "pathways.associate-degree" in run("replay", "run.json", "--details").out


def test_what_no_number_explains_is_said_to_come_from_the_version(recorded, run, monkeypatch):
    recorded("compare", *QUICK)
    from mobcalc.questions import compare

    before = mobcalc.__version__
    monkeypatch.setattr(mobcalc, "__version__", "9.9.9")
    usual = compare.comparison

    def better(*arguments):
        answer = usual(*arguments)
        raised = []
        for one in answer.pathways:
            if one.id == "building-trades-apprenticeship":
                versus = one.versus_baseline
                gain = msgspec.structs.replace(versus.gain, net_present_value=versus.gain.net_present_value + 5000.0)
                one = msgspec.structs.replace(one, versus_baseline=msgspec.structs.replace(versus, gain=gain))  # noqa: PLW2901
            raised.append(one)
        return msgspec.structs.replace(answer, pathways=raised)

    monkeypatch.setattr(compare, "comparison", better)
    found = run("replay", "run.json")
    assert found.code == 1
    text = " ".join(found.out.split())
    assert f"+$5,000 comes from no number, but from rules and equations (mobcalc {before} -> 9.9.9)." in text
    (client,) = json.loads(run("replay", "run.json", "--json").out)["difference"]["clients"]
    trades = next(p for p in client["pathways"] if p["id"] == "building-trades-apprenticeship")
    assert (trades["explained"], trades["unexplained"]) == (0.0, 5000.0)


def test_a_table_that_changed_is_named(recorded, run, monkeypatch):
    recorded("compare", "--state", "NY", *QUICK)
    from mobcalc.store import table_versions

    usual = table_versions.table_checksums
    monkeypatch.setattr(table_versions, "table_checksums", lambda: usual() | {"oews_states_2025.csv": "0" * 64})
    content = json.loads(run("replay", "run.json", "--json").out)
    # The answer is the same; the record says all the same what is no longer so.
    assert content["agrees"]
    found = run("replay", "run.json")
    assert found.code == 1
    assert "Not what the repeated run has: oews_states_2025.csv." in " ".join(found.out.split())
    assert [one["name"] for one in content["difference"]["tables"]] == ["oews_states_2025.csv"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda whole: whole["cases"][0]["assumptions"][RATE].update(value=0.7),
            "chance to finish of Degree (associate)",
        ),
        (
            lambda whole: whole["cases"][0]["assumptions"][RATE].update(value=7),
            "chance to finish of Degree (associate)",
        ),
        (lambda whole: whole["cases"][0]["assumptions"].pop(RATE), "chance to finish of Degree (associate)"),
        (lambda whole: whole["cases"][0].update(assumptions_sha256="0" * 64), "assumptions_sha256"),
        (lambda whole: whole["tables"].update({"oews_states_2025.csv": "0" * 64}), "oews_states_2025.csv"),
        (lambda whole: whole.update(draws=7), "draws"),
    ],
)
def test_what_was_changed_beside_the_answer_is_named(change, said, recorded, run):
    recorded("compare", "--state", "NY", *QUICK)
    whole = json.loads(Path("run.json").read_text())
    change(whole)
    Path("run.json").write_text(json.dumps(whole))
    found = run("replay", "run.json")
    assert (found.code, found.err) == (1, "")
    assert " ".join(found.out.split()).startswith(
        "run.json: the answer is the same, but not all that the record says it rests on. "
        f"Not what the repeated run has: {said}. "
    )


def test_rows_of_a_replay(recorded, run, shipped_otherwise):
    recorded("compare", *QUICK)
    shipped_otherwise(**{RATE: 0.3})
    first, *rows = csv.DictReader(io.StringIO(run("replay", "run.json", "--csv").out))
    assert (first["kind"], first["agrees"]) == ("verdict", "false")
    changed = {(row["kind"], row["of"], row["name"]): row for row in rows}
    of_degree = changed["assumption", "associate-degree", RATE]
    assert (of_degree["before"], of_degree["after"]) == ("0.4", "0.3")
    assert float(of_degree["gain_change"]) < -10_000
    assert float(changed["pathway", "associate-degree", "completion_rate"]["after"]) == 0.3


def test_the_screen_in_spanish(recorded, run, shipped_otherwise):
    recorded("compare", *QUICK)
    assert run("replay", "run.json", "--lang", "es").out.startswith("run.json: la respuesta es la misma")
    shipped_otherwise(**{RATE: 0.3})
    found = run("replay", "run.json", "--lang", "es")
    assert "la respuesta no es la misma" in found.out
    assert "Pay in the year" not in found.out


def test_an_answer_that_was_changed_in_its_file_is_refused(recorded, run):
    recorded("compare", *QUICK)
    text = Path("run.json").read_text()
    Path("run.json").write_text(text.replace('"retire_age":65', '"retire_age":66', 1))
    assert run("replay", "run.json") == (
        2,
        "",
        "error: run.json: answer_sha256: the answer in it is not the one of its checksum, so the file was changed\n"
        "  hint: take the file as --record wrote it\n",
    )
    assert run("diff", "run.json", "run.json").code == 2


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"output": "x.json"}, "arguments: 'compare' takes no such 'output' as it says, or needs one"),
        ({"record": "x.json"}, "arguments: 'compare' takes no such 'record' as it says, or needs one"),
        ({"from_": "x.json"}, "arguments: 'compare' takes no such 'from_' as it says, or needs one"),
        ({"wage": True}, "arguments: 'compare' takes no such 'wage' as it says, or needs one"),
        ({"no_such": "1"}, "arguments: 'compare' takes no such 'no_such' as it says, or needs one"),
        ({"scenario": ["/etc/passwd"]}, "files: it does not hold '/etc/passwd', which it names"),
        ({"assumptions": ["/etc"]}, "files: it does not hold '/etc', which it names"),
        ({"wage": "x"}, "--wage: person.wage: 'x' is not a number"),
    ],
)
def test_a_record_does_nothing_that_its_command_does_not(arguments, error, recorded, run):
    recorded("compare", *QUICK)
    content = json.loads(Path("run.json").read_text())
    Path("run.json").write_text(json.dumps({**content, "arguments": arguments}))
    found = run("replay", "run.json")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("error: run.json: ")
    assert error in found.err
    assert [file.name for file in Path().iterdir()] == ["run.json"]


def test_the_record_is_not_written_over(recorded, run):
    recorded("compare", *QUICK)
    found = run("replay", "run.json", "-o", "run.json", "--force")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("error: run.json: this file is read from, so it is not written to\n")
