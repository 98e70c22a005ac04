"""The YAML says what the published tables say, and every number carries what it must."""

import csv
import math
import re
import sys
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from mobcalc.loader.bundle import bundled, bundled_folder
from mobcalc.loader.certifications import certification_ids, certification_of
from mobcalc.loader.validation_cases import validation_cases
from mobcalc.questions.livingwage_sources import TAX_SOURCE
from mobcalc.schema import records
from mobcalc.store.ladders import goal_of
from mobcalc.store.local_assumptions import localized
from mobcalc.store.medicaid_rates import SOURCE as MATCHING_SOURCE
from mobcalc.store.occupation_lookup import PROJECTIONS_SOURCE
from mobcalc.store.place_figures import Place
from mobcalc.store.place_lookup import place_shown
from mobcalc.store.places import county_of
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


NAMES = {"census-place-counties-2020", "zip-counties", "new-england-towns"}
"""What places are looked up by."""


def cited_by_places():
    """What the figures of places, of occupations and of names cite, taken from those of three counties and two trades."""
    found = {*NAMES, PROJECTIONS_SOURCE, TAX_SOURCE, MATCHING_SOURCE}
    for county in ("36013", "30063", "08031"):
        place = county_of(f"FIPS {county}", None, "")
        figures = localized(bundled(), Place(place.state, place), goal_of("welder", "")).figures
        found |= {figure.record.source for figure in figures}
        found |= {figure.source for figure in place_shown(Place(place.state, place), "").figures}
    found |= {record.source for _, record in records(localized(bundled(), None, goal_of("cna", "")).records)}
    return found | {record.source for _, record in records(localized(bundled(), None, goal_of("welder", "")).records)}


def test_every_source_is_cited(from_files):
    cited = {record.source for _, record in records(from_files)} | cited_by_places()
    cited |= {case.cites for case in validation_cases().values() if case.cites is not None}
    cited |= {
        record.source for name in certification_ids() for _, record in records(certification_of(name).certification)
    }
    cited.add("ssi-medicaid-thresholds")  # by tools/pack_net_resources.py
    assert set(from_files.sources) == cited


def test_every_table_belongs_to_a_source_and_exists(from_files):
    sources = from_files.sources.values()
    tables = {source.table for source in sources if source.table}
    files = {file.name for file in TABLES.glob("*.csv")}
    assert tables <= files
    assert all(any(file in (source.note or "") for source in sources) for file in files - tables)


def test_pathway_files_are_named_by_id(from_files):
    assert {file.stem for file in (bundled_folder() / "pathways").iterdir()} == set(from_files.pathways)
    assert {file.stem for file in (bundled_folder() / "studies").iterdir()} == set(from_files.studies)


def test_a_value_is_inside_its_range_or_said_to_be_its_bound(from_files):
    bounds = {}
    for name, record in records(from_files):
        if record.range is not None and record.range[0] < record.range[1]:
            assert record.range[0] < record.value < record.range[1] or record.bound, name
        if record.bound:
            bounds[name] = record.value in record.range
    # What grants are is known to whoever gets them, and drawn for nobody; those of four-year colleges are no end.
    assert bounds == {
        "pathways.certificate.costs.grants": True,
        "pathways.associate-degree.costs.grants": True,
        "pathways.bachelors-degree.costs.grants": False,
        "living_wage.children_per_bedroom": True,
    }


def test_consumer_prices(from_files):
    for year, value in from_files.economy.consumer_prices.value.items():
        assert value == only("cpi_u_annual_mean_of_monthly.csv", "mean_of_published_months", year=str(year))


# Pay by education, sex and age


EDUCATION, TRADE_FREE = "acs_2024_earnings_by_education.csv", "without_apprenticeship_trades"
EDUCATIONS = {
    "less-than-high-school": "less_than_hs",
    "high-school": "high_school",
    "some-college": "some_college",
    "associate": "associate",
    "bachelors": "bachelors",
}
BANDS = ("16-17", "18-19", "20-21", "22-24", "25-29", *(f"{age}-{age + 4}" for age in range(30, 65, 5)))
LEAST = 100
"""Bands with fewer records of either sex are left out."""


def middle(band):
    """The middle of the years lived from one birthday to the one after the other."""
    low, high = band.split("-")
    return (int(low) + int(high) + 1) / 2


def paid(education, sex):
    """What full-time, year-round employees outside the trades earn, by age band."""
    return {r["age"]: r for r in table(EDUCATION, population=TRADE_FREE, education=EDUCATIONS[education], sex=sex)}


def kept_bands(education):
    """The bands with enough records of both sexes."""
    men, women = paid(education, "men"), paid(education, "women")
    return [b for b in BANDS if b in men and b in women and min(int(men[b]["n"]), int(women[b]["n"])) >= LEAST]


@pytest.mark.parametrize("education", EDUCATIONS)
def test_ages_are_those_with_enough_people_of_both_sexes(from_files, education):
    kept = kept_bands(education)
    assert from_files.people.pay[education].ages.value == [middle(band) for band in kept]
    # All of working life from the first band on, and the fewer the years, the later it begins.
    assert kept == list(BANDS[-len(kept) :])
    assert list(BANDS)[-len(kept)] == {"less_than_hs": "16-17", "high_school": "18-19", "some_college": "18-19"}.get(
        EDUCATIONS[education], "20-21"
    )


def test_there_is_pay_for_every_education_in_its_order(from_files):
    assert list(from_files.people.pay) == list(EDUCATIONS)


@pytest.mark.parametrize("sex", ["men", "women"])
@pytest.mark.parametrize("education", EDUCATIONS)
def test_pay_by_education_sex_and_age(from_files, education, sex):
    found, cells, kept = from_files.people.pay[education], paid(education, sex), kept_bands(education)
    medians = getattr(found, f"full_time_{sex}")
    assert medians.value == [float(cells[band]["p50"]) for band in kept]
    assert (medians.price_year, medians.source) == (2024, "acs-2024-education")
    for name, column in (
        ("employed", "mean_wage_labor_force_employees"),
        ("population", "mean_wage_all_persons"),
    ):
        # The young are often students, so below 25 the share is that of 25 to 29.
        grown = [band if int(band[:2]) >= 25 else "25-29" for band in kept]
        shares = [round(float(cells[band][column]) / float(cells[band]["mean"]), 4) for band in grown]
        assert getattr(found, f"{name}_{sex}").value == shares


@pytest.mark.parametrize("education", EDUCATIONS)
def test_men_among_the_full_time_workers_of_an_education(from_files, education):
    men, women = (int(paid(education, sex)["25-64"]["weighted_n"]) for sex in ("men", "women"))
    record = from_files.people.pay[education].male_share
    assert record.value == round(men / (men + women), 3)
    assert record.note == f"{men:,} / ({men:,} + {women:,}) = {men / (men + women):.3f}."


def lasting(p25, p75):
    """The spread of log pay that quartiles are of, without the 0.20 that passes with the year."""
    return math.sqrt((math.log(p75 / p25) / 1.349) ** 2 - 0.2**2)


def quartiles_said(note):
    """The quartiles that a note names, the lower first."""
    (high, low) = re.search(
        r"Root of \(ln\(([\d,]+) / ([\d,]+)\) / 1\.349\)\^2 - 0\.20\^2", " ".join(note.split())
    ).groups()
    return float(low.replace(",", "")), float(high.replace(",", ""))


@pytest.mark.parametrize("sex", ["men", "women"])
@pytest.mark.parametrize("education", EDUCATIONS)
def test_how_far_lasting_pay_differs_within_an_education(from_files, education, sex):
    cell = paid(education, sex)["25-64"]
    record = getattr(from_files.people.pay[education], f"lasting_luck_{sex}")
    quartiles = float(cell["p25"]), float(cell["p75"])
    assert record.value == pytest.approx(lasting(*quartiles), abs=0.000051)
    assert quartiles_said(record.note) == quartiles
    assert (record.unit, record.source, record.kind, record.range) == ("ratio", "acs-2024-education", "derived", None)
    assert record.population.startswith(f"{sex}, ")


@pytest.mark.parametrize("column", ["p10", "p25", "p50", "p75", "p90"])
def test_percentiles_of_workers_by_age(from_files, column):
    cells = {r["age"]: r for r in table(EDUCATION, population="all", education="all", sex="all")}
    workers = from_files.people.workers
    assert workers.ages.value == [middle(band) for band in BANDS]
    assert getattr(workers, column).value == [float(cells[band][column]) for band in BANDS]


def test_the_surveys_agree_on_what_an_education_pays(from_files):
    """The survey of households and that of usual weekly earnings are within a tenth of each other."""
    for education, name in (
        ("high_school", "High school diploma"),
        ("some_college", "Some college, no degree"),
        ("associate", "Associate's degree"),
        ("bachelors", "Bachelor's degree"),
    ):
        (row,) = table(EDUCATION, population=TRADE_FREE, education=education, sex="all", age="25-64")
        weekly = only("bls_education_pays_2024.csv", "median_usual_weekly_earnings_usd", education=name)
        assert float(row["p50"]) == pytest.approx(52 * weekly, rel=0.1)


def test_what_a_year_out_costs_is_about_what_a_year_of_age_adds(from_files):
    cells = paid("high-school", "men")
    yearly = (float(cells["30-34"]["p50"]) / float(cells["22-24"]["p50"])) ** (1 / 9) - 1
    assert from_files.people.return_loss.value == pytest.approx(yearly, abs=0.002)


# Pay over a working life in occupations


OCCUPATION = "acs_2024_earnings_by_occupation.csv"
AGES = BANDS[4:]
TRADE_FILES = {
    "electrician-apprenticeship": ("47-2111", "6355"),
    "plumber-pipefitter-apprenticeship": ("47-2152", "6442"),
    "hvac-apprenticeship": ("49-9021", "7315"),
    "carpenter-apprenticeship": ("47-2031", "6230"),
}


@pytest.fixture(scope="module")
def profiler():
    """The tool that computes pay over a working life for the store."""
    folder = str(Path(__file__).parents[1] / "tools")
    sys.path.insert(0, folder)
    try:
        import occupation_profiles
    finally:
        sys.path.remove(folder)
    return occupation_profiles


def by_columns(profiler, codes):
    """The rows that the tool makes of the tables, by column."""
    rows = profiler.profiles(codes, table("acs_2024_occupations.csv"), table(OCCUPATION))
    return {row[0]: dict(zip(("occ_code", *profiler.COLUMNS), row, strict=True)) for row in rows}


@pytest.mark.parametrize("name", TRADE_FILES)
def test_work_life_of_single_trades(from_files, profiler, name):
    code, acs = TRADE_FILES[name]
    line, life = by_columns(profiler, [code])[code], from_files.pathways[name].earnings.work_life
    assert line["acs_code"] == acs
    assert life.ages.value == [middle(band) for band in AGES]
    assert life.profile.value == [line[f"profile_{age[:2]}"] for age in AGES]
    for sex in ("men", "women"):
        ratio = getattr(life, f"ratio_{sex}")
        assert ratio.value == pytest.approx(line[f"ratio_{sex}"], abs=0.0005)
        assert ratio.range == pytest.approx((ratio.value - 0.1, ratio.value + 0.1), abs=0.0005)
        assert getattr(life, f"employed_{sex}").value == [line[f"employed_{sex}_{age[:2]}"] for age in AGES]
        assert getattr(life, f"lasting_luck_{sex}").value == pytest.approx(line[f"luck_{sex}"], abs=0.000051)
    rate = only(SEPARATIONS, "occ_transfer_rate_pct", occ_code=code)
    assert life.transfer_rate.value == pytest.approx(rate / 100, abs=1e-12)


SEPARATIONS = "bls_separations_2024_2034_table1_10.csv"


def cell(occupation, sex, age):
    (row,) = table(OCCUPATION, occp=occupation, sex=sex, age=age)
    return {name: float(text) for name, text in row.items() if name not in ("occp", "sex", "age")}


def part_of_full_time(row):
    return row["mean_wage_labor_force_employees"] / row["mean_full_time"]


def group_of(acs):
    """All trades for one of them; for repairers of heating and cooling the occupations with codes from 49 on."""
    if acs != "7315":
        return ["trades_15"]
    return [r["occp"] for r in table("acs_2024_occupations.csv") if r["soc2018"].startswith("49")]


def usual(group, measure):
    """A measure of a group: the mean in logarithms of its occupations, weighted by their records."""
    cells = {(r["occp"], r["sex"], r["age"]): {k: float(r[k]) for k in list(r)[3:]} for r in table(OCCUPATION)}
    known = [(cells[key]["n_full_time"], value) for one in group for key, value in measure(cells, one)]
    return math.exp(weighted((math.log(value), people) for people, value in known))


def over_all_ages(sex, age):
    """The median of a sex and age over that of everybody, 25 to 64, of one occupation where both are known."""

    def measure(cells, one):
        key, whole = (one, sex, age), (one, "all", "25-64")
        return [(key, cells[key]["p50"] / cells[whole]["p50"])] if key in cells and whole in cells else []

    return measure


def in_labor_force(sex):
    """What those of a sex in the labor force earn over full time, of one occupation where it is known."""

    def measure(cells, one):
        key = (one, sex, "25-64")
        return [(key, part_of_full_time(cells[key]))] if key in cells else []

    return measure


def luck_among(sex):
    """How far lasting pay of a sex differs, of one occupation where it is known."""

    def measure(cells, one):
        key = (one, sex, "25-64")
        return [(key, lasting(cells[key]["p25"], cells[key]["p75"]))] if key in cells else []

    return measure


@pytest.mark.parametrize("name", TRADE_FILES)
def test_how_far_lasting_pay_differs_within_a_trade(from_files, name):
    _, acs = TRADE_FILES[name]
    life, men = from_files.pathways[name].earnings.work_life, cell(acs, "men", "25-64")
    assert men["n_full_time"] >= 100
    assert life.lasting_luck_men.value == pytest.approx(lasting(men["p25"], men["p75"]), abs=0.000051)
    assert quartiles_said(life.lasting_luck_men.note) == (men["p25"], men["p75"])
    # Of women there are too few in each trade: it is that of the group whose other figures stand for them.
    assert life.lasting_luck_women.value == pytest.approx(usual(group_of(acs), luck_among("women")), abs=0.000051)
    if group_of(acs) == ["trades_15"]:
        women = cell("trades_15", "women", "25-64")
        assert quartiles_said(life.lasting_luck_women.note) == (women["p25"], women["p75"])


def test_how_far_lasting_pay_differs_in_the_building_trades(from_files):
    life = from_files.pathways[TRADES].earnings.work_life
    for sex in ("men", "women"):
        own, record = cell("trades_15", sex, "25-64"), getattr(life, f"lasting_luck_{sex}")
        assert record.value == pytest.approx(lasting(own["p25"], own["p75"]), abs=0.000051)
        assert quartiles_said(record.note) == (own["p25"], own["p75"])


def test_lasting_pay_differs_a_little_at_least(profiler):
    assert profiler.lasting_luck(40_000, 80_000) == pytest.approx(lasting(40_000, 80_000))
    # Quartiles so near each other that all of it would be what passes with the year.
    assert profiler.lasting_luck(40_000, 40_001) == pytest.approx(0.1)
    assert profiler.lasting_luck(40_000, 40_000 * math.exp(1.349 * 0.21)) == pytest.approx(0.1)
    assert profiler.lasting_luck(40_000, 40_000 * math.exp(1.349 * math.hypot(0.2, 0.11))) == pytest.approx(0.11)


@pytest.mark.parametrize("name", TRADE_FILES)
def test_work_life_of_single_trades_counted_again(from_files, name):
    """The same, straight from the table: each age is drawn toward the group by its standard error."""
    _, acs = TRADE_FILES[name]
    life, group, whole = from_files.pathways[name].earnings.work_life, group_of(acs), cell(acs, "all", "25-64")
    for place, age in enumerate(AGES):
        own = cell(acs, "all", age)
        assert own["n_full_time"] >= 100
        noise = (own["se_p50"] / own["p50"]) ** 2
        ratio, of_group = own["p50"] / whole["p50"], usual(group, over_all_ages("all", age))
        expected = ratio ** (0.0025 / (0.0025 + noise)) * of_group ** (noise / (0.0025 + noise))
        assert life.profile.value[place] == pytest.approx(expected, abs=0.000051)
        assert life.employed_men.value[place] == pytest.approx(part_of_full_time(cell(acs, "men", age)), abs=0.000051)
    assert life.ratio_men.value == pytest.approx(cell(acs, "men", "25-64")["p50"] / whole["p50"], abs=0.00051)
    # None of them has a hundred women in the survey, so that they are those of the group.
    women = [int(r["n_full_time"]) for r in table(OCCUPATION, occp=acs, sex="women")]
    assert max(women, default=0) < 100
    assert life.ratio_women.value == pytest.approx(usual(group, over_all_ages("women", "25-64")), abs=0.000051)
    assert life.employed_women.value == pytest.approx([usual(group, in_labor_force("women"))] * 8, abs=0.000051)
    assert "fewer than 100 women" in life.ratio_women.note


def test_work_life_of_the_building_trades(from_files, profiler):
    life = from_files.pathways[TRADES].earnings.work_life
    group = profiler.pooled(profiler.cells_of(table(OCCUPATION)), [profiler.TRADES])
    whole = cell("trades_15", "all", "25-64")["p50"]
    medians = [cell("trades_15", "all", age)["p50"] / whole for age in AGES]
    assert group.profile == pytest.approx(medians)
    assert life.ages.value == [middle(band) for band in AGES]
    assert life.profile.value == [round(ratio, 4) for ratio in group.profile]
    for sex in ("men", "women"):
        assert getattr(life, f"ratio_{sex}").value == round(group.ratios[sex], 4)
        assert group.ratios[sex] == pytest.approx(cell("trades_15", sex, "25-64")["p50"] / whole)
    assert life.employed_men.value == [round(part_of_full_time(cell("trades_15", "men", age)), 4) for age in AGES]
    # Of women there are too few in most ages, so all ages stand for each.
    assert len([r for r in table(OCCUPATION, occp="trades_15", sex="women") if int(r["n_full_time"]) >= 100]) == 1
    assert life.employed_women.value == [round(part_of_full_time(cell("trades_15", "women", "25-64")), 4)] * 8


def test_the_trades_together_are_the_occupations_that_bls_lists(from_files, profiler):
    counts = {r["occp"]: int(r["n_full_time"]) for r in table(OCCUPATION, sex="all", age="25-64")}
    found = profiler.TRADE_CODES & counts.keys()
    assert sum(counts[code] for code in found) == counts["trades_15"]
    codes = {r["occp"]: (r["soc2018"].rstrip("X0"),) for r in table("acs_2024_occupations.csv")}
    # Masons and those who set reinforcing iron are one occupation of the survey, with a code that says little.
    assert codes["6220"] == ("47-2",)
    codes["6220"] = ("47-2021", "47-2022", "47-2171")
    listed = {r["occ_code"] for r in table("bls_occupations_typically_requiring_apprenticeship_2024.csv")}
    held = {soc for soc in listed if any(soc.startswith(codes[code]) for code in found)}
    assert all(any(soc.startswith(codes[code]) for soc in listed) for code in found)
    # Terrazzo workers and repairers of musical instruments are counted with much larger occupations.
    assert listed - held == {"47-2053", "49-9063"}
    assert f"{len(found)} ACS occupations" in from_files.pathways[TRADES].earnings.work_life.profile.note


def test_how_many_leave_the_building_trades_for_other_occupations(from_files):
    codes = [r["occ_code"] for r in table("bls_occupations_typically_requiring_apprenticeship_2024.csv")]
    people = {r["occ_code"]: r["tot_emp"] for r in table("oews_national_2025.csv", o_group="detailed")}
    rate = weighted((only(SEPARATIONS, "occ_transfer_rate_pct", occ_code=c), float(people[c])) for c in codes)
    assert from_files.pathways[TRADES].earnings.work_life.transfer_rate.value == round(rate / 100, 4)


# Where finishers of apprenticeships stand


OUTCOMES = "state_outcomes_of_apprentices.csv"


def standing(wage, year, state, code):
    """The percentile of an hourly wage in an occupation of a state: straight lines in the logarithm."""
    (row,) = table("oews_trades_of_two_states.csv", year=str(year), state=state, occ_code=code)
    shares = {"h_pct10": 0.1, "h_pct25": 0.25, "h_median": 0.5, "h_pct75": 0.75, "h_pct90": 0.9}
    points = [(share, float(row[name])) for name, share in shares.items()]
    for (low, below), (high, above) in pairwise(points):
        if below <= wage <= above:
            return low + (high - low) * math.log(wage / below) / math.log(above / below)
    raise AssertionError("outside the published percentiles")


ELECTRICIANS, PLUMBERS, COOLING = "47-2111", "47-2152", "49-9021"


def test_where_finishers_of_apprenticeships_stand_is_what_the_note_says(from_files):
    quarter = only(
        OUTCOMES,
        "value",
        state="MD",
        population="completers with full-quarter wages five years later",
        measure="median quarterly wage",
    )
    year = only(
        OUTCOMES,
        "value",
        state="WA",
        program="registered apprenticeship",
        population="completers",
        measure="annualized earnings four quarters after",
    )
    maryland = {code: standing(quarter * 4 / 2080, 2018, "MD", code) for code in (ELECTRICIANS, PLUMBERS, COOLING)}
    washington = {
        code: [standing(year / 2080, at, "WA", code) for at in range(2021, 2025)] for code in (ELECTRICIANS, PLUMBERS)
    }
    assert {code: round(share, 2) for code, share in maryland.items()} == {
        ELECTRICIANS: 0.85,
        PLUMBERS: 0.84,
        COOLING: 0.84,
    }
    electricians, plumbers = washington[ELECTRICIANS], washington[PLUMBERS]
    assert (round(electricians[0], 2), round(electricians[-1], 2)) == (0.70, 0.49)
    assert electricians == sorted(electricians, reverse=True)
    assert (round(max(plumbers), 2), round(min(plumbers), 2)) == (0.72, 0.66)
    record = from_files.careers.finisher_standing
    note = " ".join(record.note.split())
    for said in (
        f"{quarter:,.0f} dollars a quarter in 2018, {round(quarter * 4, -2):,.0f} a year",
        "percentile 0.85 of its electricians, 0.84 of its plumbers and of its HVAC mechanics",
        f"Washington's earned {year:,.0f} (undated), percentile 0.70 (2021) to 0.49 (2024) of its electricians",
        "0.72 to 0.66 of its plumbers",
    ):
        assert said in note
    # Below most of them, and the range from the middle to near Maryland's.
    every = [*maryland.values(), *electricians, *plumbers]
    assert sum(record.value < share for share in every) > len(every) / 2
    assert record.range == (0.5, 0.8)


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
    in_time = fact("certificate or degree completion within 150 percent of normal time", "cohort 2006") / 100
    anywhere = fact("six-year completion of any credential anywhere", "fall 2016 cohort") / 100
    shorter = fact("certificate completion within 150 percent of normal time", "cohort 2006") / 100
    degree = from_files.pathways["associate-degree"].completion.rate
    # Between the two counts, nearer the later and wider one.
    assert 0.5 * (in_time + anywhere) < degree.value < anywhere
    assert degree.range[0] == pytest.approx(in_time, abs=0.005)
    certificate = from_files.pathways["certificate"].completion.rate
    assert certificate.value == pytest.approx((in_time + shorter) / 2, abs=0.006)
    assert certificate.range == pytest.approx((in_time, shorter), abs=0.005)


@pytest.mark.parametrize(("name", "courses"), [("associate-degree", 2.5), ("bachelors-degree", 4.0)])
def test_tuition_of_the_courses_is_spread_over_the_time_they_take(from_files, name, courses):
    pathway = from_files.pathways[name]
    spread = courses / pathway.training.length.value
    assert pathway.costs.full_time_share.value == pytest.approx(spread, abs=0.005)


def test_of_a_certificate_no_more_is_paid_than_the_courses_of_a_year(from_files):
    pathway = from_files.pathways["certificate"]
    assert pathway.training.length.value == 1
    share = pathway.costs.full_time_share
    assert share.range[1] == 1
    assert share.range[0] < share.value < 1


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
    degree = from_files.pathways["associate-degree"].training.student_earnings_share
    assert degree.range == (pytest.approx(full, abs=0.01), pytest.approx(part, abs=0.01))
    assert full < degree.value < part


def test_what_counts_of_a_gap_is_what_controls_left_of_it(from_files):
    # Tamborini, Kim and Sakamoto: 655 of 900 thousand dollars for men, 450 of 630 for women.
    degree = from_files.pathways["bachelors-degree"].earnings
    assert degree.causal_share_men.value == pytest.approx(655 / 900, abs=0.005)
    assert degree.causal_share_women.value == pytest.approx(450 / 630, abs=0.005)
    assert degree.causal_share_women.value < degree.causal_share.value < degree.causal_share_men.value
    assert from_files.pathways[TRADES].earnings.causal_share.value == degree.causal_share_men.value
    # Kentucky: men gained 1,500 dollars a quarter where women gained 2,400.
    associate = from_files.pathways["associate-degree"].earnings
    ratio = associate.causal_share_men.value / associate.causal_share_women.value
    assert ratio == pytest.approx(1500 / 2400, abs=0.01)
    assert associate.causal_share_men.value < associate.causal_share.value < associate.causal_share_women.value


def test_the_study_of_apprentices_is_what_its_notes_say(from_files):
    study = from_files.studies["reed-2012"]
    effect = study.effect
    (start, first), (end, last) = effect.participant.value.items()
    assert effect.fade_out.value == pytest.approx(1 - (last / first) ** (1 / (end - start)), abs=0.0005)
    assert effect.last_observed_year.value == end
    # 98,718 of all who start is 0.411 of the 240,037 of those who finish: a mean dose, and no share who finish.
    assert "98,718 / 240,037 = 0.411" in " ".join(study.completion.rate.note.split())
    assert round(98_718 / 240_037, 3) == 0.411
    assert study.completion.rate.value == from_files.pathways[TRADES].completion.rate.value != 0.411
    # Careers of 36 years that end at 65.
    assert study.start_age.value == 65 - 36
    # Its weight beside pay is by how far either may be off.
    pay, own = from_files.careers.gain_error.value, study.error.value
    by_spread = pay**2 / (pay**2 + own**2)
    assert f"= {by_spread:.3f}" in " ".join(study.weight.note.split())
    assert study.weight.value == pytest.approx(by_spread, abs=0.01)
    assert study.error.price_year == from_files.careers.gain_error.price_year == from_files.economy.price_year


def test_the_study_of_apprentices_says_something_of_skilled_trades_alone(from_files):
    study = from_files.studies["reed-2012"]
    assert study.measured_on == TRADES
    assert (study.family, study.sex) == ("apprenticeship", "male")
    assert study.informs.split() == [from_files.pathways[TRADES].occupation, "47", "49", "51"]
    assert study.weight_for_women.value < 1


def test_the_error_of_the_trial_of_short_training_is_what_its_note_says(from_files):
    factor = from_files.pathways["short-sectoral-training"].impact.factor
    # 0.78 with an interval of 0.26 to 1.34: half of its width over 1.96 is a standard error.
    error = (round(1.34 / 0.78, 2) - round(0.26 / 0.78, 2)) / 3.92
    assert error == pytest.approx(0.355, abs=0.0005)
    # Draws have a variance of share (1 - share) / 7 of the range squared: half way, a quarter over 7.
    low, high = factor.range
    assert (low + high) / 2 == factor.value == 1
    assert (high - low) / 2 == pytest.approx(error * math.sqrt(7), abs=0.005)


def test_what_leaving_training_costs_is_half_of_the_time_out_of_work(from_files):
    cost = from_files.careers.leaving_cost
    weeks = (13 / 52, 18 / 52)
    assert cost.value == pytest.approx(0.5 * sum(weeks) / 2, abs=0.002)
    # At most the whole of it for everybody who leaves, and a little more.
    assert cost.range[0] == 0 < cost.value < weeks[1] < cost.range[1]


def test_leavers_keep_something_between_nothing_and_all(from_files):
    for name in ("apprentice_leavers_keep", "student_leavers_keep"):
        record = getattr(from_files.careers, name)
        assert record.range == (0, 1)
        assert 0 < record.value < 1
        assert record.kind == "assumed"
    # Only the badge says so of its own.
    assert [name for name, one in from_files.pathways.items() if one.leavers_keep] == ["digital-credential"]


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


def test_health_is_the_workers_share_and_what_insurance_leaves(from_files):
    needs = from_files.living_wage
    contribution = table("kff_worker_contributions_2022_2025.csv", year="2025")[0]
    assert needs.health_premium_one.value == float(contribution["single_worker_contribution_usd_per_year"])
    family = float(contribution["family_worker_contribution_usd_per_year"])
    assert needs.health_premium_family.value == family
    states = table("meps_ic_2019_employee_contributions.csv")
    two, more = (
        sum(float(row[f"{tier}_employee_contribution_usd_per_year"]) for row in states)
        for tier in ("plus_one", "family")
    )
    assert len(states) == 51
    assert needs.health_premium_two.value == pytest.approx(family * two / more, abs=0.5)
    index = {
        row["year"]: float(row["cpi_u_medical_care_1982_84_100"]) for row in table("cpi_u_medical_care_2018_2026.csv")
    }
    paid = {
        row["group"]: float(row["mean_out_of_pocket_usd_per_person_per_year"]) * index["2025"] / index["2018"]
        for row in table("meps_hc_2018_out_of_pocket.csv")
        if row["grouping"] == "age"
    }
    for record, groups in (
        (needs.health_out_of_pocket_adult, ("18-44", "18-64", "45-64")),
        (needs.health_out_of_pocket_child, ("Under 5", "Under 18", "5-17")),
    ):
        low, middle, high = (paid[group] for group in groups)
        assert (record.range[0], record.value, record.range[1]) == pytest.approx((low, middle, high), abs=1)


def test_transport_and_other_are_parts_of_average_spending(from_files):
    needs = from_files.living_wage
    transport = spending("Transportation")
    assert transport == pytest.approx(13138, abs=0.5)
    assert needs.transport_worker.value == pytest.approx(transport / 2, abs=5)
    assert needs.transport_worker.range[1] == pytest.approx(transport, abs=5)
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
        "child_care_shares",
        "health_premium_one",
        "health_premium_two",
        "health_premium_family",
        "health_out_of_pocket_adult",
        "health_out_of_pocket_child",
        "marketplace_incomes",
        "marketplace_shares",
    }
    assert len(needs.child_care_ages.value) == len(needs.child_care_shares.value)


def test_care_by_age_is_the_median_of_the_counties(from_files):
    rows = table("ndcp_2018_family_care_by_age.csv")
    assert len(rows) == 2_340
    found = [
        median(float(row[f"family_{age}"]) / float(row["family_infant"]) for row in rows)
        for age in ("infant", "toddler", "preschool", "school_age")
    ]
    assert from_files.living_wage.child_care_shares.value[:-1] == [round(share, 2) for share in found]
