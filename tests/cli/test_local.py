"""Answers for a place and an occupation, as people meet them."""

import csv
import io
import json
import shutil
import socket

import pytest

from mobcalc.loader.bundle import bundled, bundled_folder
from tests.cli.test_start_up import imported
from tests.store.published import states, table

NEW_YORK = ("--state", "NY", "--county", "Chautauqua", "--occupation", "electrician")
ELECTRICIAN = "apprenticeship-47-2111"
ASSOCIATE = "associate-degree"
LEVEL = "place.earnings_levels.associate"
MINIMUM = "economy.minimum_wage"


def answer(run, *arguments):
    found = run("compare", "--json", *arguments)
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def the_pathway(found, name):
    return next(pathway for pathway in found["pathways"] if pathway["id"] == name)


def gain(found, name):
    return the_pathway(found, name)["versus_baseline"]["gain"]["net_present_value"]


def local(found):
    """The values of the local figures by name."""
    return {figure["name"]: figure["value"] for figure in found["local_figures"]}


@pytest.fixture
def copy(tmp_path):
    """A copy of the bundled assumptions, as people make one to edit it."""
    folder = tmp_path / "copy"
    shutil.copytree(bundled_folder(), folder, ignore=shutil.ignore_patterns("tables"))
    return folder


# The answer


def test_place_and_occupation_are_named_with_their_codes(run):
    found = answer(run, *NEW_YORK)
    assert found["place"] == {
        "state": "New York",
        "postal": "NY",
        "state_fips": "36",
        "county": "Chautauqua County",
        "county_fips": "36013",
        "city": None,
        "metro": None,
        "metro_code": None,
    }
    assert found["occupation"] == {
        "code": "47-2111",
        "title": "Electricians",
        "routes": found["occupation"]["routes"],
        "is_listed": True,
        "entry_education": "High school diploma or equivalent",
        "on_the_job_training": "Apprenticeship",
        "annual_openings": 81000.0,
        "growth": 0.095,
        "employment": 818700.0,
    }
    assert found["overrides"] == []


def test_every_local_figure_has_its_area_period_rule_and_source(run):
    figures = {figure.pop("name"): figure for figure in answer(run, *NEW_YORK)["local_figures"]}
    assert figures[f"pathways.{ELECTRICIAN}.earnings.percentiles"] == {
        "value": [42827.86, 55876.72, 67110.16, 83783.95, 102882.5],
        "unit": "USD/year",
        "price_year": 2025,
        "area": "Southwest New York nonmetropolitan area",
        "period": "May 2025",
        "rule": ("Wages of this pathway: the percentiles of Southwest New York nonmetropolitan area, May 2025."),
        "source": "oews-areas-2025",
        "factor": None,
        "detail": "",
    }
    assert figures["place.rents"] == {
        "value": [687.0, 725.0, 933.0, 1212.0, 1237.0],
        "unit": "USD/month",
        "price_year": 2025,
        "area": "Chautauqua County, NY",
        "period": "2025",
        "rule": "Rents of Chautauqua County, NY, fiscal year 2025.",
        "source": "hud-fmr-2025",
        "factor": None,
        "detail": "",
    }
    assert figures["place.earnings_levels.some_college"]["factor"] == pytest.approx(0.905, abs=0.005)
    assert figures["economy.minimum_wage"]["detail"] == "upstate; 16.50 NYC/LI/Westchester"
    guideline = figures["place.poverty_guideline"]
    assert (guideline["value"], guideline["area"]) == ([15650, 5500], "48 states + DC")
    assert {figure["area"] for figure in figures.values()} == {
        "New York",
        "Southwest New York nonmetropolitan area",
        "Chautauqua County, NY",
        "48 states + DC",
    }
    assert {figure["source"] for figure in figures.values()} <= bundled().sources.keys()
    assert all(figure["rule"] and figure["period"] for figure in figures.values())


def test_an_occupation_stands_in_the_place_of_the_building_trades(run):
    plain = [pathway["id"] for pathway in answer(run)["pathways"]]
    found = [pathway["id"] for pathway in answer(run, *NEW_YORK)["pathways"]]
    assert found == [ELECTRICIAN if name == "building-trades-apprenticeship" else name for name in plain]
    asked = answer(run, *NEW_YORK, "-p", "building-trades-apprenticeship", "-p", ELECTRICIAN)
    assert [pathway["id"] for pathway in asked["pathways"]][1:] == ["building-trades-apprenticeship", ELECTRICIAN]


def test_the_routes_into_an_occupation_are_named_with_their_reasons(run):
    routes = {route["kind"]: route for route in answer(run, *NEW_YORK)["occupation"]["routes"]}
    assert {kind: route["reason"] for kind, route in routes.items()} == {
        "apprenticeship": "on_list",
        "certificate": "no_award",
        "degree": "degree_is_rare",
        "on-the-job": "entry_is_trained",
    }
    assert routes["apprenticeship"]["pathway"] == ELECTRICIAN
    assert routes["degree"] == {
        "kind": "degree",
        "pathway": None,
        "exists": False,
        "reason": "degree_is_rare",
        "entry_education": "High school diploma or equivalent",
        "associate": 0.173,
        "after": None,
    }


def test_an_electricians_pay_worked_by_hand(run):
    found = the_pathway(answer(run, *NEW_YORK, "--sex", "male"), ELECTRICIAN)
    # 78,750 in May 2025, with a weight of 0.01 / (0.01 + 0.015^2), toward 63,190 at the root of 59,670 over 50,980; the
    # 75th percentile likewise.
    weight = 0.01 / (0.01 + 0.015**2)
    area = {}
    for name, (nation, of_state, of_area) in {
        "p50": (63_190, 78_750, 64_820),
        "p75": (83_940, 104_990, 79_910),
    }.items():
        state = of_state**weight * (nation * (59_670 / 50_980) ** 0.5) ** (1 - weight)
        # That of the area, of 440 people, toward the state's at the root of 48,280 over 59,670.
        area[name] = of_area ** (440 / 740) * (state * (48_280 / 59_670) ** 0.5) ** (300 / 740)
    percentiles = local(answer(run, *NEW_YORK))[f"pathways.{ELECTRICIAN}.earnings.percentiles"]
    assert percentiles[2] == pytest.approx(area["p50"], abs=0.5)
    # Finishers stand at the 65th percentile, 0.6 of the way in logarithms; men of 22 are paid like those of 27.5.
    year = percentiles[2] ** 0.4 * percentiles[3] ** 0.6 * 1.005 * 0.7891
    # Half a year after finishing 5.4 % a year have left for other work, who keep three quarters of the gain.
    kept = 0.75 + 0.25 * 2.718281828 ** (-0.054 * 0.5)
    base = the_pathway(answer(run, *NEW_YORK, "--sex", "male"), "no-postsecondary")["expected"]["paid_earnings"][4]
    first = base + kept * (year * 1.005**4 * 0.9572 - base)
    assert found["completer"]["pay_first_year_after_training"] == pytest.approx(first, abs=0.5)
    # An hour's pay is that of somebody in work: without the employment factors, of the trade and of high school.
    base_in_work = base / 0.8476
    own = base_in_work + kept * (year * 1.005**4 - base_in_work)
    assert found["completer"]["pay_first_year_after_training_per_hour"] == pytest.approx(own / 2080, abs=0.01)
    # 2,000 paid hours; of 8,000 hours the first 1,000 pay 45 % and the next 1,000 50 % of it, or the minimum of 15.50.
    assert found["completer"]["paid_earnings"][0] == pytest.approx(max(year / 2080 * 0.475, 15.50) * 2000, abs=0.5)


def test_life_without_training_is_scaled_with_the_earnings_level(run):
    # At these ages neither side is near the minimum wage.
    here, there = (
        the_pathway(answer(run, *flags), "no-postsecondary")["expected"] for flags in (("--state", "WA"), ())
    )
    ratio = local(answer(run, "--state", "WA"))["place.earnings_levels.high_school"]
    for year in range(15, 47):
        assert here["paid_earnings"][year] / there["paid_earnings"][year] == pytest.approx(ratio, rel=1e-4)


def test_every_state_has_an_answer_of_its_own(run):
    found = [answer(run, "--state", state.postal) for state in states()[::5]]
    assert len({gain(each, "building-trades-apprenticeship") for each in found}) == len(found)
    assert len({each["assumptions_sha256"] for each in found}) == len(found)
    assert [each["place"]["postal"] for each in found] == [state.postal for state in states()[::5]]


def test_a_state_of_high_wages_gives_more_than_one_of_low_wages(run):
    high, low = (the_pathway(answer(run, "--state", s), "no-postsecondary")["expected"] for s in ("NY", "MS"))
    assert high["lifetime_earnings"] > 1.15 * low["lifetime_earnings"]


def test_measured_effects_are_not_scaled(run):
    here, there = (gain(answer(run, *flags), "short-sectoral-training") for flags in (("--state", "NY"), ()))
    assert here == there


def test_without_a_place_nothing_is_local(run):
    found = answer(run)
    assert (found["place"], found["occupation"], found["local_figures"]) == (None, None, [])
    national = answer(run, "--occupation", "electrician")
    assert (national["place"], national["local_figures"]) == (None, [])
    assert national["occupation"]["code"] == "47-2111"


def test_a_city_is_said_to_stand_for_its_county(run):
    found = run("compare", "--details", "--county", "Jamestown, NY")
    assert "Place: Jamestown, Chautauqua County, New York." in " ".join(found.out.split())
    assert answer(run, "--county", "Jamestown, NY")["place"]["city"] == "Jamestown"


def test_a_zip_code_is_said_to_stand_for_its_county(run):
    assert "Place: ZIP code 14701, Chautauqua County, New York." in said(run, "--county", "14701")
    assert answer(run, "--county", "14701")["place"]["county_fips"] == "36013"


def test_a_metropolitan_area_settles_its_state_and_prices(run):
    found = answer(run, "--metro", "Boise")
    assert (found["place"]["postal"], found["place"]["metro_code"]) == ("ID", "14260")
    row = next(r for r in table("bea_rpp_metro_2023") if r["cbsa_code"] == "14260" and r["category"] == "All items")
    assert local(found)["place.price_parity"] == pytest.approx(float(row["rpp_2023"]) / 100)
    assert answer(run, "--metro", "St. Louis", "--state", "IL")["place"]["postal"] == "IL"


def test_an_apprenticeship_that_few_take_says_so_and_one_that_does_not_exist_is_refused(run):
    out = " ".join(run("compare", "--details", "--occupation", "cna", "--state", "MT").out.split())
    assert "Most nursing assistants do not enter through one, so ask whether there is a program near you." in out
    assert "do not enter through one" not in " ".join(
        run("compare", "--details", "--occupation", "electrician").out.split()
    )
    nurse = " ".join(run("compare", "--details", "--occupation", "registered nurse").out.split())
    assert "Into registered nurses leads an associate degree (24.8% of its workers hold one;" in nurse
    assert (
        "The tables list no apprenticeship (none on the Labor Department's list of 2019, so newer ones are missing), no certificate"
        in nurse
    )
    assert "A bachelor's degree in general is -p bachelors-degree." in nurse
    found = answer(run, "--occupation", "registered nurse")
    assert [p["id"] for p in found["pathways"]] == [
        "no-postsecondary",
        "degree-29-1141",
        "certificate",
        "short-sectoral-training",
    ]


def test_an_occupation_that_no_training_here_leads_to_is_refused(run):
    found = run("compare", "--occupation", "lawyer")
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        "error: --occupation: no apprenticeship, certificate or associate degree leads to lawyers: BLS lists a doctoral "
        "or professional degree as the usual entry\n"
        "  hint: -p bachelors-degree without --occupation compares a degree in general\n"
    )


def test_an_occupation_of_mostly_women_is_not_called_one_of_few(run):
    out = " ".join(run("compare", "--details", "--occupation", "cna", "--sex", "female").out.split())
    assert "Apprenticeship: Nursing Assistants" in out
    assert "few women are in it" not in out


def test_the_columns_of_csv_name_place_and_occupation(run):
    found = run("compare", "--csv", *NEW_YORK)
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert {(r["state"], r["county_fips"], r["occupation"]) for r in rows} == {("NY", "36013", "47-2111")}


def test_the_timeline_takes_place_and_occupation(run):
    found = run("timeline", "--json", *NEW_YORK, "-p", ELECTRICIAN)
    years = the_pathway(json.loads(found.out), ELECTRICIAN)["groups"]["completer"]["years"]
    compared = the_pathway(answer(run, *NEW_YORK), ELECTRICIAN)["completer"]
    assert [year["paid_earnings"] for year in years] == compared["paid_earnings"]


@pytest.mark.parametrize("text", ["table", "json", "csv", "markdown"])
def test_the_same_place_gives_the_same_bytes(text, run):
    assert run("compare", *NEW_YORK, "--format", text) == run("compare", *NEW_YORK, "--format", text)


# Assumptions


def test_a_figure_of_a_place_is_shown_with_its_source(run):
    out = run("assumptions", "show", "place.earnings_levels.high_school", "--state", "NY").out
    plain = " ".join(out.split())
    # 50,098 / 48,450 = 1.0340, drawn a little toward the mean of all educations.
    assert "ratio" in plain
    assert "Note 50,098 over 48,450, high school, drawn by " in plain
    assert "Set in reference store" in plain
    found = json.loads(run("assumptions", "show", "place.rents", "--county", "Chautauqua, NY", "--json").out)
    assert (found["value"], found["source"]) == ([687.0, 725.0, 933.0, 1212.0, 1237.0], "hud-fmr-2025")
    assert run("assumptions", "show", "place.rents").code == 2


def test_the_list_with_an_occupation_has_its_pathway(run):
    found = json.loads(
        run("assumptions", "list", f"pathways.{ELECTRICIAN}", "--occupation", "electrician", "--json").out
    )
    names = {row["name"] for row in found["assumptions"]}
    assert f"pathways.{ELECTRICIAN}.earnings.percentiles" in names
    assert run("assumptions", "list", f"pathways.{ELECTRICIAN}").code == 2


# What the user says wins


@pytest.mark.parametrize("value", ["7.25", "20", "15.5"])
def test_a_flag_wins_over_a_local_figure_also_with_the_national_or_the_same_value(value, run):
    found = answer(run, "--state", "NY", "--set", f"{MINIMUM}={value}")
    assert MINIMUM not in local(found)
    assert found["overrides"] == [{"name": MINIMUM, "value": float(value), "from": "--set", "price_year": 2025}]
    assert local(answer(run, "--state", "NY"))[MINIMUM] == 15.5


def test_a_flag_wins_in_what_is_computed(run):
    here = answer(run, "--state", "NY")
    higher = answer(run, "--state", "NY", "--set", f"{LEVEL}=1.4")
    same = answer(run, "--state", "NY", "--set", f"{LEVEL}={local(here)[LEVEL]}")
    assert gain(higher, ASSOCIATE) > gain(here, ASSOCIATE) == gain(same, ASSOCIATE)
    shown = run("assumptions", "show", LEVEL, "--state", "NY", "--set", f"{LEVEL}=1.4").out
    assert "1.4 ratio" in shown


def test_a_value_in_a_file_wins_over_a_local_figure(run, tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(f"{LEVEL}: 1.1\n")
    found = answer(run, "--state", "NY", "-a", file)
    assert LEVEL not in local(found)
    assert [(o["name"], o["from"]) for o in found["overrides"]] == [(LEVEL, f"{file}:1")]


def test_the_pathway_of_an_occupation_can_be_changed(run):
    name = f"pathways.{ELECTRICIAN}.completion.rate"
    found = answer(run, *NEW_YORK, "--set", f"{name}=0.6")
    assert the_pathway(found, ELECTRICIAN)["completion_rate"] == 0.6
    assert run("compare", "--set", f"{name}=0.6").code == 2


def test_a_copy_of_the_bundled_assumptions_does_not_undo_local_figures(copy, run, monkeypatch):
    here = answer(run, *NEW_YORK)
    assert answer(run, *NEW_YORK, "-a", copy) == here
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", str(copy))
    assert answer(run, *NEW_YORK) == here


def test_one_line_edited_in_a_copy_wins_and_the_rest_stays_local(copy, run, monkeypatch):
    file = copy / "pathways" / f"{ASSOCIATE}.yaml"
    text = file.read_text()
    assert text.count("value: 3598") == 1
    file.write_text(text.replace("value: 3598", "value: 3600"))
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", str(copy))
    here, found = answer(run, *NEW_YORK, "-p", "certificate"), answer(run, *NEW_YORK)
    tuition = f"pathways.{ASSOCIATE}.costs.tuition_and_fees"
    assert [override["name"] for override in found["overrides"]] == [tuition]
    assert found["overrides"][0]["value"] == 3600
    monkeypatch.delenv("MOBCALC_ASSUMPTIONS")
    untouched = answer(run, *NEW_YORK)
    assert local(untouched).keys() - local(found).keys() == {tuition}
    assert gain(here, "certificate") == gain(untouched, "certificate")


def test_the_state_cannot_be_set_as_if_it_were_a_number(run):
    assert run("compare", "--state", "NY", "--set", "place.state=California").code == 2


# What it takes


def test_nothing_is_sent_anywhere(run, monkeypatch):
    def refused(*arguments, **named):
        raise AssertionError("the network was used")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refused)
    assert answer(run, *NEW_YORK)["place"]["postal"] == "NY"


def test_sqlite_comes_in_only_with_a_place_or_an_occupation():
    store = {"sqlite3", "mobcalc.store.reference"}
    assert not imported("compare") & store
    assert not imported("assumptions", "list", "--json") & store
    assert store <= imported("compare", "--state", "NY")
    assert store <= imported("compare", "--occupation", "electrician")


# What the answer says of the place


def said(run, *arguments):
    found = run("compare", "--details", *arguments)
    assert (found.code, found.err) == (0, "")
    return " ".join(found.out.split())


def test_a_city_and_its_county_are_both_named(run):
    assert "Jamestown, Chautauqua County, New York." in said(run, "--county", "Jamestown, NY")
    assert "Place: District of Columbia. Wages" in said(run, "--county", "Washington, DC")


def test_the_areas_of_a_countys_figures_are_named(run):
    out = said(run, "--county", "Jamestown, NY")
    areas = "Southwest New York nonmetropolitan area, earnings by education Chautauqua County, NY."
    assert f"Wages of occupations are those of {areas}" in out
    assert "--county NAME has its own" not in out
    areas = "Hartford-West Hartford-East Hartford, CT, earnings by education Capitol Planning Region, CT."
    assert f"Wages of occupations are those of {areas}" in said(run, "--county", "Hartford, CT")


def test_statewide_wages_and_national_yardsticks_are_said_to_be(run):
    out = said(run, "--state", "MS")
    assert "Wages are those of the whole state" in out
    assert "Both yardsticks are national, whatever the place." in out
    assert "Both yardsticks are national" not in said(run)


def test_an_occupation_that_is_not_entered_by_apprenticeship_is_said_to_be_in_the_answer(run):
    out = said(run, "--occupation", "emt", "-p", "apprenticeship-29-2042")
    assert "are not usually entered through apprenticeship (usual entry: certificate)" in out
    assert "are not usually entered through apprenticeship" not in said(run, "--occupation", "electrician")


def test_a_wage_level_in_place_of_wages_is_said_to_be(run):
    out = said(run, "--state", "WY", "--occupation", "47-2022")
    assert "national percentiles of May 2025 at the general wage level of Wyoming (x " in out


def test_a_state_without_tuition_of_its_own_keeps_the_national_one_and_says_so(run):
    assert "tuition of public colleges in Alaska is not in the table, so the national figure stays" in said(
        run, "--state", "AK"
    )


def test_a_pathway_that_is_not_in_the_answer_is_said_to_be(run):
    name = "pathways.electrician-apprenticeship.completion.rate"
    assert f"{name} = 0.7 (from --set; this pathway is not in the answer)" in said(run, "--set", f"{name}=0.7")


def test_the_occupation_asked_for_is_in_the_answer_whatever_else_is_chosen(run):
    found = answer(run, "--occupation", "electrician", "-p", ASSOCIATE)
    assert [p["id"] for p in found["pathways"]][1:] == [ASSOCIATE, "apprenticeship-47-2111"]


# What is set of a general pathway

ASSISTANT = ("--state", "WA", "--occupation", "dental assistant", "--draws", "0")
FINISH = "pathways.certificate.completion.rate"
OF_ROUTE = "pathways.certificate-31-9091.completion.rate"


def test_a_number_set_of_a_general_pathway_goes_for_the_route_that_took_it_over(run):
    found = answer(run, *ASSISTANT, "--set", f"{FINISH}=0.9")
    assert the_pathway(found, "certificate-31-9091")["completion_rate"] == 0.9
    assert [(one["name"], one["value"], one["from"]) for one in found["overrides"]] == [
        (FINISH, 0.9, "--set"),
        (OF_ROUTE, 0.9, "--set"),
    ]
    assert the_pathway(found, "apprenticeship-31-9091") == the_pathway(
        answer(run, *ASSISTANT), "apprenticeship-31-9091"
    )


def test_a_number_set_of_the_route_itself_stays(run):
    found = answer(run, *ASSISTANT, "--set", f"{OF_ROUTE}=0.7", "--set", f"{FINISH}=0.9")
    assert the_pathway(found, "certificate-31-9091")["completion_rate"] == 0.7


def test_what_is_published_of_the_occupation_stays(run):
    # Nursing assistants train some weeks, of which other schools' rate is taken.
    who = ("--state", "WA", "--occupation", "nursing assistant", "--draws", "0")
    found = answer(run, *who, "--set", f"{FINISH}=0.9")
    assert the_pathway(found, "certificate-31-1131")["completion_rate"] == 0.67
    shown = " ".join(run("compare", *who, "--set", f"{FINISH}=0.9").out.split())
    assert "Set for a pathway that is not shown, so not used: chance to finish 0.9 (certificate)." in shown
    assert "Your own" not in shown


def test_an_apprenticeship_takes_over_from_the_bundled_one_of_its_occupation(run):
    rates = ("electrician-apprenticeship", 0.9), ("building-trades-apprenticeship", 0.5)
    given = [part for name, rate in rates for part in ("--set", f"pathways.{name}.completion.rate={rate}")]
    found = answer(run, "--occupation", "electrician", "--draws", "0", *given)
    assert the_pathway(found, ELECTRICIAN)["completion_rate"] == 0.9


def test_routes_have_no_label_of_other_training(run):
    labels = {one["id"]: one["label"] for one in answer(run, *ASSISTANT)["pathways"]}
    assert (labels["apprenticeship-31-9091"], labels["certificate-31-9091"]) == (None, None)
