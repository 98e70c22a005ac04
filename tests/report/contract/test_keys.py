"""What scripts rely on stays: every key, its type and its unit, and every column of the first release.

New ones are added to the files with MOBCALC_RENEW_GOLDENS=1; what is in them is never taken out.
"""

import json
import os

import pytest
from tools.json_reference import kind, things

from mobcalc.report.contract.json_schema import object_of
from tests.conftest import GOLDEN

ROWS = {
    "compare": ("--draws", "0"),
    "timeline": ("-p", "certificate"),
    "sensitivity": (),
    "solve": ("completion.rate", "-p", "certificate"),
    "cliff": ("--state", "NY"),
    "livingwage": ("--state", "NY"),
    "livingwage by year": ("--state", "NY", "-p", "certificate"),
    "livingwage certified": ("--certify", "richmond-2017", "--wage", "16"),
    "raise": ("--state", "NY", "--from", "17", "--to", "20"),
    "program": ("missoula-partnership", "--draws", "0"),
    "program changed": ("missoula-partnership", "--draws", "0", "--with", "completion=0.6"),
    "program list": (),
}


def keep(name, lines):
    """Refuse a line of a file that is gone, and add new ones where the files are renewed."""
    file = GOLDEN / name
    frozen = file.read_text().splitlines() if file.exists() else []
    gone = [line for line in frozen if line not in set(lines)]
    assert not gone, f"{name}: these were promised to scripts and are gone or changed: {gone[:10]}"
    new = [line for line in lines if line not in set(frozen)]
    if os.environ.get("MOBCALC_RENEW_GOLDENS"):
        file.write_text("".join(f"{line}\n" for line in [*frozen, *new]))
    else:
        assert not new, f"{name}: not in it yet: {new[:10]}; run with MOBCALC_RENEW_GOLDENS=1"


def test_keys_of_the_json_stay():
    keep(
        "schema-keys.txt",
        [
            f"{one.name}.{name}: {kind(schema)} [{schema.get('x-unit', '')}]"
            for one in things().values()
            for name, schema in object_of(one)["properties"].items()
        ],
    )


@pytest.mark.parametrize("command", ROWS)
def test_columns_stay(command, run):
    header = run(command.split()[0], *ROWS[command], "--csv").out.splitlines()[0]
    keep(f"schema-columns-{command.replace(' ', '-')}.txt", header.split(","))


def test_columns_of_changes_stay(run, tmp_path):
    record = tmp_path / "run.json"
    assert run("livingwage", "--state", "NY", "--record", record).code == 0
    for name, arguments in {"replay": [record], "diff": [record, record]}.items():
        keep(f"schema-columns-{name}.txt", run(name, *arguments, "--csv").out.splitlines()[0].split(","))


def test_the_keys_that_were_published_first_are_there(run):
    """Those of the first agreement with scripts, by their paths."""
    found = json.loads(run("compare", "-p", "electrician-apprenticeship", "--json").out)
    for key in (
        *("format", "mobcalc", "price_year", "discount_rate", "start_age", "retire_age", "seed", "draws"),
        *("assumptions_sha256", "overrides", "baseline", "pathways", "ranking", "warnings"),
    ):
        assert key in found
    assert set(found["ranking"]) == {"first_decade", "to_retirement", "by_chance"}
    _, pathway = found["pathways"]
    for key in (
        *("id", "name", "family", "completion_rate", "estimates", "evidence_agrees"),
        *("expected", "completer", "leaver", "versus_baseline", "warnings"),
    ):
        assert key in pathway
    assert {"id", "kind", "weight", "yearly_effect", "spread", "gain"} <= set(pathway["estimates"][0])
    assert "net_present_value" in pathway["estimates"][0]["gain"]
    for key in (
        *("gain", "break_even_ages", "chance_ahead", "chance_well_ahead", "chance_standard_error", "gain_p10"),
        *("gain_p50", "gain_p90", "gain_mean", "gain_standard_error", "completer_gain_mean", "leaver_gain_mean"),
    ):
        assert key in pathway["versus_baseline"]
    assert set(pathway["versus_baseline"]["break_even_ages"][0]) == {"age", "direction"}
