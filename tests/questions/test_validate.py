"""`validate`: each form of case against figures worked out by hand, and verdicts at the ends of what is allowed."""

import math

import msgspec
import numpy as np
import pytest

from mobcalc.errors import InputError
from mobcalc.loader.validation_cases import validation_cases
from mobcalc.projection.case import case_of
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import subjects_of
from mobcalc.questions.compare import comparison
from mobcalc.questions.validate import FORMS, validation
from mobcalc.results.provenance import Provenance
from mobcalc.schema import COUNTERFACTUAL, Assumption, with_leaf
from mobcalc.schema import validation as forms
from mobcalc.schema.validation import Expected, PublishedCase

ASSOCIATE, BACHELORS, TRADES = "associate-degree", "bachelors-degree", "building-trades-apprenticeship"


def figures(given, records):
    """What a form makes of its inputs, by name."""
    return {name: computed.value for name, computed in FORMS[type(given)](given, records).items()}


def parts(given, records):
    return {name: computed.parts for name, computed in FORMS[type(given)](given, records).items()}


def with_numbers(records, **numbers):
    """The assumptions with numbers of the person or the economy in place of theirs."""
    for name, value in numbers.items():
        room, _, last = name.partition("__")
        there = getattr(getattr(records, room), last)
        records = with_leaf(records, f"{room}.{last}", msgspec.structs.replace(there, value=value, range=None))
    return records


def subject(records, name, *others, sex=None, **numbers):
    """A pathway against no training, for a person."""
    records = with_numbers(records, **numbers)
    if sex is not None:
        records = msgspec.structs.replace(records, person=msgspec.structs.replace(records.person, sex=sex))
    case = case_of(records, [name, *others], COUNTERFACTUAL)
    return subjects_of(sides_of(case), case.ids)[1:]


# Verdicts


def expecting(**expected):
    """The figure and the case of three payments of 10 that are expected to come to something."""
    given = forms.Payments({"sum": forms.Stream(10.0, 3, "end")})
    kind = "band" if "band" in expected else "exact"
    return PublishedCase(kind, "How much?", "Somebody", given, {"sum": Expected("USD", **expected)})


def checked(records, **expected):
    (case,) = validation(records, Provenance("", []), {"case": expecting(**expected)}).cases
    assert case.verdict == case.figures[0].verdict
    return case.figures[0]


@pytest.mark.parametrize(
    ("expected", "verdict"),
    [
        ({"published": 30.0, "tolerance": 0.0}, "reproduced"),
        ({"published": 30.5, "tolerance": 0.0}, "missed"),
        ({"published": 32.0, "tolerance": 2.0}, "reproduced"),
        ({"published": 32.1, "tolerance": 2.0}, "missed"),
        ({"published": 28.0, "tolerance": 2.0}, "reproduced"),
        ({"published": 27.9, "tolerance": 2.0}, "missed"),
        ({"published": 40.0, "relative_tolerance": 0.25}, "reproduced"),
        ({"published": 40.0, "relative_tolerance": 0.24}, "missed"),
        ({"published": 24.0, "relative_tolerance": 0.25}, "reproduced"),
        ({"published": -30.0, "relative_tolerance": 0.5}, "missed"),
        ({"band": (30.0, 40.0)}, "within"),
        ({"band": (20.0, 30.0)}, "within"),
        ({"band": (30.1, 40.0)}, "outside"),
        ({"band": (20.0, 29.9)}, "outside"),
        ({"band": (None, 30.0)}, "within"),
        ({"band": (None, 29.0)}, "outside"),
        ({"band": (30.0, None)}, "within"),
        ({"band": (31.0, None)}, "outside"),
        ({"band": (29.0, 31.0), "published": 99.0}, "within"),
    ],
)
def test_a_figure_holds_up_to_the_ends_of_what_is_allowed(expected, verdict, assumptions):
    found = checked(assumptions, **expected)
    assert (found.computed, found.verdict, found.is_band) == (30.0, verdict, "band" in expected)


def test_a_relative_tolerance_of_a_negative_figure_is_no_empty_range(assumptions):
    found = checked(assumptions, published=-30.0, relative_tolerance=0.5)
    assert (found.low, found.high) == (-45.0, -15.0)


def test_a_case_fails_with_any_of_its_figures(assumptions):
    case = expecting(published=30.0, tolerance=1.0)
    two = forms.Payments({"sum": forms.Stream(10.0, 3, "end"), "other": forms.Stream(5.0, 3, "end")})
    right, wrong = Expected("USD", 30.0, 1.0), Expected("USD", 17.0, 1.0)
    for expect in ({"sum": right, "other": wrong}, {"other": wrong, "sum": right}):
        both = msgspec.structs.replace(case, given=two, expect=expect)
        (found,) = validation(assumptions, Provenance("", []), {"both": both}).cases
        assert found.verdict == "missed"
        assert {figure.name: figure.verdict for figure in found.figures} == {"sum": "reproduced", "other": "missed"}


def test_a_figure_that_does_not_come_of_the_case_is_refused_by_name(assumptions):
    case = msgspec.structs.replace(expecting(published=30.0, tolerance=1.0), expect={"sums": Expected("USD", 1.0, 1.0)})
    with pytest.raises(InputError) as error:
        validation(assumptions, Provenance("", []), {"wrong": case})
    (problem,) = error.value.problems
    assert (problem.name, problem.what) == ("wrong", "no figure 'sums' comes of this case")
    assert problem.hint == "what does: sum"


def test_the_pathways_of_the_answer_are_those_of_its_cases(assumptions):
    cases = validation_cases()
    chosen = {name: cases[name] for name in ("tamborini-causal-share", "reed-against-pay", "wsipp-585")}
    names = validation(assumptions, Provenance("", []), chosen).names
    assert names == {BACHELORS: "Bachelor's degree"}


def test_addresses_are_those_of_the_sources(assumptions):
    cases = validation_cases()
    chosen = {name: cases[name] for name in ("reed-dose", "wsipp-585")}
    with_address, without = validation(assumptions, Provenance("", []), chosen).cases
    assert with_address.address == assumptions.sources["reed-2012"].address
    assert without.address is None


# What published inputs determine


def test_payments_by_hand(assumptions):
    streams = {
        "a": forms.Stream(100.0, 2, "begin", growth=0.1, discount_rate=0.25),
        "b": forms.Stream(100.0, 2, "end", growth=0.1, discount_rate=0.25),
    }
    given = forms.Payments(streams, {"difference": ("a", "b")})
    found = figures(given, assumptions)
    assert found == pytest.approx({"a": 100 + 110 / 1.25, "b": 80 + 110 / 1.5625, "difference": 188 - 150.4})
    assert parts(given, assumptions)["difference"] == pytest.approx({"a": 188.0, "b": 150.4})


def test_effect_sums_by_hand(assumptions):
    given = forms.EffectSum(
        {2: 100.0},
        3,
        "end",
        {
            "plain": forms.Variant(),
            "kept": forms.Variant(kept=0.25),
            "fading": forms.Variant(fade_out=0.2),
            "discounted": forms.Variant(discount_rate=0.25),
            "later": forms.Variant(share_after_year=2),
        },
        before_first=0.5,
    )
    found = figures(given, assumptions)
    assert found == pytest.approx(
        {
            "plain": 250.0,
            "kept": 62.5,
            "fading": 230.0,
            "discounted": 50 / 1.25 + 100 / 1.5625 + 100 / 1.953125,
            "later": 0.4,
        }
    )
    assert parts(given, assumptions)["later"] == {"present value": 250.0, "present value after the year": 100.0}


def test_a_profile_by_hand(assumptions):
    given = forms.Profile([0.1, 0.2, 0.05], (20, 21), 0.25, "begin")
    first, second = math.exp(0.1 + 0.4 + 0.2), math.exp(0.1 + 0.42 + 0.05 * 4.41)
    expected = {"20": first, "21": second, "sum": first + second, "present value": first + second / 1.25}
    assert figures(given, assumptions) == pytest.approx(expected)


def test_fractions_by_hand(assumptions):
    given = forms.Arithmetic(
        {"a": 6.0, "b": 2.0},
        {"sum": forms.Fraction(["a", "b"]), "ratio": forms.Fraction(["a", "-b"], ["b", "a", "-b"])},
    )
    assert figures(given, assumptions) == {"sum": 8.0, "ratio": pytest.approx(4 / 6)}
    assert parts(given, assumptions) == {"sum": {}, "ratio": {"of": 4.0, "over": 6.0}}


def test_good_jobs_are_judged_in_the_dollars_of_their_thresholds(assumptions):
    ages = {"young": (24.0, 9e9), "first": (25.0, 43000.0), "below": (30.0, 42999.0), "old": (65.0, 9e9)}
    given = forms.GoodJobs(ages)
    assert figures(given, assumptions) == {"young": 0.0, "first": 1.0, "below": 0.0, "old": 0.0}
    assert parts(given, assumptions)["first"] == {"pay": 43000.0, "least pay of a good job": 43000.0}


def test_shipped_numbers_are_those_in_force(assumptions):
    given = forms.ShippedNumbers({"rate": "economy.discount_rate"})
    assert figures(given, assumptions) == {"rate": 0.03}
    assert figures(given, with_numbers(assumptions, economy__discount_rate=0.05)) == {"rate": 0.05}


# What the shipped pathways say


def test_wages_at_a_standing(assumptions):
    name = "electrician-apprenticeship"
    low, high = assumptions.pathways[name].earnings.percentiles.value[2:4]
    given = forms.OccupationWages({"between": forms.Standing(name, 0.6)})
    between = math.exp(math.log(low) + 0.4 * (math.log(high) - math.log(low)))
    assert figures(given, assumptions)["between"] == pytest.approx(between)


def prices(assumptions, year):
    index = assumptions.economy.consumer_prices.value
    return index[2025] / index[year]


def test_pay_without_training_is_set_back_to_its_dollars(assumptions):
    given = forms.PayWithoutTraining({"she": forms.Worker("female", "associate", 30)}, 2024)
    pay = assumptions.people.pay["associate"]
    expected = float(np.interp(30.5, pay.ages.value, pay.full_time_women.value))
    assert figures(given, assumptions) == {"she": pytest.approx(expected)}
    assert parts(given, assumptions) == {
        "she": {"in 2025 dollars": pytest.approx(expected * prices(assumptions, 2024))}
    }
    he = forms.PayWithoutTraining({"he": forms.Worker("male", "high-school", 27)}, 2025)
    assert figures(he, assumptions)["he"] == pytest.approx(43410 * prices(assumptions, 2024))


def test_a_gain_by_year_since_enrolment_is_that_of_compare(assumptions):
    (trades,) = subject(assumptions, TRADES, sex="male", person__start_age=29.0)
    gains = np.array(trades.expected.earnings) - np.array(trades.against["expected"].outcomes.earnings)
    results = {
        "six": forms.GainYear(2011, year=6, sex="male"),
        "over": forms.GainYear(2011, year=6, sex="male", over=4),
    }
    given = forms.YearlyGain(TRADES, "expected", 29, results)
    expected = gains[5] / prices(assumptions, 2011)
    assert figures(given, assumptions) == pytest.approx({"six": expected, "over": expected / 4})
    assert parts(given, assumptions)["over"] == {"yearly gain in 2025 dollars": pytest.approx(gains[5])}


@pytest.mark.parametrize(("after", "years"), [((4.0, 5.0), [7]), ((4.0, 6.0), [7, 8]), ((4.3, 5.3), [7])])
def test_a_gain_after_finishing_is_that_of_the_years_whose_middle_lies_then(after, years, assumptions):
    # 3.2 years of training, so that the middle of year 7 lies 4.3 years after them.
    assert assumptions.pathways[ASSOCIATE].training.length.value == 3.2
    (degree,) = subject(assumptions, ASSOCIATE, sex="female")
    gains = np.array(degree.completer.earnings) - np.array(degree.against["completer"].outcomes.earnings)
    given = forms.YearlyGain(
        ASSOCIATE, "completer", 18, {"x": forms.GainYear(2025, after_finishing=after, sex="female")}
    )
    assert figures(given, assumptions)["x"] == pytest.approx(gains[years].mean())


def test_pay_over_life_is_of_the_ages_asked_for_with_what_is_set(assumptions):
    def given(ages, **more):
        return forms.PayOverLife(ASSOCIATE, 18, ages, more)

    (degree,) = subject(assumptions, ASSOCIATE)
    ours, theirs = degree.projection.completer.in_work[0], degree.against["completer"].group.in_work[0]
    found = parts(given((30, 31)), assumptions)["ratio"]
    assert found == pytest.approx({ASSOCIATE: ours[12:14].sum(), COUNTERFACTUAL: theirs[12:14].sum()})
    assert figures(given((30, 31)), assumptions)["ratio"] == pytest.approx(ours[12:14].sum() / theirs[12:14].sum())
    # What is paid in work does not hang on how much of a gap counts, but on growth.
    grown = given((30, 31), **{"economy.real_wage_growth": 0.0})
    assert parts(grown, assumptions)["ratio"][COUNTERFACTUAL] < found[COUNTERFACTUAL]


def test_a_gap_over_life_is_discounted_to_its_first_age(assumptions):
    given = forms.GapOverLife(BACHELORS, 18, (20, 69), 0.04, "mid", {"men": forms.GapOfSex("male")})
    (degree,) = subject(assumptions, BACHELORS, sex="male", person__retire_age=70.0)
    gaps = (np.array(degree.completer.earnings) - np.array(degree.against["completer"].outcomes.earnings))[2:]
    worth = sum(gap / 1.04 ** (year + 0.5) for year, gap in enumerate(gaps))
    assert len(gaps) == 50
    assert parts(given, assumptions)["men"] == pytest.approx({"present value": worth, "plain sum": gaps.sum()})
    assert figures(given, assumptions)["men"] == pytest.approx(worth / gaps.sum())
    # The rate of the assumptions in force has no part in it.
    assert figures(given, with_numbers(assumptions, economy__discount_rate=0.0)) == figures(given, assumptions)


def test_a_ratio_of_pay_is_that_of_finishers_in_compare(assumptions):
    given = forms.PayRatio(TRADES, ASSOCIATE, {"old": forms.Starter(27)})
    found = comparison(with_numbers(assumptions, person__start_age=27.0), Provenance("", []), [TRADES, ASSOCIATE])
    first, second = (one.completer.pay_five_years_after_training for one in found.pathways[1:])
    assert figures(given, assumptions) == {"old": pytest.approx(first / second)}
    assert parts(given, assumptions) == {"old": pytest.approx({TRADES: first, ASSOCIATE: second})}


def test_a_chance_is_that_of_compare_to_end_well_ahead(assumptions):
    from mobcalc.questions.basis import Drawing

    rate = f"pathways.{BACHELORS}.completion.rate"
    given = forms.ChanceAhead(BACHELORS, 1000, {"x": forms.Starter(29)}, {rate: 1.0})
    everybody = with_leaf(
        with_numbers(assumptions, person__start_age=29.0), rate, Assumption(1.0, "share", "user", "", "")
    )
    found = comparison(everybody, Provenance("", []), [BACHELORS], drawing=Drawing(1000, 0))
    chance = found.pathways[1].versus_baseline.chances.together.chance_well_ahead
    assert figures(given, assumptions) == {"x": pytest.approx(chance)}
    assert parts(given, assumptions) == {"x": {"lives": 1000.0, "ahead by": 10000.0}}
    # With leavers among them fewer end ahead.
    all_who_start = forms.ChanceAhead(BACHELORS, 1000, {"x": forms.Starter(29)})
    assert figures(all_who_start, assumptions)["x"] < chance - 0.05


# The shipped cases


@pytest.fixture(scope="module")
def answer(assumptions):
    return validation(assumptions, Provenance("", []), validation_cases())


def test_cases_come_in_the_order_of_the_file_with_what_they_are_worked_out_from(answer):
    cases = validation_cases()
    assert [case.id for case in answer.cases] == list(cases)
    for found, case in zip(answer.cases, cases.values(), strict=True):
        assert [figure.name for figure in found.figures] == list(case.expect)
        assert found.given["form"] == type(case.given).__struct_config__.tag
        assert (found.kind, found.question, found.source) == (case.kind, case.question, case.source)


def test_only_bands_are_judged_by_bands(answer):
    for case in answer.cases:
        words = {"within", "outside"} if case.kind == "band" else {"reproduced", "missed"}
        assert {case.verdict, *(figure.verdict for figure in case.figures)} <= words, case.id


def test_the_expected_value_of_the_annuity_is_its_formula():
    case = validation_cases()["growing-annuity"]
    stream = case.given.streams["present value"]
    q = (1 + stream.growth) / (1 + stream.discount_rate)
    closed = stream.first * (1 - q**stream.years) / (1 - q)
    assert case.expect["present value"].published == pytest.approx(closed, rel=1e-14)


def test_every_form_is_used_by_some_case():
    assert {type(case.given) for case in validation_cases().values()} == set(FORMS)


def test_public_funds_by_hand(assumptions):
    # 1,945 / 1.03 + 1,865 / 1.03^2 = 3,646.3; 0.3 percent of it is tax; 5,641 less 10.9 and 940 is left to pay.
    given = forms.PublicFunds({2: 1945.0, 3: 1865.0}, 3, "begin", 0.03, 0.003, 5641.0, 940.0)
    found = figures(given, assumptions)
    assert found["net cost"] == pytest.approx(5641 - 10.94 - 940, abs=0.01)
    assert found["MVPF"] == pytest.approx(3635.4 / 4690.1, abs=1e-4)


def test_a_public_budget_by_hand(assumptions):
    found = figures(forms.PublicBudget(1000.0, 120.0, 20.0, 15000.0, 0.2), assumptions)
    assert (found["gross cost"], found["extra revenue"], found["net cost"]) == (120000.0, 60000.0, 60000.0)
    assert found["MVPF"] == 2.0
