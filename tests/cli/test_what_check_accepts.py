"""What `assumptions check` accepts every command serves, and what it refuses they refuse alike."""

import json
import random
from pathlib import Path

import pytest

from mobcalc.loader.bundled import bundled
from mobcalc.schema import records
from mobcalc.units import UNITS

FULL = ", kind: assumed, source: judgement, note: made up"
SCHOOL = f"""name: Welding school
family: training
evidence: levels
summary: Welding.
earnings:
  percentiles: {{value: [30000, 36000, 45000, 55000, 65000], unit: USD/year, price_year: 2025{FULL}}}
  causal_share: {{value: 0.7, unit: share{FULL}}}
  male_share: {{value: 0.5, unit: share{FULL}}}
leaver_gain_share: {{value: 0.1, unit: share{FULL}}}
training:
  length: {{value: 1, unit: years{FULL}}}
  student_earnings_share: {{value: 0.3, unit: share{FULL}}}
completion:
  denominator: all who start
  rate: {{value: 0.5, unit: share{FULL}}}
costs:
  books_and_supplies: {{value: 100, unit: USD/year, price_year: 2025{FULL}}}
"""
PATHWAYS = ("building-trades-apprenticeship", "associate-degree", "certificate", "electrician-apprenticeship")
COMMANDS = (
    ("compare", "--draws", "200", "-p", "certificate"),
    ("compare", "--draws", "0", "-p", "all"),
    ("timeline", "-p", "certificate", "-p", "electrician-apprenticeship"),
    ("sensitivity", "-p", "certificate"),
    ("solve", "completion.rate", "-p", "certificate"),
    ("cliff", "-p", "building-trades-apprenticeship"),
    ("livingwage", "-p", "associate-degree"),
)
FACTORS = (0.6, 0.9, 1.0, 1.1, 1.7)
PLACES = ("NY", "TX", "MT")
CHANGES = 200
STARTS = ("[0, 0.25, 0.5, 0.6, 0.7, 0.8]", "[0, 0.1, 0.2, 0.3, 0.4, 1]")


def as_yaml(record, value):
    """A full record with another value, as a file gives it."""
    year = (
        "" if record.price_year is None or isinstance(record.price_year, dict) else f", price_year: {record.price_year}"
    )
    return f"{{value: {value}, unit: {record.unit}{year}{FULL}}}"


def changed(record, source):
    """A value near to that of a record, within the bounds of its unit."""
    high = UNITS[record.unit].high
    return round(min(record.value * source.choice(FACTORS), high), 6)


@pytest.fixture(scope="module")
def numbers():
    """The names of single numbers that a file may change, with their records."""
    wanted = ("economy.", "careers.", "living_wage.", *(f"pathways.{name}." for name in PATHWAYS))
    known = dict(records(bundled()))
    return {
        n: r for n, r in known.items() if n.startswith(wanted) and isinstance(r.value, float) and r.unit != "people"
    }


def person(source):
    """A person and a household in a scenario's words."""
    parts = [f"age: {source.randint(16, 62)}"]
    parts += [f"sex: {source.choice(('female', 'male'))}"] * source.randint(0, 1)
    parts += [f"wage: {source.randint(8, 45)}"] * source.randint(0, 1)
    parts += [f"hours: {source.choice((15, 30, 40, 55))}"] * source.randint(0, 1)
    parts += [
        f"children: [{', '.join(str(source.randint(0, 17)) for _ in range(source.randint(1, 2)))}]"
    ] * source.randint(0, 1)
    parts += ["adults: 2, partner_earnings: 15000"] * (source.random() < 0.3)
    parts += [f"loan: {source.choice((500, 8000))}"] * (source.random() < 0.3)
    parts += [f"education: {source.choice(('associate-degree', 'bachelors-degree'))}"] * (source.random() < 0.2)
    return f"person: {{{', '.join(parts)}}}\nplace: {source.choice(PLACES)}\n"


def finite(part):
    """Whether a JSON value holds finite numbers alone; the parser takes NaN and Infinity for numbers."""
    if isinstance(part, dict):
        return all(map(finite, part.values()))
    if isinstance(part, list):
        return all(map(finite, part))
    return not isinstance(part, float) or abs(part) < float("inf")


@pytest.mark.parametrize("block", range(10))
def test_variations_of_files(block, numbers, run, tmp_path: Path):
    source = random.Random(f"what check accepts {block}")
    served = 0
    for number in range(CHANGES // 10):
        some = source.sample(sorted(numbers), 3)
        lines = [f"{name}: {as_yaml(numbers[name], changed(numbers[name], source))}" for name in some]
        if number % 5 == 0:
            starts = f"{{value: {source.choice(STARTS)}, unit: share{FULL}}}"
            lines.append(f"pathways.electrician-apprenticeship.training.step_starts: {starts}")
        own, client = tmp_path / f"own{number}.yaml", tmp_path / f"client{number}.yaml"
        own.write_text("\n".join(lines) + "\n")
        client.write_text(person(source))
        check = run("assumptions", "check", own, "--json")
        problems = json.loads(check.out)["problems"]
        command = COMMANDS[(block + number) % len(COMMANDS)]
        for asked in (command, COMMANDS[(block + number + 3) % len(COMMANDS)]):
            found = run(*asked, client, "-a", own, "--json")
            if problems:
                assert (check.code, found.code, found.out) == (1, 2, "")
                assert all(problem["what"] in found.err for problem in problems), found.err
            elif found.code == 0:
                assert found.err == ""
                assert finite(json.loads(found.out)), (lines, asked)
                served += 1
            else:
                # A person for whom there is no answer, as for somebody of 62 who would train for five years.
                assert (found.code, found.out) == (2, "")
                assert "working life" in found.err or "person." in found.err or "compared with itself" in found.err
    assert served > CHANGES // 10


@pytest.mark.parametrize(
    "command", ["compare --draws 200", "timeline", "sensitivity", "solve wage", "solve completion.rate"]
)
def test_a_school_whose_students_hours_nobody_knows(command, run, tmp_path):
    file = tmp_path / "welding-school.yaml"
    file.write_text(SCHOOL)
    assert run("assumptions", "check", file).code == 0
    found = run(*command.split(), "-p", "welding-school", "-a", file, "--json")
    assert (found.code, found.err) == (0, "")
    assert finite(json.loads(found.out))


LOOKED_UP = (
    "figures of a place are looked up and cannot be set\n"
    "  hint: give a total for the year of your own instead, such as living_wage.housing or living_wage.child_care\n"
)


def test_figures_of_a_place_are_refused_alike(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    line = f"place:\n  infant_care_family: {{value: 250, unit: USD/week, price_year: 2025{FULL}}}\n"
    (tmp_path / "own.yaml").write_text(line)
    said = f"error: own.yaml:1: place: {LOOKED_UP}"
    assert run("assumptions", "check", "own.yaml").out.startswith("error: own.yaml:1: place: figures of a place")
    for command in ("compare", "livingwage", "cliff", "timeline", "sensitivity"):
        assert run(command, "--state", "NY", "--child", "1", "-a", "own.yaml") == (2, "", said)
    found = run("compare", "--state", "NY", "--set", "place.infant_care_family=250")
    assert found == (2, "", f"error: --set: place.infant_care_family: {LOOKED_UP}")


def test_a_step_that_starts_when_the_term_ends(run):
    found = run("compare", "--set", f"pathways.electrician-apprenticeship.training.step_starts={STARTS[1]}")
    name = "pathways.electrician-apprenticeship.training.step_starts"
    what = "the last step must start before the term ends, at 1\n  hint: give shares below 1\n"
    assert found == (2, "", f"error: --set: {name}: {what}")


@pytest.mark.parametrize("draws", ["0", "400"])
def test_a_loan_with_no_year_left_to_repay_it(draws, run):
    found = run("compare", "--age", "60", "--loan", "8000", "--draws", draws, "--json")
    assert (found.code, found.err) == (0, "")
    assert finite(json.loads(found.out))


def test_the_household_of_every_age_tried(run):
    for name in ("age", "retire_age"):
        found = run("solve", name, "-p", "certificate", "--state", "NY", "--child", "3", "--age", "50", "--json")
        assert (found.code, found.err) == (0, "")
        assert json.loads(found.out)["answer"] in ("crossings", "always", "never")


def test_numbers_that_are_none(run):
    assert run("compare", "--set", "person.planned_out={²: 1}").code == 2
    assert run("compare", "--out", "²:1").code == 2
    most = "is more than anybody gains\n  hint: give dollars from -100000000 to 100000000\n"
    assert run("solve", "wage", "--gain", "1e308") == (2, "", f"error: --gain: 1e308 {most}")


def test_there_is_no_best_value_where_nothing_matters(run):
    found = json.loads(run("solve", "person.loan_rate", "-p", "certificate", "--json").out)
    assert (found["matters"], found["best"]) == (False, None)
    assert all(one["amount"] == pytest.approx(found["grid"][0]["amount"]) for one in found["grid"])
    assert "makes no difference here" in run("solve", "person.loan_rate", "-p", "certificate").out
