"""Reverse questions: every change found, jumps told apart, and values tried as `--set` would put them in."""

import json

import msgspec
import numpy as np
import pytest

from mobcalc.errors import InputError
from mobcalc.loader import checks
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.projection.case import unchecked
from mobcalc.questions import solve
from mobcalc.questions.basis import Drawing
from mobcalc.questions.solve import Asked, solved
from mobcalc.questions.solve_targets import Wanted
from mobcalc.results.provenance import Provenance
from mobcalc.simulation.draws import chance_well_ahead

ASSOCIATE, TRADES, BASELINE = "associate-degree", "building-trades-apprenticeship", "no-postsecondary"
PROVENANCE = Provenance("", [])


def ask(name=f"pathways.{ASSOCIATE}.completion.rate", unit="share", low=0.0, high=1.0, **more):
    given = {"is_whole": False, "wanted": Wanted(), "pathway": ASSOCIATE, "versus": BASELINE, **more}
    return Asked(name, unit, low=low, high=high, **given)


def answer(assumptions, asked):
    return solved(assumptions, PROVENANCE, asked, lambda tried: checks.problems(tried, {}))


@pytest.fixture
def made_up(monkeypatch, assumptions):
    """Answers about a function of the value instead of the model, for a man."""
    man = msgspec.structs.replace(assumptions, person=msgspec.structs.replace(assumptions.person, sex="male"))

    def of(function, low=0.0, high=1.0, **more):
        monkeypatch.setattr(solve, "tried", lambda trial, wanted, values: function(values))
        return answer(man, ask(low=low, high=high, **more))

    return of


def test_a_gradual_crossing_is_found_to_a_millionth_of_the_range(made_up):
    found = made_up(lambda x: 1e6 * (x - 1 / 3))
    (one,) = found.solutions
    assert one.value == pytest.approx(1 / 3, abs=1e-6)
    assert 1e6 * (one.value - 1 / 3) >= -0.005
    assert (one.direction, one.is_jump, found.answer) == ("from", False, "crossings")
    assert found.ranges == [(one.value, 1.0)]


def test_every_crossing_is_reported(made_up):
    found = made_up(lambda x: 1e5 * np.cos(3 * np.pi * x))
    assert [s.value for s in found.solutions] == pytest.approx([1 / 6, 3 / 6, 5 / 6], abs=1e-6)
    assert [s.direction for s in found.solutions] == ["up_to", "from", "up_to"]
    assert [end for span in found.ranges for end in span] == pytest.approx([0, 1 / 6, 3 / 6, 5 / 6], abs=1e-6)


def test_a_jump_is_said_to_be_one(made_up):
    found = made_up(lambda x: np.where(x < 0.7, -5000.0, 300.0) + x)
    (one,) = found.solutions
    assert one.is_jump
    assert 0.7 <= one.value < 0.7 + 1e-6


def test_a_kink_is_not_a_jump(made_up):
    (one,) = made_up(lambda x: 1e4 * np.where(x < 0.5, x - 0.5, 30 * (x - 0.5))).solutions
    assert not one.is_jump


def test_the_edge_of_what_is_possible_ends_a_range_and_is_no_crossing(made_up):
    found = made_up(lambda x: np.where(x > 0.4, np.nan, 1e4 * (x - 0.2)))
    assert [s.direction for s in found.solutions] == ["from"]
    ((low, high),) = found.ranges
    assert (low, high) == pytest.approx((0.2, 0.4), abs=1e-6)
    assert found.grid[-1].amount is None


def test_always_never_and_no_matter(made_up):
    found = made_up(lambda x: 5 + x)
    assert (found.answer, found.matters, found.ranges, found.solutions) == ("always", True, [(0.0, 1.0)], [])
    found = made_up(lambda x: -5 - x)
    assert (found.answer, found.matters, found.ranges, found.best.value) == ("never", True, [], 0.0)
    found = made_up(lambda x: np.full(x.shape, -3.0))
    assert (found.answer, found.matters, found.best) == ("never", False, None)


def test_what_rounding_alone_tells_apart_is_not_the_best(made_up):
    noise = 1e-12 * np.cos(np.arange(65.0))
    found = made_up(lambda x: 3e9 * (1.0 + noise[: x.size]))
    assert (found.answer, found.matters, found.best) == ("always", False, None)
    found = made_up(lambda x: np.where(x < 0.5, 1.0, 3e9 * (1.0 + noise[: x.size])))
    assert (found.matters, found.best.value) == (True, 0.5)


def test_everything_that_is_possible_does_it(made_up):
    found = made_up(lambda x: np.where(x < 0.5, np.nan, 7.0))
    assert (found.answer, found.solutions) == ("always", [])
    assert found.ranges[0] == pytest.approx((0.5, 1.0), abs=1e-6)


def test_whole_numbers_are_tried_one_by_one(made_up):
    found = made_up(lambda x: 30.5 - x, low=20.0, high=40.0, is_whole=True)
    assert [one.value for one in found.grid] == list(range(20, 41))
    assert [(s.value, s.direction) for s in found.solutions] == [(30.0, "up_to")]


def test_it_takes_three_calls_for_any_number_of_crossings(monkeypatch, made_up):
    calls = []

    def function(values):
        calls.append(len(values))
        return np.cos(9 * np.pi * values) * 1e5

    assert len(made_up(function).solutions) == 9
    # The ends of each stretch are known from the call before.
    assert calls == [65, 9 * 127, 9 * 127]


def test_nothing_is_possible(assumptions):
    with pytest.raises(InputError, match="training or the age asked about lies outside the working life"):
        answer(assumptions, ask(f"pathways.{ASSOCIATE}.training.length", "years", 48.0, 60.0))


def money(value):
    return f"{{value: {value}, price_year: 2025}}"


def number(value):
    return f"{value}"


def full(value):
    return f"{{value: {value}, price_year: 2025, unit: USD/year, kind: assumed, source: judgement, note: tried}}"


AS_SET = {
    "a completion rate": ((f"pathways.{ASSOCIATE}.completion.rate",), number),
    "a completion rate where one of the person's sex is published": (
        ("pathways.electrician-apprenticeship.completion.rate", "--sex", "female"),
        number,
    ),
    "a rate of the person's sex": (
        ("pathways.electrician-apprenticeship.completion.rate_women", "--sex", "female"),
        number,
    ),
    "the person's wage": (("person.wage", "-p", TRADES, "--age", "30", "--low", "12", "--high", "44"), number),
    "a wage in the way of a student": (
        ("person.wage", "-p", ASSOCIATE, "--sex", "female", "--low", "12", "--high", "44"),
        number,
    ),
    "grants in dollars of another year": (("pathways.certificate.costs.grants", "--low", "0", "--high", "6400"), money),
    "a stipend that is not there yet": ((f"pathways.{ASSOCIATE}.stipend", "--low", "0", "--high", "6400"), full),
    "the discount rate": (("economy.discount_rate", "-p", TRADES), number),
    "wage growth": (("economy.real_wage_growth", "-p", "certificate"), number),
    "the minimum wage": (("economy.minimum_wage", "-p", TRADES, "--low", "0", "--high", "32"), money),
    "the age at the start": (("person.start_age", "-p", TRADES, "--low", "16", "--high", "55"), number),
    "weekly hours": (("person.weekly_hours", "-p", "certificate"), number),
    "the length of training": ((f"pathways.{ASSOCIATE}.training.length",), number),
    "hours of an apprenticeship": (
        (f"pathways.{TRADES}.training.term_hours", "--low", "900", "--high", "30000"),
        number,
    ),
    "a measured gain": (("pathways.short-sectoral-training.impact.factor", "--sex", "male"), number),
    "what fades": (("pathways.intensive-youth-training.impact.fade_out",), number),
    "where finishers stand": (("careers.finisher_standing", "-p", TRADES), number),
    "a loan": (("person.loan", "-p", ASSOCIATE, "--low", "0", "--high", "6400"), number),
    "interest": (("person.loan_rate", "-p", ASSOCIATE, "--loan", "4000"), number),
    "the premium of a badge with an education held": (
        ("pathways.digital-credential.earnings.premium", "-p", "digital-credential", "--education", "associate"),
        number,
    ),
    "what counts of a man's degree": ((f"pathways.{ASSOCIATE}.earnings.causal_share", "--sex", "male"), number),
    "what the household keeps": (
        (
            "person.partner_earnings",
            "-p",
            TRADES,
            "--state",
            "NY",
            "--adults",
            "2",
            "--child",
            "3",
            "--low",
            "0",
            "--high",
            "64000",
        ),
        number,
    ),
}


@pytest.mark.parametrize("case", AS_SET)
def test_values_are_tried_as_set_puts_them_in(case, run):
    (name, *who), written = AS_SET[case]
    found = run("solve", name, *who, "--json")
    assert (found.code, found.err) == (0, "")
    found = json.loads(found.out)
    pathway = found["question"]["pathway"]
    who = [word for word in who if word not in ("-p", pathway)]
    who = who[: who.index("--low")] if "--low" in who else who
    grid = [one for one in found["grid"] if one["amount"] is not None]
    for one in (grid[0], grid[len(grid) // 3], grid[-1]):
        assert gain_with(run, pathway, who, name, written(one["value"])) == pytest.approx(one["amount"], abs=0.011), one
    for one in found["solutions"]:
        gain = gain_with(run, pathway, who, name, written(one["value"]))
        # Its last cent, when it is an hourly wage, is hundreds of dollars over a life.
        assert gain >= 0 if found["question"]["is_whole"] else abs(gain) < 400
    assert found["now"]["amount"] == gain_with(run, pathway, who)


def gain_with(run, pathway, who, name=None, value=None):
    """The gain that `compare` gives, with a value for a name if there is one."""
    changed = () if name is None else ("--set", f"{name}={value}")
    found = run("compare", "--json", "-p", pathway, *who, *changed)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)["pathways"][1]["versus_baseline"]["gain"]["net_present_value"]


def test_what_the_household_keeps_is_tried_as_set_puts_it_in(run):
    home = ("--state", "NY", "--child", "3")
    name, measure = f"pathways.{ASSOCIATE}.stipend", "net_resources_present_value"
    found = run("solve", name, *home, "--measure", measure, "--gain", "50000", "--low", "0", "--high", "6400", "--json")
    found = json.loads(found.out)
    for one in (found["grid"][10], found["grid"][-1], *found["solutions"]):
        given = run("compare", "--json", "-p", ASSOCIATE, *home, "--set", f"{name}={full(one['value'])}")
        gain = json.loads(given.out)["pathways"][1]["versus_baseline"]["gain"][measure]
        assert gain == pytest.approx(one.get("amount", 50000), abs=0.011 if "amount" in one else 0.2)


def test_the_running_gain_by_an_age_is_that_of_the_timeline(run):
    name = "pathways.certificate.costs.grants"
    found = json.loads(run("solve", name, "--by-age", "30", "--low", "0", "--high", "6400", "--json").out)
    for one in (found["grid"][0], found["grid"][-1]):
        shown = run("timeline", "--json", "-p", "certificate", "--set", f"{name}={money(one['value'])}")
        years = json.loads(shown.out)["pathways"][1]["groups"]["expected"]["years"]
        (at_29,) = [year for year in years if year["age"] == 29]
        assert one["amount"] == pytest.approx(at_29["cumulative_difference"], abs=0.011)


def test_the_value_at_which_it_breaks_even_by_an_age_does_that(run):
    name, age = f"pathways.{ASSOCIATE}.costs.grants", 30
    (one,) = json.loads(run("solve", name, "--by-age", age, "--json").out)["solutions"]
    for more, expected in ((1, True), (-1, False)):
        shown = run("compare", "--json", "-p", ASSOCIATE, "--set", f"{name}={money(one['value'] + more)}")
        ages = json.loads(shown.out)["pathways"][1]["versus_baseline"]["break_even_ages"]
        last = [found["direction"] for found in ages if found["age"] <= age][-1]
        assert (last == "ahead") == expected


def test_the_value_at_which_finishers_are_paid_a_living_wage_does_that(run):
    # For one sex: of men and women together there is no one path, and the mean of two ages is none at which pay is met.
    home = ("--state", "NY", "--child", "3", "-p", TRADES, "--sex", "male")
    found = json.loads(run("solve", "living_wage.housing", "--living-wage-by", "30", *home, "--json").out)
    ((_, high),) = found["ranges"]
    for housing, expected in ((high - 5, True), (high + 5, False)):
        shown = run("compare", "--json", *home, "--set", f"living_wage.housing={housing}")
        finishers = json.loads(shown.out)["pathways"][1]["completer"]
        assert (finishers["first_age_at_living_wage"] <= 30) == expected


def test_ages_outside_the_working_life_are_not_possible(run):
    found = json.loads(run("solve", "person.start_age", "-p", ASSOCIATE, "--by-age", "40", "--json").out)
    amounts = {one["value"]: one["amount"] for one in found["grid"]}
    assert amounts[39] is not None
    assert amounts[40] is None


LIVES = Drawing(2000, 5)
FINE = 1 / (32 * 4**4)
"""The part of the range to which a chance is searched."""
CHANCES = {
    "a completion rate that was drawn": (
        f"pathways.{ASSOCIATE}.completion.rate",
        "share",
        1.0,
        ASSOCIATE,
        0.57,
        {"person.sex": "male"},
    ),
    "one of the person's sex": (
        *("pathways.electrician-apprenticeship.completion.rate", "share", 1.0, "electrician-apprenticeship", 0.75),
        {"person.sex": "female"},
    ),
    "grants in dollars of another year": (
        *("pathways.certificate.costs.grants", "USD/year", 50000.0, "certificate", 0.51),
        {"person.sex": "male"},
    ),
    "a wage": ("person.wage", "USD/hour", 50.0, TRADES, 0.6, {"person.start_age": "30", "person.sex": "male"}),
    "how far lives differ": (
        *("people.pay.high-school.lasting_luck_men", "ratio", 1.5, ASSOCIATE, 0.55),
        {"person.sex": "male"},
    ),
}


def given(values):
    """The bundled assumptions with some values as `--set` puts them in."""
    return load(Layers(flags=[Flag("--set", name, text) for name, text in values.items()])).assumptions


def chance_with(values, pathway, drawing=LIVES):
    """The chance to end well ahead, from nothing that solves."""
    records = given(values)
    return chance_well_ahead(unchecked(records, [BASELINE, pathway]), *drawing).share


def chances(name, unit, high, pathway, share, values, drawing=LIVES):
    low = 10.0 if name == "person.wage" else 0.0
    asked = Asked(name, unit, False, low, high, Wanted("chance", share), pathway, BASELINE, drawing)
    return answer(given(values), asked)


@pytest.mark.parametrize("case", CHANCES)
def test_the_chance_is_reached_at_the_value_found_and_not_beside_it(case):
    name, unit, _, pathway, share, values = CHANCES[case]
    found = chances(*CHANCES[case])
    assert found.solutions

    def chance_at(value):
        return chance_with({**values, name: money(value) if unit.startswith("USD/y") else number(value)}, pathway)

    for one in found.solutions:
        step = (found.question.high - found.question.low) * FINE * (-1 if one.direction == "from" else 1)
        assert chance_at(one.value) >= share > chance_at(one.value + step)
        assert one.within[0] <= one.value <= one.within[1]
    for one in (found.grid[0], found.grid[20], found.grid[-1]):
        assert one.chance == chance_at(one.value)
        assert one.amount is None
    assert found.now.chance == chance_with(values, pathway)


def test_the_same_lives_give_the_same_answer_and_others_another():
    case = CHANCES["a completion rate that was drawn"]
    first, again, other, more = (
        chances(*case, drawing=drawing) for drawing in (LIVES, LIVES, Drawing(2000, 6), Drawing(3000, 5))
    )
    assert first == again
    assert (first.draws, first.seed) == (2000, 5)
    assert len({found.solutions[-1].value for found in (first, other, more)}) == 3
    assert len({tuple(one.chance for one in found.grid) for found in (first, other, more)}) == 3
    # Lives of other draws say the same as far as they can tell.
    assert other.solutions[-1].within[0] < first.solutions[-1].value < other.solutions[-1].within[1]


def drawn(function, made_up, share=0.5, **more):
    return made_up(function, wanted=Wanted("chance", share), drawing=Drawing(10000, 0), **more)


def test_a_chance_has_no_half_cent_to_spare(made_up):
    assert drawn(lambda x: np.full(x.shape, 0.4999), made_up).answer == "never"
    assert drawn(lambda x: np.full(x.shape, 0.5), made_up).answer == "always"


def test_a_change_of_one_life_in_a_thousand_matters(made_up):
    assert not drawn(lambda x: np.full(x.shape, 0.4), made_up).matters
    assert drawn(lambda x: 0.4 + 0.001 * (x > 0.5), made_up).matters


def test_the_noise_of_a_chance_makes_one_change_and_not_many(made_up):
    found = drawn(lambda x: 0.4 + 0.2 * x + 0.002 * np.sin(20000 * x), made_up)
    (one,) = found.solutions
    assert one.value == pytest.approx(0.5, abs=0.02)
    assert (one.direction, one.is_jump) == ("from", False)
    (one,) = drawn(lambda x: 0.6 - 0.2 * x + 0.002 * np.sin(20000 * x), made_up).solutions
    assert (one.direction, one.is_jump) == ("up_to", False)


def test_every_change_of_a_chance_beyond_noise_is_reported(made_up):
    found = drawn(lambda x: 0.5 + 0.3 * np.cos(3 * np.pi * x), made_up)
    assert [s.value for s in found.solutions] == pytest.approx([1 / 6, 3 / 6, 5 / 6], abs=FINE)
    # Three of them between two of the values tried first.
    found = drawn(lambda x: np.select([x < 0.505, x < 0.51, x < 0.52], [0.4, 0.6, 0.4], 0.6), made_up)
    assert [s.value for s in found.solutions] == pytest.approx([0.505, 0.51, 0.52], abs=FINE)
    assert all(s.is_jump for s in found.solutions)


def test_how_far_the_lives_cannot_tell(made_up):
    found = drawn(lambda x: 0.4 + 0.2 * x, made_up)
    (one,) = found.solutions
    # A chance of a half is known to a point by 10,000 lives, and less well since several share a draw of the
    # assumptions; five times as much of the range here.
    assert 0.01 < found.chance_precision < 0.015
    assert one.within == pytest.approx((0.5 - 5 * found.chance_precision, 0.5 + 5 * found.chance_precision), abs=FINE)
    (one,) = drawn(lambda x: 0.495 + 0.01 * x, made_up).solutions
    assert one.within == (0.0, 1.0)
    (one,) = drawn(lambda x: 0.4 + 0.005 * x, made_up, 0.5, low=15.0, high=40.0, is_whole=True).solutions
    assert one.within == (18.0, 22.0)
    (one,) = made_up(lambda x: 1e6 * (x - 1 / 3)).solutions
    assert one.within is None


def test_a_chance_at_a_value_that_is_not_possible(assumptions):
    asked = ask(
        f"pathways.{ASSOCIATE}.training.length",
        *("years", 40.0, 60.0),
        wanted=Wanted("chance", 0.5),
        drawing=Drawing(100, 0),
    )
    found = answer(assumptions, asked)
    assert (found.grid[-1].amount, found.grid[-1].chance, found.grid[-1].is_possible) == (None, None, False)
    assert found.grid[0].is_possible


def test_a_chance_takes_one_run_for_each_value(monkeypatch, made_up):
    calls = []

    def function(values):
        calls.append(len(values))
        return values

    assert len(drawn(function, made_up, 0.3).solutions) == 1
    assert calls == [33, 3, 3, 3, 3]
