"""`mobcalc schema`: which JSON is described, and the description itself."""

import json

import pytest
from jsonschema import Draft202012Validator

from mobcalc.cli.shell_words import answers
from mobcalc.report.contract.json_schema import ANSWERS, schema_of
from tests.cli.test_start_up import imported


def test_without_a_command_it_lists_those_that_have_one(run):
    found = run("schema")
    assert (found.code, found.err) == (0, "")
    lead, names, last = found.out.split("\n\n")
    assert last == "mobcalc schema record prints that of the file which --record writes.\n"
    assert lead == "mobcalc schema COMMAND prints the JSON Schema (draft 2020-12) of COMMAND --json:"
    assert [name.strip() for name in names.splitlines()] == list(ANSWERS)


@pytest.mark.parametrize("words", [["compare"], ["assumptions", "diff"], ["assumptions-diff"]])
def test_a_schema_is_printed(words, run):
    found = run("schema", *words)
    assert (found.code, found.err) == (0, "")
    schema = json.loads(found.out)
    assert schema == schema_of(" ".join(words).replace("-", " "))
    assert schema["title"] == f"mobcalc {' '.join(words).replace('-', ' ')} --json"


def test_an_output_of_yours_can_be_held_against_it(run):
    validator = Draft202012Validator(json.loads(run("schema", "livingwage").out))
    validator.validate(json.loads(run("livingwage", "--state", "NY", "--json").out))


def test_a_record_has_one_too(run, tmp_path):
    schema = json.loads(run("schema", "record").out)
    assert schema["title"] == "mobcalc --record FILE"
    assert run("livingwage", "--state", "NY", "--record", tmp_path / "run.json").code == 0
    Draft202012Validator(schema).validate(json.loads((tmp_path / "run.json").read_text()))


def test_it_is_written_to_a_file(run, tmp_path):
    file = tmp_path / "compare.schema.json"
    assert run("schema", "compare", "-o", file) == (0, "", "")
    assert file.read_text() == run("schema", "compare").out
    assert run("schema", "compare", "-o", file).code == 4
    assert run("schema", "solve", "-o", file, "--force").code == 0
    assert json.loads(file.read_text())["title"] == "mobcalc solve --json"


BELOW = "assumptions list, assumptions show, assumptions sources, assumptions check, assumptions diff"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["comprae"], "there is no schema of 'comprae'\n  hint: did you mean compare?"),
        (["assumptions", "dif"], "there is no schema of 'assumptions dif'\n  hint: did you mean assumptions diff?"),
        (["handout"], "there is no schema of 'handout'\n  hint: 'mobcalc schema' lists all"),
        (["assumptions"], f"'assumptions' only leads to other commands\n  hint: name one of {BELOW}"),
    ],
)
def test_what_has_no_schema(words, said, run):
    assert run("schema", *words) == (2, "", f"error: {said}\n")


def test_it_needs_neither_numpy_nor_yaml():
    assert not imported("schema", "compare") & {"numpy", "yaml", "sqlite3", "rich"}


def test_a_shell_completes_them_as_one_word():
    assert answers("assumptions-d") == ["assumptions-diff"]
    assert set(answers("c")) == {"compare", "cliff", "case-show"}
