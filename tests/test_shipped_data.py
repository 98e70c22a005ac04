"""The YAML says what the published tables say, and every number carries what it must."""

import csv

import pytest

from mobcalc.loader.bundle import bundled, bundled_folder
from mobcalc.schema import records
from mobcalc.store import net_resources
from mobcalc.store.codes import county_of, occupation_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.occupation_lookup import PROJECTIONS_SOURCE
from mobcalc.store.place_figures import Place
from mobcalc.store.place_lookup import place_shown
from mobcalc.units import is_money

TABLES = bundled_folder() / "tables"
TRADES = "building-trades-apprenticeship"


def table(name, **where):
    with (TABLES / name).open(newline="") as file:
        return [r for r in csv.DictReader(file) if all(r[key] == value for key, value in where.items())]


def only(name, column, **where):
    (found,) = table(name, **where)
    return float(found[column])


def weighted(pairs):
    pairs = list(pairs)
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


def test_every_number_has_a_unit_a_source_and_if_assumed_a_reason(from_files):
    for name, record in records(from_files):
        assert record.source in from_files.sources, name
        assert record.kind in ("observed", "derived", "assumed"), name
        assert record.kind != "assumed" or record.note, name
        assert record.kind != "derived" or record.note, f"{name}: the arithmetic is missing"
        assert is_money(record.unit) == (record.price_year is not None), name


def cited_by_places():
    """What the figures of places and of names cite, taken from those of two counties."""
    found = {"census-place-counties-2020", PROJECTIONS_SOURCE, net_resources.SOURCE}
    for county in ("36013", "30063"):
        place = county_of(county, None, "")
        figures = localized(bundled(), Place(place.state, place), occupation_of("welder", "")).figures
        found |= {figure.record.source for figure in figures}
        found |= {figure.source for figure in place_shown(Place(place.state, place), "").figures}
    return found


def test_every_source_is_cited(from_files):
    cited = {record.source for _, record in records(from_files)} | cited_by_places()
    assert set(from_files.sources) == cited


def test_every_table_belongs_to_a_source_and_exists(from_files):
    sources = from_files.sources.values()
    tables = {source.table for source in sources if source.table}
    files = {file.name for file in TABLES.glob("*.csv")}
    assert tables <= files
    assert all(any(file in (source.note or "") for source in sources) for file in files - tables)


def test_pathway_files_are_named_by_id(from_files):
    assert {file.stem for file in (bundled_folder() / "pathways").iterdir()} == set(from_files.pathways)


def test_consumer_prices(from_files):
    for year, value in from_files.economy.consumer_prices.value.items():
        assert value == only("cpi_u_annual_mean_of_monthly.csv", "mean_of_published_months", year=str(year))


@pytest.mark.parametrize(
    ("pathway", "education"),
    [
        ("no-postsecondary", "High school diploma"),
        ("certificate", "Some college, no degree"),
        ("associate-degree", "Associate's degree"),
    ],
)
def test_weekly_medians_and_unemployment(from_files, pathway, education):
    earnings = from_files.pathways[pathway].earnings
    name = "bls_education_pays_2024.csv"
    assert earnings.weekly_median.value == only(name, "median_usual_weekly_earnings_usd", education=education)
    assert earnings.unemployment_rate.value == pytest.approx(
        only(name, "unemployment_rate_pct", education=education) / 100
    )


CPS = "cps_asec_2009_ftfy_earnings_by_age_education.csv"
GROUPS = {
    "high-school": "High school graduate",
    "some-college": "Some college, no degree",
    "associate": "Associate's degree",
}


@pytest.mark.parametrize("shape", GROUPS)
def test_age_shapes(from_files, shape):
    found = from_files.people.age_shapes[shape]
    rows = [r for r in table(CPS, sex="All", education=GROUPS[shape], low_n_flag="0") if r["age_band"] != "65+"]
    assert found.ages.value == [float(r["age_band"][:2]) + 2.5 for r in rows]
    assert found.medians.value == [float(r["p50"]) for r in rows]
    assert found.sample_sizes.value == [float(r["n_unweighted"]) for r in rows]


def prime(sex, education):
    rows = table(CPS, sex=sex, education=education)
    return [(float(r["p50"]), float(r["n_unweighted"])) for r in rows if 25 <= int(r["age_band"][:2]) < 65]


def test_earnings_of_men_and_women(from_files):
    everybody = weighted(prime("All", "High school graduate"))
    people = from_files.people
    assert people.earnings_ratio_men.value == pytest.approx(
        weighted(prime("Men", "High school graduate")) / everybody, abs=0.005
    )
    assert people.earnings_ratio_women.value == pytest.approx(
        weighted(prime("Women", "High school graduate")) / everybody, abs=0.005
    )


@pytest.mark.parametrize(("pathway", "shape"), [("certificate", "some-college"), ("associate-degree", "associate")])
def test_men_among_the_educated(from_files, pathway, shape):
    men, women = (sum(n for _, n in prime(sex, GROUPS[shape])) for sex in ("Men", "Women"))
    assert from_files.pathways[pathway].earnings.male_share.value == pytest.approx(men / (men + women), abs=0.0005)


def test_full_time_shortfalls(from_files):
    # Tamborini, Kim and Sakamoto: high school, longitudinal over full-time cross-section, thousands of dollars.
    assert from_files.people.full_time_shortfall_men.value == pytest.approx(1 - 1535 / 1825, abs=0.005)
    assert from_files.people.full_time_shortfall_women.value == pytest.approx(1 - 871 / 1351, abs=0.005)


@pytest.mark.parametrize(("sex", "published"), [("both", "total"), ("male", "male"), ("female", "female")])
def test_life_tables(from_files, sex, published):
    rows = sorted(table("nchs_us_life_tables_2023.csv", sex=published), key=lambda r: int(r["age"]))
    assert getattr(from_files.people.survivors, sex).value == pytest.approx([float(r["lx"]) for r in rows], abs=0.051)


def test_wages_of_the_building_trades(from_files):
    codes = [r["occ_code"] for r in table("bls_occupations_typically_requiring_apprenticeship_2024.csv")]
    rows = [r for r in table("oews_national_2025.csv", o_group="detailed") if r["occ_code"] in codes]
    assert len(rows) == len(codes) == 15
    columns = ("a_pct10", "a_pct25", "a_median", "a_pct75", "a_pct90")
    expected = [weighted((float(r[c]), float(r["tot_emp"])) for r in rows) for c in columns]
    assert from_files.pathways[TRADES].earnings.percentiles.value == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("electrician-apprenticeship", "47-2111"),
        ("plumber-pipefitter-apprenticeship", "47-2152"),
        ("hvac-apprenticeship", "49-9021"),
        ("carpenter-apprenticeship", "47-2031"),
    ],
)
def test_wages_of_single_trades(from_files, name, code):
    (row,) = [r for r in table("oews_national_2025.csv", o_group="detailed") if r["occ_code"] == code]
    columns = ("a_pct10", "a_pct25", "a_median", "a_pct75", "a_pct90")
    assert from_files.pathways[name].earnings.percentiles.value == [float(row[c]) for c in columns]


@pytest.mark.parametrize(
    ("name", "trades"),
    [
        ("electrician-apprenticeship", ("Electrician",)),
        ("plumber-pipefitter-apprenticeship", ("Plumber", "Pipefitter/Steamfitter")),
        ("carpenter-apprenticeship", ("Carpenter",)),
    ],
)
def test_completion_and_men_in_single_trades(from_files, name, trades):
    rows = [r for r in table(RAPIDS) if r["trade"] in trades]

    def rate(sexes):
        return weighted(
            (float(r["completion_rate_pct"]) / 100, float(r["n_resolved"])) for r in rows if r["sex"] in sexes
        )

    completion = from_files.pathways[name].completion
    assert completion.rate.value == pytest.approx(rate(("Male", "Female")), abs=0.0006)
    assert completion.rate_men.value == pytest.approx(rate(("Male",)), abs=0.0006)
    assert completion.rate_women.value == pytest.approx(rate(("Female",)), abs=0.0006)
    men = sum(float(r["n_resolved"]) for r in rows if r["sex"] == "Male")
    everybody = sum(float(r["n_resolved"]) for r in rows)
    assert from_files.pathways[name].earnings.male_share.value == pytest.approx(men / everybody, abs=0.0005)


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("electrician-apprenticeship", "Oregon electrical JATC (inside wireman)"),
        ("plumber-pipefitter-apprenticeship", "Pipe Fitters Local 533"),
    ],
)
def test_wage_steps_of_sponsors(from_files, name, program):
    rows = table("wage_schedules.csv", program=program)
    training = from_files.pathways[name].training
    assert training.wage_steps.value == [float(r["percent_of_journeyworker"]) / 100 for r in rows]
    begin, end = ("from_hours", "to_hours") if rows[0]["to_hours"] else ("from_year", "to_year")
    assert training.step_starts.value == pytest.approx([float(r[begin]) / float(rows[-1][end]) for r in rows])


def test_term_hours_of_a_sponsor(from_files):
    for name, title in (
        ("electrician-apprenticeship", "Electrician"),
        ("carpenter-apprenticeship", "Construction Carpenter"),
    ):
        hours = only("agc_maine_program_terms.csv", "term_hours_on_the_job", title=title)
        assert from_files.pathways[name].training.term_hours.value == hours


RAPIDS = "rapids_completion_rates_by_trade_sex_fy26q1.csv"


def test_completion_and_men_in_the_building_trades(from_files):
    pathway = from_files.pathways[TRADES]
    cases = {sex: table(RAPIDS, sex=sex) for sex in ("Male", "Female")}
    rates = {
        sex: weighted((float(r["completion_rate_pct"]) / 100, float(r["n_resolved"])) for r in rows)
        for sex, rows in cases.items()
    }
    counts = {sex: sum(float(r["n_resolved"]) for r in rows) for sex, rows in cases.items()}
    assert pathway.completion.rate_men.value == pytest.approx(rates["Male"], abs=0.0005)
    assert pathway.completion.rate_women.value == pytest.approx(rates["Female"], abs=0.0005)
    assert pathway.earnings.male_share.value == pytest.approx(counts["Male"] / sum(counts.values()), abs=0.0005)
    low, high = pathway.completion.rate.range
    assert low <= weighted([(rates[s], counts[s]) for s in rates]) <= high


def fact(item, year):
    return only("college_facts.csv", "value", item=item, year=year)


def test_college_prices_and_completion(from_files):
    tuition = only(
        "nces_digest_330_20_tuition_by_state_2022_23.csv", "pub2_instate_tuition_2022_23", state="United States"
    )
    net = fact("net tuition after grants public two-year", "2022-23")
    books = fact("books and supplies public two-year", "2025-26")
    for name in ("certificate", "associate-degree"):
        costs = from_files.pathways[name].costs
        assert costs.tuition_and_fees.value == tuition
        assert costs.tuition_and_fees.value - costs.grants.value == net
        assert costs.books_and_supplies.value == books
    degree = from_files.pathways["associate-degree"].completion.rate.value
    assert degree * 100 == pytest.approx(fact("six-year completion of any credential anywhere", "fall 2016 cohort"))
    certificate = from_files.pathways["certificate"].completion.rate.value
    assert certificate * 100 == pytest.approx(
        fact("certificate completion within 150 percent of normal time", "cohort 2006")
    )


def test_time_to_a_degree_and_student_work(from_files):
    starters = "1995-96 starters"
    length = (
        fact("associate's earned in two years", starters) * 2
        + fact("associate's earned in two to three years", starters) * 2.5
        + fact("associate's earned in three to six years", starters) * 4.5
    ) / 100
    assert from_files.pathways["associate-degree"].training.length.value == pytest.approx(length, abs=0.05)
    full = fact("full-time undergraduates who were employed", "2018") / 100 * 20 / 40
    part = fact("part-time undergraduates who were employed", "2018") / 100 * 30 / 40
    assert from_files.pathways["certificate"].training.student_earnings_share.value == pytest.approx(full, abs=0.01)
    low, high = from_files.pathways["associate-degree"].training.student_earnings_share.range
    assert (low, high) == (pytest.approx(full, abs=0.01), pytest.approx(part, abs=0.01))


def test_fade_out_is_the_observed_decline(from_files):
    impact = from_files.pathways["apprenticeship-as-evaluated"].impact
    (_, first), (_, last) = impact.participant.value.items()
    assert impact.fade_out.value == pytest.approx(1 - (last / first) ** (1 / 3), abs=0.0005)


PLANS = "usda_food_plans_july2026_partial.csv"
ADJUSTMENTS = "usda_food_plan_household_size_adjustment.csv"
SHARES = "bls_consumer_expenditure_2023_shares.csv"
DAY_CARE = "cpi_day_care_monthly_2000_2026.csv"


def test_food_is_the_low_cost_plan_of_july_2026(from_files):
    needs = from_files.living_wage
    for name, group in (("man", "Male 20-50 years"), ("woman", "Female 20-50 years"), ("child", "Child 9-11 years")):
        record = getattr(needs, f"food_{name}")
        assert record.value == only(PLANS, "weekly_cost_usd", age_sex_group=group, plan="Low-Cost", period="2026-07")
        assert (record.unit, record.price_year, record.source) == ("USD/week", 2026, "usda-food-plans-2026")


def test_food_by_the_size_of_the_household(from_files):
    rows = table(ADJUSTMENTS)
    assert [row["household_size"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7+"]
    shares = [float(row["adjustment_pct"]) / 100 for row in rows]
    assert from_files.living_wage.food_size_adjustments.value == pytest.approx(shares, abs=1e-9)


def test_day_care_rose_more_than_prices(from_files):
    def mean(year):
        values = [float(r["value"]) for r in table(DAY_CARE) if r["date"].startswith(year) and r["value"]]
        return sum(values) / len(values)

    prices = from_files.economy.consumer_prices.value
    assert (mean("2018"), mean("2025")) == (pytest.approx(295.04, abs=0.005), pytest.approx(386.60, abs=0.005))
    relative = (mean("2025") / mean("2018")) / (prices[2025] / prices[2018])
    assert from_files.living_wage.child_care_prices.value == pytest.approx(relative, abs=0.00005)


def spending(category):
    """The average spending of a household in 2023 on a kind of things."""
    share = only(SHARES, "share_of_total_pct", year="2023", category=category)
    (whole,) = table(SHARES, year="2023", category="Total average annual expenditures (all consumer units)")
    return share / 100 * float(whole["implied_usd_note"].split()[0])


def test_transport_health_and_other_are_parts_of_average_spending(from_files):
    needs = from_files.living_wage
    transport, health = spending("Transportation"), spending("Healthcare")
    assert transport == pytest.approx(13138, abs=0.5)
    assert needs.transport_worker.value == pytest.approx(transport / 2, abs=5)
    assert needs.transport_worker.range[1] == pytest.approx(transport, abs=5)
    assert health == pytest.approx(6182, abs=0.5)
    assert needs.health_adult.value == pytest.approx(health / 2.5, abs=5)
    assert needs.health_adult.range[1] == pytest.approx(health, abs=5)
    assert needs.health_child.value == pytest.approx(needs.health_adult.value / 2, abs=10)
    named = ("Housing", "Transportation", "Food", "Personal insurance and pensions", "Healthcare", "Entertainment")
    left = 1 - sum(only(SHARES, "share_of_total_pct", year="2023", category=name) for name in named) / 100
    most = left * 77_280 / (spending("Housing") + spending("Food"))
    assert needs.other_share.range[1] == pytest.approx(most, abs=0.005)
    assert needs.other_share.value < most


def test_what_is_assumed_of_living_is_marked_and_the_rest_is_not(from_files):
    needs = from_files.living_wage
    kinds = {name: record.kind for name in needs.__struct_fields__ if (record := getattr(needs, name)) is not None}
    assert {name for name, kind in kinds.items() if kind != "assumed"} == {
        "food_man",
        "food_woman",
        "food_child",
        "food_size_adjustments",
        "child_care_prices",
    }
    assert len(needs.child_care_ages.value) == len(needs.child_care_shares.value)
