"""`compare` worked out by hand in a plain world, then what must hold in any world."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled
from mobcalc.loader.layers import Flag, Layers
from mobcalc.loader.loading import load
from mobcalc.questions.basis import Drawing
from mobcalc.questions.compare import comparison
from mobcalc.results.pathways import OF_HOUSEHOLD, SUMS, BreakEven
from mobcalc.results.provenance import Provenance

PLAIN = str(Path(__file__).parents[1] / "cases" / "plain-world.yaml")
TRADES, ASSOCIATE = "building-trades-apprenticeship", "associate-degree"
MEASURED, SECTORAL, CERTIFICATE = "measured", "short-sectoral-training", "certificate"
MEASURED_FILE = str(Path(__file__).parents[1] / "cases" / "measured.yaml")
NOWHERE = Provenance("", [])


def compare(*pathways, files=(), baseline=None, **values):
    """The results by id, with values set by dotted name (two underscores for a dot, one dash as it stands)."""
    flags = [Flag("--set", name, str(value)) for name, value in values.items()]
    loaded = load(Layers(paths=files, flags=flags))
    found = comparison(loaded.assumptions, NOWHERE, pathways, baseline)
    return {result.id: result for result in found.pathways}, found


def plain(*pathways, **values):
    return compare(*pathways, files=[PLAIN, MEASURED_FILE], **values)[0]


def test_baseline_in_a_plain_world():
    base = plain()["no-postsecondary"].expected
    assert base.earnings == [52_000] * 10
    assert base.lifetime_earnings == base.present_value == base.net_present_value == 520_000
    assert base.fringe_present_value == 130_000
    assert base.first_decade_earnings == 520_000
    assert base.pay_first_year_after_training_per_hour == 25


def test_finishers_of_an_apprenticeship():
    # Two years at half of 104,000 x 2,000 / 2,080 = 50,000, then 52,000 + half of the gap of 52,000.
    done = plain(TRADES)[TRADES].completer
    assert done.earnings == pytest.approx([50_000] * 2 + [78_000] * 8)
    assert done.paid_earnings == pytest.approx([50_000] * 2 + [104_000] * 8)
    assert done.out_of_pocket_cost == pytest.approx(2_000)
    assert done.net_present_value == pytest.approx(724_000 - 2_000)
    assert done.pay_first_year_after_training == pytest.approx(104_000)
    assert done.pay_first_year_after_training_per_hour == pytest.approx(50)


def test_leavers_of_an_apprenticeship():
    # Half finish; 74.16 % of leavers go after half a year, the others after one and a half.
    first = (1 - 0.5 ** ((1 - 2.718281828**-0.7) / (1 - 2.718281828**-1.4))) / 0.5
    early = 0.5 * 50_000 + 9.5 * 52_000 - 500
    late = 1.5 * 50_000 + 8.5 * 52_000 - 1_500
    left = plain(TRADES, **{"person.sex": "male"})[TRADES].leaver
    assert left.net_present_value == pytest.approx(first * early + (1 - first) * late)
    assert left.pay_first_year_after_training == pytest.approx(52_000)


def early_leavers(rate):
    """The part of those who leave two years of training that does so in the first of them."""
    return (1 - rate ** ((1 - 2.718281828**-0.7) / (1 - 2.718281828**-1.4))) / (1 - rate)


@pytest.mark.parametrize("keeps", [0.2, 1.0])
def test_leavers_keep_a_share_of_the_counted_gap_by_how_long_they_stayed(keeps):
    # Those who leave after half a year have stayed a quarter of the term, the others three quarters.
    early = early_leavers(0.5)
    stayed = early * 0.25 + (1 - early) * 0.75
    left = plain(TRADES, **{"careers.apprentice_leavers_keep": keeps, "person.sex": "male"})[TRADES].leaver
    assert left.earnings[-1] == pytest.approx(52_000 + keeps * stayed * 0.5 * 52_000)
    assert left.paid_earnings[-1] == pytest.approx(52_000 + keeps * stayed * 52_000)


def test_students_keep_a_part_of_their_own_and_a_pathway_may_have_one():
    early = early_leavers(0.5)
    stayed = early * 0.25 + (1 - early) * 0.75
    by_default = {"careers.student_leavers_keep": 0.4, "careers.apprentice_leavers_keep": 0.9}
    left = plain(ASSOCIATE, **by_default)[ASSOCIATE].leaver
    assert left.earnings[-1] == pytest.approx(52_000 + 0.4 * stayed * 13_000)
    own = f"pathways.{ASSOCIATE}.leavers_keep"
    record = "{value: 0.1, unit: share, kind: assumed, source: judgement, note: a test}"
    left = plain(ASSOCIATE, **by_default, **{own: record})[ASSOCIATE].leaver
    assert left.earnings[-1] == pytest.approx(52_000 + 0.1 * stayed * 13_000)


@pytest.mark.parametrize("name", [TRADES, ASSOCIATE])
def test_leaving_costs_earnings_of_the_time_after_it(name):
    free, costly = (plain(name, **{"careers.leaving_cost": years})[name] for years in (0, 0.15))
    lost = free.leaver.lifetime_earnings - costly.leaver.lifetime_earnings
    assert lost == pytest.approx(0.15 * 52_000)
    assert costly.completer == free.completer


def test_who_leaves_at_once_has_no_job_to_lose_yet():
    # A tenth of a year of training is left after half of it, so that no more than 0.05 of a year is lost.
    short = {f"pathways.{ASSOCIATE}.training.length": 0.1}
    free, costly = (plain(ASSOCIATE, **short, **{"careers.leaving_cost": years})[ASSOCIATE] for years in (0, 0.15))
    lost = free.leaver.lifetime_earnings - costly.leaver.lifetime_earnings
    assert lost == pytest.approx(0.05 * 52_000)


def test_what_was_measured_holds_what_leaving_costs():
    free, costly = (plain(MEASURED, **{"careers.leaving_cost": years})[MEASURED] for years in (0, 2))
    assert costly == free


def test_students_and_their_costs():
    # Two years at a quarter of 52,000, then 52,000 + half of 26,000; a year costs 3,000 + 500 - 1,500.
    done = plain(ASSOCIATE)[ASSOCIATE].completer
    assert done.earnings == pytest.approx([13_000] * 2 + [65_000] * 8)
    assert done.out_of_pocket_cost == pytest.approx(4_000)
    assert done.training_cost_present_value == pytest.approx(4_000)


def test_break_even_of_a_degree():
    # 41,000 behind in each of two years, then 13,000 ahead a year: 82,000 / 13,000 = 6.3, so in the seventh of them.
    sure = {f"pathways.{ASSOCIATE}.completion.rate": 1}
    ages = plain(ASSOCIATE, **sure)[ASSOCIATE].versus_baseline.break_even_ages
    assert ages == [BreakEven(21, "behind"), BreakEven(29, "ahead")]
    ages = plain(ASSOCIATE, **sure, **{"person.retire_age": 28})[ASSOCIATE].versus_baseline.break_even_ages
    assert ages == [BreakEven(21, "behind")]


def test_a_measured_effect_is_added_to_the_baseline():
    # 6,000 in years 1-3, 5,000, 4,000, then half of the year before.
    result = plain(MEASURED)[MEASURED]
    gains = [6_000, 6_000, 6_000, 5_000, 4_000, 2_000, 1_000, 500, 250, 125]
    assert result.expected.earnings == pytest.approx([52_000 + gain for gain in gains])
    assert result.completer.earnings == pytest.approx([52_000 + gain / 0.4 for gain in gains])
    assert result.leaver.earnings == pytest.approx([52_000] * 10)
    assert result.versus_baseline.gain.net_present_value == pytest.approx(30_875)
    assert result.versus_baseline.share_beyond_evidence == pytest.approx(3_875 / 30_875)


def test_a_completer_effect_is_weighted_with_completion(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(
        "name: Own\nfamily: training\nevidence: impact\nsummary: A test.\n"
        "impact:\n"
        "  completer: {value: {1: 1000}, unit: USD/year, price_year: 2025, kind: assumed, source: judgement, note: test}\n"
        "  fade_out: {value: 0, unit: share/year, kind: assumed, source: judgement, note: test}\n"
        "  last_observed_year: {value: 2, unit: years, kind: assumed, source: judgement, note: test}\n"
        "training:\n  length: {value: 1, unit: years, kind: assumed, source: judgement, note: test}\n"
        "completion:\n  rate: {value: 0.3, unit: share, kind: assumed, source: judgement, note: test}\n"
        "  denominator: all\n"
        "participant_cost: {value: 400, unit: USD, price_year: 2025, kind: assumed, source: judgement, note: test}\n"
        "stipend: {value: 90, unit: USD/year, price_year: 2025, kind: assumed, source: judgement, note: test}\n"
    )
    result = compare("own", files=[PLAIN, str(own)])[0]["own"]
    assert result.expected.earnings == pytest.approx([52_300] * 10)
    assert result.completer.earnings == pytest.approx([53_000] * 10)
    # The seven in ten who leave do so after half the year and have paid, and been paid, for half of it.
    costs, stipends = 0.3 * 400 + 0.7 * 200, 0.3 * 90 + 0.7 * 45
    assert result.versus_baseline.gain.net_present_value == pytest.approx(3_000 - costs + stipends)
    assert result.expected.lifetime_earnings == pytest.approx(523_000)
    assert result.versus_baseline.share_beyond_evidence == pytest.approx(2_400 / (3_000 - costs + stipends))


def test_all_offered_gives_no_finishers_and_says_why():
    result = compare(SECTORAL)[0][SECTORAL]
    assert result.completer is None
    assert result.leaver is None
    assert result.completion_rate is None
    assert result.why["completer"] == result.why["leaver"] == "all_offered"


def test_a_wage_of_ones_own_is_the_baseline_and_drifts_back_to_typical():
    person = {"person.sex": "male", "person.weekly_hours": 30, "person.start_age": 30}
    usual = compare(**person)[0]["no-postsecondary"].expected.paid_earnings
    paid = compare(**person, **{"person.wage": 26})[0]["no-postsecondary"].expected.paid_earnings
    # Between 27.5 (43,410) and 32.5 (47,917) men of 30.5 have 46,114 in dollars of 2024, 47,331 in dollars of 2025.
    typical = (43_410 + 0.6 * (47_917 - 43_410)) * 321.974 / 313.698 / 2080
    ratios = [own / of for own, of in zip(paid, usual, strict=True)]
    assert ratios == pytest.approx([(26 / typical) ** (0.95**year) for year in range(35)], rel=1e-9)


def test_entering_the_typical_wage_changes_nothing():
    for person in (
        {"person.sex": "male"},
        {"person.sex": "female", "person.start_age": 41, "person.education": "associate"},
    ):
        plain, _ = compare(TRADES, CERTIFICATE, **person)
        for notice in compare(TRADES, **person, **{"person.wage": 20})[1].warnings:
            typical = notice.values["typical"] if notice.code in ("own_wage", "own_wage_far") else None
            if typical is not None:
                break
        same = compare(TRADES, CERTIFICATE, **person, **{"person.wage": repr(typical)})[0]
        for name in (TRADES, CERTIFICATE):
            ours, theirs = (of[name].versus_baseline.gain for of in (plain, same))
            assert ours.net_present_value == pytest.approx(theirs.net_present_value, rel=1e-9)


def test_hours_scale_published_earnings_alike():
    man = {"person.sex": "male"}
    full, half = (compare(TRADES, **man, **{"person.weekly_hours": hours})[0] for hours in (40, 20))
    # Average pay has others' part-time work in it, which one's own hours stand in the place of.
    part = 20 / 40 / 0.949
    assert half["no-postsecondary"].expected.earnings[9] == pytest.approx(
        full["no-postsecondary"].expected.earnings[9] * part
    )
    assert half[TRADES].completer.paid_earnings[-1] == pytest.approx(full[TRADES].completer.paid_earnings[-1] * part)
    assert half[TRADES].completer.paid_earnings[0] == pytest.approx(full[TRADES].completer.paid_earnings[0])
    hourly = [r[TRADES].completer.pay_first_year_after_training_per_hour for r in (full, half)]
    assert hourly[0] == pytest.approx(hourly[1])


@pytest.mark.parametrize("name", [TRADES, ASSOCIATE, MEASURED])
@pytest.mark.parametrize("age", [18, 35])
def test_without_a_sex_gains_are_those_of_men_and_women_by_their_shares(name, age):
    shares = {TRADES: 0.965, ASSOCIATE: 0.487, MEASURED: 0.5}
    sexes = {"both": {}, "men": {"person.sex": "male"}, "women": {"person.sex": "female"}}
    found = {
        who: compare(name, files=[MEASURED_FILE], **{"person.start_age": age}, **sex)[0][name]
        for who, sex in sexes.items()
    }
    for measure in ("net_present_value", "lifetime_earnings", "first_decade_earnings", "present_value"):
        both, men, women = (getattr(of.versus_baseline.gain, measure) for of in found.values())
        assert both == pytest.approx(shares[name] * men + (1 - shares[name]) * women, rel=1e-3)
        assert min(men, women) <= both <= max(men, women)
    rates = {who: of.completion_rate for who, of in found.items()}
    assert rates["both"] == pytest.approx(shares[name] * rates["men"] + (1 - shares[name]) * rates["women"], abs=1e-3)


def test_life_without_training_is_half_that_of_a_man_and_half_that_of_a_woman():
    both, man, woman = (
        compare(**sex)[0]["no-postsecondary"].expected for sex in ({}, {"person.sex": "male"}, {"person.sex": "female"})
    )
    for measure in ("lifetime_earnings", "net_present_value", "first_decade_earnings"):
        mean = 0.5 * (getattr(man, measure) + getattr(woman, measure))
        assert getattr(both, measure) == pytest.approx(mean, rel=1e-12)


def test_the_persons_sex_moves_her_baseline_and_her_pay():
    man, woman = (compare(TRADES, **{"person.sex": sex})[0] for sex in ("male", "female"))
    # From 62.5 on: 43,945 over 58,796 without training; in the trades 0.7824 of all over 1.0073 of all.
    paid = [of["no-postsecondary"].expected.paid_earnings[-1] for of in (woman, man)]
    people = bundled().people.pay["high-school"]
    factor = people.employed_women.value[-1] / people.employed_men.value[-1]
    assert paid[0] / paid[1] == pytest.approx(43_945 / 58_796 * factor)
    life = bundled().pathways[TRADES].earnings.work_life
    first = [of[TRADES].completer.paid_earnings[0] for of in (woman, man)]
    assert first[0] / first[1] == pytest.approx(life.ratio_women.value / life.ratio_men.value)
    assert woman[TRADES].completion_rate == 0.332
    assert "woman_in_trade" in [notice.code for notice in woman[TRADES].warnings]


def test_a_completion_rate_that_the_user_gave_beats_the_one_by_sex():
    values = {"person.sex": "female", f"pathways.{TRADES}.completion.rate": 0.6}
    assert compare(TRADES, **values)[0][TRADES].completion_rate == 0.6


def test_older_starters_are_warned_unless_their_wage_is_known():
    assert "older_start" in [n.code for n in compare(**{"person.start_age": 35})[1].warnings]
    known = compare(**{"person.start_age": 35, "person.wage": 20})[1].warnings
    assert "older_start" not in [n.code for n in known]


def test_pay_that_falls_on_finishing_is_reported():
    # The steps are of what a high wage of one's own makes of the occupation's pay at the start, which fades until the end.
    steep = {f"pathways.{TRADES}.training.wage_steps": [0.5, 0.6, 0.7, 1.0], "person.wage": 60}
    assert "pay_falls_on_finishing" in [n.code for n in compare(TRADES, **steep)[0][TRADES].warnings]
    assert "pay_falls_on_finishing" not in [n.code for n in compare(TRADES)[0][TRADES].warnings]


def test_pay_beyond_the_working_life_is_null_with_a_reason():
    result = compare(TRADES, **{"person.retire_age": 24})[0][TRADES]
    assert result.completer.pay_first_year_after_training is not None
    assert result.completer.pay_five_years_after_training is None
    assert result.why["pay_five_years_after_training"] == "beyond_retirement"


def test_training_longer_than_the_working_life_is_refused():
    with pytest.raises(InputError, match=r"training takes 4 years, longer than the working life left \(3\)"):
        compare(TRADES, **{"person.start_age": 62})


def test_any_pathway_can_be_the_baseline():
    results, found = compare(baseline=ASSOCIATE)
    assert found.pathways[0].id == ASSOCIATE
    assert results[ASSOCIATE].versus_baseline is None
    assert results[ASSOCIATE].completer is None
    gain = results["no-postsecondary"].versus_baseline.gain.net_present_value
    assert gain == pytest.approx(-compare()[0][ASSOCIATE].versus_baseline.gain.net_present_value)


def test_pathways_come_baseline_first_then_as_asked():
    assert list(compare(CERTIFICATE, TRADES)[0]) == ["no-postsecondary", CERTIFICATE, TRADES]
    assert list(compare()[0]) == ["no-postsecondary", TRADES, ASSOCIATE, CERTIFICATE, SECTORAL]
    everything = list(compare("all")[0])
    assert set(everything) == set(bundled().pathways)
    assert everything[0] == "no-postsecondary"


def test_rankings_are_by_amount_and_without_draws_not_by_chance():
    results, found = compare("all")
    gains = {name: of.versus_baseline.gain for name, of in results.items() if of.versus_baseline}
    measures = {"first_decade": "first_decade_earnings", "to_retirement": "net_present_value"}
    assert list(found.ranking) == ["first_decade", "to_retirement", "by_chance"]
    for horizon, measure in measures.items():
        order = found.ranking[horizon]
        assert sorted(order) == sorted(results)
        values = [getattr(gains[name], measure) if name in gains else 0.0 for name in order]
        assert values == sorted(values, reverse=True)
        assert [results[name].rank[horizon] for name in order] == list(range(1, len(order) + 1))
    assert found.ranking["by_chance"] == []
    assert {result.rank["by_chance"] for result in results.values()} == {None}


def test_with_draws_rankings_are_by_their_means_and_by_chance_with_the_baseline_at_one_half():
    known = load(
        Layers(flags=[Flag("--set", "person.start_age", "40"), Flag("--set", "person.sex", "male")])
    ).assumptions
    found = comparison(known, NOWHERE, ["all"], drawing=Drawing(400))
    versus = {result.id: result.versus_baseline for result in found.pathways if result.versus_baseline}
    for horizon, of in (("first_decade", "first_decade"), ("to_retirement", "expected")):
        means = [getattr(versus[name].mean_gain, of) if name in versus else 0.0 for name in found.ranking[horizon]]
        assert means == sorted(means, reverse=True)
    order = found.ranking["by_chance"]
    chances = [versus[name].chances.together.chance_well_ahead if name in versus else 0.5 for name in order]
    assert chances == sorted(chances, reverse=True)
    assert sorted(order) == sorted(found.ranking["to_retirement"])
    assert 0 < order.index("no-postsecondary") < len(order) - 1
    for result in found.pathways:
        assert result.rank["by_chance"] == order.index(result.id) + 1


def test_leaving_pathways_out_changes_no_other():
    alone, among = compare(TRADES)[0][TRADES], compare()[0][TRADES]
    assert alone == among


@pytest.mark.parametrize("name", [TRADES, ASSOCIATE, CERTIFICATE, MEASURED])
@pytest.mark.parametrize("sex", [None, "male", "female"])
def test_all_who_start_are_finishers_and_leavers_by_their_shares(name, sex):
    result = compare(name, files=[MEASURED_FILE], **({"person.sex": sex} if sex else {}))[0][name]
    c = result.completion_rate
    for key in SUMS:
        if getattr(result.expected, key) is None:
            assert key in OF_HOUSEHOLD or (key, name) == ("forgone_earnings", MEASURED)
            continue
        mixed = c * getattr(result.completer, key) + (1 - c) * getattr(result.leaver, key)
        assert getattr(result.expected, key) == pytest.approx(mixed, rel=1e-12)
    for series in ("earnings", "paid_earnings"):
        pairs = zip(getattr(result.completer, series), getattr(result.leaver, series), strict=True)
        # Without a sex, amounts by age are of those alive then, of whom fewer men are among those who finish.
        close = 1e-12 if sex else 1e-4
        assert getattr(result.expected, series) == pytest.approx([c * a + (1 - c) * b for a, b in pairs], rel=close)


quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(
    age=st.integers(16, 50),
    rate=st.floats(0, 0.1).map(lambda x: round(x, 4)),
    completion=st.floats(0, 1).map(lambda x: round(x, 4)),
    length=st.floats(0.1, 6).map(lambda x: round(x, 3)),
)
def test_in_any_world_the_parts_add_up(age, rate, completion, length):
    values = {
        "person.start_age": age,
        "economy.discount_rate": rate,
        f"pathways.{ASSOCIATE}.completion.rate": completion,
        f"pathways.{ASSOCIATE}.training.length": length,
    }
    result = compare(ASSOCIATE, **values)[0][ASSOCIATE]
    mixed = completion * result.completer.net_present_value + (1 - completion) * result.leaver.net_present_value
    assert result.expected.net_present_value == pytest.approx(mixed, rel=1e-12)
    net = result.expected.present_value - result.expected.training_cost_present_value
    assert result.expected.net_present_value == pytest.approx(net, rel=1e-12)
    assert len(result.expected.earnings) == 65 - age


@quick
@given(st.floats(10, 90).map(lambda x: round(x, 2)), st.floats(10, 90).map(lambda x: round(x, 2)))
def test_a_higher_wage_never_lowers_lifetime_earnings(a, b):
    low, high = sorted((a, b))
    lifetimes = [compare(**{"person.wage": w})[0]["no-postsecondary"].expected.lifetime_earnings for w in (low, high)]
    assert lifetimes[0] <= lifetimes[1]


def test_a_copy_of_the_baseline_gains_nothing(tmp_path):
    source = Path(__file__).parents[2] / "assumptions" / "pathways" / "no-postsecondary.yaml"
    copy = tmp_path / "twin.yaml"
    copy.write_text(source.read_text())
    twin = compare("twin", files=[str(copy)])[0]["twin"]
    assert twin.versus_baseline.gain.net_present_value == 0
    assert twin.versus_baseline.break_even_ages == []


def test_tools_transport_and_child_care_reach_the_cost():
    values = {"person.transport": 1200, "person.child_care": 300, f"pathways.{TRADES}.costs.tools": 500}
    result = compare(TRADES, **values)[1].pathways[1]
    assert result.completer.out_of_pocket_cost == pytest.approx(4 * (550 + 400 + 500 + 1500))
    codes = [n.code for n in compare(**values)[1].warnings]
    assert "own_cost" in codes
    assert not [code for code in codes if code.endswith("_not_counted")]


def test_forgone_earnings_by_hand():
    # Students give up three quarters of 52,000 for two years; apprentices 2,000 a year for two.
    results = plain(TRADES, ASSOCIATE, MEASURED)
    assert results[ASSOCIATE].completer.forgone_earnings == pytest.approx(2 * 39_000)
    assert results[TRADES].completer.forgone_earnings == pytest.approx(2 * 2_000)
    assert results["no-postsecondary"].expected.forgone_earnings == 0
    assert results[MEASURED].expected.forgone_earnings is None
    assert results[MEASURED].why["forgone_earnings"] == "in_the_effect"


def test_pay_is_compared_at_the_same_age_group_by_group():
    # The leavers of the study are the baseline, so their pay gains nothing over it, whenever they leave.
    leavers = compare(MEASURED, files=[MEASURED_FILE])[0][MEASURED].versus_baseline.leaver_gain
    assert leavers.pay_first_year_after_training == pytest.approx(0, abs=1e-6)
    assert leavers.pay_five_years_after_training_per_hour == pytest.approx(0, abs=1e-6)
    results = compare(TRADES, **{"person.sex": "male"})[0]
    done, base = results[TRADES], results["no-postsecondary"].expected
    gain = done.versus_baseline.completer_gain.pay_first_year_after_training
    assert gain == pytest.approx(done.completer.paid_earnings[4] - base.paid_earnings[4])
    assert done.completer.pay_first_year_after_training == done.completer.paid_earnings[4]
    assert done.completer.pay_five_years_after_training == done.completer.paid_earnings[8]


def test_leavers_of_a_measured_program_pay_until_they_leave():
    result = compare(MEASURED, files=[MEASURED_FILE], **{"person.transport": 1200})[0][MEASURED]
    assert result.completer.out_of_pocket_cost == pytest.approx(2 * 1200)
    early = early_leavers(0.4)
    assert result.leaver.out_of_pocket_cost == pytest.approx(1200 * (0.5 * early + 1.5 * (1 - early)))
    assert "cost_not_given" not in [n.code for n in result.warnings]


@pytest.mark.parametrize("name", sorted(set(bundled().pathways) - {"no-postsecondary"}))
@pytest.mark.parametrize("person", [{}, {"person.sex": "female", "person.start_age": 35}, {"person.wage": 25}])
def test_every_bundled_pathway_gives_sound_figures(name, person):
    result = compare(name, **person)[0][name]
    for group in (result.expected, result.completer, result.leaver):
        if group is not None:
            assert min(group.paid_earnings) > 0
            assert group.lifetime_earnings > group.present_value > 0
            assert group.first_decade_earnings < group.lifetime_earnings
    assert "pay_falls_on_finishing" not in [notice.code for notice in result.warnings]


def test_what_rests_on_an_assumed_number_is_marked():
    found = compare(TRADES, ASSOCIATE, MEASURED, files=[MEASURED_FILE])[0]
    assert found["no-postsecondary"].marked == []
    assert found[TRADES].marked == ["completion_rate", "out_of_pocket_cost"]
    assert found[ASSOCIATE].marked == ["completion_rate", "out_of_pocket_cost"]
    assert found[MEASURED].marked == ["completion_rate", "completer_gain", "leaver_gain"]
    # A rate and a wage that the user gave are no guesses of ours.
    own = {f"pathways.{TRADES}.completion.rate": 0.5}
    assert compare(TRADES, **own)[0][TRADES].marked == ["out_of_pocket_cost"]


def test_a_level_of_pay_that_is_assumed_marks_all_gains(tmp_path):
    record = "{value: [1, 2, 3, 4, 5], unit: USD/year, price_year: 2025, kind: assumed, source: judgement, note: test}"
    found = compare(TRADES, **{f"pathways.{TRADES}.earnings.percentiles": record.replace("[1, 2, 3, 4, 5]", str(PAY))})
    assert found[0][TRADES].marked[-3:] == ["gain", "completer_gain", "leaver_gain"]


PAY = [30_000, 40_000, 50_000, 60_000, 70_000]
