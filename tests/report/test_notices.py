"""Every notice has its sentence, every sentence its notice, and each is given where it applies and not beside it."""

import ast
import json
import re
from pathlib import Path

import pytest

import mobcalc.analysis
import mobcalc.results
from mobcalc.report.text import budget, living_wage, notices

TABLES = (
    notices.NOTICES,
    notices.REASONS,
    living_wage.WARNINGS,
    living_wage.WHY,
    budget.SAID,
    budget.RENTS,
    budget.CARE,
    budget.OTHER,
)
"""The sentences by code."""


def texts(package):
    """All texts in the code of a package, and those that are the code of a notice as they stand."""
    trees = [ast.parse(file.read_text()) for file in Path(package.__file__).parent.glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    whole = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    calls = [n for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "Notice"]
    codes = {n.args[0].value for n in calls if n.args and isinstance(n.args[0], ast.Constant)}
    return whole, codes


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    known, codes = texts(mobcalc.analysis)
    known |= texts(mobcalc.results)[0]
    assert len(codes) > 30
    assert codes <= {code for table in TABLES for code in table}
    assert set(notices.NOTICES) <= known
    assert set(living_wage.WARNINGS) <= known


def warnings(run, *arguments):
    """All warnings of a comparison, those of its pathways too."""
    found = json.loads(run("compare", "--draws", "0", *arguments, "--json").out)
    return [*found["warnings"], *(said for pathway in found["pathways"] for said in pathway["warnings"])]


def is_said(code, said):
    sentence = re.sub(r"\\\{\w+\\\}", ".+", re.escape(notices.NOTICES[code]))
    return any(re.fullmatch(sentence, one) for one in said)


ELECTRICIAN, ASSOCIATE, CERTIFICATE = "electrician-apprenticeship", "associate-degree", "certificate"
BACHELORS, EVALUATED, YOUTH = "bachelors-degree", "apprenticeship-as-evaluated", "intensive-youth-training"
# The code, flags with which it is said, and flags next to them with which it is not.
CASES = {
    "only_own_cost": (("-p", YOUTH, "--set", "person.transport=500"), ("-p", YOUTH)),
    "woman_in_occupation": (
        ("--occupation", "registered nurse", "--sex", "female"),
        ("-p", ELECTRICIAN, "--sex", "female"),
    ),
    "woman_in_trade": (("-p", ELECTRICIAN, "--sex", "female"), ("-p", ELECTRICIAN, "--sex", "male")),
    "education_effects": (("--education", ASSOCIATE, "-p", YOUTH), ("--education", ASSOCIATE, "-p", BACHELORS)),
    "education": (("--education", ASSOCIATE), ("--education", ASSOCIATE, "--wage", "25")),
    "held_credit": (("--education", CERTIFICATE, "-p", BACHELORS), ("-p", BACHELORS)),
    "held_not_used": (("--education", CERTIFICATE, "-p", ELECTRICIAN), ("-p", ELECTRICIAN)),
    "years_out": (("--age", "30", "--years-out", "3"), ("--age", "30")),
    "years_out_in_wage": (("--age", "30", "--years-out", "3", "--wage", "20"), ("--age", "30", "--years-out", "3")),
    "disability": (("--disability",), ("--disability", "--state", "NY")),
    "disability_counted": (("--disability", "--state", "NY"), ("--disability",)),
}


@pytest.mark.parametrize("code", CASES)
def test_a_notice_is_given_where_it_applies_alone(code, run):
    with_it, without = CASES[code]
    assert is_said(code, warnings(run, *with_it))
    assert not is_said(code, warnings(run, *without))


def test_what_is_said_where_an_effect_is_shared(run):
    def said(*arguments):
        found = run("solve", "completion.rate", *arguments, "--draws", "200", "--json")
        assert found.code == 0, found.err
        return json.loads(found.out)["pathway_warnings"]

    assert is_said("effect_shared", said("-p", EVALUATED, "--chance", "0.5", "--low", "0.1"))
    assert not is_said("effect_shared", said("-p", CERTIFICATE, "--chance", "0.5", "--low", "0.1"))
