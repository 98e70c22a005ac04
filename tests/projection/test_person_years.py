"""The person in full, worked out by hand in the plain world: education, time out, attachment, loans, standing."""

import math

import pytest

from mobcalc.errors import InputError
from mobcalc.loader.bundle import bundled_folder
from tests.questions.test_compare import ASSOCIATE, PLAIN, SECTORAL, TRADES, compare, plain

PAID = [52_000] * 10


def test_time_out_is_without_earnings_and_pay_catches_up():
    # Out from 24 to 26; a tenth is lost for each year out, 0.19 in all, made up over four years from 26 on.
    values = {"person.planned_out": "{24: 2}", "people.return_loss": 0.1, "people.return_phase_in": 4}
    base = plain(**values)["no-postsecondary"].expected
    factors = [1, 1, 1, 1, 0, 0, *(1 - 0.19 * (1 - since / 4) for since in (0.5, 1.5, 2.5, 3.5))]
    assert base.earnings == pytest.approx([52_000 * factor for factor in factors])


def test_time_out_on_every_pathway():
    values = {"person.planned_out": "{24: 2}", "people.return_loss": 0}
    found = plain(TRADES, SECTORAL, **values)
    assert found[TRADES].completer.earnings == pytest.approx([50_000] * 2 + [78_000] * 2 + [0] * 2 + [78_000] * 4)
    assert found[TRADES].leaver.earnings[4:6] == [0, 0]
    assert found[SECTORAL].expected.earnings[4:6] == [0, 0]
    assert found[SECTORAL].expected.earnings[3] > 52_000


def test_a_part_of_a_year_out():
    base = plain(**{"person.planned_out": "{24: 0.5}", "people.return_loss": 0})["no-postsecondary"].expected
    assert base.earnings == pytest.approx([52_000] * 4 + [26_000] + [52_000] * 5)


def test_years_out_until_now_lower_the_baseline_but_not_the_sponsors_wage_steps():
    values = {"person.years_out": 2, "people.return_loss": 0.1, "people.return_phase_in": 4}
    found = plain(TRADES, **values)
    factors = [1 - 0.19 * max(0, 1 - (year + 0.5) / 4) for year in range(10)]
    assert found["no-postsecondary"].expected.earnings == pytest.approx([52_000 * factor for factor in factors])
    done = found[TRADES].completer.paid_earnings
    assert done[:2] == pytest.approx([50_000] * 2)
    assert done[2] == pytest.approx(104_000 * factors[2])


def test_a_known_wage_is_paid_on_return_and_drifts_to_that_of_all_others():
    # Others are back at 0.19 x 7/8 less than the 25 an hour that is usual. Who is paid 25 is above them by that much, of
    # which 0.95 is left after each year, and a quarter of it shows in the pay of the occupation.
    values = {"person.years_out": 2, "person.wage": 25, "people.return_loss": 0.1, "people.return_phase_in": 4}
    found = plain(TRADES, **values)
    factors = [1 - 0.19 * max(0, 1 - (year + 0.5) / 4) for year in range(10)]
    above = [(1 / factors[0]) ** (0.95**year) for year in range(10)]
    base = found["no-postsecondary"].expected.earnings
    assert base[0] == pytest.approx(52_000)
    assert base == pytest.approx([52_000 * f * a for f, a in zip(factors, above, strict=True)])
    done = found[TRADES].completer.paid_earnings
    assert done[:2] == pytest.approx([50_000 * above[0] ** 0.25] * 2)
    assert done[2:] == pytest.approx([104_000 * f * a**0.25 for f, a in zip(factors[2:], above[2:], strict=True)])


@pytest.mark.parametrize("hours", [20, 40])
def test_a_wage_of_ones_own_shows_in_pay_with_a_credential_too(hours):
    # 30 an hour where 25 is usual: 0.9 of the distance in logarithms counts with a degree, and less each year.
    values = {"person.wage": 30, "person.weekly_hours": hours}
    found = plain(ASSOCIATE, **values)
    above = [1.2 ** (0.95**year) for year in range(10)]
    part = hours / 40
    assert found["no-postsecondary"].expected.earnings == pytest.approx([52_000 * part * a for a in above])
    expected = [0.25 * 52_000 * part * a for a in above[:2]] + [78_000 * part * a**0.9 for a in above[2:]]
    assert found[ASSOCIATE].completer.paid_earnings == pytest.approx(expected)


def test_nothing_is_lost_without_a_phase_in():
    values = {"person.years_out": 2, "people.return_phase_in": 0}
    assert plain(**values)["no-postsecondary"].expected.earnings == pytest.approx(PAID)


def test_hours_of_ones_own_are_not_lost_twice():
    # Half-time in a group whose members work 0.8 of full time on average, a part of what makes 0.6 of full-time pay.
    values = {f"people.pay.high-school.employed_{sex}": [0.6, 0.6] for sex in ("men", "women")}
    values |= {f"people.hours_of_workers_{sex}": 0.8 for sex in ("men", "women")}
    half = plain(**values, **{"person.weekly_hours": 20})["no-postsecondary"].expected.earnings
    assert half[0] == pytest.approx(52_000 * 0.5 * 0.6 / 0.8)
    full = plain(**values, **{"person.weekly_hours": 40})["no-postsecondary"].expected.earnings
    assert full[0] == pytest.approx(52_000 * 0.6)


SHARES = {
    f"people.pay.{name}.{what}_{sex}": [share, share]
    for name, of in {"high-school": (0.9, 0.8), "associate": (0.95, 0.85)}.items()
    for what, share in zip(("employed", "population"), of, strict=True)
    for sex in ("men", "women")
} | {f"pathways.{TRADES}.earnings.work_life.employed_{sex}": [0.7, 0.7] for sex in ("men", "women")}


def test_part_of_a_year_without_pay_is_that_of_each_group():
    found = plain(TRADES, ASSOCIATE, **SHARES)
    assert found["no-postsecondary"].expected.paid_earnings == pytest.approx([52_000 * 0.9] * 10)
    # Wage steps are by contract; journeyworkers have the share of their occupation, leavers that of their education.
    assert found[TRADES].completer.paid_earnings == pytest.approx([50_000] * 2 + [104_000 * 0.7] * 8)
    assert found[TRADES].leaver.paid_earnings[-1] == pytest.approx(52_000 * 0.9)
    # What students keep is of pay without training, and so is its share.
    assert found[ASSOCIATE].completer.paid_earnings == pytest.approx([13_000 * 0.9] * 2 + [78_000 * 0.95] * 8)


def test_population_counts_people_out_of_work_in_by_what_the_person_has():
    found = plain(TRADES, ASSOCIATE, **{"person.attachment": "population"}, **SHARES)
    assert found["no-postsecondary"].expected.paid_earnings == pytest.approx([52_000 * 0.8] * 10)
    # To be out of the labor market is about the person, so the share is the same on every path.
    assert found[TRADES].completer.paid_earnings == pytest.approx([50_000] * 2 + [104_000 * 0.8] * 8)
    assert found[TRADES].leaver.paid_earnings[-1] == pytest.approx(52_000 * 0.8)
    assert found[ASSOCIATE].completer.paid_earnings == pytest.approx([13_000 * 0.8] * 2 + [78_000 * 0.8] * 8)
    holder = plain(TRADES, **{"person.attachment": "population", "person.education": ASSOCIATE}, **SHARES)
    assert holder["no-postsecondary"].expected.paid_earnings == pytest.approx([78_000 * 0.85] * 10)
    assert holder[TRADES].completer.paid_earnings[2:] == pytest.approx([104_000 * 0.85] * 8)


CPI = 321.974 / 313.698
"""From dollars of 2024 to dollars of 2025."""
TODAY = {"economy.real_wage_growth": 0}
"""Wages of today all life long."""
BY_PAY = {**TODAY, "studies.reed-2012.weight": 0}
"""The same with no study to correct what pay says."""


def test_pay_by_age_is_of_the_persons_sex_and_education():
    # In the year lived at 42.5 from 18 on, at the middle of an age band.
    for sex, held, median, employed in (
        ("male", "high-school", 55_452, 0.8986),
        ("female", "high-school", 41_834, 0.8214),
        ("male", "less-than-high-school", 45_513, 0.8698),
        ("female", "bachelors", 75_672, 0.873),
    ):
        found = compare(**TODAY, **{"person.sex": sex, "person.education": held})[0]["no-postsecondary"].expected
        assert found.paid_earnings[24] == pytest.approx(median * CPI * employed, rel=1e-6)
    # Between the middles of bands, 19 and 21, and before the first of them.
    found = compare(**TODAY, **{"person.sex": "male"})[0]["no-postsecondary"].expected
    assert found.paid_earnings[0] == pytest.approx(28_511 * CPI * 0.8476, rel=1e-6)
    assert found.paid_earnings[1] == pytest.approx((28_511 + (33_532 - 28_511) / 4) * CPI * 0.8476, rel=1e-6)


def test_pay_of_a_finisher_is_read_off_at_the_standing_and_by_age_and_experience():
    # A man who starts at 18 and finishes at 22 has 20.5 years of experience at 42.5, so both say 42.5. Of the workers 0.65
    # earn less: three fifths of the way from p50 to p75 in the logarithm. By then some have left the occupation.
    found, _ = compare(TRADES, **BY_PAY, **{"person.sex": "male"})
    level = 62_747**0.4 * 81_765**0.6 * 1.005 * 1.0397
    base = 55_452 * CPI * 0.8986
    kept = 0.75 + 0.25 * math.exp(-0.0487 * (10 + 0.5 * 10.5))
    gap = (level * 0.919 - base) * kept
    done = found[TRADES].completer
    assert done.paid_earnings[24] == pytest.approx(base + gap, rel=1e-6)
    assert done.earnings[24] == pytest.approx(base + 0.73 * gap, rel=1e-6)
    # At 40.5 somebody who started at 35 has 1.5 years of experience: read off at (40.5 + 22 + 1.5) / 2 = 32.
    late, _ = compare(TRADES, **BY_PAY, **{"person.sex": "female", "person.start_age": 35})
    profile = 0.829 + 0.9 * (0.9093 - 0.829)
    level = 62_747**0.4 * 81_765**0.6 * 0.7824 * profile
    # At 40.5 women with a diploma have 41,834 x 3/5 + 40,887 x 2/5, and 0.8214 x 3/5 + 0.7932 x 2/5 of full time.
    base = (0.6 * 41_834 + 0.4 * 40_887) * CPI * (0.6 * 0.8214 + 0.4 * 0.7932)
    kept = 0.75 + 0.25 * math.exp(-0.0487 * 1.5)
    assert late[TRADES].completer.paid_earnings[5] == pytest.approx(base + (level * 0.848 - base) * kept, rel=1e-6)


def test_who_leaves_the_occupation_keeps_a_part_of_the_gain():
    # A fifth leaves in a year, for ten years, and nobody later; half of the gap is kept.
    values = {
        f"pathways.{TRADES}.earnings.work_life.transfer_rate": 0.2,
        "careers.kept_outside": 0.5,
        "careers.transfer_years": 4,
        "careers.later_transfers": 0,
    }
    done = plain(TRADES, **values)[TRADES].completer.paid_earnings
    # Years since finishing are 0.5 in the third year, 1.5 in the fourth, and count up to 4.
    kept = [0.5 + 0.5 * math.exp(-0.2 * min(year + 0.5, 4)) for year in range(8)]
    assert done[2:] == pytest.approx([52_000 + 52_000 * part for part in kept])


def test_a_gap_that_is_a_loss_counts_for_two_years_at_most():
    # Journeyworkers of 41,600 where 52,000 are usual: 10,400 less, which counts whole, until two years after training.
    values = {f"pathways.{TRADES}.earnings.percentiles": [30_000, 35_000, 41_600, 60_000, 70_000]}
    done = plain(TRADES, **values)[TRADES].completer
    assert done.earnings[2:] == pytest.approx([41_600] * 2 + [52_000] * 6)
    assert done.paid_earnings[2:] == pytest.approx([41_600] * 8)


def test_studying_part_time_costs_a_part():
    for share, cost in ((1, 4_000), (0.5, 2_000)):
        values = {f"pathways.{ASSOCIATE}.costs.full_time_share": share}
        assert plain(ASSOCIATE, **values)[ASSOCIATE].completer.out_of_pocket_cost == pytest.approx(cost)


def test_grants_above_the_price_are_money_in_hand():
    values = {f"pathways.{ASSOCIATE}.costs.grants": "{value: 4000, price_year: 2025}"}
    done = plain(ASSOCIATE, **values)[ASSOCIATE].completer
    # 3,500 of tuition and books a year less 4,000.
    assert done.out_of_pocket_cost == pytest.approx(-1_000)
    assert done.net_present_value == pytest.approx(sum(done.earnings) + 1_000)


def test_a_degree_holder_is_compared_with_other_degree_holders():
    found = plain(ASSOCIATE, TRADES, **{"person.education": ASSOCIATE})
    base = found["no-postsecondary"]
    assert base.expected.paid_earnings == pytest.approx([78_000] * 10)
    assert base.name == "No further training"
    assert base.causal_share is None
    # A second degree pays nothing more and costs a quarter of the time's earnings less and 4,000.
    assert found[ASSOCIATE].completer.earnings == pytest.approx([19_500] * 2 + [78_000] * 8)
    assert found[TRADES].completer.earnings == pytest.approx([50_000] * 2 + [78_000 + 13_000] * 8)


def test_a_career_changer_has_a_baseline_of_their_own(tmp_path):
    file = tmp_path / "warehouse-lead.yaml"
    note = "{unit: USD/year, kind: assumed, source: judgement, note: pay slips, price_year: 2025, value: "
    file.write_text(
        "name: Warehouse lead\nfamily: none\nevidence: levels\nsummary: The job held now.\n"
        f"earnings:\n  percentiles: {note}[40000, 50000, 60000, 70000, 80000]}}\n"
    )
    found, _ = compare(TRADES, "no-postsecondary", files=[PLAIN, str(file)], baseline="warehouse-lead")
    assert found["warehouse-lead"].expected.paid_earnings == pytest.approx([60_000] * 10)
    assert found["no-postsecondary"].expected.paid_earnings == pytest.approx(PAID)
    # The gap is that to the job held now, and who leaves the training goes back to it.
    assert found[TRADES].completer.earnings == pytest.approx([50_000] * 2 + [60_000 + 22_000] * 8)
    assert found[TRADES].leaver.earnings[-1] == pytest.approx(60_000)


def test_a_loan_is_paid_instead_of_costs_and_repaid_with_interest():
    # 2,000 a year for two years, all borrowed; without interest 4,000 / 4 a year from the third year on.
    values = {"person.loan": 4_000, "person.loan_rate": 0, "person.loan_term": 4}
    done = plain(ASSOCIATE, **values)[ASSOCIATE].completer
    assert (done.borrowed, done.loan_repayment, done.loan_interest) == pytest.approx((4_000, 1_000, 0))
    assert done.out_of_pocket_cost == pytest.approx(4_000)
    assert done.training_cost_present_value == pytest.approx(4_000)


def test_interest_runs_from_the_day_the_money_is_drawn():
    # Owed after two years at 5 percent: 2,000 x (1.05^2 - 1) / ln 1.05 = 4,201.67; repaid at once over one year.
    values = {"person.loan": 9_999, "person.loan_rate": 0.05, "person.loan_term": 1}
    done = plain(ASSOCIATE, **values)[ASSOCIATE].completer
    assert done.borrowed == pytest.approx(4_000)
    assert done.loan_repayment == pytest.approx(4_201.67 * 0.0487902 / (1 - 1 / 1.05), abs=0.5)
    assert done.loan_interest == pytest.approx(done.loan_repayment - 4_000)


def test_who_leaves_owes_what_was_drawn_until_then():
    values = {"person.loan": 4_000, "person.loan_rate": 0}
    with_loan, without = (plain(ASSOCIATE, **v)[ASSOCIATE].leaver for v in (values, {}))
    assert with_loan.borrowed == pytest.approx(without.out_of_pocket_cost) == with_loan.out_of_pocket_cost
    assert with_loan.net_present_value == pytest.approx(without.net_present_value)


def test_a_loan_at_the_discount_rate_changes_next_to_nothing():
    rates = {"economy.discount_rate": 0.04, "person.loan_rate": 0.04, "person.loan_term": 6}
    paid = plain(ASSOCIATE, **rates)[ASSOCIATE].completer.net_present_value
    borrowed = plain(ASSOCIATE, **rates, **{"person.loan": 4_000})[ASSOCIATE].completer.net_present_value
    assert borrowed == pytest.approx(paid, abs=5)


def test_a_loan_is_repaid_before_retirement():
    values = {"person.loan": 4_000, "person.loan_rate": 0, "person.loan_term": 20}
    done = plain(ASSOCIATE, **values)[ASSOCIATE].completer
    assert done.loan_repayment == pytest.approx(4_000 / 8)
    assert done.training_cost_present_value == pytest.approx(4_000)


def test_good_jobs_count_from_the_age_and_the_pay_they_begin_at():
    values = {
        "person.retire_age": 50,
        "people.good_jobs.thresholds": "{value: [52000, 52001], price_year: 2025}",
    }
    found = plain(TRADES, **values)
    # At 52,000 from 25 to 44, and not from 45 on; finishers earn 104,000 from 22 on.
    assert found["no-postsecondary"].expected.good_job_years == 20
    assert found[TRADES].completer.good_job_years == 25
    # 0.965 of those who start are men, of whom 0.5 finish, as do 0.4 of the women.
    finish = 0.965 * 0.5 + 0.035 * 0.4
    assert found[TRADES].leaver.good_job_years == pytest.approx(20)
    assert found[TRADES].expected.good_job_years == pytest.approx(finish * 25 + (1 - finish) * 20)


def test_standing_among_workers_of_the_same_age():
    workers = {"p10": 13_000, "p25": 26_000, "p50": 52_000, "p75": 104_000, "p90": 208_000}
    values = {"people.workers.ages": [20, 60]} | {
        f"people.workers.{k}": f"{{value: [{v}, {v}], price_year: 2025}}" for k, v in workers.items()
    }
    found = plain(TRADES, **{"person.retire_age": 45, "person.sex": "male"}, **values)
    base, done = found["no-postsecondary"].expected, found[TRADES].completer
    assert base.earnings_percentile == {"30": pytest.approx(0.5), "40": pytest.approx(0.5), "50": None}
    assert done.earnings_percentile["30"] == pytest.approx(0.75)
    assert (base.earnings_quintile["30"], done.earnings_quintile["30"]) == (3, 4)
    assert found[TRADES].versus_baseline.gain.earnings_percentile["30"] == pytest.approx(0.125)


def test_a_rate_of_return_where_there_is_one():
    # 41,000 lost in each of two years, then 13,000 gained in each of eight.
    rate = plain(ASSOCIATE, **{f"pathways.{ASSOCIATE}.completion.rate": 1})[ASSOCIATE].versus_baseline
    found = rate.internal_rate_of_return
    stream = [-41_000] * 2 + [13_000] * 8
    assert sum(amount / (1 + found) ** year for year, amount in enumerate(stream)) == pytest.approx(0, abs=1e-2)
    assert plain(SECTORAL)[SECTORAL].versus_baseline.internal_rate_of_return is None


def test_ranks_are_those_of_the_ranking():
    _, whole = compare("all")
    for result in whole.pathways:
        for horizon, place in result.rank.items():
            assert place is None if horizon == "by_chance" else whole.ranking[horizon][place - 1] == result.id


def test_nobody_loses_a_degree_by_getting_a_lower_credential():
    person = {"person.education": "bachelors-degree", "person.start_age": 25, "person.sex": "male"}
    found, _ = compare("certificate", "digital-credential", **person)
    base = found["no-postsecondary"].expected
    # Finishers are paid as people with the degree are, which a badge adds a fiftieth to.
    for name, premium in (("certificate", 1), ("digital-credential", 1.02)):
        paid = [premium * amount for amount in base.paid_earnings[5:]]
        assert found[name].completer.paid_earnings[5:] == pytest.approx(paid)
        assert found[name].versus_baseline.completer_gain.lifetime_earnings > -80_000


@pytest.mark.parametrize("age", [18, 25, 45])
def test_a_badge_adds_its_premium_to_what_the_person_is_paid_without_it(age):
    found, _ = compare("digital-credential", **{"person.start_age": age, "person.sex": "female"})
    paid, base = found["digital-credential"].completer.paid_earnings, found["no-postsecondary"].expected.paid_earnings
    assert paid[1:] == pytest.approx([1.02 * amount for amount in base[1:]])


def test_the_credential_held_and_the_usual_baseline_are_not_offered_again():
    for held in (ASSOCIATE, "associate"):
        assert ASSOCIATE not in compare(**{"person.education": held})[0]
        assert ASSOCIATE in compare(ASSOCIATE, **{"person.education": held})[0]
    assert ASSOCIATE in compare(**{"person.education": "some-college"})[0]
    assert "certificate" not in compare(**{"person.education": "some-college"})[0]


def test_a_credential_for_an_occupation_is_offered_whatever_is_held(tmp_path):
    file = tmp_path / "welding.yaml"
    text = (bundled_folder() / "pathways" / "certificate.yaml").read_text()
    why = "kind: assumed, source: judgement, note: x"
    pays = f"percentiles: {{value: [1, 2, 3, 4, 5], unit: USD/year, price_year: 2025, {why}}}"
    file.write_text(text.replace("  education: some-college", f"  education: some-college\n  {pays}"))
    found, _ = compare(files=[str(file)], **{"person.education": "some-college"})
    assert "welding" in found
    assert "certificate" not in found


def test_an_education_beside_a_job_of_ones_own_is_refused(tmp_path):
    file = tmp_path / "desk.yaml"
    file.write_text("name: Desk\nfamily: none\nevidence: levels\nsummary: x\nearnings: {education: high-school}\n")
    with pytest.raises(InputError, match="both say what the person earns without training"):
        compare(files=[str(file)], baseline="desk", **{"person.education": ASSOCIATE})
    with pytest.raises(InputError, match="unknown word 'desk'"):
        compare(files=[str(file)], **{"person.education": "desk"})
    found, _ = compare(files=[str(file)], baseline="desk")
    assert "no-postsecondary" not in found


def test_pay_after_training_is_that_of_full_years_at_work():
    # Out in the first full year after two years of training, and in a part of the one after it.
    values = {"person.planned_out": "{22: 1.5}", "people.return_loss": 0}
    done = plain(TRADES, **values)[TRADES].completer
    assert done.paid_earnings[2:5] == pytest.approx([0, 52_000, 104_000])
    assert done.pay_first_year_after_training == pytest.approx(104_000)


def test_a_year_with_time_out_stands_at_its_whole_year_rate():
    whole, part = (
        compare("no-postsecondary", **values)[0]["no-postsecondary"].expected
        for values in ({}, {"person.planned_out": "{40: 0.5}", "people.return_loss": 0})
    )
    assert part.earnings_percentile["40"] == pytest.approx(whole.earnings_percentile["40"])
    assert whole.good_job_years - part.good_job_years == pytest.approx(0.5, abs=0.02)


def test_a_loan_that_is_not_lent_is_said_to_be():
    found, _ = compare(SECTORAL, **{"person.loan": 500})
    assert "no_loan" in {notice.code for notice in found[SECTORAL].warnings}


@pytest.mark.parametrize("pathway", ["associate-degree", TRADES])
def test_time_out_in_training_is_refused(pathway):
    with pytest.raises(InputError, match="the time out planned at 21 falls into it"):
        plain(pathway, **{"person.planned_out": "{21: 1}"})
