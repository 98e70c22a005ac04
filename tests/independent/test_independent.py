"""What docs/method.md says, worked out from it alone, against what the program computes."""

import functools
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.independent.recompute import in_force, recompute

FILE = Path(__file__).with_name("cases.yaml")
CASES = yaml.safe_load(FILE.read_text())
FLAGS = {"start_age": "age", "weekly_hours": "hours"}
WHERE = {
    "gain": ("versus_baseline", "gain", "net_present_value"),
    "completer_gain": ("versus_baseline", "completer_gain", "net_present_value"),
    "leaver_gain": ("versus_baseline", "leaver_gain", "net_present_value"),
    "first_decade_earnings": ("expected", "first_decade_earnings"),
    "completer_pay": ("completer", "pay_first_year_after_training"),
    "expected_pay": ("expected", "pay_first_year_after_training"),
}


def mobcalc(*words):
    return json.loads(subprocess.check_output([sys.executable, "-m", "mobcalc", *words, "--json"], text=True))


@functools.cache
def numbers(*place):
    return in_force(mobcalc("assumptions", "list", *place))


def worked_out(case):
    n, national = numbers(*case.get("place", [])), numbers()
    usual = {name.removeprefix("person."): value for name, value in n.items() if name.startswith("person.")}
    return recompute(n, national, usual | case["person"], f"pathways.{case['pathway']}")


def flags(person):
    for name, value in person.items():
        if name == "planned_out":
            yield from (f"--out={age}:{out}" for age, out in value.items())
        else:
            yield f"--{FLAGS.get(name, name)}={value}"


def computed(case):
    asked = [*flags(case["person"]), *case.get("place", []), "--pathway", case["pathway"]]
    pathway = mobcalc("compare", *asked, "--draws", "0")["pathways"][1]
    assert pathway["id"] == case["pathway"]
    return {name: functools.reduce(lambda at, key: at[key], WHERE[name], pathway) for name in case["amounts"]}


@pytest.mark.parametrize("name", CASES)
def test_the_document_says_what_the_program_computes(name):
    assert computed(CASES[name]) == pytest.approx(worked_out(CASES[name]), abs=0.01, rel=0)


@pytest.mark.parametrize("name", CASES)
def test_the_amounts_in_the_file_are_those_of_the_document(name):
    assert worked_out(CASES[name]) == pytest.approx(CASES[name]["amounts"], abs=0.01, rel=0)


def renew():
    """Write the amounts of every case anew."""
    top = "".join(line for line in FILE.read_text().splitlines(keepends=True) if line.startswith("#"))
    for case in CASES.values():
        case["amounts"] = {amount: round(value, 2) for amount, value in worked_out(case).items()}
    FILE.write_text(top + yaml.safe_dump(CASES, sort_keys=False))


if __name__ == "__main__":
    renew()
