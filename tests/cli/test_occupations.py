import csv
import io
import json
import re

import pytest

from mobcalc.wording.figures import IN_SENTENCE
from mobcalc.wording.occupations import PUBLISHED
from tests.store.published import table

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")


def figures(run, *arguments):
    found = run("occupations", "show", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)["figures"]


def test_golden_output(as_golden):
    as_golden("occupations-show.txt", "occupations", "show", "--details", "electrician", "--state", "NY")


def test_search_in_the_terminal(run):
    assert run("occupations", "search", "--details", "inside", "wireman").out == (
        "                                  Median                 Training on\n"
        "Code    Occupation                  wage Usual entry     the job        Openings\n"
        "                                         High school\n"
        "        Electricians (inside             diploma or\n"
        "47-2111 wireman)                 $63,190 equivalent      Apprenticeship   81,000\n"
        "\n"
        "1 occupation; 'mobcalc occupations show CODE' tells more of one.\n"
        "\n"
        "Basis: Median wage a year: national, in dollars of May 2025, not discounted\n"
        "(oews-2025). Entry, training and openings a year: BLS projections 2024 to 2034\n"
        "(bls-projections-2024). An exact name comes first, then the occupation with most\n"
        "jobs.\n"
    )


def test_the_exact_name_comes_first_and_then_most_jobs(run):
    found = json.loads(run("occupations", "search", "carpenters", "--json").out)["occupations"]
    assert [one["title"] for one in found] == [
        "Carpenters",
        "Cabinetmakers and Bench Carpenters",
        "Helpers--Carpenters",
    ]
    assert [one["is_exact"] for one in found] == [True, False, False]
    nurses = json.loads(run("occupations", "search", "nurse", "--json").out)["occupations"]
    assert [one["employment"] for one in nurses] == sorted((one["employment"] for one in nurses), reverse=True)


def test_a_search_gives_each_figure_with_its_source(run):
    found = json.loads(run("occupations", "search", "47-2111", "--json").out)
    assert found["occupations"] == [
        {
            "code": "47-2111",
            "title": "Electricians",
            "everyday_name": None,
            "is_exact": True,
            "median_per_year": 63190.0,
            "median_per_hour": 30.38,
            "entry_education": "High school diploma or equivalent",
            "on_the_job_training": "Apprenticeship",
            "annual_openings": 81000.0,
            "employment": 818700.0,
        }
    ]
    assert list(found["sources"]) == ["oews-2025", "bls-projections-2024"]


def test_a_wage_published_by_the_hour_alone_is_shown_so(run):
    assert "$29.05/h" in run("occupations", "search", "actors").out
    found = run("occupations", "search", "actors", "--details")
    assert "$29.05/h" in found.out
    assert "an hour, where no yearly one is published" in " ".join(found.out.split())
    rows = list(csv.DictReader(io.StringIO(run("occupations", "search", "actors", "--csv").out)))
    assert (rows[0]["median_per_year"], rows[0]["median_per_hour"]) == ("", "29.05")


def test_beginnings_of_words_count_where_no_name_has_them_whole(run):
    found = json.loads(run("occupations", "search", "phlebot", "--json").out)["occupations"]
    assert [one["title"] for one in found] == ["Phlebotomists"]


def test_nothing_found_is_no_error(run):
    assert run("occupations", "search", "xyzzy") == (
        0,
        "No occupation has 'xyzzy' in its title or an everyday name.\n",
        "",
    )
    assert run("occupations", "search", "--details", "electrican").out == (
        "No occupation has 'electrican' in its title or an everyday name; did you mean\nelectrician?\n"
    )
    found = json.loads(run("occupations", "search", "electrican", "--json").out)
    assert (found["occupations"], found["nearest"]) == ([], "electrician")
    assert run("occupations", "search", "xyzzy", "--format", "jsonl") == (0, "", "")
    assert run("occupations", "search", "xyzzy", "--csv").out.strip() == ""


def test_wages_are_the_published_ones(run):
    found = figures(run, "47-2111", "--state", "NY")
    national = found["national_wages_per_year"]
    assert national["value"] == {"p10": 42640, "p25": 49430, "p50": 63190, "p75": 83940, "p90": 108510}
    assert (national["unit"], national["area"], national["period"]) == ("USD/year", "United States", "May 2025")
    assert (national["source"], national["price_year"]) == ("oews-2025", 2025)
    assert found["national_wages_per_hour"]["value"]["p50"] == 30.38
    own = found["state_wages_per_hour"]
    assert (own["value"]["p50"], own["source"]) == (37.86, "oews-states-2025")
    assert found["state_wages_per_year"]["value"]["p50"] == 78750
    assert own["rule"] == "Wages of this occupation: the percentiles of New York, May 2025."
    assert own["note"] == "As published; the standard error is 1.5 percent."


def test_wages_of_a_county_are_those_of_its_area(run):
    found = figures(run, "electrician", "--county", "Jamestown, NY")["area_wages_per_year"]
    assert found["area"] == "Southwest New York nonmetropolitan area"
    assert found["value"] == {"p10": 44010, "p25": 57010, "p50": 64820, "p75": 76690, "p90": 93640}
    assert found["note"] == "As published; 440 people work in it there, and wages of few people are noisy."
    assert "area_wages_per_year" not in figures(run, "electrician", "--state", "NY")
    metro = figures(run, "carpenter", "--metro", "Missoula", "--state", "MT")["area_wages_per_year"]
    assert metro["area"] == "Missoula, MT"


def test_wages_of_a_state_are_scaled_where_it_has_none(run):
    found = figures(run, "47-2022", "--state", "WY")
    assert (
        "national percentiles of May 2025 at the general wage level of Wyoming" in found["state_wages_per_year"]["rule"]
    )
    factor = float(re.search(r"times ([\d.]+),", found["state_wages_per_year"]["note"])[1])
    for per in ("year", "hour"):
        here, there = (found[f"{area}_wages_per_{per}"]["value"]["p50"] for area in ("state", "national"))
        assert here / there == pytest.approx(factor, abs=1e-3)


def test_what_is_not_published_by_the_hour_has_no_hourly_wage(run):
    found = figures(run, "25-1011", "--state", "WY")
    for area in ("national", "state"):
        hourly = found[f"{area}_wages_per_hour"]
        assert (hourly["value"], hourly["rule"], hourly["why"]) == (None, None, "not published by the hour")
    assert "n/a" in run("occupations", "show", "--details", "25-1011").out


def test_a_year_of_hourly_wages_is_said_to_stand_for_hours(run):
    found = figures(run, "actors")
    year, hour = (found[f"national_wages_per_{per}"]["value"]["p50"] for per in ("year", "hour"))
    assert year == pytest.approx(2080 * hour)
    assert "2,080 hours" in found["national_wages_per_year"]["note"]


def test_entry_and_demand(run):
    found = figures(run, "electrician")
    assert found["growth"]["value"] == 0.095
    assert found["growth"]["period"] == "2024 to 2034"
    assert found["annual_openings"]["value"] == 81000
    assert found["usually_entered_through_apprenticeship"]["value"] is True
    assert found["experience"]["value"] == "None"
    assert figures(run, "actors")["usually_entered_through_apprenticeship"]["value"] is False


def test_every_word_of_the_projections_is_a_message():
    lines = table("bls_projections_2024_2034_table1_2")
    entry, training, experience = (
        {line[column] for line in lines} - {""}
        for column in ("typical_entry_education", "typical_on_the_job_training", "work_experience_required")
    )
    assert entry | training | experience == PUBLISHED
    assert entry | training - {"None"} == set(IN_SENTENCE)


def test_the_bundled_pathway_is_named(run):
    assert json.loads(run("occupations", "show", "hvac", "--json").out)["pathway"] == "hvac-apprenticeship"
    assert json.loads(run("occupations", "show", "actors", "--json").out)["pathway"] is None
    assert "'mobcalc compare --occupation 27-2011'" in run("occupations", "show", "--details", "actors").out


def test_every_source_that_is_cited_is_given(run):
    found = json.loads(run("occupations", "show", "carpenter", "--state", "OH", "--json").out)
    assert {one["source"] for one in found["figures"].values()} == set(found["sources"])


def test_flat_rows_hold_one_number_each(run):
    rows = list(csv.DictReader(io.StringIO(run("occupations", "show", "electrician", "--csv").out)))
    by_name = {row["name"]: row for row in rows}
    assert by_name["national_wages_per_year.p50"]["value"] == "63190.0"
    assert by_name["usually_entered_through_apprenticeship"]["value"] == "true"
    assert {row["code"] for row in rows} == {"47-2111"}


@pytest.mark.parametrize(
    "arguments", [("search", "repairers"), ("show", "25-1011", "--state", "DC"), ("show", "actors")]
)
def test_tables_fit_80_columns_of_ascii(arguments, run):
    out = run("occupations", *arguments).out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert out.isascii()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(name, run, tmp_path):
    for arguments in (("search", "electrician"), ("show", "electrician", "--state", "NY")):
        found = run("occupations", *arguments, "--format", name)
        assert (found.code, found.err) == (0, "")
        assert "Electricians" in found.out
        file = tmp_path / f"{arguments[0]}.out"
        assert run("occupations", *arguments, "--format", name, "-o", file) == (0, "", "")
        assert file.read_text() == found.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("show", "electrican"),
            "error: there is no occupation 'electrican'\n"
            "  hint: did you mean Electricians; Helpers--Electricians; Electrical Engineers?\n",
        ),
        (
            ("show", "47-0000"),
            "error: there is no detailed occupation 47-0000\n"
            "  hint: give a detailed one: 'mobcalc occupations search WORD' lists them\n",
        ),
        (
            ("show", "electrician", "--state", "New Yrok"),
            "error: --state: there is no state 'New Yrok'\n  hint: did you mean New York?\n",
        ),
        (
            ("search", "--", "--"),
            "error: there is no word to look for\n  hint: name something, such as 'mobcalc occupations search electrician'\n",
        ),
        (
            ("search",),
            "error: missing argument 'WORDS...'\n  hint: 'mobcalc occupations search -h' shows what it takes\n",
        ),
        (
            ("search", "nurse", "--format", "xml"),
            "error: --format: unknown word 'xml'\n  hint: write one of table, json, jsonl, csv, tsv, markdown, html\n",
        ),
        (
            ("show", "electrician", "--stat", "NY"),
            "error: there is no option --stat\n  hint: did you mean --state?\n",
        ),
    ],
)
def test_wrong_input(arguments, message, run):
    assert run("occupations", *arguments) == (2, "", message)


@pytest.mark.parametrize("postal", ["WA", "CA", "NY", "OR", "MO", "AZ"])
@pytest.mark.parametrize("occupation", ["cashier", "35-3023", "childcare worker", "home health aide"])
def test_wages_of_a_place_are_not_shown_below_its_minimum(postal, occupation, run):
    found = json.loads(run("occupations", "show", occupation, "--state", postal, "--json").out)["figures"]
    least = json.loads(run("places", "show", postal, "--json").out)["figures"]["minimum_wage"]["value"]
    wages = found["state_wages_per_hour"]
    assert min(wages["value"].values()) >= round(least, 2) - 0.006
    raised = [point for point in wages["value"].values() if point == pytest.approx(least, abs=0.006)]
    assert raised or "minimum wage" not in wages["note"]


def test_a_title_with_its_code_works_as_it_is_printed(run):
    listed = "Registered Nurses (29-1141)"
    assert listed in run("compare", "--occupation", "nurse").err
    assert run("compare", "--occupation", listed, "--draws", "0").code == 0
    assert "29-1141" in run("occupations", "show", "--details", listed).out
    assert "29-1141" in run("occupations", "search", listed, "--csv").out
