"""The person in full, worked out by hand in the plain world: education, time out, attachment, loans, standing."""

import pytest

from mobcalc.errors import InputError
from tests.questions.test_compare import ASSOCIATE, EVALUATED, PLAIN, TRADES, compare, plain

PAID = [52_000] * 10


def test_time_out_is_without_earnings_and_pay_catches_up():
    # Out from 24 to 26; a tenth is lost for each year out, 0.19 in all, made up over four years from 26 on.
    values = {"person.planned_out": "{24: 2}", "people.return_loss": 0.1, "people.return_phase_in": 4}
    base = plain(**values)["no-postsecondary"].expected
    factors = [1, 1, 1, 1, 0, 0, *(1 - 0.19 * (1 - since / 4) for since in (0.5, 1.5, 2.5, 3.5))]
    assert base.earnings == pytest.approx([52_000 * factor for factor in factors])


def test_time_out_on_every_pathway():
    values = {"person.planned_out": "{24: 2}", "people.return_loss": 0}
    found = plain(TRADES, EVALUATED, **values)
    assert found[TRADES].completer.earnings == pytest.approx([50_000] * 2 + [78_000] * 2 + [0] * 2 + [78_000] * 4)
    assert found[TRADES].leaver.earnings[4:6] == [0, 0]
    assert found[EVALUATED].expected.earnings[4:6] == [0, 0]


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


def test_a_known_wage_is_paid_on_return_and_catches_up_like_all_others():
    # 25 an hour is 52,000 a year, 0.81 of what it would be; the 0.19 is made up over four years.
    values = {"person.years_out": 2, "person.wage": 25, "people.return_loss": 0.1, "people.return_phase_in": 4}
    found = plain(TRADES, **values)
    factors = [1 - 0.19 * max(0, 1 - (year + 0.5) / 4) for year in range(10)]
    assert found["no-postsecondary"].expected.earnings == pytest.approx([52_000 * f / 0.81 for f in factors])
    assert found[TRADES].completer.paid_earnings[2:] == pytest.approx([104_000 * f for f in factors[2:]])


def test_nothing_is_lost_without_a_phase_in():
    values = {"person.years_out": 2, "people.return_phase_in": 0}
    assert plain(**values)["no-postsecondary"].expected.earnings == pytest.approx(PAID)


def test_population_counts_people_out_of_work_in():
    values = {
        "person.attachment": "population",
        "careers.employment_ratio": 0.5,
        "pathways.no-postsecondary.earnings.employment_ratio": 0.8,
        f"pathways.{ASSOCIATE}.earnings.employment_ratio": 0.9,
    }
    found = plain(TRADES, ASSOCIATE, **values)
    assert found["no-postsecondary"].expected.paid_earnings == pytest.approx([41_600] * 10)
    # Apprentices, journeyworkers and leavers by the general ratio; what students keep counts those without work.
    assert found[TRADES].completer.paid_earnings == pytest.approx([25_000] * 2 + [52_000] * 8)
    assert found[TRADES].leaver.paid_earnings[-1] == pytest.approx(41_600)
    assert found[ASSOCIATE].completer.paid_earnings == pytest.approx([0.25 * 52_000] * 2 + [78_000 * 0.9] * 8)


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
        "  unemployment_rate: {unit: share, kind: assumed, source: judgement, note: steady, value: 0}\n"
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
    mean = 0.5 * found[TRADES].completer.good_job_years + 0.5 * found[TRADES].leaver.good_job_years
    assert found[TRADES].expected.good_job_years == pytest.approx(mean)


def test_standing_among_workers_of_the_same_age():
    bands = {"ages": [20, 60], "sample_sizes": [1, 1], "weekly_median": "{value: 1000, price_year: 2025}"}
    workers = {"p10": 13_000, "p25": 26_000, "p50": 52_000, "p75": 104_000, "p90": 208_000}
    values = {f"people.workers.{k}": v for k, v in bands.items()} | {
        f"people.workers.{k}": f"{{value: [{v}, {v}], price_year: 2025}}" for k, v in workers.items()
    }
    found = plain(TRADES, **{"person.retire_age": 45}, **values)
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
    assert plain(EVALUATED)[EVALUATED].versus_baseline.internal_rate_of_return is None


def test_ranks_are_those_of_the_ranking():
    _, whole = compare("all")
    for result in whole.pathways:
        for horizon, place in result.rank.items():
            assert whole.ranking[horizon][result.evidence][place - 1] == result.id


def test_the_other_age_pattern_changes_the_path_and_not_the_middle():
    by_survey, by_polynomial = (
        compare("no-postsecondary", **{"people.age_pattern": pattern})[0]["no-postsecondary"].expected
        for pattern in ("cps-2009", "cgm-2005")
    )
    assert by_survey.earnings[5] != pytest.approx(by_polynomial.earnings[5], rel=0.03)
    prime = [sum(found.earnings[7:47]) for found in (by_survey, by_polynomial)]
    assert prime[0] == pytest.approx(prime[1], rel=0.02)


def test_nobody_loses_a_degree_by_getting_a_lower_credential():
    found, _ = compare(
        "certificate", "digital-credential", **{"person.education": "bachelors-degree", "person.start_age": 25}
    )
    base = found["no-postsecondary"].expected
    for name in ("certificate", "digital-credential"):
        assert found[name].completer.paid_earnings[5:] == pytest.approx(base.paid_earnings[5:])
        assert found[name].versus_baseline.completer_gain.lifetime_earnings > -80_000


def test_the_credential_held_and_the_usual_baseline_are_not_offered_again():
    assert ASSOCIATE not in compare(**{"person.education": ASSOCIATE})[0]
    assert ASSOCIATE in compare(ASSOCIATE, **{"person.education": ASSOCIATE})[0]


def test_an_education_beside_a_job_of_ones_own_is_refused(tmp_path):
    file = tmp_path / "desk.yaml"
    file.write_text(
        "name: Desk\nfamily: none\nevidence: levels\nsummary: x\nearnings:\n"
        "  weekly_median: {unit: USD/week, kind: assumed, source: judgement, note: x, price_year: 2025, value: 900}\n"
        "  age_shape: high-school\n"
        "  unemployment_rate: {unit: share, kind: assumed, source: judgement, note: x, value: 0}\n"
    )
    with pytest.raises(InputError, match="both say what the person earns without training"):
        compare(files=[str(file)], baseline="desk", **{"person.education": ASSOCIATE})
    with pytest.raises(InputError, match="'desk' is a job and no credential"):
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
    found, _ = compare("apprenticeship-as-evaluated", **{"person.loan": 500})
    assert "no_loan" in {notice.code for notice in found[EVALUATED].warnings}


@pytest.mark.parametrize("pathway", ["associate-degree", TRADES])
def test_time_out_in_training_is_refused(pathway):
    with pytest.raises(InputError, match="the time out planned at 21 falls into it"):
        plain(pathway, **{"person.planned_out": "{21: 1}"})
