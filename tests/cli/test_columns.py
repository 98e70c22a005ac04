"""Flat rows begin with the inputs of their scenario, and have the columns that are asked for."""

import csv
import io
import json

import pytest

ANA = """
person: {age: 30, sex: female, wage: 21, hours: 35, children: [3, 7], education: some-college}
place: {state: CT, county: Hartford}
occupation: electrician
pathways: apprenticeship-47-2111
set:
  economy.discount_rate: 0.04
"""
COMMANDS = {
    "compare": ("compare", "--draws", "0"),
    "timeline": ("timeline",),
    "sensitivity": ("sensitivity",),
    "solve": ("solve", "completion.rate"),
    "cliff": ("cliff",),
    "livingwage": ("livingwage",),
    "livingwage certify": ("livingwage", "--certify", "richmond-2017", "--wage", "21"),
}
INPUTS = {
    "scenario": "ana",
    "state": "CT",
    "county_fips": "09110",
    "metro_code": "",
    "start_age": "30",
    "retire_age": "65",
    "sex": "female",
    "education": "some-college",
    "wage": "21.0",
    "hours": "35.0",
    "years_out": "",
    "adults": "1",
    "disability": "false",
    "unmarried": "false",
    "care": "paid",
    "health_plan": "employer",
    "voucher": "false",
    "tanf": "false",
    "school_meals": "false",
    "rules_year": "2026",
    "occupation": "47-2111",
    "baseline": "no-postsecondary",
    "discount_rate": "0.04",
}


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def ana(tmp_path):
    file = tmp_path / "ana.yaml"
    file.write_text(ANA)
    return file


@pytest.mark.parametrize("command", COMMANDS)
def test_the_inputs_come_first_and_are_the_same_in_all_commands(command, run, ana):
    words, *more = COMMANDS[command]
    found = run(words, *more[:1], ana, *more[1:], "--csv") if words == "solve" else run(words, ana, *more, "--csv")
    assert (found.code, found.err) == (0, "")
    first = rows(found.out)[0]
    assert list(first)[:28] == [
        *("scenario", "state", "county", "county_fips", "metro_code", "start_age", "retire_age", "sex", "education"),
        *("wage", "hours", "years_out", "adults", "children", "partner_earnings", "disability", "unmarried", "care"),
        *("health_plan", "voucher", "tanf", "school_meals", "rules_year", "occupation", "baseline", "discount_rate"),
        *("overrides", "price_year"),
    ]
    assert {name: first[name] for name in INPUTS} == INPUTS
    assert first["children"] == "3; 7"
    assert first["overrides"] == (
        "person.start_age=30.0; person.sex=female; person.wage=21.0; person.weekly_hours=35.0; "
        "person.children=[3.0,7.0]; person.education=some-college; economy.discount_rate=0.04"
    )


def test_money_set_in_other_dollars_says_so_as_set_takes_it(run):
    given = "pathways.certificate.costs.tuition_and_fees={value: 4000, price_year: 2020}"
    arguments = ("compare", "-p", "certificate", "--draws", "0", "--csv", "--columns", "overrides,id,expected.*")
    found = run(*arguments, "--set", given)
    said = rows(found.out)[0]["overrides"]
    assert said == "pathways.certificate.costs.tuition_and_fees={value: 4000.0, price_year: 2020}"
    assert run(*arguments, "--set", said).out == found.out


def test_a_year_of_a_pathway_has_the_household_of_that_year(run, ana):
    years = rows(run("livingwage", ana, "--csv").out)
    assert [years[n]["children"] for n in (0, 12, 17)] == ["3; 7", "15", ""]
    assert years[17]["household"] == "1 adult and no children"


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
def test_columns_are_chosen_and_put_in_order(form, run):
    found = run(
        "compare", "--draws", "0", "--format", form, "--columns", "expected.earnings_q*, id,id,rank.?????_decade"
    )
    first = found.out.splitlines()[0]
    names = list(json.loads(first)) if form == "jsonl" else first.split("," if form == "csv" else "\t")
    assert names == [*(f"expected.earnings_quintile.{age}" for age in (30, 40, 50)), "id", "rank.first_decade"]


def test_columns_of_a_file_by_its_ending(run, tmp_path):
    assert run("places", "search", "Springfield", "--columns", "name,code", "-o", tmp_path / "a.csv").code == 0
    assert (tmp_path / "a.csv").read_text().splitlines()[0] == "name,code"


def test_columns_of_nothing_found(run):
    assert run("places", "search", "Qqqqq", "--csv", "--columns", "name") == (0, "\n", "")


ONLY = "error: --columns: only csv, tsv, jsonl have columns to choose\n  hint: add --csv, or leave out --columns\n"


@pytest.mark.parametrize("format_", [(), ("--json",), ("--format", "markdown"), ("-o", "page.html")])
def test_columns_of_what_has_none(format_, run):
    assert run("compare", "--columns", "id", *format_) == (2, "", ONLY)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("id,nmae", "there is no column 'nmae'\n  hint: did you mean name?\n"),
        ("*.zzz", "there is no column '*.zzz'\n  hint: the first line of --csv without --columns has all names\n"),
        (" , ", "no column is named\n  hint: name some, such as --columns id,name\n"),
    ],
)
def test_columns_that_there_are_not(names, said, run, tmp_path):
    file = tmp_path / "a.csv"
    found = run("compare", "--draws", "0", "--csv", "--columns", names, "-o", file)
    assert found == (2, "", f"error: --columns: {said}")
    assert not file.exists()
