"""What no single value can show to be wrong: every check between values has a case that trips it."""

import re

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled_folder
from mobcalc.loader.layers import Layers
from mobcalc.loader.loading import load
from mobcalc.sampling.monte_carlo import is_uncertain
from mobcalc.sampling.sweeps import has_range
from tests.conftest import MEASURED

TRADES, EVALUATED = "building-trades-apprenticeship", "measured-apprenticeship"
FULL = "kind: assumed, source: judgement, note: test"


def problems_of(tmp_path, text, name="own.yaml"):
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(InputError) as caught:
        load(Layers(paths=[str(MEASURED), str(file)]))
    return caught.value.problems


OVERRIDES = {
    "people.survivors.both: [3, 2, 1]": ("people.survivors.both", "survivors must be given for ages 0 to 100"),
    "people.pay.associate.full_time_men: {value: [1, 2], price_year: 2024}": (
        "people.pay.associate",
        "these lists differ in length: ages 10, full_time_men 2",
    ),
    "people.pay.associate.ages: [21, 21, 27.5, 32.5, 37.5, 42.5, 47.5, 52.5, 57.5, 62.5]": (
        "people.pay.associate.ages",
        "the values must rise",
    ),
    **{
        f"people.pay.associate.{what}_{sex}: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1]": (
            f"people.pay.associate.{what}_{sex}",
            "every value must be above 0",
        )
        for what in ("full_time", "employed", "population")
        for sex in ("men", "women")
    },
    "people.workers.p25: [1, 2]": ("people.workers", "these lists differ in length: ages 12, p10 12, p25 2"),
    f"people.workers.p50: [{', '.join(['20000'] * 12)}]": ("people.workers.p50", "it is not above p25 at every age"),
    f"pathways.{TRADES}.earnings.work_life.profile: [1, 1]": (
        f"pathways.{TRADES}.earnings.work_life",
        "these lists differ in length: ages 8, profile 2, employed_men 8, employed_women 8",
    ),
    f"pathways.{TRADES}.earnings.work_life.ages: [27.5, 32.5, 37.5, 42.5, 47.5, 52.5, 57.5, 57.5]": (
        f"pathways.{TRADES}.earnings.work_life.ages",
        "the values must rise",
    ),
    f"pathways.{TRADES}.earnings.work_life.employed_women: [0, 1, 1, 1, 1, 1, 1, 1]": (
        f"pathways.{TRADES}.earnings.work_life.employed_women",
        "every value must be above 0",
    ),
    "economy.price_year: 1950": ("economy.price_year", "there are no consumer prices for 1950"),
    f"pathways.{TRADES}.earnings.percentiles: [1, 2, 3]": (
        f"pathways.{TRADES}.earnings.percentiles",
        "five values are needed",
    ),
    f"pathways.{TRADES}.earnings.percentiles: [5, 4, 6, 7, 8]": (
        f"pathways.{TRADES}.earnings.percentiles",
        "the values must rise",
    ),
    f"pathways.{TRADES}.training.step_starts: [0.1, 0.25, 0.5, 0.75]": (
        f"pathways.{TRADES}.training.step_starts",
        "the first step must start at 0",
    ),
    f"pathways.{TRADES}.training.student_earnings_share: {{value: 0.2, unit: share, {FULL}}}": (
        f"pathways.{TRADES}.training",
        "give exactly one of wage_steps and student_earnings_share",
    ),
    f"pathways.{TRADES}.training.length: {{value: 2, unit: years, {FULL}}}": (
        f"pathways.{TRADES}.training",
        "give either length, or term_hours and paid_hours",
    ),
    f"pathways.{TRADES}.earnings.weekly_median: {{value: 900, unit: USD/week, price_year: 2024, {FULL}}}": (
        f"pathways.{TRADES}.earnings.weekly_median",
        "unknown key 'weekly_median'",
    ),
    "pathways.certificate.earnings.education: asociate": (
        "pathways.certificate.earnings.education",
        "there is no education 'asociate'",
    ),
    "people.pay.doctorate: {male_share: {value: 0.5, unit: share, " + FULL + "}}": (
        "people.pay.doctorate",
        "missing ages, full_time_men, full_time_women, employed_men, employed_women, population_men, population_women",
    ),
    f"pathways.{EVALUATED}.impact.zero_by_year: {{value: 20, unit: years, {FULL}}}": (
        f"pathways.{EVALUATED}.impact",
        "after the last point the effect needs one rule",
    ),
    f"pathways.{EVALUATED}.impact.participant: {{0: 5, 3: 6}}": (
        f"pathways.{EVALUATED}.impact",
        "years since enrolment start at 1",
    ),
    "pathways.short-sectoral-training.impact.zero_by_year: 3": (
        "pathways.short-sectoral-training.impact.zero_by_year",
        "the effect must end after its last point",
    ),
    f"pathways.{EVALUATED}.completion.rate: 0": (f"pathways.{EVALUATED}.completion.rate", "so few finish (0)"),
    f"pathways.{EVALUATED}.completion.rate: {{range: [0, 0.5]}}": (
        f"pathways.{EVALUATED}.completion.rate",
        "so few finish (0)",
    ),
    f"pathways.{EVALUATED}.completion.rate_women: {{value: 0.005, unit: share, {FULL}}}": (
        f"pathways.{EVALUATED}.completion.rate_women",
        "so few finish (0.005)",
    ),
    "pathways.intensive-youth-training.family: none": (
        "pathways.intensive-youth-training.evidence",
        "a pathway of the family 'none' is known by what people earn",
    ),
    # What leavers keep goes by how long they stayed; the old share of what finishers gain is no key any more.
    f"pathways.{TRADES}.leaver_gain_share: {{value: 0, unit: share, {FULL}}}": (
        f"pathways.{TRADES}.leaver_gain_share",
        "unknown key 'leaver_gain_share'",
    ),
    "people.permanent_shock: 0.1": ("people.permanent_shock", "unknown key 'permanent_shock'"),
    f"pathways.no-postsecondary.training: {{length: {{value: 1, unit: years, {FULL}}}}}": (
        "pathways.no-postsecondary.training",
        "a pathway of the family 'none' has no training",
    ),
    "pathways.no-postsecondary.family: training": (
        "pathways.no-postsecondary",
        "it must exist and be of the family 'none'",
    ),
}


@pytest.mark.parametrize("text", OVERRIDES)
def test_an_override_that_does_not_fit_the_rest(text, tmp_path):
    name, what = OVERRIDES[text]
    found = problems_of(tmp_path, text + "\n")
    assert any(p.name == name and what in p.what for p in found), found
    assert all(p.hint for p in found)
    # The user's file is named, not the bundled one that it made wrong.
    assert any("own.yaml" in p.where for p in found) or name in ("pathways.no-postsecondary",)


def text_of(name):
    """The file of a pathway, bundled or the measured one."""
    return (MEASURED if name == EVALUATED else bundled_folder() / "pathways" / f"{name}.yaml").read_text()


def without(name, *parts):
    """A pathway without some of its blocks."""
    text = text_of(name)
    for part in parts:
        indent = len(part) - len(part.lstrip())
        text = re.sub(rf"^{part}:.*\n(?:(?: {{{indent + 1},}}.*)?\n)*", "", text, flags=re.MULTILINE)
        assert f"\n{part}:" not in text
    return text


MISSING = {
    ("certificate", "earnings"): "a pathway of the kind 'levels' needs earnings",
    ("certificate", "training"): "how long training takes is missing",
    ("certificate", "completion"): "it is missing",
    ("certificate", "  causal_share"): "it is missing",
    ("certificate", "  education"): "neither an education nor percentiles are given",
    (TRADES, "  percentiles"): "neither an education nor percentiles are given",
    (TRADES, "    profile"): "missing profile",
    (TRADES, "  step_starts"): "wage steps need step_starts",
    (EVALUATED, "impact"): "needs a measured effect",
    (EVALUATED, "  participant"): "it gives no effect",
    (EVALUATED, "  fade_out"): "after the last point the effect needs one rule",
    (EVALUATED, "training"): "how long training takes is missing",
}


@pytest.mark.parametrize(("name", "part"), MISSING)
def test_a_new_pathway_with_a_part_missing(name, part, tmp_path):
    found = problems_of(tmp_path, without(name, part), "twin-of-it.yaml")
    assert any(MISSING[name, part] in p.what and p.name.startswith("pathways.twin-of-it") for p in found), found
    assert all("twin-of-it.yaml" in p.where for p in found)


STEPS = {
    ("associate-degree", "after: nowhere"): "there is no pathway of the id 'nowhere'",
    ("associate-degree", "after: no-postsecondary"): "'no-postsecondary' cannot be a first step",
    ("associate-degree", "after: short-sectoral-training"): "'short-sectoral-training' cannot be a first step",
    ("associate-degree", "after: twin"): "'twin' cannot be a first step",
    (TRADES, "after: certificate"): "the second step must be training in class",
    (EVALUATED, "after: certificate"): "a pathway of the kind 'impact' has no after",
    ("no-postsecondary", "after: certificate"): "a pathway of the family 'none' has no after",
}


@pytest.mark.parametrize(("name", "line"), STEPS)
def test_steps_that_cannot_follow_each_other(name, line, tmp_path):
    found = problems_of(tmp_path, f"{text_of(name)}\n{line}\n", "twin.yaml")
    assert STEPS[name, line] in {problem.what for problem in found}


def test_a_ladder_in_a_file(tmp_path):
    file = tmp_path / "twin.yaml"
    file.write_text((bundled_folder() / "pathways" / "associate-degree.yaml").read_text() + "\nafter: certificate\n")
    assert load(Layers(paths=[str(file)])).assumptions.pathways["twin"].after == "certificate"


def test_a_completer_effect_needs_a_completion_rate(tmp_path):
    text = without(EVALUATED, "completion").replace("participant:", "completer:")
    (found,) = problems_of(tmp_path, text, "twin.yaml")
    assert found.what == "a completer effect needs a completion rate"


VALUES = {
    f"pathways.{TRADES}.earnings.work_life.ratio_women: 0": "0 is out of range for a value in ratio",
    "economy.discount_rate: {value: {1: 2}}": "a number is needed here, not a mapping",
    "economy.consumer_prices: [1, 2]": "a map by year is needed here, not a list",
    "economy.consumer_prices: {value: {x: 2}}": "'x' is not a year",
    "people.workers.ages: 0.5": "a list of numbers is needed here, not a single value",
    "people.workers.ages: []": "a list of numbers is needed here, not a list",
    f"people.workers.ages: [{', '.join(['0.5'] * 401)}]": "there are more than 400 values",
    "economy.discount_rate: {value: 0.03, range: 0.05}": "a range is a list of two numbers",
    "people.workers.ages: {value: [0.5, 0.5, 0.5], range: [0, 1]}": "a range goes with a single number only",
    "economy.discount_rate: {value: 0.03, range: [0.03, 0.05]}": "the value 0.03 is an end of its range 0.03 to 0.05",
    "economy.discount_rate: {value: 0.03, range: [0, 0.03]}": "is an end of its range 0 to 0.03, of which it should be",
    "economy.discount_rate: {value: 0.03, range: [0.04, 0.05]}": "is outside its own range 0.04 to 0.05",
    "economy.discount_rate: {value: 0.03, range: [0.04, 0.05], bound: true}": "is outside its own range 0.04 to 0.05",
    "economy.discount_rate: {range: [0.03, 0.05]}": "the value 0.03 is an end of its range",
    "economy.discount_rate: {value: 0.03, bound: true}": "a bound goes with a range, which the number has not",
    "economy.discount_rate: {value: 0.03, range: [0.03, 0.05], bound: maybe}": "'maybe' is neither true nor false",
    "economy.discount_rate: {value: 0.03, range: [0, 0.05], distribution: uniform}": "unknown key 'distribution'",
    # Only a range with a new value in it: the bound of grants spoke of the old range, beyond which there was nothing.
    "pathways.certificate.costs.grants: {value: 4458, range: [0, 4458]}": "the value 4458 is an end of its range",
    "economy.discount_rate: {value: 0.03, price_year: 2024}": "a value in share/year has no price year",
    f"pathways.{EVALUATED}.impact.participant: {{value: {{1: 5}}, price_year: {{2: 2020}}}}": "the price years are not those of the points",
    "pathways.certificate.costs.grants: {value: 5, price_year: {1: 2020}}": "the price years are not those of the points",
    "economy.discount_rate: {value: 0.04, unit: share/year, kind: guessed, source: judgement}": "unknown kind 'guessed'",
    "economy.discount_rate: {unit: share/year}": None,
    "person.wage: {unit: USD/hour}": "missing value",
    "pathways.certificate.name: [a]": "a text is needed here, not a list",
    "pathways.certificate.name: ''": "nothing is written here",
    "pathways.certificate.on_request: maybe": "'maybe' is neither true nor false",
    "economy.price_year: soon": "'soon' is not a number",
    "people.pay: [1]": "a mapping is needed here, not a list",
    "person.education: asociate": "unknown word 'asociate'",
    "sources.judgement.quality: great": "unknown word 'great'",
}


@pytest.mark.parametrize("text", VALUES)
def test_a_value_of_the_wrong_form(text, tmp_path):
    if VALUES[text] is None:
        file = tmp_path / "own.yaml"
        file.write_text(text)
        assert load(Layers(paths=[str(file)])).assumptions.economy.discount_rate.value == 0.03
        return
    (found,) = problems_of(tmp_path, text + "\n")
    assert VALUES[text] in found.what
    assert found.where.endswith("own.yaml:1")


GRANTS = "pathways.certificate.costs.grants"
BOUNDS = {
    # A range of one point is none to be drawn from, nor swept.
    f"{GRANTS}: {{value: 4458, range: [4458, 4458]}}": (4458, (4458, 4458), False, False),
    f"{GRANTS}: {{value: 4458, range: [0, 4458], bound: true}}": (4458, (0, 4458), True, False),
    f"{GRANTS}: {{value: 0, range: [0, 4458], bound: true}}": (0, (0, 4458), True, False),
    f"{GRANTS}: {{value: 4000, range: [0, 4458]}}": (4000, (0, 4458), False, True),
    # A value alone drops the range and that it was a bound of it.
    f"{GRANTS}: 100": (100, None, False, False),
    # What is not said is inherited; a range in which the value is no end any more is drawn from.
    f"{GRANTS}: {{note: mine}}": (4458, (0, 4458), True, False),
    f"{GRANTS}: {{range: [1000, 4458]}}": (4458, (1000, 4458), True, False),
    f"{GRANTS}: {{range: [0, 9000]}}": (4458, (0, 9000), False, True),
}


@pytest.mark.parametrize("text", BOUNDS)
def test_what_nothing_lies_beyond_stays_as_it_is(text, tmp_path):
    value, span, is_bound, is_drawn = BOUNDS[text]
    file = tmp_path / "own.yaml"
    file.write_text(text)
    grants = load(Layers(paths=[str(file)])).assumptions.pathways["certificate"].costs.grants
    assert (grants.value, grants.range, grants.bound) == (value, span, is_bound)
    assert is_uncertain(GRANTS, grants) == is_drawn
    # Swept over its range it is all the same.
    assert has_range(grants) == (span is not None and span[0] < span[1])


def test_on_request_hides_a_pathway_until_it_is_named(run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text("pathways.certificate.on_request: true\n")
    assert "Certificate" not in run("compare", "-a", file).out
    for name in ("certificate", "all"):
        assert "Certificate" in run("compare", "-a", file, "-p", name).out
