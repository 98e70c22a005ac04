"""A count and its noun agree, be it none, one, one and a half or two."""

import re
from itertools import product

import pytest

from mobcalc.results.notices import Notice
from mobcalc.units import counted
from mobcalc.wording import livingwage, notices

ONE = re.compile(r"(?<![\d.,$-])1 (years|hours|people|adults|children|bedrooms|lives|problems|names|openings|values)\b")
"""A plural after exactly one."""
MORE = re.compile(
    r"(?<![\d.,$-])(?!1 )(\d[\d,.]*) (year|hour|person|adult|child|bedroom|life|problem|name|opening)\b(?! of| old|'|-)"
)
"""A singular after any other number."""


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 hours"), (1, "1 hour"), (1.0, "1 hour"), (1.5, "1.5 hours"), (2, "2 hours"), (10_000, "10,000 hours")],
)
def test_a_number_with_its_noun(count, said):
    assert counted(count, "hour") == said


def test_a_noun_whose_plural_is_its_own():
    assert [counted(count, "person", "people") for count in (0, 1, 2)] == ["0 people", "1 person", "2 people"]


SENTENCES = {
    "hours": ("Published earnings are scaled to {} a week.", "hour"),
    "years_out": ("After {} out of work pay starts lower", "year"),
    "years_out_in_wage": ("paid on return after {} out of work,", "year"),
    "planned_out": ("Counted on every pathway: {} out of work from age 30, with no earnings then", "year"),
}


@pytest.mark.parametrize(("code", "count"), [*product(SENTENCES, (0.0, 1.0, 1.5, 2.0))])
def test_a_notice_with_a_count(code, count):
    sentence, noun = SENTENCES[code]
    key = f"{noun}s"
    said = notices.notice(Notice(code, {key: count, "age": 30.0}))
    assert sentence.format(counted(count, noun)) in said


@pytest.mark.parametrize("count", [1.0, 1.5, 2.0])
def test_the_living_wage_at_ones_own_hours(count):
    said = livingwage.warning(Notice("hours", {"hours": count, "hourly": 900.0}))
    assert said == f"At {counted(count, 'hour')} a week it takes $900.00 an hour."


OF_ONE = (
    ("compare", "--draws", "0", "--hours", "1", "--years-out", "1", "--age", "20", "--out", "30:1"),
    ("compare", "--draws", "0", "--hours", "1", "--years-out", "1", "--age", "20", "--wage", "15"),
    ("compare", "--draws", "0", "--hours", "2", "--years-out", "2", "--age", "20", "--out", "30:2"),
    ("compare", "--draws", "0", "--hours", "1.5", "--age", "20", "--out", "30:1.5"),
    ("cliff", "--state", "NY", "--hours", "1", "--wage", "15.50", "--child", "3"),
    ("cliff", "--state", "NY", "--hours", "2", "--wage", "15.50", "--child", "3", "--child", "4"),
    ("livingwage", "--state", "NY", "--hours", "1", "--wage", "16"),
    ("livingwage", "--state", "NY", "--hours", "1", "--wage", "16", "--child", "3", "--child", "8"),
    (
        *("livingwage", "--state", "NY", "--child", "3", "--child", "8", "--age", "64", "-p", "certificate"),
        *("--set", "pathways.certificate.training.length=0.5", "--set", "living_wage.children_per_bedroom=1"),
    ),
    ("timeline", "--hours", "1", "--state", "NY", "--adults", "2", "--child", "1", "-p", "certificate"),
    ("compare", "-p", "certificate", "--draws", "0", "--set", "pathways.certificate.training.length=1.04"),
    ("assumptions", "check"),
    ("assumptions", "list", "economy.discount_rate"),
)


@pytest.mark.parametrize("arguments", OF_ONE)
def test_no_output_counts_one_in_the_plural(arguments, run):
    found = run(*arguments)
    assert found.code == 0
    said = " ".join(found.out.split())
    assert [match[0] for match in ONE.finditer(said)] == []
    assert [match[0] for match in MORE.finditer(said)] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "--draws", "1"), "error: --draws: 1 life is too few\n"),
        (("compare", "--draws", "2"), "error: --draws: 2 lives are too few\n"),
        (
            ("compare", "--age", "16", "--years-out", "2.5"),
            "2.5 years out of work until 16 would begin before age 14\n",
        ),
        (
            ("compare", "--age", "64", "-p", "certificate", "--set", "pathways.certificate.training.length=2"),
            "training takes 2 years, longer than the working life left (1)\n",
        ),
    ],
)
def test_errors_that_count(arguments, said, run):
    found = run(*arguments)
    assert found.code == 2
    assert said in found.err


@pytest.mark.parametrize(("wrong", "said"), [(1, "1 problem found."), (2, "2 problems found.")])
def test_problems_are_counted(wrong, said, run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text("".join(f"economy.rate{number}: 1\n" for number in range(wrong)))
    found = run("assumptions", "check", file)
    assert found.code == 1
    assert found.out.endswith(f"{said}\n")
