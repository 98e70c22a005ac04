"""Simulated lives: what must hold of every draw, and of many draws together."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from mobcalc.household.taxes_and_benefits import net_resources
from mobcalc.household_types import households_of
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.model import risk
from mobcalc.model.discounting import weighted_sum
from mobcalc.projection.case import case_of
from mobcalc.projection.measures import worth
from mobcalc.projection.mixture import sides_of
from mobcalc.projection.outcomes import net_earnings
from mobcalc.projection.pathway import projection
from mobcalc.projection.person_years import life
from mobcalc.sampling import given_names, point
from mobcalc.sampling.monte_carlo import lives, monte_carlo, uncertain
from mobcalc.schema import Assumption, records, with_leaf
from mobcalc.simulation.chances import _age, _is_near, layers, notices, pairwise, pathway_notices
from mobcalc.simulation.draws import LIVES, Mixed, _drawn_in, chance_ahead, drawn_of, simulated
from mobcalc.store.codes import state_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.net_resources import slice_of
from mobcalc.store.place_figures import Place

PLAIN = str(Path(__file__).parents[1] / "cases" / "plain-world.yaml")
BASE, TRADES, ASSOCIATE = "no-postsecondary", "building-trades-apprenticeship", "associate-degree"
EVALUATED, SECTORAL, CERTIFICATE = "apprenticeship-as-evaluated", "short-sectoral-training", "certificate"
DEFAULT = (TRADES, ASSOCIATE, CERTIFICATE, EVALUATED, SECTORAL)
NO_SHOCKS = {"people.permanent_shock": 0, "people.transitory_shock": 0}
AGES = {"high-school": 11, "some-college": 11, "associate": 10}


def employed(share):
    """Values by which men of the educations in these tests earn a share of full-time pay at every age."""
    return {f"people.pay.{name}.employed_men": f"[{', '.join([str(share)] * n)}]" for name, n in AGES.items()}


NO_SPELLS = employed(1) | {f"pathways.{TRADES}.earnings.work_life.employed_men": "[1, 1, 1, 1, 1, 1, 1, 1]"}
NOBODY_DIES = {"people.survivors.male": "[" + ", ".join(["1"] * 101) + "]"}


def loaded(files=(), **values):
    """The assumptions for a man; draws of men and women together have tests of their own below."""
    values = {"person.sex": "male", **values}
    flags = [Flag("--set", name, str(value)) for name, value in values.items()]
    return load(Layers(paths=files, flags=flags)).assumptions


def certain(assumptions):
    """The same without any range, so that nothing is drawn."""
    for name, record in list(records(assumptions)):
        if record.range is not None:
            plain = msgspec.structs.replace(record, range=None, distribution="triangular")
            assumptions = with_leaf(assumptions, name, plain)
    return assumptions


def drawn(assumptions, *pathways, draws=1000, seed=0, baseline=None, slices=None):
    case = case_of(assumptions, pathways, baseline)
    (simulation,) = simulated(case, sides_of(case, slices), draws, seed).simulations
    return case, simulation


def mixed(simulation, case):
    """The draws of one sex as those of a person."""
    return Mixed([simulation], np.ones((1, len(case.ids))))


def point_worth(case, name, group="expected"):
    years = life(case.arrays)
    branch = getattr(projection(case.arrays, years, name), group)
    return float(weighted_sum(net_earnings(branch), years.present)[0, 0])


def error_of(values):
    return values.std(ddof=1) / np.sqrt(len(values))


def test_without_ranges_the_assumptions_alone_are_the_point():
    case, found = drawn(certain(loaded()), *DEFAULT, draws=200)
    for place, name in enumerate(case.ids):
        np.testing.assert_allclose(found.parameter.worth[:, place], point_worth(case, name), rtol=1e-9)


@pytest.mark.parametrize("layer", ["together", "one_life"])
@pytest.mark.parametrize(("rate", "group"), [(1, "completer"), (1e-12, "leaver")])
def test_without_ranges_and_luck_every_life_is_the_point(layer, rate, group):
    pathways = (TRADES, ASSOCIATE, CERTIFICATE)
    rates = {f"pathways.{name}.completion.rate": rate for name in pathways}
    one_exit = {f"pathways.{name}.training.length": 1 for name in (ASSOCIATE, CERTIFICATE)}
    one_exit |= {f"pathways.{TRADES}.training.term_hours": 2000}
    known = certain(loaded(**NO_SHOCKS, **NO_SPELLS, **NOBODY_DIES, **rates, **one_exit))
    case, found = drawn(known, *pathways, draws=200)
    worth_of = getattr(found, layer).worth
    np.testing.assert_allclose(worth_of[:, 0], point_worth(case, BASE), rtol=1e-9)
    for place, name in enumerate(pathways, start=1):
        np.testing.assert_allclose(worth_of[:, place], point_worth(case, name, group), rtol=1e-9)


def test_in_a_plain_world_a_life_finishes_or_leaves_in_one_of_two_years():
    # Two years of training: finishers have 722,000, leavers of the first year 518,500, of the second 489,500.
    _, found = drawn(certain(loaded([PLAIN], **NO_SHOCKS)), TRADES, draws=4000)
    assert found.together.worth[:, 0] == pytest.approx(520_000)
    early, late = 0.5 * 50_000 + 9.5 * 52_000 - 500, 1.5 * 50_000 + 8.5 * 52_000 - 1_500
    own = found.together.worth[:, 1]
    ways = {724_000 - 2_000: 0.5, early: 0.5 * 0.7416, late: 0.5 * 0.2584}
    shares = {amount: np.mean(np.abs(own - amount) < 0.01) for amount in ways}
    assert sum(shares.values()) == pytest.approx(1)
    assert shares == pytest.approx(ways, abs=0.03)


def test_the_mean_of_many_lives_is_the_point():
    case, found = drawn(certain(loaded()), *DEFAULT, draws=40_000, seed=3)
    for place, name in enumerate(case.ids):
        own = found.together.worth[:, place]
        assert abs(own.mean() - point_worth(case, name)) < 4 * error_of(own), name


def test_luck_in_earnings_keeps_their_mean_and_has_the_variance_of_its_formula():
    years, count = np.arange(47.0), 200_000
    permanent, transitory = np.array([[0.1]]), np.array([[0.2]])
    path = 30_000 * 1.01**years
    total, squares, logs, log_squares = (np.zeros(47) for _ in range(4))
    for luck in lives(5, 47, count, 10_000):
        factors = risk.earnings_luck(risk.random_walk(luck.permanent), luck.transitory, permanent, transitory, years)
        earned = factors * path
        total, squares = total + earned.sum(axis=0), squares + (earned**2).sum(axis=0)
        logs, log_squares = logs + np.log(factors).sum(axis=0), log_squares + (np.log(factors) ** 2).sum(axis=0)
    mean = total / count
    errors = np.sqrt((squares / count - mean**2) / count)
    assert (np.abs(mean - path) < 4 * errors).all()
    variance = log_squares / count - (logs / count) ** 2
    expected = years * 0.1**2 + 0.2**2
    assert (np.abs(variance - expected) < 4 * expected * np.sqrt(2 / count)).all()


def test_a_copy_of_a_pathway_gains_nothing_over_it_in_any_life():
    known = certain(loaded())
    copies = {**known.pathways, "copy": known.pathways[TRADES]}
    _, found = drawn(msgspec.structs.replace(known, pathways=copies), TRADES, "copy")
    for layer in (found.together, found.parameter, found.one_life):
        assert (layer.worth[:, 1] == layer.worth[:, 2]).all()
        assert (layer.ahead[1] == layer.ahead[2]).all()


def test_a_copy_shares_the_luck_of_a_life_whatever_is_uncertain_about_it():
    known = loaded()
    copies = {**known.pathways, "copy": known.pathways[TRADES]}
    _, found = drawn(msgspec.structs.replace(known, pathways=copies), TRADES, "copy")
    assert (found.one_life.worth[:, 1] == found.one_life.worth[:, 2]).all()
    # What is uncertain about the copy has names of its own, so it is drawn apart.
    assert np.mean(found.together.worth[:, 1] != found.together.worth[:, 2]) > 0.9


def test_other_pathways_change_nothing():
    known = loaded()
    _, alone = drawn(known, TRADES)
    _, among = drawn(known, ASSOCIATE, SECTORAL, TRADES)
    for ours, theirs in zip(alone[:3], among[:3], strict=True):
        assert (ours.worth[:, 1] == theirs.worth[:, 3]).all()
        assert (ours.ahead[1] == theirs.ahead[3]).all()


def test_five_neighbours_live_in_the_same_draw_of_the_assumptions():
    # Without luck every life is the average life, so what is left of differences is that of the assumptions.
    rates = {f"pathways.{name}.completion.rate": 1 for name in (TRADES, CERTIFICATE)}
    one_year = {f"pathways.{CERTIFICATE}.training.length": 1}
    zero = {**NO_SHOCKS, **NO_SPELLS, **NOBODY_DIES, **rates, **one_year}
    _, found = drawn(loaded(**zero), TRADES, CERTIFICATE, draws=10_003)
    draw = np.arange(10_003) // LIVES
    assert len(found.together.worth) == 10_003 and len(found.parameter.worth) == draw[-1] + 1
    np.testing.assert_allclose(found.together.worth, found.parameter.worth[draw], rtol=1e-9)
    assert (np.abs(np.diff(found.parameter.worth[:, 1])) > 0.01).all()


def test_where_a_pathway_is_the_baseline_its_lives_are_too():
    # A measured effect that has faded leaves nothing to differ in; nor does leaving such a program.
    _, found = drawn(loaded(), SECTORAL, EVALUATED, draws=2001)
    gains = found.together.worth[:, 1:] - found.together.worth[:, :1]
    assert len(gains) == 2001
    assert (np.diff(found.together.ahead[1][12:]) == 0).all()
    assert 0.5 < np.mean(gains[:, 1] == 0.0) < 0.7
    assert found.together.ahead[2][-1] == np.sum(gains[:, 1] >= 1)


def test_a_baseline_that_is_itself_a_training_is_compared_in_full():
    _, found = drawn(loaded(), SECTORAL, CERTIFICATE, draws=400, baseline=ASSOCIATE)
    _, other = drawn(loaded(), ASSOCIATE, SECTORAL, CERTIFICATE, draws=400)
    np.testing.assert_allclose(found.together.worth, other.together.worth[:, 1:], rtol=1e-12)


def test_more_draws_begin_with_the_same_ones():
    _, few = drawn(loaded(), *DEFAULT, draws=1003)
    _, many = drawn(loaded(), *DEFAULT, draws=3000)
    np.testing.assert_allclose(few.together.worth, many.together.worth[:1003], rtol=1e-12)
    np.testing.assert_allclose(few.parameter.worth, many.parameter.worth[:201], rtol=1e-12)


def test_a_longer_life_begins_like_a_shorter_one():
    for longer, shorter in zip(lives(3, 47, 25, 10), lives(3, 40, 25, 10), strict=True):
        for kind in ("permanent", "transitory", "work"):
            assert (getattr(longer, kind)[:, :40] == getattr(shorter, kind)).all()
        assert (longer.staying == shorter.staying).all() and (longer.death == shorter.death).all()


@pytest.mark.parametrize("draws", [100, 1000, 10_000, 12_003])
def test_each_layer_alone_has_a_fifth_of_the_draws(draws):
    _, found = drawn(loaded(), TRADES, draws=draws)
    assert len(found.together.worth) == draws
    assert len(found.parameter.worth) == len(found.one_life.worth) == -(-draws // LIVES)


@pytest.mark.parametrize("name", ["person.start_age", "person.retire_age"])
def test_a_range_of_an_age_is_not_drawn(name):
    known = loaded()
    low, value, high = (16.0, 18.0, 30.0) if name.endswith("start_age") else (60.0, 65.0, 70.0)
    ranged = with_leaf(known, name, Assumption(value, "years", "user", "user", "test", range=(low, high)))
    (_, plain), (case, found) = drawn(known, ASSOCIATE, draws=200), drawn(ranged, ASSOCIATE, draws=200)
    assert name not in drawn_of(case, 200)
    assert (found.together.worth == plain.together.worth).all()


def test_two_seeds_agree_within_their_standard_errors_and_not_better():
    case, first = drawn(loaded(), *DEFAULT, draws=5000)
    _, second = drawn(loaded(), *DEFAULT, draws=5000, seed=1)
    for ours, theirs in zip(first[:3], second[:3], strict=True):
        gains = [layer.worth[:, 1:] - layer.worth[:, :1] for layer in (ours, theirs)]
        for place in range(len(DEFAULT)):
            mine, other = (gain[:, place] for gain in gains)
            assert not (mine == other).all(), case.ids[place + 1]
            assert abs(mine.mean() - other.mean()) < 4 * np.hypot(error_of(mine), error_of(other))


def test_the_standard_error_is_how_far_means_of_other_seeds_lie_apart():
    case, _ = drawn(loaded(), ASSOCIATE, draws=100)
    stated, means = [], []
    for seed in range(60):
        found = layers(simulated(case, sides_of(case), 400, seed), case.ids, 18)[ASSOCIATE].together
        stated.append(found.gain_standard_error)
        means.append(found.gain_mean)
    assert np.std(means, ddof=1) == pytest.approx(np.mean(stated), rel=0.3)


def test_each_draw_of_the_assumptions_is_the_projection_of_its_row():
    known = loaded()
    case, found = drawn(known, *DEFAULT, draws=150 * LIVES)
    names = _drawn_in(case, case.runs[0], 150)
    named = given_names(case.given, case.settled)
    (rows,) = monte_carlo(case.settled, 0, [150], names, named)
    years = life(rows)
    for place, name in enumerate(case.ids):
        np.testing.assert_allclose(
            found.parameter.worth[:, place], np.broadcast_to(worth(rows, years, name), (150, 1))[:, 0], rtol=1e-9
        )


def test_the_simulated_mean_of_what_is_kept_is_right_where_the_point_is_not():
    # One year, New York, a child: taxes and benefits bend, so the mean over lives is not that of the mean.
    values = {"person.start_age": 40, "person.retire_age": 41, "person.children": "[3]"}
    known = certain(loaded(**values, **NOBODY_DIES, **{"people.transitory_shock": 0.5}))
    known = certain(localized(known, Place(state_of("NY", ""), None, None), None).records)
    slices = {one: slice_of("NY", one) for one in households_of(known.person)}
    case, found = drawn(known, SECTORAL, draws=60_000, slices=slices)
    years = life(case.arrays, slices)
    grid = np.linspace(-6, 6, 4001)
    weights = np.exp(-(grid**2) / 2)
    weights /= weights.sum()
    luck = np.exp(0.5 * grid - 0.125)
    employed, length = years.employed[0, 0], 0.5
    chance = (1 - employed) / length
    expected = 0.0
    for factor, part in ((1 / employed, 1 - chance), ((1 - length) / employed, chance)):
        earned = years.level[0, 0] * employed * luck * factor
        kept = net_resources(years.household, earned[:, None])[:, 0]
        expected += part * float(weights @ kept)
    own = found.kept.worth[:, 0] / years.discount[0, 0]
    assert abs(own.mean() - expected) < 4 * error_of(own)
    of_the_mean = net_resources(years.household, years.level * years.employed)[0, 0]
    assert abs(of_the_mean - expected) > 20 * error_of(own)


def test_scenario_numbers_are_not_drawn(assumptions):
    names = uncertain(assumptions)
    assert "careers.finisher_standing" in names
    assert not {"economy.discount_rate", "economy.real_wage_growth"} & set(names)
    assert not [name for name in names if name.endswith((".fade_out", ".zero_by_year"))]


def test_each_assumption_has_its_own_stream(assumptions):
    names = ["careers.finisher_standing", f"pathways.{TRADES}.earnings.causal_share"]
    (together,) = monte_carlo(assumptions, 7, [50], names)
    (alone,) = monte_carlo(assumptions, 7, [50], names[1:])
    ours, theirs = (rows.pathways[TRADES].earnings.causal_share for rows in (together, alone))
    assert (ours == theirs).all()
    shift = together.careers.finisher_standing
    assert abs(np.corrcoef(shift[:, 0], ours[:, 0])[0, 1]) < 0.5
    assert alone.careers.finisher_standing.shape == (1, 1)


def test_money_is_drawn_in_dollars_of_the_price_year(assumptions):
    name = "pathways.certificate.costs.grants"
    (rows,) = monte_carlo(assumptions, 0, [20_000], [name])
    drawn_grants = rows.pathways["certificate"].costs.grants
    highest = point(assumptions).pathways["certificate"].costs.grants[0, 0]
    assert drawn_grants.min() >= 0 and drawn_grants.max() <= highest
    # One-sided: from 0 to the value, peak at the value, so the mean is two thirds of it.
    assert drawn_grants.mean() == pytest.approx(2 / 3 * highest, rel=0.01)


@pytest.mark.parametrize(
    ("distribution", "mean", "spread"),
    [("triangular", 0.6, 0.0245), ("uniform", 0.6, 0.1 / np.sqrt(3)), ("normal", 0.6, 0.1 / 1.96)],
)
def test_distributions(distribution, mean, spread, assumptions):
    name = f"pathways.{TRADES}.completion.rate"
    record = Assumption(0.6, "share", "assumed", "judgement", "test", range=(0.5, 0.7), distribution=distribution)
    (rows,) = monte_carlo(with_leaf(assumptions, name, record), 0, [50_000], [name])
    values = rows.pathways[TRADES].completion.rate
    expected = 0.2 / np.sqrt(24) if distribution == "triangular" else spread
    assert values.mean() == pytest.approx(mean, abs=0.002)
    assert values.std() == pytest.approx(expected, rel=0.02)


def test_a_normal_distribution_stays_within_what_the_field_accepts(assumptions):
    name = f"pathways.{TRADES}.completion.rate"
    record = Assumption(0.95, "share", "assumed", "judgement", "test", range=(0.8, 1.0), distribution="normal")
    (rows,) = monte_carlo(with_leaf(assumptions, name, record), 0, [5000], [name])
    values = rows.pathways[TRADES].completion.rate
    assert values.max() == 1.0 and values.min() > 0.5


def test_what_one_name_gives_is_drawn_once():
    # A woman's chance to finish stands under two names once the assumptions are hers.
    case = case_of(loaded(**{"person.sex": "female"}), [TRADES], None)
    named = given_names(case.given, case.settled)
    (rows,) = monte_carlo(case.settled, 0, [50], None, named)
    completion = rows.pathways[TRADES].completion
    assert (completion.rate == completion.rate_women).all()


def test_chances_are_of_the_gains():
    case, found = drawn(loaded(), TRADES, ASSOCIATE, EVALUATED, draws=3000)
    gains = found.together.worth[:, 1:] - found.together.worth[:, :1]
    own = layers(mixed(found, case), case.ids, 18)
    for place, name in enumerate(case.ids[1:]):
        together = own[name].together
        assert together.chance_ahead == pytest.approx(np.mean(gains[:, place] >= 1), rel=1e-12)
        assert together.chance_behind == pytest.approx(np.mean(gains[:, place] <= -1), rel=1e-12)
        low, middle, high = np.quantile(gains[:, place], [0.1, 0.5, 0.9])
        assert (together.gain_p10, together.gain_p50, together.gain_p90) == pytest.approx((low, middle, high))
    pairs = pairwise(mixed(found, case), case.ids)
    assert pairs[TRADES][BASE] == own[TRADES].together.chance_ahead
    assert pairs[TRADES][TRADES] is None
    assert pairs[TRADES][ASSOCIATE] + pairs[ASSOCIATE][TRADES] <= 1


def test_those_who_leave_a_measured_program_end_even():
    case, found = drawn(loaded(), EVALUATED, draws=5000)
    own = layers(mixed(found, case), case.ids, 18)[EVALUATED].together
    assert own.chance_ahead == pytest.approx(0.411, abs=0.03)
    assert own.chance_behind == 0.0
    assert own.gain_p50 == 0.0


def test_the_age_by_which_most_are_ahead_is_for_good():
    shares = np.array([0.9, 0.7, 0.85, 0.8])
    assert _age(shares, 18) == 21
    assert _age(np.array([0.9, 0.9]), 18) == 19
    assert _age(np.array([0.9, 0.79]), 18) is None


def test_within_two_standard_errors_of_8_of_10_other_draws_may_say_otherwise():
    # 2 sqrt(2 x 0.8 x 0.2 / 1,000) is 0.0358.
    assert [_is_near(chance, 1000) for chance in (0.76, 0.765, 0.8, 0.835, 0.84)] == [False, True, True, True, False]


def test_the_chance_of_a_pair_is_that_of_the_comparison():
    case, found = drawn(loaded(), ASSOCIATE, draws=2500)
    assert chance_ahead(case, 2500, 0).share == pairwise(mixed(found, case), case.ids)[ASSOCIATE][BASE]


def test_lives_in_the_same_assumptions_say_less_than_as_many_apart():
    # A measured effect is above zero or not by the assumptions alone; whether somebody finishes is luck.
    name = f"pathways.{SECTORAL}.impact.factor"
    uncertain_sign = Assumption(0.0, "ratio", "assumed", "judgement", "test", range=(-0.7, 0.7), distribution="uniform")
    of_assumptions = chance_ahead(case_of(with_leaf(loaded(), name, uncertain_sign), [SECTORAL], None), 5000, 0)
    of_luck = chance_ahead(case_of(loaded(), [EVALUATED], None), 5000, 0)
    assert of_assumptions.design_effect > 3
    assert of_luck.design_effect == pytest.approx(1, abs=0.15)
    alone = chance_ahead(case_of(certain(loaded()), [EVALUATED], None), 5000, 0)
    assert alone.design_effect == pytest.approx(1, abs=0.15)


def test_what_must_be_said_of_the_draws():
    case, _ = drawn(loaded(), ASSOCIATE, SECTORAL, draws=100)
    (one_sided, kinds) = notices(case, drawn_of(case, 100))
    assert f"pathways.{ASSOCIATE}.costs.grants" in one_sided.values["names"].split()
    assert f"pathways.{ASSOCIATE}.earnings.causal_share" not in one_sided.values["names"].split()
    assert kinds.code == "pairs_of_kinds"
    codes = {
        name: [found.code for found in every] for name, every in pathway_notices(case, drawn_of(case, 100)).items()
    }
    assert codes == {BASE: [], ASSOCIATE: [], SECTORAL: ["chance_of_average"]}


def test_training_drawn_longer_than_fits_is_cut_and_said():
    case, found = drawn(loaded(**{"person.start_age": 61}), TRADES, draws=400)
    assert [one.code for one in pathway_notices(case, drawn_of(case, 400))[TRADES]] == [
        "leavers_drawn",
        "cut_short",
    ]
    # Nobody who stays to the end of the term is still in training when work ends.
    fixed = certain(loaded(**{"person.start_age": 61}))
    case, found = drawn(fixed, TRADES, draws=400)
    assert "cut_short" not in [one.code for one in pathway_notices(case, drawn_of(case, 400))[TRADES]]
    case, found = drawn(loaded(**{"person.start_age": 30, "person.planned_out": "{34: 2}"}), TRADES, draws=400)
    assert np.isfinite(found.together.worth).all()


def test_leavers_who_keep_nothing_have_the_spells_of_the_baseline():
    # So they are where they would be without training, but for what they were paid while in it.
    values = {f"pathways.{TRADES}.leaver_gain_share": 0, f"pathways.{TRADES}.completion.rate": 0}
    known = loaded(**values, **employed(0.7), **{f"pathways.{TRADES}.training.term_hours": 2000})
    _, found = drawn(certain(known), TRADES, draws=500)
    gains = found.together.worth[:, 1] - found.together.worth[:, 0]
    assert np.abs(gains).max() < 30_000


def test_nobody_at_work_earns_nothing():
    _, found = drawn(loaded(**employed(0.000001)), TRADES, draws=300)
    assert np.isfinite(found.together.worth).all()


def test_people_out_of_work_are_out_for_the_year():
    case, found = drawn(certain(loaded(**{"person.attachment": "population"}, **NOBODY_DIES)), TRADES, draws=4000)
    own = found.together.worth[:, 0]
    assert abs(own.mean() - point_worth(case, BASE)) < 4 * error_of(own)


@pytest.mark.parametrize(
    "values",
    [
        {"person.start_age": 59},
        {"person.start_age": 30, "person.planned_out": "{36: 2}"},
        {f"pathways.{TRADES}.completion.rate": 0, f"pathways.{ASSOCIATE}.completion.rate": 0},
        {"person.loan": 4000, "person.start_age": 35},
        {"people.spell_length": 0.02, **employed(0.5)},
        {"person.wage": 9, "person.years_out": 6, "person.start_age": 40},
    ],
)
def test_odd_lives_have_a_worth_in_every_draw(values):
    pathways = [name for name in DEFAULT if name != SECTORAL]
    with np.errstate(all="raise"):
        _, found = drawn(loaded(**values), *pathways, draws=600)
    for layer in found[:3]:
        assert np.isfinite(layer.worth).all()


def together(values, draws=4000, seed=0):
    """The case of a person whose sex is not given, and its draws."""
    flags = [Flag("--set", name, str(value)) for name, value in values.items()]
    case = case_of(load(Layers(flags=flags)).assumptions, [TRADES, ASSOCIATE], None)
    return case, simulated(case, sides_of(case), draws, seed)


def test_half_of_the_draws_are_of_either_sex_and_each_is_drawn_as_for_a_person_of_it():
    case, found = together({})
    assert [len(one.together.worth) for one in found.simulations] == [2000, 2000]
    for sex, one in zip(("male", "female"), found.simulations, strict=True):
        _, alone = drawn(loaded(**{"person.sex": sex}), TRADES, ASSOCIATE, draws=2000)
        np.testing.assert_allclose(one.together.worth, alone.together.worth, rtol=1e-12)
    shares = found.weights[0]
    assert shares == pytest.approx([0.5, 0.965, point(case.given).people.pay["associate"].male_share[0, 0]])
    assert found.weights.sum(axis=0) == pytest.approx(1)


def test_what_is_said_of_men_and_women_together_is_mixed_by_their_shares():
    case, found = together({})
    own = layers(found, case.ids, 18)
    for place, name in enumerate(case.ids[1:], start=1):
        men = found.weights[0, place]
        gains = [one.together.worth[:, place] - one.together.worth[:, 0] for one in found.simulations]
        both = own[name].together
        assert both.draws == 4000
        by_hand = men * np.mean(gains[0] >= 10_000) + (1 - men) * np.mean(gains[1] >= 10_000)
        assert both.chance_well_ahead == pytest.approx(by_hand)
        assert both.gain_mean == pytest.approx(men * gains[0].mean() + (1 - men) * gains[1].mean())
        for share, amount in ((0.1, both.gain_p10), (0.5, both.gain_p50), (0.9, both.gain_p90)):
            below = men * np.mean(gains[0] < amount) + (1 - men) * np.mean(gains[1] < amount)
            assert below == pytest.approx(share, abs=0.002)
    pairs = pairwise(found, case.ids)
    assert pairs[TRADES][BASE] == pytest.approx(own[TRADES].together.chance_ahead)
    assert pairs[TRADES][ASSOCIATE] + pairs[ASSOCIATE][TRADES] <= 1
    assert chance_ahead(case_of(case.given, [ASSOCIATE], None), 4000, 0).share == pytest.approx(
        own[ASSOCIATE].together.chance_ahead
    )
