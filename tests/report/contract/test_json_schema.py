"""The published schemas: complete, with units and the meaning of null, and open to keys that are yet to come."""

import copy
import json
import shlex

import pytest
from jsonschema import Draft202012Validator
from tools import cli_reference
from tools.json_reference import things

from mobcalc.cli.help_topics import FORMATS
from mobcalc.report.contract import basis
from mobcalc.report.contract.json_schema import ANSWERS, FILES, object_of, schema_of, types_of
from mobcalc.results.pathways import Outcomes
from tests import contract

PLAIN_NUMBERS = {"format", "record", "seed", "year", "first_decade", "to_retirement", "by_chance", "above_larger"}
"""Whole numbers that are no amounts: versions, places in an order, the years of a study, numbers of bedrooms."""


def properties():
    return [
        (f"{one.name}.{name}", name, schema)
        for one in things().values()
        for name, schema in object_of(one)["properties"].items()
    ]


def types_in(schema):
    """The names of all types that a value may have, those within lists and maps included."""
    if isinstance(schema, list):
        return {name for one in schema for name in types_in(one)}
    found = schema.get("type", [])
    parts = [schema.get(key, []) for key in ("items", "prefixItems", "anyOf", "additionalProperties")]
    return {*([found] if isinstance(found, str) else found)}.union(*(types_in(part) for part in parts))


def is_nullable(schema):
    kinds = schema.get("type", [])
    return "null" in kinds or any(one.get("type") == "null" for one in schema.get("anyOf", []))


@pytest.mark.parametrize("command", ANSWERS | FILES)
def test_a_schema_is_one_and_stands_by_itself(command):
    schema = schema_of(command)
    Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)
    assert all(f'"$ref": "#/$defs/{name}"' in text for name in schema["$defs"])


def test_every_command_with_json_has_a_schema():
    with_json = {
        words for words, command in cli_reference.commands().items() if "--json" in cli_reference.flags_of(command)
    }
    assert with_json == set(ANSWERS)


@pytest.mark.parametrize("one", things().values(), ids=lambda one: one.name)
def test_an_object_has_every_field_of_its_results(one):
    fields = set(types_of(one))
    assert fields - set(one.keys) == set(one.without)
    assert not set(one.without) & set(one.keys)


def test_names_of_objects_are_of_one_object_each():
    objects = [one for answer in (ANSWERS | FILES).values() for one in (*answer.things, *answer.objects)] + [
        *basis.OBJECTS
    ]
    assert len({one.name for one in objects}) == len({id(one) for one in objects})


@pytest.mark.parametrize(("path", "name", "schema"), properties(), ids=lambda part: part if "." in str(part) else "")
def test_a_key_says_what_it_is(path, name, schema):
    assert schema["description"]
    kinds = types_in(schema)
    if "number" in kinds or ("integer" in kinds and name not in PLAIN_NUMBERS):
        assert schema.get("x-unit"), f"{path} has no unit"
    is_open = not {"type", "anyOf", "$ref"} & set(schema)
    assert is_open or is_nullable(schema) == ("x-null" in schema), path


def test_types_are_those_of_the_results():
    found = object_of(things()["Outcomes"])["properties"]
    assert list(found) == list(Outcomes.__struct_fields__)
    assert found["net_present_value"]["type"] == "number"
    assert found["net_present_value"]["x-unit"] == "USD"
    assert found["pay_first_year_after_training"]["type"] == ["number", "null"]
    assert found["earnings"] == {
        "description": "what counts toward the comparison, one value for each year from `start_age`",
        "x-unit": "USD/year",
        "type": "array",
        "items": {"type": "number"},
    }
    assert found["worst_training_year"]["anyOf"] == [{"$ref": "#/$defs/TrainingYear"}, {"type": "null"}]


@pytest.fixture
def answered(run):
    return json.loads(run("compare", "-p", "certificate", "--state", "NY", "--json").out)


def changed(answer, change):
    answer = copy.deepcopy(answer)
    change(answer)
    return answer


def test_a_reader_of_an_older_version_may_meet_new_keys(answered):
    answered["new"] = answered["pathways"][1]["new"] = answered["pathways"][1]["expected"]["new"] = 1
    Draft202012Validator(schema_of("compare")).validate(answered)
    with pytest.raises(AssertionError, match="'new' was unexpected"):
        contract.check("compare", json.dumps(answered))


CHANGES = {
    "a text for a number": lambda a: a["pathways"][1]["expected"].update(net_present_value="1"),
    "a missing key": lambda a: a["pathways"][1]["expected"].pop("net_present_value"),
    "another format": lambda a: a.update(format=3),
    "null where there is none": lambda a: a["pathways"][1].update(name=None),
    "null without its reason": lambda a: a["pathways"][1]["why"].pop("first_age_at_living_wage"),
    "null of a group without its reason": lambda a: a["pathways"][1].update(completer=None),
}


@pytest.mark.parametrize("name", CHANGES)
def test_an_output_that_is_not_as_described_is_refused(name, answered):
    contract.check("compare", json.dumps(answered))
    with pytest.raises(AssertionError):
        contract.check("compare", json.dumps(changed(answered, CHANGES[name])))


ODD = (
    "compare --occupation 'CNA to LPN' --state NY --draws 100",
    "compare --occupation welder --quit-after 1 --draws 100 --state TX --child 1",
    "compare --age 62 --retire-age 64 -p certificate --draws 100 --state NY",
    "compare --age 50 --retire-age 52 -p short-sectoral-training --draws 0 --state NY",
    "compare --baseline short-sectoral-training -p certificate -p associate-degree --draws 100 --state NY",
    "compare --baseline associate-degree -p certificate --draws 0 --state NY --quit-after 0.5",
    "compare --out 25:3 --sex female --draws 0 --state MS --disability",
    "compare --set pathways.certificate.completion.rate=0 -p certificate --draws 100 --state NY",
    "timeline -p short-sectoral-training -g all --state NY",
    "timeline --baseline certificate -p associate-degree --group all",
    "cliff --state TX --adults 2 --child 3 --partner-earnings 140000 -p certificate -g leaver",
    "cliff --state NY --disability --wage 20",
    "livingwage --state NY --adults 2 --partner-earnings 300000 --wage 20",
    "sensitivity -p associate-degree --age 60",
    "solve length -p associate-degree --age 60",
    "solve wage -p associate-degree --age 30",
    "occupations show actors --county 'Jamestown, NY'",
    "occupations search electricain",
    "places show DC",
    "assumptions list place --county 'Chautauqua, NY'",
    "assumptions show economy.consumer_prices",
    "assumptions diff --retire-age 20 -p associate-degree",
    "assumptions diff --set economy.timing=end --state NY",
    "program resource-center --draws 0",
    "program national-headline --draws 100",
    "program jamestown-dream-it-do-it --draws 0",
    "program tacoma-training --draws 100 --with cost=0",
    "livingwage --certify richmond-2017 --wage 16 --state NY",
    "raise --state TX --from 14 --to 60 --disability",
)
"""Cases with keys that are null for unusual reasons."""


@pytest.mark.parametrize("line", ODD)
def test_odd_cases_are_as_described(line, run):
    words = [*shlex.split(line), "--json"]
    found = run(*words)
    assert (found.code, found.err) == (0, "")
    contract.check(contract.command_of(words), found.out)


def test_codes_are_text(run):
    found = json.loads(run("compare", "--state", "CT", "--county", "Hartford", "--draws", "0", "--json").out)
    assert (found["place"]["state_fips"], found["place"]["county_fips"]) == ("09", "09110")
    places = json.loads(run("places", "search", "Hartford, CT", "--json").out)["places"]
    assert "09110" in {one["code"] for one in places}


def test_the_help_names_the_command():
    assert "mobcalc schema compare" in FORMATS
