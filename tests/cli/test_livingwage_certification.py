"""`livingwage --certify` as people and scripts meet it."""

import csv
import io
import json

import pytest

CERTIFY = ("livingwage", "--certify", "richmond-2017", "--wage")


@pytest.mark.parametrize(
    ("wage", "insurance", "tier", "missing"),
    [
        ("16", False, "gold", None),
        ("15.99", False, "silver", 0.01),
        ("14.50", True, "gold", None),
        ("14.49", True, "silver", 0.01),
        ("14.50", False, "silver", 1.50),
        ("12.50", False, "silver", 3.50),
        ("12.49", False, "aspiring", 0.01),
        ("11", False, "aspiring", 1.50),
        ("9.50", True, "aspiring", 1.50),
        ("9.49", True, None, 0.01),
        ("10.99", False, None, 0.01),
    ],
)
def test_which_tier_a_wage_meets(run, wage, insurance, tier, missing):
    found = run(*CERTIFY, wage, *(["--insurance"] if insurance else []), "--json")
    assert (found.code, found.err) == (int(tier is None), "")
    answer = json.loads(found.out)
    assert answer["tier"] == tier
    assert answer["missing_to_next"] == missing


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("livingwage-certified.txt", ("14.50", "--insurance")),
        ("livingwage-certified-silver.txt", ("14.50",)),
        ("livingwage-certified.md", ("14.50", "--insurance", "--details", "--format", "markdown")),
    ],
)
def test_golden_output(name, arguments, as_golden):
    as_golden(name, *CERTIFY, *arguments)


def test_tiers_by_hand(run, assumptions):
    answer = json.loads(run(*CERTIFY, "14.50", "--insurance", "--json").out)
    gold, silver, aspiring = answer["tiers"]
    assert [tier["name"] for tier in answer["tiers"]] == ["gold", "silver", "aspiring"]
    assert (gold["wage"], gold["with_insurance"], gold["needed"], gold["met"]) == (16.0, 14.5, 14.5, True)
    prices = assumptions.economy.consumer_prices.value
    assert gold["restated"] == pytest.approx(14.5 * prices[2025] / prices[2017], abs=0.005)
    assert gold["below_living_wage"] == pytest.approx(answer["living_wage"] - 14.5, abs=0.01)
    # Virginia's minimum wage was 12.41 dollars in 2025.
    assert [tier["is_below_minimum_wage"] for tier in (gold, silver, aspiring)] == [False, True, True]


def test_the_living_wage_is_that_of_livingwage_there(run):
    answer = json.loads(run(*CERTIFY, "14.50", "--json").out)
    assert (
        answer["living_wage"] == json.loads(run("livingwage", "--county", "Richmond city, VA", "--json").out)["hourly"]
    )
    family = json.loads(run(*CERTIFY, "14.50", "--child", "3", "--state", "NY", "--json").out)
    assert (
        family["living_wage"] == json.loads(run("livingwage", "--state", "NY", "--child", "3", "--json").out)["hourly"]
    )
    assert family["place"]["postal"] == "NY"


def test_a_row_for_each_tier(run):
    rows = list(csv.DictReader(io.StringIO(run(*CERTIFY, "14.50", "--csv").out)))
    assert [(row["tier"], row["met"], row["wage"]) for row in rows] == [
        ("gold", "false", "14.5"),
        ("silver", "true", "14.5"),
        ("aspiring", "true", "14.5"),
    ]


def test_a_wage_below_the_minimum_is_said(run):
    found = run(*CERTIFY, "9")
    said = " ".join(found.out.split())
    assert found.code == 1
    assert "That meets no tier. $2.00 an hour is missing to aspiring." in said
    assert "$9.00 is below the minimum wage, $12.41." in said


def test_another_citys_file(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text("name: Own\ncounty: Chautauqua, NY\nyear: 2025\ntiers:\n  first: {wage: 20}\n")
    found = run("livingwage", "--certify", "own.yaml", "--wage", "20", "--details")
    assert found.code == 0
    said = " ".join(found.out.split())
    assert "That meets first, the highest tier." in said
    assert "the tiers are from your own file, own.yaml." in said
    assert "The tiers are of" not in said
    (tmp_path / "own.yaml").write_text("name: Own\ncounty: Nowhere, ZZ\nyear: 2025\ntiers:\n  first: {wage: 20}\n")
    found = run("livingwage", "--certify", "own.yaml", "--wage", "20")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("error: own.yaml: county: ")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--certify", "richmond-2017"), "--wage: the wage that is paid is missing\n  hint: add --wage 14.50"),
        (("--certify", "richmond-2017", "--wage", "$14"), None),
        (
            ("--certify", "richmond-2017", "--wage", "1450"),
            "--wage: 1450 dollars an hour is no wage\n  hint: give 1 to 500",
        ),
        (
            ("--state", "VA", "--insurance"),
            "--insurance: it is asked about with a certification\n  hint: add --certify richmond-2017",
        ),
        (
            ("--certify", "richmond-2017", "--wage", "14", "--pathway", "certificate"),
            "--pathway: a certification is about an employer's wage\n  hint: leave out --pathway",
        ),
    ],
)
def test_what_cannot_be_answered(run, arguments, error):
    found = run("livingwage", *arguments)
    assert (found.code, found.out) == (2, "")
    if error is not None:
        assert found.err == f"error: {error}\n"
